/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-edit-dialog.h"

#include "gram-account-conflict.h"
#include "gram-discard.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-questions-accounts.h"

#include <glib/gi18n-lib.h>

#define N_FIELDS 5

struct _GramAccountEditDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *save_button;
  GtkStack *stack;
  AdwEntryRow *rows[N_FIELDS];
  AdwPreferencesGroup *taken_group;
  AdwActionRow *taken_row;
  AdwPreferencesPage *conflict_page;
  AdwActionRow *conflict_taken_row;
  GtkLabel *refusal_label;

  /* Borrowed References */
  GramAccountConflict *conflicts[N_FIELDS];

  /* Owned References */
  GramSession *session;
  GramAccountDetail *theirs;
  char *number;
  char *before[N_FIELDS];

  gint64 version;
};

G_DEFINE_FINAL_TYPE (GramAccountEditDialog, gram_account_edit_dialog, ADW_TYPE_DIALOG)

/* The fields: argument of account.edit, its name, child of the template, and what is said if it is empty. */
static const struct
{
  const char *argument;
  const char *title;
  const char *child;
  const char *needed;
} fields[N_FIELDS] = {
  { "holder", N_ ("Holder"), "holder_row", N_ ("The holder needs a name.") },
  { "contact-name", N_ ("Contact"), "contact_name_row",
    N_ ("Enter the name of a person who can be asked.") },
  { "contact-email", N_ ("E-mail"), "contact_email_row",
    N_ ("Enter an e-mail address of the contact.") },
  { "contact-phone", N_ ("Telephone"), "contact_phone_row", NULL },
  { "address", N_ ("Postal Address"), "address_row", NULL },
};

static void
read_record (const GramAccountRecord *record, const char *values[N_FIELDS])
{
  values[0] = record->holder;
  values[1] = record->contact_name;
  values[2] = record->contact_email;
  values[3] = record->contact_phone;
  values[4] = record->address;
  for (guint i = 0; i < N_FIELDS; i++)
    if (values[i] == NULL)
      values[i] = "";
}

static gboolean
is_changed (GramAccountEditDialog *self, guint field)
{
  g_autofree char *text = gram_form_dup_text (GTK_WIDGET (self->rows[field]));

  return !g_str_equal (text, self->before[field]);
}

static void
show_refusal (GramAccountEditDialog *self, const char *sentence)
{
  gtk_label_set_text (self->refusal_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->refusal_label), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
changed_cb (GramAccountEditDialog *self, GtkWidget *row)
{
  gboolean changed = FALSE;

  g_assert (GRAM_IS_ACCOUNT_EDIT_DIALOG (self));

  if (self->number == NULL)
    return;

  gram_form_set_error (row, NULL);
  for (guint i = 0; i < N_FIELDS; i++)
    changed = changed || is_changed (self, i);
  gtk_widget_set_sensitive (self->save_button, changed);
  adw_dialog_set_can_close (ADW_DIALOG (self), !changed);
}

/* Every conflict has to be decided. */
static void
chosen_cb (GramAccountEditDialog *self)
{
  gboolean all = TRUE;

  g_assert (GRAM_IS_ACCOUNT_EDIT_DIALOG (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (self->conflicts[i] != NULL)
      all = all && gram_account_conflict_get_chosen (self->conflicts[i]) != NULL;
  gtk_widget_set_sensitive (self->save_button, all);
}

/* Who changed a field last. */
static const char *
find_who (GPtrArray *changes, const char *field)
{
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const GramAccountChange *change = changes->pdata[i];

      if (g_str_equal (change->field, field))
        return change->person;
    }

  return NULL;
}

static void
add_conflict (GramAccountEditDialog *self, guint i, const char *theirs, const char *who)
{
  g_autofree char *yours = gram_form_dup_text (GTK_WIDGET (self->rows[i]));

  self->conflicts[i] = GRAM_ACCOUNT_CONFLICT (
      gram_account_conflict_new (_ (fields[i].title), self->before[i], theirs, who, yours));
  g_signal_connect_object (self->conflicts[i], "changed", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_page_add (self->conflict_page, ADW_PREFERENCES_GROUP (self->conflicts[i]));
}

/* What only they changed is theirs; what both changed is asked; what only this side changed stays. */
static void
show_difference (GramAccountEditDialog *self, GPtrArray *changes)
{
  const char *theirs[N_FIELDS];
  g_autoptr (GString) taken = g_string_new (NULL);
  gboolean any = FALSE;

  read_record (self->theirs->account, theirs);
  self->version = self->theirs->account->version;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *yours = gram_form_dup_text (GTK_WIDGET (self->rows[i]));

      if (g_str_equal (theirs[i], self->before[i]))
        continue;
      if (is_changed (self, i) && !g_str_equal (yours, theirs[i]))
        {
          add_conflict (self, i, theirs[i], find_who (changes, fields[i].argument));
          any = TRUE;
        }
      else
        g_string_append_printf (taken, "%s%s", taken->len > 0 ? _ (", ") : "", _ (fields[i].title));
      g_set_str (&self->before[i], theirs[i]);
      if (self->conflicts[i] == NULL)
        gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), theirs[i]);
    }

  adw_action_row_set_subtitle (self->taken_row, taken->str);
  adw_action_row_set_subtitle (self->conflict_taken_row, taken->str);
  gtk_widget_set_visible (GTK_WIDGET (self->taken_group), taken->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_taken_row), taken->len > 0);
  gtk_stack_set_visible_child_name (self->stack, any ? "conflict" : "form");
  gtk_widget_set_sensitive (self->save_button, !any);
}

