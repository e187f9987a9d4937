/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-checks.h"
#include "trade-fixture.h"

#include "gram-due.h"
#include "gram-queries-years.h"
#include "gram-vehicle-table.h"

#include <inttypes.h>

/*
 * Any scheme year: fleets, corrections, pools, baselines, allocations, trades that match and that do not, conversions,
 * surrenders, and the closing. Whatever is refused: N and activity of each participant equal a recomputation from the
 * vehicles here, books and ledger agree after every step, what was made of a vintage is what ended of it, and the registry
 * verifies. GLib prints the seed; --seed=… repeats a run.
 */
#define ROUNDS 3
#define STEPS_BEFORE_WINDOW 24
#define STEPS_IN_WINDOW 70
#define STEPS_BETWEEN_CHECKS 10

static const int places[] = { CCTS_ALPHA, CCTS_BETA, CCTS_GAMMA, CCTS_DELTA };

typedef struct
{
  Fixture *f;
  GHashTable *done; /* command → how often */
  gboolean measured_since_change;
  gboolean everybody; /* every account is a participant: no pools, cars enough */
} World;

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static int
some (int least, int most)
{
  return g_test_rand_int_range (least, most + 1);
}

static int
some_place (void)
{
  return places[some (0, G_N_ELEMENTS (places) - 1)];
}

/* Notes what became of a command; nothing but a sentence may stand in its way. */
static gboolean
note (World *world, const char *command, const char *refusal)
{
  gpointer count = g_hash_table_lookup (world->done, command);

  if (*refusal != '\0')
    {
      g_test_message ("%s: %s", command, world->f->message);
      g_assert_cmpstr (world->f->message, !=, "");
      return FALSE;
    }
  g_hash_table_insert (world->done, (gpointer)command,
                       GINT_TO_POINTER (GPOINTER_TO_INT (count) + 1));
  return TRUE;
}

static gboolean
act (World *world, const char *command)
{
  return note (world, command, fixture_do (world->f, ADMINISTRATOR, command, "{'year': 2025}"));
}

static char *
dup_grams (int most)
{
  return chance (50) ? g_strdup_printf ("%d", some (0, most))
                     : g_strdup_printf ("%d.%04d", some (0, most), some (0, 9999));
}

static void
register_cars (World *world)
{
  g_autofree char *co2 = dup_grams (260);
  g_autofree char *saving = chance (40) ? dup_grams (1) : NULL;
  g_autofree char *corrected = chance (15) ? dup_grams (280) : NULL;
  g_autoptr (GString) fleet = g_string_new (NULL);

  g_string_append_printf (fleet, "%dx%s", some (1, 900), chance (10) ? "zero" : co2);
  if (saving != NULL && !g_str_has_suffix (fleet->str, "zero")
      && g_ascii_strtoll (co2, NULL, 10) > 2)
    g_string_append_printf (fleet, "-%s", saving);
  if (corrected != NULL && !g_str_has_suffix (fleet->str, "zero")
      && g_ascii_strtoll (corrected, NULL, 10) > 2)
    g_string_append_printf (fleet, "=%s", corrected);
  if (chance (40))
    g_string_append_printf (fleet, "#e13 %d", some (40, 42));
  if (chance (10))
    g_string_append (fleet, chance (50) ? "@2024-12-31" : "@2026-01-01");
  ccts_register (world->f, some_place (), fleet->str);
  world->measured_since_change = FALSE;
}

