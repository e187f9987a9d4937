/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccts-fixture.h"
#include "life-fixture.h"

#include "gram-queries-years.h"

#include <inttypes.h>
#include <string.h>

/* Figures that are entered or imported: baselines, positions in the CRTS, notices about eco-innovations. */

#define BASELINE(account_, year_, value_, source_, dated_on_, reason_)                             \
  "baseline.set",                                                                                  \
      "{'account': '" account_ "', 'year': " year_ ", 'value': '" value_ "', 'source': '" source_  \
      "', 'dated-on': '" dated_on_ "', 'reason': '" reason_ "'}"

static const LifeRow baselines[] = {
  { ADMINISTRATOR, BASELINE ("@3", "2025", "131.4", "Letter", "2025-12-01", "Schedule 1"), "" },
  { ADMINISTRATOR, BASELINE ("@3", "2025", "131.4000001", "Letter", "2025-12-01", "Schedule 1"),
    "baseline.value", "CCTS Sch. 1" },
  { ADMINISTRATOR, BASELINE ("@3", "2025", "-1", "Letter", "2025-12-01", "Schedule 1"),
    "baseline.value", "CCTS Sch. 1" },
  { ADMINISTRATOR, BASELINE ("@3", "2025", "1,5", "Letter", "2025-12-01", "Schedule 1"),
    "baseline.value", "CCTS Sch. 1" },
  { ADMINISTRATOR, BASELINE ("@3", "2025", "131.4", " ", "2025-12-01", "Schedule 1"),
    "text.empty" },
  { ADMINISTRATOR, BASELINE ("@3", "2025", "131.4", "Letter", "2025-12-01", ""), "text.empty" },
  { ADMINISTRATOR, BASELINE ("@3", "2025", "131.4", "Letter", "1 December", "Schedule 1"),
    "date.form" },
  { ADMINISTRATOR, BASELINE ("@3", "2025", "131.4", "Letter", "2026-01-03", "Schedule 1"),
    "source.day" },
  { ADMINISTRATOR, BASELINE ("@3", "2023", "131.4", "Letter", "2025-12-01", "Schedule 1"),
    "year.none", "CCTS art. 31(1)" },
  { ADMINISTRATOR, BASELINE ("@3", "2031", "131.4", "Letter", "2025-12-01", "Schedule 1"),
    "year.none", "CCTS art. 31(1)" },
  { ADMINISTRATOR, BASELINE ("@", "2025", "131.4", "Letter", "2025-12-01", "Schedule 1"),
    "account.other-scheme", "CCTS Sch. 1" },
  { DECISION_MAKER, BASELINE ("@3", "2025", "131.4", "Letter", "2025-12-01", "Schedule 1"),
    "permission.role" },
  { OWNER, BASELINE ("@3", "2025", "131.4", "Letter", "2025-12-01", "Schedule 1"),
    "permission.role" },
};

static GPtrArray *
read_baselines (Fixture *f, FixturePerson who, gint64 account_id, const char *refusal)
{
  g_autoptr (GramRefusal) no = NULL;
  GError *error = NULL;
  GPtrArray *rows
      = gram_registry_baselines (f->registry, f->actors[who], CCTS_YEAR, account_id, &no, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (no != NULL ? no->id : "", ==, refusal);
  return rows;
}

/* Schedule 1: entered with source, date and reason; the last one counts and the others stay. */
static void
test_set (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) own = NULL;
  const GramBaselineRow *first;

  life_check_rows (f, baselines, G_N_ELEMENTS (baselines));
  ccts_baseline (f, CCTS_ALPHA, "131.5");
  ccts_baseline (f, CCTS_BETA, "99.123456");

  rows = read_baselines (f, READER, 0, "");
  g_assert_cmpuint (rows->len, ==, 3);
  first = rows->pdata[0];
  g_assert_cmpstr (first->holder, ==, "Alpha Motors plc");
  g_assert_cmpint (first->value, ==, 131500000);
  g_assert_true (first->current);
  g_assert_cmpstr (first->person, ==, "First Person");
  g_assert_false (((GramBaselineRow *)rows->pdata[1])->current);
  g_assert_cmpint (((GramBaselineRow *)rows->pdata[2])->value, ==, 99123456);

  /* A holder reads their own. */
  own = read_baselines (f, OWNER, ccts_account (f, CCTS_ALPHA), "");
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_null (read_baselines (f, OWNER, ccts_account (f, CCTS_BETA), "account.unknown"));
  g_assert_null (read_baselines (f, OWNER, 0, "permission.role"));
  fixture_verify (f);
}

static const char *
import (Fixture *f, const char *command, const char *content)
{
  g_autofree char *path = fixture_file (f, "figures.csv", content);

  return fixture_do (f, ADMINISTRATOR, command, "{'year': 2025, 'file': '%s'}", path);
}

