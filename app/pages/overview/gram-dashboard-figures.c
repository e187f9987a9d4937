/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dashboard-figures.h"

#include "gram-ccs-words.h"
#include "gram-ccts-figures.h"
#include "gram-decimal.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* Grams and credits are kept in hundredths. */
#define GRAM_SCALE 2
#define N_SERIES 4

static const struct
{
  const char *caption;
  const char *explains; /* NULL: the dashboard has all of it */
  const char *link;
  const char *article;
} tiles[GRAM_DASHBOARD_N_TILES] = {
  [GRAM_DASHBOARD_TILE_WAITING]
  = { N_ ("Awaiting Acceptance"), "waiting", N_ ("Show These _Vehicles"),
      N_ ("Clean Car Standard: CO₂ account, status “ready for acceptance”") },
  [GRAM_DASHBOARD_TILE_CREDITS] = { N_ ("Credit Balance"), NULL, N_ ("Show the _Credits"),
                                    N_ ("Clean Car Standard: CO₂ account, credits") },
  [GRAM_DASHBOARD_TILE_CHARGES]
  = { N_ ("Pending Charges"), "charges", N_ ("Show These _Charges"),
      N_ ("Clean Car Standard: CO₂ account, pending charges balance") },
  [GRAM_DASHBOARD_TILE_NET]
  = { N_ ("Net Position"), "fleet-average", N_ ("Show These _Vehicles"),
      N_ ("Clean Car Standard: CO₂ account, net position for Fleet Average") },
};

char *
gram_dashboard_dup_grams (gint64 hundredths)
{
  g_autofree char *figure = gram_format_decimal (hundredths, GRAM_SCALE, GRAM_SCALE);

  /* Translators: an amount of credits, or of grams over the target */
  return g_strdup_printf (_ ("%s g"), figure);
}

gboolean
gram_dashboard_has_tile (const GramDashboard *dashboard, GramDashboardTile tile)
{
  g_return_val_if_fail (dashboard != NULL, FALSE);

  return tile != GRAM_DASHBOARD_TILE_NET || dashboard->fleet_average;
}

static char *
dup_value (const GramDashboard *dashboard, GramDashboardTile tile)
{
  g_autofree char *net = NULL;

  switch (tile)
    {
    case GRAM_DASHBOARD_TILE_WAITING:
      return gram_format_count (dashboard->acceptable);
    case GRAM_DASHBOARD_TILE_CREDITS:
      return gram_format_decimal (dashboard->credit_total, GRAM_SCALE, GRAM_SCALE);
    case GRAM_DASHBOARD_TILE_CHARGES:
      return gram_format_money (dashboard->outstanding, "NZD");
    case GRAM_DASHBOARD_TILE_NET:
      net = gram_format_decimal (dashboard->net, GRAM_SCALE, GRAM_SCALE);
      return dashboard->net > 0 ? g_strconcat ("+", net, NULL) : g_steal_pointer (&net);
    case GRAM_DASHBOARD_N_TILES:
    default:
      g_assert_not_reached ();
    }
}

/* By year of origin, with the last day of each, and what is promised besides. */
static void
explain_credits (GramFigure *figure, const GramDashboard *dashboard)
{
  for (guint i = 0; i < dashboard->credits->len; i++)
    {
      const GramDashboardCredit *credit = dashboard->credits->pdata[i];
      g_autofree char *day = gram_format_date (credit->lapses_on);
      g_autofree char *amount = gram_dashboard_dup_grams (credit->amount);
      /* Translators: a year, and the last day of its credits */
      g_autofree char *label = g_strdup_printf (_ ("Of %1$d, until %2$s"), credit->year, day);

      gram_figure_add_input (figure, label, amount);
    }
  if (dashboard->reserved_total > 0)
    {
      g_autofree char *amount = gram_dashboard_dup_grams (dashboard->reserved_total);

      gram_figure_add_input (figure, _ ("Besides: promised in transfers"), amount);
    }
  gram_figure_set_formula (figure, _ ("The credits that the account holds, by the year in which "
                                      "they arose, added up."));
}

GramFigure *
gram_dashboard_figure_new (const GramDashboard *dashboard,
                           GramDashboardTile tile,
                           const GramFigureExplanation *explanation)
{
  g_autofree char *value = NULL;
  g_autofree char *caption = NULL;
  gboolean grams = tile == GRAM_DASHBOARD_TILE_CREDITS || tile == GRAM_DASHBOARD_TILE_NET;
  GramFigure *figure;

  g_return_val_if_fail (dashboard != NULL, NULL);
  g_return_val_if_fail (tile < GRAM_DASHBOARD_N_TILES, NULL);

  value = dup_value (dashboard, tile);
  if (tile == GRAM_DASHBOARD_TILE_NET)
    /* Translators: %d is a year */
    caption = g_strdup_printf (_ ("Net Position %d"), dashboard->year);
  figure = gram_figure_new (caption != NULL ? caption : _ (tiles[tile].caption), value,
                            grams ? _ ("g") : NULL);
  gram_figure_set_article (figure, _ (tiles[tile].article));
  if (tile == GRAM_DASHBOARD_TILE_CREDITS)
    explain_credits (figure, dashboard);
  else if (explanation != NULL)
    gram_ccts_figure_explain (figure, explanation);

  return figure;
}

