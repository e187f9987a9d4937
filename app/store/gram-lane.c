/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-lane-private.h"

static const char *
word_if (guint lanes, GramLane lane)
{
  return (lanes >> lane & 1) == 1 ? gram_word_for ("lane", (int)lane) : "";
}

GPtrArray *
_gram_lane_list (const GramShape *shape,
                 GramStore *store,
                 gint64 case_id,
                 guint lanes,
                 GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement
      = _gram_shape_prepare (shape, store, "",
                             "WHERE t.case_id = $1 AND t.lane IN ($2, $3) ORDER BY t.id", error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, case_id);
  gram_statement_bind_text (statement, 2, word_if (lanes, GRAM_LANE_HOLDER));
  gram_statement_bind_text (statement, 3, word_if (lanes, GRAM_LANE_INTERNAL));
  return _gram_shape_all (shape, statement, error);
}
