/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-news.h"

#include "gram-calendar.h"
#include "gram-formats.h"
#include "gram-overview-news-private.h"

#include <glib/gi18n-lib.h>

#define MAX_DEADLINES 5

void
gram_news_free (GramNews *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->due);
  g_free (self->deadline);
  g_free (self);
}

gboolean
_gram_news_has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

char *
_gram_news_with_day (const char *format, const char *iso)
{
  g_autofree char *day = gram_format_date (iso);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, day);
#pragma GCC diagnostic pop
}

char *
_gram_news_with_instant (const char *format, gint64 instant)
{
  g_autofree char *day = gram_format_day_of_instant (instant);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, day);
#pragma GCC diagnostic pop
}

char *
_gram_news_day_of (const GramOverviewReading *reading, gint64 instant)
{
  GramAccountKind kind
      = reading->detail != NULL ? reading->detail->account->kind : GRAM_ACCOUNT_CCS_NEW;
  GramZone zone = gram_zone_of_scheme (gram_account_kind_scheme (kind));

  return gram_date_format (gram_date_from_instant (instant, zone));
}

gint64
_gram_news_days_to (const GramOverviewReading *reading, const char *due)
{
  GramDate from;
  GramDate to;

  if (reading->detail == NULL || due == NULL
      || !gram_date_parse (reading->detail->today, GRAM_DATE_ISO, &from, NULL)
      || !gram_date_parse (due, GRAM_DATE_ISO, &to, NULL))
    return G_MAXINT64;

  return gram_date_days_between (from, to);
}

char *
gram_overview_days_left (const char *today, const char *due)
{
  g_autofree char *count = NULL;
  GramDate from;
  GramDate to;
  gint64 days;

  if (today == NULL || due == NULL || !gram_date_parse (today, GRAM_DATE_ISO, &from, NULL)
      || !gram_date_parse (due, GRAM_DATE_ISO, &to, NULL))
    return NULL;

  days = gram_date_days_between (from, to);
  if (days < 0)
    return g_strdup (_ ("The day is over"));
  if (days == 0)
    return g_strdup (_ ("Today is the last day"));

  count = gram_format_count (days);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day left", "%s days left",
                                       (gulong)days),
                          count);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const GramNews *const *one = a;
  const GramNews *const *other = b;

  return g_strcmp0 ((*one)->due, (*other)->due);
}

GPtrArray *
gram_overview_deadlines (const GPtrArray *news)
{
  GPtrArray *deadlines = g_ptr_array_new ();

  g_return_val_if_fail (news != NULL, deadlines);

  for (guint i = 0; i < news->len; i++)
    if (((const GramNews *)news->pdata[i])->due != NULL)
      g_ptr_array_add (deadlines, news->pdata[i]);
  g_ptr_array_sort (deadlines, compare_due);
  if (deadlines->len > MAX_DEADLINES)
    g_ptr_array_set_size (deadlines, MAX_DEADLINES);

  return deadlines;
}

GPtrArray *
gram_overview_news (const GramOverviewReading *reading)
{
  GPtrArray *news;

  g_return_val_if_fail (reading != NULL, NULL);

  news = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_news_free);
  _gram_news_of_account (reading, news);
  _gram_news_of_ccs (reading, news);
  _gram_news_of_ccts (reading, news);
  _gram_news_of_cases (reading, news);
  _gram_news_of_people (reading, news);
  _gram_news_of_application (reading, news);

  return news;
}
