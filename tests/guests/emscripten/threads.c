// Threads of C: each argument names one thing to try, and what it says is one line.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <emscripten/emscripten.h>
#include <emscripten/eventloop.h>
#include <emscripten/proxying.h>
#include <emscripten/threading.h>

enum { THREADS = 6, ROUNDS = 2000 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static _Thread_local int local = 5;
static int counter;
static atomic_int done;

static void start(pthread_t *thread, void *(*run)(void *), void *argument) {
  int error = pthread_create(thread, NULL, run, argument);
  if (error) {
    printf("pthread_create: %s\n", strerror(error));
    exit(9);
  }
}

static void *count(void *argument) {
  for (int i = 0; i < ROUNDS; i++) {
    pthread_mutex_lock(&mutex);
    counter++;
    pthread_mutex_unlock(&mutex);
  }
  return argument;
}

static void mutexes(void) {
  pthread_t threads[THREADS];
  intptr_t sum = 0;
  for (intptr_t i = 0; i < THREADS; i++)
    start(&threads[i], count, (void *)i);
  for (int i = 0; i < THREADS; i++) {
    void *value;
    pthread_join(threads[i], &value);
    sum += (intptr_t)value;
  }
  printf("mutex %d joined %d\n", counter, (int)sum);
}

static void *ping(void *argument) {
  int mine = (int)(intptr_t)argument;
  pthread_mutex_lock(&mutex);
  for (int i = 0; i < 500; i++) {
    while (counter % 2 != mine)
      pthread_cond_wait(&changed, &mutex);
    counter++;
    pthread_cond_broadcast(&changed);
  }
  pthread_mutex_unlock(&mutex);
  return NULL;
}

static void conditions(void) {
  pthread_t threads[2];
  for (intptr_t i = 0; i < 2; i++)
    start(&threads[i], ping, (void *)i);
  for (int i = 0; i < 2; i++)
    pthread_join(threads[i], NULL);
  struct timespec soon;
  clock_gettime(CLOCK_REALTIME, &soon);
  soon.tv_nsec += 20000000;
  if (soon.tv_nsec >= 1000000000) {
    soon.tv_nsec -= 1000000000;
    soon.tv_sec++;
  }
  pthread_mutex_lock(&mutex);
  int error = pthread_cond_timedwait(&changed, &mutex, &soon);
  pthread_mutex_unlock(&mutex);
  printf("condition %d timedwait %d\n", counter, error == ETIMEDOUT);
}

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static void destroy(void *value) { atomic_fetch_add(&done, (int)(intptr_t)value); }
static void initialize(void) {
  atomic_fetch_add(&done, 1000);
  pthread_key_create(&key, destroy);
}

static void *use_local(void *argument) {
  pthread_once(&once, initialize);
  pthread_setspecific(key, argument);
  local += (int)(intptr_t)argument;
  errno = (int)(intptr_t)argument;
  usleep(1000);
  return (void *)(intptr_t)(errno == (int)(intptr_t)argument && pthread_getspecific(key) == argument ? local : -1);
}

static void locals(void) {
  pthread_t threads[THREADS];
  printf("tls");
  for (intptr_t i = 0; i < THREADS; i++)
    start(&threads[i], use_local, (void *)(i + 1));
  for (int i = 0; i < THREADS; i++) {
    void *value;
    pthread_join(threads[i], &value);
    printf(" %d", (int)(intptr_t)value);
  }
  printf(" main %d destroyed %d\n", local, done);
}

static sem_t semaphore;
static void *detach(void *argument) {
  atomic_fetch_add(&done, 1);
  sem_post(&semaphore);
  return NULL;
}

static void detached(void) {
  pthread_t thread;
  pthread_attr_t attributes;
  sem_init(&semaphore, 0, 0);
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 32768);
  for (int i = 0; i < 20; i++) {
    if (i % 2) {
      pthread_create(&thread, &attributes, detach, NULL);
    } else {
      start(&thread, detach, NULL);
      pthread_detach(thread);
    }
    sem_wait(&semaphore);
  }
  printf("detached %d\n", done);
}

