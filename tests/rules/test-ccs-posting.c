/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-posting.h"

#include "rulebooks.h"

#define USED GRAM_ACCOUNT_CCS_USED
#define NEW GRAM_ACCOUNT_CCS_NEW
#define PAYG GRAM_CHARGE_SCHEME_PAYG
#define FLEET GRAM_CHARGE_SCHEME_FLEET_AVERAGE

/* Facts §15, rows 1 to 5 and 8: what acceptance posts under Pay As You Go, and that Fleet Average posts nothing (§3). */
static const struct
{
  int row;
  GramAccountKind kind;
  GramChargeScheme scheme;
  int mass_kg;
  gint64 co2_micro;
  GramCcsShare share;
} shares[] = {
  { 1, USED, PAYG, 1482, 108000000, { 2026, 0, 0, 0 } },
  { 2, USED, PAYG, 1090, 79000000, { 2026, 1555, 1555, 0 } },
  { 3, USED, PAYG, 1400, 132000000, { 2026, -2681, 0, 16086 } },
  { 4, NEW, PAYG, 1765, 0, { 2026, 11771, 11771, 0 } },
  { 5, NEW, PAYG, 1735, 190500000, { 2026, -7382, 0, 88584 } },
  { 8, USED, PAYG, 1432, 110000000, { 2026, -371, 0, 2226 } },
  { 2, USED, FLEET, 1090, 79000000, { 2026, 1555, 0, 0 } },
  { 3, USED, FLEET, 1400, 132000000, { 2026, -2681, 0, 0 } },
};

static void
assert_share (const GramCcsShare *share, const GramCcsShare *expected)
{
  g_assert_cmpint (share->year, ==, expected->year);
  g_assert_cmpint (share->difference, ==, expected->difference);
  g_assert_cmpint (share->credit, ==, expected->credit);
  g_assert_cmpint (share->charge, ==, expected->charge);
}

static void
test_shares (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      GramCcsFacts facts = { 2026, shares[i].kind,    shares[i].scheme == FLEET,
                             'A',  shares[i].mass_kg, shares[i].co2_micro };
      GramCcsFigure figure;
      GramCcsShare share;
      GramCcsShare row;

      g_test_message ("facts §15 row %d", shares[i].row);
      g_assert_true (gram_ccs_figure (rulebook, &facts, &figure, NULL));
      share = gram_ccs_share_of_figure (&figure, shares[i].scheme);
      assert_share (&share, &shares[i].share);
      /* What the row of the vehicle keeps gives the same share again. */
      row = gram_ccs_share_of_row (share.year, share.difference, share.charge,
                                   share.credit != 0 || share.charge != 0);
      assert_share (&row, &shares[i].share);
    }
}

/* What a correction moves. Credits in hundredths of a gram, money in cents, NZ$6.00 for a gram (used, 2026). */
static const struct
{
  const char *what;
  GramCcsShare before;
  GramCcsShare after;
  gboolean same;
  gint64 credits;
  GramCcsCorrection moved;
} corrections[] = {
  { "credits grow, old ones still there",
    { 2026, 1555, 1555, 0 },
    { 2026, 2000, 2000, 0 },
    TRUE,
    1555,
    { .credit_new = 2000, .credit_back = 1555 } },
  { "credits grow, old ones used: the new ones stand in",
    { 2026, 1555, 1555, 0 },
    { 2026, 2000, 2000, 0 },
    TRUE,
    0,
    { .credit_new = 2000, .credit_back = 1555 } },
  { "credits shrink, old ones used: the rest is owed in money",
    { 2026, 1555, 1555, 0 },
    { 2026, 1000, 1000, 0 },
    TRUE,
    0,
    { .credit_new = 1000, .credit_back = 1000, .credit_short = 555, .short_amount = 3330 } },
  { "a credit becomes a charge, half of the credit used",
    { 2026, 1000, 1000, 0 },
    { 2026, -500, 0, 3000 },
    TRUE,
    500,
    { .charge_new = 3000, .credit_back = 500, .credit_short = 500, .short_amount = 3000 } },
  { "a charge becomes a credit",
    { 2026, -500, 0, 3000 },
    { 2026, 1000, 1000, 0 },
    TRUE,
    0,
    { .credit_new = 1000 } },
  { "a charge grows: what the old one gives back is its own row's",
    { 2026, -500, 0, 3000 },
    { 2026, -600, 0, 3600 },
    TRUE,
    0,
    { .charge_new = 3600 } },
  { "moved to another account, credits used: its new credits do not help",
    { 2026, 1000, 1000, 0 },
    { 2026, 1000, 1000, 0 },
    FALSE,
    0,
    { .credit_new = 1000, .credit_short = 1000, .short_amount = 6000 } },
  { "moved away, to be accepted there anew", { 2026, -500, 0, 3000 }, { 0 }, FALSE, 0, { 0 } },
  { "nothing was posted before", { 0 }, { 2026, 1000, 1000, 0 }, TRUE, 0, { .credit_new = 1000 } },
  { "another year: its credits do not stand in",
    { 2026, 1000, 1000, 0 },
    { 2027, 1000, 1000, 0 },
    TRUE,
    0,
    { .credit_new = 1000, .credit_short = 1000, .short_amount = 6000 } },
  { "Fleet Average: nothing moves", { 2026, 1555, 0, 0 }, { 2026, -2681, 0, 0 }, TRUE, 0, { 0 } },
};

