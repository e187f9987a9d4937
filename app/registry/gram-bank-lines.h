/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-bank-statement.h"
#include "gram-queries-bank.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/* What a bank statement is to the registry: the same for the preview and for the command. */

/**
 * gram_bank_may_take:
 * @registry: a registry
 * @person: who brings a statement in
 * @account: (nullable): an account as somebody named it
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Whether they can record money for an account, as `payment.record` would: by their role for every account of the Clean Car
 * Standard that is not closed, in an own or practice registry for those that they may edit.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_bank_may_take (GramRegistry *registry,
                             const GramPersonRecord *person,
                             const GramAccountRecord *account,
                             GramRefusal **refusal,
                             GError **error);

/**
 * gram_bank_file_read:
 * @path: path of a statement
 * @refusal: (out) (optional): `bank.file`: the file as a whole cannot be read
 *
 * Reads a statement. What is wrong with a line is in its problems; that line is left out.
 *
 * Returns: (transfer full) (nullable): the statement
 */
GramBankStatement *gram_bank_file_read (const char *path, GramRefusal **refusal);

/**
 * gram_bank_check_line:
 * @line: a line of a statement
 * @today: today in Pacific/Auckland
 * @refusal: (out) (optional): `bank.out`, `payment.amount`, `payment.day`
 *
 * Whether a line can be brought in at all, for whomever.
 *
 * Returns: %FALSE with @refusal set if not
 */
gboolean
gram_bank_check_line (const GramBankStatementLine *line, GramDate today, GramRefusal **refusal);

/**
 * gram_bank_preview_new:
 * @registry: a registry
 * @person: who asks
 * @path: path of the statement
 * @statement: the statement
 * @error: return location
 *
 * Proposes an account for each line that came in.
 *
 * Returns: (transfer full) (nullable): the preview
 */
GramBankPreview *gram_bank_preview_new (GramRegistry *registry,
                                        const GramPersonRecord *person,
                                        const char *path,
                                        const GramBankStatement *statement,
                                        GError **error);

/* Makes an empty one. */
GramBankPreview *_gram_bank_preview_new (void);

void _gram_bank_line_free (GramBankLine *self);

G_END_DECLS
