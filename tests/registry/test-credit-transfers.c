/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "credit-fixture.h"

#include <inttypes.h>

/* Transfers of credits from one holder to another (LTA 1998 s 180, s 184; CCS facts §7, §15 rows 23–25). */

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"

/* Credits keep their year; they are reserved from the offer on. */
static void
test_same_kind (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCreditTransferRecord) record = NULL;
  gint64 id;

  credit_carry_in (f, CREDIT_USED, 2025, "15.55");
  id = credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "10", ", 'reference': 'Order 7'");
  g_assert_cmpstr (credit_result (f, "received"), ==, "10.00");
  g_assert_cmpstr (credit_result (f, "lapses-on"), ==, "2026-03-30");
  credit_check (f, CREDIT_USED, 2025, 555, 1000);
  credit_check (f, CREDIT_OTHER, 2025, 0, 0);
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept", id), ==, "");
  g_assert_cmpstr (credit_result (f, "received"), ==, "10.00");
  credit_check (f, CREDIT_USED, 2025, 555, 0);
  credit_check (f, CREDIT_OTHER, 2025, 1000, 0);
  credit_check_state (f, id, GRAM_CREDIT_TRANSFER_ACCEPTED);
  record = credit_get (f, id);
  g_assert_cmpstr (record->reference, ==, "Order 7");
  g_assert_cmpstr (record->to_name, ==, "Harbour Street Imports Ltd");
  g_assert_cmpint (record->posting_id, !=, 0);
  g_assert_cmpint (record->end_posting_id, >, record->posting_id);
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept", id), ==, "transfer.state");
  fixture_verify (f);
}

/* §15 rows 23 to 25: one new is two used. */
static const struct
{
  const char *article;
  int from;
  int to;
  const char *credits;
  const char *refusal;
  gint64 left;
  gint64 received;
  const char *names; /* what the sentence has to name */
} ratios[] = {
  { "§15 row 23", CREDIT_FRESH, CREDIT_OTHER, "10", "", 9000, 2000, NULL },
  { "§15 row 24", CREDIT_USED, CREDIT_NEW, "6", "", 9400, 300, NULL },
  { "§15 row 25", CREDIT_USED, CREDIT_NEW, "7", "transfer.odd", 10000, 0, "6" },
  { "§15 row 25, the other neighbour", CREDIT_USED, CREDIT_NEW, "7", "transfer.odd", 10000, 0,
    "8" },
  { "§7 whole credits", CREDIT_USED, CREDIT_OTHER, "1.50", "transfer.fraction", 10000, 0, NULL },
  { "§7 whole credits", CREDIT_USED, CREDIT_OTHER, "0", "transfer.credits", 10000, 0, NULL },
  { "§7 whole credits", CREDIT_USED, CREDIT_OTHER, "-3", "transfer.credits", 10000, 0, NULL },
  { "s 180", CREDIT_USED, CREDIT_OTHER, "101", "transfer.not-held", 10000, 0, "100" },
  { "s 180", CREDIT_USED, CREDIT_OTHER, "100", "", 0, 10000, NULL },
};

static void
test_ratios (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_PRACTICE);
      const char *refusal;

      credit_carry_in (f, ratios[i].from, 2026, "100.00");
      refusal = credit_offer (f, ratios[i].from, ratios[i].to, ratios[i].credits, "");
      g_assert_cmpstr (refusal, ==, ratios[i].refusal);
      if (ratios[i].names != NULL)
        g_assert_nonnull (strstr (f->message, ratios[i].names));
      if (*refusal == '\0')
        g_assert_cmpstr (credit_answer (f, ratios[i].to, "transfer.accept",
                                        fixture_result (f, "transfer")),
                         ==, "");
      credit_check (f, ratios[i].from, 2026, ratios[i].left, 0);
      credit_check (f, ratios[i].to, 2026, ratios[i].received, 0);
      fixture_verify (f);
    }
}

