// What every kernel shares: names for types, an export, random numbers that are the same everywhere, and a checksum.
// No C library: the two functions that compilers call on their own are given here where wasm has no instruction for them.
#pragma once

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef signed int i32;
typedef signed long long i64;
typedef double f64;

// A kernel is one function: the amount of work in, a checksum of all that was computed out.
#ifdef __wasm__
#define EXPORT __attribute__((export_name("run")))
#else
#define EXPORT
#endif
#define NOINLINE __attribute__((noinline))

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static inline u32 next(u32 *state)
{
    u32 x = *state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *state = x;
}

static inline u64 mix(u64 sum, u64 value)
{
    sum = (sum ^ value) * 0x9e3779b97f4a7c15ull;
    return sum ^ (sum >> 29);
}

static inline u64 bits(f64 value)
{
    union { f64 value; u64 bits; } both = { value };
    return both.bits;
}
