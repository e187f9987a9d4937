/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-credits.h"

#include "gram-ccs.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIFE "CCS facts §7"
#define USE "LTA 1998 s 177, s 182"
#define FIRST_YEAR 2000
#define LAST_YEAR 2200
#define YEAR_DIGITS 4

static int
by_year (gconstpointer a, gconstpointer b)
{
  const GramCcsCredits *x = a;
  const GramCcsCredits *y = b;

  return (x->year > y->year) - (x->year < y->year);
}

static gboolean
parse_line (const char *text, GramCcsCredits *line)
{
  char year[YEAR_DIGITS + 1] = "";
  gint64 number;

  if (strlen (text) < YEAR_DIGITS + 2 || text[YEAR_DIGITS] != '=')
    return FALSE;
  memcpy (year, text, YEAR_DIGITS);
  if (strspn (year, "0123456789") != YEAR_DIGITS || !gram_decimal_parse (year, 0, &number, NULL)
      || number < FIRST_YEAR || number > LAST_YEAR)
    return FALSE;

  line->year = (int)number;
  return gram_decimal_parse (text + YEAR_DIGITS + 1, GRAM_DECIMAL_SCALE_MONEY, &line->credits, NULL)
         && line->credits > 0;
}

GArray *
gram_ccs_credits_parse (const char *const *texts, GramRefusal **refusal)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      GramCcsCredits line;

      if (!parse_line (texts[i], &line))
        {
          gram_refuse (refusal, "credits.form", USE,
                       _ ("“%s” is not a year and its credits; write it as 2025=15.55"), texts[i]);
          return NULL;
        }
      g_array_append_val (lines, line);
    }

  g_array_sort (lines, by_year);
  for (guint i = 1; i < lines->len; i++)
    if (g_array_index (lines, GramCcsCredits, i).year
        == g_array_index (lines, GramCcsCredits, i - 1).year)
      {
        gram_refuse (refusal, "credits.twice", USE,
                     _ ("Credits of %d were chosen twice; add them up"),
                     g_array_index (lines, GramCcsCredits, i).year);
        return NULL;
      }

  return g_steal_pointer (&lines);
}

gboolean
gram_ccs_credits_sum (const GramCcsCredits *lines, gsize n_lines, gint64 *sum)
{
  gint64 total = 0;

  for (gsize i = 0; i < n_lines; i++)
    if (!gram_decimal_add (total, lines[i].credits, &total))
      return FALSE;

  *sum = total;
  return TRUE;
}

gboolean
gram_ccs_credits_live (const GramCcsRules *rules, int year, GramDate today)
{
  return gram_date_compare (today, gram_ccs_credit_lapse (rules, year)) <= 0;
}

static gint64
held (const GramCcsCredits *holdings, gsize n_holdings, int year)
{
  gint64 credits = 0;

  for (gsize i = 0; i < n_holdings; i++)
    if (holdings[i].year == year)
      credits += holdings[i].credits;

  return credits;
}

static gboolean
check_chosen (const GramCcsRules *rules,
              const GramCcsCredits *holdings,
              gsize n_holdings,
              const GramCcsCredits *line,
              GramDate today,
              GramRefusal **refusal)
{
  gint64 there = held (holdings, n_holdings, line->year);
  g_autofree char *has = _gram_amount_for_people (there, GRAM_DECIMAL_SCALE_MONEY);

  if (there < line->credits)
    return gram_refuse (refusal, "credits.not-held", USE,
                        _ ("Of %d there are %s credits to use; choose fewer"), line->year, has);
  if (!gram_ccs_credits_live (rules, line->year, today))
    return gram_refuse (refusal, "credits.lapsed", LIFE,
                        _ ("Credits of %d have lapsed; choose others"), line->year);
  return TRUE;
}

static GArray *
pick_chosen (const GramCcsRules *rules,
             const GramCcsCredits *holdings,
             gsize n_holdings,
             const GramCcsCredits *chosen,
             gsize n_chosen,
             gint64 at_most,
             GramDate today,
             GramRefusal **refusal)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));
  g_autofree char *most = _gram_amount_for_people (at_most, GRAM_DECIMAL_SCALE_MONEY);
  gint64 sum;

  if (n_chosen == 0)
    {
      gram_refuse (refusal, "credits.none-chosen", USE,
                   _ ("No credits are chosen; choose the years, or let the oldest be used first"));
      return NULL;
    }
  for (gsize i = 0; i < n_chosen; i++)
    if (!check_chosen (rules, holdings, n_holdings, &chosen[i], today, refusal))
      return NULL;
  if (!gram_ccs_credits_sum (chosen, n_chosen, &sum) || sum > at_most)
    {
      gram_refuse (refusal, "credits.too-many", USE,
                   _ ("That is more than %s credits, the most that can be used here; choose fewer"),
                   most);
      return NULL;
    }

  g_array_append_vals (lines, chosen, (guint)n_chosen);
  g_array_sort (lines, by_year);
  return g_steal_pointer (&lines);
}

