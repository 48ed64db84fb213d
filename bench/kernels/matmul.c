// Multiplies square matrices of f64, the plain three loops.
#include "kernel.h"

enum { Size = 200 };

static f64 a[Size][Size], b[Size][Size], c[Size][Size];

static NOINLINE void multiply(void)
{
    for (int i = 0; i < Size; i++) {
        for (int j = 0; j < Size; j++) {
            f64 sum = 0;
            for (int k = 0; k < Size; k++)
                sum += a[i][k] * b[k][j];
            c[i][j] = sum;
        }
    }
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 5;
    for (int i = 0; i < Size; i++) {
        for (int j = 0; j < Size; j++) {
            a[i][j] = (f64)(next(&random) % 1000) / 1000;
            b[i][j] = (f64)(next(&random) % 1000) / 1000;
        }
    }
    for (i32 round = 0; round < n; round++) {
        multiply();
        a[round % Size][round * 7 % Size] = c[round * 3 % Size][round * 5 % Size] / Size;
        sum = mix(sum, bits(c[round % Size][round % Size]));
    }
    return (i64)sum;
}
