/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-registry-private.h"

#include "gram-password.h"
#include "gram-persons.h"

#include <glib/gi18n-lib.h>

static GramOutcome
refuse_wrong (GramRefusal **refusal)
{
  /* One text, so that nobody learns which e-mails are known here. */
  gram_refuse (refusal, "session.wrong", NULL, _ ("The e-mail or the password is wrong"));
  return GRAM_OUTCOME_REFUSED;
}

/* A wrong try is counted on disk, so that starting anew is no way round the wait. */
static GramOutcome
count_wrong_try (GramRegistry *self,
                 const GramPersonRecord *person,
                 GramRefusal **refusal,
                 GError **error)
{
  GramSender sender = { .internal = TRUE };
  g_autoptr (GVariant) arguments
      = g_variant_ref_sink (g_variant_new_parsed ("{'email': <%s>}", person->email));
  GramOutcome outcome
      = _gram_registry_send (self, &sender, "session.refuse", arguments, NULL, NULL, error);

  return outcome == GRAM_OUTCOME_FAILED ? outcome : refuse_wrong (refusal);
}

/*
 * The journal notes who signs in. While another process writes for long it cannot; who knows the password may look
 * around all the same, and each command will ask again who they are.
 */
static GramOutcome
note_sign_in (GramRegistry *self, GramActor *actor, GramRefusal **refusal, GError **error)
{
  g_autoptr (GVariant) arguments = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
  g_autoptr (GError) problem = NULL;
  GramSender sender = { .internal = TRUE, .actor = actor };
  GramOutcome outcome
      = _gram_registry_send (self, &sender, "session.open", arguments, NULL, refusal, &problem);

  if (outcome != GRAM_OUTCOME_FAILED)
    return outcome;
  if (g_error_matches (problem, GRAM_STORE_ERROR, GRAM_STORE_ERROR_BUSY))
    return GRAM_OUTCOME_DONE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return GRAM_OUTCOME_FAILED;
}

GramOutcome
gram_registry_sign_in (GramRegistry *self,
                       const char *email,
                       const char *password,
                       GramActor **actor,
                       GramRefusal **refusal,
                       GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramActor) signed_in = NULL;
  g_autofree char *stripped = NULL;
  g_autofree char *normal = NULL;
  gboolean practice;
  GramOutcome outcome;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (email != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);

  stripped = g_strstrip (g_strdup (email));
  normal = g_utf8_strdown (stripped, -1);
  practice = self->record->kind == GRAM_REGISTRY_PRACTICE;
  if (!gram_person_table_get_by_email (self->store, normal, &person, error))
    return GRAM_OUTCOME_FAILED;

  if (person != NULL && !practice && !gram_persons_check_wait (self, person, refusal))
    return GRAM_OUTCOME_REFUSED;
  if (!practice && !gram_password_verify (password, person != NULL ? person->password_hash : NULL))
    return person != NULL ? count_wrong_try (self, person, refusal, error) : refuse_wrong (refusal);
  if (person == NULL)
    return refuse_wrong (refusal);

  signed_in = _gram_actor_new (person);
  outcome = note_sign_in (self, signed_in, refusal, error);
  if (outcome == GRAM_OUTCOME_DONE)
    *actor = g_steal_pointer (&signed_in);
  return outcome;
}
