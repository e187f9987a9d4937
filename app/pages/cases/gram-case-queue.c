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

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GramPagedList *
_gram_case_queue_get_paged (GramCaseQueue *self)
{
  return GRAM_PAGED_LIST (self->list);
}

static const char *
search_text (GramCaseQueue *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static gboolean
is_filtered (GramCaseQueue *self)
{
  return gram_chips_is_chosen (self->chips) || *search_text (self) != '\0';
}

/* While an answer is awaited, what is shown stays: a spinner at each keystroke would only flash. */
static const char *
find_state (GramCaseQueue *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  GramPagedList *list = GRAM_PAGED_LIST (self->list);

  if (list == NULL)
    return "loading";
  if (gram_paged_list_get_error_message (list) != NULL)
    return "failed";
  if (gram_paged_list_get_n_matching (list) > 0)
    return "list";
  if (gram_paged_list_get_loading (list))
    return g_str_equal (name, "list") || g_str_equal (name, "nothing") ? name : "loading";

  return is_filtered (self) ? "nothing" : "empty";
}

static void
update_subtitle (GramCaseQueue *self)
{
  guint n = self->list != NULL ? gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) : 0;
  g_autofree char *number = gram_format_count (n);
  g_autofree char *text = NULL;

  if (self->list == NULL || gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list)))
    return;

  text = g_strdup_printf (ngettext ("%s case", "%s cases", n), number);
  adw_window_title_set_subtitle (self->window_title, n > 0 ? text : "");
}

/* What to do next when nothing fits: a queue that is worked off is good news, a search that finds nothing is not. */
static void
update_nothing (GramCaseQueue *self)
{
  gboolean searched = *search_text (self) != '\0';

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
  const char *name = find_state (self);

  if (g_str_equal (name, "failed"))
    adw_status_page_set_description (self->failed_status, gram_paged_list_get_error_message (
                                                              GRAM_PAGED_LIST (self->list)));
  if (g_str_equal (name, "nothing"))
    update_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, name);
  update_subtitle (self);
  _gram_case_queue_actions_update (self);
}

/* Asks for what search, filters and order say. */
void
_gram_case_queue_requery (GramCaseQueue *self)
{
  g_autofree char *search = _gram_case_queue_dup_search (self);
  GramCaseQuery query;

  if (self->list == NULL)
    return;

  _gram_case_queue_fill_query (self, search, &query);
  gram_case_list_set_query (self->list, &query);
  show_state (self);
}

static void
requeried_cb (GramCaseQueue *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  if (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  show_state (self);
}

static void
refreshed_cb (GramCaseQueue *self, gboolean moved)
{
  if (moved)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  show_state (self);
}

/* Says the result of a search to who does not see it. */
static void
loading_cb (GramCaseQueue *self)
{
  show_state (self);
  if (!gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list)) && *search_text (self) != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self),
                             adw_window_title_get_subtitle (self->window_title),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search_changed_cb (GramCaseQueue *self)
{
  _gram_case_queue_requery (self);
  _gram_case_queue_count (self);
}

static void
stop_search_cb (GramCaseQueue *self)
{
  if (*search_text (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
open_position (GramCaseQueue *self, guint position)
{
  gint64 id = gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), position);

  if (id != 0)
    g_signal_emit (self, signals[OPEN], 0, id);
}

/* Return opens what was found, if it is the only one; else the list has it. */
static void
search_activated_cb (GramCaseQueue *self)
{
  if (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) == 1
      && !gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list)))
    open_position (self, 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
filter_changed_cb (GramCaseQueue *self)
{
  if (self->order == NULL)
    return;

  _gram_case_queue_remember_filter (self);
  _gram_case_queue_requery (self);
  _gram_case_queue_count (self);
}

static void
activate_cb (GramCaseQueue *self, guint position)
{
  open_position (self, position);
}

static void
retry_cb (GramCaseQueue *self)
{
  _gram_case_queue_requery (self);
  gram_case_queue_refresh (self);
}

static void
set_width (GramCaseQueue *self, gboolean medium, gboolean narrow)
{
  self->medium = medium;
  self->narrow = narrow;
  gram_chips_set_narrow (self->chips, narrow);
  _gram_case_queue_columns_update (self);
  _gram_case_queue_actions_update (self);
}

static void
narrow_cb (GramCaseQueue *self)
{
  set_width (self, FALSE, TRUE);
}

static void
medium_cb (GramCaseQueue *self)
{
  set_width (self, TRUE, FALSE);
}

static void
wide_cb (GramCaseQueue *self)
{
  set_width (self, FALSE, FALSE);
}

static void
gram_case_queue_dispose (GObject *object)
{
  GramCaseQueue *self = (GramCaseQueue *)object;

  gram_table_order_dispose (&self->order);
  gram_row_menu_dispose (&self->menu);
  if (self->selection != NULL)
    gram_bitset_selection_set_model (self->selection, NULL);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gram_case_queue_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
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
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, medium_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  _gram_case_queue_actions_class_init (widget_class);
  _gram_case_queue_columns_class_init (widget_class);
}

static void
gram_case_queue_init (GramCaseQueue *self)
{
  self->settings = gram_settings_new ();
  self->selection = gram_bitset_selection_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->selection, "notify::n-selected",
                           G_CALLBACK (_gram_case_queue_actions_update), self, G_CONNECT_SWAPPED);
  /* Who types in the list searches. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->view));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  self->menu = gram_row_menu_new (GTK_WIDGET (self), self->view, self->row_menu);
  _gram_case_queue_filter_init (self);
  _gram_case_queue_columns_init (self);
  show_state (self);
}

void
gram_case_queue_set_session (GramCaseQueue *self, GramSession *session)
{
  g_return_if_fail (GRAM_IS_CASE_QUEUE (self));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_object_set (self->banner, "session", session, NULL);
  self->list = gram_case_list_new (session);
  g_signal_connect_object (self->list, "requeried", G_CALLBACK (requeried_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error-message", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  gram_bitset_selection_set_model (self->selection, G_LIST_MODEL (self->list));
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
