/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-test-fleet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * gram-bench: what the program costs, as ratios to the least that the same work could cost. Run on demand:
 *
 *   gram-bench                      everything, over 1,000,000 vehicles
 *   gram-bench --rows 100000 search only what has "search" in its name, over fewer
 *
 * Each measurement runs in a process of its own (the same program with --part), so that its memory is its own too. A
 * part prints one line `key value` a figure; the suites make rows of the final table from them.
 */

typedef struct
{
  /* Where the files are; removed at the end unless given by --folder. */
  char *folder;
  guint64 n_rows;
  GramTestFleet fleet;
  /* Rows of the final table. */
  GPtrArray *rows;
} Bench;

/* What a process of its own found: figures by name, its time by the clock and of the processor, its peak memory. */
typedef struct
{
  GHashTable *figures;
  gint64 wall_us;
  gint64 cpu_us;
  gint64 peak_kib;
} BenchResult;

/* A measurement that runs in a process of its own. */
typedef void (*BenchPart) (Bench *bench);

/* A suite: runs parts and adds rows. */
typedef void (*BenchSuite) (Bench *bench);

typedef struct
{
  const char *name;
  BenchPart run;
} BenchPartInfo;

typedef struct
{
  const char *name;
  BenchSuite run;
  const BenchPartInfo *parts;
} BenchSuiteInfo;

extern const BenchSuiteInfo bench_import;
extern const BenchSuiteInfo bench_accept;
extern const BenchSuiteInfo bench_search;
extern const BenchSuiteInfo bench_people;
extern const BenchSuiteInfo bench_cases;
extern const BenchSuiteInfo bench_ccs;
extern const BenchSuiteInfo bench_ccts;
extern const BenchSuiteInfo bench_window;

/* Path of a file of the bench. */
char *bench_file (const Bench *bench, const char *name);

/* Prints a figure, in a part. */
void bench_figure (const char *key, gint64 value);

/* Runs a part in a process of its own; aborts if it fails. */
BenchResult *bench_run (Bench *bench, const char *part);

/* Runs another program, with @input as its standard input. */
BenchResult *bench_run_program (Bench *bench, const char *const *argv, const char *input);

gint64 bench_result_get (const BenchResult *self, const char *key);
void bench_result_free (BenchResult *self);

/* Rows of the final table. The aim is in the unit of what is measured; 0: there is none. */
void bench_add_ratio (Bench *bench,
                      const char *what,
                      gint64 ours_us,
                      gint64 least_us,
                      gint64 aim_percent);
void bench_add_time (Bench *bench, const char *what, gint64 measured_us, gint64 aim_us);
void bench_add_memory (Bench *bench, const char *what, gint64 kib, gint64 aim_kib);

/* Aborts with the message of a failure: a bench has nobody to tell. */
void bench_check (gboolean done, GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchResult, bench_result_free)

G_END_DECLS
