/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-auto-accept.h"
#include "gram-handlers.h"
#include "gram-rulebooks.h"
#include "gram-selection.h"

#include <glib/gi18n-lib.h>

/* Records that are read at a time. */
#define PAGE 1000

/* Whether a vehicle of a selection will do. */
typedef gboolean (*CheckFunc) (GramCall *call,
                               const GramVehicleRecord *vehicle,
                               GramRefusal **refusal);

static gboolean
check_acceptable (GramCall *call, const GramVehicleRecord *vehicle, GramRefusal **refusal)
{
  GramAcceptanceFacts facts;

  gram_acceptance_facts_init (&facts, vehicle, call->account->kind, call->account->state);
  /* The state was checked by its effects in force, with the command. */
  facts.effects |= GRAM_EFFECT_ACCEPT;
  return gram_acceptance_check (&facts, refusal);
}

static gboolean
check_entered (GramCall *call, const GramVehicleRecord *vehicle, GramRefusal **refusal)
{
  switch (vehicle->status)
    {
    case GRAM_VEHICLE_ENTERED:
      return TRUE;
    case GRAM_VEHICLE_READY:
      return gram_refuse (refusal, "vehicle.already-ready", NULL,
                          _ ("It is ready for acceptance already"));
    case GRAM_VEHICLE_ACCEPTED:
    default:
      return gram_refuse (refusal, "vehicle.already-accepted", NULL, _ ("It is accepted already"));
    }
}

/* Puts the vehicle in front of what is wrong with it. */
static gboolean
refuse_vehicle (const GramVehicleRecord *vehicle, const GramRefusal *why, GramRefusal **refusal)
{
  return gram_refuse (refusal, why->id, why->article, "%s: %s", vehicle->label, why->message);
}

static gboolean
check_page (GramCall *call,
            const gint64 *ids,
            guint n_ids,
            CheckFunc check,
            GArray *kept,
            gboolean skip,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GPtrArray) records = gram_vehicle_table_page (call->store, ids, n_ids, error);

  if (records == NULL)
    return FALSE;
  /* An id that nobody has, and one of another account, get the same answer. */
  if (records->len < n_ids)
    return gram_refuse (refusal, "vehicle.unknown", NULL,
                        _ ("A vehicle of the selection is not on account %s"),
                        call->account->number);
  for (guint i = 0; i < records->len; i++)
    {
      const GramVehicleRecord *vehicle = records->pdata[i];
      g_autoptr (GramRefusal) why = NULL;

      if (vehicle == NULL || vehicle->account_id != call->account->id)
        return gram_refuse (refusal, "vehicle.unknown", NULL,
                            _ ("A vehicle of the selection is not on account %s"),
                            call->account->number);
      if (check (call, vehicle, &why))
        g_array_append_val (kept, vehicle->id);
      else if (!skip)
        return refuse_vehicle (vehicle, why, refusal);
    }
  return TRUE;
}

/* Those of @ids that pass, or, unless @skip, a refusal for the first that does not. */
static GArray *
check_ids (GramCall *call,
           const GArray *ids,
           CheckFunc check,
           gboolean skip,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);

  for (guint at = 0; at < ids->len; at += PAGE)
    if (!check_page (call, &g_array_index (ids, gint64, at), MIN (PAGE, ids->len - at), check, kept,
                     skip, refusal, error)
        || !gram_call_progress (call, at, ids->len, at, error))
      return NULL;
  return g_steal_pointer (&kept);
}

static gboolean
read_acceptance (GramCall *call, GramAcceptance *acceptance, GramRefusal **refusal, GError **error)
{
  g_autofree char *today = gram_call_dup_today (call);
  g_autoptr (GramRulebook) rulebook = NULL;

  *acceptance = (GramAcceptance){
    .at = call->now,
    .person_id = gram_call_person_id (call),
  };
  if (!gram_rulebooks_in_force (call->store, call->account->kind, today, &acceptance->rulebook_id,
                                &rulebook, error))
    return FALSE;
  if (rulebook == NULL)
    return gram_refuse (refusal, "rulebook.none", NULL,
                        _ ("No rulebook of this scheme is in force on %s; the administrator has to "
                           "publish one"),
                        today);
  return TRUE;
}

