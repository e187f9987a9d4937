/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-history-page.h"

#include "gram-accounts-button.h"
#include "gram-failure.h"
#include "gram-history-item.h"
#include "gram-history-page-private.h"
#include "gram-questions-journal.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

#define PAGE_SIZE 100

/* A page of entries that was asked for. */
typedef struct
{
  GramHistoryPage *page;
  gint64 before;
} Question;

G_DEFINE_FINAL_TYPE (GramHistoryPage, gram_history_page, GRAM_TYPE_PAGE)

static void
question_free (Question *question)
{
  g_object_unref (question->page);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static guint
n_entries (GramHistoryPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->entries));
}

static gint64
id_at (GramHistoryPage *self, guint position)
{
  g_autoptr (GramHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  return item != NULL ? gram_history_item_get_id (item) : 0;
}

GramJournalQuery *
_gram_history_page_query (GramHistoryPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  return gram_history_filter_to_query (&self->filter, self->account_id, g_strstrip (text));
}

static gboolean
is_filtered (GramHistoryPage *self)
{
  return !gram_history_filter_is_empty (&self->filter)
         || *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static void
show_state (GramHistoryPage *self)
{
  const char *name = n_entries (self) > 0 ? "entries" : is_filtered (self) ? "nothing" : "empty";

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->filter_box, !g_str_equal (name, "empty"));
  _gram_history_page_actions_update (self);
}

static void
show_failure (GramHistoryPage *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence
      = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static gboolean
go_to_top_cb (gpointer user_data)
{
  GramHistoryPage *self = user_data;

  /* The page may have gone meanwhile. */
  if (self->entries != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  return G_SOURCE_REMOVE;
}

/* The list keeps the first row where it was, and its heading would be out of sight. */
static void
go_to_top (GramHistoryPage *self)
{
  g_idle_add_full (G_PRIORITY_LOW, go_to_top_cb, g_object_ref (self), g_object_unref);
}

/* Who has not scrolled sees what happens. */
static gboolean
is_at_top (GramHistoryPage *self)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) < 1;
}

/* The journal only grows: of the newest page, what is not there yet goes to the top, so that the place where one reads
 * stays. If none of it is there, too much happened meanwhile, and it begins anew. */
static void
take_newest (GramHistoryPage *self, GPtrArray *entries, GPtrArray *items)
{
  gint64 newest = n_entries (self) > 0 ? id_at (self, 0) : 0;
  guint n_new = 0;

  while (n_new < entries->len
         && ((const GramJournalEntry *)g_ptr_array_index (entries, n_new))->id != newest)
    n_new++;
  if (newest != 0 && n_new < entries->len)
    {
      gboolean at_top = is_at_top (self);

      g_list_store_splice (self->entries, 0, 0, items->pdata, n_new);
      if (at_top && n_new > 0)
        go_to_top (self);
      return;
    }
  g_list_store_splice (self->entries, 0, n_entries (self), items->pdata, items->len);
  self->at_end = entries->len < PAGE_SIZE;
  go_to_top (self);
}

static void
page_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  GramHistoryPage *self = question->page;
  GramRegistryKind kind = gram_session_get_kind (GRAM_SESSION (object));
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  entries = gram_session_journal_page_finish (GRAM_SESSION (object), result, &refusal, &error);
  /* Another answer is awaited if this one comes too late. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)))
      || (refusal == NULL && gram_failure_is_cancelled (error)))
    return;

  self->asking = FALSE;
  if (entries == NULL)
    {
      show_failure (self, refusal, error);
      return;
    }

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, gram_history_item_new (g_ptr_array_index (entries, i), kind,
                                                   self->account_id == 0));
  if (question->before == 0)
    {
      take_newest (self, entries, items);
    }
  else
    {
      g_list_store_splice (self->entries, n_entries (self), 0, items->pdata, items->len);
      self->at_end = entries->len < PAGE_SIZE;
    }
  show_state (self);
}

static void
ask (GramHistoryPage *self, gint64 before)
{
  g_autoptr (GramJournalQuery) query = _gram_history_page_query (self);
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->before = before;
  self->asking = TRUE;
  gram_session_journal_page_async (gram_page_get_session (GRAM_PAGE (self)), query, before,
                                   PAGE_SIZE, gram_page_get_cancellable (GRAM_PAGE (self)), page_cb,
                                   question);
}

void
_gram_history_page_requery (GramHistoryPage *self)
{
  g_list_store_remove_all (self->entries);
  self->at_end = FALSE;
  _gram_history_page_update_chips (self);
  /* What was asked for before is not wanted any more. */
  gram_page_queue_refresh (GRAM_PAGE (self));
}