static void clean(void *argument) { atomic_fetch_add(&done, 7); }
static void *wait_for_ever(void *argument) {
  pthread_mutex_t own = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t never = PTHREAD_COND_INITIALIZER;
  pthread_cleanup_push(clean, NULL);
  pthread_mutex_lock(&own);
  for (;;)
    pthread_cond_wait(&never, &own);
  pthread_cleanup_pop(0);
  return NULL;
}
static void *sleep_for_ever(void *argument) {
  pthread_cleanup_push(clean, NULL);
  for (;;)
    usleep(10000);
  pthread_cleanup_pop(0);
  return NULL;
}
static void *test_for_ever(void *argument) {
  pthread_cleanup_push(clean, NULL);
  for (;;)
    pthread_testcancel();
  pthread_cleanup_pop(0);
  return NULL;
}

static void cancel(void) {
  pthread_t threads[3];
  start(&threads[0], sleep_for_ever, NULL);
  start(&threads[1], test_for_ever, NULL);
  start(&threads[2], wait_for_ever, NULL);
  usleep(20000);
  int cancelled = 0;
  // In 3.1.69 a cancellation does not wake what waits on a condition.
  int n = __EMSCRIPTEN_major__ >= 4 ? 3 : 2;
  for (int i = 0; i < n; i++) {
    void *value = NULL;
    pthread_cancel(threads[i]);
    pthread_join(threads[i], &value);
    cancelled += value == PTHREAD_CANCELED;
  }
  printf("cancelled %d of %d cleaned %d\n", cancelled, n, done);
}

static void leave(int depth) {
  if (depth == 0)
    pthread_exit((void *)77);
  leave(depth - 1);
  atomic_fetch_add(&done, 1);
}
static void *leave_early(void *argument) {
  pthread_cleanup_push(clean, NULL);
  leave(10);
  pthread_cleanup_pop(0);
  return NULL;
}
static void exit_value(void) {
  pthread_t thread;
  void *value;
  start(&thread, leave_early, NULL);
  pthread_join(thread, &value);
  printf("exit value %d cleaned %d\n", (int)(intptr_t)value, done);
}

static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_barrier_t barrier;
static void *meet(void *argument) {
  int serial = 0;
  for (int i = 0; i < 50; i++) {
    pthread_rwlock_wrlock(&rwlock);
    counter++;
    pthread_rwlock_unlock(&rwlock);
    serial += pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD;
    pthread_rwlock_rdlock(&rwlock);
    if (counter < (i + 1) * 3)
      abort();
    pthread_rwlock_unlock(&rwlock);
  }
  return (void *)(intptr_t)serial;
}
static void barriers(void) {
  pthread_t threads[3];
  int serial = 0;
  pthread_barrier_init(&barrier, NULL, 3);
  for (int i = 0; i < 3; i++)
    start(&threads[i], meet, NULL);
  for (int i = 0; i < 3; i++) {
    void *value;
    pthread_join(threads[i], &value);
    serial += (int)(intptr_t)value;
  }
  printf("barrier %d serial %d\n", counter, serial);
}

static void *write_file(void *argument) {
  char name[32], line[32];
  snprintf(name, sizeof name, "/tmp/%d", (int)(intptr_t)argument);
  for (int i = 0; i < 20; i++) {
    FILE *file = fopen(name, "a");
    fprintf(file, "line %d\n", i);
    fclose(file);
  }
  int lines = 0;
  FILE *file = fopen(name, "r");
  while (fgets(line, sizeof line, file))
    lines++;
  fclose(file);
  void *block = malloc(100000);
  memset(block, 1, 100000);
  free(block);
  printf("a whole line of output\n");
  return (void *)(intptr_t)lines;
}
static void files(void) {
  pthread_t threads[THREADS];
  int lines = 0;
  for (intptr_t i = 0; i < THREADS; i++)
    start(&threads[i], write_file, (void *)i);
  for (int i = 0; i < THREADS; i++) {
    void *value;
    pthread_join(threads[i], &value);
    lines += (int)(intptr_t)value;
  }
  printf("lines %d\n", lines);
}

