/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GramPrivateFolder:
 *
 * A folder for files that other programs of the same user are to show for a while, and that nobody else may read: 0700,
 * its files 0600. It is made with the first file, under the user's cache (which a portal can hand on, unlike the runtime
 * directory of a sandbox), and removed with the last reference. What a program that was killed left behind is removed
 * when the next one makes its folder: a folder in use is locked. Counted references; any thread. For this floor only.
 */
typedef struct _GramPrivateFolder GramPrivateFolder;

/**
 * gram_private_folder_new:
 *
 * Nothing is on disk until gram_private_folder_write().
 *
 * Returns: (transfer full): a folder
 */
GramPrivateFolder *gram_private_folder_new (void);

/**
 * gram_private_folder_ref:
 * @self: a folder
 *
 * Returns: (transfer full): @self
 */
GramPrivateFolder *gram_private_folder_ref (GramPrivateFolder *self);

/**
 * gram_private_folder_unref:
 * @self: (nullable): a folder
 *
 * Drops a reference. With the last one the folder and what is in it is removed.
 */
void gram_private_folder_unref (GramPrivateFolder *self);

/**
 * gram_private_folder_write:
 * @self: a folder
 * @key: what the file is, not 0: two files of one name do not get into each other's way
 * @name: its safe name: one part of a path
 * @content: what is in it
 * @error: return location
 *
 * Writes a file; one of the same key and name is replaced.
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *gram_private_folder_write (GramPrivateFolder *self,
                                  gint64 key,
                                  const char *name,
                                  GBytes *content,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPrivateFolder, gram_private_folder_unref)

G_END_DECLS
