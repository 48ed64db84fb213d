// SHA-256 (FIPS 180-4) of 64 KB, over and over. The constants are worked out: the first bits of roots of primes.
#include "kernel.h"

static u32 constants[64], start[8], state[8];
static u8 data[1 << 16];

// The first 32 bits behind the point of the square or cube root of a number, by Newton's method.
static u32 root_bits(u32 number, int cube)
{
    f64 root = number;
    for (int i = 0; i < 60; i++)
        root = cube ? (2 * root + number / (root * root)) / 3 : (root + number / root) / 2;
    return (u32)(u64)((root - (u32)root) * 4294967296.0);
}

static void prepare(void)
{
    u32 found = 0;
    for (u32 candidate = 2; found < 64; candidate++) {
        int prime = 1;
        for (u32 divisor = 2; divisor * divisor <= candidate; divisor++)
            prime &= candidate % divisor != 0;
        if (!prime)
            continue;
        if (found < 8)
            start[found] = root_bits(candidate, 0);
        constants[found++] = root_bits(candidate, 1);
    }
}

static u32 rotate(u32 x, int by) { return x >> by | x << (32 - by); }

static void block(const u8 *from)
{
    u32 w[64];
    for (int i = 0; i < 16; i++)
        w[i] = (u32)from[4 * i] << 24 | from[4 * i + 1] << 16 | from[4 * i + 2] << 8 | from[4 * i + 3];
    for (int i = 16; i < 64; i++) {
        u32 s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
        u32 s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }

    u32 a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (int i = 0; i < 64; i++) {
        u32 s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
        u32 one = h + s1 + ((e & f) ^ (~e & g)) + constants[i] + w[i];
        u32 s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
        u32 two = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + one;
        d = c;
        c = b;
        b = a;
        a = one + two;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    prepare();
    for (u32 i = 0; i < sizeof data; i++)
        data[i] = (u8)(i * 7 + (i >> 8));
    for (i32 round = 0; round < n; round++) {
        for (int i = 0; i < 8; i++)
            state[i] = start[i];
        for (u32 i = 0; i < sizeof data; i += 64)
            block(data + i);
        sum = mix(sum, (u64)state[0] << 32 | state[7]);
        data[round & 0xffff] ^= (u8)sum;
    }
    return (i64)sum;
}
