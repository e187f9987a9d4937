/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-due.h"

#include "gram-account-life.h"
#include "gram-case-groups.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-cases.h"
#include "gram-notices.h"

#include "gram-case-rules.h"
#include "gram-case-table.h"

#include <glib/gi18n-lib.h>

/* Cases of one unit of work; what is left comes with the next one. */
#define PAGE 5000

/* What was told of a case: the values of its column. */
#define TOLD_SOON 1
#define TOLD_OVERDUE 2

static GramDate
today_of (GramRegistry *registry, GramAccountKind kind)
{
  g_autofree char *today = gram_registry_dup_today (registry, kind);

  return gram_life_date (today);
}

/* Older versions knew no last days: the working days count from the day on which they are asked for. */
static gboolean
fill_in (GramCall *call, gint64 *n_filled, GError **error)
{
  g_autoptr (GPtrArray) cases = gram_case_table_without_due (call->store, PAGE, error);

  *n_filled = 0;
  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    {
      const GramCaseRecord *record = cases->pdata[i];
      const GramCaseRules *rules
          = gram_case_rules_in_force (call->registry, record->account_kind, NULL, error);
      g_autoptr (GramCaseRecord) after = NULL;
      GramDate due;

      if (rules == NULL)
        return FALSE;
      due = gram_case_due_on (rules, record->kind, today_of (call->registry, record->account_kind));
      if (!gram_date_is_valid (due))
        continue;
      after = gram_case_record_copy (record);
      g_free (after->due_on);
      after->due_on = gram_date_format (due);
      if (!gram_case_table_update (call->unit, record, after, error))
        return FALSE;
      *n_filled += 1;
    }
  return TRUE;
}

/* The last of the days that are told of today. */
static char *
last_day (GramRegistry *registry, GramAccountKind kind, int told, GError **error)
{
  const GramCaseRules *rules = gram_case_rules_in_force (registry, kind, NULL, error);
  GramDate today = today_of (registry, kind);
  GramDate yesterday;

  if (rules == NULL)
    return NULL;
  if (told == TOLD_SOON)
    return gram_date_format (gram_case_due_range (rules, today).last);
  if (!gram_date_add_days (today, -1, &yesterday))
    return g_strdup ("");
  return gram_date_format (yesterday);
}

/* The cases of which that is to be told today. */
static GPtrArray *
find_untold (GramRegistry *registry, int told, guint limit, GError **error)
{
  g_autofree char *ccs = last_day (registry, GRAM_ACCOUNT_CCS_NEW, told, error);
  g_autofree char *ccts = ccs != NULL ? last_day (registry, GRAM_ACCOUNT_CCTS, told, error) : NULL;

  if (ccts == NULL)
    return NULL;
  return gram_case_table_to_remind (registry->store, ccs, ccts, told, limit, error);
}

static gboolean
remind (GramCall *call, int told, gint64 *n_reminded, GError **error)
{
  GramEvent event = told == TOLD_OVERDUE ? GRAM_EVENT_OVERDUE : GRAM_EVENT_DUE_SOON;
  g_autoptr (GramCaseGroups) groups = gram_case_groups_new ();
  g_autoptr (GPtrArray) cases = find_untold (call->registry, told, PAGE, error);

  *n_reminded = 0;
  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    {
      const GramCaseRecord *record = cases->pdata[i];
      g_autoptr (GramCaseRecord) after = gram_case_record_copy (record);
      gint64 person_id;

      after->reminded = told;
      /* Whose task it is: the claimant's, as long as they work cases; else everybody's. */
      if (!gram_notices_find_claimant (call, record->claimed_by, &person_id, error)
          || !gram_case_table_update (call->unit, record, after, error))
        return FALSE;
      gram_case_groups_add (groups, person_id, record->id);
    }
  *n_reminded = cases->len;
  return gram_case_groups_tell (groups, call, event, error);
}

gboolean
gram_case_due_run (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 filled;
  gint64 overdue;
  gint64 soon;

  if (!fill_in (call, &filled, error)
      /* What is overdue already is not due soon any more. */
      || !remind (call, TOLD_OVERDUE, &overdue, error) || !remind (call, TOLD_SOON, &soon, error))
    return FALSE;
  if (filled + overdue + soon == 0)
    return gram_refuse (refusal, "due.nothing", NULL, _ ("No case is due"));
  gram_call_answer_int64 (call, "dated", filled);
  gram_call_answer_int64 (call, "overdue", overdue);
  gram_call_answer_int64 (call, "due-soon", soon);
  return TRUE;
}

/* Asks without a lock: whoever opens a registry does not wait for somebody who imports. */
static gboolean
is_anything_due (GramRegistry *self, gboolean *due, GError **error)
{
  g_autoptr (GPtrArray) undated = gram_case_table_without_due (self->store, 1, error);
  g_autoptr (GPtrArray) soon = NULL;
  g_autoptr (GPtrArray) overdue = NULL;

  if (undated == NULL)
    return FALSE;
  soon = find_untold (self, TOLD_SOON, 1, error);
  if (soon == NULL)
    return FALSE;
  overdue = find_untold (self, TOLD_OVERDUE, 1, error);
  if (overdue == NULL)
    return FALSE;
  *due = undated->len + soon->len + overdue->len > 0;
  return TRUE;
}

gboolean
_gram_case_due_run_all (GramRegistry *self, GError **error)
{
  const GramSender sender = { .internal = TRUE };
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_parsed ("@a{sv} {}"));
  GramOutcome outcome = GRAM_OUTCOME_DONE;
  gboolean due;

  if (!is_anything_due (self, &due, error))
    return FALSE;
  if (!due)
    return TRUE;
  while (outcome == GRAM_OUTCOME_DONE)
    outcome = _gram_registry_send (self, &sender, "case.run-due", none, NULL, NULL, error);
  return outcome == GRAM_OUTCOME_REFUSED;
}
