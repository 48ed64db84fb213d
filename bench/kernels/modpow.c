// 64-bit integer arithmetic: powers modulo numbers, and Euclid's algorithm.
#include "kernel.h"

static NOINLINE u64 power(u64 base, u64 exponent, u64 modulus)
{
    u64 result = 1;
    for (base %= modulus; exponent != 0; exponent >>= 1) {
        if (exponent & 1)
            result = result * base % modulus;
        base = base * base % modulus;
    }
    return result;
}

static NOINLINE u64 divisor(u64 a, u64 b)
{
    while (b != 0) {
        u64 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 1;
    for (i32 i = 0; i < n; i++) {
        u64 modulus = next(&random) | 1;
        u64 wide = (u64)next(&random) << 32 | next(&random);
        sum = mix(sum, power(next(&random), wide >> 40, modulus));
        sum = mix(sum, divisor(wide, (u64)next(&random) << 12));
        sum += (u64)((i64)wide / 1000 - (i64)(wide >> 3) % 37) + __builtin_popcountll(wide) + __builtin_clzll(wide | 1);
    }
    return (i64)sum;
}
