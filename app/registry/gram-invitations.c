/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-effects-in-force.h"
#include "gram-due.h"
#include "gram-handlers.h"
#include "gram-members.h"
#include "gram-persons.h"
#include "gram-texts.h"

#include "gram-code.h"
#include "gram-invitation-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static const GramText email_rule = { .name = "email",
                                     .title = N_ ("E-mail of the invited person"),
                                     .max_length = 200,
                                     .needed = TRUE,
                                     .email = TRUE };

/* A code that nobody has had, good from now on: the caller learns it, the registry keeps its digest. */
static gboolean
give_code (GramCall *call,
           GramInvitationRecord *invitation,
           const GramAccountRules *rules,
           GError **error)
{
  g_autofree char *code = gram_code_new (error);

  if (code == NULL)
    return FALSE;
  g_free (invitation->code_hash);
  invitation->code_hash = gram_code_hash (code);
  invitation->invited_by = call->person->id;
  invitation->lapses_at = call->now + rules->invitation_days * G_TIME_SPAN_DAY;
  gram_call_answer_secret (call, "code", code);
  gram_call_answer_int64 (call, "lapses-at", invitation->lapses_at);
  return TRUE;
}

/* Whether whoever has that address can become a member. */
static gboolean
check_address (GramCall *call, const char *email, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramMember) member = NULL;

  if (!gram_person_table_get_by_email (call->store, email, &person, error))
    return FALSE;
  if (person == NULL)
    return TRUE;
  if (!person->active)
    return gram_refuse (refusal, "user.inactive", NULL,
                        _ ("%s was removed from the registry; its administrator has to restore "
                           "them first"),
                        email);
  if (!gram_member_table_get (call->store, call->account->id, person->id, &member, error))
    return FALSE;
  if (member != NULL)
    return gram_refuse (refusal, "member.exists", NULL,
                        _ ("%s is a member of account %s already; change the permissions instead"),
                        email, call->account->number);
  /* Who invites knows the address, and learns no more about the person. */
  return gram_members_check_side (call->registry, person, NULL)
         || gram_refuse (refusal, "member.administrators-side", NULL,
                         _ ("%s cannot be a member of an account in this registry; ask its "
                            "administrator"),
                         email);
}

/* One invitation of an address waits at a time. One that has lapsed makes room. */
static gboolean
make_room (GramCall *call, const char *email, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramInvitationRecord) present = NULL;
  g_autoptr (GramInvitationRecord) after = NULL;

  if (!gram_invitation_table_get_pending (call->store, call->account->id, email, &present, error))
    return FALSE;
  if (present == NULL)
    return TRUE;
  if (present->lapses_at > call->now)
    return gram_refuse (refusal, "invitation.pending", NULL,
                        _ ("%s has been invited already; send that invitation again or revoke it"),
                        email);
  after = gram_invitation_record_copy (present);
  after->state = GRAM_INVITATION_LAPSED;
  after->decided_at = present->lapses_at;
  gram_call_touches (call, "invitation", present->id);
  return gram_invitation_table_update (call->unit, present, after, error);
}

static gboolean
check_inviter (GramCall *call, guint permissions, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramMember) inviter = NULL;

  if (!gram_member_table_get (call->store, call->account->id, call->person->id, &inviter, error))
    return FALSE;
  return gram_members_check_grant (inviter->permissions, 0, permissions, refusal);
}

gboolean
gram_invitations_create (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramInvitationRecord) invitation = gram_invitation_record_new ();
  const GramAccountRules *rules = gram_members_rules (call, error);

  if (rules == NULL
      || !gram_text_check (&email_rule, gram_call_get_string (call, "email"), &invitation->email,
                           refusal)
      || !gram_members_read_permissions (call, "permissions", &invitation->permissions, refusal)
      || !check_inviter (call, invitation->permissions, refusal, error)
      || !check_address (call, invitation->email, refusal, error)
      || !make_room (call, invitation->email, refusal, error)
      || !give_code (call, invitation, rules, error))
    return FALSE;

  invitation->account_id = call->account->id;
  invitation->invited_at = call->now;
  if (!gram_invitation_table_insert (call->unit, invitation, error))
    return FALSE;
  gram_call_touches (call, "invitation", invitation->id);
  gram_call_answer_int64 (call, "invitation", invitation->id);
  gram_call_answer_string (call, "email", invitation->email);
  return TRUE;
}

