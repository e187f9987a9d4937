/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-paged-list.h"

G_BEGIN_DECLS

/*
 * GRAM_DEFINE_PAGED_LIST: makes a list of a noun, for example GRAM_DEFINE_PAGED_LIST (GramCaseList, gram_case_list,
 * GRAM_TYPE_CASE_ITEM, GramCaseQuery, gram_case_query_copy, gram_case_query_free, gram_registry_case_ids,
 * gram_registry_case_rows). It stands in the list's .c file, once; the type is declared in its header, with _new () and
 * _set_query (). Queries and rows keep their types: what does not fit does not compile.
 */
#define GRAM_DEFINE_PAGED_LIST(TypeName, type_name, ITEM_TYPE, Query, copy, release, ids, rows)    \
  struct _##TypeName                                                                               \
  {                                                                                                \
    GramPagedList parent_instance;                                                                 \
  };                                                                                               \
                                                                                                   \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, GRAM_TYPE_PAGED_LIST)                                  \
                                                                                                   \
  static GArray *type_name##_read_ids (GramRegistry *registry, GramActor *actor,                   \
                                       gconstpointer query, guint limit, GramRefusal **refusal,    \
                                       GError **error)                                             \
  {                                                                                                \
    return ids (registry, actor, (const Query *)query, limit, refusal, error);                     \
  }                                                                                                \
                                                                                                   \
  static GPtrArray *type_name##_read_rows (GramRegistry *registry, GramActor *actor,               \
                                           gconstpointer query, const gint64 *wanted,              \
                                           guint n_wanted, GramRefusal **refusal, GError **error)  \
  {                                                                                                \
    return rows (registry, actor, wanted, n_wanted, refusal, error);                               \
  }                                                                                                \
                                                                                                   \
  static gpointer type_name##_copy_query (gconstpointer query)                                     \
  {                                                                                                \
    return copy ((const Query *)query);                                                            \
  }                                                                                                \
                                                                                                   \
  static void type_name##_free_query (gpointer query)                                              \
  {                                                                                                \
    release ((Query *)query);                                                                      \
  }                                                                                                \
                                                                                                   \
  static void type_name##_class_init (TypeName##Class *klass)                                      \
  {                                                                                                \
    static const GramPagedReads reads = { type_name##_read_ids, type_name##_read_rows };           \
    GramPagedListClass *list_class = GRAM_PAGED_LIST_CLASS (klass);                                \
                                                                                                   \
    list_class->place_type = ITEM_TYPE;                                                            \
    list_class->copy_query = type_name##_copy_query;                                               \
    list_class->free_query = type_name##_free_query;                                               \
    list_class->reads = &reads;                                                                    \
  }                                                                                                \
                                                                                                   \
  static void type_name##_init (TypeName *self)                                                    \
  {                                                                                                \
  }                                                                                                \
                                                                                                   \
  TypeName *type_name##_new (GramSession *session)                                                 \
  {                                                                                                \
    g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);                                        \
                                                                                                   \
    return gram_paged_list_new (type_name##_get_type (), session);                                 \
  }                                                                                                \
                                                                                                   \
  void type_name##_set_query (TypeName *self, const Query *query)                                  \
  {                                                                                                \
    g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (self, type_name##_get_type ()));                 \
                                                                                                   \
    gram_paged_list_set_query (GRAM_PAGED_LIST (self), query);                                     \
  }

G_END_DECLS
