/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-fixture.h"
#include "life-fixture.h"

#include "gram-accounting-table.h"
#include "gram-document-table.h"
#include "gram-ledger.h"
#include "gram-queries-years.h"
#include "gram-year-balance-table.h"

#include <inttypes.h>
#include <string.h>

/* A scheme year from measuring to closing, through commands (articles 31 to 40). */

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"

static GramYearDetail *
read_year (Fixture *f, FixturePerson who, const char *refusal)
{
  g_autoptr (GramRefusal) no = NULL;
  GError *error = NULL;
  GramYearDetail *detail = gram_registry_year (f->registry, f->actors[who], CCTS_YEAR, &no, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (no != NULL ? no->id : "", ==, refusal);
  return detail;
}

static void
check_state (Fixture *f, GramCctsYearState state)
{
  g_autoptr (GramYearDetail) detail = read_year (f, ADMINISTRATOR, "");

  g_assert_cmpstr (gram_ccts_year_state_title (detail->row->state), ==,
                   gram_ccts_year_state_title (state));
}

static GramYearRehearsal *
rehearse (Fixture *f, const char *command, const char *refusal)
{
  g_autoptr (GVariant) arguments = fixture_arguments (f, "{'year': 2025}");
  g_autoptr (GramRefusal) no = NULL;
  GError *error = NULL;
  GramYearRehearsal *rehearsal = gram_registry_rehearse_year (f->registry, f->actors[ADMINISTRATOR],
                                                              command, arguments, &no, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (no != NULL ? no->id : "", ==, refusal);
  return rehearsal;
}

static const char *
act (Fixture *f, const char *command)
{
  return fixture_do (f, ADMINISTRATOR, command, "{'year': 2025}");
}

/* Each step at the last second before it can be taken, and at the first at which it can (art. 31, art. 38(1); Q10). */
static void
test_instants (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_register (f, CCTS_ALPHA, "1000x120");
  ccts_baseline (f, CCTS_ALPHA, "120");

  ccts_set_last_second ("2025-12-31");
  g_assert_cmpstr (act (f, "year.measure"), ==, "year.not-over");
  g_assert_cmpstr (f->article, ==, "CCTS art. 36(1)");
  g_assert_cmpstr (act (f, "allocation.post"), ==, "year.not-measured");
  ccts_set_first_second ("2026-01-01");
  g_assert_cmpstr (act (f, "year.measure"), ==, "");
  g_assert_cmpstr (act (f, "allocation.post"), ==, "");

  ccts_set_last_second ("2026-10-31");
  check_state (f, GRAM_CCTS_YEAR_ALLOCATED);
  ccts_set_first_second ("2026-11-01");
  check_state (f, GRAM_CCTS_YEAR_WINDOW_OPEN);
  ccts_set_last_second ("2026-12-31");
  check_state (f, GRAM_CCTS_YEAR_WINDOW_OPEN);
  g_assert_cmpstr (act (f, "year.account"), ==, "year.window-not-over");
  g_assert_cmpstr (act (f, "year.close"), ==, "year.window-not-over");
  ccts_set_first_second ("2027-01-01");
  check_state (f, GRAM_CCTS_YEAR_WINDOW_CLOSED);
  g_assert_cmpstr (act (f, "year.close"), ==, "year.not-accounted");
  g_assert_cmpstr (act (f, "year.account"), ==, "");
  g_assert_cmpstr (act (f, "year.close"), ==, "year.notices-missing");
  fixture_verify (f);
}

/* 999 and 1,000 cars, and cars that come after the measuring. */
static void
test_participants (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramYearDetail) before = NULL;
  g_autoptr (GramYearDetail) after = NULL;
  g_autoptr (GramYearRehearsal) rehearsal = NULL;
  const GramParticipantRow *row;

  ccts_register (f, CCTS_ALPHA, "999x120");
  ccts_register (f, CCTS_BETA, "1000x120");
  before = read_year (f, ADMINISTRATOR, "");
  g_assert_cmpuint (before->participants->len, ==, 1);
  row = before->participants->pdata[0];
  g_assert_cmpstr (row->holder, ==, "Beta Cars Ltd");
  g_assert_false (row->measured);

  ccts_measure (f);
  ccts_register (f, CCTS_ALPHA, "1x100.5");
  rehearsal = rehearse (f, "year.measure", "");
  g_assert_cmpuint (rehearsal->rows->len, ==, 2);
  row = rehearsal->rows->pdata[0];
  g_assert_cmpint (row->before_cars, ==, -1);
  g_assert_cmpint (row->cars, ==, 1000);
  g_assert_cmpint (row->activity, ==, 119980500);
  row = rehearsal->rows->pdata[1];
  g_assert_cmpint (row->before_cars, ==, 1000);
  after = read_year (f, ADMINISTRATOR, "");
  g_assert_cmpuint (after->participants->len, ==, 1);
  g_assert_cmpint (after->row->facts.changed, ==, 1);

  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "year.measure", "{'year': 2025, 'expect': '%s'}",
                               rehearsal->digest),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "year.measure", "{'year': 2025, 'expect': '%s'}",
                               rehearsal->digest),
                   ==, "year.preview-changed");
  fixture_verify (f);
}

