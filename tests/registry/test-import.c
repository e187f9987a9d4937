/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-difference-table.h"
#include "gram-import-table.h"
#include "gram-import.h"
#include "gram-vehicle-values.h"

#include <string.h>

#define HEADER "vin,make,model,mass_kg,co2_g_km,saving_g_km,registered_on,status\n"
#define ROW_1 "WVWZZZ1KZAW000001,Volkswagen,Golf,1355,118.5,1.2,2026-01-15,ready\n"
#define ROW_2 "WVWZZZ1KZAW000002,Volkswagen,Polo,1105,116,,2026-01-16,entered\n"
#define ROW_3 "WVWZZZ1KZAW000003,Volkswagen,Passat,1625,,,2026-02-01,ready\n"

/* What an import answered. */
typedef struct
{
  gint64 rows;
  gint64 new;
  gint64 changed;
  gint64 unchanged;
  gint64 differing;
  gint64 rejected;
} Counts;

static void
assert_counts (Fixture *f, const Counts *counts)
{
  g_assert_cmpint (fixture_result (f, "rows"), ==, counts->rows);
  g_assert_cmpint (fixture_result (f, "new"), ==, counts->new);
  g_assert_cmpint (fixture_result (f, "changed"), ==, counts->changed);
  g_assert_cmpint (fixture_result (f, "unchanged"), ==, counts->unchanged);
  g_assert_cmpint (fixture_result (f, "differing"), ==, counts->differing);
  g_assert_cmpint (fixture_result (f, "rejected"), ==, counts->rejected);
}

static GramImportReport *
dry_run (Fixture *f, const char *path)
{
  g_autofree char *json = g_strdup_printf ("{'account': '@', 'file': '%s'}", path);
  g_autoptr (GVariant) arguments = fixture_arguments (f, json);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 length = fixture_journal_length (f);
  GramImportReport *report
      = gram_registry_import_dry_run (f->registry, f->actors[ADMINISTRATOR], arguments, NULL, NULL,
                                      NULL, &refusal, &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  return report;
}

/* Brings a text in; first as a dry run, which has to say the same. */
static void
bring_in (Fixture *f, const char *content, const Counts *counts)
{
  g_autofree char *path = fixture_file (f, "register.csv", content);
  g_autoptr (GramImportReport) report = dry_run (f, path);

  g_assert_cmpint (report->rows_read, ==, counts->rows);
  g_assert_cmpint (report->rows_new, ==, counts->new);
  g_assert_cmpint (report->rows_changed, ==, counts->changed);
  g_assert_cmpint (report->rows_unchanged, ==, counts->unchanged);
  g_assert_cmpint (report->rows_differing, ==, counts->differing);
  g_assert_cmpint (report->rows_rejected, ==, counts->rejected);
  g_assert_cmpint (gram_reject_spool_get_n_rows (report->rejects), ==, counts->rejected);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import",
                               "{'account': '@', 'file': '%s', 'skip-rejected': true,"
                               " 'sha256': '%s'}",
                               path, report->sha256),
                   ==, "");
  assert_counts (f, counts);
  fixture_verify (f);
}

static void
test_twice (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  const Counts first = { .rows = 3, .new = 3 };
  const Counts again = { .rows = 3, .unchanged = 3 };
  g_autoptr (GramVehicleRecord) vehicle = NULL;

  bring_in (f, HEADER ROW_1 ROW_2 ROW_3, &first);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_READY), ==, 2);
  g_assert_cmpint (fixture_count_attention (f, GRAM_VEHICLE_READY, GRAM_ATTENTION_INCOMPLETE), ==,
                   1);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_ENTERED), ==, 1);

  bring_in (f, HEADER ROW_1 ROW_2 ROW_3, &again);
  bring_in (f, HEADER ROW_3 ROW_1 ROW_2, &again);
  vehicle = fixture_vehicle (f, "WVWZZZ1KZAW000001");
  g_assert_cmpint (vehicle->version, ==, 1);
  g_assert_cmpint (vehicle->co2_micro, ==, 118500000);
}

