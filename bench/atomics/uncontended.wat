;; Atomic instructions on memory that no other thread touches. Every kernel here takes how often it is to do its work.
(module
  (import "env" "memory" (memory 1 1 shared))
  (func (export "add") (param $n i32) (result i32)
    (loop $again
      (drop (i32.atomic.rmw.add (i32.const 64) (i32.const 1)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.atomic.load (i32.const 64)))
  (func (export "add8") (param $n i32) (result i32)
    (loop $again
      (drop (i32.atomic.rmw8.add_u (i32.const 130) (i32.const 1)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.atomic.load8_u (i32.const 130)))
  (func (export "or64") (param $n i32) (result i32)
    (local $old i64)
    (loop $again
      (local.set $old (i64.atomic.rmw.or (i32.const 192) (i64.extend_i32_u (local.get $n))))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.wrap_i64 (local.get $old)))
  (func (export "exchange") (param $n i32) (result i32)
    (local $old i32)
    (loop $again
      (local.set $old (i32.atomic.rmw.xchg (i32.const 256) (local.get $n)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $old))
  (func (export "compare_exchange") (param $n i32) (result i32)
    (loop $again
      (drop (i64.atomic.rmw.cmpxchg (i32.const 320) (i64.extend_i32_u (local.get $n)) (i64.const 0)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.const 0))
  (func (export "load") (param $n i32) (result i32)
    (local $sum i32) (local $at i32)
    (loop $again
      (local.set $at (i32.const 1024))
      (loop $next
        (local.set $sum (i32.add (local.get $sum) (i32.atomic.load (local.get $at))))
        (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (i32.const 1280))))
      (br_if $again (i32.gt_s (local.tee $n (i32.sub (local.get $n) (i32.const 64))) (i32.const 0))))
    (local.get $sum))
  (func (export "store") (param $n i32) (result i32)
    (loop $again
      (i32.atomic.store (i32.const 384) (local.get $n))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.const 0))
  (func (export "notify") (param $n i32) (result i32)
    (local $woken i32)
    (loop $again
      (local.set $woken (i32.add (local.get $woken) (memory.atomic.notify (i32.const 448) (i32.const 1))))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $woken))
  ;; A mutex of three states that nobody else wants.
  (func (export "mutex") (param $n i32) (result i32)
    (loop $again
      (drop (i32.atomic.rmw.cmpxchg (i32.const 512) (i32.const 0) (i32.const 1)))
      (i32.store (i32.const 516) (i32.add (i32.load (i32.const 516)) (i32.const 1)))
      (if (i32.ne (i32.atomic.rmw.xchg (i32.const 512) (i32.const 0)) (i32.const 1)) (then unreachable))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.load (i32.const 516))))
