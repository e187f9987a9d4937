/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-list.h"

#include "gram-queries.h"

#include <glib/gi18n-lib.h>

struct _GramVehicleList
{
  GramPagedList parent_instance;
};

G_DEFINE_FINAL_TYPE (GramVehicleList, gram_vehicle_list, GRAM_TYPE_PAGED_LIST)

static GArray *
read_ids (GramRegistry *registry,
          GramActor *actor,
          gconstpointer data,
          guint limit,
          GramRefusal **refusal,
          GError **error)
{
  const GramVehicleQuery *query = data;

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
           gconstpointer data,
           const gint64 *ids,
           guint n_ids,
           GramRefusal **refusal,
           GError **error)
{
  return gram_vehicle_table_page (gram_registry_get_store (registry), ids, n_ids, error);
}

static const GramPagedReads reads = { read_ids, read_rows };

static gpointer
copy_query (gconstpointer query)
{
  return gram_vehicle_query_copy (query);
}

static void
free_query (gpointer query)
{
  gram_vehicle_query_free (query);
}

static void
gram_vehicle_list_class_init (GramVehicleListClass *klass)
{
  GramPagedListClass *list_class = GRAM_PAGED_LIST_CLASS (klass);

  list_class->place_type = GRAM_TYPE_VEHICLE_ITEM;
  list_class->copy_query = copy_query;
  list_class->free_query = free_query;
  list_class->reads = &reads;
}

static void
gram_vehicle_list_init (GramVehicleList *self)
{
}

GramVehicleList *
gram_vehicle_list_new (GramSession *session)
{
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  return gram_paged_list_new (GRAM_TYPE_VEHICLE_LIST, session);
}

void
gram_vehicle_list_set_query (GramVehicleList *self, const GramVehicleQuery *query)
{
  g_return_if_fail (GRAM_IS_VEHICLE_LIST (self));

  gram_paged_list_set_query (GRAM_PAGED_LIST (self), query);
}

const GramVehicleQuery *
gram_vehicle_list_get_query (GramVehicleList *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_LIST (self), NULL);

  return gram_paged_list_get_query (GRAM_PAGED_LIST (self));
}
