/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-texts.h"

#include "gram-case-rules.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* The window ends soon: it stands out from here on. */
#define SOON_DAYS 7

char *
gram_trade_dup_number (gint64 id)
{
  return g_strdup_printf ("#%" PRId64, id);
}

char *
gram_trade_dup_days_left (int days_left)
{
  g_autofree char *number = gram_format_count (days_left);

  if (days_left < 0)
    return g_strdup (_ ("the window is over"));
  if (days_left == 0)
    return g_strdup (_ ("today is the last day"));

  return g_strdup_printf (ngettext ("%s day left", "%s days left", (gulong)days_left), number);
}

/* What a cell says of a state; what is still to be done before the window ends has the days behind it. */
static const struct
{
  GramTradeState state;
  gboolean days;
  const char *text;
} steps[] = {
  { GRAM_TRADE_WAITING, TRUE, N_ ("Waits for the other party") },
  { GRAM_TRADE_DIFFERING, TRUE, N_ ("Does not match") },
  { GRAM_TRADE_MATCHED, FALSE, N_ ("Matched, waits for the administrator") },
  { GRAM_TRADE_REGISTERED, FALSE, N_ ("Registered") },
  { GRAM_TRADE_REFUSED, FALSE, N_ ("Refused by the administrator") },
  { GRAM_TRADE_WITHDRAWN, FALSE, N_ ("Withdrawn") },
  { GRAM_TRADE_VOID, FALSE, N_ ("Void: the window ended") },
};

char *
gram_trade_dup_step (GramTradeState state, int days_left)
{
  g_autofree char *days = gram_trade_dup_days_left (days_left);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].state != state)
        continue;
      if (!steps[i].days)
        return g_strdup (_ (steps[i].text));

      /* Translators: what a trade waits for, and how long that can go on: “Waits for the other party, 12 days left” */
      return g_strdup_printf (C_ ("trade", "%1$s, %2$s"), _ (steps[i].text), days);
    }

  return g_strdup ("");
}

static char *
dup_waiting (const GramTradeDetail *detail)
{
  g_autofree char *last = gram_format_date (detail->row->window_ends);
  g_autofree char *days = gram_trade_dup_days_left (detail->row->days_left);

  /* Translators: %1$s is a date, %2$s is “12 days left” or “today is the last day” */
  return g_strdup_printf (
      _ ("The other party has not notified this trade. It has to by %1$s: %2$s. Otherwise the trade "
         "is treated as not having taken place, and what is reserved is free again."),
      last, days);
}

static char *
dup_differing (const GramTradeDetail *detail)
{
  g_autofree char *last = gram_format_date (detail->row->window_ends);
  g_autofree char *days = gram_trade_dup_days_left (detail->row->days_left);

  /* Translators: %1$s is a date, %2$s is “12 days left” or “today is the last day” */
  return g_strdup_printf (
      _ ("Both parties have notified it, but not the same. One of them has to amend it by %1$s: %2$s. "
         "Otherwise the trade is treated as not having taken place."),
      last, days);
}

/* A state that the reason of the decision, if there is one, belongs to. */
static char *
dup_with_reason (const GramTradeDetail *detail, const char *sentence)
{
  const char *reason = detail->row->record->end_reason;

  if (detail->trade != NULL && detail->trade->reason != NULL && *detail->trade->reason != '\0')
    reason = detail->trade->reason;
  if (reason == NULL || *reason == '\0')
    return g_strdup (sentence);

  /* Translators: a sentence, and the reason that somebody gave */
  return g_strdup_printf (_ ("%1$s Reason: %2$s"), sentence, reason);
}

