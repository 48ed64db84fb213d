// Computes a little of everything and prints it. What it prints is the same for every compiler and machine: no
// undefined behaviour, no type whose width differs between wasm32 and x86-64, no function of libm that may round either
// way, no sign of a NaN. calc.stdout is what the native build says.
#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOINLINE __attribute__((noinline))
#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

// Reading it keeps the compiler from computing the answers itself.
static volatile int32_t opaque_zero = 0;
static int32_t i32(int32_t value) { return value + opaque_zero; }
static int64_t i64(int64_t value) { return value + opaque_zero; }
static double f64(double value) { return value * (double)(1 + opaque_zero); }

static uint64_t mix(uint64_t hash, uint64_t value) {
    hash ^= value + UINT64_C(0x9E3779B97F4A7C15) + (hash << 6) + (hash >> 2);
    return hash * UINT64_C(0xFF51AFD7ED558CCD);
}

static uint64_t random_state = UINT64_C(88172645463325252);
static uint64_t next_random(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state;
}

// ---- recursion ----

static NOINLINE int32_t fib(int32_t n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

static NOINLINE int32_t ackermann(int32_t m, int32_t n) {
    if (m == 0) return n + 1;
    if (n == 0) return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

static NOINLINE int32_t tak(int32_t x, int32_t y, int32_t z) {
    return y < x ? tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) : z;
}

static NOINLINE int32_t male(int32_t n);
static NOINLINE int32_t female(int32_t n) { return n == 0 ? 1 : n - male(female(n - 1)); }
static NOINLINE int32_t male(int32_t n) { return n == 0 ? 0 : n - female(male(n - 1)); }

static NOINLINE int32_t mc_carthy(int32_t n) { return n > 100 ? n - 10 : mc_carthy(mc_carthy(n + 11)); }

static NOINLINE int32_t queens(int32_t size, uint32_t columns, uint32_t left, uint32_t right) {
    uint32_t all = (1u << size) - 1;
    if (columns == all) return 1;
    int32_t found = 0;
    for (uint32_t free = all & ~(columns | left | right); free != 0; free &= free - 1) {
        uint32_t queen = free & (0u - free);
        found += queens(size, columns | queen, (left | queen) << 1, (right | queen) >> 1);
    }
    return found;
}

static uint64_t permutation_hash;
static NOINLINE int32_t permute(char *text, int32_t from, int32_t length) {
    if (from == length) {
        for (int32_t i = 0; i < length; i++) permutation_hash = mix(permutation_hash, (uint8_t)text[i]);
        return 1;
    }
    int32_t made = 0;
    for (int32_t i = from; i < length; i++) {
        char swap = text[from];
        text[from] = text[i];
        text[i] = swap;
        made += permute(text, from + 1, length);
        swap = text[from];
        text[from] = text[i];
        text[i] = swap;
    }
    return made;
}

static NOINLINE int64_t deep(int32_t n) { return n == 0 ? 0 : deep(n - 1) * 3 % 1000003 + n; }

static void recursion(void) {
    puts("== recursion");
    printf("fib %" PRId32 "\n", fib(i32(25)));
    printf("ackermann %" PRId32 " %" PRId32 "\n", ackermann(i32(2), 9), ackermann(i32(3), 5));
    printf("tak %" PRId32 "\n", tak(i32(18), 12, 6));
    printf("hofstadter %" PRId32 " %" PRId32 "\n", female(i32(60)), male(i32(61)));
    printf("mccarthy %" PRId32 " %" PRId32 "\n", mc_carthy(i32(17)), mc_carthy(i32(150)));
    printf("queens");
    for (int32_t size = 1; size <= 8; size++) printf(" %" PRId32, queens(size, 0, 0, 0));
    puts("");
    char text[] = "abcdefg";
    int32_t made = permute(text, 0, 7);
    printf("permutations %" PRId32 " %s %016" PRIx64 "\n", made, text, permutation_hash);
    printf("deep %" PRId64 "\n", deep(i32(5000)));
}

// ---- indirect calls ----

static NOINLINE int32_t add(int32_t a, int32_t b) { return (int32_t)((uint32_t)a + (uint32_t)b); }
static NOINLINE int32_t subtract(int32_t a, int32_t b) { return (int32_t)((uint32_t)a - (uint32_t)b); }
static NOINLINE int32_t multiply(int32_t a, int32_t b) { return (int32_t)((uint32_t)a * (uint32_t)b); }
static NOINLINE int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }
static int32_t (*const integer_table[])(int32_t, int32_t) = {add, subtract, multiply, larger};

