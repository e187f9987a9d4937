/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-paged-list.h"

#include "gram-paged-list-private.h"
#include "gram-place-private.h"
#include "gram-session-person.h"

/* Pages kept after they were looked at: 4,096 rows, some 2 MB of vehicles. */
#define CACHED_PAGES 32

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (GramPagedList,
                                  gram_paged_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (GramPagedList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                             list_model_iface_init))

typedef enum
{
  PROP_LOADING = 1,
  PROP_N_MATCHING,
  PROP_ERROR_MESSAGE,
} GramPagedListProp;

static GParamSpec *properties[PROP_ERROR_MESSAGE + 1];

enum
{
  REQUERIED,
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GramPagedListPrivate *
_gram_paged_list_get_private (GramPagedList *self)
{
  return gram_paged_list_get_instance_private (self);
}

static GType
gram_paged_list_get_item_type (GListModel *model)
{
  return GRAM_PAGED_LIST_GET_CLASS (model)->place_type;
}

static guint
gram_paged_list_get_n_items (GListModel *model)
{
  return _gram_paged_list_get_private (GRAM_PAGED_LIST (model))->n_items;
}

static void
place_gone_cb (gpointer owner, guint position)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (owner);

  g_hash_table_remove (priv->live, GUINT_TO_POINTER (position));
}

/* Shows what is known of the row that belongs to a place. Another row's data never stay; old data of the same one stay
 * until the new come, so that a refresh does not flicker. */
static void
show_place (GramPagedList *self, GramPlace *place)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  guint position = gram_place_get_position (place);
  gint64 id = gram_paged_list_get_id (self, position);
  gconstpointer row = NULL;
  GPtrArray *page = NULL;

  if (id != 0)
    row = gram_page_cache_find (priv->cache, id, &page);

  if (row != NULL && row != gram_place_get_row (place))
    _gram_place_show (place, page, row);
  else if (row == NULL && !gram_place_get_loading (place) && gram_place_get_id (place) != id)
    _gram_place_show (place, NULL, NULL);

  if (row == NULL && id != 0)
    _gram_paged_list_want (self, position);
}

static gpointer
gram_paged_list_get_item (GListModel *model, guint position)
{
  GramPagedList *self = GRAM_PAGED_LIST (model);
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  GramPlace *place;

  if (position >= priv->n_items)
    return NULL;

  place = g_hash_table_lookup (priv->live, GUINT_TO_POINTER (position));
  if (place != NULL)
    return g_object_ref (place);

  place = _gram_place_new (GRAM_PAGED_LIST_GET_CLASS (self)->place_type, position, place_gone_cb,
                           self);
  g_hash_table_insert (priv->live, GUINT_TO_POINTER (position), place);
  show_place (self, place);
  return place;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gram_paged_list_get_item_type;
  iface->get_n_items = gram_paged_list_get_n_items;
  iface->get_item = gram_paged_list_get_item;
}

/* Places that are gone may still be held by somebody; they stay as they are, and a place that comes back is another
 * object. */
static void
forget_places_from (GramPagedList *self, guint first)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  GHashTableIter iter;
  gpointer key;
  gpointer place;

  g_hash_table_iter_init (&iter, priv->live);
  while (g_hash_table_iter_next (&iter, &key, &place))
    {
      if (GPOINTER_TO_UINT (key) < first)
        continue;
      _gram_place_detach (place);
      g_hash_table_iter_remove (&iter);
    }
}

static void
resize (GramPagedList *self, guint n_items)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  guint before = priv->n_items;
  guint same = MIN (before, n_items);

  if (before == n_items)
    return;

  forget_places_from (self, same);
  priv->n_items = n_items;
  g_list_model_items_changed (G_LIST_MODEL (self), same, before - same, n_items - same);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MATCHING]);
}

static void
session_changed_cb (GramPagedList *self)
{
  if (_gram_paged_list_get_private (self)->query != NULL)
    gram_paged_list_refresh (self);
}