char *
gram_trade_dup_sentence (const GramTradeDetail *detail)
{
  g_return_val_if_fail (detail != NULL, NULL);

  switch ((GramTradeState)detail->row->record->state)
    {
    case GRAM_TRADE_WAITING:
      return dup_waiting (detail);
    case GRAM_TRADE_DIFFERING:
      return dup_differing (detail);
    case GRAM_TRADE_MATCHED:
      return g_strdup (
          detail->administrators_side
              ? _ ("Both parties say the same. Register the trade, or refuse it with a reason.")
              : _ ("Both parties say the same. The administrator registers the trade and tells you."));
    case GRAM_TRADE_REGISTERED:
      return dup_with_reason (detail,
                              _ ("The trade is in the registry; the allowances have moved."));
    case GRAM_TRADE_REFUSED:
      return dup_with_reason (
          detail,
          _ ("The administrator was not satisfied: the trade is treated as not having taken "
             "place."));
    case GRAM_TRADE_WITHDRAWN:
      return dup_with_reason (detail, _ ("It was withdrawn before it was matched; nothing moved."));
    case GRAM_TRADE_VOID:
      return g_strdup (_ (
          "The window ended without a match: the trade is treated as not having taken place, and what was "
          "reserved is free."));
    case GRAM_TRADE_LIVE:
    case GRAM_TRADE_ALL_STATES:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
gram_trade_dup_party (const char *name, const char *number)
{
  g_autofree char *grouped = gram_format_account_number (number);

  /* Translators: name of a holder and its account number */
  return g_strdup_printf (C_ ("trade", "%1$s · %2$s"), name, grouped);
}

char *
gram_trade_dup_each (gint64 price, gint64 quantity)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (quantity > 0, NULL);

  if (price % quantity == 0)
    return gram_format_money (price / quantity, "GBP");

  number = gram_format_decimal (gram_trade_unit_price (price, quantity), 4, 4);

  /* Translators: an amount of pounds sterling; %s is a figure */
  return g_strdup_printf (_ ("£%s"), number);
}

char *
gram_trade_dup_price (gint64 price, gint64 quantity)
{
  g_autofree char *all = gram_format_money (price, "GBP");
  g_autofree char *each = gram_trade_dup_each (price, quantity);

  if (price == 0)
    return g_steal_pointer (&all);

  /* Translators: a price in all, and the price of one allowance */
  return g_strdup_printf (_ ("%1$s (%2$s each)"), all, each);
}

char *
gram_trade_dup_field (const GramTradeNotificationRecord *record, GramTradeField field)
{
  g_return_val_if_fail (record != NULL, NULL);

  switch (field)
    {
    case GRAM_TRADE_FIELD_TRANSFEROR_NAME:
      return g_strdup (record->transferor_name);
    case GRAM_TRADE_FIELD_TRANSFEROR_NUMBER:
      return gram_format_account_number (record->transferor_number);
    case GRAM_TRADE_FIELD_TRANSFEREE_NAME:
      return g_strdup (record->transferee_name);
    case GRAM_TRADE_FIELD_TRANSFEREE_NUMBER:
      return gram_format_account_number (record->transferee_number);
    case GRAM_TRADE_FIELD_QUANTITY:
      return gram_format_count (record->quantity);
    case GRAM_TRADE_FIELD_PRICE:
      return gram_trade_dup_price (record->price, record->quantity);
    case GRAM_TRADE_ALL_FIELDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
trade_number (GObject *object, gboolean loading, gint64 id)
{
  return loading ? g_strdup ("") : gram_trade_dup_number (id);
}

static char *
trade_party (GObject *object, gboolean loading, const char *name, const char *number)
{
  return loading ? g_strdup ("") : gram_trade_dup_party (name, number);
}

/* What goes out has a minus sign, for the eye of whoever reads a column. */
static char *
dup_signed (guint side, gint64 quantity)
{
  g_autofree char *number = gram_format_count (quantity);

  return g_strdup_printf (side == GRAM_TRADE_TRANSFEROR ? "−%s" : "+%s", number);
}

static char *
trade_signed (GObject *object, gboolean loading, guint side, gint64 quantity)
{
  return loading ? g_strdup ("") : dup_signed (side, quantity);
}

static char *
trade_quantity (GObject *object, gboolean loading, gint64 quantity)
{
  return loading ? g_strdup ("") : gram_format_count (quantity);
}

static char *
trade_price (GObject *object, gboolean loading, gint64 price)
{
  return loading ? g_strdup ("") : gram_format_money (price, "GBP");
}

static char *
trade_price_tip (GObject *object, gboolean loading, gint64 price, gint64 quantity)
{
  return loading || quantity <= 0 ? g_strdup ("") : gram_trade_dup_price (price, quantity);
}

static char *
trade_notified (GObject *object, gboolean loading, gint64 notified_at)
{
  return loading ? g_strdup ("") : gram_format_day_of_instant (notified_at);
}

static char *
trade_year (GObject *object, gboolean loading, int year)
{
  return loading ? g_strdup ("") : g_strdup_printf ("%d", year);
}

static char *
trade_side (GObject *object, gboolean loading, guint side)
{
  return g_strdup (loading || side == 0 ? "" : gram_trade_side_title ((GramTradeSide)side));
}

static char *
trade_step (GObject *object, gboolean loading, guint state, int days_left)
{
  return loading ? g_strdup ("") : gram_trade_dup_step ((GramTradeState)state, days_left);
}

/* What somebody has to do something about stands out, the more so the less time there is. */
static guint
trade_urgency (GObject *object, gboolean loading, guint state, int days_left)
{
  if (loading || days_left < 0)
    return GRAM_CASE_URGENCY_NONE;
  if (state == GRAM_TRADE_DIFFERING)
    return days_left <= SOON_DAYS ? GRAM_CASE_URGENCY_OVERDUE : GRAM_CASE_URGENCY_TODAY;
  if (state == GRAM_TRADE_WAITING && days_left <= SOON_DAYS)
    return days_left == 0 ? GRAM_CASE_URGENCY_TODAY : GRAM_CASE_URGENCY_SOON;

  return GRAM_CASE_URGENCY_NONE;
}

/* The first line of a narrow row: from whom to whom. */
static char *
trade_parties (GObject *object, gboolean loading, const char *transferor, const char *transferee)
{
  if (loading)
    return g_strdup ("");

  /* Translators: who gives allowances, and who gets them */
  return g_strdup_printf (C_ ("trade", "%1$s → %2$s"), transferor, transferee);
}

/* The second: how many, and for how much. */
static char *
trade_summary (GObject *object, gboolean loading, gint64 quantity, gint64 price)
{
  g_autofree char *number = NULL;
  g_autofree char *money = NULL;

  if (loading)
    return g_strdup ("");

  number = gram_format_count (quantity);
  money = gram_format_money (price, "GBP");

  /* Translators: allowances of a trade, and the price in all */
  return g_strdup_printf (C_ ("trade", "%1$s for %2$s"), number, money);
}

static char *
trade_row_label (GObject *object,
                 gboolean loading,
                 gint64 id,
                 guint side,
                 const char *transferor,
                 const char *transferee,
                 gint64 quantity,
                 guint state,
                 int days_left)
{
  g_autofree char *number = NULL;
  g_autofree char *count = NULL;
  g_autofree char *step = NULL;

  if (loading || quantity <= 0)
    return g_strdup (_ ("Loading"));

  number = gram_trade_dup_number (id);
  count = gram_format_count (quantity);
  step = gram_trade_dup_step ((GramTradeState)state, days_left);

  /* Translators: a row for a screen reader: number, allowances, who gives them, who gets them, what comes next */
  return g_strdup_printf (_ ("%1$s, %2$s allowances from %3$s to %4$s, %5$s"), number, count,
                          transferor, transferee, step);
}

void
gram_trade_texts_bind_closures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, trade_number);
  gtk_widget_class_bind_template_callback (widget_class, trade_party);
  gtk_widget_class_bind_template_callback (widget_class, trade_parties);
  gtk_widget_class_bind_template_callback (widget_class, trade_signed);
  gtk_widget_class_bind_template_callback (widget_class, trade_quantity);
  gtk_widget_class_bind_template_callback (widget_class, trade_price);
  gtk_widget_class_bind_template_callback (widget_class, trade_price_tip);
  gtk_widget_class_bind_template_callback (widget_class, trade_notified);
  gtk_widget_class_bind_template_callback (widget_class, trade_year);
  gtk_widget_class_bind_template_callback (widget_class, trade_side);
  gtk_widget_class_bind_template_callback (widget_class, trade_step);
  gtk_widget_class_bind_template_callback (widget_class, trade_urgency);
  gtk_widget_class_bind_template_callback (widget_class, trade_summary);
  gtk_widget_class_bind_template_callback (widget_class, trade_row_label);
}
