/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TidySource:
 * @path: path from the top of the tree, with slashes
 * @text: the file
 * @plain: @text with comments blanked out, line by line as long as @text
 * @code: @plain with the insides of string and character literals blanked out, too
 *
 * A source file as the checks see it. Offsets and line numbers are the same in all three texts.
 */
typedef struct
{
  char *path;
  char *text;
  char *plain;
  char *code;
} TidySource;

/**
 * TidyFunction:
 *
 * Called by tidy_source_each_function() with the line on which a function's body starts and the number of lines
 * between its braces.
 */
typedef void (*TidyFunction) (const TidySource *source,
                              guint line,
                              guint length,
                              gpointer user_data);

TidySource *tidy_source_new (const char *path, const char *text);
void tidy_source_free (TidySource *self);
gboolean tidy_source_is_in (const TidySource *self, const char *folder);
gboolean tidy_source_is_c (const TidySource *self);
guint tidy_source_count_lines (const TidySource *self);
guint tidy_source_line_at (const TidySource *self, gsize offset);
void tidy_source_each_function (const TidySource *self, TidyFunction function, gpointer user_data);
char *tidy_source_outside_braces (const TidySource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TidySource, tidy_source_free)

/* All sources of the tree, sorted by path: app, data, ui, po, tests. */
GPtrArray *tidy_tree_load (const char *root);

G_END_DECLS
