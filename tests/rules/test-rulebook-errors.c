/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook.h"

#include "rulebooks.h"

#include <string.h>

/* A mistake made in a rulebook that is right, and what the error has to name. */
static const struct
{
  const char *rulebook;
  const char *from;
  const char *to;
  GramRulesError code;
  const char *says;
} mistakes[] = {
  { CCS_RULEBOOK, "\"slope\": \"0.0343\"", "\"slope\": \"0,0343\"", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "years[3].targets.A.slope: " },
  { CCS_RULEBOOK, "\"slope\": \"0.0343\"", "\"slope\": 0.0343", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "years[3].targets.A.slope: has to be a decimal number in quotation marks" },
  { CCS_RULEBOOK, "\"slope\": \"0.0343\"", "\"slope\": \"-0.0343\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "years[3].targets.A.slope: is negative" },
  { CCS_RULEBOOK, "\"slope\": \"0.0343\"", "\"slope\": \"0.03431234567\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "years[3].targets.A.slope: " },
  { CCS_RULEBOOK, "\"slope\": \"0.0343\"", "\"slope\": null", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "years[3].targets.A.slope: is missing, while a mean weight is given" },
  { CCS_RULEBOOK, "\"mean_weight\": 1482", "\"mean_weight\": null", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "years[3].targets.A.mean_weight: is missing, while a slope is given" },
  { CCS_RULEBOOK, "\"mean_weight\": 1482", "\"mean_weight\": 1482.5",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "years[3].targets.A.mean_weight: has to be a whole number" },
  { CCS_RULEBOOK, "\"mean_weight\": 1482", "\"mean_weight\": 0", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "years[3].targets.A.mean_weight: has to be between 1 and 100000" },
  { CCS_RULEBOOK, "\"mean_weight\": 1482", "\"mean_wieght\": 1482",
    GRAM_RULES_ERROR_RULEBOOK_MEMBER, "years[3].targets.A.mean_weight: is missing" },
  { CCS_RULEBOOK, "\"mean_weight\": 1482", "\"mean_weight\": 1482, \"comment\": 1",
    GRAM_RULES_ERROR_RULEBOOK_MEMBER, "years[3].targets.A.comment: is not known" },
  { CCS_RULEBOOK, "\"mean_weight\": 1482", "\"mean_weight\": 1482, \"mean_weight\": 1483",
    GRAM_RULES_ERROR_RULEBOOK_MEMBER, "mean_weight: stands twice" },
  { CCS_RULEBOOK, "\"year\": 2026", "\"year\": 2036", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "years[3].year: does not follow" },
  { CCS_RULEBOOK, "\"payg_new\": \"12.00\"", "\"payg_new\": \"12.005\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "years[3].rates.payg_new: " },
  { CCS_RULEBOOK, "\"money\": \"half-up\"", "\"money\": \"up\"", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "rounding.money: has to be one of: half-up, half-even, truncate" },
  { CCS_RULEBOOK, "\"missing_weights\": \"refuse\"", "\"missing_weights\": true",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "missing_weights: has to be a text" },
  { CCS_RULEBOOK, "\"never_before\": \"2028-12-31\"", "\"never_before\": \"2028-12-32\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "credits.never_before: " },
  { CCS_RULEBOOK, "\"settled_by\": \"03-31\"", "\"settled_by\": \"02-29\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "fleet_average.settled_by: has to be a day of every year" },
  { CCS_RULEBOOK, "\"used_per_new\": 2", "\"used_per_new\": \"2\"", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "transfers.used_per_new: has to be a whole number" },
  { CCS_RULEBOOK, "\"scheme\": \"ccs\"", "\"scheme\": \"crts\"", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "scheme: has to be one of: ccs, ccts" },
  { CCS_RULEBOOK, "\"scheme\": \"ccs\"", "\"scheme\": \"ccts\"", GRAM_RULES_ERROR_RULEBOOK_MEMBER,
    "trading_period: is missing" },
  { CCS_RULEBOOK, "\"format\": 1", "\"format\": 2", GRAM_RULES_ERROR_RULEBOOK_VALUE, "format: " },
  { CCS_RULEBOOK, "\"aml\": 10", "\"aml\": 0", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "cases.due.aml: has to be between 1 and 3650" },
  { CCS_RULEBOOK, "\"aml\": 10", "\"aml\": 10, \"pool\": 20", GRAM_RULES_ERROR_RULEBOOK_MEMBER,
    "cases.due.pool: is not known" },
  { CCTS_RULEBOOK, "\"pool\": 20,", "", GRAM_RULES_ERROR_RULEBOOK_MEMBER,
    "cases.due.pool: is missing" },
  { CCS_RULEBOOK, "\"working_days_before\": 3", "\"working_days_before\": \"3\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "cases.reminder.working_days_before: has to be a whole" },
  { CCS_RULEBOOK, "\"max_bytes\": 26214400", "\"max_bytes\": 26214401",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "cases.attachments.max_bytes: has to be between 1 and" },
  { CCS_RULEBOOK, "\"on\": \"2026-02-06\"", "\"on\": \"2026-02-30\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "cases.holidays[1].days[2].on: " },
  { CCS_RULEBOOK, "\"on\": \"2026-02-06\"", "\"on\": \"2027-02-06\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "cases.holidays[1].days[2].on: is not in the year" },
  { CCS_RULEBOOK, "\"on\": \"2026-02-06\"", "\"on\": \"2026-01-02\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "cases.holidays[1].days[2].on: does not come after" },
  { CCS_RULEBOOK, "\"name\": \"Waitangi Day\"", "\"name\": \"\"", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "cases.holidays[0].days[2].name: is empty" },
  { CCS_RULEBOOK, "\"year\": 2025,\n        \"days\"", "\"year\": 2024,\n        \"days\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "cases.holidays[0].days[0].on: is not in the year" },
  { CCS_RULEBOOK, "\"version\": \"ccs-2027-01\"", "\"version\": \"\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "version: is empty" },
  { CCS_RULEBOOK, "\"verified\": false", "\"verified\": 0", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "verified: has to be true or false" },
  { CCS_RULEBOOK, "{", "[{", GRAM_RULES_ERROR_RULEBOOK_JSON, "not strict JSON" },
  { CCS_RULEBOOK, "\"format\": 1,", "\"format\": 1, // comment\n", GRAM_RULES_ERROR_RULEBOOK_JSON,
    "not strict JSON" },
  { CCS_RULEBOOK, "\"format\": 1,", "\"format\": 1,,", GRAM_RULES_ERROR_RULEBOOK_JSON,
    "not strict JSON" },
  { CCS_RULEBOOK, "\"format\": 1,", "\"format\": 01,", GRAM_RULES_ERROR_RULEBOOK_JSON,
    "not strict JSON" },
  { CCS_RULEBOOK, "\"format\": 1,", "\"format\": 1, \"x\": [[[[[[[[1]]]]]]]],",
    GRAM_RULES_ERROR_RULEBOOK_JSON, "more than 8 levels" },
  { CCTS_RULEBOOK, "\"last\": \"2030-12-31\"", "\"last\": \"2023-12-31\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "trading_period.last: is before the first day" },
  { CCTS_RULEBOOK, "\"last\": \"12-31\"", "\"last\": \"10-31\"", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "trading_window.last: is before the first day" },
  { CCTS_RULEBOOK, "\"allowances_per_crts\": 135", "\"allowances_per_crts\": 0",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "conversion.allowances_per_crts: has to be between 1 and" },
  { CCTS_RULEBOOK, "\"share\": \"0.126\"", "\"share\": true", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "conversion_to_crts.caps[1].share: " },
  { CCTS_RULEBOOK, "\"per_unit\": \"86.00\"", "\"per_unit\": \"86.00\", \"unit\": \"GBP\"",
    GRAM_RULES_ERROR_RULEBOOK_MEMBER, "payment.unit: is not known" },
  /* The section “accounts”: s 192, art. 93 and the source text on closing set bounds to it. */
  { CCS_RULEBOOK,
    "\"effects\": [\"view\", \"edit\", \"people\", \"enter\", \"dispute\", \"surrender\"",
    "\"effects\": [\"view\", \"accept\"", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.states.suspended.effects: cannot have accept (CO₂ account, Closing" },
  { CCS_RULEBOOK, "\"effects\": [\"view\"]", "\"effects\": [\"view\", \"pay\", \"edit\"]",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "accounts.states.closed.effects: cannot have edit, pay (" },
  { CCS_RULEBOOK, "\"effects\": [\"view\"]", "\"effects\": []", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.states.closed.effects: has to have view (" },
  { CCS_RULEBOOK, "\"effects\": [\"view\"]", "\"effects\": [\"view\", \"view\"]",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "accounts.states.closed.effects[1]: stands twice" },
  { CCS_RULEBOOK, "\"effects\": [\"view\"]", "\"effects\": [\"look\"]",
    GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.states.closed.effects[0]: has to be one of: view, " },
  { CCS_RULEBOOK, "\"effects\": [\"view\"]", "\"effects\": [1]", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.states.closed.effects[0]: has to be one of: view, " },
  { CCS_RULEBOOK, "\"effects\": [\"view\"]", "\"effects\": \"view\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "accounts.states.closed.effects: has to be a list" },
  { CCS_RULEBOOK, "\"enter\", \"accept\", \"auto-accept\"", "\"enter\", \"auto-accept\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "accounts.states.open.effects: has to have accept (" },
  { CCS_RULEBOOK, "\"closed\": {", "\"blocked\": {", GRAM_RULES_ERROR_RULEBOOK_MEMBER,
    "accounts.states.closed: is missing" },
  { CCS_RULEBOOK, "\"lapses_after_days\": 7", "\"lapses_after_days\": 0",
    GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.four_eyes.lapses_after_days: has to be between 1 and 3650" },
  { CCS_RULEBOOK, "\"max_years\": 5", "\"max_years\": \"5\"", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.suspension.max_years: has to be a whole number" },
  { CCS_RULEBOOK, "\"max_years\": 5", "\"years\": 5", GRAM_RULES_ERROR_RULEBOOK_MEMBER,
    "accounts.suspension.max_years: is missing" },
  { CCS_RULEBOOK, "\"needs\": [\"charges-paid\", ", "\"needs\": [", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.closing.needs: has to have charges-paid (" },
  { CCS_RULEBOOK, "\"no-transfers\", ", "", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.closing.needs: has to have no-transfers (" },
  { CCS_RULEBOOK, "\"fleet-average-settled\"", "\"allowances-settled\"",
    GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.closing.needs: cannot have allowances-settled in this scheme" },
  { CCS_RULEBOOK, "\"starts\": \"01-01\"", "\"starts\": \"13-01\"", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.fleet_average.starts: has to be a day of every" },
  { CCS_RULEBOOK, "\"accounts\": {", "\"account\": {", GRAM_RULES_ERROR_RULEBOOK_MEMBER,
    "account: is not known" },
  { CCS_RULEBOOK, "\"accounts\": {", "\"accounts\": null, \"was\": {",
    GRAM_RULES_ERROR_RULEBOOK_VALUE, "accounts: has to be an object" },
  { CCTS_RULEBOOK,
    "\"dispute\", \"surrender\", \"pay\"],\n        \"verified\": false,\n        \"source\": \"art. 93",
    "\"dispute\", \"pay\"],\n        \"verified\": false,\n        \"source\": \"art. 93",
    GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "accounts.states.blocked.effects: has to have surrender (art. 93)" },
  { CCTS_RULEBOOK, "\"blocked\": {", "\"barred\": {", GRAM_RULES_ERROR_RULEBOOK_MEMBER,
    "accounts.states.blocked: is missing" },
  { CCTS_RULEBOOK, "\"closing_notice\": {", "\"fleet_average\": 1, \"closing_notice\": {",
    GRAM_RULES_ERROR_RULEBOOK_MEMBER, "accounts.fleet_average: is not known" },
  { CCTS_RULEBOOK, "\"payment\": {", "\"payment\": 1, \"was\": {", GRAM_RULES_ERROR_RULEBOOK_VALUE,
    "payment: has to be an object" },
};

static void
assert_refused (const char *json, gssize length, GramRulesError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramRulebook) rulebook = gram_rulebook_parse (json, length, &error);

  g_assert_null (rulebook);
  g_assert_error (error, GRAM_RULES_ERROR, (int)code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_mistakes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *right = read_rulebook (mistakes[i].rulebook);
      g_autoptr (GString) wrong = g_string_new (right);

      g_test_message ("%s", mistakes[i].to);
      g_assert_cmpuint (g_string_replace (wrong, mistakes[i].from, mistakes[i].to, 1), ==, 1);
      assert_refused (wrong->str, -1, mistakes[i].code, mistakes[i].says);
    }
}

static void
test_no_rulebook (void)
{
  g_autofree char *large = g_strnfill (1024 * 1024 + 1, ' ');
  g_autofree char *right = read_rulebook (CCS_RULEBOOK);
  g_autofree char *trailed = g_strconcat (right, "{}", NULL);

  assert_refused ("", -1, GRAM_RULES_ERROR_RULEBOOK_JSON, "empty");
  assert_refused ("  \n", -1, GRAM_RULES_ERROR_RULEBOOK_JSON, "empty");
  assert_refused ("[]", -1, GRAM_RULES_ERROR_RULEBOOK_VALUE, "has to be an object");
  assert_refused ("null", -1, GRAM_RULES_ERROR_RULEBOOK_VALUE, "has to be an object");
  assert_refused ("{}", -1, GRAM_RULES_ERROR_RULEBOOK_MEMBER, "format: is missing");
  assert_refused ("{", -1, GRAM_RULES_ERROR_RULEBOOK_JSON, "not strict JSON");
  assert_refused ("\xff", -1, GRAM_RULES_ERROR_RULEBOOK_JSON, "UTF-8");
  assert_refused ("{}\0{}", 5, GRAM_RULES_ERROR_RULEBOOK_JSON, "UTF-8");
  assert_refused (large, -1, GRAM_RULES_ERROR_RULEBOOK_JSON, "1 MiB");
  assert_refused (trailed, -1, GRAM_RULES_ERROR_RULEBOOK_JSON, "not strict JSON");
}

/* A rulebook cut off or with a byte changed is read or refused, never half read and never a crash. */
static void
test_damage (void)
{
  g_autofree char *right = read_rulebook (CCTS_RULEBOOK);
  gsize length = strlen (right);

  for (gsize cut = 0; cut + 2 < length; cut += 7)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gram_rulebook_parse (right, (gssize)cut, &error));
      g_assert_nonnull (error);
    }

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *damaged = g_strdup (right);
      g_autoptr (GError) error = NULL;
      g_autoptr (GramRulebook) rulebook = NULL;

      damaged[g_test_rand_int_range (0, (int)length)] = (char)g_test_rand_int_range (1, 128);
      rulebook = gram_rulebook_parse (damaged, -1, &error);
      g_assert_true ((rulebook == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rulebook/errors/mistakes", test_mistakes);
  g_test_add_func ("/rulebook/errors/no-rulebook", test_no_rulebook);
  g_test_add_func ("/rulebook/errors/damage", test_damage);

  return g_test_run ();
}
