/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-eco-notices-dialog.h"

#include "gram-confirm.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions-years.h"
#include "gram-rows.h"
#include "gram-year-forms.h"

#include <glib/gi18n-lib.h>

struct _GramEcoNoticesDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *record_button;
  GtkStack *stack;
  AdwPreferencesGroup *now_group;
  AdwPreferencesGroup *other_group;
  AdwStatusPage *failed_status;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GPtrArray *rows;

  int year;
};

G_DEFINE_FINAL_TYPE (GramEcoNoticesDialog, gram_eco_notices_dialog, ADW_TYPE_DIALOG)

static void
withdraw_cb (GtkWidget *button, GramEcoNoticesDialog *self)
{
  const GramConfirm confirm = {
    .heading = _ ("Withdraw the Notice?"),
    .body = _ (
        "The reduction counts again when a year is measured anew. The notice stays in the history."),
    .verb = _ ("_Withdraw"),
    .destructive = TRUE,
    .toast = _ ("Notice withdrawn"),
  };

  gram_confirm_perform (GTK_WIDGET (self), self->session, &confirm, "eco-notice.withdraw",
                        g_variant_new_parsed ("{'notice': <%x>}", gram_row_get_id (button)), NULL,
                        NULL, NULL);
}

static GtkWidget *
withdraw_button_new (GramEcoNoticesDialog *self, const GramEcoNoticeRow *notice)
{
  GramPermit permit = gram_session_get_permit (self->session, "eco-notice.withdraw");
  GtkWidget *button
      = gram_row_undo_button_new (_ ("Withdraw the Notice"),
                                  permit.allowed ? NULL
                                                 : (permit.reason != NULL ? permit.reason : ""));

  gram_row_set_id (button, notice->id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (withdraw_cb), self, G_CONNECT_DEFAULT);

  return button;
}

static void
add_notice (GramEcoNoticesDialog *self, const GramEcoNoticeRow *notice)
{
  gboolean stands = notice->withdrawn_at == 0;
  GtkWidget *row;
  g_autofree char *given = gram_format_date (notice->given_on);
  g_autofree char *withdrawn = NULL;
  g_autofree char *subtitle = NULL;

  if (!stands)
    {
      withdrawn = gram_format_day_of_instant (notice->withdrawn_at);
      /* Translators: two days */
      subtitle = g_strdup_printf (_ ("Given on %s, withdrawn on %s"), given, withdrawn);
    }
  else if (notice->off_in != 0)
    /* Translators: a day, a year, and the reference of a document */
    subtitle = g_strdup_printf (_ ("Given on %s: the reduction is off in %d. %s"), given,
                                notice->off_in, notice->reference);
  else
    /* Translators: a day, and the reference of a document */
    subtitle
        = g_strdup_printf (_ ("Given on %s: no scheme year follows. %s"), given, notice->reference);
  row = gram_row_new (notice->code, subtitle);
  if (stands)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), withdraw_button_new (self, notice));
  adw_preferences_group_add (stands && notice->off_in == self->year ? self->now_group
                                                                    : self->other_group,
                             row);
  g_ptr_array_add (self->rows, row);
}

static void
notices_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramEcoNoticesDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_now = 0;
  g_autoptr (GPtrArray) notices
      = gram_session_eco_notices_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || self->stack == NULL)
    return;

  if (notices == NULL)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  gram_rows_clear (self->rows);
  for (guint i = 0; i < notices->len; i++)
    {
      const GramEcoNoticeRow *notice = notices->pdata[i];

      add_notice (self, notice);
      if (notice->withdrawn_at == 0 && notice->off_in == self->year)
        n_now++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->now_group), n_now > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->other_group), notices->len > n_now);
  gtk_stack_set_visible_child_name (self->stack, notices->len > 0 ? "notices" : "empty");
}

static void
ask (GramEcoNoticesDialog *self)
{
  GramPermit permit = gram_session_get_permit (self->session, "eco-notice.record");

  gtk_widget_set_sensitive (self->record_button, permit.allowed);
  gtk_widget_set_tooltip_text (self->record_button, permit.reason);
  gram_session_eco_notices_async (self->session, self->asking, notices_cb, g_object_ref (self));
}

static void
record_cb (GramEcoNoticesDialog *self)
{
  g_assert (GRAM_IS_ECO_NOTICES_DIALOG (self));

  adw_dialog_present (gram_eco_notice_dialog_new (self->session), GTK_WIDGET (self));
}

static void
gram_eco_notices_dialog_dispose (GObject *object)
{
  GramEcoNoticesDialog *self = GRAM_ECO_NOTICES_DIALOG (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_ECO_NOTICES_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_eco_notices_dialog_parent_class)->dispose (object);
}

static void
gram_eco_notices_dialog_class_init (GramEcoNoticesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_eco_notices_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-eco-notices-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramEcoNoticesDialog, record_button);
  gtk_widget_class_bind_template_child (widget_class, GramEcoNoticesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramEcoNoticesDialog, now_group);
  gtk_widget_class_bind_template_child (widget_class, GramEcoNoticesDialog, other_group);
  gtk_widget_class_bind_template_child (widget_class, GramEcoNoticesDialog, failed_status);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
}

static void
gram_eco_notices_dialog_init (GramEcoNoticesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->asking = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
}

AdwDialog *
gram_eco_notices_dialog_new (GramSession *session, int year)
{
  GramEcoNoticesDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_ECO_NOTICES_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->year = year;
  /* Translators: %d is a year */
  title = g_strdup_printf (_ ("Off in %d"), year);
  adw_preferences_group_set_title (self->now_group, title);
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return ADW_DIALOG (self);
}
