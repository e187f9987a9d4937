/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-news-private.h"

#include "gram-formats.h"
#include "gram-waiting-dialogs.h"

#include <glib/gi18n-lib.h>

static GramNews *
news_new (const char *id,
          GramWorkGroup group,
          const char *icon_name,
          GramNewsTarget target,
          guint position)
{
  GramNews *self = g_new0 (GramNews, 1);

  self->id = id;
  self->group = group;
  self->icon_name = icon_name;
  self->target = target;
  self->position = position;

  return self;
}

/* Who it waits for: me, others whose approval I asked for, others. */
static void
tell_request (const GramOverviewReading *reading,
              const GramRequestRow *request,
              guint position,
              GPtrArray *news)
{
  gboolean mine = request->withdraw == NULL;
  gboolean for_me = request->approve == NULL;
  GramNews *told = news_new (for_me ? "request-for-me" : (mine ? "request-of-mine" : "request"),
                             for_me ? GRAM_WORK_TO_DO : GRAM_WORK_IN_PROGRESS,
                             "security-medium-symbolic", GRAM_NEWS_REQUEST, position);
  g_autofree char *day = gram_format_day_of_instant (request->lapses_at);

  if (for_me)
    /* Translators: %s is what waits for a second person, for example “Closing of the account” */
    told->title = g_strdup_printf (_ ("Approve or decline: %s"), gram_request_title (request));
  else
    /* Translators: %s is what waits for a second person, for example “Closing of the account” */
    told->title
        = g_strdup_printf (_ ("Waits for a second person: %s"), gram_request_title (request));
  if (mine)
    {
      g_autofree char *who
          = request->approvers != NULL ? g_strjoinv (", ", request->approvers) : g_strdup ("");

      told->subtitle
          = *who != '\0'
                /* Translators: %1$s are names, %2$s is a day */
                ? g_strdup_printf (_ ("You prepared it. May approve: %1$s; lapses on %2$s"), who,
                                   day)
                /* Translators: %s is a day */
                : g_strdup_printf (_ ("You prepared it. Nobody may approve it now; lapses on %s"),
                                   day);
    }
  else
    /* Translators: %1$s is a name, %2$s is a day */
    told->subtitle
        = g_strdup_printf (_ ("Prepared by %1$s; lapses on %2$s"), request->prepared_name, day);
  told->due = _gram_news_day_of (reading, request->lapses_at);
  /* Translators: %s is what waits for a second person */
  told->deadline = g_strdup_printf (_ ("Request lapses: %s"), gram_request_title (request));
  g_ptr_array_add (news, told);
}

static void
tell_handover (const GramOverviewReading *reading,
               const GramHandoverRow *handover,
               guint position,
               GPtrArray *news)
{
  gboolean for_me = g_strcmp0 (handover->to_email, reading->email) == 0;
  GramNews *told = news_new (for_me ? "handover-for-me" : "handover",
                             for_me ? GRAM_WORK_TO_DO : GRAM_WORK_IN_PROGRESS,
                             "system-users-symbolic", GRAM_NEWS_HANDOVER, position);
  g_autofree char *day = gram_format_day_of_instant (handover->lapses_at);

  if (for_me)
    told->title = g_strdup (_ ("The ownership is offered to you"));
  else
    /* Translators: %s is a name */
    told->title = g_strdup_printf (_ ("The ownership is offered to %s"), handover->to_name);
  /* Translators: %1$s is a name, %2$s is a day */
  told->subtitle
      = g_strdup_printf (_ ("Offered by %1$s; lapses on %2$s"), handover->offered_by, day);
  told->due = _gram_news_day_of (reading, handover->lapses_at);
  told->deadline = g_strdup (_ ("The offer of the ownership lapses"));
  g_ptr_array_add (news, told);
}

/* One row for all: the one that lapses first is named. */
static void
tell_invitations (const GramOverviewReading *reading, GPtrArray *news)
{
  guint n_pending = 0;
  guint first = 0;
  const GramInvitationRow *next = NULL;
  g_autofree char *count = NULL;
  g_autofree char *day = NULL;
  GramNews *told;

  for (guint i = 0; i < reading->invitations->len; i++)
    {
      const GramInvitationRow *invitation = reading->invitations->pdata[i];

      if (invitation->state != GRAM_INVITATION_PENDING)
        continue;
      n_pending++;
      if (next == NULL || invitation->lapses_at < next->lapses_at)
        {
          next = invitation;
          first = i;
        }
    }
  if (next == NULL)
    return;

  count = gram_format_count (n_pending);
  day = gram_format_day_of_instant (next->lapses_at);
  told = news_new ("invitations", GRAM_WORK_IN_PROGRESS, "mail-unread-symbolic",
                   n_pending == 1 ? GRAM_NEWS_INVITATION : GRAM_NEWS_PEOPLE, first);
  told->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s invitation is not used yet",
                                              "%s invitations are not used yet", (gulong)n_pending),
                                 count);
  /* Translators: %1$s is an e-mail address, %2$s is a day */
  told->subtitle = n_pending == 1 ? g_strdup_printf (_ ("%1$s; lapses on %2$s"), next->email, day)
                                  /* Translators: %1$s is an e-mail address, %2$s is a day */
                                  : g_strdup_printf (_ ("The first to lapse: %1$s, on %2$s"),
                                                     next->email, day);
  told->due = _gram_news_day_of (reading, next->lapses_at);
  /* Translators: %s is an e-mail address */
  told->deadline = g_strdup_printf (_ ("Invitation lapses: %s"), next->email);
  if (_gram_news_days_to (reading, told->due) <= GRAM_NEWS_INVITATION_DAYS)
    told->style = "warning";
  g_ptr_array_add (news, told);
}

void
_gram_news_of_people (const GramOverviewReading *reading, GPtrArray *news)
{
  for (guint i = 0; reading->requests != NULL && i < reading->requests->len; i++)
    {
      const GramRequestRow *request = reading->requests->pdata[i];

      if (request->state == GRAM_REQUEST_PENDING)
        tell_request (reading, request, i, news);
    }
  for (guint i = 0; reading->handovers != NULL && i < reading->handovers->len; i++)
    {
      const GramHandoverRow *handover = reading->handovers->pdata[i];

      if (handover->state == GRAM_HANDOVER_PENDING)
        tell_handover (reading, handover, i, news);
    }
  if (reading->invitations != NULL && reading->may_grant)
    tell_invitations (reading, news);
}
