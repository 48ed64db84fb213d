// What a command line program asks of WASI: arguments, environment, files, folders, clocks, randomness, an exit code.
// Usage: app [FILE [EXIT-CODE]], with a folder mounted at /data.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <errno.h>
#include <unistd.h>
#include <dirent.h>
#include <sys/stat.h>
#include <math.h>
extern char **environ;
static unsigned crc_table[256];
static void mk(void) {
    for (unsigned i = 0; i < 256; i++) {
        unsigned c = i;
        for (int k = 0; k < 8; k++) c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
        crc_table[i] = c;
    }
}
static unsigned crc(const unsigned char *p, size_t n) {
    unsigned c = ~0u;
    while (n--) c = crc_table[(c ^ *p++) & 255] ^ (c >> 8);
    return ~c;
}
static int cmp(const void *a, const void *b) {
    double x = *(double *)a, y = *(double *)b;
    return (x > y) - (x < y);
}
int main(int argc, char **argv) {
    printf("argc=%d\n", argc);
    for (int i = 1; i < argc; i++) printf("argv[%d]=%s\n", i, argv[i]);
    const char *e = getenv("GUEST");
    printf("GUEST=%s\n", e ? e : "(unset)");
    const char *path = argc > 1 ? argv[1] : "/data/in.txt";
    FILE *f = fopen(path, "rb");
    if (!f)
        printf("open %s: %s\n", path, strerror(errno));
    else {
        char buf[256];
        size_t n, t = 0;
        unsigned c = 0;
        mk();
        while ((n = fread(buf, 1, sizeof buf, f)) > 0) {
            t += n;
            c ^= crc((unsigned char *)buf, n);
        }
        printf("read %zu bytes crc=%08x\n", t, c);
        fclose(f);
    }
    DIR *d = opendir("/data");
    if (d) {
        struct dirent *de;
        int n = 0;
        while ((de = readdir(d))) n++;
        printf("dirents=%d\n", n);
        closedir(d);
    }
    f = fopen("/data/out.tmp", "w");
    if (f) {
        fprintf(f, "%.17g\n", M_PI);
        fclose(f);
        struct stat st;
        if (!stat("/data/out.tmp", &st)) printf("out size=%ld\n", (long)st.st_size);
        unlink("/data/out.tmp");
    }
    struct timespec ts;
    clock_gettime(CLOCK_REALTIME, &ts);
    printf("time ok=%d\n", ts.tv_sec > 1600000000);
    clock_gettime(CLOCK_MONOTONIC, &ts);
    usleep(1000);
    unsigned r;
    getentropy(&r, sizeof r);
    int n = 20000;
    double *v = malloc(n * sizeof *v);
    unsigned long long s = 88172645463325252ull;
    double sum = 0;
    for (int i = 0; i < n; i++) {
        s ^= s << 13;
        s ^= s >> 7;
        s ^= s << 17;
        v[i] = (double)(s >> 11) / 9007199254740992.0;
        sum += sin(v[i]);
    }
    qsort(v, n, sizeof *v, cmp);
    printf("median=%.12f sum=%.9f\n", v[n / 2], sum);
    free(v);
    fprintf(stderr, "bye\n");
    exit(argc > 2 ? atoi(argv[2]) : 0);
}
