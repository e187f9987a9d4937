/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"
#include "bench-registry.h"

#include "gram-ccs.h"
#include "gram-journal.h"
#include "gram-ledger.h"
#include "gram-vehicle-table.h"

#define AT G_GINT64_CONSTANT (1767268800000000)

/* The least that accepting can cost: the rows and the indexes of the schema, nothing checked, nothing added up, no figure
 * worked out and nothing posted. */
#define UPDATE                                                                                     \
  ".bail on\n"                                                                                     \
  "PRAGMA cache_size = -32768;\n"                                                                  \
  "PRAGMA foreign_keys = ON;\n"                                                                    \
  "UPDATE vehicle SET status = 2, accepted_at = 1767268800000000, accepted_by = 1,"                \
  " accepted_automatically = 0, rulebook_id = 1, version = version + 1"                            \
  " WHERE account_id = 1 AND status = 1 AND attention = 0;\n"

/* Works out the figure of a vehicle by the law in force, as acceptance does, and posts the sums. */
typedef struct
{
  GramRulebook *rulebook;
  GramUnit *unit;
  gint64 journal_id;
} Figures;

static void
figures_init (Figures *self)
{
  g_autofree char *path = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data", "rulebooks",
                                            "ccs-2027-01.json", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good = g_file_get_contents (path, &content, NULL, &error);

  bench_check (good, error);
  self->rulebook = gram_rulebook_parse (content, -1, &error);
  bench_check (self->rulebook != NULL, error);
}

