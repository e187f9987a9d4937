/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

/* Times each start is measured; the median counts. */
#define N_STARTS 9

/* The parts that need a display are a program of their own, so that the others do not pay for it. */
static BenchResult *
run_window (Bench *bench, const char *part)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (self);
  g_autofree char *program = g_build_filename (folder, "gram-bench-window", NULL);
  g_autofree char *registry = bench_file (bench, "command.gram");
  const char *const argv[] = { program, part, registry, NULL };

  fprintf (stderr, "  %s …\n", part);
  return bench_run_program (bench, argv, NULL);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a;
  gint64 y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

static gint64
median (gint64 *times)
{
  qsort (times, N_STARTS, sizeof times[0], compare);
  return times[N_STARTS / 2];
}

static gint64
start_of_program (Bench *bench)
{
  const char *program = g_getenv ("GRAM_PROGRAM");
  const char *const argv[] = { program, "--exit-after-startup", NULL };
  gint64 times[N_STARTS];

  for (guint i = 0; i < N_STARTS; i++)
    {
      g_autoptr (BenchResult) result = bench_run_program (bench, argv, NULL);

      times[i] = result->wall_us;
    }
  return median (times);
}

static gint64
start_of_empty (Bench *bench, gint64 *peak_kib)
{
  gint64 times[N_STARTS];

  for (guint i = 0; i < N_STARTS; i++)
    {
      g_autoptr (BenchResult) result = run_window (bench, "empty");

      times[i] = result->wall_us;
      *peak_kib = result->peak_kib;
    }
  return median (times);
}

static void
add_spread (Bench *bench, const BenchResult *result, const char *key, const char *title, gint64 aim)
{
  g_autofree char *half = g_strconcat (key, "-median", NULL);
  g_autofree char *p99 = g_strconcat (key, "-p99", NULL);
  g_autofree char *worst = g_strconcat (key, "-worst", NULL);

  bench_add_time (bench, title, bench_result_get (result, half), 0);
  bench_add_time (bench, "  p99", bench_result_get (result, p99), aim);
  bench_add_time (bench, "  worst", bench_result_get (result, worst), 0);
}

static void
run (Bench *bench)
{
  gint64 empty_kib = 0;
  gint64 empty = start_of_empty (bench, &empty_kib);
  g_autoptr (BenchResult) list = run_window (bench, "list");

  if (g_getenv ("GRAM_PROGRAM") != NULL)
    bench_add_ratio (bench, "start to first frame, against an empty AdwApplicationWindow",
                     start_of_program (bench), empty, 150);
  bench_add_time (bench, "page of vehicles until its first rows are painted",
                  bench_result_get (list, "show"), 0);
  add_spread (bench, list, "jump", "jump to a random row until it is painted: median", 50000);
  add_spread (bench, list, "search", "search in the page until its results are painted: median", 0);
  bench_add_time (bench, "select all", bench_result_get (list, "select-all"), 0);
  bench_add_memory (bench, "peak memory of the page, above an empty window",
                    list->peak_kib - empty_kib, 60 * 1024);
}

static const BenchPartInfo parts[] = { { NULL } };

const BenchSuiteInfo bench_window = { "window", run, parts };
