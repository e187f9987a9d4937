/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-fixture.h"
#include "credit-fixture.h"

#include "gram-ledger.h"

/* What time alone does to credits and offers (CCS facts §7, §15 row 27), in Auckland. */

/* §15 row 27: 2023 and 2024 until the end of 2028, 2025 until 2029, 2026 until 2030. */
static void
test_calendar (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  static const char *const last_days[] = { "2028-12-31", "2028-12-31", "2029-12-31", "2030-12-31" };
  g_autoptr (GramCredits) credits = NULL;

  for (int year = 2023; year <= 2026; year++)
    credit_carry_in (f, CREDIT_USED, year, "10.50");
  credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "4", "");
  credits = credit_read (f, OWNER, CREDIT_USED);
  g_assert_cmpuint (credits->years->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const GramCreditYear *year = credits->years->pdata[i];

      g_assert_cmpint (year->year, ==, 2023 + (int)i);
      g_assert_cmpstr (year->last_day, ==, last_days[i]);
      g_assert_cmpint (year->available, ==, i == 0 ? 650 : 1050);
      g_assert_cmpint (year->reserved, ==, i == 0 ? 400 : 0);
      g_assert_cmpint (year->warning, ==, 0);
    }
  g_assert_cmpint (credits->available, ==, 3800);
  g_assert_cmpint (credits->reserved, ==, 400);
  g_assert_cmpint (credits->offered, ==, 1);
  g_assert_cmpint (credits->to_accept, ==, 0);
  g_assert_cmpuint (credits->lapses->len, ==, 3);
  g_assert_cmpstr (((GramCreditLapse *)credits->lapses->pdata[0])->on, ==, "2028-12-31");
  g_assert_cmpstr (((GramCreditLapse *)credits->lapses->pdata[0])->warned_on, ==, "2028-10-02");
  g_assert_cmpint (((GramCreditLapse *)credits->lapses->pdata[0])->credits, ==, 2100);
  g_assert_null (gram_credits_get_refusal (credits, "transfer.offer"));
  g_assert_cmpstr (gram_credits_get_refusal (credits, "transfer.record")->id, ==,
                   "command.other-kind");
}

/* An offer can be accepted until the end of its last day in Auckland, to the second; then its credits are there again. */
static void
test_offer (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 in_time;
  gint64 too_late;

  credit_carry_in (f, CREDIT_USED, 2025, "10.00");
  in_time = credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "4", "");
  too_late = credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "5", "");
  life_set_evening ("2026-03-30");
  credit_run_due (f);
  credit_check (f, CREDIT_USED, 2025, 100, 900);
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept", in_time), ==, "");
  life_set_morning ("2026-03-31");
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept", too_late), ==,
                   "transfer.lapsed");
  credit_check (f, CREDIT_USED, 2025, 100, 500);
  credit_run_due (f);
  credit_check (f, CREDIT_USED, 2025, 600, 0);
  credit_check (f, CREDIT_OTHER, 2025, 400, 0);
  credit_check_state (f, in_time, GRAM_CREDIT_TRANSFER_ACCEPTED);
  credit_check_state (f, too_late, GRAM_CREDIT_TRANSFER_LAPSED);
  g_assert_cmpuint (credit_count_notices (f, OWNER, GRAM_EVENT_TRANSFER_LAPSED), ==, 1);
  g_assert_cmpuint (credit_count_notices (f, STRANGER, GRAM_EVENT_TRANSFER_LAPSED), ==, 1);
  fixture_verify (f);
}

/* Once: what is done is not done again, by nobody, and nothing due writes nothing. */
static void
test_once (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  GramRegistry *other;
  gint64 length;

  credit_carry_in (f, CREDIT_USED, 2023, "3.55");
  credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "3", "");
  length = fixture_journal_length (f);
  credit_run_due (f);
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  life_set_day ("2026-04-15");
  other = life_open_other (f);
  g_assert_true (gram_registry_run_due (other, NULL, NULL));
  length = fixture_journal_length (f);
  credit_run_due (f);
  g_assert_true (gram_registry_run_due (other, NULL, NULL));
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  gram_registry_close (other);
  credit_check (f, CREDIT_USED, 2023, 355, 0);
  fixture_verify (f);
}

