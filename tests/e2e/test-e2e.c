/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The real program, from its first start on, driven as a screen reader drives it. What is asserted is what a person
 * sees, and at the end what gramctl says of the file. */

#include "config.h"

#include "e2e-files.h"
#include "e2e-steps.h"

#include "gram-test-fleet.h"

/* What the registry of the fixture holds, said by the fixture itself. */
typedef struct
{
  gint64 n_complete;
  char *label;
} Extract;

static Extract
count_extract (void)
{
  Extract extract = { 0, NULL };

  for (guint64 i = 0; i < E2E_N_VEHICLES; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = e2e_vehicle (i);

      if (vehicle->attention != GRAM_ATTENTION_NONE)
        continue;
      extract.n_complete++;
      if (extract.label == NULL)
        extract.label = g_strdup (vehicle->vin != NULL ? vehicle->vin : vehicle->chassis);
    }
  g_assert_nonnull (extract.label);

  return extract;
}

static gboolean
import (GramAt *at, const char *path)
{
  return gram_at_press (at, "button", "_Bring In a Register Extract…")
         && e2e_rehearse_import (at, path) && gram_at_wait (at, "list item", "_See Rejected Rows")
         && gram_at_do (at, "import.apply") && gram_at_press (at, "button", "Show _Vehicles")
         && e2e_wait_figure (at, "All  ", E2E_N_VEHICLES)
         && e2e_wait_figure (at, "Ready  ", E2E_N_VEHICLES);
}

/* Who brings the same file in again is told that there is nothing to do. */
static gboolean
import_again (GramAt *at, const char *path)
{
  return gram_at_do (at, "win.bring-in") && e2e_rehearse_import (at, path)
         && gram_at_wait (at, NULL, "Nothing to Bring In") && gram_at_press (at, "button", "_Close")
         && gram_at_wait_gone (at, "dialog", "Bring In a Register Extract");
}

static gboolean
accept_one (GramAt *at, const char *label)
{
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_do (at, "win.go-vehicles") || !gram_at_write (at, "Search vehicles", label))
    return FALSE;
  row = gram_at_find_prefix (at, "table row", label);

  return gram_at_press_node (at, row) && gram_at_wait (at, NULL, "Identity")
         && gram_at_press (at, "button", "_Accept…") && gram_at_wait (at, NULL, "To Be Accepted")
         && gram_at_press (at, "button", "_Accept")
         && gram_at_wait_gone (at, NULL, "To Be Accepted") && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, NULL, "Identity") && gram_at_write (at, "Search vehicles", "");
}

static gboolean
accept_all (GramAt *at)
{
  return gram_at_do (at, "win.go-vehicles") && gram_at_wait (at, "table row", NULL)
         && gram_at_do (at, "vehicles.select-all") && gram_at_press (at, "button", "_Accept…")
         && gram_at_wait (at, NULL, "To Be Accepted") && gram_at_press (at, "button", "_Accept")
         && gram_at_wait_gone (at, NULL, "To Be Accepted");
}

/* The file of the registry: the one that the program made where such files are kept. */
static void
verify (GramAt *at)
{
  g_autofree char *folder = g_build_filename (gram_at_get_folder (at), "data", "gram", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_registries = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *gramctl = NULL;
      const char *argv[] = { NULL, "-r", path, "verify", NULL };
      g_autoptr (GError) error = NULL;
      int status = -1;

      if (!g_str_has_suffix (name, ".gram"))
        continue;
      gramctl = g_getenv ("GRAMCTL_PROGRAM") != NULL
                    ? g_strdup (g_getenv ("GRAMCTL_PROGRAM"))
                    : g_build_filename (g_getenv ("GRAM_BUILD_ROOT"), "app", "gramctl", NULL);
      argv[0] = gramctl;
      g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                    &status, &error);
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, 0);
      n_registries++;
    }
  g_assert_cmpuint (n_registries, ==, 1);
}

static void
test_first_day (void)
{
  g_autoptr (GramAt) at = gram_at_new (NULL);
  g_autofree char *path = e2e_write_extract (gram_at_get_folder (at));
  Extract extract = count_extract ();
  g_autofree char *label = extract.label;

  e2e_check (at, gram_at_start (at, NULL) && e2e_create_own (at));
  e2e_check (at, e2e_open_account (at));
  e2e_check (at, import (at, path));
  e2e_check (at, import_again (at, path));

  e2e_check (at, gram_at_do (at, "win.go-vehicles") && e2e_wait_figure (at, "Accepted  ", 0));
  e2e_check (at, accept_one (at, label));
  e2e_check (at, gram_at_do (at, "win.go-vehicles") && e2e_wait_figure (at, "Accepted  ", 1));
  e2e_check (at, accept_all (at));
  e2e_check (at, e2e_wait_figure (at, "Accepted  ", extract.n_complete)
                     && e2e_wait_figure (at, "Ready  ", E2E_N_VEHICLES - extract.n_complete));
  /* What lacks data does not await acceptance. */
  e2e_check (at, gram_at_do (at, "win.go-overview")
                     && e2e_wait_figure (at, "Awaiting Acceptance: ", 0));

  e2e_check (at, gram_at_quit (at));
  verify (at);
  e2e_check (at, gram_at_start (at, NULL) && e2e_sign_in (at, "not the password")
                     && gram_at_wait (at, "alert", NULL) && e2e_sign_in (at, E2E_PASSWORD)
                     && gram_at_press (at, "button", "It Was _Me")
                     && gram_at_wait_gone (at, "alert", NULL));
  /* What lacks data does not await acceptance. */
  e2e_check (at, gram_at_do (at, "win.go-overview")
                     && e2e_wait_figure (at, "Awaiting Acceptance: ", 0));
  e2e_check (at, gram_at_quit (at));
}

