/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"

#include "gram-total-table.h"

#include <inttypes.h>

static GramCaseRecord *
get_case (TableFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GramCaseRecord *record;

  gram_case_table_get (self->store, id, &record, &error);
  g_assert_no_error (error);
  return record;
}

static void
test_case (TableFixture *self, gconstpointer data)
{
  const gint64 ids[] = { 3, 4 };
  gint64 id = case_fixture_dispute (self->unit, 1, GRAM_DISPUTE_VALUE, ids, 2);
  g_autoptr (GramVehicleRecord) vehicle = table_fixture_get (self, 3);
  g_autoptr (GramCaseRecord) before = get_case (self, id);
  g_autoptr (GramCaseRecord) claimed = NULL;
  g_autoptr (GramCaseRecord) none = get_case (self, 999);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (none);
  g_assert_cmpint (before->kind, ==, GRAM_CASE_DISPUTE);
  g_assert_cmpint (before->state, ==, GRAM_CASE_OPEN);
  g_assert_cmpint (before->version, ==, 1);
  g_assert_false (gram_case_record_is_decided (before));
  g_assert_cmpstr (before->number, ==, "10000008");
  g_assert_cmpstr (before->holder, ==, "Harbour Street Imports Ltd");
  g_assert_cmpint (before->account_kind, ==, GRAM_ACCOUNT_CCS_USED);
  g_assert_cmpstr (before->opener_email, ==, "tom@example.org");
  g_assert_null (before->claimant);
  g_assert_cmpint (before->dispute_kind, ==, GRAM_DISPUTE_VALUE);
  g_assert_cmpstr (before->field, ==, "co2");
  g_assert_cmpint (before->vehicles, ==, 2);
  g_assert_cmpint (before->vehicle_id, ==, 3);
  g_assert_cmpstr (before->vehicle, ==, vehicle->label);
  g_assert_cmpstr (before->make, ==, vehicle->make);
  g_assert_cmpstr (before->model, ==, vehicle->model);

  case_fixture_move (self->unit, id, GRAM_CASE_CLAIMED, GRAM_CASE_OUTCOME_NONE);
  claimed = get_case (self, id);
  g_assert_cmpint (claimed->version, ==, 2);
  g_assert_cmpstr (claimed->claimant, ==, "Olga Petrova");
  g_assert_cmpstr (claimed->claimant_email, ==, "olga@example.org");
  case_fixture_assert_refused (gram_case_table_update (self->unit, before, claimed, &error),
                               &error);

  case_fixture_move (self->unit, id, GRAM_CASE_DECIDED, GRAM_CASE_NOT_UPHELD);
  g_clear_pointer (&before, gram_case_record_free);
  before = get_case (self, id);
  g_assert_true (gram_case_record_is_decided (before));
  g_assert_cmpint (before->outcome, ==, GRAM_CASE_NOT_UPHELD);
  g_assert_cmpstr (before->decider, ==, "Olga Petrova");
  /* Frozen. */
  case_fixture_assert_refused (gram_case_table_update (self->unit, before, claimed, &error),
                               &error);
  all = gram_case_table_list (self->store, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
}

static void
test_subjects (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramCaseRecord) live = NULL;
  g_autoptr (GramCaseRecord) again = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first;
  gint64 second;

  first = case_fixture_open (self->unit, 2, GRAM_CASE_AML, 2);
  g_assert_true (gram_case_table_live (self->store, GRAM_CASE_AML, 2, &live, &error));
  g_assert_cmpint (live->id, ==, first);
  case_fixture_commit (self);
  again = gram_case_record_copy (live);
  case_fixture_assert_refused (gram_case_table_insert (self->unit, again, &error), &error);
  case_fixture_move (self->unit, first, GRAM_CASE_DECIDED, GRAM_CASE_APPROVED);
  g_clear_pointer (&live, gram_case_record_free);
  g_assert_true (gram_case_table_live (self->store, GRAM_CASE_AML, 2, &live, &error));
  g_assert_null (live);
  second = case_fixture_open (self->unit, 2, GRAM_CASE_AML, 2);
  all = gram_case_table_list_subject (self->store, GRAM_CASE_AML, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((GramCaseRecord *)all->pdata[0])->id, ==, second);
  g_clear_pointer (&all, g_ptr_array_unref);
  all = gram_case_table_list_subject (self->store, GRAM_CASE_AML, 1, &error);
  g_assert_cmpuint (all->len, ==, 0);
}

