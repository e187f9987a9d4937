/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-import.h"
#include "gram-vehicle-values.h"

/*
 * Which vehicle a row means: the registry of each case begins with three vehicles of account 1 (chassis number only;
 * VIN only; both) and one of account 2; then comes a file.
 */
#define CHASSIS_ONLY "ZVW30-1111111"
#define VIN_ONLY "7AT0H8MZ1X2222222"
#define BOTH_CHASSIS "ZVW50-3333333"
#define BOTH_VIN "7AT0H8MZ1X3333333"
#define FOREIGN_CHASSIS "NHP10-4444444"
#define FREE_CHASSIS "NHP10-5555555"
#define FREE_VIN "7AT0H8MZ1X5555555"

static const struct
{
  const char *name;
  const char *rows;
  const char *rule; /* of the rejected row, empty if none is */
  gint64 new;
  gint64 changed;
  gint64 unchanged;
} cases[] = {
  { "new-by-both", FREE_VIN "," FREE_CHASSIS "\n", "", 1, 0, 0 },
  { "by-chassis", "," CHASSIS_ONLY "\n", "", 0, 0, 1 },
  { "by-chassis-without-dash", ",zvw301111111\n", "", 0, 0, 1 },
  { "by-vin", VIN_ONLY ",\n", "", 0, 0, 1 },
  { "by-both", BOTH_VIN "," BOTH_CHASSIS "\n", "", 0, 0, 1 },
  { "by-one-of-both", BOTH_VIN ",\n", "", 0, 0, 1 },
  /* A Japanese import gets its VIN: it is found by its chassis number, and takes the VIN. */
  { "takes-vin", FREE_VIN "," CHASSIS_ONLY "\n", "", 0, 1, 0 },
  { "takes-chassis", VIN_ONLY "," FREE_CHASSIS "\n", "", 0, 1, 0 },
  /* Two vehicles in one row. */
  { "vin-of-one-chassis-of-another", VIN_ONLY "," CHASSIS_ONLY "\n", "row.contradicts-registry" },
  { "another-vin", FREE_VIN "," BOTH_CHASSIS "\n", "row.contradicts-registry" },
  { "another-chassis", BOTH_VIN "," FREE_CHASSIS "\n", "row.contradicts-registry" },
  { "other-account", "," FOREIGN_CHASSIS "\n", "row.other-account" },
  { "vin-for-other-account", FREE_VIN "," FOREIGN_CHASSIS "\n", "row.other-account" },
  { "vin-here-chassis-there", VIN_ONLY "," FOREIGN_CHASSIS "\n", "row.contradicts-registry" },
  /* One vehicle in two rows. */
  { "twice-new", FREE_VIN ",\n" FREE_VIN ",\n", "row.duplicate", 1 },
  { "twice-new-by-each", FREE_VIN "," FREE_CHASSIS "\n," FREE_CHASSIS "\n", "row.duplicate", 1 },
  { "twice-known", "," CHASSIS_ONLY "\n," CHASSIS_ONLY "\n", "row.duplicate", 0, 0, 1 },
  { "twice-known-by-each", BOTH_VIN ",\n," BOTH_CHASSIS "\n", "row.duplicate", 0, 0, 1 },
  { "nothing", ",\n", "row.no-identifier" },
};

static Fixture *
registry_with_four (void)
{
  Fixture *f = fixture_new (GRAM_REGISTRY_PRACTICE);

  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.enter",
                               "{'account': '@', 'chassis': '" CHASSIS_ONLY "'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.enter",
                               "{'account': '@', 'vin': '" VIN_ONLY "'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.enter",
                               "{'account': '@', 'vin': '" BOTH_VIN "', 'chassis': '" BOTH_CHASSIS
                               "'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (f, STRANGER, "vehicle.enter",
                               "{'account': '%s', 'chassis': '" FOREIGN_CHASSIS "'}",
                               f->numbers[2]),
                   ==, "");
  return f;
}

static void
assert_rejected (const GramImportReport *report, const char *rule)
{
  g_autoptr (GramRowProblem) problem = NULL;

  g_assert_cmpint (report->rows_rejected, ==, *rule != '\0' ? 1 : 0);
  if (*rule == '\0')
    return;
  problem = gram_reject_spool_get (report->rejects, 0, NULL);
  g_assert_cmpstr (problem->rule, ==, rule);
  g_assert_cmpstr (problem->message, !=, "");
  g_assert_cmpint (problem->row, >, 0);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Fixture) f = registry_with_four ();
  g_autofree char *content = g_strconcat ("vin,chassis,co2_g_km\n", NULL);
  g_auto (GStrv) rows = g_strsplit (cases[i].rows, "\n", -1);
  g_autoptr (GString) text = g_string_new (content);
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GVariant) arguments = NULL;
  g_autoptr (GramImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  for (char **row = rows; **row != '\0'; row++)
    g_string_append_printf (text, "%s,\n", *row);
  /* A row of delimiters only is passed over: this one has something in it. */
  if (g_str_equal (cases[i].name, "nothing"))
    g_string_assign (text, "vin,chassis,co2_g_km\n,,100\n");
  path = fixture_file (f, "file.csv", text->str);
  json = g_strdup_printf ("{'account': '@', 'file': '%s', 'preset': 'gram', 'skip-rejected': true}",
                          path);
  arguments = fixture_arguments (f, json);
  report = gram_registry_import_dry_run (f->registry, f->actors[OWNER], arguments, NULL, NULL, NULL,
                                         NULL, &error);
  g_assert_no_error (error);
  assert_rejected (report, cases[i].rule);
  g_assert_cmpint (report->rows_new, ==, cases[i].new);
  g_assert_cmpint (report->rows_changed, ==, cases[i].changed);
  g_assert_cmpint (report->rows_unchanged, ==, cases[i].unchanged);

  /* The import does what the dry run said. */
  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.import", "%s", json), ==, "");
  g_assert_cmpint (fixture_result (f, "new"), ==, cases[i].new);
  g_assert_cmpint (fixture_result (f, "changed"), ==, cases[i].changed);
  g_assert_cmpint (fixture_result (f, "unchanged"), ==, cases[i].unchanged);
  g_assert_cmpint (fixture_result (f, "rejected"), ==, report->rows_rejected);
  fixture_verify (f);
}

/* After it took its VIN, it is found by either, and its history says when. */
static void
test_found_by_either (void)
{
  g_autoptr (Fixture) f = registry_with_four ();
  g_autofree char *path
      = fixture_file (f, "file.csv", "vin,chassis,co2_g_km\n" FREE_VIN "," CHASSIS_ONLY ",\n");
  g_autoptr (GramVehicleRecord) by_vin = NULL;
  g_autoptr (GramVehicleRecord) by_chassis = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_cmpstr (fixture_do (f, OWNER, "vehicle.import",
                               "{'account': '@', 'file': '%s', 'preset': 'gram'}", path),
                   ==, "");
  by_vin = fixture_vehicle (f, FREE_VIN);
  by_chassis = fixture_vehicle (f, CHASSIS_ONLY);
  g_assert_cmpint (by_vin->id, ==, by_chassis->id);
  g_assert_cmpstr (by_vin->label, ==, FREE_VIN);
  history = gram_vehicle_table_values (gram_registry_get_store (f->registry), by_vin->id, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((const GramVehicleValue *)history->pdata[1])->field, ==, "vin");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/registry/import/identity/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/registry/import/identity/found-by-either", test_found_by_either);
  return g_test_run ();
}
