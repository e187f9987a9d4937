/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-code.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

#define BITS_PER_CHARACTER 5
#define CHARACTERS_PER_GROUP 4
#define N_BYTES ((GRAM_CODE_BITS + 7) / 8)
/* What somebody pastes may have blanks around it, but no more than that. */
#define MAX_TEXT 200

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

G_STATIC_ASSERT (GRAM_CODE_LENGTH *BITS_PER_CHARACTER == GRAM_CODE_BITS);
G_STATIC_ASSERT (sizeof alphabet == (1 << BITS_PER_CHARACTER) + 1);

static gboolean
fill_random (guint8 *bytes, gsize n_bytes, GError **error)
{
  gsize have = 0;

  while (have < n_bytes)
    {
      ssize_t got = getrandom (bytes + have, n_bytes - have, 0);
      int problem = errno;

      if (got < 0 && problem == EINTR)
        continue;
      if (got < 0)
        {
          g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (problem),
                       _ ("The system gives no random numbers: %s"), g_strerror (problem));
          return FALSE;
        }
      have += (gsize)got;
    }

  return TRUE;
}

static char *
group (const char normal[GRAM_CODE_LENGTH + 1])
{
  GString *text = g_string_sized_new (GRAM_CODE_LENGTH + GRAM_CODE_LENGTH / CHARACTERS_PER_GROUP);

  for (guint i = 0; i < GRAM_CODE_LENGTH; i++)
    {
      if (i > 0 && i % CHARACTERS_PER_GROUP == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, normal[i]);
    }

  return g_string_free_and_steal (text);
}

char *
gram_code_new (GError **error)
{
  guint8 bytes[N_BYTES];
  char normal[GRAM_CODE_LENGTH + 1] = { 0 };
  char *code;

  if (!fill_random (bytes, sizeof bytes, error))
    return NULL;

  for (guint i = 0; i < GRAM_CODE_LENGTH; i++)
    {
      guint value = 0;

      for (guint bit = i * BITS_PER_CHARACTER; bit < (i + 1) * BITS_PER_CHARACTER; bit++)
        {
          guint byte = bytes[bit / 8];

          value = value << 1 | (byte >> (7 - bit % 8) & 1u);
        }
      normal[i] = alphabet[value];
    }
  code = group (normal);
  explicit_bzero (bytes, sizeof bytes);
  explicit_bzero (normal, sizeof normal);

  return code;
}

static gboolean
is_dash_or_blank (gunichar c)
{
  /* U+2212 is the minus sign, U+00AD the soft hyphen, which counts as a format character. */
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212
         || c == 0x00ad || c == 0xfeff;
}

/* The character of the alphabet that somebody meant, 0 if there is none. */
static char
fold (gunichar c)
{
  /* Full-width forms of ASCII, as an input method makes them. */
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  if (c > 0x7f)
    return 0;

  c = (gunichar)g_ascii_toupper ((char)c);
  if (c == 'O')
    return '0';
  if (c == 'I' || c == 'L')
    return '1';

  return c != 0 && strchr (alphabet, (int)c) != NULL ? (char)c : 0;
}

gboolean
gram_code_normalise (const char *text, char normal[GRAM_CODE_LENGTH + 1])
{
  guint n = 0;

  g_return_val_if_fail (normal != NULL, FALSE);

  normal[0] = '\0';
  if (text == NULL || strlen (text) > MAX_TEXT || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_dash_or_blank (c))
        continue;
      if (n == GRAM_CODE_LENGTH || fold (c) == 0)
        {
          normal[0] = '\0';
          return FALSE;
        }
      normal[n++] = fold (c);
    }
  if (n != GRAM_CODE_LENGTH)
    n = 0;
  normal[n] = '\0';

  return n == GRAM_CODE_LENGTH;
}

char *
gram_code_format (const char *text)
{
  char normal[GRAM_CODE_LENGTH + 1];

  return gram_code_normalise (text, normal) ? group (normal) : NULL;
}

char *
gram_code_hash (const char *text)
{
  char normal[GRAM_CODE_LENGTH + 1];
  char *hash;

  if (!gram_code_normalise (text, normal))
    return NULL;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, normal, GRAM_CODE_LENGTH);
  explicit_bzero (normal, sizeof normal);

  return hash;
}
