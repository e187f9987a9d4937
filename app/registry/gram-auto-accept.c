/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-auto-accept.h"

#include "gram-charge-scheme.h"
#include "gram-effects-in-force.h"
#include "gram-rulebooks.h"

/* Records that are read at a time. */
#define PAGE 1000

gboolean
gram_auto_judge_init (GramAutoJudge *self,
                      GramRegistry *registry,
                      const GramAccountRecord *account,
                      guint switches,
                      GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, account->kind);
  GramChargeScheme scheme;

  *self = (GramAutoJudge){
    .kind = account->kind,
    .state = account->state,
    .switches = switches,
  };
  if (!gram_effects_in_force (registry, account->kind, account->state, &self->effects, error)
      || !gram_charge_scheme_today (registry, account, &scheme, error))
    return FALSE;
  self->fleet_average = scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  return gram_date_parse (today, GRAM_DATE_ISO, &self->today, error)
         && gram_rulebooks_in_force (gram_registry_get_store (registry), account->kind, today,
                                     &self->rulebook_id, &self->rulebook, error);
}

void
gram_auto_judge_clear (GramAutoJudge *self)
{
  g_clear_pointer (&self->rulebook, gram_rulebook_unref);
}

gboolean
gram_auto_judge_accepts (const GramAutoJudge *self,
                         const GramVehicleRecord *vehicle,
                         GramAutoReason *reason)
{
  GramAcceptanceFacts facts;

  gram_acceptance_facts_init (&facts, vehicle, self->kind, self->state);
  facts.effects = self->effects;
  facts.fleet_average = self->fleet_average;
  if (!gram_acceptance_auto (&facts, self->rulebook, (GramAutoAccept)self->switches, self->today,
                             reason))
    return FALSE;
  if (self->rulebook_id != 0)
    return TRUE;
  /* There is no rulebook to freeze on the record. */
  if (reason != NULL)
    *reason = GRAM_AUTO_REASON_NO_TARGET;
  return FALSE;
}

/* One page: reads the records, judges them, accepts those that are taken. */
static gboolean
accept_page (GramCall *call,
             const GramAutoJudge *judge,
             const gint64 *ids,
             guint n_ids,
             GramAutoAcceptSums *sums,
             GError **error)
{
  g_autoptr (GPtrArray) records = gram_vehicle_table_page (call->store, ids, n_ids, error);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (gint64));
  GramAcceptance acceptance = {
    .at = call->now,
    .person_id = gram_call_person_id (call),
    .automatically = TRUE,
    .rulebook_id = judge->rulebook_id,
  };
  gint64 accepted;
  gint64 units;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const GramVehicleRecord *vehicle = records->pdata[i];

      if (gram_auto_judge_accepts (judge, vehicle, NULL))
        g_array_append_val (taken, vehicle->id);
    }
  sums->skipped += records->len - taken->len;
  if (taken->len == 0)
    return TRUE;
  if (!gram_vehicle_table_accept_ids (call->unit, call->account->id, (const gint64 *)taken->data,
                                      taken->len, &acceptance, &accepted, &units, error))
    return FALSE;
  /* What the judge takes is ready and needs no attention, so the table takes it, too. */
  g_assert (accepted == taken->len);
  sums->accepted += accepted;
  sums->units += units;
  return TRUE;
}

gboolean
gram_auto_accept_ids (GramCall *call,
                      const GramAutoJudge *judge,
                      const gint64 *ids,
                      gsize n_ids,
                      GramAutoAcceptSums *sums,
                      GError **error)
{
  if (judge->switches == GRAM_AUTO_ACCEPT_OFF)
    return TRUE;
  for (gsize at = 0; at < n_ids; at += PAGE)
    if (!accept_page (call, judge, ids + at, (guint)MIN (PAGE, n_ids - at), sums, error)
        || !gram_call_progress (call, (gint64)at, (gint64)n_ids, (gint64)at, error))
      return FALSE;
  return TRUE;
}

gboolean
gram_auto_accept_waiting (GramCall *call, guint switches, GramAutoAcceptSums *sums, GError **error)
{
  g_auto (GramAutoJudge) judge = { 0 };
  g_autoptr (GArray) ids = NULL;
  GramVehicleQuery query = {
    .account_id = call->account->id,
    .statuses = 1u << GRAM_VEHICLE_READY,
  };

  if (!gram_auto_judge_init (&judge, call->registry, call->account, switches, error))
    return FALSE;
  ids = gram_vehicle_table_ids (call->store, &query, 0, error);
  return ids != NULL
         && gram_auto_accept_ids (call, &judge, (const gint64 *)ids->data, ids->len, sums, error);
}
