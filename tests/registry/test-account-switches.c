/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "life-fixture.h"

#include "gram-queries-statement.h"

#define S188 "CCS s 188"
#define SIGNED "'password': '" FIXTURE_PASSWORD "'"

static const LifeRow aml_rows[] = {
  { OWNER, "account.set-aml", "{'account': '@', 'result': 'verified'}", "permission.role" },
  { READER, "account.set-aml", "{'account': '@', 'result': 'verified'}", "permission.role" },
  { CASE_HANDLER, "account.set-aml", "{'account': '@', 'result': 'expired'}", "aml.result" },
  { CASE_HANDLER, "account.set-aml", "{'account': '@', 'result': 'perhaps'}", "aml.result" },
  { CASE_HANDLER, "account.set-aml",
    "{'account': '@', 'result': 'verified', 'until': '2026-03-15'}", "aml.until-past" },
  { CASE_HANDLER, "account.set-aml", "{'account': '@', 'result': 'refused', 'until': '2026-12-31'}",
    "aml.until" },
  { CASE_HANDLER, "account.set-aml", "{'account': '@', 'result': 'refused'}", "" },
  { CASE_HANDLER, "account.set-aml",
    "{'account': '@', 'result': 'verified', 'until': '2026-03-31'}", "" },
};

/* A verification counts through its last day and has expired the day after. */
static void
test_aml (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountDetail) detail = NULL;
  g_autoptr (GramAccountDetail) reader = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  gint64 done;

  life_check_rows (f, aml_rows, G_N_ELEMENTS (aml_rows));
  life_set_evening ("2026-03-31");
  detail = life_detail (f, 1);
  g_assert_cmpint (detail->aml, ==, GRAM_AML_VERIFIED);
  g_assert_cmpstr (detail->account->aml_on, ==, LIFE_TODAY);
  life_set_morning ("2026-04-01");
  reader = life_detail (f, 1);
  g_assert_cmpint (reader->aml, ==, GRAM_AML_EXPIRED);
  g_assert_true (gram_registry_run_due (f->registry, &done, NULL));
  g_assert_cmpint (done, ==, 1);
  account = life_account (f, 1);
  g_assert_cmpint (account->aml, ==, GRAM_AML_EXPIRED);
  g_assert_true (gram_registry_run_due (f->registry, &done, NULL));
  g_assert_cmpint (done, ==, 0);
  fixture_verify (f);
}

/* The directory: only who agreed, only open accounts, only name, number and contact; for everybody who is signed in. */
static void
test_directory (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) nobody = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) suspended = NULL;
  const GramDirectoryEntry *entry;

  nobody = gram_registry_directory (f->registry, f->actors[STRANGER], NULL, 0, NULL, NULL);
  g_assert_cmpuint (nobody->len, ==, 0);
  g_assert_cmpstr (fixture_do (f, VIEWER, "account.set-directory",
                               "{'account': '@', 'listed': true}"),
                   ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, EDITOR, "account.set-directory",
                               "{'account': '@', 'listed': true}"),
                   ==, "");
  one = gram_registry_directory (f->registry, f->actors[STRANGER], "harbour", 0, NULL, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  entry = one->pdata[0];
  g_assert_cmpstr (entry->holder, ==, "Harbour Street Imports Ltd");
  g_assert_cmpstr (entry->number, ==, f->numbers[1]);
  g_assert_cmpstr (entry->contact_email, ==, "ada@example.org");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.suspend",
                               "{'account': '@', 'ground': 'conviction', 'until': '2026-12-31',"
                               " 'reason': 'R.'}"),
                   ==, "");
  suspended = gram_registry_directory (f->registry, f->actors[STRANGER], NULL, 0, NULL, NULL);
  g_assert_cmpuint (suspended->len, ==, 0);
}

/* Yes or no and nothing else: what is unknown and what is another's is the same no. */
static void
test_confirm (void)
{
  static const struct
  {
    int account;
    const char *number;
    const char *holder;
    gboolean yes;
  } rows[] = {
    { 1, NULL, "Harbour Street Imports Ltd", TRUE },
    { 1, NULL, "  harbour street imports ltd ", TRUE },
    { 1, NULL, "Harbour Street", FALSE },
    { 1, NULL, "", FALSE },
    { 0, "99999999", "Harbour Street Imports Ltd", FALSE },
    { 0, "not a number", "Harbour Street Imports Ltd", FALSE },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gboolean yes = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *number = rows[i].number != NULL ? rows[i].number : f->numbers[rows[i].account];
      g_autoptr (GramRefusal) refusal = NULL;

      g_test_message ("%s %s", number, rows[i].holder);
      g_assert_cmpint (gram_registry_confirm_holder (f->registry, f->actors[STRANGER], number,
                                                     rows[i].holder, &yes, &refusal, NULL),
                       ==, GRAM_OUTCOME_DONE);
      g_assert_true (yes == rows[i].yes);
    }
  fixture_set_state (f, 1, GRAM_ACCOUNT_CLOSED);
  g_assert_cmpint (gram_registry_confirm_holder (f->registry, f->actors[STRANGER], f->numbers[1],
                                                 "Harbour Street Imports Ltd", &yes, NULL, NULL),
                   ==, GRAM_OUTCOME_DONE);
  g_assert_false (yes);
}

