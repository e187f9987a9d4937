/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-queue.h"

#include "gram-case-queue-private.h"
#include "gram-case-texts.h"
#include "gram-cell.h"
#include "gram-due-label.h"
#include "gram-formats.h"
#include "gram-permit-tip.h"
#include "gram-registry-banner.h"
#include "gram-settings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramCaseQueue, gram_case_queue, ADW_TYPE_NAVIGATION_PAGE)

static const GramTableColumn columns[] = {
  { "number", TRUE, FALSE, FALSE },  { "kind", TRUE, FALSE, FALSE },
  { "subject", TRUE, FALSE, FALSE }, { "holder", TRUE, FALSE, FALSE },
  { "claimed", TRUE, FALSE, FALSE }, { "opened", FALSE, FALSE, TRUE },
  { "due", TRUE, TRUE, FALSE },
};

/* Words of the orders: in the menu, in the settings, and as ids of the columns. */
static const char *const orders[] = {
  [GRAM_CASE_ORDER_DUE] = "due",       [GRAM_CASE_ORDER_NUMBER] = "number",
  [GRAM_CASE_ORDER_KIND] = "kind",     [GRAM_CASE_ORDER_OPENED] = "opened",
  [GRAM_CASE_ORDER_HOLDER] = "holder", NULL,
};

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_searched (GramCaseQueue *self)
{
  g_autofree char *search = gram_table_dup_search (self->table);

  return search != NULL;
}

static void
update_subtitle (GramCaseQueue *self)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (!gram_table_get_n_matching (self->table, &n))
    return;

  number = gram_format_count (n);
  text = g_strdup_printf (ngettext ("%s case", "%s cases", n), number);
  adw_window_title_set_subtitle (self->window_title, n > 0 ? text : "");
}

/* What to do next when nothing fits: a queue that is worked off is good news, a search that finds nothing is not. */
static void
update_nothing (GramCaseQueue *self)
{
  gboolean searched = is_searched (self);

  adw_status_page_set_icon_name (self->nothing_status,
                                 searched ? "edit-find-symbolic" : "object-select-symbolic");
  adw_status_page_set_title (self->nothing_status,
                             searched ? _ ("No Case Matches") : _ ("None of These"));
  adw_status_page_set_description (
      self->nothing_status,
      searched ? _ ("Nothing fits both the search and the filters")
               : _ ("Nothing here waits for a decision. Others may: show all, and claim some."));
}

static void
show_state (GramCaseQueue *self)
{
  gboolean filtered;
  const char *name;

  if (self->table == NULL)
    return;

  filtered = gram_chips_is_chosen (self->chips) || is_searched (self);
  name = gram_table_show_state (self->table, filtered ? "nothing" : "empty");
  if (g_str_equal (name, "nothing"))
    update_nothing (self);
  update_subtitle (self);
  _gram_case_queue_actions_update (self);
}

/* Asks for what search, filters and order say. */
void
_gram_case_queue_requery (GramCaseQueue *self)
{
  g_autofree char *search = NULL;
  GramCaseQuery query;

  if (self->table == NULL)
    return;

  search = gram_table_dup_search (self->table);
  _gram_case_queue_fill_query (self, search, &query);
  gram_case_list_set_query (self->list, &query);
  show_state (self);
}

static void
search_changed_cb (GramCaseQueue *self)
{
  g_assert (GRAM_IS_CASE_QUEUE (self));

  _gram_case_queue_count (self);
}

static void
filter_changed_cb (GramCaseQueue *self)
{
  if (self->table == NULL)
    return;

  _gram_case_queue_remember_filter (self);
  _gram_case_queue_requery (self);
  _gram_case_queue_count (self);
}

static void
open_cb (GramCaseQueue *self, gint64 case_id)
{
  g_assert (GRAM_IS_CASE_QUEUE (self));

  g_signal_emit (self, signals[OPEN], 0, case_id);
}

