/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-dialog.h"

#include "gram-decimal.h"
#include "gram-directory-dialog.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-identifier.h"
#include "gram-trade-dialog-private.h"
#include "gram-trade-texts.h"

#include <glib/gi18n-lib.h>

#define GIVE_UP "give-up"
#define RECEIVE "receive"

/* An account number is complete with so many digits; before that nobody is told that it is wrong. */
#define NUMBER_DIGITS 8

/* Digits between two commas that group them. */
#define GROUP_DIGITS 3

GramTradeSide
_gram_trade_dialog_get_side (GramTradeDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->side_toggles), GIVE_UP) == 0
             ? GRAM_TRADE_TRANSFEROR
             : GRAM_TRADE_TRANSFEREE;
}

const GramTradeYear *
_gram_trade_dialog_get_year (GramTradeDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->year_row);

  return self->years != NULL && selected < self->years->len
             ? g_ptr_array_index (self->years, selected)
             : NULL;
}

/* Digits come in groups, with blanks of every kind between them. */
static char *
dup_without_blanks (AdwEntryRow *row)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  GString *plain = g_string_new (NULL);

  for (const char *c = typed; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (plain, g_utf8_get_char (c));

  return g_string_free_and_steal (plain);
}

/* As people type and paste: commas between groups go, too, unless the only one is that of the pence. */
static char *
dup_plain (AdwEntryRow *row)
{
  char *text = dup_without_blanks (row);
  const char *comma = strrchr (text, ',');

  if (comma == NULL)
    return text;
  if (strchr (text, '.') != NULL || strlen (comma + 1) == GROUP_DIGITS)
    {
      g_auto (GStrv) groups = g_strsplit (text, ",", -1);

      g_free (text);
      return g_strjoinv ("", groups);
    }

  return g_strdelimit (text, ",", '.');
}

char *
_gram_trade_dialog_dup_number (GramTradeDialog *self)
{
  return dup_without_blanks (self->number_row);
}

char *
_gram_trade_dialog_dup_quantity (GramTradeDialog *self)
{
  return dup_plain (self->quantity_row);
}

char *
_gram_trade_dialog_dup_price (GramTradeDialog *self)
{
  return dup_plain (self->price_row);
}

gboolean
_gram_trade_dialog_get_quantity (GramTradeDialog *self, gint64 *quantity)
{
  g_autofree char *text = dup_plain (self->quantity_row);

  return gram_decimal_parse (text, 0, quantity, NULL) && *quantity > 0;
}

gboolean
_gram_trade_dialog_get_price (GramTradeDialog *self, gint64 *pence)
{
  g_autofree char *text = dup_plain (self->price_row);

  return gram_decimal_parse (text, GRAM_DECIMAL_SCALE_MONEY, pence, NULL) && *pence >= 0;
}

GtkWidget *
_gram_trade_dialog_get_row (GramTradeDialog *self, GramTradeFormField field)
{
  GtkWidget *const rows[GRAM_TRADE_FORM_FIELD_N + 1] = {
    [GRAM_TRADE_FORM_YEAR] = GTK_WIDGET (self->year_row),
    [GRAM_TRADE_FORM_NAME] = GTK_WIDGET (self->name_row),
    [GRAM_TRADE_FORM_NUMBER] = GTK_WIDGET (self->number_row),
    [GRAM_TRADE_FORM_QUANTITY] = GTK_WIDGET (self->quantity_row),
    [GRAM_TRADE_FORM_PRICE] = GTK_WIDGET (self->price_row),
    [GRAM_TRADE_FORM_PRICE_REASON] = GTK_WIDGET (self->price_reason_row),
    [GRAM_TRADE_FORM_AGREED_ON] = GTK_WIDGET (self->agreed_row),
    [GRAM_TRADE_FORM_NOTE] = GTK_WIDGET (self->note_row),
  };

  return field > 0 && field <= GRAM_TRADE_FORM_FIELD_N ? rows[field] : NULL;
}

