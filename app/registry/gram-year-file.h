/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-calendar.h"

G_BEGIN_DECLS

/* Files that bring figures of participants into a scheme year: baselines, positions in the CRTS. */

/**
 * GRAM_YEAR_FILE_MAX_ROWS:
 *
 * Most rows that such a file may have.
 */
#define GRAM_YEAR_FILE_MAX_ROWS 10000

/**
 * GramYearFileRow:
 * @account: the account that the row names
 * @values: (array): its values in the order of the columns, trimmed
 * @data: closure
 * @refusal: (out) (optional): what is wrong with the row
 * @error: return location
 *
 * Takes a row.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
typedef gboolean (*GramYearFileRow) (const GramAccountRecord *account,
                                     const char *const *values,
                                     gpointer data,
                                     GramRefusal **refusal,
                                     GError **error);

/**
 * gram_year_file_read:
 * @call: a call with the argument `file`
 * @single: the command that enters the figure of one account: the sender has to be one who may send it for each account
 * @columns: (array zero-terminated=1): names of the columns that it needs, the first `account`; case and order do not
 *   matter, others are passed over
 * @func: (scope call): takes a row
 * @data: its closure
 * @n_rows: (out): rows that were taken
 * @refusal: (out) (optional): `file.unreadable`, `file.columns`, `file.rows` (names each wrong row), `file.empty`
 * @error: return location
 *
 * Reads a CSV or JSON Lines file. Every row is looked at, and any wrong one refuses the whole file: what the others wrote
 * goes with the unit of work. An account that is named twice is wrong. Puts the digest of the file into the journal.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_year_file_read (GramCall *call,
                              const char *single,
                              const char *const *columns,
                              GramYearFileRow func,
                              gpointer data,
                              gint64 *n_rows,
                              GramRefusal **refusal,
                              GError **error);

/**
 * gram_year_read_source:
 * @typed: (nullable): where a figure comes from
 * @day: (nullable): day of the source, ISO
 * @today: today in Europe/London; a source is not of a later day
 * @source: (out) (transfer full): the text
 * @dated_on: (out): the day
 * @refusal: (out) (optional): `text.*`, `date.form`, `source.day`
 *
 * Reads source and day of a figure that is entered by hand or by a file.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_year_read_source (const char *typed,
                                const char *day,
                                GramDate today,
                                char **source,
                                GramDate *dated_on,
                                GramRefusal **refusal);

G_END_DECLS
