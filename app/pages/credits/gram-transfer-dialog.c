/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-transfer-dialog.h"

#include "gram-credit-texts.h"
#include "gram-directory-dialog.h"
#include "gram-discard.h"
#include "gram-failure.h"
#include "gram-form.h"
#include "gram-transfer-dialog-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramTransferDialog, gram_transfer_dialog, ADW_TYPE_DIALOG)

/* What is chosen of the years, "2025=10" each. */
static GVariant *
read_years (GramTransferDialog *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < self->n_years; i++)
    {
      g_autofree char *amount = gram_form_dup_text (self->year_rows[i]);

      if (*amount != '\0')
        g_variant_builder_add_value (&builder,
                                     g_variant_new_take_string (
                                         g_strdup_printf ("%d=%s", self->years[i], amount)));
    }

  return g_variant_builder_end (&builder);
}

GVariant *
_gram_transfer_dialog_read (GramTransferDialog *self)
{
  g_autofree char *number = gram_form_dup_text (GTK_WIDGET (self->number_row));
  g_autofree char *credits = gram_form_dup_text (GTK_WIDGET (self->credits_row));
  g_autofree char *reference = gram_form_dup_text (GTK_WIDGET (self->reference_row));
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "account", "s", self->account);
  g_variant_dict_insert (&dict, "number", "s", number);
  g_variant_dict_insert (&dict, "credits", "s", credits);
  if (adw_switch_row_get_active (self->choose_row))
    g_variant_dict_insert_value (&dict, "years", read_years (self));
  if (*reference != '\0')
    g_variant_dict_insert (&dict, "reference", "s", reference);

  return g_variant_dict_end (&dict);
}

gboolean
_gram_transfer_dialog_has_chosen (GramTransferDialog *self)
{
  gboolean any = !adw_switch_row_get_active (self->choose_row);

  for (guint i = 0; i < self->n_years; i++)
    {
      g_autofree char *amount = gram_form_dup_text (self->year_rows[i]);

      any = any || *amount != '\0';
    }

  return any;
}

static gboolean
is_empty (GramTransferDialog *self)
{
  GtkWidget *const rows[] = { GTK_WIDGET (self->number_row), GTK_WIDGET (self->credits_row),
                              GTK_WIDGET (self->reference_row) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = gram_form_dup_text (rows[i]);

      if (*text != '\0')
        return FALSE;
    }

  return TRUE;
}

static void changed_cb (GramTransferDialog *self);

/* A row for each year that there are credits of, once it is known which. */
static void
add_year (GramTransferDialog *self, int year)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (_gram_transfer_dialog_send), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->years_group, row);
  self->year_rows[self->n_years] = row;
  self->years[self->n_years++] = year;
}

static gint64
most_of (const GramCreditOffer *offer, int year)
{
  for (guint i = 0; i < offer->lines->len; i++)
    {
      const GramCreditOfferLine *line = offer->lines->pdata[i];

      if (line->year == year)
        return line->most;
    }

  return 0;
}

/* What can go over of a year depends on who gets it. A row with something in it can always be emptied. */
static void
show_years (GramTransferDialog *self)
{
  for (guint i = 0; i < self->offer->lines->len && self->n_years < GRAM_TRANSFER_YEARS; i++)
    {
      const GramCreditOfferLine *line = self->offer->lines->pdata[i];
      gboolean known = FALSE;

      for (guint k = 0; k < self->n_years; k++)
        known = known || self->years[k] == line->year;
      if (!known)
        add_year (self, line->year);
    }
  for (guint i = 0; i < self->n_years; i++)
    {
      gint64 most = most_of (self->offer, self->years[i]);
      g_autofree char *amount = gram_credit_dup_amount (most);
      /* Translators: %1$d is a year, %2$s an amount of credits */
      g_autofree char *title
          = g_strdup_printf (_ ("Of %1$d, at most %2$s"), self->years[i], amount);
      g_autofree char *typed = gram_form_dup_text (self->year_rows[i]);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->year_rows[i]), title);
      gtk_widget_set_sensitive (self->year_rows[i], most > 0 || *typed != '\0');
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose_row), self->n_years > 1);
}