static void
retry_cb (GramCaseQueue *self)
{
  _gram_case_queue_requery (self);
  gram_case_queue_refresh (self);
}

static void
make_table (GramCaseQueue *self)
{
  self->table = gram_table_new (&(GramTableParts){
      .page = GTK_WIDGET (self),
      .prefix = "queue",
      .view = self->view,
      .search_entry = self->search_entry,
      .stack = self->stack,
      .failed_status = self->failed_status,
      .window_title = self->window_title,
      .chips = self->chips,
      .medium = self->medium_breakpoint,
      .narrow = self->narrow_breakpoint,
      .row_menu = self->row_menu,
      .columns = columns,
      .n_columns = G_N_ELEMENTS (columns),
      .orders = orders,
      .fallback = GRAM_CASE_ORDER_DUE,
      .settings = self->settings,
      .order_key = "case-order",
  });
  g_signal_connect_object (self->table, "requery", G_CALLBACK (_gram_case_queue_requery), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
}

static void
gram_case_queue_dispose (GObject *object)
{
  GramCaseQueue *self = (GramCaseQueue *)object;

  gram_table_dispose (&self->table);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gram_case_queue_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, medium_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, narrow_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, banner);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, view_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, claim_many_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, filter_box);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, chips);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, stack);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, nothing_status);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, view);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, selection_label);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, select_all_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, claim_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, release_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, assign_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseQueue, more_button);
}

static void
gram_case_queue_class_init (GramCaseQueueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_case_queue_dispose;

  signals[OPEN] = g_signal_new ("open", GRAM_TYPE_CASE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (GRAM_TYPE_CASE_ITEM);
  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_CHIPS);
  g_type_ensure (GRAM_TYPE_DUE_LABEL);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/cases/gram-case-queue.ui");
  bind_children (widget_class);
  gram_case_texts_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  _gram_case_queue_actions_class_init (widget_class);
}

static void
gram_case_queue_init (GramCaseQueue *self)
{
  self->settings = gram_settings_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  _gram_case_queue_filter_init (self);
}

void
gram_case_queue_set_session (GramCaseQueue *self, GramSession *session)
{
  g_return_if_fail (GRAM_IS_CASE_QUEUE (self));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_object_set (self->banner, "session", session, NULL);
  make_table (self);
  self->list = gram_case_list_new (session);
  gram_table_set_list (self->table, GRAM_PAGED_LIST (self->list));
  gram_permit_tip_install (self->claim_many_button, session, "case.claim");
  _gram_case_queue_requery (self);
}

void
gram_case_queue_refresh (GramCaseQueue *self)
{
  g_return_if_fail (GRAM_IS_CASE_QUEUE (self));

  _gram_case_queue_count (self);
  show_state (self);
}

void
gram_case_queue_find (GramCaseQueue *self)
{
  g_return_if_fail (GRAM_IS_CASE_QUEUE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

GramCaseList *
gram_case_queue_get_list (GramCaseQueue *self)
{
  g_return_val_if_fail (GRAM_IS_CASE_QUEUE (self), NULL);

  return self->list;
}

gint64
gram_case_queue_get_neighbour (GramCaseQueue *self, gint64 case_id, int step)
{
  guint position;

  g_return_val_if_fail (GRAM_IS_CASE_QUEUE (self), 0);
  g_return_val_if_fail (step == 1 || step == -1, 0);

  if (self->list == NULL || !gram_paged_list_find (GRAM_PAGED_LIST (self->list), case_id, &position)
      || (position == 0 && step < 0))
    return 0;

  return gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), position + (guint)step);
}

void
gram_case_queue_select (GramCaseQueue *self, gint64 case_id)
{
  guint position;

  g_return_if_fail (GRAM_IS_CASE_QUEUE (self));

  if (self->list == NULL
      || !gram_paged_list_find (GRAM_PAGED_LIST (self->list), case_id, &position))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_column_view_scroll_to (self->view, position, NULL,
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}