static gboolean
accept_all (GramCall *call,
            GramVehicleQuery *query,
            const GramAcceptance *acceptance,
            gint64 *accepted,
            gint64 *units,
            gint64 *skipped,
            GError **error)
{
  GramVehicleSums left = { 0 };

  /* All that match is meant of those that are ready; what needs attention is left to a person, and counted. */
  if (query->statuses != 0 && (query->statuses & (1u << GRAM_VEHICLE_READY)) == 0)
    return TRUE;
  query->statuses = 1u << GRAM_VEHICLE_READY;
  if (!gram_vehicle_table_accept_query (call->unit, query, acceptance, accepted, units, error)
      || !gram_vehicle_table_sums (call->store, query, &left, error))
    return FALSE;
  *skipped = left.records;
  return TRUE;
}

static gboolean
accept_named (GramCall *call,
              const GArray *named,
              const GramAcceptance *acceptance,
              gint64 *accepted,
              gint64 *units,
              gint64 *skipped,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GArray) ids = check_ids (call, named, check_acceptable,
                                      gram_call_get_boolean (call, "skip"), refusal, error);

  if (ids == NULL)
    return FALSE;
  *skipped = named->len - ids->len;
  if (ids->len == 0)
    return TRUE;
  if (!gram_vehicle_table_accept_ids (call->unit, call->account->id, (const gint64 *)ids->data,
                                      ids->len, acceptance, accepted, units, error))
    return FALSE;
  g_assert (*accepted == ids->len);
  return TRUE;
}

gboolean
gram_vehicles_accept (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSelection) selection = { 0 };
  GramAcceptance acceptance;
  gint64 accepted = 0;
  gint64 units = 0;
  gint64 skipped = 0;

  if (!gram_selection_read (&selection, call, refusal, error)
      || !read_acceptance (call, &acceptance, refusal, error))
    return FALSE;
  if (selection.query != NULL
          ? !accept_all (call, selection.query, &acceptance, &accepted, &units, &skipped, error)
          : !accept_named (call, selection.ids, &acceptance, &accepted, &units, &skipped, refusal,
                           error))
    return FALSE;
  if (accepted == 0)
    return gram_refuse (refusal, "vehicle.none-acceptable", NULL,
                        _ ("None of these vehicles can be accepted now"));

  gram_call_answer_int64 (call, "accepted", accepted);
  gram_call_answer_int64 (call, "units", units);
  gram_call_answer_int64 (call, "skipped", skipped);
  return TRUE;
}

/* The ids of a filter's entered vehicles. */
static GArray *
entered_ids (GramCall *call, GramVehicleQuery *query, GError **error)
{
  if (query->statuses != 0 && (query->statuses & (1u << GRAM_VEHICLE_ENTERED)) == 0)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  query->statuses = 1u << GRAM_VEHICLE_ENTERED;
  return gram_vehicle_table_ids (call->store, query, 0, error);
}

gboolean
gram_vehicles_mark_ready (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSelection) selection = { 0 };
  g_auto (GramAutoJudge) judge = { 0 };
  g_autoptr (GArray) ids = NULL;
  GramAutoAcceptSums sums = { 0 };
  gint64 marked;

  if (!gram_selection_read (&selection, call, refusal, error))
    return FALSE;
  ids = selection.query != NULL
            ? entered_ids (call, selection.query, error)
            : check_ids (call, selection.ids, check_entered, FALSE, refusal, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return gram_refuse (refusal, "vehicle.none-entered", NULL,
                        _ ("None of these vehicles waits for its inspection"));

  if (!gram_vehicle_table_mark_ready_ids (call->unit, call->account->id, (const gint64 *)ids->data,
                                          ids->len, call->now, &marked, error)
      || !gram_auto_judge_init (&judge, call->registry, call->account, call->account->auto_accept,
                                error)
      || !gram_auto_accept_ids (call, &judge, (const gint64 *)ids->data, ids->len, &sums, error))
    return FALSE;
  g_assert (marked == ids->len);

  gram_call_answer_int64 (call, "ready", marked);
  gram_call_answer_int64 (call, "auto-accepted", sums.accepted);
  return TRUE;
}
