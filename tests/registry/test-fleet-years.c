/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fleet-fixture.h"

#include "gram-queries-payment-notices.h"

#include <inttypes.h>
#include <string.h>

#define CREDIT_NEW_2026 "ccs-credit/new/2026"

/* Rows 15 (and its part, 16) and 20 of CCS facts §15, through commands, to the cent. */
static const struct
{
  int row;
  const char *account;
  gboolean all;
  gint64 net;
  gint64 credits;
  gint64 amount;
} worked[] = {
  { 15, "@2", TRUE, 1788, 1788, 0 },
  { 16, "@2", FALSE, -9983, 0, 149745 },
  { 20, "@", TRUE, -3041, 0, 22808 },
};

static void
test_worked (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
      gint64 account_id = g_str_equal (worked[i].account, "@") ? 1 : 2;
      g_autoptr (GramFleetRehearsal) rehearsal = NULL;
      g_autoptr (GramFleetYearDetail) before = NULL;
      g_autoptr (GramFleetYearDetail) after = NULL;
      g_autofree char *expect = NULL;

      g_test_message ("row %d", worked[i].row);
      if (account_id == 1)
        fleet_accept_used (f);
      else
        fleet_accept_new (f, worked[i].all);
      fleet_check (f, account_id, 0, 0, 2026, 0);

      /* While it grows its figures are known already. */
      before = fleet_detail (f, account_id, 2026);
      g_assert_cmpstr (before->row->state, ==, "growing");
      g_assert_cmpint (before->row->net, ==, worked[i].net);
      g_assert_cmpint (before->row->credits, ==, worked[i].credits);
      g_assert_cmpint (before->row->amount, ==, worked[i].amount);
      g_assert_cmpstr (before->row->due_on, ==, "2027-03-31");
      g_assert_cmpstr (gram_fleet_year_detail_get_refusal (before, "fleet-year.settle")->id, ==,
                       "fleet-year.not-over");

      life_set_day ("2027-01-05");
      rehearsal = fleet_rehearse (f, account_id, 2026);
      g_assert_nonnull (rehearsal);
      g_assert_cmpint (rehearsal->credits, ==, worked[i].credits);
      g_assert_cmpint (rehearsal->charge, ==, worked[i].amount);
      g_assert_true (rehearsal->posts);
      expect = g_strdup_printf (", 'expect': '%s'", rehearsal->digest);
      g_assert_cmpstr (fleet_settle (f, worked[i].account, 2026, expect), ==, "");
      fleet_check (f, account_id, worked[i].amount, 0, 2026, worked[i].credits);

      after = fleet_detail (f, account_id, 2026);
      g_assert_cmpstr (after->row->state, ==, worked[i].amount > 0 ? "invoiced" : "settled");
      g_assert_cmpint (after->row->outstanding, ==, worked[i].amount);
      g_assert_cmpuint (after->charges->len, ==, worked[i].amount > 0);
      g_assert_cmpuint (after->runs->len, ==, 1);
      g_assert_cmpstr (gram_fleet_year_detail_get_refusal (after, "fleet-year.settle")->id, ==,
                       "fleet-year.unchanged");
    }
}

/* Row 19: the shortfall of row 16 with 60 credits of another year. */
static void
test_worked_credits (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramChargeRecord) charge = NULL;
  gint64 id;

  fleet_accept_new (f, FALSE);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "credit.carry-in",
                               "{'account': '@2', 'year': 2025, 'amount': '60.00',"
                               " 'reference': 'Old books'}"),
                   ==, "");
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@2", 2026, ""), ==, "");
  id = fixture_result (f, "charge");
  fleet_offset (f, "@2", "60");
  charge = fleet_charge (f, id);
  g_assert_cmpint (charge->outstanding, ==, 59745);
  g_assert_cmpint (charge->credits, ==, 6000);
  fleet_check (f, 2, 59745, 0, 2025, 0);
}

