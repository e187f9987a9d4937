/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handlers.h"
#include "gram-members.h"

#include "gram-account-rules.h"
#include "gram-handover-table.h"

#include <glib/gi18n-lib.h>

static gboolean
set_state (GramCall *call,
           const GramHandoverRecord *handover,
           GramHandoverState state,
           GError **error)
{
  g_autoptr (GramHandoverRecord) after = gram_handover_record_copy (handover);

  after->state = state;
  after->decided_at = call->now;
  gram_call_touches (call, "handover", handover->id);
  return gram_handover_table_update (call->unit, handover, after, error);
}

/* The offer that waits; what has lapsed waits no more. */
static gboolean
find_pending (GramCall *call, GramHandoverRecord **handover, GramRefusal **refusal, GError **error)
{
  if (!gram_handover_table_get_pending (call->store, call->account->id, handover, error))
    return FALSE;
  if (*handover == NULL)
    return gram_refuse (refusal, "handover.none", NULL,
                        _ ("The ownership of account %s is not offered to anybody"),
                        call->account->number);
  if ((*handover)->lapses_at <= call->now)
    return gram_refuse (refusal, "handover.lapsed", NULL,
                        _ ("The offer of the ownership was not answered in time; it has to be "
                           "made anew"));
  return TRUE;
}

gboolean
gram_handovers_end (GramCall *call, gint64 person_id, GError **error)
{
  g_autoptr (GramHandoverRecord) handover = NULL;

  if (!gram_handover_table_get_pending (call->store, call->account->id, &handover, error))
    return FALSE;
  if (handover == NULL || handover->to_person != person_id)
    return TRUE;
  return set_state (call, handover, GRAM_HANDOVER_WITHDRAWN, error);
}

/* Whether the member can be offered the ownership. */
static gboolean
check_heir (GramCall *call, const GramMember *member, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  if (member->owner)
    return gram_refuse (refusal, "handover.owner", NULL, _ ("%s is the owner already"),
                        member->name);
  if (!gram_person_table_get (call->store, member->person_id, &person, error))
    return FALSE;
  if (!person->active)
    return gram_refuse (refusal, "handover.inactive", NULL,
                        _ ("%s was removed from the registry and cannot accept; choose somebody "
                           "else"),
                        person->name);
  return gram_members_check_side (call->registry, person, refusal);
}

/* There is one offer at a time. One that has lapsed makes room. */
static gboolean
make_room (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramHandoverRecord) present = NULL;

  if (!gram_handover_table_get_pending (call->store, call->account->id, &present, error))
    return FALSE;
  if (present == NULL)
    return TRUE;
  if (present->lapses_at <= call->now)
    return set_state (call, present, GRAM_HANDOVER_LAPSED, error);
  return gram_refuse (refusal, "handover.pending", NULL,
                      _ ("The ownership is offered to %s already; withdraw that first"),
                      present->to_name);
}

gboolean
gram_owners_offer (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramHandoverRecord) handover = gram_handover_record_new ();
  g_autoptr (GramMember) member = NULL;
  const GramAccountRules *rules = gram_members_rules (call, error);

  if (rules == NULL || !gram_members_find (call, &member, refusal, error)
      || !check_heir (call, member, refusal, error) || !make_room (call, refusal, error))
    return FALSE;

  handover->account_id = call->account->id;
  handover->to_person = member->person_id;
  handover->offered_by = call->person->id;
  handover->offered_at = call->now;
  handover->lapses_at = call->now + rules->handover_days * G_TIME_SPAN_DAY;
  if (!gram_handover_table_insert (call->unit, handover, error))
    return FALSE;
  gram_call_touches (call, "handover", handover->id);
  gram_call_touches (call, "person", member->person_id);
  gram_call_answer_int64 (call, "handover", handover->id);
  gram_call_answer_int64 (call, "lapses-at", handover->lapses_at);
  return TRUE;
}

gboolean
gram_owners_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramHandoverRecord) handover = NULL;

  if (!find_pending (call, &handover, refusal, error))
    return FALSE;
  gram_call_touches (call, "person", handover->to_person);
  return set_state (call, handover, GRAM_HANDOVER_WITHDRAWN, error);
}

static gboolean
find_mine (GramCall *call, GramHandoverRecord **handover, GramRefusal **refusal, GError **error)
{
  if (!find_pending (call, handover, refusal, error))
    return FALSE;
  if ((*handover)->to_person == call->person->id)
    return TRUE;
  return gram_refuse (refusal, "handover.not-yours", NULL,
                      _ ("The ownership is offered to %s; only they can answer"),
                      (*handover)->to_name);
}

/* Who offered it can still do so: the owner, or an administrator. */
static gboolean
check_offerer (GramCall *call,
               const GramHandoverRecord *handover,
               const GramMember *owner,
               GramRefusal **refusal,
               GError **error)
{
  g_autoptr (GramPersonRecord) offerer = NULL;

  if (owner->person_id == handover->offered_by)
    return TRUE;
  if (!gram_person_table_get (call->store, handover->offered_by, &offerer, error))
    return FALSE;
  if (offerer->active && offerer->role == GRAM_ROLE_ADMINISTRATOR)
    return TRUE;
  return gram_refuse (refusal, "handover.offerer", NULL,
                      _ ("%s, who offered the ownership, may not do so any more; it has to be "
                         "offered anew"),
                      offerer->name);
}

gboolean
gram_owners_accept (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramHandoverRecord) handover = NULL;
  g_autoptr (GramMember) owner = NULL;
  g_autoptr (GramMember) heir = NULL;
  GramMember after;

  if (!find_mine (call, &handover, refusal, error)
      || !gram_members_check_side (call->registry, call->person, refusal)
      || !gram_member_table_get_owner (call->store, call->account->id, &owner, error)
      || !gram_member_table_get (call->store, call->account->id, call->person->id, &heir, error)
      || !check_offerer (call, handover, owner, refusal, error))
    return FALSE;
  g_assert (heir != NULL && !heir->owner);

  /* There is never a second owner, so the old one goes first. They keep what they could do. */
  after = *owner;
  after.owner = FALSE;
  if (!gram_member_table_update (call->unit, owner, &after, error))
    return FALSE;
  after = *heir;
  after.owner = TRUE;
  after.permissions = GRAM_PERMISSION_ALL;
  after.granted_by = handover->offered_by;
  if (!gram_member_table_update (call->unit, heir, &after, error))
    return FALSE;
  gram_call_touches (call, "person", owner->person_id);
  gram_call_touches (call, "person", heir->person_id);
  gram_call_answer_string (call, "owner-before", owner->email);
  return set_state (call, handover, GRAM_HANDOVER_ACCEPTED, error);
}

gboolean
gram_owners_decline (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramHandoverRecord) handover = NULL;

  if (!find_mine (call, &handover, refusal, error))
    return FALSE;
  return set_state (call, handover, GRAM_HANDOVER_DECLINED, error);
}
