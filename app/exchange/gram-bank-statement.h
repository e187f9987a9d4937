/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-exchange-error.h"

G_BEGIN_DECLS

/*
 * What came in on a bank account, as the bank gives it out: CAMT.053 (ISO 20022, camt.053.001.02 to .08) or CSV. Read strictly and
 * with limits: such a file comes from outside.
 */

/**
 * GRAM_BANK_STATEMENT_MAX_BYTES:
 *
 * The largest statement that is read.
 */
#define GRAM_BANK_STATEMENT_MAX_BYTES (32 * 1024 * 1024)

/**
 * GRAM_BANK_STATEMENT_MAX_LINES:
 *
 * The most lines that a statement has.
 */
#define GRAM_BANK_STATEMENT_MAX_LINES 100000

/**
 * GRAM_BANK_KEY_LENGTH:
 *
 * Characters of a key.
 */
#define GRAM_BANK_KEY_LENGTH 32

/**
 * GramBankFormat:
 * @GRAM_BANK_FORMAT_CAMT: CAMT.053
 * @GRAM_BANK_FORMAT_CSV: CSV
 *
 * How a statement is written.
 */
typedef enum
{
  GRAM_BANK_FORMAT_CAMT = 1,
  GRAM_BANK_FORMAT_CSV,
} GramBankFormat;

/**
 * GramBankStatementLine:
 * @row: of CSV the line of the file, of CAMT.053 the number of the entry; from 1
 * @date: day on which the bank booked it
 * @amount: NZ cents, always above 0
 * @out: it went out, or took back what had come in; nothing is brought in from it
 * @payer: who paid; empty if the file does not say
 * @text: what the payer wrote, its parts parted by single blanks; may be empty
 * @key: %GRAM_BANK_KEY_LENGTH characters 0 to 9 and a to f: the same for the same line in every statement that has it. Two lines that
 *   a file has word by word get different keys, the same ones in the next file that has both
 *
 * A line of a statement.
 */
typedef struct
{
  gint64 row;
  GramDate date;
  gint64 amount;
  gboolean out;
  char *payer;
  char *text;
  char *key;
} GramBankStatementLine;

/**
 * GramBankStatementProblem:
 * @row: as of a line
 * @field: name of the column, or path of the element: `Ntry/Amt`
 * @value: what stands there, shortened
 * @message: translated sentence: what is wrong, and what to do
 *
 * A line that cannot be read.
 */
typedef struct
{
  gint64 row;
  char *field;
  char *value;
  char *message;
} GramBankStatementProblem;

/**
 * GramBankStatement:
 * @format: how it is written
 * @account: number of the bank account, as the file has it; empty if it does not say
 * @sha256: of the file, 64 hexadecimal digits in small letters
 * @lines: (element-type GramBankStatementLine): its lines in the order of the file
 * @problems: (element-type GramBankStatementProblem): what could not be read, in the order of the file; those lines are not in @lines
 * @day_first: the order of day and month was left open by a CSV file, so that day, month, year was taken, as banks in New Zealand
 *   write it
 *
 * A statement that was read.
 */
typedef struct
{
  GramBankFormat format;
  char *account;
  char *sha256;
  GPtrArray *lines;
  GPtrArray *problems;
  gboolean day_first;
} GramBankStatement;

/**
 * gram_bank_statement_read:
 * @path: a file
 * @error: return location
 *
 * Reads a statement. An error is about the file as a whole: it cannot be opened, is larger than %GRAM_BANK_STATEMENT_MAX_BYTES, is
 * neither CAMT.053 nor CSV with a date and an amount, is in another currency than NZD, has too many lines. What is wrong with single
 * lines is in the problems.
 *
 * Returns: (transfer full) (nullable): the statement, or %NULL with a %GRAM_EXCHANGE_ERROR
 */
GramBankStatement *gram_bank_statement_read (const char *path, GError **error);

/**
 * gram_bank_statement_read_bytes:
 * @bytes: what would stand in a file
 * @error: return location
 *
 * The same, from memory.
 *
 * Returns: (transfer full) (nullable): the statement
 */
GramBankStatement *gram_bank_statement_read_bytes (GBytes *bytes, GError **error);

/**
 * gram_bank_format_to_word:
 * @format: a format
 *
 * Returns: (transfer none): `camt.053` or `csv`
 */
const char *gram_bank_format_to_word (GramBankFormat format);

/**
 * gram_bank_statement_free:
 * @self: (nullable): a statement
 *
 * Frees a statement.
 */
void gram_bank_statement_free (GramBankStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramBankStatement, gram_bank_statement_free)

G_END_DECLS
