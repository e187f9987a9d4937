/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccs-charge.h"
#include "gram-ccs-fleet.h"
#include "gram-ccs-payment.h"
#include "gram-ccs.h"
#include "gram-credit-transfer.h"

#include "rulebooks.h"

#define ROUNDS 3000
#define STEPS 12
#define YEARS 5
#define FIRST_YEAR 2023

static const gint64 rates[] = { 600, 750, 1200, 1500, 1800, 2250, 2700, 3375, 5400, 6750 };

static gint64
random_below (gint64 end)
{
  guint64 bits = (guint64)g_test_rand_int () << 31 ^ (guint64)g_test_rand_int ();

  return (gint64)((bits & G_MAXINT64) % (guint64)end);
}

static GramDate
today (void)
{
  return gram_date_make (2026, 11, 22);
}

/* A charge of several vehicles, each rounded to the cent of its own. */
static GramCcsCharge
random_charge (const GramCcsRules *rules, gint64 *vehicle_grams, gsize n_vehicles)
{
  GramCcsCharge charge = { .rate = rates[random_below (G_N_ELEMENTS (rates))] };

  for (gsize i = 0; i < n_vehicles; i++)
    {
      gint64 cents;

      vehicle_grams[i] = 1 + random_below (i % 3 == 0 ? 5 : 20000);
      g_assert_true (gram_ccs_amount (rules, vehicle_grams[i], charge.rate, &cents));
      charge.grams += vehicle_grams[i];
      charge.amount += cents;
    }

  return charge;
}

/* The rest never grows with the credits, is the amount without any and nothing with all of them; the fewest that clear it do. */
static void
test_rest (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  const GramCcsRules *rules = rulebook->ccs;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 grams[8];
      GramCcsCharge charge = random_charge (rules, grams, 1 + (gsize)random_below (8));
      gint64 a = random_below (charge.grams + 1);
      gint64 b = random_below (charge.grams + 1);
      gint64 needed;

      g_assert_cmpint (gram_ccs_charge_rest (rules, &charge, 0), ==, charge.amount);
      g_assert_cmpint (gram_ccs_charge_rest (rules, &charge, charge.grams), ==, 0);
      g_assert_cmpint (gram_ccs_charge_rest (rules, &charge, MIN (a, b)), >=,
                       gram_ccs_charge_rest (rules, &charge, MAX (a, b)));

      charge.credits = MIN (a, b);
      charge.money = random_below (gram_ccs_charge_outstanding (rules, &charge) + 1);
      needed = gram_ccs_charge_credits_to_clear (rules, &charge);
      g_assert_cmpint (charge.credits + needed, <=, charge.grams);
      g_assert_cmpint (gram_ccs_charge_value_of (rules, &charge, needed), ==,
                       gram_ccs_charge_outstanding (rules, &charge));
      charge.credits += needed;
      g_assert_cmpint (gram_ccs_charge_outstanding (rules, &charge), ==, 0);
      if (needed > 0)
        {
          charge.credits--;
          g_assert_cmpint (gram_ccs_charge_outstanding (rules, &charge), >, 0);
        }
    }
}

/* What settlements of a charge say, as the registry keeps them. */
typedef struct
{
  GramCcsCharge charge;
  gint64 values;     /* sum of the settlements */
  gint64 holding;    /* credits of the holder */
  gint64 in_favour;  /* money of the holder */
  gint64 credits_in; /* credits there were */
  gint64 money_in;   /* money there was */
} Book;

static void
check_book (const GramCcsRules *rules, const Book *book)
{
  gint64 outstanding = gram_ccs_charge_outstanding (rules, &book->charge);

  g_assert_true (gram_ccs_charge_check (rules, &book->charge, NULL));
  /* The kept total is what the settlements leave: settled exactly once, to the cent. */
  g_assert_cmpint (outstanding, ==, book->charge.amount - book->values);
  g_assert_cmpint (book->holding, >=, 0);
  g_assert_cmpint (book->in_favour, >=, 0);
  g_assert_cmpint (book->holding + book->charge.credits, ==, book->credits_in);
  g_assert_cmpint (book->in_favour + book->charge.money, ==, book->money_in);
}

