/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-news-private.h"

#include "gram-allowance-texts.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* Marks a text and its plural for translators; po/meson.build names the keyword. */
#define NP_(singular, plural) singular, plural

/* Notifications of trades that are counted, and opened; 0: those of others that name the account. */
static const struct
{
  const char *id;
  GramWorkGroup group;
  const char *icon_name;
  const char *style;
  guint states;
  const char *singular;
  const char *plural;
  const char *subtitle;
} trades[] = {
  { "trade-names-you", GRAM_WORK_TO_DO, "gram-trade-symbolic", "warning", 0,
    NP_ ("%s notification of another party names this account",
         "%s notifications of other parties name this account"),
    N_ ("Notify yours if it is right: a trade needs both (art. 37(3))") },
  { "trade-differs", GRAM_WORK_TO_DO, "dialog-warning-symbolic", "warning", GRAM_TRADE_DIFFERING,
    NP_ ("%s notification differs from the other party’s",
         "%s notifications differ from the other party’s"),
    N_ ("Agree with the other party on what is right; then one of you changes theirs") },
  { "trade-waiting", GRAM_WORK_IN_PROGRESS, "content-loading-symbolic", NULL, GRAM_TRADE_WAITING,
    NP_ ("%s notification waits for the other party", "%s notifications wait for the other party"),
    N_ ("Until it notifies the same, nothing is traded") },
  { "trade-matched", GRAM_WORK_IN_PROGRESS, "gram-trade-symbolic", NULL, GRAM_TRADE_MATCHED,
    NP_ ("%s trade waits for the administrator", "%s trades wait for the administrator"),
    N_ ("Both parties notified the same") },
};

static GramNews *
news_new (const GramOverviewReading *reading,
          const char *id,
          GramWorkGroup group,
          const char *icon_name,
          const char *style)
{
  GramNews *news = g_new0 (GramNews, 1);

  news->id = id;
  /* What others have to do is in progress. */
  news->group = group == GRAM_WORK_TO_DO && !reading->member ? GRAM_WORK_IN_PROGRESS : group;
  news->icon_name = icon_name;
  news->style = style;
  news->target = GRAM_NEWS_ALLOWANCES;

  return news;
}

static void
add_trades (const GramOverviewReading *reading, GPtrArray *news)
{
  for (gsize i = 0; reading->trades != NULL && i < G_N_ELEMENTS (trades); i++)
    {
      gint64 count = trades[i].states == 0
                         ? reading->trades->naming
                         : gram_trade_counts_select (&reading->trades->counts, trades[i].states);
      g_autofree char *number = gram_format_count (count);
      GramNews *told;

      if (count == 0)
        continue;

      told
          = news_new (reading, trades[i].id, trades[i].group, trades[i].icon_name, trades[i].style);
      told->target = GRAM_NEWS_TRADES;
      told->states = trades[i].states;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      told->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, trades[i].singular,
                                                  trades[i].plural, (gulong)count),
                                     number);
#pragma GCC diagnostic pop
      told->subtitle = g_strdup (_ (trades[i].subtitle));
      g_ptr_array_add (news, told);
    }
}

/* While the window is open: what is missing, what is to be surrendered, what is left. */
static void
add_year (const GramOverviewReading *reading, const GramAllowanceYear *year, GPtrArray *news)
{
  g_autoptr (GramAllowanceStanding) standing = NULL;
  g_autofree char *missing = gram_allowance_dup_amount (year->shortfall_left);
  GramNews *told;

  if (!year->participant || year->closed || !year->window_open || year->days_left < 0)
    return;

  standing = gram_allowance_standing_new (year);
  if (year->shortfall_left > 0)
    {
      told = news_new (reading, "allowances-missing", GRAM_WORK_TO_DO, "dialog-warning-symbolic",
                       "warning");
      /* Translators: a number of allowances, a year */
      told->title
          = g_strdup_printf (_ ("%1$s allowances are missing for %2$d"), missing, year->year);
    }
  else if (year->surrender_limit > 0)
    {
      told = news_new (reading, "allowances-surrender", GRAM_WORK_TO_DO, "gram-allowance-symbolic",
                       NULL);
      /* Translators: %d is a year */
      told->title = g_strdup_printf (_ ("Allowances of %d are to be surrendered"), year->year);
    }
  else
    {
      told = news_new (reading, "allowances-surrendered", GRAM_WORK_AWARENESS,
                       "object-select-symbolic", "success");
      /* Translators: %d is a year */
      told->title = g_strdup_printf (_ ("All that %d needs is surrendered"), year->year);
    }
  told->subtitle = g_strdup (standing->sentence);
  told->due = gram_date_format (year->surrender_by);
  /* Translators: %d is a year */
  told->deadline
      = g_strdup_printf (gram_date_days_between (year->window.last, year->surrender_by) == 0
                             ? _ ("Last day of trading and surrender of %d")
                             : _ ("Last day of surrender of %d"),
                         year->year);
  g_ptr_array_add (news, told);
}

static void
add_notice (const GramOverviewReading *reading, const GramPaymentNoticeRow *row, GPtrArray *news)
{
  gboolean overdue = row->state == GRAM_PAYMENT_NOTICE_OVERDUE;
  g_autofree char *left = gram_format_money (row->left, "GBP");
  GramNews *told;

  if (row->state == GRAM_PAYMENT_NOTICE_APPEALED)
    {
      told = news_new (reading, "payment-appealed", GRAM_WORK_IN_PROGRESS,
                       "content-loading-symbolic", NULL);
      /* Translators: %s is the number of a payment notice */
      told->title = g_strdup_printf (_ ("Payment notice %s is under appeal"), row->record->number);
      told->subtitle = g_strdup (_ ("Nothing is collected until the appeal has ended"));
      g_ptr_array_add (news, told);
      return;
    }
  if (row->left == 0)
    return;

  told = news_new (reading, overdue ? "payment-overdue" : "payment-due", GRAM_WORK_TO_DO,
                   "dialog-warning-symbolic", overdue ? "error" : "warning");
  told->title
      /* Translators: an amount of money, a year */
      = g_strdup_printf (overdue ? _ ("The payment of %1$s for %2$d is overdue")
                                 : _ ("A payment of %1$s for %2$d is due"),
                         left, row->record->year);
  told->subtitle = _gram_news_with_day (
      /* Translators: %s is a day */
      overdue ? _ ("It was due by %s; the payment notice says how to pay")
              : _ ("Pay by %s; the payment notice says how, and how to appeal"),
      row->record->due_on);
  told->due = g_strdup (row->record->due_on);
  /* Translators: %s is the number of a payment notice */
  told->deadline = g_strdup_printf (_ ("Last day to pay payment notice %s"), row->record->number);
  g_ptr_array_add (news, told);
}

void
_gram_news_of_ccts (const GramOverviewReading *reading, GPtrArray *news)
{
  for (guint i = 0; reading->notices != NULL && i < reading->notices->len; i++)
    add_notice (reading, reading->notices->pdata[i], news);
  /* The oldest year first: its last day is the next one. */
  for (guint i = reading->years != NULL ? reading->years->len : 0; i > 0; i--)
    add_year (reading, reading->years->pdata[i - 1], news);
  add_trades (reading, news);
}
