/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-files.h"
#include "e2e-registry.h"
#include "e2e-steps.h"

/* People on an account, in a registry where everybody has a password: what is said to whom, and what is asked for. */

#define NORA "nora@example.org"
#define HOLDER "Harbour Street Imports Ltd"

static gboolean
back (Tour *tour, const char *heading)
{
  return gram_at_do (tour->at, "navigation.pop") && gram_at_wait (tour->at, NULL, heading);
}

static gboolean
see_join (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "button", "I Have an _Invitation…")
         && gram_at_wait (at, "dialog", "Invitation") && tour_stop (tour, "join")
         && gram_at_write (at, "_E-mail That Was Invited", "nora")
         && gram_at_write (at, "One-Time Co_de", "7Q4K")
         && gram_at_press (at, "button", "I Am _New Here") && tour_stop (tour, "join-errors")
         && gram_at_write (at, "_E-mail That Was Invited", NORA)
         && gram_at_write (at, "One-Time Co_de", "7Q4K-0000-1111-2222-3333")
         && gram_at_press (at, "button", "I Am _New Here") && tour_stop (tour, "join-new")
         && gram_at_write (at, "Your _Name", "Nora Reid")
         && gram_at_write (at, "_Password", E2E_PASSWORD)
         && gram_at_write (at, "Password _Again", E2E_PASSWORD)
         && gram_at_press (at, "button", "_Join") && gram_at_wait (at, "alert", NULL)
         && tour_stop (tour, "join-refused") && back (tour, "Invitation")
         && gram_at_press (at, "button", "I Sign In Here _Already")
         && gram_at_wait (at, "button", "_Accept") && tour_stop (tour, "join-known")
         && gram_at_close_dialog (at, "Invitation")
         && gram_at_press (at, "button", "I Have a One-Time _Code…")
         && gram_at_wait (at, "dialog", "One-Time Code") && tour_stop (tour, "use-code")
         && gram_at_close_dialog (at, "One-Time Code");
}

static gboolean
see_member (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "list item", "Nora Reid") && gram_at_wait (at, "dialog", "Member")
         && tour_stop (tour, "member") && gram_at_press (at, "list item", "_Change Permissions")
         && gram_at_wait (at, "button", "_Save") && gram_at_toggle (at, "Trader", TRUE)
         && tour_stop (tour, "member-permissions") && back (tour, "Last Sign-In")
         && gram_at_press (at, "list item", "_What Can This Person Do?")
         && gram_at_wait (at, NULL, "Four Eyes") && tour_stop (tour, "member-rights")
         && gram_at_close_dialog (at, "Member");
}

static gboolean
see_invite (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "button", "Invite a Person")
         && gram_at_wait (at, "dialog", "Invite a Person") && tour_stop (tour, "invite")
         && gram_at_press (at, "button", "_Next") && tour_stop (tour, "invite-error")
         && gram_at_write (at, "_E-mail", "oliver@example.org")
         && gram_at_press (at, "button", "_Next") && gram_at_wait (at, "button", "_Invite")
         && tour_stop (tour, "invite-permissions") && gram_at_press (at, "button", "_Invite")
         && gram_at_wait (at, NULL, "The Invitation Is Made") && tour_stop (tour, "invite-done")
         && gram_at_close_dialog (at, "Invite a Person")
         && gram_at_press (at, "list item", "oliver@example.org")
         && gram_at_wait (at, "dialog", "Invitation") && tour_stop (tour, "invitation")
         && gram_at_close_dialog (at, "Invitation");
}

/* A request and a hand-over that wait: who prepared it may not approve it. */
static gboolean
see_waiting (Tour *tour)
{
  static const char request[] = "Asks for the account to be closed";
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-account") && gram_at_toggle (at, "Four Eyes for C_losing", TRUE)
         && gram_at_press (at, "list item", "Close the Account…")
         && gram_at_wait (at, NULL, "Charges paid") && tour_stop (tour, "closing")
         && gram_at_write (at, "_Reason", "The business was sold")
         && gram_at_write (at, "_Type the Amount to Have It Deleted", "12")
         && gram_at_press (at, "button", "_Ask to Close…") && tour_stop (tour, "closing-error")
         && gram_at_write (at, "_Type the Amount to Have It Deleted", "12.40")
         && gram_at_press (at, "button", "_Ask to Close…")
         && gram_at_wait (at, NULL, "Your _Password") && tour_stop (tour, "closing-sign")
         && gram_at_write (at, "Your _Password", E2E_PASSWORD)
         && gram_at_press (at, "button", "_Sign and Ask")
         && gram_at_wait_gone (at, "dialog", "Close the Account")
         && tour_stop (tour, "account-four-eyes")
         && e2e_go (at, "win.go-people", "Waits for a Second Person")
         && gram_at_press (at, "list item", "Nora Reid")
         && gram_at_press (at, "list item", "Offer the _Ownership…")
         && gram_at_wait (at, "button", "_Offer") && tour_stop (tour, "offer")
         && gram_at_press (at, "button", "_Offer")
         && gram_at_wait (at, NULL, "Hand-Over in Progress") && tour_stop (tour, "people-waiting")
         && gram_at_press (at, "list item", request) && gram_at_wait (at, "dialog", "Request")
         && tour_stop (tour, "request") && gram_at_close_dialog (at, "Request");
}

