/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "gram-account-query.h"
#include "gram-application-table.h"
#include "gram-closing-table.h"
#include "gram-ledger.h"
#include "gram-measure-table.h"
#include "gram-request-table.h"
#include "gram-statement.h"

/* In an own registry what waits for a decision has no case, so that these tables stand alone. */
static void
set_up (TableFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  table_fixture_set_up (self, data);
  table_fixture_begin (self);
  gram_store_exec (self->store, "UPDATE registry SET kind = 'own'", &error);
  g_assert_no_error (error);
  table_fixture_commit (self);
}

#define LIFE_TEST(path, function)                                                                  \
  g_test_add (path, TableFixture, NULL, set_up, function, table_fixture_tear_down)

static void
assert_refused (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CONSTRAINT);
  g_clear_error (error);
}

static GramMeasureRecord *
get_measure (TableFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GramMeasureRecord *record;

  gram_measure_table_get (self->store, id, &record, &error);
  g_assert_no_error (error);
  return record;
}

static gint64
notify (TableFixture *self, gint64 account_id, GramMeasureKind kind)
{
  g_autoptr (GramMeasureRecord) record = gram_measure_record_new ();
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  record->account_id = account_id;
  record->kind = kind;
  record->reason = g_strdup ("Charges of March not paid");
  record->reference = g_strdup ("CCS-2026-0117");
  record->notified_at = 100;
  record->remedy_by = g_strdup ("2026-04-20");
  gram_measure_table_insert (self->unit, record, &error);
  g_assert_no_error (error);
  return record->id;
}

/* Moves the measure into force until a day, or to its end. */
static void
move_measure (TableFixture *self, gint64 id, GramMeasureState state, const char *until)
{
  g_autoptr (GramMeasureRecord) before = get_measure (self, id);
  g_autoptr (GramMeasureRecord) after = gram_measure_record_copy (before);
  g_autoptr (GError) error = NULL;

  after->state = state;
  after->ground = GRAM_MEASURE_GROUND_FAILURE;
  if (state == GRAM_MEASURE_IN_FORCE)
    after->began_at = 200;
  else
    after->ended_at = 300;
  g_set_str (&after->until, until);
  gram_measure_table_update (self->unit, before, after, &error);
  g_assert_no_error (error);
}

static void
test_measure (TableFixture *self, gconstpointer data)
{
  gint64 id = notify (self, 1, GRAM_MEASURE_SUSPENSION);
  g_autoptr (GramMeasureRecord) before = get_measure (self, id);
  g_autoptr (GramMeasureRecord) live = NULL;
  g_autoptr (GramMeasureRecord) none = NULL;
  g_autoptr (GramMeasureRecord) second = gram_measure_record_copy (before);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (before->kind, ==, GRAM_MEASURE_SUSPENSION);
  g_assert_cmpint (before->state, ==, GRAM_MEASURE_NOTIFIED);
  g_assert_cmpint (before->ground, ==, GRAM_MEASURE_GROUND_NONE);
  g_assert_cmpstr (before->reason, ==, "Charges of March not paid");
  g_assert_cmpstr (before->reference, ==, "CCS-2026-0117");
  g_assert_cmpint (before->notified_at, ==, 100);
  g_assert_cmpstr (before->remedy_by, ==, "2026-04-20");
  g_assert_cmpstr (before->until, ==, "");

  /* One live measure of a kind. */
  assert_refused (gram_measure_table_insert (self->unit, second, &error), &error);
  gram_measure_table_live (self->store, 1, GRAM_MEASURE_SUSPENSION, &live, &error);
  g_assert_no_error (error);
  g_assert_cmpint (live->id, ==, id);
  g_assert_true (gram_measure_table_live (self->store, 1, GRAM_MEASURE_BLOCK, &none, &error));
  g_assert_null (none);

  g_set_str (&second->end_reason, "paid");
  second->id = id;
  second->state = GRAM_MEASURE_DROPPED;
  second->ended_at = 150;
  g_assert_true (gram_measure_table_update (self->unit, before, second, &error));
  assert_refused (gram_measure_table_update (self->unit, before, second, &error), &error);
  notify (self, 1, GRAM_MEASURE_SUSPENSION);
  all = gram_measure_table_list (self->store, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((GramMeasureRecord *)all->pdata[1])->id, ==, id);
  g_assert_cmpstr (((GramMeasureRecord *)all->pdata[1])->end_reason, ==, "paid");
}

