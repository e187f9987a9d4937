/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An account's life, between its officer and the administrator, each at a window of their own. */

#include "config.h"

#include "e2e-files.h"
#include "e2e-registry.h"
#include "e2e-steps.h"

#define HOLDER "Harbour Street Imports Ltd"

/* A day so many days from today, as a person types it. */
static char *
dup_day (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);

  return g_date_time_format (then, "%Y-%m-%d");
}

static gboolean
select_vehicles (GramAt *at)
{
  return gram_at_do (at, "win.go-vehicles") && gram_at_wait (at, "table row", NULL)
         && gram_at_do (at, "vehicles.select-all") && gram_at_wait (at, "button", "_Accept…");
}

static gboolean
accept_selected (GramAt *at)
{
  return gram_at_press (at, "button", "_Accept…") && gram_at_wait (at, NULL, "To Be Accepted")
         && gram_at_press (at, "button", "_Accept")
         && gram_at_wait_gone (at, NULL, "To Be Accepted");
}

static gboolean
give_notice (GramAt *at)
{
  g_autofree char *day = dup_day (30);

  return e2e_decide (at, "Suspension", "Give Notice…") && gram_at_wait (at, "dialog", "Give Notice")
         && gram_at_wait (at, NULL, "If It Comes to a Suspension")
         && gram_at_write (at, "_What Has to Be Put Right", "Charges of September are unpaid")
         && gram_at_write (at, "_Last Day to Put It Right", day)
         && gram_at_press (at, "button", "_Give Notice")
         && gram_at_wait_gone (at, "dialog", "Give Notice");
}

/* @ground: the first choice is a failure, the second a conviction. */
static gboolean
fill_suspension (GramAt *at, guint ground)
{
  g_autofree char *day = dup_day (200);

  return e2e_decide (at, "Suspension", "Suspend…")
         && gram_at_wait (at, "dialog", "Suspend the Account")
         && gram_at_wait (at, "list item", "Accept vehicles: possible now, not after")
         && gram_at_choose (at, "_Ground", ground) && gram_at_write (at, "_Last Day", day)
         && gram_at_write (at, "_Reason", "Convicted by the District Court")
         && gram_at_press (at, "button", "_Suspend");
}

/* Notice first; a suspension for a failure has to wait for the last day, one after a conviction does not. */
static void
test_suspension (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("administrator");
  g_autofree char *account = e2e_registry_add_account (registry, E2E_OFFICER, HOLDER);
  gint64 n_complete = e2e_registry_add_vehicles (registry, account);
  g_autoptr (GramAt) mere = gram_at_new (NULL);
  g_autoptr (GramAt) aroha = gram_at_new (NULL);

  e2e_check (aroha, e2e_registry_open (registry, aroha, E2E_OFFICER) && select_vehicles (aroha)
                        && gram_at_wait_allowed (aroha, "button", "_Accept…"));

  e2e_check (mere, e2e_registry_open (registry, mere, E2E_ADMINISTRATOR) && e2e_visit (mere, HOLDER)
                       && give_notice (mere));
  e2e_check (mere, fill_suspension (mere, 1) && gram_at_wait (mere, "alert", NULL)
                       && gram_at_choose (mere, "_Ground", 2)
                       && gram_at_press (mere, "button", "_Suspend")
                       && gram_at_wait_gone (mere, "dialog", "Suspend the Account"));

  /* The officer, who did nothing meanwhile, reads why it does not go on. */
  e2e_check (aroha, gram_at_wait_forbidden (aroha, "button", "_Accept…", "suspended"));
  g_assert_false (gram_at_can (aroha, "vehicles.accept"));
  e2e_check (aroha, gram_at_do (aroha, "win.go-account")
                        && gram_at_wait_text (aroha, "Convicted by the District Court"));

  e2e_check (mere, gram_at_press (mere, "list item", "Reinstate…")
                       && gram_at_wait (mere, "dialog", "Reinstate the Account")
                       && gram_at_write (mere, "_Reason", "Quashed on appeal")
                       && gram_at_press (mere, "button", "_Reinstate")
                       && gram_at_wait_gone (mere, "dialog", "Reinstate the Account"));
  e2e_check (aroha, gram_at_do (aroha, "win.go-vehicles")
                        && gram_at_wait_allowed (aroha, "button", "_Accept…")
                        && accept_selected (aroha)
                        && e2e_wait_figure (aroha, "Accepted  ", n_complete));

  e2e_check (aroha, gram_at_quit (aroha));
  e2e_check (mere, gram_at_quit (mere));
  e2e_registry_verify (registry);
}

