/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-list.h"

#include "gram-vehicle-item-private.h"
#include "gram-vehicle-list-private.h"

/* Pages kept after they were looked at: 4,096 records, some 2 MB. */
#define CACHED_PAGES 32

static GType
gram_vehicle_list_get_item_type (GListModel *model)
{
  return GRAM_TYPE_VEHICLE_ITEM;
}

static guint
gram_vehicle_list_get_n_items (GListModel *model)
{
  return GRAM_VEHICLE_LIST (model)->n_items;
}

static void
item_gone_cb (gpointer owner, guint position)
{
  GramVehicleList *self = owner;

  g_hash_table_remove (self->live, GUINT_TO_POINTER (position));
}

/* Shows what is known of the vehicle that belongs to a place. Another vehicle's record never stays; an old record of the
 * same one stays until the new one comes, so that a refresh does not flicker. */
static void
show_place (GramVehicleList *self, GramVehicleItem *item)
{
  gint64 id = gram_vehicle_list_get_id (self, gram_vehicle_item_get_position (item));
  const GramVehicleRecord *record = NULL;
  GPtrArray *page = NULL;

  if (id != 0)
    record = gram_vehicle_cache_find (self->cache, id, &page);

  if (record != NULL && record != gram_vehicle_item_get_record (item))
    _gram_vehicle_item_show (item, page, record);
  else if (record == NULL && !gram_vehicle_item_get_loading (item)
           && gram_vehicle_item_get_id (item) != id)
    _gram_vehicle_item_show (item, NULL, NULL);

  if (record == NULL && id != 0)
    _gram_vehicle_list_queue_fetch (self);
}

static gpointer
gram_vehicle_list_get_item (GListModel *model, guint position)
{
  GramVehicleList *self = GRAM_VEHICLE_LIST (model);
  GramVehicleItem *item;

  if (position >= self->n_items)
    return NULL;

  item = g_hash_table_lookup (self->live, GUINT_TO_POINTER (position));
  if (item != NULL)
    return g_object_ref (item);

  item = _gram_vehicle_item_new (position, item_gone_cb, self);
  g_hash_table_insert (self->live, GUINT_TO_POINTER (position), item);
  show_place (self, item);
  return item;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gram_vehicle_list_get_item_type;
  iface->get_n_items = gram_vehicle_list_get_n_items;
  iface->get_item = gram_vehicle_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GramVehicleList,
                               gram_vehicle_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

typedef enum
{
  PROP_LOADING = 1,
  PROP_N_MATCHING,
  PROP_ERROR_MESSAGE,
} GramVehicleListProp;

static GParamSpec *properties[PROP_ERROR_MESSAGE + 1];

enum
{
  REQUERIED,
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Places that are gone may still be held by somebody; they stay as they are, and a place that comes back is another
 * object. */
static void
forget_places_from (GramVehicleList *self, guint first)
{
  GHashTableIter iter;
  gpointer key;
  gpointer item;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &key, &item))
    {
      if (GPOINTER_TO_UINT (key) < first)
        continue;
      _gram_vehicle_item_detach (item);
      g_hash_table_iter_remove (&iter);
    }
}

static void
resize (GramVehicleList *self, guint n_items)
{
  guint before = self->n_items;
  guint same = MIN (before, n_items);

  if (before == n_items)
    return;

  forget_places_from (self, same);
  self->n_items = n_items;
  g_list_model_items_changed (G_LIST_MODEL (self), same, before - same, n_items - same);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MATCHING]);
}

static void
session_changed_cb (GramVehicleList *self)
{
  if (self->query != NULL)
    gram_vehicle_list_refresh (self);
}

static void
gram_vehicle_list_dispose (GObject *object)
{
  GramVehicleList *self = GRAM_VEHICLE_LIST (object);

  _gram_vehicle_list_stop (self);
  g_clear_handle_id (&self->fetch_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->live != NULL)
    forget_places_from (self, 0);
  g_clear_object (&self->session);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (gram_vehicle_list_parent_class)->dispose (object);
}

static void
gram_vehicle_list_finalize (GObject *object)
{
  GramVehicleList *self = GRAM_VEHICLE_LIST (object);

  g_assert (self->asking == NULL && self->fetching == NULL);
  g_clear_pointer (&self->query, gram_vehicle_query_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->cache, gram_vehicle_cache_free);
  g_clear_pointer (&self->live, g_hash_table_unref);
  g_clear_pointer (&self->error_message, g_free);

  G_OBJECT_CLASS (gram_vehicle_list_parent_class)->finalize (object);
}

