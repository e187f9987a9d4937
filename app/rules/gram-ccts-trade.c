/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-trade.h"

#include "gram-rules-private.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

#define NOTIFICATION "CCTS art. 37(3)"
#define REGISTERING "CCTS art. 37(6)"
#define NOT_SATISFIED "CCTS art. 37(7)"

/* How a notification goes: a trade that is over goes nowhere. */
static const struct
{
  GramTradeVerb verb;
  guint from;
  GramTradeState to;
} moves[] = {
  { GRAM_TRADE_AMEND, GRAM_TRADE_WAITING | GRAM_TRADE_DIFFERING, GRAM_TRADE_WAITING },
  { GRAM_TRADE_WITHDRAW, GRAM_TRADE_WAITING | GRAM_TRADE_DIFFERING, GRAM_TRADE_WITHDRAWN },
  { GRAM_TRADE_MATCH, GRAM_TRADE_WAITING | GRAM_TRADE_DIFFERING, GRAM_TRADE_MATCHED },
  { GRAM_TRADE_DIFFER, GRAM_TRADE_WAITING | GRAM_TRADE_DIFFERING, GRAM_TRADE_DIFFERING },
  { GRAM_TRADE_PART, GRAM_TRADE_DIFFERING, GRAM_TRADE_WAITING },
  { GRAM_TRADE_REGISTER, GRAM_TRADE_MATCHED, GRAM_TRADE_REGISTERED },
  { GRAM_TRADE_REFUSE, GRAM_TRADE_LIVE, GRAM_TRADE_REFUSED },
  { GRAM_TRADE_END, GRAM_TRADE_WAITING | GRAM_TRADE_DIFFERING, GRAM_TRADE_VOID },
};

/* Where a notification stands, as the answer to whatever is not possible there. */
static const struct
{
  GramTradeState state;
  const char *article;
  const char *message;
} refusals[] = {
  { GRAM_TRADE_WAITING, NOTIFICATION,
    N_ ("The other party has not notified the trade; it has to before the trading window ends") },
  { GRAM_TRADE_DIFFERING, NOTIFICATION,
    N_ ("The two notifications differ; one of the parties has to amend or withdraw its own") },
  { GRAM_TRADE_MATCHED, REGISTERING,
    N_ ("Both parties notified the same trade; it waits for the administrator") },
  { GRAM_TRADE_REGISTERED, REGISTERING,
    N_ ("The trade is registered and cannot be changed; agree and notify one the other way round") },
  { GRAM_TRADE_REFUSED, NOT_SATISFIED,
    N_ ("The trade was refused and is treated as not having taken place; notify it anew") },
  { GRAM_TRADE_WITHDRAWN, NOTIFICATION, N_ ("The notification was withdrawn; notify it anew") },
  { GRAM_TRADE_VOID, NOT_SATISFIED,
    N_ ("The trading window ended before both parties notified the same trade, so that it is "
        "treated as not having taken place") },
};

static const GramTitle field_titles[] = {
  { GRAM_TRADE_FIELD_TRANSFEROR_NAME, N_ ("Name of the transferor") },
  { GRAM_TRADE_FIELD_TRANSFEROR_NUMBER, N_ ("Account number of the transferor") },
  { GRAM_TRADE_FIELD_TRANSFEREE_NAME, N_ ("Name of the transferee") },
  { GRAM_TRADE_FIELD_TRANSFEREE_NUMBER, N_ ("Account number of the transferee") },
  { GRAM_TRADE_FIELD_QUANTITY, N_ ("Allowances") },
  { GRAM_TRADE_FIELD_PRICE, N_ ("Price in all") },
};

GramTradeNotification *
gram_trade_notification_copy (const GramTradeNotification *self)
{
  GramTradeNotification *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->transferor_name = g_strdup (self->transferor_name);
  copy->transferor_number = g_strdup (self->transferor_number);
  copy->transferee_name = g_strdup (self->transferee_name);
  copy->transferee_number = g_strdup (self->transferee_number);
  copy->price_reason = g_strdup (self->price_reason);
  copy->note = g_strdup (self->note);

  return copy;
}

void
gram_trade_notification_free (GramTradeNotification *self)
{
  if (self == NULL)
    return;

  g_free (self->transferor_name);
  g_free (self->transferor_number);
  g_free (self->transferee_name);
  g_free (self->transferee_number);
  g_free (self->price_reason);
  g_free (self->note);
  g_free (self);
}

const char *
gram_trade_notification_other_number (const GramTradeNotification *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->side == GRAM_TRADE_TRANSFEROR ? self->transferee_number : self->transferor_number;
}

const char *
gram_trade_notification_other_name (const GramTradeNotification *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->side == GRAM_TRADE_TRANSFEROR ? self->transferee_name : self->transferor_name;
}