typedef struct
{
  const char *until;
  const char *today_ccs;
  const char *today_ccts;
  guint n_due_ccs;
  guint n_due_ccts;
} DueCase;

/* The day is over once the next one has begun, in the zone of the account's scheme. */
static const DueCase due_cases[] = {
  { "2026-04-30", "2026-04-29", "2026-04-29", 0, 0 },
  { "2026-04-30", "2026-04-30", "2026-04-30", 0, 0 },
  { "2026-04-30", "2026-05-01", "2026-04-30", 1, 0 },
  { "2026-04-30", "2026-05-01", "2026-05-01", 1, 1 },
  { "", "2099-01-01", "2099-01-01", 0, 0 },
};

static void
test_due (TableFixture *self, gconstpointer data)
{
  gint64 ccs = notify (self, 1, GRAM_MEASURE_BLOCK);
  gint64 ccts = notify (self, 2, GRAM_MEASURE_BLOCK);
  g_autoptr (GPtrArray) ended = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (due_cases); i++)
    {
      const DueCase *row = &due_cases[i];
      g_autoptr (GPtrArray) all = NULL;
      g_autoptr (GPtrArray) of_ccs = NULL;
      g_autoptr (GPtrArray) of_ccts = NULL;

      move_measure (self, ccs, GRAM_MEASURE_IN_FORCE, row->until);
      move_measure (self, ccts, GRAM_MEASURE_IN_FORCE, row->until);
      all = gram_measure_table_due (self->store, 0, row->today_ccs, row->today_ccts, &error);
      of_ccs = gram_measure_table_due (self->store, 1, row->today_ccs, row->today_ccts, &error);
      of_ccts = gram_measure_table_due (self->store, 2, row->today_ccs, row->today_ccts, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (of_ccs->len, ==, row->n_due_ccs);
      g_assert_cmpuint (of_ccts->len, ==, row->n_due_ccts);
      g_assert_cmpuint (all->len, ==, row->n_due_ccs + row->n_due_ccts);
    }
  move_measure (self, ccs, GRAM_MEASURE_ENDED, "2026-04-30");
  move_measure (self, ccts, GRAM_MEASURE_ENDED, "2026-04-30");
  ended = gram_measure_table_due (self->store, 0, "2099-01-01", "2099-01-01", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ended->len, ==, 0);
}

