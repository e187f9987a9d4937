/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-registry-private.h"

#include "gram-password.h"
#include "gram-persons.h"
#include "gram-signature.h"

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
  if (!gram_persons_count_wrong_try (self, person->email, error))
    return GRAM_OUTCOME_FAILED;
  return refuse_wrong (refusal);
}

/* Only who knows the password learns that it is not enough any more. */
static GramOutcome
refuse_removed (GramRefusal **refusal)
{
  gram_refuse (refusal, "session.removed", NULL,
               _ ("You were removed from this registry; ask its administrator"));
  return GRAM_OUTCOME_REFUSED;
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
  g_autofree char *normal = NULL;
  gboolean practice;
  GramOutcome outcome;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (email != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);

  normal = gram_persons_dup_email (email);
  practice = self->record->kind == GRAM_REGISTRY_PRACTICE;
  if (!gram_person_table_get_by_email (self->store, normal, &person, error))
    return GRAM_OUTCOME_FAILED;

  if (person != NULL && !practice && !gram_persons_check_wait (self, person, refusal))
    return GRAM_OUTCOME_REFUSED;
  if (!practice && !gram_password_verify (password, person != NULL ? person->password_hash : NULL))
    return person != NULL ? count_wrong_try (self, person, refusal, error) : refuse_wrong (refusal);
  if (person == NULL)
    return refuse_wrong (refusal);
  if (!person->active)
    return refuse_removed (refusal);

  signed_in = _gram_actor_new (person);
  outcome = note_sign_in (self, signed_in, refusal, error);
  if (outcome == GRAM_OUTCOME_DONE)
    *actor = g_steal_pointer (&signed_in);
  return outcome;
}

/* Sends one of the program's own commands, then signs the person in. */
static GramOutcome
send_and_sign_in (GramRegistry *self,
                  const char *command,
                  GVariant *arguments,
                  const char *email,
                  GramActor **actor,
                  GramRefusal **refusal,
                  GError **error)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (arguments);
  g_autofree char *normal = gram_persons_dup_email (email);
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramActor) signed_in = NULL;
  GramSender sender = { .internal = TRUE };
  GramOutcome outcome = _gram_registry_send (self, &sender, command, sunk, NULL, refusal, error);

  if (outcome != GRAM_OUTCOME_DONE)
    return outcome;
  if (!gram_person_table_get_by_email (self->store, normal, &person, error))
    return GRAM_OUTCOME_FAILED;
  signed_in = _gram_actor_new (person);
  outcome = note_sign_in (self, signed_in, refusal, error);
  if (outcome == GRAM_OUTCOME_DONE)
    *actor = g_steal_pointer (&signed_in);
  return outcome;
}

static GVariant *
texts (const char *const *names_and_values)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  for (const char *const *at = names_and_values; *at != NULL; at += 2)
    if (at[1] != NULL)
      g_variant_dict_insert (&dict, at[0], "s", at[1]);
  return g_variant_dict_end (&dict);
}

GramOutcome
gram_registry_join (GramRegistry *self,
                    const char *email,
                    const char *code,
                    const char *name,
                    const char *password,
                    GramActor **actor,
                    GramRefusal **refusal,
                    GError **error)
{
  /* A pair whose value is not there is left out. */
  const char *const arguments[]
      = { "email", email, "code", code, "name", name, "password", password, NULL };

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (email != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (code != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (name != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);

  return send_and_sign_in (self, "invitation.join", texts (arguments), email, actor, refusal,
                           error);
}

GramOutcome
gram_registry_use_code (GramRegistry *self,
                        const char *email,
                        const char *code,
                        const char *new_password,
                        GramActor **actor,
                        GramRefusal **refusal,
                        GError **error)
{
  const char *const arguments[] = { "email", email, "code", code, "password", new_password, NULL };
  g_autofree char *normal = NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramRefusal) no = NULL;
  GramOutcome outcome;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (email != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (code != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (new_password != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);

  normal = gram_persons_dup_email (email);
  if (!gram_person_table_get_by_email (self->store, normal, &person, error))
    return GRAM_OUTCOME_FAILED;
  if (person != NULL && !gram_persons_check_wait (self, person, refusal))
    return GRAM_OUTCOME_REFUSED;

  outcome = send_and_sign_in (self, "user.use-code", texts (arguments), email, actor, &no, error);
  /* A wrong code is a wrong try, as a wrong password is. */
  if (no != NULL && person != NULL && g_str_equal (no->id, "session.code")
      && !gram_persons_count_wrong_try (self, normal, error))
    return GRAM_OUTCOME_FAILED;
  if (refusal != NULL)
    *refusal = g_steal_pointer (&no);
  return outcome;
}

GramOutcome
gram_registry_check_password (GramRegistry *self,
                              GramActor *actor,
                              const char *password,
                              GramRefusal **refusal,
                              GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  GramOutcome outcome;

  g_return_val_if_fail (self != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (actor != NULL, GRAM_OUTCOME_FAILED);

  if (!gram_person_table_get (self->store, actor->person_id, &person, error))
    return GRAM_OUTCOME_FAILED;
  if (person == NULL || !person->active)
    return refuse_removed (refusal);
  outcome = _gram_signature_check (self, person, password, refusal, error);
  if (outcome != GRAM_OUTCOME_DONE || person->failed_tries == 0)
    return outcome;
  /* As a sign-in does, it ends the count of wrong tries. */
  return note_sign_in (self, actor, refusal, error);
}