static GArray *
pick_oldest (const GramCcsRules *rules,
             const GramCcsCredits *holdings,
             gsize n_holdings,
             gint64 at_most,
             GramDate today)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));

  if (n_holdings > 0)
    g_array_append_vals (sorted, holdings, (guint)n_holdings);
  g_array_sort (sorted, by_year);
  for (guint i = 0; i < sorted->len && at_most > 0; i++)
    {
      GramCcsCredits line = g_array_index (sorted, GramCcsCredits, i);

      line.credits = MIN (line.credits, at_most);
      if (line.credits <= 0 || !gram_ccs_credits_live (rules, line.year, today))
        continue;
      g_array_append_val (lines, line);
      at_most -= line.credits;
    }

  return lines;
}

GArray *
gram_ccs_credits_pick (const GramCcsRules *rules,
                       const GramCcsCredits *holdings,
                       gsize n_holdings,
                       GramCreditUse use,
                       const GramCcsCredits *chosen,
                       gsize n_chosen,
                       gint64 at_most,
                       GramDate today,
                       GramRefusal **refusal)
{
  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (holdings != NULL || n_holdings == 0, NULL);
  g_return_val_if_fail (chosen != NULL || n_chosen == 0, NULL);

  if (use == GRAM_CREDIT_USE_CHOSEN)
    return pick_chosen (rules, holdings, n_holdings, chosen, n_chosen, at_most, today, refusal);
  return pick_oldest (rules, holdings, n_holdings, use == GRAM_CREDIT_USE_OLDEST ? at_most : 0,
                      today);
}

GArray *
gram_ccs_credits_give_back (const GramCcsCredits *used, gsize n_used, gint64 credits)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));

  if (n_used > 0)
    g_array_append_vals (sorted, used, (guint)n_used);
  g_array_sort (sorted, by_year);
  for (guint i = sorted->len; i > 0 && credits > 0; i--)
    {
      GramCcsCredits line = g_array_index (sorted, GramCcsCredits, i - 1);

      line.credits = MIN (line.credits, credits);
      if (line.credits <= 0)
        continue;
      g_array_append_val (lines, line);
      credits -= line.credits;
    }

  return lines;
}

int
gram_ccs_lapse_warning (const GramCcsRules *rules, GramDate on, GramDate today)
{
  gint64 left = gram_date_days_between (today, on);

  g_return_val_if_fail (rules != NULL, 0);

  for (guint i = rules->terms->n_warn_days; left >= 0 && i > 0; i--)
    if (left <= rules->terms->warn_days[i - 1])
      return rules->terms->warn_days[i - 1];

  return 0;
}

static int
by_day (gconstpointer a, gconstpointer b)
{
  return gram_date_compare (((const GramCcsLapse *)a)->on, ((const GramCcsLapse *)b)->on);
}

static GramCcsLapse *
find_lapse (GArray *lapses, GramDate on)
{
  for (guint i = 0; i < lapses->len; i++)
    if (gram_date_compare (g_array_index (lapses, GramCcsLapse, i).on, on) == 0)
      return &g_array_index (lapses, GramCcsLapse, i);

  return NULL;
}

GArray *
gram_ccs_lapse_calendar (const GramCcsRules *rules,
                         const GramCcsCredits *holdings,
                         gsize n_holdings,
                         GramDate today)
{
  GArray *lapses = g_array_new (FALSE, TRUE, sizeof (GramCcsLapse));

  g_return_val_if_fail (rules != NULL, lapses);

  for (gsize i = 0; i < n_holdings; i++)
    {
      int year = holdings[i].year;
      GramCcsLapse new
          = { .on = gram_ccs_credit_lapse (rules, year), .first_year = year, .last_year = year };
      GramCcsLapse *lapse = find_lapse (lapses, new.on);

      if (holdings[i].credits <= 0)
        continue;
      if (lapse == NULL)
        {
          new.days_left = gram_date_days_between (today, new.on);
          new.warning = gram_ccs_lapse_warning (rules, new.on, today);
          g_array_append_val (lapses, new);
          lapse = &g_array_index (lapses, GramCcsLapse, lapses->len - 1);
        }
      lapse->credits += holdings[i].credits;
      lapse->first_year = MIN (lapse->first_year, year);
      lapse->last_year = MAX (lapse->last_year, year);
    }

  g_array_sort (lapses, by_day);
  return lapses;
}