static void
figures_clear (Figures *self)
{
  gram_rulebook_unref (self->rulebook);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static void
work_out (const GramVehicleRecord *vehicle, GramCcsShare *share, gpointer data)
{
  const Figures *self = data;
  const GramCcsFacts facts = {
    .year = 2026,
    .kind = GRAM_ACCOUNT_CCS_USED,
    .type = vehicle->type,
    .mass_kg = vehicle->mass_kg,
    .co2_micro = vehicle->co2_micro,
  };
  GramCcsFigure figure;

  *share = (GramCcsShare){ 0 };
  if (gram_ccs_figure (self->rulebook, &facts, &figure, NULL))
    *share = gram_ccs_share_of_figure (&figure, GRAM_CHARGE_SCHEME_PAYG);
}

static gboolean
post (const GramFigureSums *sums, gint64 *posting_id, gpointer data, GError **error)
{
  const Figures *self = data;
  const GramLedgerLine lines[] = {
    { 0, "issue", "ccs-credit/used/2026", -sums->credits },
    { 1, "holding", "ccs-credit/used/2026", sums->credits },
    { 0, "charge", "NZD", -sums->charges },
    { 1, "charges", "NZD", sums->charges },
  };

  if (sums->credits == 0 || sums->charges == 0)
    g_error ("the fleet has no credits or no charges");
  return gram_ledger_post (self->unit, self->journal_id, "acceptance", lines, G_N_ELEMENTS (lines),
                           posting_id, error);
}

static gint64
append_journal (GramUnit *unit)
{
  GramJournalEntry entry = {
    .at = AT,
    .account_id = 1,
    .person_id = 1,
    .command = (char *)"vehicle.accept",
    .arguments = (char *)"{}",
    .result = (char *)"{}",
    .request_id = (char *)"bench",
  };
  g_autoptr (GError) error = NULL;

  bench_check (gram_journal_append (unit, &entry, &error), error);
  return entry.id;
}

/* A tenth of the vehicles becomes ready, 100,000 of a million; those that need a person are left out. */
static GArray *
list_ready (GramStore *store, guint64 n)
{
  const GramVehicleQuery query = {
    .account_id = 1,
    .attentions = 1 << GRAM_ATTENTION_NONE,
    .order = GRAM_VEHICLE_ORDER_MAKE,
  };
  g_autoptr (GError) error = NULL;
  GArray *ids = gram_vehicle_table_ids (store, &query, (guint)n, &error);

  bench_check (ids != NULL, error);
  return ids;
}

static void
prepare (Bench *bench)
{
  g_autofree char *path = bench_file (bench, "ready.gram");
  g_autofree char *from = bench_file (bench, "tables.gram");
  g_autofree char *copy = bench_file (bench, "update.gram");
  g_autofree char *listed = bench_file (bench, "listed.gram");
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  GramUnit *unit;
  gint64 marked;

  bench_registry_copy (from, path);
  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  bench_check (store != NULL, error);
  ids = list_ready (store, bench->n_rows / 10);
  unit = gram_unit_begin (store, &error);
  bench_check (unit != NULL, error);
  bench_check (gram_vehicle_table_mark_ready_ids (unit, 1, &g_array_index (ids, gint64, 0),
                                                  ids->len, AT, &marked, &error)
                   && gram_unit_commit (unit, &error),
               error);
  bench_figure ("marked", marked);
  g_clear_pointer (&store, gram_store_close);
  bench_registry_copy (path, copy);
  bench_registry_copy (path, listed);
}

static void
accept_query (Bench *bench)
{
  const GramVehicleQuery query = { .account_id = 1 };
  g_auto (Figures) figures = { NULL };
  const GramAcceptance acceptance = { AT, 1, FALSE, 1, 202601, FALSE, work_out, post, &figures };
  g_autofree char *path = bench_file (bench, "ready.gram");
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  GramUnit *unit;
  gint64 accepted;
  gint64 units;

  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  bench_check (store != NULL, error);
  figures_init (&figures);
  figures.unit = unit = gram_unit_begin (store, &error);
  bench_check (unit != NULL, error);
  figures.journal_id = append_journal (unit);
  bench_check (gram_vehicle_table_accept_query (unit, &query, &acceptance, &accepted, &units,
                                                &error)
                   && gram_unit_commit (unit, &error),
               error);
  g_clear_pointer (&store, gram_store_close);
  bench_figure ("us", g_get_monotonic_time () - start);
  bench_figure ("accepted", accepted);
}

static void
accept_ids (Bench *bench)
{
  g_auto (Figures) figures = { NULL };
  const GramAcceptance acceptance = { AT, 1, FALSE, 1, 202601, FALSE, work_out, post, &figures };
  g_autofree char *path = bench_file (bench, "listed.gram");
  g_autoptr (GramStore) store = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  GramUnit *unit;
  gint64 accepted;
  gint64 units;
  gint64 start;

  store = gram_store_open (path, GRAM_STORE_READ_WRITE, &error);
  bench_check (store != NULL, error);
  ids = list_ready (store, bench->n_rows / 10);
  start = g_get_monotonic_time ();
  figures_init (&figures);
  figures.unit = unit = gram_unit_begin (store, &error);
  bench_check (unit != NULL, error);
  figures.journal_id = append_journal (unit);
  bench_check (gram_vehicle_table_accept_ids (unit, 1, &g_array_index (ids, gint64, 0), ids->len,
                                              &acceptance, &accepted, &units, &error)
                   && gram_unit_commit (unit, &error),
               error);
  g_clear_pointer (&store, gram_store_close);
  bench_figure ("us", g_get_monotonic_time () - start);
  bench_figure ("accepted", accepted);
}

static void
run (Bench *bench)
{
  g_autofree char *copy = bench_file (bench, "update.gram");
  const char *const argv[] = { "sqlite3", copy, NULL };
  g_autoptr (BenchResult) prepared = bench_run (bench, "mark-ready");
  g_autoptr (BenchResult) query = bench_run (bench, "accept-query");
  g_autoptr (BenchResult) ids = bench_run (bench, "accept-ids");
  g_autoptr (BenchResult) least = bench_run_program (bench, argv, UPDATE);
  g_autofree char *title = NULL;

  if (bench_result_get (query, "accepted") != bench_result_get (prepared, "marked")
      || bench_result_get (ids, "accepted") != bench_result_get (prepared, "marked"))
    g_error ("not all that is ready was accepted");
  title = g_strdup_printf ("accept %" G_GINT64_FORMAT " by filter / bare UPDATE",
                           bench_result_get (prepared, "marked"));
  bench_add_ratio (bench, title, bench_result_get (query, "us"), least->wall_us, 300);
  bench_add_ratio (bench, "the same by a list of ids / bare UPDATE", bench_result_get (ids, "us"),
                   least->wall_us, 300);
}

static const BenchPartInfo parts[] = {
  { "mark-ready", prepare },
  { "accept-query", accept_query },
  { "accept-ids", accept_ids },
  { NULL },
};

const BenchSuiteInfo bench_accept = { "accept", run, parts };