gboolean
gram_trade_is_pair (const GramTradeNotification *a, const GramTradeNotification *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->year == b->year && a->side != b->side
         && g_strcmp0 (a->transferor_number, b->transferor_number) == 0
         && g_strcmp0 (a->transferee_number, b->transferee_number) == 0;
}

/* A name without case and with single blanks, so that nobody stumbles over how it was typed. */
static char *
fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name != NULL ? name : "", -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  g_autoptr (GString) squeezed = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          blank = squeezed->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (squeezed, ' ');
      blank = FALSE;
      g_string_append_unichar (squeezed, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&squeezed));
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *first = fold_name (a);
  g_autofree char *second = fold_name (b);

  return g_str_equal (first, second);
}

guint
gram_trade_compare (const GramTradeNotification *a, const GramTradeNotification *b)
{
  guint fields = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (!is_same_name (a->transferor_name, b->transferor_name))
    fields |= GRAM_TRADE_FIELD_TRANSFEROR_NAME;
  if (g_strcmp0 (a->transferor_number, b->transferor_number) != 0)
    fields |= GRAM_TRADE_FIELD_TRANSFEROR_NUMBER;
  if (!is_same_name (a->transferee_name, b->transferee_name))
    fields |= GRAM_TRADE_FIELD_TRANSFEREE_NAME;
  if (g_strcmp0 (a->transferee_number, b->transferee_number) != 0)
    fields |= GRAM_TRADE_FIELD_TRANSFEREE_NUMBER;
  if (a->quantity != b->quantity)
    fields |= GRAM_TRADE_FIELD_QUANTITY;
  if (a->price != b->price)
    fields |= GRAM_TRADE_FIELD_PRICE;

  return fields;
}

const char *
gram_trade_field_title (GramTradeField field)
{
  return GRAM_TITLE (NULL, field_titles, field);
}

char *
gram_trade_field_format (const GramTradeNotification *self, GramTradeField field)
{
  g_autofree char *amount = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  switch (field)
    {
    case GRAM_TRADE_FIELD_TRANSFEROR_NAME:
      return g_strdup (self->transferor_name);

    case GRAM_TRADE_FIELD_TRANSFEROR_NUMBER:
      return g_strdup (self->transferor_number);

    case GRAM_TRADE_FIELD_TRANSFEREE_NAME:
      return g_strdup (self->transferee_name);

    case GRAM_TRADE_FIELD_TRANSFEREE_NUMBER:
      return g_strdup (self->transferee_number);

    case GRAM_TRADE_FIELD_QUANTITY:
      return _gram_number_for_people (self->quantity, 0);

    case GRAM_TRADE_FIELD_PRICE:
      amount = _gram_amount_for_people (self->price, GRAM_DECIMAL_SCALE_MONEY);
      /* Translators: %s is an amount of pounds sterling */
      return g_strdup_printf (_ ("£%s"), amount);

    case GRAM_TRADE_ALL_FIELDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
gram_trade_fields_sentence (guint fields)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (field_titles); i++)
    if ((fields & (guint)field_titles[i].value) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", _ (field_titles[i].title));
  if (list->len == 0)
    return g_strdup ("");

  /* Translators: %s names fields of a notification, parted by “; ” */
  return g_strdup_printf (_ ("The two notifications differ in: %s"), list->str);
}

gboolean
gram_trade_move (GramTradeState from, GramTradeVerb verb, GramTradeState *to, GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].verb == verb && (moves[i].from & (guint)from) != 0)
      {
        if (to != NULL)
          *to = moves[i].to;
        return TRUE;
      }

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].state == from)
      return gram_refuse (refusal, "trade.state", refusals[i].article, "%s",
                          _ (refusals[i].message));

  g_return_val_if_reached (FALSE);
}

gint64
gram_trade_unit_price (gint64 price, gint64 quantity)
{
  gint64 each;

  g_return_val_if_fail (price >= 0, 0);
  g_return_val_if_fail (quantity > 0, 0);

  if (!gram_decimal_multiply_divide (price, 100, quantity, GRAM_ROUND_HALF_UP, &each))
    return G_MAXINT64;

  return each;
}

gboolean
gram_trade_check_available (gint64 available, gint64 quantity, int year, GramRefusal **refusal)
{
  g_autofree char *amount = NULL;

  if (quantity <= available)
    return TRUE;

  amount = _gram_number_for_people (MAX (available, 0), 0);
  return gram_refuse (refusal, "trade.not-available", "CCTS art. 37(1)",
                      /* Translators: %s is a number of allowances, %d a year */
                      _ ("Only %s allowances of %d are available; what is promised in another "
                         "trade does not count"),
                      amount, year);
}
