/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments.h"

#include "gram-argument-words.h"

const GramArgument gram_arguments_registry_create[] = {
  { "kind", "s", REQUIRED, N_ ("administrator, own or practice; never changes") },
  { "title", "s", REQUIRED, N_ ("What the registry is called") },
  { "email", "s", REQUIRED, N_ ("E-mail of the first person, its administrator") },
  { "name", "s", REQUIRED, N_ ("Name of the first person") },
  { "password", "s", GRAM_ARGUMENT_SECRET, N_ ("Password of the first person") },
  { "practice-today", "s", OPTIONAL, N_ ("Fixed date of a practice registry") },
  { "rulebook-folder", "s", GRAM_ARGUMENT_FILE, N_ ("Folder of the rulebooks to publish") },
  END,
};

const GramArgument gram_arguments_none[] = { END };

const GramArgument gram_arguments_account[] = { ACCOUNT, END };

const GramArgument gram_arguments_account_person[] = { ACCOUNT, PERSON, END };

const GramArgument gram_arguments_decision[] = { ACCOUNT, REASON, REFERENCE, END };

const GramArgument gram_arguments_session_refuse[] = {
  { "email", "s", REQUIRED, N_ ("E-mail of the person") },
  END,
};

const GramArgument gram_arguments_user_create[] = {
  { "email", "s", REQUIRED, N_ ("E-mail; the person signs in with it") },
  { "name", "s", REQUIRED, N_ ("Name") },
  { "role", "s", REQUIRED, N_ ("officer, reader, case-handler, decision-maker or administrator") },
  { "password", "s", GRAM_ARGUMENT_SECRET,
    N_ ("First password; a practice registry does without") },
  END,
};

const GramArgument gram_arguments_user_set_role[] = {
  PERSON,
  { "role", "s", REQUIRED, N_ ("officer, reader, case-handler, decision-maker or administrator") },
  END,
};

const GramArgument gram_arguments_person[] = { PERSON, END };

const GramArgument gram_arguments_user_change_password[] = {
  { "new-password", "s", REQUIRED | SECRET, N_ ("The new password") },
  END,
};

const GramArgument gram_arguments_user_use_code[] = {
  { "email", "s", REQUIRED, N_ ("E-mail of the person") },
  { "code", "s", REQUIRED | SECRET, N_ ("One-time code that the administrator gave") },
  { "password", "s", REQUIRED | SECRET, N_ ("The new password") },
  END,
};

const GramArgument gram_arguments_invitation_create[] = {
  ACCOUNT,
  { "email", "s", REQUIRED, N_ ("E-mail of the invited person; only they can use it") },
  PERMISSIONS,
  END,
};

const GramArgument gram_arguments_invitation[] = { ACCOUNT, INVITATION, END };

const GramArgument gram_arguments_invitation_accept[] = {
  { "code", "s", REQUIRED | SECRET, N_ ("Code of the invitation") },
  END,
};

const GramArgument gram_arguments_invitation_join[] = {
  { "email", "s", REQUIRED, N_ ("E-mail that the invitation names") },
  { "code", "s", REQUIRED | SECRET, N_ ("Code of the invitation") },
  { "name", "s", REQUIRED, N_ ("Name") },
  { "password", "s", SECRET, N_ ("Password; a practice registry does without") },
  END,
};

const GramArgument gram_arguments_member_set_permissions[] = {
  ACCOUNT,
  PERSON,
  PERMISSIONS,
  { "was", "as", OPTIONAL,
    N_ ("Permissions that were changed; refused if they are others by now") },
  END,
};

const GramArgument gram_arguments_request_approve[] = { ACCOUNT, REQUEST, END };

const GramArgument gram_arguments_request_decline[] = { ACCOUNT, REQUEST, REASON, END };

const GramArgument gram_arguments_request_withdraw[] = {
  ACCOUNT,
  REQUEST,
  { "reason", "s", OPTIONAL, N_ ("Reason, in a sentence") },
  END,
};

const GramArgument gram_arguments_account_set_four_eyes[] = {
  ACCOUNT,
  { "acts", "as", REQUIRED, N_ ("transfer, surrender, closing; none is off") },
  END,
};

const GramArgument gram_arguments_rulebook_publish[] = {
  { "content", "s", OPTIONAL, N_ ("The rulebook as JSON text") },
  { "file", "s", GRAM_ARGUMENT_FILE, N_ ("Or a file that holds it") },
  END,
};

const GramArgument gram_arguments_account_open[] = {
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

const GramArgument gram_arguments_account_edit[] = {
  ACCOUNT,
  { "holder", "s", OPTIONAL, N_ ("Name of the holder") },
  { "contact-name", "s", OPTIONAL, N_ ("Name of the contact") },
  { "contact-email", "s", OPTIONAL, N_ ("E-mail of the contact") },
  { "contact-phone", "s", OPTIONAL, N_ ("Telephone of the contact") },
  { "address", "s", OPTIONAL, N_ ("Postal address") },
  { "version", "x", OPTIONAL, N_ ("Version that was edited; refused if there is a newer one") },
  END,
};

const GramArgument gram_arguments_account_set_auto_accept[] = {
  ACCOUNT,
  { "switches", "as", REQUIRED, N_ ("credit, charge; none is off") },
  { "include-waiting", "b", OPTIONAL, N_ ("Accept those that wait already, too") },
  END,
};

const GramArgument gram_arguments_vehicle_import[] = {
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

const GramArgument gram_arguments_vehicle_enter[] = {
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
  { "zero-emission", "b", OPTIONAL, N_ ("It meets the zero-emission conditions (CCTS)") },
  { "excluded", "s", OPTIONAL, N_ ("Outside the standard: a reason of the rulebook (CCS)") },
  { "registered-on", "s", OPTIONAL, N_ ("Date of first registration, ISO") },
  END,
};

const GramArgument gram_arguments_vehicle_mark_ready[] = {
  ACCOUNT,
  { "vehicles", "ax|as", OPTIONAL, N_ ("Vehicles: ids, or VINs and chassis numbers") },
  { "filter", "a{sv}", OPTIONAL, N_ ("Or all that match: statuses, attentions, search") },
  END,
};

const GramArgument gram_arguments_vehicle_accept[] = {
  ACCOUNT,
  { "vehicles", "ax|as", OPTIONAL, N_ ("Vehicles: ids, or VINs and chassis numbers") },
  { "filter", "a{sv}", OPTIONAL, N_ ("Or all that match: statuses, attentions, search") },
  { "skip", "b", OPTIONAL, N_ ("Leave out those that cannot be accepted; a filter always does") },
  { "credits", "s", OPTIONAL,
    N_ ("What pays the charge: none (money, as without it), oldest credits first, or chosen") },
  { "credit-years", "as", OPTIONAL, N_ ("With chosen: credits by year of origin like 2025=15.55") },
  { "expect", "s", OPTIONAL,
    N_ ("Digest of the bill that was looked at; refused if it is another by now") },
  END,
};
