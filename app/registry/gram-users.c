/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handlers.h"
#include "gram-members.h"
#include "gram-password.h"
#include "gram-persons.h"

#include "gram-code.h"

#include <glib/gi18n-lib.h>

/* A one-time code for a new password works so long. */
#define CODE_HOURS 48

/* Somebody has to keep the registry. */
static gboolean
check_not_last (GramCall *call,
                const GramPersonRecord *person,
                GramRefusal **refusal,
                GError **error)
{
  gint64 n_persons;

  if (person->role != GRAM_ROLE_ADMINISTRATOR || !person->active)
    return TRUE;
  if (!gram_person_table_count_role (call->store, GRAM_ROLE_ADMINISTRATOR, &n_persons, error))
    return FALSE;
  return n_persons > 1
         || gram_refuse (refusal, "user.last-administrator", NULL,
                         _ ("%s is the last administrator; make somebody else one first"),
                         person->name);
}

/* In an administrator's registry, its side and membership of an account never meet in one person. */
static gboolean
check_no_member (GramCall *call,
                 const GramPersonRecord *person,
                 GramRole role,
                 GramRefusal **refusal,
                 GError **error)
{
  g_autoptr (GPtrArray) memberships = NULL;
  const GramMember *first;

  if (role == GRAM_ROLE_OFFICER
      || gram_registry_get_kind (call->registry) != GRAM_REGISTRY_ADMINISTRATOR)
    return TRUE;
  memberships = gram_member_table_list_for_person (call->store, person->id, error);
  if (memberships == NULL)
    return FALSE;
  if (memberships->len == 0)
    return TRUE;
  first = memberships->pdata[0];
  for (guint i = 1; first->state == GRAM_ACCOUNT_CLOSED && i < memberships->len; i++)
    first = memberships->pdata[i];
  /* Nobody leaves an account that is closed. */
  if (first->state == GRAM_ACCOUNT_CLOSED)
    return gram_refuse (refusal, "user.member", NULL,
                        _ ("%s stays a member of account %s, which is closed; in this registry, "
                           "members stay officers. Add the person with another e-mail address"),
                        person->name, first->number);
  return gram_refuse (refusal, "user.member", NULL,
                      _ ("%s is a member of account %s; in this registry, members stay officers. "
                         "End the memberships first"),
                      person->name, first->number);
}

static gboolean
check_no_owner (GramCall *call,
                const GramPersonRecord *person,
                GramRefusal **refusal,
                GError **error)
{
  g_autoptr (GPtrArray) memberships
      = gram_member_table_list_for_person (call->store, person->id, error);

  if (memberships == NULL)
    return FALSE;
  for (guint i = 0; i < memberships->len; i++)
    {
      const GramMember *member = memberships->pdata[i];

      if (member->owner && member->state != GRAM_ACCOUNT_CLOSED)
        return gram_refuse (refusal, "user.owner", NULL,
                            _ ("%s owns account %s; its ownership has to be handed over first"),
                            person->name, member->number);
    }
  return TRUE;
}

/* What such a command answers, and what its journal entry is about. */
static void
answer (GramCall *call, const GramPersonRecord *person)
{
  gram_call_touches (call, "person", person->id);
  gram_call_answer_int64 (call, "person", person->id);
}

static GramPersonRecord *
copy_of (GramCall *call, const GramPersonRecord *person, GError **error)
{
  GramPersonRecord *copy = NULL;

  return gram_person_table_get (call->store, person->id, &copy, error) ? copy : NULL;
}

gboolean
gram_users_set_role (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramPersonRecord) after = NULL;
  GramRole role;

  if (!gram_persons_read_role (call, &role, refusal)
      || !gram_persons_find (call, &person, refusal, error))
    return FALSE;
  answer (call, person);
  if (role == person->role)
    return TRUE;
  if (!check_not_last (call, person, refusal, error)
      || !check_no_member (call, person, role, refusal, error))
    return FALSE;
  after = copy_of (call, person, error);
  if (after == NULL)
    return FALSE;
  after->role = role;
  gram_call_answer_string (call, "role-before", gram_word_for ("role", (int)person->role));
  return gram_person_table_update (call->unit, person, after, error);
}

