;; Calls that could throw and do not, from within a handler: what exceptions cost those that do not happen.
(module
  (tag $t (param i32))
  (func $check (param $value i32) (result i32)
    (if (i32.eqz (local.get $value)) (then (throw $t (i32.const 1))))
    (i32.xor (local.get $value) (i32.shr_u (local.get $value) (i32.const 3))))
  (func $twice (param $value i32) (result i32)
    (i32.add (call $check (local.get $value)) (call $check (i32.or (local.get $value) (i32.const 8)))))
  (func (export "run") (param $n i32) (result i64)
    (local $sum i64)
    (loop $again
      (block $caught (result i32)
        (try_table (catch $t $caught)
          (local.set $sum (i64.add (local.get $sum) (i64.extend_i32_u (call $twice (local.get $n))))))
        (i32.const 0))
      (drop)
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum)))
