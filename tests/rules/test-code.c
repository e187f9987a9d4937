/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-code.h"

#include <string.h>

#define CODE "7Q4K2M9TXA0C8RVE5HJD"
#define GROUPED "7Q4K-2M9T-XA0C-8RVE-5HJD"

/* What people make of a code when they type or paste it; NULL: no code. */
static const struct
{
  const char *text;
  const char *normal;
} typed[] = {
  { GROUPED, CODE },
  { CODE, CODE },
  { "7q4k-2m9t-xa0c-8rve-5hjd", CODE },
  { " 7Q4K 2M9T\tXA0C 8RVE 5HJD\n", CODE },
  { "7Q4K-2M9T-XAOC-8RVE-5HJD", CODE },
  { "7q4k-2m9t-xaoc-8rve-5hjd", CODE },
  { "7Q4K–2M9T—XA0C−8RVE‑5HJD", CODE },
  { "7Q4K\u00a02M9T\u00adXA0C-8RVE-5HJD", CODE },
  { "７Ｑ４Ｋ－２Ｍ９Ｔ－ＸＡ０Ｃ－８ＲＶＥ－５ＨＪＤ", CODE },
  { "1iIl-LoO0-0000-0000-0000", "11111000000000000000" },
  { "", NULL },
  { "----", NULL },
  { "7Q4K-2M9T-XA0C-8RVE-5HJ", NULL },
  { "7Q4K-2M9T-XA0C-8RVE-5HJDA", NULL },
  /* U is not of the alphabet: it looks like V. */
  { "7Q4K-2M9T-XA0C-8RUE-5HJD", NULL },
  { "7Q4K.2M9T.XA0C.8RVE.5HJD", NULL },
  { "7Q4K-2M9T-XA0C-8RVE-5HJÐ", NULL },
  { "7Q4K-2M9T-XA0C-8RVE-5HJ\xff", NULL },
};

static void
test_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      char normal[GRAM_CODE_LENGTH + 1] = "untouched";
      gboolean is_code = gram_code_normalise (typed[i].text, normal);
      g_autofree char *hash = gram_code_hash (typed[i].text);
      g_autofree char *formatted = gram_code_format (typed[i].text);

      g_assert_true (is_code == (typed[i].normal != NULL));
      g_assert_true ((hash != NULL) == is_code);
      g_assert_true ((formatted != NULL) == is_code);
      g_assert_cmpstr (normal, ==, is_code ? typed[i].normal : "");
    }
  g_assert_null (gram_code_hash (NULL));
}

static void
test_too_long (void)
{
  g_autofree char *blanks = g_strnfill (400, ' ');
  g_autofree char *text = g_strconcat (blanks, CODE, NULL);

  g_assert_null (gram_code_hash (text));
}

/* SHA-256 of the twenty characters, worked out with sha256sum. */
static void
test_hash (void)
{
  g_autofree char *hash = gram_code_hash (GROUPED);
  g_autofree char *same = gram_code_hash ("7q4k 2m9t xaoc 8rve 5hjd");
  g_autofree char *grouped = gram_code_format (CODE);

  g_assert_cmpstr (hash, ==, "2a5659365eff4a6c3982436fea9e1c4d2b11aa2643d56cf5b5f517ecd4f2f5a2");
  g_assert_cmpstr (same, ==, hash);
  g_assert_cmpstr (grouped, ==, GROUPED);
}

/* Codes have their form, come back from their own normal form, and use the whole alphabet in every place. */
static void
test_new (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 seen[GRAM_CODE_LENGTH] = { 0 };
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GError) error = NULL;
      char *code = gram_code_new (&error);
      g_autofree char *again = NULL;
      char normal[GRAM_CODE_LENGTH + 1];

      g_assert_no_error (error);
      g_assert_true (gram_code_normalise (code, normal));
      again = gram_code_format (normal);
      g_assert_cmpstr (again, ==, code);
      for (guint j = 0; j < GRAM_CODE_LENGTH; j++)
        seen[j] |= 1u << (strchr (alphabet, normal[j]) - alphabet);
      g_assert_true (g_hash_table_add (codes, code));
    }
  /* A character is missing from a place in 2000 codes once in 10^26 times. */
  for (guint j = 0; j < GRAM_CODE_LENGTH; j++)
    g_assert_cmphex (seen[j], ==, 0xffffffff);
}

/* Any bytes are a code or not one; never anything else. */
static void
test_any (void)
{
  for (int i = 0; i < 20000; i++)
    {
      char text[32];
      int length = g_test_rand_int_range (0, (int)sizeof text);
      char normal[GRAM_CODE_LENGTH + 1];

      for (int j = 0; j < length; j++)
        text[j] = (char)(g_test_rand_bit () ? CODE[g_test_rand_int_range (0, GRAM_CODE_LENGTH)]
                                            : g_test_rand_int_range (1, 256));
      text[length] = '\0';
      if (gram_code_normalise (text, normal))
        g_assert_cmpuint (strlen (normal), ==, GRAM_CODE_LENGTH);
      else
        g_assert_cmpstr (normal, ==, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code/typed", test_typed);
  g_test_add_func ("/code/too-long", test_too_long);
  g_test_add_func ("/code/hash", test_hash);
  g_test_add_func ("/code/new", test_new);
  g_test_add_func ("/code/any", test_any);

  return g_test_run ();
}
