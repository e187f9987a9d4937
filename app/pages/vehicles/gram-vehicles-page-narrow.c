/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicles-page.h"

#include "gram-calendar.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-selection.h"
#include "gram-vehicles-page-private.h"

#include <glib/gi18n-lib.h>

/* So many months, and obligation years, are offered; figures and charges lead to any other. */
#define N_MONTHS 12
#define N_YEARS 4

#define ACTION "vehicles.narrow"

void
_gram_vehicles_page_narrow (GramVehiclesPage *self, const char *title, GVariant *filter)
{
  g_autoptr (GramVehicleQuery) query = NULL;
  g_autoptr (GramRefusal) refusal = NULL;

  if (filter != NULL && g_variant_n_children (filter) > 0)
    {
      query = g_new0 (GramVehicleQuery, 1);
      if (!gram_filter_read (filter, query, &refusal))
        {
          gram_failure_present (GTK_WIDGET (self), _ ("Could Not Show the Vehicles"), refusal,
                                NULL);
          g_clear_pointer (&query, gram_vehicle_query_free);
        }
    }
  g_clear_pointer (&self->narrowing, gram_vehicle_query_free);
  self->narrowing = g_steal_pointer (&query);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (
                                    gtk_button_get_child (GTK_BUTTON (self->days_button))),
                                self->narrowing != NULL && title != NULL ? title : "");
  gtk_widget_set_visible (self->days_button, self->narrowing != NULL);
  /* Chips count over all vehicles: beside this they would be wrong. */
  if (self->narrowing != NULL)
    gram_vehicle_chips_set_counts (self->chips, NULL);
}

/* Chosen from the menu: title and filter. */
static void
narrow_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GVariant) filter = NULL;
  const char *title;

  g_variant_get (parameter, "(&s@a{sv})", &title, &filter);
  gram_vehicles_page_show_where (GRAM_VEHICLES_PAGE (widget), title, filter);
}

static void
append (GMenu *menu, const char *label, const char *title, GVariantDict *filter)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, ACTION,
                                           g_variant_new ("(s@a{sv})", title,
                                                          g_variant_dict_end (filter)));
  g_menu_append_item (menu, item);
}

static void
append_months (GMenu *menu, GramDate today)
{
  g_autoptr (GMenu) months = g_menu_new ();

  for (int i = 0; i < N_MONTHS; i++)
    {
      int month = today.year * 12 + today.month - 1 - i;
      int period = month / 12 * 100 + month % 12 + 1;
      g_autofree char *label = gram_format_month (period, TRUE);
      /* Translators: %s is a month and its year */
      g_autofree char *title = g_strdup_printf (_ ("Accepted in %s"), label);
      GVariantDict filter;

      g_variant_dict_init (&filter, NULL);
      g_variant_dict_insert (&filter, "accepted-period", "x", (gint64)period);
      append (months, label, title, &filter);
    }
  g_menu_append_submenu (menu, _ ("Accepted In"), G_MENU_MODEL (months));
}

static void
append_years (GMenu *menu, GramDate today)
{
  g_autoptr (GMenu) years = g_menu_new ();

  for (int year = today.year; year > today.year - N_YEARS; year--)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);
      /* Translators: %d is a year */
      g_autofree char *title = g_strdup_printf (_ ("Obligation year %d"), year);
      GVariantDict filter;

      g_variant_dict_init (&filter, NULL);
      g_variant_dict_insert (&filter, "obligation-year", "x", (gint64)year);
      append (years, label, title, &filter);
    }
  g_menu_append_submenu (menu, _ ("Obligation Year"), G_MENU_MODEL (years));
}

void
_gram_vehicles_page_narrow_update (GramVehiclesPage *self, const char *today)
{
  GramAccount *account = gram_session_get_account (_gram_vehicles_page_get_session (self));
  gboolean ccs = account != NULL && gram_account_get_kind (account) != GRAM_ACCOUNT_CCTS;
  g_autoptr (GMenu) menu = g_menu_new ();
  GVariantDict filter;
  GramDate day;

  gtk_widget_set_visible (GTK_WIDGET (self->narrow_button), ccs);
  if (!ccs || gtk_menu_button_get_active (self->narrow_button)
      || !gram_date_parse (today, GRAM_DATE_ISO, &day, NULL))
    return;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "excluded", "b", TRUE);
  append (menu, _ ("Outside the Standard"), _ ("Outside the standard"), &filter);
  append_months (menu, day);
  append_years (menu, day);
  gtk_menu_button_set_menu_model (self->narrow_button, G_MENU_MODEL (menu));
}

void
_gram_vehicles_page_narrow_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, ACTION, "(sa{sv})", narrow_cb);
}
