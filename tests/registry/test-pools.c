/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-fixture.h"

#include "case-fixture.h"

#include "gram-closing-checklist.h"
#include "gram-due.h"
#include "gram-participants.h"
#include "gram-pool-table.h"
#include "gram-queries-pools.h"

#include <string.h>

/* Pools: art. 32(2), Schedule 5, art. 83(1), art. 93. Gamma (EDITOR) and Delta (GRANTER) are too small each. */

#define APPLY "'name': 'Small Makers', 'contact-name': 'Ada', 'contact-email': 'ada@example.org'"
#define BOTH                                                                                       \
  "{'account': '@5', 'members': ['@6'], 'first-year': 2025, 'last-year': 2026, " APPLY "}"
#define WHY "'reason': 'As the application says.', 'reference': 'DfT P 12'"

typedef struct
{
  FixturePerson who;
  const char *command;
  const char *arguments;
  const char *refusal;
} Row;

static void
check_rows (Fixture *f, const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      gint64 before = fixture_journal_length (f);

      g_test_message ("%zu: %s", i, rows[i].command);
      g_assert_cmpstr (fixture_do (f, rows[i].who, rows[i].command, "%s", rows[i].arguments), ==,
                       rows[i].refusal);
      g_assert_cmpint (fixture_journal_length (f) - before, ==, *rows[i].refusal == '\0' ? 1 : 0);
      g_assert_true (*rows[i].refusal == '\0' || strlen (f->message) > 10);
    }
}

static const Row applying[] = {
  { STRANGER, "pool.apply", BOTH, "account.unknown" },
  { EDITOR, "pool.apply", "{'account': '@5', 'members': [], 'first-year': 2025, " APPLY "}",
    "pool.too-few" },
  { EDITOR, "pool.apply", "{'account': '@5', 'members': ['@5'], 'first-year': 2025, " APPLY "}",
    "pool.too-few" },
  /* One sentence for a number that is none, an account of the other scheme and one that is not there. */
  { EDITOR, "pool.apply", "{'account': '@5', 'members': ['123'], 'first-year': 2025, " APPLY "}",
    "pool.member" },
  { EDITOR, "pool.apply", "{'account': '@5', 'members': ['@2'], 'first-year': 2025, " APPLY "}",
    "pool.member" },
  { EDITOR, "pool.apply", "{'account': '@5', 'members': ['@6'], 'first-year': 2023, " APPLY "}",
    "year.none" },
  { EDITOR, "pool.apply",
    "{'account': '@5', 'members': ['@6'], 'first-year': 2026, 'last-year': 2025, " APPLY "}",
    "pool.years" },
  { EDITOR, "pool.apply",
    "{'account': '@5', 'members': ['@6'], 'first-year': 2025, 'name': ' ', 'contact-name': 'A',"
    " 'contact-email': 'ada@example.org'}",
    "text.empty" },
  { EDITOR, "pool.apply", BOTH, "" },
  { EDITOR, "pool.agree", "{'account': '@5', 'pool': 1}", "pool.agreed" },
  { EDITOR, "pool.agree", "{'account': '@5', 'pool': 2}", "pool.unknown" },
  { STRANGER, "pool.agree", "{'account': '@4', 'pool': 1}", "pool.unknown" },
  { DECISION_MAKER, "pool.grant", "{'pool': 1, " WHY "}", "pool.state" },
  { GRANTER, "pool.agree", "{'account': '@6', 'pool': 1}", "" },
  { GRANTER, "pool.agree", "{'account': '@6', 'pool': 1}", "pool.state" },
  /* An account agrees to one pool a year. */
  { EDITOR, "pool.apply", "{'account': '@5', 'members': ['@4'], 'first-year': 2026, " APPLY "}",
    "pool.taken" },
  { CASE_HANDLER, "pool.grant", "{'pool': 1, " WHY "}", "permission.role" },
  { EDITOR, "pool.grant", "{'pool': 1, " WHY "}", "permission.role" },
  { DECISION_MAKER, "pool.grant", "{'pool': 9, " WHY "}", "pool.unknown" },
  { DECISION_MAKER, "pool.grant", "{'pool': 1, 'reason': ' '}", "text.empty" },
  { DECISION_MAKER, "pool.grant", "{'pool': 1, " WHY "}", "" },
  { DECISION_MAKER, "pool.grant", "{'pool': 1, " WHY "}", "pool.state" },
  { EDITOR, "pool.withdraw", "{'account': '@5', 'pool': 1, 'reason': 'R.'}", "pool.state" },
};

