/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/**
 * GRAM_ARGUMENT_MAX_TEXT:
 *
 * Longest text of an argument, in bytes; a mapping or a rulebook may have it.
 */
#define GRAM_ARGUMENT_MAX_TEXT (1024 * 1024)

/**
 * GRAM_ARGUMENT_MAX_ELEMENTS:
 *
 * Most elements of an argument that is a list: a selection. All that match is a filter, never a list.
 */
#define GRAM_ARGUMENT_MAX_ELEMENTS (1000 * 1000)

/**
 * gram_arguments_check:
 * @command: a row of the command table
 * @arguments: what was sent
 * @refusal: (out) (optional): why not
 *
 * Holds arguments against the signature, without looking at the registry. Refused, the first that is found:
 * `argument.form` (not `a{sv}`, or not in normal form), `argument.unknown`, `argument.type` (also: a double anywhere),
 * `argument.too-long`, `argument.missing`. The sentence names the argument.
 *
 * Returns: (transfer full) (nullable): the arguments as the handler gets them: an empty list has the type wanted
 */
GVariant *
gram_arguments_check (const GramCommand *command, GVariant *arguments, GramRefusal **refusal);

/**
 * gram_arguments_for_journal:
 * @command: a row of the command table
 * @arguments: arguments that fit
 * @notes: (nullable): `a{sv}` of what the journal gets besides
 *
 * Canonical JSON text of the arguments: secrets are left out, a file is its base name.
 *
 * Returns: (transfer full): the text
 */
char *gram_arguments_for_journal (const GramCommand *command, GVariant *arguments, GVariant *notes);

/**
 * gram_arguments_equal_journal:
 * @command: a row of the command table
 * @arguments: arguments that fit
 * @journal: what the journal has of an earlier request
 *
 * Whether a request says what an earlier one said, as far as the journal knows it; notes do not count.
 *
 * Returns: %TRUE if so
 */
gboolean
gram_arguments_equal_journal (const GramCommand *command, GVariant *arguments, const char *journal);

G_END_DECLS
