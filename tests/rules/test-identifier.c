/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-identifier.h"

#include <string.h>

/* Rows 29 to 36 of the worked figures (CCS facts §15), and what lies around them. */
static const struct
{
  const char *row;
  const char *typed;
  GramIdentifierKind kind;
  const char *text;
  const char *key;
  char hint;
} good[] = {
  { "29", "1M8GDM9AXKP042788", GRAM_IDENTIFIER_VIN, "1M8GDM9AXKP042788", "1M8GDM9AXKP042788", 0 },
  { "30", "11111111111111111", GRAM_IDENTIFIER_VIN, "11111111111111111", "11111111111111111", 0 },
  { "31", "1FADP5CU6EL502693", GRAM_IDENTIFIER_VIN, "1FADP5CU6EL502693", "1FADP5CU6EL502693", 0 },
  { "32", "1M8GDM9AXKP042789", GRAM_IDENTIFIER_VIN, "1M8GDM9AXKP042789", "1M8GDM9AXKP042789", '1' },
  { "region 5", "5M8GDM9AXKP042788", GRAM_IDENTIFIER_VIN, "5M8GDM9AXKP042788", "5M8GDM9AXKP042788",
    '9' },
  { "region 6", "6M8GDM9AXKP042788", GRAM_IDENTIFIER_VIN, "6M8GDM9AXKP042788", "6M8GDM9AXKP042788",
    0 },
  { "33", "WVWZZZ1KZAW123456", GRAM_IDENTIFIER_VIN, "WVWZZZ1KZAW123456", "WVWZZZ1KZAW123456", 0 },
  { "35", "ZVW30-1234567", GRAM_IDENTIFIER_CHASSIS, "ZVW30-1234567", "ZVW301234567", 0 },
  { "35", "zvw30 1234567", GRAM_IDENTIFIER_CHASSIS, "ZVW301234567", "ZVW301234567", 0 },
  { "35", "ＺＶＷ３０－１２３４５６７", GRAM_IDENTIFIER_CHASSIS, "ZVW30-1234567", "ZVW301234567",
    0 },
  { "35", "ｚｖｗ３０　１２３４５６７", GRAM_IDENTIFIER_CHASSIS, "ZVW301234567", "ZVW301234567",
    0 },
  { "36", "BNR34-000567", GRAM_IDENTIFIER_CHASSIS, "BNR34-000567", "BNR34000567", 0 },
  { "lower case", "wvwzzz1kzaw123456", GRAM_IDENTIFIER_VIN, "WVWZZZ1KZAW123456",
    "WVWZZZ1KZAW123456", 0 },
  { "blanks", " 1M8 GDM9AX\u00a0KP042788\r\n", GRAM_IDENTIFIER_VIN, "1M8GDM9AXKP042788",
    "1M8GDM9AXKP042788", 0 },
  { "spreadsheet", "\ufeffBNR34-000567\u200b", GRAM_IDENTIFIER_CHASSIS, "BNR34-000567",
    "BNR34000567", 0 },
  { "hyphen", "BNR34\u2010000567", GRAM_IDENTIFIER_CHASSIS, "BNR34-000567", "BNR34000567", 0 },
  { "non-breaking", "BNR34\u2011000567", GRAM_IDENTIFIER_CHASSIS, "BNR34-000567", "BNR34000567",
    0 },
  { "en dash", "BNR34\u2013000567", GRAM_IDENTIFIER_CHASSIS, "BNR34-000567", "BNR34000567", 0 },
  { "horizontal bar", "BNR34\u2015000567", GRAM_IDENTIFIER_CHASSIS, "BNR34-000567", "BNR34000567",
    0 },
  { "minus", "BNR34\u2212000567", GRAM_IDENTIFIER_CHASSIS, "BNR34-000567", "BNR34000567", 0 },
  { "I, O and Q", "QIO10-123456", GRAM_IDENTIFIER_CHASSIS, "QIO10-123456", "QIO10123456", 0 },
  { "shortest", "AB-12345", GRAM_IDENTIFIER_CHASSIS, "AB-12345", "AB12345", 0 },
  { "longest", "ABCDEF-12345678", GRAM_IDENTIFIER_CHASSIS, "ABCDEF-12345678", "ABCDEF12345678", 0 },
  { "7AT", "7AT0H65MX11234567", GRAM_IDENTIFIER_VIN, "7AT0H65MX11234567", "7AT0H65MX11234567", 0 },
};