static void
notify (Fixture *f,
        FixturePerson who,
        int place,
        const char *side,
        int other,
        const char *name,
        const char *price)
{
  g_assert_cmpstr (fixture_do (f, who, "trade.notify",
                               "{'account': '@%d', 'year': 2025, 'side': '%s', 'name': '%s',"
                               " 'number': '%s', 'quantity': '30000', 'price': '%s',"
                               " 'agreed-on': '2026-11-02'" SIGNATURE "}",
                               place, side, name, f->numbers[other], price),
                   ==, "");
}

static void
register_trade (Fixture *f)
{
  gint64 trade = 1;
  gint64 case_id = 1;

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "case.claim", "{'cases': [%" PRId64 "]}", case_id),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "trade.register",
                               "{'trades': [%" PRId64 "], 'reason': 'Both said the same.'}", trade),
                   ==, "");
}

static void
check_books (Fixture *f, int place, const GramYearBalanceRecord *wanted)
{
  g_autoptr (GramYearBalanceRecord) found = NULL;
  GError *error = NULL;

  gram_year_balance_table_get (gram_registry_get_store (f->registry), CCTS_YEAR,
                               ccts_account (f, place), &found, &error);
  g_assert_no_error (error);
  g_assert_nonnull (found);
  g_assert_cmpint (found->allocated, ==, wanted->allocated);
  g_assert_cmpint (found->acquired, ==, wanted->acquired);
  g_assert_cmpint (found->traded_in, ==, wanted->traded_in);
  g_assert_cmpint (found->traded_out, ==, wanted->traded_out);
  g_assert_cmpint (found->surrendered, ==, wanted->surrendered);
  g_assert_cmpint (found->lapsed, ==, wanted->lapsed);
  g_assert_cmpint (found->converted, ==, wanted->converted);
  g_assert_cmpint (ccts_held (f, place), ==, 0);
}

static void
trade_and_surrender (Fixture *f)
{
  g_assert_cmpstr (fixture_do (f, STRANGER, "conversion.request",
                               "{'account': '@4', 'year': 2025, 'crts': 200" SIGNATURE "}"),
                   ==, "");
  g_assert_cmpint (ccts_held (f, CCTS_BETA), ==, 1022931);
  notify (f, OWNER, CCTS_ALPHA, "transferor", CCTS_BETA, "Beta Cars Ltd", "375000.00");
  notify (f, STRANGER, CCTS_BETA, "transferee", CCTS_ALPHA, "Alpha Motors plc", "375000.00");
  register_trade (f);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 1548626);
  g_assert_cmpint (ccts_held (f, CCTS_BETA), ==, 1052931);
  ccts_set_last_second ("2026-12-31");
  g_assert_cmpstr (fixture_do (f, OWNER, "allowance.surrender",
                               "{'account': '@3', 'year': 2025, 'quantity': 1467718" SIGNATURE "}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, STRANGER, "allowance.surrender",
                               "{'account': '@4', 'year': 2025, 'quantity': 1052931" SIGNATURE "}"),
                   ==, "");
}

