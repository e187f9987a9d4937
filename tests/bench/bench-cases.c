/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"

#include "bench-lists.h"
#include "bench-registry.h"
#include "gram-case-list.h"
#include "gram-case-message-table.h"
#include "gram-questions-cases.h"
#include "gram-test-loop.h"

#include <inttypes.h>

/*
 * What a case handler waits for in a registry with 100,000 cases: to have the queue, to search and filter it, to open a
 * case; and what 1,000 disputes cost that are opened, claimed and decided, each in one command. The least that claiming and
 * deciding can cost is the bare UPDATE of the rows.
 */

#define FILE_NAME "cases.gram"
#define HANDLER "mere@example.org"
#define OFFICER "aroha@example.org"
#define PASSWORD "kowhai-in-bloom-2026"

#define N_CASES 100000
#define N_DISPUTES 1000
#define N_TRIES 100

#define FRAME_US 16667
#define CASE_US 100000

#define LEAST                                                                                      \
  ".bail on\n"                                                                                     \
  "PRAGMA cache_size = -32768;\n"                                                                  \
  "PRAGMA foreign_keys = ON;\n"                                                                    \
  "BEGIN IMMEDIATE;\n"                                                                             \
  "UPDATE case_file SET %s, version = version + 1 WHERE id > 100000 AND id <= 101000;\n"           \
  "COMMIT;\n"

static void
do_it (GramRegistry *registry, const char *email, const char *command, GVariant *arguments)
{
  bench_perform (registry, email, PASSWORD, command, arguments);
}

/* Four of five are decided; the others are of all kinds that are no dispute, and due one after another. */
static void
insert_case (GramUnit *unit, guint i)
{
  static const GramCaseKind kinds[]
      = { GRAM_CASE_TRADE, GRAM_CASE_CONVERSION, GRAM_CASE_PAYMENT, GRAM_CASE_BORROWING };
  g_autoptr (GramCaseRecord) record = gram_case_record_new ();
  g_autoptr (GramCaseMessageRecord) message = gram_case_message_record_new ();
  g_autoptr (GError) error = NULL;
  gboolean decided = i % 5 != 0;

  record->account_id = 1;
  record->kind = kinds[i / 5 % G_N_ELEMENTS (kinds)];
  record->subject_id = i + 1;
  g_free (record->label);
  record->label = g_strdup_printf ("Harbour Street %u", i);
  record->opened_at = G_GINT64_CONSTANT (1767268800000000) + i;
  g_free (record->due_on);
  record->due_on = g_strdup_printf ("20%02u-%02u-%02u", 27 + i % 7, 1 + i % 12, 1 + i % 28);
  record->state = decided ? GRAM_CASE_DECIDED : GRAM_CASE_OPEN;
  record->outcome = decided ? GRAM_CASE_APPROVED : GRAM_CASE_OUTCOME_NONE;
  record->decided_by = decided ? 1 : 0;
  record->decided_at = decided ? record->opened_at + 1 : 0;
  bench_check (gram_case_table_insert (unit, record, &error), error);
  message->case_id = record->id;
  g_set_str (&message->text, "The register was asked; it answers within a week.");
  message->written_by = 1;
  message->written_at = record->opened_at;
  bench_check (gram_case_message_table_insert (unit, message, &error), error);
}

static void
insert_cases (GramRegistry *registry)
{
  g_autoptr (GError) error = NULL;
  GramUnit *unit = gram_unit_begin (gram_registry_get_store (registry), &error);

  bench_check (unit != NULL, error);
  for (guint i = 1; i < N_CASES; i++)
    insert_case (unit, i);
  bench_check (gram_unit_commit (unit, &error), error);
}

/* An account with vehicles that are ready; its AML case is the first one. */
static void
insert_account (Bench *bench, GramRegistry *registry)
{
  g_autofree char *path = bench_file (bench, "cases.csv");
  g_autoptr (GString) text = g_string_new ("vin,make,model,type,mass_kg,co2_g_km,status\n");
  g_autoptr (GError) error = NULL;

  do_it (registry, HANDLER, "user.create",
         g_variant_new_parsed ("{'email': <%s>, 'name': <'Aroha Ngata'>, 'role': <'officer'>, "
                               "'password': <%s>}",
                               OFFICER, PASSWORD));
  do_it (registry, OFFICER, "account.open",
         g_variant_new_parsed ("{'kind': <'ccs-used'>, 'holder': <'Harbour Street Imports Ltd'>, "
                               "'contact-name': <'Aroha Ngata'>, 'contact-email': <%s>}",
                               OFFICER));
  for (guint i = 0; i < N_DISPUTES; i++)
    g_string_append_printf (text, "7AT0H64TX07%06u,Toyota,Aqua,A,1090,82,ready\n", i);
  bench_check (g_file_set_contents (path, text->str, (gssize)text->len, &error), error);
  do_it (registry, HANDLER, "vehicle.import",
         g_variant_new_parsed ("{'account': <'10000016'>, 'file': <%s>, 'preset': <'gram'>}",
                               path));
}

