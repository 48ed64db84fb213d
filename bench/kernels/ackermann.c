// Ackermann's function: deep recursion.
#include "kernel.h"

static NOINLINE u32 ackermann(u32 m, u32 n)
{
    if (m == 0)
        return n + 1;
    u32 inner = n == 0 ? 1 : ackermann(m, n - 1);
    // The inlined tail call would make a loop of this; the sum keeps it a call.
    return ackermann(m - 1, inner) + (inner == 0);
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    for (i32 i = 0; i < n; i++)
        sum = mix(sum, ackermann(2, 300 + (u32)i % 7) + ackermann(3, 6));
    return (i64)sum;
}
