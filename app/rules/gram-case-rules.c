/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-rules.h"

#include "gram-case-rules-private.h"

#include <glib/gi18n-lib.h>

/* Shown, translated, as the source of every figure that no rulebook gave. */
#define BUILT_IN { FALSE, (char *)N_ ("built into Gram: the rulebook has no section “cases”") }

/* The law sets no times for decisions; these are our own defaults, in the order of the kinds. */
#define DEFAULTS                                                                                   \
  .built_in = TRUE, .due_provenance = BUILT_IN, .answer_days = 10, .answer_provenance = BUILT_IN,  \
  .remind_days = 3, .remind_provenance = BUILT_IN, .attachment_limit = GRAM_ATTACHMENT_LIMIT,      \
  .attachment_provenance = BUILT_IN

static const GramCaseRules ccs_defaults = {
  DEFAULTS,
  .scheme = GRAM_SCHEME_CCS,
  .due_days = { 20, 20, 10, 30, 10, 20, 20, 5, 5, 10, 0, 20 },
};

static const GramCaseRules ccts_defaults = {
  DEFAULTS,
  .scheme = GRAM_SCHEME_CCTS,
  .due_days = { 20, 20, 10, 0, 0, 20, 20, 5, 5, 10, 20, 0 },
};

const GramCaseRules *
gram_case_rules_default (GramScheme scheme)
{
  return scheme == GRAM_SCHEME_CCTS ? &ccts_defaults : &ccs_defaults;
}

GramDate
gram_case_due_on (const GramCaseRules *rules, GramCaseKind kind, GramDate opened_on)
{
  int days;

  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  days = rules->due_days[gram_case_kind_index (kind)];
  if (days == 0)
    return GRAM_DATE_NONE;

  return gram_add_working_days (&rules->holidays, opened_on, days);
}

GramDate
gram_case_answer_by (const GramCaseRules *rules, GramDate asked_on)
{
  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  return gram_add_working_days (&rules->holidays, asked_on, rules->answer_days);
}

gboolean
gram_case_check_answer_by (GramDate today, GramDate answer_by, GramRefusal **refusal)
{
  if (gram_date_is_valid (answer_by) && gram_date_compare (answer_by, today) > 0)
    return TRUE;

  return gram_refuse (refusal, "case.answer-by-past", NULL,
                      _ ("The last day for the answer has to be after today; choose a later one"));
}

GramDate
gram_case_due_after_answer (const GramCaseRules *rules,
                            GramDate due_on,
                            GramDate asked_on,
                            GramDate answered_on)
{
  gint64 stood;

  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  if (!gram_date_is_valid (due_on))
    return GRAM_DATE_NONE;

  stood = gram_working_days_between (&rules->holidays, asked_on, answered_on);
  if (stood <= 0)
    return due_on;

  return gram_add_working_days (&rules->holidays, due_on, (int)MIN (stood, G_MAXINT));
}

GramCaseUrgency
gram_case_urgency (const GramCaseRules *rules, GramCaseState state, GramDate due_on, GramDate today)
{
  int order;

  g_return_val_if_fail (rules != NULL, GRAM_CASE_URGENCY_NONE);

  if (!gram_date_is_valid (due_on) || (state != GRAM_CASE_OPEN && state != GRAM_CASE_CLAIMED))
    return GRAM_CASE_URGENCY_NONE;

  order = gram_date_compare (due_on, today);
  if (order <= 0)
    return order < 0 ? GRAM_CASE_URGENCY_OVERDUE : GRAM_CASE_URGENCY_TODAY;

  return gram_date_range_contains (gram_case_due_range (rules, today), due_on)
             ? GRAM_CASE_URGENCY_SOON
             : GRAM_CASE_URGENCY_LATER;
}

GramDateRange
gram_case_due_range (const GramCaseRules *rules, GramDate today)
{
  g_return_val_if_fail (rules != NULL, ((GramDateRange){ today, today }));

  return (GramDateRange){ today,
                          gram_add_working_days (&rules->holidays, today, rules->remind_days) };
}

int
gram_case_reminder (const GramCaseRules *rules,
                    GramCaseState state,
                    GramDate due_on,
                    GramDate today,
                    int reminded,
                    GramEvent *event)
{
  GramCaseUrgency urgency = gram_case_urgency (rules, state, due_on, today);

  g_return_val_if_fail (event != NULL, reminded);

  if (urgency == GRAM_CASE_URGENCY_OVERDUE && reminded < 2)
    {
      *event = GRAM_EVENT_OVERDUE;
      return 2;
    }
  if ((urgency == GRAM_CASE_URGENCY_SOON || urgency == GRAM_CASE_URGENCY_TODAY) && reminded < 1)
    {
      *event = GRAM_EVENT_DUE_SOON;
      return 1;
    }

  return reminded;
}

gint64
gram_case_age (const GramCaseRules *rules, GramDate opened_on, GramDate until)
{
  g_return_val_if_fail (rules != NULL, 0);

  return MAX (gram_working_days_between (&rules->holidays, opened_on, until), 0);
}

GramCaseRules *
_gram_case_rules_new (GramScheme scheme)
{
  GramCaseRules *self = g_new0 (GramCaseRules, 1);

  self->scheme = scheme;

  return self;
}

GramCaseRules *
_gram_case_rules_copy_default (GramScheme scheme)
{
  GramCaseRules *copy = g_memdup2 (gram_case_rules_default (scheme), sizeof *copy);

  copy->due_provenance.source = g_strdup (copy->due_provenance.source);
  copy->answer_provenance.source = g_strdup (copy->answer_provenance.source);
  copy->remind_provenance.source = g_strdup (copy->remind_provenance.source);
  copy->attachment_provenance.source = g_strdup (copy->attachment_provenance.source);

  return copy;
}

static void
holidays_clear (GramHolidays *self)
{
  for (guint i = 0; i < self->n_years; i++)
    {
      for (guint j = 0; j < self->years[i].n_days; j++)
        g_free (self->years[i].days[j].name);
      g_free (self->years[i].days);
      g_free (self->years[i].provenance.source);
    }
  g_free (self->years);
}

void
_gram_case_rules_free (GramCaseRules *self)
{
  if (self == NULL)
    return;

  g_free (self->due_provenance.source);
  g_free (self->answer_provenance.source);
  g_free (self->remind_provenance.source);
  g_free (self->attachment_provenance.source);
  holidays_clear (&self->holidays);
  g_free (self);
}