static void
gram_paged_list_dispose (GObject *object)
{
  GramPagedList *self = GRAM_PAGED_LIST (object);
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  _gram_paged_list_stop (self);
  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_data (priv->session, self);
  forget_places_from (self, 0);
  g_clear_object (&priv->session);
  g_clear_object (&priv->reader);

  G_OBJECT_CLASS (gram_paged_list_parent_class)->dispose (object);
}

static void
gram_paged_list_finalize (GObject *object)
{
  GramPagedList *self = GRAM_PAGED_LIST (object);
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  g_assert (priv->asking == NULL && priv->fetching == NULL);
  g_clear_pointer (&priv->query, GRAM_PAGED_LIST_GET_CLASS (self)->free_query);
  g_clear_pointer (&priv->ids, g_array_unref);
  g_clear_pointer (&priv->cache, gram_page_cache_free);
  g_clear_pointer (&priv->live, g_hash_table_unref);
  g_clear_pointer (&priv->under_way, g_hash_table_unref);
  g_clear_pointer (&priv->error_message, g_free);

  G_OBJECT_CLASS (gram_paged_list_parent_class)->finalize (object);
}

static void
gram_paged_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  const GramPagedListPrivate *priv = _gram_paged_list_get_private (GRAM_PAGED_LIST (object));

  switch ((GramPagedListProp)prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, priv->loading);
      break;
    case PROP_N_MATCHING:
      g_value_set_uint (value, priv->n_items);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, priv->error_message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_paged_list_class_init (GramPagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gram_paged_list_dispose;
  object_class->finalize = gram_paged_list_finalize;
  object_class->get_property = gram_paged_list_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_N_MATCHING]
      = g_param_spec_uint ("n-matching", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[REQUERIED] = g_signal_new ("requeried", GRAM_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[REFRESHED] = g_signal_new ("refreshed", GRAM_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
gram_paged_list_init (GramPagedList *self)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  priv->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  priv->cache = gram_page_cache_new (CACHED_PAGES);
  priv->live = g_hash_table_new (NULL, NULL);
  priv->under_way = g_hash_table_new (NULL, NULL);
}

/* NULL once the session is closed, and while it is locked. */
GramWorker *
_gram_paged_list_get_reader (GramPagedList *self)
{
  const GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  if (priv->session == NULL)
    return priv->reader;
  return gram_session_get_locked (priv->session) ? NULL : gram_session_get_reader (priv->session);
}

void
_gram_paged_list_set_loading (GramPagedList *self, gboolean loading)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  if (priv->loading == loading)
    return;

  priv->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

void
_gram_paged_list_set_error (GramPagedList *self, const char *message)
{
  if (g_set_str (&_gram_paged_list_get_private (self)->error_message, message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_MESSAGE]);
}

/* Whether every row is where it was; at the end, others may have come. */
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
_gram_paged_list_take_ids (GramPagedList *self, GArray *ids, gboolean complete)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  priv->moved = !begins_with (ids, priv->ids);
  g_clear_pointer (&priv->ids, g_array_unref);
  priv->ids = ids;
  if (complete || priv->n_items < ids->len)
    resize (self, ids->len);
  _gram_paged_list_show_loaded (self);
}

void
_gram_paged_list_show_loaded (GramPagedList *self)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer place;

  /* A handler of notify may drop places or make new ones. */
  g_hash_table_iter_init (&iter, priv->live);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    g_ptr_array_add (places, g_object_ref (place));
  for (guint i = 0; i < places->len; i++)
    show_place (self, g_ptr_array_index (places, i));
}

void
_gram_paged_list_emit_requeried (GramPagedList *self)
{
  g_signal_emit (self, signals[REQUERIED], 0);
}

void
_gram_paged_list_emit_refreshed (GramPagedList *self)
{
  g_signal_emit (self, signals[REFRESHED], 0, _gram_paged_list_get_private (self)->moved);
}

