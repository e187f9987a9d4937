/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dispute from its opening to the accepted vehicle: its officer and the administrator, each at a window of their own. */

#include "config.h"

#include "e2e-files.h"
#include "e2e-registry.h"
#include "e2e-steps.h"

#define HOLDER "Harbour Street Imports Ltd"
#define CLAIMED "98.7"
#define WHY "The certificate of conformity says 98.7 g/km"
#define QUESTION "Please send the page with the number of the vehicle on it"
#define NOTE "The importer was right the last time, too"
#define ANSWER "The page is attached"
#define PAGE "certificate-page-2.txt"

/* A vehicle of the extract that can be accepted as it is, and says something else than is claimed. */
static char *
dup_vehicle (void)
{
  for (guint64 i = 0; i < E2E_N_VEHICLES; i++)
    {
      g_autoptr (GramVehicleRecord) vehicle = e2e_vehicle (i);

      if (vehicle->attention == GRAM_ATTENTION_NONE && vehicle->co2_micro != 98700000)
        return g_strdup (vehicle->vin != NULL ? vehicle->vin : vehicle->chassis);
    }
  g_assert_not_reached ();
}

static gboolean
open_row (GramAt *at, const char *start)
{
  g_autoptr (AtspiAccessible) row = gram_at_find_matching (at, "table row", start);

  return row != NULL && gram_at_press_node (at, row);
}

static gboolean
open_vehicle (GramAt *at, const char *label)
{
  return gram_at_do (at, "win.go-vehicles") && gram_at_write (at, "Search vehicles", label)
         && open_row (at, label) && gram_at_wait (at, NULL, "Identity");
}

static gboolean
close_vehicle (GramAt *at)
{
  return gram_at_key (at, "Escape") && gram_at_wait_gone (at, NULL, "Identity");
}

/* The CO₂ value stands there as what is wrong: it is what is wrong most of the time. Who says nothing of why is asked. */
static gboolean
open_dispute (GramAt *at, const char *label)
{
  return open_vehicle (at, label) && gram_at_press (at, "button", "_Dispute…")
         && gram_at_wait (at, "dialog", "Dispute")
         && gram_at_write (at, "It Sh_ould Say (g/km)", CLAIMED)
         && gram_at_press (at, "button", "Open _Dispute")
         && gram_at_wait_text (at, "Say why: the administrator decides by it.")
         && gram_at_write (at, "Wh_y", WHY) && gram_at_press (at, "button", "Open _Dispute")
         && gram_at_wait_gone (at, "dialog", "Dispute")
         && gram_at_wait_text (at, "Disputed: CO₂ value")
         && gram_at_wait_forbidden (at, "button", "_Accept…", "dispute") && close_vehicle (at);
}

/* Only who has claimed it asks and decides; and what is noted stays on this side. */
static gboolean
claim_and_ask (GramAt *at, const char *label)
{
  return gram_at_do (at, "win.go-cases") && open_row (at, label) && gram_at_wait_text (at, WHY)
         && gram_at_wait_forbidden (at, "button", "_Uphold…", "laim")
         && gram_at_press (at, "button", "_Claim")
         && gram_at_wait_allowed (at, "button", "_Uphold…")
         && gram_at_press (at, "radio button", "Internal Note")
         && gram_at_write (at, "Internal note", NOTE) && gram_at_press (at, "button", "Keep _Note")
         && gram_at_wait_text (at, NOTE) && gram_at_press (at, "button", "_Ask…")
         && gram_at_wait (at, "dialog", NULL)
         && gram_at_write (at, "_What You Need to Know", QUESTION)
         && gram_at_press (at, "button", "_Ask") && gram_at_wait_gone (at, "dialog", NULL)
         && gram_at_wait_text (at, QUESTION);
}

static gboolean
answer (GramAt *at, const char *label, const char *path)
{
  return gram_at_do (at, "win.go-disputes") && open_row (at, label)
         && gram_at_wait_text (at, QUESTION) && gram_at_press (at, "button", "Add Files")
         && gram_at_choose_file (at, "Choose Evidence", path) && gram_at_wait_text (at, PAGE)
         && gram_at_write (at, "Answer", ANSWER) && gram_at_press (at, "button", "Send _Answer")
         && gram_at_wait_text (at, ANSWER);
}

/* What is seen before: the value, and what the account is credited with. */
static gboolean
uphold (GramAt *at)
{
  return gram_at_wait_text (at, ANSWER) && gram_at_wait_text (at, PAGE)
         && gram_at_press (at, "button", "_Uphold…") && gram_at_wait (at, NULL, "What Changes")
         && gram_at_wait (at, NULL, "Before") && gram_at_wait_text (at, CLAIMED " g/km")
         && gram_at_press (at, "button", "_Uphold") && gram_at_wait_gone (at, NULL, "What Changes");
}

static gboolean
accept_corrected (GramAt *at, const char *label)
{
  return open_vehicle (at, label) && gram_at_wait_text (at, CLAIMED)
         && gram_at_press (at, "button", "_Accept…") && gram_at_wait (at, NULL, "To Be Accepted")
         && gram_at_press (at, "button", "_Accept")
         && gram_at_wait_gone (at, NULL, "To Be Accepted") && close_vehicle (at)
         && gram_at_write (at, "Search vehicles", "") && e2e_wait_figure (at, "Accepted  ", 1);
}

static void
test_dispute (void)
{
  g_autoptr (E2eRegistry) registry = e2e_registry_new ("administrator");
  g_autofree char *account = e2e_registry_add_account (registry, E2E_OFFICER, HOLDER);
  g_autofree char *label = dup_vehicle ();
  g_autofree char *path = g_build_filename (registry->folder, PAGE, NULL);
  g_autoptr (GramAt) aroha = gram_at_new (NULL);
  g_autoptr (GramAt) mere = gram_at_new (NULL);
  g_autoptr (GError) error = NULL;

  e2e_registry_add_vehicles (registry, account);
  g_file_set_contents (path, "CO2 (combined): 98.7 g/km\n", -1, &error);
  g_assert_no_error (error);

  e2e_check (aroha,
             e2e_registry_open (registry, aroha, E2E_OFFICER) && open_dispute (aroha, label));
  e2e_check (mere,
             e2e_registry_open (registry, mere, E2E_ADMINISTRATOR) && claim_and_ask (mere, label));
  e2e_check (aroha, gram_at_wait_notification (aroha, label) && answer (aroha, label, path));
  g_assert_false (gram_at_has (aroha, NULL, NOTE));
  e2e_check (mere, uphold (mere));

  /* The officer reads it where they stand, and has the last word. */
  e2e_check (aroha, gram_at_wait_text (aroha, "You were right")
                        && gram_at_wait_text (aroha, "It Says Now") && gram_at_key (aroha, "Escape")
                        && gram_at_wait_gone (aroha, NULL, "It Says Now")
                        && accept_corrected (aroha, label));

  e2e_check (aroha, gram_at_quit (aroha));
  e2e_check (mere, gram_at_quit (mere));
  e2e_registry_verify (registry);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/e2e/cases/dispute", test_dispute);

  return g_test_run ();
}
