// The little of a C library that PolyBench's programs need, the same for every target, so that the same bits come out.
#include "../../kernels/kernel.h"
#include <stdarg.h>

static u64 sum;

// Memory is taken from one heap, all of which is free again when a program starts.
static u8 heap[160u << 20] __attribute__((aligned(64)));
static u64 used;

void *polybench_alloc_data(u64 count, int bytes)
{
    void *start = heap + used;
    used += (count * (u64)bytes + 63) & ~63ull;
    return start;
}

void free(void *start) { (void)start; }

// Numbers are printed by "%0.2lf " and "%d ", and everything else is text. The sum is of the bits.
int fprintf(void *file, const char *format, ...)
{
    (void)file;
    va_list arguments;
    va_start(arguments, format);
    if (format[0] == '%' && format[1] == '0')
        sum = mix(sum, bits(va_arg(arguments, f64)));
    else if (format[0] == '%' && format[1] == 'd')
        sum = mix(sum, (u32)va_arg(arguments, int));
    va_end(arguments);
    return 0;
}

// e to the power of small numbers, which is what is asked for: halved until the series is short.
double exp(double x)
{
    int halvings = 0;
    while (x > 0.25 || x < -0.25) {
        x /= 2;
        halvings++;
    }
    f64 term = 1, result = 1;
    for (int i = 1; i < 16; i++) {
        term = term * x / i;
        result += term;
    }
    while (halvings-- > 0)
        result *= result;
    return result;
}

static f64 logarithm(f64 x)
{
    f64 y = x - 1;
    for (int i = 0; i < 60; i++)
        y = y + 2 * (x - exp(y)) / (x + exp(y));
    return y;
}

double pow(double x, double y) { return exp(y * logarithm(x)); }

int polybench_main(int argc, char **argv);

EXPORT i64 run(i32 n)
{
    char empty[] = "", *arguments[] = { empty };
    sum = 0;
    while (n-- > 0) {
        used = 0;
        // With so many arguments a program prints its results.
        polybench_main(43, arguments);
    }
    return (i64)sum;
}
