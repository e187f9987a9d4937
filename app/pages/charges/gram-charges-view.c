/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charges-view.h"

#include "gram-cell.h"
#include "gram-charge-closures.h"
#include "gram-charge-texts.h"
#include "gram-charge-view.h"
#include "gram-charges-view-private.h"
#include "gram-due-label.h"
#include "gram-formats.h"
#include "gram-permit-tip.h"
#include "gram-settings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramChargesView, gram_charges_view, ADW_TYPE_BIN)

/* The administrator sees whose they are; of how many vehicles, the charge itself says. */
static const GramTableColumn holder_columns[] = {
  { "number", TRUE, FALSE, FALSE },     { "arisen", FALSE, FALSE, FALSE },
  { "kind", TRUE, FALSE, FALSE },       { "vehicles", FALSE, FALSE, TRUE },
  { "grams", FALSE, FALSE, TRUE },      { "amount", TRUE, FALSE, TRUE },
  { "outstanding", TRUE, FALSE, TRUE }, { "due", TRUE, FALSE, FALSE },
};

static const GramTableColumn administrator_columns[] = {
  { "number", TRUE, FALSE, FALSE },  { "account", TRUE, FALSE, FALSE },
  { "arisen", FALSE, FALSE, FALSE }, { "kind", FALSE, FALSE, FALSE },
  { "amount", FALSE, FALSE, TRUE },  { "outstanding", TRUE, FALSE, TRUE },
  { "due", TRUE, FALSE, FALSE },
};

/* Words of the orders: in the menu, in the settings, and as ids of the columns. */
static const char *const orders[] = {
  [GRAM_CHARGE_ORDER_ARISEN] = "arisen",
  [GRAM_CHARGE_ORDER_DUE] = "due",
  [GRAM_CHARGE_ORDER_OUTSTANDING] = "outstanding",
  [GRAM_CHARGE_ORDER_AMOUNT] = "amount",
  NULL,
};

#define GROUP_ALL 0
#define GROUP_STATE 1
#define GROUP_KIND 2
#define KEY "charge-filter"

/* What somebody has to do something about first. */
static const GramChargeState states[]
    = { GRAM_CHARGE_OVERDUE, GRAM_CHARGE_DUE, GRAM_CHARGE_SETTLED };
static const GramChargeKind kinds[]
    = { GRAM_CHARGE_PAYG, GRAM_CHARGE_FLEET_AVERAGE, GRAM_CHARGE_CARRIED, GRAM_CHARGE_SHORT };

static void
filter_init (GramChargesView *self)
{
  g_auto (GStrv) words = g_settings_get_strv (self->settings, KEY);
  const char *const *remembered = (const char *const *)words;
  guint chosen[GRAM_CHIPS_N_GROUPS] = { 0 };

  gram_chips_add (self->chips, GROUP_ALL, 0, C_ ("charges", "All"), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gram_chips_add (self->chips, GROUP_STATE, states[i], gram_charge_state_title (states[i]),
                      TRUE);
      if (g_strv_contains (remembered, gram_word_for ("charge-state", (int)states[i])))
        chosen[GROUP_STATE] |= states[i];
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gram_chips_add (self->chips, GROUP_KIND, kinds[i], gram_charge_kind_title (kinds[i]), FALSE);
      if (g_strv_contains (remembered, gram_word_for ("charge-kind", (int)kinds[i])))
        chosen[GROUP_KIND] |= kinds[i];
    }
  gram_chips_set (self->chips, chosen);
}

