/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-password.h"

#include <crypt.h>
#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer input would be cut off or refused by crypt(3). */
#define MAX_PASSWORD_BYTES 200

/* Stands in for persons that do not exist, so that a try takes as long. Its password is not known. */
#define NOBODY "$y$j9T$W5Gx8hVmBcQ2kTzLr1YpS.$eN0uXo3vJbDq7fKiA9wHs6tRyCzMlP4gE2dUxB8nQ5A"

static gboolean
one_character_only (const char *password)
{
  gunichar first = g_utf8_get_char (password);

  for (const char *at = password; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) != first)
      return FALSE;
  return TRUE;
}

gboolean
gram_password_check (const char *password, const char *email, GramRefusal **refusal)
{
  g_return_val_if_fail (email != NULL, FALSE);

  if (password == NULL || !g_utf8_validate (password, -1, NULL))
    return gram_refuse (refusal, "password.missing", NULL, _ ("Choose a password"));
  if (g_utf8_strlen (password, -1) < GRAM_PASSWORD_MIN_LENGTH)
    return gram_refuse (refusal, "password.short", NULL,
                        _ ("The password needs at least %d characters"), GRAM_PASSWORD_MIN_LENGTH);
  if (strlen (password) > MAX_PASSWORD_BYTES)
    return gram_refuse (refusal, "password.long", NULL,
                        _ ("The password is too long; at most %d bytes are possible"),
                        MAX_PASSWORD_BYTES);
  if (one_character_only (password) || g_ascii_strcasecmp (password, email) == 0)
    return gram_refuse (refusal, "password.weak", NULL,
                        _ ("The password is too easy to guess; choose another one"));
  return TRUE;
}

char *
gram_password_hash (const char *password, GError **error)
{
  struct crypt_data *data;
  char setting[CRYPT_GENSALT_OUTPUT_SIZE];
  char *hash;

  g_return_val_if_fail (password != NULL, NULL);

  /* Fresh random bytes from the system; the default cost of the method. */
  if (crypt_gensalt_rn ("$y$", 0, NULL, 0, setting, sizeof setting) == NULL)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _ ("The password could not be hashed: %s"), g_strerror (code));
      return NULL;
    }

  data = g_new0 (struct crypt_data, 1);
  hash = g_strdup (crypt_rn (password, setting, data, sizeof *data));
  if (hash == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The password could not be hashed: %s"),
                 g_strerror (errno));
  explicit_bzero (data, sizeof *data);
  g_free (data);
  return hash;
}

static gboolean
equal_in_constant_time (const char *one, const char *other)
{
  gsize length = strlen (other);
  guint8 difference = strlen (one) != length;

  if (difference != 0)
    one = other;
  for (gsize i = 0; i < length; i++)
    difference |= (guint8)(one[i] ^ other[i]);
  return difference == 0;
}

gboolean
gram_password_verify (const char *password, const char *hash)
{
  gboolean exists = hash != NULL && *hash != '\0';
  const char *setting = exists ? hash : NOBODY;
  struct crypt_data *data = g_new0 (struct crypt_data, 1);
  const char *computed = crypt_rn (password != NULL ? password : "", setting, data, sizeof *data);
  gboolean fits = computed != NULL && equal_in_constant_time (computed, setting);

  explicit_bzero (data, sizeof *data);
  g_free (data);
  return fits && exists && password != NULL;
}
