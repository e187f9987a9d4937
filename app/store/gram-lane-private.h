/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-shape-private.h"

G_BEGIN_DECLS

/* Records of a case (messages, attachments) of the lanes that the asker may read, the oldest first. The engine is asked for
 * the lane, so that what the asker may not read never leaves it. */
GPtrArray *_gram_lane_list (const GramShape *shape,
                            GramStore *store,
                            gint64 case_id,
                            guint lanes,
                            GError **error);

G_END_DECLS
