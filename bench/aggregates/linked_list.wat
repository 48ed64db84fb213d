;; Lists: made, mapped, filtered, reversed in place, and sorted by merging.
(module
  (type $node (struct (field $value (mut i32)) (field $next (mut (ref null $node)))))

  (global $seed (mut i32) (i32.const 42))

  (func $random (result i32)
    (global.set $seed (i32.add (i32.mul (global.get $seed) (i32.const 1664525)) (i32.const 1013904223)))
    (i32.shr_u (global.get $seed) (i32.const 8)))

  (func $build (param $count i32) (result (ref null $node))
    (local $head (ref null $node))
    (loop $more
      (local.set $head (struct.new $node (call $random) (local.get $head)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br_if $more (local.get $count)))
    (local.get $head))

  ;; A new list of the even values, each of them tripled.
  (func $triple_even (param $list (ref null $node)) (result (ref null $node))
    (local $first (ref null $node)) (local $last (ref null $node)) (local $new (ref null $node)) (local $value i32)
    (block $done
      (loop $next
        (br_if $done (ref.is_null (local.get $list)))
        (local.set $value (struct.get $node $value (local.get $list)))
        (if (i32.eqz (i32.and (local.get $value) (i32.const 1)))
          (then
            (local.set $new (struct.new $node (i32.mul (local.get $value) (i32.const 3)) (ref.null $node)))
            (if (ref.is_null (local.get $last))
              (then (local.set $first (local.get $new)))
              (else (struct.set $node $next (local.get $last) (local.get $new))))
            (local.set $last (local.get $new))))
        (local.set $list (struct.get $node $next (local.get $list)))
        (br $next)))
    (local.get $first))

  (func $reverse (param $list (ref null $node)) (result (ref null $node))
    (local $done (ref null $node)) (local $next (ref null $node))
    (block $end
      (loop $again
        (br_if $end (ref.is_null (local.get $list)))
        (local.set $next (struct.get $node $next (local.get $list)))
        (struct.set $node $next (local.get $list) (local.get $done))
        (local.set $done (local.get $list))
        (local.set $list (local.get $next))
        (br $again)))
    (local.get $done))

  (func $merge (param $a (ref null $node)) (param $b (ref null $node)) (result (ref null $node))
    (local $head (ref $node)) (local $tail (ref $node))
    (local.set $head (struct.new_default $node))
    (local.set $tail (local.get $head))
    (block $end
      (loop $again
        (if (ref.is_null (local.get $a))
          (then (struct.set $node $next (local.get $tail) (local.get $b)) (br $end)))
        (if (ref.is_null (local.get $b))
          (then (struct.set $node $next (local.get $tail) (local.get $a)) (br $end)))
        (if (i32.le_u (struct.get $node $value (local.get $a)) (struct.get $node $value (local.get $b)))
          (then
            (struct.set $node $next (local.get $tail) (local.get $a))
            (local.set $tail (ref.as_non_null (local.get $a)))
            (local.set $a (struct.get $node $next (local.get $a))))
          (else
            (struct.set $node $next (local.get $tail) (local.get $b))
            (local.set $tail (ref.as_non_null (local.get $b)))
            (local.set $b (struct.get $node $next (local.get $b)))))
        (br $again)))
    (struct.get $node $next (local.get $head)))

  (func $sort (param $list (ref null $node)) (param $count i32) (result (ref null $node))
    (local $half i32) (local $i i32) (local $at (ref null $node)) (local $rest (ref null $node))
    (if (i32.lt_u (local.get $count) (i32.const 2)) (then (return (local.get $list))))
    (local.set $half (i32.shr_u (local.get $count) (i32.const 1)))
    (local.set $i (i32.sub (local.get $half) (i32.const 1)))
    (local.set $at (local.get $list))
    (block $found
      (loop $walk
        (br_if $found (i32.eqz (local.get $i)))
        (local.set $at (struct.get $node $next (local.get $at)))
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        (br $walk)))
    (local.set $rest (struct.get $node $next (local.get $at)))
    (struct.set $node $next (local.get $at) (ref.null $node))
    (call $merge
      (call $sort (local.get $list) (local.get $half))
      (call $sort (local.get $rest) (i32.sub (local.get $count) (local.get $half)))))

  (func $sum (param $list (ref null $node)) (result i64)
    (local $sum i64)
    (block $done
      (loop $next
        (br_if $done (ref.is_null (local.get $list)))
        (local.set $sum (i64.add
          (i64.mul (local.get $sum) (i64.const 31))
          (i64.extend_i32_u (struct.get $node $value (local.get $list)))))
        (local.set $list (struct.get $node $next (local.get $list)))
        (br $next)))
    (local.get $sum))

  (func (export "run") (param $n i32) (result i64)
    (local $list (ref null $node)) (local $sum i64)
    (global.set $seed (i32.const 42))
    (loop $again
      (local.set $list (call $build (i32.const 20000)))
      (local.set $sum (i64.add (local.get $sum) (call $sum (call $triple_even (local.get $list)))))
      (local.set $list (call $sort (call $reverse (local.get $list)) (i32.const 20000)))
      (local.set $sum (i64.xor (local.get $sum) (call $sum (local.get $list))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (local.get $sum)))
