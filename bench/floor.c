/* The least that a generator on libcmark-gfm does: for each page read, skip the front matter, parse, render, write.
 *
 *   floor PAGES OUTPUT      one thread; OUTPUT/<path>/index.html as a generator would have it
 *
 * Memory for a page comes from one block that is used again for the next, which is the fastest way known. */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char block[64 << 20], *next_free = block;

static void *take(size_t count, size_t size) {
  size_t *piece = (size_t *)next_free;
  next_free += (count * size + 31) & ~(size_t)15;
  if (next_free > block + sizeof block) abort();
  *piece = count * size;
  return memset(piece + 2, 0, count * size);
}

static void *grow(void *old, size_t size) {
  size_t before = old ? ((size_t *)old)[-2] : 0;
  if (old && size <= before) return old;
  void *piece = take(1, size);
  return old ? memcpy(piece, old, before) : piece;
}

static void keep(void *piece) { (void)piece; }

static cmark_mem memory = {take, grow, keep};
static const char *input, *output;
static char source[1 << 20], decoration[6 << 10];

static void make_folders(char *path) {
  for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
    *slash = 0;
    mkdir(path, 0755);
    *slash = '/';
  }
}

static int build(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)place;
  size_t length = strlen(path);
  if (kind != FTW_F || length < 3 || strcmp(path + length - 3, ".md")) return 0;
  int file = open(path, O_RDONLY);
  ssize_t size = read(file, source, sizeof source - 1);
  close(file);
  if (size < 0) return 1;
  source[size] = 0;
  char *text = source, *end = strncmp(source, "---\n", 4) ? NULL : strstr(source + 4, "\n---\n");
  if (end) text = end + 5;

  next_free = block;
  int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
  cmark_parser *parser = cmark_parser_new_with_mem(options, &memory);
  const char *names[] = {"table", "strikethrough", "autolink", "tasklist"};
  for (int i = 0; i < 4; i++) cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
  cmark_parser_feed(parser, text, source + size - text);
  cmark_node *page = cmark_parser_finish(parser);
  char *html = cmark_render_html_with_mem(page, options, cmark_parser_get_syntax_extensions(parser), &memory);

  static char target[8192];
  const char *inside = path + strlen(input);
  int stem = (int)strlen(inside) - 3;
  if (stem >= 6 && !strncmp(inside + stem - 6, "/index", 6)) stem -= 6;
  snprintf(target, sizeof target, "%s%.*s/index.html", output, stem, inside);
  make_folders(target);
  file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  int wrong = write(file, decoration, sizeof decoration) < 0 || write(file, html, strlen(html)) < 0;
  close(file);
  return wrong;
}

int main(int count, char **words) {
  if (count != 3) return 2;
  input = words[1];
  output = words[2];
  memset(decoration, ' ', sizeof decoration);
  cmark_gfm_core_extensions_ensure_registered();
  return nftw(input, build, 64, FTW_PHYS) ? 1 : 0;
}
