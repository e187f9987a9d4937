/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accounts-page.h"

#include "gram-accounts-page-private.h"

#include <glib/gi18n-lib.h>

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_popup_menu (GRAM_ACCOUNTS_PAGE (widget)->table);
}

/* The number of the account that a place shows; %NULL while it is on its way. */
static char *
dup_number (GramAccountItem *item)
{
  const GramAccountRow *row = item != NULL ? gram_account_item_get_row (item) : NULL;

  return row != NULL ? g_strdup (row->account->number) : NULL;
}

static char *
dup_selected_number (GramAccountsPage *self)
{
  g_autoptr (GramAccountItem) item = gram_table_dup_only_row (self->table);

  return dup_number (item);
}

void
_gram_accounts_page_open (GramAccountsPage *self, gint64 account_id)
{
  g_autoptr (GramAccountItem) item = NULL;
  g_autofree char *number = NULL;
  guint position;

  if (!gram_paged_list_find (GRAM_PAGED_LIST (self->list), account_id, &position))
    return;

  item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  number = dup_number (item);
  if (number != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-account", "s", number);
}

static void
activate_for_selected (GtkWidget *widget, const char *action_name)
{
  g_autofree char *number = dup_selected_number (GRAM_ACCOUNTS_PAGE (widget));

  if (number != NULL)
    gtk_widget_activate_action (widget, action_name, "s", number);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_for_selected (widget, "win.open-account");
}

static void
open_in_window_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_for_selected (widget, "win.open-account-in-window");
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *number = dup_selected_number (GRAM_ACCOUNTS_PAGE (widget));

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
  g_autoptr (GramAccountItem) item = gram_table_dup_only_row (self->table);
  const GramAccountRow *row = item != NULL ? gram_account_item_get_row (item) : NULL;

  if (row != NULL)
    gtk_widget_activate_action (widget, "win.export-answers", "(xs)", row->id,
                                row->account->number);
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
  gboolean selected = gram_table_get_n_selected (self->table) == 1;

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
