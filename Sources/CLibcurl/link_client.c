/* C, since libcurl's functions take a variable number of arguments, which Swift cannot call. The few constants and
   types below are libcurl's binary interface (curl/curl.h, curl/multi.h), which has been stable since 7.66 and is promised
   to stay, so that no header of libcurl's is needed to build. */
#include "link_client.h"

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
  OPT_NOBODY = 44,
  OPT_FOLLOWLOCATION = 52,
  OPT_NOSIGNAL = 99,
  OPT_TIMEOUT_MS = 155,
  OPT_CONNECTTIMEOUT_MS = 156,
  OPT_PROTOCOLS = 181,
  OPT_WRITEDATA = 10001,
  OPT_URL = 10002,
  OPT_USERAGENT = 10018,
  OPT_HEADERDATA = 10029,
  OPT_PRIVATE = 10103,
  OPT_NOPROXY = 10177,
  OPT_WRITEFUNCTION = 20011,
  OPT_HEADERFUNCTION = 20079,
  INFO_PRIVATE = 0x100000 + 21,
  INFO_REDIRECT_URL = 0x100000 + 31,
  INFO_RESPONSE_CODE = 0x200000 + 2,
  INFO_CONNECT_TIME = 0x300000 + 5,
  GLOBAL_ALL = 3,
  MESSAGE_DONE = 1,
  HTTP_AND_HTTPS = 3,
};

typedef struct {
  int message;
  void *easy;
  union {
    void *whatever;
    int result;
  } data;
} curl_message;

static struct {
  const char *problem;
  int (*global_init)(long);
  void *(*easy_init)(void);
  int (*easy_setopt)(void *, int, ...);
  int (*easy_getinfo)(void *, int, ...);
  void (*easy_cleanup)(void *);
  void *(*multi_init)(void);
  int (*multi_cleanup)(void *);
  int (*multi_add)(void *, void *);
  int (*multi_remove)(void *, void *);
  int (*multi_perform)(void *, int *);
  int (*multi_poll)(void *, void *, unsigned, int, int *);
  curl_message *(*multi_info_read)(void *, int *);
} curl;

static pthread_once_t loaded = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {
#ifdef __APPLE__
    "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib",
#else
    "libcurl.so.4", "libcurl-gnutls.so.4",
#endif
  };
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    curl.problem = "libcurl is not installed";
    return;
  }
  const struct {
    const char *name;
    void *function;
  } wanted[] = {
    {"curl_global_init", &curl.global_init},         {"curl_easy_init", &curl.easy_init},
    {"curl_easy_setopt", &curl.easy_setopt},         {"curl_easy_getinfo", &curl.easy_getinfo},
    {"curl_easy_cleanup", &curl.easy_cleanup},       {"curl_multi_init", &curl.multi_init},
    {"curl_multi_cleanup", &curl.multi_cleanup},     {"curl_multi_add_handle", &curl.multi_add},
    {"curl_multi_remove_handle", &curl.multi_remove}, {"curl_multi_perform", &curl.multi_perform},
    {"curl_multi_poll", &curl.multi_poll},           {"curl_multi_info_read", &curl.multi_info_read},
  };
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    void *found = dlsym(library, wanted[i].name);
    if (!found) {
      curl.problem = "the installed libcurl is older than 7.66";
      return;
    }
    memcpy(wanted[i].function, &found, sizeof found);
  }
  if (curl.global_init(GLOBAL_ALL) != 0) curl.problem = "libcurl does not start";
}

const char *link_client_problem(void) {
  pthread_once(&loaded, load);
  return curl.problem;
}

/* Headers beyond this are no answer but an attack, or a mistake. */
enum { MOST_HEADER_BYTES = 64 << 10, VALUE = 256 };

typedef struct transfer {
  int64_t id;
  void *easy;
  size_t header_bytes;
  int is_complete;
  char retry_after[VALUE];
  char date[VALUE];
  struct transfer *next;
} transfer;

struct link_client {
  link_client_options options;
  char *user_agent;
  void *multi;
  transfer *transfers;
};

/* The body is never wanted: its first byte ends the transfer. */
static size_t take_body(char *bytes, size_t size, size_t count, void *unused) {
  (void)bytes, (void)size, (void)count, (void)unused;
  return 0;
}

static void take_value(char *to, const char *line, size_t length, const char *name) {
  size_t skip = strlen(name);
  if (length <= skip || strncasecmp(line, name, skip) != 0) return;
  while (skip < length && (line[skip] == ' ' || line[skip] == '\t')) skip++;
  while (length > skip && (unsigned char)line[length - 1] <= ' ') length--;
  if (length - skip >= VALUE) return;
  memcpy(to, line + skip, length - skip);
  to[length - skip] = 0;
}

static size_t take_header(char *line, size_t size, size_t count, void *data) {
  transfer *it = data;
  size_t length = size * count;
  it->header_bytes += length;
  if (it->header_bytes > MOST_HEADER_BYTES) return 0;
  if (length >= 5 && memcmp(line, "HTTP/", 5) == 0) {
    /* A proxy's answer, or an interim one (1xx), may come before. */
    it->is_complete = 0;
    it->retry_after[0] = it->date[0] = 0;
  }
  if (length <= 2 && (line[0] == '\r' || line[0] == '\n')) it->is_complete = 1;
  take_value(it->retry_after, line, length, "retry-after:");
  take_value(it->date, line, length, "date:");
  return length;
}

