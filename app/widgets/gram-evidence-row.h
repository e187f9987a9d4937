/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-evidence.h"

G_BEGIN_DECLS

#define GRAM_TYPE_EVIDENCE_ROW (gram_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (GramEvidenceRow, gram_evidence_row, GRAM, EVIDENCE_ROW, AdwActionRow)

/**
 * GramEvidenceRow:
 *
 * A file in a #GramEvidence: one that the registry has, which opens when it is activated; or one of the person's, which
 * waits, is on its way, or was refused and says why.
 *
 * Signal `remove ()`: the person does not want to attach it any more.
 */

/**
 * gram_evidence_row_new:
 * @session: the session
 * @file: what the registry has
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *gram_evidence_row_new (GramSession *session, const GramEvidenceFile *file);

/**
 * gram_evidence_row_new_waiting:
 * @session: the session
 * @file: a file of the person's
 * @temporary: the file is ours and goes with the row
 * @internal: for the administrator's side only
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *gram_evidence_row_new_waiting (GramSession *session,
                                          GFile *file,
                                          gboolean temporary,
                                          gboolean internal);

/**
 * gram_evidence_row_attach_async:
 * @self: a row that waits, or was refused
 * @account: number of the account
 * @case_id: the case
 * @cancellable: (nullable): to stop it
 * @callback: when it is attached or refused
 * @user_data: closure of @callback
 *
 * Attaches it, with progress and a button that stops it. A refusal stands in the row.
 */
void gram_evidence_row_attach_async (GramEvidenceRow *self,
                                     const char *account,
                                     gint64 case_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * gram_evidence_row_attach_finish:
 * @self: a row
 * @result: the result
 *
 * Returns: whether the registry has it now
 */
gboolean gram_evidence_row_attach_finish (GramEvidenceRow *self, GAsyncResult *result);

/**
 * gram_evidence_row_equal:
 * @self: a row that waits
 * @file: a file of the person's
 *
 * Returns: whether it is the same file
 */
gboolean gram_evidence_row_equal (GramEvidenceRow *self, GFile *file);

G_END_DECLS
