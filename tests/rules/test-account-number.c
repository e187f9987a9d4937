/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-identifier.h"

#include <string.h>

static void
test_make (void)
{
  static const struct
  {
    gint64 serial;
    const char *number;
  } numbers[] = { { 1, "10000016" }, { 2, "10000024" }, { 8999999, "99999997" } };
  static const gint64 refused[] = { 0, -1, 9000000, G_MAXINT64, G_MININT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;
      char number[GRAM_ACCOUNT_NUMBER_BUFFER];

      g_assert_true (gram_account_number_make (numbers[i].serial, number, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (number, ==, numbers[i].number);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      char number[GRAM_ACCOUNT_NUMBER_BUFFER];

      g_assert_false (gram_account_number_make (refused[i], number, &error));
      g_assert_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_ACCOUNT_NUMBER_SERIAL);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *typed;
    int code;
  } rows[] = {
    { "10000016", -1 },
    { " 1000 0016 ", -1 },
    { "1000-0016", -1 },
    { "10000017", GRAM_RULES_ERROR_ACCOUNT_NUMBER_CHECK },
    { "10000061", GRAM_RULES_ERROR_ACCOUNT_NUMBER_CHECK },
    { "1000016", GRAM_RULES_ERROR_ACCOUNT_NUMBER_FORM },
    { "100000160", GRAM_RULES_ERROR_ACCOUNT_NUMBER_FORM },
    { "1000001A", GRAM_RULES_ERROR_ACCOUNT_NUMBER_FORM },
    { "", GRAM_RULES_ERROR_EMPTY },
    { NULL, GRAM_RULES_ERROR_EMPTY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      char number[GRAM_ACCOUNT_NUMBER_BUFFER] = "none";

      g_test_message ("%s", rows[i].typed);
      if (rows[i].code < 0)
        {
          g_assert_true (gram_account_number_parse (rows[i].typed, number, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (number, ==, "10000016");
          continue;
        }
      g_assert_false (gram_account_number_parse (rows[i].typed, number, &error));
      g_assert_error (error, GRAM_RULES_ERROR, rows[i].code);
      g_assert_cmpstr (number, ==, "none");
    }
}

/* Every wrong digit is caught, and every swap of two neighbours but 09 and 90. */
static void
test_luhn (void)
{
  for (int i = 0; i < 2000; i++)
    {
      char number[GRAM_ACCOUNT_NUMBER_BUFFER];
      char result[GRAM_ACCOUNT_NUMBER_BUFFER];

      g_assert_true (gram_account_number_make (g_test_rand_int_range (1, 9000000), number, NULL));
      g_assert_true (gram_account_number_parse (number, result, NULL));

      for (int at = 0; at < 8; at++)
        for (char digit = '0'; digit <= '9'; digit++)
          {
            char changed[GRAM_ACCOUNT_NUMBER_BUFFER];

            memcpy (changed, number, sizeof changed);
            changed[at] = digit;
            g_assert_true (gram_account_number_parse (changed, result, NULL)
                           == (digit == number[at]));
          }

      for (int at = 0; at < 7; at++)
        {
          char swapped[GRAM_ACCOUNT_NUMBER_BUFFER];
          gboolean unseen = number[at] == number[at + 1] || ABS (number[at] - number[at + 1]) == 9;

          memcpy (swapped, number, sizeof swapped);
          swapped[at] = number[at + 1];
          swapped[at + 1] = number[at];
          g_assert_true (gram_account_number_parse (swapped, result, NULL) == unseen);
        }
    }

  g_assert_cmpint (gram_luhn_digit ("7992739871"), ==, '3');
  g_assert_cmpint (gram_luhn_digit ("12a"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account-number/make", test_make);
  g_test_add_func ("/account-number/parse", test_parse);
  g_test_add_func ("/account-number/luhn", test_luhn);

  return g_test_run ();
}
