/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-cases.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CASE_DIALOG (gram_case_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramCaseDialog, gram_case_dialog, GRAM, CASE_DIALOG, AdwDialog)

/**
 * GramCaseDialog:
 *
 * Does something with a case, or with many: asks a few things, shows what it changes before anything is applied, and
 * sends one command (with cases of many accounts, one for each account). Made from the table of #GramCaseVerb. In a
 * registry of one's own it records what the administrator decided, with the reference of the document.
 *
 * Uphold has the values as they are claimed, to be edited, the right account, or the record that is to be created. What
 * is applied is what the preview showed: if it differs meanwhile, the new one is shown and nothing is done.
 *
 * Signal `done ()`: the command was performed; the dialog closes by itself.
 */

/**
 * gram_case_dialog_new:
 * @session: a session
 * @command: a command of #GramCaseVerb
 * @detail: the case; what is needed of it is copied
 *
 * Returns: (transfer floating): a dialog about one case
 */
AdwDialog *
gram_case_dialog_new (GramSession *session, const char *command, const GramCaseDetail *detail);

/**
 * gram_case_dialog_new_many:
 * @session: a session
 * @command: a command of #GramCaseVerb that is not about one case alone
 * @cases: (element-type gint64): numbers of cases, of whatever accounts; copied
 *
 * Returns: (transfer floating): a dialog about many cases
 */
AdwDialog *
gram_case_dialog_new_many (GramSession *session, const char *command, const GArray *cases);

/**
 * gram_case_dialog_set_fields:
 * @self: a dialog about a difference
 * @fields: (nullable): names of the fields that are taken from the file; %NULL all
 *
 * Says what was chosen field by field.
 */
void gram_case_dialog_set_fields (GramCaseDialog *self, const char *const *fields);

G_END_DECLS
