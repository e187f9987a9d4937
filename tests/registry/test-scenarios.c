/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settlement-fixture.h"

#include "gram-queries-scenarios.h"

#include <string.h>

#define SAVE(more_) "{'account': '@3', 'year': 2025, 'title': 'Buy', 'content': " more_ "}"

/* Alpha is short of 1,000 units: £86,000.00 if it only pays. */
static Fixture *
new_short (void)
{
  Fixture *f = settlement_new ("1000x120", "119");

  settlement_position (f, "1300", "1200", "1210.5", "1200", "0");
  return f;
}

static GramScenarioResult *
compute (Fixture *f, const char *json, const char *refused)
{
  g_autoptr (GVariant) content = fixture_arguments (f, json);
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;
  GramScenarioResult *result
      = gram_registry_compute_scenario (f->registry, f->actors[VIEWER],
                                        ccts_account (f, CCTS_ALPHA), CCTS_YEAR, content, &refusal,
                                        &error);

  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, refused);
  return result;
}

/* Buy, convert, pay, and a mix, by the facts of the account; nothing is posted. */
static void
test_compute (void)
{
  static const struct
  {
    const char *content;
    gint64 left;
    gint64 cost;
    gint64 spare;
  } rows[] = {
    { "{}", 1000000, 8600000, 0 },
    { "{'buy': '1000', 'buy-price': '12.50'}", 0, 1250000, 0 },
    { "{'buy': '400', 'buy-price': '12.50'}", 600000, 500000 + 5160000, 0 },
    { "{'convert': '8'}", 0, 0, 80000 },
    { "{'convert': '7', 'buy': '55', 'buy-price': '90'}", 0, 495000, 0 },
    { "{'convert': '7'}", 55000, 473000, 0 },
  };
  g_autoptr (Fixture) f = new_short ();
  gint64 length = fixture_journal_length (f);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramScenarioResult) result = compute (f, rows[i].content, "");

      g_test_message ("%s", rows[i].content);
      g_assert_cmpint (result->shortfall, ==, 1000000);
      g_assert_cmpint (result->payment, ==, 8600000);
      g_assert_cmpint (result->left, ==, rows[i].left);
      g_assert_cmpint (result->cost, ==, rows[i].cost);
      g_assert_cmpint (result->spare, ==, rows[i].spare);
      g_assert_cmpint (result->break_even, ==, 860000);
      g_assert_cmpuint (result->lines->len, ==, GRAM_SCENARIO_WAY_N);
    }
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  g_assert_null (compute (f, "{'buy': 'many'}", "scenario.value"));
  g_assert_null (compute (f, "{'steal': '1'}", "scenario.field"));
}

/* Who is blocked cannot trade, convert or pool (art. 93), whatever the day; it can only pay. */
static void
test_blocked (void)
{
  g_autoptr (Fixture) f = new_short ();
  g_autoptr (GramScenarioResult) open = compute (f, "{'buy': '1000', 'buy-price': '12.50'}", "");
  g_autoptr (GramScenarioResult) blocked = NULL;

  g_assert_true (open->possible);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.block",
                               "{'account': '@3', 'reason': 'False data.', 'reference': 'B/1'}"),
                   ==, "");
  blocked = compute (f, "{'buy': '1000', 'buy-price': '12.50'}", "");
  g_assert_false (blocked->possible);
  for (guint i = 0; i < blocked->lines->len; i++)
    {
      const GramScenarioLine *line = blocked->lines->pdata[i];

      g_assert_cmpint (line->possible, ==, line->way == GRAM_SCENARIO_WAY_PAY);
      if (line->way != GRAM_SCENARIO_WAY_PAY)
        g_assert_nonnull (strstr (line->sentence, "blocked"));
    }
}

static GPtrArray *
rows_of (Fixture *f)
{
  GError *error = NULL;
  GPtrArray *rows = gram_registry_scenarios (f->registry, f->actors[VIEWER],
                                             ccts_account (f, CCTS_ALPHA), CCTS_YEAR, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rows);
  return rows;
}

