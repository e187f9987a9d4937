/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accept-bill.h"
#include "gram-auto-accept.h"
#include "gram-charges.h"
#include "gram-handlers.h"
#include "gram-notices.h"
#include "gram-settlement-arguments.h"
#include "gram-units.h"

#include <glib/gi18n-lib.h>

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
      = gram_selection_check (call, named, gram_accept_check_vehicle, NULL,
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

/* The bill that somebody looked at has to be the one that comes. */
static gboolean
check_expected (GramCall *call,
                const GramSelection *selection,
                const GramFigures *figures,
                const GramChargeWish *wish,
                GramRefusal **refusal,
                GError **error)
{
  const char *expected = gram_call_get_string (call, "expect");
  g_autoptr (GramAcceptBill) bill = NULL;

  if (expected == NULL)
    return TRUE;
  bill = gram_accept_bill_work_out (call, selection, figures, wish, refusal, error);
  if (bill == NULL)
    return FALSE;
  return g_str_equal (bill->digest, expected)
         || gram_refuse (refusal, "vehicle.bill-changed", GRAM_CHARGES_ARTICLE,
                         _ ("What these vehicles cost has changed meanwhile; look at it again"));
}

/* The credits of the same selection are posted already, so they pay, too. */
static gboolean
set_off (GramCall *call,
         const GramAccepted *accepted,
         const GramChargeWish *wish,
         GramChargeOffsetSums *sums,
         GramRefusal **refusal,
         GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GArray) holdings = NULL;
  g_autoptr (GArray) offsets = NULL;

  *sums = (GramChargeOffsetSums){ 0 };
  if (wish->wish.use == GRAM_CREDIT_USE_NONE || accepted->charge_id == 0)
    return TRUE;
  g_array_append_val (ids, accepted->charge_id);
  sheets = gram_charge_sheets_named (call->store, call->account, ids, refusal, error);
  if (sheets == NULL)
    return FALSE;
  holdings = gram_charge_holdings (call->store, call->account, error);
  if (holdings == NULL)
    return FALSE;
  offsets = gram_charge_offsets_plan (call->registry, sheets, holdings, wish, sums, refusal, error);
  return offsets != NULL && gram_charge_offsets_write (call, sheets, call->account, offsets, error);
}

static void
answer_paid (GramCall *call, const GramAccepted *accepted, const GramChargeOffsetSums *sums)
{
  if (accepted->charge_id == 0)
    return;
  gram_settlement_answer_decimal (call, "offset", sums->credits, GRAM_UNIT_CREDIT_SCALE);
  gram_settlement_answer_decimal (call, "outstanding", accepted->charges - sums->discharged,
                                  GRAM_DECIMAL_SCALE_MONEY);
}

gboolean
gram_vehicles_accept (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramSelection) selection = { 0 };
  g_auto (GramFigures) figures = { 0 };
  g_auto (GramChargeWish) wish = { 0 };
  GramChargeOffsetSums sums;
  GramAccepted accepted = { 0 };
  gint64 skipped = 0;

  if (!gram_selection_read (&selection, call, refusal, error)
      || !gram_charge_wish_read (&wish, call->arguments, GRAM_CREDIT_USE_NONE, refusal)
      || !gram_accept_check_credits (call, &wish, refusal, error)
      || !gram_accept_read_figures (call, &figures, refusal, error)
      || !check_expected (call, &selection, &figures, &wish, refusal, error))
    return FALSE;
  if (selection.query != NULL
          ? !accept_all (call, selection.query, &figures, &accepted, &skipped, error)
          : !accept_named (call, selection.ids, &figures, &accepted, &skipped, refusal, error))
    return FALSE;
  if (accepted.records == 0)
    return gram_accept_refuse_none (refusal);
  if (!set_off (call, &accepted, &wish, &sums, refusal, error))
    return FALSE;

  gram_call_answer_int64 (call, "accepted", accepted.records);
  gram_call_answer_int64 (call, "units", accepted.units);
  gram_call_answer_int64 (call, "skipped", skipped);
  gram_accepted_answer (&accepted, call);
  answer_paid (call, &accepted, &sums);
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
