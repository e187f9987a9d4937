/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicles-page.h"

#include "gram-cell.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-permit-tip.h"
#include "gram-questions.h"
#include "gram-registry-banner.h"
#include "gram-settings.h"
#include "gram-vehicle-texts.h"
#include "gram-vehicles-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramVehiclesPage, gram_vehicles_page, GRAM_TYPE_PAGE)

GramSession *
_gram_vehicles_page_get_session (GramVehiclesPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

static const char *
search_text (GramVehiclesPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* While an answer is awaited, what is shown stays: a spinner at each keystroke would only flash. */
static const char *
state_while_loading (GramVehiclesPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  return g_str_equal (name, "list") || g_str_equal (name, "nothing") ? name : "loading";
}

static const char *
find_state (GramVehiclesPage *self, const char *failure)
{
  if (self->account_id == 0)
    return "no-account";
  if (failure != NULL)
    return "failed";
  if (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) > 0)
    return "list";
  if (self->n_vehicles < 0 || gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list)))
    return state_while_loading (self);
  return self->n_vehicles == 0 ? "empty" : "nothing";
}

/* Whose vehicles, or how many of them the search and the filters leave. */
static void
update_subtitle (GramVehiclesPage *self)
{
  GramAccount *account = gram_session_get_account (_gram_vehicles_page_get_session (self));
  guint n = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list));
  g_autofree char *found = NULL;
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;

  if (account == NULL || self->n_vehicles < 0 || n == self->n_vehicles)
    {
      adw_window_title_set_subtitle (self->window_title,
                                     account != NULL ? gram_account_get_holder (account) : "");
      return;
    }
  if (gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list)))
    return;

  found = gram_format_count (n);
  all = gram_format_count (self->n_vehicles);
  /* Translators: so many vehicles match, of so many */
  text = g_strdup_printf (_ ("%s of %s"), found, all);
  adw_window_title_set_subtitle (self->window_title, text);
}

static void
show_state (GramVehiclesPage *self)
{
  g_autofree char *failure = NULL;
  const char *name;
  gboolean list;

  g_object_get (self->list, "error-message", &failure, NULL);
  name = find_state (self, failure);
  list = g_str_equal (name, "list");
  if (failure != NULL)
    adw_status_page_set_description (self->failed_status, failure);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->filter_box,
                          list || g_str_equal (name, "nothing") || g_str_equal (name, "failed")
                              || (g_str_equal (name, "loading") && self->n_vehicles != 0));
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), list);
  update_subtitle (self);
  _gram_vehicles_page_actions_update (self);
}

/* Asks for what search, filters and order say. */
void
_gram_vehicles_page_requery (GramVehiclesPage *self)
{
  g_autofree char *search = g_strstrip (g_strdup (search_text (self)));
  GramVehicleQuery query = { 0 };

  /* Its texts stay with it. */
  if (self->narrowing != NULL)
    query = *self->narrowing;
  query.account_id = self->account_id;
  query.search = *search != '\0' ? search : NULL;
  query.order = (GramVehicleOrder)gram_table_order_get (self->order);
  query.descending = gram_table_order_get_descending (self->order);
  gram_vehicle_chips_get_filter (self->chips, &query.statuses, &query.attentions);
  gram_vehicle_list_set_query (self->list, self->account_id != 0 ? &query : NULL);
  show_state (self);
}

static void
requeried_cb (GramVehiclesPage *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  if (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  show_state (self);
}

static void
refreshed_cb (GramVehiclesPage *self, gboolean moved)
{
  if (moved)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  show_state (self);
}

/* Says the result of a search to who does not see it. */
static void
loading_cb (GramVehiclesPage *self)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint n = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list));

  show_state (self);
  if (gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list)) || *search_text (self) == '\0')
    return;
  number = gram_format_count (n);
  text = g_strdup_printf (ngettext ("%s vehicle", "%s vehicles", n), number);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
