/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-transfer-dialog.h"

#include "gram-credit-texts.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-rows.h"
#include "gram-sign-dialog.h"
#include "gram-transfer-dialog-private.h"

#include <glib/gi18n-lib.h>

static void
add_preview (GramTransferDialog *self, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = gram_row_new (title, subtitle);
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->preview_group, row);
  g_ptr_array_add (self->preview_rows, row);
}

/* Which years the credits come of; nothing is said twice if it is one. */
static void
add_lines (GramTransferDialog *self)
{
  for (guint i = 0; i < self->offer->lines->len; i++)
    {
      const GramCreditOfferLine *line = self->offer->lines->pdata[i];
      g_autofree char *title = gram_credit_dup_years (line->year, line->year);
      g_autofree char *amount = gram_credit_dup_signed (line->credits, TRUE);
      g_autofree char *day = gram_format_date (line->last_day);
      /* Translators: %s is a day */
      g_autofree char *subtitle = g_strdup_printf (_ ("Last day %s"), day);

      if (line->credits > 0)
        add_preview (self, title, subtitle, amount);
    }
}

/* Whoever wants to choose the years sees nothing of what would be taken otherwise. */
static void
show_preview (GramTransferDialog *self, gboolean chosen)
{
  const GramCreditOffer *offer = self->offer;
  g_autofree char *received = NULL;
  g_autofree char *day = gram_format_date (offer->lapses_on);

  gram_rows_clear (self->preview_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_group), chosen && offer->credits > 0);
  if (!chosen || offer->credits == 0)
    return;

  adw_preferences_group_set_description (
      self->preview_group,
      offer->to_kind == 0 || offer->to_kind == self->kind
          ? _ ("Credits keep their year of origin, and with it their last day")
          : _ ("Credits keep their year of origin, and with it their last day; they change their "
               "kind on the way, at the ratio of the rulebook"));
  add_lines (self);
  if (offer->received > 0 && offer->to_kind != 0)
    {
      received = gram_credit_dup_of_kind (offer->received, offer->to_kind);
      add_preview (self, _ ("The Other Holder Gets"), NULL, received);
    }
  add_preview (self, _ ("To Be Accepted By"), _ ("After that day they are free again"), day);
}

/* Which field a refusal is about. */
static GtkWidget *
row_of (GramTransferDialog *self, const GramRefusal *refusal)
{
  static const char *const of_number[]
      = { "transfer.number", "transfer.own-account", "transfer.other-cannot", NULL };
  static const char *const of_reference[] = { "transfer.reference", NULL };
  static const char *const of_credits[]
      = { "transfer.credits", "transfer.fraction", "transfer.odd", "transfer.not-held", NULL };

  if (g_strv_contains (of_number, refusal->id))
    return GTK_WIDGET (self->number_row);
  if (g_strv_contains (of_reference, refusal->id))
    return GTK_WIDGET (self->reference_row);
  if (g_strv_contains (of_credits, refusal->id))
    return GTK_WIDGET (self->credits_row);

  return NULL;
}

/* A field that is empty still is not wrong yet. */
static void
show_refusal (GramTransferDialog *self)
{
  GtkWidget *const rows[] = { GTK_WIDGET (self->number_row), GTK_WIDGET (self->credits_row),
                              GTK_WIDGET (self->reference_row) };
  const GramRefusal *refusal = self->offer->refusal;
  GtkWidget *wrong = refusal != NULL ? row_of (self, refusal) : NULL;
  g_autofree char *number = gram_form_dup_text (rows[0]);
  g_autofree char *credits = gram_form_dup_text (rows[1]);
  gboolean begun = *number != '\0' && *credits != '\0';

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = gram_form_dup_text (rows[i]);

      gram_form_set_error (rows[i], rows[i] == wrong && *text != '\0' ? refusal->message : NULL);
    }
  gram_form_refuse (self->refusal_label, wrong == NULL && begun ? refusal : NULL, NULL);
}

void
_gram_transfer_dialog_show_offer (GramTransferDialog *self)
{
  gboolean chosen = _gram_transfer_dialog_has_chosen (self);

  show_preview (self, chosen);
  show_refusal (self);
  gtk_widget_set_sensitive (self->send_button, chosen && self->offer->refusal == NULL);
}

static void
signed_cb (GramTransferDialog *self, GVariant *value)
{
  gboolean pending = FALSE;

  g_assert (GRAM_IS_TRANSFER_DIALOG (self));

  g_variant_lookup (value, "pending", "b", &pending);
  if (!pending)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("Offered; now it is the other holder’s turn"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* Of which years, if they are of more than one. */
static void
sign_years (GramTransferDialog *self, GramSignDialog *dialog)
{
  guint n_years = 0;

  for (guint i = 0; i < self->offer->lines->len; i++)
    n_years += ((const GramCreditOfferLine *)self->offer->lines->pdata[i])->credits > 0;
  for (guint i = 0; n_years > 1 && i < self->offer->lines->len; i++)
    {
      const GramCreditOfferLine *line = self->offer->lines->pdata[i];
      g_autofree char *title = gram_credit_dup_years (line->year, line->year);
      g_autofree char *amount = gram_credit_dup_amount (line->credits);

      if (line->credits > 0)
        gram_sign_dialog_add_line (dialog, title, amount);
    }
}

/* What is signed are the lines of the preview. */
static AdwDialog *
sign_dialog_new (GramTransferDialog *self)
{
  g_autofree char *typed = gram_form_dup_text (GTK_WIDGET (self->number_row));
  g_autofree char *number = gram_format_account_number (typed);
  g_autofree char *reference = gram_form_dup_text (GTK_WIDGET (self->reference_row));
  g_autofree char *given = gram_credit_dup_of_kind (self->offer->credits, self->kind);
  g_autofree char *received = gram_credit_dup_of_kind (self->offer->received, self->offer->to_kind);
  g_autofree char *day = gram_format_date (self->offer->lapses_on);
  AdwDialog *dialog
      = gram_sign_dialog_new (self->session, "transfer.offer", _gram_transfer_dialog_read (self),
                              _ ("Offer Credits"), _ ("_Sign and Offer"));
  GramSignDialog *sign = GRAM_SIGN_DIALOG (dialog);

  gram_sign_dialog_set_explanation (
      sign, _ ("The credits are reserved at once, and nothing else can be done with them while the "
               "offer waits. You can cancel until the other holder accepts; then it cannot be "
               "undone."));
  gram_sign_dialog_add_line (sign, _ ("To Account"), number);
  gram_sign_dialog_add_line (sign, _ ("You Give"), given);
  sign_years (self, sign);
  gram_sign_dialog_add_line (sign, _ ("The Other Holder Gets"), received);
  gram_sign_dialog_add_line (sign, _ ("To Be Accepted By"), day);
  if (*reference != '\0')
    gram_sign_dialog_add_line (sign, _ ("Reference for both"), reference);

  return dialog;
}

void
_gram_transfer_dialog_send (GramTransferDialog *self)
{
  AdwDialog *dialog;

  g_assert (GRAM_IS_TRANSFER_DIALOG (self));

  if (self->offer == NULL || !gtk_widget_get_sensitive (self->send_button))
    return;

  dialog = sign_dialog_new (self);
  g_signal_connect_object (dialog, "done", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
_gram_transfer_dialog_send_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback_full (widget_class, "send_cb",
                                                G_CALLBACK (_gram_transfer_dialog_send));
}
