/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A year of the CCTS, to the penny: two participants and the administrator, each at a window of their own. */

#include "config.h"

#include "e2e-files.h"
#include "e2e-paper.h"
#include "e2e-registry.h"
#include "e2e-steps.h"

#include <string.h>

#define TRADED "30000"
#define MISTAKEN "30300"
#define PRICE "375000.00"
#define AGREED "2026-11-09"

/* A participant: its officer, its cars of 2025 as an extract has them, and what the Order gives for them. */
typedef struct
{
  const char *holder;
  const char *officer;
  const char *email;
  const char *cars;
  const char *baseline;
} Party;

#define HEADER                                                                                     \
  "register_key,make,model,registered_on,status,units,co2_g_km,saving_g_km,corrected_g_km,eco_"    \
  "codes\n"

static const Party alpha = {
  "Alpha Motors plc",
  "Ada Young",
  "ada@example.org",
  HEADER "t:alpha:1,Alpha,Arc,2025-06-16,ready,7000,131,1.2,,\n"
         "t:alpha:2,Alpha,Bow,2025-06-16,ready,4501,118,,,\n"
         "t:alpha:3,Alpha,Cove,2025-06-16,ready,1000,28,,,\n",
  "126.28",
};

static const Party beta = {
  "Beta Cars Ltd",
  "Ben Okafor",
  "ben@example.org",
  HEADER "t:beta:1,Beta,Dale,2025-06-16,ready,5000,127.4,,,\n"
         "t:beta:2,Beta,Elm,2025-06-16,ready,3200,130.733,,,\n",
  "121.455",
};

static void
do_quietly (E2eRegistry *registry, const char *email, const char *command, char *json)
{
  g_autoptr (JsonNode) result = e2e_registry_do (registry, email, command, json);
}

/* An officer with an account, its cars, and its baseline: the account’s number. */
static char *
add_party (E2eRegistry *registry, const Party *party)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.csv", registry->folder, party->email);
  g_autoptr (JsonNode) opened = NULL;
  g_autoptr (GError) error = NULL;
  char *number;

  g_file_set_contents (path, party->cars, -1, &error);
  g_assert_no_error (error);
  e2e_registry_add_person (registry, party->officer, party->email, "officer");
  opened = e2e_registry_do (registry, party->email, "account.open",
                            g_strdup_printf ("{\"kind\": \"ccts\", \"holder\": \"%s\", "
                                             "\"contact-name\": \"%s\", \"contact-email\": \"%s\"}",
                                             party->holder, party->officer, party->email));
  number = e2e_dup_member (opened, "account");
  do_quietly (registry, E2E_ADMINISTRATOR, "vehicle.import",
              g_strdup_printf ("{\"account\": \"%s\", \"file\": \"%s\", \"preset\": \"gram\"}",
                               number, path));
  do_quietly (registry, E2E_ADMINISTRATOR, "baseline.set",
              g_strdup_printf ("{\"account\": \"%s\", \"year\": 2025, \"value\": \"%s\", "
                               "\"source\": \"Schedule 1\", \"dated-on\": \"2026-04-30\", "
                               "\"reason\": \"As notified to the manufacturer.\"}",
                               number, party->baseline));

  return number;
}

/* Up to the trading window: measured, allocated, and CRTS allowances converted. */
static void
prepare (E2eRegistry *registry, char **alpha_number, char **beta_number)
{
  registry->today = "2026-05-04";
  *alpha_number = add_party (registry, &alpha);
  *beta_number = add_party (registry, &beta);
  do_quietly (registry, E2E_ADMINISTRATOR, "crts.set-position",
              g_strdup_printf ("{\"account\": \"%s\", \"year\": 2025, \"cars\": 12000, "
                               "\"allocated\": \"8640\", \"activity\": \"8200\", \"held\": "
                               "\"8500\", \"required\": \"8200\", \"borrowed\": \"0\", "
                               "\"source\": \"CRTS\", \"dated-on\": \"2026-04-30\"}",
                               *beta_number));
  do_quietly (registry, E2E_ADMINISTRATOR, "year.measure", g_strdup ("{\"year\": 2025}"));
  do_quietly (registry, E2E_ADMINISTRATOR, "allocation.post", g_strdup ("{\"year\": 2025}"));
  registry->today = "2026-11-10";
  do_quietly (registry, beta.email, "conversion.request",
              g_strdup_printf ("{\"account\": \"%s\", \"year\": 2025, \"crts\": \"200\"}",
                               *beta_number));
}

