/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settlement-fixture.h"

#include "gram-case-table.h"
#include "gram-due.h"
#include "gram-queries-cases.h"
#include "gram-queries-inbox.h"
#include "gram-queries-payment-notices.h"

#include <string.h>

#define DUE "2027-02-03"
#define PAID(amount_) "'amount': '" amount_ "', 'paid-on': '2027-01-20', 'reference': 'BACS 7'"

/* Alpha owes £86.00 for one unit (P2); the year is accounted for, and no notice is given. */
static Fixture *
new_owing (void)
{
  Fixture *f = settlement_new ("1000x120", "131");

  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "119999"), ==, "");
  settlement_account (f);
  return f;
}

/* The same, and the notice is given. It is 20 January. */
static Fixture *
new_noticed (void)
{
  Fixture *f = new_owing ();

  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, DUE, ""), ==, "");
  ccts_set_day ("2027-01-20");
  return f;
}

static GramPaymentNoticeDetail *
detail_of (Fixture *f, FixturePerson who)
{
  GError *error = NULL;
  GramPaymentNoticeDetail *detail
      = gram_registry_payment_notice (f->registry, f->actors[who], 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (detail);
  return detail;
}

static GramPaymentNoticeState
state_of (Fixture *f)
{
  g_autoptr (GramPaymentNoticeDetail) detail = detail_of (f, READER);

  return detail->row->state;
}

/* Number, five things of art. 39(5), document with its hash, charge; the members are told. */
static void
test_issue (void)
{
  g_autoptr (Fixture) f = new_owing ();
  g_autoptr (GramPaymentNoticeRecord) record = NULL;
  g_autoptr (GramDocumentRecord) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *hash = NULL;
  gsize size;

  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, DUE, ""), ==, "");
  settlement_check_result (f, "number", "PN-2025-0001");
  settlement_check_result (f, "amount", "86.00");
  settlement_check_result (f, "due-on", DUE);
  record = settlement_get (f, 1);
  g_assert_cmpstr (record->given_on, ==, "2027-01-04");
  g_assert_cmpint (record->amount, ==, 8600);
  settlement_check_money (f, CCTS_ALPHA, 8600, 0);
  pdf = gram_registry_document_content (f->registry, f->actors[OWNER], record->document_id,
                                        &document, NULL, NULL);
  g_assert_nonnull (pdf);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, &size), "%PDF-"));
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_assert_cmpstr (document->sha256, ==, hash);
  g_assert_cmpstr (document->name, ==, "payment-notice-PN-2025-0001.pdf");
  settlement_check_result (f, "sha256", hash);
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, DUE, ""), ==, "payment-notice.stands");
  fixture_verify (f);
}

/* A notice without one of the five things, or too early a day, is not given (art. 39(5)). */
static void
test_missing (void)
{
  static const struct
  {
    const char *arguments;
    const char *refusal;
    const char *article;
  } rows[] = {
    { "'due-on': '2027-02-03', 'payable-to': ' ', 'how-to-pay': 'H', 'appeal-rights': 'A'",
      "payment-notice.missing", "CCTS art. 39(5)(c)" },
    { "'due-on': '2027-02-03', 'payable-to': 'P', 'how-to-pay': '', 'appeal-rights': 'A'",
      "payment-notice.missing", "CCTS art. 39(5)(d)" },
    { "'due-on': '2027-02-03', 'payable-to': 'P', 'how-to-pay': 'H', 'appeal-rights': ''",
      "payment-notice.missing", "CCTS art. 39(5)(e)" },
    { "'due-on': '2027-02-02', 'payable-to': 'P', 'how-to-pay': 'H', 'appeal-rights': 'A'",
      "payment-notice.due-too-soon", "CCTS art. 39(5)(b)" },
    { "'due-on': 'soon', 'payable-to': 'P', 'how-to-pay': 'H', 'appeal-rights': 'A'", "date.form",
      "" },
    { "'due-on': '2027-02-03', 'payable-to': 'P', 'how-to-pay': 'H', 'appeal-rights': 'A',"
      " 'given-on': '2026-12-31'",
      "payment-notice.given-on", "CCTS art. 39(4)" },
    { "'due-on': '2027-02-05', 'payable-to': 'P', 'how-to-pay': 'H', 'appeal-rights': 'A',"
      " 'given-on': '2027-01-05'",
      "payment-notice.given-on", "CCTS art. 39(4)" },
    /* Given on 2 January: 1 February is thirty days on. */
    { "'due-on': '2027-02-01', 'payable-to': 'P', 'how-to-pay': 'H', 'appeal-rights': 'A',"
      " 'given-on': '2027-01-02'",
      "", "" },
  };
  g_autoptr (Fixture) f = new_owing ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].arguments);
      g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "payment-notice.issue",
                                   "{'account': '@3', 'year': 2025, 'reference': 'N 1', %s}",
                                   rows[i].arguments),
                       ==, rows[i].refusal);
      g_assert_cmpstr (f->article, ==, rows[i].article);
    }
  fixture_verify (f);
}

