/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

#include "gram-difference-table.h"

static gint64
report (TableFixture *self, gint64 import_id, gint64 case_id, const char *field, const char *value)
{
  g_autoptr (GramDifferenceRecord) difference = gram_difference_record_new ();
  g_autoptr (GError) error = NULL;

  difference->vehicle_id = 3;
  difference->import_id = import_id;
  difference->import_row = 17;
  difference->field = g_strdup (field);
  difference->registry_value = g_strdup ("121.5");
  difference->file_value = g_strdup (value);
  difference->case_id = case_id;
  gram_difference_table_insert (self->unit, difference, &error);
  g_assert_no_error (error);
  return difference->id;
}

static gboolean
is_known (TableFixture *self, const char *field, const char *value)
{
  const GramDifferenceRecord difference
      = { .vehicle_id = 3, .field = (char *)field, .file_value = (char *)value };
  g_autoptr (GError) error = NULL;
  gboolean known;

  gram_difference_table_is_known (self->store, &difference, &known, &error);
  g_assert_no_error (error);
  return known;
}

static gint64
open_difference (TableFixture *self)
{
  const gint64 vehicle_id = 3;
  g_autoptr (GError) error = NULL;
  gint64 id = case_fixture_open (self->unit, 1, GRAM_CASE_DIFFERENCE, vehicle_id);

  gram_case_vehicle_table_add (self->unit, id, &vehicle_id, 1, FALSE, &error);
  g_assert_no_error (error);
  return id;
}

/* A value that was kept out is not asked about again; one that was taken may come again after others. */
static void
test_differences (TableFixture *self, gconstpointer data)
{
  static const char *const mass[] = { "mass", NULL };
  gint64 import_id = case_fixture_import (self, "register-2026-03.csv");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const GramDifferenceRecord *found;
  gint64 case_id;
  gint64 decided;
  gint64 old;

  /* Reported before version 3: without a case. */
  old = report (self, import_id, 0, "co2", "112.5");
  g_assert_cmpint (old, >, 0);
  g_assert_false (is_known (self, "co2", "112.5"));
  case_id = open_difference (self);
  g_assert_cmpint (report (self, import_id, case_id, "co2", "112.5"), ==, old);
  g_assert_true (is_known (self, "co2", "112.5"));
  g_assert_cmpint (report (self, import_id, case_id, "co2", "112.5"), ==, 0);
  g_assert_cmpint (report (self, import_id, case_id, "mass", "1320"), >, old);
  all = gram_difference_table_list_case (self->store, case_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  found = all->pdata[0];
  g_assert_cmpstr (found->field, ==, "co2");
  g_assert_cmpstr (found->registry_value, ==, "121.5");
  g_assert_cmpstr (found->file_value, ==, "112.5");
  g_assert_cmpstr (found->file_name, ==, "register-2026-03.csv");
  g_assert_cmpint (found->import_row, ==, 17);
  g_assert_cmpint (found->decision, ==, GRAM_DIFFERENCE_OPEN);

  gram_difference_table_decide (self->unit, case_id, mass, GRAM_DIFFERENCE_KEPT, &decided, &error);
  g_assert_cmpint (decided, ==, 1);
  gram_difference_table_decide (self->unit, case_id, mass, GRAM_DIFFERENCE_TAKEN, &decided, &error);
  g_assert_cmpint (decided, ==, 0);
  gram_difference_table_decide (self->unit, case_id, NULL, GRAM_DIFFERENCE_TAKEN, &decided, &error);
  g_assert_no_error (error);
  g_assert_cmpint (decided, ==, 1);
  case_fixture_move (self->unit, case_id, GRAM_CASE_DECIDED, GRAM_CASE_UPHELD);
  g_assert_true (is_known (self, "mass", "1320"));
  g_assert_false (is_known (self, "co2", "112.5"));
  case_id = open_difference (self);
  g_assert_cmpint (report (self, import_id, case_id, "mass", "1320"), ==, 0);
  g_assert_cmpint (report (self, import_id, case_id, "co2", "112.5"), >, 0);
  g_clear_pointer (&all, g_ptr_array_unref);
  all = gram_difference_table_list (self->store, 1, 3, 0, &error);
  g_assert_cmpuint (all->len, ==, 3);
  g_clear_pointer (&all, g_ptr_array_unref);
  all = gram_difference_table_list (self->store, 2, 0, 0, &error);
  g_assert_cmpuint (all->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE_TEST ("/store/difference-table/differences", test_differences);
  return g_test_run ();
}
