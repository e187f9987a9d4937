/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-news-private.h"

#include <glib/gi18n-lib.h>

/* For whom a state of the application is something to do. */
typedef enum
{
  WHO_NOBODY,
  WHO_APPLIES,
  WHO_DECIDES,
} Who;

/* A state, who has to act, and what the row says; a sentence with %s takes the text or the day beside it. */
static const struct
{
  GramApplicationState state;
  const char *id;
  Who who;
  GramWorkGroup otherwise;
  const char *title;
  const char *subtitle;
} states[] = {
  { GRAM_APPLICATION_DRAFT, "application-draft", WHO_APPLIES, GRAM_WORK_IN_PROGRESS,
    N_ ("The application for Fleet Average is a draft"), N_ ("Complete it and submit it") },
  { GRAM_APPLICATION_INFORMATION_ASKED, "application-information", WHO_APPLIES,
    GRAM_WORK_IN_PROGRESS,
    N_ ("The administrator asks for more about the application for Fleet Average"), NULL },
  { GRAM_APPLICATION_SUBMITTED, "application-submitted", WHO_DECIDES, GRAM_WORK_IN_PROGRESS,
    N_ ("The application for Fleet Average is submitted"),
    N_ ("Submitted on %s; waits for a decision") },
  { GRAM_APPLICATION_APPROVED, "application-approved", WHO_NOBODY, GRAM_WORK_AWARENESS,
    N_ ("Fleet Average is approved from %s"), N_ ("Until then Pay As You Go goes on") },
  { GRAM_APPLICATION_SUSPENDED, "application-suspended", WHO_NOBODY, GRAM_WORK_AWARENESS,
    N_ ("Fleet Average is suspended"), N_ ("Vehicles accepted meanwhile are under Pay As You Go") },
};

static void
fill (const GramOverviewReading *reading, guint row, GramNews *news)
{
  const GramApplicationRecord *application = reading->detail->application;

  news->title = g_strdup (_ (states[row].title));
  switch (application->state)
    {
    case GRAM_APPLICATION_INFORMATION_ASKED:
      news->subtitle = g_strdup (application->question);
      break;
    case GRAM_APPLICATION_SUBMITTED:
      news->subtitle
          = _gram_news_with_instant (_ (states[row].subtitle), application->submitted_at);
      break;
    case GRAM_APPLICATION_APPROVED:
      g_free (news->title);
      news->title
          = _gram_news_with_day (_ (states[row].title), reading->detail->charge_scheme_from);
      news->subtitle = g_strdup (_ (states[row].subtitle));
      news->due = g_strdup (reading->detail->charge_scheme_from);
      news->deadline = g_strdup (_ ("Fleet Average begins"));
      break;
    case GRAM_APPLICATION_DRAFT:
    case GRAM_APPLICATION_SUSPENDED:
    case GRAM_APPLICATION_DECLINED:
    case GRAM_APPLICATION_WITHDRAWN:
    case GRAM_APPLICATION_REVOKED:
    default:
      news->subtitle = g_strdup (_ (states[row].subtitle));
    }
}

void
_gram_news_of_application (const GramOverviewReading *reading, GPtrArray *news)
{
  const GramApplicationRecord *application
      = reading->detail != NULL ? reading->detail->application : NULL;

  if (application == NULL || reading->detail->state == GRAM_ACCOUNT_CLOSED)
    return;
  /* Approved, and the day has come: it is how the account is, and no news. */
  if (application->state == GRAM_APPLICATION_APPROVED
      && reading->detail->charge_scheme_from == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GramNews *told;
      gboolean mine;

      if (states[i].state != application->state)
        continue;

      mine = (states[i].who == WHO_APPLIES && reading->may_apply)
             || (states[i].who == WHO_DECIDES && reading->decides);
      told = g_new0 (GramNews, 1);
      told->id = states[i].id;
      told->group = mine ? GRAM_WORK_TO_DO : states[i].otherwise;
      told->icon_name = "document-edit-symbolic";
      told->target
          = mine && states[i].who == WHO_APPLIES ? GRAM_NEWS_APPLICATION : GRAM_NEWS_ACCOUNT;
      fill (reading, i, told);
      g_ptr_array_add (news, told);
    }
}
