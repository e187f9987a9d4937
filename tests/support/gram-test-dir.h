/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GramTestDir:
 *
 * A folder of its own for one test; removed with everything in it when the variable goes out of scope:
 * `g_autoptr (GramTestDir) dir = gram_test_dir_new ();`
 */
typedef struct _GramTestDir GramTestDir;

GramTestDir *gram_test_dir_new (void);
void gram_test_dir_free (GramTestDir *self);
const char *gram_test_dir_get_path (GramTestDir *self);

/* Path of a file in it, whether it is there or not. */
char *gram_test_dir_file (GramTestDir *self, const char *name);

/* Writes a file in it and answers its path. */
char *gram_test_dir_write (GramTestDir *self, const char *name, const char *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTestDir, gram_test_dir_free)

G_END_DECLS
