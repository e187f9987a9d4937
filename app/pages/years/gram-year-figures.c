/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-texts.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* How an amount is written. */
typedef enum
{
  AMOUNT_COUNT,
  AMOUNT_THOUSANDTHS,
  AMOUNT_MONEY,
} Amount;

#define TOTAL(field) G_STRUCT_OFFSET (GramYearTotals, field)
#define NONE G_MAXSIZE
#define MAX_INPUTS 6

/* The tiles: caption, what they show, what goes in, how it comes about. */
/* clang-format off */
static const struct
{
  const char *caption;
  Amount amount;
  gsize value;
  const char *unit;
  const char *formula;
  const char *article;
  struct { const char *label; Amount amount; gsize value; } inputs[MAX_INPUTS + 1];
} tiles[GRAM_YEAR_N_TILES] = {
  [GRAM_YEAR_TILE_PARTICIPANTS] = { N_ ("Participants"), AMOUNT_COUNT, TOTAL (participants), NULL,
    N_ ("Manufacturers with more cars than the threshold, and pools that were granted."), "CCTS art. 32",
    { { N_ ("Of these, pools"), AMOUNT_COUNT, TOTAL (pools) },
      { N_ ("Their cars (N)"), AMOUNT_COUNT, TOTAL (cars) },
      { N_ ("Besides, zero-emission cars"), AMOUNT_COUNT, TOTAL (cars_zero) },
      { NULL, AMOUNT_COUNT, NONE } } },
  [GRAM_YEAR_TILE_ACTIVITY] = { N_ ("Activity"), AMOUNT_THOUSANDTHS, TOTAL (activity), NULL,
    N_ ("The activity of each participant, cut off after three decimals, added up."), "CCTS art. 36",
    { { N_ ("Cars"), AMOUNT_COUNT, TOTAL (cars) }, { NULL, AMOUNT_COUNT, NONE } } },
  [GRAM_YEAR_TILE_ALLOCATED] = { N_ ("Allocated"), AMOUNT_COUNT, TOTAL (allocated), NULL,
    N_ ("Cars times baseline of each participant, rounded to a whole number, added up."), "CCTS art. 34",
    { { N_ ("Due by cars and baselines"), AMOUNT_COUNT, TOTAL (due) },
      { N_ ("Besides, acquired from CRTS"), AMOUNT_COUNT, TOTAL (acquired) },
      { NULL, AMOUNT_COUNT, NONE } } },
  [GRAM_YEAR_TILE_HELD] = { N_ ("Held"), AMOUNT_COUNT, TOTAL (held), NULL,
    N_ ("Allocated + acquired − surrendered − converted − lapsed − reserved. When the year is closed, nothing is left: what "
        "was not surrendered lapses."), "CCTS art. 40",
    { { N_ ("Allocated"), AMOUNT_COUNT, TOTAL (allocated) },
      { N_ ("Acquired from CRTS"), AMOUNT_COUNT, TOTAL (acquired) },
      { N_ ("Surrendered"), AMOUNT_COUNT, TOTAL (surrendered) },
      { N_ ("Converted to CRTS"), AMOUNT_COUNT, TOTAL (converted) },
      { N_ ("Lapsed"), AMOUNT_COUNT, TOTAL (lapsed) },
      { N_ ("Reserved for trades"), AMOUNT_COUNT, TOTAL (reserved) },
      { NULL, AMOUNT_COUNT, NONE } } },
  [GRAM_YEAR_TILE_SURRENDERED] = { N_ ("Surrendered"), AMOUNT_COUNT, TOTAL (surrendered), NULL,
    N_ ("Whole allowances surrendered until the last day of the trading window."), "CCTS art. 38",
    { { N_ ("Activity"), AMOUNT_THOUSANDTHS, TOTAL (activity) },
      { N_ ("Not accounted for"), AMOUNT_THOUSANDTHS, TOTAL (shortfall) },
      { NULL, AMOUNT_COUNT, NONE } } },
  [GRAM_YEAR_TILE_PAYMENTS] = { N_ ("Payments"), AMOUNT_MONEY, TOTAL (payment), NULL,
    N_ ("What is not accounted for times the rate, rounded to a whole penny for each participant, added up."),
    "CCTS art. 39(2)–(3)",
    { { N_ ("Not accounted for"), AMOUNT_THOUSANDTHS, TOTAL (shortfall) },
      { N_ ("Paid so far"), AMOUNT_MONEY, TOTAL (paid) },
      { NULL, AMOUNT_COUNT, NONE } } },
};
/* clang-format on */

static char *
dup_amount (const GramYearTotals *totals, Amount amount, gsize offset)
{
  gint64 value = *(const gint64 *)((const char *)totals + offset);

  switch (amount)
    {
    case AMOUNT_THOUSANDTHS:
      return gram_format_decimal (value, 3, 0);
    case AMOUNT_MONEY:
      return gram_format_money (value, "GBP");
    case AMOUNT_COUNT:
    default:
      return gram_format_count (value);
    }
}

GramFigure *
gram_year_figure (GramYearTile tile, const GramYearRow *row, const GramYearTotals *totals)
{
  g_autofree char *value = NULL;
  g_autofree char *formula = NULL;
  gboolean unknown;
  GramFigure *figure;

  g_return_val_if_fail (tile < GRAM_YEAR_N_TILES, NULL);
  g_return_val_if_fail (row != NULL && totals != NULL, NULL);

  value = dup_amount (totals, tiles[tile].amount, tiles[tile].value);
  /* As long as allowances can be surrendered, nobody knows what will be paid. */
  unknown = tile == GRAM_YEAR_TILE_PAYMENTS && row->state < GRAM_CCTS_YEAR_WINDOW_CLOSED;
  figure = gram_figure_new (_ (tiles[tile].caption), unknown ? "–" : value, NULL);
  if (unknown)
    gram_figure_add_input (figure, _ ("If nothing more were surrendered"), value);
  for (guint i = 0; tiles[tile].inputs[i].label != NULL; i++)
    {
      g_autofree char *input
          = dup_amount (totals, tiles[tile].inputs[i].amount, tiles[tile].inputs[i].value);

      gram_figure_add_input (figure, _ (tiles[tile].inputs[i].label), input);
    }
  /* Translators: how a figure comes about, and that it moves until the year is measured */
  formula = row->measured_at == 0
                ? g_strdup_printf (_ ("%s Provisional until the year is measured."),
                                   _ (tiles[tile].formula))
                : g_strdup (_ (tiles[tile].formula));
  gram_figure_set_formula (figure, formula);
  gram_figure_set_article (figure, tiles[tile].article);

  return figure;
}
