/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settlement-fixture.h"

#include "gram-queries-allowances.h"

/* Accounts of the CCTS in a fixture. */
#define PLACES 4

/* Surrender and payment of the facts file (§11, P): activity by its fleet, and what it leads to. */
static const struct
{
  const char *row;
  const char *fleet;
  const char *baseline;
  const char *surrendered; /* NULL: nothing */
  gint64 activity;         /* thousandths */
  gint64 shortfall;
  gint64 payment; /* pence */
} worked[] = {
  { "P1", "1000x142.13", "200", "142130", 142130000, 0, 0 },
  { "P2", "1000x142.13", "200", "142129", 142130000, 1000, 8600 },
  { "P3", "999x100; 1x100.001", "200", "100000", 100000001, 1, 9 },
  { "P4", "999x100; 1x100.007", "200", "100000", 100000007, 7, 60 },
  { "P5", "999x100; 1x100.5", "200", "100000", 100000500, 500, 4300 },
  { "P6", "1999x125; 1x556.891", "130", "250431", 250431891, 891, 7663 },
  { "P7", "1999x125; 1x556.891", "130", "250432", 250431891, 0, 0 },
  { "P8", "1999x125; 1x556.891", "130", "240000", 250431891, 10431891, 89714263 },
  { "P9", "999x131; 1x171.355", "118.437", "118437", 131040355, 12603355, 108388853 },
  { "P10", "999x1; 1x1.125", "200", NULL, 1000125, 1000125, 8601075 },
  { "P11", "5000x123.4; 5000x123.5; 1x67.058", "200", "1234567", 1234567058, 58, 499 },
};

static GramAllowanceYear *
allowance_year (Fixture *f, int place)
{
  GError *error = NULL;
  GramAllowanceYear *year
      = gram_registry_allowance_year (f->registry, f->actors[READER], ccts_account (f, place),
                                      CCTS_YEAR, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (year);
  return year;
}

static void
check_surrender (Fixture *f, int place, gsize i)
{
  g_autoptr (GramAllowanceYear) year = allowance_year (f, place);
  GramSurrenderPreview preview;

  g_assert_cmpint (year->activity, ==, worked[i].activity);
  if (worked[i].surrendered == NULL)
    return;
  g_assert_true (gram_registry_preview_surrender (f->registry, f->actors[trade_owner (place)],
                                                  ccts_account (f, place), CCTS_YEAR,
                                                  worked[i].surrendered, &preview, NULL, NULL));
  g_assert_cmpint (preview.shortfall, ==, worked[i].shortfall);
  g_assert_cmpint (preview.payment, ==, worked[i].payment);
  g_assert_cmpstr (settlement_surrender (f, place, worked[i].surrendered), ==, "");
}

/* Nothing to pay, no notice (P1, P7). */
static void
check_payment (Fixture *f, int place, gsize i)
{
  g_autoptr (GramAllowanceYear) year = allowance_year (f, place);

  g_assert_true (year->accounted);
  g_assert_cmpint (year->shortfall, ==, worked[i].shortfall);
  g_assert_cmpint (year->payment, ==, worked[i].payment);
  g_assert_cmpstr (settlement_issue (f, place, "2027-02-03", ""), ==,
                   worked[i].payment == 0 ? "payment-notice.nothing-to-pay" : "");
  settlement_check_money (f, place, worked[i].payment, 0);
}

/* As many rows as there are accounts, in one registry. */
static void
check_rows (gsize first)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  gsize last = MIN (first + PLACES, G_N_ELEMENTS (worked));

  for (gsize i = first; i < last; i++)
    ccts_register (f, CCTS_ALPHA + (int)(i - first), worked[i].fleet);
  ccts_measure (f);
  for (gsize i = first; i < last; i++)
    ccts_baseline (f, CCTS_ALPHA + (int)(i - first), worked[i].baseline);
  ccts_allocate (f);
  ccts_set_day ("2026-11-02");
  for (gsize i = first; i < last; i++)
    check_surrender (f, CCTS_ALPHA + (int)(i - first), i);
  settlement_account (f);
  for (gsize i = first; i < last; i++)
    {
      g_test_message ("%s", worked[i].row);
      check_payment (f, CCTS_ALPHA + (int)(i - first), i);
    }
  fixture_verify (f);
}

static void
test_worked (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (worked); i += PLACES)
    check_rows (i);
}

