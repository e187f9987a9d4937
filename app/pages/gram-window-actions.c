/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-account-dialog.h"
#include "gram-accounts-button.h"
#include "gram-accounts-page.h"
#include "gram-cases-page.h"
#include "gram-charges-page.h"
#include "gram-credits-page.h"
#include "gram-disputes-page.h"
#include "gram-create-dialog.h"
#include "gram-destinations.h"
#include "gram-history-page.h"
#include "gram-import-dialog.h"
#include "gram-page.h"
#include "gram-people-page.h"
#include "gram-session-person.h"
#include "gram-shortcuts-dialog.h"
#include "gram-trades-page.h"
#include "gram-vehicles-page.h"

#include <glib/gi18n-lib.h>

void
_gram_window_toast (GramWindow *self, const char *text)
{
  AdwToast *toast;

  /* It would be read over the lock; and what was written when the window is closed needs no word. */
  if (self->toast_overlay == NULL
      || (self->session != NULL && gram_session_get_locked (self->session)))
    return;

  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
created_cb (GramWindow *self, GramSession *session)
{
  g_assert (GRAM_IS_WINDOW (self));

  gram_window_take_session (self, g_object_ref (session));
}

static void
create (GramWindow *self, GramRegistryKind kind)
{
  AdwDialog *dialog = gram_create_dialog_new (kind);

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
create_own_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  create (GRAM_WINDOW (widget), GRAM_REGISTRY_OWN);
}

static void
create_administrator_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  create (GRAM_WINDOW (widget), GRAM_REGISTRY_ADMINISTRATOR);
}

static void
practice_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_window_open_practice (GRAM_WINDOW (widget), FALSE);
}

static void
afresh_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramWindow) self = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "afresh"))
    gram_window_open_practice (self, TRUE);
}

static void
practice_afresh_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Start Practice Afresh?"),
      _ ("What was done in the practice registry is lost, and its vehicles are as they were at first."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "afresh",
                                  _ ("Start _Afresh"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "afresh",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, afresh_chosen_cb,
                           g_object_ref (widget));
}

static void
open_registry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_window_choose_registry (GRAM_WINDOW (widget));
}

static void
open_path_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_window_open (GRAM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
close_registry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);

  _gram_window_close_session (self);
  /* Who closes a registry does not want it back at the next start. */
  g_settings_reset (self->settings, "last-registry");
  _gram_window_show_view (self, "start");
}

static void
switch_person_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_window_show_sign_in (GRAM_WINDOW (widget));
}

/* Without a registry, or before somebody signed in, there is nothing to be shown twice. */
static void
new_window_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);

  if (self->session != NULL && gram_session_get_signed_in (self->session))
    _gram_window_open_beside (self, NULL);
  else
    gtk_widget_activate_action (widget, "app.new-window", NULL);
}

static void
open_account_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_window_visit (GRAM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_account_in_window_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_window_open_beside (GRAM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
find_account_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "accounts");

  if (page != NULL)
    gram_accounts_page_find (GRAM_ACCOUNTS_PAGE (page), g_variant_get_string (parameter, NULL));
}

static void
go_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_window_go (GRAM_WINDOW (widget), action_name + strlen ("win.go-"));
}

static void
show_vehicles_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "vehicles");
  guint statuses;
  guint attentions;

  g_variant_get (parameter, "(uu)", &statuses, &attentions);
  if (page != NULL)
    gram_vehicles_page_show (GRAM_VEHICLES_PAGE (page), statuses, attentions);
}

static void
show_disputes_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "disputes");
  guint states;
  guint kinds;

  g_variant_get (parameter, "(uu)", &states, &kinds);
  if (page != NULL)
    gram_disputes_page_show (GRAM_DISPUTES_PAGE (page), states, kinds);
}

static void
show_charges_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "charges");

  if (page != NULL)
    gram_charges_page_show (GRAM_CHARGES_PAGE (page), g_variant_get_uint32 (parameter));
}

