/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-query.h"

#include "gram-id-list.h"

/* Ids of the range that the filter selects, upwards. */
static GArray *
read_days (GramStore *store, const GramVehicleQuery *query, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, GRAM_VEHICLE_DAYS, error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, query->account_id);
  gram_statement_bind_int64 (statement, 2, _gram_vehicle_query_statuses (query));
  gram_statement_bind_int64 (statement, 3, _gram_vehicle_query_attentions (query));
  gram_statement_bind_text (statement, 4, query->registered_from);
  gram_statement_bind_text (statement, 5, query->registered_to);
  if (!_gram_id_list_read (statement, ids, error))
    return NULL;
  g_array_sort (ids, _gram_id_compare);
  return g_steal_pointer (&ids);
}

/* Of @ids, in their order, those that are @among, which goes upwards; at most @limit. */
static GArray *
pick (const GArray *ids, const GArray *among, guint limit)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len && (limit == 0 || picked->len < limit); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (g_array_binary_search ((GArray *)among, &id, _gram_id_compare, NULL))
        g_array_append_val (picked, id);
    }
  return picked;
}

/* The newest are the last. */
static GArray *
newest (const GArray *days, const GramVehicleQuery *query, guint limit)
{
  guint length = limit > 0 ? MIN (limit, days->len) : days->len;
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), length);

  for (guint i = 0; i < length; i++)
    g_array_append_val (ids,
                        g_array_index (days, gint64, query->descending ? i : days->len - 1 - i));
  return ids;
}

GArray *
_gram_vehicle_query_of_days (GramStore *store,
                             const GramVehicleQuery *query,
                             const GramVehicleSearch *search,
                             gint64 all,
                             guint limit,
                             GError **error)
{
  g_autoptr (GArray) days = read_days (store, query, error);
  g_autoptr (GArray) ids = NULL;
  GramVehicleQuery whole = { 0 };

  if (days == NULL)
    return NULL;
  if ((gint64)days->len * GRAM_VEHICLE_SORT_FACTOR < all)
    return _gram_vehicle_query_among (store, query, search, days, limit, error);
  if (search == NULL && query->order == GRAM_VEHICLE_ORDER_NEWEST)
    return newest (days, query, limit);
  whole = *query;
  whole.registered_from = whole.registered_to = NULL;
  ids = gram_vehicle_table_ids (store, &whole, 0, error);
  return ids != NULL ? pick (ids, days, limit) : NULL;
}
