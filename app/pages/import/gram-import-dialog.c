/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-dialog-private.h"

#include "gram-formats.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramImportDialog, gram_import_dialog, ADW_TYPE_DIALOG)

gboolean
_gram_import_dialog_is_alive (GramImportDialog *self)
{
  return self->navigation_view != NULL;
}

void
_gram_import_dialog_toast (GramImportDialog *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
_gram_import_dialog_show_step (GramImportDialog *self, const char *tag)
{
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  if (g_strcmp0 (gram_import_dialog_get_step (self), tag) != 0)
    adw_navigation_view_push_by_tag (self->navigation_view, tag);
}

static void
page_changed_cb (GramImportDialog *self)
{
  if (self->session == NULL)
    return;

  /* Who goes back from a dry run does not want it any more. */
  if (self->working == GRAM_IMPORT_DRY_RUNNING
      && g_strcmp0 (gram_import_dialog_get_step (self), "dry-run") != 0)
    _gram_import_dialog_stop (self);
  _gram_import_dialog_update (self);
}

static void
stop_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramImportDialog) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (!g_str_equal (response, "stop") || !_gram_import_dialog_is_alive (self)
      || self->working != GRAM_IMPORT_APPLYING)
    return;

  self->close_when_stopped = TRUE;
  _gram_import_dialog_stop (self);
}

/* Only bringing in holds the dialog: everything before it changes nothing. */
static void
gram_import_dialog_close_attempt (AdwDialog *dialog)
{
  GramImportDialog *self = GRAM_IMPORT_DIALOG (dialog);
  AdwDialog *question;

  /* The window asks again each time it is closed. */
  if (self->question != NULL)
    return;

  question = adw_alert_dialog_new (_ ("Stop Bringing In?"),
                                   _ ("Vehicles are brought in all together or not at all. If you "
                                      "stop now, the registry stays as it was."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "continue", _ ("_Continue"), "stop",
                                  _ ("_Stop"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "stop",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "continue");
  g_set_weak_pointer (&self->question, question);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (dialog), NULL, stop_chosen_cb,
                           g_object_ref (dialog));
}

static void
gram_import_dialog_closed (AdwDialog *dialog)
{
  _gram_import_dialog_stop (GRAM_IMPORT_DIALOG (dialog));
}

static void
gram_import_dialog_dispose (GObject *object)
{
  GramImportDialog *self = GRAM_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->look_again, g_source_remove);
  g_clear_weak_pointer (&self->question);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->mapping_page != NULL)
    gram_import_mapping_page_show_preview (self->mapping_page, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, gram_import_report_free);
  g_clear_pointer (&self->preview, gram_import_preview_free);
  g_clear_object (&self->draft);
  g_clear_object (&self->account);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_import_dialog_parent_class)->dispose (object);
}

static void
gram_import_dialog_class_init (GramImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_import_dialog_close_attempt;
  ADW_DIALOG_CLASS (klass)->closed = gram_import_dialog_closed;

  g_type_ensure (GRAM_TYPE_IMPORT_SETTINGS_PAGE);
  g_type_ensure (GRAM_TYPE_IMPORT_MAPPING_PAGE);
  g_type_ensure (GRAM_TYPE_IMPORT_DRY_RUN_PAGE);
  g_type_ensure (GRAM_TYPE_IMPORT_REJECTS_PAGE);
  g_type_ensure (GRAM_TYPE_IMPORT_PROGRESS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/import/gram-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, file_status);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, file_problem_label);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, looking_spinner);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, settings_page);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, mapping_page);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, dry_run_page);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, rejects_page);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, apply_progress);
  gtk_widget_class_bind_template_child (widget_class, GramImportDialog, done_status);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  _gram_import_dialog_class_actions_init (widget_class);
}

static void
gram_import_dialog_init (GramImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_account (GramImportDialog *self)
{
  g_autofree char *number = gram_format_account_number (gram_account_get_number (self->account));
  const char *kind = gram_account_kind_title (gram_account_get_kind (self->account));
  /* Translators: the first %s is the name of the holder, the second the number of the account, the third its kind */
  g_autofree char *text = g_strdup_printf (_ ("Into the account of %s\n%s · %s"),
                                           gram_account_get_holder (self->account), number, kind);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->file_status, escaped);
}

AdwDialog *
gram_import_dialog_new (GramSession *session)
{
  GramImportDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (gram_session_get_account (session) != NULL, NULL);

  self = g_object_new (GRAM_TYPE_IMPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->account = g_object_ref (gram_session_get_account (session));
  self->draft = gram_import_draft_new (NULL);
  g_object_set (self->draft, "account-kind", gram_account_get_kind (self->account), NULL);

  gram_import_settings_page_set_draft (self->settings_page, self->draft, self->account);
  gram_import_mapping_page_set_draft (self->mapping_page, self->draft);
  g_object_bind_property (self->settings_page, "date-order-chosen", self->mapping_page,
                          "date-order-chosen", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->settings_page, "notify::problem",
                           G_CALLBACK (_gram_import_dialog_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mapping_page, "notify::problem",
                           G_CALLBACK (_gram_import_dialog_update), self, G_CONNECT_SWAPPED);
  _gram_import_dialog_watch_draft (self);
  _gram_import_dialog_accept_drops (self);
  show_account (self);
  _gram_import_dialog_update (self);

  return ADW_DIALOG (self);
}

void
gram_import_dialog_open_file (GramImportDialog *self, GFile *file)
{
  g_return_if_fail (GRAM_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->working == GRAM_IMPORT_IDLE);

  adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]){ "file" }, 1);
  g_clear_pointer (&self->report, gram_import_report_free);
  /* The same file again may have another content by now. */
  gram_import_draft_set_file (self->draft, NULL);
  gram_import_draft_set_file (self->draft, file);
  _gram_import_dialog_look (self);
}

const char *
gram_import_dialog_get_step (GramImportDialog *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (GRAM_IS_IMPORT_DIALOG (self), NULL);

  page = _gram_import_dialog_is_alive (self)
             ? adw_navigation_view_get_visible_page (self->navigation_view)
             : NULL;

  return page != NULL ? adw_navigation_page_get_tag (page) : NULL;
}

gboolean
gram_import_dialog_is_busy (GramImportDialog *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_DIALOG (self), FALSE);

  return self->working != GRAM_IMPORT_IDLE;
}
