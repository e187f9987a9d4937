/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tour.h"

/* The practice registry, as each of its persons sees it. */

static gboolean
become (Tour *tour, const char *person)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.switch-person") && gram_at_press (at, "list item", person)
         && gram_at_wait (at, "list", "Destinations") && gram_at_do (at, "win.go-overview");
}

static gboolean
see_dialogs (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_key (at, "ctrl+comma") && gram_at_wait (at, "dialog", "Preferences")
         && tour_stop (tour, "preferences") && gram_at_close_dialog (at, "Preferences")
         && gram_at_do (at, "win.shortcuts") && gram_at_wait (at, "dialog", "Keyboard Shortcuts")
         && tour_stop (tour, "shortcuts") && gram_at_close_dialog (at, "Keyboard Shortcuts");
}

/* The items of a menu have no names on the bus (a fault of this GTK): the last one, by the keyboard. */
static gboolean
see_about (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_key (at, "F10") && gram_at_wait (at, "menu item", NULL) && gram_at_key (at, "Up")
         && gram_at_key (at, "Return") && gram_at_wait (at, "dialog", NULL)
         && tour_stop (tour, "about") && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, "dialog", NULL);
}

/* Presses the first thing of a kind in a list. */
static gboolean
press_first (Tour *tour, const char *role, const char *list, const char *what)
{
  g_autoptr (AtspiAccessible) root = gram_at_find (tour->at, role, list);
  g_autoptr (AtspiAccessible) node
      = root != NULL ? gram_at_find_in (tour->at, root, what, NULL) : NULL;

  return node != NULL && gram_at_press_node (tour->at, node);
}

static gboolean
see_rules_and_history (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-rules") && gram_at_wait (at, NULL, "Clean Car Standard")
         && tour_stop (tour, "rules")
         && press_first (tour, "list", "Clean Car Standard", "list item")
         && gram_at_wait (at, "dialog", NULL) && tour_stop (tour, "rulebook")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, "dialog", NULL)
         && gram_at_do (at, "win.go-history") && gram_at_wait (at, "entry", "Search the history")
         && tour_stop (tour, "history") && gram_at_press (at, "button", "_Filter…")
         && gram_at_wait (at, "dialog", "Filter the History") && tour_stop (tour, "history-filter")
         && gram_at_close_dialog (at, "Filter the History");
}

/* A dialog of the Account page, from its row. */
static gboolean
see_account_dialog (Tour *tour, const char *row, const char *title, const char *name)
{
  GramAt *at = tour->at;

  return gram_at_press (at, "list item", row) && gram_at_wait (at, "dialog", title)
         && tour_stop (tour, name) && gram_at_close_dialog (at, title);
}

static gboolean
see_account_dialogs (Tour *tour)
{
  GramAt *at = tour->at;

  return see_account_dialog (tour, "Application for Fleet Average", "Application for Fleet Average",
                             "account-application")
         && see_account_dialog (tour, "Check a Number…", "Check a Number", "account-check-number")
         && see_account_dialog (tour, "Close the Account…", "Close the Account", "account-closing")
         && gram_at_press (at, "list item", "Suspension")
         && see_account_dialog (tour, "Suspend…", "Suspend the Account", "account-suspend");
}

static gboolean
see_account (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-account") && gram_at_wait (at, NULL, "Holder and Contact")
         && tour_stop (tour, "account") && gram_at_press (at, "button", "_Edit…")
         && gram_at_wait (at, "dialog", "Edit Account") && tour_stop (tour, "account-edit")
         && gram_at_close_dialog (at, "Edit Account") && see_account_dialogs (tour)
         && gram_at_do (at, "win.switch-account") && gram_at_wait (at, "list", "Accounts")
         && tour_stop (tour, "account-switcher") && gram_at_key (at, "Escape");
}

gboolean
tour_walk_practice (Tour *tour)
{
  const char *const arguments[] = { "--practice", NULL };
  GramAt *at = tour->at;

  return gram_at_start (at, arguments) && gram_at_wait (at, "heading", "Who Are You Today?")
         && tour_stop (tour, "practice-persons") && gram_at_press (at, "list item", "Aroha Ngata")
         && gram_at_wait (at, NULL, "To Do") && tour_stop (tour, "overview")
         && press_first (tour, "table", "Figures", "toggle button")
         && gram_at_wait (at, "button", "Copy Explanation") && tour_stop (tour, "explanation")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, "button", "Copy Explanation")
         && gram_at_toggle (at, "Accept vehicles _automatically", TRUE)
         && gram_at_wait (at, NULL, "Left to a Person") && tour_stop (tour, "auto-accept")
         && gram_at_close_dialog (at, "Auto-Accept") && see_account (tour)
         && gram_at_do (at, "win.go-people") && gram_at_wait (at, "button", "Invite a Person")
         && tour_stop (tour, "people") && see_rules_and_history (tour) && see_dialogs (tour)
         && see_about (tour);
}

