// Fibonacci numbers by two calls each.
#include "kernel.h"

static NOINLINE u32 fib(u32 n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

EXPORT i64 run(i32 n) { return (i64)fib((u32)n); }
