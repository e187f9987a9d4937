/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicles-page.h"

#include "gram-vehicle-texts.h"
#include "gram-vehicles-page-private.h"

typedef enum
{
  PROP_ORDER = 1,
  PROP_DESCENDING,
  PROP_SHOW_MAKE,
  PROP_SHOW_MODEL,
  PROP_SHOW_CO2,
  PROP_SHOW_MASS,
  PROP_SHOW_UNITS,
  PROP_SHOW_DATE,
  PROP_SHOW_STATUS,
} GramVehiclesPageProp;

static GParamSpec *properties[PROP_SHOW_STATUS + 1];

/* The columns, in the order of the table. The first is always there; each of the others has a property, which the menu's
 * action of the same meaning shows and turns. */
static const struct
{
  const char *id;
  const char *child;
  GramVehiclesPageProp prop; /* 0: cannot be hidden */
  const char *property;
  const char *action;
  gboolean figures; /* right-aligned */
} columns[GRAM_VEHICLES_N_COLUMNS] = {
  { "label", "label_column", 0, NULL, NULL, FALSE },
  { "make", "make_column", PROP_SHOW_MAKE, "show-make", "vehicles.column-make", FALSE },
  { "model", "model_column", PROP_SHOW_MODEL, "show-model", "vehicles.column-model", FALSE },
  { "co2", "co2_column", PROP_SHOW_CO2, "show-co2", "vehicles.column-co2", TRUE },
  { "mass", "mass_column", PROP_SHOW_MASS, "show-mass", "vehicles.column-mass", TRUE },
  { "units", "units_column", PROP_SHOW_UNITS, "show-units", "vehicles.column-units", TRUE },
  { "date", "date_column", PROP_SHOW_DATE, "show-date", "vehicles.column-date", FALSE },
  { "status", "status_column", PROP_SHOW_STATUS, "show-status", "vehicles.column-status", FALSE },
};

/* Until a person chooses, what an account of this kind is about: its target depends on the weight, its scheme year on the
 * date, and its rows may stand for several cars. */
static const char *const *
default_columns (GramVehiclesPage *self)
{
  static const char *const ccs[] = { "label", "make", "model", "co2", "mass", "status", NULL };
  static const char *const ccts[]
      = { "label", "make", "model", "co2", "units", "date", "status", NULL };
  GramSession *session = _gram_vehicles_page_get_session (self);
  GramAccount *account = session != NULL ? gram_session_get_account (session) : NULL;

  return account != NULL && gram_account_get_kind (account) == GRAM_ACCOUNT_CCTS ? ccts : ccs;
}

static gboolean
is_chosen (GramVehiclesPage *self, gsize index)
{
  g_autoptr (GVariant) chosen = g_settings_get_user_value (self->settings, "vehicle-columns");
  g_autofree const char **ids = NULL;

  if (columns[index].prop == 0)
    return TRUE;
  if (chosen == NULL)
    return g_strv_contains (default_columns (self), columns[index].id);
  ids = g_variant_get_strv (chosen, NULL);
  return g_strv_contains (ids, columns[index].id);
}

static gboolean
find_column (guint prop_id, gsize *index)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (columns[i].prop != (GramVehiclesPageProp)prop_id)
        continue;
      *index = i;
      return TRUE;
    }
  return FALSE;
}

/* Whether there is room for a column. */
static gboolean
has_room (GramVehiclesPage *self, gsize index)
{
  static const char *const spare[] = { "mass", "units", "date", NULL };

  if (self->narrow)
    return g_str_equal (columns[index].id, "status");
  return !self->medium || !g_strv_contains (spare, columns[index].id);
}

void
_gram_vehicles_page_columns_update (GramVehiclesPage *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_column_view_column_set_visible (self->columns[i],
                                        is_chosen (self, i) && has_room (self, i));
  gtk_column_view_column_set_visible (self->narrow_column, self->narrow);
  gtk_widget_set_visible (header, !self->narrow);

  /* The menu shows the same. */
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (columns[i].prop != 0)
        g_object_notify_by_pspec (G_OBJECT (self), properties[columns[i].prop]);
    }
}

static void
choose_column (GramVehiclesPage *self, gsize index, gboolean show)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  if (is_chosen (self, index) == show)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (i == index ? show : is_chosen (self, i))
        g_ptr_array_add (chosen, (gpointer)columns[i].id);
    }
  g_ptr_array_add (chosen, NULL);
  g_settings_set_strv (self->settings, "vehicle-columns", (const char *const *)chosen->pdata);
}

/* The arrow of the order goes to the other side, so that the title ends where the figures do. */
static void
align_title (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);

  if (!GTK_IS_BOX (box))
    return;
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_first_child (box),
                               gtk_widget_get_last_child (box));
}

