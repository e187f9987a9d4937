/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dispute-fixture.h"

#include "gram-queries-disputes.h"

#include <inttypes.h>
#include <string.h>

/* A vehicle of account 2, which is a stranger's to the members of account 1. */
#define ELSEWHERE "MR0EX12G902000001"

static void
enter_elsewhere (Fixture *f)
{
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@2', 'vin': '" ELSEWHERE "', 'make': 'Mazda',"
                               " 'model': 'CX-5', 'type': 'A', 'mass-kg': 1600,"
                               " 'co2-g-km': '150'}"),
                   ==, "");
}

static const struct
{
  const char *vin;
  const char *chassis;
  GramWhereabouts where;
  const char *refusal;
} look_up_rows[] = {
  { NULL, "ZVW30-1000001", GRAM_WHEREABOUTS_HERE, NULL },
  { NULL, " zvw301000001 ", GRAM_WHEREABOUTS_HERE, NULL },
  { ELSEWHERE, NULL, GRAM_WHEREABOUTS_ELSEWHERE, NULL },
  { "mr0ex12g902000001", "", GRAM_WHEREABOUTS_ELSEWHERE, NULL },
  { "MR0EX12G902000002", NULL, GRAM_WHEREABOUTS_UNKNOWN, NULL },
  { NULL, "ZVW30-9999999", GRAM_WHEREABOUTS_UNKNOWN, NULL },
  { ELSEWHERE, "ZVW30-1000001", GRAM_WHEREABOUTS_HERE, NULL },
  { "MR0EX12G902000002", "ZVW30-9999999", GRAM_WHEREABOUTS_UNKNOWN, NULL },
  { NULL, NULL, GRAM_WHEREABOUTS_UNKNOWN, "dispute.identifier" },
  { "", "", GRAM_WHEREABOUTS_UNKNOWN, "dispute.identifier" },
  { "TOOSHORT", NULL, GRAM_WHEREABOUTS_UNKNOWN, "dispute.identifier" },
  { NULL, ELSEWHERE, GRAM_WHEREABOUTS_UNKNOWN, "dispute.identifier" },
};

/* Unknown, here or elsewhere, and nothing more. */
static void
test_look_up (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 here = dispute_vehicle (f, "ZVW30-1000001");

  enter_elsewhere (f);
  for (gsize i = 0; i < G_N_ELEMENTS (look_up_rows); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GError *error = NULL;
      GramWhereabouts where = GRAM_WHEREABOUTS_UNKNOWN;
      gint64 id = -1;
      gboolean good
          = gram_registry_look_up_vehicle (f->registry, f->actors[ACCEPTER], 1, look_up_rows[i].vin,
                                           look_up_rows[i].chassis, &where, &id, &refusal, &error);

      g_test_message ("%zu", i);
      g_assert_no_error (error);
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, look_up_rows[i].refusal);
      g_assert_true (good == (look_up_rows[i].refusal == NULL));
      if (!good)
        continue;
      g_assert_cmpint (where, ==, look_up_rows[i].where);
      g_assert_cmpint (id, ==, where == GRAM_WHEREABOUTS_HERE ? here : 0);
    }
}

/* Who may ask: those who could open the dispute, and the administrator's side. */
static void
test_look_up_rights (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  static const char *const wanted[N_PERSONS] = {
    [ADMINISTRATOR] = "",
    [CASE_HANDLER] = "",
    [DECISION_MAKER] = "",
    [READER] = "",
    [OWNER] = "",
    [STRANGER] = "account.unknown",
    [VIEWER] = "permission.missing",
    [ACCEPTER] = "",
    [EDITOR] = "permission.missing",
    [GRANTER] = "permission.missing",
    [TRADER] = "permission.missing",
  };

  for (int who = 0; who < N_PERSONS; who++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      GramWhereabouts where;
      gint64 id;

      gram_registry_look_up_vehicle (f->registry, f->actors[who], 1, ELSEWHERE, NULL, &where, &id,
                                     &refusal, NULL);
      g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, wanted[who]);
    }
}

/* To report a vehicle that stands elsewhere and one that stands nowhere is the same: what is answered, what is written, what
 * everybody else sees of it. */
