/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accounts-page.h"

#include "gram-accounts-page-private.h"

#include <glib/gi18n-lib.h>

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_row_menu_popup (GRAM_ACCOUNTS_PAGE (widget)->menu);
}

/* The account that a place shows; %NULL while it is on its way. */
static const char *
number_at (GramAccountsPage *self, guint position)
{
  g_autoptr (GramAccountItem) item = NULL;
  const GramAccountRow *row;

  if (self->list == NULL || position == GTK_INVALID_LIST_POSITION)
    return NULL;

  item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  row = item != NULL ? gram_account_item_get_row (item) : NULL;

  /* The list keeps the rows. */
  return row != NULL ? row->account->number : NULL;
}

static void
activate_for (GramAccountsPage *self, guint position, const char *action_name)
{
  g_autofree char *number = g_strdup (number_at (self, position));

  if (number != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action_name, "s", number);
}

void
_gram_accounts_page_open (GramAccountsPage *self, guint position)
{
  activate_for (self, position, "win.open-account");
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);

  _gram_accounts_page_open (self, gtk_single_selection_get_selected (self->selection));
}

static void
open_in_window_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);

  activate_for (self, gtk_single_selection_get_selected (self->selection),
                "win.open-account-in-window");
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);
  const char *number = number_at (self, gtk_single_selection_get_selected (self->selection));

  if (number == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), number);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Account number copied"));
}

/* What was decided about the disputes of the account, for its holder's own registry. */
static void
export_answers_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);
  const char *number = number_at (self, position);

  if (number != NULL)
    gtk_widget_activate_action (widget, "win.export-answers", "(xs)",
                                gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), position),
                                number);
}

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (widget);

  gram_accounts_page_show (self, 0, 0, 0);
  _gram_accounts_page_requery (self);
}

static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_accounts_page_find (GRAM_ACCOUNTS_PAGE (widget), NULL);
}

void
_gram_accounts_page_actions_update (GramAccountsPage *self)
{
  static const char *const names[]
      = { "accounts.open", "accounts.open-in-window", "accounts.copy", "accounts.export-answers" };
  gboolean selected
      = gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], selected);
}

void
_gram_accounts_page_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, row_menu);
  gtk_widget_class_install_action (widget_class, "accounts.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "accounts.open-in-window", NULL,
                                   open_in_window_action);
  gtk_widget_class_install_action (widget_class, "accounts.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "accounts.export-answers", NULL,
                                   export_answers_action);
  gtk_widget_class_install_action (widget_class, "accounts.clear-filters", NULL,
                                   clear_filters_action);
  gtk_widget_class_install_action (widget_class, "accounts.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "accounts.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "accounts.open-in-window", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "accounts.open-in-window", NULL);
  gram_row_menu_bind_keys (widget_class, "accounts.menu");
}
