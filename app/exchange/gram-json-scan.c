/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-json-scan.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "gram-json.h"

/* Digits of a number that may not fit into 64 bits, with its sign. */
#define LONGEST_INTEGER 20

static gint64
line_of (const char *text, const char *at)
{
  gint64 line = 1;

  for (; text < at; text++)
    line += *text == '\n';
  return line;
}

static gboolean
refuse (GError **error,
        GramExchangeError code,
        const char *text,
        const char *at,
        const char *message)
{
  g_set_error (error, GRAM_EXCHANGE_ERROR, (int)code, _ ("Line %" PRId64 ": %s"),
               line_of (text, at), message);
  return FALSE;
}

/* Steps over a string. Where it is not closed, json-glib will say so. */
static const char *
skip_string (const char *at, const char *end, gboolean *has_nul)
{
  for (at++; at < end && *at != '"'; at++)
    {
      if (*at != '\\' || at + 1 >= end)
        continue;
      at++;
      if (end - at > 4 && memcmp (at, "u0000", 5) == 0)
        *has_nul = TRUE;
    }
  return MIN (at + 1, end);
}

static const char *
skip_number (const char *at, const char *end, gboolean *fits)
{
  const char *from = at;
  char digits[LONGEST_INTEGER + 1];
  gboolean whole = TRUE;

  if (*at == '-')
    at++;
  for (; at < end && (g_ascii_isdigit (*at) || strchr (".eE+-", *at) != NULL) && *at != '\0'; at++)
    whole &= g_ascii_isdigit (*at);
  *fits = TRUE;
  if (!whole)
    return at;
  *fits = at - from <= LONGEST_INTEGER;
  if (*fits)
    {
      memcpy (digits, from, (gsize)(at - from));
      digits[at - from] = '\0';
      *fits = *digits == '-' && digits[1] == '\0'
                  ? TRUE
                  : g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, NULL, NULL);
    }
  return at;
}

gboolean
gram_json_scan (const char *text, gsize length, gsize *n_members, GError **error)
{
  const char *end = text + length;
  guint depth = 0;
  gboolean has_nul = FALSE;
  gboolean fits = TRUE;

  *n_members = 0;
  for (const char *at = text; at < end;)
    {
      const char *from = at;

      if (*at == '"')
        at = skip_string (at, end, &has_nul);
      else if (*at == '-' || g_ascii_isdigit (*at))
        at = skip_number (at, end, &fits);
      else
        {
          if (*at == '{' || *at == '[')
            depth++;
          else if ((*at == '}' || *at == ']') && depth > 0)
            depth--;
          else if (*at == ':')
            *n_members += 1;
          at++;
        }
      if (has_nul)
        return refuse (error, GRAM_EXCHANGE_ERROR_SYNTAX, text, from,
                       _ ("\\u0000 may not stand in a text"));
      if (!fits)
        return refuse (error, GRAM_EXCHANGE_ERROR_LIMIT, text, from,
                       _ ("the number is too large; write it as a text in quotes"));
      if (depth > GRAM_JSON_MAX_DEPTH)
        return refuse (error, GRAM_EXCHANGE_ERROR_LIMIT, text, from,
                       _ ("objects and lists are nested too deep"));
    }
  return TRUE;
}
