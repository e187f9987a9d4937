/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-steps.h"

/* What waits for a decision, as the administrator's side of the practice registry sees it. */

/* By the chip of its kind: only rows on screen can be found. */
static gboolean
open_case (Tour *tour, const char *chip, const char *text, const char *then)
{
  GramAt *at = tour->at;

  return tour_press_chip (tour, "All Undecided") && tour_press_chip (tour, chip)
         && tour_open_row (tour, text, then) && gram_at_wait (at, NULL, "Thread");
}

static gboolean
leave_case (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.back") && gram_at_wait (at, "entry", "Search cases");
}

static gboolean
see_case (Tour *tour, const char *chip, const char *then, const char *name)
{
  return open_case (tour, chip, chip, then) && tour_stop (tour, name) && leave_case (tour);
}

/* A dialog of the case that is shown, with what it changes if it says so. */
static gboolean
decide_stop (Tour *tour, const char *button, const char *heading, const char *name)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "button", button) && gram_at_wait (at, NULL, heading)
         && gram_at_wait_gone (at, NULL, "Working it out") && tour_stop (tour, name)
         && tour_leave_form (tour, FALSE);
}

static gboolean
see_queue (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-cases") && gram_at_wait (at, "table row", NULL)
         && tour_stop (tour, "cases") && tour_press_chip (tour, "All Undecided")
         && tour_stop (tour, "cases-all") && gram_at_do (at, "queue.select-all")
         && gram_at_wait (at, "button", "Select None") && tour_stop (tour, "cases-selected")
         && gram_at_do (at, "queue.select-none") && gram_at_do (at, "queue.claim-many")
         && gram_at_wait (at, "dialog", "Claim Many of One Kind") && tour_stop (tour, "claim-many")
         && gram_at_close_dialog (at, "Claim Many of One Kind") && gram_at_do (at, "queue.snippets")
         && gram_at_wait (at, "dialog", "Kept Texts") && tour_stop (tour, "kept-texts")
         && gram_at_close_dialog (at, "Kept Texts")
         && gram_at_write (at, "Search cases", "no such case")
         && gram_at_wait (at, NULL, "No Case Matches") && tour_stop (tour, "cases-none")
         && gram_at_write (at, "Search cases", "") && gram_at_wait (at, "table row", NULL);
}

/* The popover goes when the window gets another size. A vehicle of somebody else, which Callum has claimed, with a note that only this side reads. */
static gboolean
see_moving (Tour *tour)
{
  GramAt *at = tour->at;

  return open_case (tour, "Mine", "Southern Cross", "Callum Reid") && tour_stop (tour, "case-mine")
         && decide_stop (tour, "_Uphold…", "What Changes", "case-uphold-moved")
         && gram_at_press (at, "button", "_Decline…") && gram_at_wait (at, "dialog", "Decline")
         && gram_at_press (at, "toggle button", "Insert a Kept Text")
         && gram_at_wait (at, NULL, "No document") && tour_stop (tour, "case-decline-texts")
         && gram_at_wait_gone (at, NULL, "No document") && gram_at_press (at, "button", "_Decline")
         && gram_at_wait (at, NULL, "Say why; the holder reads it.")
         && tour_stop (tour, "case-decline-error") && tour_leave_form (tour, FALSE)
         && decide_stop (tour, "_Ask…", "Ask for Information", "case-ask") && leave_case (tour);
}

/* Claimed, and what would change seen. */
static gboolean
see_upholding (Tour *tour, const char *chip, const char *then, const char *button, const char *name)
{
  GramAt *at = tour->at;

  return tour_press_chip (tour, "Unclaimed") && tour_press_chip (tour, chip)
         && tour_open_row (tour, chip, then) && gram_at_press (at, "button", "_Claim")
         && gram_at_wait_allowed (at, "button", button) && tour_stop (tour, name)
         && gram_at_press (at, "button", button) && gram_at_wait (at, NULL, "What Changes")
         && gram_at_wait_gone (at, NULL, "Working it out");
}

