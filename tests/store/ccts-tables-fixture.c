/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-tables-fixture.h"

#include "case-fixture.h"

#include "gram-accounting-table.h"
#include "gram-allocation-table.h"
#include "gram-baseline-table.h"
#include "gram-conversion-table.h"
#include "gram-crts-position-table.h"
#include "gram-document-table.h"
#include "gram-eco-notice-table.h"
#include "gram-ledger.h"
#include "gram-payment-notice-table.h"
#include "gram-pool-table.h"
#include "gram-rulebook-table.h"
#include "gram-scenario-table.h"
#include "gram-scheme-year-table.h"
#include "gram-signing-key-table.h"
#include "gram-statement.h"
#include "gram-surrender-table.h"
#include "gram-trade-table.h"
#include "gram-vehicle-table.h"
#include "gram-year-balance-table.h"

#define AT G_GINT64_CONSTANT (1767222000000000)
#define MICRO G_GINT64_CONSTANT (1000000)
#define PENCE 8600

static const char *const names[]
    = { "Alpha Motors plc", "Beta Cars Ltd", "Gamma Sport Ltd", "Delta Sport Ltd" };
static const char *const numbers[] = { "10000057", "10000065", "10000073", "10000081" };

/* What is being filled. */
typedef struct
{
  GramUnit *unit;
  GramStore *store;
  gint64 journal_id;
  CctsFixture made;
  GError *error;
} Filling;

#define OK(self) g_assert_no_error ((self)->error)

static void
run (Filling *self, const char *sql)
{
  gram_store_exec (self->store, sql, &self->error);
  OK (self);
}

static gint64
post (Filling *self, const char *meaning, const GramLedgerLine *lines, gsize n_lines)
{
  gint64 id = 0;

  gram_ledger_post (self->unit, self->journal_id, meaning, lines, n_lines, &id, &self->error);
  OK (self);
  return id;
}

/* Moves allowances of a year between a holder and the system, or between two holders. */
static gint64
move (Filling *self,
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

  return post (self, meaning, lines, G_N_ELEMENTS (lines));
}

static void
add_accounts (Filling *self)
{
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *account = g_strdup_printf (
          "INSERT INTO account (id, number, kind, holder, contact_name, contact_email, opened_at)"
          " VALUES (%d, '%s', 'ccts', '%s', 'Hana', 'hana@example.org', 1)",
          CCTS_ALPHA + i, numbers[i], names[i]);
      g_autofree char *owner = g_strdup_printf (
          "INSERT INTO membership (account_id, person_id, owner, permissions) VALUES (%d, 3, 1, 31)",
          CCTS_ALPHA + i);

      run (self, account);
      run (self, owner);
    }
}

/* The one that is shipped. */
static void
add_rulebook (Filling *self)
{
  g_autofree char *path = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "tests", "fixtures",
                                            "rulebooks", "ccts-2026-11.json", NULL);
  g_autoptr (GramRulebookRecord) record = gram_rulebook_record_new ();

  g_set_str (&record->scheme, "ccts");
  g_set_str (&record->version, "2026-11");
  g_set_str (&record->valid_from, "2026-11-01");
  g_clear_pointer (&record->content, g_free);
  g_file_get_contents (path, &record->content, NULL, &self->error);
  OK (self);
  record->published_at = AT;
  gram_rulebook_table_insert (self->unit, record, &self->error);
  OK (self);
  self->made.rulebook_id = record->id;
}

/* A row that stands for many cars. */
static void
add_cars (Filling *self,
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
  record->entered_at = AT;
  record->version = 1;
  gram_vehicle_table_insert (self->unit, record, 0, &self->error);
  OK (self);
}

static void
add_fleets (Filling *self)
{
  add_cars (self, CCTS_ALPHA, "eea:1", 1001, 126400000, -1, 1035000, "e13 28");
  add_cars (self, CCTS_ALPHA, "eea:2", 500, 131 * MICRO, -1, 0, "");
  add_cars (self, CCTS_ALPHA, "eea:3", 10, 0, -1, 0, "");
  add_cars (self, CCTS_BETA, "eea:4", 1200, 134 * MICRO, 137500000, 1400000, "e13 29");
  add_cars (self, CCTS_GAMMA, "eea:5", 600, 130 * MICRO, -1, 0, "");
  add_cars (self, CCTS_DELTA, "eea:6", 450, 125 * MICRO, -1, 0, "");
}

