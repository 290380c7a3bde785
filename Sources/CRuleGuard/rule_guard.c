/* Everything a signal handler may do and no more (POSIX.1-2017, section 2.4.3): no memory is taken, no lock held, no
   Swift run. C, since Swift's runtime may do any of that. */
#include "rule_guard.h"

#ifdef __linux__
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <crt_externs.h>
#include <mach-o/dyld.h>
#define environ (*_NSGetEnviron())
#else
extern char **environ;
#endif

#define VARIABLE "SITEGEN_FAILED_CHECKS="
enum { THREADS = 512, NOTES = 4096, VARIABLES = 4096, ARGUMENTS = 4096, STACK = 64 << 10 };

typedef struct {
  _Atomic int32_t rule; /* -1 between checks */
  _Atomic int32_t item;
  _Atomic uint64_t turn; /* grows with every check */
  pthread_t thread;
} slot;

static slot slots[THREADS];
static _Atomic int used_slots;
static _Thread_local int my_slot = -1;
static _Thread_local char my_stack[STACK];

static _Atomic int is_restarting;
static uint32_t limit_seconds;
static char program[4096];
static char *arguments[ARGUMENTS + 1];
static char *variables[VARIABLES + 2];
static char note[NOTES] = VARIABLE;

static size_t append_number(char *to, size_t at, int32_t number) {
  char digits[12];
  int count = 0;
  uint32_t rest = number < 0 ? -(uint32_t)number : (uint32_t)number;
  if (number < 0 && at < NOTES - 1) to[at++] = '-';
  do digits[count++] = '0' + rest % 10; while (rest /= 10);
  while (count > 0 && at < NOTES - 1) to[at++] = digits[--count];
  return at;
}

/* Never returns to the check that failed. */
static void restart(int32_t rule, int32_t item, int is_hang) {
  if (atomic_exchange(&is_restarting, 1)) for (;;) pause();
  size_t at = strlen(note);
  at = append_number(note, at, rule);
  note[at++] = ',';
  at = append_number(note, at, item);
  note[at++] = ',';
  note[at++] = is_hang ? '1' : '0';
  note[at++] = ';';
  note[at] = 0;
  size_t count = 0;
  for (char **entry = environ; *entry && count < VARIABLES; entry++)
    if (strncmp(*entry, VARIABLE, sizeof VARIABLE - 1) != 0) variables[count++] = *entry;
  variables[count++] = note;
  variables[count] = NULL;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(program, arguments, variables);
  _exit(3);
}

static void crashed(int signal_number) {
  int i = my_slot;
  int32_t rule = i < 0 ? -1 : atomic_load(&slots[i].rule);
  if (rule >= 0 && strlen(note) < NOTES - 64) restart(rule, atomic_load(&slots[i].item), 0);
  /* Not a check: end as every program would. */
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

/* Nanoseconds of processor time a thread has used; wall time where the system cannot tell. */
static uint64_t used_time(pthread_t thread) {
  struct timespec now = {0, 0};
#ifdef __linux__
  clockid_t clock;
  if (pthread_getcpuclockid(thread, &clock) == 0 && clock_gettime(clock, &now) == 0)
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
#endif
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static void *watch(void *unused) {
  (void)unused;
  static uint64_t turns[THREADS], since[THREADS];
  const struct timespec pause_time = {0, 100000000};
  for (;;) {
    nanosleep(&pause_time, NULL);
    int count = atomic_load(&used_slots);
    for (int i = 0; i < count && i < THREADS; i++) {
      int32_t rule = atomic_load(&slots[i].rule);
      if (rule < 0) continue;
      uint64_t turn = atomic_load(&slots[i].turn), now = used_time(slots[i].thread);
      if (turn != turns[i]) {
        turns[i] = turn;
        since[i] = now;
      } else if (now - since[i] > (uint64_t)limit_seconds * 1000000000u) {
        restart(rule, atomic_load(&slots[i].item), 1);
      }
    }
  }
  return NULL;
}

/* The arguments the process was started with. */
static void keep_arguments(void) {
  size_t count = 0;
#ifdef __APPLE__
  uint32_t size = sizeof program;
  _NSGetExecutablePath(program, &size);
  for (char **entry = *_NSGetArgv(); *entry && count < ARGUMENTS; entry++) arguments[count++] = *entry;
#else
  ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
  program[length > 0 ? length : 0] = 0;
  static char text[1 << 20];
  int file = open("/proc/self/cmdline", O_RDONLY);
  size_t size = 0;
  if (file >= 0) {
    ssize_t got;
    while (size < sizeof text && (got = read(file, text + size, sizeof text - size)) > 0) size += (size_t)got;
    close(file);
  }
  for (size_t at = 0; at < size && count < ARGUMENTS; at += strlen(text + at) + 1) arguments[count++] = text + at;
#endif
  arguments[count] = NULL;
}

size_t rule_guard_arm(uint32_t seconds, char *notes, size_t capacity) {
  limit_seconds = seconds;
  keep_arguments();
  const char *earlier = getenv("SITEGEN_FAILED_CHECKS");
  if (earlier) strncat(note, earlier, NOTES - sizeof VARIABLE - 64);
  size_t length = strlen(note) - (sizeof VARIABLE - 1);
  if (length >= capacity) length = capacity - 1;
  memcpy(notes, note + sizeof VARIABLE - 1, length);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  action.sa_flags = SA_ONSTACK;
  const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, NULL);
  pthread_t thread;
  if (pthread_create(&thread, NULL, watch, NULL) == 0) pthread_detach(thread);
  return length;
}

static void take_slot(void) {
  int i = atomic_fetch_add(&used_slots, 1);
  if (i >= THREADS) {
    atomic_store(&used_slots, THREADS);
    return;
  }
  slots[i].thread = pthread_self();
  atomic_store(&slots[i].rule, -1);
  my_slot = i;
  /* A stack that is full cannot run the handler. */
  stack_t stack = {.ss_sp = my_stack, .ss_size = sizeof my_stack, .ss_flags = 0};
  sigaltstack(&stack, NULL);
}

void rule_guard_enter(int32_t rule, int32_t item) {
  if (my_slot < 0) take_slot();
  if (my_slot < 0) return;
  slot *mine = &slots[my_slot];
  atomic_store_explicit(&mine->item, item, memory_order_relaxed);
  atomic_store_explicit(&mine->turn, atomic_load_explicit(&mine->turn, memory_order_relaxed) + 1, memory_order_relaxed);
  atomic_store_explicit(&mine->rule, rule, memory_order_release);
}

void rule_guard_leave(void) {
  if (my_slot >= 0) atomic_store_explicit(&slots[my_slot].rule, -1, memory_order_release);
}