/* Each wrong row is named, and nothing is brought in. */
static void
test_import (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autofree char *good = g_strdup_printf ("Account,Baseline,Source,Date,Reason,Comment\r\n"
                                           "%s,126.28,Letter,2025-12-01,Schedule 1,x\r\n"
                                           "%s,121.455,Letter,2025-12-01,Schedule 1,y\r\n",
                                           f->numbers[CCTS_ALPHA], f->numbers[CCTS_BETA]);
  g_autofree char *bad = g_strdup_printf ("account,baseline,source,date,reason\n"
                                          "%s,126.28,Letter,2025-12-01,Schedule 1\n"
                                          "%s,12x,Letter,2025-12-01,Schedule 1\n"
                                          "%s,1,Letter,2025-12-01,Schedule 1\n"
                                          "%s,1,Letter,2025-12-01,Schedule 1\n"
                                          "123,1,Letter,2025-12-01,Schedule 1\n",
                                          f->numbers[CCTS_ALPHA], f->numbers[CCTS_BETA],
                                          f->numbers[1], f->numbers[CCTS_ALPHA]);
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_cmpstr (import (f, "baseline.import", bad), ==, "file.rows");
  g_assert_nonnull (strstr (f->message, "4 rows"));
  g_assert_nonnull (strstr (f->message, "Line 3: "));
  g_assert_nonnull (strstr (f->message, "Line 4: "));
  g_assert_nonnull (strstr (f->message, "Line 5: "));
  g_assert_nonnull (strstr (f->message, "Line 6: "));
  g_assert_null (strstr (f->message, "Line 2: "));
  g_assert_cmpstr (import (f, "baseline.import", "account,baseline\n1,2\n"), ==, "file.columns");
  g_assert_cmpstr (import (f, "baseline.import", "account,baseline,source,date,reason\n"), ==,
                   "file.empty");
  rows = read_baselines (f, ADMINISTRATOR, 0, "");
  g_assert_cmpuint (rows->len, ==, 0);

  g_assert_cmpstr (import (f, "baseline.import", good), ==, "");
  g_assert_cmpint (fixture_result (f, "baselines"), ==, 2);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "baseline.import",
                               "{'year': 2025, 'file': '%s/none.csv'}", "/nowhere"),
                   ==, "file.unreadable");
  fixture_verify (f);
}

#define POSITION(account_, cars_, held_, required_, borrowed_)                                     \
  "crts.set-position",                                                                             \
      "{'account': '" account_ "', 'year': 2025, 'cars': " cars_                                   \
      ", 'allocated': '9630', 'activity': '9631', 'held': '" held_ "', 'required': '" required_    \
      "', 'borrowed': '" borrowed_ "', 'source': 'CRTS', 'dated-on': '2026-01-01'}"

static const LifeRow positions[] = {
  { ADMINISTRATOR, POSITION ("@3", "50000", "1240.5", "1200", "0"), "" },
  { ADMINISTRATOR, POSITION ("@3", "-1", "1240.5", "1200", "0"), "crts.amount", "CCTS art. 35(1)" },
  { ADMINISTRATOR, POSITION ("@3", "50000", "1240.55", "1200", "0"), "crts.amount",
    "CCTS art. 35(1)" },
  { ADMINISTRATOR, POSITION ("@3", "50000", "x", "1200", "0"), "crts.amount", "CCTS art. 35(1)" },
  { ADMINISTRATOR, POSITION ("@3", "50000", "10", "5", "11"), "crts.borrowed",
    "CCTS art. 35(1)(c)" },
  { CASE_HANDLER, POSITION ("@3", "50000", "10", "5", "1"), "permission.role" },
};

