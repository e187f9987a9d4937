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

static const GramTableColumn columns[] = {
  { "number", TRUE, FALSE, FALSE }, { "vehicle", TRUE, FALSE, FALSE },
  { "kind", TRUE, FALSE, FALSE },   { "opened", FALSE, FALSE, FALSE },
  { "state", TRUE, TRUE, FALSE },   { "due", FALSE, FALSE, FALSE },
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

/* Nothing is known before the counts are there. */
static const char *
otherwise (GramDisputesPage *self)
{
  g_autofree char *search = NULL;
  gint64 all = _gram_disputes_page_count_all (self);

  if (self->account_id == 0)
    return "no-account";
  if (all < 0)
    return "loading";

  search = gram_table_dup_search (self->table);

  return all == 0 && search == NULL ? "empty" : "nothing";
}

static void
update_subtitle (GramDisputesPage *self)
{
  GramAccount *account = gram_session_get_account (_gram_disputes_page_get_session (self));
  gint64 all = _gram_disputes_page_count_kinds (self);
  g_autofree char *found = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *text = NULL;
  guint n;
  gboolean known = gram_table_get_n_matching (self->table, &n);

  if (account == NULL || all < 0 || n == all)
    {
      adw_window_title_set_subtitle (self->window_title,
                                     account != NULL ? gram_account_get_holder (account) : "");
      return;
    }
  if (!known)
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

  if (self->table == NULL)
    return;

  name = gram_table_show_state (self->table, otherwise (self));
  gtk_widget_set_visible (self->filter_box, !g_str_equal (name, "no-account")
                                                && _gram_disputes_page_count_all (self) != 0);
  update_subtitle (self);
  _gram_disputes_page_actions_update (self);
}

/* Asks for what search, chips and order say. */
void
_gram_disputes_page_requery (GramDisputesPage *self)
{
  g_autofree char *search = NULL;
  GramCaseQuery query = { 0 };

  if (self->table == NULL)
    return;

  search = gram_table_dup_search (self->table);
  query.account_id = self->account_id;
  query.search = search;
  query.order = (GramCaseOrder)gram_table_get_order (self->table, &query.descending);
  _gram_disputes_page_filter_fill (self, &query);
  gram_case_list_set_query (self->list, self->account_id != 0 ? &query : NULL);
  show_state (self);
}

/* Said to who does not see the result of a search. */
static char *
dup_found (guint n)
{
  g_autofree char *number = gram_format_count (n);

  return g_strdup_printf (ngettext ("%s dispute", "%s disputes", n), number);
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
filter_changed_cb (GramDisputesPage *self)
{
  if (self->table == NULL)
    return;

  _gram_disputes_page_filter_remember (self);
  _gram_disputes_page_filter_update (self);
  _gram_disputes_page_requery (self);
}

void
_gram_disputes_page_open (GramDisputesPage *self, gint64 case_id)
{
  AdwDialog *view = NULL;
  guint position;

  if (gram_paged_list_find (GRAM_PAGED_LIST (self->list), case_id, &position))
    view = gram_dispute_view_new (_gram_disputes_page_get_session (self), self->list, position);
  if (view != NULL)
    adw_dialog_present (view, GTK_WIDGET (self));
}

static void
open_cb (GramDisputesPage *self, gint64 case_id)
{
  g_assert (GRAM_IS_DISPUTES_PAGE (self));

  _gram_disputes_page_open (self, case_id);
}

static void
retry_cb (GramDisputesPage *self)
{
  _gram_disputes_page_requery (self);
  gram_page_queue_refresh (GRAM_PAGE (self));
}

static void
make_table (GramDisputesPage *self)
{
  self->table = gram_table_new (&(GramTableParts){
      .page = GTK_WIDGET (self),
      .prefix = "disputes",
      .view = self->view,
      .search_entry = self->search_entry,
      .stack = self->stack,
      .failed_status = self->failed_status,
      .dup_found = dup_found,
      .chips = self->chips,
      .medium = self->medium_breakpoint,
      .narrow = self->narrow_breakpoint,
      .single = TRUE,
      .row_menu = self->row_menu,
      .columns = columns,
      .n_columns = G_N_ELEMENTS (columns),
      .orders = orders,
      .fallback = GRAM_CASE_ORDER_NUMBER,
      .settings = self->settings,
      .order_key = "dispute-order",
  });
  g_signal_connect_object (self->table, "requery", G_CALLBACK (_gram_disputes_page_requery), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
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

  make_table (self);
  self->list = gram_case_list_new (session);
  gram_table_set_list (self->table, GRAM_PAGED_LIST (self->list));
  g_signal_connect_object (session, "permits-changed",
                           G_CALLBACK (_gram_disputes_page_actions_update), self,
                           G_CONNECT_SWAPPED);
  gram_permit_tip_install (self->report_button, session, "dispute.open");
  gram_permit_tip_install (self->first_report_button, session, "dispute.open");
}

static void
gram_disputes_page_dispose (GObject *object)
{
  GramDisputesPage *self = GRAM_DISPUTES_PAGE (object);

  gram_table_dispose (&self->table);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gram_disputes_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, medium_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, narrow_breakpoint);
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
  gtk_widget_class_bind_template_child (widget_class, GramDisputesPage, row_menu);
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
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  _gram_disputes_page_actions_class_init (widget_class);
}

static void
gram_disputes_page_init (GramDisputesPage *self)
{
  self->settings = gram_settings_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  _gram_disputes_page_filter_init (self);
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