/* Without an account there is only the registry's history; who is not on the administrator's side sees the account's. */
static void
update_scope (GramHistoryPage *self)
{
  GramSession *session = gram_page_get_session (GRAM_PAGE (self));
  GramAccount *account = gram_session_get_account (session);
  gboolean administers = gram_accounts_administers (session);
  AdwToggle *account_toggle = adw_toggle_group_get_toggle_by_name (self->scope_group, "account");
  AdwToggle *registry_toggle = adw_toggle_group_get_toggle_by_name (self->scope_group, "registry");
  gint64 account_id;

  adw_toggle_set_enabled (account_toggle, account != NULL);
  adw_toggle_set_tooltip (account_toggle, account != NULL ? gram_account_get_holder (account)
                                                          : _ ("Choose an account first"));
  adw_toggle_set_enabled (registry_toggle, administers);
  adw_toggle_set_tooltip (registry_toggle,
                          administers
                              ? _ ("Everything that happened in the registry")
                              : _ ("The history of the registry is for the administrator’s side"));
  if (account == NULL && administers)
    adw_toggle_group_set_active_name (self->scope_group, "registry");
  else if (!administers)
    adw_toggle_group_set_active_name (self->scope_group, "account");

  account_id = g_strcmp0 (adw_toggle_group_get_active_name (self->scope_group), "account") == 0
                       && account != NULL
                   ? gram_account_get_id (account)
                   : 0;
  if (self->shown && account_id == self->account_id)
    return;

  self->account_id = account_id;
  self->shown = TRUE;
  g_list_store_remove_all (self->entries);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
gram_history_page_refresh (GramPage *page)
{
  GramHistoryPage *self = GRAM_HISTORY_PAGE (page);

  update_scope (self);
  if (self->account_id == 0 && !gram_accounts_administers (gram_page_get_session (page)))
    {
      g_list_store_remove_all (self->entries);
      show_state (self);
      return;
    }
  ask (self, 0);
}

static void
edge_reached_cb (GramHistoryPage *self, GtkPositionType position)
{
  g_assert (GRAM_IS_HISTORY_PAGE (self));

  if (position == GTK_POS_BOTTOM && !self->asking && !self->at_end && n_entries (self) > 0)
    ask (self, id_at (self, n_entries (self) - 1));
}

static void
search_changed_cb (GramHistoryPage *self)
{
  _gram_history_page_requery (self);
}

static void
stop_search_cb (GramHistoryPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
cancelled_cb (GramHistoryPage *self)
{
  g_cancellable_cancel (self->working);
}

static void
gram_history_page_dispose (GObject *object)
{
  GramHistoryPage *self = (GramHistoryPage *)object;

  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (gram_history_page_parent_class)->dispose (object);
}

static void
gram_history_page_finalize (GObject *object)
{
  GramHistoryPage *self = (GramHistoryPage *)object;

  gram_history_filter_clear (&self->filter);

  G_OBJECT_CLASS (gram_history_page_parent_class)->finalize (object);
}

static void
gram_history_page_class_init (GramHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_history_page_finalize;
  GRAM_PAGE_CLASS (klass)->refresh = gram_history_page_refresh;

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  g_type_ensure (GRAM_TYPE_TASK_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/history/gram-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, scope_group);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, chips_box);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, task_bar);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, failed_status);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, gram_page_queue_refresh);
  _gram_history_page_actions_class_init (widget_class);
}

static void
gram_history_page_init (GramHistoryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gram_history_factory_new ();
  g_autoptr (GtkListItemFactory) header_factory = gram_history_header_factory_new ();
  g_autoptr (GtkSorter) sorter = gram_history_day_sorter_new ();
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkSortListModel *sections;

  self->filter = (GramHistoryFilter)GRAM_HISTORY_FILTER_INIT;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->entries = g_list_store_new (GRAM_TYPE_HISTORY_ITEM);
  sections = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->entries)), NULL);
  gtk_sort_list_model_set_section_sorter (sections, sorter);
  selection = gtk_no_selection_new (G_LIST_MODEL (sections));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_header_factory (self->list_view, header_factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
  _gram_history_page_update_chips (self);
}

void
gram_history_page_find (GramHistoryPage *self)
{
  g_return_if_fail (GRAM_IS_HISTORY_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
