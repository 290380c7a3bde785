/* Asks web servers through libcurl, which is loaded when it is first needed. See Sources/ExternalLinks/CurlTransport.swift. */
#ifndef LINK_CLIENT_H
#define LINK_CLIENT_H

#include <stdint.h>

typedef struct link_client link_client;

/* How one request ended. */
typedef struct {
  int64_t id;
  int32_t code;          /* libcurl's CURLcode; 0 is fine */
  int32_t status;        /* of HTTP; 0 unless every header arrived */
  int32_t was_connected; /* whether a server had taken the connection */
  char *redirect;        /* the absolute address that the server names, or NULL */
  char *retry_after;     /* values of headers, or NULL */
  char *date;
} link_answer;

typedef struct {
  const char *user_agent;
  long connect_milliseconds;
  long total_milliseconds;
  int uses_proxy; /* 0 ignores the environment's proxies */
} link_client_options;

/* Why libcurl cannot be used, in words that end a sentence; NULL if it can. */
const char *link_client_problem(void);

/* NULL if libcurl cannot be used. */
link_client *link_client_open(const link_client_options *options);
void link_client_close(link_client *client);

/* Begins a request; 0 if libcurl does not take it. */
int link_client_start(link_client *client, int64_t id, const char *url, int is_head);

/* The next request that has ended, after at most so many milliseconds; NULL if there is none yet. */
link_answer *link_client_next(link_client *client, int milliseconds);
void link_answer_free(link_answer *answer);

#endif
