;; A sorted map that never changes: a treap whose insertions copy the path, with boxed values behind a common supertype.
(module
  (type $value (sub (struct)))
  (type $number (sub final $value (struct (field $number i64))))
  (type $pair (sub final $value (struct (field $first i32) (field $second i32))))
  (type $node (struct
    (field $key i32) (field $priority i32) (field $value (ref $value))
    (field $left (ref null $node)) (field $right (ref null $node))))

  (global $seed (mut i32) (i32.const 7))

  (func $random (result i32)
    (global.set $seed (i32.add (i32.mul (global.get $seed) (i32.const 1664525)) (i32.const 1013904223)))
    (i32.shr_u (global.get $seed) (i32.const 4)))

  (func $insert (param $at (ref null $node)) (param $key i32) (param $value (ref $value)) (result (ref $node))
    (local $node (ref $node)) (local $child (ref $node)) (local $here i32)
    (if (ref.is_null (local.get $at))
      (then (return (struct.new $node
        (local.get $key) (call $random) (local.get $value) (ref.null $node) (ref.null $node)))))
    (local.set $node (ref.as_non_null (local.get $at)))
    (local.set $here (struct.get $node $key (local.get $node)))
    (if (i32.eq (local.get $here) (local.get $key))
      (then (return (struct.new $node
        (local.get $key) (struct.get $node $priority (local.get $node)) (local.get $value)
        (struct.get $node $left (local.get $node)) (struct.get $node $right (local.get $node))))))
    (if (i32.lt_u (local.get $key) (local.get $here))
      (then
        (local.set $child (call $insert (struct.get $node $left (local.get $node)) (local.get $key) (local.get $value)))
        (if (i32.gt_u (struct.get $node $priority (local.get $child)) (struct.get $node $priority (local.get $node)))
          (then (return (struct.new $node
            (struct.get $node $key (local.get $child)) (struct.get $node $priority (local.get $child))
            (struct.get $node $value (local.get $child)) (struct.get $node $left (local.get $child))
            (struct.new $node
              (local.get $here) (struct.get $node $priority (local.get $node)) (struct.get $node $value (local.get $node))
              (struct.get $node $right (local.get $child)) (struct.get $node $right (local.get $node)))))))
        (return (struct.new $node
          (local.get $here) (struct.get $node $priority (local.get $node)) (struct.get $node $value (local.get $node))
          (local.get $child) (struct.get $node $right (local.get $node))))))
    (local.set $child (call $insert (struct.get $node $right (local.get $node)) (local.get $key) (local.get $value)))
    (if (i32.gt_u (struct.get $node $priority (local.get $child)) (struct.get $node $priority (local.get $node)))
      (then (return (struct.new $node
        (struct.get $node $key (local.get $child)) (struct.get $node $priority (local.get $child))
        (struct.get $node $value (local.get $child))
        (struct.new $node
          (local.get $here) (struct.get $node $priority (local.get $node)) (struct.get $node $value (local.get $node))
          (struct.get $node $left (local.get $node)) (struct.get $node $left (local.get $child)))
        (struct.get $node $right (local.get $child))))))
    (struct.new $node
      (local.get $here) (struct.get $node $priority (local.get $node)) (struct.get $node $value (local.get $node))
      (struct.get $node $left (local.get $node)) (local.get $child)))

  (func $find (param $at (ref null $node)) (param $key i32) (result (ref null $value))
    (local $here i32)
    (loop $down
      (if (ref.is_null (local.get $at)) (then (return (ref.null $value))))
      (local.set $here (struct.get $node $key (local.get $at)))
      (if (i32.eq (local.get $here) (local.get $key))
        (then (return (struct.get $node $value (local.get $at)))))
      (local.set $at (if (result (ref null $node)) (i32.lt_u (local.get $key) (local.get $here))
        (then (struct.get $node $left (local.get $at)))
        (else (struct.get $node $right (local.get $at)))))
      (br $down))
    (unreachable))

  (func $weight (param $value (ref null $value)) (result i64)
    (local $pair (ref $pair))
    (block $is_number (result (ref $number))
      (block $is_pair (result (ref $pair))
        (br_on_cast $is_number (ref null $value) (ref $number) (local.get $value))
        (br_on_cast $is_pair (ref null $value) (ref $pair))
        (drop)
        (return (i64.const 1)))
      (local.set $pair)
      (return (i64.extend_i32_u (i32.xor
        (struct.get $pair $first (local.get $pair))
        (struct.get $pair $second (local.get $pair))))))
    (struct.get $number $number))

  (func (export "run") (param $n i32) (result i64)
    (local $map (ref null $node)) (local $i i32) (local $key i32) (local $sum i64)
    (global.set $seed (i32.const 7))
    (loop $rounds
      (local.set $map (ref.null $node))
      (local.set $i (i32.const 0))
      (loop $fill
        (local.set $key (i32.and (call $random) (i32.const 0x3fff)))
        (local.set $map (call $insert (local.get $map) (local.get $key)
          (if (result (ref $value)) (i32.and (local.get $key) (i32.const 1))
            (then (struct.new $number (i64.extend_i32_u (local.get $i))))
            (else (struct.new $pair (local.get $key) (local.get $i))))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $fill (i32.lt_u (local.get $i) (i32.const 10000))))
      (local.set $i (i32.const 0))
      (loop $look
        (local.set $sum (i64.add (i64.rotl (local.get $sum) (i64.const 1))
          (call $weight (call $find (local.get $map) (i32.and (call $random) (i32.const 0x3fff))))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $look (i32.lt_u (local.get $i) (i32.const 20000))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $rounds (local.get $n)))
    (local.get $sum)))
