/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-steps.h"

/* A scheme year of the CCTS, as the administrator has it. */

/* A dialog from an action of the window or the page, and out of it again. */
static gboolean
see_action (Tour *tour, const char *action, const char *dialog, const char *name)
{
  GramAt *at = tour->at;

  return gram_at_do (at, action) && gram_at_wait (at, "dialog", dialog)
         && gram_at_wait_gone (at, NULL, "Working It Out…") && tour_stop (tour, name)
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, "dialog", dialog);
}

/* The drop-down is named by what is chosen; its list takes keys once it is there. */
static gboolean
choose_year (Tour *tour, const char *from, const char *to, guint position)
{
  GramAt *at = tour->at;

  if (!gram_at_press (at, "combo box", from) || !gram_at_wait (at, NULL, to)
      || !gram_at_key (at, "Home"))
    return FALSE;
  for (guint i = 0; i < position; i++)
    if (!gram_at_key (at, "Down"))
      return FALSE;

  return gram_at_key (at, "Return") && gram_at_wait (at, "combo box", to);
}

static gboolean
see_trade_case (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-trades") && gram_at_wait (at, "table row", NULL)
         && tour_stop (tour, "trades-all") && gram_at_do (at, "trades.select-all")
         && gram_at_wait (at, "button", "_Register…") && tour_stop (tour, "trades-selected")
         && gram_at_press (at, "button", "_Register…") && gram_at_wait (at, "dialog", "Register")
         && tour_stop (tour, "trades-register") && tour_leave_form (tour, FALSE)
         && gram_at_do (at, "trades.select-none") && gram_at_do (at, "win.go-cases")
         && gram_at_wait (at, "table row", NULL) && tour_press_chip (tour, "All Undecided")
         && tour_press_chip (tour, "Trade") && tour_open_first_row (tour)
         && gram_at_wait (at, NULL, "What Both Parties Notified") && tour_stop (tour, "case-trade");
}

static gboolean
see_runs (Tour *tour)
{
  return see_action (tour, "years.measure", "Measure", "year-measure")
         && see_action (tour, "years.allocate", "Allocate", "year-allocate")
         && see_action (tour, "years.eco-notices", "Eco-Innovation Notices", "year-eco-notices");
}

static gboolean
see_participant (Tour *tour, const char *holder, const char *name)
{
  GramAt *at = tour->at;

  return tour_open_row (tour, holder, "") && gram_at_wait (at, NULL, "Where the Allowances Are")
         && tour_stop (tour, name);
}

static gboolean
see_participants (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "page tab", "Participants") && gram_at_wait (at, "table row", NULL)
         && tour_stop (tour, "participants") && gram_at_press (at, "radio button", "_Settlement")
         && tour_stop (tour, "participants-settlement")
         && see_participant (tour, "Wessex", "participant")
         && see_action (tour, "participant.baseline", NULL, "baseline")
         && see_action (tour, "participant.position", NULL, "crts-position")
         && gram_at_do (at, "win.back") && gram_at_wait (at, "table row", NULL)
         && see_participant (tour, "Small Makers", "participant-pool")
         && gram_at_do (at, "win.back") && gram_at_wait (at, "table row", NULL);
}

static gboolean
see_pools (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "page tab", "Pools") && gram_at_wait (at, NULL, "Granted")
         && tour_stop (tour, "pools") && gram_at_press (at, "list item", "Small Makers Pool")
         && gram_at_wait (at, NULL, "Members") && tour_stop (tour, "pool")
         && gram_at_press (at, "button", "_What If…") && gram_at_wait (at, "dialog", "What If")
         && tour_stop (tour, "pool-what-if") && gram_at_close_dialog (at, "What If")
         && gram_at_do (at, "win.back") && gram_at_wait (at, NULL, "Granted");
}

static gboolean
press_notice (Tour *tour)
{
  g_autoptr (AtspiAccessible) row = gram_at_find_prefix (tour->at, "list item", "PN-2024-0001");

  return row != NULL && gram_at_press_node (tour->at, row);
}

/* The year before: accounted, with a payment notice that is appealed against. */
static gboolean
see_notice (Tour *tour)
{
  GramAt *at = tour->at;

  return choose_year (tour, "2025", "2024", 2) && gram_at_press (at, "page tab", "Year")
         && gram_at_wait (at, NULL, "Issue Payment Notices") && tour_stop (tour, "year-accounted")
         && gram_at_press (at, "page tab", "Participants")
         && see_participant (tour, "Pennine", "debtor") && press_notice (tour)
         && gram_at_wait (at, NULL, "What the Notice Says") && tour_stop (tour, "payment-notice");
}

gboolean
tour_walk_years (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Mere Parata")
         && gram_at_wait (at, "list", "Destinations") && see_trade_case (tour)
         && gram_at_do (at, "win.go-years") && gram_at_wait (at, NULL, "Entered for the Year")
         && choose_year (tour, "2024", "2025", 1)
         && gram_at_wait (at, NULL, "scheme year\004Window Open") && tour_stop (tour, "year")
         && see_runs (tour) && see_participants (tour) && see_pools (tour) && see_notice (tour);
}
