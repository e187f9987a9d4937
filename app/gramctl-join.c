/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-verbs.h"

#include "gram-queries-accounts.h"

#include <glib/gi18n-lib.h>

/* The code: a word of the command line, else GRAM_CODE, so that it need not be seen by others on the machine. */
static const char *
code_of (char **words)
{
  return words[1] != NULL ? words[1] : g_getenv ("GRAM_CODE");
}

/* Opens the registry and reads the password that the person chooses; in a practice registry only if it is @needed. */
static gboolean
begin (Gramctl *self, char **words, gboolean needed, char **password, GramctlExit *exit)
{
  if (self->registry_path == NULL)
    {
      *exit = gramctl_usage (_ ("name the registry with -r FILE"));
      return FALSE;
    }
  if (code_of (words) == NULL)
    {
      *exit = gramctl_usage (_ ("give the code after the e-mail address, or in GRAM_CODE"));
      return FALSE;
    }
  if (!gramctl_open (self, exit))
    return FALSE;
  *exit = GRAMCTL_USAGE;
  return (!needed && gram_registry_get_kind (self->registry) == GRAM_REGISTRY_PRACTICE)
         || gramctl_ask_password (TRUE, password);
}

static GramctlExit
told (Gramctl *self, GramOutcome outcome, GramRefusal *refusal, GError *error)
{
  if (outcome != GRAM_OUTCOME_DONE)
    return gramctl_no (refusal, error);
  gramctl_print (g_variant_new_parsed ("{'email': <%s>, 'name': <%s>}",
                                       gram_actor_get_email (self->actor),
                                       gram_actor_get_name (self->actor)));
  return GRAMCTL_DONE;
}

GramctlExit
gramctl_verb_join (Gramctl *self, char **words)
{
  g_autofree char *password = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramOutcome outcome;
  GramctlExit exit;

  if (self->name == NULL)
    return gramctl_usage (_ ("say your name with --name NAME"));
  if (!begin (self, words, FALSE, &password, &exit))
    return exit;
  outcome = gram_registry_join (self->registry, words[0], code_of (words), self->name, password,
                                &self->actor, &refusal, &error);
  return told (self, outcome, refusal, error);
}

GramctlExit
gramctl_verb_use_code (Gramctl *self, char **words)
{
  g_autofree char *password = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramOutcome outcome;
  GramctlExit exit;

  if (!begin (self, words, TRUE, &password, &exit))
    return exit;
  outcome = gram_registry_use_code (self->registry, words[0], code_of (words), password,
                                    &self->actor, &refusal, &error);
  return told (self, outcome, refusal, error);
}

GramctlExit
gramctl_verb_confirm (Gramctl *self, char **words)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gboolean yes;

  if (!gramctl_sign_in (self, &exit))
    return exit;
  if (gram_registry_confirm_holder (self->registry, self->actor, words[0], words[1], &yes, &refusal,
                                    &error)
      != GRAM_OUTCOME_DONE)
    return gramctl_no (refusal, error);
  gramctl_print (g_variant_new_parsed ("{'confirmed': <%b>}", yes));
  return GRAMCTL_DONE;
}
