/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-match.h"

#include <string.h>

#define NONE GRAM_PAYMENT_MATCH_NONE
#define LIKELY GRAM_PAYMENT_MATCH_LIKELY
#define CERTAIN GRAM_PAYMENT_MATCH_CERTAIN
#define NOTHING GRAM_PAYMENT_REASON_NOTHING
#define SEVERAL GRAM_PAYMENT_REASON_SEVERAL
#define CONTRADICTION GRAM_PAYMENT_REASON_CONTRADICTION
#define NUMBER GRAM_PAYMENT_REASON_NUMBER
#define INVOICE GRAM_PAYMENT_REASON_INVOICE
#define AMOUNT GRAM_PAYMENT_REASON_AMOUNT
#define PAYER GRAM_PAYMENT_REASON_PAYER

/* Four accounts and open charges; two of them have the same outstanding, two accounts the same name. */
static GramPaymentMatcher *
matcher_new (void)
{
  GramPaymentMatcher *self = gram_payment_matcher_new ();

  gram_payment_matcher_add_account (self, 1, "10000016", "Harbour Street Imports Ltd");
  gram_payment_matcher_add_account (self, 2, "10000024", "Alpha Motors plc");
  gram_payment_matcher_add_account (self, 3, "10000032", "Bay Cars");
  gram_payment_matcher_add_account (self, 4, "10000040", "Bay Cars");
  gram_payment_matcher_add_charge (self, 11, 1, NULL, 16086);
  gram_payment_matcher_add_charge (self, 12, 1, NULL, 5000);
  gram_payment_matcher_add_charge (self, 21, 2, "FA-2026-0001", 149745);
  gram_payment_matcher_add_charge (self, 22, 2, "FA-2026-0002", 5000);
  /* One invoice for the charge of a year and what was carried over; one number that two registers gave. */
  gram_payment_matcher_add_charge (self, 23, 2, "FA-2027-0001", 4321);
  gram_payment_matcher_add_charge (self, 24, 2, "FA-2027-0001", 1234);
  gram_payment_matcher_add_charge (self, 33, 3, "INV 77001", 4322);
  gram_payment_matcher_add_charge (self, 41, 4, "INV 77001", 4323);
  gram_payment_matcher_add_charge (self, 31, 3, NULL, 7777);
  gram_payment_matcher_add_charge (self, 32, 3, NULL, 7777);

  return self;
}