gboolean
tour_walk_vehicles (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-vehicles") && gram_at_wait (at, "table row", NULL)
         && tour_stop (tour, "vehicles") && tour_open_first_row (tour)
         && gram_at_wait (at, NULL, "Identity") && tour_stop (tour, "vehicle")
         && gram_at_key (at, "Escape") && gram_at_wait_gone (at, NULL, "Identity")
         && gram_at_write (at, "Search vehicles", "corolla") && gram_at_wait_text (at, "Corolla")
         && tour_stop (tour, "vehicles-search") && gram_at_do (at, "vehicles.select-all")
         && gram_at_wait (at, "button", "_Accept…") && tour_stop (tour, "vehicles-selected")
         && gram_at_press (at, "button", "_Accept…") && gram_at_wait (at, NULL, "To Be Accepted")
         && tour_stop (tour, "accept") && gram_at_key (at, "Escape")
         && gram_at_wait_gone (at, NULL, "To Be Accepted")
         && gram_at_write (at, "Search vehicles", "no such vehicle")
         && gram_at_wait (at, NULL, "No Vehicle Matches") && tour_stop (tour, "vehicles-none")
         && gram_at_press (at, "button", "_Clear Filters");
}

gboolean
tour_walk_manufacturer (Tour *tour)
{
  GramAt *at = tour->at;

  return become (tour, "Eleanor Marsh") && gram_at_wait (at, NULL, "To Do")
         && tour_stop (tour, "overview-manufacturer") && gram_at_do (at, "win.go-vehicles")
         && gram_at_wait (at, "table row", NULL) && tour_stop (tour, "vehicles-manufacturer")
         && tour_open_first_row (tour) && gram_at_wait (at, NULL, "Identity")
         && tour_stop (tour, "vehicle-manufacturer") && gram_at_key (at, "Escape");
}

static gboolean
see_accounts (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-accounts") && gram_at_wait (at, "table row", NULL)
         && tour_stop (tour, "accounts") && gram_at_write (at, "Search accounts", "no such account")
         && gram_at_wait (at, NULL, "No Account Matches") && tour_stop (tour, "accounts-none")
         && gram_at_press (at, "button", "_Clear Filters")
         && gram_at_write (at, "Search accounts", "wessex") && gram_at_wait_text (at, "Wessex")
         && tour_open_first_row (tour) && gram_at_wait (at, NULL, "Holder and Contact")
         && tour_stop (tour, "account-administrator") && gram_at_do (at, "win.go-overview")
         && gram_at_wait (at, NULL, "To Do") && tour_stop (tour, "overview-administrator")
         && gram_at_do (at, "win.switch-account") && gram_at_wait (at, "list", "Accounts")
         && tour_stop (tour, "account-switcher-administrator") && gram_at_key (at, "Escape");
}

static gboolean
verify (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.go-history") && gram_at_press (at, "radio button", "Registry")
         && tour_stop (tour, "history-registry")
         && gram_at_press (at, "button", "Verify the Registry")
         && gram_at_wait (at, "button", "Close the Result") && tour_stop (tour, "history-verified")
         && gram_at_press (at, "button", "Close the Result");
}

gboolean
tour_walk_administrator (Tour *tour)
{
  GramAt *at = tour->at;

  return gram_at_do (at, "win.switch-person") && gram_at_press (at, "list item", "Mere Parata")
         && gram_at_wait (at, "list", "Destinations") && see_accounts (tour)
         && gram_at_do (at, "win.go-people") && gram_at_press (at, "page tab", "Registry")
         && tour_stop (tour, "people-registry") && gram_at_press (at, "button", "Add a Person")
         && gram_at_wait (at, "dialog", "Add a Person") && tour_stop (tour, "people-add")
         && gram_at_close_dialog (at, "Add a Person") && verify (tour) && gram_at_quit (at);
}
