/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-texts.h"

#include "gram-ccs-fleet.h"
#include "gram-charge-texts.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

#define GRAM_SCALE 2
#define N_SERIES 2
#define ARTICLE N_ ("Clean Car Standard: Fleet Average, year by year (LTA 1998 s 179, s 182)")

char *
gram_fleet_dup_net (gint64 net)
{
  g_autofree char *grams = gram_charge_dup_grams (ABS (net));

  return g_strdup_printf (net > 0 ? "+%s" : net < 0 ? "−%s" : "%s", grams);
}

char *
gram_fleet_dup_comes_to (gint64 credits, gint64 amount)
{
  g_autofree char *figure = gram_format_decimal (credits, GRAM_SCALE, 0);

  if (amount > 0)
    return gram_charge_dup_money (amount);
  if (credits > 0)
    /* Translators: %s is an amount of credits */
    return g_strdup_printf (_ ("%s credits"), figure);

  return g_strdup (_ ("Nothing"));
}

/* The states, in the order in which a year goes through them. */
static const GramFleetState states[] = { GRAM_FLEET_GROWING, GRAM_FLEET_OVER, GRAM_FLEET_INVOICED,
                                         GRAM_FLEET_OVERDUE, GRAM_FLEET_SETTLED };

static guint
place_of (const char *word)
{
  int state = 0;

  if (gram_word_parse ("fleet-state", word, &state))
    for (guint i = 0; i < G_N_ELEMENTS (states); i++)
      if (states[i] == (GramFleetState)state)
        return i;

  g_return_val_if_reached (0);
}

char *
gram_fleet_dup_standing (const GramFleetYearRow *row)
{
  g_autofree char *net = gram_fleet_dup_net (row->net);
  g_autofree char *open = gram_charge_dup_money (row->outstanding);
  const char *title = gram_fleet_state_title (states[place_of (row->state)]);

  if (row->outstanding > 0)
    /* Translators: state of a year, its net position, an amount of money */
    return g_strdup_printf (_ ("%1$s · net %2$s · %3$s outstanding"), title, net, open);

  /* Translators: state of a year, its net position */
  return g_strdup_printf (_ ("%1$s · net %2$s"), title, net);
}

/* Settled, or to be settled, before its year is over. */
static gboolean
is_early (const GramFleetYearDetail *detail)
{
  return place_of (detail->row->state) > 0
         && g_ascii_strtoll (detail->today, NULL, 10) <= detail->row->year;
}

/* What is true of a year that is settled before its time, or goes on although it was; NULL: the state says it all. */
static char *
early_sentence (const GramFleetYearDetail *detail)
{
  const GramFleetYearRow *row = detail->row;
  g_autofree char *day = gram_format_day_of_instant (row->settled_at);

  switch (place_of (row->state))
    {
    case 0:
      if (row->runs == 0)
        return NULL;
      /* Translators: a day, a year */
      return g_strdup_printf (
          _ ("The year was settled early, on %1$s, but goes on until 31 December %2$d; then the "
             "difference is posted."),
          day, row->year);
    case 1:
      return g_strdup (_ (
          "The year may be settled before it is over: its approval has ended, or the account is being "
          "closed. The administrator settles it; then there are credits, or an invoice."));
    case 4:
      /* Translators: %s is a day */
      return g_strdup_printf (
          _ ("The year was settled before it was over, on %s; nothing is owed by it."), day);
    default:
      return NULL;
    }
}

static char *
state_sentence (const GramFleetYearDetail *detail)
{
  const GramFleetYearRow *row = detail->row;
  g_autofree char *day = gram_format_date (row->due_on);
  g_autofree char *open = gram_charge_dup_money (row->outstanding);
  g_autofree char *days = gram_charge_dup_days (row->overdue_days);

  switch (place_of (row->state))
    {
    case 0:
      /* Translators: %d is a year */
      return g_strdup_printf (
          _ ("The year goes on until 31 December %d; then it is settled as a whole."), row->year);
    case 1:
      return g_strdup (_ (
          "The year is over. The administrator settles it; then there are credits, or an invoice."));
    case 2:
      /* Translators: an amount of money, a day */
      return g_strdup_printf (_ ("%1$s is to be paid by %2$s, with money or with credits."), open,
                              day);
    case 3:
      /* Translators: an amount of money, a day, “19 days” */
      return g_strdup_printf (_ ("%1$s was due on %2$s; that was %3$s ago."), open, day, days);
    default:
      return g_strdup (_ ("The year is settled; nothing is owed by it."));
    }
}

