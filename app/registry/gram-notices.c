/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notices.h"

#include "gram-json-variant.h"
#include "gram-member-table.h"
#include "gram-notice-table.h"
#include "gram-person-event-table.h"

#include <inttypes.h>

static gboolean
is_member_told (const GramEventRow *row, const GramMember *member)
{
  return (row->sides & GRAM_SIDE_HOLDER) != 0 && member != NULL && member->active
         && (row->permission == 0 || (member->permissions & row->permission) != 0);
}

static gboolean
is_handler_told (const GramEventRow *row, const GramPersonRecord *person)
{
  return (row->sides & GRAM_SIDE_ADMINISTRATOR) != 0 && person->active
         && (person->role & GRAM_CASE_HANDLERS) != 0;
}

gboolean
gram_notices_has_access (GramRegistry *registry,
                         GramEvent event,
                         const GramPersonRecord *person,
                         gint64 account_id,
                         gboolean *access,
                         GError **error)
{
  const GramEventRow *row = gram_event_row (event);
  g_autoptr (GramMember) member = NULL;

  *access = is_handler_told (row, person);
  if (*access || account_id == 0)
    return TRUE;
  if (!gram_member_table_get (registry->store, account_id, person->id, &member, error))
    return FALSE;
  *access = person->active && is_member_told (row, member);
  return TRUE;
}

gboolean
gram_notices_find_claimant (GramCall *call, gint64 claimed_by, gint64 *person_id, GError **error)
{
  g_autoptr (GramPersonRecord) claimant = NULL;

  *person_id = 0;
  if (claimed_by == 0)
    return TRUE;
  if (!gram_person_table_get (call->store, claimed_by, &claimant, error))
    return FALSE;
  if (claimant != NULL && claimant->active && (claimant->role & GRAM_CASE_HANDLERS) != 0)
    *person_id = claimant->id;
  return TRUE;
}

/* One notice, as the person has switched the event. */
static gboolean
tell_person (GramCall *call,
             const GramTidings *tidings,
             const char *detail,
             gint64 person_id,
             GError **error)
{
  const GramEventRow *row = gram_event_row (tidings->event);
  GramPersonEvent how = { tidings->event, row->inbox, row->desktop };
  g_autoptr (GramNoticeRecord) notice = NULL;

  /* Who does something knows it. */
  if (person_id == gram_call_person_id (call)
      || (call->approver != NULL && call->approver->id == person_id))
    return TRUE;
  if (!gram_person_event_table_get (call->store, person_id, &how, error))
    return FALSE;
  if (!how.inbox && !how.desktop)
    return TRUE;

  notice = gram_notice_record_new ();
  notice->person_id = person_id;
  notice->event = tidings->event;
  notice->account_id = tidings->account_id;
  notice->subject = g_strdup (tidings->subject);
  notice->subject_id = tidings->subject_id;
  notice->occasion = tidings->occasion != NULL ? g_strdup (tidings->occasion)
                                               : g_strdup_printf ("%" PRId64, call->journal_id);
  notice->detail = g_strdup (detail);
  notice->at = call->now;
  notice->inbox = how.inbox;
  notice->desktop = how.desktop ? GRAM_NOTICE_DESKTOP_TO_SHOW : GRAM_NOTICE_DESKTOP_NO;
  return gram_notice_table_insert (call->unit, notice, error);
}

static gboolean
tell_members (GramCall *call, const GramTidings *tidings, const char *detail, GError **error)
{
  const GramEventRow *row = gram_event_row (tidings->event);
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) members = NULL;

  if (!gram_account_table_get (call->store, tidings->account_id, &account, error))
    return FALSE;
  /* Nothing happens in a closed account that somebody would have to be told. */
  if (account == NULL || account->state == GRAM_ACCOUNT_CLOSED)
    return TRUE;
  members = gram_member_table_list (call->store, tidings->account_id, error);
  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const GramMember *member = members->pdata[i];

      if (is_member_told (row, member)
          && !tell_person (call, tidings, detail, member->person_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell_handlers (GramCall *call, const GramTidings *tidings, const char *detail, GError **error)
{
  const GramEventRow *row = gram_event_row (tidings->event);
  g_autoptr (GPtrArray) persons
      = gram_person_table_list_roles (call->store, GRAM_CASE_HANDLERS, error);

  if (persons == NULL)
    return FALSE;
  for (guint i = 0; i < persons->len; i++)
    {
      const GramPersonRecord *person = persons->pdata[i];

      if (is_handler_told (row, person) && !tell_person (call, tidings, detail, person->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell_one (GramCall *call, const GramTidings *tidings, const char *detail, GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  gboolean access = FALSE;

  if (!gram_person_table_get (call->store, tidings->person_id, &person, error))
    return FALSE;
  if (person == NULL)
    return TRUE;
  if (!gram_notices_has_access (call->registry, tidings->event, person, tidings->account_id,
                                &access, error))
    return FALSE;
  return !access || tell_person (call, tidings, detail, person->id, error);
}

gboolean
gram_notices_tell (GramCall *call, const GramTidings *tidings, GError **error)
{
  g_autoptr (GVariant) detail
      = tidings->detail != NULL ? g_variant_ref_sink (tidings->detail) : NULL;
  g_autofree char *text = detail != NULL ? gram_json_from_variant (detail) : g_strdup ("");

  switch (tidings->recipients)
    {
    case GRAM_RECIPIENTS_MEMBERS:
      return tell_members (call, tidings, text, error);

    case GRAM_RECIPIENTS_HANDLERS:
      return tell_handlers (call, tidings, text, error);

    case GRAM_RECIPIENTS_PERSON:
      return tell_one (call, tidings, text, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
gram_notices_tell_side (GramCall *call,
                        GramEvent event,
                        gint64 account_id,
                        const char *subject,
                        gint64 subject_id,
                        const char *occasion,
                        GVariantDict *detail,
                        GError **error)
{
  GramTidings tidings = {
    .event = event,
    .account_id = account_id,
    .subject = subject,
    .subject_id = subject_id,
    .occasion = occasion,
    .detail = g_variant_dict_end (detail),
    .recipients = account_id != 0 ? GRAM_RECIPIENTS_MEMBERS : GRAM_RECIPIENTS_HANDLERS,
  };

  return gram_notices_tell (call, &tidings, error);
}

gboolean
gram_notices_tell_vehicles (GramCall *call,
                            GramEvent event,
                            gint64 n_vehicles,
                            gint64 vehicle_id,
                            GError **error)
{
  return gram_notices_tell_vehicles_of (call, call->account->id, event, n_vehicles, vehicle_id,
                                        error);
}

gboolean
gram_notices_tell_vehicles_of (GramCall *call,
                               gint64 account_id,
                               GramEvent event,
                               gint64 n_vehicles,
                               gint64 vehicle_id,
                               GError **error)
{
  gboolean one = n_vehicles == 1 && vehicle_id != 0;
  GramTidings tidings = {
    .event = event,
    .account_id = account_id,
    .subject = one ? "vehicle" : "vehicles",
    .subject_id = one ? vehicle_id : account_id,
    .recipients = GRAM_RECIPIENTS_MEMBERS,
  };

  if (n_vehicles == 0)
    return TRUE;
  tidings.detail = g_variant_new_parsed ("{'vehicles': <%x>}", n_vehicles);
  return gram_notices_tell (call, &tidings, error);
}
