// Mutable globals of WebAssembly itself: a small stack machine keeps its registers there across calls.
#include "kernel.h"

#ifdef __wasm__
#define GLOBAL __attribute__((address_space(1)))
#else
#define GLOBAL
#endif

static GLOBAL u32 top, below, carry;
static GLOBAL u64 clock;
// Only ever computed with: clang 14 turns plain copies of its bits into ones of an integer, which is not valid here.
static GLOBAL f64 level;

static NOINLINE void add(void)
{
    carry = top > ~below;
    top += below;
    clock += 1;
}

static NOINLINE void swap(void)
{
    u32 old = top;
    top = below;
    below = old;
    clock += 2;
}

static NOINLINE void settle(void)
{
    for (int i = 0; i < 8; i++) {
        top = top * 69069 + carry;
        below ^= top >> 7;
        level = (level + (top & 255)) / 2;
    }
}

EXPORT i64 run(i32 n)
{
    top = 1;
    below = 2;
    carry = 0;
    clock = 0;
    level = n;
    for (i32 i = 0; i < n; i++) {
        add();
        settle();
        swap();
        add();
        if (carry)
            swap();
    }
    return (i64)mix(mix(clock, top), bits(level * 2) + below);
}
