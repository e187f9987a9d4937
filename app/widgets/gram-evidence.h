/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_EVIDENCE (gram_evidence_get_type ())
G_DECLARE_FINAL_TYPE (GramEvidence, gram_evidence, GRAM, EVIDENCE, AdwPreferencesGroup)

/**
 * GramEvidence:
 *
 * The files of a case: name and size in a row, the SHA-256 in its tooltip. A row opens its file in the program that the
 * desktop has for it. Files are added by a button, by dropping them, or by pasting. With a case each is attached at once
 * (`case.attach`), with progress and a way to stop it; without one they wait in the list, can be taken out again, and
 * are attached by gram_evidence_attach_async() when the case has been opened. A file that is refused stays in the list
 * with the sentence that says why.
 *
 * Signal `attached ()`: the registry has one more; the page asks for the case anew.
 * Signal `changed ()`: the files that wait changed.
 */

/**
 * GramEvidenceFile:
 * @id: row of the attachment
 * @internal: for the administrator's side only
 * @name: its name
 * @size: bytes
 * @sha256: of the content, hexadecimal
 * @person: (nullable): who added it
 * @added_at: when, UTC microseconds
 *
 * A file that the registry has. All texts are copied.
 */
typedef struct
{
  gint64 id;
  gboolean internal;
  const char *name;
  gint64 size;
  const char *sha256;
  const char *person;
  gint64 added_at;
} GramEvidenceFile;

/**
 * gram_evidence_new:
 *
 * Returns: (transfer floating): an empty list, where nothing can be added yet
 */
GtkWidget *gram_evidence_new (void);

/**
 * gram_evidence_set_session:
 * @self: evidence
 * @session: the session
 *
 * Files can be added now; they wait until there is a case.
 */
void gram_evidence_set_session (GramEvidence *self, GramSession *session);

/**
 * gram_evidence_set_case:
 * @self: evidence
 * @account: number of the case's account
 * @case_id: the case
 * @both_lanes: the administrator's side: the menu of the button asks who sees the file
 *
 * From now on files are attached to this case at once.
 */
void gram_evidence_set_case (GramEvidence *self,
                             const char *account,
                             gint64 case_id,
                             gboolean both_lanes);

/**
 * gram_evidence_set_refusal:
 * @self: evidence
 * @reason: (nullable): translated: why nothing can be added; %NULL: it can
 *
 * The button stays visible; its tooltip says the reason.
 */
void gram_evidence_set_refusal (GramEvidence *self, const char *reason);

/**
 * gram_evidence_set_files:
 * @self: evidence
 * @files: (array length=n_files): what the registry has
 * @n_files: how many
 *
 * Shows them, above what waits or is under way.
 */
void gram_evidence_set_files (GramEvidence *self, const GramEvidenceFile *files, gsize n_files);

/**
 * gram_evidence_add_file:
 * @self: evidence
 * @file: a file of the person's
 *
 * As if it had been dropped.
 */
void gram_evidence_add_file (GramEvidence *self, GFile *file);

/**
 * gram_evidence_get_n_waiting:
 * @self: evidence
 *
 * Returns: how many files wait to be attached, those that were refused among them
 */
guint gram_evidence_get_n_waiting (GramEvidence *self);

/**
 * gram_evidence_attach_async:
 * @self: evidence without a case
 * @account: number of the account
 * @case_ids: (array length=n_cases): the cases that were opened; each gets every file
 * @n_cases: how many
 * @cancellable: (nullable): to stop it
 * @callback: when all are attached or refused
 * @user_data: closure of @callback
 *
 * Attaches what waits. What was attached leaves the list; what was refused stays, with the reason.
 */
void gram_evidence_attach_async (GramEvidence *self,
                                 const char *account,
                                 const gint64 *case_ids,
                                 gsize n_cases,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * gram_evidence_attach_finish:
 * @self: evidence
 * @result: the result
 *
 * Returns: how many files were refused and stay in the list
 */
guint gram_evidence_attach_finish (GramEvidence *self, GAsyncResult *result);

G_END_DECLS
