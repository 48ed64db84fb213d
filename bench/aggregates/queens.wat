;; N queens by folding lists with closures: each closure is a structure with its code and what it has captured.
(module
  (type $list (struct (field $head i32) (field $tail (ref null $list))))
  (rec
    (type $test (func (param (ref $closure) i32 i32) (result i32)))
    (type $closure (sub (struct (field $code (ref $test))))))
  (type $captured (sub final $closure (struct (field $code (ref $test)) (field $column i32))))
  (rec
    (type $step (func (param (ref $counter) i32) (result i32)))
    (type $counter (sub (struct (field $code (ref $step))))))
  (type $placing (sub final $counter (struct
    (field $code (ref $step)) (field $placed (ref null $list)) (field $row i32) (field $size i32))))

  (elem declare func $is_safe $place)

  ;; Whether a queen in a column, so many rows away, leaves the closure's column alone.
  (func $is_safe (type $test) (param $self (ref $closure)) (param $column i32) (param $distance i32) (result i32)
    (local $mine i32)
    (local.set $mine (struct.get $captured $column (ref.cast (ref $captured) (local.get $self))))
    (i32.and
      (i32.ne (local.get $column) (local.get $mine))
      (i32.and
        (i32.ne (i32.add (local.get $column) (local.get $distance)) (local.get $mine))
        (i32.ne (i32.sub (local.get $column) (local.get $distance)) (local.get $mine)))))

  (func $all (param $list (ref null $list)) (param $test (ref $closure)) (result i32)
    (local $distance i32)
    (local.set $distance (i32.const 1))
    (loop $next
      (if (ref.is_null (local.get $list)) (then (return (i32.const 1))))
      (if (i32.eqz (call_ref $test
            (local.get $test) (struct.get $list $head (local.get $list)) (local.get $distance)
            (struct.get $closure $code (local.get $test))))
        (then (return (i32.const 0))))
      (local.set $distance (i32.add (local.get $distance) (i32.const 1)))
      (local.set $list (struct.get $list $tail (local.get $list)))
      (br $next))
    (unreachable))

  (func $sum_columns (param $size i32) (param $step (ref $counter)) (result i32)
    (local $column i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum)
        (call_ref $step (local.get $step) (local.get $column) (struct.get $counter $code (local.get $step)))))
      (local.set $column (i32.add (local.get $column) (i32.const 1)))
      (br_if $next (i32.lt_s (local.get $column) (local.get $size))))
    (local.get $sum))

  ;; How many solutions there are with a queen in this column of the closure's row.
  (func $place (type $step) (param $counter (ref $counter)) (param $column i32) (result i32)
    (local $self (ref $placing)) (local $row i32)
    (local.set $self (ref.cast (ref $placing) (local.get $counter)))
    (if (i32.eqz (call $all
          (struct.get $placing $placed (local.get $self))
          (struct.new $captured (ref.func $is_safe) (local.get $column))))
      (then (return (i32.const 0))))
    (local.set $row (i32.add (struct.get $placing $row (local.get $self)) (i32.const 1)))
    (if (i32.eq (local.get $row) (struct.get $placing $size (local.get $self)))
      (then (return (i32.const 1))))
    (call $sum_columns
      (struct.get $placing $size (local.get $self))
      (struct.new $placing
        (ref.func $place)
        (struct.new $list (local.get $column) (struct.get $placing $placed (local.get $self)))
        (local.get $row)
        (struct.get $placing $size (local.get $self)))))

  ;; The number of solutions on a board of 8 by 8, n times, and on one of 9 by 9.
  (func (export "run") (param $n i32) (result i64)
    (local $sum i64)
    (loop $again
      (local.set $sum (i64.add (local.get $sum) (i64.extend_i32_u (call $sum_columns (i32.const 8)
        (struct.new $placing (ref.func $place) (ref.null $list) (i32.const 0) (i32.const 8))))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (i64.add (i64.mul (local.get $sum) (i64.const 1000))
      (i64.extend_i32_u (call $sum_columns (i32.const 9)
        (struct.new $placing (ref.func $place) (ref.null $list) (i32.const 0) (i32.const 9)))))))
