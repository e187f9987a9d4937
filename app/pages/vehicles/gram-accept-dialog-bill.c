/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accept-dialog.h"

#include "gram-accept-dialog-private.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* Grams and credits are kept in hundredths. */
#define GRAM_SCALE 2

static char *
dup_grams (gint64 hundredths)
{
  g_autofree char *figure = gram_format_decimal (hundredths, GRAM_SCALE, GRAM_SCALE);

  /* Translators: an amount of credits, or of grams over the target */
  return g_strdup_printf (_ ("%s g"), figure);
}

static void
show (AdwActionRow *row, GtkLabel *label, gboolean visible, const char *subtitle, char *value)
{
  g_autofree char *owned = value;

  gtk_widget_set_visible (GTK_WIDGET (row), visible);
  gtk_label_set_label (label, owned);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);
}

/* Vehicles below their target, and what they bring. */
static void
show_credits (GramAcceptDialog *self, const GramAcceptBill *bill)
{
  g_autofree char *count = gram_format_count (bill->credit_vehicles);
  g_autofree char *text = NULL;

  if (bill->fleet_average)
    text = g_strdup_printf (ngettext ("%s vehicle", "%s vehicles", (gulong)bill->credit_vehicles),
                            count);
  else
    text = g_strdup_printf (
        /* Translators: a number of vehicles, a year */
        ngettext ("%1$s vehicle; its credits are of %2$d",
                  "%1$s vehicles; their credits are of %2$d", (gulong)bill->credit_vehicles),
        count, bill->year);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->credit_row),
                                 bill->fleet_average ? _ ("Below target") : _ ("Credits earned"));
  show (self->credit_row, self->credit_label, bill->credit_vehicles > 0, text,
        dup_grams (bill->credits));
}

/* Vehicles over their target. */
static void
show_excess (GramAcceptDialog *self, const GramAcceptBill *bill)
{
  g_autofree char *count = gram_format_count (bill->charge_vehicles);
  g_autofree char *rate = gram_format_money (bill->rate, "NZD");
  g_autofree char *text = NULL;

  text = g_strdup_printf (
      /* Translators: a number of vehicles, an amount of money */
      ngettext ("%1$s vehicle, %2$s for each gram", "%1$s vehicles, %2$s for each gram",
                (gulong)bill->charge_vehicles),
      count, rate);
  show (self->excess_row, self->excess_label, bill->charge_vehicles > 0, text,
        dup_grams (bill->excess));
}

/* What all of them come to: money, or under Fleet Average what they add to the year. */
static void
show_result (GramAcceptDialog *self, const GramAcceptBill *bill)
{
  g_autofree char *without = NULL;

  if (bill->fleet_average)
    {
      gint64 net = bill->credits - bill->excess;
      g_autofree char *figure = dup_grams (ABS (net));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->charge_row),
                                     net < 0 ? _ ("Net: over target") : _ ("Net: below target"));
      show (self->charge_row, self->charge_label, TRUE,
            _ ("Fleet Average: nothing is due now, the year is settled as a whole"),
            g_steal_pointer (&figure));
    }
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->charge_row), _ ("Charge"));
      show (self->charge_row, self->charge_label, TRUE,
            bill->charge_vehicles > 1 ? _ ("Of each vehicle to the cent, added up") : "",
            gram_format_money (bill->amount, "NZD"));
    }
  without = gram_format_count (bill->without_figure);
  show (self->without_row, self->without_label, bill->without_figure > 0, NULL,
        g_steal_pointer (&without));
}

static char *
dup_due_sentence (GramAcceptDialog *self, const GramAcceptBill *bill)
{
  g_autofree char *day = gram_format_date (bill->due_on);

  if (bill->outstanding == 0)
    return g_strdup (_ ("Nothing is left to pay"));
  if (gram_session_get_kind (self->session) == GRAM_REGISTRY_OWN)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Due on %s. It is paid outside Gram; record the payment on the "
                               "Charges page."),
                            day);
  /* Translators: %s is a day */
  return g_strdup_printf (
      _ ("Due on %s. It is paid outside Gram; the administrator records the payment."), day);
}

/* What is set off, and what is left in money. */
static void
show_left (GramAcceptDialog *self, const GramAcceptBill *bill)
{
  g_autofree char *offset = dup_grams (bill->offset);
  g_autofree char *discharged = gram_format_money (bill->discharged, "NZD");
  g_autofree char *due = dup_due_sentence (self, bill);
  g_autofree char *subtitle = NULL;

  /* Translators: %s is an amount of money */
  subtitle = g_strdup_printf (_ ("They discharge %s"), discharged);
  show (self->offset_row, self->offset_label, bill->offset > 0, subtitle,
        g_steal_pointer (&offset));
  show (self->left_row, self->left_label, TRUE, due, gram_format_money (bill->outstanding, "NZD"));
  /* In sight wherever the dialog is scrolled to. */
  gtk_label_set_label (self->bar_label, gtk_label_get_label (self->left_label));
  show (self->pending_row, self->pending_label, bill->pending > 0, NULL,
        gram_format_money (bill->pending, "NZD"));
  show (self->favour_row, self->favour_label, bill->in_favour > 0, NULL,
        gram_format_money (bill->in_favour, "NZD"));
}