/* Who leaves the wizard, and then the program, goes on at the same page with the same answers. */
static void
test_wizard_resumes (void)
{
  g_autoptr (GramAt) at = gram_at_new (NULL);

  e2e_check (at, gram_at_start (at, NULL) && e2e_create_own (at));
  e2e_check (at, gram_at_do (at, "win.set-up-account")
                     && gram_at_write (at, "_Holder", "Wharf Road Cars Ltd")
                     && gram_at_press (at, "button", "_Next")
                     && gram_at_toggle (at, "Clean Car Standard, new vehicles", TRUE)
                     && gram_at_press (at, "button", "_Next")
                     && gram_at_wait (at, NULL, "Who can be asked about it?"));
  e2e_check (at, gram_at_do (at, "window.close")
                     && gram_at_wait_gone (at, "dialog", "Set Up an Account") && gram_at_quit (at));

  e2e_check (at, gram_at_start (at, NULL) && e2e_sign_in (at, E2E_PASSWORD)
                     && gram_at_do (at, "win.set-up-account")
                     && gram_at_wait (at, NULL, "Who can be asked about it?")
                     && gram_at_press (at, "button", "_Next")
                     && gram_at_wait (at, "check box", "Accept vehicles _automatically")
                     && gram_at_press (at, "button", "_Next")
                     && gram_at_wait (at, NULL, "Work with others")
                     && gram_at_press (at, "button", "_Next")
                     && gram_at_wait (at, NULL, "Check your answers")
                     && gram_at_wait_text (at, "Wharf Road Cars Ltd")
                     && gram_at_wait_text (at, "Clean Car Standard, new vehicles"));
  e2e_check (at, gram_at_close_dialog (at, "Set Up an Account")
                     && gram_at_wait (at, "button", "_Continue…") && gram_at_quit (at));
}

/* A count on the overview opens the list of exactly what was counted. */
static void
check_counts_open_lists (GramAt *at)
{
  g_autoptr (AtspiAccessible) row = NULL;
  gint64 n_entered;

  e2e_check (at, gram_at_do (at, "win.go-vehicles") && gram_at_wait (at, "table row", NULL));
  n_entered = e2e_get_figure (at, "Entered  ");
  g_assert_cmpint (n_entered, >, 0);
  e2e_check (at, gram_at_do (at, "win.go-overview") && gram_at_wait (at, NULL, "To Do"));
  row = gram_at_find_in (at, NULL, "list", "In Progress");
  e2e_check (at, gram_at_press_node (at, row));
  e2e_check (at,
             e2e_wait_figure (at, "Entered  ", n_entered) && gram_at_wait (at, "table row", NULL));
}

static void
test_practice_persons (void)
{
  const char *const arguments[] = { "--practice", NULL };
  g_autoptr (GramAt) at = gram_at_new (NULL);
  gint64 n_accepted;

  e2e_check (at, gram_at_start (at, arguments) && gram_at_press (at, "list item", "Aroha Ngata")
                     && gram_at_wait (at, "list", "Destinations"));
  check_counts_open_lists (at);

  /* A rehearsal changes nothing until it is confirmed. */
  n_accepted = e2e_get_figure (at, "Accepted  ");
  g_assert_cmpint (n_accepted, >, 0);
  e2e_check (at, gram_at_do (at, "win.go-overview"));
  e2e_check (at, gram_at_toggle (at, "Accept vehicles _automatically", TRUE)
                     && gram_at_wait (at, NULL, "Left to a Person")
                     && gram_at_press (at, "button", "_Turn On")
                     && gram_at_wait_gone (at, "dialog", "Auto-Accept")
                     && gram_at_do (at, "win.go-vehicles")
                     && e2e_wait_figure (at, "Accepted  ", n_accepted)
                     && gram_at_do (at, "win.go-overview")
                     && gram_at_toggle (at, "Accept vehicles _automatically", FALSE));

  /* Another officer sees another account; the administrator's side goes to one of all, and may not accept. */
  e2e_check (at, e2e_become (at, "Eleanor Marsh") && gram_at_do (at, "win.go-overview")
                     && gram_at_wait (at, NULL, "To Do"));
  e2e_check (at, e2e_become (at, "Mere Parata") && e2e_visit (at, "Harbour Street")
                     && gram_at_do (at, "win.go-vehicles") && gram_at_wait (at, "table row", NULL)
                     && gram_at_do (at, "vehicles.select-all")
                     && gram_at_wait (at, "button", "Select None"));
  g_assert_false (gram_at_can (at, "vehicles.accept"));
  e2e_check (at, gram_at_do (at, "win.go-rules") && gram_at_wait (at, NULL, "Clean Car Standard"));
  e2e_check (at, gram_at_quit (at));
}

/* What a package is asked first: does it start, with its schema, its resources and every template? */
static void
test_starts_and_ends (void)
{
  const char *const arguments[] = { "--exit-after-startup", NULL };
  const char *const version[] = { "--version", NULL };
  g_autoptr (GramAt) at = gram_at_new (NULL);

  e2e_check (at, gram_at_run (at, arguments));
  e2e_check (at, gram_at_run (at, version));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/e2e/starts-and-ends", test_starts_and_ends);
  g_test_add_func ("/e2e/first-day", test_first_day);
  g_test_add_func ("/e2e/wizard-resumes", test_wizard_resumes);
  g_test_add_func ("/e2e/practice-persons", test_practice_persons);

  return g_test_run ();
}
