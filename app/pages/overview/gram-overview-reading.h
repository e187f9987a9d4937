/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-questions-allowances.h"
#include "gram-questions-cases.h"
#include "gram-questions-payment-notices.h"
#include "gram-questions-standing.h"
#include "gram-questions-trades.h"
#include "gram-questions.h"

G_BEGIN_DECLS

/**
 * GramOverviewReading:
 * @overview: (nullable): where the vehicles of the account stand; %NULL with @refusal
 * @refusal: (nullable): why @overview is not there
 * @detail: (nullable): the account in detail
 * @requests: (nullable) (element-type GramRequestRow): requests of the account, pending ones first
 * @invitations: (nullable) (element-type GramInvitationRow): invitations of the account, pending ones first
 * @handovers: (nullable) (element-type GramHandoverRow): hand-overs of the account, the pending one first
 * @cases: (nullable): cases of the account, counted
 * @deadlines: (nullable) (element-type GramDeadline): days of the account that wait for the person
 * @trades: (nullable): trades of an account of the CCTS, counted
 * @years: (nullable) (element-type GramAllowanceYear): scheme years of an account of the CCTS, the newest first
 * @notices: (nullable) (element-type GramPaymentNoticeRow): payment notices of an account of the CCTS, the newest first
 * @dashboard: (nullable): where an account of the Clean Car Standard stands
 * @email: e-mail of the person who looks
 * @member: the person is a member of the account
 * @may_grant: the person may invite to the account
 * @may_apply: the person may fill in an application for Fleet Average
 * @decides: the person decides for the administrator
 * @administers: the person looks from the administrator's side, without being a member
 * @may_accept: the person may accept vehicles now
 * @accept_reason: (nullable): why not
 *
 * All that the overview tells, asked once for each time that it is shown. What the person may not know is %NULL.
 */
typedef struct
{
  GramOverview *overview;
  GramRefusal *refusal;
  GramAccountDetail *detail;
  GPtrArray *requests;
  GPtrArray *invitations;
  GPtrArray *handovers;
  GramCaseCounts *cases;
  GPtrArray *deadlines;
  GramTradeStanding *trades;
  GPtrArray *years;
  GPtrArray *notices;
  GramDashboard *dashboard;
  char *email;
  gboolean member;
  gboolean may_grant;
  gboolean may_apply;
  gboolean decides;
  gboolean administers;
  gboolean may_accept;
  char *accept_reason;
} GramOverviewReading;

/**
 * gram_overview_reading_async:
 * @session: a session with an account
 * @cancellable: (nullable): to stop it
 * @callback: when all answers are there
 * @user_data: closure of @callback
 *
 * Asks what the overview tells about the current account.
 */
void gram_overview_reading_async (GramSession *session,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * gram_overview_reading_finish:
 * @session: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the answers; %NULL with @error
 */
GramOverviewReading *
gram_overview_reading_finish (GramSession *session, GAsyncResult *result, GError **error);

/**
 * gram_overview_reading_free:
 * @self: (nullable): answers
 *
 * Frees them.
 */
void gram_overview_reading_free (GramOverviewReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramOverviewReading, gram_overview_reading_free)

G_END_DECLS