static void
set_off (const GramCcsRules *rules, Book *book)
{
  gint64 needed = gram_ccs_charge_credits_to_clear (rules, &book->charge);
  gint64 wanted = random_below (needed + 1);
  gint64 credits = MIN (wanted, book->holding);

  book->values += gram_ccs_charge_value_of (rules, &book->charge, credits);
  book->charge.credits += credits;
  book->holding -= credits;
}

static void
pay (const GramCcsRules *rules, Book *book)
{
  gint64 money = random_below (gram_ccs_charge_outstanding (rules, &book->charge) + 1);

  book->values += money;
  book->charge.money += money;
  book->money_in += money;
}

static void
take_back (const GramCcsRules *rules, Book *book, gint64 grams, gint64 cents)
{
  GramCcsTakeBack back;

  g_assert_true (gram_ccs_charge_take_back (rules, &book->charge, grams, cents, &back, NULL));
  g_assert_cmpint (back.dropped + back.carried_back + back.money_back + back.credit_value_back, ==,
                   cents);
  g_assert_cmpint (MIN (MIN (back.dropped, back.money_back), back.credits_back), >=, 0);
  book->values += cents - back.money_back - back.credit_value_back;
  book->in_favour += back.money_back;
  book->holding += back.credits_back;
}

/* Vehicles are corrected one by one, while the charge is settled in any order: at the end everything is back, to the cent. */
static void
test_take_back (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  const GramCcsRules *rules = rulebook->ccs;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 grams[8];
      gsize n = 1 + (gsize)random_below (8);
      gsize next = 0;
      Book book = { .charge = random_charge (rules, grams, n) };

      book.holding = book.credits_in = random_below (book.charge.grams * 2);
      for (int step = 0; step < STEPS || next < n; step++)
        {
          gint64 what = step < STEPS ? random_below (3) : 2;
          gint64 cents;

          if (what == 0)
            set_off (rules, &book);
          else if (what == 1)
            pay (rules, &book);
          else if (next < n)
            {
              g_assert_true (gram_ccs_amount (rules, grams[next], book.charge.rate, &cents));
              take_back (rules, &book, grams[next], cents);
              next++;
            }
          check_book (rules, &book);
        }

      g_assert_cmpint (book.charge.credits, ==, 0);
      g_assert_cmpint (book.charge.money, ==, 0);
      g_assert_cmpint (book.holding, ==, book.credits_in);
      g_assert_cmpint (book.in_favour, ==, book.money_in);
      g_assert_cmpint (gram_ccs_charge_outstanding (rules, &book.charge), ==, 0);
    }
}

/* A correction that is made and taken back by a second charge of the same leaves the same outstanding as before. */
static void
test_settled_stays_settled (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  const GramCcsRules *rules = rulebook->ccs;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 grams[8];
      gsize n = 2 + (gsize)random_below (7);
      GramCcsCharge charge = random_charge (rules, grams, n);
      GramCcsTakeBack back;
      gint64 cents;

      charge.credits = random_below (charge.grams);
      charge.money = gram_ccs_charge_outstanding (rules, &charge);
      g_assert_true (gram_ccs_amount (rules, grams[0], charge.rate, &cents));
      g_assert_true (gram_ccs_charge_take_back (rules, &charge, grams[0], cents, &back, NULL));
      g_assert_cmpint (back.dropped, ==, 0);
      g_assert_cmpint (gram_ccs_charge_outstanding (rules, &charge), ==, 0);
      /* Money goes back before credits do. */
      g_assert_true (back.credits_back == 0 || charge.money == 0);
    }
}