typedef struct
{
  const char *by_ccs;
  const char *by_ccts;
  int reminded;
  const char *expected;
} Remind;

/* Case 4 of a CCS account and 5 of a CCTS account are due on 2026-04-10, 6 was told of, 7 waits for an answer. */
static const Remind reminds[] = {
  { "2026-04-09", "2026-04-09", 1, "1 " },       { "2026-04-10", "2026-04-09", 1, "1 4 " },
  { "2026-04-09", "2026-04-10", 1, "1 5 " },     { "2026-04-10", "2026-04-10", 2, "1 4 5 6 " },
  { "2026-05-01", "2026-05-01", 1, "1 4 5 3 " }, { "2026-05-01", "2026-05-01", 2, "1 4 5 6 3 " },
};

static char *
numbers_of (GPtrArray *cases)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cases->len; i++)
    g_string_append_printf (text, "%" PRId64 " ", ((GramCaseRecord *)cases->pdata[i])->id);
  return g_string_free_and_steal (text);
}

static void
test_remind (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramCaseRecord) before = NULL;
  g_autoptr (GramCaseRecord) after = NULL;
  g_autoptr (GPtrArray) without = NULL;
  g_autofree char *numbers = NULL;
  g_autoptr (GError) error = NULL;

  case_fixture_open (self->unit, 1, GRAM_CASE_CONVERSION, 0);
  case_fixture_open (self->unit, 2, GRAM_CASE_CONVERSION, 0);
  before = get_case (self, case_fixture_open (self->unit, 1, GRAM_CASE_CONVERSION, 0));
  after = gram_case_record_copy (before);
  after->reminded = 1;
  g_assert_true (gram_case_table_update (self->unit, before, after, &error));
  case_fixture_open (self->unit, 1, GRAM_CASE_CONVERSION, 0);
  case_fixture_move (self->unit, 7, GRAM_CASE_INFORMATION_ASKED, GRAM_CASE_OUTCOME_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (reminds); i++)
    {
      g_autoptr (GPtrArray) cases = NULL;
      g_autofree char *found = NULL;

      cases = gram_case_table_to_remind (self->store, reminds[i].by_ccs, reminds[i].by_ccts,
                                         reminds[i].reminded, 0, &error);
      g_assert_no_error (error);
      found = numbers_of (cases);
      g_assert_cmpstr (found, ==, reminds[i].expected);
    }
  without = gram_case_table_without_due (self->store, 0, &error);
  numbers = numbers_of (without);
  g_assert_cmpstr (numbers, ==, "2 ");
}

static int
attention_of (TableFixture *self, gint64 id)
{
  g_autoptr (GramVehicleRecord) vehicle = table_fixture_get (self, id);

  return (int)vehicle->attention;
}

/* Vehicles of an account by attention, as the totals have them. */
static gint64
total_of (TableFixture *self, gint64 account_id, GramAttention attention)
{
  GramTotalSums sums;
  g_autoptr (GError) error = NULL;
  gint64 records = 0;

  gram_total_table_sums (self->store, account_id, &sums, &error);
  g_assert_no_error (error);
  for (guint status = 0; status < GRAM_TOTAL_STATUSES; status++)
    records += sums.cells[status][attention].records;
  return records;
}

static gint64
blocking (TableFixture *self, gint64 vehicle_id)
{
  g_autoptr (GError) error = NULL;
  gint64 case_id;

  gram_case_vehicle_table_blocking (self->store, vehicle_id, &case_id, &error);
  g_assert_no_error (error);
  return case_id;
}

