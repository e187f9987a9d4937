/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A PDF has all of these texts on it; @texts ends with NULL. */
void e2e_paper_check (const char *path, const char *const *texts);

/* It can be drawn; GRAM_PICTURES names the folder where a person looks at its pages. */
void e2e_paper_draw (const char *path, const char *name);

/* Rows of a CSV file and their cells. */
GPtrArray *e2e_paper_read_csv (const char *path);

G_END_DECLS