/* Several years: oldest first, or as chosen; of each a whole and, from used to new, an even number. */
static const struct
{
  int to;
  const char *credits;
  const char *more;
  const char *refusal;
  gint64 given[3]; /* of 2024, 2025, 2026 */
  gint64 received[3];
} years[] = {
  { CREDIT_OTHER, "5", "", "", { 300, 200, 0 }, { 300, 200, 0 } },
  { CREDIT_OTHER, "5", ", 'years': ['2026=5']", "", { 0, 0, 500 }, { 0, 0, 500 } },
  { CREDIT_OTHER, "5", ", 'years': ['2024=1', '2026=4']", "", { 100, 0, 400 }, { 100, 0, 400 } },
  { CREDIT_OTHER, "5", ", 'years': ['2024=1', '2026=3']", "transfer.years", { 0 }, { 0 } },
  { CREDIT_OTHER, "5", ", 'years': ['2024=4', '2026=1']", "credits.not-held", { 0 }, { 0 } },
  { CREDIT_OTHER, "5", ", 'years': ['2024=2.50', '2026=2.50']", "transfer.fraction", { 0 }, { 0 } },
  { CREDIT_NEW, "6", "", "", { 200, 400, 0 }, { 100, 200, 0 } },
  { CREDIT_NEW, "6", ", 'years': ['2024=3', '2026=3']", "transfer.odd", { 0 }, { 0 } },
  { CREDIT_NEW, "6", ", 'years': ['2024=2', '2026=4']", "", { 200, 0, 400 }, { 100, 0, 200 } },
  { CREDIT_NEW, "6", ", 'years': ['nothing']", "transfer.years", { 0 }, { 0 } },
};

static void
test_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_PRACTICE);
      static const gint64 held[] = { 355, 500, 1000 };
      gboolean done;

      credit_carry_in (f, CREDIT_USED, 2024, "3.55");
      credit_carry_in (f, CREDIT_USED, 2025, "5.00");
      credit_carry_in (f, CREDIT_USED, 2026, "10.00");
      g_assert_cmpstr (credit_offer (f, CREDIT_USED, years[i].to, years[i].credits, years[i].more),
                       ==, years[i].refusal);
      done = *years[i].refusal == '\0';
      for (int year = 0; year < 3; year++)
        credit_check (f, CREDIT_USED, 2024 + year, held[year] - years[i].given[year],
                      years[i].given[year]);
      if (done)
        g_assert_cmpstr (credit_answer (f, years[i].to, "transfer.accept",
                                        fixture_result (f, "transfer")),
                         ==, "");
      for (int year = 0; year < 3; year++)
        {
          credit_check (f, CREDIT_USED, 2024 + year, held[year] - years[i].given[year], 0);
          credit_check (f, years[i].to, 2024 + year, years[i].received[year], 0);
        }
      fixture_verify (f);
    }
}

/* Until it is accepted the other holder can decline, and who offered can cancel; the credits are there again. */
static void
test_ends (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramCreditTransferRecord) record = NULL;
  gint64 id;

  credit_carry_in (f, CREDIT_USED, 2025, "10.00");
  id = credit_do_offer (f, CREDIT_USED, CREDIT_NEW, "10", "");
  g_assert_cmpstr (credit_answer (f, CREDIT_NEW, "transfer.cancel", id), ==, "transfer.unknown");
  g_assert_cmpstr (credit_answer (f, CREDIT_USED, "transfer.decline", id), ==, "transfer.unknown");
  g_assert_cmpstr (credit_answer (f, CREDIT_USED, "transfer.accept", id), ==, "transfer.unknown");
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept", id), ==, "transfer.unknown");
  g_assert_cmpstr (fixture_do (f, STRANGER, "transfer.decline",
                               "{'account': '@2', 'transfer': %" PRId64
                               ", 'reason': 'Not agreed.'}",
                               id),
                   ==, "");
  credit_check (f, CREDIT_USED, 2025, 1000, 0);
  record = credit_get (f, id);
  g_assert_cmpint (record->state, ==, GRAM_CREDIT_TRANSFER_DECLINED);
  g_assert_cmpstr (record->end_reason, ==, "Not agreed.");
  g_assert_cmpstr (credit_answer (f, CREDIT_USED, "transfer.cancel", id), ==, "transfer.state");

  id = credit_do_offer (f, CREDIT_USED, CREDIT_NEW, "10", "");
  g_assert_cmpstr (fixture_do (f, OWNER, "transfer.cancel",
                               "{'account': '@', 'transfer': %" PRId64 ", 'version': 7}", id),
                   ==, "transfer.changed-meanwhile");
  g_assert_cmpstr (credit_answer (f, CREDIT_USED, "transfer.cancel", id), ==, "");
  credit_check (f, CREDIT_USED, 2025, 1000, 0);
  credit_check_state (f, id, GRAM_CREDIT_TRANSFER_CANCELLED);
  g_assert_cmpstr (credit_answer (f, CREDIT_NEW, "transfer.accept", id), ==, "transfer.state");
  fixture_verify (f);
}

