/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-fixture.h"

#include "gram-account-query-private.h"
#include "gram-person-query-private.h"
#include "gram-roster.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *folded;
} folds[] = {
  { "", "" },
  { "Kauri Motors Ltd", "kauri motors ltd" },
  { "ŌTAKI", "otaki" },
  { "M\xc4\x81ia", "maia" },
  { "Ma\xcc\x84ia", "maia" },
  { "Łucja Šimić", "lucja simic" },
  { "Bjørn Ærø", "bjorn aero" },
  { "Großmann", "grossmann" },
  { "O’Brien", "o'brien" },
  { "ＯＬＧＡ", "olga" },
  { "İpek Işık", "ipek isik" },
  { "Ольга", "ольга" },
};

static void
test_fold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = _gram_roster_fold (folds[i].text);

      g_assert_cmpstr (folded, ==, folds[i].folded);
    }
}

static char *
explain (GramStore *store, const char *sql)
{
  g_autofree char *text = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = gram_statement_prepare (store, text, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *parameter = g_strdup_printf ("$%u", i);

      if (strstr (sql, parameter) != NULL)
        gram_statement_bind_null (statement, i);
    }
  while (gram_statement_step (statement, &error) == GRAM_STEP_ROW)
    g_string_append_printf (plan, "%s%s", plan->len > 0 ? "; " : "",
                            gram_statement_text (statement, 3));
  g_assert_no_error (error);
  return g_string_free_and_steal (g_steal_pointer (&plan));
}

static void
assert_plan (TableFixture *self, GramSql *sql, const char *expected)
{
  g_autofree char *plan = explain (self->store, sql->text->str);

  g_assert_cmpstr (plan, ==, expected);
  _gram_sql_free (sql);
}

/* No list sorts where an index has the order, and none of its orders reads a row that its filter could do without. */
static void
check_walks (TableFixture *self)
{
  static const char *const of_accounts[] = {
    "SCAN account USING COVERING INDEX account_holder",
    "SCAN account USING INDEX sqlite_autoindex_account_1",
    "SCAN account",
  };
  static const char *const of_persons[] = {
    "SCAN person USING COVERING INDEX person_name",
    "SCAN person USING INDEX sqlite_autoindex_person_1",
    "SCAN person",
  };
  const char *list = "; LIST SUBQUERY 1; SCAN json_each VIRTUAL TABLE INDEX 1:";

  for (guint i = 0; i < 6; i++)
    {
      const GramAccountQuery accounts = {
        .kinds = 1 << GRAM_ACCOUNT_CCTS,
        .listed = TRUE,
        .order = (GramAccountOrder)(i / 2),
        .descending = i % 2 == 1,
      };
      const GramPersonQuery persons = {
        .roles = GRAM_ROLE_OFFICER,
        .active = GRAM_PERSON_ACTIVE,
        .order = (GramPersonOrder)(i / 2),
        .descending = i % 2 == 1,
      };
      g_autofree char *account_plan = g_strconcat (of_accounts[i / 2], list, NULL);
      g_autofree char *person_plan = g_strconcat (of_persons[i / 2], list, NULL);

      assert_plan (self, _gram_account_query_walk (&accounts, 200), account_plan);
      assert_plan (self, _gram_person_query_walk (&persons, 200), person_plan);
    }
}

static const struct
{
  const char *sql;
  const char *plan;
} roster_plans[] = {
  { "SELECT id, changed, name FROM person WHERE changed > $1",
    "SEARCH person USING INDEX person_changed (changed>?)" },
  { "SELECT id, changed, holder FROM account WHERE changed > $1",
    "SEARCH account USING INDEX account_changed (changed>?)" },
  { "SELECT id FROM person ORDER BY name COLLATE NOCASE, email",
    "SCAN person USING COVERING INDEX person_name" },
  { "SELECT id FROM person ORDER BY email",
    "SCAN person USING COVERING INDEX sqlite_autoindex_person_1" },
  { "SELECT id FROM account ORDER BY holder COLLATE NOCASE, number",
    "SCAN account USING COVERING INDEX account_holder" },
  { "SELECT id FROM account ORDER BY number",
    "SCAN account USING COVERING INDEX sqlite_autoindex_account_1" },
  { "SELECT coalesce (max (changed), 0) + 1 FROM person",
    "SEARCH person USING COVERING INDEX person_changed" },
};

static void
test_plans (TableFixture *self, gconstpointer data)
{
  list_fixture_accounts (self, 0, LIST_ACCOUNTS);
  list_fixture_persons (self, 0, LIST_PERSONS);
  table_fixture_commit (self);
  for (int analysed = 0; analysed < 2; analysed++)
    {
      g_autofree char *page = NULL;
      g_autoptr (GError) error = NULL;

      check_walks (self);
      for (gsize i = 0; i < G_N_ELEMENTS (roster_plans); i++)
        {
          g_autofree char *plan = explain (self->store, roster_plans[i].sql);

          g_assert_cmpstr (plan, ==, roster_plans[i].plan);
        }
      assert_plan (self, _gram_account_query_members (2),
                   "SEARCH membership USING COVERING INDEX membership_person (person_id=?)");
      assert_plan (
          self, _gram_account_query_fleet_average ("2026-01-01"),
          "SEARCH application USING COVERING INDEX application_state (state=? AND valid_from<?)");
      page = explain (self->store, _gram_person_page_sql ());
      g_assert_cmpstr (page, ==,
                       "SCAN list VIRTUAL TABLE INDEX 1:; SEARCH p USING INTEGER PRIMARY KEY"
                       " (rowid=?); USE TEMP B-TREE FOR ORDER BY");
      table_fixture_begin (self);
      g_assert_true (gram_store_exec (self->store, "ANALYZE", &error));
      table_fixture_commit (self);
    }
}

/* What is asked of every account at each start: the few rows that wait, by their day, never the accounts. */
static void
test_due (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramSql) sql = _gram_account_query_due (1, "2026-04-01", "2026-04-02");
  g_autofree char *plan = explain (self->store, sql->text->str);

  g_assert_cmpstr (
      plan, ==,
      "CO-ROUTINE due; COMPOUND QUERY; LEFT-MOST SUBQUERY; SEARCH m USING INDEX measure_due"
      " (until<?); SEARCH a USING INTEGER PRIMARY KEY (rowid=?); UNION ALL; SEARCH a USING INDEX"
      " account_aml (aml_until<?); UNION ALL; SEARCH invitation USING INDEX invitation_due"
      " (lapses_at<?); UNION ALL; SEARCH handover USING INDEX handover_due (lapses_at<?);"
      " UNION ALL; SEARCH request USING INDEX request_due (lapses_at<?); SCAN due;"
      " USE TEMP B-TREE FOR DISTINCT");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/people-plans/fold", test_fold);
  LIST_TEST ("/store/people-plans/plans", test_plans);
  LIST_TEST ("/store/people-plans/due", test_due);
  return g_test_run ();
}
