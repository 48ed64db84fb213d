// What else a program of Emscripten's asks for: arguments, environment, memory, time, exit, assertions.
#include <assert.h>
#include <emscripten.h>
#include <emscripten/console.h>
#include <emscripten/heap.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

EMSCRIPTEN_KEEPALIVE int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

double emscripten_date_now(void);

// Volatile, as the compiler would do the constructor's work otherwise.
static volatile int ready;
__attribute__((constructor)) static void prepare(void) { ready = 1; }
EMSCRIPTEN_KEEPALIVE int is_ready(void) { return ready; }

static void bye(void) { puts("bye"); }

int main(int argc, char **argv) {
  printf("ready %d argc %d\n", ready, argc);
  for (int i = 1; i < argc; i++) puts(argv[i]);
  printf("GUEST=%s\n", getenv("GUEST") ? getenv("GUEST") : "-");
  const char *how = argc > 1 ? argv[1] : "";
  if (!strcmp(how, "abort")) abort();
  if (!strcmp(how, "assert")) assert(argc == 77);
  if (!strcmp(how, "exit")) {
    atexit(bye);
    exit(5);
  }
  if (!strcmp(how, "_exit")) _exit(6);

  size_t size = 40u << 20;
  char *block = malloc(size);
  memset(block, 1, size);
  printf("grown %d\n", block[size - 1]);
  free(block);

  time_t fixed = 1000000000;
  struct tm parts;
  gmtime_r(&fixed, &parts);
  printf("utc %d-%02d-%02d %02d:%02d:%02d day %d of week %d\n", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
         parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_yday, parts.tm_wday);
  printf("timegm %lld\n", (long long)timegm(&parts));
  localtime_r(&fixed, &parts);
  char text[100];
  strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
  printf("local %s dst %d offset %ld mktime %lld\n", text, parts.tm_isdst, (long)parts.tm_gmtoff, (long long)mktime(&parts));
  tzset();
  printf("zone %s %s %ld %d\n", tzname[0], tzname[1], timezone, daylight);
  double before = emscripten_get_now();
  printf("clock %d now %d date %d\n", time(NULL) > 1500000000, emscripten_get_now() >= before, emscripten_date_now() > 1.5e12);
  struct timespec spec;
  printf("monotonic %d resolution %d\n", clock_gettime(CLOCK_MONOTONIC, &spec), clock_getres(CLOCK_MONOTONIC, &spec));
  printf("heap max %d\n", emscripten_get_heap_max() > 0);
#ifndef STANDALONE
  // The standalone library has no random numbers, and ends the program.
  unsigned char random[8] = {0};
  printf("entropy %d\n", getentropy(random, sizeof random));
#endif
  printf("sin %.6f\n", sin(1));
  emscripten_console_error("to the console");
  fputs("no newline", stdout);
  return argc;
}