/* A rulebook by which a gram of new vehicles is at $67.50 in 2026. */
static void
publish_rate (Fixture *f)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data/rulebooks/ccs-2027-01.json", NULL);
  g_autofree char *content = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GString) text = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  text = g_string_new (content);
  g_assert_cmpuint (g_string_replace (text, "\"ccs-2027-01\"", "\"ccs-2027-02\"", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (text, "\"fleet_average_new\": \"15.00\"",
                                      "\"fleet_average_new\": \"67.50\"", 1),
                    ==, 1);
  copy = fixture_file (f, "rate.json", text->str);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "rulebook.publish", "{'file': '%s'}", copy), ==,
                   "");
}

/* Row 18: the same grams at $67.50; the tie at the cent goes up. A year that is settled keeps the rate it was settled at. */
static void
test_worked_rate (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (Fixture) settled = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);

  fleet_accept_new (f, FALSE);
  publish_rate (f);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@2", 2026, ""), ==, "");
  fleet_check (f, 2, 673853, 0, 2026, 0);

  life_set_day ("2026-02-10");
  fleet_accept_new (settled, FALSE);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (settled, "@2", 2026, ""), ==, "");
  publish_rate (settled);
  g_assert_cmpstr (fleet_settle (settled, "@2", 2026, ""), ==, "fleet-year.unchanged");
  fleet_check (settled, 2, 149745, 0, 2026, 0);
}

static const LifeRow refused[] = {
  { CASE_HANDLER, "fleet-year.settle", "{'account': '@', 'year': 2026, " FLEET_TEXTS "}",
    "permission.role" },
  { OWNER, "fleet-year.settle", "{'account': '@', 'year': 2026, " FLEET_TEXTS "}",
    "permission.role" },
  { ADMINISTRATOR, "fleet-year.settle", "{'account': '@3', 'year': 2026, " FLEET_TEXTS "}",
    "account.other-scheme", "LTA 1998 s 182" },
  { ADMINISTRATOR, "fleet-year.settle", "{'account': '@', 'year': 26, " FLEET_TEXTS "}",
    "fleet-year.year", "LTA 1998 s 182" },
  { ADMINISTRATOR, "fleet-year.settle", "{'account': '@', 'year': 4294969322, " FLEET_TEXTS "}",
    "fleet-year.year", "LTA 1998 s 182" },
  { ADMINISTRATOR, "fleet-year.settle", "{'account': '@', 'year': 2025, " FLEET_TEXTS "}",
    "fleet-year.empty", "LTA 1998 s 182" },
  { DECISION_MAKER, "fleet-year.settle", "{'account': '@', 'year': 2026, " FLEET_TEXTS "}",
    "fleet-year.not-over", "LTA 1998 s 177, s 182" },
};

/* Not before the year is over in New Zealand, not without a word whom to pay, not with a stale preview, and once. */
static void
test_refused (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFleetRehearsal) stale = NULL;
  g_autofree char *expect = NULL;
  gint64 length;

  fleet_accept_used (f);
  length = fixture_journal_length (f);
  life_check_rows (f, refused, G_N_ELEMENTS (refused));
  life_set_evening ("2026-12-31");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "fleet-year.not-over");
  g_assert_nonnull (strstr (f->message, "2026"));
  life_set_morning ("2027-01-01");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "fleet-year.settle",
                               "{'account': '@', 'year': 2026}"),
                   ==, "text.empty");
  stale = fleet_rehearse (f, 1, 2026);
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  fleet_correct (f, "ZVW30-1000002", "130");
  expect = g_strdup_printf (", 'expect': '%s'", stale->digest);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, expect), ==, "fleet-year.preview-changed");
  fleet_check (f, 1, 0, 0, 2026, 0);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  fleet_check (f, 1, 21308, 0, 2026, 0);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "fleet-year.unchanged");
  fleet_check (f, 1, 21308, 0, 2026, 0);
}

