/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-words.h"
#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Trades (art. 37): what a party notifies, how two notifications are compared, and which way a notification goes.
 */

/**
 * GramTradeFormField:
 * @GRAM_TRADE_FORM_YEAR: scheme year
 * @GRAM_TRADE_FORM_SIDE: what the notifying party is
 * @GRAM_TRADE_FORM_NAME: name of the other party
 * @GRAM_TRADE_FORM_NUMBER: account number of the other party
 * @GRAM_TRADE_FORM_QUANTITY: allowances
 * @GRAM_TRADE_FORM_PRICE: price in all, pounds
 * @GRAM_TRADE_FORM_PRICE_REASON: why nothing is paid; needed for a price of 0
 * @GRAM_TRADE_FORM_AGREED_ON: day on which the trade was agreed
 * @GRAM_TRADE_FORM_NOTE: the party's own note; nobody else reads it
 *
 * The fields of the form, in its order. Vocabulary `trade-form-field`: the names of the command's arguments.
 */
typedef enum
{
  GRAM_TRADE_FORM_YEAR = 1,
  GRAM_TRADE_FORM_SIDE,
  GRAM_TRADE_FORM_NAME,
  GRAM_TRADE_FORM_NUMBER,
  GRAM_TRADE_FORM_QUANTITY,
  GRAM_TRADE_FORM_PRICE,
  GRAM_TRADE_FORM_PRICE_REASON,
  GRAM_TRADE_FORM_AGREED_ON,
  GRAM_TRADE_FORM_NOTE,
} GramTradeFormField;

/**
 * GRAM_TRADE_FORM_FIELD_N:
 *
 * How many fields there are.
 */
#define GRAM_TRADE_FORM_FIELD_N GRAM_TRADE_FORM_NOTE

/**
 * GramTradeForm:
 * @year: scheme year
 * @side: word of the vocabulary `trade-side`
 * @name: name of the other party
 * @number: account number of the other party, as typed
 * @quantity: allowances, as typed
 * @price: pounds as the rulebook takes them, in all or for each allowance, as typed, with `.` as its separator
 * @price_in_all: the price is the one in all whatever the rulebook takes: it was notified before
 * @price_reason: (nullable): why nothing is paid
 * @agreed_on: ISO date
 * @note: (nullable): the party's own note
 *
 * What somebody filled in. The texts are borrowed.
 */
typedef struct
{
  gint64 year;
  const char *side;
  const char *name;
  const char *number;
  const char *quantity;
  const char *price;
  gboolean price_in_all;
  const char *price_reason;
  const char *agreed_on;
  const char *note;
} GramTradeForm;

/**
 * GramTradeNotification:
 * @year: scheme year
 * @side: what the notifying party is
 * @transferor_name: art. 37(3)(a)
 * @transferor_number: art. 37(3)(a), eight digits
 * @transferee_name: art. 37(3)(b)
 * @transferee_number: art. 37(3)(b), eight digits
 * @quantity: allowances: art. 37(3)(c)
 * @price: price in all, pence: art. 37(3)(d)
 * @price_reason: why nothing is paid; empty unless @price is 0
 * @agreed_on: day on which the trade was agreed
 * @note: the party's own note; may be empty
 *
 * What a party notifies, read and checked.
 */
typedef struct
{
  int year;
  GramTradeSide side;
  char *transferor_name;
  char *transferor_number;
  char *transferee_name;
  char *transferee_number;
  gint64 quantity;
  gint64 price;
  char *price_reason;
  GramDate agreed_on;
  char *note;
} GramTradeNotification;

/**
 * GramTradeField:
 * @GRAM_TRADE_FIELD_TRANSFEROR_NAME: name of the transferor
 * @GRAM_TRADE_FIELD_TRANSFEROR_NUMBER: account number of the transferor
 * @GRAM_TRADE_FIELD_TRANSFEREE_NAME: name of the transferee
 * @GRAM_TRADE_FIELD_TRANSFEREE_NUMBER: account number of the transferee
 * @GRAM_TRADE_FIELD_QUANTITY: allowances
 * @GRAM_TRADE_FIELD_PRICE: price
 * @GRAM_TRADE_ALL_FIELDS: every one
 *
 * What two notifications are compared by (art. 37(3)). Vocabulary `trade-field`, flags.
 */
typedef enum
{
  GRAM_TRADE_FIELD_TRANSFEROR_NAME = 1 << 0,
  GRAM_TRADE_FIELD_TRANSFEROR_NUMBER = 1 << 1,
  GRAM_TRADE_FIELD_TRANSFEREE_NAME = 1 << 2,
  GRAM_TRADE_FIELD_TRANSFEREE_NUMBER = 1 << 3,
  GRAM_TRADE_FIELD_QUANTITY = 1 << 4,
  GRAM_TRADE_FIELD_PRICE = 1 << 5,
  GRAM_TRADE_ALL_FIELDS = (1 << 6) - 1,
} GramTradeField;

/**
 * GramTradeVerb:
 * @GRAM_TRADE_AMEND: the party changes its notification
 * @GRAM_TRADE_WITHDRAW: the party withdraws it
 * @GRAM_TRADE_MATCH: the other party's says the same
 * @GRAM_TRADE_DIFFER: the other party's says something else
 * @GRAM_TRADE_PART: the other party's is gone or was amended; it waits again
 * @GRAM_TRADE_REGISTER: the administrator is satisfied (art. 37(6))
 * @GRAM_TRADE_REFUSE: the administrator is not (art. 37(7))
 * @GRAM_TRADE_END: the trading window ends
 *
 * What happens to a notification. Vocabulary `trade-verb`.
 */