static void
test_changed (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  const Counts first = { .rows = 3, .new = 3 };
  const Counts changed = { .rows = 3, .changed = 2, .unchanged = 1 };
  g_autoptr (GramVehicleRecord) ready = NULL;
  g_autoptr (GramVehicleRecord) completed = NULL;
  g_autoptr (GPtrArray) history = NULL;
  const GramVehicleValue *change;

  bring_in (f, HEADER ROW_1 ROW_2 ROW_3, &first);
  bring_in (f,
            HEADER ROW_1 "WVWZZZ1KZAW000002,Volkswagen,Polo,1105,116,,2026-01-16,ready\n"
                         "WVWZZZ1KZAW000003,Volkswagen,Passat,1625,128.4,,2026-02-01,entered\n",
            &changed);

  ready = fixture_vehicle (f, "WVWZZZ1KZAW000002");
  g_assert_cmpint (ready->status, ==, GRAM_VEHICLE_READY);
  /* A file takes no status back. */
  completed = fixture_vehicle (f, "WVWZZZ1KZAW000003");
  g_assert_cmpint (completed->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpint (completed->attention, ==, GRAM_ATTENTION_NONE);
  g_assert_cmpint (completed->missing, ==, 0);

  /* The line of its first values, and the change. */
  history = gram_vehicle_table_values (gram_registry_get_store (f->registry), completed->id, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  change = history->pdata[1];
  g_assert_cmpstr (change->field, ==, "co2");
  g_assert_cmpstr (change->old_value, ==, "");
  g_assert_cmpstr (change->new_value, ==, "128.4");
  g_assert_nonnull (strstr (change->file_name, "register.csv"));
  g_assert_cmpint (change->import_row, ==, 3);
}

/* A column that a file lacks, and an empty cell, say nothing; an empty cell of savings says none. */
static void
test_says_nothing (void)
{
  static const struct
  {
    const char *content;
    Counts counts;
    gint64 saving;
  } rows[] = {
    { "vin,make,model\nWVWZZZ1KZAW000001,Volkswagen,Golf\n",
      { .rows = 1, .unchanged = 1 },
      1200000 },
    { "vin,make,co2_g_km\nWVWZZZ1KZAW000001,,\n", { .rows = 1, .unchanged = 1 }, 1200000 },
    { "vin,make,saving_g_km\nWVWZZZ1KZAW000001,,1.20\n", { .rows = 1, .unchanged = 1 }, 1200000 },
    { "vin,make,saving_g_km\nWVWZZZ1KZAW000001,,\n", { .rows = 1, .changed = 1 }, 0 },
  };
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  const Counts first = { .rows = 1, .new = 1 };

  bring_in (f, HEADER ROW_1, &first);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = fixture_file (f, "some.csv", rows[i].content);
      g_autoptr (GramVehicleRecord) vehicle = NULL;

      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import",
                                   "{'account': '@', 'file': '%s', 'preset': 'gram'}", path),
                       ==, "");
      assert_counts (f, &rows[i].counts);
      vehicle = fixture_vehicle (f, "WVWZZZ1KZAW000001");
      g_assert_cmpint (vehicle->saving_micro, ==, rows[i].saving);
      g_assert_cmpint (vehicle->co2_micro, ==, 118500000);
    }
}

/* An accepted vehicle is never changed by a file: the difference is reported, once. */
static void
test_accepted_differs (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  const Counts first = { .rows = 2, .new = 2 };
  const Counts differs = { .rows = 2, .differing = 1, .unchanged = 1 };
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  const GramDifferenceRecord *difference;

  bring_in (f, HEADER ROW_1 ROW_2, &first);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.accept",
                               "{'account': '@', 'filter': {}}"),
                   ==, "");
  for (int i = 0; i < 2; i++)
    bring_in (f, HEADER "WVWZZZ1KZAW000001,Volkswagen,Golf,1355,119.5,1.2,2026-01-15,ready\n" ROW_2,
              &differs);

  vehicle = fixture_vehicle (f, "WVWZZZ1KZAW000001");
  g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_ACCEPTED);
  g_assert_cmpint (vehicle->co2_micro, ==, 118500000);
  differences = gram_difference_table_list (gram_registry_get_store (f->registry), 1, 0, 0, NULL);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = differences->pdata[0];
  g_assert_cmpstr (difference->field, ==, "co2");
  g_assert_cmpstr (difference->registry_value, ==, "118.5");
  g_assert_cmpstr (difference->file_value, ==, "119.5");
}

