/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-bank-statement.h"

G_BEGIN_DECLS

/**
 * GramBankReading:
 * @statement: what was read so far
 * @seen: how often each line was seen, by its digest
 *
 * A statement that is being read.
 */
typedef struct
{
  GramBankStatement *statement;
  GHashTable *seen;
} GramBankReading;

/**
 * _gram_bank_reading_add:
 * @self: a reading
 * @line: a line without its key; its texts are copied
 * @identity: (nullable): what the bank calls the line, if it gives it a name of its own
 * @error: return location
 *
 * Adds a line, with a key made from what it says.
 *
 * Returns: %FALSE with an error if there are too many
 */
gboolean _gram_bank_reading_add (GramBankReading *self,
                                 const GramBankStatementLine *line,
                                 const char *identity,
                                 GError **error);

/**
 * _gram_bank_reading_fail:
 * @self: a reading
 * @row: the line
 * @field: its field
 * @value: (nullable): what stands there
 * @message: what is wrong, and what to do, translated
 * @error: return location
 *
 * Adds a problem.
 *
 * Returns: %FALSE with an error if there are too many
 */
gboolean _gram_bank_reading_fail (GramBankReading *self,
                                  gint64 row,
                                  const char *field,
                                  const char *value,
                                  const char *message,
                                  GError **error);

/**
 * _gram_bank_read_camt:
 * @self: a reading
 * @text: the file
 * @length: its bytes
 * @error: return location
 *
 * Reads CAMT.053.
 *
 * Returns: %FALSE with a %GRAM_EXCHANGE_ERROR
 */
gboolean
_gram_bank_read_camt (GramBankReading *self, const char *text, gsize length, GError **error);

/**
 * _gram_bank_read_csv:
 * @self: a reading
 * @bytes: the file
 * @error: return location
 *
 * Reads CSV.
 *
 * Returns: %FALSE with a %GRAM_EXCHANGE_ERROR
 */
gboolean _gram_bank_read_csv (GramBankReading *self, GBytes *bytes, GError **error);

/**
 * _gram_bank_text_append:
 * @text: a text
 * @part: (nullable): what comes next
 *
 * Appends a part behind a blank, with its own blanks made single; a part that stands there already is passed over.
 */
void _gram_bank_text_append (GString *text, const char *part);

G_END_DECLS
