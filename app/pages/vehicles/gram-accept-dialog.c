/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accept-dialog.h"

#include "gram-accept-dialog-private.h"
#include "gram-decimal.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions.h"

#include <glib/gi18n-lib.h>

/* A command that is done sooner shows no progress: it would only flash. */
#define PATIENCE_MS 700

/* Decimals of a mean, as the source text writes activity. */
#define MEAN_DECIMALS 3

G_DEFINE_FINAL_TYPE (GramAcceptDialog, gram_accept_dialog, ADW_TYPE_DIALOG)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
_gram_accept_dialog_fail (GramAcceptDialog *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence
      = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);

  adw_status_page_set_description (self->failed_status, sentence);
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  gtk_widget_set_visible (self->left_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
show_count (GtkWidget *row, GtkLabel *label, gint64 count)
{
  g_autofree char *number = gram_format_count (count);

  gtk_label_set_label (label, number);
  gtk_widget_set_visible (row, count > 0);
}

static void
show_emissions (GramAcceptDialog *self, const GramVehicleSums *sums)
{
  g_autofree char *mean_text = NULL;
  g_autofree char *sum_text = NULL;
  gint64 mean = 0;

  if (sums->units_co2 == 0
      || !gram_decimal_divide (sums->co2_sum, sums->units_co2, GRAM_ROUND_HALF_UP, &mean))
    mean_text = g_strdup ("–");
  else
    {
      g_autofree char *figure = gram_format_grams (mean, MEAN_DECIMALS);

      mean_text = g_strdup_printf (_ ("%s g/km"), figure);
    }
  sum_text = gram_format_co2 (sums->co2_sum);
  gtk_label_set_label (self->mean_label, mean_text);
  gtk_label_set_label (self->sum_label, sum_text);
}

static void
show_choice (GramAcceptDialog *self, const GramChoice *choice)
{
  const GramVehicleSums *sums = &choice->acceptable;
  g_autofree char *vehicles = gram_format_count (sums->records);
  gboolean any = sums->records > 0;

  self->any = any;
  gtk_label_set_label (self->vehicles_label, vehicles);
  /* A record of the Clean Car Standard is one vehicle, and what counts is where each stands against its target. */
  gtk_widget_set_visible (self->mean_row, !self->ccs);
  gtk_widget_set_visible (self->sum_row, !self->ccs);
  show_count (self->units_row, self->units_label, self->ccs ? 0 : sums->units);
  if (!self->ccs)
    show_emissions (self, sums);
  show_count (self->entered_row, self->entered_label, choice->entered);
  show_count (self->incomplete_row, self->incomplete_label, choice->incomplete);
  show_count (self->disputed_row, self->disputed_label, choice->disputed);
  show_count (self->accepted_row, self->accepted_label, choice->accepted);
  gtk_widget_set_visible (self->left_out_group, choice->all.records > sums->records);
  gtk_widget_set_visible (GTK_WIDGET (self->acceptable_group), any);
  gtk_widget_set_visible (self->final_label, any);
  if (!any)
    adw_dialog_set_title (ADW_DIALOG (self), _ ("Nothing to Accept"));
  if (any && self->ccs)
    {
      _gram_accept_dialog_bill_ask (self);
      return;
    }
  gtk_widget_set_sensitive (self->accept_button, any);
  gtk_stack_set_visible_child_name (self->stack, "weighed");
}

static void
weighed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAcceptDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramChoice *choice
      = gram_session_weigh_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (choice != NULL)
    show_choice (self, choice);
  else if (!gram_failure_is_cancelled (error))
    _gram_accept_dialog_fail (self, refusal, error);
}

static void
stop_working (GramAcceptDialog *self)
{
  g_clear_handle_id (&self->patience_source, g_source_remove);
  self->working = FALSE;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
}

