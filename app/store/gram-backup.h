/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store-private.h"

G_BEGIN_DECLS

gboolean _gram_backup_make (GramStore *self, int version, GError **error);

G_END_DECLS