/*
 * The invitation can still be used, but for its time: of that the caller says what it means. With @inviter it is said to
 * somebody who can invite, not to the invited person.
 */
static gboolean
check_live (const GramInvitationRecord *invitation, gboolean inviter, GramRefusal **refusal)
{
  static const struct
  {
    GramInvitationState state;
    const char *id;
    const char *message;
    const char *to_inviter;
  } rows[] = {
    { GRAM_INVITATION_USED, "invitation.used",
      N_ ("The invitation was used already; each works once"),
      N_ ("The invitation was used already; each works once") },
    { GRAM_INVITATION_REVOKED, "invitation.revoked",
      N_ ("The invitation was revoked; ask for a new one"),
      N_ ("The invitation was revoked; invite the person anew") },
    { GRAM_INVITATION_LAPSED, "invitation.lapsed",
      N_ ("The invitation was not used in time; ask for a new one"),
      N_ ("The invitation was not used in time; invite the person anew") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (invitation->state == rows[i].state)
      return gram_refuse (refusal, rows[i].id, NULL, "%s",
                          _ (inviter ? rows[i].to_inviter : rows[i].message));
  return TRUE;
}

/* The invitation that the argument names, of the account that is named. */
static gboolean
find_invitation (GramCall *call,
                 GramInvitationRecord **invitation,
                 GramRefusal **refusal,
                 GError **error)
{
  gint64 id = gram_call_get_int64 (call, "invitation", 0);

  if (!gram_invitation_table_get (call->store, id, invitation, error))
    return FALSE;
  if (*invitation == NULL || (*invitation)->account_id != call->account->id)
    return gram_refuse (refusal, "invitation.unknown", NULL,
                        _ ("Account %s has no invitation %" PRId64), call->account->number, id);
  gram_call_touches (call, "invitation", id);
  return check_live (*invitation, TRUE, refusal);
}

gboolean
gram_invitations_resend (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramInvitationRecord) invitation = NULL;
  g_autoptr (GramInvitationRecord) after = NULL;
  const GramAccountRules *rules = gram_members_rules (call, error);

  if (rules == NULL || !find_invitation (call, &invitation, refusal, error)
      || !check_inviter (call, invitation->permissions, refusal, error)
      || !check_address (call, invitation->email, refusal, error))
    return FALSE;
  after = gram_invitation_record_copy (invitation);
  after->times_sent += 1;
  if (!give_code (call, after, rules, error))
    return FALSE;
  gram_call_answer_string (call, "email", invitation->email);
  return gram_invitation_table_update (call->unit, invitation, after, error);
}

gboolean
gram_invitations_revoke (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramInvitationRecord) invitation = NULL;
  g_autoptr (GramInvitationRecord) after = NULL;

  if (!find_invitation (call, &invitation, refusal, error))
    return FALSE;
  after = gram_invitation_record_copy (invitation);
  after->state = GRAM_INVITATION_REVOKED;
  after->decided_at = call->now;
  gram_call_answer_string (call, "email", invitation->email);
  return gram_invitation_table_update (call->unit, invitation, after, error);
}

/* Who invited may still do so. */
static gboolean
check_inviter_still (GramCall *call,
                     const GramInvitationRecord *invitation,
                     GramRefusal **refusal,
                     GError **error)
{
  g_autoptr (GramMember) inviter = NULL;

  if (!gram_member_table_get (call->store, invitation->account_id, invitation->invited_by, &inviter,
                              error))
    return FALSE;
  if (inviter != NULL && inviter->active && (inviter->permissions & GRAM_PERMISSION_GRANT) != 0
      && gram_members_check_grant (inviter->permissions, 0, invitation->permissions, NULL))
    return TRUE;
  return gram_refuse (
      refusal, "invitation.inviter", NULL,
      _ ("Whoever invited you may not grant these permissions any more; ask for a new invitation"));
}

/* The account takes people in, in the state that it is in today. */
static gboolean
check_account (GramCall *call,
               const GramAccountRecord *account,
               GramRefusal **refusal,
               GError **error)
{
  GramAccountState state;
  guint effects;

  if (!gram_due_state_today (call->registry, account, &state, error)
      || !gram_effects_in_force (call->registry, account->kind, state, &effects, error))
    return FALSE;
  return (effects & GRAM_EFFECT_PEOPLE) != 0 || gram_account_state_refuse (state, refusal);
}

