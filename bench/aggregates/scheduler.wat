;; An operating system's scheduler in small, in the manner of object-oriented languages: tasks of several classes with methods
;; in a table, that pass packets to each other.
(module
  (rec
    (type $packet (struct
      (field $next (mut (ref null $packet))) (field $kind i32) (field $to (mut i32)) (field $datum (mut i32))
      (field $data (ref $bytes))))
    (type $bytes (array (mut i8)))
    (type $run (func (param (ref $task) (ref null $packet)) (result i32)))
    (type $methods (sub (struct (field $run (ref $run)))))
    (type $task (sub (struct
      (field $methods (ref $methods)) (field $id i32) (field $queue (mut (ref null $packet)))
      (field $held (mut i32)) (field $count (mut i32))))))
  (type $tasks (array (mut (ref null $task))))
  (type $idler (sub final $task (struct
    (field $methods (ref $methods)) (field $id i32) (field $queue (mut (ref null $packet)))
    (field $held (mut i32)) (field $count (mut i32))
    (field $control (mut i32)))))
  (type $worker (sub final $task (struct
    (field $methods (ref $methods)) (field $id i32) (field $queue (mut (ref null $packet)))
    (field $held (mut i32)) (field $count (mut i32))
    (field $handler (mut i32)) (field $letter (mut i32)))))
  (type $handler (sub final $task (struct
    (field $methods (ref $methods)) (field $id i32) (field $queue (mut (ref null $packet)))
    (field $held (mut i32)) (field $count (mut i32))
    (field $work (mut (ref null $packet))) (field $results (mut (ref null $packet))))))

  (elem declare func $idle $work $handle $device)
  (global $tasks (ref $tasks) (array.new_default $tasks (i32.const 6)))
  (global $passed (mut i32) (i32.const 0))

  (func $append (param $packet (ref $packet)) (param $queue (ref null $packet)) (result (ref null $packet))
    (local $at (ref $packet))
    (struct.set $packet $next (local.get $packet) (ref.null $packet))
    (if (ref.is_null (local.get $queue)) (then (return (local.get $packet))))
    (local.set $at (ref.as_non_null (local.get $queue)))
    (block $end
      (loop $walk
        (local.set $at (br_on_null $end (struct.get $packet $next (local.get $at))))
        (br $walk)))
    (struct.set $packet $next (local.get $at) (local.get $packet))
    (local.get $queue))

  (func $task (param $id i32) (result (ref $task))
    (ref.as_non_null (array.get $tasks (global.get $tasks) (local.get $id))))

  (func $send (param $packet (ref $packet)) (param $to i32)
    (local $task (ref $task))
    (local.set $task (call $task (local.get $to)))
    (global.set $passed (i32.add (global.get $passed) (i32.const 1)))
    (struct.set $task $queue (local.get $task)
      (call $append (local.get $packet) (struct.get $task $queue (local.get $task))))
    (struct.set $task $held (local.get $task) (i32.const 0)))

  ;; Each gives 1 where it has nothing to do before another packet comes.
  (func $idle (type $run) (param $task (ref $task)) (param $packet (ref null $packet)) (result i32)
    (local $self (ref $idler)) (local $control i32)
    (local.set $self (ref.cast (ref $idler) (local.get $task)))
    (local.set $control (struct.get $idler $control (local.get $self)))
    (struct.set $idler $count (local.get $self) (i32.sub (struct.get $idler $count (local.get $self)) (i32.const 1)))
    (if (i32.eqz (i32.and (local.get $control) (i32.const 1)))
      (then
        (struct.set $idler $control (local.get $self) (i32.shr_u (local.get $control) (i32.const 1)))
        (struct.set $task $held (call $task (i32.const 4)) (i32.const 0)))
      (else
        (struct.set $idler $control (local.get $self)
          (i32.xor (i32.shr_u (local.get $control) (i32.const 1)) (i32.const 0xd008)))
        (struct.set $task $held (call $task (i32.const 5)) (i32.const 0))))
    (i32.le_s (struct.get $idler $count (local.get $self)) (i32.const 0)))

  (func $work (type $run) (param $task (ref $task)) (param $packet (ref null $packet)) (result i32)
    (local $self (ref $worker)) (local $got (ref $packet)) (local $i i32) (local $letter i32)
    (local.set $got (block $some (result (ref $packet))
      (br_on_non_null $some (local.get $packet))
      (return (i32.const 1))))
    (local.set $self (ref.cast (ref $worker) (local.get $task)))
    (struct.set $worker $handler (local.get $self) (i32.sub (i32.const 5) (struct.get $worker $handler (local.get $self))))
    (struct.set $packet $datum (local.get $got) (i32.const 0))
    (local.set $letter (struct.get $worker $letter (local.get $self)))
    (loop $letters
      (local.set $letter (i32.rem_u (i32.add (local.get $letter) (i32.const 1)) (i32.const 26)))
      (array.set $bytes (struct.get $packet $data (local.get $got)) (local.get $i) (i32.add (local.get $letter) (i32.const 65)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $letters (i32.lt_u (local.get $i) (array.len (struct.get $packet $data (local.get $got))))))
    (struct.set $worker $letter (local.get $self) (local.get $letter))
    (struct.set $worker $count (local.get $self)
      (i32.add (struct.get $worker $count (local.get $self)) (local.get $letter)))
    (call $send (local.get $got) (struct.get $worker $handler (local.get $self)))
    (i32.const 1))

  (func $handle (type $run) (param $task (ref $task)) (param $packet (ref null $packet)) (result i32)
    (local $self (ref $handler)) (local $got (ref $packet)) (local $result (ref $packet)) (local $at i32)
    (local.set $self (ref.cast (ref $handler) (local.get $task)))
    (block $none
      (local.set $got (br_on_null $none (local.get $packet)))
      (if (i32.eqz (struct.get $packet $kind (local.get $got)))
        (then (struct.set $handler $work (local.get $self)
          (call $append (local.get $got) (struct.get $handler $work (local.get $self)))))
        (else (struct.set $handler $results (local.get $self)
          (call $append (local.get $got) (struct.get $handler $results (local.get $self)))))))
    (block $wait
      (local.set $got (br_on_null $wait (struct.get $handler $work (local.get $self))))
      (local.set $at (struct.get $packet $datum (local.get $got)))
      (if (i32.ge_u (local.get $at) (array.len (struct.get $packet $data (local.get $got))))
        (then
          (struct.set $handler $work (local.get $self) (struct.get $packet $next (local.get $got)))
          (call $send (local.get $got) (i32.const 1))
          (return (i32.const 0))))
      (local.set $result (br_on_null $wait (struct.get $handler $results (local.get $self))))
      (struct.set $handler $results (local.get $self) (struct.get $packet $next (local.get $result)))
      (struct.set $handler $count (local.get $self) (i32.add
        (struct.get $handler $count (local.get $self))
        (array.get_u $bytes (struct.get $packet $data (local.get $got)) (local.get $at))))
      (struct.set $packet $datum (local.get $got) (i32.add (local.get $at) (i32.const 1)))
      (call $send
        (struct.new $packet (ref.null $packet) (i32.const 1) (struct.get $task $id (local.get $task))
          (local.get $at) (struct.get $packet $data (local.get $result)))
        (i32.add (struct.get $task $id (local.get $task)) (i32.const 2)))
      (return (i32.const 0)))
    (i32.const 1))

  (func $device (type $run) (param $task (ref $task)) (param $packet (ref null $packet)) (result i32)
    (local $got (ref $packet))
    (local.set $got (block $some (result (ref $packet))
      (br_on_non_null $some (local.get $packet))
      (return (i32.const 1))))
    (struct.set $task $count (local.get $task) (i32.add (struct.get $task $count (local.get $task)) (i32.const 1)))
    (call $send (local.get $got) (struct.get $packet $to (local.get $got)))
    (i32.const 0))

  (func $schedule
    (local $id i32) (local $task (ref $task)) (local $packet (ref null $packet))
    (loop $rounds
      (local.set $id (i32.const 5))
      (loop $next
        (local.set $task (call $task (local.get $id)))
        (if (i32.eqz (struct.get $task $held (local.get $task)))
          (then
            (local.set $packet (struct.get $task $queue (local.get $task)))
            (if (i32.eqz (ref.is_null (local.get $packet)))
              (then (struct.set $task $queue (local.get $task) (struct.get $packet $next (local.get $packet)))))
            (struct.set $task $held (local.get $task)
              (i32.and
                (call_ref $run (local.get $task) (local.get $packet)
                  (struct.get $methods $run (struct.get $task $methods (local.get $task))))
                (ref.is_null (struct.get $task $queue (local.get $task)))))))
        (local.set $id (i32.sub (local.get $id) (i32.const 1)))
        (br_if $next (i32.ge_s (local.get $id) (i32.const 0))))
      ;; The idler is the last to have nothing to do.
      (br_if $rounds (i32.eqz (struct.get $task $held (call $task (i32.const 0)))))))

  (func $add (param $task (ref $task))
    (array.set $tasks (global.get $tasks) (struct.get $task $id (local.get $task)) (local.get $task)))

  (func $packet (param $kind i32) (param $to i32) (result (ref $packet))
    (struct.new $packet (ref.null $packet) (local.get $kind) (local.get $to) (i32.const 0)
      (array.new_default $bytes (i32.const 4))))

  (func (export "run") (param $n i32) (result i64)
    (local $i i32) (local $sum i64)
    (local $idle (ref $methods)) (local $work (ref $methods)) (local $handle (ref $methods)) (local $device (ref $methods))
    (local.set $idle (struct.new $methods (ref.func $idle)))
    (local.set $work (struct.new $methods (ref.func $work)))
    (local.set $handle (struct.new $methods (ref.func $handle)))
    (local.set $device (struct.new $methods (ref.func $device)))
    (loop $again
      (global.set $passed (i32.const 0))
      (call $add (struct.new $idler (local.get $idle) (i32.const 0) (ref.null $packet) (i32.const 0) (i32.const 3000) (i32.const 1)))
      (call $add (struct.new $worker (local.get $work) (i32.const 1) (ref.null $packet) (i32.const 0) (i32.const 0) (i32.const 2) (i32.const 0)))
      (call $add (struct.new $handler (local.get $handle) (i32.const 2) (ref.null $packet) (i32.const 0) (i32.const 0) (ref.null $packet) (ref.null $packet)))
      (call $add (struct.new $handler (local.get $handle) (i32.const 3) (ref.null $packet) (i32.const 0) (i32.const 0) (ref.null $packet) (ref.null $packet)))
      (call $add (struct.new $task (local.get $device) (i32.const 4) (ref.null $packet) (i32.const 0) (i32.const 0)))
      (call $add (struct.new $task (local.get $device) (i32.const 5) (ref.null $packet) (i32.const 0) (i32.const 0)))
      (local.set $i (i32.const 0))
      (loop $packets
        (call $send (call $packet (i32.const 0) (i32.const 1)) (i32.const 1))
        (call $send (call $packet (i32.const 1) (i32.const 2)) (i32.const 2))
        (call $send (call $packet (i32.const 1) (i32.const 3)) (i32.const 3))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $packets (i32.lt_u (local.get $i) (i32.const 3))))
      (call $schedule)
      (local.set $sum (i64.add (i64.mul (local.get $sum) (i64.const 31)) (i64.extend_i32_u (global.get $passed))))
      (local.set $i (i32.const 0))
      (loop $counts
        (local.set $sum (i64.add (i64.mul (local.get $sum) (i64.const 31))
          (i64.extend_i32_u (struct.get $task $count (call $task (local.get $i))))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $counts (i32.lt_u (local.get $i) (i32.const 6))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (local.get $sum)))
