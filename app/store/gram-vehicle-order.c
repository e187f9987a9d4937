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
};

void
_gram_vehicle_order_cache_free (GramVehicleOrderCache *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ids);
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

const GArray *
_gram_vehicle_order_get (GramStore *store, const GramVehicleQuery *query, GError **error)
{
  GramVehicleOrderCache wanted = {
    .account_id = query->account_id,
    .order = query->order,
    .data_version = gram_store_data_version (store),
    .changes = sqlite3_total_changes64 (store->db),
  };
  GramVehicleOrderCache *kept = store->order;

  if (kept != NULL && kept->account_id == wanted.account_id && kept->order == wanted.order
      && kept->data_version == wanted.data_version && kept->changes == wanted.changes)
    return kept->ids;
  g_clear_pointer (&store->order, _gram_vehicle_order_cache_free);
  wanted.ids = read_ids (store, query, error);
  if (wanted.ids == NULL)
    return NULL;
  store->order = g_memdup2 (&wanted, sizeof wanted);
  return wanted.ids;
}