static guint
count_notices (Fixture *f, FixturePerson who, GramEvent event)
{
  return case_count_notices (f, who, event);
}

static void
check_pool (Fixture *f, GramPoolState state, int place, int year)
{
  g_autoptr (GramPoolRecord) pool = NULL;
  g_autoptr (GError) error = NULL;
  gint64 of_year = -1;

  g_assert_true (gram_pool_table_get (gram_registry_get_store (f->registry), 1, &pool, &error));
  g_assert_cmpint (pool->state, ==, state);
  g_assert_true (gram_pool_table_of_year (gram_registry_get_store (f->registry), year,
                                          ccts_account (f, place), &of_year, &error));
  g_assert_no_error (error);
  g_assert_cmpint (of_year, ==, state == GRAM_POOL_GRANTED ? 1 : 0);
}

/* A9 of the facts §11: 600 and 450 cars are a participant together, and only once the pool is granted. */
static void
test_life (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_register (f, CCTS_GAMMA, "600x130");
  ccts_register (f, CCTS_DELTA, "450x120");
  check_rows (f, applying, G_N_ELEMENTS (applying));
  check_pool (f, GRAM_POOL_GRANTED, CCTS_GAMMA, 2025);
  check_pool (f, GRAM_POOL_GRANTED, CCTS_DELTA, 2026);
  /* Delta was asked, whoever decides too, and both were told. */
  g_assert_cmpuint (count_notices (f, GRANTER, GRAM_EVENT_POOL_ASKED), ==, 1);
  g_assert_cmpuint (count_notices (f, EDITOR, GRAM_EVENT_POOL_ASKED), ==, 0);
  g_assert_cmpuint (count_notices (f, CASE_HANDLER, GRAM_EVENT_POOL_ASKED), ==, 1);
  g_assert_cmpuint (count_notices (f, GRANTER, GRAM_EVENT_POOL_DECIDED), ==, 1);
  g_assert_cmpuint (count_notices (f, EDITOR, GRAM_EVENT_POOL_DECIDED), ==, 1);
  g_assert_cmpint (case_live (f, GRAM_CASE_POOL, 1), ==, 0);
  fixture_verify (f);
}

static const Row withdrawing[] = {
  { EDITOR, "pool.apply", BOTH, "" },
  { GRANTER, "pool.withdraw", "{'account': '@6', 'pool': 1, 'reason': 'Not with them.'}", "" },
  { GRANTER, "pool.agree", "{'account': '@6', 'pool': 1}", "pool.state" },
  { EDITOR, "pool.apply", BOTH, "" },
  { GRANTER, "pool.agree", "{'account': '@6', 'pool': 2}", "" },
  { EDITOR, "pool.withdraw", "{'account': '@5', 'pool': 2, 'reason': 'Sold.'}", "" },
  { DECISION_MAKER, "pool.grant", "{'pool': 2, " WHY "}", "pool.state" },
  { EDITOR, "pool.apply", BOTH, "" },
  { GRANTER, "pool.agree", "{'account': '@6', 'pool': 3}", "" },
  { DECISION_MAKER, "pool.decline", "{'pool': 3, " WHY "}", "" },
};

