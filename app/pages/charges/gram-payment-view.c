/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-view.h"

#include "gram-charge-forms.h"
#include "gram-charge-texts.h"
#include "gram-formats.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

/* What the row that reverses needs to know. */
typedef struct
{
  GramSession *session;
  char *number;
  char *holder;
  gint64 payment_id;
  gint64 amount;
} Reversing;

#define REVERSING "gram-reversing"

static void
reversing_free (gpointer data)
{
  Reversing *self = data;

  g_object_unref (self->session);
  g_free (self->number);
  g_free (self->holder);
  g_free (self);
}

static void
reverse_cb (GtkWidget *row, AdwDialog *dialog)
{
  const Reversing *self = g_object_get_data (G_OBJECT (row), REVERSING);
  const GramPaymentRecord record = {
    .id = self->payment_id, .amount = self->amount, .number = self->number, .holder = self->holder
  };
  AdwDialog *form = gram_payment_reverse_dialog_new (self->session, &record);

  g_signal_connect_object (form, "done", G_CALLBACK (adw_dialog_force_close), dialog,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (form, GTK_WIDGET (dialog));
}

static void
add_facts (AdwPreferencesGroup *group, const GramPaymentRecord *record)
{
  g_autofree char *written = gram_format_account_number (record->number);
  g_autofree char *account = g_strdup_printf ("%s · %s", record->holder, written);
  g_autofree char *amount = gram_charge_dup_money (record->amount);
  g_autofree char *favour = gram_charge_dup_money (record->in_favour);
  g_autofree char *paid_on = gram_format_date (record->paid_on);
  g_autofree char *recorded = gram_format_day_of_instant (record->at);
  g_autofree char *what = gram_payment_dup_what (record);

  gram_rows_add_property (group, _ ("Account"), account);
  gram_rows_add_property (group, _ ("What It Is"), what);
  gram_rows_add_property (group, _ ("Amount"), amount);
  if (record->in_favour != 0)
    gram_rows_add_property (group, _ ("Of It, More Than Was Owed"), favour);
  gram_rows_add_property (group, _ ("Paid On"), paid_on);
  gram_rows_add_property (group, C_ ("payment", "Reference"), record->reference);
  gram_rows_add_property (group, _ ("Paid By"), record->payer);
  gram_rows_add_property (group, _ ("Reason"), record->reason);
  gram_rows_add_property (group, _ ("Recorded On"), recorded);
  gram_rows_add_property (group, _ ("Recorded By"), record->person);
  if (record->bank_key != NULL && *record->bank_key != '\0')
    gram_rows_add_property (group, _ ("Source"), _ ("A line of a bank statement"));
}

static GtkWidget *
reverse_row_new (GramSession *session, const GramPaymentRow *row, AdwDialog *dialog)
{
  GtkWidget *widget = gram_row_new (_ ("Reverse the Payment…"),
                                    row->refusal != NULL ? row->refusal->message : NULL);
  Reversing *reversing = g_new0 (Reversing, 1);

  reversing->session = g_object_ref (session);
  reversing->number = g_strdup (row->record->number);
  reversing->holder = g_strdup (row->record->holder);
  reversing->payment_id = row->id;
  reversing->amount = row->record->amount;
  g_object_set_data_full (G_OBJECT (widget), REVERSING, reversing, reversing_free);
  gtk_widget_set_sensitive (widget, row->refusal == NULL);
  gram_row_lead (widget, "go-next-symbolic", G_CALLBACK (reverse_cb), dialog);

  return widget;
}

AdwDialog *
gram_payment_view_new (GramSession *session, const GramPaymentRow *row)
{
  AdwDialog *dialog;
  GtkWidget *page;
  GtkWidget *view;
  GtkWidget *facts;
  GtkWidget *verbs;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  dialog = adw_dialog_new ();
  page = adw_preferences_page_new ();
  view = adw_toolbar_view_new ();
  facts = adw_preferences_group_new ();
  verbs = adw_preferences_group_new ();
  number = gram_charge_dup_number (row->id);
  /* Translators: %s is the number of a payment */
  title = g_strdup_printf (_ ("Payment %s"), number);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 540);
  add_facts (ADW_PREFERENCES_GROUP (facts), row->record);
  if (row->record->kind == GRAM_PAYMENT_RECEIVED && row->record->reversed_by == 0)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (verbs),
                               reverse_row_new (session, row, dialog));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (facts));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (verbs));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
