;; Arrays: numbers sorted in place, and records sorted by a comparison that is passed in.
(module
  (type $numbers (array (mut i32)))
  (type $record (struct (field $key i32) (field $weight f64)))
  (type $records (array (mut (ref null $record))))
  (type $compare (func (param (ref null $record) (ref null $record)) (result i32)))

  (global $seed (mut i32) (i32.const 1))
  (elem declare func $by_key $by_weight)

  (func $random (result i32)
    (global.set $seed (i32.add (i32.mul (global.get $seed) (i32.const 1664525)) (i32.const 1013904223)))
    (i32.shr_u (global.get $seed) (i32.const 8)))

  (func $by_key (type $compare) (param $a (ref null $record)) (param $b (ref null $record)) (result i32)
    (i32.sub (struct.get $record $key (local.get $a)) (struct.get $record $key (local.get $b))))

  (func $by_weight (type $compare) (param $a (ref null $record)) (param $b (ref null $record)) (result i32)
    (i32.sub
      (f64.gt (struct.get $record $weight (local.get $a)) (struct.get $record $weight (local.get $b)))
      (f64.lt (struct.get $record $weight (local.get $a)) (struct.get $record $weight (local.get $b)))))

  (func $quicksort (param $a (ref $numbers)) (param $low i32) (param $high i32)
    (local $i i32) (local $j i32) (local $pivot i32) (local $kept i32)
    (loop $again
      (if (i32.ge_s (local.get $low) (local.get $high)) (then (return)))
      (local.set $i (local.get $low))
      (local.set $j (local.get $high))
      (local.set $pivot (array.get $numbers (local.get $a)
        (i32.shr_u (i32.add (local.get $low) (local.get $high)) (i32.const 1))))
      (block $parted
        (loop $part
          (loop $up
            (if (i32.lt_s (array.get $numbers (local.get $a) (local.get $i)) (local.get $pivot))
              (then (local.set $i (i32.add (local.get $i) (i32.const 1))) (br $up))))
          (loop $down
            (if (i32.gt_s (array.get $numbers (local.get $a) (local.get $j)) (local.get $pivot))
              (then (local.set $j (i32.sub (local.get $j) (i32.const 1))) (br $down))))
          (br_if $parted (i32.gt_s (local.get $i) (local.get $j)))
          (local.set $kept (array.get $numbers (local.get $a) (local.get $i)))
          (array.set $numbers (local.get $a) (local.get $i) (array.get $numbers (local.get $a) (local.get $j)))
          (array.set $numbers (local.get $a) (local.get $j) (local.get $kept))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (local.set $j (i32.sub (local.get $j) (i32.const 1)))
          (br_if $part (i32.le_s (local.get $i) (local.get $j)))))
      (call $quicksort (local.get $a) (local.get $low) (local.get $j))
      (local.set $low (local.get $i))
      (br $again)))

  (func $merge_sort (param $a (ref $records)) (param $b (ref $records)) (param $low i32) (param $high i32) (param $compare (ref $compare))
    (local $middle i32) (local $i i32) (local $j i32) (local $k i32)
    (if (i32.lt_s (i32.sub (local.get $high) (local.get $low)) (i32.const 2)) (then (return)))
    (local.set $middle (i32.shr_u (i32.add (local.get $low) (local.get $high)) (i32.const 1)))
    (call $merge_sort (local.get $a) (local.get $b) (local.get $low) (local.get $middle) (local.get $compare))
    (call $merge_sort (local.get $a) (local.get $b) (local.get $middle) (local.get $high) (local.get $compare))
    (local.set $i (local.get $low))
    (local.set $j (local.get $middle))
    (local.set $k (local.get $low))
    (loop $merge
      (if (i32.and
            (i32.lt_s (local.get $i) (local.get $middle))
            (if (result i32) (i32.ge_s (local.get $j) (local.get $high))
              (then (i32.const 1))
              (else (i32.le_s
                (call_ref $compare
                  (array.get $records (local.get $a) (local.get $i))
                  (array.get $records (local.get $a) (local.get $j))
                  (local.get $compare))
                (i32.const 0)))))
        (then
          (array.set $records (local.get $b) (local.get $k) (array.get $records (local.get $a) (local.get $i)))
          (local.set $i (i32.add (local.get $i) (i32.const 1))))
        (else
          (array.set $records (local.get $b) (local.get $k) (array.get $records (local.get $a) (local.get $j)))
          (local.set $j (i32.add (local.get $j) (i32.const 1)))))
      (local.set $k (i32.add (local.get $k) (i32.const 1)))
      (br_if $merge (i32.lt_s (local.get $k) (local.get $high))))
    (array.copy $records $records (local.get $a) (local.get $low) (local.get $b) (local.get $low)
      (i32.sub (local.get $high) (local.get $low))))

  (func (export "run") (param $n i32) (result i64)
    (local $numbers (ref $numbers)) (local $records (ref $records)) (local $spare (ref $records))
    (local $i i32) (local $sum i64)
    (global.set $seed (i32.const 1))
    (local.set $numbers (array.new_default $numbers (i32.const 30000)))
    (local.set $records (array.new_default $records (i32.const 10000)))
    (local.set $spare (array.new_default $records (i32.const 10000)))
    (loop $again
      (local.set $i (i32.const 0))
      (loop $fill
        (array.set $numbers (local.get $numbers) (local.get $i) (call $random))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $fill (i32.lt_u (local.get $i) (array.len (local.get $numbers)))))
      (local.set $i (i32.const 0))
      (loop $make
        (array.set $records (local.get $records) (local.get $i)
          (struct.new $record (i32.and (call $random) (i32.const 0xffff)) (f64.convert_i32_u (call $random))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $make (i32.lt_u (local.get $i) (array.len (local.get $records)))))
      (call $quicksort (local.get $numbers) (i32.const 0) (i32.const 29999))
      (call $merge_sort (local.get $records) (local.get $spare) (i32.const 0) (i32.const 10000) (ref.func $by_weight))
      (call $merge_sort (local.get $records) (local.get $spare) (i32.const 0) (i32.const 10000) (ref.func $by_key))
      (local.set $i (i32.const 0))
      (loop $add
        (local.set $sum (i64.add (i64.mul (local.get $sum) (i64.const 31))
          (i64.extend_i32_u (i32.add
            (array.get $numbers (local.get $numbers) (local.get $i))
            (i32.trunc_sat_f64_u (struct.get $record $weight (array.get $records (local.get $records) (local.get $i))))))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $add (i32.lt_u (local.get $i) (i32.const 10000))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (local.get $sum)))