static void
add_notice (Filling *self, const char *code, const char *given_on)
{
  g_autoptr (GramEcoNoticeRecord) record = gram_eco_notice_record_new ();

  g_set_str (&record->code, code);
  g_set_str (&record->given_on, given_on);
  g_set_str (&record->reference, "SoS/2025/7");
  record->journal_id = self->journal_id;
  gram_eco_notice_table_insert (self->unit, record, &self->error);
  OK (self);
}

static void
add_pool (Filling *self)
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
  record->applied_at = AT;
  record->decided_by = 1;
  record->decided_at = AT + 1;
  g_set_str (&record->reason, "The application is complete");
  gram_pool_table_insert (self->unit, record, &self->error);
  OK (self);
  self->made.pool_id = record->id;
  for (gint64 id = CCTS_GAMMA; id <= CCTS_DELTA; id++)
    {
      gram_pool_table_add_member (self->unit, record->id, id, &self->error);
      OK (self);
      gram_pool_table_agree (self->unit, record->id, id, 3, AT, &self->error);
      OK (self);
    }
  gram_pool_table_add_years (self->unit, record->id, &self->error);
  OK (self);
}

static void
add_year (Filling *self, int year, gboolean is_closed)
{
  g_autoptr (GramSchemeYearRecord) record = gram_scheme_year_record_new ();

  record->year = year;
  record->measured_at = record->allocated_at = AT;
  record->accounted_at = AT;
  record->closed_at = is_closed ? AT : 0;
  gram_scheme_year_table_insert (self->unit, record, &self->error);
  OK (self);
}

static gint64
measure (Filling *self, int year)
{
  g_autoptr (GramMeasuringRecord) record = gram_measuring_record_new ();

  record->year = year;
  record->rulebook_id = self->made.rulebook_id;
  record->journal_id = self->journal_id;
  record->measured_at = AT;
  gram_measuring_table_insert (self->unit, record, &self->error);
  OK (self);
  return record->id;
}

static gint64
add_participant (Filling *self,
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
  OK (self);
  return record->id;
}

static gint64
add_baseline (Filling *self, int year, gint64 account_id, gint64 value)
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
  OK (self);
  return record->id;
}

static gint64
allocate (Filling *self, int year, gint64 participant_id, gint64 baseline_id)
{
  g_autoptr (GramAllocationRecord) record = gram_allocation_record_new ();
  g_autoptr (GramParticipantRecord) participant = NULL;
  g_autoptr (GramBaselineRecord) baseline = NULL;

  gram_participant_table_get (self->store, participant_id, &participant, &self->error);
  OK (self);
  gram_baseline_table_get (self->store, baseline_id, &baseline, &self->error);
  OK (self);
  record->year = year;
  record->account_id = participant->account_id;
  record->participant_id = participant_id;
  record->baseline_id = baseline_id;
  record->product = participant->cars * baseline->value;
  record->allowances = record->posted = (record->product + MICRO / 2) / MICRO;
  record->posting_id
      = move (self, year, "allocation", 0, "issue", record->account_id, "holding", record->posted);
  record->journal_id = self->journal_id;
  gram_allocation_table_insert (self->unit, record, &self->error);
  OK (self);
  return record->id;
}

static gint64
add_position (Filling *self, gint64 account_id, gint64 held)
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
  OK (self);
  return record->id;
}

static gint64
convert (Filling *self,
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
  record->posting_id = from ? move (self, CCTS_YEAR, "acquisition", 0, "acquisition", account_id,
                                    "holding", record->allowances)
                            : move (self, CCTS_YEAR, "conversion", account_id, "holding", 0,
                                    "conversion", record->allowances);
  record->journal_id = self->journal_id;
  record->at = AT;
  gram_conversion_table_insert (self->unit, record, &self->error);
  OK (self);
  return record->id;
}

static void
reserve (Filling *self, gint64 quantity)
{
  move (self, CCTS_YEAR, quantity > 0 ? "reserve" : "release", CCTS_ALPHA, "holding", CCTS_ALPHA,
        "reserved", quantity);
}

/* A notification of a trade of Alpha with Beta, of either. */
static gint64
notify (Filling *self, GramTradeSide side, GramTradeState state, gint64 quantity)
{
  g_autoptr (GramTradeNotificationRecord) record = gram_trade_notification_record_new ();

  record->year = CCTS_YEAR;
  record->side = side;
  record->account_id = side == GRAM_TRADE_TRANSFEROR ? CCTS_ALPHA : CCTS_BETA;
  record->state = state;
  g_set_str (&record->transferor_name, names[0]);
  g_set_str (&record->transferor_number, numbers[0]);
  g_set_str (&record->transferee_name, names[1]);
  g_set_str (&record->transferee_number, numbers[1]);
  record->quantity = quantity;
  record->price = quantity * 1250;
  g_set_str (&record->agreed_on, "2027-11-02");
  record->notified_by = 3;
  record->notified_at = AT;
  gram_trade_notification_table_insert (self->unit, record, &self->error);
  OK (self);
  if (side == GRAM_TRADE_TRANSFEROR)
    reserve (self, quantity);
  return record->id;
}

