/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gram-fuzz.h"
#include "gram-row-vehicle.h"
#include "gram-table-sniff.h"

static void
check_record (const GramVehicleRecord *record)
{
  g_assert_true (record->vin != NULL || record->chassis != NULL || record->register_key != NULL);
  g_assert_true (record->vin == NULL || strlen (record->vin) == 17);
  g_assert_cmpint (record->units, >=, 1);
  g_assert_cmpint (record->units, <=, 1000000);
  g_assert_cmpint (record->co2_micro, >=, GRAM_CO2_UNKNOWN);
  g_assert_cmpint (record->co2_micro, <=, G_GINT64_CONSTANT (1000000000));
  g_assert_cmpint (record->saving_micro, >=, 0);
  g_assert_cmpint (gram_vehicle_record_effective_co2 (record), >=, GRAM_CO2_UNKNOWN);
  g_assert_true (g_utf8_validate (record->make, -1, NULL));
  g_assert_true (g_utf8_validate (record->model, -1, NULL));
  g_assert_true (record->registered_on == NULL || strlen (record->registered_on) == 10);
  g_assert_true (record->status == GRAM_VEHICLE_ENTERED || record->status == GRAM_VEHICLE_READY);
}

static void
check_row (const GramTableRow *row)
{
  for (gsize i = 0; i < row->n_fields; i++)
    {
      g_assert_cmpuint (strlen (row->fields[i].text), ==, row->fields[i].length);
      g_assert_true (g_utf8_validate (row->fields[i].text, -1, NULL));
      g_assert_cmpuint (row->fields[i].length, <=, 3 * GRAM_TABLE_MAX_FIELD);
    }
}

static void
read_with (GramTableReader *reader, GramMapping *mapping, GramAccountKind kind)
{
  g_autoptr (GPtrArray) problems
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_row_problem_free);
  g_autoptr (GramVehicleRecord) record = gram_vehicle_record_new ();
  g_autoptr (GramRowContext) context
      = gram_row_context_new (mapping, gram_table_reader_get_columns (reader), kind, "2026-11-22",
                              NULL);
  const GramTableRow *row;
  GramTableStep step;

  while ((step = gram_table_reader_next (reader, &row, NULL)) == GRAM_TABLE_ROW)
    {
      guint n_problems = problems->len;
      GramRowOutcome outcome = GRAM_ROW_PASSED_OVER;

      check_row (row);
      if (context != NULL)
        outcome = gram_row_to_vehicle (context, row, record, problems);
      g_assert_true ((outcome == GRAM_ROW_REJECTED) == (problems->len > n_problems));
      if (outcome == GRAM_ROW_TAKEN)
        check_record (record);
    }
  g_assert_true ((step == GRAM_TABLE_DONE) == (gram_table_reader_get_sha256 (reader) != NULL));
}

/* The first bytes choose how the rest is read; a quarter is sniffed. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char delimiters[] = { ',', ';', '\t' };
  const char *const *presets = gram_mapping_presets ();
  GramTableLayout layout;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GramMapping) mapping = NULL;
  g_autoptr (GramTableReader) reader = NULL;
  g_autoptr (GramTableSniff) sniff = NULL;
  guint8 choice;

  if (size < 2)
    return 0;
  choice = data[0] - '0';
  layout.format = choice % 4 == 3 ? GRAM_TABLE_JSONL : GRAM_TABLE_CSV;
  layout.encoding = GRAM_TABLE_UTF8 + choice / 4 % 4;
  layout.delimiter = delimiters[choice / 16 % 3];
  bytes = g_bytes_new (data + 2, size - 2);
  if (choice >= 0xc0 || data[0] == '~')
    {
      sniff = gram_table_sniff_bytes (bytes, NULL);
      if (sniff == NULL)
        return 0;
      layout = sniff->layout;
    }
  reader = gram_table_reader_new_for_bytes (bytes, &layout, NULL);
  if (reader == NULL)
    return 0;
  mapping = data[1] % 4 == 3 ? gram_mapping_new_proposal (gram_table_reader_get_columns (reader))
                             : gram_mapping_new_preset (presets[data[1] % 4]);
  read_with (reader, mapping, GRAM_ACCOUNT_CCS_USED + data[1] / 4 % 3);
  return 0;
}
