/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-figures.h"

#include "gram-decimal.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

#define ALL 0u

typedef struct
{
  GramOverviewFigure which;
  const char *caption;
  guint statuses;
  guint attentions;
  const char *formula;
  const char *ccs_section;
  const char *ccts_article;
} CountRow;

/* The figures that are counts: what is counted is exactly the filter that a list of vehicles would have. */
static const CountRow count_rows[] = {
  { GRAM_OVERVIEW_WAITING, N_ ("Awaiting Acceptance"), 1u << GRAM_VEHICLE_READY,
    1u << GRAM_ATTENTION_NONE,
    N_ ("Vehicles whose status is ready, that lack no data and have no open dispute."),
    N_ ("Clean Car Standard: CO₂ account, status “ready for acceptance”"),
    N_ ("Vehicle Emissions Trading Schemes Order, art. 36") },
  { GRAM_OVERVIEW_ENTERED, N_ ("Entered"), 1u << GRAM_VEHICLE_ENTERED, ALL,
    N_ ("All vehicles whose status is entered: the register put them into the account, and "
        "compliance or pre-delivery inspection is not done yet."),
    N_ ("Clean Car Standard: CO₂ account, status “entered in the CCS system”"),
    N_ ("Vehicle Emissions Trading Schemes Order, art. 36") },
  { GRAM_OVERVIEW_ACCEPTED, N_ ("Accepted"), 1u << GRAM_VEHICLE_ACCEPTED, ALL,
    N_ ("All vehicles whose status is accepted."),
    N_ ("Clean Car Standard: CO₂ account, status “accepted”"),
    N_ ("Vehicle Emissions Trading Schemes Order, art. 36") },
  { GRAM_OVERVIEW_INCOMPLETE, N_ ("Incomplete"),
    1u << GRAM_VEHICLE_ENTERED | 1u << GRAM_VEHICLE_READY, 1u << GRAM_ATTENTION_INCOMPLETE,
    N_ ("Entered and ready vehicles that lack data without which they cannot be accepted."),
    N_ ("Clean Car Standard: data needed for the target of a vehicle"),
    N_ ("Vehicle Emissions Trading Schemes Order, art. 36") },
};

static const char *const status_inputs[] = {
  [GRAM_VEHICLE_ENTERED] = N_ ("Entered, lacking data"),
  [GRAM_VEHICLE_READY] = N_ ("Ready, lacking data"),
};

static const char *const attention_inputs[] = {
  [GRAM_ATTENTION_NONE] = N_ ("Complete"),
  [GRAM_ATTENTION_INCOMPLETE] = N_ ("Lacking data"),
  [GRAM_ATTENTION_DISPUTED] = N_ ("With an open dispute"),
};

gint64
gram_overview_sum (const gint64 cells[3][3], guint statuses, guint attentions)
{
  gint64 sum = 0;

  for (guint status = 0; status < 3; status++)
    for (guint attention = 0; attention < 3; attention++)
      if ((statuses == ALL || (statuses & 1u << status))
          && (attentions == ALL || (attentions & 1u << attention)))
        sum += cells[status][attention];

  return sum;
}

static void
add_count (GramFigure *figure, const char *label, gint64 count)
{
  g_autofree char *text = gram_format_count (count);

  gram_figure_add_input (figure, label, text);
}

static void
set_article (GramFigure *figure, GramAccountKind kind, const char *ccs, const char *ccts)
{
  gram_figure_set_article (figure, _ (kind == GRAM_ACCOUNT_CCTS ? ccts : ccs));
}