static void
test_withdrawing (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) pools = NULL;

  check_rows (f, withdrawing, G_N_ELEMENTS (withdrawing));
  check_pool (f, GRAM_POOL_WITHDRAWN, CCTS_GAMMA, 2025);
  g_assert_cmpuint (count_notices (f, EDITOR, GRAM_EVENT_POOL_DECIDED), ==, 2);
  pools = gram_registry_pools (f->registry, f->actors[GRANTER], ccts_account (f, CCTS_DELTA), 2026,
                               NULL, NULL);
  g_assert_cmpuint (pools->len, ==, 3);
  g_assert_cmpstr (((const GramPoolRow *)pools->pdata[0])->state, ==, "declined");
  g_assert_cmpint (((const GramPoolRow *)pools->pdata[0])->case_id, >, 0);
  g_assert_cmpint (case_live (f, GRAM_CASE_POOL, 2), ==, 0);
  fixture_verify (f);
}

/* Art. 93: a block stops applying to pool; the other's block is told to who decides only. */
static const Row blocking[] = {
  { DECISION_MAKER, "account.block", "{'account': '@5', " WHY "}", "" },
  { EDITOR, "pool.apply", BOTH, "pool.blocked" },
  { DECISION_MAKER, "account.unblock", "{'account': '@5', " WHY "}", "" },
  { DECISION_MAKER, "account.block", "{'account': '@6', " WHY "}", "" },
  { EDITOR, "pool.apply", BOTH, "" },
  { GRANTER, "pool.agree", "{'account': '@6', 'pool': 1}", "pool.blocked" },
  { DECISION_MAKER, "account.unblock", "{'account': '@6', " WHY "}", "" },
  { GRANTER, "pool.agree", "{'account': '@6', 'pool': 1}", "" },
  { DECISION_MAKER, "account.block", "{'account': '@6', " WHY "}", "" },
  { DECISION_MAKER, "pool.grant", "{'pool': 1, " WHY "}", "pool.blocked" },
};

static void
test_blocking (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  check_rows (f, blocking, G_N_ELEMENTS (blocking));
  fixture_verify (f);
}

static const Row updating[] = {
  { GRANTER, "pool.update", "{'account': '@6', 'pool': 1, 'contact-name': 'Bo'}",
    "pool.not-nominated" },
  { EDITOR, "pool.update", "{'account': '@5', 'pool': 1, 'contact-email': 'x'}", "text.email" },
  { EDITOR, "pool.update", "{'account': '@5', 'pool': 1, 'nominated': '@4'}", "pool.not-a-member" },
  { EDITOR, "pool.update", "{'account': '@5', 'pool': 1, 'version': 77}",
    "pool.changed-meanwhile" },
  { EDITOR, "pool.update", "{'account': '@5', 'pool': 1, 'contact-name': 'Bo'}", "" },
  { ADMINISTRATOR, "pool.update", "{'account': '@5', 'pool': 1, 'nominated': '@6'}", "" },
  { EDITOR, "pool.update", "{'account': '@5', 'pool': 1, 'contact-name': 'Cy'}",
    "pool.not-nominated" },
};

/* What was allocated to the pool goes along with the account that stands for it (art. 37(5)(b)). */
static void
test_updating (void)
{
  static const int places[] = { CCTS_GAMMA, CCTS_DELTA, 0 };
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_register (f, CCTS_GAMMA, "600x130");
  ccts_register (f, CCTS_DELTA, "450x120");
  ccts_pool (f, "Small Makers", places);
  ccts_measure (f);
  ccts_baseline (f, CCTS_GAMMA, "125.75");
  ccts_allocate (f);
  g_assert_cmpint (ccts_held (f, CCTS_GAMMA), ==, 132038);
  check_rows (f, updating, G_N_ELEMENTS (updating));
  g_assert_cmpint (ccts_held (f, CCTS_GAMMA), ==, 0);
  g_assert_cmpint (ccts_held (f, CCTS_DELTA), ==, 132038);
  fixture_verify (f);
}

static const Row ending[] = {
  { DECISION_MAKER, "pool.end", "{'pool': 1, 'from-year': 2025, " WHY "}", "pool.allocated" },
  { DECISION_MAKER, "pool.end", "{'pool': 1, " WHY "}", "pool.allocated" },
};

