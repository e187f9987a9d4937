/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicles-page.h"

#include "gram-vehicle-texts.h"
#include "gram-vehicles-page-private.h"

typedef enum
{
  PROP_SHOW_MAKE = 1,
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

/* Words of the orders: in the menu, in the settings, and as ids of the columns. */
static const char *const orders[] = {
  [GRAM_VEHICLE_ORDER_NEWEST] = "newest", [GRAM_VEHICLE_ORDER_LABEL] = "label",
  [GRAM_VEHICLE_ORDER_MAKE] = "make",     [GRAM_VEHICLE_ORDER_CO2] = "co2",
  [GRAM_VEHICLE_ORDER_STATUS] = "status", NULL,
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

static void
gram_vehicles_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (object);
  gsize index = 0;

  if (find_column (prop_id, &index))
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

  if (find_column (prop_id, &index))
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
}

void
_gram_vehicles_page_columns_init (GramVehiclesPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (columns[i].figures)
        gram_table_align_title (self->view, self->columns[i]);
    }
  self->order = gram_table_order_new (self->view, orders, GRAM_VEHICLE_ORDER_NEWEST, self->settings,
                                      "vehicle-order");
  gram_table_order_install (self->order, GTK_WIDGET (self), "vehicles");
  g_signal_connect_object (self->order, "changed", G_CALLBACK (_gram_vehicles_page_requery), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::vehicle-columns",
                           G_CALLBACK (_gram_vehicles_page_columns_update), self,
                           G_CONNECT_SWAPPED);
  _gram_vehicles_page_columns_update (self);
}