/* A minute of 2026 in New Zealand belongs to 2026, the next to 2027, whatever the day is elsewhere. */
static void
test_midnight (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFleetYearDetail) old = NULL;
  g_autoptr (GramFleetYearDetail) new = NULL;

  figures_enter (f, "@", "ZVW30-1000001", "A", 1482, "110");
  figures_enter (f, "@", "ZVW30-1000002", "A", 1482, "110");
  life_set_evening ("2026-12-31");
  figures_accept (f, "@", "ZVW30-1000001");
  life_set_morning ("2027-01-01");
  figures_accept (f, "@", "ZVW30-1000002");
  old = fleet_detail (f, 1, 2026);
  new = fleet_detail (f, 1, 0);
  g_assert_cmpint (old->row->vehicles, ==, 1);
  g_assert_cmpint (old->row->net, ==, -200);
  g_assert_cmpint (new->row->year, ==, 2027);
  g_assert_cmpint (new->row->vehicles, ==, 1);
}

static void
enter_model (Fixture *f, const char *chassis, const char *model, const char *co2)
{
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'chassis': '%s', 'make': 'Toyota', 'model': '%s',"
                               " 'type': 'A', 'mass-kg': 1482, 'co2-g-km': '%s'}",
                               chassis, model, co2),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.mark-ready",
                               "{'account': '@', 'vehicles': ['%s']}", chassis),
                   ==, "");
  figures_accept (f, "@", chassis);
}

/* Month by month without gaps, model by model, the worst first. */
static void
test_growth (void)
{
  static const gint64 running[] = { 0, -1200, -1200, -700 };
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFleetYearDetail) detail = NULL;
  const GramFleetModel *model;

  enter_model (f, "ZVW30-1000001", "Aqua", "108");
  enter_model (f, "ZVW30-1000002", "Hiace", "120");
  life_set_day ("2026-04-20");
  enter_model (f, "ZVW30-1000003", "Aqua", "103");
  detail = fleet_detail (f, 1, 2026);
  g_assert_cmpuint (detail->months->len, ==, 4);
  for (guint i = 0; i < detail->months->len; i++)
    {
      const GramFleetMonth *month = detail->months->pdata[i];

      g_assert_cmpint (month->period, ==, 202601 + (int)i);
      g_assert_cmpint (month->running, ==, running[i]);
    }
  g_assert_cmpuint (detail->models->len, ==, 2);
  model = detail->models->pdata[0];
  g_assert_cmpstr (model->model, ==, "Hiace");
  g_assert_cmpint (model->excess, ==, 1200);
  model = detail->models->pdata[1];
  g_assert_cmpint (model->vehicles, ==, 2);
  g_assert_cmpint (model->net, ==, 500);
  g_assert_cmpint (detail->row->vehicles, ==, 3);
  g_assert_cmpint (detail->row->net, ==, -700);
  /* −7.00 over three vehicles: −2.3333 on average. */
  g_assert_cmpint (detail->average, ==, -233);
  g_assert_nonnull (strstr (detail->average_value, "2.3333"));
}

