/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-trade.h"

#include "gram-ccts.h"
#include "gram-identifier.h"
#include "gram-rules-private.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

#define NOTIFICATION "CCTS art. 37(3)"
#define WHOLE "CCTS art. 37(2)"
#define PARTIES "CCTS art. 37(1)"
#define PRICE "CCTS art. 37(3)(d)"
#define MAX_NAME 200
#define MAX_REASON 400
#define MAX_NOTE 2000

/* What a form is read into, and what it is checked against. */
typedef struct
{
  const GramCctsRules *rules;
  const GramTradeForm *form;
  const char *own_number;
  GramDate today;
  GramTradeSide side;
  char *name;
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  gint64 quantity;
  gint64 price;
  char *price_reason;
  GramDate agreed_on;
  char *note;
} Reading;

static const GramTitle titles[] = {
  { GRAM_TRADE_FORM_YEAR, N_ ("Scheme year") },
  { GRAM_TRADE_FORM_SIDE, N_ ("Side") },
  { GRAM_TRADE_FORM_NAME, N_ ("Name of the other party") },
  { GRAM_TRADE_FORM_NUMBER, N_ ("Account number of the other party") },
  { GRAM_TRADE_FORM_QUANTITY, N_ ("Allowances") },
  { GRAM_TRADE_FORM_PRICE, N_ ("Price, £") },
  { GRAM_TRADE_FORM_PRICE_REASON, N_ ("Why nothing is paid") },
  { GRAM_TRADE_FORM_AGREED_ON, N_ ("Agreed on") },
  { GRAM_TRADE_FORM_NOTE, N_ ("Own note") },
};

const char *
gram_trade_form_field_title (GramTradeFormField field)
{
  return GRAM_TITLE (NULL, titles, field);
}