static void
open_charge_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "charges");

  if (page != NULL)
    gram_charges_page_open_charge (GRAM_CHARGES_PAGE (page), g_variant_get_int64 (parameter));
}

static void
show_charges_view_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "charges");

  if (page != NULL)
    gram_charges_page_show_view (GRAM_CHARGES_PAGE (page), g_variant_get_string (parameter, NULL));
}

static void
show_trades_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "trades");

  if (page != NULL)
    gram_trades_page_show (GRAM_TRADES_PAGE (page), g_variant_get_uint32 (parameter));
}

static void
open_trade_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "trades");

  if (page != NULL)
    gram_trades_page_open_trade (GRAM_TRADES_PAGE (page), g_variant_get_int64 (parameter));
}

static void
open_transfer_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "credits");

  if (page != NULL)
    gram_credits_page_open_transfer (GRAM_CREDITS_PAGE (page), g_variant_get_int64 (parameter));
}

static void
bring_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);

  adw_dialog_present (gram_import_dialog_new (self->session), widget);
}

/* Where one is has its own search, or none. */
static gboolean
find_here (GramWindow *self, const char *here)
{
  if (g_strcmp0 (here, "history") == 0)
    gram_history_page_find (GRAM_HISTORY_PAGE (gram_window_go (self, here)));
  else if (g_strcmp0 (here, "cases") == 0)
    gram_cases_page_find (GRAM_CASES_PAGE (gram_window_go (self, here)));
  else if (g_strcmp0 (here, "disputes") == 0)
    gram_disputes_page_find (GRAM_DISPUTES_PAGE (gram_window_go (self, here)));
  else if (g_strcmp0 (here, "people") == 0)
    return gram_people_page_find (GRAM_PEOPLE_PAGE (gram_window_go (self, here)));
  else if (g_strcmp0 (here, "charges") == 0)
    gram_charges_page_find (GRAM_CHARGES_PAGE (gram_window_go (self, here)));
  else if (g_strcmp0 (here, "trades") == 0)
    gram_trades_page_find (GRAM_TRADES_PAGE (gram_window_go (self, here)));
  else
    return FALSE;

  return TRUE;
}

/* What is looked for depends on where one is; elsewhere it is a vehicle, or an account if none is chosen. */
static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);
  const char *here = gram_window_get_destination (self);
  GtkWidget *page;

  if (find_here (self, here))
    return;
  page = g_strcmp0 (here, "accounts") != 0 ? gram_window_go (self, "vehicles") : NULL;
  if (page != NULL)
    gram_vehicles_page_find (GRAM_VEHICLES_PAGE (page));
  else if ((page = gram_window_go (self, "accounts")) != NULL)
    gram_accounts_page_find (GRAM_ACCOUNTS_PAGE (page), NULL);
}

/* What was begun and left is offered again. */
static void
set_up_left_cb (GramWindow *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split_view);

  if (GRAM_IS_PAGE (page))
    gram_page_queue_refresh (GRAM_PAGE (page));
}

static void
set_up_account_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);
  AdwDialog *dialog = gram_account_dialog_new (self->session);

  g_signal_connect_object (dialog, "closed", G_CALLBACK (set_up_left_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_dialog_present (dialog, widget);
}

static void
switch_account_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gram_account_switcher_popup (self->switcher);
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);

  gtk_menu_button_popup (self->menu_button);
}

static void
shortcuts_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_shortcuts_dialog_new (), widget);
}