/* What waits, by the rules of today; from October on also by those of 1 January (rows 3 and 9 of §15). */
static void
test_forecast (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFleetYearDetail) summer = NULL;
  g_autoptr (GramFleetYearDetail) autumn = NULL;
  g_autoptr (GramFleetYearDetail) over = NULL;

  figures_enter (f, "@", "ZVW30-1000001", "A", 1090, "79");
  figures_accept (f, "@", "ZVW30-1000001");
  figures_enter (f, "@", "ZVW30-1000002", "A", 1400, "132");
  figures_enter (f, "@", "ZVW30-1000003", "A", 1400, "132");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'chassis': 'ZVW30-1000009', 'make': 'Toyota'}"),
                   ==, "");
  summer = fleet_detail (f, 1, 2026);
  g_assert_cmpint (summer->forecast.vehicles, ==, 2);
  g_assert_cmpint (summer->forecast.unknown, ==, 1);
  g_assert_cmpint (summer->forecast.net, ==, -5362);
  g_assert_cmpint (summer->forecast.net_with, ==, -3807);
  /* 38.07 × 7.50 = 285.525, the tie goes up. */
  g_assert_cmpint (summer->forecast.amount_with, ==, 28553);
  g_assert_null (summer->next);

  life_set_day ("2026-10-01");
  autumn = fleet_detail (f, 1, 2026);
  g_assert_nonnull (autumn->next);
  g_assert_cmpint (autumn->next->year, ==, 2027);
  g_assert_cmpint (autumn->next->net, ==, -6914);
  g_assert_cmpint (autumn->next->net_with, ==, -6914);
  g_assert_cmpint (autumn->next->amount_with, ==, 51855);

  life_set_day ("2027-01-05");
  over = fleet_detail (f, 1, 2026);
  g_assert_cmpint (over->forecast.vehicles, ==, 0);
  g_assert_null (over->next);
}

/* The text of a document, with single blanks. */
static char *
text_of (GBytes *pdf)
{
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                          "pdftotext", "-", "-", NULL);
  g_autoptr (GBytes) output = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) squeezed = g_string_new (NULL);

  g_assert_true (g_subprocess_communicate (process, pdf, NULL, &output, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (process));
  text = g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
  words = g_strsplit_set (text, " \n\f", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (squeezed, "%s%s", squeezed->len > 0 ? " " : "", *word);
  return g_string_free_and_steal (g_steal_pointer (&squeezed));
}

/* The invoice is kept with its SHA-256, and says what is owed, to whom, and until when. */
static void
test_invoice (void)
{
  static const char *const says[] = { "Invoice FA-2026-0001",
                                      "Harbour Street Imports Ltd",
                                      "497.45",
                                      "99.83",
                                      "31 March 2027",
                                      "The Director of Land Transport",
                                      "3 vehicles accepted in 02/2026" };
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramChargeRecord) charge = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *text = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  fleet_accept_new (f, FALSE);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@2", 2026, ""), ==, "");
  fleet_check_result (f, "number", "FA-2026-0001");
  fleet_check_result (f, "amount", "1497.45");
  fleet_check_result (f, "due-on", "2027-03-31");
  charge = fleet_charge (f, fixture_result (f, "charge"));
  g_assert_cmpstr (charge->reference, ==, "FA-2026-0001");
  g_assert_cmpint (charge->kind, ==, GRAM_CHARGE_FLEET_AVERAGE);
  g_assert_cmpint (charge->vehicles, ==, 3);
  g_assert_cmpint (charge->document_id, ==, fixture_result (f, "document"));
  pdf = gram_registry_document_content (f->registry, f->actors[STRANGER], charge->document_id, NULL,
                                        &refusal, &error);
  g_assert_no_error (error);
  g_assert_null (refusal);
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  fleet_check_result (f, "sha256", digest);
  text = text_of (pdf);
  for (gsize i = 0; i < G_N_ELEMENTS (says); i++)
    if (strstr (text, says[i]) == NULL)
      g_error ("the invoice does not say “%s”: %s", says[i], text);
  /* Nobody else reads it. */
  g_assert_null (gram_registry_document_content (f->registry, f->actors[OWNER], charge->document_id,
                                                 NULL, &refusal, &error));
  g_assert_nonnull (refusal);
  gram_refusal_free (refusal);
}

