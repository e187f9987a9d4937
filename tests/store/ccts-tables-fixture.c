/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-tables-private.h"

#include "gram-allocation-table.h"
#include "gram-baseline-table.h"
#include "gram-conversion-table.h"
#include "gram-crts-position-table.h"
#include "gram-eco-notice-table.h"
#include "gram-pool-table.h"
#include "gram-rulebook-table.h"
#include "gram-scenario-table.h"
#include "gram-scheme-year-table.h"
#include "gram-signing-key-table.h"
#include "gram-statement.h"
#include "gram-vehicle-table.h"
#include "gram-year-balance-table.h"

#define MICRO G_GINT64_CONSTANT (1000000)

const char *const ccts_fixture_names[]
    = { "Alpha Motors plc", "Beta Cars Ltd", "Gamma Sport Ltd", "Delta Sport Ltd" };
const char *const ccts_fixture_numbers[] = { "10000057", "10000065", "10000073", "10000081" };

static void
run (CctsFilling *self, const char *sql)
{
  gram_store_exec (self->store, sql, &self->error);
  CCTS_OK (self);
}

gint64
ccts_filling_post (CctsFilling *self,
                   const char *meaning,
                   const GramLedgerLine *lines,
                   gsize n_lines)
{
  gint64 id = 0;

  gram_ledger_post (self->unit, self->journal_id, meaning, lines, n_lines, &id, &self->error);
  CCTS_OK (self);
  return id;
}

gint64
ccts_filling_move (CctsFilling *self,
                   int year,
                   const char *meaning,
                   gint64 from,
                   const char *from_role,
                   gint64 to,
                   const char *to_role,
                   gint64 quantity)
{
  g_autofree char *unit = g_strdup_printf ("ccts/%d", year);
  const GramLedgerLine lines[]
      = { { from, from_role, unit, -quantity }, { to, to_role, unit, quantity } };

  return ccts_filling_post (self, meaning, lines, G_N_ELEMENTS (lines));
}

static void
add_accounts (CctsFilling *self)
{
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *account = g_strdup_printf (
          "INSERT INTO account (id, number, kind, holder, contact_name, contact_email, opened_at)"
          " VALUES (%d, '%s', 'ccts', '%s', 'Hana', 'hana@example.org', 1)",
          CCTS_ALPHA + i, ccts_fixture_numbers[i], ccts_fixture_names[i]);
      g_autofree char *owner = g_strdup_printf (
          "INSERT INTO membership (account_id, person_id, owner, permissions) VALUES (%d, 3, 1, 31)",
          CCTS_ALPHA + i);

      run (self, account);
      run (self, owner);
    }
}

/* The one that is shipped. */
static void
add_rulebook (CctsFilling *self)
{
  g_autofree char *path = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "tests", "fixtures",
                                            "rulebooks", "ccts-2026-11.json", NULL);
  g_autoptr (GramRulebookRecord) record = gram_rulebook_record_new ();

  g_set_str (&record->scheme, "ccts");
  g_set_str (&record->version, "2026-11");
  g_set_str (&record->valid_from, "2026-11-01");
  g_clear_pointer (&record->content, g_free);
  g_file_get_contents (path, &record->content, NULL, &self->error);
  CCTS_OK (self);
  record->published_at = CCTS_AT;
  gram_rulebook_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  self->made.rulebook_id = record->id;
}

/* A row that stands for many cars. */
static void
add_cars (CctsFilling *self,
          gint64 account_id,
          const char *key,
          int units,
          gint64 co2,
          gint64 corrected,
          gint64 saving,
          const char *codes)
{
  g_autoptr (GramVehicleRecord) record = gram_vehicle_record_new ();

  record->account_id = account_id;
  g_set_str (&record->register_key, key);
  g_set_str (&record->make, "FORD");
  g_set_str (&record->model, "Focus");
  g_set_str (&record->vehicle_class, "M1");
  g_set_str (&record->fuel, "PETROL");
  g_set_str (&record->co2_source, "manufacturer");
  g_set_str (&record->eco_codes, codes);
  g_set_str (&record->registered_on, "2026-05-04");
  record->units = units;
  record->co2_micro = co2;
  record->corrected_micro = corrected;
  record->saving_micro = saving;
  record->zero_emission = co2 == 0;
  record->entered_at = CCTS_AT;
  record->version = 1;
  gram_vehicle_table_insert (self->unit, record, 0, &self->error);
  CCTS_OK (self);
}

