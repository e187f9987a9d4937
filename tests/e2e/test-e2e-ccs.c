/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Clean Car Standard, to the cent and to the hundredth of a gram: a holder, the administrator and a second holder, each
 * at a window of their own. */

#include "config.h"

#include "e2e-files.h"
#include "e2e-paper.h"
#include "e2e-registry.h"
#include "e2e-steps.h"

#include "gram-decimal.h"

#include <string.h>

#define TODAY "2026-11-10"
#define USED "Harbour Street Imports Ltd"
#define NEW "Southern Cross Motors Ltd"
#define NEW_EMAIL "james@example.org"

/* Rows 2 and 3 of the worked figures, each twice: 15.55 g below target, and 26.81 g over it at NZ$6.00. */
static const char cars[] = "chassis,make,model,type,mass_kg,co2_g_km\n"
                           "ZVW30-1234567,Toyota,Prius,A,1090,79\n"
                           "ZVW30-1234568,Toyota,Prius,A,1090,79\n"
                           "NKE165-7654321,Toyota,Corolla,A,1400,132\n"
                           "NKE165-7654322,Toyota,Corolla,A,1400,132\n";

/* What came in on the bank account of the administrator; the number of an account goes in. */
#define BANK                                                                                       \
  "Date,Amount,Payee,Particulars\n"                                                                \
  "2026-11-10,55.12,Harbour Street Imports,CO2 account %s\n"                                       \
  "2026-11-10,17.00,Wharf Road Cars,Thank you\n"                                                   \
  "2026-11-10,-4.50,Bank,Fee\n"

typedef struct
{
  E2eRegistry *registry;
  char *used; /* number of an account */
  char *new;
  GramAt *mere;
  GramAt *aroha;
  GramAt *james;
} World;

static char *
dup_written (World *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->registry->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

static void
do_quietly (World *self, const char *email, const char *command, char *json)
{
  g_autoptr (JsonNode) result = e2e_registry_do (self->registry, email, command, json);
}

/* Two holders whom the administrator has verified; the second one can be found in the directory. */
static void
prepare (World *self)
{
  g_autoptr (JsonNode) opened = NULL;

  self->registry->today = TODAY;
  e2e_registry_add_person (self->registry, "Aroha Ngata", E2E_OFFICER, "officer");
  e2e_registry_add_person (self->registry, "James Whitlock", NEW_EMAIL, "officer");
  self->used = e2e_registry_add_account (self->registry, E2E_OFFICER, USED);
  opened = e2e_registry_do (self->registry, NEW_EMAIL, "account.open",
                            g_strdup ("{\"kind\": \"ccs-new\", \"holder\": \"" NEW
                                      "\", \"contact-name\": "
                                      "\"James Whitlock\", \"contact-email\": \"" NEW_EMAIL "\"}"));
  self->new = e2e_dup_member (opened, "account");
  for (int i = 0; i < 2; i++)
    do_quietly (self, E2E_ADMINISTRATOR, "account.set-aml",
                g_strdup_printf ("{\"account\": \"%s\", \"result\": \"verified\", "
                                 "\"until\": \"2028-12-31\", \"reference\": \"AML %d\"}",
                                 i == 0 ? self->used : self->new, i));
  do_quietly (self, NEW_EMAIL, "account.set-directory",
              g_strdup_printf ("{\"account\": \"%s\", \"listed\": true}", self->new));
}

static gboolean
import (World *self)
{
  GramAt *at = self->mere;
  g_autofree char *path = dup_written (self, "register.csv", cars);

  return e2e_visit (at, USED) && gram_at_do (at, "win.bring-in") && e2e_rehearse_import (at, path)
         && gram_at_do (at, "import.apply") && gram_at_press (at, "button", "Show _Vehicles")
         && e2e_wait_figure (at, "Ready  ", 4);
}

/* What it would be charged today, and by the rules of 1 January: $160.86, and $207.42. */
static gboolean
see_forecast (GramAt *at)
{
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_do (at, "win.go-vehicles") || !gram_at_write (at, "Search vehicles", "NKE165"))
    return FALSE;
  row = gram_at_find_prefix (at, "table row", "NKE165-7654321");

  return row != NULL && gram_at_press_node (at, row) && gram_at_wait (at, NULL, "Forecast")
         && gram_at_wait_text (at, "105.19") && gram_at_wait_text (at, "26.81")
         && gram_at_wait_text (at, "NZ$160.86") && gram_at_wait_text (at, "NZ$207.42")
         && gram_at_wait_text (at, "NZ$46.56 more to pay than today")
         && gram_at_do (at, "window.close") && gram_at_wait_gone (at, NULL, "Forecast");
}

static gboolean
choose (GramAt *at, const char *search)
{
  return gram_at_write (at, "Search vehicles", search) && gram_at_wait_text (at, "2 of 4")
         && gram_at_do (at, "vehicles.select-all") && gram_at_press (at, "button", "_Accept…")
         && gram_at_wait (at, "dialog", "Accept Vehicles");
}

static gboolean
accept (GramAt *at)
{
  return gram_at_press (at, "button", "_Accept")
         && gram_at_wait_gone (at, "dialog", "Accept Vehicles");
}

