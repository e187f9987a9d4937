/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several people, each at a window of their own, on one registry: invitation, permission, ownership, four eyes. */

#include "config.h"

#include "e2e-files.h"
#include "e2e-registry.h"
#include "e2e-steps.h"

#define NORA "nora@example.org"

/* Through the dialog, to the code that is shown once. */
static gboolean
invite (GramAt *at, const char *email, const char *preset, char **code)
{
  g_autoptr (AtspiAccessible) label = NULL;

  if (!e2e_go (at, "win.go-people", "Members") || !gram_at_press (at, "button", "Invite a Person")
      || !gram_at_write (at, "_E-mail", email) || !gram_at_press (at, "button", "_Next")
      || !gram_at_toggle (at, preset, TRUE) || !gram_at_press (at, "button", "_Invite")
      || !gram_at_wait (at, NULL, "The Invitation Is Made"))
    return FALSE;

  label = gram_at_find_matching (at, "label", "^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$");
  *code = label != NULL ? gram_at_dup_name (label) : NULL;

  return *code != NULL && gram_at_close_dialog (at, "Invite a Person")
         && gram_at_wait (at, "list item", email);
}

static gboolean
join (GramAt *at, const char *email, const char *code, const char *name)
{
  return gram_at_press (at, "button", "I Have an _Invitation…")
         && gram_at_write (at, "_E-mail That Was Invited", email)
         && gram_at_write (at, "One-Time Co_de", code)
         && gram_at_press (at, "button", "I Am _New Here") && gram_at_write (at, "Your _Name", name)
         && gram_at_write (at, "_Password", E2E_PASSWORD)
         && gram_at_write (at, "Password _Again", E2E_PASSWORD)
         && gram_at_press (at, "button", "_Join") && gram_at_wait (at, "list", "Destinations");
}

static gboolean
set_preset (GramAt *at, const char *name, const char *preset)
{
  return e2e_go (at, "win.go-people", "Members") && gram_at_press (at, "list item", name)
         && gram_at_press (at, "list item", "_Change Permissions")
         && gram_at_toggle (at, preset, TRUE) && gram_at_press (at, "button", "_Save")
         && gram_at_wait_gone (at, "dialog", "Member");
}

static gboolean
press_in (GramAt *at, const char *list, const char *row)
{
  g_autoptr (AtspiAccessible) root = gram_at_find (at, "list", list);
  g_autoptr (AtspiAccessible) node
      = root != NULL ? gram_at_find_in (at, root, "list item", row) : NULL;

  return node != NULL && gram_at_press_node (at, node);
}

/* Invited, signed in, forbidden, told why; granted in another window, and done. */
static void
test_invited (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("administrator");
  g_autofree char *account
      = e2e_registry_add_account (registry, E2E_OFFICER, "Harbour Street Imports Ltd");
  gint64 n_complete = e2e_registry_add_vehicles (registry, account);
  g_autoptr (GramAt) aroha = gram_at_new (NULL);
  g_autoptr (GramAt) nora = gram_at_new (NULL);
  g_autofree char *code = NULL;
  gint64 granted;

  e2e_check (aroha, e2e_registry_open (registry, aroha, E2E_OFFICER)
                        && e2e_go (aroha, "win.go-people", "Members")
                        && gram_at_wait_text (aroha, "You are alone on this account"));
  e2e_check (aroha, invite (aroha, NORA, "Read-only", &code));

  e2e_check (nora, e2e_registry_start (registry, nora) && join (nora, NORA, code, "Nora Reid"));
  e2e_check (nora, gram_at_do (nora, "win.go-vehicles") && gram_at_wait (nora, "table row", NULL)
                       && gram_at_do (nora, "vehicles.select-all")
                       && gram_at_wait_forbidden (nora, "button", "_Accept…", "permission"));
  g_assert_false (gram_at_can (nora, "vehicles.accept"));

  e2e_check (aroha, set_preset (aroha, "Nora Reid", "Compliance officer"));
  granted = g_get_monotonic_time ();
  e2e_check (nora, gram_at_wait_allowed (nora, "button", "_Accept…"));
  g_test_message ("granted and known %" G_GINT64_FORMAT " ms later",
                  (g_get_monotonic_time () - granted) / 1000);
  e2e_check (nora, gram_at_press (nora, "button", "_Accept…")
                       && gram_at_wait (nora, NULL, "To Be Accepted")
                       && gram_at_press (nora, "button", "_Accept")
                       && gram_at_wait_gone (nora, NULL, "To Be Accepted")
                       && e2e_wait_figure (nora, "Accepted  ", n_complete));

  e2e_check (aroha, gram_at_do (aroha, "win.go-vehicles")
                        && e2e_wait_figure (aroha, "Accepted  ", n_complete)
                        && gram_at_quit (aroha));
  e2e_check (nora, gram_at_quit (nora));
  e2e_registry_verify (registry);
}

