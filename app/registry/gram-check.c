/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-check.h"

#include "gram-effects-in-force.h"
#include "gram-member-table.h"

#include <glib/gi18n-lib.h>

static const struct
{
  GramPermission permission;
  const char *message;
} permission_refusals[] = {
  { GRAM_PERMISSION_VIEW, N_ ("You need the permission to view this account") },
  { GRAM_PERMISSION_GRANT, N_ ("You need the permission to add people to this account") },
  { GRAM_PERMISSION_ACCEPT,
    N_ ("You need the permission to accept and dispute vehicles of this account") },
  { GRAM_PERMISSION_TRANSFER, N_ ("You need the permission to transfer credits of this account") },
  { GRAM_PERMISSION_EDIT, N_ ("You need the permission to edit the details of this account") },
};

static gboolean
refuse_account_unknown (GramRefusal **refusal)
{
  return gram_refuse (refusal, "account.unknown", NULL,
                      _ ("There is no such account, or you are not a member of it"));
}

gboolean
_gram_check_administrators_side (const GramPersonRecord *person)
{
  return person->role != GRAM_ROLE_OFFICER;
}

static gboolean
refuse_permission (const GramPersonRecord *person, guint rights, GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (permission_refusals); i++)
    if ((rights & permission_refusals[i].permission) != 0)
      return gram_refuse (refusal, "permission.missing", NULL, "%s",
                          _ (permission_refusals[i].message));
  if (_gram_check_administrators_side (person))
    return gram_refuse (refusal, "permission.role", NULL,
                        _ ("Your role in this registry does not allow this"));
  return gram_refuse (refusal, "permission.role", NULL,
                      _ ("Only the administrator of the registry can do this"));
}

static gboolean
check_member (GramRegistry *registry,
              const GramCommand *command,
              const GramPersonRecord *person,
              const GramAccountRecord *account,
              const GramMember *member,
              GramRefusal **refusal)
{
  guint rights = command->permission;

  if (registry->record->kind != GRAM_REGISTRY_ADMINISTRATOR)
    rights |= command->own_permission;

  if (command->owner_only)
    {
      if (member != NULL && member->owner)
        return TRUE;
      return gram_refuse (refusal, "permission.owner-only", NULL,
                          _ ("Only the owner of account %s can do this"), account->number);
    }
  if (member != NULL && (member->permissions & rights) != 0)
    return TRUE;
  return refuse_permission (person, rights, refusal);
}

static gboolean
check_scheme (const GramCommand *command, const GramAccountRecord *account, GramRefusal **refusal)
{
  GramScheme scheme = gram_account_kind_scheme (account->kind);

  if (command->schemes == 0 || (command->schemes & (1u << scheme)) != 0)
    return TRUE;
  return gram_refuse (refusal, "account.other-scheme", command->article,
                      _ ("The scheme of account %s does not know this"), account->number);
}

/* Nobody does anything in the account of vehicles of nobody. */
static gboolean
check_somebodys (const GramAccountRecord *account, GramRefusal **refusal)
{
  return !account->unassigned
         || gram_refuse (refusal, "account.unassigned", NULL,
                         _ ("Account %s only keeps vehicles of nobody; a register file or a "
                            "decision of a dispute brings them to another account"),
                         account->number);
}

/* What the state lets happen, by the rulebook in force; or whether the command starts in the state. */
static gboolean
check_state (GramRegistry *registry,
             const GramCommand *command,
             const GramAccountRecord *account,
             GramRefusal **refusal,
             GError **error)
{
  guint effects;

  if (command->effect == 0)
    return (account->state & command->account_states) != 0
           || gram_account_state_refuse (account->state, refusal);
  if (!gram_effects_in_force (registry, account->kind, account->state, &effects, error))
    return FALSE;
  return (effects & command->effect) != 0 || gram_account_state_refuse (account->state, refusal);
}

/* The account, for somebody who may see it; @member is what they are to it. */
static gboolean
check_account (GramRegistry *registry,
               const GramPersonRecord *person,
               const GramAccountRecord *account,
               GramMember **member,
               GramRefusal **refusal,
               GError **error)
{
  if (account == NULL)
    return refuse_account_unknown (refusal);
  if (!gram_member_table_get (registry->store, account->id, person->id, member, error))
    return FALSE;
  if (*member == NULL && !_gram_check_administrators_side (person))
    return refuse_account_unknown (refusal);
  return TRUE;
}

