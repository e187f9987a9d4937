/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-steps.h"

/* The credits of the Clean Car Standard as holders have them: kept, offered, accepted, and listed in a statement. */

static gboolean
see_offer (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "credits.offer") && gram_at_wait (at, "dialog", "Offer Credits")
         && tour_stop (tour, "credits-offer")
         && gram_at_write (at, "_Account Number of the Other Holder", "10000024")
         && gram_at_write (at, "_Credits to Give, Whole Ones", "41") && gram_at_wait_text (at, "42")
         && tour_stop (tour, "credits-offer-odd")
         && gram_at_write (at, "_Credits to Give, Whole Ones", "40")
         && gram_at_write (at, "_Reference for Both (Optional)", "Supply agreement 15")
         && gram_at_wait (at, NULL, "What Comes of It") && tour_stop (tour, "credits-offer-preview")
         && gram_at_press (at, "button", "_Offer…")
         && gram_at_wait (at, "button", "_Sign and Offer") && tour_stop (tour, "credits-offer-sign")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, "button", "_Sign and Offer")
         && gram_at_toggle (at, "Choose the _Years", TRUE)
         && gram_at_wait (at, NULL, "Credits by Year of Origin")
         && tour_stop (tour, "credits-offer-years") && tour_leave_form (tour, TRUE);
}

static gboolean
see_transfer (Tour *tour, const char *pattern, const char *button, const char *name)
{
  GramAt *at = tour->at;
  g_autoptr (AtspiAccessible) row = gram_at_find_matching (at, "list item", pattern);

  return row != NULL && gram_at_press_node (at, row) && gram_at_wait (at, "button", button)
         && tour_stop (tour, name) && gram_at_close_dialog (at, "Transfer of Credits");
}

static gboolean
see_acceptance (Tour *tour)
{
  GramAt *at = tour->at;
  g_autoptr (AtspiAccessible) row
      = gram_at_find_matching (at, "list item", "(From|Von) .*Southern Cross");

  return row != NULL && gram_at_press_node (at, row) && gram_at_press (at, "button", "_Accept…")
         && gram_at_wait (at, "button", "_Sign and Accept") && tour_stop (tour, "transfer-sign")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, "button", "_Sign and Accept")
         && gram_at_press (at, "button", "_Decline…")
         && gram_at_wait (at, "dialog", "Decline the Offer") && tour_stop (tour, "transfer-decline")
         && tour_leave_form (tour, FALSE) && gram_at_close_dialog (at, "Transfer of Credits");
}

static gboolean
see_papers (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "credits.directory") && gram_at_wait_text (at, "Tasman Fleet")
         && tour_stop (tour, "credits-directory") && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, "dialog", "Directory of Accounts")
         && gram_at_do (at, "credits.statement") && gram_at_wait (at, "list", "Statement")
         && tour_stop (tour, "statement-ccs") && gram_at_close_dialog (at, "Statement");
}

gboolean
tour_walk_credits (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Aroha Ngata")
         && gram_at_wait (at, "list", "Destinations") && gram_at_do (at, "win.go-credits")
         && gram_at_wait (at, NULL, "What You Can Do") && tour_stop (tour, "credits")
         && tour_stop_at_tile (tour, "Available Credits", "credits-explanation")
         && see_transfer (tour, "(To|An) .*Southern Cross", "_Cancel the Offer…",
                          "transfer-outgoing")
         && see_transfer (tour, "(From|Von) .*Southern Cross", "_Accept…", "transfer-incoming")
         && see_acceptance (tour) && see_offer (tour) && see_papers (tour)
         && e2e_become (at, "Tama Walker") && gram_at_do (at, "win.go-credits")
         && gram_at_wait (at, NULL, "What You Can Do") && tour_stop (tour, "credits-suspended");
}