/* A notice that is recorded after it was given has to leave a day to pay. */
static void
test_late (void)
{
  static const struct
  {
    const char *due_on;
    const char *refusal;
  } rows[] = { { "2027-02-09", "payment-notice.due-over" }, { "2027-02-10", "" } };
  g_autoptr (Fixture) f = new_owing ();

  ccts_set_day ("2027-02-10");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "payment-notice.issue",
                                 "{'account': '@3', 'year': 2025, 'reference': 'N 1', 'given-on': "
                                 "'2027-01-05', 'due-on': '%s', 'payable-to': 'P', 'how-to-pay': "
                                 "'H', 'appeal-rights': 'A'}",
                                 rows[i].due_on),
                     ==, rows[i].refusal);
  fixture_verify (f);
}

/* Before the year is accounted for, of nobody, and by whom it is not. */
static void
test_not_yet (void)
{
  g_autoptr (Fixture) f = settlement_new ("1000x120", "131");

  ccts_set_day ("2027-01-04");
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, DUE, ""), !=, "");
  g_assert_true (g_str_has_prefix (f->refusal, "year."));
  ccts_account_year (f);
  g_assert_cmpstr (settlement_issue (f, CCTS_BETA, DUE, ""), ==, "year.not-accounted");
  g_assert_cmpstr (fixture_do (f, OWNER, "payment-notice.issue",
                               "{'account': '@3', 'year': 2025, 'due-on': '" DUE
                               "', " SETTLEMENT_TEXTS "}"),
                   ==, "permission.role");
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, DUE, ""), ==, "");
}

/* Paid in two parts, the second of which is more than is owed. */
static void
test_payments (void)
{
  g_autoptr (Fixture) f = new_noticed ();

  g_assert_cmpint (state_of (f), ==, GRAM_PAYMENT_NOTICE_ISSUED);
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.record-payment",
                                      PAID ("36.00")),
                   ==, "");
  settlement_check_result (f, "left", "50.00");
  settlement_check_result (f, "state", "part-paid");
  settlement_check_money (f, CCTS_ALPHA, 5000, 0);
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.record-payment",
                                      PAID ("60.00")),
                   ==, "");
  settlement_check_result (f, "left", "0.00");
  settlement_check_result (f, "state", "paid");
  settlement_check_result (f, "in-favour", "10.00");
  settlement_check_money (f, CCTS_ALPHA, 0, 1000);
  g_assert_cmpint (ccts_balance (f, 0, "payment", "GBP"), ==, 8600);
  fixture_verify (f);
}

static void
test_payment_refusals (void)
{
  static const struct
  {
    FixturePerson who;
    const char *arguments;
    const char *refusal;
  } rows[] = {
    { OWNER, PAID ("1.00"), "permission.role" },
    { CASE_HANDLER, PAID ("1.00"), "permission.role" },
    { ADMINISTRATOR, PAID ("0"), "payment-notice.amount" },
    { ADMINISTRATOR, PAID ("-1.00"), "payment-notice.amount" },
    { ADMINISTRATOR, PAID ("1.001"), "payment-notice.amount" },
    { ADMINISTRATOR, PAID ("99999999999999.00"), "payment-notice.amount" },
    { ADMINISTRATOR, "'amount': '1.00', 'paid-on': '2027-01-21', 'reference': 'B'",
      "payment-notice.day" },
    { ADMINISTRATOR, "'amount': '1.00', 'paid-on': '2027-01-03', 'reference': 'B'",
      "payment-notice.day" },
    { ADMINISTRATOR, "'amount': '1.00', 'paid-on': '', 'reference': 'B'", "date.form" },
    { ADMINISTRATOR, "'amount': '1.00', 'paid-on': '2027-01-20', 'reference': ''", "text.empty" },
  };
  g_autoptr (Fixture) f = new_noticed ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (settlement_notice (f, rows[i].who, "payment-notice.record-payment",
                                        rows[i].arguments),
                     ==, rows[i].refusal);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment-notice.record-payment",
                               "{'account': '@4', 'notice': 1, " PAID ("1.00") "}"),
                   ==, "payment-notice.unknown");
  settlement_check_money (f, CCTS_ALPHA, 8600, 0);
  fixture_verify (f);
}

