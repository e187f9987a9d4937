/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-trade.h"

#include "rulebooks.h"

#include <string.h>

#define ALPHA "10000016"
#define BETA "10000024"
#define TODAY gram_date_make (2026, 11, 20)

/* What Alpha fills in for the trade of §11. */
static const GramTradeForm right = {
  .year = 2025,
  .side = "transferor",
  .name = " Beta Cars Ltd ",
  .number = "1000 0024",
  .quantity = "30000",
  .price = "375000.00",
  .agreed_on = "2026-11-18",
  .note = "as agreed on the telephone\nand by letter",
};

static GramTradeNotification *
notify (const GramTradeForm *form, GramTradeFormField *field, GramRefusal **refusal)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  return gram_trade_notification_new (rulebook->ccts, form, "Alpha Motors plc", ALPHA, TODAY, field,
                                      refusal);
}

static void
test_form (void)
{
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramTradeNotification) n = notify (&right, NULL, &refusal);
  g_autoptr (GramTradeNotification) copy = NULL;

  g_assert_null (refusal);
  g_assert_cmpint (n->year, ==, 2025);
  g_assert_cmpint (n->side, ==, GRAM_TRADE_TRANSFEROR);
  g_assert_cmpstr (n->transferor_name, ==, "Alpha Motors plc");
  g_assert_cmpstr (n->transferor_number, ==, ALPHA);
  g_assert_cmpstr (n->transferee_name, ==, "Beta Cars Ltd");
  g_assert_cmpstr (n->transferee_number, ==, BETA);
  g_assert_cmpint (n->quantity, ==, 30000);
  g_assert_cmpint (n->price, ==, 37500000);
  g_assert_cmpstr (n->price_reason, ==, "");
  g_assert_cmpstr (gram_trade_notification_other_number (n), ==, BETA);
  g_assert_cmpstr (gram_trade_notification_other_name (n), ==, "Beta Cars Ltd");
  /* £12.50 each */
  g_assert_cmpint (gram_trade_unit_price (n->price, n->quantity), ==, 125000);

  copy = gram_trade_notification_copy (n);
  g_assert_cmpuint (gram_trade_compare (n, copy), ==, 0);
  g_assert_cmpstr (copy->note, ==, n->note);
}

/* One thing changed in a form that is right. */
static const struct
{
  GramTradeFormField field;
  const char *value;
  const char *id;
  const char *article;
} mistakes[] = {
  { GRAM_TRADE_FORM_YEAR, "2023", "year.none", "CCTS art. 31(1)" },
  { GRAM_TRADE_FORM_SIDE, "broker", "trade.side", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_SIDE, NULL, "trade.side", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_NAME, " ", "trade.name", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_NAME, "Beta\nCars", "trade.name", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_NAME, "Beta\xe2\x80\xae sraC", "trade.name", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_NAME, "\xff", "trade.name", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_NUMBER, "10000025", "trade.number", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_NUMBER, "", "trade.number", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_NUMBER, ALPHA, "trade.own-account", "CCTS art. 37(1)" },
  { GRAM_TRADE_FORM_QUANTITY, "0", "trade.quantity", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_QUANTITY, "-30000", "trade.quantity", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_QUANTITY, "many", "trade.quantity", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_QUANTITY, "30000.5", "trade.fraction", "CCTS art. 37(2)" },
  { GRAM_TRADE_FORM_PRICE, "", "trade.price", "CCTS art. 37(3)(d)" },
  { GRAM_TRADE_FORM_PRICE, "-1", "trade.price", "CCTS art. 37(3)(d)" },
  { GRAM_TRADE_FORM_PRICE, "1.005", "trade.price", "CCTS art. 37(3)(d)" },
  { GRAM_TRADE_FORM_PRICE, "0", "trade.price-reason", "CCTS art. 37(3)(d)" },
  { GRAM_TRADE_FORM_AGREED_ON, "2026-11-21", "trade.agreed-on", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_AGREED_ON, "2024-12-31", "trade.agreed-on", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_AGREED_ON, "20.11.2026", "trade.agreed-on", "CCTS art. 37(3)" },
  { GRAM_TRADE_FORM_NOTE, "\x01", "trade.note", "CCTS art. 37(3)" },
};

static GramTradeForm
form_with (GramTradeFormField field, const char *value)
{
  GramTradeForm form = right;
  const char **texts[GRAM_TRADE_FORM_FIELD_N + 1] = {
    [GRAM_TRADE_FORM_SIDE] = &form.side,
    [GRAM_TRADE_FORM_NAME] = &form.name,
    [GRAM_TRADE_FORM_NUMBER] = &form.number,
    [GRAM_TRADE_FORM_QUANTITY] = &form.quantity,
    [GRAM_TRADE_FORM_PRICE] = &form.price,
    [GRAM_TRADE_FORM_PRICE_REASON] = &form.price_reason,
    [GRAM_TRADE_FORM_AGREED_ON] = &form.agreed_on,
    [GRAM_TRADE_FORM_NOTE] = &form.note,
  };

  if (field == GRAM_TRADE_FORM_YEAR)
    g_assert_true (gram_decimal_parse (value, 0, &form.year, NULL));
  else
    *texts[field] = value;
  return form;
}

