/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rules-error.h"

#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT_CHARACTERS 40

typedef struct
{
  const char *word;
  const char *suggestion;
} ErrorWords;

static const ErrorWords error_words[] = {
  [GRAM_RULES_ERROR_EMPTY] = { "text.empty", N_ ("Fill in a value.") },
  [GRAM_RULES_ERROR_DECIMAL_FORM] = { "decimal.form", N_ ("Write digits only, such as 131.5.") },
  [GRAM_RULES_ERROR_DECIMAL_SIGN]
  = { "decimal.sign", N_ ("Write the number without a plus sign, and at most one “-”.") },
  [GRAM_RULES_ERROR_DECIMAL_GROUPING]
  = { "decimal.grouping",
      N_ ("Write no separator between thousands, and check which decimal separator was chosen.") },
  [GRAM_RULES_ERROR_DECIMAL_EXPONENT]
  = { "decimal.exponent", N_ ("Write all digits instead of an exponent.") },
  [GRAM_RULES_ERROR_DECIMAL_PRECISION]
  = { "decimal.precision", N_ ("Write fewer decimals; nothing is rounded silently.") },
  [GRAM_RULES_ERROR_DECIMAL_OVERFLOW]
  = { "decimal.overflow", N_ ("Check the number; it is larger than any real one.") },
  [GRAM_RULES_ERROR_DATE_FORM]
  = { "date.form", N_ ("Check which order of day, month and year was chosen.") },
  [GRAM_RULES_ERROR_DATE_IMPOSSIBLE]
  = { "date.impossible", N_ ("Check the day, and which order of day, month and year was chosen.") },
  [GRAM_RULES_ERROR_IDENTIFIER_FORM]
  = { "identifier.form",
      N_ ("Write a VIN of 17 characters, or a chassis number such as ZVW30-1234567.") },
  [GRAM_RULES_ERROR_IDENTIFIER_CHARACTER]
  = { "identifier.character",
      N_ ("Write letters A to Z and digits only; a chassis number may have one dash.") },
  [GRAM_RULES_ERROR_IDENTIFIER_LENGTH]
  = { "identifier.length", N_ ("Count the characters: a VIN has 17, a chassis number 8 to 15.") },
  [GRAM_RULES_ERROR_VIN_LETTER]
  = { "vin.letter", N_ ("Use the digit 1 for I, and the digit 0 for O and Q.") },
  [GRAM_RULES_ERROR_ACCOUNT_NUMBER_FORM]
  = { "account-number.form", N_ ("An account number has eight digits.") },
  [GRAM_RULES_ERROR_ACCOUNT_NUMBER_CHECK]
  = { "account-number.check", N_ ("Compare it with the document digit by digit.") },
  [GRAM_RULES_ERROR_ACCOUNT_NUMBER_SERIAL]
  = { "account-number.serial", N_ ("Start another registry.") },
  [GRAM_RULES_ERROR_RULEBOOK_JSON]
  = { "rulebook.json", N_ ("Correct the file; it has to be strict JSON.") },
  [GRAM_RULES_ERROR_RULEBOOK_MEMBER]
  = { "rulebook.member", N_ ("Compare the file with a rulebook that comes with Gram.") },
  [GRAM_RULES_ERROR_RULEBOOK_VALUE] = { "rulebook.value", N_ ("Correct the value in the file.") },
};

/* clang-format off: it takes the name for a subtraction */
G_DEFINE_QUARK (gram - rules - error - quark, gram_rules_error)
/* clang-format on */

char *
_gram_excerpt (const char *text, gssize length)
{
  g_autofree char *valid = NULL;
  g_autofree char *start = NULL;

  /* Four bytes a character are the most that UTF-8 takes: no need to validate a whole megabyte. */
  if (length < 0)
    length = (gssize)strnlen (text, EXCERPT_CHARACTERS * 4 + 4);
  valid = g_utf8_make_valid (text, MIN (length, EXCERPT_CHARACTERS * 4 + 4));
  if (g_utf8_strlen (valid, -1) <= EXCERPT_CHARACTERS)
    return g_steal_pointer (&valid);

  start = g_utf8_substring (valid, 0, EXCERPT_CHARACTERS - 1);
  return g_strconcat (start, "…", NULL);
}

const char *
gram_rules_error_word (int code)
{
  g_return_val_if_fail (code >= 0 && code < (int)G_N_ELEMENTS (error_words), "text.unknown");

  return error_words[code].word;
}

const char *
gram_rules_error_suggestion (int code)
{
  g_return_val_if_fail (code >= 0 && code < (int)G_N_ELEMENTS (error_words), "");

  return _ (error_words[code].suggestion);
}