static NOINLINE double plus(double a, double b) { return a + b; }
static NOINLINE double divided(double a, double b) { return a / b; }
static NOINLINE double hypotenuse(double a, double b) { return sqrt(a * a + b * b); }
static double (*const double_table[])(double, double) = {plus, divided, hypotenuse, fmod};

static NOINLINE int64_t shift_left(int64_t a, int32_t by) { return (int64_t)((uint64_t)a << (by & 63)); }
static NOINLINE int64_t shift_right(int64_t a, int32_t by) { return (int64_t)((uint64_t)a >> (by & 63)); }
static int64_t (*const shift_table[])(int64_t, int32_t) = {shift_left, shift_right};

static NOINLINE float mixed_a(int32_t a, double b, int64_t c, float d) { return (float)(a + b) + (float)c * d; }
static NOINLINE float mixed_b(int32_t a, double b, int64_t c, float d) { return (float)(b - a) - (float)c / d; }
static float (*const mixed_table[])(int32_t, double, int64_t, float) = {mixed_a, mixed_b};

struct shape;
struct shape_type {
    const char *name;
    double (*area)(const struct shape *);
    void (*grow)(struct shape *, double);
};
struct shape {
    const struct shape_type *type;
    double a, b;
};
static double rectangle_area(const struct shape *s) { return s->a * s->b; }
static double triangle_area(const struct shape *s) { return s->a * s->b / 2; }
static void grow_both(struct shape *s, double by) {
    s->a += by;
    s->b += by;
}
static void grow_first(struct shape *s, double by) { s->a += by; }
static const struct shape_type rectangle = {"rectangle", rectangle_area, grow_both};
static const struct shape_type triangle = {"triangle", triangle_area, grow_first};

static void indirect_calls(void) {
    puts("== indirect calls");
    for (int i = 0; i < COUNT(integer_table); i++)
        printf("integer %d: %" PRId32 " %" PRId32 "\n", i, integer_table[i](i32(1000003), -77),
               integer_table[i](i32(-5), INT32_MIN));
    for (int i = 0; i < COUNT(double_table); i++) printf("double %d: %.17g\n", i, double_table[i](f64(17.25), 3.1));
    for (int i = 0; i < COUNT(shift_table); i++)
        printf("shift %d: %" PRId64 "\n", i, shift_table[i](i64(-123456789012345), i32(7)));
    for (int i = 0; i < COUNT(mixed_table); i++)
        printf("mixed %d: %.9g\n", i, (double)mixed_table[i](i32(3), 0.1, 1000000007, 1.5f));
    struct shape shapes[] = {{&rectangle, 2, 3.5}, {&triangle, 4, 5}, {&rectangle, 0.1, 0.2}};
    for (int i = 0; i < COUNT(shapes); i++) {
        shapes[i].type->grow(&shapes[i], i + 0.5);
        printf("%s %.17g\n", shapes[i].type->name, shapes[i].type->area(&shapes[i]));
    }
    uint64_t hash = 0;
    for (int i = 0; i < 10000; i++) {
        int32_t a = (int32_t)next_random(), b = (int32_t)next_random();
        hash = mix(hash, (uint64_t)(uint32_t)integer_table[next_random() % 4](a, b));
    }
    printf("random calls %016" PRIx64 "\n", hash);
}

// ---- division ----

static const int32_t numbers32[] = {
    0,         1,         -1,           2,     -2,     3,       7,        -7,        10,         100,
    -100,      641,       65535,        65536, -65537, 1000003, 16777216, 123456789, -987654321, INT32_MAX - 1,
    INT32_MAX, INT32_MIN, INT32_MIN + 1};
static const int64_t numbers64[] = {0,
                                    1,
                                    -1,
                                    3,
                                    -7,
                                    10,
                                    641,
                                    65537,
                                    4294967295,
                                    4294967296,
                                    -4294967297,
                                    1000000007,
                                    123456789012345,
                                    -98765432109876543,
                                    INT64_MAX,
                                    INT64_MAX - 1,
                                    INT64_MIN,
                                    INT64_MIN + 1};

static NOINLINE int32_t div_s32(int32_t a, int32_t b) { return a / b; }
static NOINLINE int32_t rem_s32(int32_t a, int32_t b) { return a % b; }
static NOINLINE uint32_t div_u32(uint32_t a, uint32_t b) { return a / b; }
static NOINLINE uint32_t rem_u32(uint32_t a, uint32_t b) { return a % b; }
static NOINLINE int64_t div_s64(int64_t a, int64_t b) { return a / b; }
static NOINLINE int64_t rem_s64(int64_t a, int64_t b) { return a % b; }
static NOINLINE uint64_t div_u64(uint64_t a, uint64_t b) { return a / b; }
static NOINLINE uint64_t rem_u64(uint64_t a, uint64_t b) { return a % b; }

