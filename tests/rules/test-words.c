/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-acceptance.h"

/* The words stand in the database, in JSON and in scripts: none may ever change. */
static const struct
{
  const char *vocabulary;
  const char *words;
} vocabularies[] = {
  { "registry-kind", "administrator own practice" },
  { "account-kind", "ccs-used ccs-new ccts" },
  { "scheme", "ccs ccts" },
  { "account-state", "open suspended blocked closing closed" },
  { "permission", "view grant accept transfer edit" },
  { "role", "administrator case-handler decision-maker reader officer" },
  { "vehicle-status", "entered ready accepted" },
  { "attention", "none incomplete disputed" },
  { "auto-accept", "off credit charge" },
  { "missing", "co2 mass type make model date" },
  { "rounding", "half-up half-even truncate" },
  { "date-order", "iso day-month-year month-day-year" },
  { "missing-weights", "refuse mean" },
  { "auto-reason",
    "accepts switched-off already-accepted not-ready account-not-open disputed incomplete no-target charge credit excluded" },
  { "effect",
    "view edit people enter accept auto-accept dispute transfer-out receive convert surrender pay" },
  { "act", "transfer surrender closing" },
  { "preset", "owner compliance-officer trader read-only" },
  { "charge-scheme", "payg fleet-average" },
  { "aml", "none verified refused expired" },
  { "invitation-state", "pending used revoked lapsed" },
  { "handover-state", "pending accepted declined withdrawn lapsed" },
  { "request-state", "pending approved declined withdrawn lapsed" },
  { "measure-kind", "suspension block" },
  { "measure-state", "notified in-force ended dropped" },
  { "measure-ground", "failure conviction penalty" },
  { "closing-kind", "holder administrator" },
  { "closing-state", "notified requested withdrawn refused dropped done" },
  { "closing-need",
    "charges-paid no-vehicles-waiting no-disputes no-requests no-transfers allowances-settled fleet-average-settled" },
  { "application-state",
    "draft submitted information-asked approved declined withdrawn suspended revoked" },
  { "case-kind",
    "dispute correction difference application aml suspension closing trade conversion "
    "payment pool borrowing" },
  { "case-state", "open claimed information-asked decided withdrawn" },
  { "case-outcome", "upheld not-upheld approved declined done dropped" },
  { "dispute-kind", "value not-ours missing" },
  { "lane", "holder internal" },
  { "message-kind", "message question answer decision release" },
  { "difference-decision", "taken kept" },
  { "event",
    "vehicle-ready auto-accepted dispute-decided information-asked information-given message "
    "case-assigned due-soon overdue permission-changed account-suspended trade-waiting "
    "trade-differs trade-matched trade-decided trade-void allocation-posted payment-notice "
    "payment-overdue pool-asked pool-decided window-opens window-closes transfer-offered "
    "transfer-decided transfer-lapsed credits-lapse-soon credits-lapsed charge-due charge-overdue "
    "fleet-year-settled borrowing-asked borrowing-decided payment-recorded" },
  { "pool-state", "gathering applied granted declined withdrawn ended" },
  { "trade-side", "transferor transferee" },
  { "trade-state", "waiting differing matched registered refused withdrawn void" },
  { "trade-field",
    "transferor-name transferor-number transferee-name transferee-number quantity price" },
  { "trade-form-field", "year side name number quantity price price-reason agreed-on note" },
  { "trade-verb", "amend withdraw match differ part register refuse end" },
  { "conversion-direction", "from-crts to-crts" },
  { "notice-payment-kind", "payment reversal onward" },
  { "document-kind", "payment-notice publication invoice" },
  { "charge-kind", "payg fleet-average carried short" },
  { "charge-state", "due overdue settled" },
  { "charge-settlement-kind", "credit money in-favour correction carry before" },
  { "payment-kind", "payment reversal pay-back" },
  { "borrowing-state", "asked approved declined withdrawn settled" },
  { "credit-transfer-state", "offered accepted declined cancelled lapsed" },
  { "credit-use", "none oldest chosen" },
  { "credit-transfer-field", "direction number name kind credits years reference" },
  { "credit-transfer-direction", "out in" },
  { "credit-transfer-verb", "accept decline cancel lapse" },
  { "fleet-state", "growing over invoiced overdue settled" },
  { "fleet-need", "not-over not-settled changed outstanding borrowing-asked" },
  { "borrowing-verb", "approve decline withdraw settle" },
  { "payment-certainty", "none likely certain" },
  { "payment-reason", "nothing several contradiction number invoice amount payer" },
  { "year-state",
    "collecting measured allocated window-open window-closed accounted notices closed" },
  { "year-verb", "measure allocate account issue-notice close publish" },
  { "year-need",
    "not-over cars-without-co2 pools-undecided not-measured changed baselines-missing "
    "not-allocated allocation-differs window-not-over notifications-live trades-matched "
    "not-accounted notices-missing not-published" },
  { "crts-field", "cars allocated activity held required borrowed" },
  { "due-counting", "day-zero clear-days" },
  { "trade-price", "total each" },
  { "notice-state", "issued part-paid paid overdue appealed withdrawn" },
  { "notice-item", "amount due-on payable-to how-to-pay appeal-rights" },
  { "notice-verb", "pay reverse forward appeal end-appeal withdraw remind" },
  { "appeal-outcome", "dismissed allowed" },
  { "scenario-field", "buy buy-price convert pool-number pool-surplus pool-cost" },
  { "scenario-way", "buy convert pool pay" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    {
      const char *name = vocabularies[i].vocabulary;
      g_autofree const char **words = gram_words_of (name);
      g_autofree char *joined = g_strjoinv (" ", (char **)words);

      g_assert_cmpstr (joined, ==, vocabularies[i].words);
      for (gsize j = 0; words[j] != NULL; j++)
        {
          int value = -1;

          g_assert_true (gram_word_parse (name, words[j], &value));
          g_assert_cmpstr (gram_word_for (name, value), ==, words[j]);
        }
    }
}

static void
test_parse_bad (void)
{
  int value = 4711;

  g_assert_false (gram_word_parse ("role", "Reader", &value));
  g_assert_false (gram_word_parse ("role", "", &value));
  g_assert_false (gram_word_parse ("role", NULL, &value));
  g_assert_cmpint (value, ==, 4711);
}

static void
test_sets (void)
{
  g_autofree const char **some
      = gram_words_of_set ("permission", GRAM_PERMISSION_EDIT | GRAM_PERMISSION_VIEW);
  g_autofree const char **none = gram_words_of_set ("auto-accept", GRAM_AUTO_ACCEPT_OFF);
  g_autofree const char **all = gram_words_of_set ("permission", GRAM_PERMISSION_ALL);

  g_assert_cmpstrv (some, ((const char *[]){ "view", "edit", NULL }));
  g_assert_null (none[0]);
  g_assert_cmpuint (g_strv_length ((char **)all), ==, 5);
}

static void
test_schemes (void)
{
  g_assert_cmpint (gram_account_kind_scheme (GRAM_ACCOUNT_CCS_USED), ==, GRAM_SCHEME_CCS);
  g_assert_cmpint (gram_account_kind_scheme (GRAM_ACCOUNT_CCS_NEW), ==, GRAM_SCHEME_CCS);
  g_assert_cmpint (gram_account_kind_scheme (GRAM_ACCOUNT_CCTS), ==, GRAM_SCHEME_CCTS);
}

static void
test_unknown (void)
{
  if (g_test_subprocess ())
    {
      gram_word_for ("role", 3);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/words", test_words);
  g_test_add_func ("/words/parse-bad", test_parse_bad);
  g_test_add_func ("/words/sets", test_sets);
  g_test_add_func ("/words/schemes", test_schemes);
  g_test_add_func ("/words/unknown", test_unknown);

  return g_test_run ();
}
