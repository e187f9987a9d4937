/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-scenario.h"

#include "rulebooks.h"

#define POSITION { 15385, 12000, 12000, 16405, 12000, 0 }

/* Beta of §11 with its allocation only, in the window: 1,055,345.6 of activity, 995,931 allowances, 440 CRTS to spare. */
static const struct
{
  const char *id;
  GramScenario scenario;
  gint64 left;
  gint64 payment_left;
  gint64 spare;
  gint64 cost;
  gint64 saved;
  gboolean possible;
} scenarios[] = {
  { "pay all", { 0 }, 59414600, 510965560, 0, 510965560, 0, TRUE },
  { "as in §11",
    { .buy = 30000, .buy_price = 125000, .convert = 200 },
    2414600,
    20765560,
    0,
    37500000 + 20765560,
    510965560 - 58265560,
    TRUE },
  { "convert all that is needed", { .convert = 440 }, 14600, 125560, 0, 125560, 510840000, TRUE },
  { "convert more than is there", { .convert = 441 }, 0, 0, 120400, 0, 510965560, FALSE },
  { "buy all", { .buy = 59415, .buy_price = 860000 }, 0, 0, 400, 510969000, -3440, TRUE },
  { "buy at the break-even price",
    { .buy = 59415, .buy_price = 859994 },
    0,
    0,
    400,
    510965435,
    125,
    TRUE },
  { "pool",
    { .pool_number = "10000032", .pool_surplus = 59414600, .pool_cost = 100000 },
    0,
    0,
    0,
    100000,
    510865560,
    FALSE },
};

static GramScenarioFacts
facts_of (const GramCrtsPosition *position)
{
  return (GramScenarioFacts){
    .year = 2025,
    .today = gram_date_make (2026, 11, 20),
    .measured = TRUE,
    .activity = 1055345600,
    .available = 995931,
    .position = position,
  };
}

static void
test_scenarios (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const GramCrtsPosition position = POSITION;
  GramScenarioFacts facts = facts_of (&position);

  for (gsize i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GramScenarioResult) result
          = gram_scenario_compute (rulebook->ccts, &facts, &scenarios[i].scenario, &refusal);

      g_test_message ("%s", scenarios[i].id);
      g_assert_null (refusal);
      g_assert_cmpint (result->shortfall, ==, 59414600);
      g_assert_cmpint (result->payment, ==, 510965560);
      /* £5,109,655.60 for 59,415 allowances */
      g_assert_cmpint (result->break_even, ==, 859994);
      g_assert_cmpint (result->left, ==, scenarios[i].left);
      g_assert_cmpint (result->payment_left, ==, scenarios[i].payment_left);
      g_assert_cmpint (result->spare, ==, scenarios[i].spare);
      g_assert_cmpint (result->cost, ==, scenarios[i].cost);
      g_assert_cmpint (result->saved, ==, scenarios[i].saved);
      g_assert_true (result->possible == scenarios[i].possible);
      g_assert_cmpuint (result->lines->len, ==, GRAM_SCENARIO_WAY_N);
    }
}

/* Which ways are open: buy, convert, pool, pay; and their last days. */
static const struct
{
  const char *today;
  gboolean measured;
  gboolean pooled;
  gboolean known;
  const char *open;
} ways[] = {
  { "2026-02-01", FALSE, FALSE, TRUE, "yyyy" }, { "2026-02-01", FALSE, TRUE, TRUE, "yyny" },
  { "2026-10-31", TRUE, FALSE, TRUE, "yyny" },  { "2026-12-31", TRUE, FALSE, TRUE, "yyny" },
  { "2027-01-01", TRUE, FALSE, TRUE, "nnny" },  { "2026-11-20", TRUE, FALSE, FALSE, "ynny" },
};

static void
test_ways (void)
{
  static const char *const last_days[] = { "2026-12-31", "2026-12-31", "2026-04-30", "" };
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const GramCrtsPosition position = POSITION;
  static const GramScenario nothing = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GramScenarioFacts facts = facts_of (ways[i].known ? &position : NULL);
      g_autoptr (GramScenarioResult) result = NULL;

      g_assert_true (gram_date_parse (ways[i].today, GRAM_DATE_ISO, &facts.today, NULL));
      facts.measured = ways[i].measured;
      facts.pooled = ways[i].pooled;
      result = gram_scenario_compute (rulebook->ccts, &facts, &nothing, NULL);
      for (guint j = 0; j < result->lines->len; j++)
        {
          const GramScenarioLine *line = result->lines->pdata[j];
          g_autofree char *last_day = gram_date_format (line->last_day);

          g_test_message ("%s: %s", ways[i].today, line->sentence);
          g_assert_cmpint (line->way, ==, j + 1);
          g_assert_true (line->possible == (ways[i].open[j] == 'y'));
          g_assert_cmpstr (last_day, ==, last_days[j]);
          g_assert_cmpstr (line->sentence, !=, "");
          g_assert_cmpstr (gram_scenario_way_title (line->way), !=, "");
        }
    }
}

/* Who has missed the day on which pools apply is told so, and whom to ask: nothing is refused after it. */
static void
test_apply_by (void)
{
  static const struct
  {
    const char *today;
    const char *begins;
  } rows[] = { { "2026-04-30", "Possible if" }, { "2026-05-01", "Applications were due by" } };
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const GramScenario nothing = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GramScenarioFacts facts = facts_of (NULL);
      g_autoptr (GramScenarioResult) result = NULL;
      const GramScenarioLine *line;

      facts.measured = FALSE;
      g_assert_true (gram_date_parse (rows[i].today, GRAM_DATE_ISO, &facts.today, NULL));
      result = gram_scenario_compute (rulebook->ccts, &facts, &nothing, NULL);
      line = result->lines->pdata[GRAM_SCENARIO_WAY_POOL - 1];
      g_assert_true (line->possible);
      g_assert_true (g_str_has_prefix (line->sentence, rows[i].begins));
    }
}

