/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-accept-private.h"

#include "gram-id-list.h"
#include "gram-table-private.h"
#include "gram-vehicle-sql.h"

#include <glib/gi18n-lib.h>

/* Acceptance with figures: the vehicles are read and worked out, their sums posted, then their rows are written, one
 * by one, as each has figures of its own. The rows lie in the order in which they are read. */
#define SELECT                                                                                     \
  "SELECT id, period, type, mass_kg, co2, units, " GRAM_EFFECTIVE_CO2 ", excluded, make, model"    \
  " FROM vehicle"
#define WRITE                                                                                      \
  "UPDATE vehicle SET status = 2, accepted_at = $1, accepted_by = $2,"                             \
  " accepted_automatically = $3, rulebook_id = $4, version = version + 1, obligation_year = $5,"   \
  " difference = $6, charge = $7, posting_id = $8, fleet_average = $9, accepted_period = $10"      \
  " WHERE id = $11"

typedef struct
{
  gint64 id;
  GramCcsShare share;
} Figured;

typedef struct
{
  GramStore *store;
  gint64 account_id;
  GramFigureFunc figure;
  gpointer data;
  GramVehicleRecord *facts;
  GramFigureSums sums;

  /* Of an acceptance; NULL: nothing but the sums is wanted. */
  GramUnit *unit;
  const GramAcceptance *acceptance;
  GArray *rows;
} Work;

static gboolean
fail_too_large (GError **error)
{
  g_set_error_literal (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT,
                       _ ("The figures of these vehicles are too large to be added"));
  return FALSE;
}

static void
move_total (Work *work, int period, int units, gint64 effective_co2)
{
  GramTotalKey key = { work->account_id, period, GRAM_VEHICLE_READY, GRAM_ATTENTION_NONE };
  GramTotalAmount more = {
    .records = 1,
    .units = units,
    .units_co2 = effective_co2 >= 0 ? units : 0,
    .co2_sum = effective_co2 >= 0 ? units * effective_co2 : 0,
  };
  GramTotalAmount less = { -more.records, -more.units, -more.units_co2, -more.co2_sum };

  gram_unit_add_total (work->unit, &key, &less);
  key.status = GRAM_VEHICLE_ACCEPTED;
  gram_unit_add_total (work->unit, &key, &more);
}

/* The cell of the kept totals of accepted vehicles. */
static void
add_acceptance (Work *work, GramStatement *row, const GramCcsShare *share)
{
  const char *make = gram_statement_text (row, 8);
  const char *model = gram_statement_text (row, 9);
  const GramAcceptanceKey key = {
    .account_id = work->account_id,
    .year = share->year,
    .period = work->acceptance->period,
    .fleet_average = work->acceptance->fleet_average,
    .make = _gram_text (make),
    .model = _gram_text (model),
  };
  const GramAcceptanceAmount amount = {
    1,
    MAX (share->difference, 0),
    MAX (-share->difference, 0),
    share->charge,
  };

  if (share->year > 0)
    gram_unit_add_acceptance (work->unit, &key, &amount);
}

static void
work_out (Work *work, GramStatement *row, GramCcsShare *share)
{
  const char *type = gram_statement_text (row, 2);
  char *own = work->facts->excluded;

  work->facts->type = type != NULL ? *type : '\0';
  work->facts->mass_kg = (int)gram_statement_int64 (row, 3);
  work->facts->co2_micro = gram_statement_int64 (row, 4);
  work->facts->units = (int)gram_statement_int64 (row, 5);
  /* Lent for the call. */
  work->facts->excluded = (char *)_gram_text (gram_statement_text (row, 7));
  work->figure (work->facts, share, work->data);
  work->facts->excluded = own;
}

static gboolean
add_to_sums (GramFigureSums *sums, int units, const GramCcsShare *share)
{
  sums->records++;
  sums->units += units;
  if (share->charge > 0)
    sums->charged++;
  return !__builtin_add_overflow (sums->credits, share->credit, &sums->credits)
         && !__builtin_add_overflow (sums->charges, share->charge, &sums->charges)
         && !__builtin_add_overflow (sums->grams,
                                     share->charge > 0 ? MAX (-share->difference, 0) : 0,
                                     &sums->grams);
}

static gboolean
read_row (Work *work, GramStatement *row, GError **error)
{
  Figured figured = { .id = gram_statement_int64 (row, 0) };

  work_out (work, row, &figured.share);
  if (!add_to_sums (&work->sums, work->facts->units, &figured.share))
    return fail_too_large (error);
  if (work->acceptance == NULL)
    return TRUE;
  g_array_append_val (work->rows, figured);
  move_total (work, (int)gram_statement_int64 (row, 1), work->facts->units,
              gram_statement_int64 (row, 6));
  add_acceptance (work, row, &figured.share);
  return TRUE;
}

static gboolean
read_rows (Work *work, GramStatement *statement, GError **error)
{
  GramStep step;

  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    if (!read_row (work, statement, error))
      return FALSE;
  return step == GRAM_STEP_DONE;
}