static void
test_blocks (TableFixture *self, gconstpointer data)
{
  const gint64 ids[] = { 5, 6, 7 };
  const gint64 overlapping[] = { 7, 8 };
  g_autoptr (GramVehicleRecord) vehicle = table_fixture_get (self, 6);
  g_autoptr (GramVehicleRecord) incomplete = table_fixture_get (self, 6);
  g_autoptr (GArray) page = NULL;
  g_autoptr (GArray) blocked = NULL;
  g_autoptr (GError) error = NULL;
  gint64 count;
  gint64 first;
  gint64 second;

  incomplete->missing = GRAM_MISSING_MASS;
  incomplete->attention = GRAM_ATTENTION_INCOMPLETE;
  gram_vehicle_table_update (self->unit, vehicle, incomplete, self->journal_id, 0, 0, &error);
  g_assert_no_error (error);
  case_fixture_commit (self);
  first = case_fixture_dispute (self->unit, 1, GRAM_DISPUTE_NOT_OURS, ids, 3);
  case_fixture_commit (self);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpint (attention_of (self, ids[i]), ==, GRAM_ATTENTION_DISPUTED);
      g_assert_cmpint (blocking (self, ids[i]), ==, first);
    }
  g_assert_cmpint (total_of (self, 1, GRAM_ATTENTION_DISPUTED), ==, 3);
  g_assert_cmpint (blocking (self, 8), ==, 0);

  /* One dispute of a vehicle at a time. */
  second = case_fixture_dispute (self->unit, 1, GRAM_DISPUTE_MISSING, NULL, 0);
  case_fixture_assert_refused (gram_case_vehicle_table_add (self->unit, second, overlapping, 2,
                                                            TRUE, &error),
                               &error);
  case_fixture_roll_back (self);
  g_assert_cmpint (attention_of (self, 8), !=, GRAM_ATTENTION_DISPUTED);

  page = gram_case_vehicle_table_ids (self->store, first, 5, 1, &error);
  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpint (g_array_index (page, gint64, 0), ==, 6);
  g_assert_true (gram_case_vehicle_table_count (self->store, first, &count, &error));
  g_assert_cmpint (count, ==, 3);
  blocked = gram_case_vehicle_table_blocked (self->store, overlapping, 2, &error);
  g_assert_cmpuint (blocked->len, ==, 1);
  g_assert_cmpint (g_array_index (blocked, gint64, 0), ==, 7);

  case_fixture_move (self->unit, first, GRAM_CASE_WITHDRAWN, GRAM_CASE_OUTCOME_NONE);
  case_fixture_commit (self);
  g_assert_cmpint (attention_of (self, 5), ==, GRAM_ATTENTION_NONE);
  g_assert_cmpint (attention_of (self, 6), ==, GRAM_ATTENTION_INCOMPLETE);
  g_assert_cmpint (total_of (self, 1, GRAM_ATTENTION_DISPUTED), ==, 0);
  g_assert_cmpint (blocking (self, 5), ==, 0);
  /* The case still names them, and another dispute may. */
  g_assert_true (gram_case_vehicle_table_count (self->store, first, &count, &error));
  g_assert_cmpint (count, ==, 3);
  g_assert_cmpint (case_fixture_dispute (self->unit, 1, GRAM_DISPUTE_VALUE, ids, 1), ==, first + 1);
}

static void
accept (TableFixture *self, gint64 id)
{
  GramAcceptance acceptance = { .at = 5, .person_id = 2, .rulebook_id = 1 };
  g_autoptr (GError) error = NULL;
  gint64 done;
  gint64 units;

  gram_vehicle_table_mark_ready_ids (self->unit, 1, &id, 1, 4, &done, &error);
  gram_vehicle_table_accept_ids (self->unit, 1, &id, 1, &acceptance, &done, &units, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done, ==, 1);
}

static gint64
first_with (TableFixture *self, GramAttention attention)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT min (id) FROM vehicle WHERE attention = %d", (int)attention);

  return store_fixture_int64 (self->store, sql);
}

