/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trades-page.h"

#include "gram-accounts-button.h"
#include "gram-cell.h"
#include "gram-due-label.h"
#include "gram-formats.h"
#include "gram-permit-tip.h"
#include "gram-registry-banner.h"
#include "gram-settings.h"
#include "gram-trade-texts.h"
#include "gram-trade-view.h"
#include "gram-trades-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramTradesPage, gram_trades_page, GRAM_TYPE_PAGE)

/* A party sees the other one; the administrator sees both. */
static const GramTableColumn party_columns[] = {
  { "number", TRUE, FALSE, FALSE }, { "counterparty", TRUE, FALSE, FALSE },
  { "year", FALSE, FALSE, FALSE },  { "signed", TRUE, FALSE, TRUE },
  { "price", FALSE, FALSE, TRUE },  { "notified", FALSE, FALSE, FALSE },
  { "state", TRUE, FALSE, FALSE },
};

static const GramTableColumn administrator_columns[] = {
  { "number", TRUE, FALSE, FALSE },     { "transferor", TRUE, FALSE, FALSE },
  { "transferee", TRUE, FALSE, FALSE }, { "year", FALSE, FALSE, FALSE },
  { "quantity", TRUE, FALSE, TRUE },    { "price", FALSE, FALSE, TRUE },
  { "state", TRUE, FALSE, FALSE },
};

/* Words of the orders: in the menu, in the settings, and as ids of the columns. */
static const char *const orders[] = {
  [GRAM_TRADE_ORDER_NOTIFIED] = "number",
  [GRAM_TRADE_ORDER_QUANTITY] = "signed",
  [GRAM_TRADE_ORDER_PRICE] = "price",
  [GRAM_TRADE_ORDER_AGREED] = "agreed",
  [GRAM_TRADE_ORDER_COUNTERPARTY] = "counterparty",
  [GRAM_TRADE_ORDER_STATE] = "state",
  NULL,
};

GramSession *
_gram_trades_page_get_session (GramTradesPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

void
_gram_trades_page_fill_query (GramTradesPage *self, GramTradeQuery *query)
{
  *query = (GramTradeQuery){ .account_id = self->account_id, .pairs = self->all };
  query->search = gram_table_dup_search (self->table);
}

static gboolean
is_filtered (GramTradesPage *self)
{
  g_autofree char *search = gram_table_dup_search (self->table);

  return search != NULL || gram_chips_is_chosen (self->chips);
}

static const char *
otherwise (GramTradesPage *self)
{
  if (!self->all && self->account_id == 0)
    return "no-account";

  return is_filtered (self) && _gram_trades_page_count_all (self) != 0 ? "nothing" : "empty";
}

static void
update_subtitle (GramTradesPage *self)
{
  GramAccount *account = gram_session_get_account (_gram_trades_page_get_session (self));
  gint64 all = _gram_trades_page_count_all (self);
  g_autofree char *found = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (!gram_table_get_n_matching (self->table, &n))
    return;

  found = gram_format_count (n);
  whole = gram_format_count (MAX (all, n));
  if (all > n)
    /* Translators: so many trades match, of so many */
    text = g_strdup_printf (_ ("%s of %s"), found, whole);
  else if (self->all)
    text = g_strdup_printf (ngettext ("%s trade", "%s trades", n), found);
  else
    text = g_strdup (account != NULL ? gram_account_get_holder (account) : "");
  adw_window_title_set_subtitle (self->window_title, text);
}

/* Whoever is named by the other party is told that, and nothing of what it says. */
static void
update_banner (GramTradesPage *self)
{
  gint64 n = self->counted && !self->all ? self->standing.naming : 0;
  g_autofree char *number = gram_format_count (n);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s notification of another participant names this account. If you agreed "
                "on that trade, notify it, too.",
                "%s notifications of other participants name this account. If you agreed "
                "on those trades, notify them, too.",
                (gulong)n),
      number);

  adw_banner_set_title (self->naming_banner, text);
  adw_banner_set_revealed (self->naming_banner, n > 0);
}

