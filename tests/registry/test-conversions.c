/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settlement-fixture.h"

#include "gram-decimal.h"
#include "gram-queries-allowances.h"

#include <string.h>

/* The smallest participant. */
#define FLEET "1000x120"

/* Conversions of the facts file (§11, C). */
static const struct
{
  const char *row;
  const char *allocated;
  const char *activity;
  const char *held;
  const char *required;
  const char *borrowed;
  const char *crts;
  const char *refusal;
  const char *allowances;
} worked[] = {
  { "C1", "36000", "30000", "30001", "30000", "0", "1", "", "135" },
  { "C2", "36000", "30000", "36000", "30000", "0", "937", "", "126495" },
  { "C3", "50000", "30000", "50000", "30000", "0", "12345", "", "1666575" },
  { "C4", "36000", "30000", "36000", "30000", "0", "2", "", "270" },
  { "C5", "36000", "30000", "36000", "30000", "0", "234", "", "31590" },
  { "C6", "36000", "30000", "36000", "30000", "0", "2.5", "conversion.fraction", NULL },
  { "C7", "9630", "9631", "10000", "9631", "0", "1", "conversion.over-allocation", NULL },
  { "C8", "1300", "1200", "1240.5", "1200", "0", "40", "", "5400" },
  { "C8 one more", "1300", "1200", "1240.5", "1200", "0", "41", "conversion.too-many", NULL },
  { "C9", "1500", "1200", "1500", "1200", "200", "100", "", "13500" },
  { "C9 one more", "1500", "1200", "1500", "1200", "200", "101", "conversion.too-many", NULL },
  { "none unused", "1300", "1200", "1200", "1200", "0", "1", "conversion.none-unused", NULL },
  { "all borrowed", "1300", "1200", "1300", "1200", "100", "1", "conversion.borrowed", NULL },
  { "no number", "36000", "30000", "36000", "30000", "0", "many", "conversion.quantity", NULL },
  { "none", "36000", "30000", "36000", "30000", "0", "0", "conversion.quantity", NULL },
};

/* What a position says is held counts before anything was converted: so each row begins where the one before ended. */
static void
check_worked (Fixture *f, gsize i, gint64 *converted)
{
  gint64 before = ccts_held (f, CCTS_ALPHA);
  gint64 allowances
      = worked[i].allowances != NULL ? g_ascii_strtoll (worked[i].allowances, NULL, 10) : 0;
  g_autofree char *held = NULL;
  gint64 tenths;

  g_assert_true (gram_decimal_parse (worked[i].held, 1, &tenths, NULL));
  held = gram_decimal_format (tenths + *converted, 1, 0);
  settlement_position (f, worked[i].allocated, worked[i].activity, held, worked[i].required,
                       worked[i].borrowed);
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, worked[i].crts), ==, worked[i].refusal);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA) - before, ==, allowances);
  g_assert_cmpint (ccts_balance (f, 0, "acquisition", CCTS_UNIT), ==, -before - allowances);
  if (worked[i].allowances == NULL)
    {
      g_assert_true (g_str_has_prefix (f->article, "CCTS art. 35"));
      return;
    }
  settlement_check_result (f, "allowances", worked[i].allowances);
  *converted += g_ascii_strtoll (worked[i].crts, NULL, 10) * 10;
}

static void
test_worked (void)
{
  g_autoptr (Fixture) f = settlement_new (FLEET, NULL);
  gint64 converted = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      g_test_message ("%s", worked[i].row);
      check_worked (f, i, &converted);
    }
  fixture_verify (f);
}

/* What is refused names the numbers that it fails by. */
static void
test_sentences (void)
{
  static const struct
  {
    const char *position[5];
    const char *crts;
    const char *number;
  } rows[] = {
    { { "630", "631", "900", "631", "0" }, "1", "631" },
    { { "630", "631", "900", "631", "0" }, "1", "630" },
    { { "1300", "200", "200.5", "200.5", "0" }, "1", "200.5" },
    { { "1300", "1200", "1240.5", "1200", "0" }, "41", "40" },
  };
  g_autoptr (Fixture) f = settlement_new (FLEET, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const *p = rows[i].position;

      settlement_position (f, p[0], p[1], p[2], p[3], p[4]);
      g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, rows[i].crts), !=, "");
      g_test_message ("%s", f->message);
      g_assert_nonnull (strstr (f->message, rows[i].number));
    }
}

/* What was converted is not there a second time. */
static void
test_twice (void)
{
  g_autoptr (Fixture) f = settlement_new (FLEET, NULL);

  settlement_position (f, "1300", "1200", "1240.5", "1200", "0");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "30"), ==, "");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "11"), ==, "conversion.too-many");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "10"), ==, "");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "1"), ==, "conversion.too-many");
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 40 * 135);
  fixture_verify (f);
}