/* Offered in one window, accepted in the other: they change places, and neither has two owners on screen. */
static void
test_ownership (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("administrator");
  g_autofree char *account
      = e2e_registry_add_account (registry, E2E_OFFICER, "Harbour Street Imports Ltd");
  g_autoptr (GramAt) aroha = gram_at_new (NULL);
  g_autoptr (GramAt) nora = gram_at_new (NULL);

  e2e_registry_add_member (registry, account, "Nora Reid", NORA, "[\"view\"]");
  e2e_check (nora,
             e2e_registry_open (registry, nora, NORA) && e2e_go (nora, "win.go-people", "Members"));
  e2e_check (aroha, e2e_registry_open (registry, aroha, E2E_OFFICER)
                        && e2e_go (aroha, "win.go-people", "Members")
                        && gram_at_wait_forbidden (aroha, "list item", "_Leave This Account…",
                                                   "offer the ownership to a member first")
                        && gram_at_press (aroha, "list item", "Nora Reid")
                        && gram_at_press (aroha, "list item", "Offer the _Ownership…")
                        && gram_at_press (aroha, "button", "_Offer")
                        && gram_at_wait (aroha, NULL, "Hand-Over in Progress"));

  /* Only the one to whom it is offered can answer. */
  e2e_check (aroha, press_in (aroha, "Hand-Over in Progress", "Nora Reid")
                        && gram_at_wait_forbidden (aroha, "list item", "_Accept the Ownership…",
                                                   "Only the person to whom it is offered")
                        && gram_at_close_dialog (aroha, "Hand-Over"));
  e2e_check (nora, gram_at_wait (nora, NULL, "Hand-Over in Progress")
                       && press_in (nora, "Hand-Over in Progress", "Nora Reid")
                       && gram_at_press (nora, "list item", "_Accept the Ownership…")
                       && gram_at_press (nora, "button", "_Accept")
                       && gram_at_wait_gone (nora, NULL, "Hand-Over in Progress")
                       && gram_at_wait_forbidden (nora, "list item", "_Leave This Account…",
                                                  "offer the ownership to a member first"));
  e2e_check (aroha, gram_at_wait_gone (aroha, NULL, "Hand-Over in Progress")
                        && gram_at_wait_allowed (aroha, "list item", "_Leave This Account…"));

  e2e_check (aroha, gram_at_quit (aroha));
  e2e_check (nora, gram_at_quit (nora));
  e2e_registry_verify (registry);
}

static gboolean
prepare_closing (GramAt *at)
{
  return gram_at_do (at, "win.go-account") && gram_at_toggle (at, "Four Eyes for C_losing", TRUE)
         && gram_at_press (at, "list item", "Close the Account…")
         && gram_at_write (at, "_Reason", "The business was sold")
         && gram_at_press (at, "button", "_Ask to Close…")
         && gram_at_write (at, "Your _Password", E2E_PASSWORD)
         && gram_at_press (at, "button", "_Sign and Ask")
         && gram_at_wait_gone (at, "dialog", "Close the Account");
}

/* Whoever prepared it can withdraw it, and never approve it. */
static void
test_four_eyes (void)
{
  static const char request[] = "Asks for the account to be closed";
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("administrator");
  g_autofree char *account
      = e2e_registry_add_account (registry, E2E_OFFICER, "Harbour Street Imports Ltd");
  g_autoptr (GramAt) aroha = gram_at_new (NULL);
  g_autoptr (GramAt) nora = gram_at_new (NULL);

  e2e_registry_add_member (registry, account, "Nora Reid", NORA, "[\"edit\", \"transfer\"]");
  e2e_check (nora,
             e2e_registry_open (registry, nora, NORA) && e2e_go (nora, "win.go-people", "Members"));
  e2e_check (aroha, e2e_registry_open (registry, aroha, E2E_OFFICER) && prepare_closing (aroha)
                        && e2e_go (aroha, "win.go-people", "Waits for a Second Person")
                        && gram_at_press (aroha, "list item", request)
                        && gram_at_wait_forbidden (aroha, "list item", "_Approve…", "prepared")
                        && gram_at_wait_allowed (aroha, "list item", "_Withdraw…")
                        && gram_at_close_dialog (aroha, "Request"));

  e2e_check (nora, gram_at_wait (nora, NULL, "Waits for a Second Person")
                       && gram_at_press (nora, "list item", request)
                       && gram_at_wait_forbidden (nora, "list item", "_Withdraw…", "prepared")
                       && gram_at_press (nora, "list item", "_Approve…")
                       && gram_at_write (nora, "Your _Password", E2E_PASSWORD)
                       && gram_at_press (nora, "button", "_Approve")
                       && gram_at_wait_gone (nora, NULL, "Waits for a Second Person"));
  e2e_check (aroha, gram_at_wait_gone (aroha, NULL, "Waits for a Second Person")
                        && gram_at_do (aroha, "win.go-account")
                        && gram_at_wait (aroha, "list item", "Withdraw the Request…"));

  e2e_check (aroha, gram_at_quit (aroha));
  e2e_check (nora, gram_at_quit (nora));
  e2e_registry_verify (registry);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/e2e/people/invited", test_invited);
  g_test_add_func ("/e2e/people/ownership", test_ownership);
  g_test_add_func ("/e2e/people/four-eyes", test_four_eyes);

  return g_test_run ();
}
