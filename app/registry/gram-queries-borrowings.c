/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-fleet-private.h"

#include "gram-borrowings.h"
#include "gram-cases.h"
#include "gram-check.h"
#include "gram-due.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"

void
gram_borrowing_row_free (GramBorrowingRow *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->holder);
  g_free (self->state);
  g_free (self->reason);
  g_free (self->asked_name);
  g_free (self->decided_name);
  g_free (self->decision_reason);
  g_free (self->reference);
  g_clear_pointer (&self->allows, g_ptr_array_unref);
  g_free (self);
}

const GramRefusal *
gram_borrowing_row_get_refusal (const GramBorrowingRow *self, const char *command)
{
  g_return_val_if_fail (self != NULL && command != NULL, NULL);

  return gram_allows_find (self->allows, command);
}

/* What is done to a borrowing, and what that needs besides its state. */
static const struct
{
  const char *command;
  GramBorrowingVerb verb;
  gboolean decides;
} verbs[] = {
  { "borrowing.withdraw", GRAM_BORROWING_WITHDRAW, FALSE },
  { "borrowing.approve", GRAM_BORROWING_APPROVE, TRUE },
  { "borrowing.decline", GRAM_BORROWING_DECLINE, TRUE },
};

/* Who decides has to hold the case, if there is one. */
static gboolean
check_case (GramRegistry *self,
            const GramCommand *command,
            const GramPersonRecord *person,
            const GramBorrowingRecord *record,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramCaseRecord) one = NULL;
  GramCaseFacts facts;

  if (!gram_case_table_live (self->store, GRAM_CASE_BORROWING, record->id, &one, error))
    return FALSE;
  if (one == NULL)
    return TRUE;
  facts = gram_cases_facts (one, person->id);
  return gram_case_move (&facts, GRAM_CASE_DECIDE, gram_cases_actor_of (self, command, person),
                         NULL, refusal);
}

static gboolean
check (GramRegistry *self,
       gsize place,
       const GramPersonRecord *person,
       const GramAccountRecord *account,
       const GramBorrowingRecord *record,
       GramRefusal **refusal,
       GError **error)
{
  const GramCommand *command = gram_command_find (verbs[place].command);

  return _gram_check_allowed (self, command, person, account, refusal, error)
         && gram_borrowing_move (record->state, verbs[place].verb, NULL, refusal)
         && (!verbs[place].decides || check_case (self, command, person, record, refusal, error))
         && (verbs[place].verb != GRAM_BORROWING_APPROVE
             || gram_borrowings_check (self, account, record->charge_id, record->id, refusal,
                                       error));
}

static gboolean
add_allows (GramRegistry *self,
            const GramPersonRecord *person,
            const GramAccountRecord *account,
            const GramBorrowingRecord *record,
            GramBorrowingRow *row,
            GError **error)
{
  row->allows = gram_allows_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      GramRefusal *refusal = NULL;

      if (!check (self, i, person, account, record, &refusal, error) && refusal == NULL)
        return FALSE;
      gram_allows_add (row->allows, verbs[i].command, refusal);
    }
  return TRUE;
}

/* What is asked for is what would be carried today; what the next year made good stands in its settlement. */
static gboolean
set_figures (GramRegistry *self,
             const GramAccountRecord *account,
             const GramBorrowingRecord *record,
             GramBorrowingRow *row,
             GError **error)
{
  g_autoptr (GramFleetYearRecord) settled = NULL;
  GramFleetCarried carried;

  row->grams = record->grams;
  row->value = record->value;
  row->rate = record->rate;
  if (record->state == GRAM_BORROWING_ASKED)
    {
      if (!gram_borrowings_would_carry (self, account, record->charge_id, &carried, error))
        return FALSE;
      row->grams = carried.grams;
      row->value = carried.value;
      row->rate = carried.rate;
    }
  if (record->state != GRAM_BORROWING_SETTLED)
    return TRUE;
  if (!gram_fleet_year_table_last (self->store, record->account_id, record->from_year + 1, &settled,
                                   error))
    return FALSE;
  row->met = settled != NULL ? MIN (settled->carried_met, record->grams) : 0;
  return TRUE;
}

GramBorrowingRow *
_gram_borrowing_row (GramRegistry *self,
                     const GramPersonRecord *person,
                     const GramAccountRecord *account,
                     const GramBorrowingRecord *record,
                     GError **error)
{
  g_autoptr (GramBorrowingRow) row = g_new0 (GramBorrowingRow, 1);

  row->id = record->id;
  row->account_id = record->account_id;
  row->number = g_strdup (account->number);
  row->holder = g_strdup (account->holder);
  row->charge_id = record->charge_id;
  row->state = g_strdup (gram_word_for ("borrowing-state", (int)record->state));
  row->from_year = record->from_year;
  row->reason = g_strdup (record->reason);
  row->asked_name = g_strdup (record->asker);
  row->asked_at = record->asked_at;
  row->decided_name = g_strdup (record->decider);
  row->decided_at = record->decided_at;
  row->decision_reason = g_strdup (record->decision_reason);
  row->reference = g_strdup (record->reference);
  row->case_id = record->case_id;
  row->version = record->version;
  if (!set_figures (self, account, record, row, error)
      || !add_allows (self, person, account, record, row, error))
    return NULL;
  return g_steal_pointer (&row);
}

static gboolean
add_row (GramRegistry *self,
         const GramPersonRecord *person,
         const GramBorrowingRecord *record,
         GPtrArray *rows,
         GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  GramBorrowingRow *row;

  if (!gram_account_table_get (self->store, record->account_id, &account, error)
      || !gram_due_state_today (self, account, &account->state, error))
    return FALSE;
  row = _gram_borrowing_row (self, person, account, record, error);
  if (row != NULL)
    g_ptr_array_add (rows, row);
  return row != NULL;
}

static GPtrArray *
read_rows (GramRegistry *self,
           GramActor *actor,
           gint64 account_id,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_borrowing_row_free);
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GramQueriesSight sight = { 0 };

  if (account_id != 0
          ? !_gram_query_view (self, actor, account_id, &person, NULL, refusal, error)
          : _gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  records = gram_borrowing_table_list (self->store, account_id, 0, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const GramBorrowingRecord *record = records->pdata[i];

      if (!_gram_queries_sees (self, person, record->account_id, &sight, error)
          || (sight.sees && !add_row (self, person, record, rows, error)))
        return NULL;
    }
  return records != NULL ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
gram_registry_borrowings (GramRegistry *self,
                          GramActor *actor,
                          gint64 account_id,
                          GramRefusal **refusal,
                          GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rows = read_rows (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}
