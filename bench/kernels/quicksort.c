// Quicksort with a middle pivot and insertion sort at the leaves, over 32-bit numbers.
#include "kernel.h"

static i32 items[100000];

static void sort(i32 *from, i32 *to)
{
    while (to - from > 12) {
        i32 pivot = from[(to - from) / 2];
        i32 *left = from, *right = to - 1;
        for (;;) {
            while (*left < pivot)
                left++;
            while (*right > pivot)
                right--;
            if (left >= right)
                break;
            i32 swapped = *left;
            *left++ = *right;
            *right-- = swapped;
        }
        sort(from, left);
        from = left;
    }

    for (i32 *next = from + 1; next < to; next++) {
        i32 item = *next;
        i32 *place = next;
        for (; place > from && place[-1] > item; place--)
            *place = place[-1];
        *place = item;
    }
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 12345;
    for (i32 round = 0; round < n; round++) {
        for (u32 i = 0; i < COUNT(items); i++)
            items[i] = (i32)next(&random);
        sort(items, items + COUNT(items));
        for (u32 i = 0; i < COUNT(items); i += 97)
            sum = mix(sum, (u32)items[i]);
    }
    return (i64)sum;
}
