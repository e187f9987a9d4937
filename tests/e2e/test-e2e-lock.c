/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lock: by hand, and when nobody is there; wrong passwords, and what is said of them afterwards. */

#include "config.h"

#include "e2e-files.h"
#include "e2e-registry.h"
#include "e2e-steps.h"

#define HOLDER "Harbour Street Imports Ltd"

static gboolean
unlock (GramAt *at, const char *password)
{
  return gram_at_write (at, "_Password", password) && gram_at_press (at, "button", "_Unlock");
}

/* Locked, nothing is to be seen, not even what others do; whoever is back finds the page as it was. */
static void
test_lock (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("own");
  g_autofree char *account = e2e_registry_add_account (registry, E2E_OFFICER, HOLDER);
  g_autoptr (GramAt) at = gram_at_new (NULL);

  e2e_check (at, e2e_registry_open (registry, at, E2E_OFFICER) && gram_at_do (at, "win.go-account")
                     && gram_at_press (at, "button", "_Edit…")
                     && gram_at_wait (at, "dialog", "Edit Account") && gram_at_do (at, "win.lock")
                     && gram_at_wait (at, "button", "_Unlock"));
  g_assert_false (gram_at_has (at, "dialog", NULL));
  g_assert_false (gram_at_has (at, "list", "Destinations"));
  g_assert_false (gram_at_can (at, "win.lock"));
  g_assert_false (gram_at_can (at, "win.go-history"));

  e2e_check (at, unlock (at, "not the password") && gram_at_wait (at, "alert", NULL)
                     && unlock (at, E2E_PASSWORD) && gram_at_wait (at, "list", "Destinations")
                     && gram_at_wait_text (at, HOLDER));

  /* The wrong password may have been somebody else's: it is said at the next sign-in. */
  e2e_check (at, gram_at_do (at, "win.sign-out") && e2e_sign_in (at, "not the password")
                     && gram_at_wait (at, "alert", NULL) && e2e_sign_in (at, E2E_PASSWORD)
                     && gram_at_wait_text (at, "1 Wrong Password")
                     && gram_at_press (at, "button", "It Was _Me")
                     && gram_at_wait_gone (at, "alert", NULL));
  e2e_check (at, gram_at_quit (at));
  e2e_registry_verify (registry);
}

/* After the shortest time that can be set. What AT-SPI does is no sign of a person; keys and the mouse are. */
static void
test_idle (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("own");
  g_autoptr (GramAt) at = gram_at_new (NULL);
  gint64 started;

  gram_at_set_setting (at, "idle-lock-minutes", "uint32 1");
  e2e_check (at, e2e_registry_open (registry, at, E2E_OFFICER));
  started = g_get_monotonic_time ();
  while (!gram_at_has (at, "button", "_Unlock")
         && g_get_monotonic_time () - started < 90 * G_USEC_PER_SEC)
    gram_at_pause (1000);
  e2e_check (at, gram_at_wait (at, "button", "_Unlock") && unlock (at, E2E_PASSWORD)
                     && gram_at_wait (at, "list", "Destinations"));
  e2e_check (at, gram_at_quit (at));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/e2e/lock/by-hand", test_lock);
  g_test_add_func ("/e2e/lock/idle", test_idle);

  return g_test_run ();
}
