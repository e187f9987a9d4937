/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-attachment-table.h"
#include "gram-case-query.h"
#include "gram-test-child.h"

#include <inttypes.h>
#include <signal.h>

/*
 * SIGKILL at random moments while vehicles are disputed, decided about, accepted and corrected, with evidence. Nothing that
 * the child reported as done may be lost, no decision may be there by half, and the registry has to verify.
 */
#define KILLS 16

typedef struct
{
  GramRegistry *registry;
  GramActor *handler;
  GramActor *owner;
  const char *number;
  const char *file;
} Child;

static GramActor *
sign_in (GramRegistry *registry, const char *email)
{
  GramActor *actor = NULL;

  g_assert_cmpint (gram_registry_sign_in (registry, email, NULL, &actor, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  return actor;
}

/* Sends a command that has to be done; a number of its answer. */
static gint64
send (Child *child, GramActor *actor, const char *command, GVariant *arguments, const char *name)
{
  g_autoptr (GVariant) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GVariant) list = NULL;
  GError *error = NULL;
  gint64 found = 0;

  gram_registry_perform (child->registry, actor, NULL, command, arguments, NULL, NULL, NULL,
                         &result, &refusal, &error);
  g_assert_no_error (error);
  if (refusal != NULL)
    g_error ("%s: %s", command, refusal->message);
  list = g_variant_lookup_value (result, name, G_VARIANT_TYPE ("ax"));
  if (list != NULL)
    g_variant_get_child (list, 0, "x", &found);
  else
    g_variant_lookup (result, name, "x", &found);
  return found;
}

static void
claim_and_uphold (Child *child, gint64 case_id)
{
  send (child, child->handler, "case.claim", g_variant_new_parsed ("{'cases': <[%x]>}", case_id),
        "claimed");
  send (child, child->handler, "dispute.uphold",
        g_variant_new_parsed ("{'account': <%s>, 'cases': <[%x]>}", child->number, case_id),
        "decided");
}

/* One vehicle: entered, disputed with evidence, upheld, accepted, corrected. */
static void
live_through (Child *child, const char *chassis)
{
  const char *number = child->number;
  gint64 vehicle;
  gint64 case_id;

  vehicle = send (child, child->owner, "vehicle.enter",
                  g_variant_new_parsed ("{'account': <%s>, 'chassis': <%s>, 'make': <'Toyota'>,"
                                        " 'model': <'Aqua'>, 'type': <'A'>,"
                                        " 'mass-kg': <int64 1482>, 'co2-g-km': <'120'>}",
                                        number, chassis),
                  "id");
  send (child, child->owner, "vehicle.mark-ready",
        g_variant_new_parsed ("{'account': <%s>, 'vehicles': <[%s]>}", number, chassis), "ready");
  case_id = send (child, child->owner, "dispute.open",
                  g_variant_new_parsed ("{'account': <%s>, 'kind': <'value'>, 'field': <'co2'>,"
                                        " 'claimed': <'98'>, 'reason': <'The certificate.'>,"
                                        " 'vehicles': <[%s]>}",
                                        number, chassis),
                  "cases");
  send (child, child->owner, "case.attach",
        g_variant_new_parsed ("{'account': <%s>, 'case': <%x>, 'file': <%s>}", number, case_id,
                              child->file),
        "attachment");
  claim_and_uphold (child, case_id);
  send (child, child->owner, "vehicle.accept",
        g_variant_new_parsed ("{'account': <%s>, 'vehicles': <[%s]>}", number, chassis),
        "accepted");
  case_id = send (child, child->owner, "correction.open",
                  g_variant_new_parsed ("{'account': <%s>, 'vehicle': <%x>, 'kind': <'value'>,"
                                        " 'field': <'co2'>, 'claimed': <'118'>,"
                                        " 'reason': <'The certificate of the maker.'>}",
                                        number, vehicle),
                  "case");
  claim_and_uphold (child, case_id);
}

/* Vehicle after vehicle. Arguments: file of the registry, account, evidence, number of the kill. */
static int
dispute (int n_arguments, char **arguments)
{
  g_autoptr (GError) error = NULL;
  Child child = { .registry = gram_registry_open (arguments[0], GRAM_STORE_READ_WRITE, &error),
                  .number = arguments[1],
                  .file = arguments[2] };

  g_assert_no_error (error);
  child.handler = sign_in (child.registry, "handler@example.org");
  child.owner = sign_in (child.registry, "owner@example.org");
  for (int round = 0;; round++)
    {
      g_autofree char *chassis = g_strdup_printf ("KILL%s-%d", arguments[3], 1000000 + round);

      live_through (&child, chassis);
      gram_test_child_say (chassis);
    }
  return 0;
}

/* Entries of a command that was done, by the journal. */
static gint64
count_entries (Fixture *f, const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = gram_journal_list (gram_registry_get_store (f->registry), 0, 0, 1000000, &error);
  gint64 n_entries = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    n_entries += g_str_equal (((const GramJournalEntry *)entries->pdata[i])->command, command);
  return n_entries;
}

/* As many cases and pieces of evidence as the journal says, and as many decisions. */
static void
assert_whole (Fixture *f, GPtrArray *lines)
{
  GramStore *store = gram_registry_get_store (f->registry);
  const GramCaseQuery query = { .kinds = GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION };
  g_autoptr (GArray) ids = gram_case_table_ids (store, &query, 0, NULL);
  gint64 n_decided = 0;
  gint64 n_attached = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GramCaseRecord) record = NULL;
      g_autoptr (GPtrArray) attachments = NULL;

      g_assert_true (gram_case_table_get (store, id, &record, NULL));
      n_decided += record->state == GRAM_CASE_DECIDED;
      attachments = gram_attachment_table_list (store, id, 1u << GRAM_LANE_HOLDER, NULL);
      n_attached += attachments->len;
    }
  g_assert_cmpint (ids->len, ==,
                   count_entries (f, "dispute.open") + count_entries (f, "correction.open"));
  g_assert_cmpint (n_decided, ==, count_entries (f, "dispute.uphold"));
  g_assert_cmpint (n_attached, ==, count_entries (f, "case.attach"));
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = fixture_vehicle (f, lines->pdata[i]);

      g_assert_cmpint (vehicle->status, ==, GRAM_VEHICLE_ACCEPTED);
      g_assert_cmpint (vehicle->co2_micro, ==, 118000000);
      g_assert_cmpint (vehicle->charge, ==, 6000);
    }
}

static void
test_kills (void)
{
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);
  g_autofree char *evidence = fixture_file (f, "evidence.txt", "CO₂: 98 g/km");
  guint n_lines = 0;

  for (int kill = 0; kill < KILLS; kill++)
    {
      g_autofree char *number = g_strdup_printf ("%d", kill);
      const char *const arguments[] = { f->path, f->numbers[1], evidence, number, NULL };
      g_autoptr (GPtrArray) lines = NULL;
      int status = 0;

      lines = gram_test_child_kill_after ("dispute", arguments,
                                          (gulong)g_test_rand_int_range (100000, 900000), &status);
      g_assert_cmpint (status, ==, -SIGKILL);
      fixture_reopen (f);
      fixture_verify (f);
      assert_whole (f, lines);
      n_lines += lines->len;
    }
  g_test_message ("%d kills, %u rounds were whole", KILLS, n_lines);
  g_assert_cmpuint (n_lines, >, 0);
}

int
main (int argc, char *argv[])
{
  static const GramTestTask tasks[] = { { "dispute", dispute } };
  int status;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/crash/cases", test_kills);
  return g_test_run ();
}
