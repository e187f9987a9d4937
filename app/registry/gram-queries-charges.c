/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-charges.h"

#include "gram-account-life.h"
#include "gram-charge-offsets.h"
#include "gram-charge-postings.h"
#include "gram-check.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

void
gram_charge_row_free (GramChargeRow *self)
{
  if (self == NULL)
    return;
  gram_charge_record_free (self->record);
  g_free (self);
}

void
gram_charge_detail_free (GramChargeDetail *self)
{
  if (self == NULL)
    return;
  gram_charge_row_free (self->row);
  g_clear_pointer (&self->settlements, g_ptr_array_unref);
  g_free (self->document);
  g_clear_pointer (&self->allows, g_ptr_array_unref);
  g_free (self);
}

/* The query as @person may ask it today: members see what their accounts owe. */
static gpointer
query_for (GramRegistry *self, const GramPersonRecord *person, gconstpointer query)
{
  GramChargeQuery *own
      = query != NULL ? gram_charge_query_copy (query) : g_new0 (GramChargeQuery, 1);

  if (!_gram_check_administrators_side (person))
    own->person_id = person->id;
  g_free (own->today);
  own->today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCS_USED);
  return own;
}

static const GramQueriesList list = {
  .query_for = query_for,
  .query_free = (GDestroyNotify)gram_charge_query_free,
  .ids = (GramQueriesIds)gram_charge_table_ids,
  .counts = (GramQueriesCounts)gram_charge_table_counts,
};

GArray *
gram_registry_charge_ids (GramRegistry *self,
                          GramActor *actor,
                          const GramChargeQuery *query,
                          guint limit,
                          GramRefusal **refusal,
                          GError **error)
{
  return _gram_queries_ids (self, actor, &list, query, limit, refusal, error);
}

GramOutcome
gram_registry_charge_counts (GramRegistry *self,
                             GramActor *actor,
                             const GramChargeQuery *query,
                             GramChargeCounts *counts,
                             GramRefusal **refusal,
                             GError **error)
{
  return _gram_queries_counts (self, actor, &list, query, counts, refusal, error);
}

/* @record: (transfer full) */
static GramChargeRow *
row_new (GramRegistry *self, GramChargeRecord *record, GramAccountKind kind)
{
  GramChargeRow *row = g_new0 (GramChargeRow, 1);
  GramDate today = gram_charge_today (self);
  GramDate due_on = gram_life_date (record->due_on);

  row->id = record->id;
  row->record = record;
  row->account_kind = kind;
  row->state = gram_ccs_charge_state (record->outstanding, due_on, today);
  row->overdue_days = gram_ccs_charge_overdue_days (record->outstanding, due_on, today);
  return row;
}

static gboolean
add_rows (GramRegistry *self,
          const GramPersonRecord *person,
          const gint64 *ids,
          guint n_ids,
          GPtrArray *rows,
          GError **error)
{
  g_autoptr (GPtrArray) page = gram_charge_table_page (self->store, ids, n_ids, error);
  g_autoptr (GramAccountRecord) account = NULL;
  GramQueriesSight sight = { 0 };

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->len; i++)
    {
      const GramChargeRecord *record = page->pdata[i];
      GramChargeRow *row;

      if (!_gram_queries_sees (self, person, record->account_id, &sight, error))
        return FALSE;
      if (!sight.sees)
        continue;
      if (account == NULL || account->id != record->account_id)
        {
          g_clear_pointer (&account, gram_account_record_free);
          if (!gram_account_table_get (self->store, record->account_id, &account, error))
            return FALSE;
        }
      row = row_new (self, gram_charge_record_copy (record), account->kind);
      row->among_others = _gram_queries_among_others (self, person);
      g_ptr_array_add (rows, row);
    }
  return TRUE;
}

GPtrArray *
gram_registry_charge_rows (GramRegistry *self,
                           GramActor *actor,
                           const gint64 *ids,
                           guint n_ids,
                           GramRefusal **refusal,
                           GError **error)
{
  return _gram_queries_rows (self, actor, ids, n_ids, add_rows,
                             (GDestroyNotify)gram_charge_row_free, refusal, error);
}

/* What stands in the way besides rights. */
typedef gboolean (*Check) (const GramChargeDetail *detail, GramRefusal **refusal);

static gboolean
check_outstanding (const GramChargeDetail *detail, GramRefusal **refusal)
{
  return detail->row->record->outstanding > 0
         || gram_charges_refuse_settled (detail->row->id, refusal);
}