static void division(void) {
    puts("== division");
    uint64_t hash = 0;
    int done = 0;
    for (int i = 0; i < COUNT(numbers32); i++)
        for (int k = 0; k < COUNT(numbers32); k++) {
            int32_t a = numbers32[i], b = numbers32[k];
            if (b == 0) continue;
            uint32_t qu = div_u32((uint32_t)a, (uint32_t)b), ru = rem_u32((uint32_t)a, (uint32_t)b);
            hash = mix(mix(hash, qu), ru);
            if ((uint32_t)b * qu + ru != (uint32_t)a) puts("wrong");
            done++;
            if (a == INT32_MIN && b == -1) continue;
            int32_t qs = div_s32(a, b), rs = rem_s32(a, b);
            hash = mix(mix(hash, (uint32_t)qs), (uint32_t)rs);
            if ((uint32_t)b * (uint32_t)qs + (uint32_t)rs != (uint32_t)a) puts("wrong");
        }
    printf("32 bits: %d pairs %016" PRIx64 "\n", done, hash);
    hash = 0;
    done = 0;
    for (int i = 0; i < COUNT(numbers64); i++)
        for (int k = 0; k < COUNT(numbers64); k++) {
            int64_t a = numbers64[i], b = numbers64[k];
            if (b == 0) continue;
            uint64_t qu = div_u64((uint64_t)a, (uint64_t)b), ru = rem_u64((uint64_t)a, (uint64_t)b);
            hash = mix(mix(hash, qu), ru);
            done++;
            if (a == INT64_MIN && b == -1) continue;
            int64_t qs = div_s64(a, b), rs = rem_s64(a, b);
            hash = mix(mix(hash, (uint64_t)qs), (uint64_t)rs);
            if ((uint64_t)b * (uint64_t)qs + (uint64_t)rs != (uint64_t)a) puts("wrong");
        }
    printf("64 bits: %d pairs %016" PRIx64 "\n", done, hash);
    for (int i = 0; i < COUNT(numbers32); i += 3) {
        int32_t a = i32(numbers32[i]);
        printf("%" PRId32 ": %" PRId32 " %" PRId32 " %" PRId32 " %" PRId32 " %" PRIu32 " %" PRIu32 "\n", a, a / 7,
               a % 7, a / -10, a % 16, (uint32_t)a / 10u, (uint32_t)a % 641u);
    }
    for (int i = 0; i < COUNT(numbers64); i += 3) {
        int64_t a = i64(numbers64[i]);
        printf("%" PRId64 ": %" PRId64 " %" PRId64 " %" PRId64 " %" PRIu64 " %" PRIu64 "\n", a, a / 7, a % 7,
               a / -1000000007, (uint64_t)a / 10u, (uint64_t)a % 4294967291u);
    }
    printf("INT_MIN %" PRId32 " %" PRId32 " %" PRId32 " %" PRId64 "\n", div_s32(INT32_MIN, 1), div_s32(INT32_MIN, 2),
           rem_s32(INT32_MIN, INT32_MAX), div_s64(INT32_MIN, -1));
    printf("INT64_MIN %" PRId64 " %" PRId64 " %" PRId64 "\n", div_s64(INT64_MIN, 1), div_s64(INT64_MIN, -2),
           rem_s64(INT64_MIN, 10));
}

// ---- floats ----

