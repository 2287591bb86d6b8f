#ifndef CSTANCESQLITE_H
#define CSTANCESQLITE_H

#include <sqlite3.h>

/// Sets what protects the program from a hostile database: defensive mode, no trusted schema, no
/// views, no triggers, no extensions, no double-quoted strings. `sqlite3_db_config` is variadic,
/// so that Swift cannot call it. Returns the first error code, or SQLITE_OK.
int stance_harden(sqlite3 *database);

/// Reads one of those settings back: 1 or 0, or -1 for an unknown one.
int stance_setting(sqlite3 *database, int setting);

/// Lets the database prepare nothing but SELECTs over the tables of a graph, with the functions that
/// questions use. Mode 1 does so, 2 permits transactions and the checks of the file too, 0 lifts it
/// again. Asked of while a statement is prepared, never while it runs.
int stance_only_read(sqlite3 *database, int mode);

/// Interrupts statements of the database that run past the deadline, in nanoseconds of the
/// monotonic clock; 0 removes it.
void stance_set_deadline(sqlite3 *database, long long *deadline);

/// Records changes of tables by SQLite's session extension, which its header shows only on demand.
struct sqlite3_session;

/// Begins to record; `stance_end_session` ends it.
int stance_begin_session(sqlite3 *database, struct sqlite3_session **session);

/// Adds a table to what is recorded.
int stance_record(struct sqlite3_session *session, const char *table);

/// What has changed so far. The bytes are freed with `sqlite3_free`.
int stance_changeset(struct sqlite3_session *session, int *count, void **bytes);

void stance_end_session(struct sqlite3_session *session);

/// Takes a changeset back. SQLITE_ABORT where rows are not as the changeset left them.
int stance_take_back(sqlite3 *database, int count, void *bytes);

/// Removes files, and what SQLite puts beside them, when a signal ends the program. At most one
/// path at a time, which is copied; a null pointer forgets it.
void stance_remove_on_signal(const char *path);

#endif
