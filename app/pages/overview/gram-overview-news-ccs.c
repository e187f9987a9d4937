/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-news-private.h"

#include "gram-ccs-words.h"
#include "gram-dashboard-figures.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

static GramNews *
add (const GramOverviewReading *reading,
     GPtrArray *news,
     const char *id,
     GramWorkGroup group,
     const char *style,
     GramNewsTarget target)
{
  GramNews *told = g_new0 (GramNews, 1);

  told->id = id;
  /* What others have to do is in progress. */
  told->group = group == GRAM_WORK_TO_DO && !reading->member ? GRAM_WORK_IN_PROGRESS : group;
  told->icon_name = style != NULL ? "dialog-warning-symbolic" : "content-loading-symbolic";
  told->style = style;
  told->target = target;
  g_ptr_array_add (news, told);

  return told;
}

static void
tell_overdue (const GramOverviewReading *reading, GPtrArray *news)
{
  const GramDashboard *dashboard = reading->dashboard;
  g_autofree char *money = gram_format_money (dashboard->overdue, "NZD");
  GramNews *told;

  if (dashboard->overdue == 0)
    return;

  told = add (reading, news, "charges-overdue", GRAM_WORK_TO_DO, "error", GRAM_NEWS_CHARGES);
  told->states = GRAM_CHARGE_OVERDUE;
  /* Translators: %s is an amount of money */
  told->title = g_strdup_printf (_ ("Charges of %s are overdue"), money);
  told->subtitle = _gram_news_with_day (
      /* Translators: %s is a day */
      _ ("Since %s. Pay with credits or with money"), dashboard->overdue_since);
}

static void
tell_due (const GramOverviewReading *reading, GPtrArray *news)
{
  const GramDashboard *dashboard = reading->dashboard;
  gint64 due = dashboard->outstanding - dashboard->overdue;
  g_autofree char *money = gram_format_money (due, "NZD");
  GramNews *told;

  if (due <= 0)
    return;

  told = add (reading, news, "charges-due", GRAM_WORK_TO_DO, "warning", GRAM_NEWS_CHARGES);
  told->states = GRAM_CHARGE_DUE;
  /* Translators: %s is an amount of money */
  told->title = g_strdup_printf (_ ("Charges of %s are to be paid"), money);
  if (dashboard->next_due_on == NULL)
    {
      told->subtitle = g_strdup (_ ("With credits or with money"));
      return;
    }
  /* Translators: %s is a day */
  told->subtitle
      = _gram_news_with_day (_ ("With credits or with money, by %s"), dashboard->next_due_on);
  told->due = g_strdup (dashboard->next_due_on);
  told->deadline = g_strdup (_ ("Last day to pay charges"));
}

static void
tell_year (const GramOverviewReading *reading, GPtrArray *news)
{
  const GramDashboard *dashboard = reading->dashboard;
  GramNews *told;

  if (dashboard->open_year == 0)
    return;

  told = add (reading, news, "fleet-year-over", GRAM_WORK_IN_PROGRESS, NULL, GRAM_NEWS_CHARGES);
  told->states = 0;
  /* Translators: %d is a year */
  told->title = g_strdup_printf (_ ("Fleet Average %d is over"), dashboard->open_year);
  told->subtitle = g_strdup (_ ("The administrator settles the year; then credits or an invoice "
                                "come"));
}

/* Credits whose days of warning have come. */
static void
tell_lapses (const GramOverviewReading *reading, GPtrArray *news)
{
  const GramDashboard *dashboard = reading->dashboard;

  for (guint i = 0; i < dashboard->credits->len; i++)
    {
      const GramDashboardCredit *credit = dashboard->credits->pdata[i];
      g_autofree char *amount = gram_dashboard_dup_grams (credit->amount + credit->reserved);
      GramNews *told;

      if (!credit->warned)
        continue;
      told = add (reading, news, "credits-lapse", GRAM_WORK_TO_DO, "warning", GRAM_NEWS_CREDITS);
      /* Translators: an amount of credits, a year */
      told->title = g_strdup_printf (_ ("Credits of %2$d lapse: %1$s"), amount, credit->year);
      told->subtitle
          /* Translators: %s is a day */
          = _gram_news_with_day (_ ("Use or transfer them by %s"), credit->lapses_on);
      told->due = g_strdup (credit->lapses_on);
      /* Translators: %d is a year */
      told->deadline = g_strdup_printf (_ ("Last day of the credits of %d"), credit->year);
    }
}

/* Transfers that wait for somebody: each is a day that the person has to keep in mind. */
static void
tell_transfers (const GramOverviewReading *reading, GPtrArray *news)
{
  for (guint i = 0; reading->deadlines != NULL && i < reading->deadlines->len; i++)
    {
      const GramDeadline *deadline = reading->deadlines->pdata[i];
      GramNews *told;

      if (g_strcmp0 (deadline->subject, "transfer") != 0)
        continue;
      told = add (reading, news, "transfer", GRAM_WORK_TO_DO, NULL, GRAM_NEWS_CREDITS);
      told->icon_name = "gram-trade-symbolic";
      told->title = g_strdup (deadline->title);
      /* Translators: %s is a day */
      told->subtitle = _gram_news_with_day (_ ("By %s; then the offer lapses"), deadline->on);
      told->due = g_strdup (deadline->on);
      told->deadline = g_strdup (deadline->title);
    }
}

void
_gram_news_of_ccs (const GramOverviewReading *reading, GPtrArray *news)
{
  if (reading->dashboard == NULL)
    return;

  tell_overdue (reading, news);
  tell_due (reading, news);
  tell_transfers (reading, news);
  tell_lapses (reading, news);
  tell_year (reading, news);
}
