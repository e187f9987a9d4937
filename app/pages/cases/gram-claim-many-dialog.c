/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-claim-many-dialog.h"

#include "gram-form.h"
#include "gram-formats.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

/* So many at first: what one person works off in a morning. */
#define AT_FIRST 10

struct _GramClaimManyDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *claim_button;
  AdwComboRow *kind_row;
  AdwSpinRow *number_row;
  GtkAdjustment *adjustment;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;

  GramCaseKind kinds[GRAM_CASE_KIND_N];
  gint64 unclaimed[GRAM_CASE_KIND_N];
  guint n_kinds;
};

G_DEFINE_FINAL_TYPE (GramClaimManyDialog, gram_claim_many_dialog, ADW_TYPE_DIALOG)

enum
{
  CLAIMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
kind_cb (GramClaimManyDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (selected >= self->n_kinds)
    return;

  /* A spin button counts in doubles; these are whole and small. */
  gtk_adjustment_set_upper (self->adjustment, (double)self->unclaimed[selected]);
  gtk_adjustment_set_value (self->adjustment, (double)MIN (AT_FIRST, self->unclaimed[selected]));
}

static void
claimed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramClaimManyDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error);
  gint64 claimed = 0;

  if (self->claim_button == NULL)
    return;

  gtk_widget_set_sensitive (self->claim_button, TRUE);
  if (outcome != GRAM_OUTCOME_DONE)
    {
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }

  g_variant_lookup (value, "claimed", "x", &claimed);
  number = gram_format_count (claimed);
  text = g_strdup_printf (ngettext ("%s case is yours now", "%s cases are yours now",
                                    (gulong)claimed),
                          number);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
  g_signal_emit (self, signals[CLAIMED], 0,
                 (guint)self->kinds[adw_combo_row_get_selected (self->kind_row)]);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
claim_cb (GramClaimManyDialog *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  guint selected = adw_combo_row_get_selected (self->kind_row);

  g_assert (GRAM_IS_CLAIM_MANY_DIALOG (self));

  if (selected >= self->n_kinds)
    return;

  g_variant_dict_insert (&dict, "kind", "s",
                         gram_word_for ("case-kind", (int)self->kinds[selected]));
  g_variant_dict_insert (&dict, "limit", "x", (gint64)adw_spin_row_get_value (self->number_row));
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->claim_button, FALSE);
  gram_session_perform_async (self->session, "case.claim", g_variant_dict_end (&dict), NULL, NULL,
                              NULL, claimed_cb, g_object_ref (self));
}

static void
fill (GramClaimManyDialog *self, const GramCaseCounts *counts, GramCaseKind kind)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < GRAM_CASE_KIND_N; i++)
    {
      g_autofree char *number = gram_format_count (counts->unclaimed[i]);
      g_autofree char *title = NULL;

      if (counts->unclaimed[i] == 0)
        continue;
      if (kind == (GramCaseKind)(1u << i))
        selected = self->n_kinds;
      self->kinds[self->n_kinds] = (GramCaseKind)(1u << i);
      self->unclaimed[self->n_kinds++] = counts->unclaimed[i];
      /* Translators: a kind of case, and how many of it are unclaimed */
      title = g_strdup_printf (C_ ("kind", "%s (%s unclaimed)"),
                               gram_case_kind_title ((GramCaseKind)(1u << i)), number);
      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->kind_row, selected);
  kind_cb (self);
}

static void
gram_claim_many_dialog_dispose (GObject *object)
{
  GramClaimManyDialog *self = (GramClaimManyDialog *)object;

  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_CLAIM_MANY_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_claim_many_dialog_parent_class)->dispose (object);
}

static void
gram_claim_many_dialog_class_init (GramClaimManyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_claim_many_dialog_dispose;

  signals[CLAIMED] = g_signal_new ("claimed", GRAM_TYPE_CLAIM_MANY_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/cases/gram-claim-many-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramClaimManyDialog, claim_button);
  gtk_widget_class_bind_template_child (widget_class, GramClaimManyDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GramClaimManyDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, GramClaimManyDialog, adjustment);
  gtk_widget_class_bind_template_child (widget_class, GramClaimManyDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, claim_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
}

static void
gram_claim_many_dialog_init (GramClaimManyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));
}

AdwDialog *
gram_claim_many_dialog_new (GramSession *session, const GramCaseCounts *counts, GramCaseKind kind)
{
  GramClaimManyDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (counts != NULL, NULL);

  if (gram_case_counts_select (counts->unclaimed, 0) == 0)
    return NULL;

  self = g_object_new (GRAM_TYPE_CLAIM_MANY_DIALOG, NULL);
  self->session = g_object_ref (session);
  fill (self, counts, kind);

  return ADW_DIALOG (self);
}