/* C10, and the last instants of the window in Europe/London. */
static void
test_window (void)
{
  static const struct
  {
    const char *day;
    gboolean first_second;
    const char *refusal;
  } rows[] = {
    { "2026-10-31", FALSE, "window.not-open" },
    { "2026-11-01", TRUE, "" },
    { "2026-11-01", FALSE, "" },
    { "2026-12-31", TRUE, "" },
    { "2026-12-31", FALSE, "" },
    { "2027-01-01", TRUE, "window.not-open" },
  };
  g_autoptr (Fixture) f = settlement_new (FLEET, NULL);

  settlement_position (f, "36000", "30000", "36000", "30000", "0");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s %s", rows[i].day, rows[i].first_second ? "first" : "last");
      if (rows[i].first_second)
        ccts_set_first_second (rows[i].day);
      else
        ccts_set_last_second (rows[i].day);
      g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "1"), ==, rows[i].refusal);
      if (*rows[i].refusal != '\0')
        g_assert_true (g_str_has_prefix (f->article, "CCTS art. 35(2)"));
    }
  fixture_verify (f);
}

/* Each obstacle has its own sentence. */
static void
test_obstacles (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_register (f, CCTS_ALPHA, FLEET);
  ccts_register (f, CCTS_BETA, "999x120");
  ccts_set_day ("2026-11-02");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "1"), ==, "year.not-measured");
  ccts_measure (f);
  g_assert_cmpstr (settlement_request (f, CCTS_BETA, "1"), ==, "participant.none");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "1"), ==, "conversion.no-position");
  settlement_position (f, "36000", "30000", "36000", "30000", "0");
  g_assert_cmpstr (fixture_do (f, VIEWER, "conversion.request",
                               "{'account': '@3', 'year': 2025, 'crts': 1" SETTLEMENT_SIGNATURE
                               "}"),
                   ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, OWNER, "conversion.request",
                               "{'account': '@3', 'year': 2031, 'crts': 1" SETTLEMENT_SIGNATURE
                               "}"),
                   ==, "year.none");
  g_assert_cmpstr (fixture_do (f, OWNER, "conversion.request",
                               "{'account': '@3', 'year': 2025, 'crts': 1, 'password': 'wrong'}"),
                   ==, "session.password");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.block",
                               "{'account': '@3', 'until': '2026-12-01', 'reason': 'Art. 93',"
                               " 'reference': 'K 1'}"),
                   ==, "");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "1"), ==, "account.blocked");
  /* A number is as good as a text. */
  ccts_set_day ("2026-12-02");
  g_assert_cmpstr (fixture_do (f, TRADER, "conversion.request",
                               "{'account': '@3', 'year': 2025, 'crts': 1" SETTLEMENT_SIGNATURE
                               "}"),
                   ==, "");
  fixture_verify (f);
}

/* Prepared by one, posted once a second person approves; what the tests refuse is refused at once. */
static void
test_four_eyes (void)
{
  g_autoptr (Fixture) f = settlement_new (FLEET, NULL);

  settlement_position (f, "36000", "30000", "36000", "30000", "0");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-four-eyes",
                               "{'account': '@3', 'acts': ['transfer']}"),
                   ==, "");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "6001"), ==, "conversion.too-many");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "200"), ==, "");
  g_assert_true (g_variant_lookup (f->result, "pending", "b", NULL));
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 0);
  g_assert_cmpstr (fixture_do (f, TRADER, "request.approve",
                               "{'account': '@3', 'request': 1" SETTLEMENT_SIGNATURE "}"),
                   ==, "");
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 27000);
  fixture_verify (f);
}

/* C11: credits by the rate of the rulebook; what makes no whole credit stays. */
static void
test_to_crts (void)
{
  g_autoptr (Fixture) f = settlement_new (FLEET, "131");

  g_assert_cmpstr (settlement_to_crts (f, CCTS_ALPHA, "334"), ==, "conversion.no-position");
  settlement_position (f, "36000", "30000", "36000", "30000", "0");
  g_assert_cmpstr (settlement_to_crts (f, CCTS_ALPHA, "166"), ==, "conversion.too-few");
  g_assert_cmpstr (settlement_to_crts (f, CCTS_ALPHA, "333"), ==, "");
  settlement_check_result (f, "credits", "1");
  settlement_check_result (f, "used", "167");
  settlement_check_result (f, "left", "166");
  g_assert_cmpstr (settlement_to_crts (f, CCTS_ALPHA, "334"), ==, "");
  settlement_check_result (f, "credits", "2");
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 131000 - 3 * 167);
  g_assert_cmpint (ccts_balance (f, 0, "conversion", CCTS_UNIT), ==, 3 * 167);
  g_assert_cmpstr (settlement_to_crts (f, CCTS_ALPHA, "131001"), ==, "conversion.not-available");
  g_assert_cmpstr (settlement_to_crts (f, CCTS_ALPHA, "1.5"), ==, "conversion.quantity");
  fixture_verify (f);
}