/* Credits first; then what is over the target, with 11.10 of them and the rest with money: 42.52 g. */
static gboolean
accept_and_pay (GramAt *at)
{
  return choose (at, "ZVW30") && gram_at_wait_text (at, "31.10") && accept (at)
         && choose (at, "NKE165") && gram_at_wait_text (at, "NZ$321.72")
         && gram_at_press (at, NULL, "Credits that you choose")
         && gram_at_write (at, "Of 2026, at most 31.10 g", "31.20")
         && gram_at_wait_text (at, "31.10")
         && gram_at_write (at, "Of 2026, at most 31.10 g", "11.10")
         && gram_at_wait_text (at, "They discharge NZ$66.60") && gram_at_wait_text (at, "NZ$255.12")
         && accept (at);
}

static gboolean
stands_to_pay (GramAt *at, const char *sentence)
{
  return gram_at_wait (at, "list item", sentence);
}

static gboolean
open_charge (GramAt *at)
{
  g_autoptr (AtspiAccessible) row = gram_at_find_matching (at, "table row", "#1\\b");

  return row != NULL && gram_at_press_node (at, row) && gram_at_wait (at, NULL, "What It Is For");
}

/* A part of it; without a reference it is not recorded. */
static gboolean
record_payment (GramAt *at)
{
  return gram_at_do (at, "win.go-charges") && open_charge (at)
         && gram_at_press (at, "button", "_Record a Payment…")
         && gram_at_wait (at, "dialog", "Record a Payment")
         && gram_at_write (at, "_Amount in New Zealand Dollars", "200.00")
         && gram_at_write (at, "_Paid On", TODAY) && gram_at_press (at, "button", "_Record")
         && gram_at_wait_text (at, "Enter what the bank calls the payment.")
         && gram_at_write (at, "_Reference at the Bank", "DD 20261110-0001")
         && gram_at_press (at, "button", "_Record")
         && gram_at_wait_gone (at, "dialog", "Record a Payment")
         && gram_at_wait_text (at, "NZ$55.12") && gram_at_close_dialog (at, "Charge #1");
}

static gboolean
bring_in (GramAt *at, const char *path)
{
  return gram_at_do (at, "charges.bring-in")
         && gram_at_choose_file (at, "Choose a Bank Statement", path)
         && gram_at_wait (at, NULL, "Money That Went Out");
}

/* A line that names the account is certain, one that nobody knows is left out; and nothing is brought in twice. */
static gboolean
bring_in_statement (World *self)
{
  GramAt *at = self->mere;
  g_autofree char *text = g_strdup_printf (BANK, self->used);
  g_autofree char *path = dup_written (self, "bank.csv", text);

  return bring_in (at, path) && gram_at_wait (at, NULL, "Certain")
         && gram_at_wait (at, NULL, "Unknown: Enter an Account, or Leave Them Out")
         && gram_at_press (at, "button", "_Record 1")
         && gram_at_wait_gone (at, "dialog", "Bring In a Bank Statement") && bring_in (at, path)
         && gram_at_wait (at, NULL, "Brought In Before") && !gram_at_has (at, NULL, "Certain")
         && gram_at_close_dialog (at, "Bring In a Bank Statement") && gram_at_quit (at);
}

static gboolean
offer (World *self)
{
  GramAt *at = self->aroha;
  g_autoptr (AtspiAccessible) row = NULL;

  if (!gram_at_do (at, "win.go-credits") || !gram_at_wait (at, NULL, "20 credits can be used")
      || !gram_at_do (at, "credits.offer") || !gram_at_press (at, "button", "_Directory…"))
    return FALSE;
  row = gram_at_find_matching (at, "list item", NEW);

  return row != NULL && gram_at_press_node (at, row)
         && gram_at_write (at, "_Credits to Give, Whole Ones", "17")
         && gram_at_wait_text (at, "transfer 16 or 18")
         && gram_at_write (at, "_Credits to Give, Whole Ones", "18")
         && gram_at_wait_text (at, "9 credits of new vehicles")
         && gram_at_write (at, "_Reference for Both (Optional)", "Supply agreement 14")
         && gram_at_press (at, "button", "_Offer…")
         && gram_at_press (at, "button", "_Sign and Offer")
         && gram_at_wait_gone (at, "dialog", "Offer Credits")
         && gram_at_wait (at, NULL, "2 credits can be used");
}

static gboolean
open_transfer (GramAt *at, const char *pattern)
{
  g_autoptr (AtspiAccessible) row = gram_at_find_matching (at, "list item", pattern);

  return row != NULL && gram_at_press_node (at, row)
         && gram_at_wait (at, NULL, "What Is Transferred");
}

static gboolean
accept_transfer (GramAt *at)
{
  return gram_at_do (at, "win.go-credits")
         && gram_at_wait (at, NULL, "1 offer waits for your answer")
         && open_transfer (at, "From " USED) && gram_at_wait_text (at, "Supply agreement 14")
         && gram_at_press (at, "button", "_Accept…")
         && gram_at_press (at, "button", "_Sign and Accept")
         && gram_at_wait (at, "list item", "credit transfer\004Accepted")
         && gram_at_close_dialog (at, "Transfer of Credits")
         && gram_at_wait (at, NULL, "9 credits can be used");
}

