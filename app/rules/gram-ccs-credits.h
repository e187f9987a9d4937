/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Credits by year of origin: how they are chosen, how long they live, and in which order they come back. Hundredths of a gram. An
 * account holds credits of its own kind only (used or new), so that a year tells the unit.
 */

/**
 * GramCcsCredits:
 * @year: year of origin
 * @credits: hundredths of a gram
 *
 * Credits of one year.
 */
typedef struct
{
  int year;
  gint64 credits;
} GramCcsCredits;

/**
 * GramCreditUse:
 * @GRAM_CREDIT_USE_NONE: no credits; money
 * @GRAM_CREDIT_USE_OLDEST: oldest year of origin first (CCS facts §7)
 * @GRAM_CREDIT_USE_CHOSEN: those of the years that a person chose
 *
 * Which credits are used. Vocabulary `credit-use`.
 */
typedef enum
{
  GRAM_CREDIT_USE_NONE = 1,
  GRAM_CREDIT_USE_OLDEST,
  GRAM_CREDIT_USE_CHOSEN,
} GramCreditUse;

/**
 * GramCcsLapse:
 * @on: the last day
 * @credits: credits whose last day it is, hundredths of a gram, of all their years of origin
 * @first_year: oldest year of origin among them
 * @last_year: newest one
 * @days_left: days from today to @on: 0 today, below 0 once it is over
 * @warning: 0, or the days of the rulebook's warning that has come: 90, 30
 *
 * A day of the lapse calendar.
 */
typedef struct
{
  GramDate on;
  gint64 credits;
  int first_year;
  int last_year;
  gint64 days_left;
  int warning;
} GramCcsLapse;

/**
 * gram_ccs_credits_parse:
 * @texts: (nullable) (array zero-terminated=1): such as `2025=15.55`
 * @refusal: (out) (optional): `credits.form`, `credits.twice`
 *
 * What somebody chose, year by year, as commands and `gramctl` write it.
 *
 * Returns: (transfer full) (nullable) (element-type GramCcsCredits): by year ascending, none for %NULL; %NULL with a refusal
 */
GArray *gram_ccs_credits_parse (const char *const *texts, GramRefusal **refusal);

/**
 * gram_ccs_credits_sum:
 * @lines: (array length=n_lines): credits by year
 * @n_lines: how many
 * @sum: (out): their sum
 *
 * Returns: %FALSE if it does not fit
 */
gboolean gram_ccs_credits_sum (const GramCcsCredits *lines, gsize n_lines, gint64 *sum)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_ccs_credits_live:
 * @rules: rules of the Clean Car Standard
 * @year: year of origin
 * @today: today
 *
 * Returns: %TRUE until the end of the last day of the credits of @year
 */
gboolean gram_ccs_credits_live (const GramCcsRules *rules, int year, GramDate today);

/**
 * gram_ccs_credits_pick:
 * @rules: rules of the Clean Car Standard
 * @holdings: (array length=n_holdings): what the account holds, not reserved, in any order
 * @n_holdings: how many
 * @use: %GRAM_CREDIT_USE_OLDEST or %GRAM_CREDIT_USE_CHOSEN
 * @chosen: (array length=n_chosen) (nullable): what a person chose, with %GRAM_CREDIT_USE_CHOSEN
 * @n_chosen: how many
 * @at_most: take so many in all, hundredths
 * @today: today; credits that have lapsed are not taken
 * @refusal: (out) (optional): `credits.none-chosen`, `credits.not-held`, `credits.lapsed`, `credits.too-many` (chosen more than
 *   @at_most)
 *
 * Chooses credits. Oldest first takes what is there, perhaps less than @at_most; what a person chose is taken whole or refused.
 *
 * Returns: (transfer full) (nullable) (element-type GramCcsCredits): by year ascending, or %NULL with a refusal
 */
GArray *gram_ccs_credits_pick (const GramCcsRules *rules,
                               const GramCcsCredits *holdings,
                               gsize n_holdings,
                               GramCreditUse use,
                               const GramCcsCredits *chosen,
                               gsize n_chosen,
                               gint64 at_most,
                               GramDate today,
                               GramRefusal **refusal);

/**
 * gram_ccs_credits_give_back:
 * @used: (array length=n_used): credits that were set against a charge, by year, in any order, less what came back before
 * @n_used: how many
 * @credits: how many come back
 *
 * Newest year of origin first: the opposite of the order of use.
 *
 * Returns: (transfer full) (element-type GramCcsCredits): what comes back, newest first
 */
GArray *gram_ccs_credits_give_back (const GramCcsCredits *used, gsize n_used, gint64 credits);

/**
 * gram_ccs_lapse_warning:
 * @rules: rules of the Clean Car Standard
 * @on: the last day of some credits
 * @today: today
 *
 * Returns: the days of the nearest warning of the rulebook that has come (90, then 30); 0 before the first and after @on
 */
int gram_ccs_lapse_warning (const GramCcsRules *rules, GramDate on, GramDate today);

/**
 * gram_ccs_lapse_calendar:
 * @rules: rules of the Clean Car Standard
 * @holdings: (array length=n_holdings): credits by year of origin
 * @n_holdings: how many
 * @today: today
 *
 * Returns: (transfer full) (element-type GramCcsLapse): the days on which they lapse, first day first; years without credits are
 *   left out
 */
GArray *gram_ccs_lapse_calendar (const GramCcsRules *rules,
                                 const GramCcsCredits *holdings,
                                 gsize n_holdings,
                                 GramDate today);

G_END_DECLS
