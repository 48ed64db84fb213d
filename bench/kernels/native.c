// Runs a kernel that was compiled for this machine: native KERNEL's N, prints checksum and seconds.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

long long run(int n);

int main(int count, char **arguments)
{
    int n = count > 1 ? atoi(arguments[1]) : 1;
    struct timespec before, after;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
    long long sum = run(n);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
    printf("%lld\t%.3f\n", sum, (after.tv_sec - before.tv_sec) + (after.tv_nsec - before.tv_nsec) / 1e9);
    return 0;
}