/* Overdue on 1 April in New Zealand, and not an hour before. */
static void
test_overdue (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFleetYearDetail) last = NULL;
  g_autoptr (GramFleetYearDetail) after = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  fleet_accept_used (f);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  life_set_evening ("2027-03-31");
  last = fleet_detail (f, 1, 2026);
  g_assert_cmpstr (last->row->state, ==, "invoiced");
  g_assert_cmpint (last->row->overdue_days, ==, 0);
  life_set_morning ("2027-04-01");
  after = fleet_detail (f, 1, 2026);
  g_assert_cmpstr (after->row->state, ==, "overdue");
  g_assert_cmpint (after->row->overdue_days, ==, 1);
  g_assert_cmpuint (after->missing->len, ==, 1);

  /* The administrator's list has all accounts, a member only theirs. */
  rows = gram_registry_fleet_years (f->registry, f->actors[ADMINISTRATOR], 0, 2026, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = gram_registry_fleet_years (f->registry, f->actors[ADMINISTRATOR], 0, 0, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (((GramFleetYearRow *)rows->pdata[0])->year, ==, 2027);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = gram_registry_fleet_years (f->registry, f->actors[STRANGER], 0, 0, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((GramFleetYearRow *)rows->pdata[0])->account_id, ==, 2);
}

/* Revoked in mid-year: what was accepted before is settled as Fleet Average, at once if so wanted; the rest is charged as it comes. */
static void
test_revoked (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramFleetYearDetail) detail = NULL;

  fleet_accept_used (f);
  life_set_day ("2026-06-15");
  g_assert_cmpstr (fixture_do (f, DECISION_MAKER, "application.revoke",
                               "{'account': '@', 'reason': 'No importer any more.'}"),
                   ==, "");
  figures_enter (f, "@", "ZVW30-1000005", "A", 1400, "132");
  figures_accept (f, "@", "ZVW30-1000005");
  fleet_check (f, 1, 16086, 0, 2026, 0);
  detail = fleet_detail (f, 1, 2026);
  g_assert_cmpint (detail->row->vehicles, ==, 4);
  g_assert_cmpint (detail->row->net, ==, -3041);
  g_assert_true (detail->may_settle);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "");
  fleet_check (f, 1, 16086 + 22808, 0, 2026, 0);
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "fleet-year.unchanged");
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fleet_settle (f, "@", 2026, ""), ==, "fleet-year.unchanged");
  fleet_check (f, 1, 16086 + 22808, 0, 2026, 0);
}

/* An own registry records what the administrator settled, with the number of the invoice. */
static void
test_own (void)
{
  g_autoptr (Fixture) f = fleet_new (GRAM_REGISTRY_OWN);
  g_autoptr (GramChargeRecord) charge = NULL;

  fleet_accept_used (f);
  life_set_day ("2027-01-05");
  g_assert_cmpstr (fixture_do (f, EDITOR, "fleet-year.settle",
                               "{'account': '@', 'year': 2026, " FLEET_TEXTS "}"),
                   ==, "decision.reference");
  g_assert_cmpstr (fixture_do (f, VIEWER, "fleet-year.settle",
                               "{'account': '@', 'year': 2026, 'reference': 'NZTA 7', " FLEET_TEXTS
                               "}"),
                   ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, EDITOR, "fleet-year.settle",
                               "{'account': '@', 'year': 2026, 'reference': 'NZTA 7', " FLEET_TEXTS
                               "}"),
                   ==, "");
  charge = fleet_charge (f, fixture_result (f, "charge"));
  g_assert_cmpstr (charge->reference, ==, "NZTA 7");
  fleet_check (f, 1, 22808, 0, 2026, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fleet-years/worked", test_worked);
  g_test_add_func ("/fleet-years/worked-credits", test_worked_credits);
  g_test_add_func ("/fleet-years/worked-rate", test_worked_rate);
  g_test_add_func ("/fleet-years/refused", test_refused);
  g_test_add_func ("/fleet-years/midnight", test_midnight);
  g_test_add_func ("/fleet-years/growth", test_growth);
  g_test_add_func ("/fleet-years/forecast", test_forecast);
  g_test_add_func ("/fleet-years/invoice", test_invoice);
  g_test_add_func ("/fleet-years/overdue", test_overdue);
  g_test_add_func ("/fleet-years/revoked", test_revoked);
  g_test_add_func ("/fleet-years/own", test_own);
  return g_test_run ();
}