static void floats(void) {
    puts("== floats");
    double values[] = {0.1,  1.0 / 3,   -2.5, 2.5, 3.5, 1e308, 5e-324, 2.2250738585072014e-308, 4503599627370497.5,
                       -0.0, 123456.789};
    for (int i = 0; i < COUNT(values); i++) {
        double x = f64(values[i]);
        printf("%.17g: %.17g %.17g %.17g %.17g %.17g %.17g %.17g\n", x, floor(x), ceil(x), trunc(x), nearbyint(x),
               sqrt(fabs(x)), x * 0.7 + 0.3, 1 / (x + 1));
    }
    for (int i = 0; i < COUNT(values); i++) {
        float x = (float)f64(values[i]);
        printf("f32 %.9g: %.9g %.9g %.9g %.9g\n", (double)x, (double)(x * 0.7f), (double)(x + 1.1f),
               (double)sqrtf(fabsf(x)), isinf(x) ? 0 : (double)(x - truncf(x)));
    }
    double sum = 0, correction = 0;
    for (int i = 1; i <= 100000; i++) {
        double term = 1.0 / f64(i) - correction, next = sum + term;
        correction = (next - sum) - term;
        sum = next;
    }
    printf("harmonic %.17g %.17g\n", sum, correction);
    double pi = 0;
    for (int i = 0; i < 200000; i++) pi += (i % 2 ? -4.0 : 4.0) / (2 * i + 1);
    printf("leibniz %.17g\n", pi);
    double infinite = f64(1e308) * 10, nan = infinite - infinite;
    printf("special %g %g %d %d %d %d %d\n", infinite, -infinite, isnan(nan), nan == nan, nan<1, infinite> 1e308,
           signbit(f64(0) * -1) != 0);
    printf("min max %.17g %.17g %.17g\n", fmin(f64(3), nan), fmax(f64(-3), 2), copysign(f64(3), -0.0));
    printf("to integer %" PRId32 " %" PRId32 " %" PRIu32 " %" PRId64 " %" PRIu64 "\n", (int32_t)f64(-2147483648.9),
           (int32_t)f64(2147483647.5), (uint32_t)f64(4294967295.9), (int64_t)f64(-9.2e18), (uint64_t)f64(1.8e19));
    printf("from integer %.17g %.17g %.17g %.17g %.9g %.9g\n", (double)i32(INT32_MIN), (double)(uint32_t)i32(-1),
           (double)i64(INT64_MAX), (double)(uint64_t)i64(-1025), (double)(float)i64(16777217),
           (double)(float)(uint64_t)i64(INT64_MIN + 1));
    uint64_t bits;
    double half = f64(0.5);
    memcpy(&bits, &half, sizeof bits);
    printf("bits %016" PRIx64, bits);
    bits += 12345;
    memcpy(&half, &bits, sizeof bits);
    printf(" %.17g %.17g %.17g\n", half, ldexp(f64(0.7), -1070), ldexp(f64(0.7), 900));
    double matrix[8][8], product[8][8];
    for (int i = 0; i < 8; i++)
        for (int k = 0; k < 8; k++) matrix[i][k] = f64(i * 8 + k) / 7 - 3;
    for (int i = 0; i < 8; i++)
        for (int k = 0; k < 8; k++) {
            product[i][k] = 0;
            for (int m = 0; m < 8; m++) product[i][k] += matrix[i][m] * matrix[m][k];
        }
    printf("matrix %.17g %.17g %.17g\n", product[0][0], product[3][5], product[7][7]);
}

// ---- 64 and 128 bits ----

static NOINLINE uint64_t rotate(uint64_t value, int by) { return value << (by & 63) | value >> (-by & 63); }
static NOINLINE uint32_t rotate32(uint32_t value, int by) { return value << (by & 31) | value >> (-by & 31); }

static void wide_integers(void) {
    puts("== wide integers");
    for (int i = 0; i < COUNT(numbers64); i += 4) {
        uint64_t value = (uint64_t)i64(numbers64[i]) | 1;
        printf("%016" PRIx64 ": rotl %016" PRIx64 " %08" PRIx32 " clz %d ctz %d popcount %d sar %" PRId64
               " shr %" PRIu64 "\n",
               value, rotate(value, i * 7 + 1), rotate32((uint32_t)value, i * 7 + 1), __builtin_clzll(value),
               __builtin_ctzll(value - 1 ? value - 1 : 4), __builtin_popcountll(value), (int64_t)value >> 9,
               value >> 9);
    }
    printf("extend %" PRId32 " %" PRId32 " %" PRId64 " %" PRIu64 "\n", (int32_t)(int8_t)i32(0x1FF),
           (int32_t)(int16_t)i32(0x18000), (int64_t)(int32_t)i64(0x1FFFFFFFF), (uint64_t)(uint8_t)i32(-2));
    printf("compare %d %d %d %d\n", i64(-1) < 0, (uint64_t)i64(-1) < 1, i64(INT64_MIN) < i64(INT64_MAX),
           (uint32_t)i32(-1) > 5u);
    unsigned __int128 wide = (unsigned __int128)(uint64_t)i64(-3) * (uint64_t)i64(INT64_MAX);
    printf("128 product %016" PRIx64 "%016" PRIx64 "\n", (uint64_t)(wide >> 64), (uint64_t)wide);
    // No `%`: the wasm build of __umodti3 in Debian bookworm does not link (it wants __stack_chk_guard).
    uint64_t divisor = (uint64_t)i64(1000000000000000003);
    unsigned __int128 quotient = wide / divisor, remainder = wide - quotient * divisor;
    printf("128 quotient %" PRIu64 " remainder %" PRIu64 " shifted %016" PRIx64 "\n", (uint64_t)quotient,
           (uint64_t)remainder, (uint64_t)(wide >> i32(37)));
    uint32_t digits[8] = {1};
    for (uint32_t n = 2; n <= 34; n++) {
        uint64_t carry = 0;
        for (int i = 0; i < 8; i++) {
            carry += (uint64_t)digits[i] * n;
            digits[i] = (uint32_t)(carry % 1000000000u);
            carry /= 1000000000u;
        }
    }
    printf("34! = %" PRIu32 "%09" PRIu32 "%09" PRIu32 "%09" PRIu32 "%09" PRIu32 "\n", digits[4], digits[3], digits[2],
           digits[1], digits[0]);
    int longest = 0, start = 0;
    for (int n = 1; n < 20000; n++) {
        int steps = 0;
        for (uint64_t x = (uint64_t)n; x != 1; x = x & 1 ? 3 * x + 1 : x / 2) steps++;
        if (steps > longest) {
            longest = steps;
            start = n;
        }
    }
    printf("collatz %d %d\n", start, longest);
}

