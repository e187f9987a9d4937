/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-rules.h"
#include "gram-refusal.h"

G_BEGIN_DECLS

/**
 * GRAM_CLOSING_CREDITS_UNCONFIRMED:
 *
 * Nobody confirmed that credits are deleted.
 */
#define GRAM_CLOSING_CREDITS_UNCONFIRMED (-1)

/**
 * GramClosingFacts:
 * @charges: charges (CCS, NZ cents) or payments (CCTS, pence) that are not paid
 * @in_favour: money in favour of the account, NZ cents (CCS) or pence (CCTS)
 * @vehicles_entered: vehicles in status entered
 * @vehicles_ready: vehicles in status ready
 * @disputes: open disputes
 * @requests: pending requests for four eyes, without the request that closes this account
 * @transfers: open transfers or trades
 * @allowances: CCTS: allowances neither surrendered, converted nor expired
 * @fleet_years: CCS: years under Fleet Average that are not settled
 *
 * What the checklist is made from.
 */
typedef struct
{
  gint64 charges;
  gint64 in_favour;
  gint64 vehicles_entered;
  gint64 vehicles_ready;
  gint64 disputes;
  gint64 requests;
  gint64 transfers;
  gint64 allowances;
  gint64 fleet_years;
} GramClosingFacts;

/**
 * GramClosingLine:
 * @need: which need
 * @ok: it is met
 * @count: what stands in the way: how many, or the amount of money in hundredths; 0 if @ok
 * @sentence: translated sentence: that it is met, or what to do
 * @article: article or section
 * @destination: word of the page where it is mended: `overview`, `vehicles`, `disputes`, `people`, `trades`, `account`
 *
 * A line of the checklist.
 */
typedef struct
{
  GramClosingNeed need;
  gboolean ok;
  gint64 count;
  char *sentence;
  const char *article;
  const char *destination;
} GramClosingLine;

/**
 * gram_closing_line_free:
 * @self: (nullable): a line
 *
 * Frees a line.
 */
void gram_closing_line_free (GramClosingLine *self);

/**
 * gram_closing_lines:
 * @rules: the account rules in force
 * @facts: the facts
 *
 * The checklist: a line for each need that the rulebook asks for, in the order of #GramClosingNeed. The word of a line is
 * gram_word_for() of `closing-need`.
 *
 * Returns: (transfer full) (element-type GramClosingLine): the lines
 */
GPtrArray *gram_closing_lines (const GramAccountRules *rules, const GramClosingFacts *facts);

/**
 * gram_closing_check:
 * @rules: the account rules in force
 * @facts: the facts
 * @refusal: (out) (optional): the first line that is not met: `closing.` and the word of the need
 *
 * Checked when closing is asked for **and** again when the account is closed (s 190).
 *
 * Returns: %TRUE if every need is met
 */
gboolean gram_closing_check (const GramAccountRules *rules,
                             const GramClosingFacts *facts,
                             GramRefusal **refusal);

/**
 * gram_closing_check_credits:
 * @left: credits left in the account, hundredths of a gram
 * @confirmed: amount that somebody confirmed to be deleted, or %GRAM_CLOSING_CREDITS_UNCONFIRMED
 * @refusal: (out) (optional): `closing.credits-left` or `closing.credits-changed`; both name the amount
 *
 * Credits that are not transferred are deleted when an account closes, after a confirmation of exactly what is left.
 *
 * Returns: %TRUE if nothing is left, or just @confirmed
 */
gboolean gram_closing_check_credits (gint64 left, gint64 confirmed, GramRefusal **refusal);

/**
 * gram_objection_earliest:
 * @rules: the account rules in force
 * @today: day on which the notice of closing is given
 *
 * Returns: the earliest last day to object that a notice can name
 */
GramDate gram_objection_earliest (const GramAccountRules *rules, GramDate today);

/**
 * gram_objection_check:
 * @rules: the account rules in force
 * @today: day on which the notice of closing is given
 * @object_by: last day to object
 * @refusal: (out) (optional): `closing.objection-too-short`
 *
 * The administrator closes only after reasonable notice in writing and a chance to object (s 191).
 *
 * Returns: %TRUE if the notice leaves enough time
 */
gboolean gram_objection_check (const GramAccountRules *rules,
                               GramDate today,
                               GramDate object_by,
                               GramRefusal **refusal);

/**
 * gram_objection_check_over:
 * @object_by: last day to object of the notice, %GRAM_DATE_NONE if none was given
 * @today: today
 * @refusal: (out) (optional): `closing.notice-missing` or `closing.objection-running`
 *
 * Returns: %TRUE if the administrator can close the account of its own accord today (s 191)
 */
gboolean gram_objection_check_over (GramDate object_by, GramDate today, GramRefusal **refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramClosingLine, gram_closing_line_free)

G_END_DECLS
