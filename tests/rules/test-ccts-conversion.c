/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-conversion.h"

#include "rulebooks.h"

#include <string.h>

/* Positions in tenths; what comes of a request, and which of the three tests are met. */
static const struct
{
  const char *id;
  GramCrtsPosition position;
  gint64 converted;
  gint64 crts;
  gint64 allowances;
  const char *refused;
  const char *article;
  gint64 most;
  const char *tests;
} conversions[] = {
  { "C1", { 50000, 390000, 380000, 390000, 380000, 0 }, 0, 1, 135, NULL, NULL, 1000, "yyy" },
  { "C2", { 50000, 390000, 380000, 390000, 380000, 0 }, 0, 937, 126495, NULL, NULL, 1000, "yyy" },
  { "C3",
    { 50000, 390000, 200000, 390000, 200000, 0 },
    0,
    12345,
    1666575,
    NULL,
    NULL,
    19000,
    "yyy" },
  { "C7",
    { 12347, 96300, 96310, 100000, 96310, 0 },
    0,
    1,
    0,
    "conversion.over-allocation",
    "CCTS art. 35(1)(a)",
    0,
    "nyy" },
  { "C8", { 15385, 12000, 12000, 12405, 12000, 0 }, 0, 40, 5400, NULL, NULL, 40, "yyy" },
  { "C8, one more",
    { 15385, 12000, 12000, 12405, 12000, 0 },
    0,
    41,
    0,
    "conversion.too-many",
    "CCTS art. 35(1)(b)",
    40,
    "yyy" },
  { "C9", { 15385, 12000, 9000, 12000, 9000, 2000 }, 0, 100, 13500, NULL, NULL, 100, "yyy" },
  { "C9, one more",
    { 15385, 12000, 9000, 12000, 9000, 2000 },
    0,
    101,
    0,
    "conversion.too-many",
    "CCTS art. 35(1)(b)",
    100,
    "yyy" },
  { "all of the surplus borrowed",
    { 15385, 12000, 9000, 12000, 9000, 3000 },
    0,
    1,
    0,
    "conversion.borrowed",
    "CCTS art. 35(1)(c)",
    0,
    "yyn" },
  { "nothing unused",
    { 15385, 12000, 9000, 9000, 9000, 0 },
    0,
    1,
    0,
    "conversion.none-unused",
    "CCTS art. 35(1)(b)",
    0,
    "yny" },
  { "less held than required",
    { 15385, 12000, 9000, 8000, 9000, 0 },
    0,
    1,
    0,
    "conversion.none-unused",
    "CCTS art. 35(1)(b)",
    0,
    "yny" },
  { "less than a whole one",
    { 15385, 12000, 9000, 9009, 9000, 0 },
    0,
    1,
    0,
    "conversion.too-many",
    "CCTS art. 35(2)(b)",
    0,
    "yyy" },
  { "the rest after a conversion",
    { 15385, 12000, 12000, 12405, 12000, 0 },
    300,
    10,
    1350,
    NULL,
    NULL,
    10,
    "yyy" },
  { "all of it converted",
    { 15385, 12000, 12000, 12400, 12000, 0 },
    400,
    1,
    0,
    "conversion.none-unused",
    "CCTS art. 35(1)(b)",
    0,
    "yny" },
  { "bought ones count",
    { 15385, 12000, 12000, 13000, 12000, 0 },
    0,
    100,
    13500,
    NULL,
    NULL,
    100,
    "yyy" },
  { "activity equals allocation",
    { 15385, 12000, 12000, 12010, 12000, 0 },
    0,
    1,
    135,
    NULL,
    NULL,
    1,
    "yyy" },
  { "none asked for",
    { 15385, 12000, 9000, 12000, 9000, 0 },
    0,
    0,
    0,
    "conversion.quantity",
    "CCTS art. 35(2)(b)",
    300,
    "yyy" },
};

