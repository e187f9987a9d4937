/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bank-amount.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-decimal.h"

#define DIGITS "0123456789"
#define CENTURY 2000
#define MAX_DAY 31
#define MAX_MONTH 12

void
gram_bank_writing_amount (GramBankWriting *self, const char *text)
{
  const char *point = text != NULL ? strrchr (text, '.') : NULL;
  const char *comma = text != NULL ? strrchr (text, ',') : NULL;
  const char *last = point > comma ? point : comma;

  if (last == NULL)
    return;
  /* One separator that stands once before three digits can be both; the last of two, or one before fewer digits, has decimals. */
  if ((point == NULL || comma == NULL)
      && (strspn (last + 1, DIGITS) == 3 || strchr (text, *last) != last))
    return;

  if (*last == '.')
    self->points++;
  else
    self->commas++;
}

/* Three numbers as a date has them, and whether the year comes first. */
static gboolean
split (const char *text, int parts[3], gboolean *year_first)
{
  gsize digits[3];
  char separator = '\0';
  const char *at = text != NULL ? text : "";

  while (*at == ' ')
    at++;
  if (strspn (at, DIGITS) == strlen ("20261122"))
    {
      for (int i = 0; i < 3; i++)
        parts[i] = 0;
      for (int i = 0; i < 8; i++)
        {
          int *part = &parts[i < 4 ? 0 : i / 2 - 1];

          *part = *part * 10 + (at[i] - '0');
        }
      *year_first = TRUE;
      return TRUE;
    }

  for (int i = 0; i < 3; i++)
    {
      digits[i] = strspn (at, DIGITS);
      if (digits[i] < 1 || digits[i] > 4)
        return FALSE;
      parts[i] = 0;
      for (gsize j = 0; j < digits[i]; j++)
        parts[i] = parts[i] * 10 + (at[j] - '0');
      at += digits[i];
      if (i == 2)
        break;
      if (*at == '\0' || strchr ("-/.", *at) == NULL || (i == 1 && *at != separator))
        return FALSE;
      separator = *at++;
    }

  *year_first = digits[0] == 4;
  if (!*year_first && digits[2] == 2)
    parts[2] += CENTURY;
  /* A time may stand behind it. */
  return (*at == '\0' || *at == ' ' || *at == 'T') && digits[1] <= 2
         && (*year_first ? digits[2] <= 2 : digits[0] <= 2 && (digits[2] == 2 || digits[2] == 4));
}

void
gram_bank_writing_date (GramBankWriting *self, const char *text)
{
  int parts[3];
  gboolean year_first;

  if (!split (text, parts, &year_first) || year_first)
    return;

  if (parts[0] > MAX_MONTH && parts[0] <= MAX_DAY)
    self->days_first++;
  else if (parts[1] > MAX_MONTH && parts[1] <= MAX_DAY)
    self->months_first++;
  else if (parts[0] != parts[1])
    self->open++;
}

gboolean
gram_bank_writing_decide (const GramBankWriting *self,
                          char *separator,
                          GramDateOrder *order,
                          gboolean *assumed,
                          GError **error)
{
  const char *message = NULL;

  if (self->points > 0 && self->commas > 0)
    message
        = _ ("The file writes decimals with a point and with a comma. Ask the bank for it again.");
  else if (self->days_first > 0 && self->months_first > 0)
    message
        = _ ("The file has dates that begin with the day and others that begin with the month. Ask "
             "the bank for it again.");
  if (message != NULL)
    {
      g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX, message);
      return FALSE;
    }

  *separator = self->commas > 0 ? ',' : '.';
  *order = self->months_first > 0 ? GRAM_DATE_MONTH_DAY_YEAR : GRAM_DATE_DAY_MONTH_YEAR;
  *assumed = self->open > 0 && self->days_first == 0 && self->months_first == 0;
  return TRUE;
}

/* The digits without sign, currency and grouping; FALSE if something else is there, or groups are not of three. */
static gboolean
strip (const char *text, char separator, GString *plain, gboolean *negative)
{
  char grouping = separator == '.' ? ',' : '.';
  g_autofree char *copy = g_strstrip (g_strdup (text));
  gsize length = strlen (copy);
  char *at = copy;
  gsize run = 0;
  gboolean grouped = FALSE;
  gboolean decimals = FALSE;

  *negative = length > 1 && (copy[length - 1] == '-' || (*at == '(' && copy[length - 1] == ')'));
  if (*negative)
    copy[length - 1] = '\0';
  if (*at == '(')
    at++;
  for (; *at == '-' || *at == '+' || *at == '$' || *at == ' '; at++)
    *negative |= *at == '-';

  for (; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        {
          run++;
          g_string_append_c (plain, *at);
          continue;
        }
      if (decimals || run == 0 || (*at != grouping && *at != separator)
          || (grouped ? run != 3 : *at == grouping && run > 3))
        return FALSE;
      grouped = *at == grouping;
      decimals = *at == separator;
      run = 0;
      if (decimals)
        g_string_append_c (plain, '.');
    }

  return run > 0 && (!grouped || run == 3);
}

gboolean
gram_bank_amount_parse (const char *text, char separator, gint64 *cents, GError **error)
{
  g_autoptr (GString) plain = g_string_new ("");
  gboolean negative;
  gint64 value;

  g_return_val_if_fail (text != NULL && cents != NULL, FALSE);

  if (!strip (text, separator, plain, &negative))
    {
      g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
                           _ ("this is no amount; ask the bank for the file again"));
      return FALSE;
    }
  if (!gram_decimal_parse (plain->str, GRAM_DECIMAL_SCALE_MONEY, &value, error))
    return FALSE;

  *cents = negative ? -value : value;
  return TRUE;
}

gboolean
gram_bank_date_parse (const char *text, GramDateOrder order, GramDate *date, GError **error)
{
  int parts[3];
  gboolean year_first;
  GramDate read = GRAM_DATE_NONE;

  g_return_val_if_fail (date != NULL, FALSE);

  if (split (text, parts, &year_first))
    {
      if (year_first)
        read = gram_date_make (parts[0], parts[1], parts[2]);
      else if (order == GRAM_DATE_MONTH_DAY_YEAR)
        read = gram_date_make (parts[2], parts[0], parts[1]);
      else
        read = gram_date_make (parts[2], parts[1], parts[0]);
    }
  if (!gram_date_is_valid (read))
    {
      g_set_error_literal (
          error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
          order == GRAM_DATE_MONTH_DAY_YEAR
              ? _ ("this is no day of the form month/day/year or 2026-12-31; ask the "
                   "bank for the file again")
              : _ ("this is no day of the form day/month/year or 2026-12-31; ask the "
                   "bank for the file again"));
      return FALSE;
    }

  *date = read;
  return TRUE;
}
