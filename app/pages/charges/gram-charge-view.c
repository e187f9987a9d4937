/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-charge-view.h"

#include "gram-charge-forms.h"
#include "gram-account-words.h"
#include "gram-charge-texts.h"
#include "gram-document-row.h"
#include "gram-formats.h"
#include "gram-offset-dialog.h"
#include "gram-questions-charges.h"
#include "gram-rows.h"

#include <glib/gi18n-lib.h>

struct _GramChargeView
{
  GramDetailDialog parent_instance;

  /* Template Widgets */
  GtkWidget *offset_button;
  GtkWidget *favour_button;
  GtkWidget *record_button;
};

G_DEFINE_FINAL_TYPE (GramChargeView, gram_charge_view, GRAM_TYPE_DETAIL_DIALOG)

static void
add_money (AdwPreferencesGroup *group, const char *title, gint64 cents)
{
  g_autofree char *text = gram_charge_dup_money (cents);

  gram_rows_add_property (group, title, text);
}

static void
add_day (AdwPreferencesGroup *group, const char *title, const char *day)
{
  g_autofree char *text = gram_format_date (day);

  if (day != NULL && *day != '\0')
    gram_rows_add_property (group, title, text);
}

void
gram_charge_show_vehicles (GtkWidget *widget, const GramChargeRecord *record)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  GVariantDict filter;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (record != NULL);

  number = gram_charge_dup_number (record->id);
  /* Translators: %s is the number of a charge */
  title = g_strdup_printf (_ ("Charge %s"), number);
  g_variant_dict_init (&filter, NULL);
  if (record->kind == GRAM_CHARGE_PAYG)
    g_variant_dict_insert (&filter, "posting", "x", record->posting_id);
  else
    {
      g_variant_dict_insert (&filter, "obligation-year", "x", (gint64)record->year);
      g_variant_dict_insert (&filter, "charge-scheme", "s",
                             gram_word_for ("charge-scheme", GRAM_CHARGE_SCHEME_FLEET_AVERAGE));
    }
  gtk_widget_activate_action (widget, "win.show-vehicles-where", "(ss@a{sv})", record->number,
                              title, g_variant_dict_end (&filter));
}

static void
vehicles_cb (GtkWidget *row, GramDetailDialog *dialog)
{
  const GramChargeDetail *detail = gram_detail_dialog_get_detail (dialog);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (dialog));

  /* The list is below the dialog. */
  g_object_ref (dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gram_charge_show_vehicles (parent != NULL ? parent : GTK_WIDGET (dialog), detail->row->record);
  g_object_unref (dialog);
}

static void
show_vehicles (GramDetailDialog *dialog, AdwPreferencesGroup *group, const GramChargeRecord *record)
{
  g_autofree char *count = gram_charge_dup_vehicles (record->vehicles);
  GtkWidget *row;

  if (record->vehicles == 0)
    return;

  row = gram_row_new (count, record->kind == GRAM_CHARGE_PAYG
                                 ? _ ("Those over their target that were accepted together")
                                 : _ ("All that were accepted under Fleet Average in the year"));
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (vehicles_cb), dialog);
  adw_preferences_group_add (group, row);
}

/* What corrections took off since. */
static void
show_back (AdwPreferencesGroup *group, const GramChargeRecord *record)
{
  g_autofree char *grams = gram_charge_dup_grams (record->grams_back);
  g_autofree char *amount = gram_charge_dup_money (record->amount_back);
  g_autofree char *text = g_strdup_printf ("%s, %s", grams, amount);

  if (record->grams_back != 0 || record->amount_back != 0)
    gram_rows_add_property (group, _ ("Taken Off by Corrections"), text);
}

static void
show_facts (GramDetailDialog *dialog, const GramChargeDetail *detail)
{
  const GramChargeRecord *record = detail->row->record;
  AdwPreferencesGroup *group = gram_detail_dialog_add_group (dialog, _ ("What It Is For"));
  g_autofree char *number = gram_format_account_number (record->number);
  g_autofree char *account = g_strdup_printf ("%s · %s", record->holder, number);
  g_autofree char *kind = NULL;
  g_autofree char *reckoning = gram_charge_dup_reckoning (record);

  /* Translators: what a charge is of, and its obligation year */
  kind = g_strdup_printf (C_ ("charge", "%1$s %2$d"), gram_charge_kind_title (record->kind),
                          record->year);
  gram_rows_add_property (group, _ ("Account"), account);
  gram_rows_add_property (group, _ ("Charge"), kind);
  show_vehicles (dialog, group, record);
  add_money (group, _ ("Amount"), record->amount);
  gram_rows_add_property (group, _ ("How It Comes About"), reckoning);
  show_back (group, record);
  add_day (group, _ ("Arisen On"), record->arisen_on);
  add_day (group, _ ("Last Day to Pay"), record->due_on);
  gram_rows_add_property (group, _ ("Reference"), record->reference);
  gram_rows_add_property (group, _ ("Rulebook"), record->rulebook);
  if (record->document_id != 0 && detail->document != NULL)
    adw_preferences_group_add (group,
                               gram_document_row_new (gram_detail_dialog_get_session (dialog),
                                                      record->document_id, detail->document, NULL,
                                                      0));
}