static void
add_fleets (CctsFilling *self)
{
  add_cars (self, CCTS_ALPHA, "eea:1", 1001, 126400000, -1, 1035000, "e13 28");
  add_cars (self, CCTS_ALPHA, "eea:2", 500, 131 * MICRO, -1, 0, "");
  add_cars (self, CCTS_ALPHA, "eea:3", 10, 0, -1, 0, "");
  add_cars (self, CCTS_BETA, "eea:4", 1200, 134 * MICRO, 137500000, 1400000, "e13 29");
  add_cars (self, CCTS_GAMMA, "eea:5", 600, 130 * MICRO, -1, 0, "");
  add_cars (self, CCTS_DELTA, "eea:6", 450, 125 * MICRO, -1, 0, "");
}

static void
add_notice (CctsFilling *self, const char *code, const char *given_on)
{
  g_autoptr (GramEcoNoticeRecord) record = gram_eco_notice_record_new ();

  g_set_str (&record->code, code);
  g_set_str (&record->given_on, given_on);
  g_set_str (&record->reference, "SoS/2025/7");
  record->journal_id = self->journal_id;
  gram_eco_notice_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
}

static void
add_pool (CctsFilling *self)
{
  g_autoptr (GramPoolRecord) record = gram_pool_record_new ();

  record->state = GRAM_POOL_GRANTED;
  g_set_str (&record->name, "Sport Pool");
  record->account_id = CCTS_GAMMA;
  g_set_str (&record->contact_name, "Hana Walker");
  g_set_str (&record->contact_email, "hana@example.org");
  record->first_year = CCTS_YEAR;
  record->last_year = CCTS_YEAR + 1;
  record->applied_by = 3;
  record->applied_at = CCTS_AT;
  record->decided_by = 1;
  record->decided_at = CCTS_AT + 1;
  g_set_str (&record->reason, "The application is complete");
  gram_pool_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  self->made.pool_id = record->id;
  for (gint64 id = CCTS_GAMMA; id <= CCTS_DELTA; id++)
    {
      gram_pool_table_add_member (self->unit, record->id, id, &self->error);
      CCTS_OK (self);
      gram_pool_table_agree (self->unit, record->id, id, 3, CCTS_AT, &self->error);
      CCTS_OK (self);
    }
  gram_pool_table_add_years (self->unit, record->id, &self->error);
  CCTS_OK (self);
}

static void
add_year (CctsFilling *self, int year, gboolean is_closed)
{
  g_autoptr (GramSchemeYearRecord) record = gram_scheme_year_record_new ();

  record->year = year;
  record->measured_at = record->allocated_at = CCTS_AT;
  record->accounted_at = CCTS_AT;
  record->closed_at = is_closed ? CCTS_AT : 0;
  gram_scheme_year_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
}

static gint64
measure (CctsFilling *self, int year)
{
  g_autoptr (GramMeasuringRecord) record = gram_measuring_record_new ();

  record->year = year;
  record->rulebook_id = self->made.rulebook_id;
  record->journal_id = self->journal_id;
  record->measured_at = CCTS_AT;
  gram_measuring_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  return record->id;
}

static gint64
add_participant (CctsFilling *self,
                 gint64 measuring_id,
                 gint64 account_id,
                 gint64 cars,
                 gint64 co2,
                 gint64 saving)
{
  g_autoptr (GramParticipantRecord) record = gram_participant_record_new ();

  record->measuring_id = measuring_id;
  record->account_id = account_id;
  record->pool_id = account_id == CCTS_GAMMA ? self->made.pool_id : 0;
  record->cars = cars;
  record->cars_zero = account_id == CCTS_ALPHA ? 10 : 0;
  record->co2_sum = co2;
  record->saving_sum = saving;
  record->activity = (co2 - saving) / 1000;
  gram_participant_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  return record->id;
}

