/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-fixture.h"

#include "gram-queries-cases.h"
#include "gram-queries-disputes.h"

#include <string.h>

/* Vehicles outside the standard (CCS facts §2): a reason of the rulebook, no target, no charge, no credit. */

static const char *
enter (Fixture *f, const char *chassis, const char *reason)
{
  return fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                     "{'account': '@', 'chassis': '%s', 'excluded': '%s'}", chassis, reason);
}

static void
test_reasons (void)
{
  static const struct
  {
    const char *reason;
    const char *refusal;
    const char *stored;
    GramAttention attention;
  } rows[] = {
    { "motorsport", "", "motorsport", GRAM_ATTENTION_NONE },
    { "Scratch-Built", "", "scratch-built", GRAM_ATTENTION_NONE },
    { "no", "", "", GRAM_ATTENTION_INCOMPLETE },
    { "old", "row.unknown-word", NULL, GRAM_ATTENTION_NONE },
    { "too old", "row.unknown-word", NULL, GRAM_ATTENTION_NONE },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *chassis = g_strdup_printf ("AE86-50000%02d", (int)i);
      g_autoptr (GramVehicleRecord) vehicle = NULL;

      g_assert_cmpstr (enter (f, chassis, rows[i].reason), ==, rows[i].refusal);
      if (rows[i].stored == NULL)
        continue;
      vehicle = fixture_vehicle (f, chassis);
      g_assert_cmpstr (vehicle->excluded, ==, rows[i].stored);
      g_assert_cmpint (vehicle->attention, ==, rows[i].attention);
    }
}

/* Accepted by a person with nothing but its identifier; auto-accept leaves it. */
static void
test_accepted (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) waiting = NULL;
  g_autoptr (GramVehicleRecord) accepted = NULL;

  g_assert_cmpstr (fixture_do (f, OWNER, "account.set-auto-accept",
                               "{'account': '@', 'switches': ['credit']}"),
                   ==, "");
  g_assert_cmpstr (enter (f, "AE86-5000001", "motorsport"), ==, "");
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.mark-ready",
                               "{'account': '@', 'vehicles': ['AE86-5000001']}"),
                   ==, "");
  waiting = fixture_vehicle (f, "AE86-5000001");
  g_assert_cmpint (waiting->status, ==, GRAM_VEHICLE_READY);
  g_assert_cmpstr (charges_accept (f, "'AE86-5000001'", ""), ==, "");
  accepted = fixture_vehicle (f, "AE86-5000001");
  g_assert_cmpint (accepted->status, ==, GRAM_VEHICLE_ACCEPTED);
  g_assert_false (accepted->accepted_automatically);
  g_assert_cmpint (accepted->obligation_year, ==, 0);
  g_assert_cmpint (accepted->difference, ==, 0);
  g_assert_cmpint (accepted->charge, ==, 0);
  g_assert_cmpint (accepted->posting_id, ==, 0);
  charges_assert (f, 0, 0, 0);
  charges_check (f);
}

#define WHEELCHAIR "Carries a person seated in a wheelchair"

/* Where people read of it, it has the title that the rulebook gives it: in the case, in the history of the vehicle and in the
 * journal, which keeps it. */
static void
check_titles (Fixture *f, gint64 vehicle_id, gint64 case_id)
{
  GError *error = NULL;
  g_autoptr (GramCaseDetail) detail
      = gram_registry_case_detail (f->registry, f->actors[OWNER], case_id, NULL, &error);
  g_autoptr (GPtrArray) values
      = gram_registry_value_history (f->registry, f->actors[OWNER], vehicle_id, NULL, &error);
  g_autoptr (GPtrArray) entries
      = gram_journal_list (gram_registry_get_store (f->registry), 0, 0, 200, &error);
  g_autofree char *claimed = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *mass = NULL;
  guint n_titles = 0;
  guint n_kept = 0;

  g_assert_no_error (error);
  claimed = gram_case_detail_format (detail, "excluded", detail->dispute->claimed);
  g_assert_cmpstr (claimed, ==, WHEELCHAIR);
  gone = gram_case_detail_format (detail, "excluded", "ancient");
  g_assert_cmpstr (gone, ==, "ancient");
  mass = gram_case_detail_format (detail, "variant", "disability");
  g_assert_cmpstr (mass, ==, "disability");
  for (guint i = 0; i < values->len; i++)
    n_titles += g_strcmp0 (((const GramValueRow *)values->pdata[i])->text, WHEELCHAIR) == 0;
  g_assert_cmpuint (n_titles, ==, 1);
  for (guint i = 0; i < entries->len; i++)
    n_kept += strstr (((const GramJournalEntry *)entries->pdata[i])->arguments, WHEELCHAIR) != NULL;
  g_assert_cmpuint (n_kept, ==, 1);
}