/* The end-to-end year of the facts §11, to the penny; then nothing of the year changes any more. */
static void
test_end_to_end (void)
{
  static const GramYearBalanceRecord alpha
      = { .allocated = 1578626, .traded_out = 30000, .surrendered = 1467718, .lapsed = 80908 };
  static const GramYearBalanceRecord beta
      = { .allocated = 995931, .acquired = 27000, .traded_in = 30000, .surrendered = 1052931 };
  static const char *const frozen[]
      = { "year.measure", "allocation.post", "year.account", "year.close" };
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramYearRehearsal) rehearsal = NULL;
  g_autoptr (GramYearDetail) detail = NULL;

  trade_and_surrender (f);
  ccts_set_first_second ("2027-01-01");
  ccts_account_year (f);
  g_assert_cmpint (fixture_result (f, "participants"), ==, 2);
  detail = read_year (f, READER, "");
  g_assert_cmpint (((GramParticipantRow *)detail->participants->pdata[0])->shortfall, ==, 0);
  g_assert_cmpint (((GramParticipantRow *)detail->participants->pdata[1])->shortfall, ==, 2414600);
  g_assert_cmpint (detail->totals.payment, ==, 20765560);
  g_assert_null (rehearse (f, "year.close", "year.notices-missing"));

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment-notice.issue",
                               "{'account': '@4', 'year': 2025, 'due-on': '2027-02-01',"
                               " 'payable-to': 'The administrator', 'how-to-pay': 'By transfer.',"
                               " 'appeal-rights': 'To the tribunal.', 'reference': 'PN 1'}"),
                   ==, "");
  rehearsal = rehearse (f, "year.close", "");
  g_assert_cmpint (rehearsal->posted, ==, 80908);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "year.close", "{'year': 2025, 'expect': '%s'}",
                               rehearsal->digest),
                   ==, "");
  check_books (f, CCTS_ALPHA, &alpha);
  check_books (f, CCTS_BETA, &beta);
  g_assert_cmpint (ccts_balance (f, 0, "lapse", CCTS_UNIT), ==, 80908);
  g_assert_cmpint (ccts_balance (f, 0, "surrender", CCTS_UNIT), ==, 2520649);
  g_assert_cmpint (ccts_balance (f, 0, "issue", CCTS_UNIT)
                       + ccts_balance (f, 0, "acquisition", CCTS_UNIT),
                   ==, -2601557);
  for (gsize i = 0; i < G_N_ELEMENTS (frozen); i++)
    g_assert_cmpstr (act (f, frozen[i]), ==, "year.closed");
  check_state (f, GRAM_CCTS_YEAR_CLOSED);
  fixture_verify (f);
}

/* What is in the ledger and in no table keeps a year from closing, and the difference is named. */
static void
test_does_not_balance (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  GramStore *store = gram_registry_get_store (f->registry);
  GramLedgerLine lines[] = {
    { 0, "issue", CCTS_UNIT, -1234 },
    { 0, "holding", CCTS_UNIT, 1234 },
  };
  GramUnit *unit;
  GError *error = NULL;

  ccts_register (f, CCTS_ALPHA, "1000x120");
  ccts_baseline (f, CCTS_ALPHA, "120");
  ccts_measure (f);
  ccts_allocate (f);
  ccts_set_day ("2026-12-01");
  g_assert_cmpstr (fixture_do (f, OWNER, "allowance.surrender",
                               "{'account': '@3', 'year': 2025, 'quantity': 120000" SIGNATURE "}"),
                   ==, "");
  ccts_set_day ("2027-01-02");
  ccts_account_year (f);

  lines[1].account_id = ccts_account (f, CCTS_ALPHA);
  unit = gram_unit_begin (store, &error);
  g_assert_no_error (error);
  gram_ledger_post (unit, 1, "allocation", lines, G_N_ELEMENTS (lines), NULL, &error);
  g_assert_no_error (error);
  gram_unit_commit (unit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (act (f, "year.close"), ==, "year.does-not-balance");
  g_assert_cmpstr (f->article, ==, "CCTS art. 40");
  g_assert_nonnull (strstr (f->message, f->numbers[CCTS_ALPHA]));
  g_assert_nonnull (strstr (f->message, "234 allowances"));
}

/* What a correction takes away is taken back as far as it is held; the rest is named, and the year closes still. */
static void
test_not_held (void)
{
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramYearRehearsal) rehearsal = NULL;
  g_auto (GStrv) skipped = NULL;
  const GramParticipantRow *row;

  g_assert_cmpstr (fixture_do (f, OWNER, "allowance.surrender",
                               "{'account': '@3', 'year': 2025, 'quantity': 1467718" SIGNATURE "}"),
                   ==, "");
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 110908);
  ccts_baseline (f, CCTS_ALPHA, "116.28");
  rehearsal = rehearse (f, "allocation.post", "");
  g_assert_cmpint (rehearsal->taken_back, ==, 110908);
  g_assert_cmpint (rehearsal->not_held, ==, 14102);
  row = rehearsal->rows->pdata[0];
  g_assert_cmpint (row->posts, ==, -110908);
  g_assert_nonnull (strstr (row->note, "102 allowances"));
  ccts_allocate (f);
  g_assert_true (g_variant_lookup (f->result, "skipped", "^as", &skipped));
  g_assert_cmpuint (g_strv_length (skipped), ==, 1);
  g_assert_cmpstr (skipped[0], ==, f->numbers[CCTS_ALPHA]);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 0);
  fixture_verify (f);
}