static void
change (Filling *self,
        gint64 id,
        GramTradeState state,
        gint64 quantity,
        gint64 other_id,
        gint64 trade_id)
{
  g_autoptr (GramTradeNotificationRecord) before = NULL;
  g_autoptr (GramTradeNotificationRecord) after = NULL;

  gram_trade_notification_table_get (self->store, id, &before, &self->error);
  OK (self);
  after = gram_trade_notification_record_copy (before);
  after->state = state;
  after->other_id = other_id;
  after->trade_id = trade_id;
  after->ended_at = (state & GRAM_TRADE_LIVE) == 0 ? AT : 0;
  if (quantity != 0)
    {
      after->quantity = quantity;
      after->price = quantity * 1250;
      reserve (self, quantity - before->quantity);
    }
  gram_trade_notification_table_update (self->unit, before, after, self->journal_id, &self->error);
  OK (self);
}

/* Two notifications that say the same. */
static gint64
match (Filling *self, gint64 quantity, gint64 ids[2])
{
  g_autoptr (GramTradeRecord) record = gram_trade_record_new ();

  ids[0] = notify (self, GRAM_TRADE_TRANSFEROR, GRAM_TRADE_WAITING, quantity);
  ids[1] = notify (self, GRAM_TRADE_TRANSFEREE, GRAM_TRADE_WAITING, quantity);
  record->year = CCTS_YEAR;
  record->transferor_id = CCTS_ALPHA;
  record->transferee_id = CCTS_BETA;
  record->transferor_notification = ids[0];
  record->transferee_notification = ids[1];
  record->quantity = quantity;
  record->price = quantity * 1250;
  record->matched_at = AT;
  gram_trade_table_insert (self->unit, record, &self->error);
  OK (self);
  for (guint i = 0; i < 2; i++)
    change (self, ids[i], GRAM_TRADE_MATCHED, 0, ids[1 - i], record->id);
  return record->id;
}

static void
decide (Filling *self, gint64 trade_id, GramTradeState state, const gint64 ids[2])
{
  g_autoptr (GramTradeRecord) before = NULL;
  g_autoptr (GramTradeRecord) after = NULL;

  gram_trade_table_get (self->store, trade_id, &before, &self->error);
  OK (self);
  after = gram_trade_record_copy (before);
  if (state == GRAM_TRADE_MATCHED)
    after->case_id = case_fixture_open (self->unit, CCTS_ALPHA, GRAM_CASE_TRADE, trade_id);
  else
    {
      after->state = state;
      after->decided_by = 1;
      after->decided_at = AT;
      g_set_str (&after->reason, "Notified by both");
      after->posting_id = move (self, CCTS_YEAR, "trade", CCTS_ALPHA, "reserved", CCTS_BETA,
                                "holding", after->quantity);
      for (guint i = 0; i < 2; i++)
        change (self, ids[i], state, 0, ids[1 - i], trade_id);
    }
  gram_trade_table_update (self->unit, before, after, &self->error);
  OK (self);
}

static void
trade (Filling *self)
{
  CctsFixture *made = &self->made;

  made->registered_trade_id = match (self, 30000, made->registered_ids);
  decide (self, made->registered_trade_id, GRAM_TRADE_REGISTERED, made->registered_ids);
  made->matched_trade_id = match (self, 70, made->matched_ids);
  decide (self, made->matched_trade_id, GRAM_TRADE_MATCHED, NULL);
  made->waiting_id = notify (self, GRAM_TRADE_TRANSFEROR, GRAM_TRADE_WAITING, 45);
  change (self, made->waiting_id, GRAM_TRADE_WAITING, 50, 0, 0);
  made->differing_ids[0] = notify (self, GRAM_TRADE_TRANSFEROR, GRAM_TRADE_WAITING, 60);
  made->differing_ids[1] = notify (self, GRAM_TRADE_TRANSFEREE, GRAM_TRADE_WAITING, 61);
  for (guint i = 0; i < 2; i++)
    change (self, made->differing_ids[i], GRAM_TRADE_DIFFERING, 0, made->differing_ids[1 - i], 0);
  made->withdrawn_id = notify (self, GRAM_TRADE_TRANSFEROR, GRAM_TRADE_WAITING, 80);
  change (self, made->withdrawn_id, GRAM_TRADE_WITHDRAWN, 0, 0, 0);
  reserve (self, -80);
}