static const LifeRow credit_rows[] = {
  { DECISION_MAKER, "credit.carry-in", "{'account': '@', 'year': 2025, 'amount': '1.00'}",
    "permission.role" },
  { OWNER, "credit.carry-in", "{'account': '@', 'year': 2025, 'amount': '1.00'}",
    "permission.role" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@3', 'year': 2025, 'amount': '1.00'}",
    "account.other-scheme" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2022, 'amount': '1.00'}",
    "credit.year", "CCS facts §7" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2027, 'amount': '1.00'}",
    "credit.year", "CCS facts §7" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2025, 'amount': '0'}",
    "credit.amount" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2025, 'amount': '-5.00'}",
    "credit.amount" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2025, 'amount': '1.005'}",
    "credit.amount" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2025, 'amount': '1,000.00'}",
    "credit.amount" },
  { ADMINISTRATOR, "credit.carry-in",
    "{'account': '@', 'year': 2025, 'amount': '92233720368547758.07'}", "" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2025, 'amount': '0.01'}",
    "credit.amount" },
  { ADMINISTRATOR, "credit.carry-in",
    "{'account': '@2', 'year': 2024, 'amount': '1250.00', 'reference': 'Statement of 31.12.'}",
    "" },
};

/* A statement has what was there before its period, the lines with their documents, and what is left. */
static void
test_credits (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountStatement) statement = NULL;
  g_autoptr (GramAccountStatement) later = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  const GramStatementLine *line;

  life_check_rows (f, credit_rows, G_N_ELEMENTS (credit_rows));
  statement = gram_registry_statement (f->registry, f->actors[STRANGER], 2, LIFE_TODAY, LIFE_TODAY,
                                       0, NULL, NULL);
  g_assert_cmpuint (statement->opening->len, ==, 0);
  g_assert_cmpuint (statement->lines->len, ==, 1);
  line = statement->lines->pdata[0];
  g_assert_cmpstr (line->meaning, ==, "carry-in");
  g_assert_cmpstr (line->unit, ==, "ccs-credit/new/2024");
  g_assert_cmpint (line->year, ==, 2024);
  g_assert_cmpint (line->amount, ==, 125000);
  g_assert_cmpstr (line->amount_text, ==, "1250.00");
  g_assert_cmpstr (line->reference, ==, "Statement of 31.12.");
  g_assert_cmpstr (line->command, ==, "credit.carry-in");

  life_set_day ("2026-03-18");
  later = gram_registry_statement (f->registry, f->actors[STRANGER], 2, "2026-03-17", NULL, 0, NULL,
                                   NULL);
  g_assert_cmpuint (later->lines->len, ==, 0);
  g_assert_cmpuint (later->opening->len, ==, 1);
  g_assert_cmpstr (((const GramBalance *)later->opening->pdata[0])->text, ==, "1250.00");
  g_assert_cmpuint (later->closing->len, ==, 1);
  g_assert_null (gram_registry_statement (f->registry, f->actors[STRANGER], 2, "2026-03-17",
                                          "2026-03-16", 0, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "statement.period");
  fixture_verify (f);
}

/* Credits that have lapsed by now are not carried in (facts §7: the end of the fourth year after, not before 2028). */
static void
test_lapsed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  life_set_evening ("2028-12-31");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "credit.carry-in",
                               "{'account': '@', 'year': 2023, 'amount': '1.00'}"),
                   ==, "");
  life_set_morning ("2029-01-01");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "credit.carry-in",
                               "{'account': '@', 'year': 2024, 'amount': '1.00'}"),
                   ==, "credit.lapsed");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "credit.carry-in",
                               "{'account': '@', 'year': 2025, 'amount': '1.00'}"),
                   ==, "");
  fixture_verify (f);
}

static const LifeRow four_eyes_rows[] = {
  { EDITOR, "account.set-four-eyes", "{'account': '@', 'acts': ['closing']}",
    "permission.owner-only" },
  { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['breakfast']}", "four-eyes.act" },
  /* There is nobody else on account 2. */
  { STRANGER, "account.set-four-eyes", "{'account': '@2', 'acts': ['transfer']}",
    "four-eyes.alone" },
  { OWNER, "account.set-four-eyes", "{'account': '@', 'acts': ['closing']}", "" },
};

/* To switch it off is an act of its own kind: a second person has to approve that, too. */
static void
test_four_eyes (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountRecord) still = NULL;
  g_autoptr (GramAccountRecord) off = NULL;
  gint64 request;

  life_check_rows (f, four_eyes_rows, G_N_ELEMENTS (four_eyes_rows));
  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-four-eyes", "{'account': '@', 'acts': []}"),
                   ==, "");
  request = fixture_result (f, "request");
  still = life_account (f, 1);
  g_assert_cmpuint (still->four_eyes, ==, GRAM_ACT_CLOSING);
  g_assert_cmpstr (fixture_do (f, EDITOR, "request.approve",
                               "{'account': '@', 'request': %d, " SIGNED "}", (int)request),
                   ==, "");
  off = life_account (f, 1);
  g_assert_cmpuint (off->four_eyes, ==, 0);
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/account-switches/aml", test_aml);
  g_test_add_func ("/registry/account-switches/directory", test_directory);
  g_test_add_func ("/registry/account-switches/confirm", test_confirm);
  g_test_add_func ("/registry/account-switches/credits", test_credits);
  g_test_add_func ("/registry/account-switches/lapsed", test_lapsed);
  g_test_add_func ("/registry/account-switches/four-eyes", test_four_eyes);
  return g_test_run ();
}
