/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-disputes-page.h"

#include "gram-cell.h"
#include "gram-disputes-page-private.h"
#include "gram-dispute-texts.h"
#include "gram-dispute-view.h"
#include "gram-due-label.h"
#include "gram-formats.h"
#include "gram-permit-tip.h"
#include "gram-questions-cases.h"
#include "gram-registry-banner.h"
#include "gram-settings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramDisputesPage, gram_disputes_page, GRAM_TYPE_PAGE)

/* The columns, in the order of the table. */
static const struct
{
  const char *child;
  gboolean medium; /* there is room for it in a window of middling width */
  gboolean narrow; /* and in a narrow one, beside the column of two lines */
} columns[GRAM_DISPUTES_N_COLUMNS] = {
  { "number_column", TRUE, FALSE }, { "vehicle_column", TRUE, FALSE },
  { "kind_column", TRUE, FALSE },   { "opened_column", FALSE, FALSE },
  { "state_column", TRUE, TRUE },   { "due_column", FALSE, FALSE },
};

/* Words of the orders: in the menu, in the settings, and as ids of the columns. */
static const char *const orders[] = {
  [GRAM_CASE_ORDER_DUE] = "due",       [GRAM_CASE_ORDER_NUMBER] = "number",
  [GRAM_CASE_ORDER_KIND] = "kind",     [GRAM_CASE_ORDER_OPENED] = "opened",
  [GRAM_CASE_ORDER_HOLDER] = "holder", NULL,
};

GramSession *
_gram_disputes_page_get_session (GramDisputesPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

static const char *
search_text (GramDisputesPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* While an answer is awaited, what is shown stays: a spinner at each keystroke would only flash. */
static const char *
find_state (GramDisputesPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  GramPagedList *list = GRAM_PAGED_LIST (self->list);
  gint64 all = _gram_disputes_page_count_all (self);

  if (self->account_id == 0)
    return "no-account";
  if (gram_paged_list_get_error_message (list) != NULL)
    return "failed";
  if (gram_paged_list_get_n_matching (list) > 0)
    return "list";
  if (all < 0 || gram_paged_list_get_loading (list))
    return g_str_equal (name, "list") || g_str_equal (name, "nothing") ? name : "loading";

  if (*search_text (self) != '\0')
    return "nothing";

  return all == 0 ? "empty" : "nothing";
}

static void
update_subtitle (GramDisputesPage *self)
{
  GramAccount *account = gram_session_get_account (_gram_disputes_page_get_session (self));
  guint n = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list));
  gint64 all = _gram_disputes_page_count_kinds (self);
  g_autofree char *found = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *text = NULL;

  if (account == NULL || all < 0 || n == all)
    {
      adw_window_title_set_subtitle (self->window_title,
                                     account != NULL ? gram_account_get_holder (account) : "");
      return;
    }
  if (gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list)))
    return;

  found = gram_format_count (n);
  whole = gram_format_count (all);
  /* Translators: so many disputes match, of so many */
  text = g_strdup_printf (_ ("%s of %s"), found, whole);
  adw_window_title_set_subtitle (self->window_title, text);
}

static void
show_state (GramDisputesPage *self)
{
  const char *name;

  if (self->list == NULL)
    return;

  name = find_state (self);
  if (g_str_equal (name, "failed"))
    adw_status_page_set_description (self->failed_status, gram_paged_list_get_error_message (
                                                              GRAM_PAGED_LIST (self->list)));
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->filter_box, !g_str_equal (name, "no-account")
                                                && _gram_disputes_page_count_all (self) != 0);
  update_subtitle (self);
  _gram_disputes_page_actions_update (self);
}

/* Asks for what search, chips and order say. */
void
_gram_disputes_page_requery (GramDisputesPage *self)
{
  g_autofree char *search = g_strstrip (g_strdup (search_text (self)));
  GramCaseQuery query = { 0 };

  if (self->list == NULL || self->order == NULL)
    return;

  query.account_id = self->account_id;
  query.search = *search != '\0' ? search : NULL;
  query.order = (GramCaseOrder)gram_table_order_get (self->order);
  query.descending = gram_table_order_get_descending (self->order);
  _gram_disputes_page_filter_fill (self, &query);
  gram_case_list_set_query (self->list, self->account_id != 0 ? &query : NULL);
  show_state (self);
}

static void
requeried_cb (GramDisputesPage *self)
{
  if (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  show_state (self);
}

/* Says the result of a search to who does not see it. */
static void
loading_cb (GramDisputesPage *self)
{
  guint n = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list));
  g_autofree char *number = gram_format_count (n);
  g_autofree char *text = NULL;

  show_state (self);
  if (gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list)) || *search_text (self) == '\0')
    return;

  text = g_strdup_printf (ngettext ("%s dispute", "%s disputes", n), number);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDisputesPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramCaseCounts *counts
      = gram_session_case_counts_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* Without counts the chips say their names; the list tells what is wrong. */
  if (counts == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  self->counts = *counts;
  self->counted = TRUE;
  _gram_disputes_page_filter_update (self);
  show_state (self);
}

static void
gram_disputes_page_refresh (GramPage *page)
{
  GramDisputesPage *self = GRAM_DISPUTES_PAGE (page);
  GramSession *session = gram_page_get_session (page);
  GramAccount *account = gram_session_get_account (session);
  gint64 account_id = account != NULL ? gram_account_get_id (account) : 0;
  const GramCaseQuery query = { .account_id = account_id };

  if (account_id != self->account_id)
    {
      self->account_id = account_id;
      self->counted = FALSE;
      _gram_disputes_page_filter_update (self);
      _gram_disputes_page_requery (self);
    }
  if (account != NULL)
    gram_session_case_counts_async (session, &query, gram_page_get_cancellable (page), counted_cb,
                                    g_object_ref (self));
  show_state (self);
}

