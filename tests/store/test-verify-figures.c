/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "people-fixture.h"
#include "store-fixture.h"

#include "gram-case-vehicle-table.h"
#include "gram-charge-table.h"
#include "gram-correction-table.h"
#include "gram-ledger.h"
#include "gram-vehicle-table.h"

#include <string.h>

#define AT G_GINT64_CONSTANT (1772000000000000)
#define CREDIT "ccs-credit/used/2026"

/* What is put beside the registry of the other tests: vehicles from @first on, with a credit, a charge, and one that is
 * ready only; the first was corrected to a charge by @case_id. */
typedef struct
{
  GramUnit *unit;
  gint64 journal_id;
  gint64 first;
  gint64 case_id;
  gint64 acceptance;
  guint n_worked_out;
} World;

static void
work_out (const GramVehicleRecord *facts, GramCcsShare *share, gpointer data)
{
  World *self = data;

  g_assert_cmpint (facts->units, ==, 1);
  *share = self->n_worked_out++ == 0
               ? (GramCcsShare){ .year = 2026, .difference = 1000, .credit = 1000 }
               : (GramCcsShare){ .year = 2026, .difference = -1000, .charge = 6000 };
}

static gint64
post_lines (World *self, const char *meaning, gint64 credits, gint64 charges)
{
  const GramLedgerLine lines[] = {
    { 0, "issue", CREDIT, -credits },
    { 1, "holding", CREDIT, credits },
    { 0, "charge", "NZD", -charges },
    { 1, "charges", "NZD", charges },
  };
  gsize from = credits != 0 ? 0 : 2;
  gsize to = charges != 0 ? 4 : 2;
  GError *error = NULL;
  gint64 id;

  gram_ledger_post (self->unit, self->journal_id, meaning, lines + from, to - from, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* What a posting asks for. */
static void
charge (World *self, gint64 posting_id)
{
  g_autoptr (GramChargeRecord) record = gram_charge_record_new ();
  GError *error = NULL;

  record->account_id = 1;
  record->year = 2026;
  record->vehicles = 1;
  record->grams = 1000;
  record->rate = 600;
  record->amount = record->outstanding = 6000;
  g_set_str (&record->arisen_on, "2026-02-25");
  g_set_str (&record->due_on, "2026-02-25");
  record->posting_id = posting_id;
  record->journal_id = self->journal_id;
  gram_charge_table_insert (self->unit, record, &error);
  g_assert_no_error (error);
}

static gboolean
post (const GramFigureSums *sums, gint64 *posting_id, gpointer data, GError **error)
{
  World *self = data;

  g_assert_cmpint (sums->records, ==, 2);
  g_assert_cmpint (sums->credits, ==, 1000);
  g_assert_cmpint (sums->charges, ==, 6000);
  g_assert_cmpint (sums->charged, ==, 1);
  *posting_id = self->acceptance = post_lines (self, "acceptance", sums->credits, sums->charges);
  charge (self, *posting_id);
  return TRUE;
}

static void
accept (World *self)
{
  const GramAcceptance acceptance = { AT, 2, FALSE, 1, 202602, FALSE, work_out, post, self };
  const gint64 ids[] = { self->first, self->first + 1 };
  gint64 marked;
  gint64 accepted;
  gint64 units;
  GError *error = NULL;

  gram_vehicle_table_mark_ready_ids (self->unit, 1, ids, 2, AT, &marked, &error);
  g_assert_no_error (error);
  gram_vehicle_table_accept_ids (self->unit, 1, ids, 2, &acceptance, &accepted, &units, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accepted, ==, 2);
  g_assert_cmpuint (self->n_worked_out, ==, 2);
}

static void
correct (World *self)
{
  GramStore *store = gram_unit_get_store (self->unit);
  g_autoptr (GramVehicleRecord) before = NULL;
  g_autoptr (GramVehicleRecord) after = NULL;
  GramCorrectionRecord correction = {
    .vehicle_id = self->first,
    .case_id = self->case_id,
    .journal_id = self->journal_id,
    .account_before = 1,
    .account_after = 1,
    .reverses = self->acceptance,
    .year_before = 2026,
    .difference_before = 1000,
    .year_after = 2026,
    .difference_after = -1000,
    .charge_after = 6000,
  };
  GError *error = NULL;

  gram_vehicle_table_get (store, self->first, &before, &error);
  g_assert_no_error (error);
  correction.posting = post_lines (self, "correction", 0, 6000);
  charge (self, correction.posting);
  correction.reversal = post_lines (self, "reversal", -1000, 0);
  correction.version = before->version + 1;
  after = gram_vehicle_record_copy (before);
  after->difference = -1000;
  after->charge = 6000;
  after->posting_id = correction.posting;
  gram_vehicle_table_update (self->unit, before, after, self->journal_id, 0, 0, &error);
  g_assert_no_error (error);
  gram_correction_table_insert (self->unit, &correction, &error);
  g_assert_no_error (error);
}

/* The dispute row of a correction is that of a value. */
static void
open_case (World *self)
{
  g_autoptr (GramDisputeRecord) dispute = gram_dispute_record_new ();
  GError *error = NULL;

  self->case_id = case_fixture_open (self->unit, 1, GRAM_CASE_CORRECTION, 0);
  dispute->case_id = self->case_id;
  dispute->kind = GRAM_DISPUTE_VALUE;
  dispute->field = g_strdup ("co2");
  dispute->stated = g_strdup ("98");
  dispute->claimed = g_strdup ("118");
  dispute->reason = g_strdup ("The certificate says otherwise");
  gram_dispute_table_insert (self->unit, dispute, &error);
  g_assert_no_error (error);
  gram_case_vehicle_table_add (self->unit, self->case_id, &self->first, 1, FALSE, &error);
  g_assert_no_error (error);
  case_fixture_move (self->unit, self->case_id, GRAM_CASE_DECIDED, GRAM_CASE_UPHELD);
}

static World
fill (const char *path)
{
  GramStore *store = store_fixture_create (path);
  World self = { NULL };
  GError *error = NULL;

  store_fixture_fill (store);
  people_fixture_fill (store);
  self.unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  self.journal_id = store_fixture_journal (self.unit, "figures");
  self.first = store_fixture_vehicles (self.unit, 1, 3);
  open_case (&self);
  accept (&self);
  correct (&self);
  gram_unit_commit (self.unit, &error);
  g_assert_no_error (error);
  self.unit = NULL;
  gram_store_close (store);
  return self;
}

static void
test_all_is_well (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autofree char *found = NULL;

  fill (path);
  found = store_fixture_verify_path (path);
  g_assert_cmpstr (found, ==, "");
}

/* Ways to tamper: FIRST is the corrected vehicle, POSTING that of the acceptance, CASE the case; and a line that verify has
 * to have about it. */
static const struct
{
  const char *sql;
  const char *expected;
} tampers[] = {
  { "UPDATE vehicle SET obligation_year = 2026 WHERE id = FIRST + 2", "vehicle " },
  { "UPDATE vehicle SET posting_id = NULL WHERE id = FIRST + 1", "vehicle " },
  { "UPDATE vehicle SET difference = 0 WHERE id = FIRST + 1", "vehicle " },
  { "UPDATE vehicle SET obligation_year = 0 WHERE id = FIRST + 1", "vehicle " },
  { "UPDATE vehicle SET charge = 6001 WHERE id = FIRST + 1", "ledger_posting " },
  { "UPDATE vehicle SET posting_id = POSTING WHERE id = FIRST", "ledger_posting " },
  { "UPDATE vehicle_correction SET difference_before = 999", "ledger_posting " },
  { "UPDATE vehicle_correction SET reverses = NULL", "vehicle_correction " },
  { "UPDATE vehicle_correction SET reversal = NULL", "ledger_posting " },
  { "UPDATE vehicle_correction SET posting = NULL", "ledger_posting " },
  { "UPDATE vehicle_correction SET reversal = POSTING", "vehicle_correction " },
  { "UPDATE vehicle_correction SET posting = POSTING", "vehicle_correction " },
  { "UPDATE vehicle_correction SET charge_after = 1", "vehicle_correction " },
  { "UPDATE vehicle_correction SET version = 9", "vehicle_correction " },
  { "UPDATE vehicle_correction SET account_after = 2", "vehicle_correction " },
  { "UPDATE case_file SET outcome = 'not-upheld' WHERE id = CASE", "vehicle_correction " },
  { "UPDATE account SET unassigned = 1, listed = 1 WHERE id = 2", "account 2\n" },
  { "UPDATE account SET unassigned = 1 WHERE id = 1", "vehicle " },
};

static char *
dup_sql (const World *world, const char *sql)
{
  g_autoptr (GString) text = g_string_new (sql);
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, world->first);
  g_autofree char *posting = g_strdup_printf ("%" G_GINT64_FORMAT, world->acceptance);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, world->case_id);

  g_string_replace (text, "FIRST", first, 0);
  g_string_replace (text, "POSTING", posting, 0);
  g_string_replace (text, "CASE", number, 0);
  return g_strdup (text->str);
}

static void
test_tampers (void)
{
  g_autoptr (GramTestDir) dir = gram_test_dir_new ();
  g_autofree char *path = gram_test_dir_file (dir, "registry.gram");
  g_autoptr (GBytes) content = NULL;
  World world = fill (path);

  content = store_fixture_bytes (path);
  for (gsize i = 0; i < G_N_ELEMENTS (tampers); i++)
    {
      g_autofree char *sql = dup_sql (&world, tampers[i].sql);
      g_autofree char *found = NULL;
      g_autoptr (GError) error = NULL;

      store_fixture_raw (path, sql);
      found = store_fixture_verify_path (path);
      if (strstr (found, tampers[i].expected) == NULL)
        g_error ("%s: expected “%s” in “%s”", sql, tampers[i].expected, found);
      g_file_set_contents (path, g_bytes_get_data (content, NULL),
                           (gssize)g_bytes_get_size (content), &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/verify-figures/all-is-well", test_all_is_well);
  g_test_add_func ("/store/verify-figures/tampers", test_tampers);

  return g_test_run ();
}