/* Who is no participant any more gives back what it was allocated. */
static void
test_no_participant_any_more (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramYearDetail) detail = NULL;
  static const int places[] = { CCTS_BETA, CCTS_ALPHA, 0 };

  ccts_register (f, CCTS_ALPHA, "1000x120");
  ccts_register (f, CCTS_BETA, "400x100");
  ccts_baseline (f, CCTS_ALPHA, "120");
  ccts_measure (f);
  ccts_allocate (f);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 120000);

  ccts_pool (f, "South Pool", places);
  ccts_measure (f);
  ccts_baseline (f, CCTS_BETA, "110");
  ccts_allocate (f);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 0);
  g_assert_cmpint (ccts_held (f, CCTS_BETA), ==, 154000);
  detail = read_year (f, ADMINISTRATOR, "");
  g_assert_cmpuint (detail->participants->len, ==, 1);
  g_assert_cmpuint (((GramParticipantRow *)detail->participants->pdata[0])->members->len, ==, 2);
  fixture_verify (f);
}

/* Who was accounted for and is no participant any more owes nothing; what is accounted for alike keeps its row. */
static void
test_accounted_again (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramYearRehearsal) first = NULL;
  g_autoptr (GramYearRehearsal) second = NULL;
  g_autoptr (GramAccountingRecord) before = NULL;
  g_autoptr (GramAccountingRecord) same = NULL;
  g_autoptr (GramAccountingRecord) after = NULL;
  GramStore *store = gram_registry_get_store (f->registry);
  gint64 alpha = ccts_account (f, CCTS_ALPHA);
  static const int places[] = { CCTS_BETA, CCTS_ALPHA, 0 };

  ccts_register (f, CCTS_ALPHA, "1000x120.0625");
  ccts_register (f, CCTS_BETA, "400x100");
  ccts_baseline (f, CCTS_ALPHA, "100");
  ccts_measure (f);
  ccts_allocate (f);
  ccts_set_day ("2027-01-02");
  first = rehearse (f, "year.account", "");
  g_assert_cmpint (first->totals.shortfall, ==, 120062500);
  g_assert_cmpint (first->totals.payment, ==, 1032537500);
  ccts_account_year (f);
  g_assert_true (gram_accounting_table_last (store, CCTS_YEAR, alpha, &before, NULL));
  ccts_account_year (f);
  g_assert_true (gram_accounting_table_last (store, CCTS_YEAR, alpha, &same, NULL));
  g_assert_cmpint (same->id, ==, before->id);

  ccts_pool (f, "Late Pool", places);
  ccts_measure (f);
  ccts_baseline (f, CCTS_BETA, "110");
  ccts_allocate (f);
  second = rehearse (f, "year.account", "");
  g_assert_cmpuint (second->gone->len, ==, 1);
  ccts_account_year (f);
  g_assert_true (gram_accounting_table_last (store, CCTS_YEAR, alpha, &after, NULL));
  g_assert_cmpint (after->activity, ==, 0);
  g_assert_cmpint (after->payment, ==, 0);
  g_assert_cmpstr (act (f, "year.close"), ==, "year.notices-missing");
  fixture_verify (f);
}

/* Who has no baseline was allocated nothing: what it had to pay would be wrong, and nobody is told to pay it. */
static void
test_no_baseline (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramYearDetail) detail = NULL;
  const GramRefusal *no;

  ccts_register (f, CCTS_ALPHA, "1200x120");
  ccts_register (f, CCTS_BETA, "1100x130");
  ccts_measure (f);
  ccts_baseline (f, CCTS_ALPHA, "126.28");
  ccts_allocate (f);
  ccts_set_day ("2027-01-04");
  g_assert_cmpstr (act (f, "year.account"), ==, "year.baselines-missing");
  detail = read_year (f, ADMINISTRATOR, "");
  no = gram_year_detail_get_refusal (detail, "payment-notice.issue");
  g_assert_nonnull (no);
  g_assert_cmpstr (no->article, ==, "CCTS art. 34(1)");
  g_assert_nonnull (strstr (no->message, "Beta"));
  g_assert_null (strstr (no->message, "Alpha"));

  ccts_baseline (f, CCTS_BETA, "121.455");
  ccts_allocate (f);
  g_assert_cmpstr (act (f, "year.account"), ==, "");
  fixture_verify (f);
}