/* A payment is reversed once; what came later and was too much goes first. */
static void
test_reversal (void)
{
  static const struct
  {
    const char *arguments;
    const char *refusal;
  } rows[] = {
    { "'payment': 1, 'reason': 'Bounced'", "payment-notice.later-payment" },
    { "'payment': 7, 'reason': 'Bounced'", "payment-notice.no-payment" },
    { "'payment': 2, 'reason': ''", "text.empty" },
    { "'payment': 2, 'reason': 'Bounced'", "" },
    { "'payment': 2, 'reason': 'Bounced'", "payment-notice.reversed" },
    { "'payment': 3, 'reason': 'Bounced'", "payment-notice.no-payment" },
  };
  g_autoptr (Fixture) f = new_noticed ();

  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.record-payment",
                                      PAID ("36.00")),
                   ==, "");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.record-payment",
                                      PAID ("60.00")),
                   ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].arguments);
      g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.reverse-payment",
                                          rows[i].arguments),
                       ==, rows[i].refusal);
    }
  settlement_check_money (f, CCTS_ALPHA, 5000, 0);
  g_assert_cmpint (state_of (f), ==, GRAM_PAYMENT_NOTICE_PART_PAID);
  fixture_verify (f);
}

/* Only what was received goes on, and it has to come back before the payment is reversed (art. 39(7)). */
static void
test_forward (void)
{
  g_autoptr (Fixture) f = new_noticed ();
  g_autoptr (GramPaymentNoticeDetail) detail = NULL;

  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.forward", PAID ("0.01")),
                   ==, "payment-notice.not-received");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.record-payment",
                                      PAID ("90.00")),
                   ==, "");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.forward", PAID ("86.01")),
                   ==, "payment-notice.not-received");
  g_assert_cmpstr (f->article, ==, "CCTS art. 39(7)");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.forward", PAID ("80.00")),
                   ==, "");
  settlement_check_result (f, "to-forward", "6.00");
  g_assert_cmpint (ccts_balance (f, 0, "consolidated-fund", "GBP"), ==, 8000);
  detail = detail_of (f, OWNER);
  g_assert_cmpint (detail->row->forwarded, ==, 8000);
  g_assert_cmpint (detail->to_forward, ==, 600);
  g_assert_cmpint (detail->in_favour, ==, 400);
  g_assert_cmpuint (detail->payments->len, ==, 2);
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.reverse-payment",
                                      "'payment': 1, 'reason': 'Bounced'"),
                   ==, "payment-notice.forwarded");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.withdraw",
                                      "'reason': 'Wrong'"),
                   ==, "payment-notice.forwarded");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.reverse-payment",
                                      "'payment': 2, 'reason': 'Came back'"),
                   ==, "");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.reverse-payment",
                                      "'payment': 1, 'reason': 'Bounced'"),
                   ==, "");
  settlement_check_money (f, CCTS_ALPHA, 8600, 0);
  g_assert_cmpint (ccts_balance (f, 0, "consolidated-fund", "GBP"), ==, 0);
  fixture_verify (f);
}