static void
filter_remember (GramChargesView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if ((gram_chips_get (self->chips, GROUP_STATE) & states[i]) != 0)
      g_strv_builder_add (builder, gram_word_for ("charge-state", (int)states[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((gram_chips_get (self->chips, GROUP_KIND) & kinds[i]) != 0)
      g_strv_builder_add (builder, gram_word_for ("charge-kind", (int)kinds[i]));
  words = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, KEY, (const char *const *)words);
}

/* How many there are at all, -1 not known. */
static gint64
count_all (GramChargesView *self)
{
  return self->counted ? gram_charge_counts_select (&self->counts, 0) : -1;
}

static void
filter_update (GramChargesView *self)
{
  gram_chips_set_count (self->chips, GROUP_ALL, 0, count_all (self));
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    gram_chips_set_count (self->chips, GROUP_STATE, states[i],
                          self->counted ? gram_charge_counts_select (&self->counts, states[i])
                                        : -1);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gram_chips_set_count (self->chips, GROUP_KIND, kinds[i],
                          self->counted ? gram_charge_counts_select_kinds (&self->counts, kinds[i])
                                        : -1);
}

static gboolean
is_filtered (GramChargesView *self)
{
  g_autofree char *search = gram_table_dup_search (self->table);

  return search != NULL || gram_chips_is_chosen (self->chips);
}

void
gram_charges_view_update_title (GramChargesView *self)
{
  gint64 all = count_all (self);
  g_autofree char *found = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *text = NULL;
  guint n;

  g_return_if_fail (GRAM_IS_CHARGES_VIEW (self));

  if (self->table == NULL || !gram_charges_is_front (GTK_WIDGET (self))
      || !gram_table_get_n_matching (self->table, &n))
    return;

  found = gram_format_count (n);
  whole = gram_format_count (MAX (all, n));
  if (all > n)
    /* Translators: so many charges match, of so many */
    text = g_strdup_printf (_ ("%s of %s"), found, whole);
  else
    text = g_strdup_printf (ngettext ("%s charge", "%s charges", n), found);
  adw_window_title_set_subtitle (self->window_title, text);
}

static void
update_actions (GramChargesView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean one = self->table != NULL && gram_table_get_n_selected (self->table) == 1;

  gtk_widget_action_set_enabled (widget, "charge-list.open", one);
  gtk_widget_action_set_enabled (widget, "charge-list.vehicles", one);
  gtk_widget_action_set_enabled (widget, "charge-list.visit", one && self->all);
}

static void
show_state (GramChargesView *self)
{
  const char *name;

  if (self->table == NULL)
    return;

  name = gram_table_show_state (self->table,
                                is_filtered (self) && count_all (self) != 0 ? "nothing" : "empty");
  gtk_widget_set_visible (self->filter_box, !g_str_equal (name, "empty"));
  gram_charges_view_update_title (self);
  _gram_charges_view_show_standing (self);
  update_actions (self);
}

static void
requery (GramChargesView *self)
{
  GramChargeQuery query = { .account_id = self->account_id };
  g_autofree char *search = NULL;

  if (self->table == NULL || !self->asked)
    return;

  search = gram_table_dup_search (self->table);
  query.search = search;
  query.states = gram_chips_get (self->chips, GROUP_STATE);
  query.kinds = gram_chips_get (self->chips, GROUP_KIND);
  query.order = (GramChargeOrder)gram_table_get_order (self->table, &query.descending);
  gram_charge_list_set_query (self->list, self->all || self->account_id != 0 ? &query : NULL);
  show_state (self);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramChargesView) self = user_data;
  g_autofree GramChargeCounts *counts
      = gram_session_charge_counts_finish (GRAM_SESSION (object), result, NULL, NULL);

  /* Without counts the chips say their names; the list tells what is wrong. */
  if (counts == NULL || self->table == NULL
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  self->counts = *counts;
  self->counted = TRUE;
  filter_update (self);
  show_state (self);
}

static void
take_side (GramChargesView *self, gboolean all)
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
      all ? _ ("Charges arise when vehicles over their target are accepted under Pay As You Go, and when a Fleet Average year "
               "is settled. They stand here with what is outstanding.")
          : _ ("Under Pay As You Go a charge arises when vehicles over their target are accepted; under Fleet Average the "
               "year is settled as a whole. Charges can be paid with credits or with money. What was charged and paid stands here."));
}

void
gram_charges_view_refresh (GramChargesView *self,
                           gboolean all,
                           gint64 account_id,
                           GCancellable *cancellable)
{
  const GramChargeQuery query = { .account_id = account_id };

  g_return_if_fail (GRAM_IS_CHARGES_VIEW (self));
  g_return_if_fail (self->table != NULL);

  g_set_object (&self->cancellable, cancellable);
  if (!self->asked || all != self->all || account_id != self->account_id)
    {
      take_side (self, all);
      self->account_id = account_id;
      self->asked = TRUE;
      self->counted = FALSE;
      g_clear_pointer (&self->standing, gram_dashboard_unref);
      filter_update (self);
      requery (self);
    }
  if (all || account_id != 0)
    gram_session_charge_counts_async (self->session, &query, cancellable, counted_cb,
                                      g_object_ref (self));
  if (account_id != 0)
    _gram_charges_view_ask_standing (self);
  show_state (self);
}

static void
filter_changed_cb (GramChargesView *self)
{
  g_assert (GRAM_IS_CHARGES_VIEW (self));

  if (self->table == NULL)
    return;

  filter_remember (self);
  requery (self);
}

