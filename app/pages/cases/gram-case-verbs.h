/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-decisions.h"

G_BEGIN_DECLS

/**
 * GramCaseExtra:
 * @GRAM_CASE_EXTRA_VALUES: the values that are to be corrected, the right account, or the record to be created
 * @GRAM_CASE_EXTRA_PREVIEW: what it changes, before and after; the command takes the digest as `expect`
 * @GRAM_CASE_EXTRA_PERSON: who gets the cases
 * @GRAM_CASE_EXTRA_SNIPPETS: its first text can be made from kept ones
 *
 * What a dialog about cases has besides its fields.
 */
typedef enum
{
  GRAM_CASE_EXTRA_VALUES = 1 << 0,
  GRAM_CASE_EXTRA_PREVIEW = 1 << 1,
  GRAM_CASE_EXTRA_PERSON = 1 << 2,
  GRAM_CASE_EXTRA_SNIPPETS = 1 << 3,
} GramCaseExtra;

#define GRAM_CASE_VERB_MAX_FIELDS 3

/**
 * GramCaseVerb:
 * @command: the command that it sends
 * @title: translatable (N_()) title of the dialog
 * @verb: translatable (N_()) button, with a mnemonic
 * @lead: translatable (N_()) sentences: what it does, and what comes next
 * @done: translatable (N_()) sentence for the toast after one case
 * @kinds: #GramCaseKind flags of the cases that know it
 * @extras: #GramCaseExtra flags
 * @destructive: the button warns
 * @account: the command is about cases of one account, which it names
 * @one: it takes a single `case` instead of `cases`
 * @fields: what it asks, ended by a %NULL argument
 *
 * What can be done with a case by a dialog that asks a few things and sends one command.
 */
typedef struct
{
  const char *command;
  const char *title;
  const char *verb;
  const char *lead;
  const char *done;
  guint kinds;
  guint extras;
  gboolean destructive;
  gboolean account;
  gboolean one;
  GramFormField fields[GRAM_CASE_VERB_MAX_FIELDS + 1];
} GramCaseVerb;

/**
 * gram_case_verbs_get_table:
 * @n_verbs: (out): how many
 *
 * Returns: (transfer none) (array length=n_verbs): all of them
 */
const GramCaseVerb *gram_case_verbs_get_table (gsize *n_verbs);

/**
 * gram_case_verb_find:
 * @command: (nullable): name of a command
 *
 * Returns: (transfer none) (nullable): the verb that sends it
 */
const GramCaseVerb *gram_case_verb_find (const char *command);

G_END_DECLS