static void
gram_vehicle_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramVehicleList *self = GRAM_VEHICLE_LIST (object);

  switch ((GramVehicleListProp)prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_N_MATCHING:
      g_value_set_uint (value, self->n_items);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_vehicle_list_class_init (GramVehicleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gram_vehicle_list_dispose;
  object_class->finalize = gram_vehicle_list_finalize;
  object_class->get_property = gram_vehicle_list_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_N_MATCHING]
      = g_param_spec_uint ("n-matching", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[REQUERIED] = g_signal_new ("requeried", GRAM_TYPE_VEHICLE_LIST, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFRESHED] = g_signal_new ("refreshed", GRAM_TYPE_VEHICLE_LIST, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
gram_vehicle_list_init (GramVehicleList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cache = gram_vehicle_cache_new (CACHED_PAGES);
  self->live = g_hash_table_new (NULL, NULL);
}

GramWorker *
_gram_vehicle_list_get_reader (GramVehicleList *self)
{
  return self->session != NULL ? gram_session_get_reader (self->session) : self->reader;
}

void
_gram_vehicle_list_set_loading (GramVehicleList *self, gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

void
_gram_vehicle_list_set_error (GramVehicleList *self, const GError *error)
{
  if (g_set_str (&self->error_message, error != NULL ? error->message : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_MESSAGE]);
}

/* Whether every vehicle is where it was; at the end, others may have come. */
static gboolean
begins_with (const GArray *ids, const GArray *beginning)
{
  return ids->len >= beginning->len
         && (beginning->len == 0
             || memcmp (ids->data, beginning->data, beginning->len * sizeof (gint64)) == 0);
}

/* Takes the ids over. If they are only the beginning, the list keeps its length until the rest is there: that spares the
 * view from building its rows anew; the places past the beginning are loading meanwhile. */
void
_gram_vehicle_list_take_ids (GramVehicleList *self, GArray *ids, gboolean complete)
{
  self->moved = !begins_with (ids, self->ids);
  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = ids;
  if (complete || self->n_items < ids->len)
    resize (self, ids->len);
  _gram_vehicle_list_show_loaded (self);
}

void
_gram_vehicle_list_show_loaded (GramVehicleList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  /* A handler of notify may drop places or make new ones. */
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));
  for (guint i = 0; i < items->len; i++)
    show_place (self, g_ptr_array_index (items, i));
}

void
_gram_vehicle_list_emit_requeried (GramVehicleList *self)
{
  g_signal_emit (self, signals[REQUERIED], 0);
}

void
_gram_vehicle_list_emit_refreshed (GramVehicleList *self)
{
  g_signal_emit (self, signals[REFRESHED], 0, self->moved);
}

GramVehicleList *
gram_vehicle_list_new (GramSession *session)
{
  GramVehicleList *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_VEHICLE_LIST, NULL);
  self->session = g_object_ref (session);
  self->reads = _gram_vehicle_reads_of_registry ();
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

GramVehicleList *
gram_vehicle_list_new_with_reads (GramWorker *reader, const GramVehicleReads *reads)
{
  GramVehicleList *self;

  g_return_val_if_fail (GRAM_IS_WORKER (reader), NULL);
  g_return_val_if_fail (reads != NULL, NULL);

  self = g_object_new (GRAM_TYPE_VEHICLE_LIST, NULL);
  self->reader = g_object_ref (reader);
  self->reads = reads;
  return self;
}

void
gram_vehicle_list_set_query (GramVehicleList *self, const GramVehicleQuery *query)
{
  GramVehicleQuery *copy;

  g_return_if_fail (GRAM_IS_VEHICLE_LIST (self));

  copy = query != NULL ? gram_vehicle_query_copy (query) : NULL;
  g_clear_pointer (&self->query, gram_vehicle_query_free);
  self->query = copy;
  self->generation++;

  if (copy != NULL && _gram_vehicle_list_get_reader (self) != NULL)
    {
      _gram_vehicle_list_ask (self, TRUE);
      return;
    }
  _gram_vehicle_list_stop (self);
  _gram_vehicle_list_set_loading (self, FALSE);
  _gram_vehicle_list_take_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)), TRUE);
  _gram_vehicle_list_emit_requeried (self);
}

const GramVehicleQuery *
gram_vehicle_list_get_query (GramVehicleList *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_LIST (self), NULL);

  return self->query;
}

void
gram_vehicle_list_refresh (GramVehicleList *self)
{
  g_return_if_fail (GRAM_IS_VEHICLE_LIST (self));

  self->record_age++;
  gram_vehicle_cache_clear (self->cache);
  if (self->query == NULL || _gram_vehicle_list_get_reader (self) == NULL)
    return;

  if (self->asking != NULL)
    self->stale = TRUE;
  else
    _gram_vehicle_list_ask (self, FALSE);
}

gboolean
gram_vehicle_list_get_loading (GramVehicleList *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_LIST (self), FALSE);

  return self->loading;
}

guint
gram_vehicle_list_get_n_matching (GramVehicleList *self)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_LIST (self), 0);

  return self->n_items;
}

gint64
gram_vehicle_list_get_id (GramVehicleList *self, guint position)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_LIST (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

gboolean
gram_vehicle_list_find (GramVehicleList *self, gint64 id, guint *position)
{
  g_return_val_if_fail (GRAM_IS_VEHICLE_LIST (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, gint64, i) != id)
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}