static void
test_missing_leaks_nothing (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  static const char *const vins[] = { ELSEWHERE, "MR0EX12G902000002" };
  char *answers[2];
  g_autoptr (GramVehicleRecord) vehicle = NULL;

  enter_elsewhere (f);
  for (gsize i = 0; i < G_N_ELEMENTS (vins); i++)
    {
      g_autoptr (GVariantDict) dict = NULL;
      g_autoptr (GVariant) rest = NULL;

      g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                                   "{'account': '@', 'kind': 'missing', 'reason': 'We imported "
                                   "it.', 'vin': '%s'}",
                                   vins[i]),
                       ==, "");
      dict = g_variant_dict_new (f->result);
      g_variant_dict_remove (dict, "cases");
      rest = g_variant_ref_sink (g_variant_dict_end (dict));
      answers[i] = g_variant_print (rest, TRUE);
    }
  g_assert_cmpstr (answers[0], ==, answers[1]);
  g_free (answers[0]);
  g_free (answers[1]);
  vehicle = fixture_vehicle (f, ELSEWHERE);
  g_assert_cmpint (vehicle->attention, ==, GRAM_ATTENTION_NONE);
  g_assert_cmpint (vehicle->version, ==, 1);
  fixture_verify (f);
}

static GPtrArray *
history (Fixture *f, FixturePerson who, gint64 vehicle_id, const char *refused)
{
  g_autoptr (GramRefusal) refusal = NULL;
  GError *error = NULL;
  GPtrArray *rows
      = gram_registry_value_history (f->registry, f->actors[who], vehicle_id, &refusal, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (refusal != NULL ? refusal->id : "", ==, refused);
  return rows;
}

/* The rows of a field, as "value@version" one after the other, the current one with a star. */
static char *
values_of (const GPtrArray *rows, const char *field)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const GramValueRow *row = rows->pdata[i];

      if (g_str_equal (row->field, field))
        g_string_append_printf (text, "%s%s@%d%s", text->len > 0 ? " " : "", row->value,
                                row->version, row->current ? "*" : "");
    }
  return g_string_free_and_steal (text);
}

static const GramValueRow *
last_of (const GPtrArray *rows, const char *field)
{
  const GramValueRow *last = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const GramValueRow *row = rows->pdata[i];

      if (g_str_equal (row->field, field))
        last = row;
    }
  g_assert_nonnull (last);
  return last;
}

static void
import (Fixture *f, const char *name, const char *line)
{
  g_autofree char *content
      = g_strdup_printf ("chassis,make,model,type,mass_kg,co2_g_km,status\n%s\n", line);
  g_autofree char *path = fixture_file (f, name, content);

  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "vehicle.import", "{'account': '@', 'file': '%s'}",
                               path),
                   ==, "");
}

/* Every value with the file and row, or the person, that brought it. */
static void
test_values (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *co2 = NULL;
  g_autofree char *mass = NULL;
  g_autofree char *make = NULL;
  const GramValueRow *row;
  gint64 id;

  import (f, "march.csv", "ZVW30-5000001,Toyota,Prius,A,,120,entered");
  import (f, "april.csv", "ZVW30-5000001,Toyota,Prius,A,1482,118.5,entered");
  id = dispute_vehicle (f, "ZVW30-5000001");
  rows = history (f, VIEWER, id, "");

  co2 = values_of (rows, "co2");
  mass = values_of (rows, "mass");
  make = values_of (rows, "make");
  g_assert_cmpstr (co2, ==, "120@1 118.5@2*");
  g_assert_cmpstr (mass, ==, "@1 1482@2*");
  g_assert_cmpstr (make, ==, "Toyota@1*");
  row = last_of (rows, "co2");
  g_assert_cmpstr (row->file, ==, "april.csv");
  g_assert_cmpint (row->import_row, ==, 1);
  g_assert_cmpstr (row->command, ==, "vehicle.import");
  g_assert_nonnull (row->person);
  row = last_of (rows, "make");
  g_assert_cmpstr (row->file, ==, "march.csv");
  g_assert_cmpstr (row->title, !=, "");
}

static void
test_value_rights (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 id = dispute_vehicle (f, "ZVW30-1000001");
  g_autoptr (GPtrArray) none = NULL;

  for (int who = 0; who < N_PERSONS; who++)
    {
      g_autoptr (GPtrArray) rows
          = history (f, (FixturePerson)who, id, who == STRANGER ? "vehicle.unknown" : "");

      g_assert_true ((rows != NULL) == (who != STRANGER));
    }
  none = history (f, OWNER, 999, "vehicle.unknown");
  g_assert_null (none);
}

/* A vehicle that came from an account of somebody else brings its values along, but neither whose it was nor who worked on
 * it there. */