static void
toast_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_window_toast (GRAM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

void
_gram_window_class_actions_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.create-own", NULL, create_own_action },
    { "win.create-administrator", NULL, create_administrator_action },
    { "win.practice", NULL, practice_action },
    { "win.practice-afresh", NULL, practice_afresh_action },
    { "win.open-registry", NULL, open_registry_action },
    { "win.open-path", "s", open_path_action },
    { "win.close-registry", NULL, close_registry_action },
    { "win.switch-person", NULL, switch_person_action },
    { "win.new-window", NULL, new_window_action },
    { "win.open-account", "s", open_account_action },
    { "win.open-account-in-window", "s", open_account_in_window_action },
    { "win.find-account", "s", find_account_action },
    { "win.show-vehicles", "(uu)", show_vehicles_action },
    { "win.show-disputes", "(uu)", show_disputes_action },
    { "win.show-charges", "u", show_charges_action },
    { "win.show-charges-view", "s", show_charges_view_action },
    { "win.open-charge", "x", open_charge_action },
    { "win.show-trades", "u", show_trades_action },
    { "win.open-trade", "x", open_trade_action },
    { "win.open-transfer", "x", open_transfer_action },
    { "win.bring-in", NULL, bring_in_action },
    { "win.find", NULL, find_action },
    { "win.set-up-account", NULL, set_up_account_action },
    { "win.switch-account", NULL, switch_account_action },
    { "win.menu", NULL, menu_action },
    { "win.shortcuts", NULL, shortcuts_action },
    { "win.toast", "s", toast_action },
  };
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);

  _gram_window_class_person_init (widget_class);
  _gram_window_class_cases_init (widget_class);
  _gram_window_class_notices_init (widget_class);
  _gram_window_class_files_init (widget_class);
  _gram_window_class_years_init (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                     actions[i].activate);
  for (guint i = 0; i < n_destinations; i++)
    {
      g_autofree char *name = g_strconcat ("win.go-", destinations[i].name, NULL);

      gtk_widget_class_install_action (widget_class, name, NULL, go_action);
    }
}

void
_gram_window_actions_update (GramWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->session != NULL;
  /* Behind the lock nothing can be reached. */
  gboolean signed_in = open && gram_session_get_signed_in (self->session)
                       && !gram_session_get_locked (self->session);
  gboolean practice = open && gram_session_get_kind (self->session) == GRAM_REGISTRY_PRACTICE;
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);

  _gram_window_person_update (self);
  _gram_window_cases_update (self);
  _gram_window_notices_update (self);
  _gram_window_files_update (self);
  _gram_window_years_update (self);
  gtk_widget_action_set_enabled (widget, "win.close-registry", open);
  gtk_widget_action_set_enabled (widget, "win.practice-afresh", practice);
  gtk_widget_action_set_enabled (widget, "win.switch-account", signed_in);
  gtk_widget_action_set_enabled (widget, "win.show-vehicles", signed_in);
  gtk_widget_action_set_enabled (widget, "win.show-disputes", signed_in);
  gtk_widget_action_set_enabled (widget, "win.show-charges", signed_in);
  gtk_widget_action_set_enabled (widget, "win.show-charges-view", signed_in);
  gtk_widget_action_set_enabled (widget, "win.open-charge", signed_in);
  gtk_widget_action_set_enabled (widget, "win.show-trades", signed_in);
  gtk_widget_action_set_enabled (widget, "win.open-trade", signed_in);
  gtk_widget_action_set_enabled (widget, "win.find", signed_in);
  gtk_widget_action_set_enabled (widget, "win.open-account", signed_in);
  gtk_widget_action_set_enabled (widget, "win.open-account-in-window", signed_in);
  gtk_widget_action_set_enabled (widget, "win.find-account",
                                 signed_in && gram_accounts_administers (self->session));
  gtk_widget_action_set_enabled (
      widget, "win.bring-in",
      signed_in && gram_session_get_account (self->session) != NULL
          && gram_session_get_permit (self->session, "vehicle.import").allowed);
  gtk_widget_action_set_enabled (widget, "win.menu", signed_in);
  gtk_widget_action_set_enabled (
      widget, "win.set-up-account",
      signed_in && gram_session_get_permit (self->session, "account.open").allowed);
  for (guint i = 0; i < n_destinations; i++)
    {
      g_autofree char *name = g_strconcat ("win.go-", destinations[i].name, NULL);

      gtk_widget_action_set_enabled (widget, name,
                                     signed_in && _gram_window_has_destination (self, i));
    }
}
