/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-steps.h"

/* The Clean Car Standard, vehicle by vehicle: what one would bring, what it brought, and what it is paid with. */

static gboolean
see_vehicle (Tour *tour, const char *search, const char *name)
{
  GramAt *at = tour->at;
  g_autofree char *start = g_regex_escape_string (search, -1);
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_write (at, "Search vehicles", search))
    return FALSE;
  row = gram_at_find_matching (at, "table row", start);

  return row != NULL && gram_at_press_node (at, row) && gram_at_wait (at, NULL, "Identity")
         && tour_stop (tour, name) && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, NULL, "Identity") && gram_at_write (at, "Search vehicles", "");
}

static gboolean
see_first (Tour *tour, const char *chip, const char *name)
{
  GramAt *at = tour->at;

  return tour_press_chip (tour, chip) && tour_open_first_row (tour)
         && gram_at_wait (at, NULL, "Identity") && tour_stop (tour, name)
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, NULL, "Identity")
         && tour_press_chip (tour, chip);
}

/* With money, with credits, with those that are chosen, and with more of them than there are. */
static gboolean
see_bill (Tour *tour)
{
  GramAt *at = tour->at;
  g_autoptr (AtspiAccessible) year = NULL;
  g_autofree char *entry = NULL;

  if (!gram_at_write (at, "Search vehicles", "cx-5") || !gram_at_wait_text (at, "CX-5")
      || !gram_at_do (at, "vehicles.select-all") || !gram_at_press (at, "button", "_Accept…")
      || !gram_at_wait (at, NULL, "To Be Accepted") || !tour_stop (tour, "accept-money")
      || !gram_at_press (at, NULL, "Credits, the oldest first")
      || !tour_stop (tour, "accept-oldest") || !gram_at_press (at, NULL, "Credits that you choose")
      || !tour_stop (tour, "accept-chosen"))
    return FALSE;
  year = gram_at_find_matching (at, "text", "2023.*340");
  entry = year != NULL ? gram_at_dup_name (year) : NULL;

  return entry != NULL && gram_at_write (at, entry, "999") && tour_stop (tour, "accept-too-many")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, NULL, "To Be Accepted")
         && gram_at_do (at, "vehicles.select-none");
}

gboolean
tour_walk_standard (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Aroha Ngata")
         && gram_at_wait (at, "list", "Destinations") && gram_at_do (at, "win.go-overview")
         && gram_at_wait (at, NULL, "To Do") && tour_stop (tour, "dashboard")
         && tour_stop_at_tile (tour, "Pending Charges", "dashboard-explanation")
         && gram_at_do (at, "win.go-vehicles") && gram_at_wait (at, "table row", NULL)
         && see_first (tour, "Ready", "standard-ready")
         && see_first (tour, "Accepted", "standard-accepted")
         && see_vehicle (tour, "AE86-5012345", "standard-excluded") && see_bill (tour);
}
