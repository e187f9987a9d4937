/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-transfer-view.h"

#include "gram-account-words.h"
#include "gram-credit-texts.h"
#include "gram-form-dialog.h"
#include "gram-formats.h"
#include "gram-questions-credits.h"
#include "gram-rows.h"
#include "gram-sign-dialog.h"

#include <glib/gi18n-lib.h>

struct _GramTransferView
{
  GramDetailDialog parent_instance;

  /* Template Widgets */
  GtkWidget *cancel_button;
  GtkWidget *decline_button;
  GtkWidget *accept_button;
};

G_DEFINE_FINAL_TYPE (GramTransferView, gram_transfer_view, GRAM_TYPE_DETAIL_DIALOG)

static char *
party_text (const char *name, const char *number, GramAccountKind kind)
{
  g_autofree char *written = gram_format_account_number (number);

  return g_strdup_printf ("%s, %s (%s)", name, written, gram_account_kind_title (kind));
}

static void
show_facts (GramDetailDialog *dialog, const GramCreditTransferDetail *detail)
{
  const GramCreditTransferRecord *record = detail->row->record;
  AdwPreferencesGroup *group = gram_detail_dialog_add_group (dialog, _ ("What Is Transferred"));
  g_autofree char *from = party_text (record->from_name, record->from_number, record->from_kind);
  g_autofree char *to = party_text (record->to_name, record->to_number, record->to_kind);
  g_autofree char *given = gram_credit_dup_of_kind (record->credits, record->from_kind);
  g_autofree char *received = gram_credit_dup_of_kind (record->received, record->to_kind);
  g_autofree char *offered = gram_format_day_of_instant (record->offered_at);
  g_autofree char *ended
      = record->ended_at != 0 ? gram_format_day_of_instant (record->ended_at) : NULL;

  gram_rows_add_property (group, _ ("From"), from);
  gram_rows_add_property (group, _ ("To"), to);
  gram_rows_add_property (group, _ ("Given"), given);
  if (record->from_kind != record->to_kind)
    gram_rows_add_property (group, _ ("Received"), received);
  gram_rows_add_property (group, C_ ("transfer", "Reference"), record->reference);
  gram_rows_add_property (group, _ ("Offered"), offered);
  gram_rows_add_property (group, _ ("Offered By"), detail->offered_by);
  gram_rows_add_property (group, gram_credit_transfer_state_title (record->state), ended);
  gram_rows_add_property (group, _ ("Ended By"), detail->ended_by);
  gram_rows_add_property (group, _ ("Reason"), record->end_reason);
}

static void
show_lines (GramDetailDialog *dialog, const GramCreditTransferDetail *detail)
{
  AdwPreferencesGroup *group = gram_detail_dialog_add_group (dialog, _ ("By Year of Origin"));

  for (guint i = 0; i < detail->lines->len; i++)
    {
      const GramCreditTransferLine *line
          = &g_array_index (detail->lines, GramCreditTransferLine, i);
      g_autofree char *title = gram_credit_dup_years (line->year, line->year);
      g_autofree char *text = gram_credit_transfer_dup_line (detail, i);

      gram_rows_add_property (group, title, text);
    }
}

/* For the administrator's side alone. */
static void
show_obstacles (GramDetailDialog *dialog, const GramCreditTransferDetail *detail)
{
  AdwPreferencesGroup *group;

  if (detail->obstacles->len == 0)
    return;

  group = gram_detail_dialog_add_group (dialog, _ ("What Stands in the Way"));
  for (guint i = 0; i < detail->obstacles->len; i++)
    {
      const GramRefusal *obstacle = detail->obstacles->pdata[i];

      gram_rows_add_property (group, obstacle->article != NULL ? obstacle->article : _ ("Rule"),
                              obstacle->message);
    }
}

static void
show_state (GramDetailDialog *dialog, const GramCreditTransferRow *row)
{
  const char *state = gram_credit_transfer_state_title (row->record->state);
  g_autofree char *title = gram_credit_transfer_dup_title (row);
  g_autofree char *sentence = gram_credit_transfer_dup_sentence (row);

  gram_detail_dialog_set_titles (dialog, NULL, title);
  gram_credit_transfer_show_look (row->record->state,
                                  gram_detail_dialog_set_state (dialog, state, sentence));
}

static void
offer (GramDetailDialog *dialog, const GramCreditTransferRow *row)
{
  GramTransferView *self = GRAM_TRANSFER_VIEW (dialog);
  gboolean live = row->record->state == GRAM_CREDIT_TRANSFER_OFFERED;

  gram_detail_dialog_offer (dialog, self->cancel_button, "transfer.cancel", live && row->outgoing);
  gram_detail_dialog_offer (dialog, self->decline_button, "transfer.decline",
                            live && !row->outgoing);
  gram_detail_dialog_offer (dialog, self->accept_button, "transfer.accept", live && !row->outgoing);
}

static void
gram_transfer_view_show_detail (GramDetailDialog *dialog, gconstpointer data)
{
  const GramCreditTransferDetail *detail = data;

  show_state (dialog, detail->row);
  show_obstacles (dialog, detail);
  show_facts (dialog, detail);
  show_lines (dialog, detail);
  offer (dialog, detail->row);
}

