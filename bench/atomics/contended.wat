;; What two threads do to one another: each has an instance of its own over one memory. A thread's number is its lowest bit of the
;; argument, and the rest says how often it is to do its work.
(module
  (import "env" "memory" (memory 1 1 shared))
  ;; Both wait for each other before they begin, spinning.
  (func $meet (local $met i32)
    (local.set $met (i32.or (i32.atomic.rmw.add (i32.const 0) (i32.const 1)) (i32.const 1)))
    (loop $again
      (br_if $again (i32.le_u (i32.atomic.load (i32.const 0)) (local.get $met)))))
  (func (export "add") (param $n i32) (result i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 1)))
    (call $meet)
    (loop $again
      (drop (i32.atomic.rmw.add (i32.const 64) (i32.const 1)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.atomic.load (i32.const 64)))
  (func (export "compare_exchange") (param $n i32) (result i32)
    (local $old i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 1)))
    (call $meet)
    (loop $again
      (local.set $old (i32.load (i32.const 128)))
      (br_if $again (i32.ne (local.get $old)
        (i32.atomic.rmw.cmpxchg (i32.const 128) (local.get $old) (i32.add (local.get $old) (i32.const 1)))))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.atomic.load (i32.const 128)))
  ;; Threads take turns, and sleep in between: each wait is ended by the other's notify.
  (func (export "ping_pong") (param $n i32) (result i32)
    (local $me i32)
    (local.set $me (i32.and (local.get $n) (i32.const 1)))
    (local.set $n (i32.shr_u (local.get $n) (i32.const 1)))
    (call $meet)
    (loop $again
      (block $mine
        (loop $other
          (br_if $mine (i32.eq (i32.atomic.load (i32.const 192)) (local.get $me)))
          (drop (memory.atomic.wait32 (i32.const 192) (i32.xor (local.get $me) (i32.const 1)) (i64.const -1)))
          (br $other)))
      (i32.store (i32.const 256) (i32.add (i32.load (i32.const 256)) (i32.const 1)))
      (i32.atomic.store (i32.const 192) (i32.xor (local.get $me) (i32.const 1)))
      (drop (memory.atomic.notify (i32.const 192) (i32.const 1)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.load (i32.const 256)))
  ;; A mutex of three states (free, taken, taken and wanted) around a counter.
  (func (export "mutex") (param $n i32) (result i32)
    (local $state i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 1)))
    (call $meet)
    (loop $again
      (block $taken
        (br_if $taken (i32.eqz (local.tee $state (i32.atomic.rmw.cmpxchg (i32.const 320) (i32.const 0) (i32.const 1)))))
        (loop $wait
          (br_if $taken (i32.eqz (i32.atomic.rmw.xchg (i32.const 320) (i32.const 2))))
          (drop (memory.atomic.wait32 (i32.const 320) (i32.const 2) (i64.const -1)))
          (br $wait)))
      (i32.store (i32.const 384) (i32.add (i32.load (i32.const 384)) (i32.const 1)))
      (if (i32.eq (i32.atomic.rmw.xchg (i32.const 320) (i32.const 0)) (i32.const 2))
        (then (drop (memory.atomic.notify (i32.const 320) (i32.const 1)))))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.load (i32.const 384))))