/* Withdrawn: nothing is owed, what was paid is the holder's, and another notice can be given. */
static void
test_withdraw (void)
{
  g_autoptr (Fixture) f = new_noticed ();

  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.record-payment",
                                      PAID ("36.00")),
                   ==, "");
  g_assert_cmpstr (settlement_notice (f, OWNER, "payment-notice.withdraw", "'reason': 'Please'"),
                   ==, "permission.role");
  g_assert_cmpstr (settlement_notice (f, DECISION_MAKER, "payment-notice.withdraw",
                                      "'reason': 'Wrong'"),
                   ==, "");
  settlement_check_result (f, "state", "withdrawn");
  settlement_check_money (f, CCTS_ALPHA, 0, 3600);
  g_assert_cmpstr (settlement_notice (f, DECISION_MAKER, "payment-notice.withdraw",
                                      "'reason': 'Wrong'"),
                   ==, "payment-notice.state");
  fixture_verify (f);
  /* The bank takes it back all the same. */
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.reverse-payment",
                                      "'payment': 1, 'reason': 'Bounced'"),
                   ==, "");
  settlement_check_money (f, CCTS_ALPHA, 0, 0);
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, "2027-03-01", ""), ==, "");
  settlement_check_result (f, "number", "PN-2025-0002");
  settlement_check_money (f, CCTS_ALPHA, 8600, 0);
  fixture_verify (f);
}

static GramCaseRecord *
case_of (Fixture *f, gint64 id)
{
  GramCaseRecord *record = NULL;

  g_assert_true (gram_case_table_get (gram_registry_get_store (f->registry), id, &record, NULL));
  g_assert_nonnull (record);
  return record;
}

/* An appeal is a case; while it runs nothing is overdue. Dismissed, the notice stands. */
static void
test_appeal (void)
{
  g_autoptr (Fixture) f = new_noticed ();
  g_autoptr (GramCaseRecord) open = NULL;
  g_autoptr (GramCaseRecord) decided = NULL;
  gint64 case_id;

  g_assert_cmpstr (settlement_notice (f, VIEWER, "payment-notice.appeal",
                                      "'text': 'The cars are not ours.'"),
                   ==, "permission.missing");
  g_assert_cmpstr (settlement_notice (f, OWNER, "payment-notice.appeal", "'text': ' '"), ==,
                   "text.empty");
  g_assert_cmpstr (settlement_notice (f, DECISION_MAKER, "payment-notice.end-appeal",
                                      "'outcome': 'dismissed', 'reason': 'R'"),
                   ==, "payment-notice.state");
  g_assert_cmpstr (settlement_notice (f, EDITOR, "payment-notice.appeal",
                                      "'text': 'The cars are not ours.'"),
                   ==, "");
  case_id = fixture_result (f, "case");
  open = case_of (f, case_id);
  g_assert_cmpint (open->kind, ==, GRAM_CASE_PAYMENT);
  g_assert_cmpint (open->state, ==, GRAM_CASE_OPEN);
  ccts_set_day ("2027-02-04");
  g_assert_cmpint (state_of (f), ==, GRAM_PAYMENT_NOTICE_APPEALED);
  g_assert_cmpstr (settlement_notice (f, DECISION_MAKER, "payment-notice.end-appeal",
                                      "'outcome': 'perhaps', 'reason': 'R'"),
                   ==, "payment-notice.outcome");
  g_assert_cmpstr (settlement_notice (f, DECISION_MAKER, "payment-notice.end-appeal",
                                      "'outcome': 'dismissed', 'reason': 'They are.'"),
                   ==, "");
  settlement_check_result (f, "state", "overdue");
  decided = case_of (f, case_id);
  g_assert_cmpint (decided->state, ==, GRAM_CASE_DECIDED);
  g_assert_cmpstr (settlement_notice (f, OWNER, "payment-notice.appeal", "'text': 'Once more.'"),
                   ==, "payment-notice.appealed-before");
  settlement_check_money (f, CCTS_ALPHA, 8600, 0);
  fixture_verify (f);
}

static void
test_appeal_allowed (void)
{
  g_autoptr (Fixture) f = new_noticed ();

  g_assert_cmpstr (settlement_notice (f, OWNER, "payment-notice.appeal",
                                      "'text': 'The cars are not ours.'"),
                   ==, "");
  g_assert_cmpstr (settlement_notice (f, DECISION_MAKER, "payment-notice.end-appeal",
                                      "'outcome': 'allowed', 'reason': 'They are not.'"),
                   ==, "");
  settlement_check_result (f, "state", "withdrawn");
  settlement_check_money (f, CCTS_ALPHA, 0, 0);
  fixture_verify (f);
}