/* The form, and what is signed. A practice registry asks for no password. */
static gboolean
notify (GramAt *at, const char *side, const char *name, const char *number, const char *quantity)
{
  return gram_at_do (at, "trades.notify") && gram_at_wait (at, NULL, "Allowances and Price")
         && gram_at_press (at, NULL, side) && gram_at_write (at, "_Name", name)
         && gram_at_write (at, "A_ccount Number", number)
         && gram_at_write (at, "_Allowances, Whole Number", quantity)
         && gram_at_write (at, "_Price in All, in Pounds", PRICE)
         && gram_at_write (at, "Day A_greed", AGREED) && gram_at_press (at, "button", "_Sign…")
         && gram_at_press (at, "button", "_Sign and Notify")
         && gram_at_wait_gone (at, "dialog", "Notify a Trade");
}

static gboolean
amend (GramAt *at, const char *quantity)
{
  return gram_at_press (at, "button", "_Amend…")
         && gram_at_wait (at, "dialog", "Amend the Notification")
         && gram_at_write (at, "_Allowances, Whole Number", quantity)
         && gram_at_press (at, "button", "_Sign…")
         && gram_at_press (at, "button", "_Sign and Amend")
         && gram_at_wait_gone (at, "dialog", "Amend the Notification");
}

/* Which field differs is said, what the other party wrote is not. */
static gboolean
open_mismatch (GramAt *at)
{
  g_autoptr (AtspiAccessible) row = gram_at_find_matching (at, "table row", "Does not match");

  return row != NULL && gram_at_press_node (at, row) && gram_at_wait (at, NULL, "What Differs")
         && gram_at_wait (at, "list", "What Differs")
         && gram_at_wait (at, "list item", "Allowances");
}

/* As a window writes it here. */
static char *
dup_grouped (const char *digits)
{
  gsize head = strlen (digits) - 3;

  return g_strdup_printf ("%.*s\u202f%s", (int)head, digits, digits + head);
}

static gboolean
register_trade (GramAt *at)
{
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_do (at, "win.go-cases"))
    return FALSE;
  row = gram_at_find_matching (at, "table row", "Trade.*Alpha Motors plc");

  return row != NULL && gram_at_press_node (at, row)
         && gram_at_wait (at, NULL, "What Both Parties Notified")
         && gram_at_press (at, "list item", "Register…") && gram_at_wait (at, "dialog", "Register")
         && gram_at_press (at, "button", "_Register")
         && gram_at_wait_gone (at, "dialog", "Register");
}

static gboolean
is_told (GramAt *at, const char *sentence)
{
  return gram_at_do (at, "win.go-inbox") && gram_at_wait_text (at, sentence);
}

/* What it leaves, before it is signed. */
static gboolean
surrender (GramAt *at)
{
  return gram_at_do (at, "win.go-allowances")
         && gram_at_press (at, "list item", "Surrender Allowances…")
         && gram_at_press (at, "button", "_Take All")
         && gram_at_wait (at, NULL, "Activity not accounted for")
         && gram_at_wait_text (at, "2\u202f414.6") && gram_at_wait_text (at, "£207\u202f655.60")
         && gram_at_press (at, "button", "_Surrender…")
         && gram_at_press (at, "button", "_Sign and Surrender")
         && gram_at_wait_gone (at, "dialog", "Surrender Allowances");
}

static gboolean
account_year (GramAt *at)
{
  return gram_at_do (at, "win.go-years") && gram_at_wait (at, NULL, "Next: Account for the Year")
         && gram_at_do (at, "years.account") && gram_at_wait (at, "dialog", "Account for the Year")
         && gram_at_wait_text (at, "£207\u202f655.60") && gram_at_press (at, "button", "_Account")
         && gram_at_wait_gone (at, "dialog", "Account for the Year")
         && gram_at_wait (at, NULL, "Next: Issue Payment Notices");
}

/* All five items of article 39(5) are in it: amount, last day, to whom, how, and rights of appeal. */
static gboolean
issue_notice (GramAt *at)
{
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_press (at, "button", "Show _Participants"))
    return FALSE;
  row = gram_at_find_prefix (at, "table row", beta.holder);

  return row != NULL && gram_at_press_node (at, row) && gram_at_press (at, "button", "_Issue…")
         && gram_at_wait (at, "dialog", "Payment Notice")
         && gram_at_wait (at, NULL, "(a) Amount and How It Is Calculated")
         && gram_at_press (at, "button", "_Issue")
         && gram_at_wait_text (at, "Name the administrator, who is to be paid.")
         && gram_at_write (at, "(b) _Last Day to Pay", "2027-02-26")
         && gram_at_write (at, "(c) _To Be Paid To", "The administrator of the trading schemes")
         && gram_at_write (at, "(d) _How to Pay", "By bank transfer within the time.")
         && gram_at_write (at, "(e) Rights of _Appeal", "To the First-tier Tribunal.")
         && gram_at_press (at, "button", "_Issue")
         && gram_at_wait_gone (at, "dialog", "Payment Notice");
}

