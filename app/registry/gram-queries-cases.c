/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-cases.h"

#include "gram-account-life.h"
#include "gram-check.h"
#include "gram-effects-in-force.h"
#include "gram-notices.h"
#include "gram-queries-cases-private.h"
#include "gram-queries-private.h"

void
gram_case_row_free (GramCaseRow *self)
{
  if (self == NULL)
    return;
  gram_case_record_free (self->record);
  g_free (self);
}

/* Who works a case is nobody's business but the administrator's side's. */
static void
hide_claimant (GramCaseRecord *record)
{
  record->claimed_by = 0;
  record->claimed_at = 0;
  g_clear_pointer (&record->claimant, g_free);
  g_clear_pointer (&record->claimant_email, g_free);
}

static void
fill_days (GramCaseRow *row, GramRegistry *self, const GramCaseRules *rules)
{
  const GramCaseRecord *record = row->record;
  GramZone zone = gram_zone_of_scheme (gram_account_kind_scheme (record->account_kind));
  g_autofree char *text = gram_registry_dup_today (self, record->account_kind);
  GramDate today = gram_life_date (text);
  GramDate due = gram_life_date (record->due_on);
  GramDate opened = gram_date_from_instant (record->opened_at, zone);
  GramDate until
      = record->decided_at != 0 ? gram_date_from_instant (record->decided_at, zone) : today;

  row->urgency = gram_case_urgency (rules, record->state, due, today);
  row->age_days = (int)gram_case_age (rules, opened, until);
  if (gram_date_is_valid (due))
    row->days_left = (int)gram_date_days_between (today, due);
}

GramCaseRow *
_gram_case_row_new (GramRegistry *self,
                    GramCaseRecord *record,
                    const GramPersonRecord *person,
                    GError **error)
{
  g_autoptr (GramCaseRow) row = g_new0 (GramCaseRow, 1);
  const GramCaseRules *rules;

  row->id = record->id;
  row->record = record;
  row->mine = record->claimed_by != 0 && record->claimed_by == person->id;
  rules = gram_case_rules_in_force (self, record->account_kind, NULL, error);
  if (rules == NULL)
    return NULL;
  fill_days (row, self, rules);
  if (!_gram_check_administrators_side (person))
    hide_claimant (record);
  return g_steal_pointer (&row);
}

/* The query as @person may ask it: members see the cases of their accounts, and not who works them. */
static gpointer
query_for (GramRegistry *self, const GramPersonRecord *person, gconstpointer query)
{
  GramCaseQuery *own = query != NULL ? gram_case_query_copy (query) : g_new0 (GramCaseQuery, 1);

  if (!_gram_check_administrators_side (person))
    {
      own->person_id = person->id;
      own->claimant = GRAM_CASE_CLAIMANT_ANY;
    }
  if (own->claimant == GRAM_CASE_CLAIMANT_PERSON && own->claimant_id == 0)
    own->claimant_id = person->id;
  g_free (own->today_ccs);
  g_free (own->today_ccts);
  own->today_ccs = gram_registry_dup_today (self, GRAM_ACCOUNT_CCS_NEW);
  own->today_ccts = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  return own;
}

static const GramQueriesList list = {
  .query_for = query_for,
  .query_free = (GDestroyNotify)gram_case_query_free,
  .ids = (GramQueriesIds)gram_case_table_ids,
};

GArray *
gram_registry_case_ids (GramRegistry *self,
                        GramActor *actor,
                        const GramCaseQuery *query,
                        guint limit,
                        GramRefusal **refusal,
                        GError **error)
{
  return _gram_queries_ids (self, actor, &list, query, limit, refusal, error);
}

static gboolean
add_rows (GramRegistry *self,
          const GramPersonRecord *person,
          const gint64 *ids,
          guint n_ids,
          GPtrArray *rows,
          GError **error)
{
  g_autoptr (GPtrArray) page = gram_case_table_page (self->store, ids, n_ids, error);
  GramQueriesSight sight = { 0 };

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->len; i++)
    {
      const GramCaseRecord *record = page->pdata[i];
      GramCaseRow *row;

      if (!_gram_queries_sees (self, person, record->account_id, &sight, error))
        return FALSE;
      if (!sight.sees)
        continue;
      row = _gram_case_row_new (self, gram_case_record_copy (record), person, error);
      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
    }
  return TRUE;
}

GPtrArray *
gram_registry_case_rows (GramRegistry *self,
                         GramActor *actor,
                         const gint64 *ids,
                         guint n_ids,
                         GramRefusal **refusal,
                         GError **error)
{
  return _gram_queries_rows (self, actor, ids, n_ids, add_rows, (GDestroyNotify)gram_case_row_free,
                             refusal, error);
}

GramOutcome
gram_registry_case_counts (GramRegistry *self,
                           GramActor *actor,
                           const GramCaseQuery *query,
                           GramCaseCounts *counts,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramCaseQuery) own = NULL;
  GramOutcome outcome;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (counts != NULL, GRAM_OUTCOME_FAILED);

  outcome = _gram_queries_find_person (self, actor, &person, refusal, error);
  if (outcome != GRAM_OUTCOME_DONE)
    return outcome;
  own = query_for (self, person, query);
  return gram_case_table_counts (self->store, own, person->id, counts, error) ? GRAM_OUTCOME_DONE
                                                                              : GRAM_OUTCOME_FAILED;
}

GPtrArray *
gram_registry_case_handlers (GramRegistry *self,
                             GramActor *actor,
                             GramRefusal **refusal,
                             GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (gram_registry_administers (self, actor, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  return gram_person_table_list_roles (self->store, GRAM_CASE_HANDLERS, error);
}
