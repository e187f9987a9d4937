/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * One-time codes: for an invitation, and for a new password. A code is 100 bits from the kernel, written in the 32 characters of
 * Crockford's base 32 (no I, L, O, U) in five groups: `7Q4K-2M9T-XA0C-8RVE-5HJD`. Only its SHA-256 is kept; with 100 random
 * bits a slow hash would add nothing.
 */

/**
 * GRAM_CODE_BITS:
 *
 * Random bits of a code.
 */
#define GRAM_CODE_BITS 100

/**
 * GRAM_CODE_LENGTH:
 *
 * Characters of a code without its dashes.
 */
#define GRAM_CODE_LENGTH 20

/**
 * gram_code_new:
 * @error: return location
 *
 * Makes a code.
 *
 * Returns: (transfer full) (nullable): the code in groups, or %NULL with a %G_FILE_ERROR if the kernel gives no random bytes
 */
char *gram_code_new (GError **error);

/**
 * gram_code_normalise:
 * @text: (nullable): what somebody typed or pasted
 * @normal: (out caller-allocates): the code in capitals without dashes
 *
 * Reads a code as people type it: small letters, blanks and dashes anywhere (also the typographic ones that a mail program
 * makes of them), O for 0, I or L for 1.
 *
 * Returns: %FALSE if it is no code
 */
gboolean gram_code_normalise (const char *text, char normal[GRAM_CODE_LENGTH + 1]);

/**
 * gram_code_format:
 * @text: what somebody typed
 *
 * Returns: (transfer full) (nullable): the code in groups, %NULL if it is no code
 */
char *gram_code_format (const char *text);

/**
 * gram_code_hash:
 * @text: (nullable): a code, as people type it
 *
 * Returns: (transfer full) (nullable): SHA-256 of the normalised code as 64 hexadecimal digits, %NULL if it is no code
 */
char *gram_code_hash (const char *text);

G_END_DECLS