static void
test_mistakes (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      GramTradeForm form = form_with (mistakes[i].field, mistakes[i].value);
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GramRefusal) at_once = NULL;
      GramTradeFormField field = GRAM_TRADE_FORM_NOTE;
      g_autoptr (GramTradeNotification) n = notify (&form, &field, &refusal);

      g_test_message ("%s: %s", gram_trade_form_field_title (mistakes[i].field), mistakes[i].value);
      g_assert_null (n);
      g_assert_cmpstr (refusal->id, ==, mistakes[i].id);
      g_assert_cmpstr (refusal->article, ==, mistakes[i].article);
      /* The form says the same about the field at once. */
      g_assert_false (
          gram_trade_form_check_field (rulebook->ccts, &form, field, ALPHA, TODAY, &at_once));
      g_assert_cmpstr (at_once->id, ==, mistakes[i].id);
    }

  for (int field = 1; field <= GRAM_TRADE_FORM_FIELD_N; field++)
    g_assert_true (gram_trade_form_check_field (rulebook->ccts, &right, (GramTradeFormField)field,
                                                ALPHA, TODAY, NULL));
}

/* A price of 0 with a reason, without one where the rulebook takes none, and a price for each (question Q7). */
static void
test_prices (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  GramCctsChoices choices = *rulebook->ccts->choices;
  GramCctsRules rules = *rulebook->ccts;
  GramTradeForm form = right;
  g_autoptr (GramTradeNotification) gift = NULL;
  g_autoptr (GramTradeNotification) each = NULL;
  g_autoptr (GramRefusal) refusal = NULL;

  form.price = "0.00";
  form.price_reason = "within one group";
  gift = notify (&form, NULL, NULL);
  g_assert_cmpint (gift->price, ==, 0);
  g_assert_cmpstr (gift->price_reason, ==, "within one group");

  choices.zero_price = FALSE;
  rules.choices = &choices;
  g_assert_false (
      gram_trade_form_check_field (&rules, &form, GRAM_TRADE_FORM_PRICE, ALPHA, TODAY, &refusal));
  g_assert_cmpstr (refusal->id, ==, "trade.price");

  choices.price = GRAM_TRADE_PRICE_EACH;
  form.price = "12.50";
  each = gram_trade_notification_new (&rules, &form, "Alpha Motors plc", ALPHA, TODAY, NULL, NULL);
  g_assert_cmpint (each->price, ==, 37500000);
  form.price = "92233720368547758.07";
  g_assert_false (
      gram_trade_form_check_field (&rules, &form, GRAM_TRADE_FORM_PRICE, ALPHA, TODAY, NULL));
}

/* Beta's notification, one thing changed, and what differs from Alpha's. */
static const struct
{
  const char *alpha;
  const char *beta;
  gint64 quantity;
  gint64 price;
  guint differs;
} others[] = {
  { "Alpha Motors plc", "Beta Cars Ltd", 30000, 37500000, 0 },
  { "ALPHA  motors PLC ", "beta cars ltd", 30000, 37500000, 0 },
  { "Alpha Motors", "Beta Cars Ltd", 30000, 37500000, GRAM_TRADE_FIELD_TRANSFEROR_NAME },
  { "Alpha Motors plc", "Beta Car Ltd", 30000, 37500000, GRAM_TRADE_FIELD_TRANSFEREE_NAME },
  { "Alpha Motors plc", "Beta Cars Ltd", 3000, 37500000, GRAM_TRADE_FIELD_QUANTITY },
  { "Alpha Motors plc", "Beta Cars Ltd", 30000, 37500001, GRAM_TRADE_FIELD_PRICE },
  { "Alpha", "Beta", 1, 1,
    GRAM_TRADE_FIELD_TRANSFEROR_NAME | GRAM_TRADE_FIELD_TRANSFEREE_NAME | GRAM_TRADE_FIELD_QUANTITY
        | GRAM_TRADE_FIELD_PRICE },
};

