// Blurs a grey image with a 3 x 3 kernel, sixteen pixels at a time, and brightens it with saturation.
#include "kernel.h"

typedef u8 v16 __attribute__((vector_size(16), aligned(1)));
typedef u16 v8 __attribute__((vector_size(16), aligned(1)));
typedef u8 half __attribute__((vector_size(8), aligned(1)));

enum { Width = 512, Height = 256 };

static u8 image[Height][Width + 32], blurred[Height][Width + 32];

static v8 widen(const u8 *from) { return __builtin_convertvector(*(const half *)from, v8); }

static v8 row(const u8 *from) { return widen(from - 1) + (widen(from) << 1) + widen(from + 1); }

static NOINLINE void blur(u8 (*from)[Width + 32], u8 (*to)[Width + 32])
{
    for (int y = 1; y < Height - 1; y++) {
        for (int x = 16; x < Width + 16; x += 8) {
            v8 sum = row(&from[y - 1][x]) + (row(&from[y][x]) << 1) + row(&from[y + 1][x]);
            *(half *)&to[y][x] = __builtin_convertvector(sum >> 4, half);
        }
    }
}

static NOINLINE void brighten(u8 (*pixels)[Width + 32], u8 by)
{
    for (int y = 0; y < Height; y++) {
        for (int x = 16; x < Width + 16; x += 16) {
            v16 old = *(v16 *)&pixels[y][x];
            v16 sum = old + by;
            // Where the sum went over, the mask is all ones.
            *(v16 *)&pixels[y][x] = sum | (v16)(sum < old);
        }
    }
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 3;
    for (int y = 0; y < Height; y++) {
        for (int x = 0; x < Width + 32; x++)
            image[y][x] = blurred[y][x] = (u8)next(&random);
    }
    for (i32 round = 0; round < n; round++) {
        blur(image, blurred);
        blur(blurred, image);
        brighten(image, (u8)(round % 3));
        image[round % Height][16 + round % Width] = (u8)round * 31;
        for (int y = 0; y < Height; y += 16)
            sum = mix(sum, image[y][100 + round % 300]);
    }
    return (i64)sum;
}
