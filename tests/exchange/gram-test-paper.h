/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What tests of papers share: a PDF as the programs of poppler read it.
 */

/* What a program of poppler says of a file. */
char *gram_test_paper_ask (const char *const *command, GBytes *pdf);

/* The text as it is laid out. */
char *gram_test_paper_text (GBytes *pdf);

/* The text with single blanks, as lines are broken where the page wants it. */
char *gram_test_paper_words (GBytes *pdf);

/* Kept for people to look at, where they ask for it. */
void gram_test_paper_keep (const char *name, GBytes *pdf);

G_END_DECLS