/* What the state says already. */
static gboolean
is_said (const char *missing)
{
  static const GramFleetNeed needs[]
      = { GRAM_FLEET_NOT_OVER, GRAM_FLEET_NOT_SETTLED, GRAM_FLEET_OUTSTANDING };

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (g_str_equal (gram_fleet_need_title (needs[i]), missing))
      return TRUE;

  return FALSE;
}

/* What else is missing to go on stands behind it. */
char *
gram_fleet_dup_sentence (const GramFleetYearDetail *detail)
{
  GString *text = g_string_new (NULL);
  gboolean early = is_early (detail) || place_of (detail->row->state) == 0;
  g_autofree char *sentence = early ? early_sentence (detail) : NULL;

  if (sentence == NULL)
    sentence = state_sentence (detail);
  g_string_append (text, sentence);
  for (guint i = 0; i < detail->missing->len; i++)
    if (!is_said (detail->missing->pdata[i]))
      g_string_append_printf (text, "\n%s", (const char *)detail->missing->pdata[i]);

  return g_string_free_and_steal (text);
}

static char *
dup_step_day (const GramFleetYearDetail *detail, guint place)
{
  const GramFleetYearRow *row = detail->row;
  g_autofree char *end = g_strdup_printf ("%d-12-31", row->year);

  switch (place)
    {
    case 1:
      return is_early (detail) ? g_strdup ("") : gram_format_date (end);
    case 2:
      return row->settled_at != 0 ? gram_format_day_of_instant (row->settled_at) : g_strdup ("");
    case 3:
      return row->due_on != NULL && *row->due_on != '\0' ? gram_format_date (row->due_on)
                                                         : g_strdup ("");
    default:
      return g_strdup ("");
    }
}

/* Overdue is no step of a year that is paid in time. */
void
gram_fleet_fill_track (GramStateTrack *track, const GramFleetYearDetail *detail)
{
  guint now = place_of (detail->row->state);
  guint last = G_N_ELEMENTS (states) - 1;

  gram_state_track_clear (track);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *day = dup_step_day (detail, i);

      if (i == 3 && now != 3)
        continue;
      gram_state_track_add (track, gram_fleet_state_title (states[i]), day,
                            i < now || (i == now && i == last) ? GRAM_STEP_DONE
                            : i == now                         ? GRAM_STEP_NOW
                                                               : GRAM_STEP_COMING);
    }
}

void
gram_fleet_show_look (const GramFleetYearRow *row, GtkImage *image)
{
  static const GramChargeState looks[] = { GRAM_CHARGE_DUE, GRAM_CHARGE_DUE, GRAM_CHARGE_DUE,
                                           GRAM_CHARGE_OVERDUE, GRAM_CHARGE_SETTLED };
  guint place = place_of (row->state);

  gram_charge_show_look (looks[place], image);
  /* A year that runs asks for nothing yet. */
  if (place == 0)
    {
      gtk_image_set_from_icon_name (image, "x-office-calendar-symbolic");
      gtk_widget_set_css_classes (GTK_WIDGET (image), (const char *[]){ "dimmed", NULL });
    }
}

static void
add_grams (GramFigure *figure, const char *label, gint64 net)
{
  g_autofree char *value = gram_fleet_dup_net (net);

  gram_figure_add_input (figure, label, value);
}

static GramFigure *
net_figure_new (const GramFleetYearDetail *detail)
{
  g_autofree char *value = gram_fleet_dup_net (detail->row->net);
  g_autofree char *vehicles = gram_format_count (detail->row->vehicles);
  GramFigure *figure = gram_figure_new (_ ("Net Position"), value, NULL);

  for (guint i = 0; i < detail->months->len; i++)
    {
      const GramFleetMonth *month = detail->months->pdata[i];
      g_autofree char *title = gram_format_month (month->period, TRUE);

      add_grams (figure, title, month->net);
    }
  gram_figure_add_input (figure, _ ("Vehicles"), vehicles);
  if (detail->average_value != NULL)
    gram_figure_add_input (figure, _ ("Average of a Vehicle, g"), detail->average_value);
  gram_figure_set_formula (
      figure,
      _ ("Target less CO₂ value of each vehicle accepted in the year, as it was frozen then, added up without rounding. "
         "Above zero the year earns credits; below zero it is a shortfall."));
  gram_figure_set_article (figure, _ (ARTICLE));

  return figure;
}