static const struct
{
  const char *row;
  const char *typed;
  GramRulesError code;
  const char *says;
} bad[] = {
  { "34", "1M8GDM9AXKPO42788", GRAM_RULES_ERROR_VIN_LETTER, "letter O at position 12" },
  { "34", "1m8gdm9axkpo42788", GRAM_RULES_ERROR_VIN_LETTER, "letter O at position 12" },
  { "I", "IM8GDM9AXKP042788", GRAM_RULES_ERROR_VIN_LETTER, "letter I at position 1" },
  { "Q", "1M8GDM9AXKP04278Q", GRAM_RULES_ERROR_VIN_LETTER, "letter Q at position 17" },
  { "nothing", "", GRAM_RULES_ERROR_EMPTY, "missing" },
  { "NULL", NULL, GRAM_RULES_ERROR_EMPTY, "missing" },
  { "blanks", " \u3000\t", GRAM_RULES_ERROR_EMPTY, "missing" },
  { "short", "ABC1234", GRAM_RULES_ERROR_IDENTIFIER_LENGTH, "7 characters" },
  { "16", "1M8GDM9AXKP04278", GRAM_RULES_ERROR_IDENTIFIER_LENGTH, "16 characters" },
  { "18", "1M8GDM9AXKP0427888", GRAM_RULES_ERROR_IDENTIFIER_LENGTH, "18 characters" },
  { "dash in a VIN", "1M8GDM9AX-KP042788", GRAM_RULES_ERROR_IDENTIFIER_LENGTH,
    "a VIN has no dash" },
  { "two dashes", "ZVW-30-1234567", GRAM_RULES_ERROR_IDENTIFIER_FORM, "before its dash" },
  { "dash first", "-ZVW30123456", GRAM_RULES_ERROR_IDENTIFIER_FORM, "before its dash" },
  { "dash last", "ZVW30123456-", GRAM_RULES_ERROR_IDENTIFIER_FORM, "before its dash" },
  { "long serial", "ZVW-123456789", GRAM_RULES_ERROR_IDENTIFIER_FORM, "after it" },
  { "short serial", "ZVW30AB-123", GRAM_RULES_ERROR_IDENTIFIER_FORM, "after it" },
  { "long model", "ABCDEFGH-1234", GRAM_RULES_ERROR_IDENTIFIER_FORM, "before its dash" },
  { "full stop", "ZVW30.1234567", GRAM_RULES_ERROR_IDENTIFIER_CHARACTER, "“.” at position 6" },
  { "underscore", "ZVW30_1234567", GRAM_RULES_ERROR_IDENTIFIER_CHARACTER, "“_” at position 6" },
  { "umlaut", "ZVW30Ä1234567", GRAM_RULES_ERROR_IDENTIFIER_CHARACTER, "“Ä” at position 6" },
  { "control", "ZVW30\001234567", GRAM_RULES_ERROR_IDENTIFIER_CHARACTER, "position 6" },
  { "not UTF-8", "ZVW30\377234567", GRAM_RULES_ERROR_IDENTIFIER_CHARACTER, "position 6" },
  { "cut UTF-8", "ZVW3012345\xef\xbc", GRAM_RULES_ERROR_IDENTIFIER_CHARACTER, "position 11" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      GramIdentifier identifier;

      g_test_message ("%s: %s", good[i].row, good[i].typed);
      g_assert_true (gram_identifier_parse (good[i].typed, &identifier, &error));
      g_assert_no_error (error);
      g_assert_cmpint (identifier.kind, ==, good[i].kind);
      g_assert_cmpstr (identifier.text, ==, good[i].text);
      g_assert_cmpstr (identifier.key, ==, good[i].key);
      g_assert_cmpint (identifier.check_digit, ==, good[i].hint);
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      GramIdentifier identifier = { .text = "untouched" };

      g_test_message ("%s", bad[i].row);
      g_assert_false (gram_identifier_parse (bad[i].typed, &identifier, &error));
      g_assert_error (error, GRAM_RULES_ERROR, (int)bad[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (strstr (error->message, bad[i].says) == NULL)
        g_error ("“%s” does not say “%s”", error->message, bad[i].says);
      g_assert_cmpstr (identifier.text, ==, "untouched");
    }
}

static void
test_search_key (void)
{
  static const struct
  {
    const char *typed;
    const char *key;
  } keys[] = {
    { "zvw30-12", "ZVW3012" },
    { "ＺＶＷ－３０", "ZVW30" },
    { " ", "" },
    { "škoda", "šKODA" },
    { "a\xff"
      "b",
      "AB" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = gram_identifier_search_key (keys[i].typed);

      g_assert_cmpstr (key, ==, keys[i].key);
    }
}

static void
test_check_digit (void)
{
  g_assert_cmpint (gram_identifier_check_digit ("1M8GDM9AXKP042788"), ==, 'X');
  g_assert_cmpint (gram_identifier_check_digit ("11111111111111111"), ==, '1');
  g_assert_cmpint (gram_identifier_check_digit ("1FADP5CU6EL502693"), ==, '6');
  g_assert_cmpint (gram_identifier_check_digit ("1M8GDM9AXKPO42788"), ==, 0);
  g_assert_cmpint (gram_identifier_check_digit ("1M8GDM9AXKP04278"), ==, 0);
  g_assert_cmpint (gram_identifier_check_digit ("1m8gdm9axkp042788"), ==, 0);
}

/* Normalising what is normalised changes nothing, and the key is the text without its dash. */
static void
test_idempotent (void)
{
  static const char alphabet[] = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789abcz-- ";
  guint taken = 0;

  for (int i = 0; i < 200000; i++)
    {
      char typed[20] = { 0 };
      int length = g_test_rand_int_range (0, (int)sizeof typed);
      GramIdentifier once;
      GramIdentifier twice;
      GramIdentifier by_key;

      for (int j = 0; j < length; j++)
        typed[j] = alphabet[g_test_rand_int_range (0, (int)sizeof alphabet - 1)];
      if (!gram_identifier_parse (typed, &once, NULL))
        continue;

      taken++;
      g_assert_true (gram_identifier_parse (once.text, &twice, NULL));
      g_assert_cmpint (once.kind, ==, twice.kind);
      g_assert_cmpint (once.check_digit, ==, twice.check_digit);
      g_assert_cmpstr (once.text, ==, twice.text);
      g_assert_cmpstr (once.key, ==, twice.key);
      g_assert_null (strchr (once.key, '-'));
      if (gram_identifier_parse (once.key, &by_key, NULL))
        g_assert_cmpstr (by_key.key, ==, once.key);
    }

  g_assert_cmpuint (taken, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identifier/good", test_good);
  g_test_add_func ("/identifier/bad", test_bad);
  g_test_add_func ("/identifier/search-key", test_search_key);
  g_test_add_func ("/identifier/check-digit", test_check_digit);
  g_test_add_func ("/identifier/idempotent", test_idempotent);

  return g_test_run ();
}