static gsize
random_holdings (GramCcsCredits holdings[YEARS])
{
  gsize n = (gsize)random_below (YEARS + 1);

  for (gsize i = 0; i < n; i++)
    holdings[i] = (GramCcsCredits){ FIRST_YEAR + (int)i, random_below (100000) };

  return n;
}

/* Setting off never takes more than is held or outstanding, takes older credits first, and each hundredth once. */
static void
test_offset (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  const GramCcsRules *rules = rulebook->ccs;

  for (int i = 0; i < ROUNDS / 3; i++)
    {
      GramCcsCredits holdings[YEARS];
      gsize n_holdings = random_holdings (holdings);
      gsize n = 1 + (gsize)random_below (4);
      GramCcsCharge charges[4];
      gint64 grams[8];
      const GramCcsOffsetWish wish = { .use = GRAM_CREDIT_USE_OLDEST };
      g_autoptr (GArray) lines = NULL;
      int last_year = 0;

      for (gsize j = 0; j < n; j++)
        {
          charges[j] = random_charge (rules, grams, 1 + (gsize)random_below (8));
          charges[j].money = random_below (charges[j].amount + 1);
        }
      lines = gram_ccs_offset_plan (rules, charges, n, holdings, n_holdings, &wish, today (), NULL);
      g_assert_nonnull (lines);
      for (guint j = 0; j < lines->len; j++)
        {
          const GramCcsOffset *line = &g_array_index (lines, GramCcsOffset, j);
          GramCcsCharge *charge = &charges[line->charge];

          g_assert_cmpint (line->credits, >, 0);
          g_assert_cmpint (line->year, >=, last_year);
          g_assert_cmpint (gram_ccs_charge_value_of (rules, charge, line->credits), ==,
                           line->value);
          last_year = line->year;
          charge->credits += line->credits;
          holdings[line->year - FIRST_YEAR].credits -= line->credits;
          g_assert_cmpint (holdings[line->year - FIRST_YEAR].credits, >=, 0);
        }
      for (gsize j = 0; j < n; j++)
        g_assert_true (gram_ccs_charge_check (rules, &charges[j], NULL));
    }
}

/* A payment settles what it can once, oldest first, and the rest of it stands in favour. */
static void
test_payment (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      GramCcsDue dues[6];
      gsize n = (gsize)random_below (7);
      gint64 owed = 0;
      gint64 amount = 1 + random_below (50000);
      gint64 in_favour = -1;
      gint64 settled = 0;
      g_autoptr (GArray) shares = NULL;

      for (gsize j = 0; j < n; j++)
        {
          dues[j]
              = (GramCcsDue){ (gint64)j + 1, gram_date_make (2026, 1 + (int)random_below (12), 1),
                              random_below (20000) };
          owed += dues[j].outstanding;
        }
      shares = gram_payment_split (dues, n, NULL, 0, amount, &in_favour, NULL);
      for (guint j = 0; j < shares->len; j++)
        {
          const GramPaymentShare *share = &g_array_index (shares, GramPaymentShare, j);
          const GramCcsDue *due = &dues[share->id - 1];

          g_assert_cmpint (share->amount, >, 0);
          g_assert_cmpint (share->amount, <=, due->outstanding);
          /* Only the last one may be paid in part. */
          g_assert_true (share->amount == due->outstanding || j + 1 == shares->len);
          settled += share->amount;
        }
      g_assert_cmpint (settled + in_favour, ==, amount);
      g_assert_cmpint (settled, ==, MIN (owed, amount));
    }
}

