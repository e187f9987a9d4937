/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-password-strength.h"

#include "gram-password.h"

#include <glib/gi18n-lib.h>

/* Characters that count: one that repeats the one before or goes on by one step adds nothing. */
static glong
counting_length (const char *password)
{
  glong length = 0;
  gunichar before = 0;

  for (const char *p = password; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != before && c != before + 1 && c + 1 != before)
        length++;
      before = c;
    }

  return length;
}

static guint
character_classes (const char *password)
{
  gboolean lower = FALSE;
  gboolean upper = FALSE;
  gboolean digit = FALSE;
  gboolean other = FALSE;

  for (const char *p = password; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        lower = TRUE;
      else if (g_unichar_isupper (c))
        upper = TRUE;
      else if (g_unichar_isdigit (c))
        digit = TRUE;
      else
        other = TRUE;
    }

  return (guint)(lower + upper + digit + other);
}

guint
gram_password_strength (const char *password)
{
  static const glong steps[] = { 8, 12, 16, 20 };
  glong length;
  guint strength = 0;

  g_return_val_if_fail (password != NULL, 0);

  if (!g_utf8_validate (password, -1, NULL)
      || g_utf8_strlen (password, -1) < GRAM_PASSWORD_MIN_LENGTH)
    return 0;

  /* Each further kind of character is worth one more of them. */
  length = counting_length (password) + (glong)(character_classes (password) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (length >= steps[i])
      strength = i + 1;

  return MAX (strength, 1);
}

const char *
gram_password_strength_hint (guint strength)
{
  static const char *const hints[GRAM_PASSWORD_STRENGTH_MAX + 1] = {
    N_ ("At least 10 characters. A few words in a row are strong and easy to keep."),
    N_ ("Weak: it is taken, but longer is better."),
    N_ ("Fair: a few more characters make it good."),
    N_ ("Good."),
    N_ ("Strong."),
  };

  g_return_val_if_fail (strength <= GRAM_PASSWORD_STRENGTH_MAX, NULL);

  return _ (hints[strength]);
}
