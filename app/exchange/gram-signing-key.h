/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-exchange-error.h"

G_BEGIN_DECLS

/*
 * Ed25519 keys and signatures (RFC 8032). A public key is 64 hexadecimal digits in small letters, a signature 128; a private
 * key is 64 bytes, the seed and the public key.
 */

/**
 * GRAM_SIGNING_KEY_DIGITS:
 *
 * Hexadecimal digits of a public key.
 */
#define GRAM_SIGNING_KEY_DIGITS 64

/**
 * GRAM_SIGNATURE_DIGITS:
 *
 * Hexadecimal digits of a signature.
 */
#define GRAM_SIGNATURE_DIGITS 128

/**
 * gram_signing_key_new:
 * @public_key: (out) (transfer full): the public key
 * @private_key: (out) (transfer full): the private key; only the registry of its owner holds it
 * @error: return location
 *
 * Makes a pair of keys from the kernel's random numbers.
 *
 * Returns: %FALSE with %GRAM_EXCHANGE_ERROR_KEY
 */
gboolean gram_signing_key_new (char **public_key, GBytes **private_key, GError **error);

/**
 * gram_signing_key_normalise:
 * @text: (nullable): a public key as typed: 64 hexadecimal digits in any case, blanks and colons between them
 *
 * Returns: (transfer full) (nullable): the key in small letters without blanks, or %NULL if it is none
 */
char *gram_signing_key_normalise (const char *text);

/**
 * gram_signing_key_dup_public:
 * @private_key: a private key
 *
 * Returns: (transfer full) (nullable): the public key that belongs to it, or %NULL if it is no private key
 */
char *gram_signing_key_dup_public (GBytes *private_key);

/**
 * gram_signing_key_sign:
 * @private_key: a private key
 * @text: what to sign
 * @error: return location
 *
 * The same text with the same key gives the same signature.
 *
 * Returns: (transfer full) (nullable): the signature, or %NULL with %GRAM_EXCHANGE_ERROR_KEY
 */
char *gram_signing_key_sign (GBytes *private_key, const char *text, GError **error);

/**
 * gram_signing_key_verify:
 * @public_key: a public key
 * @text: what was signed
 * @signature: the signature
 *
 * Returns: %TRUE if @signature was made with the private key of @public_key over exactly @text
 */
gboolean gram_signing_key_verify (const char *public_key, const char *text, const char *signature);

G_END_DECLS
