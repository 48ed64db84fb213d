// Finds strings in a text: byte by byte, and with a table of shifts for the last byte.
#include "kernel.h"

static u8 text[1 << 18];
static u32 shifts[256];

static NOINLINE u32 find_plain(const u8 *pattern, u32 length)
{
    u32 found = 0;
    for (u32 i = 0; i + length <= sizeof text; i++) {
        u32 k = 0;
        while (k < length && text[i + k] == pattern[k])
            k++;
        found += k == length;
    }
    return found;
}

static NOINLINE u32 find_shifting(const u8 *pattern, u32 length)
{
    for (u32 c = 0; c < 256; c++)
        shifts[c] = length;
    for (u32 k = 0; k + 1 < length; k++)
        shifts[pattern[k]] = length - 1 - k;
    u32 found = 0;
    for (u32 i = 0; i + length <= sizeof text; i += shifts[text[i + length - 1]]) {
        u32 k = length;
        while (k > 0 && text[i + k - 1] == pattern[k - 1])
            k--;
        found += k == 0;
    }
    return found;
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 2024;
    for (u32 i = 0; i < sizeof text; i++)
        text[i] = "aaabcdeeft  "[next(&random) % 12];
    for (i32 round = 0; round < n; round++) {
        u8 pattern[16];
        u32 length = 3 + next(&random) % 10;
        u32 from = next(&random) % (sizeof text - 16);
        for (u32 k = 0; k < length; k++)
            pattern[k] = text[from + k];
        sum = mix(sum, find_plain(pattern, length));
        sum = mix(sum, find_shifting(pattern, length) + length);
    }
    return (i64)sum;
}
