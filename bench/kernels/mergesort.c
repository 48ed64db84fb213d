// Bottom-up merge sort of records by a 64-bit key.
#include "kernel.h"

typedef struct { u64 key; u32 value; u32 order; } Record;

static Record first[1 << 16], second[1 << 16];

static void merge(const Record *from, Record *to, u32 start, u32 middle, u32 end)
{
    u32 left = start, right = middle;
    for (u32 i = start; i < end; i++) {
        if (left < middle && (right >= end || from[left].key <= from[right].key))
            to[i] = from[left++];
        else
            to[i] = from[right++];
    }
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 99;
    for (i32 round = 0; round < n; round++) {
        for (u32 i = 0; i < COUNT(first); i++) {
            u64 high = next(&random);
            first[i] = (Record){ high << 20 ^ next(&random), (u32)high, i };
        }

        Record *from = first, *to = second;
        for (u32 width = 1; width < COUNT(first); width *= 2) {
            for (u32 start = 0; start < COUNT(first); start += 2 * width)
                merge(from, to, start, start + width, start + 2 * width);
            Record *swapped = from;
            from = to;
            to = swapped;
        }
        for (u32 i = 0; i < COUNT(first); i += 61)
            sum = mix(sum, from[i].key + from[i].order);
    }
    return (i64)sum;
}
