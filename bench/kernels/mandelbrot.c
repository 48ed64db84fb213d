// Counts iterations over a square of the complex plane.
#include "kernel.h"

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    for (i32 py = 0; py < n; py++) {
        for (i32 px = 0; px < n; px++) {
            f64 cx = 3.0 * px / n - 2.2, cy = 2.6 * py / n - 1.3;
            f64 x = 0, y = 0;
            u32 count = 0;
            for (; count < 400; count++) {
                f64 xx = x * x, yy = y * y;
                if (xx + yy > 4)
                    break;
                y = 2 * x * y + cy;
                x = xx - yy + cx;
            }
            sum = sum * 33 + count;
        }
    }
    return (i64)sum;
}