/* Saved by whoever may view, changed, removed; compared by the facts of now. */
static void
test_save (void)
{
  g_autoptr (Fixture) f = new_short ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const GramScenarioRow *row;
  const char *buy = NULL;

  g_assert_cmpstr (fixture_do (f, VIEWER, "scenario.save",
                               SAVE ("{'buy': '1000', 'buy-price': '12.50'}")),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "scenario"), ==, 1);
  rows = rows_of (f);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (row->title, ==, "Buy");
  g_assert_true (g_variant_lookup (row->content, "buy", "&s", &buy));
  g_assert_cmpstr (buy, ==, "1000");
  g_assert_cmpint (row->result->cost, ==, 1250000);
  g_assert_null (row->problem);

  g_assert_cmpstr (fixture_do (f, OWNER, "scenario.save",
                               "{'account': '@3', 'year': 2025, 'scenario': 1, 'version': 1,"
                               " 'title': 'Buy less', 'content': {'buy': '500',"
                               " 'buy-price': '12.50'}}"),
                   ==, "");
  after = rows_of (f);
  row = after->pdata[0];
  g_assert_cmpstr (row->title, ==, "Buy less");
  g_assert_cmpint (row->version, ==, 2);
  g_assert_cmpint (row->result->cost, ==, 625000 + 4300000);

  g_assert_cmpstr (fixture_do (f, VIEWER, "scenario.remove", "{'account': '@3', 'scenario': 1}"),
                   ==, "");
  none = rows_of (f);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_verify (f);
}

static void
test_refusals (void)
{
  static const struct
  {
    FixturePerson who;
    const char *command;
    const char *arguments;
    const char *refusal;
  } rows[] = {
    { ADMINISTRATOR, "scenario.save", SAVE ("{}"), "permission.missing" },
    { STRANGER, "scenario.save", SAVE ("{}"), "account.unknown" },
    { OWNER, "scenario.save", "{'account': '@3', 'year': 2025, 'title': ' ', 'content': {}}",
      "text.empty" },
    { OWNER, "scenario.save", "{'account': '@3', 'year': 1999, 'title': 'T', 'content': {}}",
      "year.none" },
    { OWNER, "scenario.save", SAVE ("{'buy': '1.5'}"), "scenario.value" },
    { OWNER, "scenario.save", SAVE ("{'sell': '1'}"), "scenario.field" },
    { OWNER, "scenario.save", SAVE ("{'buy': '1', 'buy-price': '10'}"), "" },
    { OWNER, "scenario.save",
      "{'account': '@3', 'year': 2025, 'scenario': 1, 'version': 7, 'title': 'T', 'content': {}}",
      "scenario.changed" },
    { OWNER, "scenario.save",
      "{'account': '@3', 'year': 2026, 'scenario': 1, 'title': 'T', 'content': {}}",
      "scenario.year" },
    { OWNER, "scenario.remove", "{'account': '@3', 'scenario': 9}", "scenario.unknown" },
    { STRANGER, "scenario.remove", "{'account': '@4', 'scenario': 1}", "scenario.unknown" },
    { OWNER, "scenario.remove", "{'account': '@3', 'scenario': 1}", "" },
    { OWNER, "scenario.remove", "{'account': '@3', 'scenario': 1}", "scenario.unknown" },
  };
  g_autoptr (Fixture) f = new_short ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].arguments);
      g_assert_cmpstr (fixture_do (f, rows[i].who, rows[i].command, "%s", rows[i].arguments), ==,
                       rows[i].refusal);
    }
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/scenarios/compute", test_compute);
  g_test_add_func ("/registry/scenarios/blocked", test_blocked);
  g_test_add_func ("/registry/scenarios/save", test_save);
  g_test_add_func ("/registry/scenarios/refusals", test_refusals);
  return g_test_run ();
}