static void
test_closing (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramClosingRecord) made = gram_closing_record_new ();
  g_autoptr (GramClosingRecord) before = NULL;
  g_autoptr (GramClosingRecord) after = NULL;
  g_autoptr (GramClosingRecord) none = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const GramClosingRecord *done;

  table_fixture_begin (self);
  made->account_id = 1;
  made->kind = GRAM_CLOSING_ADMINISTRATOR;
  made->state = GRAM_CLOSING_NOTIFIED;
  made->reason = g_strdup ("No vehicles since 2024");
  made->reference = g_strdup ("CCS-2026-0200");
  made->opened_by = 1;
  made->opened_at = 100;
  made->object_by = g_strdup ("2026-05-01");
  g_assert_true (gram_closing_table_insert (self->unit, made, &error));
  assert_refused (gram_closing_table_insert (self->unit, made, &error), &error);
  gram_closing_table_live (self->store, 1, &before, &error);
  g_assert_no_error (error);
  g_assert_cmpint (before->kind, ==, GRAM_CLOSING_ADMINISTRATOR);
  g_assert_cmpint (before->state, ==, GRAM_CLOSING_NOTIFIED);
  g_assert_cmpstr (before->object_by, ==, "2026-05-01");
  g_assert_cmpstr (before->opener, ==, "Mere Tamihana");
  g_assert_cmpstr (before->opener_email, ==, "mere@example.org");
  g_assert_null (before->decider);

  after = gram_closing_record_copy (before);
  g_set_str (&after->objection, "Two cars are on the way");
  after->objected_at = 150;
  g_assert_true (gram_closing_table_update (self->unit, before, after, &error));
  /* A decision of somebody who has not read the objection. */
  after->state = GRAM_CLOSING_DROPPED;
  assert_refused (gram_closing_table_update (self->unit, before, after, &error), &error);
  g_clear_pointer (&before, gram_closing_record_free);
  gram_closing_table_get (self->store, after->id, &before, &error);
  after->decided_by = 2;
  after->decided_at = 300;
  after->delete_credits = 1250;
  g_set_str (&after->decision_reason, "as noticed");
  g_assert_true (gram_closing_table_update (self->unit, before, after, &error));
  g_assert_true (gram_closing_table_live (self->store, 1, &none, &error));
  g_assert_null (none);
  all = gram_closing_table_list (self->store, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  done = all->pdata[0];
  g_assert_cmpstr (done->objection, ==, "Two cars are on the way");
  g_assert_cmpstr (done->decider, ==, "Tom Okafor");
  g_assert_cmpint (done->delete_credits, ==, 1250);
  g_assert_cmpint (done->state, ==, GRAM_CLOSING_DROPPED);
}

static void
test_closing_counts (TableFixture *self, gconstpointer data)
{
  const GramLedgerLine lines[] = {
    { 1, "holding", "crts/2026", 700 },
    { 1, "reserved", "crts/2026", 300 },
    { 0, "issue", "crts/2026", -1000 },
  };
  g_autoptr (GramRequestRecord) waiting = gram_request_record_new ();
  g_autoptr (GramApplicationRecord) application = gram_application_record_new ();
  g_autoptr (GError) error = NULL;
  GramClosingCounts counts;

  table_fixture_begin (self);
  g_assert_true (gram_closing_table_counts (self->store, 1, 150, &counts, &error));
  g_assert_cmpint (counts.entered + counts.ready + counts.disputed + counts.requests, ==, 0);
  g_assert_cmpint (counts.holding + counts.reserved, ==, 0);
  g_assert_false (counts.fleet_average);

  store_fixture_vehicles (self->unit, 1, 5);
  store_fixture_vehicles (self->unit, 2, 3);
  gram_ledger_post (self->unit, self->journal_id, "carry-in", lines, G_N_ELEMENTS (lines), NULL,
                    &error);
  g_assert_no_error (error);
  waiting->account_id = 1;
  waiting->command = g_strdup ("credit.transfer");
  waiting->arguments = g_strdup ("{}");
  waiting->prepared_by = 2;
  waiting->lapses_at = 200;
  g_assert_true (gram_request_table_insert (self->unit, waiting, &error));
  application->account_id = 1;
  application->content = g_strdup ("{}");
  application->saved_by = 2;
  application->state = GRAM_APPLICATION_APPROVED;
  application->valid_from = g_strdup ("2026-01-01");
  application->decided_by = 1;
  application->decided_at = 50;
  application->submitted_at = 40;
  g_assert_true (gram_application_table_insert (self->unit, application, &error));
  table_fixture_commit (self);

  g_assert_true (gram_closing_table_counts (self->store, 1, 150, &counts, &error));
  g_assert_cmpint (counts.entered, ==, 5);
  g_assert_cmpint (counts.ready, ==, 0);
  g_assert_cmpint (counts.disputed, ==, 0);
  g_assert_cmpint (counts.requests, ==, 1);
  g_assert_cmpint (counts.holding, ==, 1);
  g_assert_cmpint (counts.reserved, ==, 1);
  g_assert_true (counts.fleet_average);
  /* A request that has lapsed stands in nobody's way. */
  g_assert_true (gram_closing_table_counts (self->store, 1, 200, &counts, &error));
  g_assert_cmpint (counts.requests, ==, 0);
}