/* Who decides reads the title, too. */
static void
check_preview (Fixture *f, gint64 case_id)
{
  g_autoptr (GramConsequences) preview = figures_preview (f, "dispute.uphold", case_id, "");
  g_autofree char *line = NULL;

  g_assert_cmpstr (f->refusal, ==, "");
  line = figures_dup_line (preview, "excluded");
  g_assert_cmpstr (line, ==, "No > " WHEELCHAIR);
}

/* “A proven certification error is always corrected”: to the cent, into the standard and out of it. */
static void
test_corrected (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramVehicleRecord) out = NULL;
  g_autoptr (GramVehicleRecord) in = NULL;
  gint64 case_id;

  charges_enter_accepted (f, "ZVW30-1000001", 10);
  charges_assert (f, 6000, 0, 0);
  g_assert_cmpstr (charges_pay (f, "20.00", ""), ==, "");
  case_id
      = figures_ask_correction (f, "ZVW30-1000001",
                                "'kind': 'value', 'field': 'excluded', 'claimed': 'disability'");
  check_preview (f, case_id);
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
  out = fixture_vehicle (f, "ZVW30-1000001");
  g_assert_cmpstr (out->excluded, ==, "disability");
  check_titles (f, out->id, case_id);
  g_assert_cmpint (out->charge, ==, 0);
  g_assert_cmpint (out->difference, ==, 0);
  /* What was not paid is dropped, what was paid stands in favour. */
  charges_assert (f, 0, 2000, 0);
  charges_check (f);

  case_id = figures_ask_correction (f, "ZVW30-1000001",
                                    "'kind': 'value', 'field': 'excluded', 'claimed': 'no'");
  g_assert_cmpstr (figures_uphold (f, case_id, ""), ==, "");
  in = fixture_vehicle (f, "ZVW30-1000001");
  g_assert_cmpstr (in->excluded, ==, "");
  g_assert_cmpint (in->difference, ==, -1000);
  g_assert_cmpint (in->charge, ==, 6000);
  charges_check (f);
}

/* A file says who is outside, and an empty cell that a vehicle is inside; without the column it says nothing. */
static void
test_imported (void)
{
  static const struct
  {
    const char *columns;
    const char *row;
    const char *refusal;
    const char *stored;
  } files[] = {
    { "chassis,make,model,excluded", "AE86-5000001,Toyota,Trueno,motorsport", "", "motorsport" },
    { "chassis,make,model", "AE86-5000001,Toyota,Sprinter", "", "motorsport" },
    { "chassis,make,model,excluded", "AE86-5000001,Toyota,Sprinter,", "", "" },
    { "chassis,make,model,Exclusion reason", "AE86-5000001,Toyota,Sprinter,disability", "", "" },
    { "chassis,make,model,excluded", "AE86-5000001,Toyota,Sprinter,ancient", "import.rows-rejected",
      "" },
  };
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("%d.csv", (int)i);
      g_autofree char *text = g_strdup_printf ("%s\n%s\n", files[i].columns, files[i].row);
      g_autofree char *path = gram_test_dir_write (f->dir, name, text);
      g_autoptr (GramVehicleRecord) vehicle = NULL;

      g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import",
                                   "{'account': '@', 'file': '%s', 'preset': 'gram'}", path),
                       ==, files[i].refusal);
      vehicle = fixture_vehicle (f, "AE86-5000001");
      g_assert_cmpstr (vehicle->excluded, ==, files[i].stored);
    }
}

/* A reason that the rulebook does not have is none, whoever gives it. */
static void
test_disputed (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);

  charges_enter (f, "ZVW30-1000001", 10);
  g_assert_cmpstr (fixture_do (f, OWNER, "dispute.open",
                               "{'account': '@', 'kind': 'value', 'field': 'excluded', 'claimed':"
                               " 'ancient', 'reason': 'It is.', 'vehicles': ['ZVW30-1000001']}"),
                   ==, "vehicle.excluded");
  g_assert_cmpstr (fixture_do (f, OWNER, "dispute.open",
                               "{'account': '@', 'kind': 'value', 'field': 'excluded', 'claimed':"
                               " 'motorsport', 'reason': 'It is.', 'vehicles': ['ZVW30-1000001']}"),
                   ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/excluded/reasons", test_reasons);
  g_test_add_func ("/excluded/accepted", test_accepted);
  g_test_add_func ("/excluded/corrected", test_corrected);
  g_test_add_func ("/excluded/imported", test_imported);
  g_test_add_func ("/excluded/disputed", test_disputed);
  return g_test_run ();
}
