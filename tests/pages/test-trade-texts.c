/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-texts.h"

/* What groups digits without a locale. */
#define S "\u202f"

/* What comes next, and how long it can wait (art. 37(3), (7)). */
static void
test_step (void)
{
  static const struct
  {
    GramTradeState state;
    int days_left;
    const char *text;
  } rows[] = {
    { GRAM_TRADE_WAITING, 12, "Waits for the other party, 12 days left" },
    { GRAM_TRADE_WAITING, 1, "Waits for the other party, 1 day left" },
    { GRAM_TRADE_WAITING, 0, "Waits for the other party, today is the last day" },
    { GRAM_TRADE_WAITING, -1, "Waits for the other party, the window is over" },
    { GRAM_TRADE_DIFFERING, 3, "Does not match, 3 days left" },
    { GRAM_TRADE_MATCHED, -1, "Matched, waits for the administrator" },
    { GRAM_TRADE_REGISTERED, -1, "Registered" },
    { GRAM_TRADE_REFUSED, -1, "Refused by the administrator" },
    { GRAM_TRADE_WITHDRAWN, -1, "Withdrawn" },
    { GRAM_TRADE_VOID, -1, "Void: the window ended" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = gram_trade_dup_step (rows[i].state, rows[i].days_left);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* The price is that of all of them (question Q7); that of one is for the eye. */
static void
test_price (void)
{
  static const struct
  {
    gint64 price;
    gint64 quantity;
    const char *text;
  } rows[] = {
    { 37500000, 30000, "£375" S "000.00 (£12.50 each)" },
    { 2500100, 2000, "£25" S "001.00 (£12.5005 each)" },
    { 100, 3, "£1.00 (£0.3333 each)" },
    { 200, 3, "£2.00 (£0.6667 each)" },
    { 1, 1, "£0.01 (£0.01 each)" },
    { 0, 30000, "£0.00" },
    { G_MAXINT64, 1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = gram_trade_dup_price (rows[i].price, rows[i].quantity);

      if (rows[i].text != NULL)
        g_assert_cmpstr (text, ==, rows[i].text);
      else
        g_assert_nonnull (text);
    }
}

/* Each field of art. 37(3) as people read it. */
static void
test_fields (void)
{
  GramTradeNotificationRecord record = {
    .transferor_name = (char *)"Alpha Motors plc",
    .transferor_number = (char *)"10000032",
    .transferee_name = (char *)"Beta Cars Ltd",
    .transferee_number = (char *)"10000040",
    .quantity = 30000,
    .price = 37500000,
  };
  static const struct
  {
    GramTradeField field;
    const char *text;
  } rows[] = {
    { GRAM_TRADE_FIELD_TRANSFEROR_NAME, "Alpha Motors plc" },
    { GRAM_TRADE_FIELD_TRANSFEROR_NUMBER, "1000\u00a00032" },
    { GRAM_TRADE_FIELD_TRANSFEREE_NAME, "Beta Cars Ltd" },
    { GRAM_TRADE_FIELD_TRANSFEREE_NUMBER, "1000\u00a00040" },
    { GRAM_TRADE_FIELD_QUANTITY, "30" S "000" },
    { GRAM_TRADE_FIELD_PRICE, "£375" S "000.00 (£12.50 each)" },
  };
  g_autofree char *party = gram_trade_dup_party ("Beta Cars Ltd", "10000040");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = gram_trade_dup_field (&record, rows[i].field);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_cmpstr (party, ==, "Beta Cars Ltd · 1000\u00a00040");
}

/* Every state has a sentence that says what it means, and the reason of a decision stands behind it. */
static void
test_sentence (void)
{
  GramTradeNotificationRecord record = { .end_reason = (char *)"" };
  GramTradeRow row = { .record = &record, .days_left = 12, .window_ends = (char *)"2026-12-31" };
  GramTradeDetail detail = { .row = &row };
  g_autofree char *last = NULL;

  for (guint state = 1; state <= GRAM_TRADE_VOID; state <<= 1)
    {
      g_autofree char *text = NULL;

      record.state = state;
      text = gram_trade_dup_sentence (&detail);
      g_assert_true (g_str_has_suffix (text, "."));
      g_assert_cmpint (strstr (text, "31 December 2026") != NULL, ==,
                       (state & (GRAM_TRADE_WAITING | GRAM_TRADE_DIFFERING)) != 0);
    }
  record.state = GRAM_TRADE_REFUSED;
  record.end_reason = (char *)"Never paid.";
  last = gram_trade_dup_sentence (&detail);
  g_assert_true (g_str_has_suffix (last, "Reason: Never paid."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trade-texts/step", test_step);
  g_test_add_func ("/trade-texts/price", test_price);
  g_test_add_func ("/trade-texts/fields", test_fields);
  g_test_add_func ("/trade-texts/sentence", test_sentence);

  return g_test_run ();
}