/* Makes call->person a member, as the invitation says. */
static gboolean
use (GramCall *call, const GramInvitationRecord *invitation, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramInvitationRecord) after = NULL;
  GramMember member = {
    .account_id = invitation->account_id,
    .person_id = call->person->id,
    .permissions = invitation->permissions,
    .granted_by = invitation->invited_by,
  };

  if (!check_live (invitation, FALSE, refusal))
    return FALSE;
  if (invitation->lapses_at <= call->now)
    return gram_refuse (refusal, "invitation.lapsed", NULL,
                        _ ("The invitation was not used in time; ask for a new one"));
  if (!gram_account_table_get (call->store, invitation->account_id, &account, error)
      || !check_account (call, account, refusal, error)
      || !check_inviter_still (call, invitation, refusal, error))
    return FALSE;
  g_clear_pointer (&call->account, gram_account_record_free);
  call->account = g_steal_pointer (&account);
  if (!check_address (call, invitation->email, refusal, error)
      || !gram_member_table_insert (call->unit, &member, error))
    return FALSE;

  after = gram_invitation_record_copy (invitation);
  after->state = GRAM_INVITATION_USED;
  after->used_by = call->person->id;
  after->decided_at = call->now;
  if (!gram_invitation_table_update (call->unit, invitation, after, error))
    return FALSE;
  gram_call_touches (call, "invitation", invitation->id);
  gram_call_touches (call, "person", call->person->id);
  gram_call_answer_string (call, "account", call->account->number);
  gram_call_answer_int64 (call, "id", call->account->id);
  return TRUE;
}

static gboolean
find_by_code (GramCall *call, GramInvitationRecord **invitation, GError **error)
{
  g_autofree char *hash = gram_code_hash (gram_call_get_string (call, "code"));

  *invitation = NULL;
  return hash == NULL || gram_invitation_table_get_by_code (call->store, hash, invitation, error);
}

gboolean
gram_invitations_accept (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramInvitationRecord) invitation = NULL;

  if (!gram_members_check_side (call->registry, call->person, refusal)
      || !find_by_code (call, &invitation, error))
    return FALSE;
  if (invitation == NULL)
    return gram_refuse (
        refusal, "invitation.code", NULL,
        _ ("No invitation has this code; check what you typed, or ask for a new one"));
  if (!g_str_equal (invitation->email, call->person->email))
    return gram_refuse (
        refusal, "invitation.other-address", NULL,
        _ ("The invitation is for another e-mail address than %s; sign in with the one that it names"),
        call->person->email);
  return use (call, invitation, refusal, error);
}

/* Somebody who is no person of the registry yet: what is not theirs, they do not learn about. */
gboolean
gram_invitations_join (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *email = gram_persons_dup_email (gram_call_get_string (call, "email"));
  g_autoptr (GramInvitationRecord) invitation = NULL;
  g_autoptr (GramPersonRecord) present = NULL;
  g_autoptr (GramPersonRecord) person = gram_person_record_new ();

  if (!find_by_code (call, &invitation, error))
    return FALSE;
  if (invitation == NULL || !g_str_equal (invitation->email, email))
    return gram_refuse (
        refusal, "invitation.wrong", NULL,
        _ ("The e-mail address or the code is not that of an invitation; check both, or ask for a new one"));
  if (!gram_person_table_get_by_email (call->store, email, &present, error))
    return FALSE;
  if (present != NULL && !present->active)
    return gram_refuse (refusal, "session.removed", NULL,
                        _ ("You were removed from this registry; ask its administrator"));
  if (present != NULL)
    return gram_refuse (refusal, "invitation.sign-in", NULL,
                        _ ("%s is known here already: sign in and accept the invitation there"),
                        email);

  person->created_at = call->now;
  if (!check_live (invitation, FALSE, refusal)
      || !gram_persons_fill (call, gram_registry_get_kind (call->registry), person, refusal, error)
      || !gram_person_table_insert (call->unit, person, error))
    return FALSE;
  g_assert (call->person == NULL);
  call->person = g_steal_pointer (&person);
  gram_call_answer_int64 (call, "person", call->person->id);
  return use (call, invitation, refusal, error);
}
