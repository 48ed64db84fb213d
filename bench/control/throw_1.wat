;; Throws from 1 function(s) below the handler, again and again.
(module
  (tag $t (param i32))
  (func $throw (param $depth i32) (param $value i32) (result i32)
    (if (i32.eq (local.get $depth) (i32.const 1)) (then (throw $t (local.get $value))))
    (i32.add (call $throw (i32.sub (local.get $depth) (i32.const 1)) (local.get $value)) (i32.const 1)))
  (func (export "run") (param $n i32) (result i64)
    (local $sum i64)
    (loop $again
      (local.set $sum (i64.add (local.get $sum) (i64.extend_i32_u
        (block $caught (result i32)
          (try_table (result i32) (catch $t $caught)
            (call $throw (i32.const 1) (local.get $n)))))))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum)))
