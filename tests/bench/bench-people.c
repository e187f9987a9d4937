/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"

#include "bench-lists.h"
#include "bench-registry.h"
#include "gram-account-list.h"
#include "gram-identifier.h"
#include "gram-member-table.h"
#include "gram-person-list.h"
#include "gram-questions.h"
#include "gram-test-loop.h"

/*
 * What the administrator of a large registry waits for: to sign in, to have the lists of accounts and persons, to search
 * and filter them; all through the session and its lists, as the window does.
 */

#define EMAIL "mere@example.org"
#define PASSWORD "kowhai-in-bloom-2026"

#define N_ACCOUNTS 10000
#define N_PERSONS 50000
#define N_TRIES 100

/* Frame of a screen that shows 60 a second. */
#define FRAME_US 16667

static const char *const streets[]
    = { "Harbour", "Quay", "Kauri", "Rimu", "Station", "Victoria", "Ferry", "Marine" };
static const char *const trades[] = { "Imports", "Cars", "Motors", "Vehicles", "Autos" };
static const char *const first_names[]
    = { "Aroha", "Mere", "Wiremu", "Ngaire", "Hana", "Tane", "Rangi", "Moana", "Kiri", "Tama" };
static const char *const last_names[]
    = { "Kingi", "Parata", "Tamihana", "Ngata", "Walker", "Cooper", "Rua", "Tipene" };

static void
insert_persons (GramUnit *unit)
{
  for (guint i = 0; i < N_PERSONS; i++)
    {
      g_autoptr (GramPersonRecord) person = gram_person_record_new ();
      g_autoptr (GError) error = NULL;

      g_free (person->email);
      person->email = g_strdup_printf ("person%05u@example.org", i);
      g_free (person->name);
      person->name = g_strdup_printf ("%s %s", first_names[i % G_N_ELEMENTS (first_names)],
                                      last_names[i / 10 % G_N_ELEMENTS (last_names)]);
      bench_check (gram_person_table_insert (unit, person, &error), error);
    }
}

/* Five members each; person 1 is the administrator. */
static void
insert_members (GramUnit *unit, gint64 account_id)
{
  for (guint i = 0; i < 5; i++)
    {
      const GramMember member
          = { .account_id = account_id,
              .person_id = 2 + (account_id * 5 + i) % N_PERSONS,
              .owner = i == 0,
              .permissions = i == 0 ? GRAM_PERMISSION_ALL : GRAM_PERMISSION_VIEW };
      g_autoptr (GError) error = NULL;

      bench_check (gram_member_table_insert (unit, &member, &error), error);
    }
}

static void
insert_accounts (GramUnit *unit)
{
  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      g_autoptr (GramAccountRecord) account = gram_account_record_new ();
      g_autoptr (GError) error = NULL;
      char number[GRAM_ACCOUNT_NUMBER_BUFFER];

      bench_check (gram_account_number_make (i + 1, number, &error), error);
      g_set_str (&account->number, number);
      account->kind = 1 + i % 3;
      g_free (account->holder);
      account->holder = g_strdup_printf ("%s Street %s %u Ltd", streets[i % G_N_ELEMENTS (streets)],
                                         trades[i / 8 % G_N_ELEMENTS (trades)], i);
      g_set_str (&account->contact_name, first_names[i % G_N_ELEMENTS (first_names)]);
      g_free (account->contact_email);
      account->contact_email = g_strdup_printf ("person%05u@example.org", i * 5);
      bench_check (gram_account_table_insert (unit, account, &error), error);
      insert_members (unit, account->id);
    }
}

static void
make_registry (Bench *bench)
{
  const GramSetup setup = { .kind = GRAM_REGISTRY_ADMINISTRATOR,
                            .title = "Bench",
                            .email = EMAIL,
                            .name = "Mere Tamihana",
                            .password = PASSWORD };
  g_autofree char *path = bench_file (bench, "people.gram");
  g_autoptr (GramRegistry) registry = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramUnit *unit;

  bench_registry_remove (path);
  registry = gram_registry_create (path, &setup, &refusal, &error);
  bench_check (registry != NULL, error);
  unit = gram_unit_begin (gram_registry_get_store (registry), &error);
  bench_check (unit != NULL, error);
  insert_persons (unit);
  insert_accounts (unit);
  bench_check (gram_unit_commit (unit, &error), error);
}

/* Without the password, which is dear on purpose. */
static void
measure_second_window (GramSession *session)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *beside;

  gram_session_open_beside_async (session, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  beside = gram_session_open_finish (result, &error);
  bench_check (beside != NULL, error);
  bench_figure ("beside", g_get_monotonic_time () - start);
  gram_session_close (beside);
  gram_test_settle ();
  g_clear_object (&result);
  gram_test_unref_and_wait (beside);
}

/* What somebody types, letter by letter. */
static char *
dup_search (const char *word, guint n)
{
  return g_utf8_substring (word, 0, 1 + n % g_utf8_strlen (word, -1));
}