/* Credits go to `lapse` after their last day, in every account; those of later years stay. */
static void
test_credits (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 lapsed;

  credit_carry_in (f, CREDIT_USED, 2023, "3.55");
  credit_carry_in (f, CREDIT_USED, 2024, "4.00");
  credit_carry_in (f, CREDIT_USED, 2025, "5.00");
  credit_carry_in (f, CREDIT_NEW, 2024, "6.00");
  life_set_evening ("2028-12-31");
  credit_run_due (f);
  credit_check (f, CREDIT_USED, 2023, 355, 0);
  life_set_morning ("2029-01-01");
  g_assert_cmpstr (credit_offer (f, CREDIT_USED, CREDIT_OTHER, "1", ", 'years': ['2024=1']"), ==,
                   "credits.lapsed");
  credit_run_due (f);
  credit_check (f, CREDIT_USED, 2023, 0, 0);
  credit_check (f, CREDIT_USED, 2024, 0, 0);
  credit_check (f, CREDIT_USED, 2025, 500, 0);
  credit_check (f, CREDIT_NEW, 2024, 0, 0);
  g_assert_true (gram_ledger_balance (gram_registry_get_store (f->registry), 0, "lapse",
                                      "ccs-credit/used/2024", &lapsed, NULL));
  g_assert_cmpint (lapsed, ==, 400);
  g_assert_cmpuint (credit_count_notices (f, OWNER, GRAM_EVENT_CREDITS_LAPSED), ==, 2);
  g_assert_cmpuint (credit_count_notices (f, STRANGER, GRAM_EVENT_CREDITS_LAPSED), ==, 1);
  fixture_verify (f);
}

/* Credits whose last day comes while they are promised: the offer ends with them, comes back, and they lapse. */
static void
test_reserved (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCreditTransferRecord) record = NULL;
  gint64 id;

  credit_carry_in (f, CREDIT_USED, 2024, "4.00");
  life_set_day ("2028-12-20");
  id = credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "4", "");
  record = credit_get (f, id);
  g_assert_cmpstr (record->lapses_on, ==, "2028-12-31");
  life_set_morning ("2029-01-01");
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept", id), ==, "transfer.lapsed");
  credit_run_due (f);
  credit_check (f, CREDIT_USED, 2024, 0, 0);
  credit_check (f, CREDIT_OTHER, 2024, 0, 0);
  credit_check_state (f, id, GRAM_CREDIT_TRANSFER_LAPSED);
  fixture_verify (f);
}

/* 90 and 30 days before, each once; what is not there any more is not warned of. */
static const struct
{
  const char *day;
  guint n;
} warnings[] = {
  { "2028-10-01", 0 }, { "2028-10-02", 1 }, { "2028-11-15", 1 },
  { "2028-11-30", 1 }, { "2028-12-01", 2 }, { "2028-12-31", 2 },
};

static void
test_warnings (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);

  credit_carry_in (f, CREDIT_USED, 2024, "4.00");
  for (gsize i = 0; i < G_N_ELEMENTS (warnings); i++)
    {
      life_set_morning (warnings[i].day);
      credit_run_due (f);
      credit_run_due (f);
      g_assert_cmpuint (credit_count_notices (f, OWNER, GRAM_EVENT_CREDITS_LAPSE_SOON), ==,
                        warnings[i].n);
      g_assert_cmpuint (credit_count_notices (f, STRANGER, GRAM_EVENT_CREDITS_LAPSE_SOON), ==, 0);
    }
  fixture_verify (f);
}

