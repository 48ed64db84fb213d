// Works on variables of the program itself, which lie at fixed addresses, and on those in frames of the stack in memory.
#include "kernel.h"

static volatile u32 calls;
static u32 seed = 1, low, high, parity;
static u64 total;
static f64 average;

static NOINLINE void fill(u32 *to, u32 count)
{
    calls++;
    for (u32 i = 0; i < count; i++)
        to[i] = seed = seed * 1664525 + 1013904223;
}

static NOINLINE void account(u32 value)
{
    calls++;
    total += value;
    if (value & 1)
        parity++;
    if (value < 1u << 30)
        low++;
    else if (value > 3u << 30)
        high += 2;
    average += (value - average) / 64;
}

static NOINLINE void turn(void)
{
    u32 values[8];
    fill(values, COUNT(values));
    for (u32 i = 0; i < COUNT(values); i++)
        account(values[i]);
}

EXPORT i64 run(i32 n)
{
    seed = 1;
    low = high = parity = 0;
    total = calls = 0;
    average = 0;
    for (i32 i = 0; i < n; i++)
        turn();
    return (i64)mix(mix(mix(total, low), high + parity), bits(average) + calls);
}