/* An accepted vehicle is not disputed; its record is corrected (CCS facts, section 9). */
static void
test_accepted (TableFixture *self, gconstpointer data)
{
  gint64 id = first_with (self, GRAM_ATTENTION_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) cases = NULL;
  gint64 case_id;
  gint64 live;

  accept (self, id);
  case_fixture_commit (self);
  case_id = case_fixture_dispute (self->unit, 1, GRAM_DISPUTE_MISSING, NULL, 0);
  case_fixture_assert_refused (gram_case_vehicle_table_add (self->unit, case_id, &id, 1, TRUE,
                                                            &error),
                               &error);
  case_fixture_roll_back (self);
  case_id = case_fixture_open (self->unit, 1, GRAM_CASE_DIFFERENCE, id);
  g_assert_true (gram_case_vehicle_table_add (self->unit, case_id, &id, 1, FALSE, &error));
  g_assert_true (
      gram_case_vehicle_table_live (self->store, id, GRAM_CASE_DIFFERENCE, &live, &error));
  g_assert_cmpint (live, ==, case_id);
  g_assert_true (gram_case_vehicle_table_live (self->store, id, GRAM_CASE_DISPUTE, &live, &error));
  g_assert_cmpint (live, ==, 0);
  cases = gram_case_vehicle_table_cases (self->store, id, 0, &error);
  g_assert_cmpuint (cases->len, ==, 1);
  case_fixture_roll_back (self);
}

static void
test_dispute (TableFixture *self, gconstpointer data)
{
  const gint64 vehicle = 3;
  gint64 id = case_fixture_dispute (self->unit, 1, GRAM_DISPUTE_VALUE, &vehicle, 1);
  g_autoptr (GramDisputeRecord) dispute = NULL;
  g_autoptr (GramDisputeRecord) copy = NULL;
  g_autoptr (GramDisputeRecord) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gram_dispute_table_get (self->store, id, &dispute, &error));
  copy = gram_dispute_record_copy (dispute);
  g_assert_cmpint (copy->case_id, ==, id);
  g_assert_cmpint (copy->kind, ==, GRAM_DISPUTE_VALUE);
  g_assert_cmpstr (copy->field, ==, "co2");
  g_assert_cmpstr (copy->stated, ==, "121.5");
  g_assert_cmpstr (copy->claimed, ==, "112.5");
  g_assert_cmpstr (copy->citation, ==, "CO₂ value: 121.5 g/km");
  g_assert_cmpstr (copy->right_account, ==, "");
  case_fixture_assert_refused (gram_dispute_table_insert (self->unit, copy, &error), &error);
  g_assert_true (gram_dispute_table_get (self->store, 1, &none, &error));
  g_assert_null (none);
}

static const struct
{
  gint64 account_id;
  const char *vin;
  const char *chassis;
  gboolean found;
} missing[] = {
  { 2, NULL, "ZVW30-1234567", TRUE }, { 2, NULL, "ZVW301234567", TRUE },
  { 2, "", "ZVW30-1234568", FALSE },  { 2, "JTD00000000000001", NULL, FALSE },
  { 2, NULL, NULL, FALSE },           { 1, NULL, "ZVW30-1234567", FALSE },
};

static void
test_missing (TableFixture *self, gconstpointer data)
{
  gint64 id = case_fixture_dispute (self->unit, 2, GRAM_DISPUTE_MISSING, NULL, 0);
  g_autoptr (GError) error = NULL;
  gint64 found;

  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      gram_dispute_table_find_missing (self->store, missing[i].account_id, missing[i].vin,
                                       missing[i].chassis, &found, &error);
      g_assert_no_error (error);
      g_assert_cmpint (found, ==, missing[i].found ? id : 0);
    }
  case_fixture_move (self->unit, id, GRAM_CASE_WITHDRAWN, GRAM_CASE_OUTCOME_NONE);
  gram_dispute_table_find_missing (self->store, 2, NULL, "ZVW30-1234567", &found, &error);
  g_assert_cmpint (found, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE_TEST ("/store/case-tables/case", test_case);
  CASE_TEST ("/store/case-tables/subjects", test_subjects);
  CASE_TEST ("/store/case-tables/remind", test_remind);
  CASE_TEST ("/store/case-tables/blocks", test_blocks);
  CASE_TEST ("/store/case-tables/accepted", test_accepted);
  CASE_TEST ("/store/case-tables/dispute", test_dispute);
  CASE_TEST ("/store/case-tables/missing", test_missing);
  return g_test_run ();
}
