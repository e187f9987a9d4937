/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-list.h"

#include "gram-paged-list-define.h"
#include "gram-queries.h"

#include <glib/gi18n-lib.h>

static GArray *
read_ids (GramRegistry *registry,
          GramActor *actor,
          const GramVehicleQuery *query,
          guint limit,
          GramRefusal **refusal,
          GError **error)
{
  if (actor == NULL)
    {
      gram_refuse (refusal, "person.not-signed-in", NULL, _ ("Sign in first."));
      return NULL;
    }
  if (gram_registry_may_view (registry, actor, query->account_id, refusal, error)
      != GRAM_OUTCOME_DONE)
    return NULL;
  return gram_vehicle_table_ids (gram_registry_get_store (registry), query, limit, error);
}

static GPtrArray *
read_rows (GramRegistry *registry,
           GramActor *actor,
           const gint64 *ids,
           guint n_ids,
           GramRefusal **refusal,
           GError **error)
{
  return gram_vehicle_table_page (gram_registry_get_store (registry), ids, n_ids, error);
}

GRAM_DEFINE_PAGED_LIST (GramVehicleList,
                        gram_vehicle_list,
                        GRAM_TYPE_VEHICLE_ITEM,
                        GramVehicleQuery,
                        gram_vehicle_query_copy,
                        gram_vehicle_query_free,
                        read_ids,
                        read_rows)

const GramVehicleQuery *
gram_vehicle_list_get_query (GramVehicleList *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_LIST (self), NULL);

  return gram_paged_list_get_query (GRAM_PAGED_LIST (self));
}
