// Dot products of f32 vectors and of bytes, in vectors of 128 bits. No part may be fused: the sums are the same everywhere.
#include "kernel.h"

typedef float v4f __attribute__((vector_size(16), aligned(4)));
typedef short v8s __attribute__((vector_size(16), aligned(2)));
typedef int v4i __attribute__((vector_size(16), aligned(4)));

enum { Length = 8192 };

static float x[Length], y[Length];
static short p[Length], q[Length];

static NOINLINE f64 dot_float(void)
{
    v4f one = { 0 }, two = { 0 };
    for (int i = 0; i < Length; i += 8) {
        one += *(const v4f *)(x + i) * *(const v4f *)(y + i);
        two += *(const v4f *)(x + i + 4) * *(const v4f *)(y + i + 4);
    }
    one += two;
    return (f64)one[0] + one[1] + one[2] + one[3];
}

static NOINLINE u32 dot_short(void)
{
    v4i sum = { 0 };
    for (int i = 0; i < Length; i += 8) {
        v8s product = *(const v8s *)(p + i) * *(const v8s *)(q + i);
        sum += (v4i)product >> 16;
        sum += ((v4i)product << 16) >> 16;
    }
    return (u32)(sum[0] + sum[1] + sum[2] + sum[3]);
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 128;
    for (int i = 0; i < Length; i++) {
        x[i] = (float)(next(&random) % 2048) / 1024;
        y[i] = (float)(next(&random) % 2048) / 1024;
        p[i] = (short)(next(&random) % 180);
        q[i] = (short)(next(&random) % 180);
    }
    for (i32 round = 0; round < n; round++) {
        sum = mix(sum, bits(dot_float()));
        sum = mix(sum, dot_short());
        x[round % Length] += 0.5f;
        p[round % Length] ^= 1;
    }
    return (i64)sum;
}
