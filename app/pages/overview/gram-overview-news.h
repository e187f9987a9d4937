/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-overview-reading.h"
#include "gram-overview-work.h"

G_BEGIN_DECLS

/**
 * GramNewsTarget:
 * @GRAM_NEWS_ACCOUNT: the Account page
 * @GRAM_NEWS_PEOPLE: the People page
 * @GRAM_NEWS_REQUEST: a request for a second person
 * @GRAM_NEWS_HANDOVER: the hand-over of the ownership
 * @GRAM_NEWS_INVITATION: an invitation
 * @GRAM_NEWS_APPLICATION: the form of the application for Fleet Average
 * @GRAM_NEWS_DISPUTES: the Disputes page, filtered to what was counted
 * @GRAM_NEWS_TRADES: the Trades page, filtered to what was counted
 * @GRAM_NEWS_ALLOWANCES: the Allowances page
 * @GRAM_NEWS_CHARGES: the Charges page, filtered to what was counted
 * @GRAM_NEWS_CREDITS: the Credits page
 *
 * What a row opens.
 */
typedef enum
{
  GRAM_NEWS_ACCOUNT,
  GRAM_NEWS_PEOPLE,
  GRAM_NEWS_REQUEST,
  GRAM_NEWS_HANDOVER,
  GRAM_NEWS_INVITATION,
  GRAM_NEWS_APPLICATION,
  GRAM_NEWS_DISPUTES,
  GRAM_NEWS_TRADES,
  GRAM_NEWS_ALLOWANCES,
  GRAM_NEWS_CHARGES,
  GRAM_NEWS_CREDITS,
} GramNewsTarget;

/**
 * GramNews:
 * @id: stable name of the rule that tells it, for example `suspended`
 * @group: where it stands
 * @icon_name: its icon
 * @style: (nullable): style class of the icon
 * @target: what it opens
 * @position: which one, in the list of requests, hand-overs or invitations
 * @states: of disputes: #GramCaseState flags of those that were counted; of trades: #GramTradeState flags, 0 all; of
 *   charges: #GramChargeState flags
 * @kinds: of disputes: #GramCaseKind flags of those that were counted
 * @title: what it is
 * @subtitle: until when, and what next
 * @due: (nullable): the day that matters, ISO
 * @deadline: (nullable): what happens by @due
 *
 * Something about the account or its people that the overview tells.
 */
typedef struct
{
  const char *id;
  GramWorkGroup group;
  const char *icon_name;
  const char *style;
  GramNewsTarget target;
  guint position;
  guint states;
  guint kinds;
  char *title;
  char *subtitle;
  char *due;
  char *deadline;
} GramNews;

/**
 * gram_overview_news:
 * @reading: the answers
 *
 * Returns: (transfer full) (element-type GramNews): what there is to tell, the weightiest first
 */
GPtrArray *gram_overview_news (const GramOverviewReading *reading);

/**
 * gram_overview_deadlines:
 * @news: (element-type GramNews): what there is to tell
 *
 * Returns: (transfer container) (element-type GramNews): those with a day, the next one first, at most five
 */
GPtrArray *gram_overview_deadlines (const GPtrArray *news);

/**
 * gram_overview_days_left:
 * @today: a day, ISO
 * @due: a day, ISO
 *
 * Returns: (transfer full): for example “20 days left”; %NULL if one of them is no day
 */
char *gram_overview_days_left (const char *today, const char *due);

/**
 * gram_news_free:
 * @self: (nullable): news
 *
 * Frees it.
 */
void gram_news_free (GramNews *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramNews, gram_news_free)

G_END_DECLS
