/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

static const BenchSuiteInfo *const suites[]
    = { &bench_import, &bench_accept, &bench_search, &bench_people,
        &bench_cases,  &bench_ccs,    &bench_ccts,   &bench_window };

typedef struct
{
  char *what;
  char *measured;
  char *aim;
  const char *verdict;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->what);
  g_free (row->measured);
  g_free (row->aim);
  g_free (row);
}

void
bench_check (gboolean done, GError *error)
{
  if (!done || error != NULL)
    g_error ("%s", error != NULL ? error->message : "failed");
}

char *
bench_file (const Bench *bench, const char *name)
{
  return g_build_filename (bench->folder, name, NULL);
}

void
bench_figure (const char *key, gint64 value)
{
  fprintf (stdout, "%s %" G_GINT64_FORMAT "\n", key, value);
}

static void
parse_figures (BenchResult *self, const char *output)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 2);
      gint64 *value;

      if (g_strv_length (words) != 2)
        continue;
      value = g_new (gint64, 1);
      *value = g_ascii_strtoll (words[1], NULL, 10);
      g_hash_table_insert (self->figures, g_strdup (words[0]), value);
    }
}

/* Reads all that the child says, then waits for it and its figures of use. */
static char *
finish_child (GPid pid, int from_child, BenchResult *result)
{
  g_autoptr (GString) output = g_string_new (NULL);
  struct rusage usage;
  int status;
  gssize n;
  char buffer[4096];

  while ((n = read (from_child, buffer, sizeof buffer)) > 0)
    g_string_append_len (output, buffer, n);
  close (from_child);
  if (wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("a part of the bench failed");
  result->peak_kib = usage.ru_maxrss;
  result->cpu_us = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC
                   + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  return g_string_free_and_steal (g_steal_pointer (&output));
}

BenchResult *
bench_run_program (Bench *bench, const char *const *argv, const char *input)
{
  BenchResult *result = g_new0 (BenchResult, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  gint64 start = g_get_monotonic_time ();
  GPid pid;
  int to_child;
  int from_child;

  result->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  bench_check (g_spawn_async_with_pipes (NULL, (char **)argv, NULL,
                                         G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH, NULL,
                                         NULL, &pid, &to_child, &from_child, NULL, &error),
               error);
  if (input != NULL && write (to_child, input, strlen (input)) != (gssize)strlen (input))
    g_error ("a part of the bench does not listen");
  close (to_child);
  output = finish_child (pid, from_child, result);
  result->wall_us = g_get_monotonic_time () - start;
  parse_figures (result, output);
  return result;
}

BenchResult *
bench_run (Bench *bench, const char *part)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *rows = g_strdup_printf ("%" G_GUINT64_FORMAT, bench->n_rows);
  const char *const argv[]
      = { self, "--part", part, "--rows", rows, "--folder", bench->folder, NULL };

  fprintf (stderr, "  %s …\n", part);
  return bench_run_program (bench, argv, NULL);
}

gint64
bench_result_get (const BenchResult *self, const char *key)
{
  const gint64 *value = g_hash_table_lookup (self->figures, key);

  if (value == NULL)
    g_error ("a part of the bench did not say “%s”", key);
  return *value;
}

void
bench_result_free (BenchResult *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->figures);
  g_free (self);
}

static void
add_row (Bench *bench, const char *what, char *measured, char *aim, gboolean met)
{
  Row *row = g_new0 (Row, 1);

  row->what = g_strdup (what);
  row->measured = measured;
  row->aim = aim;
  row->verdict = aim == NULL ? "" : met ? "met" : "falls short";
  g_ptr_array_add (bench->rows, row);
}

static char *
print_hundredths (gint64 hundredths, const char *unit)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d%s", hundredths / 100, (int)(hundredths % 100),
                          unit);
}

static char *
print_time (gint64 us)
{
  return us < 10000000 ? print_hundredths (us / 10, " ms") : print_hundredths (us / 10000, " s");
}

void
bench_add_ratio (Bench *bench,
                 const char *what,
                 gint64 ours_us,
                 gint64 least_us,
                 gint64 aim_percent)
{
  gint64 percent = ours_us * 100 / MAX (least_us, 1);
  g_autofree char *ratio = print_hundredths (percent, "×");
  g_autofree char *ours = print_time (ours_us);
  g_autofree char *least = print_time (least_us);

  add_row (bench, what, g_strdup_printf ("%s (%s / %s)", ratio, ours, least),
           aim_percent > 0 ? print_hundredths (aim_percent, "×") : NULL, percent <= aim_percent);
}

void
bench_add_time (Bench *bench, const char *what, gint64 measured_us, gint64 aim_us)
{
  add_row (bench, what, print_time (measured_us), aim_us > 0 ? print_time (aim_us) : NULL,
           measured_us <= aim_us);
}

void
bench_add_memory (Bench *bench, const char *what, gint64 kib, gint64 aim_kib)
{
  add_row (bench, what, g_strdup_printf ("%" G_GINT64_FORMAT " MiB", kib / 1024),
           aim_kib > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT " MiB", aim_kib / 1024) : NULL,
           kib <= aim_kib);
}

static void
print_rows (Bench *bench)
{
  fprintf (stdout, "\n%-66s  %-34s  %-10s\n", "what", "measured", "aim");
  for (guint i = 0; i < bench->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (bench->rows, i);

      fprintf (stdout, "%-66s  %-34s  %-10s %s\n", row->what, row->measured,
               row->aim != NULL ? row->aim : "", row->verdict);
    }
}

static gboolean
run_part (Bench *bench, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suites); i++)
    for (const BenchPartInfo *part = suites[i]->parts; part->name != NULL; part++)
      if (g_str_equal (part->name, name))
        {
          part->run (bench);
          return TRUE;
        }
  return FALSE;
}

static void
run_suites (Bench *bench, char **wanted)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suites); i++)
    {
      /* What is imported is what the others work on. */
      if (i > 0 && wanted != NULL && wanted[0] != NULL
          && !g_strv_contains ((const char *const *)wanted, suites[i]->name))
        continue;
      fprintf (stderr, "%s\n", suites[i]->name);
      suites[i]->run (bench);
    }
  print_rows (bench);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

int
main (int argc, char *argv[])
{
  Bench bench = { .fleet = { 20260331, GRAM_ACCOUNT_CCS_USED } };
  g_autofree char *part = NULL;
  g_autofree char *folder = NULL;
  gint64 n_rows = 1000000;
  g_auto (GStrv) wanted = NULL;
  const GOptionEntry entries[] = {
    { "rows", 0, 0, G_OPTION_ARG_INT64, &n_rows, "Vehicles (1,000,000)", "N" },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Keep the files here", "FOLDER" },
    { "part", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &part, "One part, in this process",
      "NAME" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &wanted,
      "Suites: accept, search, people, cases, ccts, window", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[SUITE…]");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 2;
    }
  bench.n_rows = (guint64)MAX (n_rows, 1000);
  bench.folder = folder != NULL ? g_strdup (folder) : g_dir_make_tmp ("gram-bench-XXXXXX", &error);
  bench_check (bench.folder != NULL, error);
  g_mkdir_with_parents (bench.folder, 0700);
  if (part != NULL)
    {
      gboolean known = run_part (&bench, part);

      g_free (bench.folder);
      return known ? 0 : 2;
    }
  bench.rows = g_ptr_array_new_with_free_func (row_free);
  run_suites (&bench, wanted);
  if (folder == NULL)
    remove_folder (bench.folder);
  g_ptr_array_unref (bench.rows);
  g_free (bench.folder);
  return 0;
}