static gboolean
see_decisions (Tour *tour)
{
  return see_upholding (tour, "Correction", "Pennine", "_Uphold…", "case-correction")
         && tour_stop (tour, "case-uphold-correction") && tour_leave_form (tour, FALSE)
         && leave_case (tour) && tour_press_chip (tour, "All Undecided")
         && see_upholding (tour, "Dispute", "Southern Cross", "_Uphold…", "case-missing")
         && tour_stop (tour, "case-uphold-missing") && tour_leave_form (tour, FALSE)
         && leave_case (tour) && tour_press_chip (tour, "All Undecided")
         && see_upholding (tour, "Difference", "Harbour Street", "_Take…", "case-difference")
         && tour_stop (tour, "case-take") && tour_leave_form (tour, FALSE)
         && decide_stop (tour, "_Keep…", "Keep What the Registry Says", "case-keep")
         && leave_case (tour);
}

gboolean
tour_walk_cases (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Callum Reid")
         && gram_at_wait (at, "list", "Destinations") && see_queue (tour) && see_moving (tour)
         && see_decisions (tour) && see_case (tour, "Dispute", "Mere Parata", "case-of-another")
         && see_case (tour, "AML verification", "Kauri Coast", "case-aml")
         && see_case (tour, "Application for Fleet Average", "Southern Cross", "case-application")
         && see_case (tour, "Closing", "Old Port", "case-closing")
         && tour_press_chip (tour, "All Undecided") && tour_press_chip (tour, "Decided")
         && gram_at_wait (at, "table row", NULL) && tour_stop (tour, "cases-decided")
         && tour_open_first_row (tour) && gram_at_wait (at, NULL, "Thread")
         && tour_stop (tour, "case-decided") && leave_case (tour);
}

static gboolean
see_blocked (Tour *tour)
{
  GramAt *at = tour->at;

  return e2e_visit (at, "Wessex") && e2e_decide (at, "Block", "Block…")
         && gram_at_wait (at, "button", "_Block")
         && gram_at_write (at, "_Reason", "The return of 2025 was not made in time")
         && gram_at_press (at, "button", "_Block") && gram_at_wait_gone (at, "button", "_Cancel")
         && tour_stop (tour, "account-blocked-administrator");
}

/* Notice of closing, and what the holder says to it. */
static gboolean
see_closing (Tour *tour)
{
  GramAt *at = tour->at;

  return e2e_visit (at, "Harbour Street") && e2e_decide (at, "Closing", "Give Notice of Closing…")
         && gram_at_wait (at, "button", "_Give Notice") && tour_stop (tour, "decide-closing-notice")
         && gram_at_write (at, "_Why It Should Be Closed", "No vehicle was accepted for two years")
         && gram_at_write (at, "_Last Day to Object", "2026-12-31")
         && gram_at_press (at, "button", "_Give Notice")
         && gram_at_wait_gone (at, "button", "_Cancel") && e2e_visit (at, "Southern Cross")
         && e2e_decide (at, "Fleet Average", "Decline…") && gram_at_wait (at, "button", "_Decline")
         && tour_stop (tour, "decide-decline") && tour_leave_form (tour, FALSE);
}

static gboolean
see_as_holders (Tour *tour)
{
  GramAt *at = tour->at;

  return e2e_become (at, "Eleanor Marsh") && gram_at_do (at, "win.go-account")
         && gram_at_wait (at, NULL, "Why") && tour_stop (tour, "account-blocked")
         && e2e_become (at, "Aroha Ngata") && gram_at_do (at, "win.go-account")
         && gram_at_wait (at, NULL, "Why") && tour_stop (tour, "account-closing-notice")
         && gram_at_press (at, "list item", "Object…")
         && gram_at_wait (at, "dialog", "Object to the Closing") && tour_stop (tour, "objection")
         && tour_leave_form (tour, FALSE);
}

gboolean
tour_walk_life (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Mere Parata")
         && gram_at_wait (at, "list", "Destinations") && see_blocked (tour) && see_closing (tour)
         && see_as_holders (tour);
}
