// A hash table with open addressing: inserts, looks up, counts and removes.
#include "kernel.h"

typedef struct { u32 key; u32 count; } Slot;

static Slot slots[1 << 16];

static u32 hash(u32 key)
{
    key *= 0x85ebca6b;
    return key ^ key >> 15;
}

static Slot *find(u32 key)
{
    u32 i = hash(key);
    for (;; i++) {
        Slot *slot = &slots[i % COUNT(slots)];
        if (slot->key == key || slot->key == 0)
            return slot;
    }
}

static void erase(Slot *slot)
{
    // The slots that follow move up, where that brings them nearer to their place.
    u32 hole = (u32)(slot - slots);
    for (u32 i = (hole + 1) % COUNT(slots); slots[i].key != 0; i = (i + 1) % COUNT(slots)) {
        u32 home = hash(slots[i].key) % COUNT(slots);
        if (((i - home) % COUNT(slots)) >= ((i - hole) % COUNT(slots))) {
            slots[hole] = slots[i];
            hole = i;
        }
    }
    slots[hole].key = 0;
}

EXPORT i64 run(i32 n)
{
    u64 sum = 0;
    u32 random = 7;
    __builtin_memset(slots, 0, sizeof slots);
    u32 used = 0;
    for (i32 i = 0; i < n; i++) {
        u32 key = next(&random) % 60000 + 1;
        Slot *slot = find(key);
        if (slot->key == 0) {
            if (used < 40000) {
                *slot = (Slot){ key, 1 };
                used++;
            }
        } else if (++slot->count == 4) {
            sum = mix(sum, key);
            erase(slot);
            used--;
        }
    }
    return (i64)mix(sum, used);
}
