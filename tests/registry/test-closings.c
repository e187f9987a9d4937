/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "life-fixture.h"

#include "gram-queries-statement.h"
#include "gram-handover-table.h"
#include "gram-invitation-table.h"
#include "gram-ledger.h"

#include <inttypes.h>

#define S190 "CCS s 190"
#define S191 "CCS s 191"
#define CLOSING "CO₂ account, Closing/suspending accounts"
#define REASON "'reason': 'The business is wound up.'"
#define SIGNED "'password': '" FIXTURE_PASSWORD "'"
#define ASK "{'account': '@', " REASON ", " SIGNED "}"
#define DECIDE "{'account': '@', " REASON "}"
/* 20 days after LIFE_TODAY, the shortest time to object. */
#define OBJECT_BY "2026-04-05"
#define NOTICE "{'account': '@', " REASON ", 'object-by': '" OBJECT_BY "'}"
#define OBJECT "{'account': '@', 'text': 'Forty vehicles are on their way.'}"

/* What is asked for before the checklist is met, and by whom. */
static const LifeRow request_rows[] = {
  { EDITOR, "account.request-closing", ASK, "permission.owner-only" },
  { ADMINISTRATOR, "account.request-closing", ASK, "permission.owner-only" },
  { STRANGER, "account.request-closing", ASK, "account.unknown" },
  { OWNER, "account.request-closing", "{'account': '@', " REASON "}", "argument.missing" },
  { OWNER, "account.request-closing", "{'account': '@', " REASON ", 'password': 'not mine'}",
    "session.password" },
  { OWNER, "account.request-closing", "{'account': '@', 'reason': '', " SIGNED "}", "text.empty" },
  { DECISION_MAKER, "account.close", DECIDE, "closing.notice-missing", S191 },
  { DECISION_MAKER, "account.refuse-closing", DECIDE, "account.state" },
  { OWNER, "account.withdraw-closing", "{'account': '@'}", "account.state" },
  { OWNER, "account.request-closing", ASK, "" },
  { OWNER, "account.request-closing", ASK, "account.closing", S190 },
  { EDITOR, "account.withdraw-closing", "{'account': '@'}", "permission.owner-only" },
  { CASE_HANDLER, "account.refuse-closing", DECIDE, "permission.role" },
  { DECISION_MAKER, "account.refuse-closing", DECIDE, "" },
  { OWNER, "account.request-closing", ASK, "" },
  { OWNER, "account.withdraw-closing", "{'account': '@'}", "" },
  { OWNER, "account.request-closing", ASK, "" },
  { CASE_HANDLER, "account.close", DECIDE, "permission.role" },
  { OWNER, "account.close", DECIDE, "permission.role" },
  { DECISION_MAKER, "account.close", DECIDE, "" },
  /* What is closed stays closed, and readable. */
  { DECISION_MAKER, "account.close", DECIDE, "account.closed", S190 },
  { OWNER, "account.withdraw-closing", "{'account': '@'}", "account.closed", S190 },
  { OWNER, "account.edit", "{'account': '@', 'holder': 'Another Ltd'}", "account.closed", S190 },
  { ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}", "account.closed", S190 },
  { ADMINISTRATOR, "vehicle.enter", "{'account': '@', 'chassis': 'AA1-100000'}", "account.closed",
    S190 },
  { EDITOR, "account.object-to-closing", OBJECT, "closing.notice-missing", S191 },
};

static void
test_request (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountDetail) detail = NULL;

  life_check_rows (f, request_rows, G_N_ELEMENTS (request_rows));
  detail = life_detail (f, 1);
  g_assert_cmpint (detail->state, ==, GRAM_ACCOUNT_CLOSED);
  g_assert_cmpint (detail->closing->state, ==, GRAM_CLOSING_DONE);
  g_assert_cmpint (gram_registry_may_view (f->registry, f->actors[VIEWER], 1, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  /* Its number is never given again. */
  g_assert_cmpstr (fixture_do (f, OWNER, "account.open",
                               "{'kind': 'ccs-used', 'holder': 'Harbour Street Imports Ltd',"
                               " 'contact-name': 'Ada', 'contact-email': 'ada@example.org'}"),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "id"), ==, 4);
  fixture_verify (f);
}