static void
search_changed_cb (GramDisputesPage *self)
{
  _gram_disputes_page_requery (self);
}

static void
stop_search_cb (GramDisputesPage *self)
{
  if (*search_text (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
filter_changed_cb (GramDisputesPage *self)
{
  if (self->order == NULL)
    return;

  _gram_disputes_page_filter_remember (self);
  _gram_disputes_page_filter_update (self);
  _gram_disputes_page_requery (self);
}

void
_gram_disputes_page_open (GramDisputesPage *self, guint position)
{
  AdwDialog *view
      = gram_dispute_view_new (_gram_disputes_page_get_session (self), self->list, position);

  if (view != NULL)
    adw_dialog_present (view, GTK_WIDGET (self));
}

static void
activate_cb (GramDisputesPage *self, guint position)
{
  _gram_disputes_page_open (self, position);
}

static void
retry_cb (GramDisputesPage *self)
{
  _gram_disputes_page_requery (self);
  gram_page_queue_refresh (GRAM_PAGE (self));
}

static void
update_columns (GramDisputesPage *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_column_view_column_set_visible (self->columns[i], self->narrow   ? columns[i].narrow
                                                          : self->medium ? columns[i].medium
                                                                         : TRUE);
  gtk_column_view_column_set_visible (self->narrow_column, self->narrow);
  gtk_widget_set_visible (header, !self->narrow);
}

static void
set_width (GramDisputesPage *self, gboolean medium, gboolean narrow)
{
  self->medium = medium;
  self->narrow = narrow;
  gram_chips_set_narrow (self->chips, narrow);
  update_columns (self);
}

static void
narrow_cb (GramDisputesPage *self)
{
  set_width (self, FALSE, TRUE);
}

static void
medium_cb (GramDisputesPage *self)
{
  set_width (self, TRUE, FALSE);
}

static void
wide_cb (GramDisputesPage *self)
{
  set_width (self, FALSE, FALSE);
}

static void
gram_disputes_page_constructed (GObject *object)
{
  GramDisputesPage *self = GRAM_DISPUTES_PAGE (object);
  GramSession *session;

  G_OBJECT_CLASS (gram_disputes_page_parent_class)->constructed (object);

  session = _gram_disputes_page_get_session (self);
  if (session == NULL)
    return;

  self->list = gram_case_list_new (session);
  g_signal_connect_object (self->list, "requeried", G_CALLBACK (requeried_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refreshed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error-message", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "permits-changed",
                           G_CALLBACK (_gram_disputes_page_actions_update), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  gram_permit_tip_install (self->report_button, session, "dispute.open");
  gram_permit_tip_install (self->first_report_button, session, "dispute.open");
}

static void
gram_disputes_page_dispose (GObject *object)
{
  GramDisputesPage *self = GRAM_DISPUTES_PAGE (object);

  gram_row_menu_dispose (&self->menu);
  gram_table_order_dispose (&self->order);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gram_disputes_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, report_button);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, first_report_button);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, view);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, narrow_column);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, row_menu);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i].child, FALSE,
                                               (gssize)(G_STRUCT_OFFSET (GramDisputesPage, columns)
                                                        + i * sizeof (gpointer)));
}

static void
gram_disputes_page_class_init (GramDisputesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gram_disputes_page_constructed;
  object_class->dispose = gram_disputes_page_dispose;
  GRAM_PAGE_CLASS (klass)->refresh = gram_disputes_page_refresh;

  g_type_ensure (GRAM_TYPE_CASE_ITEM);
  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_CHIPS);
  g_type_ensure (GRAM_TYPE_DUE_LABEL);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/disputes/gram-disputes-page.ui");
  bind_children (widget_class);
  gram_dispute_texts_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, medium_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  _gram_disputes_page_actions_class_init (widget_class);
}

static void
gram_disputes_page_init (GramDisputesPage *self)
{
  self->settings = gram_settings_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->selection, "notify::selected",
                           G_CALLBACK (_gram_disputes_page_actions_update), self,
                           G_CONNECT_SWAPPED);
  /* Who types in the list searches. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->view));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  _gram_disputes_page_filter_init (self);
  self->order = gram_table_order_new (self->view, orders, GRAM_CASE_ORDER_NUMBER, self->settings,
                                      "dispute-order");
  gram_table_order_install (self->order, GTK_WIDGET (self), "disputes");
  g_signal_connect_object (self->order, "changed", G_CALLBACK (_gram_disputes_page_requery), self,
                           G_CONNECT_SWAPPED);
  self->menu = gram_row_menu_new (GTK_WIDGET (self), self->view, self->row_menu);
  update_columns (self);
}

void
gram_disputes_page_open_case (GramDisputesPage *self, gint64 case_id)
{
  g_return_if_fail (GRAM_IS_DISPUTES_PAGE (self));
  g_return_if_fail (case_id != 0);

  adw_dialog_present (gram_dispute_view_new_for_id (_gram_disputes_page_get_session (self),
                                                    case_id),
                      GTK_WIDGET (self));
}

void
gram_disputes_page_find (GramDisputesPage *self)
{
  g_return_if_fail (GRAM_IS_DISPUTES_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
