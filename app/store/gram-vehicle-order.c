/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-order.h"

#include "gram-store-private.h"
#include "gram-vehicle-query.h"

struct _GramVehicleOrderCache
{
  /* Of what. */
  gint64 account_id;
  GramVehicleOrder order;

  /* As of when: commits of others and changes of our own. */
  gint64 data_version;
  gint64 changes;

  GArray *ids;
  GramVehicleTrait *traits;
};

void
_gram_vehicle_order_cache_free (GramVehicleOrderCache *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ids);
  g_free (self->traits);
  g_free (self);
}

static GArray *
read_ids (GramStore *store, const GramVehicleQuery *query, GError **error)
{
  const GramVehicleQuery whole = { .account_id = query->account_id, .order = query->order };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = _gram_vehicle_query_prepare (store, &whole, NULL, GRAM_VEHICLE_WALK, 0, error);
  if (statement == NULL)
    return NULL;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      gint64 id = gram_statement_int64 (statement, 0);
      guint32 small = (guint32)id;

      if (id <= 0 || id > G_MAXUINT32)
        {
          g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                       "vehicle has the id %" G_GINT64_FORMAT, id);
          return NULL;
        }
      g_array_append_val (ids, small);
    }
  return step == GRAM_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
_gram_vehicle_order_is_kept (GramStore *store, const GramVehicleQuery *query)
{
  const GramVehicleOrderCache *kept = store->order;

  return kept != NULL && kept->account_id == query->account_id && kept->order == query->order
         && kept->data_version == gram_store_data_version (store)
         && kept->changes == sqlite3_total_changes64 (store->db);
}

const GArray *
_gram_vehicle_order_get (GramStore *store, const GramVehicleQuery *query, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (_gram_vehicle_order_is_kept (store, query))
    return store->order->ids;
  g_clear_pointer (&store->order, _gram_vehicle_order_cache_free);
  ids = read_ids (store, query, error);
  if (ids == NULL)
    return NULL;
  store->order = g_new0 (GramVehicleOrderCache, 1);
  store->order->account_id = query->account_id;
  store->order->order = query->order;
  store->order->data_version = gram_store_data_version (store);
  store->order->changes = sqlite3_total_changes64 (store->db);
  store->order->ids = g_steal_pointer (&ids);
  return store->order->ids;
}

const GramVehicleTrait *
_gram_vehicle_order_traits (GramStore *store, const GramVehicleTraits *traits)
{
  GramVehicleOrderCache *kept = store->order;
  const GramVehicleTrait *by_id;
  guint end;

  if (kept->traits != NULL)
    return kept->traits;
  by_id = _gram_vehicle_traits_by_id (traits, &end);
  kept->traits = g_new0 (GramVehicleTrait, kept->ids->len);
  for (guint i = 0; i < kept->ids->len; i++)
    {
      guint32 id = g_array_index (kept->ids, guint32, i);

      if (id < end)
        kept->traits[i] = by_id[id];
    }
  return kept->traits;
}
