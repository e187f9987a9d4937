/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-dialog.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-sign-dialog.h"
#include "gram-trade-dialog-private.h"
#include "gram-trade-texts.h"

#include <glib/gi18n-lib.h>

/* What was filled in, as texts that live as long as it does. */
typedef struct
{
  GramTradeForm form;
  char *name;
  char *number;
  char *quantity;
  char *price;
  char *price_reason;
  char *agreed_on;
  char *note;
} Filled;

static void
filled_clear (Filled *filled)
{
  g_free (filled->name);
  g_free (filled->number);
  g_free (filled->quantity);
  g_free (filled->price);
  g_free (filled->price_reason);
  g_free (filled->agreed_on);
  g_free (filled->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filled, filled_clear)

static void
read_form (GramTradeDialog *self, Filled *filled)
{
  const GramTradeYear *year = _gram_trade_dialog_get_year (self);
  gint64 price = 0;
  gboolean nothing = _gram_trade_dialog_get_price (self, &price) && price == 0;

  filled->name = gram_form_dup_text (GTK_WIDGET (self->name_row));
  filled->number = _gram_trade_dialog_dup_number (self);
  filled->quantity = _gram_trade_dialog_dup_quantity (self);
  filled->price = _gram_trade_dialog_dup_price (self);
  filled->price_reason
      = nothing ? gram_form_dup_text (GTK_WIDGET (self->price_reason_row)) : g_strdup ("");
  filled->agreed_on = gram_date_row_dup_date (self->agreed_row);
  filled->note = gram_text_row_dup_text (self->note_row);
  filled->form = (GramTradeForm){
    .year = year != NULL ? year->year : 0,
    .side = gram_word_for ("trade-side", (int)_gram_trade_dialog_get_side (self)),
    .name = filled->name,
    .number = filled->number,
    .quantity = filled->quantity,
    .price = filled->price,
    .price_reason = filled->price_reason,
    .agreed_on = filled->agreed_on,
    .note = filled->note,
  };
}

static const char *
command_of (GramTradeDialog *self)
{
  return self->record != NULL ? "trade.amend" : "trade.notify";
}

static GVariant *
arguments_of (GramTradeDialog *self, const Filled *filled)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "account", "s", self->account);
  if (self->record != NULL)
    {
      g_variant_dict_insert (&dict, "notification", "x", self->record->id);
      g_variant_dict_insert (&dict, "version", "x", (gint64)self->record->version);
    }
  else
    {
      g_variant_dict_insert (&dict, "year", "x", filled->form.year);
      g_variant_dict_insert (&dict, "side", "s", filled->form.side);
    }
  g_variant_dict_insert (&dict, "name", "s", filled->name);
  g_variant_dict_insert (&dict, "number", "s", filled->number);
  g_variant_dict_insert (&dict, "quantity", "s", filled->quantity);
  g_variant_dict_insert (&dict, "price", "s", filled->price);
  g_variant_dict_insert (&dict, "price-reason", "s", filled->price_reason);
  g_variant_dict_insert (&dict, "agreed-on", "s", filled->agreed_on);
  g_variant_dict_insert (&dict, "note", "s", filled->note);

  return g_variant_dict_end (&dict);
}

/* What has come of it: the other party may have notified it already. */
static const struct
{
  GramTradeState state;
  const char *sentence;
} outcomes[] = {
  { GRAM_TRADE_WAITING, N_ ("Notified; now it is the other party’s turn") },
  { GRAM_TRADE_DIFFERING, N_ ("Notified, but the other party’s notification differs: see what") },
  { GRAM_TRADE_MATCHED, N_ ("Notified, and it matches: the administrator registers it") },
  { GRAM_TRADE_REGISTERED, N_ ("Notified, matched and registered") },
};

static void
signed_cb (GramTradeDialog *self, GVariant *value)
{
  const char *word = NULL;
  int state = 0;

  g_assert (GRAM_IS_TRADE_DIALOG (self));

  if (g_variant_lookup (value, "state", "&s", &word))
    gram_word_parse ("trade-state", word, &state);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (outcomes[i].state == (GramTradeState)state)
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ (outcomes[i].sentence));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
add_lines (GramTradeDialog *self, GramSignDialog *dialog, const Filled *filled)
{
  gboolean gives = _gram_trade_dialog_get_side (self) == GRAM_TRADE_TRANSFEROR;
  g_autofree char *party = gram_trade_dup_party (filled->name, filled->number);
  g_autofree char *year = g_strdup_printf ("%d", (int)filled->form.year);
  g_autofree char *count = NULL;
  g_autofree char *money = NULL;
  g_autofree char *agreed = gram_format_date (filled->agreed_on);
  gint64 quantity = 0;
  gint64 price = 0;

  _gram_trade_dialog_get_quantity (self, &quantity);
  _gram_trade_dialog_get_price (self, &price);
  count = gram_format_count (quantity);
  money = gram_trade_dup_price (price, quantity);
  gram_sign_dialog_add_line (dialog, gives ? _ ("We Give Up to") : _ ("We Receive from"), party);
  gram_sign_dialog_add_line (dialog, _ ("Allowances"), count);
  gram_sign_dialog_add_line (dialog, _ ("Scheme Year"), year);
  gram_sign_dialog_add_line (dialog, _ ("Price"), money);
  gram_sign_dialog_add_line (dialog, _ ("Agreed"), agreed);
}

