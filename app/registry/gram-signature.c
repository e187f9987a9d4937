/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-signature.h"

#include "gram-check.h"
#include "gram-identifier.h"
#include "gram-password.h"
#include "gram-persons.h"
#include "gram-queries-private.h"

#include <glib/gi18n-lib.h>

GramOutcome
_gram_signature_check (GramRegistry *registry,
                       const GramPersonRecord *person,
                       const char *password,
                       GramRefusal **refusal,
                       GError **error)
{
  if (gram_registry_get_kind (registry) == GRAM_REGISTRY_PRACTICE)
    return GRAM_OUTCOME_DONE;
  if (!gram_persons_check_wait (registry, person, refusal))
    return GRAM_OUTCOME_REFUSED;
  if (gram_password_verify (password, person->password_hash))
    return GRAM_OUTCOME_DONE;

  if (!gram_persons_count_wrong_try (registry, person->email, error))
    return GRAM_OUTCOME_FAILED;
  gram_refuse (refusal, "session.password", NULL,
               _ ("The password is wrong; type the one that you sign in with"));
  return GRAM_OUTCOME_REFUSED;
}

/* Rights before the password: nobody needs to sign what they may not do. Not if it was done before: see replay(). */
static gboolean
check_rights (GramRegistry *registry,
              const GramSender *sender,
              const GramCommand *command,
              GVariant *arguments,
              const GramPersonRecord *person,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramJournalEntry) earlier = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  const char *number = NULL;
  char digits[GRAM_ACCOUNT_NUMBER_BUFFER];

  if (sender->request_id != NULL
      && !gram_journal_find_request (registry->store, sender->request_id, &earlier, error))
    return FALSE;
  if (earlier != NULL && person != NULL && earlier->person_id == person->id)
    return TRUE;
  if (command->needs_account && g_variant_lookup (arguments, "account", "&s", &number)
      && gram_account_number_parse (number, digits, NULL)
      && !gram_account_table_get_by_number (registry->store, digits, &account, error))
    return FALSE;
  return _gram_check_allowed (registry, command, person, account, refusal, error);
}

GramOutcome
_gram_signature_of_command (GramRegistry *registry,
                            const GramSender *sender,
                            const GramCommand *command,
                            GVariant *arguments,
                            char **hash,
                            GramRefusal **refusal,
                            GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramRefusal) no = NULL;
  const char *password = NULL;
  GramOutcome outcome;
  gboolean allowed;

  *hash = NULL;
  if (!command->signs || sender->internal
      || gram_registry_get_kind (registry) == GRAM_REGISTRY_PRACTICE)
    return GRAM_OUTCOME_DONE;
  if (!g_variant_lookup (arguments, "password", "&s", &password))
    {
      gram_refuse (refusal, "argument.missing", NULL,
                   _ ("%s is signed: it needs the argument “password”, the password that you "
                      "sign in with"),
                   command->name);
      return GRAM_OUTCOME_REFUSED;
    }

  if (!gram_person_table_get (registry->store, sender->actor->person_id, &person, error))
    return GRAM_OUTCOME_FAILED;
  allowed = check_rights (registry, sender, command, arguments, person, &no, error);
  outcome = _gram_queries_outcome (allowed, no);
  if (outcome == GRAM_OUTCOME_DONE)
    outcome = _gram_signature_check (registry, person, password, &no, error);
  if (outcome == GRAM_OUTCOME_DONE)
    *hash = g_strdup (person->password_hash);
  if (no != NULL && refusal != NULL)
    *refusal = g_steal_pointer (&no);
  return outcome;
}