overview_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramVehiclesPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramOverview) overview
      = gram_session_overview_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* Without counts the chips say their names; the list tells what is wrong. */
  if (overview == NULL)
    return;

  self->n_vehicles = 0;
  for (guint i = 0; i < 3; i++)
    {
      for (guint j = 0; j < 3; j++)
        self->n_vehicles += overview->counts[i][j];
    }
  if (self->narrowing == NULL)
    gram_vehicle_chips_set_counts (self->chips, (const gint64 (*)[3])overview->counts);
  _gram_vehicles_page_narrow_update (self, overview->today);
  show_state (self);
}

static void
any_day_cb (GramVehiclesPage *self)
{
  g_assert (GRAM_IS_VEHICLES_PAGE (self));

  gram_vehicles_page_show_days (self, NULL, NULL, NULL);
}

static void
gram_vehicles_page_refresh (GramPage *page)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (page);
  GramSession *session = gram_page_get_session (page);
  GramAccount *account = gram_session_get_account (session);
  gint64 account_id = account != NULL ? gram_account_get_id (account) : 0;

  if (account_id != self->account_id)
    {
      self->account_id = account_id;
      self->n_vehicles = -1;
      _gram_vehicles_page_narrow (self, NULL, NULL);
      gram_vehicle_chips_set_counts (self->chips, NULL);
      _gram_vehicles_page_columns_update (self);
      _gram_vehicles_page_requery (self);
    }
  _gram_vehicles_page_actions_update (self);
  if (account != NULL)
    gram_session_overview_async (session, gram_page_get_cancellable (page), overview_cb,
                                 g_object_ref (self));
  else
    show_state (self);
}

static void
search_changed_cb (GramVehiclesPage *self)
{
  _gram_vehicles_page_requery (self);
}

