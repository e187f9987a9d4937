/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Numbers, days and instants as the reader's locale writes them. Integers only; nothing here goes through a
 * floating-point number. For screens; files and JSON are written by app/rules/gram-decimal.h.
 */

/**
 * gram_format_count:
 * @count: a number of things
 *
 * Returns: (transfer full): the number with the locale's grouping, for example `21,408`
 */
char *gram_format_count (gint64 count);

/**
 * gram_format_grams:
 * @micro: emissions, millionths of g/km
 * @decimals: how many decimals, at most 6; rounded half up
 *
 * Returns: (transfer full): the figure without a unit, for example `131.4`; `–` for %GRAM_CO2_UNKNOWN
 */
char *gram_format_grams (gint64 micro, guint decimals);

/**
 * gram_format_decimal:
 * @amount: a number times 10^@scale
 * @scale: its scale
 * @decimals: print at least so many decimals
 *
 * Returns: (transfer full): the number, exactly
 */
char *gram_format_decimal (gint64 amount, guint scale, guint decimals);

/**
 * gram_format_to_edit:
 * @amount: a number times 10^@scale
 * @scale: its scale
 * @decimals: print at least so many decimals
 *
 * As gram_format_decimal(), for a field where it is typed: nothing stands between the thousands.
 *
 * Returns: (transfer full): the number, exactly
 */
char *gram_format_to_edit (gint64 amount, guint scale, guint decimals);

/**
 * gram_format_co2:
 * @micro: emissions, millionths of g/km, exactly
 *
 * Returns: (transfer full): the figure with its unit, for example `131.45 g/km`; `–` for %GRAM_CO2_UNKNOWN
 */
char *gram_format_co2 (gint64 micro);

/**
 * gram_format_money:
 * @minor: an amount in cents or pence
 * @currency: `NZD` or `GBP`
 *
 * Returns: (transfer full): the amount, for example `NZ$1,204.50`
 */
char *gram_format_money (gint64 minor, const char *currency);

/**
 * gram_format_date:
 * @iso: (nullable): a date, ISO
 *
 * Returns: (transfer full): the date in words, for example `14 February 2026`; `–` if there is none
 */
char *gram_format_date (const char *iso);

/**
 * gram_format_month:
 * @period: year * 100 + month, 0 unknown
 * @full: write the month out, for a table; else as short as an axis needs it
 *
 * Returns: (transfer full): the month
 */
char *gram_format_month (int period, gboolean full);

/**
 * gram_format_day_of_instant:
 * @utc_us: UTC microseconds
 *
 * Returns: (transfer full): the day in the reader's own zone, in words
 */
char *gram_format_day_of_instant (gint64 utc_us);

/**
 * gram_format_time_of_instant:
 * @utc_us: UTC microseconds
 *
 * Returns: (transfer full): hours and minutes in the reader's own zone
 */
char *gram_format_time_of_instant (gint64 utc_us);

/**
 * gram_format_account_number:
 * @number: (nullable): an account number, eight digits
 *
 * Returns: (transfer full): the number in two groups, easier to read and to dictate: `1000 0015`
 */
char *gram_format_account_number (const char *number);

/**
 * gram_formats_bind_closures:
 * @widget_class: class of a template that uses them
 *
 * Lets a template use, as closures: `$format_count(int64)`, `$format_co2(int64)`, `$format_date(string)`,
 * `$format_account_number(string)`, `$not(boolean)`, `$has_text(string)`; the text they give is a string.
 */
void gram_formats_bind_closures (GtkWidgetClass *widget_class);

G_END_DECLS