static gboolean
set_active (GramCall *call, const GramPersonRecord *person, gboolean active, GError **error)
{
  g_autoptr (GramPersonRecord) after = copy_of (call, person, error);

  if (after == NULL)
    return FALSE;
  after->active = active;
  /* A code that was given to somebody who left does not let them in. */
  g_set_str (&after->reset_hash, "");
  after->reset_lapses_at = 0;
  answer (call, person);
  return gram_person_table_update (call->unit, person, after, error);
}

gboolean
gram_users_remove (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  if (!gram_persons_find (call, &person, refusal, error))
    return FALSE;
  if (!person->active)
    return gram_refuse (refusal, "user.removed", NULL, _ ("%s was removed already"), person->name);
  return check_not_last (call, person, refusal, error)
         && check_no_owner (call, person, refusal, error)
         && set_active (call, person, FALSE, error);
}

gboolean
gram_users_restore (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  if (!gram_persons_find (call, &person, refusal, error))
    return FALSE;
  if (person->active)
    return gram_refuse (refusal, "user.active", NULL, _ ("%s was not removed"), person->name);
  return set_active (call, person, TRUE, error);
}

gboolean
gram_users_reset_password (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramPersonRecord) after = NULL;
  g_autofree char *code = NULL;

  if (!gram_persons_find (call, &person, refusal, error))
    return FALSE;
  if (!person->active)
    return gram_refuse (refusal, "user.inactive", NULL,
                        _ ("%s was removed from the registry; restore them first"), person->name);
  code = gram_code_new (error);
  after = copy_of (call, person, error);
  if (code == NULL || after == NULL)
    return FALSE;

  g_free (after->reset_hash);
  after->reset_hash = gram_code_hash (code);
  after->reset_lapses_at = call->now + CODE_HOURS * G_TIME_SPAN_HOUR;
  /* Who has been locked out gets in again with the code. */
  after->failed_tries = 0;
  after->locked_until = 0;
  answer (call, person);
  gram_call_answer_secret (call, "code", code);
  gram_call_answer_int64 (call, "lapses-at", after->reset_lapses_at);
  return gram_person_table_update (call->unit, person, after, error)
         && gram_person_table_update_sign_in (call->unit, after, error);
}

static gboolean
set_password (GramCall *call,
              const GramPersonRecord *person,
              const char *password,
              GramRefusal **refusal,
              GError **error)
{
  g_autofree char *hash = NULL;

  if (!gram_password_check (password, person->email, refusal))
    return FALSE;
  hash = gram_password_hash (password, error);
  answer (call, person);
  return hash != NULL && gram_person_table_update_password (call->unit, person->id, hash, error);
}

gboolean
gram_users_change_password (GramCall *call, GramRefusal **refusal, GError **error)
{
  const char *old = gram_call_get_string (call, "password");
  const char *password = gram_call_get_string (call, "new-password");

  if (old != NULL && g_str_equal (old, password))
    return gram_refuse (refusal, "password.same", NULL,
                        _ ("The new password is the old one; choose another"));
  return set_password (call, call->person, password, refusal, error);
}

/* One text for everything that may be wrong, so that nobody learns who is known here. */
gboolean
gram_users_use_code (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *email = gram_persons_dup_email (gram_call_get_string (call, "email"));
  g_autofree char *hash = gram_code_hash (gram_call_get_string (call, "code"));
  g_autoptr (GramPersonRecord) person = NULL;

  if (!gram_person_table_get_by_email (call->store, email, &person, error))
    return FALSE;
  if (person == NULL || !person->active || hash == NULL || *person->reset_hash == '\0'
      || person->reset_lapses_at <= call->now || !g_str_equal (person->reset_hash, hash))
    return gram_refuse (refusal, "session.code", NULL,
                        _ ("The e-mail or the code is wrong, or the code’s time is over; the "
                           "administrator can give you a new one"));
  return set_password (call, person, gram_call_get_string (call, "password"), refusal, error);
}
