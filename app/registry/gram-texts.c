/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-texts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Neither control characters nor those that turn the direction of writing and so fool the eye. */
static gboolean
has_bad_character (const char *text, gboolean lines)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\n' && lines)
        continue;
      if (g_unichar_iscntrl (character) || (character >= 0x202A && character <= 0x202E)
          || (character >= 0x2066 && character <= 0x2069))
        return TRUE;
    }
  return FALSE;
}

/* Something, one @, a name with a dot: enough to catch a slip. Only the mail that arrives is a proof. */
static gboolean
looks_like_email (const char *text)
{
  const char *at = strchr (text, '@');
  const char *dot = at != NULL ? strrchr (at, '.') : NULL;

  return at != NULL && at != text && strchr (at + 1, '@') == NULL && dot != NULL && dot > at + 1
         && dot[1] != '\0' && strpbrk (text, " ,;<>\"\\") == NULL;
}

gboolean
gram_text_check (const GramText *rule, const char *value, char **normal, GramRefusal **refusal)
{
  g_autofree char *stripped = g_strstrip (g_strdup (value != NULL ? value : ""));

  g_return_val_if_fail (rule != NULL, FALSE);
  g_return_val_if_fail (normal != NULL, FALSE);

  if (*stripped == '\0')
    {
      if (rule->needed)
        return gram_refuse (refusal, "text.empty", NULL, _ ("Fill in: %s"), _ (rule->title));
      *normal = g_steal_pointer (&stripped);
      return TRUE;
    }
  if (g_utf8_strlen (stripped, -1) > rule->max_length)
    return gram_refuse (refusal, "text.too-long", NULL, _ ("Too long, at most %u characters: %s"),
                        rule->max_length, _ (rule->title));
  if (has_bad_character (stripped, rule->lines))
    return gram_refuse (refusal, "text.characters", NULL,
                        _ ("There are characters in it that cannot be shown: %s"), _ (rule->title));
  if (rule->email && !looks_like_email (stripped))
    return gram_refuse (refusal, "text.email", NULL, _ ("“%s” is not an e-mail address: %s"),
                        stripped, _ (rule->title));

  *normal = rule->email ? g_utf8_strdown (stripped, -1) : g_steal_pointer (&stripped);
  return TRUE;
}
