// Copies and fills ranges of many lengths, most of them short, and moves words in a loop.
#include "kernel.h"

static u8 one[1 << 16], two[1 << 16];

static NOINLINE void words(const u64 *from, u64 *to, u32 count)
{
    for (u32 i = 0; i < count; i++)
        to[i] = from[count - 1 - i] + i;
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 8;
    for (u32 i = 0; i < sizeof one; i++)
        one[i] = two[i] = (u8)next(&random);
    for (i32 i = 0; i < n; i++) {
        u32 r = next(&random);
        u32 length = (r & 31) == 0 ? r >> 8 & 0x3fff : r >> 8 & 63;
        u32 from = r >> 3 & 0xbfff, to = r >> 11 & 0xbfff;
        switch (r >> 5 & 3) {
        case 0:
            __builtin_memcpy(one + to, two + from, length);
            break;
        case 1:
            __builtin_memmove(two + to, two + from, length);
            break;
        case 2:
            __builtin_memset(one + to, (int)r, length);
            break;
        default:
            words((const u64 *)one + from / 8, (u64 *)two + to / 8, length / 8);
            break;
        }
        sum = sum * 31 + one[to] + two[from];
    }
    return (i64)sum;
}
