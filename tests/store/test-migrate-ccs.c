/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "people-fixture.h"
#include "store-fixture.h"

#include "gram-case-vehicle-table.h"
#include "gram-charge-table.h"
#include "gram-correction-table.h"
#include "gram-ledger.h"
#include "gram-migrate.h"

/* The last version that knew charges as sums alone. */
#define BEFORE 4

#define USED "ccs-credit/used/2026"

/* A registry of that version that is being filled. */
typedef struct
{
  GramStore *store;
  GramUnit *unit;
  gint64 journal_id;
  GError *error;
} Old;

#define OK(self) g_assert_no_error ((self)->error)

static gint64
post (Old *self, const char *meaning, const GramLedgerLine *lines, gsize n_lines)
{
  gint64 id = 0;

  gram_ledger_post (self->unit, self->journal_id, meaning, lines, n_lines, &id, &self->error);
  OK (self);
  return id;
}

static gint64
post_figures (Old *self, const char *meaning, gint64 account_id, gint64 credits, gint64 charges)
{
  const GramLedgerLine lines[] = {
    { 0, "issue", USED, -credits },
    { account_id, "holding", USED, credits },
    { 0, "charge", "NZD", -charges },
    { account_id, "charges", "NZD", charges },
  };
  gsize from = credits != 0 ? 0 : 2;
  gsize to = charges != 0 ? 4 : 2;

  return post (self, meaning, lines + from, to - from);
}

static void
pay (Old *self, gint64 account_id, gint64 amount)
{
  const GramLedgerLine lines[]
      = { { account_id, "charges", "NZD", -amount }, { 0, "payment", "NZD", amount } };

  post (self, "payment", lines, G_N_ELEMENTS (lines));
}

static void
write_figures (Old *self,
               gint64 id,
               const char *accepted_at,
               gint64 difference,
               gint64 charge,
               gint64 posting_id)
{
  g_autofree char *posting = g_strdup_printf ("%" G_GINT64_FORMAT, posting_id);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE vehicle SET accepted_at = unixepoch ('%s') * 1000000, version = version + 1,"
      " obligation_year = 2026, difference = %" G_GINT64_FORMAT ", charge = %" G_GINT64_FORMAT
      ", posting_id = %s WHERE id = %" G_GINT64_FORMAT,
      accepted_at, difference, charge, posting_id != 0 ? posting : "NULL", id);

  gram_store_exec (self->store, sql, &self->error);
  OK (self);
}

/* Vehicles with these differences, at 18 dollars a gram; the id of the first. */
static gint64
accept (Old *self, gint64 account_id, const gint64 *differences, guint n, gboolean fleet_average)
{
  /* Each beside an end of a month of New Zealand, in summer and in winter. */
  static const char *const instants[] = {
    "2026-03-31T10:59:59Z", "2026-03-31T11:00:00Z", "2026-04-30T11:59:59Z",
    "2026-04-30T12:00:00Z", "2026-09-30T10:59:59Z", "2026-09-30T11:00:00Z",
  };
  gint64 first = store_fixture_vehicles (self->unit, account_id, n);
  gint64 credits = 0;
  gint64 charges = 0;
  gint64 posting = 0;

  store_fixture_accept (self->unit, account_id, first, n);
  for (guint i = 0; i < n; i++)
    {
      credits += MAX (differences[i], 0);
      charges += MAX (-differences[i], 0) * 18;
    }
  if (!fleet_average)
    posting = post_figures (self, "acceptance", account_id, credits, charges);
  for (guint i = 0; i < n; i++)
    write_figures (self, first + i, instants[i % G_N_ELEMENTS (instants)], differences[i],
                   fleet_average ? 0 : MAX (-differences[i], 0) * 18, posting);
  return first;
}

static gint64
uphold (Old *self, gint64 vehicle_id)
{
  g_autoptr (GramDisputeRecord) dispute = gram_dispute_record_new ();
  gint64 case_id = case_fixture_open (self->unit, 5, GRAM_CASE_CORRECTION, 0);

  dispute->case_id = case_id;
  dispute->kind = GRAM_DISPUTE_VALUE;
  g_set_str (&dispute->field, "co2");
  g_set_str (&dispute->stated, "98");
  g_set_str (&dispute->claimed, "118");
  g_set_str (&dispute->reason, "The certificate says otherwise");
  gram_dispute_table_insert (self->unit, dispute, &self->error);
  OK (self);
  gram_case_vehicle_table_add (self->unit, case_id, &vehicle_id, 1, FALSE, &self->error);
  OK (self);
  case_fixture_move (self->unit, case_id, GRAM_CASE_DECIDED, GRAM_CASE_UPHELD);
  return case_id;
}

/* Of 800 credits 500 were gone when a correction took them back and made a charge of the vehicle. */
static void
correct (Old *self)
{
  static const gint64 earned[] = { 800 };
  const GramLedgerLine used[] = { { 5, "holding", USED, -500 }, { 0, "lapse", USED, 500 } };
  gint64 id = accept (self, 5, earned, G_N_ELEMENTS (earned), FALSE);
  GramCorrectionRecord correction = {
    .vehicle_id = id,
    .case_id = uphold (self, id),
    .journal_id = self->journal_id,
    .version = 4,
    .account_before = 5,
    .account_after = 5,
    .reverses = store_fixture_int64 (self->store, "SELECT max (id) FROM ledger_posting"),
    .year_before = 2026,
    .difference_before = 800,
    .year_after = 2026,
    .difference_after = -100,
    .charge_after = 1800,
  };

  post (self, "lapse", used, G_N_ELEMENTS (used));
  correction.posting = post_figures (self, "correction", 5, 0, 1800);
  correction.reversal = post_figures (self, "reversal", 5, -300, 9000);
  write_figures (self, id, "2026-03-31T10:59:59Z", -100, 1800, correction.posting);
  gram_correction_table_insert (self->unit, &correction, &self->error);
  OK (self);
  pay (self, 5, 1000);
}