/* A year that is allocated stays the pool's. */
static void
test_ending (void)
{
  static const int places[] = { CCTS_GAMMA, CCTS_DELTA, 0 };
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_register (f, CCTS_GAMMA, "600x130");
  ccts_register (f, CCTS_DELTA, "450x120");
  ccts_pool (f, "Small Makers", places);
  ccts_measure (f);
  ccts_baseline (f, CCTS_GAMMA, "125.75");
  ccts_allocate (f);
  check_rows (f, ending, G_N_ELEMENTS (ending));
  check_pool (f, GRAM_POOL_GRANTED, CCTS_DELTA, 2025);
  fixture_verify (f);
}

/* One for two years ends with the first of them that is not allocated. */
static void
test_ending_early (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 of_year = -1;

  check_rows (f, applying, G_N_ELEMENTS (applying));
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "pool.end",
                               "{'pool': 1, 'from-year': 2027, " WHY "}"),
                   ==, "pool.end-year");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "pool.end",
                               "{'pool': 1, 'from-year': 2026, " WHY "}"),
                   ==, "");
  g_assert_true (gram_pool_table_of_year (gram_registry_get_store (f->registry), 2025,
                                          ccts_account (f, CCTS_DELTA), &of_year, NULL));
  g_assert_cmpint (of_year, ==, 1);
  check_pool (f, GRAM_POOL_ENDED, CCTS_DELTA, 2026);
  /* Free for another one. */
  g_assert_cmpstr (fixture_do (f, EDITOR, "pool.apply",
                               "{'account': '@5', 'members': ['@4'], 'first-year': 2026, " APPLY
                               "}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, EDITOR, "pool.apply",
                               "{'account': '@5', 'members': ['@4'], 'first-year': 2025, " APPLY
                               "}"),
                   ==, "pool.taken");
  fixture_verify (f);
}

/* Who accounts for a year cannot change once allowances of it were used. */
static void
test_in_use (void)
{
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);

  g_assert_cmpstr (fixture_do (f, STRANGER, "pool.apply",
                               "{'account': '@4', 'members': ['@3'], 'first-year': 2025, " APPLY
                               "}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "pool.agree", "{'account': '@3', 'pool': 1}"), ==, "");
  g_assert_cmpstr (
      fixture_do (f, OWNER, "allowance.surrender",
                  "{'account': '@3', 'year': 2025, 'quantity': '1', 'password': '" FIXTURE_PASSWORD
                  "'}"),
      ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "pool.grant", "{'pool': 1, " WHY "}"), ==,
                   "pool.in-use");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "pool.decline", "{'pool': 1, " WHY "}"), ==, "");
  fixture_verify (f);
}

static GramClosingChecklist *
checklist (Fixture *f, int place)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GError) error = NULL;
  GramClosingChecklist *list;

  g_assert_true (gram_account_table_get (gram_registry_get_store (f->registry),
                                         ccts_account (f, place), &account, &error));
  list = gram_closing_checklist_read (f->registry, account, &error);
  g_assert_no_error (error);
  return list;
}

static gint64
count_of (const GramClosingChecklist *list, GramClosingNeed need)
{
  for (guint i = 0; i < list->lines->len; i++)
    {
      const GramClosingLine *line = list->lines->pdata[i];

      if (line->need == need)
        return line->count;
    }
  return -1;
}