/* In the order in which it happened, each with when and by whom. */
static void
show_settlements (GramDetailDialog *dialog, const GramChargeDetail *detail)
{
  const GramChargeRecord *record = detail->row->record;
  AdwPreferencesGroup *group = gram_detail_dialog_add_group (dialog, _ ("What Settles It"));

  for (guint i = 0; i < detail->settlements->len; i++)
    {
      const GramChargeSettlementRecord *settlement = detail->settlements->pdata[i];
      g_autofree char *title = gram_charge_settlement_dup_title (settlement);
      g_autofree char *subtitle = gram_charge_settlement_dup_subtitle (settlement);

      adw_preferences_group_add (group, gram_row_new (title, subtitle));
    }
  if (detail->settlements->len == 0)
    adw_preferences_group_set_description (group, _ ("Nothing has been paid yet."));
  if (record->outstanding > 0 && detail->settlements->len > 0)
    add_money (group, _ ("Outstanding"), record->outstanding);
}

/* What is left can be paid with so many credits, or with money. */
static void
show_ways (GramDetailDialog *dialog, const GramChargeDetail *detail)
{
  const GramChargeRecord *record = detail->row->record;
  AdwPreferencesGroup *group;
  g_autofree char *money = gram_charge_dup_money (record->outstanding);
  g_autofree char *credits = gram_charge_dup_grams (detail->credits_to_clear);
  g_autofree char *favour = gram_charge_dup_money (detail->in_favour);

  if (record->outstanding == 0)
    return;

  group = gram_detail_dialog_add_group (dialog, _ ("What Would Settle It"));
  gram_rows_add_property (group, _ ("Money"), money);
  if (detail->credits_to_clear > 0)
    gram_rows_add_property (group, _ ("Or Credits"), credits);
  if (detail->in_favour > 0)
    gram_rows_add_property (group, _ ("In Favour of the Account"), favour);
}

static void
show_state (GramDetailDialog *dialog, const GramChargeDetail *detail)
{
  const GramChargeRow *row = detail->row;
  g_autofree char *number = gram_charge_dup_number (row->id);
  g_autofree char *sentence = gram_charge_dup_sentence (detail);
  g_autofree char *title = NULL;

  /* Translators: %s is the number of a charge */
  title = g_strdup_printf (_ ("Charge %s"), number);
  gram_detail_dialog_set_titles (dialog, title, row->record->holder);
  gram_charge_show_look (row->state,
                         gram_detail_dialog_set_state (dialog, gram_charge_state_title (row->state),
                                                       sentence));
}

static void
offer (GramDetailDialog *dialog, const GramChargeDetail *detail)
{
  GramChargeView *self = GRAM_CHARGE_VIEW (dialog);
  gboolean open = detail->row->record->outstanding > 0;

  gram_detail_dialog_offer (dialog, self->offset_button, "charge.offset", open);
  gram_detail_dialog_offer (dialog, self->record_button, "payment.record", open);
  gram_detail_dialog_offer (dialog, self->favour_button, "payment.use-in-favour",
                            open && detail->in_favour > 0);
}

static void
gram_charge_view_show_detail (GramDetailDialog *dialog, gconstpointer data)
{
  const GramChargeDetail *detail = data;

  show_state (dialog, detail);
  show_ways (dialog, detail);
  show_facts (dialog, detail);
  show_settlements (dialog, detail);
  offer (dialog, detail);
}

static void
verb_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramSession *session = gram_detail_dialog_get_session (GRAM_DETAIL_DIALOG (widget));
  const GramChargeDetail *detail = gram_detail_dialog_get_detail (GRAM_DETAIL_DIALOG (widget));
  const GramChargeRecord *record = detail->row->record;
  AdwDialog *dialog;

  if (g_str_equal (action_name, "charge.offset"))
    dialog = gram_offset_dialog_new (session, record->number, record->id);
  else if (g_str_equal (action_name, "charge.record"))
    dialog = gram_payment_dialog_new (session, record);
  else
    dialog = gram_in_favour_dialog_new (session, detail);
  adw_dialog_present (dialog, widget);
}

static void
gram_charge_view_class_init (GramChargeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GramDetailDialogClass *dialog_class = GRAM_DETAIL_DIALOG_CLASS (klass);

  dialog_class->failed_title = N_ ("Could Not Read the Charge");
  dialog_class->ask = gram_session_charge_async;
  dialog_class->answer = (GramDetailAnswer)gram_session_charge_finish;
  dialog_class->free_detail = (GDestroyNotify)gram_charge_detail_free;
  dialog_class->get_refusal = (GramDetailRefusal)gram_charge_detail_get_refusal;
  dialog_class->show_detail = gram_charge_view_show_detail;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/charges/gram-charge-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, offset_button);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, favour_button);
  gtk_widget_class_bind_template_child (widget_class, GramChargeView, record_button);
  gtk_widget_class_install_action (widget_class, "charge.offset", NULL, verb_action);
  gtk_widget_class_install_action (widget_class, "charge.record", NULL, verb_action);
  gtk_widget_class_install_action (widget_class, "charge.use-in-favour", NULL, verb_action);
}

static void
gram_charge_view_init (GramChargeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_charge_view_new (GramSession *session, gint64 charge_id)
{
  return gram_detail_dialog_new (GRAM_TYPE_CHARGE_VIEW, session, charge_id);
}