static void
test_conversions (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (conversions); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GPtrArray) results = NULL;
      GramCctsConversion conversion;
      gint64 allowances = 0;
      gboolean ok;

      g_test_message ("%s", conversions[i].id);
      ok = gram_ccts_conversion_check (rulebook->ccts, &conversions[i].position,
                                       conversions[i].converted, conversions[i].crts, &allowances,
                                       &refusal);
      g_assert_true (ok == (conversions[i].refused == NULL));
      g_assert_cmpint (allowances, ==, conversions[i].allowances);
      g_assert_cmpstr (ok ? NULL : refusal->id, ==, conversions[i].refused);
      g_assert_cmpstr (ok ? NULL : refusal->article, ==, conversions[i].article);

      gram_ccts_conversion_most (rulebook->ccts, &conversions[i].position, conversions[i].converted,
                                 &conversion);
      g_assert_cmpint (conversion.most, ==, conversions[i].most);
      g_assert_cmpint (conversion.allowances, ==, conversions[i].most * 135);
      g_assert_true (conversion.ok == (strchr (conversions[i].tests, 'n') == NULL));

      results = gram_ccts_conversion_tests (&conversions[i].position, conversions[i].converted);
      g_assert_cmpuint (results->len, ==, GRAM_CCTS_TEST_N);
      for (guint j = 0; j < results->len; j++)
        {
          const GramCctsTestResult *result = results->pdata[j];

          g_assert_cmpint (result->test, ==, j);
          g_assert_true (result->ok == (conversions[i].tests[j] == 'y'));
          g_assert_cmpstr (result->sentence, !=, "");
          g_assert_cmpstr (result->title, !=, "");
        }
    }
}

/* The numbers of a test are said, so that nobody has to look for them. */
static void
test_sentences (void)
{
  static const GramCrtsPosition position = { 12347, 96300, 96310, 100000, 96310, 0 };
  g_autoptr (GPtrArray) results = gram_ccts_conversion_tests (&position, 0);
  const GramCctsTestResult *first = results->pdata[0];

  g_assert_cmpint (first->left, ==, 96310);
  g_assert_cmpint (first->right, ==, 96300);
  g_assert_nonnull (strstr (first->sentence, "631"));
  g_assert_nonnull (strstr (first->sentence, "630"));
}

/* C6 and others: whole CRTS allowances only. */
static const struct
{
  const char *text;
  gint64 crts;
  const char *refused;
} requests[] = {
  { "1", 1, NULL },
  { " 12345 ", 12345, NULL },
  { "40.0", 40, NULL },
  { "2.5", 0, "conversion.fraction" },
  { "0.1", 0, "conversion.fraction" },
  { "0", 0, "conversion.quantity" },
  { "-3", 0, "conversion.quantity" },
  { "all", 0, "conversion.quantity" },
  { "", 0, "conversion.quantity" },
  { NULL, 0, "conversion.quantity" },
  { "99999999999999999999", 0, "conversion.quantity" },
};

static void
test_requests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gint64 crts = 0;
      gboolean ok = gram_ccts_conversion_parse (requests[i].text, &crts, &refusal);

      g_assert_true (ok == (requests[i].refused == NULL));
      g_assert_cmpint (crts, ==, requests[i].crts);
      g_assert_cmpstr (ok ? NULL : refusal->id, ==, requests[i].refused);
      if (!ok)
        g_assert_cmpstr (refusal->article, ==, "CCTS art. 35(2)(b)");
    }
}