static void
changes_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountEditDialog) self = user_data;
  g_autoptr (GPtrArray) changes = NULL;

  /* Without them the values still stand there; only the names are missing. */
  changes = gram_session_account_changes_finish (GRAM_SESSION (object), result, NULL, NULL);
  if (self->stack != NULL)
    show_difference (self, changes);
}

static void
theirs_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountEditDialog) self = user_data;
  g_autoptr (GramAccountDetail) detail = NULL;

  detail = gram_session_account_detail_finish (GRAM_SESSION (object), result, NULL, NULL);
  if (self->stack == NULL)
    return;
  if (detail == NULL || g_strcmp0 (detail->account->number, self->number) != 0)
    {
      gtk_widget_set_sensitive (self->save_button, TRUE);
      show_refusal (
          self,
          _ ("Somebody else has changed the account, and what it is now could not be read. What you "
             "typed is still here; try again."));
      return;
    }

  g_clear_pointer (&self->theirs, gram_account_detail_free);
  self->theirs = g_steal_pointer (&detail);
  gram_session_account_changes_async (self->session, NULL, changes_cb, g_object_ref (self));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAccountEditDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Account saved"));
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->stack == NULL)
    return;
  if (refusal != NULL && g_str_equal (refusal->id, "account.changed-meanwhile"))
    {
      gram_session_account_detail_async (self->session, NULL, theirs_cb, g_object_ref (self));
      return;
    }

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gtk_widget_set_sensitive (self->save_button, TRUE);
  show_refusal (self, sentence);
}

/* What was chosen is what the form holds from now on. */
static void
settle_conflicts (GramAccountEditDialog *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      GramAccountConflict *conflict = self->conflicts[i];

      if (conflict == NULL)
        continue;
      self->conflicts[i] = NULL;
      gtk_editable_set_text (GTK_EDITABLE (self->rows[i]),
                             gram_account_conflict_get_chosen (conflict));
      adw_preferences_page_remove (self->conflict_page, ADW_PREFERENCES_GROUP (conflict));
    }
  gtk_stack_set_visible_child_name (self->stack, "form");
}

/* The fields that changed; NULL if one is wrong. */
static GVariant *
read_arguments (GramAccountEditDialog *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  gboolean good = TRUE;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = gram_form_dup_text (GTK_WIDGET (self->rows[i]));
      gboolean missing = fields[i].needed != NULL && *text == '\0';

      gram_form_set_error (GTK_WIDGET (self->rows[i]), missing ? _ (fields[i].needed) : NULL);
      good = good && !missing;
      if (is_changed (self, i))
        g_variant_builder_add (&builder, "{sv}", fields[i].argument, g_variant_new_string (text));
    }
  if (!good)
    {
      g_variant_builder_clear (&builder);
      return NULL;
    }

  g_variant_builder_add (&builder, "{sv}", "account", g_variant_new_string (self->number));
  g_variant_builder_add (&builder, "{sv}", "version", g_variant_new_int64 (self->version));

  return g_variant_builder_end (&builder);
}

static void
save_cb (GramAccountEditDialog *self)
{
  GVariant *arguments;

  g_assert (GRAM_IS_ACCOUNT_EDIT_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->save_button))
    return;

  settle_conflicts (self);
  show_refusal (self, NULL);
  arguments = read_arguments (self);
  if (arguments == NULL)
    return;

  gtk_widget_set_sensitive (self->save_button, FALSE);
  gram_session_perform_async (self->session, "account.edit", arguments, NULL, NULL, NULL, saved_cb,
                              g_object_ref (self));
}

static void
gram_account_edit_dialog_dispose (GObject *object)
{
  GramAccountEditDialog *self = (GramAccountEditDialog *)object;

  g_clear_pointer (&self->number, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_ACCOUNT_EDIT_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->theirs, gram_account_detail_free);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->conflicts[i] = NULL;
      g_clear_pointer (&self->before[i], g_free);
    }

  G_OBJECT_CLASS (gram_account_edit_dialog_parent_class)->dispose (object);
}

static void
gram_account_edit_dialog_class_init (GramAccountEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_account_edit_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_discard_ask;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/account/gram-account-edit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountEditDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountEditDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramAccountEditDialog, taken_group);
  gtk_widget_class_bind_template_child (widget_class, GramAccountEditDialog, taken_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountEditDialog, conflict_page);
  gtk_widget_class_bind_template_child (widget_class, GramAccountEditDialog, conflict_taken_row);
  gtk_widget_class_bind_template_child (widget_class, GramAccountEditDialog, refusal_label);
  for (gsize i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i].child, FALSE,
                                               (gssize)(G_STRUCT_OFFSET (GramAccountEditDialog,
                                                                         rows)
                                                        + i * (glong)sizeof (AdwEntryRow *)));
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
gram_account_edit_dialog_init (GramAccountEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_account_edit_dialog_new (GramSession *session)
{
  GramAccountEditDialog *self;
  const GramAccountRecord *record;
  const char *values[N_FIELDS];

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (gram_session_get_account (session) != NULL, NULL);

  self = g_object_new (GRAM_TYPE_ACCOUNT_EDIT_DIALOG, NULL);
  self->session = g_object_ref (session);
  record = gram_account_get_record (gram_session_get_account (session));
  read_record (record, values);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->before[i] = g_strdup (values[i]);
      gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), self->before[i]);
    }
  self->version = record->version;
  self->number = g_strdup (record->number);

  return ADW_DIALOG (self);
}