static void
make_registry (Bench *bench)
{
  const GramSetup setup = { .kind = GRAM_REGISTRY_ADMINISTRATOR,
                            .title = "Bench",
                            .email = HANDLER,
                            .name = "Mere Tamihana",
                            .password = PASSWORD };
  g_autofree char *path = bench_file (bench, FILE_NAME);
  g_autoptr (GramRegistry) registry = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  bench_registry_remove (path);
  registry = gram_registry_create (path, &setup, &refusal, &error);
  bench_check (registry != NULL, error);
  insert_account (bench, registry);
  insert_cases (registry);
  start = g_get_monotonic_time ();
  do_it (registry, OFFICER, "dispute.open",
         g_variant_new_parsed ("{'account': <'10000016'>, 'kind': <'value'>, 'field': <'co2'>, "
                               "'claimed': <'80'>, 'reason': <'The certificate says 80.'>, "
                               "'filter': <@a{sv} {}>}"));
  bench_figure ("open", g_get_monotonic_time () - start);
}

static void
copy_registry (Bench *bench, const char *to)
{
  g_autofree char *from = bench_file (bench, FILE_NAME);
  g_autofree char *path = bench_file (bench, to);

  bench_registry_copy (from, path);
}

static gint64
time_case (GramSession *session, gint64 id)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GramCaseDetail) detail = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_case_async (session, id, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  detail = gram_session_case_finish (session, result, &refusal, &error);
  bench_check (detail != NULL, error);
  return g_get_monotonic_time () - start;
}

static void
measure_case (GramSession *session)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_TRIES; i++)
    {
      /* Disputes, and others, from all over. */
      gint64 time = time_case (session, i % 2 == 0 ? N_CASES + 1 + i : 1 + i * 997);

      g_array_append_val (times, time);
    }
  bench_print_spread ("case", times);
}

static void
measure_counts (GramSession *session)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree GramCaseCounts *counts = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_case_counts_async (session, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  counts = gram_session_case_counts_finish (session, result, NULL, &error);
  bench_check (counts != NULL, error);
  bench_figure ("counts", g_get_monotonic_time () - start);
}

static void
measure_queue (Bench *bench)
{
  static const char *const words[] = { "street 77", "harbour", "aqua", "7AT0H64TX07000500" };
  GramSession *session = bench_session_open (bench, FILE_NAME, HANDLER, PASSWORD);
  g_autoptr (GramCaseList) list = gram_case_list_new (session);
  g_autoptr (GArray) searches = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) filters = g_array_new (FALSE, FALSE, sizeof (gint64));
  const GramCaseQuery queue = { .states = GRAM_CASE_UNDECIDED };
  const GramCaseQuery all = { .order = GRAM_CASE_ORDER_OPENED, .descending = TRUE };

  bench_figure ("queue", bench_time_query (GRAM_PAGED_LIST (list), &queue));
  bench_figure ("all", bench_time_query (GRAM_PAGED_LIST (list), &all));
  g_assert (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (list)) == N_CASES + N_DISPUTES);
  for (guint i = 0; i < N_TRIES; i++)
    {
      const GramCaseQuery search
          = { .states = GRAM_CASE_UNDECIDED, .search = (char *)words[i % G_N_ELEMENTS (words)] };
      const GramCaseQuery filter = { .states = GRAM_CASE_UNDECIDED,
                                     .kinds = i % 2 == 0 ? GRAM_CASE_DISPUTE : GRAM_CASE_TRADE,
                                     .order = (GramCaseOrder)(i % 5) };
      gint64 time = bench_time_query (GRAM_PAGED_LIST (list), &search);

      g_array_append_val (searches, time);
      time = bench_time_query (GRAM_PAGED_LIST (list), &filter);
      g_array_append_val (filters, time);
    }
  bench_print_spread ("search", searches);
  bench_print_spread ("filter", filters);
  measure_counts (session);
  measure_case (session);
  g_clear_object (&list);
  bench_session_end (session);
}

