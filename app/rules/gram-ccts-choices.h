/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-provenance.h"

G_BEGIN_DECLS

/*
 * What articles 31 to 40 leave open, as settings that the Rules page shows: each with a default, and with the reason for it as
 * its source (facts of the Order, §10). What is left open about rounding stands with the figure that is rounded.
 */

/**
 * GramYearDay:
 * @years_after: in which year after the scheme year it lies
 * @month: month
 * @day: day
 *
 * A day that each scheme year has.
 */
typedef struct
{
  guint8 years_after;
  guint8 month;
  guint8 day;
} GramYearDay;

/**
 * GramDueCounting:
 * @GRAM_DUE_DAY_ZERO: the day of giving is day 0: 30 days after 15 January is 14 February
 * @GRAM_DUE_CLEAR_DAYS: the days between are counted: one day more
 *
 * How days after a notice are counted (question Q9). Vocabulary `due-counting`.
 */
typedef enum
{
  GRAM_DUE_DAY_ZERO = 1,
  GRAM_DUE_CLEAR_DAYS,
} GramDueCounting;

/**
 * GramTradePrice:
 * @GRAM_TRADE_PRICE_TOTAL: the price of all allowances of the trade
 * @GRAM_TRADE_PRICE_EACH: the price of one
 *
 * What a party notifies as the price (question Q7). What is kept and compared is always the total. Vocabulary `trade-price`.
 */
typedef enum
{
  GRAM_TRADE_PRICE_TOTAL = 1,
  GRAM_TRADE_PRICE_EACH,
} GramTradePrice;

/**
 * GramCctsChoices:
 * @built_in: the rulebook (an older one) has no section “choices”; these are the defaults of the program
 * @notice_years: for so many scheme years after its own a notice switches a saving off (question Q5); 1
 * @notice_provenance: where it is from
 * @part_units: one allowance may account for a part of a unit of activity (question Q3)
 * @beyond_activity: more may be surrendered than activity is there (question Q11)
 * @surrender_provenance: where they are from
 * @due_counting: how the days to pay are counted (question Q9)
 * @due_provenance: where it is from
 * @price: what is notified as the price (question Q7)
 * @zero_price: nothing may be paid, with a reason
 * @trade_provenance: where they are from
 * @to_crts_in_window: art. 23 is open in the trading window only; else until its last day
 * @to_crts_provenance: where it is from
 * @allocate_by: allowances are to be allocated by this day (question Q13); nothing is refused after it
 * @apply_by: pools apply by this day; nothing is refused after it
 * @publish_on: final information is published by this day (art. 80(1))
 * @timetable_provenance: where they are from
 *
 * The settings.
 */
typedef struct
{
  gboolean built_in;
  int notice_years;
  GramProvenance notice_provenance;
  gboolean part_units;
  gboolean beyond_activity;
  GramProvenance surrender_provenance;
  GramDueCounting due_counting;
  GramProvenance due_provenance;
  GramTradePrice price;
  gboolean zero_price;
  GramProvenance trade_provenance;
  gboolean to_crts_in_window;
  GramProvenance to_crts_provenance;
  GramYearDay allocate_by;
  GramYearDay apply_by;
  GramYearDay publish_on;
  GramProvenance timetable_provenance;
} GramCctsChoices;

/**
 * gram_ccts_choices_default:
 *
 * Returns: (transfer none): the settings of a rulebook that has none
 */
const GramCctsChoices *gram_ccts_choices_default (void);

/**
 * gram_year_day_of:
 * @self: a day of the rulebook
 * @scheme_year: a scheme year
 *
 * Returns: the day that belongs to @scheme_year
 */
GramDate gram_year_day_of (const GramYearDay *self, int scheme_year);

G_END_DECLS