const char *
gram_dashboard_tile_explains (GramDashboardTile tile)
{
  g_return_val_if_fail (tile < GRAM_DASHBOARD_N_TILES, NULL);

  return tiles[tile].explains;
}

/* Those that were accepted under Fleet Average in this obligation year. */
static GVariant *
net_target (const GramDashboard *dashboard)
{
  g_autofree char *title = NULL;
  GVariantDict filter;

  /* Translators: %d is a year */
  title = g_strdup_printf (_ ("Fleet Average %d"), dashboard->year);
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "obligation-year", "x", (gint64)dashboard->year);
  g_variant_dict_insert (&filter, "charge-scheme", "s",
                         gram_word_for ("charge-scheme", GRAM_CHARGE_SCHEME_FLEET_AVERAGE));
  return g_variant_new ("(ss@a{sv})", "", title, g_variant_dict_end (&filter));
}

const char *
gram_dashboard_tile_link (const GramDashboard *dashboard,
                          GramDashboardTile tile,
                          const char **action,
                          GVariant **target)
{
  g_return_val_if_fail (dashboard != NULL && action != NULL && target != NULL, NULL);
  g_return_val_if_fail (tile < GRAM_DASHBOARD_N_TILES, NULL);

  *target = NULL;
  switch (tile)
    {
    case GRAM_DASHBOARD_TILE_WAITING:
      *action = "win.show-vehicles";
      *target = g_variant_new ("(uu)", 1u << GRAM_VEHICLE_READY, 1u << GRAM_ATTENTION_NONE);
      break;
    case GRAM_DASHBOARD_TILE_CREDITS:
      *action = "win.go-credits";
      break;
    case GRAM_DASHBOARD_TILE_CHARGES:
      *action = "win.show-charges";
      *target = g_variant_new_uint32 (GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE);
      break;
    case GRAM_DASHBOARD_TILE_NET:
      *action = "win.show-vehicles-where";
      *target = net_target (dashboard);
      break;
    case GRAM_DASHBOARD_N_TILES:
    default:
      g_assert_not_reached ();
    }
  return _ (tiles[tile].link);
}

const GramChartSeries *
gram_dashboard_series (guint *n_series)
{
  static GramChartSeries series[N_SERIES];

  g_return_val_if_fail (n_series != NULL, NULL);

  series[0] = (GramChartSeries){ _ ("Below target, g"), ADW_ACCENT_COLOR_BLUE, FALSE, GRAM_SCALE };
  series[1] = (GramChartSeries){ _ ("Over target, g"), ADW_ACCENT_COLOR_ORANGE, TRUE, GRAM_SCALE };
  series[2] = (GramChartSeries){ _ ("Charges, NZ$"), ADW_ACCENT_COLOR_ORANGE, TRUE,
                                 GRAM_DECIMAL_SCALE_MONEY };
  series[3] = (GramChartSeries){ _ ("Vehicles"), ADW_ACCENT_COLOR_SLATE, FALSE, 0 };
  *n_series = N_SERIES;

  return series;
}

GListModel *
gram_dashboard_columns (const GramDashboard *dashboard, char **summary)
{
  GListStore *columns = g_list_store_new (GRAM_TYPE_CHART_COLUMN);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (dashboard != NULL && summary != NULL, NULL);

  for (guint i = 0; i < dashboard->months->len; i++)
    {
      const GramDashboardMonth *month = &g_array_index (dashboard->months, GramDashboardMonth, i);
      const gint64 values[N_SERIES]
          = { month->credit, month->excess, month->charge, month->records };
      g_autofree char *name = gram_format_month (month->period, FALSE);
      g_autofree char *title = gram_format_month (month->period, TRUE);
      gboolean with_year = i == 0 || month->period % 100 == 1;
      g_autofree char *label
          = with_year ? g_strdup_printf ("%s\n%d", name, month->period / 100) : g_strdup (name);
      g_autoptr (GramChartColumn) column = gram_chart_column_new (label, title, values, N_SERIES);

      g_list_store_append (columns, column);
      if (i == 0)
        first = g_strdup (title);
      g_set_str (&last, title);
    }
  /* Translators: names a chart for a screen reader; the two %s are months */
  *summary = g_strdup_printf (_ ("Chart of credits and charges by month of acceptance, in grams, "
                                 "from %1$s to %2$s"),
                              first != NULL ? first : "–", last != NULL ? last : "–");

  return G_LIST_MODEL (columns);
}

gboolean
gram_dashboard_has_months (const GramDashboard *dashboard)
{
  g_return_val_if_fail (dashboard != NULL, FALSE);

  for (guint i = 0; i < dashboard->months->len; i++)
    if (g_array_index (dashboard->months, GramDashboardMonth, i).records > 0)
      return TRUE;

  return FALSE;
}