static gint64
add_baseline (CctsFilling *self, int year, gint64 account_id, gint64 value)
{
  g_autoptr (GramBaselineRecord) record = gram_baseline_record_new ();

  record->year = year;
  record->account_id = account_id;
  record->pool_id = account_id == CCTS_GAMMA ? self->made.pool_id : 0;
  record->value = value;
  g_set_str (&record->source, "Notice of baselines 2025");
  g_set_str (&record->dated_on, "2025-06-30");
  g_set_str (&record->reason, "As notified");
  record->journal_id = self->journal_id;
  gram_baseline_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  return record->id;
}

static gint64
allocate (CctsFilling *self, int year, gint64 participant_id, gint64 baseline_id)
{
  g_autoptr (GramAllocationRecord) record = gram_allocation_record_new ();
  g_autoptr (GramParticipantRecord) participant = NULL;
  g_autoptr (GramBaselineRecord) baseline = NULL;

  gram_participant_table_get (self->store, participant_id, &participant, &self->error);
  CCTS_OK (self);
  gram_baseline_table_get (self->store, baseline_id, &baseline, &self->error);
  CCTS_OK (self);
  record->year = year;
  record->account_id = participant->account_id;
  record->participant_id = participant_id;
  record->baseline_id = baseline_id;
  record->product = participant->cars * baseline->value;
  record->allowances = record->posted = (record->product + MICRO / 2) / MICRO;
  record->posting_id = ccts_filling_move (self, year, "allocation", 0, "issue", record->account_id,
                                          "holding", record->posted);
  record->journal_id = self->journal_id;
  gram_allocation_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  return record->id;
}

static gint64
add_position (CctsFilling *self, gint64 account_id, gint64 held)
{
  g_autoptr (GramCrtsPositionRecord) record = gram_crts_position_record_new ();

  record->year = CCTS_YEAR;
  record->account_id = account_id;
  record->cars = 1600;
  record->allocated = 12000;
  record->activity = 11990;
  record->held = held;
  record->required = 11990;
  record->borrowed = 100;
  g_set_str (&record->source, "CRTS statement");
  g_set_str (&record->dated_on, "2027-10-31");
  record->journal_id = self->journal_id;
  gram_crts_position_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  return record->id;
}

static gint64
convert (CctsFilling *self,
         GramConversionDirection direction,
         gint64 account_id,
         gint64 position_id,
         gint64 crts,
         gint64 ratio)
{
  g_autoptr (GramConversionRecord) record = gram_conversion_record_new ();
  gboolean from = direction == GRAM_CONVERSION_FROM_CRTS;

  record->year = CCTS_YEAR;
  record->direction = direction;
  record->account_id = account_id;
  record->crts = crts * 10;
  record->allowances = crts * ratio;
  record->ratio = ratio;
  record->position_id = position_id;
  record->rulebook_id = self->made.rulebook_id;
  record->posting_id = from ? ccts_filling_move (self, CCTS_YEAR, "acquisition", 0, "acquisition",
                                                 account_id, "holding", record->allowances)
                            : ccts_filling_move (self, CCTS_YEAR, "conversion", account_id,
                                                 "holding", 0, "conversion", record->allowances);
  record->journal_id = self->journal_id;
  record->at = CCTS_AT;
  gram_conversion_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
  return record->id;
}

/* A year in which Alpha alone took part. */
static void
fill_closed_year (CctsFilling *self)
{
  g_autoptr (GramYearBalanceRecord) record = gram_year_balance_record_new ();
  gint64 measuring_id;
  gint64 participant_id;

  add_year (self, CCTS_CLOSED, TRUE);
  measuring_id = measure (self, CCTS_CLOSED);
  participant_id = add_participant (self, measuring_id, CCTS_ALPHA, 1000, 118000 * MICRO, 0);
  allocate (self, CCTS_CLOSED, participant_id,
            add_baseline (self, CCTS_CLOSED, CCTS_ALPHA, 118437000));
  ccts_filling_surrender (self, CCTS_CLOSED, CCTS_ALPHA, 118000);
  ccts_filling_account_for (self, CCTS_CLOSED, participant_id);
  record->account_id = CCTS_ALPHA;
  record->year = CCTS_CLOSED;
  record->allocated = 118437;
  record->surrendered = 118000;
  record->lapsed = 437;
  record->posting_id
      = ccts_filling_move (self, CCTS_CLOSED, "lapse", CCTS_ALPHA, "holding", 0, "lapse", 437);
  record->journal_id = self->journal_id;
  gram_year_balance_table_insert (self->unit, record, &self->error);
  CCTS_OK (self);
}

