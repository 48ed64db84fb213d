// Functions without libc, built twice: on its own (bare.wasm), with the memory imported from the host, and as a WASI
// reactor (reactor.wasm), which brings its own memory and has an `_initialize` to be called first. The tail calls have
// to stay tail calls: `is_even(1000000)` needs a million frames otherwise.
#define EXPORT(name) __attribute__((export_name(#name), noinline)) name
#define TAIL __attribute__((musttail)) return

__attribute__((import_module("host"), import_name("log"))) void host_log(const char *text, int length);

int EXPORT(fib)(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

int is_odd(int n);
int EXPORT(is_even)(int n) {
    if (n == 0) return 1;
    TAIL is_odd(n - 1);
}
int EXPORT(is_odd)(int n) {
    if (n == 0) return 0;
    TAIL is_even(n - 1);
}

// Walks Collatz's sequence through a table of functions; returns how many steps there are to 1.
typedef int (*step)(unsigned long long, int);
static int even_step(unsigned long long n, int count);
static int odd_step(unsigned long long n, int count);
static volatile step steps[] = {even_step, odd_step};
static int even_step(unsigned long long n, int count) { TAIL steps[n / 2 & 1](n / 2, count + 1); }
static int odd_step(unsigned long long n, int count) {
    if (n == 1) return count;
    TAIL steps[(3 * n + 1) & 1](3 * n + 1, count + 1);
}
int EXPORT(collatz)(unsigned long long n) { return steps[n & 1](n, 0); }

void EXPORT(run)(void) { host_log("hi", 2); }

void EXPORT(fill)(char *to, int count) {
    __builtin_memset(to, 7, (unsigned)count);
    __builtin_memcpy(to + count, to, (unsigned)count);
}
