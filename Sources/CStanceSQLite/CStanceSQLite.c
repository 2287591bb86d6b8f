#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "CStanceSQLite.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int stance_harden(sqlite3 *database) {
  static const struct { int setting, value; } settings[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},       {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},     {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},         {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
  };
  for (unsigned i = 0; i < sizeof settings / sizeof settings[0]; i++) {
    int code = sqlite3_db_config(database, settings[i].setting, settings[i].value, (int *)0);
    if (code != SQLITE_OK) return code;
  }
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 64 << 20);
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(database, SQLITE_LIMIT_TRIGGER_DEPTH, 0);
  sqlite3_limit(database, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
  return SQLITE_OK;
}

int stance_setting(sqlite3 *database, int setting) {
  int value = -1;
  if (sqlite3_db_config(database, setting, -1, &value) != SQLITE_OK) return -1;
  return value;
}

static int is_among(const char *name, const char *const *names, size_t count) {
  for (size_t i = 0; name && i < count; i++)
    if (strcmp(name, names[i]) == 0) return 1;
  return 0;
}

static int permit(void *context, int action, const char *first, const char *second,
                  const char *database, const char *trigger) {
  static const char *const tables[] = {
    "affiliation", "alias", "attribute", "change", "changeset", "edge", "file", "json_each", "link",
    "meta", "node", "origin", "reach", "relation", "shared", "signature", "source", "statement",
    "type",
  };
  static const char *const pragmas[] = {"foreign_key_check", "integrity_check"};
  static const char *const functions[] = {
    "avg", "char", "coalesce", "count", "group_concat", "instr", "json", "json_array", "json_each",
    "json_group_array", "max", "min", "quote", "rank", "row_number", "typeof",
  };
  int is_inspecting = context != 0;
  (void)database, (void)trigger;
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_TRANSACTION: return is_inspecting ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
      return is_inspecting && is_among(first, pragmas, sizeof pragmas / sizeof *pragmas) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_READ:
      // Of what is only counted the name is given alone, common table expressions included.
      if (second && !*second && first && strncmp(first, "sqlite", 6) && strncmp(first, "pragma", 6))
        return SQLITE_OK;
      return is_among(first, tables, sizeof tables / sizeof *tables) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return is_among(second, functions, sizeof functions / sizeof *functions) ? SQLITE_OK
                                                                              : SQLITE_DENY;
    default: return SQLITE_DENY;
  }
}

int stance_only_read(sqlite3 *database, int mode) {
  // The first use of a table-valued function declares its table, which looks like a change.
  int code = sqlite3_exec(database, "SELECT 1 FROM json_each('[]')", 0, 0, 0);
  if (code != SQLITE_OK) return code;
  static int inspecting;
  return sqlite3_set_authorizer(database, mode ? permit : 0, mode == 2 ? &inspecting : 0);
}

static int is_past(void *deadline) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec > *(long long *)deadline;
}

void stance_set_deadline(sqlite3 *database, long long *deadline) {
  sqlite3_progress_handler(database, deadline ? 1000 : 0, deadline ? is_past : 0, deadline);
}

int stance_begin_session(sqlite3 *database, sqlite3_session **session) {
  return sqlite3session_create(database, "main", session);
}

int stance_record(sqlite3_session *session, const char *table) {
  return sqlite3session_attach(session, table);
}

int stance_changeset(sqlite3_session *session, int *count, void **bytes) {
  return sqlite3session_changeset(session, count, bytes);
}

void stance_end_session(sqlite3_session *session) { sqlite3session_delete(session); }

static int give_up(void *context, int conflict, sqlite3_changeset_iter *iterator) {
  (void)context;
  (void)conflict;
  (void)iterator;
  return SQLITE_CHANGESET_ABORT;
}

int stance_take_back(sqlite3 *database, int count, void *bytes) {
  int inverse_count = 0;
  void *inverse = 0;
  int code = sqlite3changeset_invert(count, bytes, &inverse_count, &inverse);
  if (code == SQLITE_OK)
    code = sqlite3changeset_apply(database, inverse_count, inverse, 0, give_up, 0);
  sqlite3_free(inverse);
  return code;
}

static const int ending_signals[] = {SIGHUP, SIGINT, SIGTERM};
static char removed_files[4][4096];

static void remove_and_end(int signal_number) {
  for (int i = 0; i < 4; i++)
    if (removed_files[i][0]) unlink(removed_files[i]);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void stance_remove_on_signal(const char *path) {
  static const char *const suffixes[] = {"", "-journal", "-wal", "-shm"};
  int is_short = path && strlen(path) + 9 < sizeof removed_files[0];
  for (int i = 0; i < 4; i++) {
    removed_files[i][0] = 0;
    if (is_short) {
      strcpy(removed_files[i], path);
      strcat(removed_files[i], suffixes[i]);
    }
  }
  for (int i = 0; i < 3; i++) {
    void (*before)(int) = signal(ending_signals[i], is_short ? remove_and_end : SIG_DFL);
    if (before == SIG_IGN) signal(ending_signals[i], SIG_IGN);
  }
}
