// Mutable globals of WebAssembly itself: a small stack machine keeps its registers there across calls.
#include "kernel.h"

#ifdef __wasm__
#define GLOBAL __attribute__((address_space(1)))
#else
#define GLOBAL
#endif

static GLOBAL u32 top, below, carry;
static GLOBAL u64 clock;
// No f64: clang 14 copies those as integers, which is not valid for globals of wasm.
static GLOBAL u64 level;

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

// clang widens a read of such a global into one of memory, unless it is far from where the wide value is needed.
static NOINLINE u32 read_top(void) { return top; }

static NOINLINE u32 read_below(void) { return below; }

static NOINLINE void settle(void)
{
    for (int i = 0; i < 8; i++) {
        top = top * 69069 + carry;
        below ^= top >> 7;
        level = (level + top) >> 1 ^ top;
    }
}

EXPORT i64 run(i32 n)
{
    top = 1;
    below = 2;
    carry = 0;
    clock = 0;
    level = 0;
    for (i32 i = 0; i < n; i++) {
        add();
        settle();
        swap();
        add();
        if (carry)
            swap();
    }
    return (i64)mix(mix(clock, read_top()), level + read_below());
}
