/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-figures-private.h"

#include <glib/gi18n-lib.h>

static void
add_boolean (const GramFigureGroup *group, const char *name, const char *title, gboolean value)
{
  _gram_figure_add_text (group, name, title, value ? _ ("yes") : _ ("no"));
}

static void
add_year_day (const GramFigureGroup *group,
              const char *name,
              const char *title,
              const GramYearDay *day)
{
  g_autofree char *text = g_strdup_printf (
      /* Translators: %02u-%02u is a day of every year, month first; %d a number of years */
      g_dngettext (GETTEXT_PACKAGE, "%02u-%02u, %d year after the scheme year",
                   "%02u-%02u, %d years after the scheme year", day->years_after),
      day->month, day->day, day->years_after);

  _gram_figure_add_text (group, name, title, text);
}

static const char *
counting_name (GramDueCounting counting)
{
  switch (counting)
    {
    case GRAM_DUE_DAY_ZERO:
      return _ ("the day of giving is day 0");
    case GRAM_DUE_CLEAR_DAYS:
      return _ ("clear days: one day more");
    default:
      g_assert_not_reached ();
    }
}

static const char *
price_name (GramTradePrice price)
{
  switch (price)
    {
    case GRAM_TRADE_PRICE_TOTAL:
      return _ ("price of all allowances of the trade");
    case GRAM_TRADE_PRICE_EACH:
      return _ ("price of one allowance");
    default:
      g_assert_not_reached ();
    }
}

static void
add_trading (GPtrArray *figures, const GramCctsChoices *choices)
{
  GramFigureGroup notice = { figures, "choices.eco_notice", _ ("Notices about eco-innovations"),
                             &choices->notice_provenance };
  GramFigureGroup trade = { figures, "choices.trade", _ ("Trades"), &choices->trade_provenance };
  GramFigureGroup to_crts = { figures, "choices.to_crts", _ ("Conversion into CRTS credits"),
                              &choices->to_crts_provenance };

  _gram_figure_add_amount (&notice, "scheme_years", _ ("They count after their own year for"),
                           choices->notice_years, 0, _gram_figure_years (choices->notice_years));
  _gram_figure_add_text (&trade, "price", _ ("What is notified as the price"),
                         price_name (choices->price));
  add_boolean (&trade, "zero_price", _ ("Nothing may be paid, with a reason"), choices->zero_price);
  add_boolean (&to_crts, "in_window", _ ("In the trading window only"), choices->to_crts_in_window);
}

static void
add_settling (GPtrArray *figures, const GramCctsChoices *choices)
{
  GramFigureGroup surrender
      = { figures, "choices.surrender", _ ("Surrender"), &choices->surrender_provenance };
  GramFigureGroup due = { figures, "choices.due", _ ("Payment"), &choices->due_provenance };
  GramFigureGroup timetable
      = { figures, "choices.timetable", _ ("Timetable"), &choices->timetable_provenance };

  add_boolean (&surrender, "part_units", _ ("One allowance may account for a part of a unit"),
               choices->part_units);
  add_boolean (&surrender, "beyond_activity", _ ("More than the activity may be surrendered"),
               choices->beyond_activity);
  _gram_figure_add_text (&due, "counting", _ ("How the days to pay are counted"),
                         counting_name (choices->due_counting));
  add_year_day (&timetable, "allocate_by", _ ("Allowances are allocated by"),
                &choices->allocate_by);
  add_year_day (&timetable, "apply_by", _ ("Pools apply by"), &choices->apply_by);
  add_year_day (&timetable, "publish_on", _ ("Final information is published by"),
                &choices->publish_on);
}

void
_gram_figures_add_choices (GPtrArray *figures, const GramCctsChoices *choices)
{
  guint first = figures->len;

  add_trading (figures, choices);
  add_settling (figures, choices);
  if (choices->built_in)
    _gram_figures_translate_sources (figures, first);
}