static gboolean
save_notice (GramAt *at, const char *path)
{
  g_autoptr (AtspiAccessible) row = gram_at_find_prefix (at, "list item", "PN-2025-0001");

  return row != NULL && gram_at_press_node (at, row)
         && gram_at_wait (at, NULL, "What the Notice Says") && gram_at_press (at, "button", "Save")
         && gram_at_choose_file (at, "Save the Document", path)
         && gram_at_wait (at, NULL, "Document saved");
}

/* What article 39(5) asks for. */
static const char *const notice_items[] = {
  "655.60",
  "414.6",
  "26 February 2027",
  "The administrator of the trading schemes",
  "By bank transfer within the time.",
  "To the First-tier Tribunal.",
  "Beta Cars Ltd",
  NULL,
};

static void
trade (GramAt *ada, GramAt *ben, const char *alpha_number, const char *beta_number)
{
  g_autofree char *traded = dup_grouped (TRADED);
  g_autofree char *mistaken = dup_grouped (MISTAKEN);

  e2e_check (ada, gram_at_do (ada, "win.go-trades") && gram_at_wait (ada, NULL, "No Trades")
                      && notify (ada, "We Give Up", beta.holder, beta_number, TRADED)
                      && gram_at_wait (ada, "table row", NULL));

  /* Named, and told nothing more. */
  e2e_check (ben, gram_at_do (ben, "win.go-trades") && gram_at_wait_text (ben, "names this account")
                      && gram_at_wait (ben, NULL, "No Trades"));
  g_assert_false (gram_at_has (ben, NULL, alpha.holder));
  e2e_check (ben, notify (ben, "We Receive", alpha.holder, alpha_number, MISTAKEN)
                      && open_mismatch (ben) && gram_at_wait_text (ben, mistaken));
  g_assert_false (gram_at_has (ben, "label", traded));
  e2e_check (ada, open_mismatch (ada) && gram_at_wait_text (ada, traded));
  g_assert_false (gram_at_has (ada, "label", mistaken));

  /* The other window sees it without being asked. */
  e2e_check (ben, amend (ben, TRADED) && gram_at_wait (ben, "list item", "Matched"));
  e2e_check (ada, gram_at_wait (ada, "list item", "Matched"));
}

static void
test_year (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("practice");
  g_autofree char *alpha_number = NULL;
  g_autofree char *beta_number = NULL;
  g_autofree char *paper = g_build_filename (registry->folder, "notice.pdf", NULL);
  g_autoptr (GramAt) ada = gram_at_new (NULL);
  g_autoptr (GramAt) ben = gram_at_new (NULL);
  g_autoptr (GramAt) mere = gram_at_new (NULL);

  prepare (registry, &alpha_number, &beta_number);
  e2e_check (ada, e2e_registry_open_practice (registry, ada, alpha.officer));
  e2e_check (ben, e2e_registry_open_practice (registry, ben, beta.officer));
  trade (ada, ben, alpha_number, beta_number);

  e2e_check (mere, e2e_registry_open_practice (registry, mere, "Mere Parata")
                       && register_trade (mere) && gram_at_quit (mere));
  e2e_check (ada, gram_at_wait (ada, "list item", "Registered") && gram_at_key (ada, "Escape")
                      && is_told (ada, "is registered") && gram_at_quit (ada));
  e2e_check (ben, gram_at_wait (ben, "list item", "Registered") && gram_at_key (ben, "Escape")
                      && is_told (ben, "is registered") && surrender (ben) && gram_at_quit (ben));
  registry->today = "2026-12-30";
  do_quietly (registry, alpha.email, "allowance.surrender",
              g_strdup_printf ("{\"account\": \"%s\", \"year\": 2025, \"quantity\": \"1467718\"}",
                               alpha_number));

  registry->today = "2027-01-04";
  e2e_check (mere, e2e_registry_open_practice (registry, mere, "Mere Parata") && account_year (mere)
                       && issue_notice (mere) && save_notice (mere, paper));
  e2e_paper_check (paper, notice_items);
  e2e_paper_draw (paper, "payment-notice");
  e2e_check (ben, e2e_registry_open_practice (registry, ben, beta.officer)
                      && is_told (ben, "Payment notice PN-2025-0001 is given")
                      && gram_at_do (ben, "win.go-allowances")
                      && gram_at_wait_text (ben, "A payment is due"));

  e2e_check (ben, gram_at_quit (ben));
  e2e_check (mere, gram_at_quit (mere));
  e2e_registry_verify (registry);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/e2e/ccts/year", test_year);

  return g_test_run ();
}