static void
stop_search_cb (GramVehiclesPage *self)
{
  if (*search_text (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
filter_changed_cb (GramVehiclesPage *self)
{
  _gram_vehicles_page_requery (self);
}

static void
activate_cb (GramVehiclesPage *self, guint position)
{
  _gram_vehicles_page_open (self, position);
}

static void
retry_cb (GramVehiclesPage *self)
{
  _gram_vehicles_page_requery (self);
  gram_page_queue_refresh (GRAM_PAGE (self));
}

static void
set_width (GramVehiclesPage *self, gboolean medium, gboolean narrow)
{
  self->medium = medium;
  self->narrow = narrow;
  _gram_vehicles_page_columns_update (self);
  _gram_vehicles_page_actions_update (self);
}

static void
narrow_cb (GramVehiclesPage *self)
{
  set_width (self, FALSE, TRUE);
}

static void
medium_cb (GramVehiclesPage *self)
{
  set_width (self, TRUE, FALSE);
}

static void
wide_cb (GramVehiclesPage *self)
{
  set_width (self, FALSE, FALSE);
}

static void
gram_vehicles_page_constructed (GObject *object)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (object);
  GramSession *session;

  G_OBJECT_CLASS (gram_vehicles_page_parent_class)->constructed (object);

  session = _gram_vehicles_page_get_session (self);
  if (session == NULL)
    return;

  self->list = gram_vehicle_list_new (session);
  g_signal_connect_object (self->list, "requeried", G_CALLBACK (requeried_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error-message", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  gram_bitset_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  gram_permit_tip_install (self->bring_in_button, session, "vehicle.import");
  gram_permit_tip_install (self->first_bring_in_button, session, "vehicle.import");
}

static void
gram_vehicles_page_dispose (GObject *object)
{
  GramVehiclesPage *self = GRAM_VEHICLES_PAGE (object);

  gram_table_order_dispose (&self->order);
  gram_row_menu_dispose (&self->menu);
  if (self->selection != NULL)
    gram_bitset_selection_set_model (self->selection, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->narrowing, gram_vehicle_query_free);

  G_OBJECT_CLASS (gram_vehicles_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, bring_in_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, first_bring_in_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, days_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, narrow_button);
  gtk_widget_class_bind_template_callback (widget_class, any_day_cb);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, view);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, select_all_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, accept_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, mark_ready_button);
  gtk_widget_class_bind_template_child (widget_class, GramVehiclesPage, dispute_button);
}

static void
gram_vehicles_page_class_init (GramVehiclesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gram_vehicles_page_constructed;
  object_class->dispose = gram_vehicles_page_dispose;
  GRAM_PAGE_CLASS (klass)->refresh = gram_vehicles_page_refresh;

  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  g_type_ensure (GRAM_TYPE_VEHICLE_CHIPS);
  g_type_ensure (GRAM_TYPE_VEHICLE_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/vehicles/gram-vehicles-page.ui");
  bind_children (widget_class);
  gram_vehicle_texts_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, medium_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  _gram_vehicles_page_actions_class_init (widget_class);
  _gram_vehicles_page_columns_class_init (widget_class);
  _gram_vehicles_page_menu_class_init (widget_class);
  _gram_vehicles_page_narrow_class_init (widget_class);
}

static void
gram_vehicles_page_init (GramVehiclesPage *self)
{
  self->n_vehicles = -1;
  self->settings = gram_settings_new ();
  self->selection = gram_bitset_selection_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->selection, "notify::n-selected",
                           G_CALLBACK (_gram_vehicles_page_actions_update), self,
                           G_CONNECT_SWAPPED);
  /* Who types in the list searches. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->view));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  _gram_vehicles_page_columns_init (self);
  self->menu = gram_row_menu_new (GTK_WIDGET (self), self->view, self->row_menu);
  _gram_vehicles_page_actions_update (self);
}

void
gram_vehicles_page_show (GramVehiclesPage *self, guint statuses, guint attentions)
{
  g_return_if_fail (GRAM_IS_VEHICLES_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (self->narrowing != NULL)
    {
      _gram_vehicles_page_narrow (self, NULL, NULL);
      _gram_vehicles_page_requery (self);
      gram_page_queue_refresh (GRAM_PAGE (self));
    }
  gram_vehicle_chips_set_filter (self->chips, statuses, attentions);
}

void
gram_vehicles_page_show_days (GramVehiclesPage *self,
                              const char *title,
                              const char *first,
                              const char *last)
{
  GVariantDict filter;

  g_return_if_fail (GRAM_IS_VEHICLES_PAGE (self));
  g_return_if_fail ((first != NULL) == (last != NULL) && (first != NULL) == (title != NULL));

  g_variant_dict_init (&filter, NULL);
  if (first != NULL)
    {
      g_variant_dict_insert (&filter, "registered-from", "s", first);
      g_variant_dict_insert (&filter, "registered-to", "s", last);
    }
  gram_vehicles_page_show_where (self, title, g_variant_dict_end (&filter));
}

void
gram_vehicles_page_show_where (GramVehiclesPage *self, const char *title, GVariant *filter)
{
  g_autoptr (GVariant) owned = NULL;
  guint statuses = 0;
  guint attentions = 0;

  g_return_if_fail (GRAM_IS_VEHICLES_PAGE (self));
  g_return_if_fail (filter != NULL);

  owned = g_variant_ref_sink (filter);
  /* The account first: with another one all of it is gone. */
  gram_vehicles_page_refresh (GRAM_PAGE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  _gram_vehicles_page_narrow (self, title, owned);
  if (self->narrowing != NULL)
    {
      statuses = self->narrowing->statuses;
      attentions = self->narrowing->attentions;
      if (self->narrowing->search != NULL)
        gtk_editable_set_text (GTK_EDITABLE (self->search_entry), self->narrowing->search);
    }
  gram_vehicle_chips_set_filter (self->chips, statuses, attentions);
  _gram_vehicles_page_requery (self);
}

void
gram_vehicles_page_find (GramVehiclesPage *self)
{
  g_return_if_fail (GRAM_IS_VEHICLES_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
