/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-compare.h"
#include "gram-evidence.h"
#include "gram-questions-cases.h"
#include "gram-questions-disputes.h"
#include "gram-thread.h"
#include "gram-value-history.h"

G_BEGIN_DECLS

/*
 * Fills the parts of a case from what the registry answers, for the page of the holder and that of the administrator alike.
 */

/**
 * gram_thread_show_case:
 * @self: a thread
 * @session: the session
 * @detail: a case, as it was asked for by the person who is signed in
 *
 * Shows the messages that the person may read, and who can write what: a refusal stands in place of the text.
 */
void gram_thread_show_case (GramThread *self, GramSession *session, const GramCaseDetail *detail);

/**
 * gram_evidence_show_case:
 * @self: evidence
 * @session: the session
 * @detail: a case, as it was asked for by the person who is signed in
 *
 * Shows the files that the person may see; others can be added, or the tooltip says why not.
 */
void
gram_evidence_show_case (GramEvidence *self, GramSession *session, const GramCaseDetail *detail);

/**
 * gram_compare_add_field:
 * @self: a comparison
 * @detail: the case that the values are about
 * @field: name of a field of a vehicle
 * @left: canonical text of the first value
 * @right: canonical text of the second value
 *
 * Adds a row for a field, with its values as people read them.
 */
void gram_compare_add_field (GramCompare *self,
                             const GramCaseDetail *detail,
                             const char *field,
                             const char *left,
                             const char *right);

/**
 * gram_value_history_show:
 * @self: a history
 * @values: (element-type GramValueRow): by field, the oldest first
 *
 * Shows every value as people read it, with its source in words.
 */
void gram_value_history_show (GramValueHistory *self, GPtrArray *values);

G_END_DECLS
