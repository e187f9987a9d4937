/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_CODE_CARD (gram_code_card_get_type ())
G_DECLARE_FINAL_TYPE (GramCodeCard, gram_code_card, GRAM, CODE_CARD, AdwBin)

/**
 * GramCodeCard:
 *
 * A one-time code, shown once: large, to be read out or copied, and as a file that can be sent. The registry keeps only
 * its hash, so nobody can look it up later.
 */

/**
 * gram_code_card_show:
 * @self: a card
 * @code: the code, in groups
 * @lapses_at: UTC microseconds after which it does not work any more
 *
 * Shows a code.
 */
void gram_code_card_show (GramCodeCard *self, const char *code, gint64 lapses_at);

/**
 * gram_code_card_set_file:
 * @self: a card
 * @name: proposed name of the file
 * @text: its content
 *
 * Offers the code as a file, too.
 */
void gram_code_card_set_file (GramCodeCard *self, const char *name, const char *text);

G_END_DECLS
