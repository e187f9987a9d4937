/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-registration-table.h"

#include "gram-registration-private.h"
#include "gram-table-private.h"

#define KEPT                                                                                       \
  "sum (records), sum (units), sum (units_unknown), sum (units_zero), sum (co2_sum),"              \
  " sum (saving_sum), sum (saving_corrected)"
#define SPAN_OF_IT " AND registered_on >= $1 AND registered_on <= $2"

void
gram_registration_total_free (GramRegistrationTotal *self)
{
  if (self == NULL)
    return;
  g_free (self->registered_on);
  g_free (self->eco_codes);
  g_free (self);
}

static gpointer
read_total (GramStatement *statement, GError **error G_GNUC_UNUSED)
{
  GramRegistrationTotal *total = g_new0 (GramRegistrationTotal, 1);

  total->account_id = gram_statement_int64 (statement, 0);
  total->registered_on = gram_statement_dup_text (statement, 1);
  total->eco_codes = gram_statement_dup_text (statement, 2);
  total->amount = (GramRegistrationAmount){
    .records = gram_statement_int64 (statement, 3),
    .units = gram_statement_int64 (statement, 4),
    .units_unknown = gram_statement_int64 (statement, 5),
    .units_zero = gram_statement_int64 (statement, 6),
    .co2_sum = gram_statement_int64 (statement, 7),
    .saving_sum = gram_statement_int64 (statement, 8),
    .saving_corrected = gram_statement_int64 (statement, 9),
  };
  return total;
}

/* $1 and $2 are the days, $3 the account if there is one. */
static GPtrArray *
ask (GramStore *store,
     const char *sql,
     gint64 account_id,
     const char *first_on,
     const char *last_on,
     GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (first_on != NULL && last_on != NULL, NULL);

  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_text (statement, 1, first_on);
  gram_statement_bind_text (statement, 2, last_on);
  if (account_id != 0)
    gram_statement_bind_int64 (statement, 3, account_id);
  return _gram_table_all (statement, read_total, (GDestroyNotify)gram_registration_total_free,
                          error);
}

GPtrArray *
gram_registration_table_list (GramStore *store,
                              gint64 account_id,
                              const char *first_on,
                              const char *last_on,
                              GError **error)
{
  g_return_val_if_fail (account_id > 0, NULL);

  return ask (
      store,
      "SELECT account_id, registered_on, eco_codes, records, units, units_unknown,"
      " units_zero, co2_sum, saving_sum, saving_corrected FROM registration_total WHERE account_id = $3" SPAN_OF_IT
      " ORDER BY registered_on, eco_codes",
      account_id, first_on, last_on, error);
}

GPtrArray *
gram_registration_table_days (GramStore *store,
                              gint64 account_id,
                              const char *first_on,
                              const char *last_on,
                              GError **error)
{
  g_return_val_if_fail (account_id > 0, NULL);

  return ask (store,
              "SELECT account_id, registered_on, NULL, " KEPT
              " FROM registration_total WHERE account_id = $3" SPAN_OF_IT
              " GROUP BY registered_on ORDER BY registered_on",
              account_id, first_on, last_on, error);
}

/* Sums over days: $1 and $2 are the days, $3 an account, 0 all. */
static GPtrArray *
fold (GramStore *store,
      const char *sql,
      gint64 account_id,
      const char *first_on,
      const char *last_on,
      GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (first_on != NULL && last_on != NULL, NULL);

  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_text (statement, 1, first_on);
  gram_statement_bind_text (statement, 2, last_on);
  gram_statement_bind_int64 (statement, 3, account_id);
  return _gram_registration_fold (store, statement, error);
}

/* The days of each account stand together. */
GPtrArray *
gram_registration_table_sums (GramStore *store,
                              gint64 account_id,
                              const char *first_on,
                              const char *last_on,
                              GError **error)
{
  return fold (store,
               "SELECT registration_of_totals (t.account_id, t.eco_codes, t.records, t.units,"
               " t.units_unknown, t.units_zero, t.co2_sum, t.saving_sum, t.saving_corrected)"
               " FROM account a CROSS JOIN registration_total t ON t.account_id = a.id"
               " AND t.registered_on >= $1 AND t.registered_on <= $2"
               " WHERE a.kind = 'ccts' AND ($3 = 0 OR a.id = $3)",
               account_id, first_on, last_on, error);
}

/* The table in its own order is faster than any of its indexes. */
GPtrArray *
gram_registration_table_recount (GramStore *store,
                                 gint64 account_id,
                                 const char *first_on,
                                 const char *last_on,
                                 GError **error)
{
  return fold (
      store,
      account_id != 0
          ? "SELECT registration_of_vehicles (account_id, eco_codes, units, co2, saving, corrected,"
            " zero_emission) FROM vehicle WHERE account_id = $3" SPAN_OF_IT
          : "SELECT registration_of_vehicles (account_id, eco_codes, units, co2, saving, corrected,"
            " zero_emission) FROM vehicle NOT INDEXED WHERE $3 = 0 AND account_id IN"
            " (SELECT id FROM account WHERE kind = 'ccts')" SPAN_OF_IT,
      account_id, first_on, last_on, error);
}
