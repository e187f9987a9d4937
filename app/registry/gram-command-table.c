/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handlers.h"

#include <glib/gi18n-lib.h>

#define ALL_KINDS                                                                                  \
  (1u << GRAM_REGISTRY_ADMINISTRATOR | 1u << GRAM_REGISTRY_OWN | 1u << GRAM_REGISTRY_PRACTICE)
#define NOT_CLOSED                                                                                 \
  (GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED | GRAM_ACCOUNT_CLOSING)

#define REQUIRED GRAM_ARGUMENT_REQUIRED
#define OPTIONAL GRAM_ARGUMENT_OPTIONAL

/* Every command on an account names it first. */
#define ACCOUNT { "account", "s", REQUIRED, N_ ("Number of the account") }
#define END { NULL, NULL, 0, NULL }

static const GramArgument registry_create[] = {
  { "kind", "s", REQUIRED, N_ ("administrator, own or practice; never changes") },
  { "title", "s", REQUIRED, N_ ("What the registry is called") },
  { "email", "s", REQUIRED, N_ ("E-mail of the first person, its administrator") },
  { "name", "s", REQUIRED, N_ ("Name of the first person") },
  { "password", "s", GRAM_ARGUMENT_SECRET, N_ ("Password of the first person") },
  { "practice-today", "s", OPTIONAL, N_ ("Fixed date of a practice registry") },
  { "rulebook-folder", "s", GRAM_ARGUMENT_FILE, N_ ("Folder of the rulebooks to publish") },
  END,
};

static const GramArgument session_open[] = { END };

static const GramArgument session_refuse[] = {
  { "email", "s", REQUIRED, N_ ("E-mail of the person") },
  END,
};

static const GramArgument user_create[] = {
  { "email", "s", REQUIRED, N_ ("E-mail; the person signs in with it") },
  { "name", "s", REQUIRED, N_ ("Name") },
  { "role", "s", REQUIRED, N_ ("officer, reader, case-handler, decision-maker or administrator") },
  { "password", "s", GRAM_ARGUMENT_SECRET,
    N_ ("First password; a practice registry does without") },
  END,
};

static const GramArgument rulebook_publish[] = {
  { "content", "s", OPTIONAL, N_ ("The rulebook as JSON text") },
  { "file", "s", GRAM_ARGUMENT_FILE, N_ ("Or a file that holds it") },
  END,
};

static const GramArgument account_open[] = {
  { "kind", "s", REQUIRED, N_ ("ccs-used, ccs-new or ccts") },
  { "holder", "s", REQUIRED, N_ ("Name of the holder") },
  { "contact-name", "s", REQUIRED, N_ ("Name of the contact") },
  { "contact-email", "s", REQUIRED, N_ ("E-mail of the contact") },
  { "contact-phone", "s", OPTIONAL, N_ ("Telephone of the contact") },
  { "address", "s", OPTIONAL, N_ ("Postal address") },
  { "owner", "s", OPTIONAL, N_ ("E-mail of the owner, if another person opens the account") },
  { "switches", "as", OPTIONAL, N_ ("Auto-accept: credit, charge; none is off") },
  END,
};

static const GramArgument account_edit[] = {
  ACCOUNT,
  { "holder", "s", OPTIONAL, N_ ("Name of the holder") },
  { "contact-name", "s", OPTIONAL, N_ ("Name of the contact") },
  { "contact-email", "s", OPTIONAL, N_ ("E-mail of the contact") },
  { "contact-phone", "s", OPTIONAL, N_ ("Telephone of the contact") },
  { "address", "s", OPTIONAL, N_ ("Postal address") },
  { "version", "x", OPTIONAL, N_ ("Version that was edited; refused if there is a newer one") },
  END,
};

static const GramArgument account_set_auto_accept[] = {
  ACCOUNT,
  { "switches", "as", REQUIRED, N_ ("credit, charge; none is off") },
  { "include-waiting", "b", OPTIONAL, N_ ("Accept those that wait already, too") },
  END,
};