/* C4 and C5: what covers a need, in thousandths. */
static void
test_needed (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const struct
  {
    gint64 need;
    gint64 crts;
  } rows[] = {
    { 136000, 2 }, { 31562355, 234 }, { 135000, 1 }, { 1, 1 }, { 135001, 2 }, { 0, 0 }, { -5, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (gram_ccts_conversion_needed (rulebook->ccts, rows[i].need), ==, rows[i].crts);
}

/* The caps of art. 23 by inference: 7,150 / 6,300 / 4,125 of 50,000 cars; no year after 2026. */
static const struct
{
  gint64 year;
  gint64 cars;
  gint64 credits;
  const char *refused;
} caps[] = {
  { 2024, 50000, 7150, NULL },
  { 2025, 50000, 6300, NULL },
  { 2026, 50000, 4125, NULL },
  { 2024, 12347, 1765, NULL },
  { 2024, 0, 0, NULL },
  { 2023, 50000, 0, "conversion.no-such-year" },
  { 2027, 50000, 0, "conversion.no-such-year" },
};

static void
test_caps (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (caps); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gint64 credits = 0;
      gboolean ok
          = gram_ccts_to_crts_cap (rulebook->ccts, caps[i].year, caps[i].cars, &credits, &refusal);

      g_assert_true (ok == (caps[i].refused == NULL));
      g_assert_cmpint (credits, ==, caps[i].credits);
      g_assert_cmpstr (ok ? NULL : refusal->id, ==, caps[i].refused);
    }
}

/* C11 and others at the rate of the rulebook, which is not law: 50,000 cars in 2024. */
static const struct
{
  const char *id;
  gint64 converted;
  gint64 allowances;
  gint64 credits;
  gint64 used;
  const char *refused;
} to_crts[] = {
  { "C11", 0, 334, 2, 334, NULL },
  { "C11, one less", 0, 333, 1, 167, NULL },
  { "less than one credit", 0, 166, 0, 0, "conversion.too-few" },
  { "nothing", 0, 0, 0, 0, "conversion.quantity" },
  { "the last of the cap", 7149, 167, 1, 167, NULL },
  { "all of the cap", 0, 7150 * 167, 7150, 7150 * 167, NULL },
  { "above the cap", 7150, 167, 0, 0, "conversion.over-cap" },
  { "far above the cap", 0, 7151 * 167, 0, 0, "conversion.over-cap" },
};

static void
test_to_crts (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (to_crts); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gint64 credits = 0;
      gint64 used = 0;
      gboolean ok = gram_ccts_to_crts_check (rulebook->ccts, 2024, 50000, to_crts[i].converted,
                                             to_crts[i].allowances, &credits, &used, &refusal);

      g_test_message ("%s", to_crts[i].id);
      g_assert_true (ok == (to_crts[i].refused == NULL));
      g_assert_cmpint (credits, ==, to_crts[i].credits);
      g_assert_cmpint (used, ==, to_crts[i].used);
      g_assert_cmpstr (ok ? NULL : refusal->id, ==, to_crts[i].refused);
    }
}

static const struct
{
  GramCrtsField field;
  const char *text;
  gint64 value;
  const char *shown;
} figures[] = {
  { GRAM_CRTS_CARS, "50000", 50000, "50000" },   { GRAM_CRTS_CARS, "50000.5", -1, NULL },
  { GRAM_CRTS_HELD, "1240.5", 12405, "1240.5" }, { GRAM_CRTS_HELD, "1240", 12400, "1240" },
  { GRAM_CRTS_HELD, "1240.55", -1, NULL },       { GRAM_CRTS_BORROWED, "0", 0, "0" },
  { GRAM_CRTS_REQUIRED, "-1", -1, NULL },        { GRAM_CRTS_ALLOCATED, "", -1, NULL },
  { GRAM_CRTS_ACTIVITY, "9,631", -1, NULL },
};

static void
test_position (void)
{
  GramCrtsPosition position = { .held = 10, .borrowed = 11 };
  g_autoptr (GramRefusal) check = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GramCrtsPosition read = { 0 };
      gboolean ok = gram_crts_position_set (&read, figures[i].field, figures[i].text, &refusal);
      g_autofree char *shown = gram_crts_position_get (&read, figures[i].field);

      g_assert_true (ok == (figures[i].value >= 0));
      if (ok)
        g_assert_cmpstr (shown, ==, figures[i].shown);
      else
        g_assert_true (
            g_str_has_prefix (refusal->message, gram_crts_field_title (figures[i].field)));
    }

  g_assert_false (gram_crts_position_check (&position, &check));
  g_assert_cmpstr (check->id, ==, "position.borrowed");
  position.held = 11;
  g_assert_true (gram_crts_position_check (&position, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccts/conversion", test_conversions);
  g_test_add_func ("/ccts/conversion/sentences", test_sentences);
  g_test_add_func ("/ccts/conversion/requests", test_requests);
  g_test_add_func ("/ccts/conversion/needed", test_needed);
  g_test_add_func ("/ccts/conversion/caps", test_caps);
  g_test_add_func ("/ccts/conversion/to-crts", test_to_crts);
  g_test_add_func ("/ccts/conversion/position", test_position);

  return g_test_run ();
}
