/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-rows.h"

#include <string.h>

static GramTestRows *
read_rows (GramTableReader *reader, const GramMapping *mapping, GramAccountKind kind)
{
  GramTestRows *self = g_new0 (GramTestRows, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GramRowContext) context = NULL;
  g_autoptr (GramVehicleRecord) record = gram_vehicle_record_new ();
  const GramTableRow *row;
  GramTableStep step;

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_vehicle_record_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_row_problem_free);
  context = gram_row_context_new (mapping, gram_table_reader_get_columns (reader), kind,
                                  "2026-11-22", &error);
  g_assert_no_error (error);
  while ((step = gram_table_reader_next (reader, &row, &error)) == GRAM_TABLE_ROW)
    {
      guint n_problems = self->problems->len;
      GramRowOutcome outcome = gram_row_to_vehicle (context, row, record, self->problems);

      g_assert_true ((outcome == GRAM_ROW_REJECTED) == (self->problems->len > n_problems));
      if (outcome == GRAM_ROW_TAKEN)
        g_ptr_array_add (self->records, gram_vehicle_record_copy (record));
      self->n_passed_over += outcome == GRAM_ROW_PASSED_OVER;
    }
  g_assert_no_error (error);
  return self;
}

GramTestRows *
gram_test_rows_read (const char *path,
                     const GramTableLayout *layout,
                     const GramMapping *mapping,
                     GramAccountKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTableReader) reader = gram_table_reader_open (path, layout, &error);

  g_assert_no_error (error);
  return read_rows (reader, mapping, kind);
}

GramTestRows *
gram_test_rows_read_text (const char *text, const GramMapping *mapping, GramAccountKind kind)
{
  const GramTableLayout layout = { GRAM_TABLE_CSV, GRAM_TABLE_UTF8, ',' };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTableReader) reader = gram_table_reader_new_for_bytes (bytes, &layout, &error);

  g_assert_no_error (error);
  return read_rows (reader, mapping, kind);
}

void
gram_test_rows_free (GramTestRows *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

char *
gram_test_rows_dup_rules (GramTestRows *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->problems->len; i++)
    {
      GramRowProblem *problem = gram_test_problem (self, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%s:%s", i == 0 ? "" : " ", problem->row,
                              problem->field, problem->rule);
    }
  return g_string_free_and_steal (text);
}