// ---- memory ----

static uint32_t crc32(const uint8_t *bytes, int length) {
    uint32_t crc = ~UINT32_C(0);
    for (int i = 0; i < length; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >> 1 ^ UINT32_C(0xEDB88320) : crc >> 1;
    }
    return ~crc;
}

struct node {
    int32_t key;
    struct node *next;
};

static void memory(void) {
    puts("== memory");
    static uint8_t buffer[4096];
    for (int i = 0; i < COUNT(buffer); i++) buffer[i] = (uint8_t)(i * 7 + (i >> 8));
    printf("crc %08" PRIx32, crc32(buffer, COUNT(buffer)));
    memmove(buffer + 100, buffer + 50, (size_t)i32(1000));
    printf(" %08" PRIx32, crc32(buffer, COUNT(buffer)));
    memmove(buffer + 2000, buffer + 2033, (size_t)i32(1500));
    printf(" %08" PRIx32, crc32(buffer, COUNT(buffer)));
    memcpy(buffer + 3000, buffer + 5, (size_t)i32(777));
    memset(buffer + 1, i32(0x1AB), (size_t)i32(333));
    memset(buffer + 400, 0, (size_t)i32(0));
    printf(" %08" PRIx32 "\n", crc32(buffer, COUNT(buffer)));
    printf("compare %d %d %d\n", memcmp(buffer, buffer + 1, 4) < 0, memcmp(buffer + 1, buffer + 2, 300),
           memcmp("abd", "abc", 3) > 0);
    uint64_t hash = 0;
    for (int at = 0; at < 16; at++) {
        uint16_t a;
        uint32_t b;
        uint64_t c;
        double d = at + 0.25;
        memcpy(&a, buffer + 700 + at, 2);
        memcpy(&b, buffer + 701 + at, 4);
        memcpy(&c, buffer + 702 + at, 8);
        memcpy(buffer + 900 + at * 9, &d, 8);
        hash = mix(mix(mix(hash, a), b), c);
    }
    printf("unaligned %016" PRIx64 " %08" PRIx32 "\n", hash, crc32(buffer, COUNT(buffer)));
    int32_t *grown = NULL;
    int capacity = 0;
    for (int i = 0; i < 50000; i++) {
        if (i == capacity) {
            capacity = capacity ? capacity * 2 : 3;
            grown = realloc(grown, (size_t)capacity * sizeof *grown);
        }
        grown[i] = (int32_t)next_random();
    }
    printf("realloc %08" PRIx32 "\n", crc32((const uint8_t *)grown, 50000 * 4));
    free(grown);
    struct node *list = NULL;
    for (int32_t i = 0; i < 1000; i++) {
        struct node *node = malloc(sizeof *node);
        node->key = i * i % 1009;
        struct node **at = &list;
        while (*at && (*at)->key < node->key) at = &(*at)->next;
        node->next = *at;
        *at = node;
    }
    int64_t weighted = 0;
    int32_t place = 0;
    while (list) {
        struct node *next = list->next;
        weighted += (int64_t)++place * list->key;
        free(list);
        list = next;
    }
    printf("list %" PRId64 "\n", weighted);
    static bool composite[100000];
    int primes = 0;
    for (int n = 2; n < COUNT(composite); n++) {
        if (composite[n]) continue;
        primes++;
        for (int m = 2 * n; m < COUNT(composite); m += n) composite[m] = true;
    }
    printf("primes %d\n", primes);
}

// ---- library ----