static gboolean
check_person (const GramPersonRecord *person, GramRefusal **refusal)
{
  if (person != NULL && person->active)
    return TRUE;
  return gram_refuse (refusal, "session.ended", NULL,
                      _ ("You are not in this registry any more; ask its administrator"));
}

gboolean
_gram_check_may_view (GramRegistry *registry,
                      const GramPersonRecord *person,
                      const GramAccountRecord *account,
                      GramRefusal **refusal,
                      GError **error)
{
  g_autoptr (GramMember) member = NULL;

  return check_person (person, refusal)
         && check_account (registry, person, account, &member, refusal, error);
}

/* Whether a member of any account of a scheme that knows the command has the permission to record it. */
static gboolean
is_recorder (GramRegistry *registry,
             const GramCommand *command,
             const GramPersonRecord *person,
             gboolean *is,
             GError **error)
{
  g_autoptr (GPtrArray) members
      = gram_member_table_list_for_person (registry->store, person->id, error);

  *is = FALSE;
  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len && !*is; i++)
    {
      const GramMember *member = members->pdata[i];
      g_autoptr (GramAccountRecord) account = NULL;

      if ((member->permissions & command->own_permission) == 0)
        continue;
      if (!gram_account_table_get (registry->store, member->account_id, &account, error))
        return FALSE;
      *is = account != NULL && (command->schemes == 0 || check_scheme (command, account, NULL));
    }
  return TRUE;
}

/* What names no account: by role; outside an administrator's registry also who records it for an account. */
static gboolean
check_no_account (GramRegistry *registry,
                  const GramCommand *command,
                  const GramPersonRecord *person,
                  GramRefusal **refusal,
                  GError **error)
{
  gboolean recorder;

  if ((command->roles & person->role) != 0)
    return TRUE;
  if (registry->record->kind == GRAM_REGISTRY_ADMINISTRATOR || command->own_permission == 0)
    return gram_refuse (refusal, "permission.role", NULL,
                        _ ("Your role in this registry does not allow this"));
  if (!is_recorder (registry, command, person, &recorder, error))
    return FALSE;
  return recorder
         || gram_refuse (refusal, "permission.missing", NULL,
                         _ ("You need the permission to record this for an account of the scheme"));
}

gboolean
_gram_check_allowed (GramRegistry *registry,
                     const GramCommand *command,
                     const GramPersonRecord *person,
                     const GramAccountRecord *account,
                     GramRefusal **refusal,
                     GError **error)
{
  g_autoptr (GramMember) member = NULL;

  if (!check_person (person, refusal))
    return FALSE;
  if ((command->kinds & (1u << registry->record->kind)) == 0)
    return gram_refuse (refusal, "command.other-kind", NULL,
                        _ ("%s is not possible in this kind of registry"), command->name);

  if (!command->needs_account)
    return check_no_account (registry, command, person, refusal, error);
  if (!check_account (registry, person, account, &member, refusal, error))
    return FALSE;
  if ((command->roles & person->role) == 0
      && !check_member (registry, command, person, account, member, refusal))
    return FALSE;
  return check_somebodys (account, refusal) && check_scheme (command, account, refusal)
         && check_state (registry, command, account, refusal, error);
}

GramPermission
gram_check_act_permission (GramAct act)
{
  return act == GRAM_ACT_CLOSING ? GRAM_PERMISSION_EDIT : GRAM_PERMISSION_TRANSFER;
}

gboolean
_gram_check_second_person (GramRegistry *registry,
                           const GramCommand *command,
                           GramAct act,
                           const GramPersonRecord *person,
                           const GramAccountRecord *account,
                           GramRefusal **refusal,
                           GError **error)
{
  GramCommand second = *command;

  /* There is one owner: somebody else has to be able to look over their shoulder. */
  if (command->owner_only)
    {
      second.owner_only = FALSE;
      second.permission = gram_check_act_permission (act);
    }
  return _gram_check_allowed (registry, &second, person, account, refusal, error);
}
