/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-test-child.h"

#include <signal.h>
#include <string.h>

/*
 * SIGKILL at random moments while real commands run: import, mark ready, accept. Nothing that the child reported as
 * done may be lost, no command may be there by half, and the registry has to verify. (The store's own test kills at
 * 200 moments more, in migration and creation, too.)
 */
#define KILLS 60
#define KILLS_A_REGISTRY 12
#define ROWS 400

static GramActor *
sign_in (GramRegistry *registry)
{
  GramActor *actor = NULL;

  g_assert_cmpint (gram_registry_sign_in (registry, "administrator@example.org", NULL, &actor, NULL,
                                          NULL),
                   ==, GRAM_OUTCOME_DONE);
  return actor;
}

static char *
file_text (gint64 number)
{
  GString *text = g_string_new ("vin,make,model,co2_g_km,registered_on,status\n");

  for (int i = 0; i < ROWS; i++)
    g_string_append_printf (text, "WVWZZZ1K%04d%05d,VW,Golf,%d,2026-01-15,%s\n", (int)number, i,
                            100 + i % 50, i % 2 == 0 ? "ready" : "entered");
  return g_string_free_and_steal (text);
}

/* One round of commands: a file of 200 ready and 200 entered vehicles; accept all; mark the rest ready. */
static int
work (int n_arguments, char **arguments)
{
  g_autoptr (GError) error = NULL;
  GramRegistry *registry = gram_registry_open (arguments[0], GRAM_STORE_READ_WRITE, &error);
  const char *number = arguments[1];
  const char *folder = arguments[2];
  GramActor *actor;

  g_assert_no_error (error);
  actor = sign_in (registry);
  for (;;)
    {
      g_autoptr (GramVerifyReport) report
          = gram_verify (gram_registry_get_store (registry), NULL, NULL);
      gint64 round = report->vehicles / ROWS;
      g_autofree char *path = g_strdup_printf ("%s/file-%" G_GINT64_FORMAT ".csv", folder, round);
      g_autofree char *text = file_text (round);
      g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, round + 1);
      GVariant *all[] = {
        g_variant_new_parsed ("{'account': <%s>, 'file': <%s>}", number, path),
        g_variant_new_parsed ("{'account': <%s>, 'filter': <@a{sv} {}>}", number),
        g_variant_new_parsed ("{'account': <%s>, 'filter': <@a{sv} {}>}", number),
      };
      static const char *const commands[]
          = { "vehicle.import", "vehicle.accept", "vehicle.mark-ready" };

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
        {
          gram_registry_perform (registry, actor, NULL, commands[i], all[i], NULL, NULL, NULL, NULL,
                                 NULL, &error);
          g_assert_no_error (error);
          if (i == 0)
            gram_test_child_say (line);
        }
    }
  return 0;
}

/* What one kill left: whole files only, every journalled command with its full effect. */
static gint64
assert_whole (Fixture *f, gint64 reported)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  gint64 imported = 0;
  gint64 accepted = 0;
  gint64 vehicles;

  fixture_reopen (f);
  fixture_verify (f);
  vehicles = fixture_count (f, GRAM_VEHICLE_ENTERED) + fixture_count (f, GRAM_VEHICLE_READY)
             + fixture_count (f, GRAM_VEHICLE_ACCEPTED);
  g_assert_cmpint (vehicles % ROWS, ==, 0);
  g_assert_cmpint (vehicles / ROWS, >=, reported);

  entries = gram_journal_list (gram_registry_get_store (f->registry), 1, 0, 100000, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const GramJournalEntry *entry = entries->pdata[i];
      const char *at;

      imported += g_str_equal (entry->command, "vehicle.import") ? ROWS : 0;
      at = g_str_equal (entry->command, "vehicle.accept") ? strstr (entry->result, "\"accepted\":")
                                                          : NULL;
      accepted += at != NULL ? g_ascii_strtoll (at + strlen ("\"accepted\":"), NULL, 10) : 0;
    }
  g_assert_cmpint (imported, ==, vehicles);
  g_assert_cmpint (accepted, ==, fixture_count (f, GRAM_VEHICLE_ACCEPTED));
  return vehicles;
}

/* How long the child takes to its first command, on this machine today. */
static gint32
time_to_first (const char *const *arguments)
{
  gint64 start = g_get_monotonic_time ();
  GramTestChild *child = gram_test_child_new ("work", arguments);
  g_autofree char *line = gram_test_child_read_line (child);
  gint32 duration = (gint32)(g_get_monotonic_time () - start);

  g_assert_nonnull (line);
  gram_test_child_kill (child);
  gram_test_child_wait (child);
  return duration;
}

static void
test_commands (void)
{
  gint64 brought_in = 0;

  for (int kill = 0; kill < KILLS;)
    {
      g_autoptr (Fixture) f = fixture_new_with_account (GRAM_ACCOUNT_CCTS);
      const char *const arguments[]
          = { f->path, f->numbers[1], gram_test_dir_get_path (f->dir), NULL };
      gint32 first = time_to_first (arguments);
      gint64 vehicles = assert_whole (f, 1);

      for (int i = 0; i < KILLS_A_REGISTRY && kill < KILLS; i++, kill++)
        {
          g_autoptr (GPtrArray) lines = NULL;
          gint64 reported = 0;
          int status = 0;

          lines = gram_test_child_kill_after ("work", arguments,
                                              (gulong)g_test_rand_int_range (first / 4, first * 4),
                                              &status);
          g_assert_cmpint (status, ==, -SIGKILL);
          if (lines->len > 0)
            reported = g_ascii_strtoll (g_ptr_array_index (lines, lines->len - 1), NULL, 10);
          vehicles = assert_whole (f, reported);
        }
      brought_in += vehicles;
    }
  g_test_message ("%d kills, %" G_GINT64_FORMAT " vehicles were there", KILLS, brought_in);
  g_assert_cmpint (brought_in, >, KILLS / 4 * ROWS);
}

int
main (int argc, char *argv[])
{
  static const GramTestTask tasks[] = { { "work", work } };
  int status;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/registry/crash/commands", test_commands);
  return g_test_run ();
}