/* A rulebook under which credits live a year, and four used ones are one new. */
static void
publish (Fixture *f)
{
  static const char *const changes[][2] = {
    { "\"version\": \"ccs-2027-01\"", "\"version\": \"ccs-2027-02\"" },
    { "\"life_years\": 4", "\"life_years\": 1" },
    { "\"never_before\": \"2028-12-31\"", "\"never_before\": \"2024-12-31\"" },
    { "\"used_per_new\": 2", "\"used_per_new\": 4" },
  };
  g_autofree char *path
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data/rulebooks/ccs-2027-01.json", NULL);
  g_autoptr (GString) content = NULL;
  g_autofree char *text = NULL;
  g_autofree char *file = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  content = g_string_new (text);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_cmpuint (g_string_replace (content, changes[i][0], changes[i][1], 0), ==, 1);
  file = fixture_file (f, "shorter.json", content->str);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "rulebook.publish", "{'file': '%s'}", file), ==,
                   "");
}

/* A new rulebook while offers wait: their ratio stays, but credits that have lapsed by it go over to nobody. */
static void
test_rulebook (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 lives;
  gint64 lapses;

  credit_carry_in (f, CREDIT_USED, 2024, "4.00");
  credit_carry_in (f, CREDIT_USED, 2026, "8.00");
  lapses = credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "4", "");
  lives = credit_do_offer (f, CREDIT_USED, CREDIT_NEW, "4", "");
  publish (f);
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept", lapses), ==,
                   "transfer.lapsed");
  g_assert_cmpstr (credit_answer (f, CREDIT_NEW, "transfer.accept", lives), ==, "");
  credit_run_due (f);
  credit_check (f, CREDIT_USED, 2024, 0, 0);
  credit_check_state (f, lapses, GRAM_CREDIT_TRANSFER_LAPSED);
  credit_check (f, CREDIT_NEW, 2026, 200, 0);
  g_assert_cmpstr (credit_offer (f, CREDIT_USED, CREDIT_NEW, "2", ""), ==, "transfer.odd");
  g_assert_cmpstr (credit_answer (f, CREDIT_NEW, "transfer.accept",
                                  credit_do_offer (f, CREDIT_USED, CREDIT_NEW, "4", "")),
                   ==, "");
  credit_check (f, CREDIT_NEW, 2026, 300, 0);
  fixture_verify (f);
}

static void
check_deadline (const GPtrArray *deadlines, const char *wanted)
{
  const GramDeadline *deadline = deadlines->pdata[0];
  g_autofree char *told = g_strdup_printf ("%s %s", deadline->on, deadline->title);

  g_assert_cmpstr (told, ==, wanted);
}

/* Days that the Overview tells: offers to answer, and the last days of credits within a year. */
static void
test_deadlines (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) holders = NULL;
  g_autoptr (GPtrArray) others = NULL;
  const char *offer
      = "2028-03-30 Accept or decline 2.00 credits of account Harbour Street Imports Ltd";

  life_set_day ("2028-03-16");
  credit_carry_in (f, CREDIT_USED, 2023, "4.50");
  credit_carry_in (f, CREDIT_USED, 2024, "4.00");
  credit_carry_in (f, CREDIT_USED, 2025, "4.00");
  credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "2", "");
  holders = gram_registry_deadlines (f->registry, f->actors[OWNER], CREDIT_USED, NULL, NULL);
  g_assert_cmpuint (holders->len, ==, 1);
  check_deadline (holders, "2028-12-31 Last day of 8.50 credits of 2023 to 2024");
  others = gram_registry_deadlines (f->registry, f->actors[STRANGER], CREDIT_OTHER, NULL, NULL);
  g_assert_cmpuint (others->len, ==, 1);
  check_deadline (others, offer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/credit-lapse/calendar", test_calendar);
  g_test_add_func ("/registry/credit-lapse/offer", test_offer);
  g_test_add_func ("/registry/credit-lapse/once", test_once);
  g_test_add_func ("/registry/credit-lapse/credits", test_credits);
  g_test_add_func ("/registry/credit-lapse/reserved", test_reserved);
  g_test_add_func ("/registry/credit-lapse/warnings", test_warnings);
  g_test_add_func ("/registry/credit-lapse/deadlines", test_deadlines);
  g_test_add_func ("/registry/credit-lapse/rulebook", test_rulebook);
  return g_test_run ();
}
