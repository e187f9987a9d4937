/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "e2e-steps.h"

#include "e2e-files.h"

#include <string.h>

gboolean
e2e_create_own (GramAt *at)
{
  return gram_at_press (at, "list item", "_Our Own Registry…")
         && gram_at_write (at, "Name of the _Organisation", "Harbour Street Imports Ltd")
         && gram_at_write (at, "Na_me", "Aroha Ngata")
         && gram_at_write (at, "_E-mail", "aroha@example.org")
         && gram_at_write (at, "_Password", E2E_PASSWORD)
         && gram_at_write (at, "Password _Again", E2E_PASSWORD)
         && gram_at_press (at, "button", "Create")
         && gram_at_wait_gone (at, "dialog", "New Registry of Our Own")
         && gram_at_wait (at, "list", "Destinations");
}

gboolean
e2e_open_account (GramAt *at)
{
  return gram_at_do (at, "win.set-up-account")
         && gram_at_write (at, "_Holder", "Harbour Street Imports Ltd")
         && gram_at_press (at, "button", "_Next")
         && gram_at_toggle (at, "Clean Car Standard, used vehicles", TRUE)
         && gram_at_press (at, "button", "_Next") && gram_at_write (at, "Na_me", "Aroha Ngata")
         && gram_at_write (at, "_E-mail", "aroha@example.org")
         && gram_at_press (at, "button", "_Next")
         && gram_at_wait (at, "check box", "Accept vehicles _automatically")
         && gram_at_press (at, "button", "_Next") && gram_at_wait (at, NULL, "Work with others")
         && gram_at_press (at, "button", "_Next") && gram_at_wait (at, NULL, "Check your answers")
         && gram_at_press (at, "button", "_Open Account")
         && gram_at_wait (at, "button", "Copy Account Number");
}

gboolean
e2e_rehearse_import (GramAt *at, const char *path)
{
  return gram_at_press (at, "button", "_Choose a File…")
         && gram_at_choose_file (at, "Choose a Register Extract", path)
         && gram_at_wait (at, NULL, "First Rows") && gram_at_toggle (at, "Ready", TRUE)
         && gram_at_press (at, "button", "_Next");
}

gboolean
e2e_sign_in (GramAt *at, const char *password)
{
  return gram_at_wait (at, "button", "_Sign In") && gram_at_write (at, "_Password", password)
         && gram_at_press (at, "button", "_Sign In");
}

gboolean
e2e_become (GramAt *at, const char *person)
{
  return gram_at_do (at, "win.switch-person") && gram_at_press (at, "list item", person)
         && gram_at_wait (at, "list", "Destinations");
}

gboolean
e2e_go (GramAt *at, const char *action, const char *heading)
{
  return gram_at_do (at, action) && gram_at_wait (at, NULL, heading);
}

gboolean
e2e_visit (GramAt *at, const char *holder)
{
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_do (at, "win.go-accounts") || !gram_at_wait (at, "entry", "Search accounts"))
    return FALSE;
  row = gram_at_find_prefix (at, "table row", holder);

  return row != NULL && gram_at_press_node (at, row)
         && gram_at_wait (at, NULL, "Decisions of the Administrator");
}

gboolean
e2e_decide (GramAt *at, const char *section, const char *decision)
{
  if (!gram_at_wait (at, NULL, "Decisions of the Administrator"))
    return FALSE;
  if (!gram_at_has (at, "list item", decision) && !gram_at_press (at, "list item", section))
    return FALSE;

  return gram_at_press (at, "list item", decision);
}

/* Digits only: between them stands whatever the language puts there. */
static gint64
number_of (const char *name)
{
  gint64 number = -1;

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      number = MAX (number, 0) * 10 + g_ascii_digit_value (*p);

  return number;
}

gint64
e2e_get_figure (GramAt *at, const char *figure)
{
  g_autoptr (AtspiAccessible) node = gram_at_find_prefix (at, "toggle button", figure);
  g_autofree char *name = node != NULL ? gram_at_dup_name (node) : NULL;

  return name != NULL ? number_of (name + strlen (figure)) : -1;
}

gboolean
e2e_wait_figure (GramAt *at, const char *figure, gint64 value)
{
  gint64 found = -1;

  for (guint i = 0; i < 100; i++)
    {
      found = e2e_get_figure (at, figure);
      if (found == value || gram_at_get_failure (at) != NULL)
        break;
      gram_at_pause (100);
    }
  if (found != value)
    gram_at_fail (at, "“%s” is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, figure, found, value);

  return found == value;
}
