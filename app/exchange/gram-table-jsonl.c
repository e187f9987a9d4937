/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-jsonl.h"

#include <string.h>

static void
skip_blanks (GramJsonlScan *scan)
{
  while (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\r' || *scan->at == '\n')
    scan->at++;
}

static gboolean
scan_unit (const char *at, gunichar *unit)
{
  gunichar value = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return FALSE;
      value = value << 4 | (gunichar)digit;
    }
  *unit = value;
  return TRUE;
}

/* Reads `uXXXX`, with a second one behind it where the first is half of a pair. */
static gboolean
scan_unicode (const char **at, char **to)
{
  gunichar unit;
  gunichar second;

  if (!scan_unit (*at + 1, &unit) || unit == 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return FALSE;
  *at += 5;
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      if ((*at)[0] != '\\' || (*at)[1] != 'u' || !scan_unit (*at + 2, &second) || second < 0xdc00
          || second > 0xdfff)
        return FALSE;
      *at += 6;
      unit = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
    }
  *to += g_unichar_to_utf8 (unit, *to);
  return TRUE;
}

static gboolean
scan_escape (const char **at, char **to)
{
  static const char names[] = "\"\\/bfnrt";
  static const char means[] = "\"\\/\b\f\n\r\t";
  const char *name;

  if (**at == 'u')
    return scan_unicode (at, to);
  name = **at == '\0' ? NULL : strchr (names, **at);
  if (name == NULL)
    return FALSE;
  *(*to)++ = means[name - names];
  (*at)++;
  return TRUE;
}

/* Reads a string from its opening quote on and drops the escapes in place: an escape is never
   shorter than what it means. */
static gboolean
scan_string (GramJsonlScan *scan, GramSlice *slice)
{
  const char *at = scan->at + 1;
  char *from = scan->at + 1;
  char *to = from;

  while (*at != '"')
    {
      if ((guchar)*at < 0x20)
        return FALSE;
      if (*at != '\\')
        *to++ = *at++;
      else
        {
          at++;
          if (!scan_escape (&at, &to))
            return FALSE;
        }
    }
  scan->at += at + 1 - (const char *)scan->at;
  *to = '\0';
  *slice = (GramSlice){ from, (gsize)(to - from) };
  return TRUE;
}

static gboolean
scan_digits (char **at)
{
  char *from = *at;

  while (g_ascii_isdigit (**at))
    (*at)++;
  return *at > from;
}

static gboolean
scan_number (GramJsonlScan *scan, GramSlice *slice)
{
  char *at = scan->at;
  char *whole;

  if (*at == '-')
    at++;
  whole = at;
  if (!scan_digits (&at) || (*whole == '0' && at > whole + 1))
    return FALSE;
  if (*at == '.')
    {
      at++;
      if (!scan_digits (&at))
        return FALSE;
    }
  if (*at == 'e' || *at == 'E')
    {
      at++;
      if (*at == '+' || *at == '-')
        at++;
      if (!scan_digits (&at))
        return FALSE;
    }
  *slice = (GramSlice){ scan->at, (gsize)(at - scan->at) };
  scan->at = at;
  return TRUE;
}

static gboolean
scan_value (GramJsonlScan *scan, GramSlice *slice)
{
  static const char *const words[] = { "true", "false", "null" };

  if (*scan->at == '"')
    return scan_string (scan, slice);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (scan->at, words[i]))
      {
        gsize length = strlen (words[i]);

        *slice = *words[i] == 'n' ? (GramSlice){ "", 0 } : (GramSlice){ words[i], length };
        scan->at += length;
        return TRUE;
      }
  return scan_number (scan, slice);
}

gboolean
gram_jsonl_begin (GramJsonlScan *scan, char *line)
{
  *scan = (GramJsonlScan){ line, TRUE, FALSE };
  skip_blanks (scan);
  return *scan->at++ == '{';
}

GramTableStep
gram_jsonl_next (GramJsonlScan *scan, GramSlice *key, GramSlice *value)
{
  char *number;

  if (!scan->done)
    skip_blanks (scan);
  if (!scan->done && scan->first && *scan->at == '}')
    {
      scan->at++;
      scan->done = TRUE;
    }
  scan->first = FALSE;
  if (scan->done)
    {
      skip_blanks (scan);
      return *scan->at == '\0' ? GRAM_TABLE_DONE : GRAM_TABLE_ERROR;
    }

  if (*scan->at != '"' || !scan_string (scan, key))
    return GRAM_TABLE_ERROR;
  skip_blanks (scan);
  if (*scan->at++ != ':')
    return GRAM_TABLE_ERROR;
  skip_blanks (scan);
  number = *scan->at == '-' || g_ascii_isdigit (*scan->at) ? scan->at : NULL;
  if (!scan_value (scan, value))
    return GRAM_TABLE_ERROR;
  skip_blanks (scan);
  if (*scan->at != ',' && *scan->at != '}')
    return GRAM_TABLE_ERROR;
  scan->done = *scan->at++ == '}';
  /* Only now, because it may stand where the comma or brace was. */
  if (number != NULL)
    number[value->length] = '\0';
  return GRAM_TABLE_ROW;
}