void
_gram_trade_dialog_clear_errors (GramTradeDialog *self)
{
  for (guint field = 1; field <= GRAM_TRADE_FORM_FIELD_N; field++)
    {
      GtkWidget *row = _gram_trade_dialog_get_row (self, (GramTradeFormField)field);

      if (row != NULL)
        gram_form_set_error (row, NULL);
    }
  gram_form_refuse (self->refusal_label, NULL, NULL);
}

/* What the account can still promise; what is amended is not counted twice. */
static gint64
available_before (GramTradeDialog *self, const GramTradeYear *year)
{
  return year->available
         + (self->record != NULL && self->record->side == GRAM_TRADE_TRANSFEROR
                ? self->record->quantity
                : 0);
}

/* What is available, and what will be once this is reserved. */
static void
update_available (GramTradeDialog *self)
{
  const GramTradeYear *year = _gram_trade_dialog_get_year (self);
  gboolean gives = _gram_trade_dialog_get_side (self) == GRAM_TRADE_TRANSFEROR;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  gint64 quantity = 0;
  gint64 available;

  gtk_widget_set_visible (GTK_WIDGET (self->available_row), gives && year != NULL);
  if (!gives || year == NULL)
    return;

  available = available_before (self, year);
  before = gram_format_count (available);
  if (!_gram_trade_dialog_get_quantity (self, &quantity))
    {
      adw_action_row_set_subtitle (self->available_row, before);
      return;
    }

  after = gram_format_count (MAX (available - quantity, 0));
  /* Translators: allowances that are available now, and what is left once some are reserved */
  text = g_strdup_printf (_ ("%1$s, after this %2$s"), before, after);
  adw_action_row_set_subtitle (self->available_row, text);
  if (quantity > available)
    {
      g_free (text);
      /* Translators: %s is a number of allowances */
      text = g_strdup_printf (
          _ ("Only %s are available; the rest is reserved, or not on the account."), before);
      gram_form_set_error (GTK_WIDGET (self->quantity_row), text);
    }
}

/* A price of zero wants a reason; any other is shown for each allowance, too. */
static void
update_price (GramTradeDialog *self)
{
  gint64 quantity = 0;
  gint64 price = 0;
  gboolean priced = _gram_trade_dialog_get_price (self, &price);
  g_autofree char *each = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->price_reason_row), priced && price == 0);
  if (priced && price > 0 && _gram_trade_dialog_get_quantity (self, &quantity))
    each = gram_trade_dup_each (price, quantity);
  adw_action_row_set_subtitle (self->each_row, each != NULL ? each : "–");
}

/* Whether the account can trade in that year at all, on that side, is said before anything is typed. */
static void
update_permit (GramTradeDialog *self)
{
  const GramTradeYear *year = _gram_trade_dialog_get_year (self);
  gboolean gives = _gram_trade_dialog_get_side (self) == GRAM_TRADE_TRANSFEROR;
  const GramRefusal *refusal = year == NULL ? NULL : gives ? year->transferor : year->transferee;

  gram_form_refuse (self->refusal_label, refusal, NULL);
  gtk_widget_set_sensitive (self->send_button, refusal == NULL && !self->working);
  gtk_widget_set_tooltip_text (self->send_button, refusal != NULL ? refusal->message : NULL);
}

static void
update_year (GramTradeDialog *self)
{
  const GramTradeYear *year = _gram_trade_dialog_get_year (self);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *days = NULL;
  g_autofree char *text = NULL;

  if (year == NULL)
    return;

  first = gram_format_date (year->first);
  last = gram_format_date (year->last);
  if (year->days_left < 0)
    {
      /* Translators: first and last day of a trading window */
      text = g_strdup_printf (_ ("Trading window: %1$s to %2$s"), first, last);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->year_row), text);
      return;
    }

  days = gram_trade_dup_days_left (year->days_left);
  /* Translators: last day of a trading window, and “12 days left” or “today is the last day” */
  text = g_strdup_printf (_ ("Trading window: until %1$s, %2$s"), last, days);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->year_row), text);
}