static void
offer_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramTransferDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramCreditOffer) offer
      = gram_session_credit_offer_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* Asked for in the meantime, or closed: another answer is on its way. */
  if (g_task_get_cancellable (G_TASK (result)) != self->asking || gram_failure_is_cancelled (error))
    return;

  g_clear_pointer (&self->offer, gram_credit_offer_free);
  self->offer = g_steal_pointer (&offer);
  if (self->offer == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->preview_group), FALSE);
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }
  show_years (self);
  _gram_transfer_dialog_show_offer (self);
}

static void
ask (GramTransferDialog *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gram_session_credit_offer_async (self->session, _gram_transfer_dialog_read (self), self->asking,
                                   offer_cb, g_object_ref (self));
}

/* As it is typed: what comes of it is seen before anything is sent. */
static void
changed_cb (GramTransferDialog *self)
{
  g_assert (GRAM_IS_TRANSFER_DIALOG (self));

  if (self->session == NULL)
    return;

  adw_dialog_set_can_close (ADW_DIALOG (self), is_empty (self));
  gtk_widget_set_sensitive (self->send_button, FALSE);
  ask (self);
}

/* Which years are given, is chosen or follows; then the sum is what the years say. */
static void
choose_cb (GramTransferDialog *self)
{
  g_assert (GRAM_IS_TRANSFER_DIALOG (self));

  gtk_widget_set_visible (GTK_WIDGET (self->years_group),
                          adw_switch_row_get_active (self->choose_row));
  changed_cb (self);
}

static void
chosen_cb (GramTransferDialog *self, const char *holder, const char *number)
{
  g_assert (GRAM_IS_TRANSFER_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->number_row), number);
  gtk_widget_grab_focus (GTK_WIDGET (self->credits_row));
}

static void
directory_cb (GramTransferDialog *self)
{
  AdwDialog *dialog;

  g_assert (GRAM_IS_TRANSFER_DIALOG (self));

  dialog = gram_directory_dialog_new_receivers (self->session);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
gram_transfer_dialog_dispose (GObject *object)
{
  GramTransferDialog *self = (GramTransferDialog *)object;

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_TRANSFER_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_transfer_dialog_parent_class)->dispose (object);
}

static void
gram_transfer_dialog_finalize (GObject *object)
{
  GramTransferDialog *self = (GramTransferDialog *)object;

  g_clear_pointer (&self->offer, gram_credit_offer_free);
  g_clear_pointer (&self->account, g_free);
  g_ptr_array_unref (self->preview_rows);

  G_OBJECT_CLASS (gram_transfer_dialog_parent_class)->finalize (object);
}

static void
gram_transfer_dialog_class_init (GramTransferDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_transfer_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_transfer_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = gram_discard_ask;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/credits/gram-transfer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramTransferDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramTransferDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, GramTransferDialog, credits_row);
  gtk_widget_class_bind_template_child (widget_class, GramTransferDialog, choose_row);
  gtk_widget_class_bind_template_child (widget_class, GramTransferDialog, years_group);
  gtk_widget_class_bind_template_child (widget_class, GramTransferDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, GramTransferDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, GramTransferDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, directory_cb);
  _gram_transfer_dialog_send_class_init (widget_class);
}

static void
gram_transfer_dialog_init (GramTransferDialog *self)
{
  self->preview_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_transfer_dialog_new (GramSession *session)
{
  GramTransferDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (gram_session_get_account (session) != NULL, NULL);

  self = g_object_new (GRAM_TYPE_TRANSFER_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->account = g_strdup (gram_account_get_number (gram_session_get_account (session)));
  self->kind = gram_account_get_kind (gram_session_get_account (session));
  ask (self);

  return ADW_DIALOG (self);
}