typedef enum
{
  GRAM_TRADE_AMEND = 1,
  GRAM_TRADE_WITHDRAW,
  GRAM_TRADE_MATCH,
  GRAM_TRADE_DIFFER,
  GRAM_TRADE_PART,
  GRAM_TRADE_REGISTER,
  GRAM_TRADE_REFUSE,
  GRAM_TRADE_END,
} GramTradeVerb;

/**
 * gram_trade_form_field_title:
 * @field: a field
 *
 * Returns: (transfer none): translated, for example “Account number of the other party”
 */
const char *gram_trade_form_field_title (GramTradeFormField field);

/**
 * gram_trade_form_check_field:
 * @rules: the rules
 * @form: what somebody filled in
 * @field: which field
 * @own_number: (nullable): account number of the notifying party
 * @today: today
 * @refusal: (out) (optional): as gram_trade_notification_new()
 *
 * Checks one field, for a form that tells at once.
 *
 * Returns: %TRUE if the field is right
 */
gboolean gram_trade_form_check_field (const GramCctsRules *rules,
                                      const GramTradeForm *form,
                                      GramTradeFormField field,
                                      const char *own_number,
                                      GramDate today,
                                      GramRefusal **refusal);

/**
 * gram_trade_notification_new:
 * @rules: the rules
 * @form: what somebody filled in
 * @own_name: name of the notifying party
 * @own_number: its account number, eight digits
 * @today: today
 * @field: (out) (optional): the field that is wrong
 * @refusal: (out) (optional): `year.none`, `trade.side`, `trade.name`, `trade.number`, `trade.own-account`,
 *   `trade.quantity`, `trade.fraction` (art. 37(2)), `trade.price`, `trade.price-reason`, `trade.agreed-on`, `trade.note`
 *
 * Reads and checks a form (art. 37(2)–(3)). Time is gram_ccts_check_act().
 *
 * Returns: (transfer full) (nullable): the notification, or %NULL with a refusal
 */
GramTradeNotification *gram_trade_notification_new (const GramCctsRules *rules,
                                                    const GramTradeForm *form,
                                                    const char *own_name,
                                                    const char *own_number,
                                                    GramDate today,
                                                    GramTradeFormField *field,
                                                    GramRefusal **refusal);

/**
 * gram_trade_notification_copy:
 * @self: a notification
 *
 * Returns: (transfer full): a copy
 */
GramTradeNotification *gram_trade_notification_copy (const GramTradeNotification *self);

/**
 * gram_trade_notification_free:
 * @self: (nullable): a notification
 *
 * Frees a notification.
 */
void gram_trade_notification_free (GramTradeNotification *self);

/**
 * gram_trade_notification_other_number:
 * @self: a notification
 *
 * Returns: (transfer none): account number of the other party
 */
const char *gram_trade_notification_other_number (const GramTradeNotification *self);

/**
 * gram_trade_notification_other_name:
 * @self: a notification
 *
 * Returns: (transfer none): name of the other party
 */
const char *gram_trade_notification_other_name (const GramTradeNotification *self);

/**
 * gram_trade_is_pair:
 * @a: a notification
 * @b: another one
 *
 * Returns: %TRUE if the two can be of one trade: one year, opposite sides, the same two account numbers
 */
gboolean gram_trade_is_pair (const GramTradeNotification *a, const GramTradeNotification *b);

/**
 * gram_trade_compare:
 * @a: a notification
 * @b: the other party's
 *
 * Names are compared without case and with single blanks; figures exactly.
 *
 * Returns: #GramTradeField flags of what differs, 0 if both say the same (art. 37(3))
 */
guint gram_trade_compare (const GramTradeNotification *a, const GramTradeNotification *b);

/**
 * gram_trade_field_title:
 * @field: one field
 *
 * Returns: (transfer none): translated, for example “Name of the transferor”
 */
const char *gram_trade_field_title (GramTradeField field);

/**
 * gram_trade_field_format:
 * @self: a notification
 * @field: one field
 *
 * Returns: (transfer full): its value for people, for example “£375,000.00”
 */
char *gram_trade_field_format (const GramTradeNotification *self, GramTradeField field);

/**
 * gram_trade_fields_sentence:
 * @fields: #GramTradeField flags
 *
 * The fields in one sentence, without any value, so that both parties may read it: “Quantity and price differ.”
 *
 * Returns: (transfer full): the sentence, empty for no field
 */
char *gram_trade_fields_sentence (guint fields);

/**
 * gram_trade_move:
 * @from: state of a notification
 * @verb: what happens
 * @to: (out) (optional): the state after it; the same for %GRAM_TRADE_AMEND of a waiting one
 * @refusal: (out) (optional): `trade.state`, a sentence about where the notification stands
 *
 * The states of a notification. Either party amends or withdraws until they match; then the administrator decides.
 *
 * Returns: %TRUE if @verb is possible in @from
 */
gboolean gram_trade_move (GramTradeState from,
                          GramTradeVerb verb,
                          GramTradeState *to,
                          GramRefusal **refusal);

/**
 * gram_trade_unit_price:
 * @price: price in all, pence
 * @quantity: allowances, from 1 on
 *
 * Returns: price of one allowance in hundredths of a penny (scale 4 in pounds), half up; for people only, never compared
 */
gint64 gram_trade_unit_price (gint64 price, gint64 quantity);

/**
 * gram_trade_check_available:
 * @available: allowances that are held and not reserved
 * @quantity: allowances that are promised
 * @year: scheme year
 * @refusal: (out) (optional): `trade.not-available`; the sentence names what is available
 *
 * Returns: %TRUE if nothing is promised twice
 */
gboolean
gram_trade_check_available (gint64 available, gint64 quantity, int year, GramRefusal **refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTradeNotification, gram_trade_notification_free)

G_END_DECLS
