/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "life-fixture.h"

#define S192 "CCS s 192"
#define REASON "'reason': 'Returns of 2025 were not made.'"
/* 20 days after LIFE_TODAY, the shortest time to remedy. */
#define REMEDY_BY "2026-04-05"
#define AFTER_REMEDY "2026-04-06"

#define GIVE "{'account': '@', " REASON ", 'remedy-by': '" REMEDY_BY "'}"
#define CONVICTION(until_)                                                                         \
  "{'account': '@', 'ground': 'conviction', 'until': '" until_ "', " REASON "}"
#define FAILURE(until_) "{'account': '@', 'ground': 'failure', 'until': '" until_ "', " REASON "}"
#define PLAIN "{'account': '@', 'reason': 'Put right.'}"

static const LifeRow notice_rows[] = {
  { CASE_HANDLER, "account.give-notice",
    "{'account': '@', 'reason': ' ', 'remedy-by': '2026-06-01'}", "text.empty" },
  { CASE_HANDLER, "account.give-notice", "{'account': '@', " REASON ", 'remedy-by': '1.6.2026'}",
    "date.form" },
  { CASE_HANDLER, "account.give-notice", "{'account': '@', " REASON ", 'remedy-by': '2026-04-04'}",
    "measure.remedy-too-short", S192 },
  { READER, "account.give-notice", GIVE, "permission.role" },
  { OWNER, "account.give-notice", GIVE, "permission.role" },
  { STRANGER, "account.give-notice", GIVE, "account.unknown" },
  { CASE_HANDLER, "account.drop-notice", PLAIN, "measure.no-notice", S192 },
  { DECISION_MAKER, "account.suspend", FAILURE ("2026-12-31"), "measure.notice-missing", S192 },
  { CASE_HANDLER, "account.give-notice", GIVE, "" },
  { CASE_HANDLER, "account.give-notice", GIVE, "measure.notice-given", S192 },
  { DECISION_MAKER, "account.suspend", FAILURE ("2026-12-31"), "measure.remedy-running", S192 },
  /* A case handler gives notice, but does not decide. */
  { CASE_HANDLER, "account.suspend", CONVICTION ("2026-12-31"), "permission.role" },
  { CASE_HANDLER, "account.drop-notice", PLAIN, "" },
  { CASE_HANDLER, "account.drop-notice", PLAIN, "measure.no-notice", S192 },
  { CASE_HANDLER, "account.give-notice", GIVE, "" },
};

static const LifeRow suspend_rows[] = {
  { DECISION_MAKER, "account.suspend",
    "{'account': '@', 'ground': 'dislike', 'until': '2027-01-01', " REASON "}", "measure.ground",
    S192 },
  { DECISION_MAKER, "account.suspend",
    "{'account': '@', 'ground': 'penalty', 'until': '2027-01-01', " REASON "}", "measure.ground",
    S192 },
  { DECISION_MAKER, "account.suspend",
    "{'account': '@', 'ground': 'conviction', 'until': 'soon', " REASON "}", "date.form" },
  { DECISION_MAKER, "account.suspend", CONVICTION ("2026-04-05"), "measure.until-past", S192 },
  { DECISION_MAKER, "account.suspend", CONVICTION ("2031-04-06"), "measure.too-long", S192 },
  { DECISION_MAKER, "account.reinstate", PLAIN, "account.state" },
  { DECISION_MAKER, "account.suspend", FAILURE ("2031-04-05"), "" },
  { DECISION_MAKER, "account.suspend", FAILURE ("2031-04-05"), "account.suspended", S192 },
  { CASE_HANDLER, "account.give-notice", GIVE, "account.suspended", S192 },
  { CASE_HANDLER, "account.drop-notice", PLAIN, "measure.no-notice", S192 },
  { CASE_HANDLER, "account.reinstate", PLAIN, "permission.role" },
  { OWNER, "account.reinstate", PLAIN, "permission.role" },
  { DECISION_MAKER, "account.reinstate", "{'account': '@', 'reason': ''}", "text.empty" },
  { DECISION_MAKER, "account.reinstate", PLAIN, "" },
  { DECISION_MAKER, "account.reinstate", PLAIN, "account.state" },
};

static const LifeRow block_rows[] = {
  { DECISION_MAKER, "account.block", "{'account': '@', " REASON "}", "account.other-scheme",
    "CCTS art. 93" },
  { DECISION_MAKER, "account.unblock", "{'account': '@', " REASON "}", "account.other-scheme",
    "CCTS art. 93" },
  { DECISION_MAKER, "account.block", "{'account': '@3', " REASON ", 'until': '2026-03-14'}",
    "measure.until-past", "CCTS art. 93" },
  { CASE_HANDLER, "account.block", "{'account': '@3', " REASON "}", "permission.role" },
  { DECISION_MAKER, "account.block", "{'account': '@3', " REASON "}", "" },
  { DECISION_MAKER, "account.block", "{'account': '@3', " REASON "}", "account.blocked",
    "CCTS art. 93" },
  { DECISION_MAKER, "account.suspend",
    "{'account': '@3', 'ground': 'conviction', 'until': '2027-01-01', " REASON "}",
    "account.blocked", "CCTS art. 93" },
  { DECISION_MAKER, "account.unblock", "{'account': '@3', " REASON "}", "" },
  { DECISION_MAKER, "account.unblock", "{'account': '@3', " REASON "}", "account.state" },
};

/* Every refusal, in the order in which the account goes through its states. */
static void
test_rows (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  life_check_rows (f, notice_rows, G_N_ELEMENTS (notice_rows));
  life_set_day (AFTER_REMEDY);
  life_check_rows (f, suspend_rows, G_N_ELEMENTS (suspend_rows));
  life_set_day (LIFE_TODAY);
  life_check_rows (f, block_rows, G_N_ELEMENTS (block_rows));
  fixture_verify (f);
}