static void
retry_cb (GramChargesView *self)
{
  g_assert (GRAM_IS_CHARGES_VIEW (self));

  requery (self);
}

static void
open_cb (GramChargesView *self, gint64 charge_id)
{
  adw_dialog_present (gram_charge_view_new (self->session, charge_id), GTK_WIDGET (self));
}

/* The charge that is selected alone. */
static const GramChargeRow *
only_row (GramChargesView *self, GPtrArray *rows)
{
  return rows->len == 1 ? gram_charge_item_get_row (rows->pdata[0]) : NULL;
}

static void
row_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramChargesView *self = GRAM_CHARGES_VIEW (widget);
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, 2);
  const GramChargeRow *row = only_row (self, rows);

  if (row == NULL)
    return;
  if (g_str_equal (action_name, "charge-list.open"))
    open_cb (self, row->id);
  else if (g_str_equal (action_name, "charge-list.vehicles"))
    gram_charge_show_vehicles (widget, row->record);
  else
    gtk_widget_activate_action (widget, "win.open-account", "s", row->record->number);
}

static void
clear_filters_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_charges_view_show (GRAM_CHARGES_VIEW (widget), 0);
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_popup_menu (GRAM_CHARGES_VIEW (widget)->table);
}

void
gram_charges_view_attach (GramChargesView *self, GramSession *session, AdwWindowTitle *window_title)
{
  g_return_if_fail (GRAM_IS_CHARGES_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session) && self->table == NULL);

  self->session = g_object_ref (session);
  self->window_title = g_object_ref (window_title);
  self->table = gram_table_new (&(GramTableParts){
      .page = GTK_WIDGET (self),
      .prefix = "charge-list",
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
      .fallback = GRAM_CHARGE_ORDER_ARISEN,
      .settings = self->settings,
      .order_key = "charge-order",
  });
  g_signal_connect_object (self->table, "requery", G_CALLBACK (requery), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  self->list = gram_charge_list_new (session);
  gram_table_set_list (self->table, GRAM_PAGED_LIST (self->list));
  gram_permit_tip_install (self->offset_button, session, "charge.offset");
}

void
gram_charges_view_detach (GramChargesView *self)
{
  g_return_if_fail (GRAM_IS_CHARGES_VIEW (self));

  gram_table_dispose (&self->table);
  g_clear_object (&self->list);
  g_clear_object (&self->window_title);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
}

static void
gram_charges_view_dispose (GObject *object)
{
  GramChargesView *self = GRAM_CHARGES_VIEW (object);

  gram_charges_view_detach (self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->standing, gram_dashboard_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_CHARGES_VIEW);

  G_OBJECT_CLASS (gram_charges_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, medium_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, narrow_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, standing_list);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, standing_row);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, standing_icon);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, offset_button);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, filter_box);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, chips);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, empty_status);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, view);
  gtk_widget_class_bind_template_child (widget_class, GramChargesView, row_menu);
}

static void
gram_charges_view_class_init (GramChargesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_charges_view_dispose;

  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_CHARGE_ITEM);
  g_type_ensure (GRAM_TYPE_CHIPS);
  g_type_ensure (GRAM_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/charges/gram-charges-view.ui");
  bind_children (widget_class);
  gram_charge_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_install_action (widget_class, "charge-list.open", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "charge-list.vehicles", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "charge-list.visit", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "charge-list.clear-filters", NULL,
                                   clear_filters_action);
  gtk_widget_class_install_action (widget_class, "charge-list.menu", NULL, menu_action);
  gram_row_menu_bind_keys (widget_class, "charge-list.menu");
}

static void
gram_charges_view_init (GramChargesView *self)
{
  self->settings = gram_settings_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  filter_init (self);
}

void
gram_charges_view_show (GramChargesView *self, guint chosen)
{
  const guint groups[GRAM_CHIPS_N_GROUPS] = { [GROUP_STATE] = chosen };

  g_return_if_fail (GRAM_IS_CHARGES_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gram_chips_set (self->chips, groups);
}

void
gram_charges_view_find (GramChargesView *self)
{
  g_return_if_fail (GRAM_IS_CHARGES_VIEW (self));

  gram_table_find (self->table);
}

gboolean
gram_charges_view_is_known (GramChargesView *self)
{
  g_return_val_if_fail (GRAM_IS_CHARGES_VIEW (self), FALSE);

  return self->counted && (self->all || self->standing != NULL)
         && !gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list));
}