/* The button beside a field: named by both. */
static gboolean
press_history (GramAt *at, const char *field)
{
  g_autofree char *title = gram_at_dup_translated (at, field);
  g_autofree char *ending = g_strdup_printf (": %s$", title);
  g_autoptr (AtspiAccessible) button = gram_at_find_matching (at, "toggle button", ending);

  return button != NULL && gram_at_press_node (at, button);
}

/* Somebody else saves meanwhile. */
static gboolean
see_conflict (Tour *tour, E2eRegistry *registry, const char *account)
{
  GramAt *at = tour->at;
  g_autoptr (JsonNode) result = NULL;

  if (!gram_at_do (at, "win.go-account") || !gram_at_press (at, "button", "_Edit…")
      || !gram_at_write (at, "_Telephone (Optional)", "+64 9 555 0333"))
    return FALSE;

  result
      = e2e_registry_do (registry, NORA, "account.edit",
                         g_strdup_printf ("{\"account\": \"%s\", \"contact-name\": \"Nora Reid\", "
                                          "\"contact-phone\": \"+64 9 555 0444\"}",
                                          account));

  return gram_at_press (at, "button", "_Save") && gram_at_wait (at, "radio button", "Yours")
         && tour_stop (tour, "conflict") && gram_at_toggle (at, "Yours", TRUE)
         && gram_at_press (at, "button", "_Save")
         && gram_at_wait_gone (at, "dialog", "Edit Account") && press_history (at, "Telephone")
         && tour_stop (tour, "field-history") && gram_at_key (at, "Escape");
}

static gboolean
see_lock (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.change-password") && gram_at_wait (at, "dialog", "Change Password")
         && tour_stop (tour, "password") && gram_at_close_dialog (at, "Change Password")
         && gram_at_do (at, "win.lock") && gram_at_wait (at, "button", "_Unlock")
         && gram_at_write (at, "_Password", "wrong") && gram_at_press (at, "button", "_Unlock")
         && gram_at_wait (at, "alert", NULL) && tour_stop (tour, "lock")
         && gram_at_write (at, "_Password", E2E_PASSWORD) && gram_at_press (at, "button", "_Unlock")
         && gram_at_wait (at, "list", "Destinations");
}

/* The one who is asked: after a wrong password that may have been somebody else's. */
static gboolean
see_nora (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.sign-out") && gram_at_write (at, "_E-mail", NORA)
         && e2e_sign_in (at, "wrong") && gram_at_wait (at, "alert", NULL)
         && e2e_sign_in (at, E2E_PASSWORD) && gram_at_wait (at, "button", "It Was _Me")
         && tour_stop (tour, "failed-tries") && gram_at_press (at, "button", "It Was _Me")
         && gram_at_wait_gone (at, "alert", NULL) && gram_at_do (at, "win.for-me")
         && gram_at_wait (at, NULL, "Ownerships on Offer") && tour_stop (tour, "for-me")
         && gram_at_close_dialog (at, "Waits for You")
         && e2e_go (at, "win.go-people", "Hand-Over in Progress")
         && tour_stop (tour, "people-member")
         && gram_at_press (at, "list item", "Asks for the account to be closed")
         && gram_at_press (at, "list item", "_Approve…")
         && gram_at_wait (at, NULL, "Your _Password") && tour_stop (tour, "sign");
}

gboolean
tour_walk_people (Tour *tour)
{
  GramAt *at = tour->at;
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("administrator");
  g_autofree char *account = e2e_registry_add_account (registry, E2E_OFFICER, HOLDER);
  g_autoptr (JsonNode) carried = NULL;

  e2e_registry_add_member (registry, account, "Nora Reid", NORA, "[\"edit\", \"accept\"]");
  carried = e2e_registry_do (registry, E2E_ADMINISTRATOR, "credit.carry-in",
                             g_strdup_printf ("{\"account\": \"%s\", \"year\": 2026, "
                                              "\"amount\": \"12.40\", \"reference\": \"L-7\"}",
                                              account));

  return e2e_registry_start (registry, at) && tour_stop (tour, "sign-in-first") && see_join (tour)
         && gram_at_write (at, "_E-mail", E2E_OFFICER) && e2e_sign_in (at, E2E_PASSWORD)
         && gram_at_wait (at, "list", "Destinations") && e2e_go (at, "win.go-people", "Members")
         && tour_stop (tour, "people-officer") && see_member (tour) && see_invite (tour)
         && see_conflict (tour, registry, account) && see_waiting (tour) && see_lock (tour)
         && see_nora (tour);
}
