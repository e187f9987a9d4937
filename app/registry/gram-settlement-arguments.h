/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

G_BEGIN_DECLS

/* How commands about allowances and payment notices read numbers and answer them. */

/**
 * gram_settlement_dup_argument:
 * @call: a call
 * @name: name of an argument of type `s|x`
 *
 * Returns: (transfer full): what was sent, as text; empty if nothing was
 */
char *gram_settlement_dup_argument (GramCall *call, const char *name);

/**
 * gram_settlement_answer_decimal:
 * @call: a call
 * @name: key in the result
 * @value: a number times 10^@scale
 * @scale: its scale
 *
 * Puts a decimal with all its decimals into the result, as text.
 */
void gram_settlement_answer_decimal (GramCall *call, const char *name, gint64 value, guint scale);

/**
 * gram_settlement_answer_whole:
 * @call: a call
 * @name: key in the result
 * @value: a number
 *
 * Puts a whole number into the result, as text, as all amounts.
 */
void gram_settlement_answer_whole (GramCall *call, const char *name, gint64 value);

G_END_DECLS
