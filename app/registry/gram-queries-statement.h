/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-accounts.h"

G_BEGIN_DECLS

/*
 * The statement of account of any period: opening balances, entries in sentences, closing balances, head of the journal. A
 * million entries are read line by line; nothing holds them all.
 */

/**
 * GramStatementLine:
 * @entry: row of the ledger entry
 * @posting: number of the posting
 * @journal_id: the journal entry that caused it
 * @at: UTC microseconds
 * @day: the same as a day in the scheme's zone, ISO
 * @command: command of that
 * @person: (nullable): name of the person, %NULL the program itself
 * @meaning: stable word: `carry-in`, `deletion`, `allocation` …
 * @reverses: posting that it reverses, or takes the share of a vehicle out of; 0 none
 * @case_id: case that decided it, 0 none
 * @role: `holding`, `reserved`, `charges` (owed, not paid) or `in-favour`
 * @unit: unit
 * @unit_title: the unit in words, translated, with what the role makes of it: “Credits of 2026”, “Charges (NZD)”
 * @year: year of the unit, 0 none
 * @amount: smallest units; positive adds
 * @balance_after: balance of that role and unit afterwards
 * @amount_text: the amount as a canonical decimal
 * @balance_text: the balance likewise
 * @sentence: what happened, a translated sentence without a full stop; the one that window, PDF and CSV show
 * @reference: reference of the document, empty if the command had none
 *
 * One line of a statement. Strings are owned.
 */
typedef struct
{
  gint64 entry;
  gint64 posting;
  gint64 journal_id;
  gint64 at;
  char *day;
  char *command;
  char *person;
  char *meaning;
  gint64 reverses;
  gint64 case_id;
  char *role;
  char *unit;
  char *unit_title;
  int year;
  gint64 amount;
  gint64 balance_after;
  char *amount_text;
  char *balance_text;
  char *sentence;
  char *reference;
} GramStatementLine;

/**
 * GramAccountStatement:
 * @account_id: the account
 * @holder: its holder
 * @number: its number
 * @kind: its kind
 * @from: (nullable): first day, ISO; %NULL from the beginning
 * @to: (nullable): last day; %NULL to this moment
 * @made_on: today in the scheme's zone
 * @opening: (element-type GramBalance): balances before the first day, those that are not 0
 * @n_lines: lines of the period
 * @lines: (element-type GramStatementLine) (nullable): lines, oldest first; if fewer than @n_lines, the last ones of the period.
 *   %NULL in the head that gram_registry_read_statement() hands out
 * @closing: (element-type GramBalance): balances after the last day, those that are not 0
 * @entries: entries of the journal when the statement was made
 * @hash: hash of the last one of them: it seals all that was written up to then
 *
 * What happened on an account in a period. Strings are owned.
 */
typedef struct
{
  gint64 account_id;
  char *holder;
  char *number;
  GramAccountKind kind;
  char *from;
  char *to;
  char *made_on;
  GPtrArray *opening;
  gint64 n_lines;
  GPtrArray *lines;
  GPtrArray *closing;
  gint64 entries;
  char *hash;
} GramAccountStatement;

/**
 * gram_registry_statement:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @from: (nullable): first day, ISO, in the scheme's zone
 * @to: (nullable): last day
 * @limit: at most so many lines, the last ones of the period; 0 all
 * @refusal: (out) (optional): why not; `statement.period`
 * @error: return location
 *
 * The ledger of an account in a period.
 *
 * Returns: (transfer full) (nullable): the statement
 */
GramAccountStatement *gram_registry_statement (GramRegistry *self,
                                               GramActor *actor,
                                               gint64 account_id,
                                               const char *from,
                                               const char *to,
                                               guint limit,
                                               GramRefusal **refusal,
                                               GError **error);

/**
 * GramStatementReader:
 * @begin: called once, before the first line, with everything but the lines
 * @line: called for each line, oldest first
 *
 * Who reads a statement line by line. A callback that answers %FALSE has set its error and ends the reading.
 */
typedef struct
{
  gboolean (*begin) (const GramAccountStatement *head, gpointer data, GError **error);
  gboolean (*line) (const GramStatementLine *line, gpointer data, GError **error);
} GramStatementReader;

/**
 * gram_registry_read_statement:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @from: (nullable): first day, ISO, in the scheme's zone
 * @to: (nullable): last day
 * @reader: what is called
 * @data: for its functions
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): why not; `statement.period`
 * @error: return location
 *
 * Reads a statement from one state of the registry, without holding its lines.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_read_statement (GramRegistry *self,
                                          GramActor *actor,
                                          gint64 account_id,
                                          const char *from,
                                          const char *to,
                                          const GramStatementReader *reader,
                                          gpointer data,
                                          GCancellable *cancellable,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * GramStatementFormat:
 * @GRAM_STATEMENT_CSV: CSV for spreadsheets, written line by line
 * @GRAM_STATEMENT_PDF: a paper, of at most #GRAM_STATEMENT_PDF_LINES lines
 *
 * Files of a statement.
 */
typedef enum
{
  GRAM_STATEMENT_CSV,
  GRAM_STATEMENT_PDF,
} GramStatementFormat;

/**
 * GRAM_STATEMENT_PDF_LINES:
 *
 * More lines than these no paper takes: `statement.too-long` says to choose a shorter period or CSV.
 */
#define GRAM_STATEMENT_PDF_LINES 20000

/**
 * gram_registry_save_statement:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @from: (nullable): first day, ISO, in the scheme's zone
 * @to: (nullable): last day
 * @format: kind of file
 * @stream: where it goes; it is not closed
 * @progress: (nullable): called now and then with lines written and lines in all
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): `statement.period`, `statement.too-long`
 * @error: return location
 *
 * Writes a statement as a file.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_save_statement (GramRegistry *self,
                                          GramActor *actor,
                                          gint64 account_id,
                                          const char *from,
                                          const char *to,
                                          GramStatementFormat format,
                                          GOutputStream *stream,
                                          GramProgressFunc progress,
                                          gpointer progress_data,
                                          GCancellable *cancellable,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_account_statement_free:
 * @self: (nullable): a statement
 *
 * Frees it.
 */
void gram_account_statement_free (GramAccountStatement *self);

/**
 * gram_statement_line_free:
 * @self: (nullable): a line
 *
 * Frees it.
 */
void gram_statement_line_free (GramStatementLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAccountStatement, gram_account_statement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramStatementLine, gram_statement_line_free)

G_END_DECLS
