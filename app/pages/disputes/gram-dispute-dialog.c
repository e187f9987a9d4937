/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-dialog-private.h"

#include "gram-dispute-view.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-queries-cases.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramDisputeDialog, gram_dispute_dialog, ADW_TYPE_DIALOG)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_page (GramDisputeDialog *self, const char *name)
{
  gtk_widget_set_sensitive (self->send_button, g_str_equal (name, "form"));
  gtk_widget_set_visible (self->send_button, g_str_equal (name, "form"));
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
fail (GramDisputeDialog *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence
      = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

  adw_status_page_set_description (self->failed_status, sentence);
  show_page (self, "failed");
}

static void
show_form (GramDisputeDialog *self, const char *title, const char *verb)
{
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_button_set_label (GTK_BUTTON (self->send_button), verb);
  gram_evidence_set_session (self->evidence, self->session);
  show_page (self, "form");
  adw_dialog_set_focus (ADW_DIALOG (self),
                        GTK_WIDGET (self->choice != NULL ? self->claimed_row : self->vin_row));
}

static void
show_one (GramDisputeDialog *self)
{
  const GramVehicleRecord *record = self->file->record;
  g_autofree char *subtitle = g_strdup_printf ("%s %s", record->make, record->model);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->vehicle_row), record->label);
  adw_action_row_set_subtitle (self->vehicle_row, g_strstrip (subtitle));
  gtk_widget_add_css_class (GTK_WIDGET (self->vehicle_row), "identifier");
  gtk_widget_set_visible (GTK_WIDGET (self->shared_row), FALSE);
  _gram_dispute_dialog_form_show (self);
  if (self->correction)
    show_form (self, _ ("Correction"), _ ("_Ask for a Correction"));
  else
    show_form (self, _ ("Dispute"), _ ("Open _Dispute"));
}

static void
correction_cb (GramDisputeDialog *self)
{
  g_assert (GRAM_IS_DISPUTE_DIALOG (self));

  self->correction = TRUE;
  show_one (self);
}

static void
open_case_cb (GramDisputeDialog *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  AdwDialog *view;

  g_assert (GRAM_IS_DISPUTE_DIALOG (self));

  if (self->case_id == 0 || parent == NULL)
    return;

  view = gram_dispute_view_new_for_id (self->session, self->case_id);
  g_object_ref (parent);
  adw_dialog_force_close (ADW_DIALOG (self));
  adw_dialog_present (view, parent);
  g_object_unref (parent);
}

/* Which case the vehicle is in: the first that is undecided. */
static void
cases_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDisputeDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases
      = gram_session_vehicle_cases_finish (GRAM_SESSION (object), result, &refusal, &error);
  GramCaseKind wanted = self->correction ? GRAM_CASE_CORRECTION : GRAM_CASE_DISPUTE;

  for (guint i = 0; cases != NULL && i < cases->len && self->case_id == 0; i++)
    {
      const GramCaseRow *row = cases->pdata[i];

      if (row->record->kind == wanted && (row->record->state & GRAM_CASE_UNDECIDED) != 0)
        self->case_id = row->id;
    }
  if (self->case_id != 0 || !gram_failure_is_cancelled (error))
    show_page (self, "disputed");
}

static void
vehicle_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDisputeDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  self->file = gram_session_vehicle_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->file == NULL)
    {
      if (!gram_failure_is_cancelled (error))
        fail (self, refusal, error);
      return;
    }

  g_set_str (&self->account, self->file->account_number);
  self->account_kind = self->file->account_kind;
  if (self->file->record->status == GRAM_VEHICLE_ACCEPTED)
    show_page (self, "accepted");
  else if (self->file->record->attention == GRAM_ATTENTION_DISPUTED)
    gram_session_vehicle_cases_async (self->session, self->file->record->id, self->cancellable,
                                      cases_cb, g_object_ref (self));
  else
    show_one (self);
}

static void
append_left_out (GString *text, gint64 count, const char *format)
{
  g_autofree char *number = gram_format_count (count);

  if (count == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, format, number);
#pragma GCC diagnostic pop
}

/* What is left out, and why. */
static char *
dup_left_out (const GramChoice *choice)
{
  GString *text = g_string_new (NULL);

  append_left_out (text, choice->accepted,
                   ngettext ("%s is left out: it is accepted, and needs a correction instead",
                             "%s are left out: they are accepted, and need a correction instead",
                             (gulong)choice->accepted));
  append_left_out (text, choice->disputed,
                   ngettext ("%s is left out: it is in dispute already",
                             "%s are left out: they are in dispute already",
                             (gulong)choice->disputed));

  return g_string_free_and_steal (text);
}

