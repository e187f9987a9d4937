/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-exchange-error.h"

G_BEGIN_DECLS

/*
 * Amounts and days as banks write them in CSV. How a file writes them is told by all of its rows together. Private to the reader of
 * bank statements.
 */

/**
 * GramBankWriting:
 * @points: amounts whose decimals can only stand behind a point
 * @commas: amounts whose decimals can only stand behind a comma
 * @days_first: dates that can only have the day before the month
 * @months_first: dates that can only have the month before the day
 * @open: dates that can have both
 *
 * What the rows seen so far tell.
 */
typedef struct
{
  guint64 points;
  guint64 commas;
  guint64 days_first;
  guint64 months_first;
  guint64 open;
} GramBankWriting;

/**
 * gram_bank_writing_amount:
 * @self: what was seen
 * @text: (nullable): an amount
 *
 * Looks at an amount.
 */
void gram_bank_writing_amount (GramBankWriting *self, const char *text);

/**
 * gram_bank_writing_date:
 * @self: what was seen
 * @text: (nullable): a date
 *
 * Looks at a date.
 */
void gram_bank_writing_date (GramBankWriting *self, const char *text);

/**
 * gram_bank_writing_decide:
 * @self: what was seen
 * @separator: (out): `.` or `,`
 * @order: (out): day or month first
 * @assumed: (out): nothing told the order, so that the day comes first, as banks in New Zealand write
 * @error: return location
 *
 * Decides for the whole file.
 *
 * Returns: %FALSE with a %GRAM_EXCHANGE_ERROR if the file writes amounts or dates in two ways
 */
gboolean gram_bank_writing_decide (const GramBankWriting *self,
                                   char *separator,
                                   GramDateOrder *order,
                                   gboolean *assumed,
                                   GError **error);

/**
 * gram_bank_amount_parse:
 * @text: an amount: `1,234.50`, `-12.00`, `$ 7`, `(3.20)`, `12,00-`
 * @separator: `.` or `,`
 * @cents: (out): NZ cents, with its sign
 * @error: return location
 *
 * Reads an amount. Thousands may be grouped by the other separator, in threes.
 *
 * Returns: %FALSE with an error that says what to do
 */
gboolean gram_bank_amount_parse (const char *text, char separator, gint64 *cents, GError **error);

/**
 * gram_bank_date_parse:
 * @text: (nullable): a date: `2026-11-22`, `2026/11/22`, `20261122`, `22/11/2026`, `22.11.26`, perhaps with a time behind it
 * @order: order of day and month where the year does not come first
 * @date: (out): the day
 * @error: return location
 *
 * Reads a date. A year of two digits is one of this century.
 *
 * Returns: %FALSE with an error that says what to do
 */
gboolean
gram_bank_date_parse (const char *text, GramDateOrder order, GramDate *date, GError **error);

G_END_DECLS
