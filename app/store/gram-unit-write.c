/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-unit-private.h"

#include "gram-id-list.h"
#include "gram-search.h"
#include "gram-statement.h"

#include <glib/gi18n-lib.h>

/* Ids that go to the engine in one text. */
#define IDS_AT_ONCE 50000

static int
compare_ranges (gconstpointer one, gconstpointer other)
{
  return _gram_id_compare (&((const GramIdRange *)one)->first,
                           &((const GramIdRange *)other)->first);
}

/* Ids in order, each once, without those that are new: their text is written with the others that are new. */
static void
tidy_changed (GArray *changed, const GArray *ranges)
{
  guint kept = 0;
  guint range = 0;

  g_array_sort (changed, _gram_id_compare);
  for (guint i = 0; i < changed->len; i++)
    {
      gint64 id = g_array_index (changed, gint64, i);

      if (kept > 0 && g_array_index (changed, gint64, kept - 1) == id)
        continue;
      while (range < ranges->len && g_array_index (ranges, GramIdRange, range).last < id)
        range++;
      if (range < ranges->len && g_array_index (ranges, GramIdRange, range).first <= id)
        continue;
      g_array_index (changed, gint64, kept++) = id;
    }
  g_array_set_size (changed, kept);
}

static gboolean
run_with_text (GramStore *store, const char *sql, const char *text, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_static_text (statement, 1, text);
  return gram_statement_run (statement, error);
}

