/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-dialog.h"

#include "gram-case-dialog-private.h"
#include "gram-case-texts.h"
#include "gram-command.h"
#include "gram-form-fields.h"
#include "gram-discard.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-pressable.h"
#include "gram-questions-cases.h"
#include "gram-snippet-button.h"
#include "gram-text-row.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramCaseDialog, gram_case_dialog, ADW_TYPE_DIALOG)

void
_gram_case_dialog_edited (GramCaseDialog *self)
{
  gboolean empty = !self->edited;

  for (guint i = 0; i < self->n_rows; i++)
    empty = empty && gram_form_field_is_empty (&self->fields[i], self->rows[i]);
  adw_dialog_set_can_close (ADW_DIALOG (self), empty);
}

static void
changed_cb (GramCaseDialog *self, gpointer unused, GtkWidget *row)
{
  g_assert (GRAM_IS_CASE_DIALOG (self));

  _gram_case_dialog_edited (self);
}

static void
send_cb (GramCaseDialog *self)
{
  g_assert (GRAM_IS_CASE_DIALOG (self));

  if (self->verb != NULL && gtk_widget_get_sensitive (self->send_button))
    _gram_case_dialog_send (self);
}

static void
add_field (GramCaseDialog *self, const GramFormField *field)
{
  GtkWidget *row = gram_form_field_row_new (field);

  g_assert (self->n_rows < GRAM_CASE_DIALOG_MAX_ROWS);

  self->fields[self->n_rows] = *field;
  self->rows[self->n_rows++] = row;
  gram_form_field_connect_changed (row, G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (self->fields_group, row);
}

/* In a registry of one's own the decision was made elsewhere; here it is recorded. */
static void
add_reference (GramCaseDialog *self)
{
  const GramCommand *command = gram_command_find (self->verb->command);
  gboolean own = gram_session_get_kind (self->session) == GRAM_REGISTRY_OWN;
  const GramFormField field = {
    .argument = "reference",
    .title = own ? N_ ("Reference of the _Document") : N_ ("Reference of the _Document (Optional)"),
    .input = GRAM_FORM_LINE,
    .needed = own ? N_ ("Enter the reference of the document that says so.") : NULL,
  };
  const GramArgument *argument = NULL;

  if (command == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->recorded_row), own && command->decision);
  while ((argument = gram_command_next_argument (command, argument)) != NULL)
    if (g_str_equal (argument->name, "reference"))
      add_field (self, &field);
}

static void
snippet_cb (GramCaseDialog *self, const char *text)
{
  GramTextRow *row = GRAM_TEXT_ROW (self->rows[0]);
  g_autofree char *before = NULL;
  g_autofree char *all = NULL;

  g_assert (GRAM_IS_CASE_DIALOG (self));

  before = gram_text_row_dup_text (row);
  all = *before != '\0' ? g_strdup_printf ("%s\n%s", before, text) : g_strdup (text);
  gram_text_row_set_text (row, all);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_snippets (GramCaseDialog *self)
{
  GtkWidget *button = gram_snippet_button_new (self->session, self->kind);

  g_signal_connect_object (button, "chosen", G_CALLBACK (snippet_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (self->fields_group, _ ("What the Holder Will Read"));
  adw_preferences_group_set_header_suffix (self->fields_group, button);
}

static void
persons_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) names = NULL;
  GPtrArray *persons
      = gram_session_case_handlers_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (self->send_button == NULL || persons == NULL)
    {
      if (self->send_button != NULL)
        gram_form_refuse (self->refusal_label, refusal, error);
      g_clear_pointer (&persons, g_ptr_array_unref);
      return;
    }

  self->persons = persons;
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _ ("Choose…"));
  for (guint i = 0; i < persons->len; i++)
    gtk_string_list_append (names,
                            ((const GramPersonRecord *)g_ptr_array_index (persons, i))->name);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->person_row), G_LIST_MODEL (names));
}

static void
add_person (GramCaseDialog *self)
{
  self->person_row = adw_combo_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->person_row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->person_row), _ ("_Person"));
  gram_pressable_install (self->person_row);
  adw_preferences_group_add (self->fields_group, self->person_row);
  gram_session_case_handlers_async (self->session, self->asking, persons_cb, g_object_ref (self));
}

/* What the focus begins with: the first thing that has to be typed, or the button. */
static GtkWidget *
first_focus (GramCaseDialog *self)
{
  if (self->person_row != NULL)
    return self->person_row;
  if (self->n_rows > 0 && self->fields[0].needed != NULL)
    return self->rows[0];

  return self->send_button;
}