static void
test_application (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramApplicationRecord) made = gram_application_record_new ();
  g_autoptr (GramApplicationRecord) before = NULL;
  g_autoptr (GramApplicationRecord) after = NULL;
  g_autoptr (GramApplicationRecord) last = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  made->account_id = 1;
  made->content = g_strdup ("{\"quantity\":120}");
  made->saved_by = 2;
  made->saved_at = 100;
  g_assert_true (gram_application_table_insert (self->unit, made, &error));
  assert_refused (gram_application_table_insert (self->unit, made, &error), &error);
  gram_application_table_live (self->store, 1, &before, &error);
  g_assert_no_error (error);
  g_assert_cmpint (before->state, ==, GRAM_APPLICATION_DRAFT);
  g_assert_cmpstr (before->content, ==, "{\"quantity\":120}");
  g_assert_cmpint (before->version, ==, 1);
  g_assert_cmpstr (before->saver, ==, "Tom Okafor");
  g_assert_cmpstr (before->number, ==, "10000008");
  g_assert_cmpstr (before->holder, ==, "Harbour Street Imports Ltd");

  after = gram_application_record_copy (before);
  g_set_str (&after->content, "{\"quantity\":150}");
  after->state = GRAM_APPLICATION_APPROVED;
  after->submitted_at = 200;
  g_set_str (&after->question, "Which makes?");
  g_set_str (&after->valid_from, "2027-01-01");
  after->decided_by = 1;
  after->decided_at = 300;
  g_set_str (&after->reason, "meets reg 20");
  g_set_str (&after->reference, "FA-17");
  g_assert_true (gram_application_table_update (self->unit, before, after, &error));
  assert_refused (gram_application_table_update (self->unit, before, after, &error), &error);
  gram_application_table_get (self->store, before->id, &last, &error);
  g_assert_cmpint (last->version, ==, 2);
  g_assert_cmpstr (last->content, ==, "{\"quantity\":150}");
  g_assert_cmpstr (last->question, ==, "Which makes?");
  g_assert_cmpstr (last->valid_from, ==, "2027-01-01");
  g_assert_cmpstr (last->reason, ==, "meets reg 20");
  g_assert_cmpstr (last->reference, ==, "FA-17");
  g_assert_cmpstr (last->decider, ==, "Mere Tamihana");
}

typedef struct
{
  gint64 account_id;
  guint states;
  guint n_found;
} ApplicationCase;

/* Account 1: one that was declined, one submitted. Account 2: a draft. */
static const ApplicationCase application_cases[] = {
  { 0, 0, 3 },
  { 1, 0, 2 },
  { 2, 0, 1 },
  { 0, 1 << GRAM_APPLICATION_SUBMITTED, 1 },
  { 0, 1 << GRAM_APPLICATION_SUBMITTED | 1 << GRAM_APPLICATION_DRAFT, 2 },
  { 1, 1 << GRAM_APPLICATION_DECLINED, 1 },
  { 2, 1 << GRAM_APPLICATION_DECLINED, 0 },
};

