/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-steps.h"

/* The CCTS as participants have it: what is allocated, traded, converted and surrendered. */

static gboolean
press_first_tile (Tour *tour)
{
  GramAt *at = tour->at;
  g_autoptr (AtspiAccessible) tiles = gram_at_find (at, "table", "Figures");
  g_autoptr (AtspiAccessible) tile
      = tiles != NULL ? gram_at_find_in (at, tiles, "toggle button", NULL) : NULL;

  return tile != NULL && gram_at_press_node (at, tile);
}

/* With what it leaves, with more than there is, and what is signed in the end. */
static gboolean
see_surrender (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "list item", "Surrender Allowances…")
         && gram_at_wait (at, "dialog", "Surrender Allowances") && tour_stop (tour, "surrender")
         && gram_at_press (at, "button", "_Take All") && gram_at_wait (at, NULL, "What It Leaves")
         && tour_stop (tour, "surrender-preview") && gram_at_press (at, "button", "_Surrender…")
         && gram_at_wait (at, "button", "_Sign and Surrender") && tour_stop (tour, "surrender-sign")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, "button", "_Sign and Surrender")
         && gram_at_write (at, "_Allowances to Surrender", "999999999")
         && gram_at_wait_gone (at, NULL, "What It Leaves") && tour_stop (tour, "surrender-refused")
         && tour_leave_form (tour, TRUE);
}

static gboolean
see_conversions (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "list item", "Convert CRTS Allowances…")
         && gram_at_wait (at, "dialog", "Convert CRTS Allowances")
         && gram_at_write (at, "_CRTS Allowances to Convert", "40")
         && gram_at_wait (at, NULL, "What It Leaves") && tour_stop (tour, "convert")
         && gram_at_write (at, "_CRTS Allowances to Convert", "12.5")
         && gram_at_wait_gone (at, NULL, "What It Leaves") && tour_stop (tour, "convert-refused")
         && tour_leave_form (tour, TRUE)
         && gram_at_press (at, "list item", "Turn Into CRTS Credits…")
         && gram_at_wait (at, "dialog", "Turn Into CRTS Credits")
         && gram_at_write (at, "_Allowances to Convert", "400") && tour_stop (tour, "to-credits")
         && tour_leave_form (tour, TRUE);
}

/* Two mixes, kept and compared. */
static gboolean
see_ways (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "list item", "Ways Out of a Shortfall…")
         && gram_at_wait (at, NULL, "What It Comes To") && tour_stop (tour, "ways")
         && gram_at_write (at, "Allowances to buy", "5000")
         && gram_at_write (at, "Price of one, £", "11.50")
         && gram_at_write (at, "CRTS allowances to convert", "20") && tour_stop (tour, "ways-mixed")
         && gram_at_write (at, "_Title", "Half and half") && gram_at_press (at, NULL, "_Save")
         && gram_at_wait (at, NULL, "Saved, Side by Side") && tour_stop (tour, "ways-saved")
         && gram_at_close_dialog (at, "Ways Out of a Shortfall");
}

gboolean
tour_walk_allowances (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Eleanor Marsh")
         && gram_at_wait (at, "list", "Destinations") && gram_at_do (at, "win.go-overview")
         && gram_at_wait (at, NULL, "To Do") && tour_stop (tour, "overview-ccts")
         && gram_at_do (at, "win.go-allowances") && gram_at_wait (at, NULL, "What You Can Do")
         && tour_stop (tour, "allowances") && press_first_tile (tour)
         && gram_at_wait (at, "button", "Copy Explanation")
         && tour_stop (tour, "allowances-explanation") && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, "button", "Copy Explanation") && see_surrender (tour)
         && see_conversions (tour) && see_ways (tour);
}

static gboolean
see_trade (Tour *tour, const char *chip, const char *name)
{
  GramAt *at = tour->at;

  return tour_press_chip (tour, "All") && tour_press_chip (tour, chip) && tour_open_first_row (tour)
         && gram_at_wait (at, NULL, "Notification") && tour_stop (tour, name)
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, NULL, "Notification");
}

static gboolean
fill_trade (GramAt *at)
{
  return gram_at_write (at, "_Name", "Pennine Automotive Ltd")
         && gram_at_write (at, "A_ccount Number", "12345678")
         && gram_at_write (at, "_Allowances, Whole Number", "2500")
         && gram_at_write (at, "_Price in All, in Pounds", "0")
         && gram_at_write (at, "Day A_greed", "2026-11-13");
}

static gboolean
see_notification (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "trades.notify") && gram_at_wait (at, "dialog", "Notify a Trade")
         && gram_at_wait (at, NULL, "Allowances and Price") && tour_stop (tour, "trade-notify")
         && fill_trade (at) && gram_at_press (at, "button", "_Sign…")
         && tour_stop (tour, "trade-notify-refused") && tour_leave_form (tour, TRUE);
}

gboolean
tour_walk_trades (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Eleanor Marsh")
         && gram_at_wait (at, "list", "Destinations") && gram_at_do (at, "win.go-trades")
         && gram_at_wait (at, NULL, "No Trades") && tour_stop (tour, "trades-named")
         && e2e_become (at, "Greta Hale") && gram_at_do (at, "win.go-inbox")
         && gram_at_wait (at, "table row", NULL) && tour_stop (tour, "inbox-ccts")
         && gram_at_do (at, "win.go-allowances") && gram_at_wait (at, NULL, "What You Can Do")
         && tour_stop (tour, "allowances-pool") && gram_at_do (at, "win.go-trades")
         && gram_at_wait (at, "table row", NULL) && tour_stop (tour, "trades")
         && see_trade (tour, "trade\004Does not match", "trade-differs")
         && see_trade (tour, "trade\004Matched", "trade-matched") && see_notification (tour)
         && e2e_become (at, "Priya Nair") && gram_at_do (at, "win.go-allowances")
         && gram_at_wait (at, NULL, "What You Can Do") && tour_stop (tour, "allowances-reserved")
         && gram_at_do (at, "win.go-trades") && gram_at_wait (at, "table row", NULL)
         && see_trade (tour, "trade\004Waiting", "trade-waiting");
}