/* What stands between an account and its closing: allowances, live notifications, and what is owed in pounds. */
static void
test_closing (void)
{
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramClosingChecklist) allocated = checklist (f, CCTS_BETA);
  g_autoptr (GramClosingChecklist) notified = NULL;
  g_autoptr (GramClosingChecklist) accounted = NULL;

  g_assert_cmpint (count_of (allocated, GRAM_CLOSING_NEED_ALLOWANCES_SETTLED), ==, 995931);
  g_assert_cmpint (count_of (allocated, GRAM_CLOSING_NEED_NO_TRANSFERS), ==, 0);
  /* 1,055,345.6 units at £86, nothing of it surrendered: what the year will ask for. */
  g_assert_cmpint (count_of (allocated, GRAM_CLOSING_NEED_CHARGES_PAID), ==,
                   G_GINT64_CONSTANT (9075972160));
  g_assert_cmpstr (fixture_do (f, STRANGER, "trade.notify",
                               "{'account': '@4', 'year': 2025, 'side': 'transferee', 'name':"
                               " 'Alpha Motors plc', 'number': '@3', 'quantity': '10', 'price':"
                               " '100', 'agreed-on': '2026-11-02', 'password': '" FIXTURE_PASSWORD
                               "'}"),
                   ==, "");
  notified = checklist (f, CCTS_BETA);
  g_assert_cmpint (count_of (notified, GRAM_CLOSING_NEED_NO_TRANSFERS), ==, 1);
  ccts_set_day ("2027-01-04");
  g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  ccts_account_year (f);
  accounted = checklist (f, CCTS_BETA);
  g_assert_cmpint (count_of (accounted, GRAM_CLOSING_NEED_NO_TRANSFERS), ==, 0);
  g_assert_cmpint (count_of (accounted, GRAM_CLOSING_NEED_CHARGES_PAID), ==,
                   G_GINT64_CONSTANT (9075972160));
  fixture_verify (f);
}

/* A window tells that it opens and that it closes, once each, to participants and who handles cases. */
static void
test_window (void)
{
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) notices = NULL;

  for (int i = 0; i < 2; i++)
    g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  g_assert_cmpuint (case_count_notices (f, STRANGER, GRAM_EVENT_WINDOW_OPENS), ==, 1);
  g_assert_cmpuint (case_count_notices (f, CASE_HANDLER, GRAM_EVENT_WINDOW_OPENS), ==, 1);
  g_assert_cmpuint (case_count_notices (f, GRANTER, GRAM_EVENT_WINDOW_CLOSES), ==, 0);
  ccts_set_last_second ("2026-12-16");
  g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  g_assert_cmpuint (case_count_notices (f, STRANGER, GRAM_EVENT_WINDOW_CLOSES), ==, 0);
  ccts_set_first_second ("2026-12-17");
  for (int i = 0; i < 2; i++)
    g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  g_assert_cmpuint (case_count_notices (f, STRANGER, GRAM_EVENT_WINDOW_CLOSES), ==, 1);
  g_assert_cmpuint (case_count_notices (f, STRANGER, GRAM_EVENT_ALLOCATION_POSTED), ==, 1);
  notices = case_notices (f, STRANGER);
  g_assert_nonnull (
      strstr (((const GramNoticeRow *)notices->pdata[0])->sentence, "closes on 31 December 2026"));
  fixture_verify (f);
}

static GramPoolDetail *
detail (Fixture *f, FixturePerson who)
{
  g_autoptr (GError) error = NULL;
  GramPoolDetail *found = gram_registry_pool (f->registry, f->actors[who], 1, 2025, NULL, &error);

  g_assert_no_error (error);
  return found;
}

/* Until all have agreed nobody reads another's figures. */
static void
check_gathering (Fixture *f)
{
  g_autoptr (GramPoolDetail) gathering = NULL;
  g_autoptr (GramPoolDetail) asked = NULL;
  const GramPoolMemberRow *row;

  g_assert_null (detail (f, STRANGER));
  gathering = detail (f, EDITOR);
  row = gathering->members->pdata[1];
  g_assert_cmpstr (row->holder, ==, "");
  g_assert_false (row->told);
  g_assert_cmpint (row->account_id, ==, 0);
  g_assert_false (gathering->told);
  g_assert_cmpstr (gathering->agree->id, ==, "pool.not-asked");
  g_assert_null (gathering->withdraw);

  asked = detail (f, GRANTER);
  g_assert_null (asked->agree);
  row = asked->members->pdata[1];
  g_assert_true (row->told);
  g_assert_cmpint (row->figures.cars, ==, 453);
  g_assert_cmpint (row->figures.cars_unknown, ==, 3);
  g_assert_cmpint (row->figures.cars_zero, ==, 7);
  row = asked->members->pdata[0];
  g_assert_true (row->nominated);
  g_assert_cmpstr (row->holder, !=, "");
  g_assert_false (row->told);
}

