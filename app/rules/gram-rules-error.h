/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GRAM_RULES_ERROR:
 *
 * Error domain of the readers of app/rules: a text that is not a number, a date, an identifier or a rulebook. The
 * codes are #GramRulesError.
 */
#define GRAM_RULES_ERROR (gram_rules_error_quark ())

/**
 * GramRulesError:
 * @GRAM_RULES_ERROR_EMPTY: there is no text
 * @GRAM_RULES_ERROR_DECIMAL_FORM: not a decimal number
 * @GRAM_RULES_ERROR_DECIMAL_SIGN: a sign where none may stand, or two of them
 * @GRAM_RULES_ERROR_DECIMAL_GROUPING: grouped thousands, or the other decimal separator
 * @GRAM_RULES_ERROR_DECIMAL_EXPONENT: a number with an exponent (`1.2E5`)
 * @GRAM_RULES_ERROR_DECIMAL_PRECISION: more decimals than are kept, and they are not zero
 * @GRAM_RULES_ERROR_DECIMAL_OVERFLOW: too large
 * @GRAM_RULES_ERROR_DATE_FORM: not a date in the order that was chosen
 * @GRAM_RULES_ERROR_DATE_IMPOSSIBLE: there is no such day in the calendar
 * @GRAM_RULES_ERROR_IDENTIFIER_FORM: neither a VIN nor a chassis number
 * @GRAM_RULES_ERROR_IDENTIFIER_CHARACTER: a character that no identifier has
 * @GRAM_RULES_ERROR_IDENTIFIER_LENGTH: too short or too long
 * @GRAM_RULES_ERROR_VIN_LETTER: a VIN with the letter I, O or Q
 * @GRAM_RULES_ERROR_ACCOUNT_NUMBER_FORM: not eight digits
 * @GRAM_RULES_ERROR_ACCOUNT_NUMBER_CHECK: the check digit does not agree: a digit is mistyped, or two are swapped
 * @GRAM_RULES_ERROR_ACCOUNT_NUMBER_SERIAL: there are no more account numbers
 * @GRAM_RULES_ERROR_RULEBOOK_JSON: the text is not strict JSON, too long or too deep
 * @GRAM_RULES_ERROR_RULEBOOK_MEMBER: a member is missing, unknown or stands twice
 * @GRAM_RULES_ERROR_RULEBOOK_VALUE: a member has a value that it cannot have
 *
 * What is wrong with a text. Each has a stable word, see gram_rules_error_word().
 */
typedef enum
{
  GRAM_RULES_ERROR_EMPTY,
  GRAM_RULES_ERROR_DECIMAL_FORM,
  GRAM_RULES_ERROR_DECIMAL_SIGN,
  GRAM_RULES_ERROR_DECIMAL_GROUPING,
  GRAM_RULES_ERROR_DECIMAL_EXPONENT,
  GRAM_RULES_ERROR_DECIMAL_PRECISION,
  GRAM_RULES_ERROR_DECIMAL_OVERFLOW,
  GRAM_RULES_ERROR_DATE_FORM,
  GRAM_RULES_ERROR_DATE_IMPOSSIBLE,
  GRAM_RULES_ERROR_IDENTIFIER_FORM,
  GRAM_RULES_ERROR_IDENTIFIER_CHARACTER,
  GRAM_RULES_ERROR_IDENTIFIER_LENGTH,
  GRAM_RULES_ERROR_VIN_LETTER,
  GRAM_RULES_ERROR_ACCOUNT_NUMBER_FORM,
  GRAM_RULES_ERROR_ACCOUNT_NUMBER_CHECK,
  GRAM_RULES_ERROR_ACCOUNT_NUMBER_SERIAL,
  GRAM_RULES_ERROR_RULEBOOK_JSON,
  GRAM_RULES_ERROR_RULEBOOK_MEMBER,
  GRAM_RULES_ERROR_RULEBOOK_VALUE,
} GramRulesError;

/**
 * gram_rules_error_quark:
 *
 * Returns: the quark of %GRAM_RULES_ERROR
 */
GQuark gram_rules_error_quark (void);

/**
 * gram_rules_error_word:
 * @code: a #GramRulesError
 *
 * The stable word of an error, for lists of rejected rows and for refusals, for example `decimal.grouping`,
 * `vin.letter` or `rulebook.value`. Never translated.
 *
 * Returns: (transfer none): the word
 */
const char *gram_rules_error_word (int code);

/**
 * gram_rules_error_suggestion:
 * @code: a #GramRulesError
 *
 * What the person who has the text can do about it, as a translated sentence. The message of the #GError says what is
 * wrong with this text; the suggestion is the same for every text with that error.
 *
 * Returns: (transfer none): the sentence
 */
const char *gram_rules_error_suggestion (int code);

G_END_DECLS