/* Credits are never made by a transfer beyond the ratio: of each year what is received is exactly it, there and back is never more. */
static void
test_transfer (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  const GramCcsRules *rules = rulebook->ccs;
  static const GramAccountKind kinds[] = { GRAM_ACCOUNT_CCS_USED, GRAM_ACCOUNT_CCS_NEW };

  for (int i = 0; i < ROUNDS; i++)
    {
      GramCcsCredits holdings[YEARS];
      gsize n = random_holdings (holdings);
      GramAccountKind from = kinds[random_below (2)];
      GramAccountKind to = kinds[random_below (2)];
      gint64 most = gram_credit_transfer_most (rules, from, to, holdings, n, today ());
      gint64 step = gram_credit_transfer_step (rules, from, to);
      gint64 credits = most > 0 ? (1 + random_below (most / step)) * step : step;
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GArray) lines = gram_credit_transfer_lines (rules, from, to, credits, NULL, 0,
                                                             holdings, n, today (), &refusal);
      gint64 given = 0;
      gint64 received = 0;
      gint64 back;

      if (most == 0)
        {
          g_assert_cmpstr (refusal->id, ==, "transfer.not-held");
          continue;
        }
      g_assert_nonnull (lines);
      for (guint j = 0; j < lines->len; j++)
        {
          const GramCreditTransferLine *line = &g_array_index (lines, GramCreditTransferLine, j);

          g_assert_cmpint (line->credits % step, ==, 0);
          g_assert_cmpint (line->credits, <=, holdings[line->year - FIRST_YEAR].credits);
          given += line->credits;
          received += line->received;
        }
      g_assert_cmpint (given, ==, credits);
      g_assert_cmpint (received, ==,
                       from == to                     ? given
                       : from == GRAM_ACCOUNT_CCS_NEW ? given * 2
                                                      : given / 2);
      if (gram_credit_transfer_received (rules, to, from, received, &back))
        g_assert_cmpint (back, <=, given);
    }
}

/* A year that is settled again and again posts only differences: their sums are always the position. */
static void
test_fleet (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (int i = 0; i < ROUNDS / 3; i++)
    {
      GramFleetFacts facts = { .year = 2026, .kind = GRAM_ACCOUNT_CCS_NEW, .vehicles = 100 };
      GramFleetPosition before;
      GramFleetPosition now;
      gboolean settled = FALSE;
      gint64 credits = 0;
      gint64 grams = 0;
      gint64 amount = 0;
      gint64 carried = 0;

      facts.carried.rate = 5400;
      facts.carried.grams = random_below (30000);
      g_assert_true (gram_ccs_amount (rulebook->ccs, facts.carried.grams, facts.carried.rate,
                                      &facts.carried.value));
      for (int step = 0; step < STEPS; step++)
        {
          GramFleetDifference d;

          facts.net = random_below (100000) - 50000;
          g_assert_true (gram_fleet_position (rulebook, &facts, &now, NULL));
          gram_fleet_difference (settled ? &before : NULL, &now, &d);
          g_assert_true (d.credits_new == 0 || d.credits_back == 0);
          g_assert_true (d.amount_new == 0 || d.amount_back == 0);
          credits += d.credits_new - d.credits_back;
          grams += d.grams_new - d.grams_back;
          amount += d.amount_new - d.amount_back;
          carried += d.carried_amount_new - d.carried_amount_back;
          g_assert_cmpint (credits, ==, now.credits);
          g_assert_cmpint (grams, ==, now.grams);
          g_assert_cmpint (amount, ==, now.amount);
          g_assert_cmpint (carried, ==, now.carried_amount);
          g_assert_cmpint (now.net, ==, now.credits + now.carried_met - now.grams);
          before = now;
          settled = TRUE;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ccs-money-properties/rest", test_rest);
  g_test_add_func ("/ccs-money-properties/take-back", test_take_back);
  g_test_add_func ("/ccs-money-properties/settled-stays-settled", test_settled_stays_settled);
  g_test_add_func ("/ccs-money-properties/offset", test_offset);
  g_test_add_func ("/ccs-money-properties/payment", test_payment);
  g_test_add_func ("/ccs-money-properties/transfer", test_transfer);
  g_test_add_func ("/ccs-money-properties/fleet", test_fleet);

  return g_test_run ();
}