/* A title stands over its figures. GTK has no property for that; where a title is made differently one day, it stays at
 * the start. */
static void
align_titles (GramVehiclesPage *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = gtk_widget_get_first_child (header);

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);

      for (gsize j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          if (self->columns[j] == column && columns[j].figures)
            align_title (title);
        }
    }
}

static GtkColumnViewColumn *
column_of_order (GramVehiclesPage *self, GramVehicleOrder order)
{
  const char *word = gram_vehicle_order_word (order);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (g_str_equal (columns[i].id, word))
        return self->columns[i];
    }
  return NULL;
}

/* Shows the order on the headers. That makes them say it again, which is not a person's choice. */
static void
show_order (GramVehiclesPage *self)
{
  GtkColumnViewColumn *column = column_of_order (self, self->order);

  self->ordering = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (column != NULL)
    gtk_column_view_sort_by_column (self->view, column,
                                    self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->ordering = FALSE;
}

static void
take_order (GramVehiclesPage *self, GramVehicleOrder order, gboolean descending)
{
  if (self->order == order && self->descending == descending)
    return;

  self->order = order;
  self->descending = descending;
  g_settings_set (self->settings, "vehicle-order", "(sb)", gram_vehicle_order_word (order),
                  descending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
  _gram_vehicles_page_requery (self);
}

static void
sorter_changed_cb (GramVehiclesPage *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  GramVehicleOrder order = GRAM_VEHICLE_ORDER_NEWEST;
  gboolean descending;

  if (self->ordering)
    return;

  descending = column != NULL
               && gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  if (column != NULL)
    gram_vehicle_order_parse (gtk_column_view_column_get_id (column), &order);
  take_order (self, order, descending);
}

static void
set_order (GramVehiclesPage *self, const char *word)
{
  GramVehicleOrder order;

  if (!gram_vehicle_order_parse (word, &order) || order == self->order)
    return;
  take_order (self, order, FALSE);
  show_order (self);
}

static void
set_descending (GramVehiclesPage *self, gboolean descending)
{
  take_order (self, self->order, descending);
  show_order (self);
}

static void
gram_vehicles_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (object);
  gsize index = 0;

  if ((GramVehiclesPageProp)prop_id == PROP_ORDER)
    g_value_set_string (value, gram_vehicle_order_word (self->order));
  else if ((GramVehiclesPageProp)prop_id == PROP_DESCENDING)
    g_value_set_boolean (value, self->descending);
  else if (find_column (prop_id, &index))
    g_value_set_boolean (value, is_chosen (self, index));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gram_vehicles_page_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (object);
  gsize index = 0;

  if ((GramVehiclesPageProp)prop_id == PROP_ORDER)
    set_order (self, g_value_get_string (value));
  else if ((GramVehiclesPageProp)prop_id == PROP_DESCENDING)
    set_descending (self, g_value_get_boolean (value));
  else if (find_column (prop_id, &index))
    choose_column (self, index, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
install_properties (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gram_vehicles_page_get_property;
  object_class->set_property = gram_vehicles_page_set_property;
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "newest", flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (columns[i].prop != 0)
        properties[columns[i].prop]
            = g_param_spec_boolean (columns[i].property, NULL, NULL, TRUE, flags);
    }
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

void
_gram_vehicles_page_columns_class_init (GtkWidgetClass *widget_class)
{
  install_properties (widget_class);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gtk_widget_class_bind_template_child_full (
          widget_class, columns[i].child, FALSE,
          (gssize)(G_STRUCT_OFFSET (GramVehiclesPage, columns) + i * sizeof (gpointer)));
      if (columns[i].prop != 0)
        gtk_widget_class_install_property_action (widget_class, columns[i].action,
                                                  columns[i].property);
    }
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, narrow_column);
  gtk_widget_class_install_property_action (widget_class, "vehicles.sort", "order");
  gtk_widget_class_install_property_action (widget_class, "vehicles.reverse", "descending");
}

void
_gram_vehicles_page_columns_init (GramVehiclesPage *self)
{
  g_autofree char *word = NULL;

  g_settings_get (self->settings, "vehicle-order", "(sb)", &word, &self->descending);
  if (!gram_vehicle_order_parse (word, &self->order))
    self->order = GRAM_VEHICLE_ORDER_NEWEST;

  align_titles (self);
  show_order (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::vehicle-columns",
                           G_CALLBACK (_gram_vehicles_page_columns_update), self,
                           G_CONNECT_SWAPPED);
  _gram_vehicles_page_columns_update (self);
}