static GramFigure *
result_figure_new (const GramFleetYearDetail *detail)
{
  const GramFleetYearRow *row = detail->row;
  g_autofree char *value = gram_fleet_dup_comes_to (row->credits, row->amount);
  g_autofree char *rate = gram_charge_dup_money (row->rate);
  GramFigure *figure = gram_figure_new (_ ("The Year Comes To"), value, NULL);

  add_grams (figure, _ ("Net Position"), row->net);
  if (row->carried_in > 0)
    {
      add_grams (figure, _ ("Borrowed from the Year Before"), -row->carried_in);
      add_grams (figure, _ ("Of It, Made Good"), row->carried_met);
    }
  gram_figure_add_input (figure, _ ("Rate for Each Gram"), rate);
  gram_figure_set_formula (
      figure,
      _ ("What was borrowed is met first. What is left above zero becomes credits of the year, one for each gram; a "
         "shortfall is grams × rate, to the cent."));
  gram_figure_set_article (figure, _ (ARTICLE));

  return figure;
}

static GramFigure *
forecast_figure_new (const GramFleetYearDetail *detail)
{
  const GramFleetForecast *forecast = &detail->forecast;
  g_autofree char *value = gram_fleet_dup_net (forecast->net_with);
  g_autofree char *vehicles = gram_format_count (forecast->vehicles);
  g_autofree char *unknown = gram_format_count (forecast->unknown);
  g_autofree char *result = gram_fleet_dup_comes_to (forecast->credits_with, forecast->amount_with);
  GramFigure *figure = gram_figure_new (_ ("Net with What Waits"), value, NULL);

  add_grams (figure, _ ("Net Position"), detail->row->net);
  gram_figure_add_input (figure, _ ("Vehicles Not Accepted Yet"), vehicles);
  add_grams (figure, _ ("What They Would Add"), forecast->net);
  gram_figure_add_input (figure, _ ("The Year Would Come To"), result);
  if (forecast->unknown > 0)
    gram_figure_add_input (figure, _ ("Vehicles without a Figure"), unknown);
  gram_figure_set_formula (
      figure,
      _ ("The net position if everything that is entered or ready were accepted today, by the rules of today. A "
         "forecast; nothing is promised by it."));
  gram_figure_set_article (figure, _ (ARTICLE));

  return figure;
}

GramFigure *
gram_fleet_figure_new (GramFleetTile tile, const GramFleetYearDetail *detail)
{
  g_return_val_if_fail (detail != NULL, NULL);

  switch (tile)
    {
    case GRAM_FLEET_TILE_NET:
      return net_figure_new (detail);
    case GRAM_FLEET_TILE_COMES_TO:
      return result_figure_new (detail);
    case GRAM_FLEET_TILE_FORECAST:
    default:
      return forecast_figure_new (detail);
    }
}

const GramChartSeries *
gram_fleet_series (guint *n_series)
{
  static GramChartSeries series[N_SERIES];

  g_return_val_if_fail (n_series != NULL, NULL);

  series[0] = (GramChartSeries){ _ ("Below target, g"), ADW_ACCENT_COLOR_BLUE, FALSE, GRAM_SCALE };
  series[1] = (GramChartSeries){ _ ("Over target, g"), ADW_ACCENT_COLOR_ORANGE, TRUE, GRAM_SCALE };
  *n_series = N_SERIES;

  return series;
}

GListModel *
gram_fleet_columns (const GramFleetYearDetail *detail)
{
  GListStore *columns = g_list_store_new (GRAM_TYPE_CHART_COLUMN);

  g_return_val_if_fail (detail != NULL, G_LIST_MODEL (columns));

  for (guint i = 0; i < detail->months->len; i++)
    {
      const GramFleetMonth *month = detail->months->pdata[i];
      const gint64 values[] = { month->credit, month->excess };
      g_autofree char *label = gram_format_month (month->period, FALSE);
      g_autofree char *title = gram_format_month (month->period, TRUE);
      g_autoptr (GramChartColumn) column
          = gram_chart_column_new (label, title, values, G_N_ELEMENTS (values));

      g_list_store_append (columns, column);
    }

  return G_LIST_MODEL (columns);
}