/* The checklist, the amount, the password; and nothing of it is enough alone. */
static gboolean
ask_for_closing (GramAt *at)
{
  return gram_at_do (at, "win.go-account") && gram_at_press (at, "list item", "Close the Account…")
         && gram_at_wait (at, "list item", "Done: Charges paid")
         && gram_at_wait (at, "list item", "Done: No vehicles waiting")
         && gram_at_wait_text (at, "12.40 g of credits are left")
         && gram_at_write (at, "_Reason", "The business was sold")
         && gram_at_write (at, "_Type the Amount to Have It Deleted", "12.4")
         && gram_at_press (at, "button", "_Ask to Close…")
         && gram_at_wait_text (at, "Type 12.40 to have them deleted")
         && gram_at_write (at, "_Type the Amount to Have It Deleted", "12.40")
         && gram_at_press (at, "button", "_Ask to Close…")
         && gram_at_write (at, "Your _Password", "not the password")
         && gram_at_press (at, "button", "_Sign and Ask")
         && gram_at_wait_text (at, "The password is wrong")
         && gram_at_write (at, "Your _Password", E2E_PASSWORD)
         && gram_at_press (at, "button", "_Sign and Ask")
         && gram_at_wait_gone (at, "dialog", "Close the Account");
}

static gboolean
approve_closing (GramAt *at)
{
  return e2e_visit (at, HOLDER) && gram_at_press (at, "list item", "Approve and Close…")
         && gram_at_wait_text (at, "12.40 g of credits are left")
         && gram_at_write (at, "_Type the Amount to Have It Deleted", "12.40")
         && gram_at_write (at, "_Reason", "As the holder asked")
         && gram_at_press (at, "button", "_Close Account")
         && gram_at_wait_gone (at, "dialog", "Close the Account");
}

static void
test_closing (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("administrator");
  g_autofree char *account = e2e_registry_add_account (registry, E2E_OFFICER, HOLDER);
  g_autoptr (GramAt) aroha = gram_at_new (NULL);
  g_autoptr (GramAt) mere = gram_at_new (NULL);
  g_autoptr (JsonNode) carried = NULL;
  g_autofree char *refusal = NULL;

  carried = e2e_registry_do (registry, E2E_ADMINISTRATOR, "credit.carry-in",
                             g_strdup_printf ("{\"account\": \"%s\", \"year\": 2026, "
                                              "\"amount\": \"12.40\", \"reference\": \"L-7\"}",
                                              account));

  e2e_check (aroha, e2e_registry_open (registry, aroha, E2E_OFFICER) && ask_for_closing (aroha)
                        && gram_at_wait (aroha, "list item", "Withdraw the Request…"));
  e2e_check (mere, e2e_registry_open (registry, mere, E2E_ADMINISTRATOR) && approve_closing (mere));

  /* Closed for good, and still to be read. */
  e2e_check (aroha, gram_at_wait_forbidden (aroha, "button", "_Edit…", "closed")
                        && gram_at_wait_text (aroha, HOLDER)
                        && gram_at_press (aroha, "list item", "Statement")
                        && gram_at_wait (aroha, "dialog", "Statement")
                        && gram_at_wait_text (aroha, "12.40")
                        && gram_at_close_dialog (aroha, "Statement")
                        && gram_at_do (aroha, "win.go-history")
                        && gram_at_wait_text (aroha, "The business was sold"));
  e2e_check (aroha, gram_at_quit (aroha));
  e2e_check (mere, gram_at_quit (mere));

  refusal = e2e_registry_refused (registry, E2E_OFFICER, "account.edit",
                                  g_strdup_printf ("{\"account\": \"%s\", \"version\": 1, "
                                                   "\"holder\": \"Another Ltd\"}",
                                                   account));
  g_assert_cmpstr (refusal, ==, "account.closed");
  e2e_registry_verify (registry);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/e2e/account/suspension", test_suspension);
  g_test_add_func ("/e2e/account/closing", test_closing);

  return g_test_run ();
}