static void
reading_clear (Reading *self)
{
  g_free (self->name);
  g_free (self->price_reason);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
refuse (GramTradeFormField field,
        const char *id,
        const char *article,
        const char *problem,
        GramRefusal **refusal)
{
  /* Translators: the first %s names a field of a form, the second says what is wrong with it */
  return gram_refuse (refusal, id, article, _ ("%s: %s"), gram_trade_form_field_title (field),
                      problem);
}

/* A text without blanks around it; one that would not be shown as it is, or is too long, is refused. */
static gboolean
read_text (GramTradeFormField field,
           const char *id,
           const char *text,
           glong max,
           char **result,
           GramRefusal **refusal)
{
  const char *problem
      = _gram_read_text (text, max, field == GRAM_TRADE_FORM_NOTE ? "\n\t" : "", result);

  return problem == NULL || refuse (field, id, NOTIFICATION, problem, refusal);
}

static gboolean
read_year (Reading *r, GramRefusal **refusal)
{
  return gram_ccts_year_check (r->rules, r->form->year, refusal);
}

static gboolean
read_side (Reading *r, GramRefusal **refusal)
{
  int side;

  if (!gram_word_parse ("trade-side", r->form->side, &side))
    return refuse (GRAM_TRADE_FORM_SIDE, "trade.side", NOTIFICATION,
                   _ ("say whether this account transfers the allowances or gets them"), refusal);

  r->side = (GramTradeSide)side;
  return TRUE;
}

static gboolean
read_name (Reading *r, GramRefusal **refusal)
{
  if (!read_text (GRAM_TRADE_FORM_NAME, "trade.name", r->form->name, MAX_NAME, &r->name, refusal))
    return FALSE;

  return *r->name != '\0'
         || refuse (GRAM_TRADE_FORM_NAME, "trade.name", NOTIFICATION,
                    _ ("write the name of the other party’s account"), refusal);
}

static gboolean
read_number (Reading *r, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;

  if (!gram_account_number_parse (r->form->number, r->number, &error))
    return refuse (GRAM_TRADE_FORM_NUMBER, "trade.number", NOTIFICATION, error->message, refusal);

  return g_strcmp0 (r->number, r->own_number) != 0
         || refuse (GRAM_TRADE_FORM_NUMBER, "trade.own-account", PARTIES,
                    _ ("this is the account itself; a trade takes another participant"), refusal);
}

static gboolean
read_quantity (Reading *r, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  if (!gram_decimal_parse (r->form->quantity, GRAM_DECIMAL_SCALE_CO2, &value, &error))
    return refuse (GRAM_TRADE_FORM_QUANTITY, "trade.quantity", NOTIFICATION, error->message,
                   refusal);
  if (!gram_decimal_parse (r->form->quantity, 0, &value, NULL))
    return refuse (GRAM_TRADE_FORM_QUANTITY, "trade.fraction", WHOLE,
                   _ ("only whole allowances are traded; write a whole number"), refusal);

  r->quantity = value;
  return value >= 1
         || refuse (GRAM_TRADE_FORM_QUANTITY, "trade.quantity", NOTIFICATION,
                    _ ("one allowance at least is traded; write how many"), refusal);
}

/* The total, whatever the rulebook lets people notify: question Q7. */
static gboolean
read_price (Reading *r, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;

  if (!gram_decimal_parse (r->form->price, GRAM_DECIMAL_SCALE_MONEY, &r->price, &error))
    return refuse (GRAM_TRADE_FORM_PRICE, "trade.price", PRICE, error->message, refusal);
  if (r->price < 0)
    return refuse (GRAM_TRADE_FORM_PRICE, "trade.price", PRICE,
                   _ ("a price is not negative; write what is paid for the allowances"), refusal);
  if (r->price == 0 && !r->rules->choices->zero_price)
    return refuse (GRAM_TRADE_FORM_PRICE, "trade.price", PRICE,
                   _ ("the rulebook takes no trade for nothing; write what is paid"), refusal);
  if (!r->form->price_in_all && r->rules->choices->price == GRAM_TRADE_PRICE_EACH
      && (!read_quantity (r, NULL) || !gram_decimal_multiply (r->price, r->quantity, &r->price)))
    return refuse (GRAM_TRADE_FORM_PRICE, "trade.price", PRICE,
                   _ ("the price in all is too large to be true; correct price or quantity"),
                   refusal);

  return TRUE;
}

static gboolean
read_price_reason (Reading *r, GramRefusal **refusal)
{
  if (!read_text (GRAM_TRADE_FORM_PRICE_REASON, "trade.price-reason", r->form->price_reason,
                  MAX_REASON, &r->price_reason, refusal))
    return FALSE;
  if (!read_price (r, NULL))
    return TRUE;
  if (r->price > 0)
    {
      g_set_str (&r->price_reason, "");
      return TRUE;
    }

  return *r->price_reason != '\0'
         || refuse (GRAM_TRADE_FORM_PRICE_REASON, "trade.price-reason", PRICE,
                    _ ("a trade for nothing needs a reason; write why nothing is paid"), refusal);
}

static gboolean
read_agreed_on (Reading *r, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;
  GramDate first;

  if (!gram_date_parse (r->form->agreed_on, GRAM_DATE_ISO, &r->agreed_on, &error))
    return refuse (GRAM_TRADE_FORM_AGREED_ON, "trade.agreed-on", NOTIFICATION, error->message,
                   refusal);
  if (gram_date_compare (r->agreed_on, r->today) > 0)
    return refuse (GRAM_TRADE_FORM_AGREED_ON, "trade.agreed-on", NOTIFICATION,
                   _ ("this day is still to come; notify the trade when it is agreed"), refusal);

  first = gram_ccts_year_range (r->rules, (int)r->form->year).first;
  return gram_date_compare (r->agreed_on, first) >= 0
         || refuse (GRAM_TRADE_FORM_AGREED_ON, "trade.agreed-on", NOTIFICATION,
                    _ ("this day is before the scheme year, which had no allowances then; correct "
                       "it"),
                    refusal);
}

static gboolean
read_note (Reading *r, GramRefusal **refusal)
{
  return read_text (GRAM_TRADE_FORM_NOTE, "trade.note", r->form->note, MAX_NOTE, &r->note, refusal);
}

static gboolean (*const readers[GRAM_TRADE_FORM_FIELD_N + 1]) (Reading *r, GramRefusal **refusal)
    = {
        [GRAM_TRADE_FORM_YEAR] = read_year,
        [GRAM_TRADE_FORM_SIDE] = read_side,
        [GRAM_TRADE_FORM_NAME] = read_name,
        [GRAM_TRADE_FORM_NUMBER] = read_number,
        [GRAM_TRADE_FORM_QUANTITY] = read_quantity,
        [GRAM_TRADE_FORM_PRICE] = read_price,
        [GRAM_TRADE_FORM_PRICE_REASON] = read_price_reason,
        [GRAM_TRADE_FORM_AGREED_ON] = read_agreed_on,
        [GRAM_TRADE_FORM_NOTE] = read_note,
      };

gboolean
gram_trade_form_check_field (const GramCctsRules *rules,
                             const GramTradeForm *form,
                             GramTradeFormField field,
                             const char *own_number,
                             GramDate today,
                             GramRefusal **refusal)
{
  g_auto (Reading) reading
      = { .rules = rules, .form = form, .own_number = own_number, .today = today };

  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (form != NULL, FALSE);
  g_return_val_if_fail (field >= 1 && field <= GRAM_TRADE_FORM_FIELD_N, FALSE);

  return readers[field](&reading, refusal);
}

/* Own name and number on the notifying party's side, the other's on the other. */
static GramTradeNotification *
notification_of (Reading *r, const char *own_name)
{
  GramTradeNotification *self = g_new0 (GramTradeNotification, 1);
  gboolean out = r->side == GRAM_TRADE_TRANSFEROR;

  self->year = (int)r->form->year;
  self->side = r->side;
  self->transferor_name = g_strdup (out ? own_name : r->name);
  self->transferor_number = g_strdup (out ? r->own_number : r->number);
  self->transferee_name = g_strdup (out ? r->name : own_name);
  self->transferee_number = g_strdup (out ? r->number : r->own_number);
  self->quantity = r->quantity;
  self->price = r->price;
  self->price_reason = g_steal_pointer (&r->price_reason);
  self->agreed_on = r->agreed_on;
  self->note = g_steal_pointer (&r->note);

  return self;
}

GramTradeNotification *
gram_trade_notification_new (const GramCctsRules *rules,
                             const GramTradeForm *form,
                             const char *own_name,
                             const char *own_number,
                             GramDate today,
                             GramTradeFormField *field,
                             GramRefusal **refusal)
{
  g_auto (Reading) reading
      = { .rules = rules, .form = form, .own_number = own_number, .today = today };

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (own_name != NULL && own_number != NULL, NULL);

  for (int i = 1; i <= GRAM_TRADE_FORM_FIELD_N; i++)
    if (!readers[i](&reading, refusal))
      {
        if (field != NULL)
          *field = (GramTradeFormField)i;
        return NULL;
      }

  return notification_of (&reading, own_name);
}
