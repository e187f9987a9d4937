/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-steps.h"

/* Accounts in every state of their life, in the practice registry: the officer's side, then the administrator's. */

static gboolean
go_to (Tour *tour, const char *holder)
{
  GramAt *at = tour->at;
  g_autoptr (AtspiAccessible) list = NULL;
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_do (at, "win.switch-account"))
    return FALSE;
  list = gram_at_find (at, "list", "Accounts");
  row = list != NULL ? gram_at_find_matching_in (at, list, "list item", holder) : NULL;

  return row != NULL && gram_at_press_node (at, row) && gram_at_do (at, "win.go-account")
         && gram_at_wait_text (at, holder);
}

static gboolean
decide_stop (Tour *tour, const char *section, const char *decision, const char *stop)
{
  GramAt *at = tour->at;

  return e2e_decide (at, section, decision) && gram_at_wait (at, "button", "_Cancel")
         && tour_stop (tour, stop) && gram_at_press (at, "button", "_Cancel")
         && gram_at_wait_gone (at, "button", "_Cancel");
}

/* An application that was submitted, credits, and vehicles that wait before it could be closed. */
static gboolean
see_application (Tour *tour)
{
  GramAt *at = tour->at;

  return e2e_become (at, "James Whitlock") && gram_at_do (at, "win.go-account")
         && gram_at_wait (at, NULL, "Holder and Contact") && tour_stop (tour, "account-application")
         && tour_stop_at_dialog (tour, "list item", "Application for Fleet Average",
                                 "Application for Fleet Average", "application")
         && tour_stop_at_dialog (tour, "list item", "Statement", "Statement", "statement")
         && tour_stop_at_dialog (tour, "list item", "Check a Number…", "Check a Number",
                                 "check-number")
         && tour_stop_at_dialog (tour, "list item", "Close the Account…", "Close the Account",
                                 "closing-open-lines");
}

static gboolean
see_states (Tour *tour)
{
  GramAt *at = tour->at;

  return e2e_become (at, "Tama Walker") && go_to (tour, "Kauri Coast Motors Ltd")
         && gram_at_wait (at, NULL, "Why") && tour_stop (tour, "account-suspended")
         && gram_at_do (at, "win.go-overview") && tour_stop (tour, "overview-suspended")
         && go_to (tour, "Old Port Trading Ltd") && gram_at_wait (at, NULL, "Why")
         && tour_stop (tour, "account-closing") && e2e_become (at, "Eleanor Marsh")
         && e2e_go (at, "win.go-people", "Members") && tour_stop (tour, "people-manufacturer")
         && gram_at_do (at, "win.go-account") && gram_at_wait (at, NULL, "Holder and Contact")
         && tour_stop (tour, "account-manufacturer");
}

static gboolean
see_decisions (Tour *tour)
{
  GramAt *at = tour->at;

  return e2e_become (at, "Mere Parata") && e2e_visit (at, "Southern Cross")
         && tour_stop (tour, "account-administrator")
         && decide_stop (tour, "Suspension", "Give Notice…", "decide-notice")
         && decide_stop (tour, "Suspension", "Suspend…", "decide-suspend")
         && tour_stop (tour, "decisions")
         && decide_stop (tour, "Fleet Average", "Ask for More…", "decide-ask")
         && decide_stop (tour, "Fleet Average", "Approve…", "decide-approve")
         && decide_stop (tour, "Verification and Balance", "Record a Verification…", "decide-aml")
         && decide_stop (tour, "Verification and Balance", "Carry In Credits…", "decide-credits")
         && e2e_visit (at, "Kauri Coast")
         && decide_stop (tour, "Suspension", "Reinstate…", "decide-reinstate")
         && e2e_visit (at, "Wessex") && decide_stop (tour, "Block", "Block…", "decide-block");
}

static gboolean
see_closed (Tour *tour)
{
  GramAt *at = tour->at;

  return e2e_visit (at, "Old Port") && gram_at_press (at, "list item", "Approve and Close…")
         && gram_at_wait (at, NULL, "Credits Left") && tour_stop (tour, "decide-close")
         && gram_at_write (at, "_Type the Amount to Have It Deleted", "12.40")
         && gram_at_write (at, "_Reason", "As the holder asked")
         && gram_at_press (at, "button", "_Close Account")
         && gram_at_wait_gone (at, "dialog", "Close the Account")
         && tour_stop (tour, "account-closed");
}

static gboolean
see_persons (Tour *tour)
{
  GramAt *at = tour->at;
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_do (at, "win.go-people") || !gram_at_press (at, "page tab", "Registry")
      || !gram_at_wait (at, "table row", NULL) || !tour_stop (tour, "persons"))
    return FALSE;
  row = gram_at_find_prefix (at, "table row", "Oliver Grant");

  return row != NULL && gram_at_press_node (at, row) && gram_at_wait (at, "dialog", NULL)
         && tour_stop (tour, "person") && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, "dialog", NULL);
}

gboolean
tour_walk_accounts (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Aroha Ngata")
         && gram_at_wait (at, "list", "Destinations") && see_application (tour) && see_states (tour)
         && see_decisions (tour) && see_closed (tour) && see_persons (tour);
}
