// Atomic operations that nobody contends for: counters, a lock, a reference count and a queue's ends, as programs with threads
// use them all the time. Cells of all four widths.
#include "kernel.h"

static u64 wide[64];
static u32 counters[64];
static u16 narrow[64];
static u8 bytes[64];
static u32 lock, references, head, tail;
static u32 ring[256];

static NOINLINE void acquire(u32 *place)
{
    u32 expected = 0;
    while (!__atomic_compare_exchange_n(place, &expected, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
        expected = 0;
}

static NOINLINE void release(u32 *place) { __atomic_store_n(place, 0, __ATOMIC_SEQ_CST); }

EXPORT u64 run(u32 n)
{
    u32 seed = 12345;
    u64 sum = 0;
    for (u32 i = 0; i < 64; i++)
        wide[i] = counters[i] = narrow[i] = bytes[i] = 0;
    for (u32 i = 0; i < COUNT(ring); i++)
        ring[i] = 0;
    lock = references = head = tail = 0;
    for (u32 i = 0; i < n; i++) {
        u32 at = next(&seed) & 63;
        sum += __atomic_fetch_add(&counters[at], 1, __ATOMIC_SEQ_CST);
        sum += __atomic_fetch_add(&wide[at], seed, __ATOMIC_SEQ_CST);
        sum ^= __atomic_fetch_or(&narrow[at], (u16)seed, __ATOMIC_SEQ_CST);
        sum ^= __atomic_fetch_xor(&bytes[at], (u8)seed, __ATOMIC_SEQ_CST);
        __atomic_fetch_and(&narrow[(at + 1) & 63], (u16)(seed >> 3), __ATOMIC_SEQ_CST);
        __atomic_fetch_add(&references, 1, __ATOMIC_SEQ_CST);
        acquire(&lock);
        ring[__atomic_fetch_add(&tail, 1, __ATOMIC_SEQ_CST) & 255] = seed;
        release(&lock);
        if (__atomic_load_n(&head, __ATOMIC_SEQ_CST) != __atomic_load_n(&tail, __ATOMIC_SEQ_CST))
            sum = mix(sum, ring[__atomic_fetch_add(&head, 1, __ATOMIC_SEQ_CST) & 255]);
        if (__atomic_sub_fetch(&references, 1, __ATOMIC_SEQ_CST) != 0)
            sum++;
        sum ^= __atomic_exchange_n(&wide[(at + 7) & 63], sum, __ATOMIC_SEQ_CST);
    }
    return sum;
}