static void
sign (GramTradeDialog *self, const Filled *filled)
{
  gboolean gives = _gram_trade_dialog_get_side (self) == GRAM_TRADE_TRANSFEROR;
  AdwDialog *dialog
      = gram_sign_dialog_new (self->session, command_of (self), arguments_of (self, filled),
                              self->record != NULL ? _ ("Amend the Notification")
                                                   : _ ("Notify the Trade"),
                              self->record != NULL ? _ ("_Sign and Amend")
                                                   : _ ("_Sign and Notify"));

  gram_sign_dialog_set_explanation (
      GRAM_SIGN_DIALOG (dialog),
      gives
          ? _ ("You tell the administrator that these allowances are given up (CCTS art. 37(3)). They are reserved until "
               "the trade is registered or over. Until it is registered you can amend or withdraw.")
          : _ ("You tell the administrator that these allowances are received (CCTS art. 37(3)). They arrive once both "
               "parties say the same and the trade is registered. Until then you can amend or withdraw."));
  add_lines (self, GRAM_SIGN_DIALOG (dialog), filled);
  g_signal_connect_object (dialog, "done", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
set_working (GramTradeDialog *self, gboolean working)
{
  self->working = working;
  gtk_widget_set_sensitive (self->send_button, !working);
  gtk_widget_set_visible (self->spinner, working);
}

/* Which field a refusal is about. */
static const struct
{
  const char *id;
  GramTradeFormField field;
} fields[] = {
  { "trade.name", GRAM_TRADE_FORM_NAME },
  { "trade.number", GRAM_TRADE_FORM_NUMBER },
  { "trade.own-account", GRAM_TRADE_FORM_NUMBER },
  { "trade.counterparty", GRAM_TRADE_FORM_NUMBER },
  { "trade.quantity", GRAM_TRADE_FORM_QUANTITY },
  { "trade.fraction", GRAM_TRADE_FORM_QUANTITY },
  { "trade.not-available", GRAM_TRADE_FORM_QUANTITY },
  { "trade.price", GRAM_TRADE_FORM_PRICE },
  { "trade.price-reason", GRAM_TRADE_FORM_PRICE_REASON },
  { "trade.agreed-on", GRAM_TRADE_FORM_AGREED_ON },
  { "trade.note", GRAM_TRADE_FORM_NOTE },
};

static GtkWidget *
row_of (GramTradeDialog *self, const GramRefusal *refusal)
{
  for (gsize i = 0; refusal != NULL && i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].id, refusal->id))
      return _gram_trade_dialog_get_row (self, fields[i].field);

  return NULL;
}

/* The field that is wrong says so; what is wrong with none in particular stands below the form. */
static void
refuse (GramTradeDialog *self, const GramRefusal *refusal, const GError *error)
{
  GtkWidget *row = row_of (self, refusal);

  if (row == NULL)
    {
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }

  gram_form_set_error (row, refusal->message);
  gtk_widget_grab_focus (row);
}

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramTradeDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Filled) filled = { 0 };
  GramOutcome outcome
      = gram_session_check_trade_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (self->send_button == NULL)
    return;

  set_working (self, FALSE);
  if (outcome != GRAM_OUTCOME_DONE)
    {
      refuse (self, refusal, error);
      return;
    }

  read_form (self, &filled);
  sign (self, &filled);
}

static void
send_cb (GramTradeDialog *self)
{
  g_auto (Filled) filled = { 0 };

  g_assert (GRAM_IS_TRADE_DIALOG (self));

  if (self->years == NULL || !gtk_widget_get_sensitive (self->send_button))
    return;

  _gram_trade_dialog_clear_errors (self);
  read_form (self, &filled);
  set_working (self, TRUE);
  gram_session_check_trade_async (self->session, self->record != NULL ? self->record->id : 0,
                                  &filled.form, self->cancellable, checked_cb, g_object_ref (self));
}

void
_gram_trade_dialog_send_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}