static gint64
surrender (Filling *self, int year, gint64 account_id, gint64 quantity)
{
  g_autoptr (GramSurrenderRecord) record = gram_surrender_record_new ();

  record->year = year;
  record->account_id = account_id;
  record->pool_id = account_id == CCTS_GAMMA ? self->made.pool_id : 0;
  record->quantity = quantity;
  record->posting_id
      = move (self, year, "surrender", account_id, "holding", 0, "surrender", quantity);
  record->journal_id = self->journal_id;
  record->at = AT;
  gram_surrender_table_insert (self->unit, record, &self->error);
  OK (self);
  return record->id;
}

static gint64
account_for (Filling *self, int year, gint64 participant_id)
{
  g_autoptr (GramAccountingRecord) record = gram_accounting_record_new ();
  g_autoptr (GramParticipantRecord) participant = NULL;

  gram_participant_table_get (self->store, participant_id, &participant, &self->error);
  OK (self);
  record->year = year;
  record->account_id = participant->account_id;
  record->pool_id = participant->pool_id;
  record->participant_id = participant_id;
  record->rulebook_id = self->made.rulebook_id;
  record->activity = participant->activity;
  gram_surrender_table_sum (self->store, year, record->account_id, &record->surrendered,
                            &self->error);
  OK (self);
  record->shortfall = MAX (0, record->activity - record->surrendered * 1000);
  record->payment = (record->shortfall * PENCE + 500) / 1000;
  record->journal_id = self->journal_id;
  gram_accounting_table_insert (self->unit, record, &self->error);
  OK (self);
  return record->id;
}

static gint64
pay (Filling *self, GramNoticePaymentKind kind, gint64 amount, gint64 in_favour, gint64 reverses)
{
  g_autoptr (GramNoticePaymentRecord) record = gram_notice_payment_record_new ();
  gint64 sign = kind == GRAM_NOTICE_REVERSAL ? -1 : 1;
  gint64 paid = (amount - in_favour) * sign;
  const GramLedgerLine lines[] = {
    { CCTS_GAMMA, "charges", "GBP", -paid },
    { 0, "payment", "GBP", paid },
    { CCTS_GAMMA, "in-favour", "GBP", in_favour * sign },
    { 0, "due-back", "GBP", -in_favour * sign },
  };
  const GramLedgerLine onward[]
      = { { 0, "payment", "GBP", -amount }, { 0, "consolidated-fund", "GBP", amount } };

  record->notice_id = self->made.notice_id;
  record->kind = kind;
  record->amount = amount;
  record->in_favour = in_favour;
  record->reverses = reverses;
  g_set_str (&record->paid_on, "2028-02-10");
  g_set_str (&record->reference, "Bank 4711");
  if (kind == GRAM_NOTICE_ONWARD)
    record->posting_id = post (self, "onward", onward, G_N_ELEMENTS (onward));
  else
    record->posting_id = post (self, "payment", lines, in_favour != 0 ? 4 : 2);
  record->journal_id = self->journal_id;
  gram_notice_payment_table_insert (self->unit, record, &self->error);
  OK (self);
  return record->id;
}

static void
add_document (Filling *self)
{
  g_autoptr (GramDocumentRecord) record = gram_document_record_new ();
  g_autoptr (GBytes) content = g_bytes_new_static ("%PDF-1.7 a notice", 17);

  record->account_id = CCTS_GAMMA;
  g_set_str (&record->name, "Payment notice 2026-1.pdf");
  g_set_str (&record->media_type, "application/pdf");
  record->journal_id = self->journal_id;
  record->made_at = AT;
  gram_document_table_insert (self->unit, record, content, &self->error);
  OK (self);
  self->made.document_id = record->id;
}

static void
give_notice (Filling *self, gint64 amount)
{
  g_autoptr (GramPaymentNoticeRecord) record = gram_payment_notice_record_new ();
  const GramLedgerLine lines[]
      = { { 0, "charge", "GBP", -amount }, { CCTS_GAMMA, "charges", "GBP", amount } };

  g_set_str (&record->number, "PN-2026-1");
  record->year = CCTS_YEAR;
  record->account_id = CCTS_GAMMA;
  record->accounting_id = self->made.accounting_id;
  record->amount = amount;
  g_set_str (&record->given_on, "2028-01-10");
  g_set_str (&record->due_on, "2028-02-10");
  g_set_str (&record->payable_to, "The administrator");
  g_set_str (&record->how_to_pay, "By transfer");
  g_set_str (&record->appeal_rights, "To the First-tier Tribunal");
  record->document_id = self->made.document_id;
  record->posting_id = post (self, "payment-notice", lines, G_N_ELEMENTS (lines));
  gram_payment_notice_table_insert (self->unit, record, &self->error);
  OK (self);
  self->made.notice_id = record->id;
}

