/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-refusal.h"
#include "gram-working-days.h"

G_BEGIN_DECLS

/*
 * The section “cases” of a rulebook, and what follows from it: when a case is due, when somebody is reminded, how old it is.
 * Days are counted in the scheme's own zone. The state machine of a case stands in gram-case-states.h.
 */

/**
 * GRAM_ATTACHMENT_LIMIT:
 *
 * The largest attachment that the database takes, bytes; a rulebook may set less, not more.
 */
#define GRAM_ATTACHMENT_LIMIT G_GINT64_CONSTANT (26214400)

/**
 * GramCaseRules:
 * @scheme: the scheme
 * @built_in: the rulebook (an older one) has no section “cases”; these are the defaults of the program
 * @due_days: working days for a decision, in the order of gram_case_kind_index(); 0 for kinds that @scheme does not have
 * @due_provenance: where they are from
 * @answer_days: working days for the holder's answer when information is asked
 * @answer_provenance: where that is from
 * @remind_days: remind so many working days before a case is due
 * @remind_provenance: where that is from
 * @attachment_limit: largest attachment, bytes; at most %GRAM_ATTACHMENT_LIMIT
 * @attachment_provenance: where that is from
 * @holidays: holidays of the scheme's country; none are built in
 *
 * The section “cases” of a rulebook.
 */
typedef struct
{
  GramScheme scheme;
  gboolean built_in;
  int due_days[GRAM_CASE_KIND_N];
  GramProvenance due_provenance;
  int answer_days;
  GramProvenance answer_provenance;
  int remind_days;
  GramProvenance remind_provenance;
  gint64 attachment_limit;
  GramProvenance attachment_provenance;
  GramHolidays holidays;
} GramCaseRules;

/**
 * gram_case_rules_default:
 * @scheme: a scheme
 *
 * The built-in rules, for a registry without a rulebook in force and for rulebooks without the section “cases”. Their
 * sources say that they are built in; none is marked as verified; weekends are the only days off.
 *
 * Returns: (transfer none): the rules, valid as long as the program runs
 */
const GramCaseRules *gram_case_rules_default (GramScheme scheme);

/**
 * gram_case_due_on:
 * @rules: the rules in force
 * @kind: kind of the case
 * @opened_on: day on which it was opened
 *
 * Returns: the last day for a decision: so many working days after @opened_on; %GRAM_DATE_NONE if the scheme has no such
 *   kind
 */
GramDate gram_case_due_on (const GramCaseRules *rules, GramCaseKind kind, GramDate opened_on);

/**
 * gram_case_answer_by:
 * @rules: the rules in force
 * @asked_on: day on which information is asked
 *
 * Returns: the last day for the holder's answer, if the question names none
 */
GramDate gram_case_answer_by (const GramCaseRules *rules, GramDate asked_on);

/**
 * gram_case_check_answer_by:
 * @today: today
 * @answer_by: day that a question names
 * @refusal: (out) (optional): `case.answer-by-past`
 *
 * Returns: %TRUE if @answer_by is after @today
 */
gboolean gram_case_check_answer_by (GramDate today, GramDate answer_by, GramRefusal **refusal);

/**
 * gram_case_due_after_answer:
 * @rules: the rules in force
 * @due_on: last day for a decision before, perhaps %GRAM_DATE_NONE
 * @asked_on: day on which information was asked
 * @answered_on: day on which it was given
 *
 * The clock stood while information was asked: the day moves on by the working days from @asked_on to @answered_on.
 *
 * Returns: the last day for a decision now
 */
GramDate gram_case_due_after_answer (const GramCaseRules *rules,
                                     GramDate due_on,
                                     GramDate asked_on,
                                     GramDate answered_on);

/**
 * GramCaseUrgency:
 * @GRAM_CASE_URGENCY_NONE: no due date, or the case is not to be decided now (information asked, decided, withdrawn)
 * @GRAM_CASE_URGENCY_LATER: later than a reminder
 * @GRAM_CASE_URGENCY_SOON: within the working days of a reminder
 * @GRAM_CASE_URGENCY_TODAY: today is the last day
 * @GRAM_CASE_URGENCY_OVERDUE: the last day is over
 *
 * How urgent a case is.
 */
typedef enum
{
  GRAM_CASE_URGENCY_NONE = 0,
  GRAM_CASE_URGENCY_LATER,
  GRAM_CASE_URGENCY_SOON,
  GRAM_CASE_URGENCY_TODAY,
  GRAM_CASE_URGENCY_OVERDUE,
} GramCaseUrgency;

/**
 * gram_case_urgency:
 * @rules: the rules in force
 * @state: state of the case
 * @due_on: its last day for a decision, perhaps %GRAM_DATE_NONE
 * @today: today
 *
 * Returns: how urgent it is
 */
GramCaseUrgency gram_case_urgency (const GramCaseRules *rules,
                                   GramCaseState state,
                                   GramDate due_on,
                                   GramDate today);

/**
 * gram_case_due_range:
 * @rules: the rules in force
 * @today: today
 *
 * The last days that count as soon: from @today to so many working days later, for a query by dates.
 *
 * Returns: both days
 */
GramDateRange gram_case_due_range (const GramCaseRules *rules, GramDate today);

/**
 * gram_case_reminder:
 * @rules: the rules in force
 * @state: state of the case
 * @due_on: its last day for a decision, perhaps %GRAM_DATE_NONE
 * @today: today
 * @reminded: what was told before: 0 nothing, 1 due soon, 2 overdue
 * @event: (out): what to tell now
 *
 * Each reminder comes once: due soon (due today included), then overdue. A case that was never reminded and is overdue
 * already is told overdue only.
 *
 * Returns: the new value of @reminded; @event is set if it is not the old one
 */
int gram_case_reminder (const GramCaseRules *rules,
                        GramCaseState state,
                        GramDate due_on,
                        GramDate today,
                        int reminded,
                        GramEvent *event);

/**
 * gram_case_age:
 * @rules: the rules in force
 * @opened_on: day on which it was opened
 * @until: today, or the day on which it was decided or withdrawn
 *
 * Returns: working days that it has been there; 0 on the day on which it was opened
 */
gint64 gram_case_age (const GramCaseRules *rules, GramDate opened_on, GramDate until);

G_END_DECLS
