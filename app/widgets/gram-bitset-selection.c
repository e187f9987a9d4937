/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bitset-selection.h"

struct _GramBitsetSelection
{
  GObject parent_instance;

  /* Owned References */
  GListModel *model;
  GtkBitset *selected;
};

typedef enum
{
  PROP_MODEL = 1,
  PROP_N_SELECTED,
} GramBitsetSelectionProp;

static GParamSpec *properties[PROP_N_SELECTED + 1];

static GType
gram_bitset_selection_get_item_type (GListModel *list)
{
  GramBitsetSelection *self = GRAM_BITSET_SELECTION (list);

  return self->model != NULL ? g_list_model_get_item_type (self->model) : G_TYPE_OBJECT;
}

static guint
gram_bitset_selection_get_n_items (GListModel *list)
{
  GramBitsetSelection *self = GRAM_BITSET_SELECTION (list);

  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static gpointer
gram_bitset_selection_get_item (GListModel *list, guint position)
{
  GramBitsetSelection *self = GRAM_BITSET_SELECTION (list);

  return self->model != NULL ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gram_bitset_selection_get_item_type;
  iface->get_n_items = gram_bitset_selection_get_n_items;
  iface->get_item = gram_bitset_selection_get_item;
}

static gboolean
gram_bitset_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (GRAM_BITSET_SELECTION (model)->selected, position);
}

static GtkBitset *
gram_bitset_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  return gtk_bitset_ref (GRAM_BITSET_SELECTION (model)->selected);
}

/* Takes a set over and says between which positions it differs from the one before. */
static void
take_selected (GramBitsetSelection *self, GtkBitset *selected)
{
  g_autoptr (GtkBitset) differs = gtk_bitset_copy (self->selected);
  guint64 n_before = gtk_bitset_get_size (self->selected);
  guint first;
  guint last;

  gtk_bitset_difference (differs, selected);
  gtk_bitset_unref (self->selected);
  self->selected = selected;
  if (gtk_bitset_is_empty (differs))
    return;

  first = gtk_bitset_get_minimum (differs);
  last = gtk_bitset_get_maximum (differs);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
  if (n_before != gtk_bitset_get_size (selected))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static gboolean
gram_bitset_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  GramBitsetSelection *self = GRAM_BITSET_SELECTION (model);
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (self->selected);
  g_autoptr (GtkBitset) set = gtk_bitset_copy (selected);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));

  gtk_bitset_intersect (set, mask);
  gtk_bitset_subtract (wanted, mask);
  gtk_bitset_union (wanted, set);
  /* A view may name positions that are gone by now. */
  gtk_bitset_remove_range_closed (wanted, n_items, G_MAXUINT);
  take_selected (self, g_steal_pointer (&wanted));
  return TRUE;
}

static gboolean
gram_bitset_selection_select_all (GtkSelectionModel *model)
{
  GramBitsetSelection *self = GRAM_BITSET_SELECTION (model);

  take_selected (self, gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self))));
  return TRUE;
}

static gboolean
gram_bitset_selection_unselect_all (GtkSelectionModel *model)
{
  take_selected (GRAM_BITSET_SELECTION (model), gtk_bitset_new_empty ());
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = gram_bitset_selection_is_selected;
  iface->get_selection_in_range = gram_bitset_selection_get_selection_in_range;
  iface->set_selection = gram_bitset_selection_set_selection;
  iface->select_all = gram_bitset_selection_select_all;
  iface->unselect_all = gram_bitset_selection_unselect_all;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GramBitsetSelection,
                               gram_bitset_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_iface_init))

static void
items_changed_cb (GramBitsetSelection *self, guint position, guint removed, guint added)
{
  guint64 n_before = gtk_bitset_get_size (self->selected);

  gtk_bitset_splice (self->selected, position, removed, added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (n_before != gtk_bitset_get_size (self->selected))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static void
gram_bitset_selection_dispose (GObject *object)
{
  GramBitsetSelection *self = GRAM_BITSET_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (gram_bitset_selection_parent_class)->dispose (object);
}

static void
gram_bitset_selection_finalize (GObject *object)
{
  GramBitsetSelection *self = GRAM_BITSET_SELECTION (object);

  g_clear_pointer (&self->selected, gtk_bitset_unref);

  G_OBJECT_CLASS (gram_bitset_selection_parent_class)->finalize (object);
}

static void
gram_bitset_selection_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  GramBitsetSelection *self = GRAM_BITSET_SELECTION (object);

  switch ((GramBitsetSelectionProp)prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, gram_bitset_selection_get_n_selected (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_bitset_selection_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  if ((GramBitsetSelectionProp)prop_id == PROP_MODEL)
    gram_bitset_selection_set_model (GRAM_BITSET_SELECTION (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gram_bitset_selection_class_init (GramBitsetSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gram_bitset_selection_dispose;
  object_class->finalize = gram_bitset_selection_finalize;
  object_class->get_property = gram_bitset_selection_get_property;
  object_class->set_property = gram_bitset_selection_set_property;

  properties[PROP_MODEL]
      = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gram_bitset_selection_init (GramBitsetSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
}

GramBitsetSelection *
gram_bitset_selection_new (GListModel *model)
{
  g_autoptr (GListModel) owned = model;

  return g_object_new (GRAM_TYPE_BITSET_SELECTION, "model", owned, NULL);
}

GListModel *
gram_bitset_selection_get_model (GramBitsetSelection *self)
{
  g_return_val_if_fail (GRAM_IS_BITSET_SELECTION (self), NULL);

  return self->model;
}

void
gram_bitset_selection_set_model (GramBitsetSelection *self, GListModel *model)
{
  guint before;
  guint after;

  g_return_if_fail (GRAM_IS_BITSET_SELECTION (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  before = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);

  after = g_list_model_get_n_items (G_LIST_MODEL (self));
  gtk_bitset_remove_all (self->selected);
  if (before > 0 || after > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, after);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

guint
gram_bitset_selection_get_n_selected (GramBitsetSelection *self)
{
  g_return_val_if_fail (GRAM_IS_BITSET_SELECTION (self), 0);

  return (guint)gtk_bitset_get_size (self->selected);
}

gboolean
gram_bitset_selection_is_all (GramBitsetSelection *self)
{
  guint n_items;

  g_return_val_if_fail (GRAM_IS_BITSET_SELECTION (self), FALSE);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  return n_items > 0 && gtk_bitset_get_size (self->selected) == n_items;
}