/* The administrator's own closing: notice, time to object, closing; and what is dropped. */
static const LifeRow notice_rows[] = {
  { CASE_HANDLER, "account.give-closing-notice",
    "{'account': '@', " REASON ", 'object-by': '2026-04-04'}", "closing.objection-too-short",
    S191 },
  { CASE_HANDLER, "account.give-closing-notice", "{'account': '@', " REASON ", 'object-by': 'x'}",
    "date.form" },
  { OWNER, "account.give-closing-notice", NOTICE, "permission.role" },
  { CASE_HANDLER, "account.drop-closing-notice", DECIDE, "closing.notice-missing", S191 },
  { EDITOR, "account.object-to-closing", OBJECT, "closing.notice-missing", S191 },
  { CASE_HANDLER, "account.give-closing-notice", NOTICE, "" },
  { CASE_HANDLER, "account.give-closing-notice", NOTICE, "closing.notice-given", S191 },
  { CASE_HANDLER, "account.drop-closing-notice", DECIDE, "" },
  { CASE_HANDLER, "account.give-closing-notice", NOTICE, "" },
  { VIEWER, "account.object-to-closing", OBJECT, "permission.missing" },
  { EDITOR, "account.object-to-closing", "{'account': '@', 'text': ' '}", "text.empty" },
  { EDITOR, "account.object-to-closing", OBJECT, "" },
  { DECISION_MAKER, "account.close", DECIDE, "closing.objection-running", S191 },
};

static const LifeRow after_rows[] = {
  { EDITOR, "account.object-to-closing", OBJECT, "closing.objection-late", S191 },
  { CASE_HANDLER, "account.close", DECIDE, "permission.role" },
  { DECISION_MAKER, "account.close", DECIDE, "" },
};

static void
test_notice (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountDetail) detail = NULL;

  life_check_rows (f, notice_rows, G_N_ELEMENTS (notice_rows));
  life_set_evening (OBJECT_BY);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close", DECIDE), ==,
                   "closing.objection-running");
  life_set_morning ("2026-04-06");
  life_check_rows (f, after_rows, G_N_ELEMENTS (after_rows));
  detail = life_detail (f, 1);
  g_assert_cmpint (detail->closing->kind, ==, GRAM_CLOSING_ADMINISTRATOR);
  g_assert_cmpstr (detail->closing->objection, ==, "Forty vehicles are on their way.");
  fixture_verify (f);
}

/* A suspended account can be closed by the administrator; the suspension ends with it. */
static void
test_notice_suspended (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountDetail) detail = NULL;

  g_assert_cmpstr (
      fixture_do (f, DECISION_MAKER, "account.suspend",
                  "{'account': '@', 'ground': 'conviction', 'until': '2026-12-31', " REASON "}"),
      ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "account.give-closing-notice", NOTICE), ==, "");
  life_set_day ("2026-04-06");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close", DECIDE), ==, "");
  detail = life_detail (f, 1);
  g_assert_cmpint (detail->state, ==, GRAM_ACCOUNT_CLOSED);
  g_assert_null (detail->suspension);
  fixture_verify (f);
}

static GramClosingChecklist *
checklist_of (Fixture *f, gint64 account_id)
{
  GError *error = NULL;
  GramClosingChecklist *checklist
      = gram_registry_closing_checklist (f->registry, f->actors[ADMINISTRATOR], account_id, NULL,
                                         &error);

  g_assert_no_error (error);
  g_assert_nonnull (checklist);
  return checklist;
}

static void
assert_line (Fixture *f, GramClosingNeed need, gint64 count)
{
  g_autoptr (GramClosingChecklist) checklist = checklist_of (f, 1);
  gboolean found = FALSE;

  for (guint i = 0; i < checklist->lines->len; i++)
    {
      const GramClosingLine *line = checklist->lines->pdata[i];

      g_assert_true (line->ok == (line->need != need || count == 0));
      found = found || line->need == need;
      if (line->need == need)
        g_assert_cmpint (line->count, ==, count);
    }
  g_assert_true (found);
  g_assert_true (checklist->ready == (count == 0));
}

/* The checklist holds at the request, and again at the closing if something came meanwhile. */
static void
test_checklist (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  assert_line (f, GRAM_CLOSING_NEED_NO_VEHICLES_WAITING, 0);
  life_enter_ready (f, "AA1-100000", "80");
  assert_line (f, GRAM_CLOSING_NEED_NO_VEHICLES_WAITING, 1);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==,
                   "closing.no-vehicles-waiting");
  g_assert_cmpstr (f->article, ==, S190);
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  /* The vehicle brought 28.00 credits, which the holder gives up. */
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==,
                   "closing.credits-left");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing",
                               "{'account': '@', 'delete-credits': '28.00', " REASON ", " SIGNED
                               "}"),
                   ==, "");

  /* The register goes on while the account is closing. */
  life_enter_ready (f, "AA2-100000", "80");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close", DECIDE), ==,
                   "closing.no-vehicles-waiting");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.withdraw-closing", "{'account': '@'}"), ==, "");
  fixture_dispute (f, 2);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==,
                   "closing.no-vehicles-waiting");
  fixture_verify (f);
}

