/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-steps.h"

/* The charges of the Clean Car Standard: as officers pay them, and as the administrator keeps the payments. */

/* What is open, and what it can be paid with. */
static gboolean
see_charge (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_wait (at, "table row", NULL) && tour_stop (tour, "charges")
         && tour_open_row (tour, "#2", "27") && gram_at_wait (at, NULL, "What It Is For")
         && tour_stop (tour, "charge") && gram_at_press (at, "button", "_Pay with Credits…")
         && gram_at_wait (at, NULL, "What It Comes To") && tour_stop (tour, "charge-offset")
         && gram_at_press (at, NULL, "Credits that you choose")
         && tour_stop (tour, "charge-offset-chosen") && gram_at_press (at, "button", "_Sign…")
         && gram_at_wait (at, "button", "_Sign and Pay") && tour_stop (tour, "charge-offset-sign")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, "button", "_Sign and Pay")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, NULL, "What It Comes To")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, NULL, "What It Is For");
}

static gboolean
see_payments (Tour *tour, const char *list, const char *name)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "page tab", "Payments") && gram_at_wait (at, "table row", NULL)
         && tour_stop (tour, list) && tour_open_first_row (tour)
         && gram_at_wait (at, "dialog", NULL) && tour_stop (tour, name)
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, "dialog", NULL);
}

static gboolean
see_how (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "charges.how-to-pay") && gram_at_wait (at, "dialog", "How to Pay")
         && tour_stop (tour, "charges-how") && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, "dialog", "How to Pay");
}

static gboolean
see_record (Tour *tour)
{
  GramAt *at = tour->at;

  return tour_press_chip (tour, "charge\004Overdue") && tour_stop (tour, "charges-all-overdue")
         && tour_open_row (tour, "#2", "27") && gram_at_wait (at, NULL, "What It Is For")
         && tour_stop (tour, "charge-administrator")
         && gram_at_press (at, "button", "_Record a Payment…")
         && gram_at_wait (at, "dialog", "Record a Payment") && tour_stop (tour, "payment-record")
         && gram_at_press (at, "button", "_Record") && tour_stop (tour, "payment-record-refused")
         && tour_leave_form (tour, FALSE) && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, NULL, "What It Is For");
}

gboolean
tour_walk_charges (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Aroha Ngata")
         && gram_at_wait (at, "list", "Destinations") && gram_at_do (at, "win.go-charges")
         && see_charge (tour) && see_how (tour) && see_payments (tour, "payments", "payment")
         && e2e_become (at, "Mere Parata") && gram_at_do (at, "win.go-charges")
         && gram_at_wait (at, "table row", NULL) && tour_stop (tour, "charges-all")
         && see_record (tour) && see_payments (tour, "payments-all", "payment-administrator");
}

/* The year that grows, and the one that is settled. */
static gboolean
see_years (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "page tab", "Fleet Average")
         && gram_at_wait (at, NULL, "By Month of Acceptance") && tour_stop (tour, "fleet-growing")
         && gram_at_press (at, "combo box", "2026") && gram_at_wait (at, NULL, "2025")
         && gram_at_key (at, "Down") && gram_at_key (at, "Return")
         && gram_at_wait (at, "combo box", "2025") && gram_at_wait (at, NULL, "Settlements")
         && tour_stop (tour, "fleet-settled");
}

static gboolean
see_all_years (Tour *tour)
{
  GramAt *at = tour->at;
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_do (at, "win.go-charges") || !gram_at_press (at, "page tab", "Fleet Average")
      || !tour_stop (tour, "fleet-all"))
    return FALSE;
  row = gram_at_find_matching (at, "list item", "Tasman Fleet");

  return row != NULL && gram_at_press_node (at, row) && gram_at_wait (at, "dialog", NULL)
         && gram_at_wait (at, NULL, "By Month of Acceptance")
         && tour_stop (tour, "fleet-administrator") && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, "dialog", NULL);
}

gboolean
tour_walk_fleet (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Ruth Salmon")
         && gram_at_wait (at, "list", "Destinations") && gram_at_do (at, "win.go-overview")
         && gram_at_wait (at, NULL, "To Do") && tour_stop (tour, "dashboard-fleet")
         && gram_at_do (at, "win.go-charges") && gram_at_wait (at, "table row", NULL)
         && tour_stop (tour, "charges-fleet") && see_years (tour) && e2e_become (at, "Mere Parata")
         && see_all_years (tour);
}
