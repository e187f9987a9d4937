/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rules-private.h"

#include "gram-decimal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

GramDate
_gram_days_later (GramDate day, int days)
{
  GramDate later;

  if (!gram_date_add_days (day, days, &later))
    return gram_date_make (9999, 12, 31);

  return later;
}

char *
_gram_amount_for_people (gint64 value, guint scale)
{
  return gram_decimal_format_in_locale (value, scale, scale);
}

char *
_gram_number_for_people (gint64 value, guint scale)
{
  return gram_decimal_format_in_locale (value, scale, 0);
}

gboolean
_gram_has_control (const char *text, const char *allowed)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_iscntrl (c) && (c > 0x7f || strchr (allowed, (int)c) == NULL))
        return TRUE;
    }

  return FALSE;
}

gboolean
_gram_is_bidi (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069);
}

const char *
_gram_read_text (const char *text, glong max, const char *allowed, char **result)
{
  g_autofree char *stripped = NULL;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return _ ("this is not text; write it again");

  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (_gram_has_control (stripped, allowed))
    return _ ("there is a character that cannot be shown; remove it");
  for (const char *at = stripped; *at != '\0'; at = g_utf8_next_char (at))
    if (_gram_is_bidi (g_utf8_get_char (at)))
      return _ ("there is a character that cannot be shown; remove it");
  if (g_utf8_strlen (stripped, -1) > max)
    return _ ("this is too long; shorten it");

  g_free (*result);
  *result = g_steal_pointer (&stripped);
  return NULL;
}