static GVariant *
arguments_of (const GramCreditTransferRow *row, gboolean version)
{
  const GramCreditTransferRecord *record = row->record;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "account", "s",
                         row->outgoing ? record->from_number : record->to_number);
  g_variant_dict_insert (&dict, "transfer", "x", record->id);
  if (version)
    g_variant_dict_insert (&dict, "version", "x", (gint64)record->version);

  return g_variant_dict_end (&dict);
}

/* Whoever signs sees whose, what and of which years. */
static void
sign_lines (GramSignDialog *dialog, const GramCreditTransferDetail *detail)
{
  const GramCreditTransferRecord *record = detail->row->record;
  g_autofree char *from = party_text (record->from_name, record->from_number, record->from_kind);
  g_autofree char *given = gram_credit_dup_of_kind (record->credits, record->from_kind);
  g_autofree char *received = gram_credit_dup_of_kind (record->received, record->to_kind);
  g_autofree char *used = gram_format_count (detail->used_per_new);
  /* Translators: %s is a number; so many credits of used vehicles stand for one of new ones */
  g_autofree char *ratio = g_strdup_printf (_ ("%s to 1 (used to new vehicles)"), used);

  gram_sign_dialog_add_line (dialog, _ ("From"), from);
  if (detail->used_per_new != 0)
    {
      gram_sign_dialog_add_line (dialog, _ ("Given"), given);
      gram_sign_dialog_add_line (dialog, C_ ("transfer", "Ratio"), ratio);
    }
  gram_sign_dialog_add_line (dialog, _ ("Received"), received);
  for (guint i = 0; i < detail->lines->len; i++)
    {
      int year = g_array_index (detail->lines, GramCreditTransferLine, i).year;
      g_autofree char *title = gram_credit_dup_years (year, year);
      g_autofree char *text = gram_credit_transfer_dup_line (detail, i);

      gram_sign_dialog_add_line (dialog, title, text);
    }
  if (record->reference != NULL && *record->reference != '\0')
    gram_sign_dialog_add_line (dialog, C_ ("transfer", "Reference"), record->reference);
}

static void
accept_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramDetailDialog *self = GRAM_DETAIL_DIALOG (widget);
  const GramCreditTransferDetail *detail = gram_detail_dialog_get_detail (self);
  AdwDialog *dialog = gram_sign_dialog_new (gram_detail_dialog_get_session (self),
                                            "transfer.accept", arguments_of (detail->row, TRUE),
                                            _ ("Accept Credits"), _ ("_Sign and Accept"));

  gram_sign_dialog_set_explanation (
      GRAM_SIGN_DIALOG (dialog),
      _ ("The credits come over at once. This cannot be undone; the same credits can only be offered back."));
  sign_lines (GRAM_SIGN_DIALOG (dialog), detail);
  adw_dialog_present (dialog, widget);
}

static const GramFormField decline_fields[] = {
  { "reason",
    N_ ("_Reason, Which the Other Holder Reads"),
    GRAM_FORM_LINES,
    N_ ("Say why, so that the other holder knows what to do."),
    { { NULL } } },
  { NULL, NULL, 0, NULL, { { NULL } } },
};

static const GramForm decline_form = {
  .command = "transfer.decline",
  .title = N_ ("Decline the Offer"),
  .verb = N_ ("_Decline"),
  .lead = N_ ("The credits go back to the other holder."),
  .destructive = TRUE,
  .done = N_ ("Declined"),
  .fields = decline_fields,
};

static const GramForm cancel_form = {
  .command = "transfer.cancel",
  .title = N_ ("Cancel the Offer"),
  .verb = N_ ("_Cancel the Offer"),
  .lead = N_ ("The credits are free again, and the other holder is told that the offer is over."),
  .destructive = TRUE,
  .done = N_ ("Offer cancelled"),
};

static void
present_form (GtkWidget *widget, const GramForm *form, gboolean version)
{
  GramDetailDialog *self = GRAM_DETAIL_DIALOG (widget);
  const GramCreditTransferDetail *detail = gram_detail_dialog_get_detail (self);

  adw_dialog_present (gram_form_dialog_new (gram_detail_dialog_get_session (self), form,
                                            arguments_of (detail->row, version)),
                      widget);
}

static void
decline_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  present_form (widget, &decline_form, FALSE);
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  present_form (widget, &cancel_form, TRUE);
}

static void
gram_transfer_view_class_init (GramTransferViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GramDetailDialogClass *dialog_class = GRAM_DETAIL_DIALOG_CLASS (klass);

  dialog_class->failed_title = N_ ("Could Not Read the Transfer");
  dialog_class->ask = gram_session_credit_transfer_async;
  dialog_class->answer = (GramDetailAnswer)gram_session_credit_transfer_finish;
  dialog_class->free_detail = (GDestroyNotify)gram_credit_transfer_detail_free;
  dialog_class->get_refusal = (GramDetailRefusal)gram_credit_transfer_detail_get_refusal;
  dialog_class->show_detail = gram_transfer_view_show_detail;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/credits/gram-transfer-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, decline_button);
  gtk_widget_class_bind_template_child (widget_class, GramTransferView, accept_button);
  gtk_widget_class_install_action (widget_class, "transfer.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "transfer.decline", NULL, decline_action);
  gtk_widget_class_install_action (widget_class, "transfer.cancel", NULL, cancel_action);
}

static void
gram_transfer_view_init (GramTransferView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_transfer_view_new (GramSession *session, gint64 transfer_id)
{
  return gram_detail_dialog_new (GRAM_TYPE_TRANSFER_VIEW, session, transfer_id);
}
