/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-steps.h"

/* What is wrong, as the officers of the practice registry see it; and what they are told. */

/* The entry's title names the unit. */
static gboolean
claim (Tour *tour, const char *text)
{
  g_autofree char *format = gram_at_dup_translated (tour->at, "It Sh_ould Say (%s)");
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *title = g_strjoinv ("g/km", parts);

  return gram_at_write (tour->at, title, text);
}

static gboolean
see_missing (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-disputes") && gram_at_wait (at, NULL, "No Disputes")
         && tour_stop (tour, "disputes-empty") && gram_at_do (at, "disputes.report-missing")
         && gram_at_wait (at, "dialog", "Missing Vehicle") && tour_stop (tour, "dispute-missing")
         && gram_at_press (at, "button", "_Report")
         && gram_at_wait (at, NULL, "Say why: the administrator decides by it.")
         && tour_stop (tour, "dispute-missing-errors")
         && gram_at_write (at, "_VIN", "JTMRW3KKTH1099001")
         && gram_at_press (at, "list item", "What Is Known of It")
         && tour_stop (tour, "dispute-missing-filled") && tour_leave_form (tour, TRUE);
}

static gboolean
see_forms (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "button", "_Dispute…") && gram_at_wait (at, "dialog", "Dispute")
         && tour_stop (tour, "dispute-value") && gram_at_press (at, "button", "Open _Dispute")
         && gram_at_wait (at, NULL, "Say why: the administrator decides by it.")
         && tour_stop (tour, "dispute-value-errors") && claim (tour, "98.7")
         && gram_at_write (at, "Wh_y", "The certificate of conformity says 98.7 g/km.")
         && tour_stop (tour, "dispute-value-filled")
         && gram_at_press (at, "radio button", "It Is Not Ours")
         && gram_at_write (at, "Number of the Right _Account (Optional)", "12345678")
         && tour_stop (tour, "dispute-not-ours") && tour_leave_form (tour, TRUE);
}

static gboolean
see_of_vehicles (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-vehicles") && gram_at_wait (at, "table row", NULL)
         && tour_press_chip (tour, "Ready") && tour_open_first_row (tour)
         && gram_at_wait (at, NULL, "Identity") && tour_stop (tour, "vehicle-ready")
         && see_forms (tour) && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, NULL, "Identity") && gram_at_do (at, "vehicles.select-all")
         && gram_at_do (at, "vehicles.dispute") && gram_at_wait (at, "dialog", "Dispute")
         && tour_stop (tour, "dispute-many") && tour_leave_form (tour, FALSE)
         && tour_press_chip (tour, "Accepted") && tour_open_first_row (tour)
         && gram_at_wait (at, NULL, "Identity") && tour_stop (tour, "vehicle-accepted")
         && gram_at_press (at, "button", "_Correction…")
         && gram_at_wait (at, NULL, "It Is Accepted Already")
         && tour_stop (tour, "dispute-accepted")
         && gram_at_press (at, "button", "Ask for a Co_rrection")
         && gram_at_wait (at, "dialog", "Correction") && tour_stop (tour, "correction")
         && tour_leave_form (tour, FALSE) && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, NULL, "Identity");
}

/* A row of the disputes, and out again. */
static gboolean
see_dispute (Tour *tour, const char *what, const char *state, const char *name)
{
  GramAt *at = tour->at;

  return tour_open_row (tour, what, state) && gram_at_wait (at, NULL, "Messages")
         && tour_stop (tour, name) && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, NULL, "Messages");
}

/* From the case to its vehicle, by its VIN, and to all that it ever said. */
static gboolean
see_history (Tour *tour)
{
  GramAt *at = tour->at;
  g_autoptr (AtspiAccessible) row = NULL;
  g_autoptr (AtspiAccessible) values = NULL;
  g_autoptr (AtspiAccessible) value = NULL;

  if (!tour_open_row (tour, "Correction", "Upheld") || !gram_at_wait (at, NULL, "Messages")
      || !tour_stop (tour, "correction-upheld"))
    return FALSE;
  row = gram_at_find_matching (at, "list item", "^[A-Z0-9]{17}");
  if (!gram_at_press_node (at, row) || !gram_at_wait (at, NULL, "Value History")
      || !tour_stop (tour, "vehicle-corrected"))
    return FALSE;
  values = gram_at_find (at, "list", "Value History");
  value = values != NULL ? gram_at_find_in (at, values, "list item", "CO₂ value") : NULL;

  return gram_at_press_node (at, value) && tour_stop (tour, "value-history")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, NULL, "Identity")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, NULL, "Messages");
}

static gboolean
see_disputes (Tour *tour)
{
  GramAt *at = tour->at;

  return e2e_become (at, "James Whitlock") && gram_at_do (at, "win.go-overview")
         && gram_at_wait (at, NULL, "To Do") && tour_stop (tour, "overview-disputes")
         && gram_at_do (at, "win.go-disputes") && gram_at_wait (at, "table row", NULL)
         && tour_stop (tour, "disputes")
         && see_dispute (tour, "Weight", "Information asked", "dispute-asked")
         && tour_press_chip (tour, "Difference") && tour_press_chip (tour, "Dispute")
         && see_dispute (tour, "CO₂ value", "Upheld", "dispute-upheld")
         && see_dispute (tour, "CO₂ value", "Not upheld", "dispute-not-upheld")
         && tour_press_chip (tour, "Correction") && see_history (tour)
         && gram_at_write (at, "Search disputes", "no such dispute")
         && gram_at_wait (at, NULL, "No Dispute Matches") && tour_stop (tour, "disputes-none");
}

gboolean
tour_walk_disputes (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "Aroha Ngata")
         && gram_at_wait (at, "list", "Destinations") && see_missing (tour)
         && see_of_vehicles (tour) && see_disputes (tour);
}

static gboolean
see_inbox (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-inbox") && gram_at_wait (at, "table row", NULL)
         && tour_stop (tour, "inbox") && gram_at_do (at, "inbox.select-all")
         && gram_at_wait (at, "button", "_Archive") && tour_stop (tour, "inbox-selected")
         && gram_at_do (at, "inbox.select-none") && tour_press_chip (tour, "Archive")
         && gram_at_wait (at, NULL, "Nothing Archived") && tour_stop (tour, "inbox-archive");
}

static gboolean
see_events (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_key (at, "ctrl+comma") && gram_at_wait (at, "dialog", "Preferences")
         && gram_at_press (at, "page tab", "Notices") && gram_at_wait (at, NULL, "In the Inbox")
         && tour_stop (tour, "preferences-notices") && gram_at_close_dialog (at, "Preferences");
}

static gboolean
see_directory (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-account") && gram_at_wait (at, NULL, "Holder and Contact")
         && tour_stop (tour, "account-books")
         && gram_at_press (at, "list item", "Directory of Accounts…")
         && gram_at_wait (at, "dialog", "Directory of Accounts") && tour_stop (tour, "directory")
         && gram_at_write (at, "Search the directory", "no such holder")
         && gram_at_wait (at, NULL, "No Holder Matches") && tour_stop (tour, "directory-none")
         && gram_at_close_dialog (at, "Directory of Accounts");
}

gboolean
tour_walk_told (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_press (at, "list item", "James Whitlock")
         && gram_at_wait (at, "list", "Destinations") && see_inbox (tour) && see_events (tour)
         && see_directory (tour);
}