/* P12, and the last second: the whole activity is left. */
static void
test_too_late (void)
{
  g_autoptr (Fixture) f = settlement_new ("1000x120", "131");
  g_autoptr (GramAllowanceYear) year = NULL;

  ccts_set_last_second ("2026-12-31");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "1"), ==, "");
  settlement_check_result (f, "left", "130999");
  settlement_check_result (f, "shortfall", "119999.000");
  settlement_check_result (f, "payment", "10319914.00");
  ccts_set_first_second ("2027-01-01");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "1"), ==, "surrender.too-late");
  g_assert_cmpstr (f->article, ==, "CCTS art. 38(1)");
  /* What is left then does not help any more. */
  year = allowance_year (f, CCTS_ALPHA);
  g_assert_cmpint (year->available, ==, 130999);
  g_assert_cmpint (year->days_left, ==, -1);
  g_assert_cmpint (year->shortfall_left, ==, 119999000);
  g_assert_cmpint (year->payment, ==, 1031991400);
  fixture_verify (f);
}

/* Surrender may come before the window opens; not before the year is measured. */
static void
test_early (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_register (f, CCTS_ALPHA, "1000x120");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "1"), ==, "year.not-measured");
  ccts_measure (f);
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "1"), ==, "surrender.not-available");
  ccts_baseline (f, CCTS_ALPHA, "131");
  ccts_allocate (f);
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "1"), ==, "");
  fixture_verify (f);
}

/* Never beyond the activity rounded up, never more than is there, whole numbers only. */
static void
test_limits (void)
{
  static const struct
  {
    const char *quantity;
    const char *refusal;
  } rows[] = {
    { "0", "surrender.quantity" },
    { "-5", "surrender.quantity" },
    { "1.5", "surrender.quantity" },
    { "all", "surrender.quantity" },
    { "9223372036854775807", "surrender.quantity" },
    { "120002", "surrender.beyond-activity" },
    { "120000", "" },
    { "2", "surrender.beyond-activity" },
    { "1", "" },
    { "1", "surrender.beyond-activity" },
  };
  g_autoptr (Fixture) f = settlement_new ("999x120; 1x120.5", "131");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].quantity);
      g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, rows[i].quantity), ==, rows[i].refusal);
    }
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 131000 - 120001);
  fixture_verify (f);
}

/* What is promised in a trade is not there to be surrendered. */
static void
test_reserved (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);
  const TradeTerms terms = { .quantity = "1578000" };

  trade_do_give (f, CCTS_ALPHA, CCTS_BETA, &terms);
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "627"), ==, "surrender.not-available");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "626"), ==, "");
  trade_check_balances (f, CCTS_ALPHA, 0, 1578000);
  fixture_verify (f);
}

/* A block stops neither surrender nor payment (art. 93), closing the account neither. */
static void
test_blocked (void)
{
  g_autoptr (Fixture) f = settlement_new ("1000x120", "131");

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.block",
                               "{'account': '@3', 'until': '2026-12-01', 'reason': 'Art. 93',"
                               " 'reference': 'K 1'}"),
                   ==, "");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "120000"), ==, "");
  g_assert_cmpstr (fixture_do (f, VIEWER, "allowance.surrender",
                               "{'account': '@3', 'year': 2025, 'quantity': 1" SETTLEMENT_SIGNATURE
                               "}"),
                   ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "allowance.surrender",
                               "{'account': '@3', 'year': 2025, 'quantity': 1" SETTLEMENT_SIGNATURE
                               "}"),
                   ==, "permission.missing");
  fixture_verify (f);
}

/* Prepared, approved by a second person; meanwhile nothing is surrendered. */
static void
test_four_eyes (void)
{
  g_autoptr (Fixture) f = settlement_new ("1000x120", "131");

  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-four-eyes",
                               "{'account': '@3', 'acts': ['surrender']}"),
                   ==, "");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "120001"), ==, "surrender.beyond-activity");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "120000"), ==, "");
  g_assert_true (g_variant_lookup (f->result, "pending", "b", NULL));
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 131000);
  g_assert_cmpstr (fixture_do (f, TRADER, "request.approve",
                               "{'account': '@3', 'request': 1" SETTLEMENT_SIGNATURE "}"),
                   ==, "");
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 11000);
  g_assert_cmpint (ccts_balance (f, 0, "surrender", CCTS_UNIT), ==, 120000);
  fixture_verify (f);
}

/* A pool accounts for its members' cars from the account that it nominated. */
static void
test_pool (void)
{
  static const int places[] = { CCTS_ALPHA, CCTS_BETA, 0 };
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAllowanceYear) nominated = NULL;
  g_autoptr (GramAllowanceYear) member = NULL;

  ccts_register (f, CCTS_ALPHA, "600x120");
  ccts_register (f, CCTS_BETA, "450x110.1");
  ccts_pool (f, "Two Rivers Pool", places);
  ccts_measure (f);
  ccts_baseline (f, CCTS_ALPHA, "125.75");
  ccts_allocate (f);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 132038);
  g_assert_cmpstr (settlement_surrender (f, CCTS_BETA, "1"), ==, "participant.pooled");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "121546"), ==, "surrender.beyond-activity");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "121545"), ==, "");
  nominated = allowance_year (f, CCTS_ALPHA);
  g_assert_cmpstr (nominated->pool, ==, "Two Rivers Pool");
  g_assert_cmpint (nominated->cars, ==, 1050);
  g_assert_cmpint (nominated->shortfall, ==, 0);
  member = allowance_year (f, CCTS_BETA);
  g_assert_false (member->participant);
  g_assert_cmpstr (member->member_of, ==, f->numbers[CCTS_ALPHA]);
  g_assert_cmpint (member->payment, ==, 0);
  fixture_verify (f);
}

