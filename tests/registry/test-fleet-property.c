/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fleet-fixture.h"

#include "gram-ledger-query.h"
#include "gram-units.h"

#include <inttypes.h>

/*
 * Any Fleet Average years of one account: vehicles, corrections, settlements, credits and money, borrowing, and the closing.
 * Whatever is refused: what is outstanding is what the ledger says, each settled year comes to what its vehicles add up to
 * here, and closing leaves nothing. GLib prints the seed; --seed=… repeats a run.
 */
#define ROUNDS 2
#define STEPS 80
#define STEPS_BETWEEN_CHECKS 16
#define FIRST_YEAR 2026
#define LAST_YEAR 2028

typedef struct
{
  Fixture *f;
  GramDate day;
  int n_vehicles;
  guint n_done;
} World;

static int
some (int least, int most)
{
  return g_test_rand_int_range (least, most + 1);
}

static void
set_day (World *world, gint64 days)
{
  g_autofree char *day = NULL;

  g_assert_true (gram_date_add_days (world->day, days, &world->day));
  day = gram_date_format (world->day);
  life_set_day (day);
}

/* Notes what became of a command; nothing but a sentence may stand in its way. */
static gboolean
note (World *world, const char *refusal)
{
  if (*refusal == '\0')
    {
      world->n_done++;
      return TRUE;
    }
  g_test_message ("%s", world->f->message);
  g_assert_cmpstr (world->f->message, !=, "");
  return FALSE;
}

/* Weights are published until 2028. */
static void
accept (World *world)
{
  g_autofree char *chassis = NULL;
  g_autofree char *co2 = g_strdup_printf ("%d.%02d", some (40, 180), some (0, 99));

  if (world->day.year > LAST_YEAR)
    return;
  chassis = g_strdup_printf ("ZVW30-%07d", ++world->n_vehicles);
  figures_enter (world->f, "@", chassis, some (0, 3) == 0 ? "B" : "A", some (900, 2400), co2);
  figures_accept (world->f, "@", chassis);
}

static void
correct (World *world)
{
  g_autofree char *chassis = NULL;
  g_autofree char *co2 = NULL;

  if (world->n_vehicles == 0)
    return;
  chassis = g_strdup_printf ("ZVW30-%07d", some (1, world->n_vehicles));
  /* A third decimal, which no vehicle had before. */
  co2 = g_strdup_printf ("%d.%02d%d", some (40, 180), some (0, 99), some (1, 9));
  fleet_correct (world->f, chassis, co2);
}

static void
settle (World *world)
{
  /* Mostly one that is over. */
  int last = world->day.year - some (0, 1);

  last = CLAMP (last, FIRST_YEAR, LAST_YEAR);
  note (world, fleet_settle (world->f, "@", some (FIRST_YEAR, last), ""));
}

static gboolean
pay_cents (World *world, gint64 cents)
{
  g_autofree char *amount = gram_decimal_format (cents, 2, 2);
  g_autofree char *day = gram_date_format (world->day);

  return note (world, fixture_do (world->f, ADMINISTRATOR, "payment.record",
                                  "{'account': '@', 'amount': '%s', 'paid-on': '%s',"
                                  " 'reference': 'Bank'}",
                                  amount, day));
}

static void
pay (World *world)
{
  pay_cents (world, some (1, 60000));
}

static void
use_credits (World *world)
{
  note (world,
        fixture_do (world->f, OWNER, "charge.offset",
                    "{'account': '@', 'credits': 'oldest', 'at-most': '%d.%02d'" FLEET_SIGNATURE
                    "}",
                    some (0, 90), some (1, 99)));
}

static void
use_money (World *world)
{
  note (world, fixture_do (world->f, ADMINISTRATOR, "payment.use-in-favour",
                           "{'account': '@', 'reference': 'Letter'}"));
}

static void
reverse (World *world)
{
  note (world,
        fixture_do (world->f, ADMINISTRATOR, "payment.reverse",
                    "{'account': '@', 'payment': %d, 'reason': 'Of somebody else.'}", some (1, 6)));
}

static void
borrow (World *world)
{
  if (!note (world,
             fixture_do (world->f, TRADER, "borrowing.request",
                         "{'account': '@', 'charge': %d, 'reason': 'Next year.'}", some (1, 8))))
    return;
  note (world, fixture_do (world->f, DECISION_MAKER,
                           some (0, 3) == 0 ? "borrowing.decline" : "borrowing.approve",
                           "{'account': '@', 'borrowing': %" PRId64 ", 'reason': 'Decided.'}",
                           fixture_result (world->f, "borrowing")));
}

static void
wait (World *world)
{
  if (world->day.year <= LAST_YEAR)
    set_day (world, some (10, 90));
}

static const struct
{
  void (*act) (World *world);
  int weight;
} acts[] = {
  { accept, 8 },    { correct, 6 }, { settle, 9 }, { pay, 4 },  { use_credits, 3 },
  { use_money, 1 }, { reverse, 2 }, { borrow, 4 }, { wait, 8 },
};

static void
act (World *world)
{
  int total = 0;
  int at;

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    total += acts[i].weight;
  at = some (0, total - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      at -= acts[i].weight;
      if (at < 0)
        {
          acts[i].act (world);
          return;
        }
    }
}

