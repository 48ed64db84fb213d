// One export for each way in which code that a C compiler made can trap. The values that make it trap are read from
// volatile variables: the compiler must not see what C leaves undefined and WebAssembly defines.
#define EXPORT(name) __attribute__((export_name(#name), noinline)) name

static volatile unsigned far_away = 0xFFFFFFF0u;
static volatile int seven = 7, zero = 0, lowest = -2147483647 - 1, minus_one = -1;
static volatile long long lowest64 = -9223372036854775807LL - 1;
static volatile float not_a_number = __builtin_nanf("");
static volatile float too_large = 1e20f;
static volatile int depth;

int EXPORT(out_of_bounds)(void) { return *(volatile int *)far_away; }
void EXPORT(out_of_bounds_store)(void) { *(volatile int *)far_away = 1; }
int EXPORT(divide_by_zero)(void) { return seven / zero; }
int EXPORT(remainder_by_zero)(void) { return seven % zero; }
int EXPORT(overflow)(void) { return lowest / minus_one; }
long long EXPORT(overflow64)(void) { return lowest64 / minus_one; }
int EXPORT(invalid_conversion)(void) { return __builtin_wasm_trunc_s_i32_f32(not_a_number); }
int EXPORT(conversion_overflow)(void) { return __builtin_wasm_trunc_s_i32_f32(too_large); }
void EXPORT(unreachable)(void) { __builtin_trap(); }

// Uses none of the stack that C keeps in linear memory, so that it is the call stack that ends.
int EXPORT(recurse_forever)(void) {
    depth++;
    return recurse_forever() + depth;
}

typedef int (*taking_int)(int);
typedef double (*taking_double)(double);
static int same(int x) { return x; }
static volatile taking_int any_function = same;
static volatile unsigned no_function = 0, beyond_the_table = 1000000;

int EXPORT(good_indirect_call)(void) { return any_function(42); }
double EXPORT(bad_indirect_call)(void) { return ((taking_double)any_function)(42); }
int EXPORT(null_indirect_call)(void) { return ((taking_int)no_function)(42); }
int EXPORT(undefined_indirect_call)(void) { return ((taking_int)beyond_the_table)(42); }

// Returns the size of the memory in pages once it may not grow any more.
int EXPORT(grow_forever)(void) {
    while (__builtin_wasm_memory_grow(0, 1) != (__SIZE_TYPE__)-1) {
    }
    return (int)__builtin_wasm_memory_size(0);
}

void EXPORT(spin_forever)(void) {
    for (;;) depth++;
}

// Three frames with names for a stack trace to show.
static __attribute__((noinline)) int inner(int *where) { return *(volatile int *)far_away + *where; }
static __attribute__((noinline)) int middle(int *where) { return inner(where) + ++*where; }
int EXPORT(outer)(void) {
    int place = depth;
    return middle(&place) + place;
}
