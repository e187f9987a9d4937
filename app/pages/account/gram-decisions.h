/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "gram-words.h"

G_BEGIN_DECLS

/**
 * GramDecisionInput:
 * @GRAM_DECISION_LINES: a few sentences
 * @GRAM_DECISION_LINE: a short text
 * @GRAM_DECISION_DAY: a day, sent as ISO date
 * @GRAM_DECISION_CHOICE: one of @choices
 * @GRAM_DECISION_YEAR: a year, sent as a number
 * @GRAM_DECISION_AMOUNT: a decimal amount, sent as text
 *
 * How a field is asked for.
 */
typedef enum
{
  GRAM_DECISION_LINES,
  GRAM_DECISION_LINE,
  GRAM_DECISION_DAY,
  GRAM_DECISION_CHOICE,
  GRAM_DECISION_YEAR,
  GRAM_DECISION_AMOUNT,
} GramDecisionInput;

/**
 * GramDecisionChoice:
 * @word: what is sent
 * @title: translatable (N_())
 *
 * One of the answers to a choice.
 */
typedef struct
{
  const char *word;
  const char *title;
} GramDecisionChoice;

#define GRAM_DECISION_MAX_CHOICES 3

/**
 * GramDecisionField:
 * @argument: argument of the command
 * @title: translatable (N_()) title with a mnemonic
 * @input: how it is asked for
 * @needed: (nullable): translatable (N_()): what is said if it is empty; %NULL if it may be
 * @choices: the answers of a choice, ended by a %NULL word
 *
 * Something that a decision needs to know.
 */
typedef struct
{
  const char *argument;
  const char *title;
  GramDecisionInput input;
  const char *needed;
  GramDecisionChoice choices[GRAM_DECISION_MAX_CHOICES];
} GramDecisionField;

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
  GramDecisionField fields[GRAM_DECISION_MAX_FIELDS + 1];
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
