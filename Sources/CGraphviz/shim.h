#ifndef STANCE_CGRAPHVIZ_SHIM_H
#define STANCE_CGRAPHVIZ_SHIM_H

#include <dlfcn.h>
#include <gvc.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Graphviz 2.42 declares `char *` where it only reads, and keeps what a graph looks like after
   layout in structures behind macros; neither can be used from Swift as it is. */

/// Sends every warning and error, in pieces, to the function.
static inline void stance_gv_report_to(int (*report)(char *)) {
  agseterrf(report);
  agseterr(AGWARN);
}

/// Lets Graphviz open no file that a text names. It refuses to where it serves others: its commands
/// learn that from SERVER_NAME in the environment, its library 2.42 from this variable alone.
static inline void stance_gv_open_no_files(void) {
  static char server[] = "stance";
  void *graphviz = dlopen("libgvc.so.6", RTLD_LAZY);
  char **name = graphviz ? (char **)dlsym(graphviz, "HTTPServerEnVar") : NULL;
  if (name) *name = server;
}

/// A library of plugins beside libgvc by its name without prefix (`dot_layout`), or NULL where
/// Graphviz keeps its plugins elsewhere.
static inline gvplugin_library_t *stance_gv_library(GVC_t *context, const char *name) {
  void *graphviz = dlopen("libgvc.so.6", RTLD_LAZY);
  char *(*folder)(GVC_t *) =
      graphviz ? (char *(*)(GVC_t *))dlsym(graphviz, "gvconfig_libdir") : NULL;
  char path[4096], symbol[100];
  if (!folder || !folder(context) ||
      snprintf(path, sizeof path, "%s/libgvplugin_%s.so.6", folder(context), name) >=
          (int)sizeof path ||
      snprintf(symbol, sizeof symbol, "gvplugin_%s_LTX_library", name) >= (int)sizeof symbol)
    return NULL;
  void *library = dlopen(path, RTLD_LAZY);
  return library ? (gvplugin_library_t *)dlsym(library, symbol) : NULL;
}

/// A context that knows no plugin yet and looks for none.
static inline GVC_t *stance_gv_bare_context(void) {
  static const lt_symlist_t none[1];
  return gvContextPlugins(none, 0);
}

static inline long stance_gv_number(void *state, int kind, char *name, IDTYPE *id, int create) {
  return name ? 0 : AgIdDisc.map(state, kind, NULL, id, create);
}

static inline int stance_gv_take(void *channel, char *space, int size) {
  const char **rest = (const char **)channel;
  size_t length = strnlen(*rest, (size_t)size);
  memcpy(space, *rest, length);
  *rest += length;
  return (int)length;
}

/// The graph of a DOT text, or NULL.
///
/// Clusters are drawn in the order of their identities. Those that cgraph gives to names by itself
/// are the addresses of the names; here all are numbers in the order in which things come, so that
/// a picture does not depend on where memory happened to be free.
static inline Agraph_t *stance_gv_read(const char *text) {
  static Agiddisc_t numbers;
  static Agiodisc_t channel;
  numbers = AgIdDisc;
  numbers.map = stance_gv_number;
  channel = AgIoDisc;
  channel.afread = stance_gv_take;
  Agdisc_t discipline = {&AgMemDisc, &numbers, &channel};
  return agread(&text, &discipline);
}

/// A copy of this process that nothing of it reaches but its memory: 0 in the copy, there its number,
/// -1 where there is none. For a process with one thread.
static inline pid_t stance_fork(void) {
  pid_t copy = fork();
  if (copy == 0) {
    static const int faults[] = {SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) signal(faults[i], SIG_DFL);
  }
  return copy;
}

/// Closes what the process was started with beside its standard streams, lets its limit of processor
/// time end it even if whoever started it blocks or ignores signals, and lets it end with the thread
/// that started it, also where that is killed while something is drawn.
static inline void stance_detach(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGXCPU, SIG_DFL);
  closefrom(STDERR_FILENO + 1);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/// Keeps what has been freed for the next picture: Graphviz takes and frees arrays of 8 MB, which the
