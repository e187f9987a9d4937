/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-figures.h"

#include "gram-decimal.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* Decimals of activity and shortfall. */
#define ACTIVITY_SCALE 3

static const struct
{
  const char *caption;
  const char *explains;
  const char *article;
} tiles[GRAM_ALLOWANCE_N_TILES] = {
  [GRAM_ALLOWANCE_TILE_ACTIVITY] = { N_ ("Activity"), "activity", "CCTS art. 36" },
  [GRAM_ALLOWANCE_TILE_AVAILABLE] = { N_ ("Allowances Available"), "holdings", "CCTS art. 33" },
  [GRAM_ALLOWANCE_TILE_SHORTFALL]
  = { N_ ("Missing if All Is Surrendered"), "payment", "CCTS art. 38" },
  [GRAM_ALLOWANCE_TILE_PAYMENT] = { N_ ("Payment for What Is Missing"), "payment", "CCTS art. 39" },
};

char *
gram_ccts_line_dup_value (const GramExplanationLine *line)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  if (!line->is_number)
    return g_strdup (line->value);
  if (g_str_equal (line->unit, "£") && line->scale == GRAM_DECIMAL_SCALE_MONEY)
    return gram_format_money (line->amount, "GBP");
  if (g_str_equal (line->unit, "NZ$") && line->scale == GRAM_DECIMAL_SCALE_MONEY)
    return gram_format_money (line->amount, "NZD");
  number = gram_format_decimal (line->amount, line->scale, line->min_decimals);
  /* Translators: a number and its unit */
  return *line->unit != '\0' ? g_strdup_printf (C_ ("amount", "%s %s"), number, line->unit)
                             : g_steal_pointer (&number);
}

/* How the lines come about, each with its rounding step, and where that is written. */
static void
add_formulas (GramFigure *figure, const GPtrArray *lines)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const GramExplanationLine *line = g_ptr_array_index (lines, i);

      if (*line->article != '\0'
          && !g_ptr_array_find_with_equal_func (articles, line->article, g_str_equal, NULL))
        g_ptr_array_add (articles, line->article);
      if (*line->formula == '\0')
        continue;
      if (formula->len > 0)
        g_string_append_c (formula, '\n');
      g_string_append (formula, line->formula);
      if (*line->rounding != '\0')
        g_string_append_printf (formula, " (%s)", line->rounding);
    }
  if (formula->len > 0)
    gram_figure_set_formula (figure, formula->str);
  g_ptr_array_add (articles, NULL);
  joined = g_strjoinv (", ", (char **)articles->pdata);
  gram_figure_set_article (figure, *joined != '\0' ? joined : NULL);
}

static void
add_line (GramFigure *figure, const GramExplanationLine *line)
{
  g_autofree char *text = gram_ccts_line_dup_value (line);

  gram_figure_add_input (figure, line->title, text);
}

static void
explain (GramFigure *figure, const GramFigureExplanation *explanation, guint n_inputs)
{
  for (guint i = 0; i < n_inputs; i++)
    add_line (figure, g_ptr_array_index (explanation->lines, i));
  gram_figure_add_input (figure, _ ("Rulebook"), explanation->rulebook);
  if (explanation->provisional)
    gram_figure_add_input (figure, _ ("Standing"),
                           _ ("Provisional: the year has not been measured yet"));
  add_formulas (figure, explanation->lines);
}

GramFigure *
gram_ccts_figure_new (const GramFigureExplanation *explanation)
{
  g_autofree char *value = NULL;
  GramFigure *figure;
  guint last;

  g_return_val_if_fail (explanation != NULL && explanation->lines->len > 0, NULL);

  last = explanation->lines->len - 1;
  value = gram_ccts_line_dup_value (g_ptr_array_index (explanation->lines, last));
  figure = gram_figure_new (explanation->title, value, NULL);
  explain (figure, explanation, last);
  return figure;
}

void
gram_ccts_figure_explain (GramFigure *figure, const GramFigureExplanation *explanation)
{
  g_return_if_fail (figure != NULL && explanation != NULL);

  explain (figure, explanation, explanation->lines->len);
}

static char *
dup_value (GramAllowanceTile tile, const GramAllowanceYear *year)
{
  switch (tile)
    {
    case GRAM_ALLOWANCE_TILE_ACTIVITY:
      return gram_format_decimal (year->activity, ACTIVITY_SCALE, 0);
    case GRAM_ALLOWANCE_TILE_AVAILABLE:
      return gram_format_count (year->available);
    case GRAM_ALLOWANCE_TILE_SHORTFALL:
      return gram_format_decimal (year->shortfall_left, ACTIVITY_SCALE, 0);
    case GRAM_ALLOWANCE_TILE_PAYMENT:
      return gram_format_money (year->payment, "GBP");
    case GRAM_ALLOWANCE_N_TILES:
    default:
      g_assert_not_reached ();
    }
}

GramFigure *
gram_allowance_figure_new (GramAllowanceTile tile,
                           const GramAllowanceYear *year,
                           const GramFigureExplanation *explanation)
{
  g_autofree char *value = NULL;
  GramFigure *figure;

  g_return_val_if_fail (tile < GRAM_ALLOWANCE_N_TILES, NULL);
  g_return_val_if_fail (year != NULL, NULL);

  value = dup_value (tile, year);
  figure = gram_figure_new (_ (tiles[tile].caption), value, NULL);
  if (explanation != NULL)
    explain (figure, explanation, explanation->lines->len);
  else
    gram_figure_set_article (figure, tiles[tile].article);
  return figure;
}

const char *
gram_allowance_tile_explains (GramAllowanceTile tile)
{
  g_return_val_if_fail (tile < GRAM_ALLOWANCE_N_TILES, NULL);

  return tiles[tile].explains;
}
