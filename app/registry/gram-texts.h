/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"

G_BEGIN_DECLS

/**
 * GramText:
 * @name: name of the argument
 * @title: what a person reads of it (N_())
 * @max_length: most characters
 * @needed: it may not be empty
 * @lines: it may have several lines
 * @email: it has to look like an e-mail address
 *
 * What a text that a person typed has to be.
 */
typedef struct
{
  const char *name;
  const char *title;
  guint max_length;
  gboolean needed;
  gboolean lines;
  gboolean email;
} GramText;

/**
 * gram_text_check:
 * @rule: what it has to be
 * @value: (nullable): what was typed
 * @normal: (out) (transfer full): the text without outer blanks; an e-mail address in lower case
 * @refusal: (out) (optional): `text.empty`, `text.too-long`, `text.characters`, `text.email`
 *
 * Normalises and checks a text.
 *
 * Returns: %FALSE if refused
 */
gboolean
gram_text_check (const GramText *rule, const char *value, char **normal, GramRefusal **refusal);

G_END_DECLS
