/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payments-view.h"

#include "gram-cell.h"
#include "gram-charge-forms.h"
#include "gram-charge-closures.h"
#include "gram-charge-texts.h"
#include "gram-charges-view.h"
#include "gram-formats.h"
#include "gram-payment-list.h"
#include "gram-payment-view.h"
#include "gram-settings.h"
#include "gram-table.h"

#include <glib/gi18n-lib.h>

struct _GramPaymentsView
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwBreakpoint *medium_breakpoint;
  AdwBreakpoint *narrow_breakpoint;
  GtkWidget *filter_box;
  GtkSearchEntry *search_entry;
  GramChips *chips;
  GtkStack *stack;
  AdwStatusPage *empty_status;
  GtkWidget *empty_button;
  AdwStatusPage *failed_status;
  GtkColumnView *view;
  GMenuModel *row_menu;

  /* Owned References */
  GSettings *settings;
  GramSession *session;
  AdwWindowTitle *window_title;
  GramPaymentList *list;
  GramTable *table;

  gint64 account_id;
  gboolean all;
  gboolean asked;
};

G_DEFINE_FINAL_TYPE (GramPaymentsView, gram_payments_view, ADW_TYPE_BIN)

/* The administrator sees whose they are. */
static const GramTableColumn holder_columns[] = {
  { "number", TRUE, FALSE, FALSE }, { "paid", TRUE, FALSE, FALSE },
  { "what", TRUE, FALSE, FALSE },   { "reference", FALSE, FALSE, FALSE },
  { "payer", FALSE, FALSE, FALSE }, { "amount", TRUE, FALSE, TRUE },
  { "favour", TRUE, FALSE, TRUE },
};

static const GramTableColumn administrator_columns[] = {
  { "number", TRUE, FALSE, FALSE },     { "account", TRUE, FALSE, FALSE },
  { "paid", TRUE, FALSE, FALSE },       { "what", FALSE, FALSE, FALSE },
  { "reference", FALSE, FALSE, FALSE }, { "amount", TRUE, FALSE, TRUE },
  { "favour", FALSE, FALSE, TRUE },
};

/* Words of the orders: in the menu, in the settings, and as ids of the columns. */
static const char *const orders[] = {
  [GRAM_PAYMENT_ORDER_RECORDED] = "recorded",
  [GRAM_PAYMENT_ORDER_PAID] = "paid",
  [GRAM_PAYMENT_ORDER_AMOUNT] = "amount",
  NULL,
};

#define GROUP_ALL 0
#define GROUP_KIND 1

static const GramPaymentKind kinds[]
    = { GRAM_PAYMENT_RECEIVED, GRAM_PAYMENT_REVERSAL, GRAM_PAYMENT_PAY_BACK };

static gboolean
is_filtered (GramPaymentsView *self)
{
  g_autofree char *search = gram_table_dup_search (self->table);

  return search != NULL || gram_chips_is_chosen (self->chips);
}

void
gram_payments_view_update_title (GramPaymentsView *self)
{
  g_autofree char *found = NULL;
  g_autofree char *text = NULL;
  guint n;

  g_return_if_fail (GRAM_IS_PAYMENTS_VIEW (self));

  if (self->table == NULL || !gram_charges_is_front (GTK_WIDGET (self))
      || !gram_table_get_n_matching (self->table, &n))
    return;

  found = gram_format_count (n);
  text = g_strdup_printf (ngettext ("%s payment", "%s payments", n), found);
  adw_window_title_set_subtitle (self->window_title, text);
}

/* The payment that is selected alone. */
static const GramPaymentRow *
only_row (GramPaymentsView *self, GPtrArray *rows)
{
  return rows->len == 1 ? gram_payment_item_get_row (rows->pdata[0]) : NULL;
}

static void
update_actions (GramPaymentsView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, 2);
  const GramPaymentRow *row = only_row (self, rows);

  gtk_widget_action_set_enabled (widget, "payment-list.open", row != NULL);
  gtk_widget_action_set_enabled (widget, "payment-list.take-back",
                                 row != NULL && row->refusal == NULL);
}

static void
show_state (GramPaymentsView *self)
{
  const char *name;

  if (self->table == NULL)
    return;

  name = gram_table_show_state (self->table, is_filtered (self) ? "nothing" : "empty");
  gtk_widget_set_visible (self->filter_box, !g_str_equal (name, "empty"));
  gram_payments_view_update_title (self);
  update_actions (self);
}

static void
requery (GramPaymentsView *self)
{
  GramPaymentQuery query = { .account_id = self->account_id };
  g_autofree char *search = NULL;

  if (self->table == NULL || !self->asked)
    return;

  search = gram_table_dup_search (self->table);
  query.search = search;
  query.kinds = gram_chips_get (self->chips, GROUP_KIND);
  query.order = (GramPaymentOrder)gram_table_get_order (self->table, &query.descending);
  gram_payment_list_set_query (self->list, self->all || self->account_id != 0 ? &query : NULL);
  show_state (self);
}

static void
take_side (GramPaymentsView *self, gboolean all)
{
  self->all = all;
  if (all)
    gram_table_set_columns (self->table, administrator_columns,
                            G_N_ELEMENTS (administrator_columns));
  else
    gram_table_set_columns (self->table, holder_columns, G_N_ELEMENTS (holder_columns));
  gtk_widget_set_visible (self->empty_button, !all);
  adw_status_page_set_description (
      self->empty_status,
      all ? _ ("Record payments one by one, or bring in a statement of the bank: Gram proposes whose each line is.")
          : _ ("Money that is paid outside Gram stands here once it is recorded."));
}