link_client *link_client_open(const link_client_options *options) {
  if (link_client_problem()) return NULL;
  link_client *client = calloc(1, sizeof *client);
  if (!client) return NULL;
  client->options = *options;
  client->user_agent = strdup(options->user_agent);
  client->multi = curl.multi_init();
  if (client->user_agent && client->multi) return client;
  link_client_close(client);
  return NULL;
}

static void end_transfer(link_client *client, transfer *it) {
  for (transfer **at = &client->transfers; *at; at = &(*at)->next) {
    if (*at != it) continue;
    *at = it->next;
    break;
  }
  curl.multi_remove(client->multi, it->easy);
  curl.easy_cleanup(it->easy);
  free(it);
}

void link_client_close(link_client *client) {
  if (!client) return;
  while (client->transfers) end_transfer(client, client->transfers);
  if (client->multi) curl.multi_cleanup(client->multi);
  free(client->user_agent);
  free(client);
}

int link_client_start(link_client *client, int64_t id, const char *url, int is_head) {
  transfer *it = calloc(1, sizeof *it);
  if (!it) return 0;
  it->id = id;
  it->easy = curl.easy_init();
  if (!it->easy) {
    free(it);
    return 0;
  }
  void *easy = it->easy;
  int failed = curl.easy_setopt(easy, OPT_URL, url);
  failed |= curl.easy_setopt(easy, OPT_PROTOCOLS, (long)HTTP_AND_HTTPS);
  failed |= curl.easy_setopt(easy, OPT_FOLLOWLOCATION, 0L);
  failed |= curl.easy_setopt(easy, OPT_NOBODY, (long)is_head);
  failed |= curl.easy_setopt(easy, OPT_NOSIGNAL, 1L);
  failed |= curl.easy_setopt(easy, OPT_USERAGENT, client->user_agent);
  failed |= curl.easy_setopt(easy, OPT_CONNECTTIMEOUT_MS, client->options.connect_milliseconds);
  failed |= curl.easy_setopt(easy, OPT_TIMEOUT_MS, client->options.total_milliseconds);
  failed |= curl.easy_setopt(easy, OPT_WRITEFUNCTION, take_body);
  failed |= curl.easy_setopt(easy, OPT_HEADERFUNCTION, take_header);
  failed |= curl.easy_setopt(easy, OPT_HEADERDATA, it);
  failed |= curl.easy_setopt(easy, OPT_PRIVATE, it);
  if (!client->options.uses_proxy) failed |= curl.easy_setopt(easy, OPT_NOPROXY, "*");
  if (failed || curl.multi_add(client->multi, easy) != 0) {
    curl.easy_cleanup(easy);
    free(it);
    return 0;
  }
  it->next = client->transfers;
  client->transfers = it;
  return 1;
}

/* Lets libcurl work. A server that hangs up must not end the program, nor may the program's own way with closed pipes
   change, so the signal is held back for this thread only. */
static void perform(link_client *client) {
  sigset_t pipe_signal, old, pending;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  sigpending(&pending);
  int was_pending = sigismember(&pending, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &old);
  int running;
  curl.multi_perform(client->multi, &running);
  sigpending(&pending);
  if (!was_pending && sigismember(&pending, SIGPIPE)) {
    int taken;
    sigwait(&pipe_signal, &taken);
  }
  pthread_sigmask(SIG_SETMASK, &old, NULL);
}

static char *copy_or_null(const char *text) { return text && *text ? strdup(text) : NULL; }

static link_answer *take_answer(link_client *client) {
  int left;
  curl_message *message = curl.multi_info_read(client->multi, &left);
  if (!message || message->message != MESSAGE_DONE) return NULL;
  link_answer *answer = calloc(1, sizeof *answer);
  if (!answer) return NULL;
  void *easy = message->easy;
  transfer *it = NULL;
  char *redirect = NULL;
  long status = 0;
  double connect_time = 0;
  answer->code = message->data.result;
  curl.easy_getinfo(easy, INFO_PRIVATE, &it);
  curl.easy_getinfo(easy, INFO_RESPONSE_CODE, &status);
  curl.easy_getinfo(easy, INFO_REDIRECT_URL, &redirect);
  curl.easy_getinfo(easy, INFO_CONNECT_TIME, &connect_time);
  answer->id = it->id;
  answer->status = it->is_complete && status >= 200 ? (int32_t)status : 0;
  answer->was_connected = connect_time > 0;
  answer->redirect = copy_or_null(redirect);
  answer->retry_after = copy_or_null(it->retry_after);
  answer->date = copy_or_null(it->date);
  end_transfer(client, it);
  return answer;
}

link_answer *link_client_next(link_client *client, int milliseconds) {
  perform(client);
  link_answer *answer = take_answer(client);
  if (answer || milliseconds <= 0) return answer;
  curl.multi_poll(client->multi, NULL, 0, milliseconds, NULL);
  perform(client);
  return take_answer(client);
}

void link_answer_free(link_answer *answer) {
  if (!answer) return;
  free(answer->redirect);
  free(answer->retry_after);
  free(answer->date);
  free(answer);
}
