/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-explanation-dialog.h"

#include "gram-ccts-figures.h"
#include "gram-explanation.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions-allowances.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

struct _GramCctsExplanationDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GramExplanation *explanation;
  AdwPreferencesGroup *vehicles_group;
  AdwStatusPage *failed_status;

  /* Owned References */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (GramCctsExplanationDialog, gram_ccts_explanation_dialog, ADW_TYPE_DIALOG)

/* The list shows exactly what was counted, in place of the dialog. */
static void
vehicles_cb (GtkWidget *row, GramCctsExplanationDialog *self)
{
  GVariant *target = g_object_get_data (G_OBJECT (row), "gram-vehicles");
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action_variant (root, "win.show-year-vehicles", target);
}

static void
add_vehicles (GramCctsExplanationDialog *self, const GramExplanationLine *line)
{
  g_autofree char *value = gram_ccts_line_dup_value (line);
  g_autofree char *number = gram_format_account_number (line->account);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", number, value);
  GtkWidget *row = gram_row_new (line->title, subtitle);

  g_object_set_data_full (G_OBJECT (row), "gram-vehicles",
                          g_variant_ref_sink (g_variant_new ("(si)", line->account, line->year)),
                          (GDestroyNotify)g_variant_unref);
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (vehicles_cb), self);
  adw_preferences_group_add (self->vehicles_group, row);
  gtk_widget_set_visible (GTK_WIDGET (self->vehicles_group), TRUE);
}

static void
explained_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCctsExplanationDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GramFigure) figure = NULL;
  g_autoptr (GramFigureExplanation) explanation
      = gram_session_explain_ccts_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || self->stack == NULL)
    return;

  if (explanation == NULL)
    {
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  figure = gram_ccts_figure_new (explanation);
  gram_explanation_set_figure (self->explanation, figure);
  for (guint i = 0; i < explanation->lines->len; i++)
    {
      const GramExplanationLine *line = explanation->lines->pdata[i];

      if (line->account_id != 0)
        add_vehicles (self, line);
    }
  gtk_stack_set_visible_child_name (self->stack, "explanation");
}

static void
gram_ccts_explanation_dialog_dispose (GObject *object)
{
  GramCctsExplanationDialog *self = GRAM_CCTS_EXPLANATION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_CCTS_EXPLANATION_DIALOG);

  G_OBJECT_CLASS (gram_ccts_explanation_dialog_parent_class)->dispose (object);
}

static void
gram_ccts_explanation_dialog_class_init (GramCctsExplanationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_ccts_explanation_dialog_dispose;

  g_type_ensure (GRAM_TYPE_EXPLANATION);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-ccts-explanation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramCctsExplanationDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramCctsExplanationDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, GramCctsExplanationDialog, vehicles_group);
  gtk_widget_class_bind_template_child (widget_class, GramCctsExplanationDialog, failed_status);
}

static void
gram_ccts_explanation_dialog_init (GramCctsExplanationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

AdwDialog *
gram_ccts_explanation_dialog_new (GramSession *session,
                                  const char *figure,
                                  gint64 account_id,
                                  int year)
{
  GramCctsExplanationDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (figure != NULL, NULL);

  self = g_object_new (GRAM_TYPE_CCTS_EXPLANATION_DIALOG, NULL);
  gram_session_explain_ccts_async (session, figure, account_id, year, self->cancellable,
                                   explained_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
