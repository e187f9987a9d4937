/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * _gram_excerpt:
 * @text: bytes that somebody typed or a file had
 * @length: how many, or -1
 *
 * Returns: (transfer full): valid UTF-8 of at most 40 characters to show in a message
 */
char *_gram_excerpt (const char *text, gssize length);

/**
 * _gram_days_later:
 * @day: a day
 * @days: how many days later, perhaps negative
 *
 * Returns: that day; the last day of the calendar if it is beyond it
 */
GramDate _gram_days_later (GramDate day, int days);

/**
 * _gram_amount_for_people:
 * @value: a number times 10^@scale
 * @scale: its scale
 *
 * Returns: (transfer full): the number with all its decimals, as the locale writes it
 */
char *_gram_amount_for_people (gint64 value, guint scale);

/**
 * _gram_number_for_people:
 * @value: a number times 10^@scale
 * @scale: its scale
 *
 * Returns: (transfer full): the number without trailing zeros, as the locale writes it
 */
char *_gram_number_for_people (gint64 value, guint scale);

/**
 * _gram_has_control:
 * @text: valid UTF-8
 * @allowed: control characters that may be in it, for example `\n`
 *
 * Returns: %TRUE if another control character is in @text
 */
gboolean _gram_has_control (const char *text, const char *allowed);

/**
 * _gram_is_bidi:
 * @c: a character
 *
 * Returns: %TRUE if @c changes the direction of what stands around it, so that a name can look like another
 */
gboolean _gram_is_bidi (gunichar c);

/**
 * _gram_read_text:
 * @text: (nullable): what somebody wrote
 * @max: at most so many characters
 * @allowed: control characters that may be in it, for example `\n\t`
 * @result: (inout): it without blanks around it; empty for %NULL
 *
 * A text that would not be shown as it is, or is too long, is none.
 *
 * Returns: (nullable): what is wrong with it, translated, to stand after the name of the field; @result is then untouched
 */
const char *_gram_read_text (const char *text, glong max, const char *allowed, char **result);

/**
 * _gram_is_blank:
 * @c: a byte
 *
 * Returns: %TRUE for the blanks that are ignored around a number or a date
 */
static inline gboolean
_gram_is_blank (char c)
{
  return c == ' ' || c == '\t';
}

G_END_DECLS
