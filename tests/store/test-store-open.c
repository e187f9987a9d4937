/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-statement.h"
#include "gram-test-dir.h"

#include <glib/gstdio.h>

static void
test_create_and_open (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GramStore) again = NULL;
  g_autoptr (GramUnit) unit = NULL;
  g_autoptr (GError) error = NULL;

  store = gram_store_create (path, &error);
  g_assert_no_error (error);
  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  g_assert_true (gram_store_exec (store,
                                  "INSERT INTO registry (id, kind, title, created_at)"
                                  " VALUES (1, 'own', 'Harbour Street Imports Ltd', 1)",
                                  &error));
  g_assert_true (gram_unit_commit (g_steal_pointer (&unit), &error));
  g_assert_no_error (error);

  again = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  {
    g_autoptr (GramStatement) statement = NULL;

    statement = gram_statement_prepare (again, "SELECT title FROM registry WHERE id = $1", &error);
    g_assert_no_error (error);
    gram_statement_bind_int64 (statement, 1, 1);
    g_assert_cmpint (gram_statement_step (statement, &error), ==, GRAM_STEP_ROW);
    g_assert_cmpstr (gram_statement_text (statement, 0), ==, "Harbour Street Imports Ltd");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/create-and-open", test_create_and_open);
  return g_test_run ();
}
