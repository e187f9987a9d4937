/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-news-private.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* What stands in the way of the account's work goes before all that is to do in it. A rule fills what it has to say in
   and answers whether it has. */
typedef struct
{
  const char *id;
  GramWorkGroup group;
  const char *icon_name;
  const char *style;
  gboolean (*tell) (const GramOverviewReading *reading, GramNews *news);
} Rule;

static const GramMeasureRecord *
find_measure (const GramAccountDetail *detail, GramMeasureKind kind, GramMeasureState state)
{
  for (guint i = 0; detail->measures != NULL && i < detail->measures->len; i++)
    {
      const GramMeasureRecord *measure = detail->measures->pdata[i];

      if (measure->kind == kind && measure->state == state)
        return measure;
    }

  return NULL;
}

/* “20 days left. Records of three vehicles are missing” */
static char *
dup_left_and (const GramOverviewReading *reading, const char *due, const char *text)
{
  char *left = gram_overview_days_left (reading->detail->today, due);
  g_autofree char *owned = left;

  if (left == NULL)
    return g_strdup (text != NULL ? text : "");
  if (!_gram_news_has_text (text))
    return g_steal_pointer (&owned);

  /* Translators: how many days are left, and a sentence */
  return g_strdup_printf (_ ("%1$s. %2$s"), left, text);
}

static gboolean
suspended (const GramOverviewReading *reading, GramNews *news)
{
  const GramMeasureRecord *measure
      = find_measure (reading->detail, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_IN_FORCE);

  if (reading->detail->state != GRAM_ACCOUNT_SUSPENDED || measure == NULL)
    return FALSE;

  news->due = g_strdup (measure->until);
  news->deadline = g_strdup (_ ("Last day of the suspension"));
  /* Translators: %s is a day */
  news->title = _gram_news_with_instant (_ ("Suspended since %s"), measure->began_at);
  if (reading->administers)
    {
      news->group = GRAM_WORK_AWARENESS;
      /* Translators: %s is a day */
      news->subtitle
          = _gram_news_with_day (_ ("Until %s, unless it is reinstated earlier"), measure->until);
      return TRUE;
    }

  news->subtitle = _gram_news_with_day (
      /* Translators: %s is a day */
      _ ("Until %s. Put right what it was suspended for and tell the administrator, who can "
         "reinstate it earlier"),
      measure->until);

  return TRUE;
}

static gboolean
blocked (const GramOverviewReading *reading, GramNews *news)
{
  const GramMeasureRecord *measure
      = find_measure (reading->detail, GRAM_MEASURE_BLOCK, GRAM_MEASURE_IN_FORCE);

  if (reading->detail->state != GRAM_ACCOUNT_BLOCKED || measure == NULL)
    return FALSE;

  /* Translators: %s is a day */
  news->title = _gram_news_with_instant (_ ("Blocked since %s"), measure->began_at);
  if (!_gram_news_has_text (measure->until))
    {
      news->subtitle = g_strdup (_ ("Until the administrator lifts it. Surrender and payment stay "
                                    "due on their days"));
      return TRUE;
    }

  news->due = g_strdup (measure->until);
  news->deadline = g_strdup (_ ("Last day of the block"));
  news->subtitle = _gram_news_with_day (
      /* Translators: %s is a day */
      _ ("Until %s. Surrender and payment stay due on their days"), measure->until);

  return TRUE;
}

static gboolean
noticed (const GramOverviewReading *reading, GramNews *news)
{
  const GramMeasureRecord *measure
      = find_measure (reading->detail, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_NOTIFIED);

  if (measure == NULL)
    return FALSE;

  news->due = g_strdup (measure->remedy_by);
  news->deadline = g_strdup (_ ("Last day to put right what the notice names"));
  /* Translators: %s is a day */
  news->title = _gram_news_with_day (_ ("Notice before a suspension: put it right by %s"),
                                     measure->remedy_by);
  news->subtitle = dup_left_and (reading, measure->remedy_by, measure->reason);

  return TRUE;
}