/* Set-wise: a row of the full-text index is 10 to 50 times dearer by itself (shared/style, section 6). */
static gboolean
write_new (GramStore *store, const GArray *ranges, GError **error)
{
  for (guint start = 0; start < ranges->len; start += IDS_AT_ONCE)
    {
      g_autoptr (GString) list = g_string_new ("[");

      for (guint i = start; i < ranges->len && i < start + IDS_AT_ONCE; i++)
        {
          const GramIdRange *range = &g_array_index (ranges, GramIdRange, i);

          g_string_append_printf (list, "%s[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]",
                                  i > start ? "," : "", range->first, range->last);
        }
      g_string_append_c (list, ']');
      if (!run_with_text (store,
                          "INSERT INTO vehicle_search (rowid, text)"
                          " SELECT vehicle.id, " GRAM_SEARCH_TEXT
                          " FROM json_each ($1) AS span CROSS JOIN vehicle"
                          " ON vehicle.id BETWEEN span.value ->> 0 AND span.value ->> 1",
                          list->str, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_changed (GramStore *store, const GArray *ids, GError **error)
{
  for (guint start = 0; start < ids->len; start += IDS_AT_ONCE)
    {
      g_autoptr (GString) list = g_string_new ("[");

      for (guint i = start; i < ids->len && i < start + IDS_AT_ONCE; i++)
        g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > start ? "," : "",
                                g_array_index (ids, gint64, i));
      g_string_append_c (list, ']');
      if (!run_with_text (store,
                          "DELETE FROM vehicle_search"
                          " WHERE rowid IN (SELECT value FROM json_each ($1))",
                          list->str, error)
          || !run_with_text (store,
                             "INSERT INTO vehicle_search (rowid, text)"
                             " SELECT vehicle.id, " GRAM_SEARCH_TEXT
                             " FROM json_each ($1) AS one CROSS JOIN vehicle"
                             " ON vehicle.id = one.value",
                             list->str, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_gram_unit_write_search (GramUnit *self, GError **error)
{
  g_array_sort (self->new_vehicles, compare_ranges);
  tidy_changed (self->changed_vehicles, self->new_vehicles);
  return write_new (self->store, self->new_vehicles, error)
         && write_changed (self->store, self->changed_vehicles, error);
}

static void
bind_key (GramStatement *statement, const GramTotalKey *key)
{
  gram_statement_bind_int64 (statement, 1, key->account_id);
  gram_statement_bind_int64 (statement, 2, key->period);
  gram_statement_bind_int64 (statement, 3, key->status);
  gram_statement_bind_int64 (statement, 4, key->attention);
}

static gboolean
read_total (GramStore *store, const GramTotalKey *key, GramTotalAmount *total, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  *total = (GramTotalAmount){ 0 };
  statement = gram_statement_prepare (
      store,
      "SELECT records, units, units_co2, co2_sum FROM vehicle_total"
      " WHERE account_id = $1 AND period = $2 AND status = $3 AND attention = $4",
      error);
  if (statement == NULL)
    return FALSE;
  bind_key (statement, key);
  step = gram_statement_step (statement, error);
  if (step == GRAM_STEP_ROW)
    {
      total->records = gram_statement_int64 (statement, 0);
      total->units = gram_statement_int64 (statement, 1);
      total->units_co2 = gram_statement_int64 (statement, 2);
      total->co2_sum = gram_statement_int64 (statement, 3);
    }
  return step != GRAM_STEP_ERROR;
}

static gboolean
write_total (GramStore *store,
             const GramTotalKey *key,
             const GramTotalAmount *total,
             GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  gboolean empty = total->records == 0;

  statement = gram_statement_prepare (
      store,
      empty ? "DELETE FROM vehicle_total"
              " WHERE account_id = $1 AND period = $2 AND status = $3 AND attention = $4"
            : "INSERT INTO vehicle_total"
              " (account_id, period, status, attention, records, units, units_co2, co2_sum)"
              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
              " ON CONFLICT (account_id, period, status, attention) DO UPDATE"
              " SET records = excluded.records, units = excluded.units,"
              " units_co2 = excluded.units_co2, co2_sum = excluded.co2_sum",
      error);
  if (statement == NULL)
    return FALSE;
  bind_key (statement, key);
  if (!empty)
    {
      gram_statement_bind_int64 (statement, 5, total->records);
      gram_statement_bind_int64 (statement, 6, total->units);
      gram_statement_bind_int64 (statement, 7, total->units_co2);
      gram_statement_bind_int64 (statement, 8, total->co2_sum);
    }
  return gram_statement_run (statement, error);
}

/* A cell never holds less than nothing, and one without records holds nothing at all. */
static gboolean
is_possible (const GramTotalAmount *total)
{
  if (total->records == 0)
    return total->units == 0 && total->units_co2 == 0 && total->co2_sum == 0;
  return total->records > 0 && total->units >= total->records && total->units_co2 >= 0
         && total->units_co2 <= total->units;
}

static gboolean
add_total (GramUnit *self, const GramTotalKey *key, const GramTotalAmount *change, GError **error)
{
  GramTotalAmount total;

  if (!read_total (self->store, key, &total, error))
    return FALSE;
  if (self->overflow || __builtin_add_overflow (total.records, change->records, &total.records)
      || __builtin_add_overflow (total.units, change->units, &total.units)
      || __builtin_add_overflow (total.units_co2, change->units_co2, &total.units_co2)
      || __builtin_add_overflow (total.co2_sum, change->co2_sum, &total.co2_sum)
      || !is_possible (&total))
    {
      g_autofree char *account = g_strdup_printf ("%" G_GINT64_FORMAT, key->account_id);

      return _gram_store_fail_file (
          GRAM_STORE_ERROR_CONSTRAINT, self->store->path, error,
          /* Translators: the first is the number of a row, the second a month as 202603. */
          _ ("The kept totals would not fit the vehicles (account %s, period %d). Nothing was changed: run a check of the registry."),
          account, key->period);
    }
  return write_total (self->store, key, &total, error);
}

gboolean
_gram_unit_write_totals (GramUnit *self, GError **error)
{
  GHashTableIter iter;
  gpointer key;
  gpointer change;

  g_hash_table_iter_init (&iter, self->totals);
  while (g_hash_table_iter_next (&iter, &key, &change))
    {
      if (!add_total (self, key, change, error))
        return FALSE;
    }
  return TRUE;
}
