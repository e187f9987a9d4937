/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-identifier.h"

#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NUMBER_LENGTH (GRAM_ACCOUNT_NUMBER_BUFFER - 1)
#define LAST_SERIAL 8999999

char
gram_luhn_digit (const char *digits)
{
  gsize length;
  int sum = 0;

  g_return_val_if_fail (digits != NULL, 0);

  length = strlen (digits);
  for (gsize i = 0; i < length; i++)
    {
      int digit = digits[length - 1 - i] - '0';

      if (digit < 0 || digit > 9)
        return 0;
      /* The digit next to the check digit counts twice, then every other one; 10 to 18 count as their two digits. */
      if (i % 2 == 0)
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }

  return (char)('0' + (10 - sum % 10) % 10);
}

gboolean
gram_account_number_make (gint64 serial, char buffer[GRAM_ACCOUNT_NUMBER_BUFFER], GError **error)
{
  if (serial < 1 || serial > LAST_SERIAL)
    {
      g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_ACCOUNT_NUMBER_SERIAL,
                           _ ("This registry has no account numbers left."));
      return FALSE;
    }

  g_snprintf (buffer, GRAM_ACCOUNT_NUMBER_BUFFER, "%d", (int)(GRAM_ACCOUNT_NUMBER_BASE + serial));
  buffer[NUMBER_LENGTH - 1] = gram_luhn_digit (buffer);
  buffer[NUMBER_LENGTH] = '\0';
  return TRUE;
}

static gboolean
fail_form (GError **error, const char *text)
{
  g_autofree char *excerpt = _gram_excerpt (text, -1);

  g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_ACCOUNT_NUMBER_FORM,
               _ ("“%s” is not an account number: it has to have eight digits."), excerpt);
  return FALSE;
}

gboolean
gram_account_number_parse (const char *text,
                           char buffer[GRAM_ACCOUNT_NUMBER_BUFFER],
                           GError **error)
{
  char digits[GRAM_ACCOUNT_NUMBER_BUFFER] = { 0 };
  char body[GRAM_ACCOUNT_NUMBER_BUFFER] = { 0 };
  gsize n = 0;

  if (text == NULL)
    text = "";
  for (const char *at = text; *at != '\0'; at++)
    {
      if (_gram_is_blank (*at) || *at == '-')
        continue;
      if (!g_ascii_isdigit (*at) || n == NUMBER_LENGTH)
        return fail_form (error, text);
      digits[n++] = *at;
    }
  if (n == 0)
    {
      g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_EMPTY,
                           _ ("An account number is missing."));
      return FALSE;
    }
  if (n != NUMBER_LENGTH)
    return fail_form (error, text);

  memcpy (body, digits, NUMBER_LENGTH - 1);
  if (gram_luhn_digit (body) != digits[NUMBER_LENGTH - 1])
    {
      g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_ACCOUNT_NUMBER_CHECK,
                   _ ("%s is not an account number: a digit is mistyped, or two are swapped."),
                   digits);
      return FALSE;
    }

  memcpy (buffer, digits, sizeof digits);
  return TRUE;
}