static guint
count_overdue (Fixture *f, FixturePerson who)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) ids = NULL;
  const GramNoticeQuery query = { 0 };
  GError *error = NULL;
  guint n = 0;

  ids = gram_registry_notice_ids (f->registry, f->actors[who], &query, 0, NULL, &error);
  g_assert_no_error (error);
  rows = gram_registry_notice_rows (f->registry, f->actors[who], (const gint64 *)ids->data,
                                    ids->len, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    n += ((GramNoticeRow *)rows->pdata[i])->event == GRAM_EVENT_PAYMENT_OVERDUE ? 1 : 0;
  return n;
}

/* From the day after the last one on, told once to both sides. */
static void
test_overdue (void)
{
  g_autoptr (Fixture) f = new_noticed ();
  gint64 length;

  ccts_set_last_second (DUE);
  g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  g_assert_cmpuint (count_overdue (f, OWNER), ==, 0);
  g_assert_cmpint (state_of (f), ==, GRAM_PAYMENT_NOTICE_ISSUED);
  ccts_set_first_second ("2027-02-04");
  g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  g_assert_cmpint (state_of (f), ==, GRAM_PAYMENT_NOTICE_OVERDUE);
  g_assert_cmpuint (count_overdue (f, OWNER), ==, 1);
  g_assert_cmpuint (count_overdue (f, CASE_HANDLER), ==, 1);
  length = fixture_journal_length (f);
  ccts_set_day ("2027-02-20");
  g_assert_true (gram_registry_run_due (f->registry, NULL, NULL));
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  fixture_verify (f);
}

/* The form begins with the amount, the earliest day, and what the last notice said. */
static void
test_draft (void)
{
  g_autoptr (Fixture) f = new_owing ();
  g_autoptr (GramPaymentNoticeDraft) first = NULL;
  g_autoptr (GramPaymentNoticeDraft) second = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  gint64 account = ccts_account (f, CCTS_ALPHA);

  first = gram_registry_payment_notice_draft (f->registry, f->actors[DECISION_MAKER], account,
                                              CCTS_YEAR, NULL, NULL);
  g_assert_cmpint (first->amount, ==, 8600);
  g_assert_cmpstr (first->due_on, ==, DUE);
  g_assert_cmpstr (first->payable_to, ==, "");
  g_assert_nonnull (strstr (first->calculation, "86.00"));
  g_assert_null (gram_registry_payment_notice_draft (f->registry, f->actors[OWNER], account,
                                                     CCTS_YEAR, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "permission.role");
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, DUE, ""), ==, "");
  g_assert_cmpstr (settlement_notice (f, ADMINISTRATOR, "payment-notice.withdraw",
                                      "'reason': 'Wrong'"),
                   ==, "");
  second = gram_registry_payment_notice_draft (f->registry, f->actors[ADMINISTRATOR], account,
                                               CCTS_YEAR, NULL, NULL);
  g_assert_cmpstr (second->payable_to, ==, "The Vehicle Emissions Administrator");
}

