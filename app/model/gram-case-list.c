/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-list.h"

struct _GramCaseList
{
  GramPagedList parent_instance;
};

G_DEFINE_FINAL_TYPE (GramCaseList, gram_case_list, GRAM_TYPE_PAGED_LIST)

static GArray *
read_ids (GramRegistry *registry,
          GramActor *actor,
          gconstpointer query,
          guint limit,
          GramRefusal **refusal,
          GError **error)
{
  return gram_registry_case_ids (registry, actor, query, limit, refusal, error);
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
  return gram_registry_case_rows (registry, actor, ids, n_ids, refusal, error);
}

static const GramPagedReads reads = { read_ids, read_rows };

static gpointer
copy_query (gconstpointer query)
{
  return gram_case_query_copy (query);
}

static void
free_query (gpointer query)
{
  gram_case_query_free (query);
}

static void
gram_case_list_class_init (GramCaseListClass *klass)
{
  GramPagedListClass *list_class = GRAM_PAGED_LIST_CLASS (klass);

  list_class->place_type = GRAM_TYPE_CASE_ITEM;
  list_class->copy_query = copy_query;
  list_class->free_query = free_query;
  list_class->reads = &reads;
}

static void
gram_case_list_init (GramCaseList *self)
{
}

GramCaseList *
gram_case_list_new (GramSession *session)
{
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  return gram_paged_list_new (GRAM_TYPE_CASE_LIST, session);
}

void
gram_case_list_set_query (GramCaseList *self, const GramCaseQuery *query)
{
  g_return_if_fail (GRAM_IS_CASE_LIST (self));

  gram_paged_list_set_query (GRAM_PAGED_LIST (self), query);
}

const GramCaseQuery *
gram_case_list_get_query (GramCaseList *self)
{
  g_return_val_if_fail (GRAM_IS_CASE_LIST (self), NULL);

  return gram_paged_list_get_query (GRAM_PAGED_LIST (self));
}