gpointer
gram_paged_list_new (GType type, GramSession *session)
{
  GramPagedList *self;
  GramPagedListPrivate *priv;

  g_return_val_if_fail (g_type_is_a (type, GRAM_TYPE_PAGED_LIST), NULL);
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (type, NULL);
  priv = _gram_paged_list_get_private (self);
  priv->session = g_object_ref (session);
  priv->reads = GRAM_PAGED_LIST_GET_CLASS (self)->reads;
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gpointer
gram_paged_list_new_with_reads (GType type, GramWorker *reader, const GramPagedReads *reads)
{
  GramPagedList *self;
  GramPagedListPrivate *priv;

  g_return_val_if_fail (g_type_is_a (type, GRAM_TYPE_PAGED_LIST), NULL);
  g_return_val_if_fail (GRAM_IS_WORKER (reader), NULL);
  g_return_val_if_fail (reads != NULL, NULL);

  self = g_object_new (type, NULL);
  priv = _gram_paged_list_get_private (self);
  priv->reader = g_object_ref (reader);
  priv->reads = reads;
  return self;
}

void
gram_paged_list_set_query (GramPagedList *self, gconstpointer query)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);
  const GramPagedListClass *klass;
  gpointer copy;

  g_return_if_fail (GRAM_IS_PAGED_LIST (self));

  klass = GRAM_PAGED_LIST_GET_CLASS (self);
  copy = query != NULL ? klass->copy_query (query) : NULL;
  g_clear_pointer (&priv->query, klass->free_query);
  priv->query = copy;
  priv->generation++;

  if (copy != NULL && _gram_paged_list_get_reader (self) != NULL)
    {
      _gram_paged_list_ask (self, TRUE);
      return;
    }
  _gram_paged_list_stop (self);
  _gram_paged_list_set_loading (self, FALSE);
  _gram_paged_list_take_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)), TRUE);
  _gram_paged_list_emit_requeried (self);
}

gconstpointer
gram_paged_list_get_query (GramPagedList *self)
{
  g_return_val_if_fail (GRAM_IS_PAGED_LIST (self), NULL);

  return _gram_paged_list_get_private (self)->query;
}

void
gram_paged_list_refresh (GramPagedList *self)
{
  GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  g_return_if_fail (GRAM_IS_PAGED_LIST (self));

  priv->row_age++;
  gram_page_cache_clear (priv->cache);
  if (priv->query == NULL || _gram_paged_list_get_reader (self) == NULL)
    return;

  if (priv->asking != NULL)
    priv->stale = TRUE;
  else
    _gram_paged_list_ask (self, FALSE);
}

gboolean
gram_paged_list_get_loading (GramPagedList *self)
{
  g_return_val_if_fail (GRAM_IS_PAGED_LIST (self), FALSE);

  return _gram_paged_list_get_private (self)->loading;
}

guint
gram_paged_list_get_n_matching (GramPagedList *self)
{
  g_return_val_if_fail (GRAM_IS_PAGED_LIST (self), 0);

  return _gram_paged_list_get_private (self)->n_items;
}

const char *
gram_paged_list_get_error_message (GramPagedList *self)
{
  g_return_val_if_fail (GRAM_IS_PAGED_LIST (self), NULL);

  return _gram_paged_list_get_private (self)->error_message;
}

gint64
gram_paged_list_get_id (GramPagedList *self, guint position)
{
  const GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  g_return_val_if_fail (GRAM_IS_PAGED_LIST (self), 0);

  return position < priv->ids->len ? g_array_index (priv->ids, gint64, position) : 0;
}

gboolean
gram_paged_list_find (GramPagedList *self, gint64 id, guint *position)
{
  const GramPagedListPrivate *priv = _gram_paged_list_get_private (self);

  g_return_val_if_fail (GRAM_IS_PAGED_LIST (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  for (guint i = 0; i < priv->ids->len; i++)
    {
      if (g_array_index (priv->ids, gint64, i) != id)
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}
