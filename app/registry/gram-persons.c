/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-persons.h"

#include "gram-handlers.h"
#include "gram-password.h"
#include "gram-texts.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define LONGEST_WAIT G_TIME_SPAN_HOUR

static const GramText email_rule
    = { .name = "email", .title = N_ ("E-mail"), .max_length = 200, .needed = TRUE, .email = TRUE };
static const GramText name_rule
    = { .name = "name", .title = N_ ("Name"), .max_length = 100, .needed = TRUE };

gint64
gram_persons_wait_after (int failed_tries)
{
  int doublings = failed_tries - GRAM_SIGN_IN_TRIES;

  if (doublings < 0)
    return 0;
  return MIN (G_TIME_SPAN_MINUTE << MIN (doublings, 6), LONGEST_WAIT);
}

gboolean
gram_persons_check_wait (GramRegistry *registry,
                         const GramPersonRecord *person,
                         GramRefusal **refusal)
{
  gint64 wait = person->locked_until - _gram_registry_clock (registry);
  gint64 minutes = (wait + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE;

  if (wait <= 0)
    return TRUE;
  return gram_refuse (refusal, "session.wait", NULL,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "Too many wrong passwords; try again in %" PRId64 " minute",
                                   "Too many wrong passwords; try again in %" PRId64 " minutes",
                                   (gulong)minutes),
                      minutes);
}

gboolean
gram_persons_fill (GramCall *call,
                   GramRegistryKind kind,
                   GramPersonRecord *person,
                   GramRefusal **refusal,
                   GError **error)
{
  const char *password = gram_call_get_string (call, "password");

  g_clear_pointer (&person->email, g_free);
  g_clear_pointer (&person->name, g_free);
  g_clear_pointer (&person->password_hash, g_free);
  if (!gram_text_check (&email_rule, gram_call_get_string (call, "email"), &person->email, refusal)
      || !gram_text_check (&name_rule, gram_call_get_string (call, "name"), &person->name, refusal))
    return FALSE;

  /* In a practice registry persons are switched without a password; an empty hash never fits one. */
  if (password == NULL && kind == GRAM_REGISTRY_PRACTICE)
    {
      person->password_hash = g_strdup ("");
      return TRUE;
    }
  if (!gram_password_check (password, person->email, refusal))
    return FALSE;
  person->password_hash = gram_password_hash (password, error);
  return person->password_hash != NULL;
}

char *
gram_persons_dup_email (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_utf8_strdown (stripped, -1);
}

gboolean
gram_persons_find (GramCall *call, GramPersonRecord **person, GramRefusal **refusal, GError **error)
{
  g_autofree char *email = gram_persons_dup_email (gram_call_get_string (call, "person"));

  if (!gram_person_table_get_by_email (call->store, email, person, error))
    return FALSE;
  return *person != NULL
         || gram_refuse (refusal, "user.unknown", NULL, _ ("There is no person with the e-mail %s"),
                         email);
}

gboolean
gram_persons_read_role (GramCall *call, GramRole *role, GramRefusal **refusal)
{
  const char *word = gram_call_get_string (call, "role");
  int value;

  if (!gram_word_parse ("role", word, &value))
    return gram_refuse (
        refusal, "user.role", NULL,
        _ ("“%s” is not a role: officer, reader, case-handler, decision-maker or administrator"),
        word);
  *role = (GramRole)value;
  return TRUE;
}

gboolean
gram_persons_count_wrong_try (GramRegistry *registry, const char *email, GError **error)
{
  GramSender sender = { .internal = TRUE };
  g_autoptr (GVariant) arguments
      = g_variant_ref_sink (g_variant_new_parsed ("{'email': <%s>}", email));

  return _gram_registry_send (registry, &sender, "session.refuse", arguments, NULL, NULL, error)
         != GRAM_OUTCOME_FAILED;
}

gboolean
gram_persons_user_create (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = gram_person_record_new ();
  g_autoptr (GramPersonRecord) present = NULL;

  if (!gram_persons_read_role (call, &person->role, refusal))
    return FALSE;
  person->created_at = call->now;
  if (!gram_persons_fill (call, gram_registry_get_kind (call->registry), person, refusal, error)
      || !gram_person_table_get_by_email (call->store, person->email, &present, error))
    return FALSE;
  if (present != NULL)
    return gram_refuse (refusal, "user.exists", NULL, _ ("There is a person with the e-mail %s"),
                        person->email);

  if (!gram_person_table_insert (call->unit, person, error))
    return FALSE;
  gram_call_touches (call, "person", person->id);
  gram_call_answer_int64 (call, "person", person->id);
  gram_call_answer_string (call, "email", person->email);
  return TRUE;
}

gboolean
gram_persons_session_open (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_assert (call->person != NULL);

  /* Another process may have removed the person, or counted wrong tries, since the password was read. */
  if (!call->person->active)
    return gram_refuse (refusal, "session.removed", NULL,
                        _ ("You were removed from this registry; ask its administrator"));
  if (gram_registry_get_kind (call->registry) != GRAM_REGISTRY_PRACTICE
      && !gram_persons_check_wait (call->registry, call->person, refusal))
    return FALSE;

  call->person->failed_tries = 0;
  call->person->locked_until = 0;
  call->person->last_sign_in = call->now;
  return gram_person_table_update_sign_in (call->unit, call->person, error);
}

gboolean
gram_persons_session_refuse (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  gint64 wait;

  /* Nobody is signed in here: the person is the one that somebody claims to be. */
  if (!gram_person_table_get_by_email (call->store, gram_call_get_string (call, "email"), &person,
                                       error))
    return FALSE;
  if (person == NULL)
    return gram_refuse (refusal, "session.unknown", NULL, _ ("There is no such person"));

  person->failed_tries += 1;
  wait = gram_persons_wait_after (person->failed_tries);
  person->locked_until = wait > 0 ? _gram_registry_clock (call->registry) + wait : 0;
  gram_call_answer_int64 (call, "failed-tries", person->failed_tries);
  return gram_person_table_update_sign_in (call->unit, person, error);
}