static const GramArgument vehicle_import[] = {
  ACCOUNT,
  { "file", "s", REQUIRED | GRAM_ARGUMENT_FILE, N_ ("The file: CSV or JSON Lines") },
  { "preset", "s", OPTIONAL, N_ ("gram, eea or nz-mvr; found out from the header if left out") },
  { "mapping", "s", OPTIONAL, N_ ("Or a mapping of columns, as JSON text") },
  { "format", "s", OPTIONAL, N_ ("csv or jsonl") },
  { "encoding", "s", OPTIONAL, N_ ("utf-8, utf-16le, utf-16be or windows-1252") },
  { "delimiter", "s", OPTIONAL, N_ ("comma, semicolon or tab") },
  { "date-order", "s", OPTIONAL, N_ ("How the file writes dates; never guessed") },
  { "decimal", "s", OPTIONAL, N_ ("point or comma") },
  { "status", "s", OPTIONAL, N_ ("Status of vehicles whose row has none: entered or ready") },
  { "sha256", "s", OPTIONAL,
    N_ ("Digest of the file that the dry run read; refused if it is another") },
  { "skip-rejected", "b", OPTIONAL, N_ ("Bring in the others if rows are rejected") },
  END,
};

static const GramArgument vehicle_enter[] = {
  ACCOUNT,
  { "vin", "s", OPTIONAL, N_ ("VIN") },
  { "chassis", "s", OPTIONAL, N_ ("Chassis or frame number; one of the two is needed") },
  { "make", "s", OPTIONAL, N_ ("Make") },
  { "model", "s", OPTIONAL, N_ ("Model") },
  { "variant", "s", OPTIONAL, N_ ("Submodel, or type, variant and version") },
  { "class", "s", OPTIONAL, N_ ("Class: MA, MB, MC, NA, MD1, M1") },
  { "type", "s", OPTIONAL, N_ ("A or B (CCS)") },
  { "made-year", "x", OPTIONAL, N_ ("Year of manufacture") },
  { "fuel", "s", OPTIONAL, N_ ("Fuel or motive power") },
  { "engine-cc", "x", OPTIONAL, N_ ("Engine capacity, cm³") },
  { "mass-kg", "x", OPTIONAL, N_ ("Weight, kg") },
  { "test-cycle", "s", OPTIONAL, N_ ("Test cycle of the CO₂ value") },
  { "co2-source", "s", OPTIONAL, N_ ("Where the CO₂ value comes from") },
  { "co2-g-km", "s", OPTIONAL, N_ ("CO₂ value, g/km, a decimal") },
  { "saving-g-km", "s", OPTIONAL, N_ ("Eco-innovation savings, g/km, a decimal") },
  { "corrected-g-km", "s", OPTIONAL, N_ ("Corrected CO₂ value, g/km, a decimal") },
  { "eco-codes", "s", OPTIONAL, N_ ("Eco-innovation codes") },
  { "registered-on", "s", OPTIONAL, N_ ("Date of first registration, ISO") },
  END,
};

static const GramArgument vehicle_mark_ready[] = {
  ACCOUNT,
  { "vehicles", "ax|as", OPTIONAL, N_ ("Vehicles: ids, or VINs and chassis numbers") },
  { "filter", "a{sv}", OPTIONAL, N_ ("Or all that match: statuses, attentions, search") },
  END,
};

static const GramArgument vehicle_accept[] = {
  ACCOUNT,
  { "vehicles", "ax|as", OPTIONAL, N_ ("Vehicles: ids, or VINs and chassis numbers") },
  { "filter", "a{sv}", OPTIONAL, N_ ("Or all that match: statuses, attentions, search") },
  { "skip", "b", OPTIONAL, N_ ("Leave out those that cannot be accepted; a filter always does") },
  END,
};

/*
 * Who may do what, in which registry and in which state of the account. What is not said is refused. The order of the
 * checks stands in gram-check.h.
 */
