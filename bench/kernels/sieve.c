// Counts primes below 800,000 by crossing out, with a byte for each odd number.
#include "kernel.h"

static u8 crossed[400000];

static NOINLINE u32 count_primes(void)
{
    u32 count = 1;
    __builtin_memset(crossed, 0, sizeof crossed);
    for (u32 i = 1; i < COUNT(crossed); i++) {
        if (crossed[i])
            continue;
        u32 prime = 2 * i + 1;
        count++;
        for (u32 k = i + prime; k < COUNT(crossed); k += prime)
            crossed[k] = 1;
    }
    return count;
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    for (i32 i = 0; i < n; i++)
        sum = mix(sum, count_primes() + crossed[i % COUNT(crossed)]);
    return (i64)sum;
}
