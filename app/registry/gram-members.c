/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-members.h"

#include "gram-check.h"
#include "gram-effects-in-force.h"
#include "gram-handlers.h"
#include "gram-notices.h"
#include "gram-persons.h"
#include "gram-requests.h"

#include "gram-permissions.h"

#include <glib/gi18n-lib.h>

static gboolean
read_word (const char *word, guint *permissions)
{
  int value;

  if (gram_word_parse ("permission", word, &value))
    *permissions |= (guint)value;
  else if (gram_word_parse ("preset", word, &value))
    *permissions |= gram_preset_permissions ((GramPreset)value);
  else
    return FALSE;
  return TRUE;
}

gboolean
gram_members_read_permissions (GramCall *call,
                               const char *name,
                               guint *permissions,
                               GramRefusal **refusal)
{
  g_autoptr (GVariant) value = gram_call_dup_value (call, name);
  g_autofree const char **words = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  *permissions = 0;
  for (const char **word = words; word != NULL && *word != NULL; word++)
    if (!read_word (*word, permissions))
      return gram_refuse (refusal, "permission.unknown", NULL,
                          _ ("“%s” is not a permission: view, grant, accept, transfer or edit"),
                          *word);
  if (*permissions == 0)
    return gram_refuse (refusal, "permission.none", NULL,
                        _ ("Choose at least the permission to view the account; to take all away, "
                           "remove the person"));
  *permissions = gram_permissions_normalise (*permissions);
  return TRUE;
}

gboolean
gram_members_check_grant (guint granter, guint before, guint after, GramRefusal **refusal)
{
  guint lacking = gram_permissions_lacking (granter, before, after);
  g_autofree char *names = NULL;

  if (lacking == 0)
    return TRUE;
  names = gram_permissions_format (lacking);
  return gram_refuse (refusal, "permission.lacking", NULL,
                      _ ("You cannot grant a permission that you do not have yourself: %s"), names);
}

gboolean
gram_members_check_side (GramRegistry *registry,
                         const GramPersonRecord *person,
                         GramRefusal **refusal)
{
  if (gram_registry_get_kind (registry) != GRAM_REGISTRY_ADMINISTRATOR
      || !_gram_check_administrators_side (person))
    return TRUE;
  return gram_refuse (
      refusal, "member.administrators-side", NULL,
      _ ("%s works on the administrator’s side; in this registry nobody there can be "
         "a member of an account"),
      person->name);
}

const GramAccountRules *
gram_members_rules (GramCall *call, GError **error)
{
  return gram_account_rules_in_force (call->registry, call->account->kind, NULL, error);
}

gboolean
gram_members_find (GramCall *call, GramMember **member, GramRefusal **refusal, GError **error)
{
  g_autofree char *email = gram_persons_dup_email (gram_call_get_string (call, "person"));
  g_autoptr (GramPersonRecord) person = NULL;

  *member = NULL;
  if (!gram_person_table_get_by_email (call->store, email, &person, error)
      || (person != NULL
          && !gram_member_table_get (call->store, call->account->id, person->id, member, error)))
    return FALSE;
  if (*member != NULL)
    return TRUE;
  return gram_refuse (refusal, "member.unknown", NULL, _ ("%s is not a member of account %s"),
                      email, call->account->number);
}

static gboolean
refuse_owner (GramRefusal **refusal)
{
  return gram_refuse (refusal, "member.owner", NULL,
                      _ ("The owner has all permissions and stays: hand the ownership over first"));
}

/* Nobody has changed them since they were looked at. */
static gboolean
check_was (GramCall *call, const GramMember *member, GramRefusal **refusal)
{
  g_autoptr (GVariant) was = gram_call_dup_value (call, "was");
  g_autofree char *names = NULL;
  guint permissions;

  if (was == NULL)
    return TRUE;
  if (!gram_members_read_permissions (call, "was", &permissions, refusal))
    return FALSE;
  if (permissions == member->permissions)
    return TRUE;
  names = gram_permissions_format (member->permissions);
  return gram_refuse (refusal, "member.changed-meanwhile", NULL,
                      _ ("Somebody else has changed the permissions of %s meanwhile; they are now: "
                         "%s"),
                      member->name, names);
}

static gboolean
tell_permissions (GramCall *call, gint64 person_id, guint permissions, GError **error)
{
  const GramTidings tidings = {
    .event = GRAM_EVENT_PERMISSION_CHANGED,
    .account_id = call->account->id,
    .subject = "membership",
    .subject_id = call->account->id,
    .detail = g_variant_new_parsed ("{'permissions': <%x>}", (gint64)permissions),
    .recipients = GRAM_RECIPIENTS_PERSON,
    .person_id = person_id,
  };

  return gram_notices_tell (call, &tidings, error);
}

gboolean
gram_members_set_permissions (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramMember) granter = NULL;
  g_autoptr (GramMember) member = NULL;
  GramMember after;
  guint permissions;

  if (!gram_members_find (call, &member, refusal, error)
      || !gram_members_read_permissions (call, "permissions", &permissions, refusal)
      || !gram_member_table_get (call->store, call->account->id, call->person->id, &granter, error))
    return FALSE;
  if (member->owner)
    return refuse_owner (refusal);
  if (!check_was (call, member, refusal)
      || !gram_members_check_grant (granter->permissions, member->permissions, permissions,
                                    refusal))
    return FALSE;

  gram_call_touches (call, "person", member->person_id);
  gram_call_answer (call, "changed", g_variant_new_boolean (permissions != member->permissions));
  if (permissions == member->permissions)
    return TRUE;
  after = *member;
  after.permissions = permissions;
  after.granted_by = call->person->id;
  return gram_member_table_update (call->unit, member, &after, error)
         && tell_permissions (call, member->person_id, permissions, error);
}

/* The membership, and what hangs on it: an ownership that is offered, acts that wait for a second person. */
static gboolean
end_membership (GramCall *call, const GramMember *member, GError **error)
{
  gram_call_touches (call, "person", member->person_id);
  return gram_handovers_end (call, member->person_id, error)
         && gram_requests_end_of_person (call, member->person_id, error)
         && gram_member_table_remove (call->unit, member, error);
}

gboolean
gram_members_remove (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramMember) member = NULL;

  if (!gram_members_find (call, &member, refusal, error))
    return FALSE;
  if (member->owner)
    return refuse_owner (refusal);
  return end_membership (call, member, error);
}

gboolean
gram_members_leave (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramMember) member = NULL;

  if (!gram_member_table_get (call->store, call->account->id, call->person->id, &member, error))
    return FALSE;
  g_assert (member != NULL);
  if (member->owner)
    return refuse_owner (refusal);
  return end_membership (call, member, error);
}