static void
show_state (GramTradesPage *self)
{
  const char *name;

  if (self->table == NULL)
    return;

  name = gram_table_show_state (self->table, otherwise (self));
  gtk_widget_set_visible (self->filter_box,
                          !g_str_equal (name, "no-account") && !g_str_equal (name, "empty"));
  update_subtitle (self);
  update_banner (self);
  _gram_trades_page_actions_update (self);
}

/* Asks for what search, chips and order say. */
void
_gram_trades_page_requery (GramTradesPage *self)
{
  GramTradeQuery query;

  if (self->table == NULL || !self->asked)
    return;

  _gram_trades_page_fill_query (self, &query);
  query.states = _gram_trades_page_filter_get (self);
  query.order = (GramTradeOrder)gram_table_get_order (self->table, &query.descending);
  gram_trade_list_set_query (self->list, self->all || self->account_id != 0 ? &query : NULL);
  g_free (query.search);
  show_state (self);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramTradesPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramTradeStanding *standing
      = gram_session_trade_counts_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* Without counts the chips say their names; the list tells what is wrong. */
  if (standing == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  self->standing = *standing;
  self->counted = TRUE;
  _gram_trades_page_filter_update (self);
  show_state (self);
}

static void
count (GramTradesPage *self)
{
  const GramTradeQuery query = { .account_id = self->account_id, .pairs = self->all };

  if (self->all || self->account_id != 0)
    gram_session_trade_counts_async (_gram_trades_page_get_session (self), &query,
                                     gram_page_get_cancellable (GRAM_PAGE (self)), counted_cb,
                                     g_object_ref (self));
}

/* Who looks, at which trades: columns and menus differ. */
static void
take_side (GramTradesPage *self, gboolean all)
{
  self->all = all;
  if (all)
    gram_table_set_columns (self->table, administrator_columns,
                            G_N_ELEMENTS (administrator_columns));
  else
    gram_table_set_columns (self->table, party_columns, G_N_ELEMENTS (party_columns));
  g_menu_remove_all (self->row_menu);
  g_menu_append_section (self->row_menu, NULL, all ? self->administrator_menu : self->party_menu);
  gtk_widget_set_visible (self->notify_button, !all);
  gtk_widget_set_visible (self->first_notify_button, !all);
  gtk_widget_set_visible (self->bring_in_button, all);
  adw_status_page_set_description (
      self->empty_status,
      all ? _ ("When two participants trade allowances, both notify it (CCTS art. 37). What they have notified stands here; "
               "a trade is registered once both say the same.")
          : _ ("In the trading window allowances can be traded with another participant (CCTS art. 37). Both parties notify "
               "the trade; the administrator registers it once both say the same."));
}

static void
gram_trades_page_refresh (GramPage *page)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (page);
  GramSession *session = gram_page_get_session (page);
  GramAccount *account = gram_session_get_account (session);
  gboolean all
      = gram_accounts_administers (session) && gram_session_get_kind (session) != GRAM_REGISTRY_OWN;
  gint64 account_id = account != NULL && !all ? gram_account_get_id (account) : 0;

  if (!self->asked || all != self->all || account_id != self->account_id)
    {
      take_side (self, all);
      self->account_id = account_id;
      self->asked = TRUE;
      self->counted = FALSE;
      _gram_trades_page_filter_update (self);
      _gram_trades_page_requery (self);
    }
  count (self);
  show_state (self);
}

static void
filter_changed_cb (GramTradesPage *self)
{
  g_assert (GRAM_IS_TRADES_PAGE (self));

  if (self->table == NULL)
    return;

  _gram_trades_page_filter_remember (self);
  _gram_trades_page_filter_update (self);
  _gram_trades_page_requery (self);
}

static void
retry_cb (GramTradesPage *self)
{
  g_assert (GRAM_IS_TRADES_PAGE (self));

  _gram_trades_page_requery (self);
  gram_page_queue_refresh (GRAM_PAGE (self));
}

