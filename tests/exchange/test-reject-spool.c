/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-reject-spool.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "gram-table-reader.h"
#include "gram-test-dir.h"

#define N_ROWS 20000

static GramRowProblem *
make_problem (gint64 row)
{
  g_autofree char *value = g_strdup_printf ("=value \"%" G_GINT64_FORMAT "\",\r\n„x“ ", row);

  return gram_row_problem_new (row, row * 2, "vin", "-VIN", "vin.letter", value,
                               "A sentence, "
                               "with a comma",
                               row % 2 == 0 ? "Write 0" : NULL);
}

/* Every third row has two problems. */
static GramRejectSpool *
make_spool (void)
{
  g_autoptr (GError) error = NULL;
  GramRejectSpool *spool = gram_reject_spool_new (&error);
  g_autoptr (GPtrArray) problems
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_row_problem_free);

  g_assert_no_error (error);
  for (gint64 row = 1; row <= N_ROWS; row++)
    {
      g_ptr_array_add (problems, make_problem (row));
      if (row % 3 == 0)
        g_ptr_array_add (problems, make_problem (row));
      g_assert_true (gram_reject_spool_add_all (spool, problems, &error));
      g_assert_cmpuint (problems->len, ==, 0);
    }
  g_assert_true (gram_reject_spool_seal (spool, &error));
  g_assert_true (gram_reject_spool_seal (spool, &error));
  g_assert_no_error (error);
  return spool;
}

static void
assert_place (GramRejectSpool *spool, gint64 place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramRowProblem) problem = gram_reject_spool_get (spool, place, &error);
  g_autoptr (GramRowProblem) expected = NULL;

  g_assert_no_error (error);
  /* Four places for three rows. */
  g_assert_cmpint (problem->row, ==, place / 4 * 3 + MIN (place % 4, 2) + 1);
  expected = make_problem (problem->row);
  g_assert_cmpint (problem->line, ==, expected->line);
  g_assert_cmpstr (problem->field, ==, expected->field);
  g_assert_cmpstr (problem->column, ==, expected->column);
  g_assert_cmpstr (problem->rule, ==, expected->rule);
  g_assert_cmpstr (problem->value, ==, expected->value);
  g_assert_cmpstr (problem->message, ==, expected->message);
  g_assert_cmpstr (problem->suggestion, ==, expected->suggestion);
}

static gpointer
read_places (gpointer data)
{
  GramRejectSpool *spool = data;

  for (gint64 place = gram_reject_spool_get_n_problems (spool) - 1; place >= 0; place -= 7)
    assert_place (spool, place);
  gram_reject_spool_unref (spool);
  return NULL;
}

/* Several threads read one spool, and the last of them frees it. */
static void
test_threads (void)
{
  GramRejectSpool *spool = make_spool ();
  GThread *threads[4];

  g_assert_cmpint (gram_reject_spool_get_n_rows (spool), ==, N_ROWS);
  g_assert_cmpint (gram_reject_spool_get_n_problems (spool), ==, N_ROWS + N_ROWS / 3);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_places, gram_reject_spool_ref (spool));
  gram_reject_spool_unref (spool);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* What is saved is a table that reads back, whole, with nothing a spreadsheet would run. */
static void
test_save (void)
{
  const GramTableLayout layout = { GRAM_TABLE_CSV, GRAM_TABLE_UTF8, ',' };
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "rejected.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GramRejectSpool) spool = make_spool ();
  g_autoptr (GramTableReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  const GramTableRow *row;
  gint64 n_rows = 0;

  g_assert_true (gram_reject_spool_save (spool, file, NULL, &error));
  g_assert_no_error (error);
  reader = gram_table_reader_open (path, &layout, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gram_table_reader_get_columns (reader)[7], ==, "suggestion");
  while (gram_table_reader_next (reader, &row, &error) == GRAM_TABLE_ROW)
    {
      n_rows++;
      g_assert_cmpint (row->damage, ==, GRAM_TABLE_SOUND);
      g_assert_true (g_str_has_prefix (row->fields[5].text, "'=value"));
      g_assert_cmpstr (row->fields[3].text, ==, "'-VIN");
    }
  g_assert_no_error (error);
  g_assert_cmpint (n_rows, ==, gram_reject_spool_get_n_problems (spool));
}

static void
test_save_cancelled (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_write (dir, "rejected.csv", "before");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GramRejectSpool) spool = make_spool ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (gram_reject_spool_save (spool, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "before");
}

static void
test_empty (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "none.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GramRejectSpool) spool = gram_reject_spool_new (&error);
  g_autofree char *content = NULL;

  g_assert_true (gram_reject_spool_seal (spool, &error));
  g_assert_cmpint (gram_reject_spool_get_n_rows (spool), ==, 0);
  g_assert_true (gram_reject_spool_save (spool, file, NULL, &error));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==,
                   "\357\273\277row,line,field,column,rule,value,message,suggestion\r\n");
}

/* A file that may not grow any more, as on a full disk: the error comes when rows are added or
   sealed, none is lost silently. */
static void
test_full_disk (void)
{
  struct rlimit before;
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramRejectSpool) spool = gram_reject_spool_new (&error);
  gboolean good = TRUE;

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = (struct rlimit){ .rlim_cur = 100000, .rlim_max = before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  for (gint64 row = 1; good && row <= N_ROWS; row++)
    {
      g_autoptr (GramRowProblem) problem = make_problem (row);

      good = gram_reject_spool_add (spool, problem, &error);
    }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (good);
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_WRITE);
}

/* A value of any length is cut between characters. */
static void
test_long_value (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GramRowProblem) problem
          = gram_row_problem_new (1, 1, NULL, text->str, "row.damaged", text->str, "x", NULL);

      g_assert_cmpuint (strlen (problem->value), <=, 200);
      g_assert_true (g_utf8_validate (problem->value, -1, NULL));
      if (text->len <= 200)
        g_assert_cmpstr (problem->value, ==, text->str);
      else
        g_assert_true (g_str_has_suffix (problem->value, "…"));
      g_string_append (text, i % 2 == 0 ? "é" : "x");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reject-spool/threads", test_threads);
  g_test_add_func ("/reject-spool/save", test_save);
  g_test_add_func ("/reject-spool/save-cancelled", test_save_cancelled);
  g_test_add_func ("/reject-spool/empty", test_empty);
  g_test_add_func ("/reject-spool/full-disk", test_full_disk);
  g_test_add_func ("/reject-spool/long-value", test_long_value);
  return g_test_run ();
}
