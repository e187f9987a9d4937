/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-exchange-error.h"

G_BEGIN_DECLS

/**
 * gram_json_scan:
 * @text: JSON text, not yet known to be valid
 * @length: bytes
 * @n_members: (out): number of members of all objects, if the text is valid
 * @error: return location
 *
 * Finds, before json-glib reads a text, what json-glib lets pass: more than %GRAM_JSON_MAX_DEPTH levels, `\u0000` (it
 * cuts the string), integers outside of 64 bits (it clamps them). The number of members tells afterwards whether a key
 * was there twice (the last one wins). Private to gram_json_parse().
 *
 * Returns: %FALSE on error
 */
gboolean gram_json_scan (const char *text, gsize length, gsize *n_members, GError **error);

G_END_DECLS