void
_gram_trades_page_open (GramTradesPage *self, gint64 notification_id)
{
  adw_dialog_present (gram_trade_view_new (_gram_trades_page_get_session (self), notification_id),
                      GTK_WIDGET (self));
}

static void
open_cb (GramTradesPage *self, gint64 notification_id)
{
  g_assert (GRAM_IS_TRADES_PAGE (self));

  _gram_trades_page_open (self, notification_id);
}

static void
make_table (GramTradesPage *self)
{
  const GramTableParts parts = {
    .page = GTK_WIDGET (self),
    .prefix = "trades",
    .view = self->view,
    .search_entry = self->search_entry,
    .stack = self->stack,
    .failed_status = self->failed_status,
    .window_title = self->window_title,
    .chips = self->chips,
    .medium = self->medium_breakpoint,
    .narrow = self->narrow_breakpoint,
    .row_menu = G_MENU_MODEL (self->row_menu),
    .columns = party_columns,
    .n_columns = G_N_ELEMENTS (party_columns),
    .orders = orders,
    .fallback = GRAM_TRADE_ORDER_NOTIFIED,
    .settings = self->settings,
    .order_key = "trade-order",
  };

  self->table = gram_table_new (&parts);
  g_signal_connect_object (self->table, "requery", G_CALLBACK (_gram_trades_page_requery), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
}

static void
gram_trades_page_constructed (GObject *object)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (object);
  GramSession *session;

  G_OBJECT_CLASS (gram_trades_page_parent_class)->constructed (object);

  session = _gram_trades_page_get_session (self);
  if (session == NULL)
    return;

  make_table (self);
  self->list = gram_trade_list_new (session);
  gram_table_set_list (self->table, GRAM_PAGED_LIST (self->list));
  g_signal_connect_object (session, "permits-changed",
                           G_CALLBACK (_gram_trades_page_actions_update), self, G_CONNECT_SWAPPED);
  gram_permit_tip_install (self->notify_button, session, "trade.notify");
  gram_permit_tip_install (self->first_notify_button, session, "trade.notify");
  gram_permit_tip_install (self->bring_in_button, session, "trade.import");
  gram_permit_tip_install (self->register_button, session, "trade.register");
  gram_permit_tip_install (self->refuse_button, session, "trade.refuse");
}

static void
gram_trades_page_dispose (GObject *object)
{
  GramTradesPage *self = GRAM_TRADES_PAGE (object);

  gram_table_dispose (&self->table);
  g_clear_object (&self->list);
  g_clear_object (&self->row_menu);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gram_trades_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, medium_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, narrow_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, notify_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, first_notify_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, bring_in_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, naming_banner);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, empty_status);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, view);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, select_all_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, register_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, refuse_button);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, party_menu);
  gtk_widget_class_bind_template_child (widget_class, GramTradesPage, administrator_menu);
}

static void
gram_trades_page_class_init (GramTradesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gram_trades_page_constructed;
  object_class->dispose = gram_trades_page_dispose;
  GRAM_PAGE_CLASS (klass)->refresh = gram_trades_page_refresh;

  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_CHIPS);
  g_type_ensure (GRAM_TYPE_DUE_LABEL);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  g_type_ensure (GRAM_TYPE_TRADE_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/trades/gram-trades-page.ui");
  bind_children (widget_class);
  gram_trade_texts_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  _gram_trades_page_actions_class_init (widget_class);
}

static void
gram_trades_page_init (GramTradesPage *self)
{
  self->settings = gram_settings_new ();
  self->row_menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  _gram_trades_page_filter_init (self);
}

void
gram_trades_page_open_trade (GramTradesPage *self, gint64 notification_id)
{
  g_return_if_fail (GRAM_IS_TRADES_PAGE (self));
  g_return_if_fail (notification_id != 0);

  _gram_trades_page_open (self, notification_id);
}

void
gram_trades_page_find (GramTradesPage *self)
{
  g_return_if_fail (GRAM_IS_TRADES_PAGE (self));

  gram_table_find (self->table);
}
