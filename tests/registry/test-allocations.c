/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-fixture.h"

#include "gram-allocation-table.h"
#include "gram-queries-years.h"
#include "gram-scheme-year-table.h"

#include <inttypes.h>

/* Measuring and allocation through commands (articles 32, 34 and 36), with the worked figures of the facts §11. */

/* Accounts of the tables below: behind those of the fixture. */
#define FIRST_PLACE (CCTS_DELTA + 1)

static GramParticipantRecord *
participant (Fixture *f, int place)
{
  GramParticipantRecord *record = NULL;
  GError *error = NULL;

  gram_participant_table_last (gram_registry_get_store (f->registry), CCTS_YEAR,
                               ccts_account (f, place), &record, &error);
  g_assert_no_error (error);
  return record;
}

static gint64
allocated (Fixture *f, int place)
{
  g_autoptr (GramAllocationRecord) record = NULL;
  GError *error = NULL;

  gram_allocation_table_last (gram_registry_get_store (f->registry), CCTS_YEAR,
                              ccts_account (f, place), &record, &error);
  g_assert_no_error (error);
  return record != NULL ? record->allowances : 0;
}

/* Art. 34: N × B, rounded to the nearest whole number. */
static const struct
{
  const char *id;
  const char *fleet;
  const char *baseline;
  gint64 allowances; /* −1: no participant */
} allocations[] = {
  { "A1", "1000x120", "131", 131000 },
  { "A2", "1000x120", "118.437", 118437 },
  { "A3", "2346x120", "127.85", 299936 },
  { "A4", "45210x120", "129.613", 5859804 },
  { "A5", "187654x120", "141.0277", 26464412 },
  { "A6", "1001x120", "123.5", 123624 },
  { "A7", "1001x120", "122.5", 122623 },
  { "A8", "2500x120", "119.1234", 297809 },
  { "A10", "999x120", "131", -1 },
  { "F1", "1005x120", "128.7", 129344 },
  { "a car of the trading period only", "999x120; 1x120@2024-12-31", "131", -1 },
  { "zero-emission cars count in no N", "999x120; 50xzero", "131", -1 },
  { "a battery car that fails the conditions counts", "999x120; 1x0", "131", 131000 },
};

/* Each row is an account of its own. */
static void
test_allocations (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (allocations); i++)
    {
      ccts_open (f, STRANGER, FIRST_PLACE + (int)i, allocations[i].id);
      ccts_register (f, FIRST_PLACE + (int)i, allocations[i].fleet);
      ccts_baseline (f, FIRST_PLACE + (int)i, allocations[i].baseline);
    }
  ccts_measure (f);
  ccts_allocate (f);
  for (gsize i = 0; i < G_N_ELEMENTS (allocations); i++)
    {
      g_autoptr (GramParticipantRecord) found = participant (f, FIRST_PLACE + (int)i);
      gint64 wanted = MAX (allocations[i].allowances, 0);

      g_test_message ("%s", allocations[i].id);
      g_assert_true ((found != NULL) == (allocations[i].allowances >= 0));
      g_assert_cmpint (ccts_held (f, FIRST_PLACE + (int)i), ==, wanted);
      g_assert_cmpint (allocated (f, FIRST_PLACE + (int)i), ==, wanted);
      sum += wanted;
    }
  g_assert_cmpint (ccts_balance (f, 0, "issue", CCTS_UNIT), ==, -sum);
  fixture_verify (f);
}

/* Art. 36: sums of millionths, cut once on the total. */
static const struct
{
  const char *id;
  const char *fleet;
  const char *code; /* of a notice about it, given on: */
  const char *given_on;
  gint64 cars;
  gint64 activity; /* thousandths */
} activities[] = {
  { "B1", "600x118; 400x142", NULL, NULL, 1000, 127600000 },
  { "B2", "700x124-1.2; 350x151", NULL, NULL, 1050, 138810000 },
  { "B3", "333x137-0.55; 668x129-1.73", NULL, NULL, 1001, 130454210 },
  { "B4", "1001x126.4-1.035", NULL, NULL, 1001, 125490365 },
  { "B5", "1x131.2345; 999x120; 1x98.7651", NULL, NULL, 1001, 120109999 },
  { "B6", "1003x128.3337", NULL, NULL, 1003, 128718701 },
  { "B7", "950x130; 100x0", NULL, NULL, 1050, 123500000 },
  { "B8", "1200x134-1.4#e13 29", NULL, NULL, 1200, 159120000 },
  { "B9", "1200x134-1.4#e13 30", "e13 30", "2024-05-06", 1200, 160800000 },
  { "B9, first day of 2024", "1200x134-1.4#e13 31", "31", "2024-01-03", 1200, 160800000 },
  { "B9, before it", "1200x134-1.4#e13 32", "32", "2024-01-02", 1200, 159120000 },
  { "B9, last day", "1200x134-1.4#e13 33", "33", "2024-12-31", 1200, 160800000 },
  { "B9, one of two codes: all of the saving", "1200x134-1.4#e13 29 34", "34", "2024-05-06", 1200,
    160800000 },
  { "B10", "1200x134-1.4#e13 35", "e13 35", "2025-05-06", 1200, 159120000 },
  { "B10, first day of 2025", "1200x134-1.4#e13 36", "e13 36", "2025-01-01", 1200, 159120000 },
  { "B10, two years before", "1200x134-1.4#e13 37", "e13 37", "2023-05-06", 1200, 159120000 },
  { "B11", "1200x134-1.4=137.5", NULL, NULL, 1200, 163320000 },
  { "F2", "1000x128.7", NULL, NULL, 1000, 128700000 },
  { "F3", "1500x121.3", NULL, NULL, 1500, 181950000 },
};