static void
fill_year (CctsFilling *self)
{
  CctsFixture *made = &self->made;
  gint64 beta_id;
  gint64 pool_id;

  add_year (self, CCTS_YEAR, FALSE);
  made->measuring_id = measure (self, CCTS_YEAR);
  made->alpha_id
      = add_participant (self, made->measuring_id, CCTS_ALPHA, 1501, 192026400000, 1036035000);
  beta_id
      = add_participant (self, made->measuring_id, CCTS_BETA, 1200, 165000 * MICRO, 1680 * MICRO);
  pool_id = add_participant (self, made->measuring_id, CCTS_GAMMA, 1050, 134250 * MICRO, 0);
  made->baseline_id = add_baseline (self, CCTS_YEAR, CCTS_ALPHA, 126280000);
  made->allocation_id = allocate (self, CCTS_YEAR, made->alpha_id, made->baseline_id);
  allocate (self, CCTS_YEAR, beta_id, add_baseline (self, CCTS_YEAR, CCTS_BETA, 121455000));
  allocate (self, CCTS_YEAR, pool_id, add_baseline (self, CCTS_YEAR, CCTS_GAMMA, 125750000));
  made->position_id = add_position (self, CCTS_BETA, 14105);
  made->conversion_id
      = convert (self, GRAM_CONVERSION_FROM_CRTS, CCTS_BETA, made->position_id, 200, 135);
  made->to_crts_id = convert (self, GRAM_CONVERSION_TO_CRTS, CCTS_ALPHA,
                              add_position (self, CCTS_ALPHA, 12000), 2, 167);
  ccts_filling_trade (self);
  made->surrender_id = ccts_filling_surrender (self, CCTS_YEAR, CCTS_ALPHA, 150000);
  ccts_filling_surrender (self, CCTS_YEAR, CCTS_BETA, 163320);
  ccts_filling_surrender (self, CCTS_YEAR, CCTS_GAMMA, 130000);
  ccts_filling_account_for (self, CCTS_YEAR, made->alpha_id);
  ccts_filling_account_for (self, CCTS_YEAR, beta_id);
  made->accounting_id = ccts_filling_account_for (self, CCTS_YEAR, pool_id);
  ccts_filling_settle (self);
}

static void
fill_beside (CctsFilling *self)
{
  g_autoptr (GramScenarioRecord) scenario = gram_scenario_record_new ();
  g_autoptr (GramSigningKeyRecord) key = gram_signing_key_record_new ();

  scenario->account_id = CCTS_ALPHA;
  scenario->year = CCTS_YEAR;
  g_set_str (&scenario->title, "Buy all of it");
  g_set_str (&scenario->content, "{\"buy\":\"40991\"}");
  scenario->saved_by = 3;
  scenario->saved_at = CCTS_AT;
  gram_scenario_table_insert (self->unit, scenario, &self->error);
  CCTS_OK (self);
  self->made.scenario_id = scenario->id;
  key->account_id = CCTS_ALPHA;
  key->public_key = g_strnfill (64, 'a');
  key->since = CCTS_AT;
  gram_signing_key_table_insert (self->unit, key, NULL, &self->error);
  CCTS_OK (self);
  self->made.key_id = key->id;
}

CctsFixture
ccts_fixture_fill (GramStore *store)
{
  CctsFilling self = { .store = store };

  self.unit = gram_unit_begin (store, &self.error);
  CCTS_OK (&self);
  self.journal_id = store_fixture_journal (self.unit, "ccts");
  add_accounts (&self);
  add_rulebook (&self);
  add_fleets (&self);
  add_notice (&self, "28", "2025-04-01");
  add_notice (&self, "29", "2024-04-01");
  add_pool (&self);
  fill_closed_year (&self);
  fill_year (&self);
  fill_beside (&self);
  gram_unit_commit (self.unit, &self.error);
  CCTS_OK (&self);
  return self.made;
}