/* Then the people of the nominated account do, the others the sums. */
static void
test_detail (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramPoolDetail) nominated = NULL;
  g_autoptr (GramPoolDetail) member = NULL;
  g_autoptr (GramPoolDetail) decider = NULL;

  ccts_register (f, CCTS_GAMMA, "600x130");
  ccts_register (f, CCTS_DELTA, "450x120; 7xzero; 3x?");
  g_assert_cmpstr (fixture_do (f, EDITOR, "pool.apply", BOTH), ==, "");
  check_gathering (f);
  g_assert_cmpstr (fixture_do (f, GRANTER, "pool.agree", "{'account': '@6', 'pool': 1}"), ==, "");
  nominated = detail (f, EDITOR);
  g_assert_true (nominated->told);
  g_assert_cmpint (nominated->sum.cars, ==, 1053);
  g_assert_cmpint (nominated->sum.activity, ==, (600 * 130 + 450 * 120) * 1000);
  g_assert_true (nominated->participant);
  g_assert_true (((const GramPoolMemberRow *)nominated->members->pdata[1])->told);
  g_assert_cmpstr (nominated->grant->id, ==, "permission.role");

  member = detail (f, GRANTER);
  g_assert_true (member->told);
  g_assert_false (((const GramPoolMemberRow *)member->members->pdata[0])->told);

  decider = detail (f, DECISION_MAKER);
  g_assert_null (decider->grant);
  g_assert_null (decider->decline);
  g_assert_cmpstr (decider->end->id, ==, "pool.state");
  g_assert_cmpstr (decider->agree->id, !=, "");
}

/* The pool of 600 and 450 cars, and a manufacturer of 1,000 besides. */
static Fixture *
pool_and_beta (void)
{
  static const int places[] = { CCTS_GAMMA, CCTS_DELTA, 0 };
  Fixture *f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_register (f, CCTS_BETA, "1000x100");
  ccts_register (f, CCTS_GAMMA, "600x130");
  ccts_register (f, CCTS_DELTA, "450x120");
  ccts_pool (f, "Small Makers", places);
  ccts_baseline (f, CCTS_GAMMA, "125.75");
  return f;
}

/* One account that joins, one that leaves; a place of 0 is nobody. */
static GramPoolWhatIf *
ask_what_if (Fixture *f, FixturePerson who, int joins, int leaves, const char *baseline)
{
  const char *const joining[] = { joins != 0 ? f->numbers[joins] : NULL, NULL };
  const char *const leaving[] = { leaves != 0 ? f->numbers[leaves] : NULL, NULL };
  g_autoptr (GramRefusal) refusal = NULL;
  GramPoolWhatIf *what = gram_registry_pool_what_if (f->registry, f->actors[who], 1, 2025, joining,
                                                     leaving, baseline, &refusal, NULL);

  g_free (f->refusal);
  f->refusal = g_strdup (refusal != NULL ? refusal->id : "");
  g_assert_true ((what == NULL) == (refusal != NULL));
  return what;
}

/* In its own books an organisation records what the administrator decided, with the document; there is no case of it. */
static const Row recording[] = {
  { EDITOR, "pool.apply", BOTH, "" },
  { GRANTER, "pool.agree", "{'account': '@6', 'pool': 1}", "" },
  { EDITOR, "pool.grant", "{'pool': 1, 'reason': 'R.'}", "decision.reference" },
  /* Somebody of another account of the scheme records nothing about a pool that is none of theirs. */
  { STRANGER, "pool.grant", "{'pool': 1, " WHY "}", "pool.unknown" },
  { STRANGER, "pool.decline", "{'pool': 1, " WHY "}", "pool.unknown" },
  { EDITOR, "pool.grant", "{'pool': 1, " WHY "}", "" },
  { STRANGER, "pool.end", "{'pool': 1, " WHY "}", "pool.unknown" },
};

static void
test_own (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_OWN);

  check_rows (f, recording, G_N_ELEMENTS (recording));
  check_pool (f, GRAM_POOL_GRANTED, CCTS_DELTA, 2025);
  g_assert_cmpint (case_live (f, GRAM_CASE_POOL, 1), ==, 0);
  fixture_verify (f);
}