/// kernel would clear anew each time.
static inline void stance_keep_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

/// Takes memory before it is needed.
static inline void stance_take_memory(void) {
  const size_t size = 12 << 20, page = 2 << 20;
  char *space = malloc(size);
  if (!space) return;
  char *first = (char *)(((size_t)space + page - 1) / page * page);
  madvise(first, (size_t)(space + size - first) / page * page, MADV_HUGEPAGE);
  memset(space, 0, size);
  free(space);
}

/// The curves of an edge that has been laid out, or NULL.
static inline splines *stance_gv_splines(Agedge_t *edge) { return ED_spl(edge); }

/// The box around a node that has been laid out.
static inline boxf stance_gv_box(Agnode_t *node) {
  pointf middle = ND_coord(node);
  double half = ND_ht(node) / 2;
  boxf box = {{middle.x - ND_lw(node), middle.y - half}, {middle.x + ND_rw(node), middle.y + half}};
  return box;
}

/// The width of a graph that has been laid out, in points.
static inline double stance_gv_width(Agraph_t *graph) {
  return GD_bb(graph).UR.x - GD_bb(graph).LL.x;
}

/// The height of a graph that has been laid out, in points.
static inline double stance_gv_height(Agraph_t *graph) {
  return GD_bb(graph).UR.y - GD_bb(graph).LL.y;
}

/// The value of an attribute of the graph, or NULL; owned by the graph.
static inline const char *stance_gv_attribute(Agraph_t *graph, const char *name) {
  return agget(graph, (char *)name);
}

/// The dots an inch at which a graph that has been laid out is drawn.
static inline void stance_gv_set_resolution(Agraph_t *graph, double dpi) {
  GD_drawing(graph)->dpi = dpi;
}

/// Marks the scalars that no installed font can show, DejaVu Sans first, as Pango falls back. Their
/// number, or -1 without fontconfig, which the text plugin of Graphviz has loaded already.
static inline int stance_mark_missing_glyphs(const unsigned *scalars, int count,
                                             unsigned char *missing) {
  void *library = dlopen("libfontconfig.so.1", RTLD_LAZY);
  if (!library) return -1;
  void *(*create)(void) = (void *(*)(void))dlsym(library, "FcPatternCreate");
  int (*add)(void *, const char *, const char *) =
      (int (*)(void *, const char *, const char *))dlsym(library, "FcPatternAddString");
  int (*substitute)(void *, void *, int) =
      (int (*)(void *, void *, int))dlsym(library, "FcConfigSubstitute");
  void (*complete)(void *) = (void (*)(void *))dlsym(library, "FcDefaultSubstitute");
  void *(*sort)(void *, void *, int, void **, int *) =
      (void *(*)(void *, void *, int, void **, int *))dlsym(library, "FcFontSort");
  int (*has)(const void *, unsigned) =
      (int (*)(const void *, unsigned))dlsym(library, "FcCharSetHasChar");
  void (*free_pattern)(void *) = (void (*)(void *))dlsym(library, "FcPatternDestroy");
  void (*free_fonts)(void *) = (void (*)(void *))dlsym(library, "FcFontSetDestroy");
  void (*free_glyphs)(void *) = (void (*)(void *))dlsym(library, "FcCharSetDestroy");
  int found = -1;
  if (create && add && substitute && complete && sort && has && free_pattern && free_fonts &&
      free_glyphs) {
    void *pattern = create(), *glyphs = NULL;
    int result = 0;
    add(pattern, "family", "DejaVu Sans");
    substitute(NULL, pattern, 0);
    complete(pattern);
    void *fonts = sort(NULL, pattern, 1, &glyphs, &result);
    found = 0;
    for (int i = 0; i < count; i++) {
      missing[i] = !fonts || !glyphs || !has(glyphs, scalars[i]);
      found += missing[i];
    }
    if (glyphs) free_glyphs(glyphs);
    if (fonts) free_fonts(fonts);
    free_pattern(pattern);
  }
  dlclose(library);
  return found;
}

#endif