static void
fill (GramCaseDialog *self)
{
  const GramCaseVerb *verb = self->verb;
  gboolean preview = (verb->extras & GRAM_CASE_EXTRA_PREVIEW) != 0 && self->account != NULL;

  adw_dialog_set_title (ADW_DIALOG (self), _ (verb->title));
  adw_window_title_set_title (self->window_title, _ (verb->title));
  gtk_button_set_label (GTK_BUTTON (self->send_button), _ (verb->verb));
  gtk_widget_add_css_class (self->send_button,
                            verb->destructive ? "destructive-action" : "suggested-action");
  adw_preferences_group_set_description (self->lead_group, _ (verb->lead));
  if ((verb->extras & GRAM_CASE_EXTRA_VALUES) != 0)
    _gram_case_dialog_add_values (self);
  if ((verb->extras & GRAM_CASE_EXTRA_PERSON) != 0)
    add_person (self);
  for (guint i = 0; verb->fields[i].argument != NULL; i++)
    add_field (self, &verb->fields[i]);
  if ((verb->extras & GRAM_CASE_EXTRA_SNIPPETS) != 0)
    add_snippets (self);
  add_reference (self);
  gtk_widget_set_visible (self->preview_group, preview);
  if (preview)
    {
      self->edited = FALSE;
      _gram_case_dialog_queue_preview (self, 0);
    }
  adw_dialog_set_focus (ADW_DIALOG (self), first_focus (self));
  _gram_case_dialog_edited (self);
}

static void
gram_case_dialog_close_attempt (AdwDialog *dialog)
{
  GramCaseDialog *self = GRAM_CASE_DIALOG (dialog);

  /* What was done stays done; the rest is not sent any more. */
  if (self->sending != NULL)
    g_cancellable_cancel (self->sending);
  else
    gram_discard_ask (dialog);
}

static void
gram_case_dialog_dispose (GObject *object)
{
  GramCaseDialog *self = (GramCaseDialog *)object;

  g_clear_handle_id (&self->preview_source, g_source_remove);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_CASE_DIALOG);
  self->n_rows = 0;
  g_clear_object (&self->asking);
  g_clear_object (&self->sending);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_case_dialog_parent_class)->dispose (object);
}

static void
gram_case_dialog_finalize (GObject *object)
{
  GramCaseDialog *self = GRAM_CASE_DIALOG (object);

  g_clear_pointer (&self->dispute, gram_dispute_record_free);
  g_clear_pointer (&self->exclusions, g_hash_table_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_array_unref);
  g_clear_pointer (&self->fields_taken, g_strfreev);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->digest, g_free);

  G_OBJECT_CLASS (gram_case_dialog_parent_class)->finalize (object);
}

static void
gram_case_dialog_class_init (GramCaseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_case_dialog_dispose;
  object_class->finalize = gram_case_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_case_dialog_close_attempt;

  g_signal_new ("done", GRAM_TYPE_CASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);

  g_type_ensure (GRAM_TYPE_CONSEQUENCES_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/cases/gram-case-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, lead_group);
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, recorded_row);
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, values_group);
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, consequences_group);
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, fields_group);
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, GramCaseDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
gram_case_dialog_init (GramCaseDialog *self)
{
  self->asking = g_cancellable_new ();
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_case_dialog_new (GramSession *session, const char *command, const GramCaseDetail *detail)
{
  GramCaseDialog *self;
  const GramCaseVerb *verb = gram_case_verb_find (command);
  g_autofree char *number = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (verb != NULL, NULL);
  g_return_val_if_fail (detail != NULL, NULL);

  self = g_object_new (GRAM_TYPE_CASE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->verb = verb;
  self->kind = detail->row->record->kind;
  self->account_kind = detail->account->kind;
  self->account = g_strdup (detail->account->number);
  self->cases = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->cases, detail->row->id);
  if (detail->dispute != NULL)
    {
      self->dispute = gram_dispute_record_copy (detail->dispute);
      self->exclusions = g_hash_table_ref (detail->exclusions);
    }
  number = gram_case_dup_number (detail->row->id);
  /* Translators: number and subject of a case */
  subtitle = g_strdup_printf (C_ ("case", "%s · %s"), number, detail->row->record->label);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  fill (self);

  return ADW_DIALOG (self);
}

AdwDialog *
gram_case_dialog_new_many (GramSession *session, const char *command, const GArray *cases)
{
  GramCaseDialog *self;
  const GramCaseVerb *verb = gram_case_verb_find (command);
  g_autofree char *number = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (verb != NULL && !verb->one, NULL);
  g_return_val_if_fail (cases != NULL, NULL);

  self = g_object_new (GRAM_TYPE_CASE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->verb = verb;
  self->cases = g_array_copy ((GArray *)cases);
  number = gram_format_count (cases->len);
  subtitle = g_strdup_printf (ngettext ("%s case", "%s cases", cases->len), number);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  fill (self);

  return ADW_DIALOG (self);
}

void
gram_case_dialog_set_fields (GramCaseDialog *self, const char *const *fields)
{
  g_return_if_fail (GRAM_IS_CASE_DIALOG (self));

  g_strfreev (self->fields_taken);
  self->fields_taken = g_strdupv ((GStrv)fields);
  if (gtk_widget_get_visible (self->preview_group))
    _gram_case_dialog_queue_preview (self, 0);
}