static const struct
{
  const char *what;
  gint64 amount;
  const char *text;
  const char *payer;
  GramPaymentCertainty certainty;
  GramPaymentReason reason;
  gint64 account;
  gint64 charge;
} lines[] = {
  { "number alone", 999, "CO2 10000016", NULL, CERTAIN, NUMBER, 1, 0 },
  { "number, and exactly one charge", 16086, "10000016", NULL, CERTAIN, NUMBER, 1, 11 },
  { "number in groups", 999, "ref 1000 0016 thanks", NULL, CERTAIN, NUMBER, 1, 0 },
  { "number with a dash", 999, "1000-0016", NULL, CERTAIN, NUMBER, 1, 0 },
  { "number behind a year", 999, "2026 10000016", NULL, CERTAIN, NUMBER, 1, 0 },
  { "number before an amount", 999, "10000016 160", NULL, CERTAIN, NUMBER, 1, 0 },
  { "number in brackets", 999, "(10000016)", NULL, CERTAIN, NUMBER, 1, 0 },
  { "two charges of the account fit: oldest first", 7777, "10000032", NULL, CERTAIN, NUMBER, 3, 0 },
  { "the same number twice", 999, "10000016 10000016", NULL, CERTAIN, NUMBER, 1, 0 },
  { "two numbers", 999, "10000016 or 10000024", NULL, NONE, SEVERAL, 0, 0 },
  { "a mistyped number", 999, "10000017", NULL, NONE, NOTHING, 0, 0 },
  { "digits swapped", 999, "10000061", NULL, NONE, NOTHING, 0, 0 },
  { "a number that nobody has", 999, "10000057", NULL, NONE, NOTHING, 0, 0 },
  { "part of a longer number", 999, "110000016", NULL, NONE, NOTHING, 0, 0 },
  { "inside a bank account", 999, "02-0100-10000016-00", NULL, NONE, NOTHING, 0, 0 },
  { "behind a sort code", 999, "12-34-56-10000016", NULL, NONE, NOTHING, 0, 0 },
  { "in the middle of a card", 999, "4111 1000 0016 1111", NULL, NONE, NOTHING, 0, 0 },
  { "at the end of a card", 999, "4111 1111 1000 0016", NULL, NONE, NOTHING, 0, 0 },
  { "glued to letters", 999, "AB10000016", NULL, NONE, NOTHING, 0, 0 },
  { "invoice", 149745, "FA-2026-0001", NULL, CERTAIN, INVOICE, 2, 21 },
  { "invoice in other letters and signs", 1, "invoice fa 2026 0001.", NULL, CERTAIN, INVOICE, 2,
    21 },
  { "invoice and number agree", 1, "FA-2026-0002 10000024", NULL, CERTAIN, INVOICE, 2, 22 },
  { "two invoices of one account: oldest first", 1, "FA-2026-0001 FA-2026-0002", NULL, CERTAIN,
    INVOICE, 2, 0 },
  { "invoice and number of two accounts", 149745, "FA-2026-0001 10000016", NULL, NONE,
    CONTRADICTION, 0, 0 },
  { "an invoice for two charges", 5555, "FA-2027-0001", NULL, CERTAIN, INVOICE, 2, 0 },
  { "an invoice number of two accounts", 4322, "INV 77001", NULL, NONE, SEVERAL, 0, 0 },
  { "part of an invoice number", 1, "2026-0001", NULL, NONE, NOTHING, 0, 0 },
  { "amount of one charge", 149745, "thanks", NULL, LIKELY, AMOUNT, 2, 21 },
  { "amount of two charges", 5000, NULL, NULL, NONE, SEVERAL, 0, 0 },
  { "payer", 999, "vehicles", "HARBOUR STREET  Imports ltd.", LIKELY, PAYER, 1, 0 },
  { "payer, and exactly one charge", 5000, NULL, "Alpha Motors plc", LIKELY, PAYER, 2, 22 },
  { "two accounts have that name", 999, NULL, "Bay Cars", NONE, SEVERAL, 0, 0 },
  { "the payer counts before the amount", 149745, NULL, "Harbour Street Imports Ltd", LIKELY, PAYER,
    1, 0 },
  { "nothing fits", 1, "rent", "Somebody Else", NONE, NOTHING, 0, 0 },
  { "nothing is said", 1, NULL, NULL, NONE, NOTHING, 0, 0 },
  { "bytes that are no text", 16086, "\xff\xfe 10000016 \x80", "\xc3", CERTAIN, NUMBER, 1, 11 },
};

static void
test_lines (void)
{
  g_autoptr (GramPaymentMatcher) matcher = matcher_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GramPaymentMatch match;

      g_test_message ("%s", lines[i].what);
      gram_payment_matcher_match (matcher, lines[i].amount, lines[i].text, lines[i].payer, &match);
      g_assert_cmpint (match.certainty, ==, lines[i].certainty);
      g_assert_cmpint (match.reason, ==, lines[i].reason);
      g_assert_cmpint (match.account, ==, lines[i].account);
      g_assert_cmpint (match.charge, ==, lines[i].charge);
      g_assert_cmpstr (gram_payment_reason_title (match.reason), !=, "");
    }
}

/* A stranger writes the text: whatever it is, it is read once, and matched with nothing that it does not name. */
static void
test_chance (void)
{
  g_autoptr (GramPaymentMatcher) matcher = matcher_new ();
  static const char alphabet[] = "0123456789 -FAx.";

  for (int i = 0; i < 20000; i++)
    {
      char text[64] = "";
      gsize length = (gsize)g_test_rand_int_range (0, sizeof text - 1);
      GramPaymentMatch match;

      for (gsize j = 0; j < length; j++)
        text[j] = alphabet[g_test_rand_int_range (0, (int)strlen (alphabet))];
      gram_payment_matcher_match (matcher, 1, text, text, &match);
      g_assert_true ((match.account == 0) == (match.certainty == NONE));
      g_assert_true (match.certainty != CERTAIN || strpbrk (text, "1") != NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/payment-match/lines", test_lines);
  g_test_add_func ("/payment-match/chance", test_chance);

  return g_test_run ();
}