static const GramCommand commands[] = {
  {
      .name = "registry.create",
      .summary = N_ ("Makes the registry, its first person and its rulebooks"),
      .kinds = ALL_KINDS,
      .internal = TRUE,
      .arguments = registry_create,
      .handler = gram_setup_registry_create,
  },
  {
      .name = "session.open",
      .summary = N_ ("A person signed in"),
      .kinds = ALL_KINDS,
      .internal = TRUE,
      .arguments = session_open,
      .handler = gram_persons_session_open,
  },
  {
      .name = "session.refuse",
      .summary = N_ ("Somebody tried to sign in with a wrong password"),
      .kinds = ALL_KINDS,
      .internal = TRUE,
      .arguments = session_refuse,
      .handler = gram_persons_session_refuse,
  },
  {
      .name = "user.create",
      .summary = N_ ("Adds a person to the registry"),
      .kinds = ALL_KINDS,
      .roles = GRAM_ROLE_ADMINISTRATOR,
      .arguments = user_create,
      .handler = gram_persons_user_create,
  },
  {
      .name = "rulebook.publish",
      .summary = N_ ("Publishes a dated rulebook; it supersedes earlier ones, none is edited"),
      .kinds = ALL_KINDS,
      .roles = GRAM_ROLE_ADMINISTRATOR,
      .arguments = rulebook_publish,
      .handler = gram_rulebooks_publish,
  },
  {
      .name = "account.open",
      .summary = N_ ("Opens an account and issues its number"),
      .article = "CCS s 186",
      .kinds = ALL_KINDS,
      .roles = GRAM_ROLE_ADMINISTRATOR | GRAM_ROLE_OFFICER,
      .arguments = account_open,
      .handler = gram_accounts_open,
  },
  {
      .name = "account.edit",
      .summary = N_ ("Changes the holder’s name, contact or address"),
      .kinds = ALL_KINDS,
      .permission = GRAM_PERMISSION_EDIT,
      .needs_account = TRUE,
      .account_states = NOT_CLOSED,
      .arguments = account_edit,
      .handler = gram_accounts_edit,
  },
  {
      .name = "account.set-auto-accept",
      .summary = N_ ("Switches auto-accept on or off"),
      .kinds = ALL_KINDS,
      .owner_only = TRUE,
      .needs_account = TRUE,
      .account_states = NOT_CLOSED,
      .arguments = account_set_auto_accept,
      .handler = gram_accounts_set_auto_accept,
  },
  {
      .name = "vehicle.import",
      .summary = N_ ("Brings a register file into an account"),
      .kinds = ALL_KINDS,
      .roles = GRAM_ROLE_ADMINISTRATOR,
      .own_permission = GRAM_PERMISSION_ACCEPT,
      .needs_account = TRUE,
      .account_states = NOT_CLOSED,
      .arguments = vehicle_import,
      .handler = gram_imports_import,
  },
  {
      .name = "vehicle.enter",
      .summary = N_ ("Enters one vehicle into an account"),
      .kinds = ALL_KINDS,
      .roles = GRAM_ROLE_ADMINISTRATOR,
      .own_permission = GRAM_PERMISSION_ACCEPT,
      .needs_account = TRUE,
      .account_states = NOT_CLOSED,
      .arguments = vehicle_enter,
      .handler = gram_vehicles_enter,
  },
  {
      .name = "vehicle.mark-ready",
      .summary = N_ ("Records that compliance or pre-delivery inspection is done"),
      .kinds = ALL_KINDS,
      .roles = GRAM_ROLE_ADMINISTRATOR,
      .own_permission = GRAM_PERMISSION_ACCEPT,
      .needs_account = TRUE,
      .account_states = NOT_CLOSED,
      .arguments = vehicle_mark_ready,
      .handler = gram_vehicles_mark_ready,
  },
  {
      .name = "vehicle.accept",
      .summary = N_ ("Accepts vehicles as the holder’s, with correct details"),
      .kinds = ALL_KINDS,
      .permission = GRAM_PERMISSION_ACCEPT,
      .needs_account = TRUE,
      .account_states = GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_BLOCKED,
      .arguments = vehicle_accept,
      .handler = gram_vehicles_accept,
  },
};

const GramCommand *
gram_command_table (gsize *n_commands)
{
  g_return_val_if_fail (n_commands != NULL, NULL);

  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

const GramCommand *
gram_command_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}
