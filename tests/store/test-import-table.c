/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-import-table.h"

static gint64
insert (TableFixture *self, const char *file_name)
{
  g_autoptr (GramImportRecord) record = gram_import_record_new ();
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  gram_import_table_next_id (self->unit, &record->id, &error);
  g_assert_no_error (error);
  record->account_id = 1;
  record->journal_id = self->journal_id;
  record->file_name = g_strdup (file_name);
  record->format = g_strdup ("gram");
  gram_import_table_insert (self->unit, record, &error);
  g_assert_no_error (error);
  record->sha256 = g_strdup ("5891b5b5");
  record->rows_read = 6;
  record->rows_new = 1;
  record->rows_changed = 2;
  record->rows_unchanged = 3;
  record->rows_differing = 4;
  record->rows_rejected = 5;
  gram_import_table_finish (self->unit, record, &error);
  g_assert_no_error (error);
  return record->id;
}

static void
test_insert (TableFixture *self, gconstpointer data)
{
  gint64 first = insert (self, "register-2026-01.csv");
  gint64 second = insert (self, "register-2026-02.csv");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GramImportRecord) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (second, ==, first + 1);
  table_fixture_commit (self);
  gram_import_table_get (self->store, first, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->file_name, ==, "register-2026-01.csv");
  g_assert_cmpstr (found->sha256, ==, "5891b5b5");
  g_assert_cmpstr (found->format, ==, "gram");
  g_assert_cmpstr (found->person, ==, "Mere Tamihana");
  g_assert_cmpint (found->at, >, 0);
  g_assert_cmpint (found->rows_read, ==, 6);
  g_assert_cmpint (found->rows_new, ==, 1);
  g_assert_cmpint (found->rows_changed, ==, 2);
  g_assert_cmpint (found->rows_unchanged, ==, 3);
  g_assert_cmpint (found->rows_differing, ==, 4);
  g_assert_cmpint (found->rows_rejected, ==, 5);
  all = gram_import_table_list (self->store, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  newest = gram_import_table_list (self->store, 1, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpint (((GramImportRecord *)g_ptr_array_index (newest, 0))->id, ==, second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TABLE_TEST ("/store/import/insert", test_insert);
  return g_test_run ();
}