/* Rejected rows: the others come in if the caller says so; without that, nothing does. */
static void
test_rejected (void)
{
  static const char content[]
      = HEADER ROW_1 "WVWZZZ1KZAW00000O,Volkswagen,Golf,1355,118.5,,2026-01-15,ready\n" ROW_1
                     "WVWZZZ1KZAW000004,Volkswagen,Golf,1355,12e1,,15/01/2026,ready\n" ROW_2;
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  g_autofree char *path = fixture_file (f, "bad.csv", content);
  g_autoptr (GramImportReport) report = dry_run (f, path);
  const Counts counts = { .rows = 5, .new = 2, .rejected = 3 };
  gint64 length = fixture_journal_length (f);

  g_assert_cmpint (report->rows_new, ==, 2);
  g_assert_cmpint (report->rows_rejected, ==, 3);
  /* Every problem of every row: row 4 has two. */
  g_assert_cmpint (gram_reject_spool_get_n_problems (report->rejects), ==, 4);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', 'file': '%s'}",
                               path),
                   ==, "import.rows-rejected");
  g_assert_nonnull (strstr (f->message, "3 of 5"));
  g_assert_nonnull (strstr (f->message, "row 2"));
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_READY), ==, 0);
  fixture_verify (f);

  bring_in (f, content, &counts);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *arguments;
    const char *refusal;
  } rows[] = {
    { "'file': '/nowhere/at/all.csv'", "file.unreadable" },
    { "'file': 'FILE', 'preset': 'excel'", "import.word" },
    { "'file': 'FILE', 'encoding': 'ebcdic'", "import.word" },
    { "'file': 'FILE', 'date-order': 'guess'", "import.word" },
    { "'file': 'FILE', 'status': 'accepted'", "import.word" },
    { "'file': 'FILE', 'preset': 'gram', 'mapping': '{}'", "import.mapping" },
    { "'file': 'FILE', 'mapping': '[]'", "import.mapping" },
    { "'file': 'FILE', 'preset': 'eea'", "import.mapping" },
    { "'file': 'FILE', 'sha256': 'abc'", "import.file-changed" },
    { "'file': 'OTHER'", "import.no-preset" },
  };
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  g_autofree char *path = fixture_file (f, "good.csv", HEADER ROW_1);
  g_autofree char *other = fixture_file (f, "other.csv", "a,b,c\n1,2,3\n");
  gint64 length = fixture_journal_length (f);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[i].arguments, "FILE", -1);
      g_autofree char *first = g_strjoinv (path, parts);
      g_auto (GStrv) other_parts = g_strsplit (first, "OTHER", -1);
      g_autofree char *arguments = g_strjoinv (other, other_parts);

      g_test_message ("%s", arguments);
      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', %s}",
                                   arguments),
                       ==, rows[i].refusal);
    }
  g_assert_cmpint (fixture_journal_length (f), ==, length);
}

/* The presets: a row that stands for several cars, without VIN; the open data of New Zealand; one's own mapping. */
static void
test_presets (void)
{
  static const char eea[]
      = "ID, Country ,Mh,Mk,CN,T,Va,Ve,Ct,Cr,r,m (kg),Ewltp (g/km),Ft,ec (cm3),IT,Erwltp (g/km),"
        "Date of registration,year\n"
        "118273,GB,PENNINE,SKODA,OCTAVIA,NX,ACDXDX0,FD7,M1,M1,12,1345,119.0,PETROL,1498,e1 37,0.9,"
        "2026-01-05,2026\n"
        "118274,GB,PENNINE,SKODA,KODIAQ,PS,X,Y,M1,M1,3,1720,143,DIESEL,1968,,,2026-01-06,2026\n";
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  const Counts first = { .rows = 2, .new = 2 };
  const Counts again = { .rows = 2, .unchanged = 2 };
  g_autoptr (GramVehicleRecord) vehicle = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autofree char *path = NULL;

  bring_in (f, eea, &first);
  bring_in (f, eea, &again);
  vehicle = fixture_vehicle (f, "eea:2026:118273");
  g_assert_nonnull (vehicle);
  g_assert_cmpint (vehicle->units, ==, 12);
  g_assert_cmpint (vehicle->saving_micro, ==, 900000);
  g_assert_cmpstr (vehicle->label, ==, "eea:2026:118273");
  imports = gram_import_table_list (gram_registry_get_store (f->registry), 1, 0, NULL);
  g_assert_cmpstr (((const GramImportRecord *)imports->pdata[0])->format, ==, "eea");
  g_assert_cmpuint (strlen (((const GramImportRecord *)imports->pdata[0])->sha256), ==, 64);

  path = fixture_file (f, "own.csv",
                       "Fgst;Marke;Typ;CO2;Tag\nWVWZZZ1KZAW000009;VW;Up;105,5;5.1.2026\n");
  g_assert_cmpstr (
      fixture_do (f, ADMINISTRATOR, "vehicle.import",
                  "{'account': '@', 'file': '%s', 'delimiter': 'semicolon', 'decimal': 'comma',"
                  " 'date-order': 'day-month-year', 'mapping':"
                  " '{\\'fields\\': {\\'vin\\': \\'Fgst\\', \\'make\\': \\'Marke\\', \\'model\\': "
                  "\\'Typ\\', \\'co2_g_km\\': \\'CO2\\', \\'registered_on\\': \\'Tag\\'}}'}",
                  path),
      ==, "");
  g_clear_pointer (&vehicle, gram_vehicle_record_free);
  vehicle = fixture_vehicle (f, "WVWZZZ1KZAW000009");
  g_assert_cmpint (vehicle->co2_micro, ==, 105500000);
  g_assert_cmpstr (vehicle->registered_on, ==, "2026-01-05");
}

