/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-signing-key.h"

#include <glib/gi18n-lib.h>
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <string.h>

#define KEY_BYTES 32
#define SIGNATURE_BYTES 64

typedef struct gnutls_privkey_st GramPrivateKey;
typedef struct gnutls_pubkey_st GramPublicKey;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPrivateKey, gnutls_privkey_deinit)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPublicKey, gnutls_pubkey_deinit)

static void
datum_clear (gnutls_datum_t *datum)
{
  gnutls_memset (datum->data, 0, datum->size);
  gnutls_free (datum->data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (gnutls_datum_t, datum_clear)

static gboolean
fail (int code, GError **error)
{
  /* Translators: %s is what the library for keys says */
  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_KEY,
               _ ("The key cannot be used: %s"), gnutls_strerror (code));
  return FALSE;
}

static char *
to_hex (const guchar *bytes, gsize n_bytes)
{
  GString *text = g_string_sized_new (2 * n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    g_string_append_printf (text, "%02x", bytes[i]);

  return g_string_free_and_steal (text);
}

/* Only small letters, so that a key has one form only. */
static gboolean
from_hex (const char *text, guchar *bytes, gsize n_bytes)
{
  if (text == NULL || strlen (text) != 2 * n_bytes
      || strspn (text, "0123456789abcdef") != 2 * n_bytes)
    return FALSE;

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = (guchar)(g_ascii_xdigit_value (text[2 * i]) * 16
                        + g_ascii_xdigit_value (text[2 * i + 1]));

  return TRUE;
}

char *
gram_signing_key_normalise (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *at = text; at != NULL && *at != '\0'; at++)
    if (g_ascii_isxdigit (*at))
      g_string_append_c (digits, g_ascii_tolower (*at));
    else if (!g_ascii_isspace (*at) && *at != ':')
      return NULL;

  return digits->len == GRAM_SIGNING_KEY_DIGITS
             ? g_string_free_and_steal (g_steal_pointer (&digits))
             : NULL;
}

static GBytes *
join (const gnutls_datum_t *seed, const gnutls_datum_t *point)
{
  guchar *both = g_malloc (2 * KEY_BYTES);

  memcpy (both, seed->data, KEY_BYTES);
  memcpy (both + KEY_BYTES, point->data, KEY_BYTES);

  return g_bytes_new_take (both, 2 * KEY_BYTES);
}

gboolean
gram_signing_key_new (char **public_key, GBytes **private_key, GError **error)
{
  g_autoptr (GramPrivateKey) key = NULL;
  g_auto (gnutls_datum_t) point = { 0 };
  g_auto (gnutls_datum_t) seed = { 0 };
  int code;

  g_return_val_if_fail (public_key != NULL && private_key != NULL, FALSE);

  code = gnutls_privkey_init (&key);
  if (code >= 0)
    code = gnutls_privkey_generate (key, GNUTLS_PK_EDDSA_ED25519,
                                    GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_ED25519), 0);
  if (code >= 0)
    code = gnutls_privkey_export_ecc_raw (key, NULL, &point, NULL, &seed);
  if (code >= 0 && (point.size != KEY_BYTES || seed.size != KEY_BYTES))
    code = GNUTLS_E_INTERNAL_ERROR;
  if (code < 0)
    return fail (code, error);

  *public_key = to_hex (point.data, KEY_BYTES);
  *private_key = join (&seed, &point);
  return TRUE;
}

static gboolean
is_private (GBytes *private_key)
{
  return private_key != NULL && g_bytes_get_size (private_key) == 2 * KEY_BYTES;
}

char *
gram_signing_key_dup_public (GBytes *private_key)
{
  const guchar *bytes;

  if (!is_private (private_key))
    return NULL;

  bytes = g_bytes_get_data (private_key, NULL);
  return to_hex (bytes + KEY_BYTES, KEY_BYTES);
}

/* A datum that borrows; GnuTLS reads it only. */
static gnutls_datum_t
borrow (const void *data, gsize size)
{
  return (gnutls_datum_t){ (guchar *)data, (unsigned int)size };
}

char *
gram_signing_key_sign (GBytes *private_key, const char *text, GError **error)
{
  g_autoptr (GramPrivateKey) key = NULL;
  g_auto (gnutls_datum_t) signature = { 0 };
  gnutls_datum_t signed_text;
  gnutls_datum_t seed;
  gnutls_datum_t point;
  const guchar *bytes;
  int code;

  g_return_val_if_fail (text != NULL, NULL);

  if (!is_private (private_key))
    {
      fail (GNUTLS_E_INVALID_REQUEST, error);
      return NULL;
    }

  bytes = g_bytes_get_data (private_key, NULL);
  seed = borrow (bytes, KEY_BYTES);
  point = borrow (bytes + KEY_BYTES, KEY_BYTES);
  signed_text = borrow (text, strlen (text));
  code = gnutls_privkey_init (&key);
  if (code >= 0)
    code = gnutls_privkey_import_ecc_raw (key, GNUTLS_ECC_CURVE_ED25519, &point, NULL, &seed);
  if (code >= 0)
    code = gnutls_privkey_sign_data2 (key, GNUTLS_SIGN_EDDSA_ED25519, 0, &signed_text, &signature);
  if (code < 0)
    {
      fail (code, error);
      return NULL;
    }

  return to_hex (signature.data, signature.size);
}

gboolean
gram_signing_key_verify (const char *public_key, const char *text, const char *signature)
{
  g_autoptr (GramPublicKey) key = NULL;
  guchar point_bytes[KEY_BYTES];
  guchar signature_bytes[SIGNATURE_BYTES];
  gnutls_datum_t signed_text;
  gnutls_datum_t signature_datum;
  gnutls_datum_t point;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!from_hex (public_key, point_bytes, KEY_BYTES)
      || !from_hex (signature, signature_bytes, SIGNATURE_BYTES))
    return FALSE;

  point = borrow (point_bytes, KEY_BYTES);
  signature_datum = borrow (signature_bytes, SIGNATURE_BYTES);
  signed_text = borrow (text, strlen (text));

  return gnutls_pubkey_init (&key) >= 0
         && gnutls_pubkey_import_ecc_raw (key, GNUTLS_ECC_CURVE_ED25519, &point, NULL) >= 0
         && gnutls_pubkey_verify_data2 (key, GNUTLS_SIGN_EDDSA_ED25519, 0, &signed_text,
                                        &signature_datum)
                >= 0;
}