static void
show_bill (GramAcceptDialog *self, const GramAcceptBill *bill)
{
  gboolean charged = !bill->fleet_average && bill->amount > 0;

  show_credits (self, bill);
  show_excess (self, bill);
  show_result (self, bill);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), charged);
  gtk_widget_set_visible (GTK_WIDGET (self->left_group), charged);
  gtk_widget_set_visible (self->left_bar, charged);
  if (charged)
    {
      gram_credit_chooser_set_balances (self->chooser, bill->balances, bill->credits_refusal);
      gram_credit_chooser_refuse (self->chooser, NULL);
      show_left (self, bill);
    }
  g_set_str (&self->digest, bill->digest);
  gram_form_refuse (self->refusal_label, bill->refusal != NULL ? bill->refusal : self->told, NULL);
  g_clear_pointer (&self->told, gram_refusal_free);
  gtk_widget_set_sensitive (self->accept_button, self->any && bill->refusal == NULL);
  gtk_stack_set_visible_child_name (self->stack, "weighed");
}

/* Is it about the credits that were chosen, so that a person can mend it here? */
static gboolean
is_about_credits (GramAcceptDialog *self, const GramRefusal *refusal)
{
  return refusal != NULL && gram_credit_chooser_get_way (self->chooser) != GRAM_CREDIT_WAY_NONE
         && (g_str_has_prefix (refusal->id, "credits.")
             || g_str_equal (refusal->id, "charge.credits"));
}

static void
bill_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramAcceptDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramAcceptBill) bill
      = gram_session_accept_bill_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* Asked anew in the meantime, or closed: another answer is on its way. */
  if (self->session == NULL || gram_failure_is_cancelled (error)
      || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  if (bill != NULL)
    show_bill (self, bill);
  else if (is_about_credits (self, refusal))
    {
      gram_credit_chooser_refuse (self->chooser, refusal);
      gtk_label_set_label (self->left_label, "–");
      gtk_label_set_label (self->bar_label, "–");
      gtk_widget_set_visible (GTK_WIDGET (self->offset_row), FALSE);
    }
  else
    _gram_accept_dialog_fail (self, refusal, error);
}

/* What is asked about; what is accepted is that and the bill. */
static GVariant *
choice_to_arguments (GramAcceptDialog *self, GramAccount *account, gboolean accept)
{
  g_autoptr (GVariant) chosen
      = g_variant_ref_sink (gram_vehicle_choice_to_arguments (self->choice, account, TRUE));
  GVariantDict arguments;

  if (!self->ccs)
    return g_steal_pointer (&chosen);

  g_variant_dict_init (&arguments, chosen);
  if (gtk_widget_get_visible (GTK_WIDGET (self->chooser)))
    gram_credit_chooser_add_arguments (self->chooser, &arguments);
  if (accept && self->digest != NULL)
    g_variant_dict_insert (&arguments, "expect", "s", self->digest);
  return g_variant_ref_sink (g_variant_dict_end (&arguments));
}

GVariant *
_gram_accept_dialog_bill_arguments (GramAcceptDialog *self, GramAccount *account)
{
  return choice_to_arguments (self, account, TRUE);
}

void
_gram_accept_dialog_bill_ask (GramAcceptDialog *self)
{
  GramAccount *account = gram_session_get_account (self->session);
  g_autoptr (GVariant) arguments = NULL;

  if (account == NULL)
    return;

  /* Nothing is accepted that was not shown. */
  gtk_widget_set_sensitive (self->accept_button, FALSE);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  arguments = choice_to_arguments (self, account, FALSE);
  gram_session_accept_bill_async (self->session, arguments, self->asking, bill_cb,
                                  g_object_ref (self));
}

gboolean
_gram_accept_dialog_bill_ask_again (GramAcceptDialog *self, GramRefusal **refusal)
{
  if (*refusal == NULL || !g_str_equal ((*refusal)->id, "vehicle.bill-changed"))
    return FALSE;

  g_clear_pointer (&self->told, gram_refusal_free);
  self->told = g_steal_pointer (refusal);
  _gram_accept_dialog_bill_ask (self);
  return TRUE;
}

static void
way_changed_cb (GramAcceptDialog *self)
{
  g_assert (GRAM_IS_ACCEPT_DIALOG (self));

  _gram_accept_dialog_bill_ask (self);
}

void
_gram_accept_dialog_bill_dispose (GramAcceptDialog *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->told, gram_refusal_free);
  g_clear_pointer (&self->digest, g_free);
}

void
_gram_accept_dialog_bill_class_init (GtkWidgetClass *widget_class)
{
  g_type_ensure (GRAM_TYPE_CREDIT_CHOOSER);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, credit_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, credit_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, excess_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, excess_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, charge_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, charge_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, without_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, without_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, left_group);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, offset_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, offset_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, left_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, left_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, pending_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, pending_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, favour_row);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, favour_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, left_bar);
  gtk_widget_class_bind_template_child (widget_class, GramAcceptDialog, bar_label);
  gtk_widget_class_bind_template_callback (widget_class, way_changed_cb);
}