/* Without a shortfall nothing is owed, and nothing is worth buying. */
static void
test_surplus (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const GramScenario buy = { .buy = 10, .buy_price = 10000 };
  GramScenarioFacts facts = facts_of (NULL);
  g_autoptr (GramScenarioResult) result = NULL;

  facts.available = 1055350;
  result = gram_scenario_compute (rulebook->ccts, &facts, &buy, NULL);
  g_assert_cmpint (result->shortfall, ==, 0);
  g_assert_cmpint (result->break_even, ==, 0);
  g_assert_cmpint (result->spare, ==, 14400);
  g_assert_cmpint (result->saved, ==, -1000);
}

static void
test_too_large (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  static const GramScenario rows[] = {
    { .buy = G_MAXINT64 },
    { .buy = G_MAXINT64 / 1000, .buy_price = G_MAXINT64 },
    { .convert = G_MAXINT64 },
    { .pool_surplus = G_MAXINT64, .pool_cost = 1, .buy = 1 },
  };
  GramScenarioFacts facts = facts_of (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_null (gram_scenario_compute (rulebook->ccts, &facts, &rows[i], &refusal));
      g_assert_cmpstr (refusal->id, ==, "scenario.too-large");
    }
}

static const struct
{
  GramScenarioField field;
  const char *text;
  const char *shown;
} fields[] = {
  { GRAM_SCENARIO_BUY, "30000", "30000" },
  { GRAM_SCENARIO_BUY, "0", "" },
  { GRAM_SCENARIO_BUY, "", "" },
  { GRAM_SCENARIO_BUY, "1.5", NULL },
  { GRAM_SCENARIO_BUY, "-1", NULL },
  { GRAM_SCENARIO_BUY_PRICE, "12.5", "12.50" },
  { GRAM_SCENARIO_BUY_PRICE, "12.1234", "12.1234" },
  { GRAM_SCENARIO_BUY_PRICE, "12.12345", NULL },
  { GRAM_SCENARIO_CONVERT, "200", "200" },
  { GRAM_SCENARIO_POOL_NUMBER, "1000-0032", "10000032" },
  { GRAM_SCENARIO_POOL_NUMBER, "10000033", NULL },
  { GRAM_SCENARIO_POOL_NUMBER, " ", "" },
  { GRAM_SCENARIO_POOL_SURPLUS, "2414.6", "2414.6" },
  { GRAM_SCENARIO_POOL_COST, "1000", "1000.00" },
};

static void
test_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GramScenario scenario = { 0 };
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean ok = gram_scenario_set (&scenario, fields[i].field, fields[i].text, &refusal);
      g_autofree char *shown = gram_scenario_get (&scenario, fields[i].field);

      g_assert_true (ok == (fields[i].shown != NULL));
      if (ok)
        g_assert_cmpstr (shown, ==, fields[i].shown);
      else
        g_assert_cmpstr (refusal->id, ==, "scenario.value");
      g_assert_cmpstr (gram_scenario_field_title (fields[i].field), !=, "");
    }
}

static void
test_content (void)
{
  GramScenario scenario = { 30000, 125000, 200, "10000032", 2414600, 100000 };
  GramScenario read = { 0 };
  g_autoptr (GVariant) written = g_variant_ref_sink (gram_scenario_write (&scenario));
  g_autoptr (GVariant) again = NULL;
  g_autoptr (GVariant) numbers
      = g_variant_ref_sink (g_variant_new_parsed ("{'buy': <int64 5>, 'buy-price': <'1.5'>}"));
  g_autoptr (GVariant) unknown = g_variant_ref_sink (g_variant_new_parsed ("{'borrow': <'5'>}"));
  g_autoptr (GVariant) typed = g_variant_ref_sink (g_variant_new_parsed ("{'buy': <true>}"));
  g_autoptr (GramRefusal) field = NULL;
  g_autoptr (GramRefusal) value = NULL;

  g_assert_true (gram_scenario_read (written, &read, NULL));
  again = g_variant_ref_sink (gram_scenario_write (&read));
  g_assert_true (g_variant_equal (written, again));
  g_assert_cmpuint (g_variant_n_children (written), ==, GRAM_SCENARIO_FIELD_N);

  g_assert_true (gram_scenario_read (numbers, &read, NULL));
  g_assert_cmpint (read.buy, ==, 5);
  g_assert_cmpint (read.buy_price, ==, 15000);
  g_assert_cmpint (read.convert, ==, 0);
  g_assert_false (gram_scenario_read (unknown, &read, &field));
  g_assert_cmpstr (field->id, ==, "scenario.field");
  g_assert_false (gram_scenario_read (typed, &read, &value));
  g_assert_cmpstr (value->id, ==, "scenario.value");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccts/scenario", test_scenarios);
  g_test_add_func ("/ccts/scenario/ways", test_ways);
  g_test_add_func ("/ccts/scenario/apply-by", test_apply_by);
  g_test_add_func ("/ccts/scenario/surplus", test_surplus);
  g_test_add_func ("/ccts/scenario/too-large", test_too_large);
  g_test_add_func ("/ccts/scenario/fields", test_fields);
  g_test_add_func ("/ccts/scenario/content", test_content);

  return g_test_run ();
}