static gboolean
check_offset (const GramChargeDetail *detail, GramRefusal **refusal)
{
  if (!check_outstanding (detail, refusal))
    return FALSE;
  return detail->credits_to_clear > 0
         || gram_refuse (refusal, "charge.money-only", GRAM_CHARGES_ARTICLE,
                         _ ("Charge %" PRId64 " has no grams, so money alone settles it"),
                         detail->row->id);
}

static gboolean
check_in_favour (const GramChargeDetail *detail, GramRefusal **refusal)
{
  return gram_payments_check_in_favour (detail->in_favour, refusal);
}

static gboolean
check_use (const GramChargeDetail *detail, GramRefusal **refusal)
{
  return check_outstanding (detail, refusal) && check_in_favour (detail, refusal);
}

static const struct
{
  const char *command;
  Check check;
} verbs[] = {
  { "charge.offset", check_offset },
  { "payment.record", check_outstanding },
  { "payment.use-in-favour", check_use },
  { "payment.pay-back", check_in_favour },
};

/* Rights first, then where the charge stands: what a tooltip says. */
static gboolean
add_allows (GramRegistry *self,
            const GramPersonRecord *person,
            const GramAccountRecord *account,
            GramChargeDetail *detail,
            GError **error)
{
  detail->allows = gram_allows_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      GramRefusal *why = NULL;
      gboolean may = _gram_check_allowed (self, gram_command_find (verbs[i].command), person,
                                          account, &why, error)
                     && verbs[i].check (detail, &why);

      gram_allows_add (detail->allows, verbs[i].command, why);
      if (!may && why == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_charge (GramRegistry *self,
             GramActor *actor,
             gint64 id,
             GramChargeRecord **record,
             GramPersonRecord **person,
             GramAccountRecord **account,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramRefusal) no = NULL;
  g_autoptr (GramPersonRecord) asker = NULL;

  if (_gram_queries_find_person (self, actor, &asker, refusal, error) != GRAM_OUTCOME_DONE
      || !gram_charge_table_get (self->store, id, record, error))
    return FALSE;
  if (*record != NULL
      && _gram_query_view (self, actor, (*record)->account_id, person, account, &no, error))
    return TRUE;
  if (*record != NULL && no == NULL)
    return FALSE;
  return gram_refuse (refusal, "charge.unknown", GRAM_CHARGES_ARTICLE,
                      _ ("There is no charge %" PRId64 ", or you are not a member of its account"),
                      id);
}

static gboolean
read_standing (GramRegistry *self,
               const GramAccountRecord *account,
               GramChargeDetail *detail,
               GError **error)
{
  g_autoptr (GramChargeSheet) sheet
      = gram_charge_sheet_read (self->store, gram_charge_record_copy (detail->row->record), error);
  g_autoptr (GramRulebook) rulebook = NULL;
  const GramCcsRules *rules;

  if (sheet == NULL)
    return FALSE;
  rules = gram_charge_rules (self, &rulebook, error);
  if (rules == NULL)
    return FALSE;
  detail->money = sheet->facts.money;
  detail->credits_to_clear = gram_ccs_charge_credits_to_clear (rules, &sheet->facts);
  detail->settlements = gram_charge_settlement_table_list (self->store, detail->row->id, error);
  return detail->settlements != NULL
         && gram_charges_outstanding (self->store, account->id, NULL, &detail->in_favour, error);
}

static GramChargeDetail *
read_detail (GramRegistry *self, GramActor *actor, gint64 id, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramChargeDetail) detail = g_new0 (GramChargeDetail, 1);
  g_autoptr (GramChargeRecord) record = NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;

  if (!find_charge (self, actor, id, &record, &person, &account, refusal, error))
    return NULL;
  detail->document = g_strdup (record->document != NULL ? record->document : "");
  detail->row = row_new (self, g_steal_pointer (&record), account->kind);
  if (!read_standing (self, account, detail, error)
      || !add_allows (self, person, account, detail, error))
    return NULL;
  return g_steal_pointer (&detail);
}

GramChargeDetail *
gram_registry_charge_detail (GramRegistry *self,
                             GramActor *actor,
                             gint64 charge_id,
                             GramRefusal **refusal,
                             GError **error)
{
  GramChargeDetail *detail;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  detail = read_detail (self, actor, charge_id, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}

const GramRefusal *
gram_charge_detail_get_refusal (const GramChargeDetail *self, const char *command)
{
  g_return_val_if_fail (self != NULL && command != NULL, NULL);

  return gram_allows_find (self->allows, command);
}
