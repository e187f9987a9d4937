/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What others do at the same time: in a second window, and in other processes on the same file. */

#include "config.h"

#include "e2e-files.h"
#include "e2e-registry.h"
#include "e2e-steps.h"

#define HARBOUR "Harbour Street Imports Ltd"
#define WHARF "Wharf Road Cars Ltd"

static gboolean
switch_account (GramAt *at, const char *holder)
{
  g_autoptr (AtspiAccessible) list = NULL;
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_do (at, "win.switch-account"))
    return FALSE;
  list = gram_at_find (at, "list", "Accounts");
  row = list != NULL ? gram_at_find_matching_in (at, list, "list item", holder) : NULL;

  return row != NULL && gram_at_press_node (at, row);
}

static gboolean
edit (GramAt *at, const char *field, const char *text)
{
  return gram_at_press (at, "button", "_Edit…") && gram_at_write (at, field, text)
         && gram_at_press (at, "button", "_Save")
         && gram_at_wait_gone (at, "dialog", "Edit Account");
}

static void
edit_by_gramctl (E2eRegistry *registry, const char *account, int version, const char *json)
{
  g_autoptr (JsonNode) result = NULL;

  result = e2e_registry_do (registry, E2E_OFFICER, "account.edit",
                            g_strdup_printf ("{\"account\": \"%s\", \"version\": %d, %s}", account,
                                             version, json));
}

/* Two windows of one program on two accounts, a second program and gramctl: each sees what the others did. */
static void
test_windows (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("administrator");
  g_autofree char *harbour = e2e_registry_add_account (registry, E2E_OFFICER, HARBOUR);
  g_autofree char *wharf = e2e_registry_add_account (registry, E2E_OFFICER, WHARF);
  g_autoptr (GramAt) at = gram_at_new (NULL);
  g_autoptr (GramAt) other = gram_at_new (NULL);

  e2e_check (at, e2e_registry_open (registry, at, E2E_OFFICER) && gram_at_use_window (at, 0)
                     && switch_account (at, HARBOUR) && gram_at_do (at, "win.go-account")
                     && gram_at_wait_text (at, HARBOUR) && gram_at_do (at, "win.new-window"));
  e2e_check (at, gram_at_use_window (at, 1) && gram_at_wait (at, "list", "Destinations")
                     && switch_account (at, WHARF) && gram_at_do (at, "win.go-account")
                     && gram_at_wait_text (at, WHARF));

  /* Another process: each window shows what is about its own account. */
  edit_by_gramctl (registry, harbour, 1, "\"contact-phone\": \"+64 9 555 0111\"");
  e2e_check (at, gram_at_use_window (at, 0) && gram_at_wait_text (at, "+64 9 555 0111"));
  e2e_check (at, gram_at_use_window (at, 1) && gram_at_wait_text (at, WHARF));

  /* A second program, on the account that the first one shows in its second window. */
  e2e_check (other, e2e_registry_open (registry, other, E2E_OFFICER)
                        && switch_account (other, WHARF) && gram_at_do (other, "win.go-account")
                        && edit (other, "_Telephone (Optional)", "+64 9 555 0222"));
  e2e_check (at, gram_at_wait_text (at, "+64 9 555 0222"));

  /* One window of the first program, seen in its other one and in the second program. */
  e2e_check (at, switch_account (at, HARBOUR) && gram_at_wait_text (at, "+64 9 555 0111")
                     && edit (at, "_Holder", "Harbour Street Motors Ltd")
                     && gram_at_use_window (at, 0)
                     && gram_at_wait_text (at, "Harbour Street Motors Ltd"));
  e2e_check (other, switch_account (other, "Harbour Street Motors Ltd")
                        && gram_at_wait_text (other, "+64 9 555 0111"));

  e2e_check (other, gram_at_quit (other));
  e2e_check (at, gram_at_quit (at));
  e2e_registry_verify (registry);
}

/* Both change the telephone, one the contact, the other the address: only the first is asked about, nothing is lost. */
static void
test_conflict (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("administrator");
  g_autofree char *account = e2e_registry_add_account (registry, E2E_OFFICER, HARBOUR);
  g_autoptr (GramAt) at = gram_at_new (NULL);

  e2e_check (at, e2e_registry_open (registry, at, E2E_OFFICER) && gram_at_do (at, "win.go-account")
                     && gram_at_press (at, "button", "_Edit…")
                     && gram_at_write (at, "_Telephone (Optional)", "+64 9 555 0333")
                     && gram_at_write (at, "Postal _Address (Optional)", "4 Wharf Road, Nelson"));
  edit_by_gramctl (registry, account, 1,
                   "\"contact-phone\": \"+64 9 555 0444\", \"contact-name\": \"Nora Reid\"");

  e2e_check (at, gram_at_press (at, "button", "_Save")
                     && gram_at_wait_text (at, "These fields were changed by both of you")
                     && gram_at_wait_text (at, "+64 9 555 0333")
                     && gram_at_wait_text (at, "+64 9 555 0444")
                     && gram_at_wait_text (at, "Theirs, by Aroha Ngata")
                     && gram_at_wait_forbidden (at, "button", "_Save", NULL));
  e2e_check (at, gram_at_press (at, "list item", "Telephone: Yours")
                     && gram_at_press (at, "button", "_Save")
                     && gram_at_wait_gone (at, "dialog", "Edit Account")
                     && gram_at_wait_text (at, "+64 9 555 0333")
                     && gram_at_wait_text (at, "4 Wharf Road, Nelson")
                     && gram_at_wait_text (at, "Nora Reid"));

  e2e_check (at, gram_at_quit (at));
  e2e_registry_verify (registry);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/e2e/beside/windows", test_windows);
  g_test_add_func ("/e2e/beside/conflict", test_conflict);

  return g_test_run ();
}