static void
test_values_moved (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GPtrArray) theirs = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autofree char *number = NULL;
  const GramValueRow *row;
  gint64 case_id;
  gint64 id;

  g_assert_cmpstr (fixture_do (f, STRANGER, "account.open",
                               "{'kind': 'ccs-used', 'holder': 'Quay Motors Ltd',"
                               " 'contact-name': 'Q', 'contact-email': 'q@example.org'}"),
                   ==, "");
  g_assert_true (g_variant_lookup (f->result, "account", "s", &number));
  import (f, "march.csv", "ZVW30-5000001,Toyota,Prius,A,1482,120,entered");
  import (f, "april.csv", "ZVW30-5000001,Toyota,Prius,A,1482,118,ready");
  id = dispute_vehicle (f, "ZVW30-5000001");
  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{'account': '@', 'kind': 'not-ours', 'reason': 'Sold.',"
                               " 'vehicles': ['ZVW30-5000001'], 'right-account': '%s'}",
                               number),
                   ==, "");
  case_id = dispute_result_case (f, 0);
  fixture_do (f, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}", case_id);
  g_assert_cmpstr (fixture_do (f, CASE_HANDLER, "dispute.uphold",
                               "{'account': '@', 'cases': [%" PRId64 "]}", case_id),
                   ==, "");
  g_assert_null (history (f, ACCEPTER, id, "vehicle.unknown"));

  theirs = history (f, STRANGER, id, "");
  row = last_of (theirs, "co2");
  g_assert_cmpstr (row->value, ==, "118");
  g_assert_null (row->file);
  g_assert_null (row->person);
  g_assert_null (row->command);
  row = last_of (theirs, "account");
  g_assert_cmpstr (row->value, ==, number);
  for (guint i = 0; i < theirs->len; i++)
    {
      const GramValueRow *any = theirs->pdata[i];

      g_assert_cmpstr (any->value, !=, f->numbers[1]);
      g_assert_cmpint (any->case_id, ==, 0);
    }
  cases = gram_registry_vehicle_cases (f->registry, f->actors[STRANGER], id, NULL, NULL);
  g_assert_cmpuint (cases->len, ==, 0);

  all = history (f, READER, id, "");
  row = last_of (all, "co2");
  g_assert_cmpstr (row->file, ==, "april.csv");
  row = last_of (all, "account");
  g_assert_cmpint (row->case_id, ==, case_id);
  fixture_verify (f);
}

/* The cases of a vehicle: those that can be decided first. */
static void
test_vehicle_cases (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 id = dispute_vehicle (f, "ZVW30-1000001");
  gint64 cases[3];
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) strangers = NULL;
  g_autoptr (GramRefusal) refusal = NULL;

  for (int i = 0; i < 3; i++)
    {
      cases[i] = dispute_open_value (f, "ZVW30-1000001");
      if (i < 2)
        g_assert_cmpstr (fixture_do (f, ACCEPTER, "case.withdraw",
                                     "{'account': '@', 'case': %" PRId64 "}", cases[i]),
                         ==, "");
    }
  dispute_open_value (f, "ZVW30-1000002");
  rows = gram_registry_vehicle_cases (f->registry, f->actors[VIEWER], id, NULL, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (((GramCaseRow *)rows->pdata[0])->id, ==, cases[2]);
  g_assert_cmpint (((GramCaseRow *)rows->pdata[1])->id, ==, cases[1]);
  g_assert_cmpint (((GramCaseRow *)rows->pdata[2])->id, ==, cases[0]);

  strangers = gram_registry_vehicle_cases (f->registry, f->actors[STRANGER], id, &refusal, NULL);
  g_assert_null (strangers);
  g_assert_cmpstr (refusal->id, ==, "vehicle.unknown");
}

/* What is known of a missing vehicle, as windows show it. */
static void
test_details (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramDisputeRecord) says = NULL;
  g_autoptr (GVariant) details = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{'account': '@', 'kind': 'missing', 'reason': 'We imported it.',"
                               " 'chassis': 'ZVW30-7000001',"
                               " 'details': {'co2': '99.50', 'make': 'Toyota'}}"),
                   ==, "");
  gram_dispute_table_get (gram_registry_get_store (f->registry), dispute_result_case (f, 0), &says,
                          NULL);
  details = gram_registry_dispute_details (says);
  text = g_variant_print (details, FALSE);
  g_assert_cmpstr (text, ==, "{'make': 'Toyota', 'co2': '99.5'}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/queries-disputes/look-up", test_look_up);
  g_test_add_func ("/registry/queries-disputes/look-up-rights", test_look_up_rights);
  g_test_add_func ("/registry/queries-disputes/missing-leaks-nothing", test_missing_leaks_nothing);
  g_test_add_func ("/registry/queries-disputes/values", test_values);
  g_test_add_func ("/registry/queries-disputes/value-rights", test_value_rights);
  g_test_add_func ("/registry/queries-disputes/values-moved", test_values_moved);
  g_test_add_func ("/registry/queries-disputes/vehicle-cases", test_vehicle_cases);
  g_test_add_func ("/registry/queries-disputes/details", test_details);
  return g_test_run ();
}
