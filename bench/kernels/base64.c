// Base64 there and back.
#include "kernel.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static u8 plain[3 * 40000], again[3 * 40000], coded[4 * 40000];
static u8 values[256];

static NOINLINE u32 encode(void)
{
    u8 *to = coded;
    for (u32 i = 0; i < sizeof plain; i += 3) {
        u32 group = plain[i] << 16 | plain[i + 1] << 8 | plain[i + 2];
        *to++ = alphabet[group >> 18];
        *to++ = alphabet[group >> 12 & 63];
        *to++ = alphabet[group >> 6 & 63];
        *to++ = alphabet[group & 63];
    }
    return (u32)(to - coded);
}

static NOINLINE u32 decode(u32 length)
{
    u8 *to = again;
    for (u32 i = 0; i < length; i += 4) {
        u32 group = values[coded[i]] << 18 | values[coded[i + 1]] << 12 | values[coded[i + 2]] << 6 | values[coded[i + 3]];
        *to++ = (u8)(group >> 16);
        *to++ = (u8)(group >> 8);
        *to++ = (u8)group;
    }
    return (u32)(to - again);
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 64;
    for (u32 i = 0; i < sizeof plain; i++)
        plain[i] = (u8)next(&random);
    for (u32 i = 0; i < 64; i++)
        values[(u8)alphabet[i]] = (u8)i;
    for (i32 round = 0; round < n; round++) {
        u32 length = decode(encode());
        for (u32 i = 0; i < length; i += 101)
            sum = mix(sum, again[i]);
        plain[round % sizeof plain] ^= (u8)sum;
    }
    return (i64)sum;
}