/* The other window sees it without being asked. */
static gboolean
save_statement (GramAt *at, const char *pdf, const char *csv)
{
  return gram_at_wait_text (at, "Accepted; ") && gram_at_do (at, "credits.statement")
         && gram_at_wait (at, "list", "Statement") && gram_at_do (at, "statement.save-pdf")
         && gram_at_choose_file (at, "Save the Statement", pdf)
         && gram_at_wait_text (at, "statement.pdf") && gram_at_do (at, "statement.save-csv")
         && gram_at_choose_file (at, "Save the Statement", csv)
         && gram_at_wait_text (at, "statement.csv") && gram_at_close_dialog (at, "Statement");
}

/* `12.34` and `-7`. */
static gint64
hundredths (const char *amount)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  gram_decimal_parse (amount, 2, &value, &error);
  g_assert_no_error (error);

  return value;
}

/* What opened and was entered is what closes, for each unit and role; and that is what the account holds. */
static void
check_csv (const char *path)
{
  enum
  {
    ROW,
    ROLE = 5,
    UNIT,
    AMOUNT,
    BALANCE,
    N_CELLS = 14
  };
  g_autoptr (GPtrArray) rows = e2e_paper_read_csv (path);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_entries = 0;
  guint n_closing = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];
      g_autofree char *key = NULL;
      gint64 *sum;

      g_assert_cmpuint (g_strv_length (cells), ==, N_CELLS);
      if (*cells[UNIT] == '\0')
        continue;
      key = g_strdup_printf ("%s %s", cells[ROLE], cells[UNIT]);
      sum = g_hash_table_lookup (sums, key);
      if (sum == NULL)
        {
          sum = g_new0 (gint64, 1);
          g_hash_table_insert (sums, g_strdup (key), sum);
        }
      if (g_str_equal (cells[ROW], "closing"))
        {
          g_assert_cmpint (*sum, ==, hundredths (cells[BALANCE]));
          n_closing++;
          continue;
        }
      *sum += hundredths (cells[g_str_equal (cells[ROW], "entry") ? AMOUNT : BALANCE]);
      n_entries += g_str_equal (cells[ROW], "entry");
    }
  g_assert_cmpuint (n_entries, >=, 6);
  g_assert_cmpuint (n_closing, >=, 1);
  g_assert_cmpint (*(gint64 *)g_hash_table_lookup (sums, "holding ccs-credit/used/2026"), ==, 200);
  g_assert_cmpint (*(gint64 *)g_hash_table_lookup (sums, "charges NZD"), ==, 0);
}

static void
check_statement (World *self, const char *pdf, const char *csv)
{
  static const char *const texts[] = {
    USED, "Southern Cross Motors Ltd", "Supply agreement 14", "DD 20261110-0001", "55.12", NULL,
  };
  g_autoptr (JsonNode) credits
      = e2e_registry_ask (self->registry, E2E_OFFICER, "show", "credits", self->used, NULL);
  g_autofree char *available = e2e_dup_member (credits, "available");

  e2e_paper_check (pdf, texts);
  e2e_paper_draw (pdf, "statement-of-account");
  check_csv (csv);
  g_assert_cmpstr (available, ==, "2.00");
}

static void
test_credits (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("practice");
  g_autoptr (GramAt) mere = gram_at_new (NULL);
  g_autoptr (GramAt) aroha = gram_at_new (NULL);
  g_autoptr (GramAt) james = gram_at_new (NULL);
  World world = { registry, NULL, NULL, mere, aroha, james };
  g_autofree char *pdf = g_build_filename (registry->folder, "statement.pdf", NULL);
  g_autofree char *csv = g_build_filename (registry->folder, "statement.csv", NULL);

  prepare (&world);
  e2e_check (mere, e2e_registry_open_practice (registry, mere, "Mere Parata") && import (&world));

  e2e_check (aroha, e2e_registry_open_practice (registry, aroha, "Aroha Ngata")
                        && see_forecast (aroha) && accept_and_pay (aroha)
                        && gram_at_do (aroha, "win.go-charges")
                        && stands_to_pay (aroha, "NZ$255.12 to pay"));
  e2e_check (mere, record_payment (mere));
  /* The other window sees it without being asked. */
  e2e_check (aroha, stands_to_pay (aroha, "NZ$55.12 to pay"));
  e2e_check (mere, bring_in_statement (&world));
  e2e_check (aroha, stands_to_pay (aroha, "Nothing to pay"));

  e2e_check (aroha, offer (&world));
  e2e_check (james, e2e_registry_open_practice (registry, james, "James Whitlock")
                        && accept_transfer (james) && gram_at_quit (james));
  e2e_check (aroha, save_statement (aroha, pdf, csv) && gram_at_quit (aroha));
  check_statement (&world, pdf, csv);
  e2e_registry_verify (registry);
  g_free (world.used);
  g_free (world.new);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/e2e/ccs/credits-and-charges", test_credits);

  return g_test_run ();
}