static GVariant *
disputes (void)
{
  GVariantBuilder ids = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ax"));

  for (gint64 i = 1; i <= N_DISPUTES; i++)
    g_variant_builder_add (&ids, "x", N_CASES + i);
  return g_variant_builder_end (&ids);
}

static void
measure_decisions (Bench *bench)
{
  static const struct
  {
    const char *file;
    const char *command;
    const char *claim;
  } rows[] = {
    { "uphold.gram", "dispute.uphold", "claim" },
    { "decline.gram", "dispute.decline", "claim-again" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = bench_file (bench, rows[i].file);
      g_autoptr (GramRegistry) registry = NULL;
      g_autoptr (GramActor) actor = NULL;
      g_autoptr (GError) error = NULL;

      copy_registry (bench, rows[i].file);
      registry = gram_registry_open (path, GRAM_STORE_READ_WRITE, &error);
      bench_check (registry != NULL, error);
      actor = bench_sign_in (registry, HANDLER, PASSWORD);
      bench_figure (rows[i].claim,
                    bench_time_command (registry, actor, "case.claim",
                                        g_variant_new_parsed ("{'cases': <%@ax>}", disputes ())));
      bench_figure (rows[i].command,
                    bench_time_command (registry, actor, rows[i].command,
                                        g_variant_new_parsed (
                                            "{'account': <'10000016'>, 'cases': <%@ax>, 'reason': "
                                            "<'The certificate was looked at.'>, 'reference': "
                                            "<'CCS-2026-0101'>}",
                                            disputes ())));
    }
}

static gint64
time_least (Bench *bench, const char *set)
{
  g_autofree char *copy = bench_file (bench, "least.gram");
  g_autofree char *input = g_strdup_printf (LEAST, set);
  const char *const argv[] = { "sqlite3", copy, NULL };
  g_autoptr (BenchResult) least = NULL;

  copy_registry (bench, "least.gram");
  least = bench_run_program (bench, argv, input);
  return least->wall_us;
}

static const struct
{
  const char *key;
  const char *what;
  gint64 aim_us;
} figures[] = {
  { "queue", "the queue of 100,000 cases, first rows", FRAME_US },
  { "all", "all of them, the newest first, first rows", FRAME_US },
  { "search-median", "search in the queue, first rows, median", FRAME_US },
  { "search-p99", "search in the queue, first rows, p99", FRAME_US },
  { "filter-median", "filter and order of it, first rows, median", FRAME_US },
  { "filter-p99", "filter and order of it, first rows, p99", FRAME_US },
  { "counts", "counts of its chips", 0 },
  { "case-median", "a case opened, median", CASE_US },
  { "case-p99", "a case opened, p99", CASE_US },
};

static void
run (Bench *bench)
{
  g_autoptr (BenchResult) made = bench_run (bench, "cases-make");
  g_autoptr (BenchResult) queue = bench_run (bench, "cases-queue");
  g_autoptr (BenchResult) decisions = bench_run (bench, "cases-decide");
  gint64 claim = time_least (bench, "state = 'claimed', claimed_by = 1, claimed_at = 1");
  gint64 decide = time_least (bench, "state = 'decided', outcome = 'upheld', decided_by = 1, "
                                     "decided_at = 1, reason = 'R'");

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    bench_add_time (bench, figures[i].what, bench_result_get (queue, figures[i].key),
                    figures[i].aim_us);
  bench_add_time (bench, "1,000 vehicles disputed in one command", bench_result_get (made, "open"),
                  0);
  bench_add_ratio (bench, "1,000 cases claimed in one command / bare UPDATE",
                   bench_result_get (decisions, "claim"), claim, 0);
  bench_add_ratio (bench, "1,000 disputes upheld in one command / bare UPDATE",
                   bench_result_get (decisions, "dispute.uphold"), decide, 0);
  bench_add_ratio (bench, "1,000 disputes declined in one command / bare UPDATE",
                   bench_result_get (decisions, "dispute.decline"), decide, 0);
  bench_add_time (bench, "1,000 cases claimed in one command",
                  bench_result_get (decisions, "claim"), 1000000);
  bench_add_time (bench, "1,000 disputes upheld in one command",
                  bench_result_get (decisions, "dispute.uphold"), 3000000);
  bench_add_time (bench, "1,000 disputes declined in one command",
                  bench_result_get (decisions, "dispute.decline"), 3000000);
}

static const BenchPartInfo parts[] = { { "cases-make", make_registry },
                                       { "cases-queue", measure_queue },
                                       { "cases-decide", measure_decisions },
                                       { NULL, NULL } };

const BenchSuiteInfo bench_cases = { "cases", run, parts };
