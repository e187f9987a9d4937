/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-auto-accept.h"
#include "gram-handlers.h"
#include "gram-notices.h"
#include "gram-rulebooks.h"
#include "gram-selection.h"

#include <glib/gi18n-lib.h>

static gboolean
check_acceptable (GramCall *call,
                  const GramVehicleRecord *vehicle,
                  gpointer data,
                  GramRefusal **refusal)
{
  GramAcceptanceFacts facts;

  gram_acceptance_facts_init (&facts, vehicle, call->account->kind, call->account->state);
  /* The state was checked by its effects in force, with the command. */
  facts.effects |= GRAM_EFFECT_ACCEPT;
  return gram_acceptance_check (&facts, refusal);
}

static gboolean
check_entered (GramCall *call,
               const GramVehicleRecord *vehicle,
               gpointer data,
               GramRefusal **refusal)
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

static gboolean
read_figures (GramCall *call, GramFigures *figures, GramRefusal **refusal, GError **error)
{
  g_autofree char *today = NULL;

  if (!gram_figures_init (figures, call->registry, call->account, error))
    return FALSE;
  if (figures->rulebook != NULL)
    return TRUE;
  today = gram_call_dup_today (call);
  return gram_refuse (refusal, "rulebook.none", NULL,
                      _ ("No rulebook of this scheme is in force on %s; the administrator has to "
                         "publish one"),
                      today);
}

static gboolean
accept_all (GramCall *call,
            GramVehicleQuery *query,
            const GramFigures *figures,
            GramAccepted *accepted,
            gint64 *skipped,
            GError **error)
{
  GramVehicleSums left = { 0 };

  /* All that match is meant of those that are ready; what needs attention is left to a person, and counted. */
  if (query->statuses != 0 && (query->statuses & (1u << GRAM_VEHICLE_READY)) == 0)
    return TRUE;
  query->statuses = 1u << GRAM_VEHICLE_READY;
  if (!gram_figures_accept_query (call, figures, query, FALSE, accepted, error)
      || !gram_vehicle_table_sums (call->store, query, &left, error))
    return FALSE;
  *skipped = left.records;
  return TRUE;
}

static gboolean
accept_named (GramCall *call,
              const GArray *named,
              const GramFigures *figures,
              GramAccepted *accepted,
              gint64 *skipped,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GArray) ids
      = gram_selection_check (call, named, check_acceptable, NULL,
                              gram_call_get_boolean (call, "skip"), refusal, error);

  if (ids == NULL)
    return FALSE;
  *skipped = named->len - ids->len;
  if (ids->len == 0)
    return TRUE;
  if (!gram_figures_accept_ids (call, figures, (const gint64 *)ids->data, ids->len, FALSE, accepted,
                                error))
    return FALSE;
  g_assert (accepted->records == ids->len);
  return TRUE;
}

gboolean
gram_vehicles_accept (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSelection) selection = { 0 };
  g_auto (GramFigures) figures = { 0 };
  GramAccepted accepted = { 0 };
  gint64 skipped = 0;

  if (!gram_selection_read (&selection, call, refusal, error)
      || !read_figures (call, &figures, refusal, error))
    return FALSE;
  if (selection.query != NULL
          ? !accept_all (call, selection.query, &figures, &accepted, &skipped, error)
          : !accept_named (call, selection.ids, &figures, &accepted, &skipped, refusal, error))
    return FALSE;
  if (accepted.records == 0)
    return gram_refuse (refusal, "vehicle.none-acceptable", NULL,
                        _ ("None of these vehicles can be accepted now"));

  gram_call_answer_int64 (call, "accepted", accepted.records);
  gram_call_answer_int64 (call, "units", accepted.units);
  gram_call_answer_int64 (call, "skipped", skipped);
  gram_accepted_answer (&accepted, call);
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
  gint64 one;

  if (!gram_selection_read (&selection, call, refusal, error))
    return FALSE;
  ids = selection.query != NULL ? entered_ids (call, selection.query, error)
                                : gram_selection_check (call, selection.ids, check_entered, NULL,
                                                        FALSE, refusal, error);
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
  gram_call_answer_int64 (call, "auto-accepted", sums.accepted.records);
  gram_accepted_answer (&sums.accepted, call);
  one = marked == 1 ? g_array_index (ids, gint64, 0) : 0;
  return gram_notices_tell_vehicles (call, GRAM_EVENT_VEHICLE_READY, marked - sums.accepted.records,
                                     one, error)
         && gram_notices_tell_vehicles (call, GRAM_EVENT_AUTO_ACCEPTED, sums.accepted.records, one,
                                        error);
}
