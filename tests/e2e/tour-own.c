/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

#include "e2e-files.h"

/* From the first start of all to the first vehicles of one's own. */

static gboolean
create_registry (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "list item", "_Our Own Registry…")
         && gram_at_wait (at, "dialog", "New Registry of Our Own") && tour_stop (tour, "create-own")
         && gram_at_press (at, "button", "Create")
         && gram_at_wait (at, NULL, "Enter a name; it is shown in the window.")
         && tour_stop (tour, "create-own-errors")
         && gram_at_write (at, "Name of the _Organisation", "Harbour Street Imports Ltd")
         && gram_at_write (at, "Na_me", "Aroha Ngata")
         && gram_at_write (at, "_E-mail", "aroha@example.org")
         && gram_at_write (at, "_Password", E2E_PASSWORD)
         && gram_at_write (at, "Password _Again", E2E_PASSWORD)
         && tour_stop (tour, "create-own-filled") && gram_at_press (at, "button", "Create")
         && gram_at_wait_gone (at, "dialog", "New Registry of Our Own")
         && gram_at_wait (at, "list", "Destinations") && tour_stop (tour, "overview-empty");
}

static gboolean
open_account (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.set-up-account") && gram_at_wait (at, "dialog", "Set Up an Account")
         && gram_at_write (at, "_Holder", "") && gram_at_press (at, "button", "_Next")
         && gram_at_wait (at, NULL,
                          "Enter the holder: the importer or manufacturer whose vehicles they are.")
         && tour_stop (tour, "wizard-holder-error")
         && gram_at_write (at, "_Holder", "Harbour Street Imports Ltd")
         && tour_stop (tour, "wizard-holder") && gram_at_press (at, "button", "_Next")
         && gram_at_toggle (at, "Clean Car Standard, used vehicles", TRUE)
         && tour_stop (tour, "wizard-kind") && gram_at_press (at, "button", "_Next")
         && gram_at_write (at, "Na_me", "Aroha Ngata")
         && gram_at_write (at, "_E-mail", "aroha@example.org") && tour_stop (tour, "wizard-contact")
         && gram_at_press (at, "button", "_Next")
         && gram_at_wait (at, "check box", "Accept vehicles _automatically")
         && tour_stop (tour, "wizard-auto-accept") && gram_at_press (at, "button", "_Next")
         && gram_at_wait (at, NULL, "Work with others") && tour_stop (tour, "wizard-colleagues")
         && gram_at_press (at, "button", "_Next") && gram_at_wait (at, NULL, "Check your answers")
         && tour_stop (tour, "wizard-check") && gram_at_press (at, "button", "_Open Account")
         && gram_at_wait (at, "button", "Copy Account Number") && tour_stop (tour, "wizard-done");
}

gboolean
tour_walk_first_start (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_start (at, NULL) && gram_at_wait (at, "heading", "Welcome to Gram")
         && tour_stop (tour, "start") && gram_at_do (at, "win.create-administrator")
         && gram_at_wait (at, "dialog", "New Administrator’s Registry")
         && tour_stop (tour, "create-administrator")
         && gram_at_close_dialog (at, "New Administrator’s Registry") && create_registry (tour)
         && gram_at_do (at, "win.go-vehicles") && gram_at_wait (at, NULL, "No Account")
         && tour_stop (tour, "vehicles-no-account") && open_account (tour);
}

gboolean
tour_walk_import (Tour *tour)
{
  GramAt *at = tour->at;
  g_autofree char *path = e2e_write_extract (gram_at_get_folder (at));

  return gram_at_press (at, "button", "_Bring In a Register Extract…")
         && gram_at_wait (at, "button", "_Choose a File…") && tour_stop (tour, "import-file")
         && gram_at_press (at, "button", "_Choose a File…")
         && gram_at_choose_file (at, "Choose a Register Extract", path)
         && gram_at_wait (at, NULL, "First Rows") && tour_stop (tour, "import-settings")
         && gram_at_toggle (at, "Ready", TRUE) && gram_at_press (at, "button", "Change _Mapping…")
         && gram_at_wait (at, NULL, "Which Vehicle") && tour_stop (tour, "import-mapping")
         && gram_at_press (at, "button", "_Next")
         && gram_at_wait (at, NULL, "Nothing has been changed yet.")
         && tour_stop (tour, "import-dry-run")
         && gram_at_press (at, "list item", "_See Rejected Rows")
         && gram_at_wait (at, NULL, "Rejected rows") && tour_stop (tour, "import-rejects")
         && gram_at_key (at, "Escape") && gram_at_wait (at, NULL, "Nothing has been changed yet.")
         && gram_at_do (at, "import.apply") && gram_at_wait (at, "button", "Show _Vehicles")
         && tour_stop (tour, "import-done") && gram_at_press (at, "button", "Show _Vehicles")
         && gram_at_wait (at, "entry", "Search vehicles") && tour_stop (tour, "vehicles-own");
}

gboolean
tour_walk_sign_in (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_quit (at) && gram_at_start (at, NULL) && gram_at_resize (at, 1200, tour->height)
         && gram_at_wait (at, "button", "_Sign In") && tour_stop (tour, "sign-in")
         && gram_at_write (at, "_Password", "not the password")
         && gram_at_press (at, "button", "_Sign In") && gram_at_wait (at, "alert", NULL)
         && tour_stop (tour, "sign-in-refused") && gram_at_write (at, "_Password", E2E_PASSWORD)
         && gram_at_press (at, "button", "_Sign In") && gram_at_press (at, "button", "It Was _Me")
         && gram_at_wait (at, "entry", "Search vehicles") && gram_at_do (at, "win.go-overview")
         && gram_at_wait (at, NULL, "To Do") && tour_stop (tour, "overview-own")
         && gram_at_do (at, "win.close-registry") && gram_at_wait (at, NULL, "Recent")
         && tour_stop (tour, "start-recent");
}
