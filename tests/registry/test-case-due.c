/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dispute-fixture.h"

#include "case-fixture.h"

#include <inttypes.h>

#define WHY "'reason': 'As the letter says.'"

/*
 * Last days by the working days of the shipped rulebooks: 20 for a dispute, 10 for a verification, 20 for a request to close;
 * 10 for an answer; reminders 3 before. Days are those of the scheme's own zone.
 */
static const struct
{
  const char *opened_on;
  const char *aml;     /* 10 working days */
  const char *dispute; /* 20 working days */
} new_zealand[] = {
  /* Weekends only. */
  { "2026-05-04", "2026-05-18", "2026-06-02" },
  /* Over King's Birthday, 1 June. */
  { "2026-05-22", "2026-06-08", "2026-06-22" },
  /* Over Matariki, 10 July. */
  { "2026-07-02", "2026-07-17", "2026-07-31" },
  { "2026-07-09", "2026-07-24", "2026-08-07" },
  /* On Matariki itself: day 0, whether or not it is a working day. */
  { "2026-07-10", "2026-07-24", "2026-08-07" },
  /* Over Good Friday, Easter Monday and Anzac Day, which is kept on Monday, 27 April. */
  { "2026-04-01", "2026-04-17", "2026-05-04" },
  /* Opened on a Saturday, and over Christmas and New Year. */
  { "2026-12-19", "2027-01-07", "2027-01-21" },
};

static char *
due_of (Fixture *f, gint64 case_id)
{
  g_autoptr (GramCaseRecord) record = case_get (f, case_id);

  return g_strdup (record->due_on);
}

static void
test_new_zealand (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (new_zealand); i++)
    {
      g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
      g_autofree char *aml = NULL;
      g_autofree char *dispute = NULL;

      g_test_message ("%s", new_zealand[i].opened_on);
      life_set_day (new_zealand[i].opened_on);
      g_assert_cmpstr (fixture_do (f, STRANGER, "account.open",
                                   "{'kind': 'ccs-used', 'holder': 'Wharf Road Cars Ltd',"
                                   " 'contact-name': 'Tama', 'contact-email': 't@example.org'}"),
                       ==, "");
      aml = due_of (f, case_live (f, GRAM_CASE_AML, fixture_result (f, "id")));
      g_assert_cmpstr (aml, ==, new_zealand[i].aml);
      dispute = due_of (f, dispute_open_value (f, "ZVW30-1000001"));
      g_assert_cmpstr (dispute, ==, new_zealand[i].dispute);
    }
}

/* In London it is still yesterday: England's and Wales's holidays and zone count for an account of the CCTS. */
static void
test_london (void)
{
  static const struct
  {
    const char *auckland;
    const char *due_on;
  } rows[] = {
    /* Over both bank holidays of May. */
    { "2026-05-01", "2026-06-01" },
    /* Opened on Thursday in London; over Good Friday, Easter Monday and the first one of May. */
    { "2026-04-03", "2026-05-05" },
    /* Over the summer bank holiday, 31 August. */
    { "2026-08-11", "2026-09-08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
      g_autofree char *due_on = NULL;

      g_test_message ("%s", rows[i].auckland);
      life_set_morning (rows[i].auckland);
      g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing",
                                   "{'account': '@3', " WHY ", 'password': '" FIXTURE_PASSWORD
                                   "'}"),
                       ==, "");
      due_on = due_of (f, case_live (f, GRAM_CASE_CLOSING, fixture_result (f, "closing")));
      g_assert_cmpstr (due_on, ==, rows[i].due_on);
    }
}