/* Charges that are paid whole, in part and not at all; a correction after credits were used; Fleet Average. */
static void
fill (const char *path)
{
  static const gint64 first[] = { -1234, 2000, -1000 };
  static const gint64 second[] = { -500, -500 };
  static const gint64 third[] = { -700 };
  static const gint64 fleet[] = { 1000, -300, -200, -100, -50, -25 };
  gsize n_steps;
  const GramMigration *steps = _gram_migrations (&n_steps);
  Old self = { NULL };

  _gram_migrate_set_steps (steps, BEFORE);
  self.store = store_fixture_create (path);
  store_fixture_fill (self.store);
  people_fixture_fill (self.store);
  self.unit = gram_unit_begin (self.store, &self.error);
  OK (&self);
  self.journal_id = store_fixture_journal (self.unit, "ccs");
  accept (&self, 1, first, G_N_ELEMENTS (first), FALSE);
  accept (&self, 1, second, G_N_ELEMENTS (second), FALSE);
  accept (&self, 1, third, G_N_ELEMENTS (third), FALSE);
  pay (&self, 1, 40212);
  pay (&self, 1, 7000);
  correct (&self);
  accept (&self, 3, fleet, G_N_ELEMENTS (fleet), TRUE);
  gram_unit_commit (self.unit, &self.error);
  OK (&self);
  gram_store_close (self.store);
  _gram_migrate_set_steps (NULL, 0);
}

static GramStore *
migrate (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = store_fixture_verify_path (path);
  GramStore *store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "");
  return store;
}

/* One charge for each posting that vehicles stand on; what was paid, paid the oldest. */
static void
test_charges (void)
{
  static const struct
  {
    gint64 account_id;
    GramChargeKind kind;
    gint64 vehicles;
    gint64 grams;
    gint64 amount;
    gint64 outstanding;
  } charges[] = {
    { 1, GRAM_CHARGE_PAYG, 2, 2234, 40212, 0 },    { 1, GRAM_CHARGE_PAYG, 2, 1000, 18000, 11000 },
    { 1, GRAM_CHARGE_PAYG, 1, 700, 12600, 12600 }, { 5, GRAM_CHARGE_PAYG, 1, 100, 1800, 1800 },
    { 5, GRAM_CHARGE_SHORT, 0, 0, 8000, 8000 },
  };
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fill (path);
  store = migrate (path);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT count (*) FROM charge"), ==,
                   G_N_ELEMENTS (charges));
  for (gsize i = 0; i < G_N_ELEMENTS (charges); i++)
    {
      g_autoptr (GramChargeRecord) record = NULL;
      g_autoptr (GPtrArray) settlements = NULL;

      gram_charge_table_get (store, (gint64)i + 1, &record, &error);
      g_assert_no_error (error);
      g_assert_cmpint (record->account_id, ==, charges[i].account_id);
      g_assert_cmpint (record->kind, ==, charges[i].kind);
      g_assert_cmpint (record->vehicles, ==, charges[i].vehicles);
      g_assert_cmpint (record->grams, ==, charges[i].grams);
      g_assert_cmpint (record->rate, ==, record->grams > 0 ? 1800 : 0);
      g_assert_cmpint (record->amount, ==, charges[i].amount);
      g_assert_cmpint (record->outstanding, ==, charges[i].outstanding);
      g_assert_cmpint (record->outstanding == 0, ==, *record->settled_on != '\0');
      settlements = gram_charge_settlement_table_list (store, record->id, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (settlements->len, ==, record->outstanding < record->amount ? 1 : 0);
    }
  g_assert_cmpint (store_fixture_int64 (store, "SELECT charges_since FROM registry"), ==,
                   store_fixture_int64 (store, "SELECT max (id) FROM journal"));
}

/* What was frozen says month and scheme now. */
static void
test_acceptances (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GramStore) store = NULL;

  fill (path);
  store = migrate (path);
  g_assert_cmpint (store_fixture_int64 (store,
                                        "SELECT count (*) FROM vehicle WHERE fleet_average = 1"),
                   ==, 6);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT sum (credit - excess) FROM acceptance_total"
                                               " WHERE fleet_average = 1"),
                   ==, 325);
  g_assert_cmpint (store_fixture_int64 (store,
                                        "SELECT count (*) FROM (SELECT period FROM"
                                        " acceptance_total WHERE account_id = 3"
                                        " AND period IN (202603, 202604, 202605, 202609, 202610))"),
                   ==, 5);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT records FROM acceptance_total"
                                               " WHERE account_id = 3 AND period = 202604"),
                   ==, 2);
  g_assert_cmpint (store_fixture_int64 (store, "SELECT sum (charge) FROM acceptance_total"), ==,
                   40212 + 18000 + 12600 + 1800);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/migrate/ccs/charges", test_charges);
  g_test_add_func ("/migrate/ccs/acceptances", test_acceptances);

  return g_test_run ();
}
