/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-figures-private.h"

#include <glib/gi18n-lib.h>

static void
add_charges (GPtrArray *figures, const GramCcsTerms *terms)
{
  GramFigureGroup payg
      = { figures, "terms.pay_as_you_go", _ ("Pay As You Go"), &terms->payg_provenance };
  GramFigureGroup overdue
      = { figures, "terms.overdue", _ ("Charges that are not paid"), &terms->overdue_provenance };
  GramFigureGroup borrowing
      = { figures, "terms.borrowing", _ ("Borrowing"), &terms->borrowing_provenance };
  GramFigureGroup fee
      = { figures, "terms.admin_fee",
          /* Translators: heading of figures of a rulebook */
          _ ("Fee at first registration, for information"), &terms->admin_fee_provenance };

  _gram_figure_add_amount (&payg, "due_days", _ ("A charge is due after"), terms->payg_due_days, 0,
                           _gram_figure_days (terms->payg_due_days));
  _gram_figure_add_amount (&overdue, "interest", _ ("Interest a year"), terms->overdue_interest,
                           GRAM_DECIMAL_SCALE_MONEY, _ ("%"));
  _gram_figure_add_amount (&overdue, "remind_days_before",
                           _ ("Reminder before the last day to pay"), terms->remind_days, 0,
                           _gram_figure_days (terms->remind_days));
  _gram_figure_add_amount (&borrowing, "times", _ ("A shortfall is carried over, times at most"),
                           terms->borrowing_times, 0, "");
  _gram_figure_add_amount (&borrowing, "years", _ ("It is made good after"), terms->borrowing_years,
                           0, _gram_figure_years (terms->borrowing_years));
  _gram_figure_add_text (&borrowing, "rate", _ ("What is not made good is charged"),
                         _ ("at the rate of its own year"));
  _gram_figure_add_amount (&fee, "amount", _ ("Amount without tax"), terms->admin_fee_cents,
                           GRAM_DECIMAL_SCALE_MONEY, _ ("NZD"));
  _gram_figure_add_amount (&fee, "tax_percent", _ ("Tax on it"), terms->admin_fee_tax,
                           GRAM_DECIMAL_SCALE_MONEY, _ ("%"));
}

static void
add_credits (GPtrArray *figures, const GramCcsTerms *terms)
{
  GramFigureGroup offers
      = { figures, "terms.offers", _ ("Offers of a transfer"), &terms->offer_provenance };
  GramFigureGroup warnings
      = { figures, "terms.warnings", _ ("Warnings before credits lapse"), &terms->warn_provenance };
  GramFigureGroup forecast
      = { figures, "terms.forecast", _ ("Forecast"), &terms->forecast_provenance };

  _gram_figure_add_text (&offers, "whole_credits", _ ("Whole credits only"),
                         terms->whole_credits ? _ ("yes") : _ ("no"));
  _gram_figure_add_amount (&offers, "lapse_after_days", _ ("An offer lapses after"),
                           terms->transfer_lapse_days, 0,
                           _gram_figure_days (terms->transfer_lapse_days));
  for (guint i = 0; i < terms->n_warn_days; i++)
    {
      g_autofree char *name = g_strdup_printf ("days[%u]", i);

      _gram_figure_add_amount (&warnings, name, _ ("Before the last day"), terms->warn_days[i], 0,
                               _gram_figure_days (terms->warn_days[i]));
    }
  _gram_figure_add_month_day (&forecast, "next_year_from",
                              _ ("It also says what 1 January brings, from"), terms->forecast_month,
                              terms->forecast_day);
}

static void
add_exclusions (GPtrArray *figures, const GramCcsTerms *terms)
{
  for (guint i = 0; i < terms->n_exclusions; i++)
    {
      const GramCcsExclusion *exclusion = &terms->exclusions[i];
      g_autofree char *path = g_strdup_printf ("terms.exclusions[%u]", i);
      GramFigureGroup group
          = { figures, path, _ ("Vehicles outside the standard"), &exclusion->provenance };

      _gram_figure_add_text (&group, "word", _ (exclusion->title), exclusion->word);
    }
}

void
_gram_figures_add_terms (GPtrArray *figures, const GramCcsTerms *terms)
{
  guint first = figures->len;

  add_charges (figures, terms);
  add_credits (figures, terms);
  add_exclusions (figures, terms);
  if (terms->built_in)
    _gram_figures_translate_sources (figures, first);
}