static void
test_publication (void)
{
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramYearDetail) detail = NULL;
  g_autoptr (GramDocumentRecord) record = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) csv = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "year.publish", "{'year': 2025}"), ==,
                   "permission.role");
  g_assert_cmpstr (act (f, "year.publish"), ==, "");
  g_assert_true (gram_document_table_get (gram_registry_get_store (f->registry),
                                          fixture_result (f, "document"), &record, &error));
  pdf = gram_document_table_read (gram_registry_get_store (f->registry), record, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
  csv = gram_registry_publication_csv (f->registry, f->actors[READER], CCTS_YEAR, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_assert_nonnull (strstr (text, "Alpha Motors plc"));
  g_assert_nonnull (strstr (text, "1578626"));
  g_assert_nonnull (strstr (text, "1055345.6"));

  detail = read_year (f, ADMINISTRATOR, "");
  g_assert_cmpuint (detail->documents->len, ==, 1);
  g_assert_cmpint (detail->row->published_at, >, 0);
  g_assert_null (
      gram_registry_publication_csv (f->registry, f->actors[OWNER], CCTS_YEAR, NULL, &error));
  g_assert_no_error (error);
  fixture_verify (f);
}

static void
test_questions (void)
{
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) years = NULL;
  g_autoptr (GramYearDetail) detail = NULL;
  const GramYearRow *row;
  GError *error = NULL;

  years = gram_registry_years (f->registry, f->actors[READER], NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (years->len, ==, 3);
  row = years->pdata[0];
  g_assert_cmpint (row->year, ==, 2026);
  g_assert_cmpint (row->state, ==, GRAM_CCTS_YEAR_COLLECTING);
  row = years->pdata[1];
  g_assert_cmpint (row->year, ==, 2025);
  g_assert_cmpint (row->participants, ==, 2);
  g_assert_cmpint (row->cars, ==, 20701);

  g_assert_null (read_year (f, OWNER, "permission.role"));
  detail = read_year (f, READER, "");
  g_assert_cmpstr (gram_year_detail_get_refusal (detail, "year.measure")->id, ==,
                   "permission.role");
  g_clear_pointer (&detail, gram_year_detail_free);
  detail = read_year (f, ADMINISTRATOR, "");
  g_assert_null (gram_year_detail_get_refusal (detail, "year.measure"));
  g_assert_cmpstr (gram_year_detail_get_refusal (detail, "year.close")->id, ==,
                   "year.window-not-over");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "year.set-standing-rule",
                               "{'year': 2025, 'on': true}"),
                   ==, "");
  g_clear_pointer (&detail, gram_year_detail_free);
  detail = read_year (f, ADMINISTRATOR, "");
  g_assert_true (detail->row->auto_register);
}

/* An own registry records what the administrator decided, and its members read the year. */
static void
test_own_registry (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_OWN);
  g_autoptr (GramYearDetail) detail = NULL;

  ccts_register (f, CCTS_ALPHA, "1000x120");
  g_assert_cmpstr (fixture_do (f, EDITOR, "year.measure", "{'year': 2025, 'reference': 'M 7'}"), ==,
                   "");
  g_assert_cmpstr (fixture_do (f, VIEWER, "year.measure", "{'year': 2025, 'reference': 'M 7'}"), ==,
                   "permission.missing");
  detail = read_year (f, VIEWER, "");
  g_assert_cmpuint (detail->participants->len, ==, 1);
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/years/instants", test_instants);
  g_test_add_func ("/registry/years/participants", test_participants);
  g_test_add_func ("/registry/years/end-to-end", test_end_to_end);
  g_test_add_func ("/registry/years/does-not-balance", test_does_not_balance);
  g_test_add_func ("/registry/years/not-held", test_not_held);
  g_test_add_func ("/registry/years/no-participant-any-more", test_no_participant_any_more);
  g_test_add_func ("/registry/years/accounted-again", test_accounted_again);
  g_test_add_func ("/registry/years/no-baseline", test_no_baseline);
  g_test_add_func ("/registry/years/publication", test_publication);
  g_test_add_func ("/registry/years/questions", test_questions);
  g_test_add_func ("/registry/years/own-registry", test_own_registry);
  return g_test_run ();
}