static void *wait_on(void *argument) {
  pthread_mutex_lock(&mutex);
  while (!done)
    pthread_cond_wait(&changed, &mutex);
  pthread_mutex_unlock(&mutex);
  return NULL;
}
static void many(void) {
  pthread_t threads[200];
  int started = 0, error = 0;
  while (started < 200 && !(error = pthread_create(&threads[started], NULL, wait_on, NULL)))
    started++;
  pthread_mutex_lock(&mutex);
  done = 1;
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&mutex);
  for (int i = 0; i < started; i++)
    pthread_join(threads[i], NULL);
  printf("started %d again %d\n", started, error == EAGAIN);
}

static void *serve(void *argument) {
  // Goes back to the loop that takes what others send.
  local = 40;
  emscripten_exit_with_live_runtime();
}
static void work(void *argument) { *(int *)argument += local; }
static void stop(void *argument) { pthread_exit((void *)3); }
static void proxying(void) {
  pthread_t thread;
  em_proxying_queue *queue = em_proxying_queue_create();
  int result = 1;
  void *value = NULL;
  start(&thread, serve, NULL);
  for (int i = 0; i < 100; i++)
    if (!emscripten_proxy_sync(queue, thread, work, &result))
      printf("not served\n");
  emscripten_proxy_async(queue, thread, stop, NULL);
  pthread_join(thread, &value);
  printf("proxied %d ended %d\n", result, (int)(intptr_t)value);
}

static void *spin(void *argument) {
  for (;;)
    atomic_fetch_add(&done, 1);
}
static void *trap(void *argument) {
  usleep(20000);
  __builtin_trap();
}
static void *finish(void *argument) {
  usleep(20000);
  printf("exit from a thread\n");
  exit(33);
}
static void *abort_now(void *argument) { abort(); }
static void end_by(void *(*run)(void *)) {
  pthread_t thread;
  start(&thread, spin, NULL);
  start(&thread, wait_for_ever, NULL);
  start(&thread, sleep_for_ever, NULL);
  start(&thread, run, NULL);
  pthread_join(thread, NULL);
  printf("not ended\n");
}

static void *start_more(void *argument) {
  pthread_t thread;
  for (;;)
    if (!pthread_create(&thread, NULL, start_more, NULL))
      pthread_detach(thread);
}

static void at_exit(void) { printf("at exit\n"); }

static void signals(int number) { atomic_fetch_add(&done, number); }
static void *take_signals(void *argument) {
  while (!done)
    usleep(1000);
  return NULL;
}
static void kill_thread(void) {
  pthread_t thread;
  signal(SIGUSR1, signals);
  start(&thread, serve, NULL);
  while (pthread_kill(thread, SIGUSR1))
    ;
  while (!done)
    usleep(1000);
  printf("signal %d\n", done);
}

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  atexit(at_exit);
  if (!strcmp(what, "mutex")) mutexes();
  else if (!strcmp(what, "condition")) conditions();
  else if (!strcmp(what, "tls")) locals();
  else if (!strcmp(what, "detached")) detached();
  else if (!strcmp(what, "cancel")) cancel();
  else if (!strcmp(what, "exit_value")) exit_value();
  else if (!strcmp(what, "barrier")) barriers();
  else if (!strcmp(what, "files")) files();
  else if (!strcmp(what, "many")) many();
  else if (!strcmp(what, "proxying")) proxying();
  else if (!strcmp(what, "signal")) kill_thread();
  else if (!strcmp(what, "trap")) end_by(trap);
  else if (!strcmp(what, "exit")) end_by(finish);
  else if (!strcmp(what, "abort")) end_by(abort_now);
  else if (!strcmp(what, "storm")) { start_more(NULL); }
  else if (!strcmp(what, "return")) { pthread_t t; start(&t, spin, NULL); start(&t, wait_for_ever, NULL); }
  else if (!strcmp(what, "leave")) { pthread_t t; start(&t, finish, NULL); pthread_exit(NULL); }
  else if (!strcmp(what, "live")) { pthread_t t; start(&t, finish, NULL); emscripten_exit_with_live_runtime(); }
  else printf("unknown\n");
  (void)take_signals;
  printf("main %d\n", emscripten_is_main_runtime_thread());
  return 4;
}