static void
show_many (GramDisputeDialog *self, const GramChoice *choice)
{
  gint64 n = choice->all.records - choice->accepted - choice->disputed;
  g_autofree char *number = gram_format_count (n);
  g_autofree char *title = NULL;
  g_autofree char *left_out = dup_left_out (choice);

  if (n == 0)
    {
      adw_status_page_set_description (self->nothing_status, left_out);
      show_page (self, "nothing");
      return;
    }

  title = g_strdup_printf (ngettext ("%s vehicle", "%s vehicles", (gulong)n), number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->vehicle_row), title);
  adw_action_row_set_subtitle (self->vehicle_row, left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->shared_row), n > 1);
  _gram_dispute_dialog_form_show (self);
  show_form (self, _ ("Dispute"), _ ("Open _Dispute"));
}

static void
weighed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramDisputeDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramChoice *choice
      = gram_session_weigh_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (choice != NULL)
    show_many (self, choice);
  else if (!gram_failure_is_cancelled (error))
    fail (self, refusal, error);
}

static void
gram_dispute_dialog_dispose (GObject *object)
{
  GramDisputeDialog *self = GRAM_DISPUTE_DIALOG (object);

  _gram_dispute_dialog_missing_dispose (self);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_DISPUTE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_dispute_dialog_parent_class)->dispose (object);
}

static void
gram_dispute_dialog_finalize (GObject *object)
{
  GramDisputeDialog *self = GRAM_DISPUTE_DIALOG (object);

  g_assert (!self->working);
  g_clear_pointer (&self->choice, gram_vehicle_choice_unref);
  g_clear_pointer (&self->file, gram_vehicle_file_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->details, g_ptr_array_unref);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->done_text, g_free);

  G_OBJECT_CLASS (gram_dispute_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, GramDisputeDialog, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (cancel_button);
  BIND (send_button);
  BIND (spinner);
  BIND (banner);
  BIND (stack);
  BIND (failed_status);
  BIND (nothing_status);
  BIND (correction_button);
  BIND (form_page);
  BIND (vehicles_group);
  BIND (vehicle_row);
  BIND (shared_row);
  BIND (kind_group);
  BIND (kind_toggles);
  BIND (value_group);
  BIND (field_row);
  BIND (stated_row);
  BIND (claimed_row);
  BIND (not_ours_group);
  BIND (right_account_row);
  BIND (right_account_image);
  BIND (missing_group);
  BIND (vin_row);
  BIND (chassis_row);
  BIND (where_row);
  BIND (where_image);
  BIND (where_button);
  BIND (details_group);
  BIND (details_row);
  BIND (why_group);
  BIND (reason_row);
  BIND (citation_row);
  BIND (evidence);
  BIND (refusal_label);
}

static void
gram_dispute_dialog_class_init (GramDisputeDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_dispute_dialog_dispose;
  object_class->finalize = gram_dispute_dialog_finalize;

  signals[OPENED] = g_signal_new ("opened", GRAM_TYPE_DISPUTE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GRAM_TYPE_CITATION_ROW);
  g_type_ensure (GRAM_TYPE_EVIDENCE);
  g_type_ensure (GRAM_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/disputes/gram-dispute-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, correction_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_case_cb);
  _gram_dispute_dialog_form_class_init (widget_class);
  _gram_dispute_dialog_missing_class_init (widget_class);
  _gram_dispute_dialog_send_class_init (widget_class);
}

static void
gram_dispute_dialog_init (GramDisputeDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->fields = g_ptr_array_new ();
  self->details = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install (GTK_WIDGET (self->field_row));
  gram_pressable_install (GTK_WIDGET (self->details_row));
}

static GramDisputeDialog *
dialog_new (GramSession *session)
{
  GramDisputeDialog *self = g_object_new (GRAM_TYPE_DISPUTE_DIALOG, NULL);
  GramAccount *account = gram_session_get_account (session);

  self->session = g_object_ref (session);
  if (account != NULL)
    {
      self->account = g_strdup (gram_account_get_number (account));
      self->account_kind = gram_account_get_kind (account);
    }

  return self;
}

AdwDialog *
gram_dispute_dialog_new (GramSession *session, GramVehicleChoice *choice)
{
  GramDisputeDialog *self;
  const GArray *ids;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (choice != NULL, NULL);

  self = dialog_new (session);
  self->choice = gram_vehicle_choice_ref (choice);
  ids = gram_vehicle_choice_get_ids (choice);
  if (ids != NULL && ids->len == 1)
    gram_session_vehicle_async (session, g_array_index (ids, gint64, 0), self->cancellable,
                                vehicle_cb, g_object_ref (self));
  else
    gram_session_weigh_async (session, gram_vehicle_choice_get_query (choice), ids,
                              self->cancellable, weighed_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}

AdwDialog *
gram_dispute_dialog_new_missing (GramSession *session)
{
  GramDisputeDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (gram_session_get_account (session) != NULL, NULL);

  self = dialog_new (session);
  gtk_widget_set_visible (self->vehicles_group, FALSE);
  _gram_dispute_dialog_form_show (self);
  g_ptr_array_set_size (self->fields, 0);
  _gram_dispute_dialog_missing_show (self);
  show_form (self, _ ("Missing Vehicle"), _ ("_Report"));

  return ADW_DIALOG (self);
}