/* The notice becomes the suspension: one measure, all on its timeline. */
static void
test_one_measure (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountDetail) detail = NULL;
  g_autoptr (GramAccountDetail) after = NULL;
  g_autoptr (GPtrArray) timeline = NULL;
  GramJournalQuery query = { .account_id = 1, .subject = (char *)"measure" };

  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "account.give-notice", "%s", GIVE), ==, "");
  query.subject_id = fixture_result (f, "measure");
  life_set_day (AFTER_REMEDY);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.suspend", "%s", FAILURE ("2026-12-31")),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "measure"), ==, query.subject_id);
  detail = life_detail (f, 1);
  g_assert_cmpint (detail->state, ==, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmpuint (detail->measures->len, ==, 1);
  g_assert_cmpint (detail->suspension->state, ==, GRAM_MEASURE_IN_FORCE);
  g_assert_cmpint (detail->suspension->ground, ==, GRAM_MEASURE_GROUND_FAILURE);
  g_assert_cmpstr (detail->suspension->remedy_by, ==, REMEDY_BY);
  g_assert_cmpstr (detail->suspension->until, ==, "2026-12-31");
  g_assert_cmpint (detail->suspension->began_at, >, detail->suspension->notified_at);

  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.reinstate", "%s", PLAIN), ==, "");
  after = life_detail (f, 1);
  g_assert_null (after->suspension);
  g_assert_cmpint (((const GramMeasureRecord *)after->measures->pdata[0])->state, ==,
                   GRAM_MEASURE_ENDED);
  g_assert_cmpstr (((const GramMeasureRecord *)after->measures->pdata[0])->end_reason, ==,
                   "Put right.");
  timeline = gram_registry_journal (f->registry, f->actors[OWNER], &query, 0, 0, NULL, NULL);
  g_assert_cmpuint (timeline->len, ==, 3);
  fixture_verify (f);
}

/* What each effect lets happen while the account is suspended or blocked, through the real commands. */
static const LifeRow suspended_rows[] = {
  { ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}", "account.suspended", S192 },
  { EDITOR, "account.edit", "{'account': '@', 'address': '14 Harbour Street'}", "" },
  { EDITOR, "account.set-directory", "{'account': '@', 'listed': true}", "" },
  { OWNER, "account.set-auto-accept", "{'account': '@', 'switches': ['credit']}", "" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2025, 'amount': '1.00'}",
    "account.suspended", S192 },
  { OWNER, "account.request-closing",
    "{'account': '@', " REASON ", 'password': '" FIXTURE_PASSWORD "'}", "account.suspended", S192 },
};

static void
test_suspended (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramRefusal) refusal = NULL;

  life_enter_ready (f, "AA1-100000", "80");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.suspend", "%s",
                               CONVICTION ("2026-12-31")),
                   ==, "");
  life_check_rows (f, suspended_rows, G_N_ELEMENTS (suspended_rows));
  /* The button says the same. */
  g_assert_cmpint (gram_registry_allows (f->registry, f->actors[ACCEPTER], "vehicle.accept", 1,
                                         &refusal, NULL),
                   ==, GRAM_OUTCOME_REFUSED);
  g_assert_cmpstr (refusal->id, ==, "account.suspended");
  fixture_verify (f);
}

/* A block ends by itself, and lets vehicles be accepted all the time. */
static void
test_block_ends (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountRecord) account = NULL;
  gint64 done;

  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.block",
                               "{'account': '@3', 'until': '2026-03-20', " REASON "}"),
                   ==, "");
  g_assert_cmpint (gram_registry_allows (f->registry, f->actors[OWNER], "vehicle.accept", 3, NULL,
                                         NULL),
                   ==, GRAM_OUTCOME_DONE);
  life_set_day ("2026-03-22");
  g_assert_true (gram_registry_run_due (f->registry, &done, NULL));
  g_assert_cmpint (done, ==, 1);
  account = life_account (f, 3);
  g_assert_cmpint (account->state, ==, GRAM_ACCOUNT_OPEN);
  fixture_verify (f);
}

/* In an organisation's own books its people record what was decided, each time with the document. */
static const LifeRow own_rows[] = {
  { EDITOR, "account.give-notice", GIVE, "decision.reference" },
  { VIEWER, "account.give-notice",
    "{'account': '@', " REASON ", 'remedy-by': '" REMEDY_BY "', 'reference': 'NZTA 26/114'}",
    "permission.missing" },
  { EDITOR, "account.give-notice",
    "{'account': '@', " REASON ", 'remedy-by': '" REMEDY_BY "', 'reference': 'NZTA 26/114'}", "" },
  { EDITOR, "account.suspend",
    "{'account': '@', 'ground': 'conviction', 'until': '2026-12-31', " REASON
    ", 'reference': 'NZTA 26/120'}",
    "" },
  { EDITOR, "account.reinstate", PLAIN, "decision.reference" },
  { EDITOR, "account.reinstate",
    "{'account': '@', 'reason': 'Put right.', 'reference': 'NZTA 26/131'}", "" },
};

static void
test_own (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_OWN);

  life_check_rows (f, own_rows, G_N_ELEMENTS (own_rows));
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/measures/rows", test_rows);
  g_test_add_func ("/registry/measures/one-measure", test_one_measure);
  g_test_add_func ("/registry/measures/suspended", test_suspended);
  g_test_add_func ("/registry/measures/block-ends", test_block_ends);
  g_test_add_func ("/registry/measures/own", test_own);
  return g_test_run ();
}