/* No block stops art. 23, and nobody gets more than is held. */
static void
test_to_crts_blocked (void)
{
  g_autoptr (Fixture) f = settlement_new (FLEET, "131");

  settlement_position (f, "36000", "30000", "36000", "30000", "0");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.block",
                               "{'account': '@3', 'until': '2026-12-01', 'reason': 'Art. 93',"
                               " 'reference': 'K 1'}"),
                   ==, "");
  g_assert_cmpstr (settlement_to_crts (f, CCTS_ALPHA, "167"), ==, "");
  ccts_set_last_second ("2026-12-31");
  g_assert_cmpstr (settlement_to_crts (f, CCTS_ALPHA, "167"), ==, "");
  ccts_set_first_second ("2027-01-01");
  g_assert_cmpstr (settlement_to_crts (f, CCTS_ALPHA, "167"), ==, "window.not-open");
  fixture_verify (f);
}

static GramAllowanceYear *
allowance_year (Fixture *f, FixturePerson who, int place)
{
  GError *error = NULL;
  GramAllowanceYear *year
      = gram_registry_allowance_year (f->registry, f->actors[who], ccts_account (f, place),
                                      CCTS_YEAR, NULL, &error);

  g_assert_no_error (error);
  return year;
}

/* The preview says what the command does, and what it would refuse. */
static void
test_preview (void)
{
  g_autoptr (Fixture) f = settlement_new (FLEET, "131");
  g_autoptr (GramAllowanceYear) year = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  gint64 account = ccts_account (f, CCTS_ALPHA);
  GramConversionPreview preview;

  settlement_position (f, "1300", "1200", "1240.5", "1200", "0");
  g_assert_true (gram_registry_preview_conversion (f->registry, f->actors[OWNER], account,
                                                   CCTS_YEAR, "from-crts", "30", &preview, NULL,
                                                   NULL));
  g_assert_cmpint (preview.allowances, ==, 30 * 135);
  g_assert_cmpint (preview.left, ==, 10);
  g_assert_cmpint (preview.available, ==, 131000 + 30 * 135);
  g_assert_true (gram_registry_preview_conversion (f->registry, f->actors[OWNER], account,
                                                   CCTS_YEAR, "to-crts", "334", &preview, NULL,
                                                   NULL));
  g_assert_cmpint (preview.crts, ==, 2);
  g_assert_cmpint (preview.available, ==, 131000 - 334);
  g_assert_false (gram_registry_preview_conversion (f->registry, f->actors[OWNER], account,
                                                    CCTS_YEAR, "from-crts", "41", &preview,
                                                    &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "conversion.too-many");

  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "30"), ==, "");
  year = allowance_year (f, OWNER, CCTS_ALPHA);
  g_assert_cmpint (year->acquired, ==, 30 * 135);
  g_assert_true (year->crts.known);
  g_assert_cmpint (year->crts.most.most, ==, 10);
  g_assert_cmpint (year->crts.converted, ==, 300);
  g_assert_cmpint (year->crts.credit_cap, ==, 6300);
  g_assert_cmpuint (year->crts.tests->len, ==, GRAM_CCTS_TEST_N);
}

/* The rows of what was posted, for the account and for the administrator's side. */
static void
test_rows (void)
{
  g_autoptr (Fixture) f = settlement_new (FLEET, "131");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  const GramSettlementRow *row;

  settlement_position (f, "1300", "1200", "1240.5", "1200", "0");
  g_assert_cmpstr (settlement_request (f, CCTS_ALPHA, "2"), ==, "");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "100"), ==, "");
  rows = gram_registry_settlements (f->registry, f->actors[READER], 0, 0, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  row = rows->pdata[0];
  g_assert_cmpstr (row->kind, ==, "surrender");
  g_assert_cmpint (row->allowances, ==, 100);
  row = rows->pdata[1];
  g_assert_cmpstr (row->kind, ==, "from-crts");
  g_assert_cmpint (row->crts, ==, 20);
  g_assert_cmpint (row->allowances, ==, 270);
  g_assert_cmpstr (row->holder, ==, "Alpha Motors plc");
  g_assert_null (gram_registry_settlements (f->registry, f->actors[STRANGER],
                                            ccts_account (f, CCTS_ALPHA), 0, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "account.unknown");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/conversions/worked", test_worked);
  g_test_add_func ("/registry/conversions/sentences", test_sentences);
  g_test_add_func ("/registry/conversions/twice", test_twice);
  g_test_add_func ("/registry/conversions/window", test_window);
  g_test_add_func ("/registry/conversions/obstacles", test_obstacles);
  g_test_add_func ("/registry/conversions/four-eyes", test_four_eyes);
  g_test_add_func ("/registry/conversions/to-crts", test_to_crts);
  g_test_add_func ("/registry/conversions/to-crts-blocked", test_to_crts_blocked);
  g_test_add_func ("/registry/conversions/preview", test_preview);
  g_test_add_func ("/registry/conversions/rows", test_rows);
  return g_test_run ();
}
