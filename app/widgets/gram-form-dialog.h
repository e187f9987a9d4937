/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-form-fields.h"
#include "gram-session.h"

G_BEGIN_DECLS

/**
 * GRAM_FORM_MAX_FIELDS:
 *
 * How many fields a form has at most, the reference of a document not counted.
 */
#define GRAM_FORM_MAX_FIELDS 10

/**
 * GramForm:
 * @command: the command that it sends
 * @title: translatable (N_()) title of the dialog
 * @verb: translatable (N_()) button, with a mnemonic
 * @lead: (nullable): translatable (N_()) sentences: what it does, and what comes next
 * @destructive: the button warns
 * @done: (nullable): translatable (N_()) sentence for the toast; %NULL if whoever presents it says something on `done`
 * @fields: what it asks, ended by a %NULL argument; a constant
 *
 * A dialog that asks a few things and sends one command. A command that takes `reference` is asked for it without a field
 * of its own: needed where a decision of the administrator's is recorded.
 */
typedef struct
{
  const char *command;
  const char *title;
  const char *verb;
  const char *lead;
  gboolean destructive;
  const char *done;
  const GramFormField *fields;
} GramForm;

#define GRAM_TYPE_FORM_DIALOG (gram_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramFormDialog, gram_form_dialog, GRAM, FORM_DIALOG, AdwDialog)

/**
 * GramFormDialog:
 *
 * Asks what a command needs, and sends it. In a registry of one's own a decision of the administrator's is recorded, with
 * the reference of the document that said so; the dialog says that. A refusal stands in the dialog, and what was typed
 * stays.
 *
 * Signals: `changed ()`: a field was edited; `done (GVariant)`: the command was performed, the dialog closes.
 */

/**
 * gram_form_dialog_new:
 * @session: the session
 * @form: what it asks; its texts and fields have to live as long as the dialog
 * @arguments: (nullable): `a{sv}`, sent with what was entered; a floating reference is consumed
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_form_dialog_new (GramSession *session, const GramForm *form, GVariant *arguments);

/**
 * gram_form_dialog_add_group:
 * @self: a dialog
 * @group: a group that is shown below the fields: a preview, what was before
 *
 * Adds something to look at.
 */
void gram_form_dialog_add_group (GramFormDialog *self, AdwPreferencesGroup *group);

/**
 * gram_form_dialog_add_lead:
 * @self: a dialog
 * @group: a group that is shown above the fields
 *
 * Adds something that has to be known before the fields are filled in.
 */
void gram_form_dialog_add_lead (GramFormDialog *self, AdwPreferencesGroup *group);

/**
 * gram_form_dialog_set_text:
 * @self: a dialog
 * @argument: of a field that is not a choice
 * @text: (nullable): what to begin with, as the command takes it
 *
 * Fills a field in. A dialog with nothing but that can be closed without a question.
 */
void gram_form_dialog_set_text (GramFormDialog *self, const char *argument, const char *text);

/**
 * gram_form_dialog_dup_text:
 * @self: a dialog
 * @argument: of a field
 *
 * What is entered now, for a preview.
 *
 * Returns: (transfer full): the text as the command would take it; "" if it is empty or not what the field takes
 */
char *gram_form_dialog_dup_text (GramFormDialog *self, const char *argument);

G_END_DECLS