/* A holder says that a value is wrong, and the case handler upholds it. */
static void
correct_car (World *world)
{
  int place = some_place ();
  const GramVehicleQuery query = { .account_id = ccts_account (world->f, place) };
  g_autofree char *value = g_strdup_printf ("%d.%d", some (3, 250), some (0, 9));
  g_autoptr (GVariant) cases = NULL;
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;
  gint64 id;

  ids = gram_vehicle_table_ids (gram_registry_get_store (world->f->registry), &query, 0, &error);
  g_assert_no_error (error);
  if (ids->len == 0)
    return;
  id = g_array_index (ids, gint64, some (0, (int)ids->len - 1));
  if (!note (world, "dispute.open",
             fixture_do (world->f, trade_owner (place), "dispute.open",
                         "{'account': '@%d', 'kind': 'value', 'reason': 'Measured again.',"
                         " 'field': '%s', 'claimed': '%s', 'vehicles': [%" PRId64
                         "], 'shared': true}",
                         place, chance (50) ? "co2" : "corrected", value, id)))
    return;
  cases = g_variant_lookup_value (world->f->result, "cases", G_VARIANT_TYPE ("ax"));
  g_variant_get_child (cases, 0, "x", &id);
  note (world, "case.claim",
        fixture_do (world->f, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}", id));
  note (world, "dispute.uphold",
        fixture_do (world->f, CASE_HANDLER, "dispute.uphold",
                    "{'account': '@%d', 'cases': [%" PRId64 "]}", place, id));
  world->measured_since_change = FALSE;
}

static void
set_baseline (World *world, int place)
{
  g_autofree char *value = g_strdup_printf ("%d.%06d", some (80, 160), some (0, 999999));

  note (world, "baseline.set",
        fixture_do (world->f, ADMINISTRATOR, "baseline.set",
                    "{'account': '@%d', 'year': 2025, 'value': '%s', 'source': 'Letter',"
                    " 'dated-on': '2025-12-01', 'reason': 'Schedule 1'}",
                    place, value));
}

static void
record_notice (World *world)
{
  if (note (world, "eco-notice.record",
            fixture_do (world->f, ADMINISTRATOR, "eco-notice.record",
                        "{'code': 'e13 %d', 'given-on': '%d-0%d-1%d', 'reference': 'N'}",
                        some (40, 42), some (2024, 2025), some (1, 9), some (0, 9))))
    world->measured_since_change = FALSE;
}

static void
make_pool (World *world)
{
  int one = some_place ();
  int other = some_place ();
  gint64 pool;

  if (world->everybody)
    return;
  if (!note (world, "pool.apply",
             fixture_do (world->f, trade_owner (one), "pool.apply",
                         "{'account': '@%d', 'name': 'Pool %d', 'members': ['%s'],"
                         " 'first-year': 2025, 'contact-name': 'Cy',"
                         " 'contact-email': 'cy@example.org'}",
                         one, some (1, 999), world->f->numbers[other])))
    return;
  pool = fixture_result (world->f, "pool");
  note (world, "pool.agree",
        fixture_do (world->f, trade_owner (other), "pool.agree",
                    "{'account': '@%d', 'pool': %" PRId64 "}", other, pool));
  if (note (world, "pool.grant",
            fixture_do (world->f, ADMINISTRATOR, "pool.grant",
                        "{'pool': %" PRId64 ", 'reason': 'Complete.'}", pool)))
    world->measured_since_change = FALSE;
}

static void
measure (World *world)
{
  if (act (world, "year.measure"))
    world->measured_since_change = TRUE;
}

static void
trade (World *world)
{
  int from = some_place ();
  int to = some_place ();
  g_autofree char *quantity = g_strdup_printf ("%d", some (1, 90000));
  g_autofree char *price = g_strdup_printf ("%d.%02d", some (1, 900000), some (0, 99));
  const TradeTerms said = { .quantity = quantity, .price = price };
  const TradeTerms otherwise = { .quantity = quantity, .price = "1.00" };

  if (chance (85))
    note (world, "trade.notify", trade_gives (world->f, from, to, &said));
  if (chance (85))
    note (world, "trade.notify",
          trade_takes (world->f, from, to, chance (80) ? &said : &otherwise));
}

static void
change_notification (World *world)
{
  gint64 id = some (1, 40);
  int place = some_place ();

  if (chance (50))
    note (world, "trade.amend", trade_amend (world->f, place, id, "'price': '1.00'"));
  else
    note (world, "trade.withdraw", trade_withdraw (world->f, place, id));
}

static void
decide_trades (World *world, int percent)
{
  g_autoptr (GPtrArray) trades = NULL;
  GError *error = NULL;

  trades = gram_trade_table_list (gram_registry_get_store (world->f->registry), CCTS_YEAR, 0,
                                  GRAM_TRADE_MATCHED, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < trades->len; i++)
    {
      gint64 id = ((GramTradeRecord *)trades->pdata[i])->id;
      gboolean registers = percent == 100 || chance (75);
      const char *command = registers ? "trade.register" : "trade.refuse";

      if (!chance (percent))
        continue;
      note (world, command, trade_decide (world->f, CASE_HANDLER, command, id));
    }
}

static void
settle (World *world)
{
  int place = some_place ();
  FixturePerson who = trade_owner (place);

  switch (some (0, 3))
    {
    case 0:
      ccts_position (world->f, place, chance (80) ? "1400.5" : "1200", "1200");
      break;
    case 1:
      note (world, "conversion.request",
            fixture_do (world->f, who, "conversion.request",
                        "{'account': '@%d', 'year': 2025, 'crts': '%d'}", place, some (1, 90)));
      break;
    case 2:
      note (world, "conversion.to-crts",
            fixture_do (world->f, who, "conversion.to-crts",
                        "{'account': '@%d', 'year': 2025, 'allowances': '%d'}", place,
                        some (100, 30000)));
      break;
    default:
      note (world, "allowance.surrender",
            fixture_do (world->f, who, "allowance.surrender",
                        "{'account': '@%d', 'year': 2025, 'quantity': '%d'}", place,
                        some (1, 120000)));
      break;
    }
}

static void
step (World *world, gboolean window)
{
  int what = some (0, 99);

  if (window && what < 65)
    {
      if (what < 25)
        trade (world);
      else if (what < 35)
        change_notification (world);
      else if (what < 45)
        decide_trades (world, 70);
      else
        settle (world);
      return;
    }
  what = some (0, 99);
  if (what < 35)
    register_cars (world);
  else if (what < 50)
    correct_car (world);
  else if (what < 55)
    record_notice (world);
  else if (what < 60)
    make_pool (world);
  else if (what < 75)
    set_baseline (world, some_place ());
  else if (what < 88)
    measure (world);
  else
    act (world, "allocation.post");
}

static void
check (World *world, guint n)
{
  ccts_check_books (world->f, 0);
  if (n % STEPS_BETWEEN_CHECKS != 0)
    return;
  if (world->measured_since_change)
    ccts_check_measuring (world->f);
  fixture_verify (world->f);
}

static void
set_day (World *world, const char *day)
{
  ccts_set_day (day);
  g_assert_true (gram_registry_set_today (world->f->registry, day, NULL));
}

static GramYearDetail *
read_year (World *world)
{
  GError *error = NULL;
  GramYearDetail *detail = gram_registry_year (world->f->registry, world->f->actors[ADMINISTRATOR],
                                               CCTS_YEAR, NULL, &error);

  g_assert_no_error (error);
  return detail;
}

static int
place_of (World *world, gint64 account_id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (ccts_account (world->f, places[i]) == account_id)
      return places[i];
  g_assert_not_reached ();
}

static void
set_missing_baselines (World *world)
{
  g_autoptr (GramYearDetail) detail = read_year (world);

  for (guint i = 0; i < detail->participants->len; i++)
    {
      const GramParticipantRow *row = detail->participants->pdata[i];

      if (!row->has_baseline)
        set_baseline (world, place_of (world, row->account_id));
    }
}

static void
give_notices (World *world)
{
  g_autoptr (GramYearDetail) detail = read_year (world);

  for (guint i = 0; i < detail->participants->len; i++)
    {
      const GramParticipantRow *row = detail->participants->pdata[i];

      if (row->notice_needed)
        note (world, "payment-notice.issue",
              fixture_do (world->f, ADMINISTRATOR, "payment-notice.issue",
                          "{'account': '%s', 'year': 2025, 'due-on': '2027-03-01',"
                          " 'payable-to': 'The administrator', 'how-to-pay': 'By transfer.',"
                          " 'appeal-rights': 'To the tribunal.'}",
                          row->number));
    }
}

/* After the window nothing is traded, converted or surrendered; the year is brought to its end. */
static void
bring_to_its_end (World *world)
{
  g_autoptr (GramYearDetail) closed = NULL;
  gint64 n_accounts;
  GError *error = NULL;

  set_day (world, "2027-01-01");
  g_assert_true (gram_registry_run_due (world->f->registry, &n_accounts, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (trade_gives (world->f, CCTS_ALPHA, CCTS_BETA, NULL), !=, "");
  for (int what = 0; what < 8; what++)
    settle (world);
  decide_trades (world, 100);
  measure (world);
  g_assert_true (world->measured_since_change);
  set_missing_baselines (world);
  act (world, "allocation.post");
  check (world, 0);
  g_assert_true (act (world, "year.account"));
  give_notices (world);
  g_assert_cmpstr (fixture_do (world->f, ADMINISTRATOR, "year.close", "{'year': 2025}"), ==, "");
  note (world, "year.close", "");
  closed = read_year (world);
  g_assert_cmpint (closed->row->state, ==, GRAM_CCTS_YEAR_CLOSED);
  ccts_check_books (world->f, ccts_balance (world->f, 0, "lapse", CCTS_UNIT));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpint (ccts_held (world->f, places[i]) + ccts_reserved (world->f, places[i]), ==, 0);
  fixture_verify (world->f);
}

/* So that each verb is done: where everybody takes part, each trades, converts and surrenders a little. */
static void
do_everything (World *world)
{
  const TradeTerms little = { .quantity = "5", .price = "60.00" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int to = places[(i + 1) % G_N_ELEMENTS (places)];

      note (world, "trade.notify", trade_gives (world->f, places[i], to, &little));
      note (world, "trade.notify", trade_takes (world->f, places[i], to, &little));
      note (world, "conversion.request",
            fixture_do (world->f, trade_owner (places[i]), "conversion.request",
                        "{'account': '@%d', 'year': 2025, 'crts': '1'}", places[i]));
      note (world, "allowance.surrender",
            fixture_do (world->f, trade_owner (places[i]), "allowance.surrender",
                        "{'account': '@%d', 'year': 2025, 'quantity': '1'}", places[i]));
    }
  decide_trades (world, 100);
}

static void
run_round (GHashTable *done, gboolean everybody)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_PRACTICE);
  World world = { f, done, FALSE, everybody };

  for (gsize i = 0; everybody && i < G_N_ELEMENTS (places); i++)
    ccts_register (f, places[i], "1000x120.5");
  for (int i = 0; i < 8; i++)
    register_cars (&world);
  for (guint n = 1; n <= STEPS_BEFORE_WINDOW; n++)
    {
      step (&world, FALSE);
      check (&world, n);
    }
  measure (&world);
  set_missing_baselines (&world);
  act (&world, "allocation.post");
  set_day (&world, "2026-11-01");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    ccts_position (f, places[i], "1400.5", "1200");
  if (everybody)
    do_everything (&world);
  for (guint n = 1; n <= STEPS_IN_WINDOW; n++)
    {
      if (n == STEPS_IN_WINDOW / 2)
        set_day (&world, "2026-12-31");
      step (&world, TRUE);
      check (&world, n);
    }
  bring_to_its_end (&world);
}

/* All of the verbs were done at least once, or the property says little. */
static void
test_any_year (void)
{
  static const char *const wanted[]
      = { "year.measure",       "allocation.post",     "trade.notify",
          "trade.register",     "allowance.surrender", "dispute.uphold",
          "conversion.request", "year.account",        "year.close" };
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (int round = 0; round < ROUNDS; round++)
    run_round (done, round == 0);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s: %d", wanted[i], GPOINTER_TO_INT (g_hash_table_lookup (done, wanted[i])));
      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (done, wanted[i])), >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/ccts/any-year", test_any_year);
  return g_test_run ();
}
