/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GRAM_PASSWORD_STRENGTH_MAX:
 *
 * The strongest.
 */
#define GRAM_PASSWORD_STRENGTH_MAX 4

/**
 * gram_password_strength:
 * @password: a password
 *
 * A hint, not a rule: how long it is decides most, mixed characters help a little, repetition and rows such as `abcd` and
 * `1234` do not count.
 *
 * Returns: 0 (too short to be taken) to %GRAM_PASSWORD_STRENGTH_MAX
 */
guint gram_password_strength (const char *password);

/**
 * gram_password_strength_hint:
 * @strength: as gram_password_strength() has it
 *
 * Returns: (transfer none): a translated sentence
 */
const char *gram_password_strength_hint (guint strength);

G_END_DECLS