static void
test_application_lists (TableFixture *self, gconstpointer data)
{
  static const struct
  {
    gint64 account_id;
    GramApplicationState state;
  } made[] = { { 1, GRAM_APPLICATION_DECLINED },
               { 1, GRAM_APPLICATION_SUBMITTED },
               { 2, GRAM_APPLICATION_DRAFT } };
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autoptr (GramApplicationRecord) record = gram_application_record_new ();

      record->account_id = made[i].account_id;
      record->state = made[i].state;
      record->content = g_strdup ("{}");
      record->saved_by = 2;
      record->submitted_at = made[i].state != GRAM_APPLICATION_DRAFT ? 50 : 0;
      record->decided_by = made[i].state == GRAM_APPLICATION_DECLINED ? 1 : 0;
      record->decided_at = made[i].state == GRAM_APPLICATION_DECLINED ? 60 : 0;
      g_assert_true (gram_application_table_insert (self->unit, record, &error));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (application_cases); i++)
    {
      const ApplicationCase *row = &application_cases[i];
      g_autoptr (GPtrArray) found
          = gram_application_table_list (self->store, row->account_id, row->states, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, row->n_found);
    }
  newest = gram_application_table_list (self->store, 0, 0, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpint (((GramApplicationRecord *)newest->pdata[0])->account_id, ==, 2);
}

typedef struct
{
  const char *what;
  const char *sql;
  const char *due_at;
  const char *not_due_at;
} OverCase;

/* What the program ends by itself, in account 1 (CCS) or 2 (CCTS); instants are days here. */
static const OverCase over_cases[] = {
  { "suspension",
    "INSERT INTO measure (account_id, kind, state, ground, reason, began_at, until)"
    " VALUES (1, 'suspension', 'in-force', 'failure', 'r', 1, '2026-04-30')",
    "2026-05-01", "2026-04-30" },
  { "block",
    "INSERT INTO measure (account_id, kind, state, reason, began_at, until)"
    " VALUES (2, 'block', 'in-force', 'r', 1, '2026-04-30')",
    "2026-05-01", "2026-04-30" },
  { "verification", "UPDATE account SET aml = 'verified', aml_until = '2026-04-30' WHERE id = 1",
    "2026-05-01", "2026-04-30" },
  { "invitation",
    "INSERT INTO invitation (account_id, email, permissions, code_hash, state, invited_by, invited_at, lapses_at)"
    " VALUES (1, 'a@example.org', 1, hex (zeroblob (32)), 'pending', 2, 1, 20260501)",
    "2026-05-01", "2026-04-30" },
  { "hand-over",
    "INSERT INTO handover (account_id, to_person, offered_by, offered_at, lapses_at, state)"
    " VALUES (1, 1, 2, 1, 20260501, 'pending')",
    "2026-05-01", "2026-04-30" },
  { "request",
    "INSERT INTO request (account_id, act, command, arguments, prepared_by, prepared_at, lapses_at, state)"
    " VALUES (1, 'transfer', 'c', '{}', 2, 1, 20260501, 'pending')",
    "2026-05-01", "2026-04-30" },
};

static guint
count_due (TableFixture *self, const char *day)
{
  g_auto (GStrv) parts = g_strsplit (day, "-", -1);
  g_autofree char *number = g_strjoinv (NULL, parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  ids = gram_account_table_due (self->store, g_ascii_strtoll (number, NULL, 10), day, day, &error);
  g_assert_no_error (error);
  return ids->len;
}

static void
test_over (TableFixture *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (over_cases); i++)
    {
      const OverCase *row = &over_cases[i];
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", row->what);
      table_fixture_begin (self);
      g_assert_true (gram_store_exec (self->store, row->sql, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_due (self, row->not_due_at), ==, 0);
      g_assert_cmpuint (count_due (self, row->due_at), ==, 1);
      g_clear_pointer (&self->unit, gram_unit_rollback);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  LIFE_TEST ("/store/measure/life", test_measure);
  LIFE_TEST ("/store/measure/due", test_due);
  LIFE_TEST ("/store/account/over", test_over);
  LIFE_TEST ("/store/closing/life", test_closing);
  LIFE_TEST ("/store/closing/counts", test_closing_counts);
  LIFE_TEST ("/store/application/life", test_application);
  LIFE_TEST ("/store/application/lists", test_application_lists);
  return g_test_run ();
}