/* The end-to-end year of the facts file (§11), to the penny; the chart ends where the books do. */
static void
test_year (void)
{
  g_autoptr (Fixture) f = trade_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAllowanceYear) alpha = NULL;
  g_autoptr (GramAllowanceYear) beta = NULL;
  g_autoptr (GArray) days = NULL;
  const GramAllowanceDay *last;

  g_assert_cmpstr (settlement_request (f, CCTS_BETA, "200"), ==, "");
  g_assert_cmpstr (trade_decide (f, ADMINISTRATOR, "trade.register", trade_match (f)), ==, "");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "1467718"), ==, "");
  g_assert_cmpstr (settlement_surrender (f, CCTS_BETA, "1052931"), ==, "");
  settlement_check_result (f, "payment", "207655.60");
  settlement_account (f);
  g_assert_cmpstr (settlement_issue (f, CCTS_BETA, "2027-02-03", ""), ==, "");
  settlement_check_result (f, "amount", "207655.60");
  ccts_close (f);

  alpha = allowance_year (f, CCTS_ALPHA);
  g_assert_true (alpha->closed);
  g_assert_cmpint (alpha->allocated, ==, 1578626);
  g_assert_cmpint (alpha->traded_out, ==, 30000);
  g_assert_cmpint (alpha->lapsed, ==, 80908);
  g_assert_cmpint (alpha->available, ==, 0);
  beta = allowance_year (f, CCTS_BETA);
  g_assert_cmpint (beta->acquired, ==, 27000);
  g_assert_cmpint (beta->traded_in, ==, 30000);
  g_assert_cmpint (beta->shortfall, ==, 2414600);
  g_assert_cmpint (beta->payment, ==, 20765560);

  days = gram_registry_allowance_days (f->registry, f->actors[STRANGER],
                                       ccts_account (f, CCTS_BETA), CCTS_YEAR, NULL, NULL);
  g_assert_nonnull (days);
  last = &g_array_index (days, GramAllowanceDay, days->len - 1);
  g_assert_cmpint (last->activity, ==, 1055345600);
  g_assert_cmpint (last->allowances, ==, 1052931);
  fixture_verify (f);
}

/* The years that an account has something in, and who may ask. */
static void
test_years (void)
{
  g_autoptr (Fixture) f = settlement_new ("1000x120; 5x100@2024-05-01", "131");
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  gint64 account = ccts_account (f, CCTS_ALPHA);
  const GramAllowanceYear *year;

  years = gram_registry_allowance_years (f->registry, f->actors[VIEWER], account, NULL, NULL);
  g_assert_cmpuint (years->len, ==, 2);
  year = years->pdata[0];
  g_assert_cmpint (year->year, ==, 2025);
  g_assert_true (year->measured && year->participant && year->window_open);
  g_assert_cmpint (year->days_left, ==, 59);
  g_assert_cmpint (year->window_in, ==, -1);
  g_assert_cmpint (year->surrender_limit, ==, 120000);
  g_assert_cmpint (year->shortfall_left, ==, 0);
  year = years->pdata[1];
  g_assert_cmpint (year->year, ==, 2024);
  g_assert_false (year->measured || year->participant);
  g_assert_cmpint (year->cars, ==, 5);
  g_assert_null (
      gram_registry_allowance_years (f->registry, f->actors[STRANGER], account, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "account.unknown");
  g_clear_pointer (&refusal, gram_refusal_free);
  g_assert_null (gram_registry_allowance_years (f->registry, f->actors[OWNER], 1, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "ccts.other-scheme");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/surrenders/worked", test_worked);
  g_test_add_func ("/registry/surrenders/too-late", test_too_late);
  g_test_add_func ("/registry/surrenders/early", test_early);
  g_test_add_func ("/registry/surrenders/limits", test_limits);
  g_test_add_func ("/registry/surrenders/reserved", test_reserved);
  g_test_add_func ("/registry/surrenders/blocked", test_blocked);
  g_test_add_func ("/registry/surrenders/four-eyes", test_four_eyes);
  g_test_add_func ("/registry/surrenders/pool", test_pool);
  g_test_add_func ("/registry/surrenders/year", test_year);
  g_test_add_func ("/registry/surrenders/years", test_years);
  return g_test_run ();
}
