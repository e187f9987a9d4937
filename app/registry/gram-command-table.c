/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments.h"
#include "gram-handlers.h"

#include <glib/gi18n-lib.h>

#define ALL_KINDS                                                                                  \
  (1u << GRAM_REGISTRY_ADMINISTRATOR | 1u << GRAM_REGISTRY_OWN | 1u << GRAM_REGISTRY_PRACTICE)
#define NOT_CLOSED                                                                                 \
  (GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED | GRAM_ACCOUNT_CLOSING)

/* Who sends it: A administrator, C case handler, D decision maker, O officer; a member with the permission; the owner. */
#define A GRAM_ROLE_ADMINISTRATOR
#define C GRAM_ROLE_CASE_HANDLER
#define D GRAM_ROLE_DECISION_MAKER
#define O GRAM_ROLE_OFFICER
#define ANYBODY (A | C | D | O | GRAM_ROLE_READER)
#define PROGRAM .internal = TRUE
#define ROLES(roles_) .roles = (roles_)
#define MEMBERS(permission_) .permission = GRAM_PERMISSION_##permission_
#define OWN_MEMBERS(permission_) .own_permission = GRAM_PERMISSION_##permission_
#define OWNER .owner_only = TRUE

/* On which account it starts: in the states that have an effect, by the rulebook in force; or in these states. */
#define ON_EFFECT(effect_) .needs_account = TRUE, .effect = GRAM_EFFECT_##effect_
#define ON_STATES(states_) .needs_account = TRUE, .account_states = (states_)
#define SCHEME(scheme_) .schemes = 1u << GRAM_SCHEME_##scheme_

/* What it is. */
#define ACT(act_) .act = GRAM_ACT_##act_
#define SIGNED .signs = TRUE
#define DECISION .decision = TRUE
#define DOES(handler_, arguments_)                                                                 \
  .arguments = gram_arguments_##arguments_, .handler = gram_##handler_
#define CHECKS(check_) .check = gram_##check_

/*
 * Who may do what, in which registry and in which state of the account. What is not said is refused. The order of the
 * checks stands in gram-check.h. A row: name, summary, article, kinds of registry, who, on which account, what it is,
 * handler and arguments.
 */
static const GramCommand commands[] = {
  { "registry.create", N_ ("Makes the registry, its first person and its rulebooks"), NULL,
    ALL_KINDS, PROGRAM, DOES (setup_registry_create, registry_create) },

  /* Sessions and persons */
  { "session.open", N_ ("A person signed in"), NULL, ALL_KINDS, PROGRAM,
    DOES (persons_session_open, none) },
  { "session.refuse", N_ ("Somebody tried to sign in with a wrong password"), NULL, ALL_KINDS,
    PROGRAM, DOES (persons_session_refuse, session_refuse) },
  { "user.create", N_ ("Adds a person to the registry"), NULL, ALL_KINDS, ROLES (A),
    DOES (persons_user_create, user_create) },

  /* Rulebooks */
  { "rulebook.publish",
    N_ ("Publishes a dated rulebook; it supersedes earlier ones, none is edited"), NULL, ALL_KINDS,
    ROLES (A), DOES (rulebooks_publish, rulebook_publish) },

  /* Accounts */
  { "account.open", N_ ("Opens an account and issues its number"), "CCS s 186", ALL_KINDS,
    ROLES (A | O), DOES (accounts_open, account_open) },
  { "account.edit", N_ ("Changes the holder’s name, contact or address"), NULL, ALL_KINDS,
    MEMBERS (EDIT), ON_STATES (NOT_CLOSED), DOES (accounts_edit, account_edit) },
  { "account.set-auto-accept", N_ ("Switches auto-accept on or off"), NULL, ALL_KINDS, OWNER,
    ON_STATES (NOT_CLOSED), DOES (accounts_set_auto_accept, account_set_auto_accept) },

  /* Vehicles */
  { "vehicle.import", N_ ("Brings a register file into an account"), NULL, ALL_KINDS, ROLES (A),
    OWN_MEMBERS (ACCEPT), ON_STATES (NOT_CLOSED), DOES (imports_import, vehicle_import) },
  { "vehicle.enter", N_ ("Enters one vehicle into an account"), NULL, ALL_KINDS, ROLES (A),
    OWN_MEMBERS (ACCEPT), ON_STATES (NOT_CLOSED), DOES (vehicles_enter, vehicle_enter) },
  { "vehicle.mark-ready", N_ ("Records that compliance or pre-delivery inspection is done"), NULL,
    ALL_KINDS, ROLES (A), OWN_MEMBERS (ACCEPT), ON_STATES (NOT_CLOSED),
    DOES (vehicles_mark_ready, vehicle_mark_ready) },
  { "vehicle.accept", N_ ("Accepts vehicles as the holder’s, with correct details"), NULL,
    ALL_KINDS, MEMBERS (ACCEPT), ON_STATES (GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_BLOCKED),
    DOES (vehicles_accept, vehicle_accept) },
};

/* What `password` says of a command that is signed. */
static const GramArgument signature
    = { "password", "s", GRAM_ARGUMENT_SECRET,
        N_ ("Password of the person, who signs with it; a practice registry does without") };

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

const GramArgument *
gram_command_next_argument (const GramCommand *command, const GramArgument *previous)
{
  const GramArgument *next;

  g_return_val_if_fail (command != NULL, NULL);

  next = previous == NULL ? command->arguments : previous + 1;
  if (previous == &signature)
    return NULL;
  if (next->name != NULL)
    return next;
  return command->signs ? &signature : NULL;
}
