/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trades-page.h"

#include "gram-formats.h"
#include "gram-trade-acts.h"
#include "gram-trade-dialog.h"
#include "gram-trade-key-dialog.h"
#include "gram-trades-page-private.h"

#include <glib/gi18n-lib.h>

/* So many selected places are looked at to find out what can be done with them; the registry looks at all. */
#define LOOKED_AT 200

/* The notification that is selected alone; NULL while it is on its way, or if there are others. */
static const GramTradeRow *
only_row (GramTradesPage *self, GPtrArray *rows)
{
  if (gram_table_get_n_selected (self->table) != 1 || rows->len != 1)
    return NULL;

  return gram_trade_item_get_row (rows->pdata[0]);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (widget);
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, 1);
  const GramTradeRow *row = only_row (self, rows);

  if (row != NULL)
    _gram_trades_page_open (self, row->id);
}

static void
notify_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (gram_trade_dialog_new (
                          _gram_trades_page_get_session (GRAM_TRADES_PAGE (widget))),
                      widget);
}

static void
amend_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (widget);
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, 1);
  const GramTradeRow *row = only_row (self, rows);

  if (row != NULL)
    adw_dialog_present (gram_trade_dialog_new_amend (_gram_trades_page_get_session (self),
                                                     row->record),
                        widget);
}

static void
withdraw_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (widget);
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, 1);
  const GramTradeRow *row = only_row (self, rows);

  if (row != NULL)
    gram_trade_withdraw (widget, _gram_trades_page_get_session (self), row->record);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (widget);
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, 1);
  const GramTradeRow *row = only_row (self, rows);

  if (row != NULL)
    gram_trade_save (widget, _gram_trades_page_get_session (self), row->record);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (widget);
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, 1);
  const GramTradeRow *row = only_row (self, rows);

  if (row == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), row->other_number);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Account number copied"));
}

static void
decided_cb (GtkWidget *widget)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (widget);

  if (self->table != NULL)
    gram_table_select_all (self->table, FALSE);
}

/* Only what is matched can be decided; of what is selected besides, nothing is sent. */
static void
decide_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (widget);
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, G_MAXUINT);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const GramTradeRow *row = gram_trade_item_get_row (rows->pdata[i]);

      if (row != NULL && row->record->state == GRAM_TRADE_MATCHED && row->record->trade_id != 0)
        g_ptr_array_add (records, row->record);
    }
  if (records->len > 0)
    gram_trades_decide (widget, _gram_trades_page_get_session (self), records,
                        g_str_equal (action_name, "trades.register"), decided_cb);
}

static void
bring_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_trade_bring_in (widget, _gram_trades_page_get_session (GRAM_TRADES_PAGE (widget)));
}

static void
key_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramSession *session = _gram_trades_page_get_session (GRAM_TRADES_PAGE (widget));

  if (gram_session_get_account (session) != NULL)
    adw_dialog_present (gram_trade_key_dialog_new (session), widget);
}

static void
select_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_select_all (GRAM_TRADES_PAGE (widget)->table,
                         g_str_equal (action_name, "trades.select-all"));
}

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_trades_page_show (GRAM_TRADES_PAGE (widget), 0);
}

static void
find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_trades_page_find (GRAM_TRADES_PAGE (widget));
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_popup_menu (GRAM_TRADES_PAGE (widget)->table);
}

static gboolean
is_allowed (GramTradesPage *self, const char *command)
{
  GramSession *session = _gram_trades_page_get_session (self);

  return session != NULL && gram_session_get_permit (session, command).allowed;
}

/* A bar for what is selected is of use to who can do something with many. */
static void
update_selection (GramTradesPage *self, guint n_items)
{
  guint n_selected = gram_table_get_n_selected (self->table);
  gboolean narrow = gram_table_get_narrow (self->table);
  g_autofree char *number = gram_format_count (n_selected);
  g_autofree char *all = gram_format_count (n_items);
  g_autofree char *text = NULL;
  g_autofree char *select_all = NULL;

  text = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), number);
  gtk_label_set_label (self->selection_label, narrow ? number : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->selection_label), text);
  /* Translators: %s is how many trades match */
  select_all = g_strdup_printf (_ ("Select All %s"), all);
  gtk_button_set_label (GTK_BUTTON (self->select_all_button), select_all);
  gtk_widget_set_visible (self->select_all_button, n_selected < n_items && !narrow);
  gtk_action_bar_set_revealed (GTK_ACTION_BAR (self->action_bar), self->all && n_selected > 0);
}

static gboolean
has_matched (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const GramTradeRow *row = gram_trade_item_get_row (rows->pdata[i]);

      if (row != NULL && row->record->state == GRAM_TRADE_MATCHED)
        return TRUE;
    }

  return FALSE;
}

void
_gram_trades_page_actions_update (GramTradesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) rows = NULL;
  const GramTradeRow *row;
  gboolean live;
  gboolean matched;
  guint n_items = 0;

  if (self->table == NULL)
    return;

  rows = gram_table_dup_rows (self->table, LOOKED_AT);
  row = only_row (self, rows);
  live = row != NULL && (row->record->state & GRAM_TRADE_LIVE) != 0 && !self->all;
  matched = self->all && has_matched (rows);
  gram_table_get_n_matching (self->table, &n_items);
  update_selection (self, n_items);
  gtk_widget_action_set_enabled (widget, "trades.open", row != NULL);
  gtk_widget_action_set_enabled (widget, "trades.copy", row != NULL);
  gtk_widget_action_set_enabled (widget, "trades.amend", live && is_allowed (self, "trade.amend"));
  gtk_widget_action_set_enabled (widget, "trades.withdraw",
                                 live && is_allowed (self, "trade.withdraw"));
  gtk_widget_action_set_enabled (widget, "trades.save", live && is_allowed (self, "trade.amend"));
  gtk_widget_action_set_enabled (widget, "trades.notify", is_allowed (self, "trade.notify"));
  gtk_widget_action_set_enabled (widget, "trades.register",
                                 matched && is_allowed (self, "trade.register"));
  gtk_widget_action_set_enabled (widget, "trades.refuse",
                                 matched && is_allowed (self, "trade.refuse"));
  gtk_widget_action_set_enabled (widget, "trades.bring-in", is_allowed (self, "trade.import"));
  gtk_widget_action_set_enabled (widget, "trades.key", !self->all && self->account_id != 0);
  gtk_widget_action_set_enabled (widget, "trades.select-all",
                                 gram_table_get_n_selected (self->table) < n_items);
  gtk_widget_action_set_enabled (widget, "trades.select-none",
                                 gram_table_get_n_selected (self->table) > 0);
}

void
_gram_trades_page_actions_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "trades.amend", amend_action },
    { "trades.bring-in", bring_in_action },
    { "trades.clear-filters", clear_filters_action },
    { "trades.copy", copy_action },
    { "trades.find", find_action },
    { "trades.key", key_action },
    { "trades.menu", menu_action },
    { "trades.notify", notify_action },
    { "trades.open", open_action },
    { "trades.refuse", decide_action },
    { "trades.register", decide_action },
    { "trades.save", save_action },
    { "trades.select-all", select_action },
    { "trades.select-none", select_action },
    { "trades.withdraw", withdraw_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gram_row_menu_bind_keys (widget_class, "trades.menu");
}
