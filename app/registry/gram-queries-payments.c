/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-charges.h"

#include "gram-check.h"
#include "gram-payments.h"
#include "gram-queries-private.h"

void
gram_payment_row_free (GramPaymentRow *self)
{
  if (self == NULL)
    return;
  gram_payment_record_free (self->record);
  gram_refusal_free (self->refusal);
  g_free (self);
}

/* The query as @person may ask it: members see what was paid for their accounts. */
static gpointer
query_for (GramRegistry *self, const GramPersonRecord *person, gconstpointer query)
{
  GramPaymentQuery *own
      = query != NULL ? gram_payment_query_copy (query) : g_new0 (GramPaymentQuery, 1);

  if (!_gram_check_administrators_side (person))
    own->person_id = person->id;
  return own;
}

static const GramQueriesList list = {
  .query_for = query_for,
  .query_free = (GDestroyNotify)gram_payment_query_free,
  .ids = (GramQueriesIds)gram_payment_table_ids,
};

GArray *
gram_registry_payment_ids (GramRegistry *self,
                           GramActor *actor,
                           const GramPaymentQuery *query,
                           guint limit,
                           GramRefusal **refusal,
                           GError **error)
{
  return _gram_queries_ids (self, actor, &list, query, limit, refusal, error);
}

/* @record: (transfer full). Rights first, then where the payment stands: what a tooltip says. */
static GramPaymentRow *
row_new (GramRegistry *self,
         GramPaymentRecord *record,
         const GramPersonRecord *person,
         const GramAccountRecord *account,
         GError **error)
{
  g_autoptr (GramPaymentRow) row = g_new0 (GramPaymentRow, 1);

  row->id = record->id;
  row->record = record;
  row->account_kind = account->kind;
  row->among_others = _gram_queries_among_others (self, person);
  if (!(_gram_check_allowed (self, gram_command_find ("payment.reverse"), person, account,
                             &row->refusal, error)
        && gram_payments_check_reverse (self, record, &row->refusal, error))
      && row->refusal == NULL)
    return NULL;
  return g_steal_pointer (&row);
}

static gboolean
add_rows (GramRegistry *self,
          const GramPersonRecord *person,
          const gint64 *ids,
          guint n_ids,
          GPtrArray *rows,
          GError **error)
{
  g_autoptr (GPtrArray) page = gram_payment_table_page (self->store, ids, n_ids, error);
  g_autoptr (GramAccountRecord) account = NULL;
  GramQueriesSight sight = { 0 };

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->len; i++)
    {
      const GramPaymentRecord *record = page->pdata[i];
      GramPaymentRow *row;

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
      row = row_new (self, gram_payment_record_copy (record), person, account, error);
      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
    }
  return TRUE;
}

GPtrArray *
gram_registry_payment_rows (GramRegistry *self,
                            GramActor *actor,
                            const gint64 *ids,
                            guint n_ids,
                            GramRefusal **refusal,
                            GError **error)
{
  return _gram_queries_rows (self, actor, ids, n_ids, add_rows,
                             (GDestroyNotify)gram_payment_row_free, refusal, error);
}
