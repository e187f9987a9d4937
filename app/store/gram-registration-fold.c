/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-registration-private.h"

#include "gram-statement.h"
#include "gram-store-private.h"
#include "gram-cells-private.h"

#include <string.h>

/* How many figures a cell has. */
#define PARTS (sizeof (GramRegistrationAmount) / sizeof (gint64))

/* Places of the last cells, so that rows in the order in which they were brought in need no look-up by their text. */
#define RECENT 16

typedef struct
{
  gint64 account_id;
  const char *eco_codes;
  int length;
  /* NULL: the place is free. */
  gint64 *figures;
} Recent;

/* What is being added up; rows of one account and the same codes share a cell, whatever their day. */
struct _GramRegistrationFold
{
  GHashTable *cells;
  Recent recent[RECENT];
};

static guint
place_of (gint64 account_id, const char *eco_codes, int length)
{
  guint hash = (guint)account_id * 31 + (guint)length;

  if (length > 0)
    hash = hash * 31 + (guint)(guchar)eco_codes[length - 1];
  return hash % RECENT;
}

static gint64 *
cell_of (GramRegistrationFold *self, sqlite3_value *account, sqlite3_value *codes)
{
  gint64 account_id = sqlite3_value_int64 (account);
  const char *eco_codes = (const char *)sqlite3_value_text (codes);
  int length = sqlite3_value_bytes (codes);
  Recent *recent = &self->recent[place_of (account_id, eco_codes, length)];
  GramRegistrationKey key = { account_id, "", eco_codes };

  if (recent->figures == NULL || recent->account_id != account_id || recent->length != length
      || memcmp (recent->eco_codes, eco_codes, (gsize)length) != 0)
    {
      recent->figures = _gram_registration_cell (self->cells, &key, &recent->eco_codes);
      recent->account_id = account_id;
      recent->length = length;
    }
  return recent->figures;
}

static void
add (sqlite3_context *context, gint64 *sum, gint64 amount)
{
  if (__builtin_add_overflow (*sum, amount, sum))
    sqlite3_result_error (context, "integer overflow", -1);
}

static void
add_units (sqlite3_context *context, gint64 *sum, gint64 units, gint64 amount)
{
  gint64 product;

  if (__builtin_mul_overflow (units, amount, &product))
    sqlite3_result_error (context, "integer overflow", -1);
  else
    add (context, sum, product);
}

/* account, codes, units, CO₂, saving, corrected, zero-emission of a vehicle: the law as gram-vehicle-sql.h has it. */
static void
fold_vehicle (sqlite3_context *context, int n_values G_GNUC_UNUSED, sqlite3_value **values)
{
  GramStore *store = sqlite3_user_data (context);
  GramRegistrationAmount *sum
      = (GramRegistrationAmount *)cell_of (store->fold, values[0], values[1]);
  gint64 units = sqlite3_value_int64 (values[2]);
  gint64 corrected = sqlite3_value_int64 (values[5]);
  gint64 co2 = corrected >= 0 ? corrected : sqlite3_value_int64 (values[3]);
  gint64 saving = MIN (sqlite3_value_int64 (values[4]), co2);

  add (context, &sum->records, 1);
  if (sqlite3_value_int64 (values[6]) != 0)
    {
      add (context, &sum->units_zero, units);
      return;
    }
  add (context, &sum->units, units);
  if (co2 < 0)
    {
      add (context, &sum->units_unknown, units);
      return;
    }
  add_units (context, &sum->co2_sum, units, co2);
  if (saving > 0)
    add_units (context, corrected >= 0 ? &sum->saving_corrected : &sum->saving_sum, units, saving);
}

/* account, codes and the figures of a kept total. */
static void
fold_total (sqlite3_context *context, int n_values G_GNUC_UNUSED, sqlite3_value **values)
{
  GramStore *store = sqlite3_user_data (context);
  gint64 *sum = cell_of (store->fold, values[0], values[1]);

  for (gsize i = 0; i < PARTS; i++)
    add (context, &sum[i], sqlite3_value_int64 (values[i + 2]));
}

static void
end (sqlite3_context *context)
{
  sqlite3_result_null (context);
}

gboolean
_gram_registration_fold_register (GramStore *store, GError **error)
{
  static const struct
  {
    const char *name;
    int n_values;
    void (*step) (sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
    { "registration_of_vehicles", 7, fold_vehicle },
    { "registration_of_totals", 2 + PARTS, fold_total },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      int code = sqlite3_create_function_v2 (store->db, functions[i].name, functions[i].n_values,
                                             SQLITE_UTF8 | SQLITE_DIRECTONLY, store, NULL,
                                             functions[i].step, end, NULL);

      if (code != SQLITE_OK)
        return _gram_store_fail (store, code, functions[i].name, error);
    }
  return TRUE;
}

static int
compare_totals (gconstpointer one, gconstpointer other)
{
  const GramRegistrationTotal *a = *(GramRegistrationTotal *const *)one;
  const GramRegistrationTotal *b = *(GramRegistrationTotal *const *)other;

  if (a->account_id != b->account_id)
    return a->account_id < b->account_id ? -1 : 1;
  return strcmp (a->eco_codes, b->eco_codes);
}

static GPtrArray *
list_cells (GramRegistrationFold *self)
{
  GPtrArray *totals = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_registration_total_free);
  GHashTableIter iter;
  gpointer key;
  gpointer figures;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &key, &figures))
    {
      GramRegistrationTotal *total = g_new0 (GramRegistrationTotal, 1);

      total->account_id = ((const GramCellKey *)key)->numbers[0];
      total->eco_codes = g_strdup (((const GramCellKey *)key)->texts[1]);
      total->amount = *(const GramRegistrationAmount *)figures;
      g_ptr_array_add (totals, total);
    }
  g_ptr_array_sort (totals, compare_totals);
  return totals;
}

GPtrArray *
_gram_registration_fold (GramStore *store, GramStatement *statement, GError **error)
{
  g_autoptr (GHashTable) cells = _gram_cells_new ();
  GramRegistrationFold fold = { .cells = cells };
  GramStep step;

  g_assert (store->fold == NULL);

  store->fold = &fold;
  step = gram_statement_step (statement, error);
  store->fold = NULL;
  return step != GRAM_STEP_ERROR ? list_cells (&fold) : NULL;
}