/* Who may see a notice and its document; for others there is none. */
static void
test_sight (void)
{
  g_autoptr (Fixture) f = new_noticed ();
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramPaymentNoticeDetail) owner = detail_of (f, OWNER);
  g_autoptr (GramPaymentNoticeDetail) administrator = detail_of (f, ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_nonnull (
      gram_payment_notice_detail_get_refusal (owner, "payment-notice.record-payment"));
  g_assert_null (gram_payment_notice_detail_get_refusal (owner, "payment-notice.appeal"));
  g_assert_null (
      gram_payment_notice_detail_get_refusal (administrator, "payment-notice.record-payment"));
  g_assert_nonnull (
      gram_payment_notice_detail_get_refusal (administrator, "payment-notice.end-appeal"));
  g_assert_null (
      gram_registry_payment_notice (f->registry, f->actors[STRANGER], 1, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "payment-notice.unknown");
  g_clear_pointer (&refusal, gram_refusal_free);
  g_assert_null (gram_registry_document_content (f->registry, f->actors[STRANGER],
                                                 owner->document->id, NULL, &refusal, NULL));
  g_assert_cmpstr (refusal->id, ==, "document.unknown");
  g_clear_pointer (&refusal, gram_refusal_free);
  g_assert_null (
      gram_registry_payment_notices (f->registry, f->actors[OWNER], 0, 0, &refusal, NULL));
  rows = gram_registry_payment_notices (f->registry, f->actors[READER], 0, CCTS_YEAR, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
}

/* An own registry records what the administrator gave, with its reference; members do it. */
static void
test_own (void)
{
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_OWN);

  g_assert_cmpstr (settlement_surrender (f, CCTS_BETA, "995931"), ==, "");
  ccts_set_day ("2027-01-04");
  ccts_account_year (f);
  g_assert_cmpstr (fixture_do (f, STRANGER, "payment-notice.issue",
                               "{'account': '@4', 'year': 2025, 'due-on': '" DUE
                               "', " SETTLEMENT_TEXTS "}"),
                   ==, "decision.reference");
  g_assert_cmpstr (fixture_do (f, STRANGER, "payment-notice.issue",
                               "{'account': '@4', 'year': 2025, 'due-on': '" DUE
                               "', " SETTLEMENT_TEXTS ", 'reference': 'VEA 12/27'}"),
                   ==, "");
  /* 59,414.6 units at £86. */
  settlement_check_result (f, "amount", "5109655.60");
  fixture_verify (f);
}

static void
check_deadlines (Fixture *f, const char *wanted)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) deadlines
      = gram_registry_deadlines (f->registry, f->actors[OWNER], ccts_account (f, CCTS_ALPHA),
                                 &refusal, &error);
  g_autoptr (GString) told = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_null (refusal);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const GramDeadline *deadline = deadlines->pdata[i];

      g_string_append_printf (told, "%s%s %s", i > 0 ? ", " : "", deadline->on, deadline->title);
    }
  g_assert_cmpstr (told->str, ==, wanted);
}

/* Art. 31(1), 38(1): the window and the surrender end together; then art. 39(5)(b), until it is paid or appealed. */
static void
test_deadlines (void)
{
  g_autoptr (Fixture) f = settlement_new ("1000x120", "131");

  ccts_set_day ("2026-12-31");
  check_deadlines (f, "2026-12-31 Last day of trading and surrender of 2025");
  g_assert_cmpstr (settlement_surrender (f, CCTS_ALPHA, "119999"), ==, "");
  settlement_account (f);
  check_deadlines (f, "");
  g_assert_cmpstr (settlement_issue (f, CCTS_ALPHA, DUE, ""), ==, "");
  check_deadlines (f, DUE " Last day to pay payment notice PN-2025-0001");
  ccts_set_day ("2027-02-20");
  check_deadlines (f, DUE " Last day to pay payment notice PN-2025-0001");
  g_assert_cmpstr (settlement_notice (f, OWNER, "payment-notice.appeal",
                                      "'text': 'Forty cars were never registered here.'"),
                   ==, "");
  check_deadlines (f, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/payment-notices/issue", test_issue);
  g_test_add_func ("/registry/payment-notices/missing", test_missing);
  g_test_add_func ("/registry/payment-notices/late", test_late);
  g_test_add_func ("/registry/payment-notices/not-yet", test_not_yet);
  g_test_add_func ("/registry/payment-notices/payments", test_payments);
  g_test_add_func ("/registry/payment-notices/payment-refusals", test_payment_refusals);
  g_test_add_func ("/registry/payment-notices/reversal", test_reversal);
  g_test_add_func ("/registry/payment-notices/forward", test_forward);
  g_test_add_func ("/registry/payment-notices/withdraw", test_withdraw);
  g_test_add_func ("/registry/payment-notices/appeal", test_appeal);
  g_test_add_func ("/registry/payment-notices/appeal-allowed", test_appeal_allowed);
  g_test_add_func ("/registry/payment-notices/overdue", test_overdue);
  g_test_add_func ("/registry/payment-notices/draft", test_draft);
  g_test_add_func ("/registry/payment-notices/sight", test_sight);
  g_test_add_func ("/registry/payment-notices/own", test_own);
  g_test_add_func ("/registry/payment-notices/deadlines", test_deadlines);

  return g_test_run ();
}
