/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"

#include "gram-payment-query.h"

#include <inttypes.h>

/*
 * Any sequence of acceptances, credits set off, payments, reversals, money used and paid back, corrections and moves: whatever is
 * refused, after each step every charge is settled exactly once and as the rules say, what is outstanding is the ledger's,
 * no credit appears or goes, no cent either, and the registry verifies. GLib prints the seed; --seed=… repeats a run.
 */
#define VEHICLES 60
#define STEPS 120

typedef struct
{
  Fixture *f;
  int n_vehicles;
  gint64 cash;
  int n_payments;
  GHashTable *done;
} World;

static int
some (int least, int most)
{
  return g_test_rand_int_range (least, most + 1);
}

static gboolean
chance (int percent)
{
  return some (1, 100) <= percent;
}

/* Sends a command. Nothing but a sentence may stand in its way. */
static gboolean send (World *world, FixturePerson who, const char *command, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static gboolean
send (World *world, FixturePerson who, const char *command, const char *format, ...)
{
  g_autofree char *json = NULL;
  va_list list;

  va_start (list, format);
  json = g_strdup_vprintf (format, list);
  va_end (list);
  if (*fixture_do (world->f, who, command, "%s", json) != '\0')
    {
      g_assert_cmpstr (world->f->message, !=, "");
      return FALSE;
    }
  g_hash_table_insert (world->done, (gpointer)command,
                       GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (world->done, command))
                                        + 1));
  return TRUE;
}

static char *
dup_chassis (int number)
{
  return g_strdup_printf ("ZVW30-%d", 1000000 + number);
}

/* How to pay: with money, credits as they come, or some of some years. */
static char *
dup_paying (void)
{
  if (chance (30))
    return g_strdup ("");
  if (chance (60))
    return g_strdup (", 'credits': 'oldest'");
  return g_strdup_printf (", 'credits': 'chosen', 'credit-years': ['%d=%d.%02d', '2026=0.%02d']",
                          some (2024, 2025), some (0, 9), some (0, 99), some (1, 99));
}

/* Some new vehicles, around their targets, to the hundredth of a gram. */
static void
accept_some (World *world)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *paying = dup_paying ();
  int wanted = MIN (some (1, 3), VEHICLES - world->n_vehicles);

  for (int i = 0; i < wanted; i++)
    {
      g_autofree char *chassis = dup_chassis (++world->n_vehicles);
      g_autofree char *co2 = g_strdup_printf ("%d.%02d", some (90, 140), some (0, 99));

      figures_enter (world->f, "@", chassis, "A", some (1000, 1900), co2);
      g_string_append_printf (names, "%s'%s'", i > 0 ? ", " : "", chassis);
    }
  if (wanted == 0)
    return;
  if (!send (world, OWNER, "vehicle.accept", "{'account': '@', 'vehicles': [%s]%s}", names->str,
             paying))
    send (world, OWNER, "vehicle.accept", "{'account': '@', 'vehicles': [%s]}", names->str);
}

static void
carry_in (World *world)
{
  send (world, ADMINISTRATOR, "credit.carry-in",
        "{'account': '@', 'year': %d, 'amount': '%d.%02d'}", some (2023, 2026), some (0, 20),
        some (1, 99));
}

static void
set_off (World *world)
{
  g_autofree char *paying = dup_paying ();

  if (chance (50))
    send (world, TRADER, "charge.offset", "{'account': '@', 'at-most': '%d.%02d'" SIGNED "}",
          some (0, 20), some (1, 99));
  else
    send (world, OWNER, "charge.offset", "{'account': '@', 'charges': [%d]%s" SIGNED "}",
          some (1, 30), paying);
}

static void
pay (World *world)
{
  g_autofree char *charges
      = chance (40) ? g_strdup_printf (", 'charges': [%d]", some (1, 30)) : g_strdup ("");
  gint64 cents = some (1, chance (20) ? 60000 : 9000);
  g_autofree char *amount = gram_decimal_format (cents, 2, 2);

  if (send (world, ADMINISTRATOR, "payment.record",
            "{'account': '@', 'amount': '%s', 'paid-on': '2026-03-16'%s}", amount, charges))
    {
      world->cash += cents;
      world->n_payments++;
    }
}