#define PAY(amount_) "{'account': '@', 'amount': '" amount_ "', 'paid-on': '2026-03-02'}"

/* 24.00 g over the target of 108.00, at 6.00 dollars (CCS facts §5): nothing closes before they are paid. */
static void
test_charges (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  assert_line (f, GRAM_CLOSING_NEED_CHARGES_PAID, 0);
  life_enter_ready (f, "AA1-100000", "132");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  assert_line (f, GRAM_CLOSING_NEED_CHARGES_PAID, 14400);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==,
                   "closing.charges-paid");
  g_assert_cmpstr (f->article, ==, CLOSING);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.record", PAY ("100.00")), ==, "");
  assert_line (f, GRAM_CLOSING_NEED_CHARGES_PAID, 4400);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.record", PAY ("50.00")), ==, "");
  /* What is in the holder's favour goes back before the account closes. */
  assert_line (f, GRAM_CLOSING_NEED_CHARGES_PAID, 600);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==,
                   "closing.charges-paid");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.pay-back",
                               "{'account': '@', 'amount': '6.00', 'paid-on': '2026-03-02',"
                               " 'reference': 'Bank'}"),
                   ==, "");
  assert_line (f, GRAM_CLOSING_NEED_CHARGES_PAID, 0);
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close", DECIDE), ==, "");
  fixture_verify (f);
}

static gint64
balance (Fixture *f, gint64 account_id, const char *role, const char *unit)
{
  gint64 amount = -1;

  g_assert_true (gram_ledger_balance (gram_registry_get_store (f->registry), account_id, role, unit,
                                      &amount, NULL));
  return amount;
}

/* The holder confirms exactly what is left; it is deleted by the ledger when the account closes. */
static const LifeRow credit_rows[] = {
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2024, 'amount': '1250.00'}", "" },
  { ADMINISTRATOR, "credit.carry-in", "{'account': '@', 'year': 2025, 'amount': '0.50'}", "" },
  { OWNER, "account.request-closing", ASK, "closing.credits-left", CLOSING },
  { OWNER, "account.request-closing",
    "{'account': '@', 'delete-credits': 'all', " REASON ", " SIGNED "}", "closing.amount", S190 },
  { OWNER, "account.request-closing",
    "{'account': '@', 'delete-credits': '1250.005', " REASON ", " SIGNED "}", "closing.amount",
    S190 },
  { OWNER, "account.request-closing",
    "{'account': '@', 'delete-credits': '-1250.50', " REASON ", " SIGNED "}", "closing.amount",
    S190 },
  { OWNER, "account.request-closing",
    "{'account': '@', 'delete-credits': '1250.00', " REASON ", " SIGNED "}",
    "closing.credits-changed", CLOSING },
  { OWNER, "account.request-closing",
    "{'account': '@', 'delete-credits': '1250.50', " REASON ", " SIGNED "}", "" },
  { DECISION_MAKER, "account.close", "{'account': '@', 'delete-credits': '1.00', " REASON "}",
    "closing.credits-changed", CLOSING },
};

static void
test_credits (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramAccountStatement) statement = NULL;
  g_autoptr (GramClosingChecklist) checklist = NULL;
  const char *deleted = NULL;

  life_check_rows (f, credit_rows, G_N_ELEMENTS (credit_rows));
  checklist = checklist_of (f, 1);
  g_assert_cmpstr (checklist->credits_text, ==, "1250.50");
  /* What the holder confirmed counts for the administrator, too. */
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close", DECIDE), ==, "");
  g_assert_true (g_variant_lookup (f->result, "deleted-credits", "&s", &deleted));
  g_assert_cmpstr (deleted, ==, "1250.50");
  g_assert_cmpint (balance (f, 1, "holding", "ccs-credit/used/2024"), ==, 0);
  g_assert_cmpint (balance (f, 0, "deletion", "ccs-credit/used/2024"), ==, 125000);
  g_assert_cmpint (balance (f, 0, "deletion", "ccs-credit/used/2025"), ==, 50);

  statement = gram_registry_statement (f->registry, f->actors[OWNER], 1, NULL, NULL, 0, NULL, NULL);
  g_assert_cmpuint (statement->lines->len, ==, 4);
  g_assert_cmpstr (((const GramStatementLine *)statement->lines->pdata[3])->meaning, ==,
                   "deletion");
  g_assert_cmpuint (statement->closing->len, ==, 0);
  fixture_verify (f);
}

