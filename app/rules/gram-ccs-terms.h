/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-provenance.h"

G_BEGIN_DECLS

/*
 * What charges, payments, borrowing, transfers and lapse of the Clean Car Standard rest on besides targets and rates, as settings
 * that the Rules page shows, each with its source. A rulebook of 2026-12 or before has none of these; it gets the built-in ones.
 */

/**
 * GRAM_CCS_MAX_WARNINGS:
 *
 * A rulebook names at most so many days on which a holder is warned that credits lapse.
 */
#define GRAM_CCS_MAX_WARNINGS 4

/**
 * GramCcsExclusion:
 * @word: stable word, as the vehicle keeps it: `motorsport`
 * @title: for people, in the language of the rulebook
 * @provenance: where it is from
 *
 * Why a vehicle is outside the standard (CCS facts §2).
 */
typedef struct
{
  char *word;
  char *title;
  GramProvenance provenance;
} GramCcsExclusion;

/**
 * GramCcsTerms:
 * @built_in: the rulebook (an older one) has no section “terms”; these are the defaults of the program
 * @payg_due_days: a charge of Pay As You Go is due so many days after it arose; 0: at once
 * @payg_provenance: where it is from
 * @overdue_interest: interest on what is overdue, hundredths of a percent a year; always 0, as nothing computes it and a rulebook
 *   that says otherwise is refused
 * @remind_days: so many days before a charge is due its holder is reminded; 14
 * @overdue_provenance: where they are from
 * @borrowing_times: a shortfall can be carried over so many times; 1
 * @borrowing_years: into so many years after its own; 1
 * @borrowing_provenance: where they are from
 * @whole_credits: only whole credits are transferred
 * @transfer_lapse_days: an offer lapses so many days after its day; 14
 * @offer_provenance: where they are from
 * @warn_days: (array length=n_warn_days): so many days before credits lapse their holder is warned, most first; 90, 30
 * @n_warn_days: how many
 * @warn_provenance: where they are from
 * @forecast_month: from this day of the year on a forecast also says what it will be from 1 January
 * @forecast_day: its day
 * @forecast_provenance: where it is from
 * @exclusions: (array length=n_exclusions): why a vehicle can be outside the standard
 * @n_exclusions: how many
 * @admin_fee_cents: fee at first registration, without tax, NZ cents. Never in the account: for information
 * @admin_fee_tax: tax on it, hundredths of a percent; 1500 is 15 %
 * @admin_fee_provenance: where they are from
 *
 * The settings. Section “terms” of the rulebook.
 */
typedef struct
{
  gboolean built_in;
  int payg_due_days;
  GramProvenance payg_provenance;
  gint64 overdue_interest;
  int remind_days;
  GramProvenance overdue_provenance;
  int borrowing_times;
  int borrowing_years;
  GramProvenance borrowing_provenance;
  gboolean whole_credits;
  int transfer_lapse_days;
  GramProvenance offer_provenance;
  int warn_days[GRAM_CCS_MAX_WARNINGS];
  guint n_warn_days;
  GramProvenance warn_provenance;
  guint8 forecast_month;
  guint8 forecast_day;
  GramProvenance forecast_provenance;
  GramCcsExclusion *exclusions;
  guint n_exclusions;
  gint64 admin_fee_cents;
  int admin_fee_tax;
  GramProvenance admin_fee_provenance;
} GramCcsTerms;

/**
 * gram_ccs_terms_default:
 *
 * Returns: (transfer none): the settings of a rulebook that has none
 */
const GramCcsTerms *gram_ccs_terms_default (void);

G_END_DECLS
