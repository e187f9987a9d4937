/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handlers-cases.h"

#include "gram-notice-table.h"
#include "gram-person-event-table.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *word;
  GramNoticeMark mark;
} marks[] = {
  { "read", GRAM_NOTICE_READ },         { "unread", GRAM_NOTICE_UNREAD },
  { "archived", GRAM_NOTICE_ARCHIVED }, { "unarchived", GRAM_NOTICE_UNARCHIVED },
  { "shown", GRAM_NOTICE_SHOWN },
};

static gboolean
read_mark (GramCall *call, GramNoticeMark *mark, GramRefusal **refusal)
{
  const char *word = gram_call_get_string (call, "as");

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_strcmp0 (marks[i].word, word) == 0)
      {
        *mark = marks[i].mark;
        return TRUE;
      }
  return gram_refuse (refusal, "notice.mark", NULL,
                      _ ("“%s” is not a mark: read, unread, archived, unarchived or shown"), word);
}

gboolean
gram_inbox_mark (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GVariant) named = gram_call_dup_value (call, "notices");
  gboolean all = gram_call_get_boolean (call, "all");
  g_autoptr (GArray) changed = NULL;
  const gint64 *ids = NULL;
  gsize n_ids = 0;
  GramNoticeMark mark = GRAM_NOTICE_READ;

  if (!read_mark (call, &mark, refusal))
    return FALSE;
  if (all == (named != NULL))
    return gram_refuse (refusal, "notice.none-named", NULL,
                        _ ("Name the notices, or say that all are meant"));
  if (named != NULL)
    ids = g_variant_get_fixed_array (named, &n_ids, sizeof (gint64));
  if (named != NULL && n_ids == 0)
    return gram_refuse (refusal, "notice.none-named", NULL,
                        _ ("Name the notices, or say that all are meant"));
  changed = gram_notice_table_mark (call->unit, gram_call_person_id (call), ids, n_ids, mark,
                                    call->now, error);
  if (changed == NULL)
    return FALSE;
  gram_call_answer_int64 (call, "marked", changed->len);
  /* Of two windows that show the same inbox, one is told that a notice was not shown before. */
  gram_call_answer (call, "notices",
                    g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, changed->data, changed->len,
                                               sizeof (gint64)));
  return TRUE;
}

gboolean
gram_inbox_set_event (GramCall *call, GramRefusal **refusal, GError **error)
{
  const char *word = gram_call_get_string (call, "event");
  GramPersonEvent how = {
    .inbox = gram_call_get_boolean (call, "inbox"),
    .desktop = gram_call_get_boolean (call, "desktop"),
  };
  int event;

  if (!gram_word_parse ("event", word, &event))
    return gram_refuse (refusal, "notice.event", NULL, _ ("“%s” is not an event"), word);
  how.event = (GramEvent)event;
  return gram_person_event_table_set (call->unit, gram_call_person_id (call), &how, error);
}
