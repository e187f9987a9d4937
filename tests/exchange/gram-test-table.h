/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-table-reader.h"

G_BEGIN_DECLS

/* UTF-8 text in another encoding, with or without its byte order mark. */
GBytes *gram_test_encode (const char *text, GramTableEncoding encoding, gboolean mark);

/*
 * A whole table as text: `columns | row | row`, fields in angle brackets, `!` and its number behind a damaged row,
 * `ERROR` and its message behind an error. Short enough to stand in a table of cases.
 */
char *gram_test_dump (GBytes *bytes, const GramTableLayout *layout);

/* The path of a file in tests/fixtures/exchange. */
char *gram_test_fixture (const char *name);

G_END_DECLS