/* The clock stands while information is asked, and moves the last day on by working days. */
static void
test_clock_stands (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseRecord) asked = NULL;
  g_autoptr (GramCaseRecord) again = NULL;
  g_autoptr (GramCaseRecord) answered = NULL;
  gint64 id;

  life_set_day ("2026-07-01");
  id = dispute_open_value (f, "ZVW30-1000001");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}", id), ==,
                   "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.ask",
                               "{'account': '@', 'case': %" PRId64
                               ", 'text': 'Which certificate?'}",
                               id),
                   ==, "");
  asked = case_get (f, id);
  g_assert_cmpstr (asked->due_on, ==, "2026-07-30");
  /* 10 working days, Matariki among them. */
  g_assert_cmpstr (asked->answer_by, ==, "2026-07-16");

  /* To ask once more does not start the clock anew. */
  life_set_day ("2026-07-06");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.ask",
                               "{'account': '@', 'case': %" PRId64 ", 'text': 'And its date?'}",
                               id),
                   ==, "");
  again = case_get (f, id);
  g_assert_cmpint (again->asked_at, ==, asked->asked_at);

  /* From Wednesday to Monday week: 2, 3, 6, 7, 8, 9, 13 July, without the weekends and Matariki. */
  life_set_day ("2026-07-13");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.answer",
                               "{'account': '@', 'case': %" PRId64 ", 'text': 'NZ-2291.'}", id),
                   ==, "");
  answered = case_get (f, id);
  g_assert_cmpstr (answered->due_on, ==, "2026-08-10");
  g_assert_cmpstr (answered->answer_by, ==, "");
  g_assert_cmpint (answered->asked_at, ==, 0);
  case_check (f, id, GRAM_CASE_CLAIMED, CASE_HANDLER);
  fixture_verify (f);
}

static void
check_told (Fixture *f, FixturePerson who, guint soon, guint overdue)
{
  g_assert_cmpuint (case_count_notices (f, who, GRAM_EVENT_DUE_SOON), ==, soon);
  g_assert_cmpuint (case_count_notices (f, who, GRAM_EVENT_OVERDUE), ==, overdue);
}

/* Due soon and overdue, once each, to who holds it; also when the registry is opened anew in between. */
static void
test_reminders (void)
{
  const CaseShape shape
      = { GRAM_CASE_DISPUTE, GRAM_CASE_CLAIMED, CASE_HANDLER, FALSE, "2026-04-01" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 length;

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.set-aml",
                               "{'account': '@', 'result': 'verified'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "account.set-aml",
                               "{'account': '@2', 'result': 'verified'}"),
                   ==, "");
  case_put (f, &shape, 1);
  /* Wednesday, 1 April; three working days before it is Friday. */
  life_set_evening ("2026-03-26");
  length = fixture_journal_length (f);
  case_run_due (f);
  check_told (f, CASE_HANDLER, 0, 0);
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  life_set_morning ("2026-03-27");
  case_run_due (f);
  check_told (f, CASE_HANDLER, 1, 0);
  case_run_due (f);
  life_reopen (f);
  life_set_evening ("2026-04-01");
  case_run_due (f);
  check_told (f, CASE_HANDLER, 1, 0);
  life_set_morning ("2026-04-02");
  case_run_due (f);
  check_told (f, CASE_HANDLER, 1, 1);
  life_reopen (f);
  life_set_day ("2026-06-30");
  case_run_due (f);
  check_told (f, CASE_HANDLER, 1, 1);
  /* Nobody else was told. */
  check_told (f, DECISION_MAKER, 0, 0);
  check_told (f, ADMINISTRATOR, 0, 0);
  check_told (f, OWNER, 0, 0);
}

/* Cases that nobody holds: everybody who works cases is told, in one notice however many there are. */
static void
test_unclaimed (void)
{
  const CaseShape shape = { GRAM_CASE_DISPUTE, GRAM_CASE_OPEN, NOBODY, FALSE, "2026-03-10" };
  const CaseShape asked
      = { GRAM_CASE_DISPUTE, GRAM_CASE_INFORMATION_ASKED, CASE_HANDLER, FALSE, "2026-03-10" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;
  const GramNoticeRow *row;

  case_put (f, &shape, 250);
  case_put (f, &asked, 1);
  case_run_due (f);
  case_run_due (f);
  check_told (f, ADMINISTRATOR, 0, 1);
  check_told (f, DECISION_MAKER, 0, 1);
  /* While information is asked the clock stands. */
  check_told (f, CASE_HANDLER, 0, 1);
  check_told (f, READER, 0, 0);
  rows = case_notices (f, CASE_HANDLER);
  row = rows->pdata[0];
  g_assert_cmpstr (row->sentence, ==, "250 cases are overdue");
  g_assert_cmpstr (row->subject, ==, "cases");
}

/* Who holds a case and does not work cases any more is not told; everybody who does is. */
static void
test_claimant_gone (void)
{
  const CaseShape shape
      = { GRAM_CASE_DISPUTE, GRAM_CASE_CLAIMED, CASE_HANDLER, FALSE, "2026-03-10" };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;
  const GramNoticeRow *row;
  gint64 id = case_put (f, &shape, 1);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "user.remove",
                               "{'person': 'handler@example.org'}"),
                   ==, "");
  case_run_due (f);
  check_told (f, DECISION_MAKER, 0, 1);
  rows = case_notices (f, DECISION_MAKER);
  row = rows->pdata[0];
  g_assert_cmpstr (row->subject, ==, "case");
  g_assert_cmpint (row->subject_id, ==, id);
}