static void
measure_accounts (GramSession *session)
{
  g_autoptr (GramAccountList) list = gram_account_list_new (session);
  g_autoptr (GArray) searches = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) filters = g_array_new (FALSE, FALSE, sizeof (gint64));
  const GramAccountQuery all = { .order = GRAM_ACCOUNT_ORDER_HOLDER };

  bench_figure ("accounts-open", bench_time_query (GRAM_PAGED_LIST (list), &all));
  g_assert (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (list)) == N_ACCOUNTS);
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *text = dup_search (streets[i % G_N_ELEMENTS (streets)], i);
      const GramAccountQuery search = { .search = text };
      const GramAccountQuery filter
          = { .kinds = 1u << (1 + i % 3), .states = GRAM_ACCOUNT_OPEN, .order = i % 3 };
      gint64 time = bench_time_query (GRAM_PAGED_LIST (list), &search);

      g_array_append_val (searches, time);
      time = bench_time_query (GRAM_PAGED_LIST (list), &filter);
      g_array_append_val (filters, time);
    }
  bench_print_spread ("accounts-search", searches);
  bench_print_spread ("accounts-filter", filters);
}

static void
measure_persons (GramSession *session)
{
  g_autoptr (GramPersonList) list = gram_person_list_new (session);
  g_autoptr (GArray) searches = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) filters = g_array_new (FALSE, FALSE, sizeof (gint64));
  const GramPersonQuery all = { .order = GRAM_PERSON_ORDER_NAME };

  bench_figure ("persons-open", bench_time_query (GRAM_PAGED_LIST (list), &all));
  g_assert (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (list)) == N_PERSONS + 1);
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *text = dup_search (last_names[i % G_N_ELEMENTS (last_names)], i);
      const GramPersonQuery search = { .search = text };
      const GramPersonQuery filter
          = { .roles = i % 2 == 0 ? GRAM_ROLE_OFFICER : GRAM_ROLE_ADMINISTRATOR, .order = i % 3 };
      gint64 time = bench_time_query (GRAM_PAGED_LIST (list), &search);

      g_array_append_val (searches, time);
      time = bench_time_query (GRAM_PAGED_LIST (list), &filter);
      g_array_append_val (filters, time);
    }
  bench_print_spread ("persons-search", searches);
  bench_print_spread ("persons-filter", filters);
}

static void
measure_counts (GramSession *session)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) accounts = NULL;
  g_autoptr (GAsyncResult) persons = NULL;
  g_autofree GramAccountCounts *by_state = NULL;
  g_autofree GramPersonCounts *by_role = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_account_counts_async (session, NULL, NULL, gram_test_keep_result, &accounts);
  gram_test_wait_result (&accounts);
  by_state = gram_session_account_counts_finish (session, accounts, NULL, &error);
  bench_check (by_state != NULL, error);
  bench_figure ("accounts-counts", g_get_monotonic_time () - start);

  start = g_get_monotonic_time ();
  gram_session_person_counts_async (session, NULL, NULL, gram_test_keep_result, &persons);
  gram_test_wait_result (&persons);
  by_role = gram_session_person_counts_finish (session, persons, NULL, &error);
  bench_check (by_role != NULL, error);
  bench_figure ("persons-counts", g_get_monotonic_time () - start);
}

static void
measure (Bench *bench)
{
  GramSession *session = bench_session_open (bench, "people.gram", EMAIL, PASSWORD);

  measure_second_window (session);
  measure_accounts (session);
  measure_persons (session);
  measure_counts (session);
  bench_session_end (session);
}

static const struct
{
  const char *key;
  const char *what;
  gint64 aim_us;
} figures[] = {
  { "beside", "a second window, administrator of 10,000 accounts, until ready", 0 },
  { "accounts-open", "list of 10,000 accounts, first rows", FRAME_US },
  { "accounts-search-median", "search in it, first rows, median", FRAME_US },
  { "accounts-search-p99", "search in it, first rows, p99", FRAME_US },
  { "accounts-filter-median", "filter and order of it, first rows, median", FRAME_US },
  { "accounts-filter-p99", "filter and order of it, first rows, p99", FRAME_US },
  { "accounts-counts", "counts of its chips", 0 },
  { "persons-open", "list of 50,000 people, first rows", FRAME_US },
  { "persons-search-median", "search in it, first rows, median", FRAME_US },
  { "persons-search-p99", "search in it, first rows, p99", FRAME_US },
  { "persons-filter-median", "filter and order of it, first rows, median", FRAME_US },
  { "persons-filter-p99", "filter and order of it, first rows, p99", FRAME_US },
  { "persons-counts", "counts of its chips", 0 },
};

static void
run (Bench *bench)
{
  g_autoptr (BenchResult) made = bench_run (bench, "people-make");
  g_autoptr (BenchResult) result = bench_run (bench, "people-lists");

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    bench_add_time (bench, figures[i].what, bench_result_get (result, figures[i].key),
                    figures[i].aim_us);
  bench_add_memory (bench, "memory with both lists", result->peak_kib, 0);
}

static const BenchPartInfo parts[]
    = { { "people-make", make_registry }, { "people-lists", measure }, { NULL, NULL } };

const BenchSuiteInfo bench_people = { "people", run, parts };
