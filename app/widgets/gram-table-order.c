/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-table-order.h"

struct _GramTableOrder
{
  GObject parent_instance;

  /* Owned References */
  GtkColumnView *view;
  GSettings *settings;
  char *key;

  const char *const *words;
  guint fallback;
  guint order;
  gboolean descending;
  gboolean showing; /* the headers are made to show it */
};

G_DEFINE_FINAL_TYPE (GramTableOrder, gram_table_order, G_TYPE_OBJECT)

typedef enum
{
  PROP_ORDER = 1,
  PROP_DESCENDING,
} GramTableOrderProp;

static GParamSpec *properties[PROP_DESCENDING + 1];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
parse (GramTableOrder *self, const char *word, guint *order)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    if (g_strcmp0 (self->words[i], word) == 0)
      {
        *order = i;
        return TRUE;
      }

  return FALSE;
}

/* Shows the order on the headers. That makes them say it again, which is not a person's choice. */
static void
show (GramTableOrder *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  self->showing = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), self->words[self->order]) == 0)
        gtk_column_view_sort_by_column (self->view, column,
                                        self->descending ? GTK_SORT_DESCENDING
                                                         : GTK_SORT_ASCENDING);
    }
  self->showing = FALSE;
}

static void
take (GramTableOrder *self, guint order, gboolean descending)
{
  gboolean other = order != self->order;
  gboolean turned = descending != self->descending;

  if (!other && !turned)
    return;

  self->order = order;
  self->descending = descending;
  if (self->settings != NULL)
    g_settings_set (self->settings, self->key, "(sb)", self->words[order], descending);
  if (other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  if (turned)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sorter_changed_cb (GramTableOrder *self)
{
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *column;
  guint order = self->fallback;
  gboolean descending;

  if (self->showing)
    return;

  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  descending = column != NULL
               && gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  if (column != NULL)
    parse (self, gtk_column_view_column_get_id (column), &order);
  take (self, order, descending);
}

static void
gram_table_order_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramTableOrder *self = GRAM_TABLE_ORDER (object);

  switch ((GramTableOrderProp)prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, self->words[self->order]);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_table_order_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  GramTableOrder *self = GRAM_TABLE_ORDER (object);
  guint order;

  switch ((GramTableOrderProp)prop_id)
    {
    case PROP_ORDER:
      if (!parse (self, g_value_get_string (value), &order) || order == self->order)
        return;
      take (self, order, FALSE);
      break;
    case PROP_DESCENDING:
      take (self, self->order, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  show (self);
}

static void
gram_table_order_finalize (GObject *object)
{
  GramTableOrder *self = GRAM_TABLE_ORDER (object);

  g_clear_object (&self->view);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (gram_table_order_parent_class)->finalize (object);
}

static void
gram_table_order_class_init (GramTableOrderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gram_table_order_get_property;
  object_class->set_property = gram_table_order_set_property;
  object_class->finalize = gram_table_order_finalize;

  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_TABLE_ORDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
gram_table_order_init (GramTableOrder *self)
{
}

GramTableOrder *
gram_table_order_new (GtkColumnView *view,
                      const char *const *words,
                      guint fallback,
                      GSettings *settings,
                      const char *key)
{
  GramTableOrder *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (words != NULL && fallback < g_strv_length ((GStrv)words), NULL);
  g_return_val_if_fail ((settings != NULL) == (key != NULL), NULL);

  self = g_object_new (GRAM_TYPE_TABLE_ORDER, NULL);
  self->view = g_object_ref (view);
  self->words = words;
  self->fallback = fallback;
  self->order = fallback;
  if (settings != NULL)
    {
      g_autofree char *word = NULL;

      self->settings = g_object_ref (settings);
      self->key = g_strdup (key);
      g_settings_get (settings, key, "(sb)", &word, &self->descending);
      parse (self, word, &self->order);
    }
  show (self);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
gram_table_order_install (GramTableOrder *self, GtkWidget *widget, const char *prefix)
{
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GPropertyAction) sort = NULL;
  g_autoptr (GPropertyAction) reverse = NULL;

  g_return_if_fail (GRAM_IS_TABLE_ORDER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (prefix != NULL);

  group = g_simple_action_group_new ();
  sort = g_property_action_new ("sort", self, "order");
  reverse = g_property_action_new ("reverse", self, "descending");
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (sort));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (reverse));
  gtk_widget_insert_action_group (widget, prefix, G_ACTION_GROUP (group));
}

guint
gram_table_order_get (GramTableOrder *self)
{
  g_return_val_if_fail (GRAM_IS_TABLE_ORDER (self), 0);

  return self->order;
}

gboolean
gram_table_order_get_descending (GramTableOrder *self)
{
  g_return_val_if_fail (GRAM_IS_TABLE_ORDER (self), FALSE);

  return self->descending;
}

void
gram_table_order_dispose (GramTableOrder **self)
{
  g_return_if_fail (self != NULL);

  if (*self != NULL)
    (*self)->showing = TRUE;
  g_clear_object (self);
}

static void
align (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);

  /* One that was aligned before stays as it is. */
  if (!GTK_IS_BOX (box) || gtk_widget_get_halign (box) == GTK_ALIGN_END)
    return;

  /* The arrow of the order goes to the other side. */
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_first_child (box),
                               gtk_widget_get_last_child (box));
}

void
gram_table_align_title (GtkColumnView *view, GtkColumnViewColumn *column)
{
  GListModel *columns;
  GtkWidget *title;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  columns = gtk_column_view_get_columns (view);
  title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));
  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) there = g_list_model_get_item (columns, i);

      if (there == column)
        align (title);
    }
}