/* The open data of New Zealand's register: its cut VIN and chassis number name no vehicle, its litres are no CO₂. */
static void
test_nz_register (void)
{
  static const char nz[]
      = "OBJECTID,CC_RATING,CHASSIS7,CLASS,FC_COMBINED,FIRST_NZ_REGISTRATION_YEAR,"
        "FIRST_NZ_REGISTRATION_MONTH,IMPORT_STATUS,MAKE,MODEL,MOTIVE_POWER,SUBMODEL,VEHICLE_YEAR,"
        "VIN11\n"
        "5512,1797,ZVW30-1,MA,3.9,2026,1,USED,TOYOTA,PRIUS,PETROL HYBRID,S,2014,7AT0H8MZ1X2\n"
        "5513,1797,ZVW30-1,MA,3.9,2026,1,NEW,TOYOTA,PRIUS,PETROL HYBRID,S,2026,7AT0H8MZ1X2\n";
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCS_USED);
  const Counts first = { .rows = 2, .new = 1, .rejected = 1 };
  const Counts again = { .rows = 2, .unchanged = 1, .rejected = 1 };
  g_autoptr (GramVehicleRecord) vehicle = NULL;

  bring_in (f, nz, &first);
  bring_in (f, nz, &again);
  vehicle = fixture_vehicle (f, "mvr:5512");
  g_assert_null (vehicle->vin);
  g_assert_null (vehicle->chassis);
  g_assert_cmpint (vehicle->co2_micro, ==, GRAM_CO2_UNKNOWN);
  g_assert_cmpint (vehicle->type, ==, 'A');
  g_assert_cmpint (vehicle->attention, ==, GRAM_ATTENTION_INCOMPLETE);
}

static void
cancel_soon (gint64 done, gint64 total, gint64 rows, gpointer data)
{
  if (rows > 2000)
    g_cancellable_cancel (data);
}

/* Cancelled in the middle: nothing came in, and the registry goes on. */
static void
test_cancel (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GVariant) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;
  gint64 length = fixture_journal_length (f);

  for (int i = 0; i < 200000; i++)
    g_string_append_printf (text, "WVWZZZ1KZAW%06d,VW,Golf,1355,118,,2026-01-15,ready\n", i);
  path = fixture_file (f, "large.csv", text->str);
  json = g_strdup_printf ("{'account': '@', 'file': '%s'}", path);
  arguments = fixture_arguments (f, json);
  g_assert_cmpint (gram_registry_perform (f->registry, f->actors[ADMINISTRATOR], NULL,
                                          "vehicle.import", arguments, cancel_soon, cancellable,
                                          cancellable, NULL, NULL, &error),
                   ==, GRAM_OUTCOME_FAILED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture_journal_length (f), ==, length);
  g_assert_cmpint (fixture_count (f, GRAM_VEHICLE_READY), ==, 0);
  fixture_verify (f);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'vin': 'WVWZZZ1KZAW000001', 'make': 'VW'}"),
                   ==, "");
}

/* The journal has the file's name and digest, never where it lay. */
static void
test_journal (void)
{
  g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
  g_autofree char *path = fixture_file (f, "register.csv", HEADER ROW_1);
  g_autofree char *json = g_strdup_printf ("{'account': '@', 'file': '%s'}", path);
  g_autoptr (GPtrArray) entries = NULL;
  const GramJournalEntry *entry;

  g_assert_cmpstr (fixture_do_request (f, ADMINISTRATOR, "r1", "vehicle.import", json), ==, "");
  g_assert_cmpstr (fixture_do_request (f, ADMINISTRATOR, "r1", "vehicle.import", json), ==, "");
  entries = gram_journal_list (gram_registry_get_store (f->registry), 0, 0, 1, NULL);
  entry = entries->pdata[0];
  g_assert_nonnull (strstr (entry->arguments, "\"file\":\"register.csv\""));
  g_assert_nonnull (strstr (entry->arguments, "\"file-sha256\":\""));
  g_assert_null (strstr (entry->arguments, gram_test_dir_get_path (f->dir)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/import/twice", test_twice);
  g_test_add_func ("/registry/import/changed", test_changed);
  g_test_add_func ("/registry/import/says-nothing", test_says_nothing);
  g_test_add_func ("/registry/import/accepted-differs", test_accepted_differs);
  g_test_add_func ("/registry/import/rejected", test_rejected);
  g_test_add_func ("/registry/import/refused", test_refused);
  g_test_add_func ("/registry/import/presets", test_presets);
  g_test_add_func ("/registry/import/nz-register", test_nz_register);
  g_test_add_func ("/registry/import/cancel", test_cancel);
  g_test_add_func ("/registry/import/journal", test_journal);
  return g_test_run ();
}