static void
test_positions (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *file
      = g_strdup_printf ("account;cars;allocated;activity;held;required;borrowed;source;date\n"
                         "%s;50000;36000;30000;1400;1200;0;CRTS register;2026-01-02\n"
                         "%s;10;7.2;5;6;5;0.5;CRTS register;2026-01-02\n",
                         f->numbers[CCTS_ALPHA], f->numbers[CCTS_BETA]);
  const GramPositionRow *row;
  GError *error = NULL;

  life_check_rows (f, positions, G_N_ELEMENTS (positions));
  g_assert_cmpstr (import (f, "crts.import-positions", file), ==, "");
  rows = gram_registry_positions (f->registry, f->actors[READER], CCTS_YEAR, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  row = rows->pdata[0];
  g_assert_true (row->current);
  g_assert_cmpint (row->held, ==, 14000);
  row = rows->pdata[1];
  g_assert_false (row->current);
  g_assert_cmpint (row->held, ==, 12405);
  row = rows->pdata[2];
  g_assert_cmpint (row->borrowed, ==, 5);
  g_assert_cmpint (row->allocated, ==, 72);
  fixture_verify (f);
}

static const LifeRow notices[] = {
  { ADMINISTRATOR, "eco-notice.record",
    "{'code': 'E13 29', 'given-on': '2025-02-03', 'reference': 'N 1'}", "" },
  { ADMINISTRATOR, "eco-notice.record",
    "{'code': '29', 'given-on': '2025-02-03', 'reference': 'N 1'}", "eco-notice.exists",
    "CCTS art. 36(3)" },
  { ADMINISTRATOR, "eco-notice.record",
    "{'code': '29, 30', 'given-on': '2025-02-03', 'reference': 'N 1'}", "eco-notice.code",
    "CCTS art. 36(3)" },
  { ADMINISTRATOR, "eco-notice.record",
    "{'code': '30', 'given-on': '2026-01-03', 'reference': 'N 1'}", "eco-notice.day",
    "CCTS art. 36(3)" },
  { ADMINISTRATOR, "eco-notice.record", "{'code': '30', 'given-on': '2025-02-03', 'reference': ''}",
    "text.empty" },
  { OWNER, "eco-notice.record", "{'code': '30', 'given-on': '2025-02-03', 'reference': 'N 1'}",
    "permission.role" },
  { DECISION_MAKER, "eco-notice.record",
    "{'code': '30', 'given-on': '2025-12-31', 'reference': 'N 2'}", "" },
  { ADMINISTRATOR, "eco-notice.withdraw", "{'notice': 1}", "" },
  { ADMINISTRATOR, "eco-notice.withdraw", "{'notice': 1}", "eco-notice.withdrawn",
    "CCTS art. 36(3)" },
  { ADMINISTRATOR, "eco-notice.withdraw", "{'notice': 99}", "eco-notice.unknown",
    "CCTS art. 36(3)" },
};

/* Art. 36(3): given in a year, the savings are off in the next; a withdrawn notice switches nothing off. */
static void
test_eco_notices (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;
  const GramEcoNoticeRow *row;
  GError *error = NULL;

  life_check_rows (f, notices, G_N_ELEMENTS (notices));
  rows = gram_registry_eco_notices (f->registry, f->actors[OWNER], NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  row = rows->pdata[0];
  g_assert_cmpstr (row->code, ==, "30");
  g_assert_cmpint (row->off_in, ==, 2026);
  row = rows->pdata[1];
  g_assert_cmpint (row->off_in, ==, 0);
  g_assert_cmpint (row->withdrawn_at, >, 0);
  fixture_verify (f);
}

/* An own registry records what the administrator decided, with the reference of the document. */
static void
test_own_registry (void)
{
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_OWN);

  g_assert_cmpstr (fixture_do (f, EDITOR, "eco-notice.withdraw", "{'notice': 99}"), ==,
                   "decision.reference");
  g_assert_cmpstr (fixture_do (f, EDITOR, "eco-notice.record",
                               "{'code': '29', 'given-on': '2025-02-03', 'reference': 'N 1'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, VIEWER, "eco-notice.record",
                               "{'code': '30', 'given-on': '2025-02-03', 'reference': 'N 1'}"),
                   ==, "permission.missing");
  g_assert_cmpstr (fixture_do (f, EDITOR, BASELINE ("@3", "2025", "120", "S", "2025-12-01", "R")),
                   ==, "decision.reference");
  fixture_verify (f);
}

/* A file is no way round the permission: each row is for an account for which its sender could enter the figure by hand. */
static void
test_files_of_others (void)
{
  static const struct
  {
    FixturePerson who;
    const char *refusal;
  } rows[] = { { STRANGER, "file.rows" }, { EDITOR, "" } };
  static const struct
  {
    const char *command;
    const char *columns;
    const char *rest;
  } files[] = {
    { "baseline.import", "account,baseline,source,date,reason", "120,Letter,2025-12-01,R" },
    { "crts.import-positions", "account,cars,allocated,activity,held,required,borrowed,source,date",
      "1000,100,90,100,90,0,Letter,2025-12-01" },
  };
  g_autoptr (Fixture) f = ccts_new (GRAM_REGISTRY_OWN);

  for (gsize i = 0; i < G_N_ELEMENTS (rows) * G_N_ELEMENTS (files); i++)
    {
      gsize file = i / G_N_ELEMENTS (rows);
      gsize row = i % G_N_ELEMENTS (rows);
      g_autofree char *text = g_strdup_printf ("%s\n%s,%s\n", files[file].columns,
                                               f->numbers[CCTS_GAMMA], files[file].rest);
      g_autofree char *path = fixture_file (f, "figures.csv", text);

      g_test_message ("%s", files[file].command);
      g_assert_cmpstr (fixture_do (f, rows[row].who, files[file].command,
                                   "{'year': 2025, 'file': '%s', 'reference': 'L 1'}", path),
                       ==, rows[row].refusal);
    }
  fixture_verify (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/baselines/set", test_set);
  g_test_add_func ("/registry/baselines/import", test_import);
  g_test_add_func ("/registry/baselines/positions", test_positions);
  g_test_add_func ("/registry/baselines/eco-notices", test_eco_notices);
  g_test_add_func ("/registry/baselines/own-registry", test_own_registry);
  g_test_add_func ("/registry/baselines/files-of-others", test_files_of_others);
  return g_test_run ();
}
