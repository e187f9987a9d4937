/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"

G_BEGIN_DECLS

/**
 * GRAM_PASSWORD_MIN_LENGTH:
 *
 * Characters that a password has at least.
 */
#define GRAM_PASSWORD_MIN_LENGTH 10

/**
 * gram_password_check:
 * @password: (nullable): a password
 * @email: the person's e-mail, which may not be the password
 * @refusal: (out) (optional): why it is too weak
 *
 * Whether a password may be set: long enough, at most 200 bytes, not all one character, not the e-mail.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_password_check (const char *password, const char *email, GramRefusal **refusal);

/**
 * gram_password_hash:
 * @password: a password
 * @error: return location
 *
 * Hashes with yescrypt and fresh salt; takes some hundredths of a second and 16 MiB, on purpose.
 *
 * Returns: (transfer full) (nullable): crypt(5) text
 */
char *gram_password_hash (const char *password, GError **error);

/**
 * gram_password_verify:
 * @password: (nullable): what was typed
 * @hash: (nullable): crypt(5) text; %NULL or empty takes as long and never fits
 *
 * Compares in constant time.
 *
 * Returns: %TRUE if it is the password
 */
gboolean gram_password_verify (const char *password, const char *hash);

G_END_DECLS
