/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-directory-dialog.h"

#include "gram-cell.h"
#include "gram-directory-item.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions-accounts.h"
#include "gram-questions-credits.h"

#include <glib/gi18n-lib.h>

/* More than anybody reads: who looks for one types. */
#define LIMIT 500

struct _GramDirectoryDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *failed_status;
  GtkLabel *lead_label;

  /* Owned References */
  GramSession *session;
  GListStore *items;
  GCancellable *asking;

  gboolean choosing;
  gboolean receivers;
};

G_DEFINE_FINAL_TYPE (GramDirectoryDialog, gram_directory_dialog, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
search_text (GramDirectoryDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* All rows at once: one change of the list. */
static void
show_entries (GramDirectoryDialog *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean searched = *search_text (self) != '\0';
  g_autofree char *count = gram_format_count (entries->len);
  g_autofree char *text = NULL;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, gram_directory_item_new (entries->pdata[i]));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list"
                                                 : searched       ? "nothing"
                                                                  : "empty");
  if (!searched)
    return;

  text = g_strdup_printf (ngettext ("%s account", "%s accounts", entries->len), count);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDirectoryDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) entries
      = self->receivers
            ? gram_session_credit_receivers_finish (GRAM_SESSION (object), result, &refusal, &error)
            : gram_session_directory_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  if (entries != NULL)
    {
      show_entries (self, entries);
      return;
    }
  if (gram_failure_is_cancelled (error))
    return;

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
stop_asking (GramDirectoryDialog *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (GramDirectoryDialog *self)
{
  g_autofree char *search = NULL;

  g_assert (GRAM_IS_DIRECTORY_DIALOG (self));

  if (self->session == NULL)
    return;

  stop_asking (self);
  self->asking = g_cancellable_new ();
  search = g_strstrip (g_strdup (search_text (self)));
  if (self->receivers)
    gram_session_credit_receivers_async (self->session, *search != '\0' ? search : NULL, LIMIT,
                                         self->asking, answered_cb, g_object_ref (self));
  else
    gram_session_directory_async (self->session, *search != '\0' ? search : NULL, LIMIT,
                                  self->asking, answered_cb, g_object_ref (self));
}

static void
activated_cb (GramDirectoryDialog *self, guint position)
{
  g_autoptr (GramDirectoryItem) item = NULL;

  g_assert (GRAM_IS_DIRECTORY_DIALOG (self));

  item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  if (item == NULL)
    return;
  if (self->choosing)
    {
      g_signal_emit (self, signals[CHOSEN], 0, gram_directory_item_get_holder (item),
                     gram_directory_item_get_number (item));
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gram_directory_item_get_number (item));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Account number copied"));
}

/* The entry keeps Escape to itself. */
static void
stop_search_cb (GramDirectoryDialog *self)
{
  g_assert (GRAM_IS_DIRECTORY_DIALOG (self));

  if (*search_text (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
gram_directory_dialog_dispose (GObject *object)
{
  GramDirectoryDialog *self = GRAM_DIRECTORY_DIALOG (object);

  stop_asking (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_DIRECTORY_DIALOG);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_directory_dialog_parent_class)->dispose (object);
}

static void
gram_directory_dialog_class_init (GramDirectoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_directory_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_DIRECTORY_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-directory-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramDirectoryDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramDirectoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramDirectoryDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, GramDirectoryDialog, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramDirectoryDialog, lead_label);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
gram_directory_dialog_init (GramDirectoryDialog *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (GRAM_TYPE_DIRECTORY_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
}

static AdwDialog *
dialog_new (GramSession *session, gboolean choosing, gboolean receivers)
{
  GramDirectoryDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_DIRECTORY_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->choosing = choosing;
  self->receivers = receivers;
  if (choosing)
    gtk_label_set_label (self->lead_label,
                         _ ("Holders who agreed to be listed, so that others can find them for a "
                            "transfer. Choose one to take its number over."));
  ask (self);

  return ADW_DIALOG (self);
}

AdwDialog *
gram_directory_dialog_new (GramSession *session)
{
  return dialog_new (session, FALSE, FALSE);
}

AdwDialog *
gram_directory_dialog_new_of_credits (GramSession *session)
{
  return dialog_new (session, FALSE, TRUE);
}

AdwDialog *
gram_directory_dialog_new_choosing (GramSession *session)
{
  return dialog_new (session, TRUE, FALSE);
}

AdwDialog *
gram_directory_dialog_new_receivers (GramSession *session)
{
  return dialog_new (session, TRUE, TRUE);
}