static void
settle (Filling *self)
{
  g_autoptr (GramAccountingRecord) accounting = NULL;
  g_autoptr (GramPaymentNoticeRecord) before = NULL;
  g_autoptr (GramPaymentNoticeRecord) after = NULL;
  gint64 owed;

  gram_accounting_table_get (self->store, self->made.accounting_id, &accounting, &self->error);
  OK (self);
  owed = accounting->payment;
  add_document (self);
  give_notice (self, owed);
  self->made.payment_ids[0] = pay (self, GRAM_NOTICE_PAYMENT, 1000000, 0, 0);
  self->made.payment_ids[1] = pay (self, GRAM_NOTICE_PAYMENT, owed, 1000000, 0);
  self->made.payment_ids[2]
      = pay (self, GRAM_NOTICE_REVERSAL, 1000000, 0, self->made.payment_ids[0]);
  self->made.payment_ids[3] = pay (self, GRAM_NOTICE_ONWARD, owed - 1000000, 0, 0);
  gram_payment_notice_table_get (self->store, self->made.notice_id, &before, &self->error);
  OK (self);
  after = gram_payment_notice_record_copy (before);
  after->paid = owed - 1000000;
  gram_payment_notice_table_update (self->unit, before, after, &self->error);
  OK (self);
}

/* A year in which Alpha alone took part. */
static void
fill_closed_year (Filling *self)
{
  g_autoptr (GramYearBalanceRecord) record = gram_year_balance_record_new ();
  gint64 measuring_id;
  gint64 participant_id;

  add_year (self, CCTS_CLOSED, TRUE);
  measuring_id = measure (self, CCTS_CLOSED);
  participant_id = add_participant (self, measuring_id, CCTS_ALPHA, 1000, 118000 * MICRO, 0);
  allocate (self, CCTS_CLOSED, participant_id,
            add_baseline (self, CCTS_CLOSED, CCTS_ALPHA, 118437000));
  surrender (self, CCTS_CLOSED, CCTS_ALPHA, 118000);
  account_for (self, CCTS_CLOSED, participant_id);
  record->account_id = CCTS_ALPHA;
  record->year = CCTS_CLOSED;
  record->allocated = 118437;
  record->surrendered = 118000;
  record->lapsed = 437;
  record->posting_id = move (self, CCTS_CLOSED, "lapse", CCTS_ALPHA, "holding", 0, "lapse", 437);
  record->journal_id = self->journal_id;
  gram_year_balance_table_insert (self->unit, record, &self->error);
  OK (self);
}

static void
fill_year (Filling *self)
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
  trade (self);
  made->surrender_id = surrender (self, CCTS_YEAR, CCTS_ALPHA, 150000);
  surrender (self, CCTS_YEAR, CCTS_BETA, 163320);
  surrender (self, CCTS_YEAR, CCTS_GAMMA, 130000);
  account_for (self, CCTS_YEAR, made->alpha_id);
  account_for (self, CCTS_YEAR, beta_id);
  made->accounting_id = account_for (self, CCTS_YEAR, pool_id);
  settle (self);
}

static void
fill_beside (Filling *self)
{
  g_autoptr (GramScenarioRecord) scenario = gram_scenario_record_new ();
  g_autoptr (GramSigningKeyRecord) key = gram_signing_key_record_new ();

  scenario->account_id = CCTS_ALPHA;
  scenario->year = CCTS_YEAR;
  g_set_str (&scenario->title, "Buy all of it");
  g_set_str (&scenario->content, "{\"buy\":\"40991\"}");
  scenario->saved_by = 3;
  scenario->saved_at = AT;
  gram_scenario_table_insert (self->unit, scenario, &self->error);
  OK (self);
  self->made.scenario_id = scenario->id;
  key->account_id = CCTS_ALPHA;
  key->public_key = g_strnfill (64, 'a');
  key->since = AT;
  gram_signing_key_table_insert (self->unit, key, NULL, &self->error);
  OK (self);
  self->made.key_id = key->id;
}

CctsFixture
ccts_fixture_fill (GramStore *store)
{
  Filling self = { .store = store };

  self.unit = gram_unit_begin (store, &self.error);
  OK (&self);
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
  OK (&self);
  return self.made;
}
