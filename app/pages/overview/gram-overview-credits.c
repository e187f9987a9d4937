/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-credits.h"

#include "gram-account-books-group.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* Credits are kept in hundredths of a gram. */
#define CREDIT_SCALE 2

static gboolean
is_credit (const GramBalance *balance)
{
  return g_str_has_prefix (balance->unit, "ccs-credit/");
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static GArray *
list_years (const GramAccountDetail *detail)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < detail->balances->len; i++)
    {
      const GramBalance *balance = detail->balances->pdata[i];
      gboolean known = FALSE;

      for (guint j = 0; j < years->len; j++)
        known = known || g_array_index (years, int, j) == balance->year;
      if (is_credit (balance) && !known)
        g_array_append_val (years, balance->year);
    }
  g_array_sort (years, compare_years);

  return years;
}

static GramFigure *
figure_of_year (const GramAccountDetail *detail, int year)
{
  /* Translators: %d is a year */
  g_autofree char *caption = g_strdup_printf (_ ("Credits of %d"), year);
  g_autofree char *value = NULL;
  GramFigure *figure;
  gint64 sum = 0;

  for (guint i = 0; i < detail->balances->len; i++)
    {
      const GramBalance *balance = detail->balances->pdata[i];

      if (is_credit (balance) && balance->year == year)
        sum += balance->amount;
    }

  value = gram_format_decimal (sum, CREDIT_SCALE, CREDIT_SCALE);
  figure = gram_figure_new (caption, value, _ ("g"));
  for (guint i = 0; i < detail->balances->len; i++)
    {
      const GramBalance *balance = detail->balances->pdata[i];
      g_autofree char *title = NULL;
      g_autofree char *amount = NULL;

      if (!is_credit (balance) || balance->year != year)
        continue;

      title = gram_account_unit_title (balance);
      amount = gram_account_amount_text (balance);
      gram_figure_add_input (figure, title, amount);
    }
  gram_figure_set_formula (figure, _ ("What the account holds of that year and what is reserved, "
                                      "added up; the statement has every posting."));
  gram_figure_set_article (figure, _ ("Clean Car Standard: CO₂ account, credits"));

  return figure;
}

GPtrArray *
gram_overview_credits (const GramAccountDetail *detail)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_figure_unref);
  g_autoptr (GArray) years = NULL;

  if (detail == NULL || detail->balances == NULL)
    return figures;

  years = list_years (detail);
  for (guint i = 0; i < years->len; i++)
    g_ptr_array_add (figures, figure_of_year (detail, g_array_index (years, int, i)));

  return figures;
}
