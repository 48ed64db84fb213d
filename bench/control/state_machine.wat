;; A state machine whose states are functions that tail-call each other: it splits pseudorandom text into words, numbers and
;; the rest. Most transitions are direct; what begins a token goes through a table.
(module
  (type $state (func (param $at i32) (param $end i32) (param $value i64) (param $sum i64) (result i64)))
  (memory 1)
  (table funcref (elem $space $word $number $sign))

  (func $class (param $byte i32) (result i32)
    (if (i32.lt_u (i32.sub (i32.or (local.get $byte) (i32.const 32)) (i32.const 97)) (i32.const 26)) (then (return (i32.const 1))))
    (if (i32.lt_u (i32.sub (local.get $byte) (i32.const 48)) (i32.const 10)) (then (return (i32.const 2))))
    (if (result i32) (i32.gt_u (local.get $byte) (i32.const 64)) (then (i32.const 3)) (else (i32.const 0))))

  (func $start (type $state) (param $at i32) (param $end i32) (param $value i64) (param $sum i64) (result i64)
    (if (i32.eq (local.get $at) (local.get $end)) (then (return (local.get $sum))))
    (return_call_indirect (type $state) (local.get $at) (local.get $end) (i64.const 0) (local.get $sum)
      (call $class (i32.load8_u (local.get $at)))))

  (func $space (type $state) (param $at i32) (param $end i32) (param $value i64) (param $sum i64) (result i64)
    (return_call $start (i32.add (local.get $at) (i32.const 1)) (local.get $end) (i64.const 0)
      (i64.add (local.get $sum) (i64.const 1))))

  (func $word (type $state) (param $at i32) (param $end i32) (param $value i64) (param $sum i64) (result i64)
    (local $byte i32)
    (if (i32.eq (local.get $at) (local.get $end)) (then (return (i64.add (local.get $sum) (local.get $value)))))
    (local.set $byte (i32.load8_u (local.get $at)))
    (if (i32.ne (call $class (local.get $byte)) (i32.const 1))
      (then (return_call $start (local.get $at) (local.get $end) (i64.const 0)
        (i64.add (i64.mul (local.get $sum) (i64.const 31)) (local.get $value)))))
    (return_call $word (i32.add (local.get $at) (i32.const 1)) (local.get $end)
      (i64.xor (i64.rotl (local.get $value) (i64.const 5)) (i64.extend_i32_u (local.get $byte))) (local.get $sum)))

  (func $number (type $state) (param $at i32) (param $end i32) (param $value i64) (param $sum i64) (result i64)
    (local $digit i32)
    (if (i32.eq (local.get $at) (local.get $end)) (then (return (i64.add (local.get $sum) (local.get $value)))))
    (local.set $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
    (if (i32.ge_u (local.get $digit) (i32.const 10))
      (then (return_call $start (local.get $at) (local.get $end) (i64.const 0) (i64.add (local.get $sum) (local.get $value)))))
    (return_call $number (i32.add (local.get $at) (i32.const 1)) (local.get $end)
      (i64.add (i64.mul (local.get $value) (i64.const 10)) (i64.extend_i32_u (local.get $digit))) (local.get $sum)))

  (func $sign (type $state) (param $at i32) (param $end i32) (param $value i64) (param $sum i64) (result i64)
    (return_call $start (i32.add (local.get $at) (i32.const 1)) (local.get $end) (i64.const 0)
      (i64.xor (local.get $sum) (i64.const -1))))

  (func (export "run") (param $n i32) (result i64)
    (local $i i32) (local $random i32) (local $sum i64)
    (local.set $random (i32.const 1))
    (loop $fill
      (local.set $random (i32.add (i32.mul (local.get $random) (i32.const 1664525)) (i32.const 1013904223)))
      (i32.store8 (local.get $i) (i32.and (i32.shr_u (local.get $random) (i32.const 20)) (i32.const 127)))
      (br_if $fill (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 65536))))
    (loop $again
      (local.set $sum (call $start (i32.const 0) (i32.const 65536) (i64.const 0) (local.get $sum)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum)))