struct entry {
    char name[12];
    int32_t rank;
    double weight;
};
static int by_rank(const void *a, const void *b) {
    int32_t x = ((const struct entry *)a)->rank, y = ((const struct entry *)b)->rank;
    return (x > y) - (x < y);
}
static int by_name(const void *a, const void *b) {
    return strcmp(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}
static int descending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static void library(void) {
    puts("== library");
    struct entry entries[200];
    for (int i = 0; i < COUNT(entries); i++) {
        snprintf(entries[i].name, sizeof entries[i].name, "e%05" PRIu32, (uint32_t)(next_random() % 90000));
        entries[i].rank = i * 7919 % 211;
        entries[i].weight = i / 3.0;
    }
    qsort(entries, COUNT(entries), sizeof entries[0], by_name);
    printf("by name %s %s %s\n", entries[0].name, entries[100].name, entries[199].name);
    qsort(entries, COUNT(entries), sizeof entries[0], by_rank);
    printf("by rank %" PRId32 " %" PRId32 " %.17g\n", entries[0].rank, entries[199].rank, entries[57].weight);
    struct entry key = {"", entries[123].rank, 0};
    const struct entry *found = bsearch(&key, entries, COUNT(entries), sizeof entries[0], by_rank);
    printf("found %d\n", found == &entries[123]);
    static double numbers[5000];
    for (int i = 0; i < COUNT(numbers); i++) numbers[i] = (double)(next_random() >> 11) / 9007199254740992.0;
    qsort(numbers, COUNT(numbers), sizeof numbers[0], descending);
    printf("sorted %.17g %.17g %.17g\n", numbers[0], numbers[2500], numbers[4999]);
    printf("parse %d %.17g %.17g %" PRId64 " %" PRIu64 "\n", atoi(" -42x"), strtod("2.5e-3", NULL),
           strtod("0.1e1", NULL), (int64_t)strtoll("-0x7fffffffffffffff", NULL, 16),
           (uint64_t)strtoull("777", NULL, 8));
    char text[] = "to be, or not to be: that is the question";
    int words = 0, letters = 0;
    for (char *word = strtok(text, " ,:"); word; word = strtok(NULL, " ,:")) {
        words++;
        letters += words * (int)strlen(word);
    }
    printf("words %d %d\n", words, letters);
    printf("strings %d %d %s %s\n", strcmp("wasm", "wasil") > 0, (int)strspn("aabbcc", "ab"),
           strstr("hay needle hay", "needle"), strrchr("a/b/c", '/'));
}

static void formats(void) {
    puts("== formats");
    printf("[%5d] [%-5d] [%05d] [%+d] [% d] [%.4d] [%*d]\n", 42, 42, 42, 42, 42, 42, 7, 42);
    printf("[%u] [%x] [%X] [%#x] [%o] [%#o] [%08x]\n", 3000000000u, 48879u, 48879u, 48879u, 511u, 511u, 48879u);
    printf("[%s] [%8s] [%-8s] [%.2s] [%c] [%%]\n", "text", "text", "text", "text", 'c');
    printf("[%f] [%.0f] [%.3f] [%10.2f] [%-10.2f] [%+.1f] [%010.3f]\n", 3.14159, 2.5, 2.0005, 1234.567, 1234.567, 0.05,
           -1.5);
    printf("[%e] [%.2E] [%g] [%g] [%g] [%#g] [%.3g]\n", 12345.678, 0.00012345, 100000.0, 1000000.0, 0.0001, 1.0,
           123456.0);
    printf("[%.17g] [%.20f] [%.1f] [%.15g] [%g]\n", 0.1, 0.1, 0.25, 1e23, 1e-320);
    printf("[%" PRId64 "] [%" PRIu64 "] [%" PRIx64 "] [%hhd] [%hd]\n", INT64_MIN, UINT64_MAX, UINT64_MAX,
           (signed char)i32(300), (short)i32(70000));
    char small[8];
    int needed = snprintf(small, sizeof small, "%s-%d", "truncated", 1);
    printf("%d %s\n", needed, small);
}

// ---- calling conventions ----

static NOINLINE double sum_of(const char *types, ...) {
    double sum = 0;
    va_list list;
    va_start(list, types);
    for (; *types; types++) switch (*types) {
            case 'i': sum += va_arg(list, int32_t); break;
            case 'l': sum += (double)va_arg(list, int64_t); break;
            case 'd': sum += va_arg(list, double); break;
            case 's': sum += (double)strlen(va_arg(list, const char *)); break;
        }
    va_end(list);
    return sum;
}

struct small {
    int32_t a;
};
struct pair {
    double x, y;
};
struct large {
    int32_t id;
    double values[5];
    char tag[7];
};
union pun {
    uint32_t word;
    uint8_t bytes[4];
};
static NOINLINE struct small twice(struct small s) {
    s.a *= 2;
    return s;
}
static NOINLINE struct pair swapped(struct pair p) { return (struct pair){p.y, p.x}; }
static NOINLINE struct large changed(struct large l, struct pair p) {
    l.id += 1;
    l.values[2] = p.x * p.y;
    l.tag[0] = 'X';
    return l;
}
static NOINLINE int64_t many(int8_t a, uint16_t b, int32_t c, int64_t d, float e, double f, bool g, char h, int32_t i,
                             int32_t j, int64_t k, double l) {
    return a + b * 2 + c * 3 + d * 4 + (int64_t)(e * 5) + (int64_t)(f * 6) + g * 7 + h * 8 + i * 9 + j * 10 + k * 11 +
           (int64_t)(l * 12);
}

static void conventions(void) {
    puts("== conventions");
    printf("varargs %.17g %.17g\n", sum_of("idls", i32(1), 2.5, i64(3000000000), "four"),
           sum_of("ddidddidd", 1.5, 2.5, 3, 4.5, 5.5, 6.5, 7, 8.5, 9.5));
    struct pair pair = swapped((struct pair){f64(1.25), 2});
    struct large before = {7, {1, 2, 3, 4, 5}, "abcdef"}, after = changed(before, pair);
    printf("structs %" PRId32 " %g %g %" PRId32 " %g %s %" PRId32 " %g %s\n", twice((struct small){i32(21)}).a, pair.x,
           pair.y, before.id, before.values[2], before.tag, after.id, after.values[2], after.tag);
    printf("many %" PRId64 "\n",
           many((int8_t)i32(-1), 65535, i32(3), i64(-4000000000), 5.5f, 6.25, true, 'h', 9, 10, i64(11), 12.125));
    union pun pun = {.word = (uint32_t)i32(0x01020304)};
    printf("union %d %d\n", pun.bytes[0], pun.bytes[3]);
    printf("layout %d %d %d\n", (int)sizeof(struct pair), (int)sizeof(struct entry), (int)sizeof(struct small));
}

// ---- a large switch ----

enum op {
    HALT, PUSH, POP, DUP, SWAP, OVER, ADD, SUB, MUL, DIV, MOD, NEG, AND, OR, XOR, NOT, SHL, SHR, EQ, NE, LT, LE, GT, GE, JMP,
    JZ, JNZ, LOAD, STORE, INC, DEC, MIN, MAX, ABS, SIGN, SQUARE, PRINT, CALL, RET, NOP
};


static NOINLINE int32_t interpret(const int16_t *code, int32_t argument) {
    int32_t stack[64] = {0}, slots[8] = {argument};
    int sp = 0, at = 0, returns[16], depth = 0, steps = 0;
#define TOP stack[sp - 1]
#define BINARY(expression)                                                                                             \
    {                                                                                                                  \
        int32_t b = stack[--sp], a = TOP;                                                                              \
        (void)a;                                                                                                       \
        (void)b;                                                                                                       \
        TOP = (expression);                                                                                            \
        break;                                                                                                         \
    }
    for (;;) {
        steps++;
        switch ((enum op)code[at++]) {
            case HALT: return steps;
            case PUSH: stack[sp++] = code[at++]; break;
            case POP: sp--; break;
            case DUP:
                stack[sp] = TOP;
                sp++;
                break;
            case SWAP: {
                int32_t a = TOP;
                TOP = stack[sp - 2];
                stack[sp - 2] = a;
                break;
            }
            case OVER:
                stack[sp] = stack[sp - 2];
                sp++;
                break;
            case ADD: BINARY(add(a, b))
            case SUB: BINARY(subtract(a, b))
            case MUL: BINARY(multiply(a, b))
            case DIV: BINARY(b ? a / b : 0)
            case MOD: BINARY(b ? a % b : 0)
            case NEG: TOP = subtract(0, TOP); break;
            case AND: BINARY(a & b)
            case OR: BINARY(a | b)
            case XOR: BINARY(a ^ b)
            case NOT: TOP = ~TOP; break;
            case SHL: BINARY((int32_t)((uint32_t)a << (b & 31)))
            case SHR: BINARY((int32_t)((uint32_t)a >> (b & 31)))
            case EQ: BINARY(a == b)
            case NE: BINARY(a != b)
            case LT: BINARY(a < b)
            case LE: BINARY(a <= b)
            case GT: BINARY(a > b)
            case GE: BINARY(a >= b)
            case JMP: at = code[at]; break;
            case JZ: at = stack[--sp] == 0 ? code[at] : at + 1; break;
            case JNZ: at = stack[--sp] != 0 ? code[at] : at + 1; break;
            case LOAD: stack[sp++] = slots[code[at++]]; break;
            case STORE: slots[code[at++]] = stack[--sp]; break;
            case INC:
                slots[code[at]] = add(slots[code[at]], 1);
                at++;
                break;
            case DEC:
                slots[code[at]] = add(slots[code[at]], -1);
                at++;
                break;
            case MIN: BINARY(a < b ? a : b)
            case MAX: BINARY(larger(a, b))
            case ABS: TOP = TOP < 0 ? subtract(0, TOP) : TOP; break;
            case SIGN: TOP = (TOP > 0) - (TOP < 0); break;
            case SQUARE: TOP = multiply(TOP, TOP); break;
            case PRINT: printf("%" PRId32 "\n", stack[--sp]); break;
            case CALL:
                returns[depth++] = at + 1;
                at = code[at];
                break;
            case RET: at = returns[--depth]; break;
            case NOP: break;
        }
    }
}

static NOINLINE int32_t sparse(int32_t value) {
    switch (value) {
        case INT32_MIN: return 1;
        case -1000000: return 2;
        case -1: return 3;
        case 0: return 4;
        case 1:
        case 2:
        case 3: return 5;
        case 'a':
        case 'e':
        case 'i':
        case 'o':
        case 'u': return 6;
        case 1000: return 7;
        case 65536: return 8;
        case 123456789: return 9;
        case INT32_MAX: return 10;
        default: return value > 100 && value < 200 ? 11 : 12;
    }
}

static NOINLINE const char *dense(int32_t value) {
    switch (value) {
        case 0: return "zero";
        case 1: return "one";
        case 2: return "two";
        case 3: return "three";
        case 4: return "four";
        case 5: return "five";
        case 6: return "six";
        case 7: return "seven";
        case 8: return "eight";
        case 9: return "nine";
        default: return "?";
    }
}

static void switches(void) {
    puts("== switches");
    static const int16_t sum_of_squares[] = {PUSH,   0,    STORE, 1,   /* 4: */ LOAD, 0, JZ,  18, LOAD, 0,
                                             SQUARE, LOAD, 1,     ADD, STORE,         1, DEC, 0,  JMP,  4};
    int16_t program[64];
    memcpy(program, sum_of_squares, sizeof sum_of_squares);
    program[7] = 20;
    int16_t tail[] = {LOAD, 1, PRINT, HALT};
    memcpy(program + 20, tail, sizeof tail);
    printf("steps %" PRId32 "\n", interpret(program, i32(1000)));
    static const int16_t all[] = {PUSH, 1000,  DUP,   MUL,   PUSH, -7,    OVER, SWAP,  DIV,  PRINT,  PUSH, 77,    MOD,
                                  NEG,  PRINT, PUSH,  12,    PUSH, 10,    AND,  PUSH,  5,    OR,     PUSH, 3,     XOR,
                                  NOT,  DUP,   PRINT, PUSH,  4,    SHL,   DUP,  PRINT, PUSH, 28,     SHR,  PRINT, PUSH,
                                  1,    PUSH,  2,     LT,    PUSH, 1,     EQ,   PRINT, LOAD, 0,      PUSH, 99,    MIN,
                                  PUSH, 17,    MAX,   PRINT, PUSH, -9,    ABS,  PUSH,  -9,   SIGN,   SUB,  PRINT, INC,
                                  0,    LOAD,  0,     CALL,  74,   PRINT, HALT, NOP,   NOP,  SQUARE, PUSH, 1,     GE,
                                  PUSH, 0,     NE,    PUSH,  3,    LE,    PUSH, 5,     GT,   RET};
    printf("steps %" PRId32 "\n", interpret(all, i32(41)));
    static const int32_t inputs[] = {INT32_MIN, -1000000, -2,  -1,  0,    1,     2,         3,        4,
                                     'a',       'b',      'o', 150, 1000, 65536, 123456789, INT32_MAX};
    printf("sparse");
    for (int i = 0; i < COUNT(inputs); i++) printf(" %" PRId32, sparse(inputs[i]));
    puts("");
    printf("dense");
    for (int32_t i = -1; i <= 10; i++) printf(" %s", dense(i32(i)));
    puts("");
}

int main(void) {
    recursion();
    indirect_calls();
    division();
    floats();
    wide_integers();
    memory();
    library();
    formats();
    conventions();
    switches();
    puts("== done");
    return 0;
}
