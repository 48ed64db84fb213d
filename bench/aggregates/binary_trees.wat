;; Trees that are built, counted and dropped, beside one that stays.
(module
  (type $tree (struct (field $left (ref null $tree)) (field $right (ref null $tree))))

  (func $make (param $depth i32) (result (ref $tree))
    (if (result (ref $tree)) (i32.eqz (local.get $depth))
      (then (struct.new_default $tree))
      (else
        (struct.new $tree
          (call $make (i32.sub (local.get $depth) (i32.const 1)))
          (call $make (i32.sub (local.get $depth) (i32.const 1)))))))

  (func $count (param $tree (ref null $tree)) (result i32)
    (if (result i32) (ref.is_null (local.get $tree))
      (then (i32.const 0))
      (else
        (i32.add (i32.const 1)
          (i32.add
            (call $count (struct.get $tree $left (local.get $tree)))
            (call $count (struct.get $tree $right (local.get $tree))))))))

  ;; The largest depth is n.
  (func (export "run") (param $n i32) (result i64)
    (local $kept (ref null $tree)) (local $depth i32) (local $rounds i32) (local $sum i64)
    (local.set $kept (call $make (local.get $n)))
    (local.set $depth (i32.const 4))
    (block $done
      (loop $depths
        (br_if $done (i32.gt_s (local.get $depth) (local.get $n)))
        (local.set $rounds
          (i32.shl (i32.const 1) (i32.add (i32.sub (local.get $n) (local.get $depth)) (i32.const 4))))
        (loop $again
          (local.set $sum (i64.add (local.get $sum)
            (i64.extend_i32_u (call $count (call $make (local.get $depth))))))
          (local.set $rounds (i32.sub (local.get $rounds) (i32.const 1)))
          (br_if $again (local.get $rounds)))
        (local.set $depth (i32.add (local.get $depth) (i32.const 4)))
        (br $depths)))
    (i64.add (local.get $sum) (i64.extend_i32_u (call $count (local.get $kept))))))