/* By the administrator of its own accord, who confirms the amount then. */
static void
test_credits_notice (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "credit.carry-in",
                               "{'account': '@', 'year': 2024, 'amount': '3.20'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "account.give-closing-notice", NOTICE), ==, "");
  life_set_day ("2026-04-06");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close", DECIDE), ==,
                   "closing.credits-left");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close",
                               "{'account': '@', 'delete-credits': '3.2', " REASON "}"),
                   ==, "");
  g_assert_cmpint (balance (f, 0, "deletion", "ccs-credit/used/2024"), ==, 320);
  fixture_verify (f);
}

/* Invitations, the hand-over and the draft of an application end with the account. */
static void
test_all_ends (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  GramStore *store = gram_registry_get_store (f->registry);
  g_autoptr (GPtrArray) invitations = NULL;
  g_autoptr (GramAccountDetail) detail = NULL;
  g_autoptr (GramHandoverRecord) handover = NULL;

  g_assert_cmpstr (fixture_do (f, OWNER, "invitation.create",
                               "{'account': '@', 'email': 'new@example.org',"
                               " 'permissions': ['view']}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "owner.offer",
                               "{'account': '@', 'person': 'editor@example.org'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, EDITOR, "application.save",
                               "{'account': '@', 'makes': 'Toyota'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close", DECIDE), ==, "");

  invitations = gram_invitation_table_list_pending (store, 1, NULL);
  g_assert_cmpuint (invitations->len, ==, 0);
  g_assert_true (gram_handover_table_get_pending (store, 1, &handover, NULL));
  g_assert_null (handover);
  detail = life_detail (f, 1);
  g_assert_cmpint (detail->application->state, ==, GRAM_APPLICATION_WITHDRAWN);
  fixture_verify (f);
}

/* Whoever was given notice and asks for it now has one closing, the holder's; the notice is dropped. */
static void
test_request_after_notice (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) closings = NULL;

  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "account.give-closing-notice", NOTICE), ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==, "");
  closings = gram_registry_account_closings (f->registry, f->actors[OWNER], 1, NULL, NULL);
  g_assert_cmpuint (closings->len, ==, 2);
  g_assert_cmpint (((const GramClosingRecord *)closings->pdata[0])->kind, ==, GRAM_CLOSING_HOLDER);
  g_assert_cmpint (((const GramClosingRecord *)closings->pdata[1])->state, ==,
                   GRAM_CLOSING_DROPPED);
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "account.close", DECIDE), ==, "");
  fixture_verify (f);
}

/* Four eyes: the owner's request waits for a second person and is checked again then. */
static void
test_four_eyes (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  gboolean pending = FALSE;
  gint64 request;

  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-four-eyes",
                               "{'account': '@', 'acts': ['closing']}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.request-closing", ASK), ==, "");
  g_assert_true (g_variant_lookup (f->result, "pending", "b", &pending) && pending);
  request = fixture_result (f, "request");
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_OPEN);
  g_assert_cmpstr (fixture_do (f, OWNER, "request.approve",
                               "{'account': '@', 'request': %" PRId64 ", " SIGNED "}", request),
                   ==, "request.own");
  /* Something came between; at its target, it brings neither credits nor a charge. */
  life_enter_ready (f, "AA1-100000", "108");
  g_assert_cmpstr (fixture_do (f, EDITOR, "request.approve",
                               "{'account': '@', 'request': %" PRId64 ", " SIGNED "}", request),
                   ==, "closing.no-vehicles-waiting");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  g_assert_cmpstr (fixture_do (f, EDITOR, "request.approve",
                               "{'account': '@', 'request': %" PRId64 ", " SIGNED "}", request),
                   ==, "");
  g_assert_cmpint (life_state (f), ==, GRAM_ACCOUNT_CLOSING);
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/closings/request", test_request);
  g_test_add_func ("/registry/closings/notice", test_notice);
  g_test_add_func ("/registry/closings/notice-suspended", test_notice_suspended);
  g_test_add_func ("/registry/closings/checklist", test_checklist);
  g_test_add_func ("/registry/closings/charges", test_charges);
  g_test_add_func ("/registry/closings/credits", test_credits);
  g_test_add_func ("/registry/closings/credits-notice", test_credits_notice);
  g_test_add_func ("/registry/closings/all-ends", test_all_ends);
  g_test_add_func ("/registry/closings/request-after-notice", test_request_after_notice);
  g_test_add_func ("/registry/closings/four-eyes", test_four_eyes);
  return g_test_run ();
}