static gboolean
closing_noticed (const GramOverviewReading *reading, GramNews *news)
{
  const GramClosingRecord *closing = reading->detail->closing;

  if (closing == NULL || closing->state != GRAM_CLOSING_NOTIFIED
      || reading->detail->state == GRAM_ACCOUNT_CLOSED)
    return FALSE;

  news->due = g_strdup (closing->object_by);
  news->deadline = g_strdup (_ ("Last day to object to the closing"));
  if (closing->objected_at != 0)
    {
      news->group = GRAM_WORK_IN_PROGRESS;
      news->title = g_strdup (_ ("Notice of closing: an objection was made"));
      /* Translators: %s is a day */
      news->subtitle = _gram_news_with_instant (
          _ ("Made on %s; the administrator drops the notice or closes the account"),
          closing->objected_at);
      return TRUE;
    }

  /* Translators: %s is a day */
  news->title = _gram_news_with_day (_ ("Notice of closing: object by %s"), closing->object_by);
  news->subtitle = dup_left_and (reading, closing->object_by,
                                 _ ("If the account is still needed, object and say why"));

  return TRUE;
}

static gboolean
closing (const GramOverviewReading *reading, GramNews *news)
{
  const GramClosingRecord *record = reading->detail->closing;

  if (reading->detail->state != GRAM_ACCOUNT_CLOSING || record == NULL)
    return FALSE;

  /* Translators: %s is a day */
  news->title = _gram_news_with_instant (_ ("Closing was asked for on %s"), record->opened_at);
  if (reading->decides)
    {
      news->group = GRAM_WORK_TO_DO;
      news->subtitle = g_strdup (_ ("Check the list once more, then close the account or refuse"));
    }
  else
    news->subtitle = g_strdup (
        _ ("The administrator checks the list again and decides; until then the owner can "
           "withdraw it"));

  return TRUE;
}

static gboolean
closed (const GramOverviewReading *reading, GramNews *news)
{
  const GramClosingRecord *record = reading->detail->closing;

  if (reading->detail->state != GRAM_ACCOUNT_CLOSED)
    return FALSE;

  if (record != NULL && record->decided_at != 0)
    /* Translators: %s is a day */
    news->title = _gram_news_with_instant (_ ("Closed since %s"), record->decided_at);
  else
    news->title = g_strdup (_ ("The account is closed"));
  news->subtitle = g_strdup (
      _ ("Everything stays readable; whoever needs an account again sets up a new one"));

  return TRUE;
}

static gboolean
verification (const GramOverviewReading *reading, GramNews *news)
{
  const char *until = reading->detail->account->aml_until;
  gint64 days = _gram_news_days_to (reading, until);

  if (reading->detail->state == GRAM_ACCOUNT_CLOSED || !_gram_news_has_text (until))
    return FALSE;

  if (reading->detail->aml == GRAM_AML_EXPIRED)
    {
      /* Translators: %s is a day */
      news->title = _gram_news_with_day (_ ("The holder’s verification ended on %s"), until);
      news->subtitle
          = g_strdup (_ ("Transfers need one that counts: give the administrator new documents"));
      return TRUE;
    }
  if (reading->detail->aml != GRAM_AML_VERIFIED || days > GRAM_NEWS_VERIFICATION_DAYS)
    return FALSE;

  news->due = g_strdup (until);
  news->deadline = g_strdup (_ ("Last day of the holder’s verification"));
  /* Translators: %s is a day */
  news->title = _gram_news_with_day (_ ("The holder’s verification ends on %s"), until);
  news->subtitle
      = dup_left_and (reading, until, _ ("Give the administrator new documents in time"));

  return TRUE;
}

static const Rule rules[] = {
  { "suspended", GRAM_WORK_TO_DO, "dialog-warning-symbolic", "warning", suspended },
  { "blocked", GRAM_WORK_TO_DO, "dialog-error-symbolic", "error", blocked },
  { "notice", GRAM_WORK_TO_DO, "dialog-warning-symbolic", "warning", noticed },
  { "closing-notice", GRAM_WORK_TO_DO, "dialog-warning-symbolic", "warning", closing_noticed },
  { "closing", GRAM_WORK_IN_PROGRESS, "content-loading-symbolic", NULL, closing },
  { "closed", GRAM_WORK_AWARENESS, "changes-prevent-symbolic", NULL, closed },
  { "verification", GRAM_WORK_TO_DO, "dialog-warning-symbolic", "warning", verification },
};

void
_gram_news_of_account (const GramOverviewReading *reading, GPtrArray *news)
{
  if (reading->detail == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GramNews) told = g_new0 (GramNews, 1);

      told->id = rules[i].id;
      told->group = rules[i].group;
      told->icon_name = rules[i].icon_name;
      told->style = rules[i].style;
      told->target = GRAM_NEWS_ACCOUNT;
      if (rules[i].tell (reading, told))
        g_ptr_array_add (news, g_steal_pointer (&told));
    }
}