/* What is left to pay is said once more. */
static void
toast (GramAcceptDialog *self, GVariant *value)
{
  gint64 accepted = 0;
  const char *outstanding = NULL;
  gint64 cents = 0;
  g_autofree char *count = NULL;
  g_autofree char *money = NULL;
  g_autofree char *text = NULL;

  g_variant_lookup (value, "accepted", "x", &accepted);
  if (!g_variant_lookup (value, "outstanding", "&s", &outstanding)
      || !gram_decimal_parse (outstanding, GRAM_DECIMAL_SCALE_MONEY, &cents, NULL) || cents == 0)
    {
      gram_vehicle_choice_toast (GTK_WIDGET (self), accepted,
                                 ngettext ("%s vehicle accepted", "%s vehicles accepted",
                                           (gulong)accepted));
      return;
    }
  count = gram_format_count (accepted);
  money = gram_format_money (cents, "NZD");
  text = g_strdup_printf (ngettext ("%1$s vehicle accepted; %2$s is to be paid",
                                    "%1$s vehicles accepted; %2$s is to be paid", (gulong)accepted),
                          count, money);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
accepted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAcceptDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error);

  stop_working (self);
  if (outcome != GRAM_OUTCOME_DONE && gram_failure_is_cancelled (error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  if (_gram_accept_dialog_bill_ask_again (self, &refusal))
    return;
  if (outcome != GRAM_OUTCOME_DONE)
    {
      _gram_accept_dialog_fail (self, refusal, error);
      return;
    }

  g_signal_emit (self, signals[ACCEPTED], 0);
  toast (self, value);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
progress_cb (GramSession *session, gint64 done, gint64 total, gint64 rows, gpointer user_data)
{
  GramAcceptDialog *self = user_data;
  gint64 thousandths = 0;

  if (total <= 0
      || !gram_decimal_multiply_divide (done, 1000, total, GRAM_ROUND_TRUNCATE, &thousandths))
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, CLAMP (thousandths, 0, 1000) / 1000.0);
}

static gboolean
patience_cb (gpointer user_data)
{
  GramAcceptDialog *self = user_data;

  self->patience_source = 0;
  gtk_stack_set_visible_child_name (self->stack, "working");
  return G_SOURCE_REMOVE;
}

static void
accept_cb (GramAcceptDialog *self)
{
  GramAccount *account = gram_session_get_account (self->session);
  g_autoptr (GVariant) arguments = NULL;

  g_assert (GRAM_IS_ACCEPT_DIALOG (self));

  if (self->working || account == NULL)
    return;

  self->working = TRUE;
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  self->patience_source = g_timeout_add (PATIENCE_MS, patience_cb, self);
  arguments = _gram_accept_dialog_bill_arguments (self, account);
  gram_session_perform_async (self->session, "vehicle.accept", arguments, progress_cb, self,
                              self->cancellable, accepted_cb, g_object_ref (self));
}

/* While it works, Cancel gives the command up; it answers that it was cancelled, or that it was too late. */
static void
cancel_cb (GramAcceptDialog *self)
{
  g_assert (GRAM_IS_ACCEPT_DIALOG (self));

  if (self->working)
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
gram_accept_dialog_dispose (GObject *object)
{
  GramAcceptDialog *self = GRAM_ACCEPT_DIALOG (object);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  _gram_accept_dialog_bill_dispose (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->choice, gram_vehicle_choice_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_ACCEPT_DIALOG);

  G_OBJECT_CLASS (gram_accept_dialog_parent_class)->dispose (object);
}

static void
gram_accept_dialog_finalize (GObject *object)
{
  GramAcceptDialog *self = GRAM_ACCEPT_DIALOG (object);

  g_assert (!self->working);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (gram_accept_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, acceptable_group);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, vehicles_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, units_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, units_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, mean_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, mean_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, sum_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, sum_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, left_out_group);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, entered_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, entered_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, incomplete_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, incomplete_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, disputed_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, disputed_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, accepted_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, accepted_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, final_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, failed_status);
}

static void
gram_accept_dialog_class_init (GramAcceptDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_accept_dialog_dispose;
  object_class->finalize = gram_accept_dialog_finalize;

  signals[ACCEPTED] = g_signal_new ("accepted", GRAM_TYPE_ACCEPT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/vehicles/gram-accept-dialog.ui");
  bind_children (widget_class);
  _gram_accept_dialog_bill_class_init (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
gram_accept_dialog_init (GramAcceptDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gram_accept_dialog_new (GramSession *session, GramVehicleChoice *choice)
{
  GramAcceptDialog *self;
  GramAccount *account;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (choice != NULL, NULL);

  self = g_object_new (GRAM_TYPE_ACCEPT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->choice = gram_vehicle_choice_ref (choice);
  account = gram_session_get_account (session);
  self->ccs = account != NULL && gram_account_get_kind (account) != GRAM_ACCOUNT_CCTS;
  gram_session_weigh_async (session, gram_vehicle_choice_get_query (choice),
                            gram_vehicle_choice_get_ids (choice), self->cancellable, weighed_cb,
                            g_object_ref (self));
  return GTK_WIDGET (self);
}
