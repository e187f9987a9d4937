/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-list.h"

struct _GramNoticeList
{
  GramPagedList parent_instance;
};

G_DEFINE_FINAL_TYPE (GramNoticeList, gram_notice_list, GRAM_TYPE_PAGED_LIST)

static GArray *
read_ids (GramRegistry *registry,
          GramActor *actor,
          gconstpointer query,
          guint limit,
          GramRefusal **refusal,
          GError **error)
{
  return gram_registry_notice_ids (registry, actor, query, limit, refusal, error);
}

static GPtrArray *
read_rows (GramRegistry *registry,
           GramActor *actor,
           gconstpointer query,
           const gint64 *ids,
           guint n_ids,
           GramRefusal **refusal,
           GError **error)
{
  return gram_registry_notice_rows (registry, actor, ids, n_ids, refusal, error);
}

static const GramPagedReads reads = { read_ids, read_rows };

static gpointer
copy_query (gconstpointer query)
{
  return g_memdup2 (query, sizeof (GramNoticeQuery));
}

static void
free_query (gpointer query)
{
  g_free (query);
}

static void
gram_notice_list_class_init (GramNoticeListClass *klass)
{
  GramPagedListClass *list_class = GRAM_PAGED_LIST_CLASS (klass);

  list_class->place_type = GRAM_TYPE_NOTICE_ITEM;
  list_class->copy_query = copy_query;
  list_class->free_query = free_query;
  list_class->reads = &reads;
}

static void
gram_notice_list_init (GramNoticeList *self)
{
}

GramNoticeList *
gram_notice_list_new (GramSession *session)
{
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  return gram_paged_list_new (GRAM_TYPE_NOTICE_LIST, session);
}

void
gram_notice_list_set_query (GramNoticeList *self, const GramNoticeQuery *query)
{
  g_return_if_fail (GRAM_IS_NOTICE_LIST (self));

  gram_paged_list_set_query (GRAM_PAGED_LIST (self), query);
}
