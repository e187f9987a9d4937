/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-command.h"
#include "bench-registry.h"

#include "gram-search.h"
#include "gram-vehicle-sql.h"
#include "gram-vehicle-table.h"

#include <stdio.h>

/* What `sqlite3` does with the same file: .import into a table of texts, then into the schema, search index and totals
 * with it, in one transaction and with the same cache. */
#define IMPORT                                                                                       \
  ".bail on\n"                                                                                       \
  "PRAGMA cache_size = -32768;\n"                                                                    \
  "PRAGMA temp_store = MEMORY;\n"                                                                    \
  "PRAGMA foreign_keys = ON;\n"                                                                      \
  "BEGIN IMMEDIATE;\n"                                                                               \
  "CREATE TEMP TABLE file (vin TEXT, chassis TEXT, make TEXT, model TEXT, variant TEXT, class TEXT," \
  " type TEXT, made_year TEXT, fuel TEXT, engine_cc TEXT, mass_kg TEXT, test_cycle TEXT,"            \
  " co2_source TEXT, co2 TEXT, saving TEXT, eco_codes TEXT, registered_on TEXT);\n"                  \
  ".mode csv\n"                                                                                      \
  ".import --schema temp --skip 1 %s file\n"                                                         \
  "INSERT INTO vehicle (account_id, vin, chassis, chassis_key, label, make, model, variant,"         \
  " vehicle_class, type, made_year, fuel, engine_cc, mass_kg, test_cycle, co2_source, co2, saving,"  \
  " corrected, eco_codes, units, registered_on, period, status, attention, missing, entered_at,"     \
  " ready_at, accepted_at, accepted_automatically, version)"                                         \
  " SELECT 1, nullif (vin, ''), nullif (chassis, ''), nullif (replace (chassis, '-', ''), ''),"      \
  " coalesce (nullif (vin, ''), chassis), make, model, variant, class, type,"                        \
  " CAST (made_year AS INTEGER), fuel, CAST (engine_cc AS INTEGER), CAST (mass_kg AS INTEGER),"      \
  " test_cycle, co2_source,"                                                                         \
  " CASE co2 WHEN '' THEN -1 ELSE CAST (round (co2 * 1000000) AS INTEGER) END,"                      \
  " CAST (round (saving * 1000000) AS INTEGER), -1, eco_codes, 1, registered_on,"                    \
  " CAST (substr (registered_on, 1, 4) || substr (registered_on, 6, 2) AS INTEGER), 0, 0, 0, 1,"     \
  " 0, 0, 0, 1 FROM temp.file;\n"                                                                    \
  "INSERT INTO vehicle_search (rowid, text) SELECT id, " GRAM_SEARCH_TEXT " FROM vehicle;\n"         \
  "INSERT INTO vehicle_total SELECT account_id, period, status, attention, " GRAM_TOTAL_COLUMNS      \
  " FROM vehicle GROUP BY account_id, period, status, attention;\n"                                  \
  "COMMIT;\n"                                                                                        \
  ".mode list\n"                                                                                     \
  "SELECT 'imported ' || count (*) FROM vehicle;\n"
static void
make_file (Bench *bench)
{
  g_autofree char *path = bench_file (bench, "register.csv");
  g_autoptr (GError) error = NULL;

  bench_check (gram_test_fleet_write_csv (&bench->fleet, 0, bench->n_rows, path, &error), error);
}

static void
make_empty (Bench *bench)
{
  g_autofree char *path = bench_file (bench, "sqlite.gram");
  g_autoptr (GramStore) store = bench_registry_create (path);
}

/* The tables alone: look each vehicle up and insert it. What making the vehicle costs is measured apart. */
static void
import_by_tables (Bench *bench)
{
  g_autofree char *path = bench_file (bench, "tables.gram");
  g_autoptr (GramStore) store = bench_registry_create (path);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 made;
  gint64 inserted;
  GramUnit *unit;

  for (guint64 i = 0; i < bench->n_rows; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = gram_test_fleet_vehicle (&bench->fleet, 1, i);
    }
  made = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  unit = gram_unit_begin (store, &error);
  bench_check (unit != NULL, error);
  for (guint64 i = 0; i < bench->n_rows; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = gram_test_fleet_vehicle (&bench->fleet, 1, i);
      gint64 by_vin;
      gint64 by_other;

      bench_check (gram_vehicle_table_find (store, vehicle, &by_vin, &by_other, &error), error);
      bench_check (gram_vehicle_table_insert (unit, vehicle, 0, &error), error);
    }
  inserted = g_get_monotonic_time ();
  bench_check (gram_unit_commit (unit, &error), error);
  bench_figure ("rows_us", inserted - start - made);
  bench_figure ("commit_us", g_get_monotonic_time () - inserted);
}

static void
run (Bench *bench)
{
  g_autofree char *csv = bench_file (bench, "register.csv");
  g_autofree char *sqlite = bench_file (bench, "sqlite.gram");
  g_autofree char *script = g_strdup_printf (IMPORT, csv);
  const char *const argv[] = { "sqlite3", sqlite, NULL };
  g_autoptr (BenchResult) file = bench_run (bench, "make-file");
  g_autoptr (BenchResult) empty = bench_run (bench, "make-empty");
  g_autoptr (BenchResult) tables = bench_run (bench, "import-by-tables");
  g_autoptr (BenchResult) least = NULL;

  fprintf (stderr, "  sqlite3 .import …\n");
  least = bench_run_program (bench, argv, script);
  if (bench_result_get (least, "imported") != (gint64)bench->n_rows)
    g_error ("sqlite3 did not import the file");
  bench_add_ratio (bench, "import, tables alone / sqlite3 .import, search index included",
                   bench_result_get (tables, "rows_us") + bench_result_get (tables, "commit_us"),
                   least->wall_us, 150);
  bench_add_time (bench, "  of it: search index, totals, COMMIT",
                  bench_result_get (tables, "commit_us"), 0);
  bench_command_import (bench, least);
}

static const BenchPartInfo parts[] = {
  { "make-file", make_file },
  { "make-empty", make_empty },
  { "import-by-tables", import_by_tables },
  { "import-by-command", bench_command_import_first },
  { "import-again", bench_command_import_again },
  { "dry-run", bench_command_dry_run },
  { NULL },
};

const BenchSuiteInfo bench_import = { "import", run, parts };