/* Nothing is posted by asking. */
static void
test_what_if (void)
{
  g_autoptr (Fixture) f = pool_and_beta ();
  gint64 before = fixture_journal_length (f);
  g_autoptr (GramPoolWhatIf) same = ask_what_if (f, ADMINISTRATOR, 0, 0, NULL);
  g_autoptr (GramPoolWhatIf) joined = ask_what_if (f, ADMINISTRATOR, CCTS_BETA, 0, NULL);
  g_autoptr (GramPoolWhatIf) left = ask_what_if (f, ADMINISTRATOR, 0, CCTS_DELTA, "120");
  const char *const both[] = { f->numbers[CCTS_BETA], f->numbers[CCTS_DELTA], NULL };
  g_autoptr (GramPoolWhatIf) made
      = gram_registry_pool_what_if (f->registry, f->actors[ADMINISTRATOR], 0, 2025, both, NULL,
                                    "119.5", NULL, NULL);

  g_assert_cmpint (same->before.allocation, ==, 132038);
  g_assert_cmpint (same->after.allocation, ==, 132038);
  g_assert_false (same->unassumed);

  g_assert_cmpint (joined->after.cars, ==, 2050);
  g_assert_cmpint (joined->after.allocation, ==, -1);
  g_assert_true (joined->unassumed);
  g_assert_cmpuint (joined->members->len, ==, 3);

  g_assert_cmpint (left->after.cars, ==, 600);
  g_assert_false (left->participant_after);
  g_assert_true (left->participant_before);
  g_assert_cmpint (left->after.allocation, ==, 0);
  g_assert_cmpuint (left->left->len, ==, 1);

  g_assert_cmpint (made->after.allocation, ==, 173275);
  g_assert_true (made->assumed);
  g_assert_cmpint (fixture_journal_length (f), ==, before);
}

static const struct
{
  FixturePerson who;
  int joins;
  int leaves;
  const char *baseline;
  const char *refusal;
} asked[] = {
  { ADMINISTRATOR, 0, CCTS_BETA, NULL, "pool.not-a-member" },
  { ADMINISTRATOR, CCTS_DELTA, 0, NULL, "pool.member-twice" },
  { ADMINISTRATOR, 2, 0, NULL, "account.unknown" },
  { ADMINISTRATOR, 0, 0, "B", "baseline.value" },
  { EDITOR, CCTS_BETA, 0, NULL, "account.unknown" },
  { EDITOR, 0, 0, NULL, "" },
  { GRANTER, 0, 0, NULL, "pool.not-told" },
  { STRANGER, 0, 0, NULL, "pool.unknown" },
};

static void
test_what_if_refused (void)
{
  g_autoptr (Fixture) f = pool_and_beta ();

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (GramPoolWhatIf) what
          = ask_what_if (f, asked[i].who, asked[i].joins, asked[i].leaves, asked[i].baseline);

      g_test_message ("%zu", i);
      g_assert_cmpstr (f->refusal, ==, asked[i].refusal);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/pools/life", test_life);
  g_test_add_func ("/registry/pools/withdrawing", test_withdrawing);
  g_test_add_func ("/registry/pools/blocking", test_blocking);
  g_test_add_func ("/registry/pools/updating", test_updating);
  g_test_add_func ("/registry/pools/ending", test_ending);
  g_test_add_func ("/registry/pools/ending-early", test_ending_early);
  g_test_add_func ("/registry/pools/own", test_own);
  g_test_add_func ("/registry/pools/in-use", test_in_use);
  g_test_add_func ("/registry/pools/closing", test_closing);
  g_test_add_func ("/registry/pools/window", test_window);
  g_test_add_func ("/registry/pools/detail", test_detail);
  g_test_add_func ("/registry/pools/what-if", test_what_if);
  g_test_add_func ("/registry/pools/what-if-refused", test_what_if_refused);

  return g_test_run ();
}
