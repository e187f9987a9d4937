/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-form-fields.h"
#include "gram-words.h"

G_BEGIN_DECLS

#define GRAM_DECISION_MAX_FIELDS 4

/**
 * GramDecision:
 * @command: the command that it sends
 * @title: translatable (N_()) title of the dialog
 * @verb: translatable (N_()) button, with a mnemonic
 * @lead: translatable (N_()) sentences: what it does, and what comes next
 * @after: state of the account after it, 0 if it stays
 * @may_lead_to: state that it is a step towards, 0 none; shown as a preview
 * @destructive: the button warns
 * @done: translatable (N_()) sentence for the toast
 * @fields: what it asks, ended by a %NULL argument
 *
 * A dialog of the Account page that asks a few things, shows what changes, and sends one command.
 */
typedef struct
{
  const char *command;
  const char *title;
  const char *verb;
  const char *lead;
  GramAccountState after;
  GramAccountState may_lead_to;
  gboolean destructive;
  const char *done;
  GramFormField fields[GRAM_DECISION_MAX_FIELDS + 1];
} GramDecision;

/**
 * gram_decisions_get_table:
 * @n_decisions: (out): how many
 *
 * Returns: (transfer none) (array length=n_decisions): all of them
 */
const GramDecision *gram_decisions_get_table (gsize *n_decisions);

/**
 * gram_decision_find:
 * @command: name of a command
 *
 * Returns: (transfer none) (nullable): the decision that sends it
 */
const GramDecision *gram_decision_find (const char *command);

/**
 * gram_decision_get_done:
 * @self: a decision
 * @result: (nullable): what the command answered
 *
 * Returns: (transfer none): the sentence for the toast, translated: what the account is now
 */
const char *gram_decision_get_done (const GramDecision *self, GVariant *result);

G_END_DECLS
