/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-session.h"

G_BEGIN_DECLS

/**
 * GramCasesPart:
 * @account: number of the account
 * @holder: its holder
 * @cases: (element-type gint64): the cases of it that were chosen
 * @value: (nullable): `a{sv}`, what the command did
 * @refusal: (nullable): why not
 *
 * What became of the cases of one account: one command. Neither @value nor @refusal: it was not sent any more.
 */
typedef struct
{
  char *account;
  char *holder;
  GArray *cases;
  GVariant *value;
  GramRefusal *refusal;
} GramCasesPart;

/**
 * GramCasesReport:
 * @n_done: cases whose command was done
 * @n_refused: cases whose command was refused
 * @n_left: cases whose command was not sent any more, or that are not there any more
 * @parts: (element-type GramCasesPart): by account, in the order in which they were chosen
 * @failure: (nullable): a translated sentence: the store failed, or it was stopped, and the rest was not sent
 *
 * What became of a decision about cases of many accounts.
 */
typedef struct
{
  gint64 n_done;
  gint64 n_refused;
  gint64 n_left;
  GPtrArray *parts;
  char *failure;
} GramCasesReport;

/**
 * gram_cases_report_free:
 * @self: (nullable): a report
 *
 * Frees it.
 */
void gram_cases_report_free (GramCasesReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCasesReport, gram_cases_report_free)

/**
 * gram_session_perform_cases_async:
 * @self: a session
 * @command: name of a command that takes an `account` and its `cases`, for example `dispute.decline`
 * @cases: (element-type gint64): numbers of cases, of whatever accounts; copied
 * @arguments: `a{sv}`: the other arguments; a floating reference is consumed
 * @progress: (nullable) (scope notified): told after each account, in cases
 * @progress_data: closure of @progress; has to live until @callback
 * @cancellable: (nullable): to stop it: what is done stays done
 * @callback: when all are done or refused
 * @user_data: closure of @callback
 *
 * Sends a command for cases of many accounts: one command for each account, one after the other, so that a refusal in one
 * does not hold up the others.
 */
void gram_session_perform_cases_async (GramSession *self,
                                       const char *command,
                                       const GArray *cases,
                                       GVariant *arguments,
                                       GramSessionProgress progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * gram_session_perform_cases_finish:
 * @self: a session
 * @result: the result
 * @refusal: (out) (transfer full): why nothing was sent
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what became of it
 */
GramCasesReport *gram_session_perform_cases_finish (GramSession *self,
                                                    GAsyncResult *result,
                                                    GramRefusal **refusal,
                                                    GError **error);

G_END_DECLS