static GramFigure *
count_figure (const GramOverview *overview, GramAccountKind kind, const CountRow *row)
{
  gint64 count = gram_overview_sum (overview->counts, row->statuses, row->attentions);
  gint64 units = gram_overview_sum (overview->units, row->statuses, row->attentions);
  g_autofree char *value = gram_format_count (count);
  GramFigure *figure = gram_figure_new (_ (row->caption), value, NULL);

  /* How the vehicles of the status divide, or what those that lack data are. */
  if (row->which != GRAM_OVERVIEW_INCOMPLETE)
    for (guint i = 0; i < G_N_ELEMENTS (attention_inputs); i++)
      add_count (figure, _ (attention_inputs[i]),
                 gram_overview_sum (overview->counts, row->statuses, 1u << i));
  else
    for (guint i = 0; i < G_N_ELEMENTS (status_inputs); i++)
      add_count (figure, _ (status_inputs[i]),
                 gram_overview_sum (overview->counts, 1u << i, row->attentions));
  if (units != count)
    add_count (figure, _ ("Cars that these rows stand for"), units);
  gram_figure_set_formula (figure, _ (row->formula));
  set_article (figure, kind, row->ccs_section, row->ccts_article);

  return figure;
}

static void
add_co2_inputs (GramFigure *figure, const GramVehicleSums *sums)
{
  g_autofree char *sum = gram_format_co2 (sums->co2_sum);

  add_count (figure, _ ("Accepted vehicles"), sums->records);
  if (sums->units != sums->records)
    add_count (figure, _ ("Cars that they stand for"), sums->units);
  if (sums->units_co2 != sums->units)
    add_count (figure, _ ("Cars whose CO₂ value is known"), sums->units_co2);
  gram_figure_add_input (figure, _ ("Sum of their CO₂ values"), sum);
}

static GramFigure *
mean_figure (const GramOverview *overview, GramAccountKind kind)
{
  const GramVehicleSums *sums = &overview->accepted;
  g_autofree char *value = NULL;
  GramFigure *figure;
  gint64 mean = GRAM_CO2_UNKNOWN;

  if (sums->units_co2 > 0
      && !gram_decimal_divide (sums->co2_sum, sums->units_co2, GRAM_ROUND_HALF_UP, &mean))
    mean = GRAM_CO2_UNKNOWN;

  value = gram_format_grams (mean, 1);
  figure = gram_figure_new (_ ("Mean CO₂, Accepted"), value, _ ("g/km"));
  add_co2_inputs (figure, sums);
  gram_figure_set_formula (figure,
                           _ ("Sum ÷ cars whose CO₂ value is known, rounded half up to one decimal "
                              "for display. No obligation rests on the rounded figure."));
  set_article (figure, kind, N_ ("Clean Car Standard: CO₂ value of a vehicle, 3P-WLTP"),
               N_ ("Vehicle Emissions Trading Schemes Order, art. 36(2)–(3)"));

  return figure;
}

static GramFigure *
sum_figure (const GramOverview *overview, GramAccountKind kind)
{
  const GramVehicleSums *sums = &overview->accepted;
  g_autofree char *value = gram_format_grams (sums->co2_sum, 0);
  GramFigure *figure = gram_figure_new (_ ("CO₂ Sum, Accepted"), value, _ ("g/km"));

  add_co2_inputs (figure, sums);
  gram_figure_set_formula (figure,
                           _ ("CO₂ value × cars, added up over the accepted vehicles: corrected "
                              "where there is a correction, less eco-innovation savings. Rounded "
                              "half up to whole grams for display."));
  set_article (figure, kind, N_ ("Clean Car Standard: CO₂ value of a vehicle, 3P-WLTP"),
               N_ ("Vehicle Emissions Trading Schemes Order, art. 36(2)–(3)"));

  return figure;
}

GramFigure *
gram_overview_figure (const GramOverview *overview, GramAccountKind kind, GramOverviewFigure which)
{
  g_return_val_if_fail (overview != NULL, NULL);
  g_return_val_if_fail (which < GRAM_OVERVIEW_N_FIGURES, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (count_rows); i++)
    if (count_rows[i].which == which)
      return count_figure (overview, kind, &count_rows[i]);

  return which == GRAM_OVERVIEW_MEAN_CO2 ? mean_figure (overview, kind)
                                         : sum_figure (overview, kind);
}
