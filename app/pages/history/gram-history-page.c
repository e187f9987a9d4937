/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-history-page.h"

#include "gram-failure.h"
#include "gram-history-item.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

#define PAGE_SIZE 100

struct _GramHistoryPage
{
  GramPage parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *failed_status;
  AdwToggleGroup *scope_group;
  GtkWidget *verify_button;

  /* Owned References */
  GListStore *entries;

  gboolean asking;
  gboolean at_end;
};

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

static void
journal_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  GramHistoryPage *self = question->page;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  guint keep;

  lines = gram_session_journal_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (lines == NULL && refusal == NULL && gram_failure_is_cancelled (error))
    return;

  self->asking = FALSE;
  if (lines == NULL)
    {
      g_autofree char *sentence
          = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (items, gram_history_item_new (lines->pdata[i]));
  keep = question->before == 0 ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_list_store_splice (self->entries, keep,
                       g_list_model_get_n_items (G_LIST_MODEL (self->entries)) - keep, items->pdata,
                       items->len);
  self->at_end = lines->len < PAGE_SIZE;
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0
                                        ? "entries"
                                        : "empty");
}

static void
ask (GramHistoryPage *self, gint64 before)
{
  GramSession *session = gram_page_get_session (GRAM_PAGE (self));
  gboolean account_only
      = g_strcmp0 (adw_toggle_group_get_active_name (self->scope_group), "account") == 0
        && gram_session_get_account (session) != NULL;
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->before = before;
  self->asking = TRUE;
  gram_session_journal_async (session, account_only, before, PAGE_SIZE,
                              gram_page_get_cancellable (GRAM_PAGE (self)), journal_cb, question);
}

/* Without an account there is only the registry's history. */
static void
update_scope (GramHistoryPage *self)
{
  GramSession *session = gram_page_get_session (GRAM_PAGE (self));
  gboolean account = gram_session_get_account (session) != NULL;

  adw_toggle_set_enabled (adw_toggle_group_get_toggle_by_name (self->scope_group, "account"),
                          account);
  if (!account)
    adw_toggle_group_set_active_name (self->scope_group, "registry");
}

static void
gram_history_page_refresh (GramPage *page)
{
  update_scope (GRAM_HISTORY_PAGE (page));
  ask (GRAM_HISTORY_PAGE (page), 0);
}

static void
edge_reached_cb (GramHistoryPage *self, GtkPositionType position)
{
  g_autoptr (GramHistoryItem) last = NULL;
  guint n;

  g_assert (GRAM_IS_HISTORY_PAGE (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  if (position != GTK_POS_BOTTOM || self->asking || self->at_end || n == 0)
    return;

  last = g_list_model_get_item (G_LIST_MODEL (self->entries), n - 1);
  ask (self, gram_history_item_get_id (last));
}

static void
verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramHistoryPage) self = user_data;
  g_autoptr (GramVerifyReport) report = NULL;
  g_autoptr (GError) error = NULL;

  report = gram_session_verify_finish (GRAM_SESSION (object), result, &error);
  gtk_widget_set_sensitive (self->verify_button, TRUE);
  if (report == NULL)
    {
      gram_failure_present (GTK_WIDGET (self), _ ("Could Not Verify the Registry"), NULL, error);
      return;
    }

  if (report->findings->len == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("The registry verifies: journal, ledger and totals fit"));
    }
  else
    {
      const GramVerifyFinding *finding = report->findings->pdata[0];
      AdwDialog *dialog
          = adw_alert_dialog_new (_ ("The Registry Does Not Verify"), finding->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (self));
    }
}

static void
verify_cb (GramHistoryPage *self)
{
  g_assert (GRAM_IS_HISTORY_PAGE (self));

  gtk_widget_set_sensitive (self->verify_button, FALSE);
  gram_session_verify_async (gram_page_get_session (GRAM_PAGE (self)), NULL, verified_cb,
                             g_object_ref (self));
}

static void
gram_history_page_dispose (GObject *object)
{
  GramHistoryPage *self = (GramHistoryPage *)object;

  g_clear_object (&self->entries);

  G_OBJECT_CLASS (gram_history_page_parent_class)->dispose (object);
}

static void
gram_history_page_class_init (GramHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_history_page_dispose;
  GRAM_PAGE_CLASS (klass)->refresh = gram_history_page_refresh;

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/history/gram-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, scope_group);
  gtk_widget_class_bind_template_child (widget_class, GramHistoryPage, verify_button);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
  gtk_widget_class_bind_template_callback (widget_class, gram_page_queue_refresh);
}

static void
gram_history_page_init (GramHistoryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gram_history_factory_new ();
  g_autoptr (GtkListItemFactory) header_factory = gram_history_header_factory_new ();
  g_autoptr (GtkSorter) sorter = gram_history_day_sorter_new ();
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkSortListModel *sections;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->entries = g_list_store_new (GRAM_TYPE_HISTORY_ITEM);
  sections = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->entries)), NULL);
  gtk_sort_list_model_set_section_sorter (sections, sorter);
  selection = gtk_no_selection_new (G_LIST_MODEL (sections));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_header_factory (self->list_view, header_factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}