static void
test_compare (void)
{
  g_autoptr (GramTradeNotification) ours = notify (&right, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GramTradeNotification) theirs = gram_trade_notification_copy (ours);
      g_autofree char *sentence = NULL;
      guint differs;

      theirs->side = GRAM_TRADE_TRANSFEREE;
      g_set_str (&theirs->transferor_name, others[i].alpha);
      g_set_str (&theirs->transferee_name, others[i].beta);
      theirs->quantity = others[i].quantity;
      theirs->price = others[i].price;

      g_assert_true (gram_trade_is_pair (ours, theirs));
      differs = gram_trade_compare (ours, theirs);
      g_assert_cmphex (differs, ==, others[i].differs);
      g_assert_cmphex (gram_trade_compare (theirs, ours), ==, differs);
      sentence = gram_trade_fields_sentence (differs);
      g_assert_true ((differs == 0) == (*sentence == '\0'));
      /* Who reads the sentence learns no value of the other party's. */
      g_assert_null (strpbrk (sentence, "0123456789"));
    }
}

static void
test_pairs (void)
{
  g_autoptr (GramTradeNotification) ours = notify (&right, NULL, NULL);
  g_autoptr (GramTradeNotification) theirs = gram_trade_notification_copy (ours);

  g_assert_false (gram_trade_is_pair (ours, theirs));
  theirs->side = GRAM_TRADE_TRANSFEREE;
  g_assert_true (gram_trade_is_pair (ours, theirs));
  theirs->year = 2024;
  g_assert_false (gram_trade_is_pair (ours, theirs));
  theirs->year = 2025;
  g_set_str (&theirs->transferor_number, "10000032");
  g_assert_false (gram_trade_is_pair (ours, theirs));
  g_assert_cmphex (gram_trade_compare (ours, theirs), ==, GRAM_TRADE_FIELD_TRANSFEROR_NUMBER);
}

/* Which verb is possible where: waiting, differing, matched, registered, refused, withdrawn, void; and where it leads.
 * Either party amends or withdraws until they match. */
static const struct
{
  GramTradeVerb verb;
  const char *possible;
  GramTradeState to;
} moves[] = {
  { GRAM_TRADE_AMEND, "yynnnnn", GRAM_TRADE_WAITING },
  { GRAM_TRADE_WITHDRAW, "yynnnnn", GRAM_TRADE_WITHDRAWN },
  { GRAM_TRADE_MATCH, "yynnnnn", GRAM_TRADE_MATCHED },
  { GRAM_TRADE_DIFFER, "yynnnnn", GRAM_TRADE_DIFFERING },
  { GRAM_TRADE_PART, "nynnnnn", GRAM_TRADE_WAITING },
  { GRAM_TRADE_REGISTER, "nnynnnn", GRAM_TRADE_REGISTERED },
  { GRAM_TRADE_REFUSE, "yyynnnn", GRAM_TRADE_REFUSED },
  { GRAM_TRADE_END, "yynnnnn", GRAM_TRADE_VOID },
};

static void
test_moves (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint state = 0; state < strlen (moves[i].possible); state++)
      {
        g_autoptr (GramRefusal) refusal = NULL;
        GramTradeState to = 0;
        gboolean can
            = gram_trade_move ((GramTradeState)(1u << state), moves[i].verb, &to, &refusal);

        g_assert_true (can == (moves[i].possible[state] == 'y'));
        g_assert_cmpint (to, ==, can ? (int)moves[i].to : 0);
        if (!can)
          g_assert_cmpstr (refusal->id, ==, "trade.state");
      }
}

static void
test_available (void)
{
  g_autoptr (GramRefusal) refusal = NULL;

  g_assert_true (gram_trade_check_available (30000, 30000, 2025, NULL));
  g_assert_false (gram_trade_check_available (29999, 30000, 2025, &refusal));
  g_assert_cmpstr (refusal->id, ==, "trade.not-available");
  g_assert_nonnull (strstr (refusal->message, "999"));
}

static void
test_values (void)
{
  g_autoptr (GramTradeNotification) n = notify (&right, NULL, NULL);

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *value = gram_trade_field_format (n, (GramTradeField)(1u << i));

      g_assert_cmpstr (value, !=, "");
      g_assert_cmpstr (gram_trade_field_title ((GramTradeField)(1u << i)), !=, "");
    }
  g_assert_cmpint (gram_trade_unit_price (100, 3), ==, 3333);
  g_assert_cmpint (gram_trade_unit_price (200, 3), ==, 6667);
  g_assert_cmpint (gram_trade_unit_price (0, 3), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccts/trade/form", test_form);
  g_test_add_func ("/ccts/trade/mistakes", test_mistakes);
  g_test_add_func ("/ccts/trade/prices", test_prices);
  g_test_add_func ("/ccts/trade/compare", test_compare);
  g_test_add_func ("/ccts/trade/pairs", test_pairs);
  g_test_add_func ("/ccts/trade/moves", test_moves);
  g_test_add_func ("/ccts/trade/available", test_available);
  g_test_add_func ("/ccts/trade/values", test_values);

  return g_test_run ();
}
