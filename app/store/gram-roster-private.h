/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-roster.h"

G_BEGIN_DECLS

/* The words of a search, folded; blanks of any kind part them. */
GStrv _gram_roster_words (const char *search);

G_END_DECLS
