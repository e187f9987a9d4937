/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-measures.h"

#include "gram-account-life.h"
#include "gram-cases.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-accounts.h"

#include "gram-measure-rules.h"
#include "gram-measure-table.h"
#include "gram-subject-table.h"

#include <glib/gi18n-lib.h>

/* The measure of the account that is notified or in force, NULL none. */
static gboolean
find_live (GramCall *call, GramMeasureKind kind, GramMeasureRecord **live, GError **error)
{
  return gram_measure_table_live (call->store, call->account->id, kind, live, error);
}

/* Writes the measure, new or changed, and puts the entry of the journal on its timeline. */
static gboolean
write_measure (GramCall *call,
               const GramMeasureRecord *before,
               GramMeasureRecord *after,
               GError **error)
{
  after->account_id = call->account->id;
  if (!(before != NULL ? gram_measure_table_update (call->unit, before, after, error)
                       : gram_measure_table_insert (call->unit, after, error)))
    return FALSE;
  gram_call_answer_int64 (call, "measure", after->id);
  return gram_subject_table_add (call->unit, "measure", after->id, call->journal_id, error);
}

gboolean
gram_measures_give_notice (GramCall *call, GramRefusal **refusal, GError **error)
{
  const GramAccountRules *rules
      = gram_account_rules_in_force (call->registry, call->account->kind, NULL, error);
  g_autoptr (GramMeasureRecord) measure = gram_measure_record_new ();
  g_autoptr (GramMeasureRecord) live = NULL;
  GramDate remedy_by;

  if (rules == NULL || !gram_life_read_text (call, "reason", &measure->reason, refusal)
      || !gram_life_read_text (call, "reference", &measure->reference, refusal)
      || !gram_life_read_date (call, "remedy-by", &remedy_by, refusal)
      || !gram_remedy_check (rules, gram_life_today (call), remedy_by, refusal)
      || !find_live (call, GRAM_MEASURE_SUSPENSION, &live, error))
    return FALSE;
  if (live != NULL)
    return gram_refuse (refusal, "measure.notice-given", "CCS s 192",
                        _ ("Account %s has a notice already; drop it first to give another one"),
                        call->account->number);

  measure->kind = GRAM_MEASURE_SUSPENSION;
  measure->state = GRAM_MEASURE_NOTIFIED;
  measure->notified_at = call->now;
  measure->remedy_by = gram_date_format (remedy_by);
  return write_measure (call, NULL, measure, error)
         && gram_cases_open_due (call, GRAM_CASE_SUSPENSION, measure->id, call->account->holder,
                                 measure->remedy_by, NULL, error);
}

/* Ends a measure: one that was only notified is dropped. */
static gboolean
end_measure (GramCall *call, const GramMeasureRecord *measure, const char *reason, GError **error)
{
  g_autoptr (GramMeasureRecord) after = gram_measure_record_copy (measure);

  after->state
      = measure->state == GRAM_MEASURE_NOTIFIED ? GRAM_MEASURE_DROPPED : GRAM_MEASURE_ENDED;
  after->ended_at = call->now;
  g_set_str (&after->end_reason, reason);
  return write_measure (call, measure, after, error);
}

gboolean
gram_measures_drop_notice (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramMeasureRecord) live = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;

  if (!gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !find_live (call, GRAM_MEASURE_SUSPENSION, &live, error))
    return FALSE;
  if (live == NULL || live->state != GRAM_MEASURE_NOTIFIED)
    return gram_refuse (refusal, "measure.no-notice", "CCS s 192",
                        _ ("Account %s has no notice that could be dropped"),
                        call->account->number);
  return gram_cases_decide_subject (call, GRAM_CASE_SUSPENSION, live->id, GRAM_CASE_DROPPED, reason,
                                    reference, refusal, error)
         && end_measure (call, live, reason, error);
}

static gboolean
read_ground (GramCall *call, GramMeasureGround *ground, GramRefusal **refusal)
{
  const char *word = gram_call_get_string (call, "ground");
  int value;

  if (!gram_word_parse ("measure-ground", word, &value))
    return gram_refuse (refusal, "measure.ground", "CCS s 192",
                        _ ("“%s” is not a ground to suspend: failure or conviction"), word);
  *ground = (GramMeasureGround)value;
  return TRUE;
}

