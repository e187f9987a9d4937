/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files around a registry: made complete under another name, then named; never over one that is there. */
gboolean _gram_store_rename_new (const char *from, const char *to);
gboolean _gram_store_sync (const char *path);
void _gram_store_unlink (const char *path);
gboolean _gram_store_same_content (const char *one, const char *other);

G_END_DECLS
