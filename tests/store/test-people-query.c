/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-fixture.h"

#include "gram-account-query.h"
#include "gram-application-table.h"
#include "gram-member-table.h"
#include "gram-person-query.h"
#include "gram-roster.h"

#include <string.h>

/* Whether every word occurs, by another way than the roster's. */
static gboolean
occurs (const char *text, const char *search)
{
  g_auto (GStrv) words = g_strsplit (search != NULL ? search : "", " ", -1);
  g_autofree char *folded = _gram_roster_fold (text);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = _gram_roster_fold (words[i]);

      if (strstr (folded, word) == NULL)
        return FALSE;
    }
  return TRUE;
}

static int
sign (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static gboolean
person_matches (const GramPersonRecord *person, const GramPersonQuery *query)
{
  g_autofree char *text = g_strdup_printf ("%s %s", person->name, person->email);

  return (query->roles == 0 || (query->roles & person->role) != 0)
         && (query->active == GRAM_PERSON_ANY
             || (query->active == GRAM_PERSON_ACTIVE) == person->active)
         && occurs (text, query->search);
}

static int
compare_persons (gconstpointer one, gconstpointer other, gpointer data)
{
  const GramPersonRecord *a = *(GramPersonRecord *const *)one;
  const GramPersonRecord *b = *(GramPersonRecord *const *)other;
  const GramPersonQuery *query = data;
  int result = 0;

  if (query->order == GRAM_PERSON_ORDER_NAME)
    result = g_ascii_strcasecmp (a->name, b->name);
  else if (query->order == GRAM_PERSON_ORDER_NEWEST)
    result = sign (b->id, a->id);
  if (result == 0)
    result = strcmp (a->email, b->email);
  return query->descending ? -result : result;
}

static void
assert_persons (TableFixture *self, GPtrArray *all, const GramPersonQuery *query)
{
  const guint limits[] = { 7, 0, 7 };
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GramPersonCounts counts;

  for (guint i = 0; i < all->len; i++)
    if (person_matches (all->pdata[i], query))
      g_ptr_array_add (expected, all->pdata[i]);
  g_ptr_array_sort_with_data (expected, compare_persons, (gpointer)query);
  for (gsize l = 0; l < G_N_ELEMENTS (limits); l++)
    {
      g_autoptr (GArray) ids = gram_person_table_ids (self->store, query, limits[l], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==,
                        limits[l] == 0 ? expected->len : MIN (limits[l], expected->len));
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpint (g_array_index (ids, gint64, i), ==,
                         ((GramPersonRecord *)expected->pdata[i])->id);
    }
  g_assert_true (gram_person_table_counts (self->store, query, &counts, &error));
  g_assert_cmpint (gram_person_counts_select (&counts, query->roles, query->active), ==,
                   expected->len);
}

static const char *const searches[] = { NULL,
                                        "",
                                        "  ",
                                        "a",
                                        "aroha",
                                        "AROHA ngata",
                                        "maia",
                                        "māia",
                                        "MA\xcc\x84IA",
                                        "sian",
                                        "lucja",
                                        "zoe",
                                        "bjorn",
                                        "o’brien",
                                        "simic",
                                        "muller",
                                        "person1",
                                        "example.org",
                                        "kanawa te",
                                        "walker person2",
                                        "%",
                                        "_",
                                        "no such person",
                                        "\xff",
                                        "imports",
                                        "OTAKI",
                                        "3000001",
                                        "motors ltd contact1",
                                        "@" };

static void
test_persons (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  list_fixture_persons (self, 0, LIST_PERSONS);
  table_fixture_commit (self);
  all = gram_person_table_list (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, LIST_PERSONS + 2);
  for (gsize s = 0; s < G_N_ELEMENTS (searches); s++)
    for (int order = GRAM_PERSON_ORDER_NAME; order <= GRAM_PERSON_ORDER_NEWEST; order++)
      for (int turn = 0; turn < 4; turn++, n++)
        {
          GramPersonQuery query = {
            .search = (char *)searches[s],
            .roles = turn < 2 ? 0 : (guint)gram_test_random (20, n, 32),
            .active = (GramPersonActive)gram_test_random (21, n, 3),
            .order = (GramPersonOrder)order,
            .descending = turn % 2 == 1,
          };

          assert_persons (self, all, &query);
        }
}

static gboolean
account_matches (const GramAccountRecord *account, const GramAccountQuery *query)
{
  g_autofree char *text = g_strdup_printf ("%s %s %s %s", account->number, account->holder,
                                           account->contact_name, account->contact_email);

  return (query->kinds == 0 || (query->kinds >> account->kind & 1) == 1)
         && (query->states == 0 || (query->states & account->state) != 0)
         && (!query->listed || account->listed) && occurs (text, query->search);
}

static int
compare_accounts (gconstpointer one, gconstpointer other, gpointer data)
{
  const GramAccountRecord *a = *(GramAccountRecord *const *)one;
  const GramAccountRecord *b = *(GramAccountRecord *const *)other;
  const GramAccountQuery *query = data;
  int result = 0;

  if (query->order == GRAM_ACCOUNT_ORDER_HOLDER)
    result = g_ascii_strcasecmp (a->holder, b->holder);
  else if (query->order == GRAM_ACCOUNT_ORDER_NEWEST)
    result = sign (b->id, a->id);
  if (result == 0)
    result = strcmp (a->number, b->number);
  return query->descending ? -result : result;
}

static void
assert_accounts (TableFixture *self, GPtrArray *all, const GramAccountQuery *query)
{
  const guint limits[] = { 7, 0, 7 };
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GramAccountCounts counts;

  for (guint i = 0; i < all->len; i++)
    if (account_matches (all->pdata[i], query))
      g_ptr_array_add (expected, all->pdata[i]);
  g_ptr_array_sort_with_data (expected, compare_accounts, (gpointer)query);
  for (gsize l = 0; l < G_N_ELEMENTS (limits); l++)
    {
      g_autoptr (GArray) ids = gram_account_table_ids (self->store, query, limits[l], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==,
                        limits[l] == 0 ? expected->len : MIN (limits[l], expected->len));
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpint (g_array_index (ids, gint64, i), ==,
                         ((GramAccountRecord *)expected->pdata[i])->id);
    }
  g_assert_true (gram_account_table_counts (self->store, query, &counts, &error));
  g_assert_cmpint (gram_account_counts_select (&counts, query->kinds, query->states), ==,
                   expected->len);
}

static void
test_accounts (TableFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  list_fixture_accounts (self, 0, LIST_ACCOUNTS);
  table_fixture_commit (self);
  all = gram_account_table_list (self->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, LIST_ACCOUNTS + 2);
  for (gsize s = 0; s < G_N_ELEMENTS (searches); s++)
    for (int order = GRAM_ACCOUNT_ORDER_HOLDER; order <= GRAM_ACCOUNT_ORDER_NEWEST; order++)
      for (int turn = 0; turn < 4; turn++, n++)
        {
          GramAccountQuery query = {
            .search = (char *)searches[s],
            .kinds = turn < 2 ? 0 : (guint)gram_test_random (22, n, 8) << 1,
            .states = turn < 1 ? 0 : (guint)gram_test_random (23, n, 32),
            .listed = gram_test_random (24, n, 4) == 0,
            .order = (GramAccountOrder)order,
            .descending = turn % 2 == 1,
          };

          assert_accounts (self, all, &query);
        }
}

/* The first question of a list is answered by an index: as the roster would answer it. */
static void
test_first_question (TableFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  list_fixture_accounts (self, 0, LIST_ACCOUNTS);
  list_fixture_persons (self, 0, LIST_PERSONS);
  table_fixture_commit (self);
  for (guint64 n = 0; n < 60; n++)
    {
      GramAccountQuery accounts = {
        .kinds = (guint)gram_test_random (25, n, 8) << 1,
        .states = (guint)gram_test_random (26, n, 32),
        .listed = gram_test_random (27, n, 2) == 1,
        .order = (GramAccountOrder)(n % 3),
        .descending = n % 2 == 1,
      };
      GramPersonQuery persons = {
        .roles = (guint)gram_test_random (28, n, 32),
        .active = (GramPersonActive)gram_test_random (29, n, 3),
        .order = (GramPersonOrder)(n % 3),
        .descending = n % 2 == 1,
      };
      g_autoptr (GramStore) fresh = NULL;

      fresh = gram_store_open (self->path, GRAM_STORE_READ_ONLY, &error);
      g_assert_no_error (error);
      for (int kind = 0; kind < 2; kind++)
        {
          g_autoptr (GArray) first = NULL;
          g_autoptr (GArray) again = NULL;

          first = kind == 0 ? gram_account_table_ids (fresh, &accounts, 1000, &error)
                            : gram_person_table_ids (fresh, &persons, 1000, &error);
          g_assert_false (
              _gram_roster_is_kept (fresh, kind == 0 ? GRAM_ROSTER_ACCOUNTS : GRAM_ROSTER_PERSONS));
          again = kind == 0 ? gram_account_table_ids (fresh, &accounts, 0, &error)
                            : gram_person_table_ids (fresh, &persons, 0, &error);
          g_assert_no_error (error);
          g_assert_cmpmem (first->data, first->len * sizeof (gint64), again->data,
                           again->len * sizeof (gint64));
        }
    }
}

static guint
count_persons (GramStore *store, const char *search)
{
  const GramPersonQuery query = { .search = (char *)search };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = gram_person_table_ids (store, &query, 0, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
rename_person (TableFixture *self, gint64 id, const char *name)
{
  g_autoptr (GramPersonRecord) before = NULL;
  g_autoptr (GramPersonRecord) after = NULL;
  g_autoptr (GError) error = NULL;

  table_fixture_begin (self);
  gram_person_table_get (self->store, id, &before, &error);
  gram_person_table_get (self->store, id, &after, &error);
  g_set_str (&after->name, name);
  gram_person_table_update (self->unit, before, after, &error);
  g_assert_no_error (error);
}

/* What is kept from search to search is never out of date: not by others, not by a unit that was undone. */
static void
test_changes (TableFixture *self, gconstpointer data)
{
  g_autoptr (GramStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  list_fixture_persons (self, 0, 50);
  table_fixture_commit (self);
  reader = gram_store_open (self->path, GRAM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_persons (reader, "zebedee"), ==, 0);
  rename_person (self, 20, "Zebedee Smith");
  g_assert_cmpuint (count_persons (self->store, "zebedee"), ==, 1);
  g_assert_cmpuint (count_persons (reader, "zebedee"), ==, 0);
  table_fixture_commit (self);
  g_assert_cmpuint (count_persons (reader, "zebedee"), ==, 1);
  g_assert_cmpuint (count_persons (self->store, "zebedee"), ==, 1);

  /* Undone; then another change takes the same number. */
  rename_person (self, 21, "Zebedee Jones");
  g_assert_cmpuint (count_persons (self->store, "zebedee"), ==, 2);
  g_clear_pointer (&self->unit, gram_unit_rollback);
  rename_person (self, 22, "Ermintrude Jones");
  table_fixture_commit (self);
  g_assert_cmpuint (count_persons (self->store, "zebedee"), ==, 1);
  g_assert_cmpuint (count_persons (self->store, "ermintrude"), ==, 1);
  g_assert_cmpuint (count_persons (reader, "ermintrude"), ==, 1);
  list_fixture_persons (self, 50, 10);
  table_fixture_commit (self);
  g_assert_cmpuint (count_persons (reader, ""), ==, 62);
}

static gint64
nth_account (TableFixture *self, guint i)
{
  const GramAccountQuery query = { .order = GRAM_ACCOUNT_ORDER_NUMBER };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = gram_account_table_ids (self->store, &query, 0, &error);

  g_assert_no_error (error);
  return g_array_index (ids, gint64, i);
}

static void
approve (TableFixture *self, gint64 account_id, GramApplicationState state, const char *valid_from)
{
  g_autoptr (GramApplicationRecord) record = gram_application_record_new ();
  g_autoptr (GError) error = NULL;

  record->account_id = account_id;
  record->state = state;
  record->content = g_strdup ("{}");
  record->saved_by = 2;
  record->valid_from = g_strdup (valid_from);
  gram_application_table_insert (self->unit, record, &error);
  g_assert_no_error (error);
}

/* Accounts 1 (CCS) and 2 (CCTS) of the fixture; a third is Fleet Average since 2026, a fourth will be, a fifth was. */
static const struct
{
  guint charge_schemes;
  const char *today;
  gint64 person_id;
  guint n_found;
} scheme_cases[] = {
  { 1 << GRAM_CHARGE_SCHEME_FLEET_AVERAGE, "2026-06-01", 0, 1 },
  { 1 << GRAM_CHARGE_SCHEME_FLEET_AVERAGE, "2025-12-31", 0, 0 },
  { 1 << GRAM_CHARGE_SCHEME_FLEET_AVERAGE, "2027-01-01", 0, 2 },
  { 1 << GRAM_CHARGE_SCHEME_PAYG, "2026-06-01", 0, 3 },
  { 1 << GRAM_CHARGE_SCHEME_PAYG, "2027-01-01", 0, 2 },
  { 1 << GRAM_CHARGE_SCHEME_PAYG | 1 << GRAM_CHARGE_SCHEME_FLEET_AVERAGE, "2027-01-01", 0, 4 },
  { 0, NULL, 0, 5 },
  { 0, NULL, 2, 2 },
  { 1 << GRAM_CHARGE_SCHEME_PAYG, "2026-06-01", 2, 1 },
  { 1 << GRAM_CHARGE_SCHEME_FLEET_AVERAGE, "2026-06-01", 2, 0 },
  { 0, NULL, 1, 0 },
};

static void
test_charge_schemes (TableFixture *self, gconstpointer data)
{
  static const GramApplicationState made[]
      = { GRAM_APPLICATION_APPROVED, GRAM_APPLICATION_APPROVED, GRAM_APPLICATION_SUSPENDED };
  static const char *const valid_from[] = { "2026-01-01", "2027-01-01", "2025-01-01" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 ids[2];

  table_fixture_begin (self);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autoptr (GramAccountRecord) account = gram_account_record_new ();

      account->number = g_strdup_printf ("3000000%u", i);
      account->holder = g_strdup ("Kauri Motors Ltd");
      gram_account_table_insert (self->unit, account, &error);
      g_assert_no_error (error);
      approve (self, account->id, made[i], valid_from[i]);
    }
  table_fixture_commit (self);
  for (gsize i = 0; i < G_N_ELEMENTS (scheme_cases); i++)
    {
      const GramAccountQuery query = {
        .charge_schemes = scheme_cases[i].charge_schemes,
        .today = (char *)scheme_cases[i].today,
        .person_id = scheme_cases[i].person_id,
      };
      g_autoptr (GArray) found = gram_account_table_ids (self->store, &query, 0, &error);
      GramAccountCounts counts;

      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, scheme_cases[i].n_found);
      g_assert_true (gram_account_table_counts (self->store, &query, &counts, &error));
      g_assert_cmpint (gram_account_counts_select (&counts, 0, 0), ==, scheme_cases[i].n_found);
    }
  ids[0] = nth_account (self, 4);
  ids[1] = nth_account (self, 2);
  rows = gram_account_table_page (self->store, ids, 2, &error);
  g_assert_no_error (error);
  g_assert_null (((GramAccountRecord *)rows->pdata[0])->fleet_average_from);
  g_assert_cmpstr (((GramAccountRecord *)rows->pdata[1])->fleet_average_from, ==, "2026-01-01");
}

static void
test_pages (TableFixture *self, gconstpointer data)
{
  const gint64 account_ids[] = { 2, 99, 1 };
  const gint64 person_ids[] = { 2, 77, 1, 2 };
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const GramPersonRecord *person;

  table_fixture_begin (self);
  table_fixture_fill (self, 1, 0, 10);
  table_fixture_commit (self);
  accounts = gram_account_table_page (self->store, account_ids, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 2);
  g_assert_cmpint (((GramAccountRecord *)accounts->pdata[0])->id, ==, 2);
  g_assert_cmpint (((GramAccountRecord *)accounts->pdata[1])->waiting, ==, 0);
  persons = gram_person_table_page (self->store, person_ids, 4, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (persons->len, ==, 3);
  person = persons->pdata[1];
  g_assert_cmpstr (person->email, ==, "mere@example.org");
  g_assert_cmpint (person->role, ==, GRAM_ROLE_ADMINISTRATOR);
  /* A list has no business with secrets. */
  g_assert_null (person->password_hash);
  g_assert_null (person->reset_hash);
  none = gram_person_table_page (self->store, person_ids, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static const struct
{
  const char *number;
  const char *holder;
  gboolean confirmed;
} confirmations[] = {
  { "10000008", "Harbour Street Imports Ltd", TRUE },
  { "10000008", "  harbour  street IMPORTS ltd ", TRUE },
  { "10000008", "Harbour Street Imports", FALSE },
  { "10000008", "", FALSE },
  { "10000016", "Harbour Street Imports Ltd", FALSE },
  { "99999999", "Harbour Street Imports Ltd", FALSE },
  { "99999999", "", FALSE },
};

static void
test_confirm (TableFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (confirmations); i++)
    {
      gboolean confirmed = FALSE;

      g_assert_true (gram_account_table_confirm_holder (self->store, confirmations[i].number,
                                                        confirmations[i].holder, &confirmed,
                                                        &error));
      g_assert_cmpint (confirmed, ==, confirmations[i].confirmed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  LIST_TEST ("/store/people-query/persons", test_persons);
  LIST_TEST ("/store/people-query/accounts", test_accounts);
  LIST_TEST ("/store/people-query/first-question", test_first_question);
  LIST_TEST ("/store/people-query/changes", test_changes);
  LIST_TEST ("/store/people-query/charge-schemes", test_charge_schemes);
  LIST_TEST ("/store/people-query/pages", test_pages);
  LIST_TEST ("/store/people-query/confirm", test_confirm);
  return g_test_run ();
}