static gboolean
read_suspension (GramCall *call,
                 const GramMeasureRecord *live,
                 GramMeasureRecord *measure,
                 GramRefusal **refusal,
                 GError **error)
{
  const GramAccountRules *rules
      = gram_account_rules_in_force (call->registry, call->account->kind, NULL, error);
  GramDate remedy_by = live != NULL ? gram_life_date (live->remedy_by) : GRAM_DATE_NONE;
  GramDate today = gram_life_today (call);
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;
  GramDate until;

  if (rules == NULL || !read_ground (call, &measure->ground, refusal)
      || !gram_life_read_date (call, "until", &until, refusal)
      || !gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !gram_suspension_check_ground (measure->ground, remedy_by, today, refusal)
      || !gram_suspension_check_until (rules, today, until, refusal))
    return FALSE;
  g_set_str (&measure->reason, reason);
  if (*reference != '\0')
    g_set_str (&measure->reference, reference);
  g_free (measure->until);
  measure->until = gram_date_format (until);
  return TRUE;
}

gboolean
gram_measures_suspend (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramMeasureRecord) live = NULL;
  g_autoptr (GramMeasureRecord) measure = NULL;

  if (!find_live (call, GRAM_MEASURE_SUSPENSION, &live, error))
    return FALSE;
  /* The notice becomes the suspension, so that both stand on one timeline. */
  measure = live != NULL ? gram_measure_record_copy (live) : gram_measure_record_new ();
  if (!read_suspension (call, live, measure, refusal, error)
      || !gram_cases_decide_subject (call, GRAM_CASE_SUSPENSION, measure->id, GRAM_CASE_DONE,
                                     measure->reason, measure->reference, refusal, error))
    return FALSE;
  measure->kind = GRAM_MEASURE_SUSPENSION;
  measure->state = GRAM_MEASURE_IN_FORCE;
  measure->began_at = call->now;
  return write_measure (call, live, measure, error)
         && gram_life_move (call, GRAM_ACCOUNT_SUSPENDED, call->now, error);
}

/* Ends what is in force and opens the account again. */
static gboolean
lift (GramCall *call, GramMeasureKind kind, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramMeasureRecord) live = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;

  if (!gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !find_live (call, kind, &live, error))
    return FALSE;
  if (live != NULL && !end_measure (call, live, reason, error))
    return FALSE;
  return gram_life_move (call, GRAM_ACCOUNT_OPEN, live != NULL ? live->began_at : call->now, error);
}

gboolean
gram_measures_reinstate (GramCall *call, GramRefusal **refusal, GError **error)
{
  return lift (call, GRAM_MEASURE_SUSPENSION, refusal, error);
}

gboolean
gram_measures_block (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramMeasureRecord) measure = gram_measure_record_new ();
  GramDate until;

  if (!gram_life_read_text (call, "reason", &measure->reason, refusal)
      || !gram_life_read_text (call, "reference", &measure->reference, refusal)
      || !gram_life_read_date (call, "until", &until, refusal)
      || !gram_block_check_until (gram_life_today (call), until, refusal))
    return FALSE;
  measure->kind = GRAM_MEASURE_BLOCK;
  measure->state = GRAM_MEASURE_IN_FORCE;
  measure->ground = GRAM_MEASURE_GROUND_PENALTY;
  measure->began_at = call->now;
  if (gram_date_is_valid (until))
    measure->until = gram_date_format (until);
  return write_measure (call, NULL, measure, error)
         && gram_life_move (call, GRAM_ACCOUNT_BLOCKED, call->now, error);
}

gboolean
gram_measures_unblock (GramCall *call, GramRefusal **refusal, GError **error)
{
  return lift (call, GRAM_MEASURE_BLOCK, refusal, error);
}

gboolean
gram_measures_end_all (GramCall *call, const char *reason, GError **error)
{
  for (int kind = GRAM_MEASURE_SUSPENSION; kind <= GRAM_MEASURE_BLOCK; kind++)
    {
      g_autoptr (GramMeasureRecord) live = NULL;

      if (!find_live (call, (GramMeasureKind)kind, &live, error)
          || (live != NULL && !end_measure (call, live, reason, error)))
        return FALSE;
    }
  return TRUE;
}

/* Whether the account is in the state that a measure of that kind puts it into. */
static gboolean
is_held_by (const GramAccountRecord *account, GramMeasureKind kind)
{
  return account->state
         == (kind == GRAM_MEASURE_SUSPENSION ? GRAM_ACCOUNT_SUSPENDED : GRAM_ACCOUNT_BLOCKED);
}

gboolean
gram_measures_end_due (GramCall *call, guint *ended, GError **error)
{
  g_autofree char *today = gram_call_dup_today (call);
  g_autoptr (GPtrArray) due
      = gram_measure_table_due (call->store, call->account->id, today, today, error);

  *ended = 0;
  if (due == NULL)
    return FALSE;
  for (guint i = 0; i < due->len; i++)
    {
      const GramMeasureRecord *measure = due->pdata[i];

      if (!end_measure (call, measure, "", error)
          || (is_held_by (call->account, measure->kind)
              && !gram_life_move (call, GRAM_ACCOUNT_OPEN, measure->began_at, error)))
        return FALSE;
    }
  *ended = due->len;
  return TRUE;
}
