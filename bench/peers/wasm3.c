// Runs a kernel on wasm3: FILE N; prints the checksum, the seconds to the first result, and the processor's and the wall's
// seconds of the run that counts, as Wasil.Bench reads them.
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "wasm3.h"

static double wall(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static double cpu(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return u.ru_utime.tv_sec + u.ru_stime.tv_sec + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) * 1e-6;
}

static void check(M3Result result)
{
    if (!result)
        return;
    fprintf(stderr, "wasm3: %s\n", result);
    exit(1);
}

static long long run(IM3Function function, int n)
{
    long long value;
    check(m3_CallV(function, n));
    check(m3_GetResultsV(function, &value));
    return value;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    FILE *file = fopen(argv[1], "rb");
    if (!file)
        return 1;
    static unsigned char bytes[1 << 24];
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    int n = atoi(argv[2]);

    double start = wall();
    IM3Environment environment = m3_NewEnvironment();
    IM3Runtime runtime = m3_NewRuntime(environment, 16 << 20, NULL);
    IM3Module module;
    IM3Function function;
    check(m3_ParseModule(environment, &module, bytes, size));
    check(m3_LoadModule(runtime, module));
    check(m3_FindFunction(&function, runtime, "run"));
    run(function, 1);
    double first = wall() - start;
    run(function, n < 2 ? n : 2);

    double before = cpu();
    start = wall();
    long long checksum = run(function, n);
    double seconds = wall() - start;
    printf("{\"Checksum\":%lld,\"FirstSeconds\":%.9f,\"WallSeconds\":%.9f,\"CpuSeconds\":%.9f}\n", checksum, first, seconds,
           cpu() - before);
    return 0;
}