/* After an answer there is more time, and with it a reminder again. */
static void
test_reminded_again (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCaseRecord) reminded = NULL;
  g_autoptr (GramCaseRecord) moved = NULL;
  gint64 id;

  life_set_day ("2026-05-04");
  id = dispute_open_value (f, "ZVW30-1000001");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}", id), ==,
                   "");
  life_set_day ("2026-05-28");
  case_run_due (f);
  reminded = case_get (f, id);
  g_assert_cmpint (reminded->reminded, ==, 1);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "case.ask",
                               "{'account': '@', 'case': %" PRId64
                               ", 'text': 'Which certificate?'}",
                               id),
                   ==, "");
  life_set_day ("2026-06-10");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.answer",
                               "{'account': '@', 'case': %" PRId64 ", 'text': 'NZ-2291.'}", id),
                   ==, "");
  moved = case_get (f, id);
  g_assert_cmpstr (moved->due_on, ==, "2026-06-12");
  g_assert_cmpint (moved->reminded, ==, 1);
  case_run_due (f);
  check_told (f, CASE_HANDLER, 1, 0);
  life_set_day ("2026-06-13");
  case_run_due (f);
  check_told (f, CASE_HANDLER, 1, 1);
}

/* Cases that an older version left without a last day get one when the registry is opened. */
static void
test_migrated (void)
{
  const CaseShape shape = { GRAM_CASE_APPLICATION, GRAM_CASE_OPEN, NOBODY };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *due_on = NULL;
  gint64 id = case_put (f, &shape, 1);
  gint64 length;

  case_run_due (f);
  due_on = due_of (f, id);
  /* 30 working days after 16 March, over Easter and Anzac Day. */
  g_assert_cmpstr (due_on, ==, "2026-04-30");
  length = fixture_journal_length (f);
  case_run_due (f);
  g_assert_cmpint (fixture_journal_length (f), ==, length);
}

/* Of the store's inside, which this folder does not see. */
void _gram_store_set_busy_timeout (guint milliseconds);

/* Somebody else writes for a long time: to learn that nothing is due does not wait for it, which would take two minutes. */
static void
test_no_lock (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRegistry) other = NULL;
  GramUnit *unit;
  GError *error = NULL;
  gint64 began;

  _gram_store_set_busy_timeout (120000);
  other = life_open_other (f);
  _gram_store_set_busy_timeout (5000);
  unit = gram_unit_begin (gram_registry_get_store (f->registry), &error);
  g_assert_no_error (error);
  began = g_get_monotonic_time ();
  g_assert_true (gram_registry_run_due (other, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - began, <, G_TIME_SPAN_MINUTE);
  gram_unit_rollback (unit);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/case-due/new-zealand", test_new_zealand);
  g_test_add_func ("/registry/case-due/london", test_london);
  g_test_add_func ("/registry/case-due/clock-stands", test_clock_stands);
  g_test_add_func ("/registry/case-due/reminders", test_reminders);
  g_test_add_func ("/registry/case-due/unclaimed", test_unclaimed);
  g_test_add_func ("/registry/case-due/claimant-gone", test_claimant_gone);
  g_test_add_func ("/registry/case-due/reminded-again", test_reminded_again);
  g_test_add_func ("/registry/case-due/migrated", test_migrated);
  g_test_add_func ("/registry/case-due/no-lock", test_no_lock);
  return g_test_run ();
}