void
gram_payments_view_refresh (GramPaymentsView *self,
                            gboolean all,
                            gint64 account_id,
                            GCancellable *cancellable)
{
  g_return_if_fail (GRAM_IS_PAYMENTS_VIEW (self));
  g_return_if_fail (self->table != NULL);

  if (!self->asked || all != self->all || account_id != self->account_id)
    {
      take_side (self, all);
      self->account_id = account_id;
      self->asked = TRUE;
      requery (self);
    }
  show_state (self);
}

static void
filter_changed_cb (GramPaymentsView *self)
{
  g_assert (GRAM_IS_PAYMENTS_VIEW (self));

  requery (self);
}

static void
retry_cb (GramPaymentsView *self)
{
  g_assert (GRAM_IS_PAYMENTS_VIEW (self));

  requery (self);
}

static void
open_cb (GramPaymentsView *self, gint64 payment_id)
{
  g_autoptr (GramPaymentItem) item = NULL;
  guint position;

  if (!gram_paged_list_find (GRAM_PAGED_LIST (self->list), payment_id, &position))
    return;

  item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  if (gram_payment_item_get_row (item) != NULL)
    adw_dialog_present (gram_payment_view_new (self->session, gram_payment_item_get_row (item)),
                        GTK_WIDGET (self));
}

static void
row_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramPaymentsView *self = GRAM_PAYMENTS_VIEW (widget);
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, 2);
  const GramPaymentRow *row = only_row (self, rows);

  if (row == NULL)
    return;
  if (g_str_equal (action_name, "payment-list.open"))
    adw_dialog_present (gram_payment_view_new (self->session, row), widget);
  else
    adw_dialog_present (gram_payment_reverse_dialog_new (self->session, row->record), widget);
}

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramPaymentsView *self = GRAM_PAYMENTS_VIEW (widget);
  const guint groups[GRAM_CHIPS_N_GROUPS] = { 0 };

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gram_chips_set (self->chips, groups);
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_popup_menu (GRAM_PAYMENTS_VIEW (widget)->table);
}

void
gram_payments_view_attach (GramPaymentsView *self,
                           GramSession *session,
                           AdwWindowTitle *window_title)
{
  g_return_if_fail (GRAM_IS_PAYMENTS_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session) && self->table == NULL);

  self->session = g_object_ref (session);
  self->window_title = g_object_ref (window_title);
  self->table = gram_table_new (&(GramTableParts){
      .page = GTK_WIDGET (self),
      .prefix = "payment-list",
      .view = self->view,
      .search_entry = self->search_entry,
      .stack = self->stack,
      .failed_status = self->failed_status,
      .window_title = self->window_title,
      .chips = self->chips,
      .medium = self->medium_breakpoint,
      .narrow = self->narrow_breakpoint,
      .row_menu = self->row_menu,
      .columns = holder_columns,
      .n_columns = G_N_ELEMENTS (holder_columns),
      .orders = orders,
      .fallback = GRAM_PAYMENT_ORDER_RECORDED,
      .settings = self->settings,
      .order_key = "payment-order",
  });
  g_signal_connect_object (self->table, "requery", G_CALLBACK (requery), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  self->list = gram_payment_list_new (session);
  gram_table_set_list (self->table, GRAM_PAGED_LIST (self->list));
}

void
gram_payments_view_detach (GramPaymentsView *self)
{
  g_return_if_fail (GRAM_IS_PAYMENTS_VIEW (self));

  gram_table_dispose (&self->table);
  g_clear_object (&self->list);
  g_clear_object (&self->window_title);
  g_clear_object (&self->session);
}

static void
gram_payments_view_dispose (GObject *object)
{
  GramPaymentsView *self = GRAM_PAYMENTS_VIEW (object);

  gram_payments_view_detach (self);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_PAYMENTS_VIEW);

  G_OBJECT_CLASS (gram_payments_view_parent_class)->dispose (object);
}

static void
gram_payments_view_class_init (GramPaymentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_payments_view_dispose;

  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_CHIPS);
  g_type_ensure (GRAM_TYPE_PAYMENT_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/charges/gram-payments-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, medium_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, narrow_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, filter_box);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, chips);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, empty_status);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, view);
  gtk_widget_class_bind_template_child (widget_class, GramPaymentsView, row_menu);
  gram_charge_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_install_action (widget_class, "payment-list.open", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "payment-list.take-back", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "payment-list.clear-filters", NULL,
                                   clear_filters_action);
  gtk_widget_class_install_action (widget_class, "payment-list.menu", NULL, menu_action);
  gram_row_menu_bind_keys (widget_class, "payment-list.menu");
}

static void
gram_payments_view_init (GramPaymentsView *self)
{
  self->settings = gram_settings_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gram_chips_add (self->chips, GROUP_ALL, 0, C_ ("payments", "All"), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gram_chips_add (self->chips, GROUP_KIND, kinds[i], gram_payment_kind_title (kinds[i]), TRUE);
}

void
gram_payments_view_find (GramPaymentsView *self)
{
  g_return_if_fail (GRAM_IS_PAYMENTS_VIEW (self));

  gram_table_find (self->table);
}

gboolean
gram_payments_view_is_known (GramPaymentsView *self)
{
  g_return_val_if_fail (GRAM_IS_PAYMENTS_VIEW (self), FALSE);

  return self->asked && !gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list));
}