static void
test_corrections (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (corrections); i++)
    {
      GramCcsCorrection moved;
      const GramCcsCorrection *expected = &corrections[i].moved;

      g_test_message ("%s", corrections[i].what);
      g_assert_true (gram_ccs_correct (rulebook->ccs, &corrections[i].before, &corrections[i].after,
                                       corrections[i].same, corrections[i].credits, 600, &moved,
                                       NULL));
      g_assert_cmpint (moved.credit_new, ==, expected->credit_new);
      g_assert_cmpint (moved.charge_new, ==, expected->charge_new);
      g_assert_cmpint (moved.credit_back, ==, expected->credit_back);
      g_assert_cmpint (moved.credit_short, ==, expected->credit_short);
      g_assert_cmpint (moved.short_amount, ==, expected->short_amount);
    }
}

static GramCcsShare
random_share (void)
{
  gint64 difference = g_test_rand_int_range (-20000, 20001);

  if (g_test_rand_int_range (0, 8) == 0)
    return (GramCcsShare){ 0 };
  if (g_test_rand_int_range (0, 4) == 0)
    return (GramCcsShare){ 2026, difference, 0, 0 };

  return (GramCcsShare){ 2026, difference, MAX (difference, 0), MAX (-difference, 0) * 6 };
}

/* Whatever is corrected: what comes back and what is made good are the old share; nothing falls below zero; and correcting
   back leaves the account where it was, but for what was owed. */
static void
test_properties (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (int i = 0; i < 5000; i++)
    {
      GramCcsShare before = random_share ();
      GramCcsShare after = random_share ();
      gboolean same = g_test_rand_int_range (0, 2) == 0;
      gint64 held = g_test_rand_int_range (0, 30000);
      GramCcsCorrection moved;
      gint64 credits;

      g_assert_true (
          gram_ccs_correct (rulebook->ccs, &before, &after, same, held, 600, &moved, NULL));
      g_assert_cmpint (moved.credit_back + moved.credit_short, ==, before.credit);
      g_assert_cmpint (MIN (moved.credit_back, moved.credit_short), >=, 0);
      g_assert_cmpint (moved.charge_new, ==, after.charge);
      g_assert_cmpint (moved.short_amount, ==, moved.credit_short * 6);
      g_assert_true (moved.credit_short == 0 || moved.credit_back < before.credit);

      credits = held + (same ? moved.credit_new : 0) - moved.credit_back;
      g_assert_cmpint (credits, >=, 0);
      /* Something is short only where nothing is left to take from. */
      g_assert_true (moved.credit_short == 0 || credits == 0
                     || (same && after.year != before.year));
      if (same && moved.credit_short == 0 && after.year == before.year)
        {
          GramCcsCorrection undone;

          g_assert_true (
              gram_ccs_correct (rulebook->ccs, &after, &before, TRUE, credits, 600, &undone, NULL));
          g_assert_cmpint (credits + undone.credit_new - undone.credit_back, ==, held);
        }
    }
}

static void
test_too_large (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  GramCcsShare huge = { 2026, G_MAXINT64, G_MAXINT64, 0 };
  GramCcsShare small = { 2026, 1, 1, 0 };
  GramCcsCorrection moved = { .credit_new = 7 };
  g_autoptr (GramRefusal) refusal = NULL;

  g_assert_false (gram_ccs_correct (rulebook->ccs, &huge, &small, FALSE, 0, 600, &moved, &refusal));
  g_assert_cmpstr (refusal->id, ==, "ccs.figure-too-large");
  g_assert_false (
      gram_ccs_correct (rulebook->ccs, &small, &small, TRUE, G_MAXINT64, 600, &moved, NULL));
  g_assert_cmpint (moved.credit_new, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ccs-posting/shares", test_shares);
  g_test_add_func ("/ccs-posting/corrections", test_corrections);
  g_test_add_func ("/ccs-posting/properties", test_properties);
  g_test_add_func ("/ccs-posting/too-large", test_too_large);

  return g_test_run ();
}
