/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-calendar.h"
#include "gram-exchange-error.h"

G_BEGIN_DECLS

/*
 * Statement of account: what stood on an account at the beginning of a period, what happened, what stands at its end, and the head of
 * the journal that all of it is in. As CSV line by line, whatever the length, and as PDF.
 */

/**
 * GramStatementPaperBalance:
 * @title: translated: `Credits of 2026 (used)`
 * @unit: unit: `ccs-credit/used/2026`, `NZD`
 * @role: role in the ledger: `holding`
 * @amount: canonical decimal, with its sign
 *
 * A balance.
 */
typedef struct
{
  char *title;
  char *unit;
  char *role;
  char *amount;
} GramStatementPaperBalance;

/**
 * GramStatementPaper:
 * @registry: name of the registry
 * @administrator: name of the administrator
 * @practice: the registry is a practice registry: every page says so
 * @recorded: an own registry, not the administrator's: every page says so
 * @holder: name of the account
 * @number: its account number
 * @kind: its kind, translated
 * @from: first day; %GRAM_DATE_NONE: from the beginning
 * @to: last day; %GRAM_DATE_NONE: until @made_on
 * @made_on: day on which it is made
 * @opening: (element-type GramStatementPaperBalance): balances before @from
 * @closing: (element-type GramStatementPaperBalance): balances at the end of @to
 * @lines: how many lines follow
 * @entries: entries of the journal
 * @hash: hash of its last entry, 64 hexadecimal digits
 *
 * What a statement says besides its lines; all of it is known before the first line. The texts are borrowed until it is finished.
 */
typedef struct
{
  const char *registry;
  const char *administrator;
  gboolean practice;
  gboolean recorded;
  const char *holder;
  const char *number;
  const char *kind;
  GramDate from;
  GramDate to;
  GramDate made_on;
  GPtrArray *opening;
  GPtrArray *closing;
  gint64 lines;
  gint64 entries;
  const char *hash;
} GramStatementPaper;

/**
 * GramStatementPaperLine:
 * @day: its day, in the zone of the scheme
 * @at: instant, UTC microseconds
 * @posting: its posting
 * @entry: its entry
 * @reverses: posting that it reverses, 0: none
 * @case_id: case that it is from, 0: none
 * @sentence: what happened, a translated sentence
 * @reference: (nullable): its reference
 * @meaning: word of the posting: `acceptance`
 * @role: role in the ledger
 * @unit: unit
 * @unit_title: translated: `Credits of 2026 (used)`
 * @amount: canonical decimal, with its sign
 * @balance: canonical decimal: what stands there after it
 *
 * A line of a statement. The texts are borrowed for the call.
 */
typedef struct
{
  GramDate day;
  gint64 at;
  gint64 posting;
  gint64 entry;
  gint64 reverses;
  gint64 case_id;
  const char *sentence;
  const char *reference;
  const char *meaning;
  const char *role;
  const char *unit;
  const char *unit_title;
  const char *amount;
  const char *balance;
} GramStatementPaperLine;

/**
 * GRAM_ACCOUNT_STATEMENT_PDF_LINES:
 *
 * The most lines of a statement as PDF: about 700 pages. CSV has no limit.
 */
#define GRAM_ACCOUNT_STATEMENT_PDF_LINES 20000

/**
 * GramAccountStatementCsv:
 *
 * A statement that is being written as CSV. Its columns have the same names in every language: `row` says what a row is (`statement`,
 * `opening`, `entry`, `closing`, `journal`).
 */
typedef struct _GramAccountStatementCsv GramAccountStatementCsv;

/**
 * GramAccountStatementPdf:
 *
 * A statement that is being made as PDF.
 */
typedef struct _GramAccountStatementPdf GramAccountStatementPdf;

/**
 * gram_statement_paper_balance_new:
 * @title: title
 * @unit: unit
 * @role: role
 * @amount: amount
 *
 * Returns: (transfer full): a balance
 */
GramStatementPaperBalance *gram_statement_paper_balance_new (const char *title,
                                                             const char *unit,
                                                             const char *role,
                                                             const char *amount);

/**
 * gram_statement_paper_balance_free:
 * @self: (nullable): a balance
 *
 * Frees a balance.
 */
void gram_statement_paper_balance_free (GramStatementPaperBalance *self);

/**
 * gram_account_statement_csv_new:
 * @stream: where to; stays open
 * @paper: what the statement says; has to live until it is finished
 *
 * Begins a statement with what comes before its lines.
 *
 * Returns: (transfer full): the statement
 */
GramAccountStatementCsv *
gram_account_statement_csv_new (GOutputStream *stream, const GramStatementPaper *paper);

/**
 * gram_account_statement_csv_add:
 * @self: a statement
 * @line: a line
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Writes a line.
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_statement_csv_add (GramAccountStatementCsv *self,
                                         const GramStatementPaperLine *line,
                                         GCancellable *cancellable,
                                         GError **error);

/**
 * gram_account_statement_csv_finish:
 * @self: a statement
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Writes what comes after its lines, and hands everything to the stream.
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_statement_csv_finish (GramAccountStatementCsv *self,
                                            GCancellable *cancellable,
                                            GError **error);

/**
 * gram_account_statement_csv_free:
 * @self: (nullable): a statement
 *
 * Frees a statement.
 */
void gram_account_statement_csv_free (GramAccountStatementCsv *self);

/**
 * gram_account_statement_pdf_new:
 * @paper: what the statement says; has to live until it is finished
 *
 * Begins a statement with what comes before its lines.
 *
 * Returns: (transfer full): the statement
 */
GramAccountStatementPdf *gram_account_statement_pdf_new (const GramStatementPaper *paper);

/**
 * gram_account_statement_pdf_add:
 * @self: a statement
 * @line: a line
 *
 * Adds a line.
 */
void
gram_account_statement_pdf_add (GramAccountStatementPdf *self, const GramStatementPaperLine *line);

/**
 * gram_account_statement_pdf_finish:
 * @self: a statement
 * @cancellable: (nullable): to stop it: thousands of lines take seconds
 * @error: return location
 *
 * Makes the file: A4 across, tagged; the same input in the same language gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with a %GRAM_EXCHANGE_ERROR
 */
GBytes *gram_account_statement_pdf_finish (GramAccountStatementPdf *self,
                                           GCancellable *cancellable,
                                           GError **error);

/**
 * gram_account_statement_pdf_free:
 * @self: (nullable): a statement
 *
 * Frees a statement.
 */
void gram_account_statement_pdf_free (GramAccountStatementPdf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramStatementPaperBalance, gram_statement_paper_balance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAccountStatementCsv, gram_account_statement_csv_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAccountStatementPdf, gram_account_statement_pdf_free)

G_END_DECLS