static void
edited (GramTradeDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

static void
side_changed_cb (GramTradeDialog *self)
{
  gboolean gives;

  g_assert (GRAM_IS_TRADE_DIALOG (self));

  gives = _gram_trade_dialog_get_side (self) == GRAM_TRADE_TRANSFEROR;
  adw_preferences_group_set_title (self->party_group,
                                   gives ? _ ("Who Receives Them") : _ ("Who Gives Them Up"));
  gram_form_set_error (GTK_WIDGET (self->quantity_row), NULL);
  update_permit (self);
  update_available (self);
}

static void
year_changed_cb (GramTradeDialog *self)
{
  g_assert (GRAM_IS_TRADE_DIALOG (self));

  update_year (self);
  update_permit (self);
  update_available (self);
}

static void
changed_cb (GramTradeDialog *self, GtkWidget *row)
{
  g_assert (GRAM_IS_TRADE_DIALOG (self));

  gram_form_set_error (row, NULL);
  edited (self);
}

static void
number_changed_cb (GramTradeDialog *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  guint digits = 0;

  g_assert (GRAM_IS_TRADE_DIALOG (self));

  text = _gram_trade_dialog_dup_number (self);
  for (const char *c = text; *c != '\0'; c++)
    digits += g_ascii_isdigit (*c) ? 1 : 0;
  gram_form_set_error (GTK_WIDGET (self->number_row),
                       digits >= NUMBER_DIGITS && !gram_account_number_parse (text, number, &error)
                           ? error->message
                           : NULL);
  edited (self);
}

static void
amount_changed_cb (GramTradeDialog *self, GtkWidget *row)
{
  g_assert (GRAM_IS_TRADE_DIALOG (self));

  gram_form_set_error (row, NULL);
  update_available (self);
  update_price (self);
  edited (self);
}

static void
chosen_cb (GramTradeDialog *self, const char *holder, const char *number)
{
  g_autofree char *grouped = gram_format_account_number (number);

  g_assert (GRAM_IS_TRADE_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), holder);
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), grouped);
  gtk_widget_grab_focus (GTK_WIDGET (self->quantity_row));
}

static void
directory_cb (GramTradeDialog *self)
{
  AdwDialog *dialog;

  g_assert (GRAM_IS_TRADE_DIALOG (self));

  dialog = gram_directory_dialog_new_choosing (self->session);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* What is amended stands in the form; side and scheme year stay. */
static void
fill (GramTradeDialog *self)
{
  const GramTradeNotificationRecord *record = self->record;
  gboolean gives = record->side == GRAM_TRADE_TRANSFEROR;
  g_autofree char *number
      = gram_format_account_number (gives ? record->transferee_number : record->transferor_number);
  g_autofree char *quantity = g_strdup_printf ("%" PRId64, record->quantity);
  g_autofree char *price
      = gram_decimal_format (record->price, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);

  adw_toggle_group_set_active_name (self->side_toggles, gives ? GIVE_UP : RECEIVE);
  set_text (self->name_row, gives ? record->transferee_name : record->transferor_name);
  set_text (self->number_row, number);
  set_text (self->quantity_row, quantity);
  set_text (self->price_row, price);
  set_text (self->price_reason_row, record->price_reason);
  gram_date_row_set_date (self->agreed_row, record->agreed_on);
  gram_text_row_set_text (self->note_row, record->note);
  gtk_widget_set_sensitive (GTK_WIDGET (self->side_toggles), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->year_row), FALSE);
}

/* The year that is amended, else the one whose window is open. */
static guint
first_year (GramTradeDialog *self)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      const GramTradeYear *year = g_ptr_array_index (self->years, i);

      if (self->record != NULL ? year->year == self->record->year : year->days_left >= 0)
        return i;
    }

  return 0;
}

void
_gram_trade_dialog_form_show (GramTradeDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->years->len; i++)
    {
      const GramTradeYear *year = g_ptr_array_index (self->years, i);
      g_autofree char *title = g_strdup_printf ("%d", year->year);

      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->year_row, first_year (self));
  if (self->record != NULL)
    fill (self);
  side_changed_cb (self);
  year_changed_cb (self);
  update_price (self);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        GTK_WIDGET (self->record != NULL ? self->quantity_row : self->name_row));
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
}

void
_gram_trade_dialog_form_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, side_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, amount_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, directory_cb);
}
