/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-check.h"

#include "gram-member-table.h"

#include <glib/gi18n-lib.h>

static const struct
{
  GramAccountState state;
  const char *id;
  const char *article;
  const char *message;
} state_refusals[] = {
  { GRAM_ACCOUNT_SUSPENDED, "account.suspended", "CCS s 192",
    N_ ("The account is suspended; this has to wait until it is reinstated") },
  { GRAM_ACCOUNT_BLOCKED, "account.blocked", "art. 93",
    N_ ("The account is blocked; this has to wait until the block ends") },
  { GRAM_ACCOUNT_CLOSING, "account.closing", "CCS s 190",
    N_ ("The account is being closed; this is not possible any more") },
  { GRAM_ACCOUNT_CLOSED, "account.closed", "CCS s 190",
    N_ ("The account is closed; it can be read, but not changed") },
};

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
refuse_permission (guint rights, GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (permission_refusals); i++)
    if ((rights & permission_refusals[i].permission) != 0)
      return gram_refuse (refusal, "permission.missing", NULL, "%s",
                          _ (permission_refusals[i].message));
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
  return refuse_permission (rights, refusal);
}

static gboolean
check_state (const GramCommand *command, const GramAccountRecord *account, GramRefusal **refusal)
{
  if ((account->state & command->account_states) != 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (state_refusals); i++)
    if (account->state == state_refusals[i].state)
      return gram_refuse (refusal, state_refusals[i].id, state_refusals[i].article, "%s",
                          _ (state_refusals[i].message));
  return gram_refuse (refusal, "account.state", NULL,
                      _ ("This is not possible in the state of account %s"), account->number);
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
  if (person != NULL)
    return TRUE;
  return gram_refuse (refusal, "session.ended", NULL,
                      _ ("Sign in again: you are not known any more"));
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
    {
      if ((command->roles & person->role) != 0)
        return TRUE;
      return gram_refuse (refusal, "permission.role", NULL,
                          _ ("Your role in this registry does not allow this"));
    }

  if (!check_account (registry, person, account, &member, refusal, error))
    return FALSE;
  if ((command->roles & person->role) == 0
      && !check_member (registry, command, person, account, member, refusal))
    return FALSE;
  return check_state (command, account, refusal);
}