static void
reverse (World *world)
{
  gint64 id = some (1, world->n_payments + 1);
  g_autoptr (GramPaymentRecord) payment = NULL;
  GError *error = NULL;

  gram_payment_table_get (gram_registry_get_store (world->f->registry), id, &payment, &error);
  g_assert_no_error (error);
  if (send (world, DECISION_MAKER, "payment.reverse",
            "{'account': '@', 'payment': %" PRId64 ", 'reason': 'It bounced.'}", id))
    {
      world->cash -= payment->kind == GRAM_PAYMENT_RECEIVED ? payment->amount : -payment->amount;
      world->n_payments++;
    }
}

static void
pay_back (World *world)
{
  gint64 cents = some (1, 5000);
  g_autofree char *amount = gram_decimal_format (cents, 2, 2);

  if (send (world, ADMINISTRATOR, "payment.pay-back",
            "{'account': '@', 'amount': '%s', 'paid-on': '2026-03-16'}", amount))
    {
      world->cash -= cents;
      world->n_payments++;
    }
}

static void
use_in_favour (World *world)
{
  send (world, ADMINISTRATOR, "payment.use-in-favour", "{'account': '@'}");
}

/* Another value, or another account. */
static void
correct (World *world)
{
  g_autofree char *says = NULL;
  g_autofree char *chassis = NULL;
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  gint64 case_id;

  if (world->n_vehicles == 0)
    return;
  chassis = dup_chassis (some (1, world->n_vehicles));
  vehicle = fixture_vehicle (world->f, chassis);
  if (chance (15))
    says = g_strdup ("'kind': 'not-ours', 'right-account': '@2'");
  else
    says = g_strdup_printf ("'kind': 'value', 'field': 'co2', 'claimed': '%d.%02d'", some (90, 140),
                            some (0, 99));
  if (!send (world, ACCEPTER, "correction.open",
             "{'account': '@', 'vehicle': %" PRId64 ", 'reason': 'By its certificate.', %s}",
             vehicle->id, says))
    return;
  case_id = fixture_result (world->f, "case");
  figures_claim (world->f, case_id);
  send (world, CASE_HANDLER, "dispute.uphold", "{'account': '@', 'cases': [%" PRId64 "]}", case_id);
}

static void
accept_moved (World *world)
{
  send (world, STRANGER, "vehicle.accept", "{'account': '@2', 'filter': {}}");
}

static const struct
{
  void (*step) (World *world);
  int weight;
} steps[] = {
  { accept_some, 25 }, { carry_in, 10 },      { set_off, 20 }, { pay, 20 },         { reverse, 15 },
  { pay_back, 8 },     { use_in_favour, 12 }, { correct, 30 }, { accept_moved, 5 },
};

static void
take_step (World *world)
{
  int sum = 0;
  int at;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    sum += steps[i].weight;
  at = some (0, sum - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      at -= steps[i].weight;
      if (at < 0)
        {
          steps[i].step (world);
          return;
        }
    }
}

/* No credit appears from nowhere or gets lost, and no cent. */
static void
check_conservation (World *world)
{
  gint64 money = figures_balance (world->f, 0, "payment", "NZD");

  for (int year = 2023; year <= 2026; year++)
    {
      g_autofree char *unit_name = g_strdup_printf ("ccs-credit/used/%d", year);
      gint64 held = figures_balance (world->f, 1, "holding", unit_name);
      gint64 offset = figures_balance (world->f, 0, "offset", unit_name);

      g_assert_cmpint (held, >=, 0);
      g_assert_cmpint (offset, >=, 0);
      g_assert_cmpint (held + offset + figures_balance (world->f, 0, "issue", unit_name)
                           + figures_balance (world->f, 0, "carry-in", unit_name),
                       ==, 0);
    }
  for (gint64 account = 1; account <= 2; account++)
    {
      g_assert_cmpint (figures_balance (world->f, account, "in-favour", "NZD"), >=, 0);
      money += figures_balance (world->f, account, "in-favour", "NZD");
    }
  g_assert_cmpint (money, ==, world->cash);
}

static void
test_property (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  World world = { .f = f, .done = g_hash_table_new (g_str_hash, g_str_equal) };
  GHashTableIter iter;
  gpointer command;
  gpointer times;

  for (int i = 0; i < STEPS; i++)
    {
      take_step (&world);
      charges_check (f);
      check_conservation (&world);
    }
  g_hash_table_iter_init (&iter, world.done);
  while (g_hash_table_iter_next (&iter, &command, &times))
    g_test_message ("%s: %d", (const char *)command, GPOINTER_TO_INT (times));
  g_assert_cmpuint (g_hash_table_size (world.done), >=, 6);
  g_hash_table_unref (world.done);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/charges/property", test_property);
  return g_test_run ();
}