static gboolean
read_all (Work *work, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      work->store, SELECT " WHERE account_id = $1 AND status = 1 AND attention = 0 ORDER BY id",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, work->account_id);
  return read_rows (work, statement, error);
}

static gboolean
read_listed (Work *work, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      work->store,
      SELECT " WHERE id IN (SELECT value FROM " GRAM_SQL_IDS (
          "2") ") AND +account_id = $1 AND +status = 1 AND +attention = 0",
      error);
  if (statement == NULL)
    return FALSE;
  for (gsize start = 0; start < n_ids; start += GRAM_IDS_AT_ONCE)
    {
      gram_statement_bind_int64 (statement, 1, work->account_id);
      _gram_id_list_bind (statement, 2, ids + start, MIN (n_ids - start, GRAM_IDS_AT_ONCE));
      if (!read_rows (work, statement, error))
        return FALSE;
      gram_statement_reset (statement);
    }
  return TRUE;
}

static gboolean
write_row (const Work *work,
           GramStatement *statement,
           const Figured *row,
           gint64 posting_id,
           GError **error)
{
  const GramAcceptance *acceptance = work->acceptance;
  const GramCcsShare *share = &row->share;
  gboolean is_posted = posting_id != 0 && (share->credit > 0 || share->charge > 0);

  gram_statement_bind_int64 (statement, 1, acceptance->at);
  _gram_table_bind_reference (statement, 2, acceptance->person_id);
  gram_statement_bind_int64 (statement, 3, acceptance->automatically ? 1 : 0);
  gram_statement_bind_int64 (statement, 4, acceptance->rulebook_id);
  gram_statement_bind_int64 (statement, 5, share->year);
  gram_statement_bind_int64 (statement, 6, share->difference);
  gram_statement_bind_int64 (statement, 7, share->charge);
  _gram_table_bind_reference (statement, 8, is_posted ? posting_id : 0);
  gram_statement_bind_int64 (statement, 9, share->year > 0 && acceptance->fleet_average ? 1 : 0);
  gram_statement_bind_int64 (statement, 10, acceptance->period);
  gram_statement_bind_int64 (statement, 11, row->id);
  return gram_statement_run (statement, error);
}

static gboolean
write_rows (const Work *work, gint64 posting_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (work->store, WRITE, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < work->rows->len; i++)
    if (!write_row (work, statement, &g_array_index (work->rows, Figured, i), posting_id, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_wanted (Work *work, const gint64 *ids, gsize n_ids, GError **error)
{
  return ids != NULL ? read_listed (work, ids, n_ids, error) : read_all (work, error);
}

gboolean
_gram_vehicle_accept_figured (GramUnit *unit,
                              gint64 account_id,
                              const gint64 *ids,
                              gsize n_ids,
                              const GramAcceptance *acceptance,
                              gint64 *accepted,
                              gint64 *units,
                              GError **error)
{
  g_autoptr (GramVehicleRecord) facts = gram_vehicle_record_new ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Figured));
  Work work = {
    .store = gram_unit_get_store (unit),
    .account_id = account_id,
    .figure = acceptance->figure,
    .data = acceptance->data,
    .facts = facts,
    .unit = unit,
    .acceptance = acceptance,
    .rows = rows,
  };
  gint64 posting_id = 0;

  if (!read_wanted (&work, ids, n_ids, error))
    return FALSE;
  *accepted = work.sums.records;
  *units = work.sums.units;
  if (rows->len == 0)
    return TRUE;
  if (acceptance->post != NULL
      && !acceptance->post (&work.sums, &posting_id, acceptance->data, error))
    return FALSE;
  return write_rows (&work, posting_id, error);
}

gboolean
gram_vehicle_table_figure (GramStore *store,
                           const GramVehicleQuery *query,
                           const gint64 *ids,
                           gsize n_ids,
                           GramFigureFunc figure,
                           gpointer data,
                           GramFigureSums *sums,
                           GError **error)
{
  g_autoptr (GramVehicleRecord) facts = NULL;
  g_autoptr (GArray) found = NULL;
  Work work = { .store = store, .figure = figure, .data = data };

  g_return_val_if_fail (query != NULL && figure != NULL && sums != NULL, FALSE);
  g_return_val_if_fail (ids != NULL || n_ids == 0, FALSE);

  *sums = (GramFigureSums){ 0 };
  if (ids == NULL && !_gram_vehicle_query_acceptable (store, query, &found, error))
    return FALSE;
  if (found != NULL)
    {
      ids = &g_array_index (found, gint64, 0);
      n_ids = found->len;
      if (n_ids == 0)
        return TRUE;
    }
  facts = gram_vehicle_record_new ();
  work.account_id = query->account_id;
  work.facts = facts;
  if (!read_wanted (&work, ids, n_ids, error))
    return FALSE;
  *sums = work.sums;
  return TRUE;
}