/* What the vehicles of a year add up to, one by one. */
static gint64
net_of (World *world, int year)
{
  gint64 net = 0;

  for (int i = 1; i <= world->n_vehicles; i++)
    {
      g_autofree char *chassis = g_strdup_printf ("ZVW30-%07d", i);
      g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (world->f, chassis);

      g_assert_true (vehicle->fleet_average);
      g_assert_cmpint (vehicle->posting_id, ==, 0);
      if (vehicle->obligation_year == year)
        net += vehicle->difference;
    }
  return net;
}

/* By the rules as a pocket calculator has them: what is borrowed first, and the cent half up. */
static void
check_year (World *world, int year)
{
  g_autoptr (GramFleetYearDetail) detail = fleet_detail (world->f, 1, year);
  const GramFleetYearRow *row = detail->row;
  gint64 net = net_of (world, year);
  gint64 met = MIN (MAX (net, 0), row->carried_in);
  /* Used vehicles, $7.50 a gram, from 2028 on $33.75 (CCS facts §5). */
  gint64 own = (MAX (-net, 0) * (year < 2028 ? 750 : 3375) + 50) / 100;

  g_assert_cmpint (row->net, ==, net);
  g_assert_cmpint (row->carried_met, ==, met);
  g_assert_cmpint (row->credits, ==, MAX (net, 0) - met);
  if (row->carried_in == met)
    g_assert_cmpint (row->amount, ==, own);
  else
    g_assert_cmpint (row->amount, >=, own);
  if (row->runs == 0 || row->differs)
    return;
  g_assert_cmpint (row->settled_credits, ==, row->credits);
  g_assert_cmpint (row->settled_amount, ==, row->amount);
}

static void
check (World *world)
{
  gint64 in_favour = figures_balance (world->f, 1, "in-favour", "NZD");
  gint64 outstanding = figures_balance (world->f, 1, "charges", "NZD");
  gint64 credits = figures_balance (world->f, 1, "holding", CREDIT_USED_2026);

  g_assert_cmpint (in_favour, >=, 0);
  g_assert_cmpint (outstanding, >=, 0);
  fleet_check (world->f, 1, outstanding, in_favour, 2026, credits);
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    check_year (world, year);
}

/* Settles whatever is not settled as it stands; one year may make the next one differ. */
static void
settle_all (World *world)
{
  for (int year = FIRST_YEAR; year <= LAST_YEAR + 1; year++)
    {
      const char *refusal = fleet_settle (world->f, "@", year, "");

      if (*refusal != '\0' && !g_str_equal (refusal, "fleet-year.unchanged"))
        g_assert_cmpstr (refusal, ==, "fleet-year.empty");
    }
}

static char *
dup_credits (World *world)
{
  g_autoptr (GPtrArray) balances
      = gram_ledger_balances (gram_registry_get_store (world->f->registry), 1, NULL);
  gint64 sum = 0;

  for (guint i = 0; i < balances->len; i++)
    {
      const GramLedgerBalance *balance = balances->pdata[i];

      if (gram_unit_is_credit (balance->unit))
        sum += balance->balance;
    }
  return gram_decimal_format (sum, 2, 2);
}

/* Everything is settled, paid and paid back; then the account closes, and nothing is left of it. */
static void
close_account (World *world)
{
  Fixture *f = world->f;
  g_autoptr (GPtrArray) balances = NULL;
  g_autofree char *credits = NULL;
  g_autofree char *day = NULL;
  gint64 left;

  g_assert_cmpstr (
      fixture_do (f, DECISION_MAKER, "account.give-closing-notice",
                  "{'account': '@', 'reason': 'Wound up.', 'object-by': '2029-06-30'}"),
      ==, "");
  set_day (world, 200);
  settle_all (world);
  check (world);
  use_money (world);
  left = figures_balance (f, 1, "charges", "NZD");
  g_assert_true (left == 0 || pay_cents (world, left));
  left = figures_balance (f, 1, "in-favour", "NZD");
  day = gram_date_format (world->day);
  if (left > 0)
    {
      g_autofree char *amount = gram_decimal_format (left, 2, 2);

      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.pay-back",
                                   "{'account': '@', 'amount': '%s', 'paid-on': '%s',"
                                   " 'reference': 'Bank'}",
                                   amount, day),
                       ==, "");
    }
  credits = dup_credits (world);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close",
                               "{'account': '@', 'reason': 'Wound up.', 'delete-credits': '%s'}",
                               credits),
                   ==, "");
  balances = gram_ledger_balances (gram_registry_get_store (f->registry), 1, NULL);
  for (guint i = 0; i < balances->len; i++)
    g_assert_cmpint (((GramLedgerBalance *)balances->pdata[i])->balance, ==, 0);
  g_assert_cmpint (figures_balance (f, 0, "carry", "NZD"), ==, 0);
  fleet_check (f, 1, 0, 0, 2026, 0);
}

static void
test_years (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
      World world = { .f = f, .day = gram_date_make (2026, 2, 10) };

      /* However the days went by, a part of the steps is taken when all years are over. */
      for (int step = 1; step <= STEPS; step++)
        {
          if (step == STEPS * 3 / 4 && world.day.year <= LAST_YEAR)
            set_day (&world, gram_date_days_between (world.day, gram_date_make (2029, 1, 2)));
          act (&world);
          if (step % STEPS_BETWEEN_CHECKS == 0)
            check (&world);
        }
      close_account (&world);
      g_test_message ("%u commands were done, of %d vehicles", world.n_done, world.n_vehicles);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fleet-property/years", test_years);
  return g_test_run ();
}