static void
test_activities (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (activities); i++)
    {
      ccts_open (f, STRANGER, FIRST_PLACE + (int)i, activities[i].id);
      ccts_register (f, FIRST_PLACE + (int)i, activities[i].fleet);
      if (activities[i].code != NULL)
        g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "eco-notice.record",
                                     "{'code': '%s', 'given-on': '%s', 'reference': 'N 1'}",
                                     activities[i].code, activities[i].given_on),
                         ==, "");
    }
  ccts_measure (f);
  for (gsize i = 0; i < G_N_ELEMENTS (activities); i++)
    {
      g_autoptr (GramParticipantRecord) found = participant (f, FIRST_PLACE + (int)i);

      g_test_message ("%s", activities[i].id);
      g_assert_nonnull (found);
      g_assert_cmpint (found->cars, ==, activities[i].cars);
      g_assert_cmpint (found->activity, ==, activities[i].activity);
    }
  fixture_verify (f);
}

/* A9 and art. 32(2): members below the threshold are a participant together, if the pool was granted. */
static void
test_pool (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramParticipantRecord) together = NULL;
  static const int places[] = { CCTS_BETA, CCTS_ALPHA, 0 };

  ccts_register (f, CCTS_ALPHA, "600x120");
  ccts_register (f, CCTS_BETA, "450x130.5");
  ccts_measure (f);
  g_assert_cmpint (fixture_result (f, "participants"), ==, 0);

  ccts_pool (f, "North Pool", places);
  ccts_measure (f);
  g_assert_cmpint (fixture_result (f, "participants"), ==, 1);
  g_assert_cmpint (fixture_result (f, "cars"), ==, 1050);
  /* The baseline is the pool's, entered for the account that acts for it. */
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "baseline.set",
                               "{'account': '@3', 'year': 2025, 'value': '125.75', 'source': 'S',"
                               " 'dated-on': '2025-12-01', 'reason': 'R'}"),
                   ==, "participant.pooled");
  ccts_baseline (f, CCTS_BETA, "125.75");
  ccts_allocate (f);
  g_assert_cmpint (ccts_held (f, CCTS_BETA), ==, 132038);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 0);
  together = participant (f, CCTS_BETA);
  g_assert_cmpint (together->activity, ==, 130725000);
  g_assert_null (participant (f, CCTS_ALPHA));
  fixture_verify (f);
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

/* Running it again posts only the difference; what is right already stays as it is. */
static void
test_again (void)
{
  g_autoptr (Fixture) f = ccts_new_allocated (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramYearRehearsal) rehearsal = NULL;

  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 1578626);
  g_assert_cmpint (ccts_held (f, CCTS_BETA), ==, 995931);
  ccts_allocate (f);
  g_assert_cmpint (fixture_result (f, "participants"), ==, 0);

  /* Ten cars more, and a baseline that was wrong. */
  ccts_register (f, CCTS_ALPHA, "10x100");
  ccts_measure (f);
  ccts_baseline (f, CCTS_BETA, "121.4");
  rehearsal = rehearse (f, "allocation.post", "");
  g_assert_cmpint (rehearsal->posted, ==, 1263);
  g_assert_cmpint (rehearsal->taken_back, ==, 451);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "allocation.post",
                               "{'year': 2025, 'expect': '%s'}", rehearsal->digest),
                   ==, "");
  g_assert_cmpint (fixture_result (f, "participants"), ==, 2);
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 1579889);
  g_assert_cmpint (ccts_held (f, CCTS_BETA), ==, 995480);
  /* The preview has become another one: nothing is left to post. */
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "allocation.post",
                               "{'year': 2025, 'expect': '%s'}", rehearsal->digest),
                   ==, "year.preview-changed");
  fixture_verify (f);
}

static void
test_only_named (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_auto (GStrv) skipped = NULL;

  ccts_register (f, CCTS_ALPHA, "1000x120");
  ccts_register (f, CCTS_BETA, "1000x120");
  ccts_measure (f);
  ccts_baseline (f, CCTS_ALPHA, "100");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "allocation.post",
                               "{'year': 2025, 'accounts': ['%s', '%s']}", f->numbers[CCTS_ALPHA],
                               f->numbers[CCTS_GAMMA]),
                   ==, "participant.none");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "allocation.post",
                               "{'year': 2025, 'accounts': ['%s']}", f->numbers[CCTS_ALPHA]),
                   ==, "");
  g_assert_cmpint (ccts_held (f, CCTS_ALPHA), ==, 100000);
  /* Without a baseline nothing is allocated; the account is named. */
  ccts_allocate (f);
  g_assert_true (g_variant_lookup (f->result, "skipped", "^as", &skipped));
  g_assert_cmpuint (g_strv_length (skipped), ==, 1);
  g_assert_cmpstr (skipped[0], ==, f->numbers[CCTS_BETA]);
  g_assert_cmpint (ccts_held (f, CCTS_BETA), ==, 0);
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/allocations/article-34", test_allocations);
  g_test_add_func ("/registry/allocations/article-36", test_activities);
  g_test_add_func ("/registry/allocations/pool", test_pool);
  g_test_add_func ("/registry/allocations/again", test_again);
  g_test_add_func ("/registry/allocations/only-named", test_only_named);
  return g_test_run ();
}