/* Each side is told what the other one did, and nobody what they did themselves. */
static void
test_notices (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);

  credit_carry_in (f, CREDIT_USED, 2025, "10.00");
  g_assert_cmpstr (credit_answer (f, CREDIT_OTHER, "transfer.accept",
                                  credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "1", "")),
                   ==, "");
  g_assert_cmpuint (credit_count_notices (f, STRANGER, GRAM_EVENT_TRANSFER_OFFERED), ==, 1);
  g_assert_cmpuint (credit_count_notices (f, OWNER, GRAM_EVENT_TRANSFER_OFFERED), ==, 0);
  g_assert_cmpuint (credit_count_notices (f, OWNER, GRAM_EVENT_TRANSFER_DECIDED), ==, 1);
  g_assert_cmpuint (credit_count_notices (f, VIEWER, GRAM_EVENT_TRANSFER_DECIDED), ==, 1);
  g_assert_cmpstr (credit_answer (f, CREDIT_USED, "transfer.cancel",
                                  credit_do_offer (f, CREDIT_USED, CREDIT_OTHER, "1", "")),
                   ==, "");
  g_assert_cmpuint (credit_count_notices (f, STRANGER, GRAM_EVENT_TRANSFER_OFFERED), ==, 2);
  g_assert_cmpuint (credit_count_notices (f, STRANGER, GRAM_EVENT_TRANSFER_DECIDED), ==, 1);
  g_assert_cmpuint (credit_count_notices (f, OWNER, GRAM_EVENT_TRANSFER_DECIDED), ==, 1);
  g_assert_cmpuint (credit_count_notices (f, CASE_HANDLER, GRAM_EVENT_TRANSFER_OFFERED), ==, 0);
}

/* The same request is one offer; another one with its id is refused. */
static void
test_request (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_PRACTICE);
  const char *offer = "{'account': '@', 'number': '@4', 'credits': '4'" SIGNATURE "}";
  gint64 id;

  credit_carry_in (f, CREDIT_USED, 2025, "10.00");
  g_assert_cmpstr (fixture_do_request (f, OWNER, "one", "transfer.offer", offer), ==, "");
  id = fixture_result (f, "transfer");
  g_assert_cmpstr (fixture_do_request (f, OWNER, "one", "transfer.offer", offer), ==, "");
  g_assert_cmpint (fixture_result (f, "transfer"), ==, id);
  credit_check (f, CREDIT_USED, 2025, 600, 400);
  g_assert_cmpstr (fixture_do_request (f, OWNER, "one", "transfer.offer",
                                       "{'account': '@', 'number': '@4', 'credits': '5'" SIGNATURE
                                       "}"),
                   ==, "request.reused");
  credit_check (f, CREDIT_USED, 2025, 600, 400);
}

/* Four eyes: nothing is reserved before the second person approves. */
static void
test_four_eyes (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);

  credit_carry_in (f, CREDIT_USED, 2025, "10.00");
  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-four-eyes",
                               "{'account': '@', 'acts': ['transfer']}"),
                   ==, "");
  g_assert_cmpstr (credit_offer (f, CREDIT_USED, CREDIT_OTHER, "99", ""), ==, "transfer.not-held");
  g_assert_cmpstr (credit_offer (f, CREDIT_USED, CREDIT_OTHER, "4", ""), ==, "");
  credit_check (f, CREDIT_USED, 2025, 1000, 0);
  g_assert_cmpstr (fixture_do (f, TRADER, "request.approve",
                               "{'account': '@', 'request': %" PRId64 SIGNATURE "}",
                               fixture_result (f, "request")),
                   ==, "");
  credit_check (f, CREDIT_USED, 2025, 600, 400);
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/credit-transfers/same-kind", test_same_kind);
  g_test_add_func ("/registry/credit-transfers/ratios", test_ratios);
  g_test_add_func ("/registry/credit-transfers/years", test_years);
  g_test_add_func ("/registry/credit-transfers/ends", test_ends);
  g_test_add_func ("/registry/credit-transfers/notices", test_notices);
  g_test_add_func ("/registry/credit-transfers/request", test_request);
  g_test_add_func ("/registry/credit-transfers/four-eyes", test_four_eyes);
  return g_test_run ();
}
