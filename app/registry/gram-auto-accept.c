/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-auto-accept.h"

#include "gram-effects-in-force.h"

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

  *self = (GramAutoJudge){
    .kind = account->kind,
    .state = account->state,
    .switches = switches,
  };
  return gram_effects_in_force (registry, account->kind, account->state, &self->effects, error)
         && gram_date_parse (today, GRAM_DATE_ISO, &self->today, error)
         && gram_figures_init (&self->figures, registry, account, error);
}

void
gram_auto_judge_clear (GramAutoJudge *self)
{
  gram_figures_clear (&self->figures);
}

gboolean
gram_auto_judge_accepts (const GramAutoJudge *self,
                         const GramVehicleRecord *vehicle,
                         GramAutoReason *reason)
{
  GramAcceptanceFacts facts;

  gram_acceptance_facts_init (&facts, vehicle, self->kind, self->state);
  facts.effects = self->effects;
  facts.fleet_average = self->figures.charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  if (!gram_acceptance_auto (&facts, self->figures.rulebook, (GramAutoAccept)self->switches,
                             self->today, reason))
    return FALSE;
  if (self->figures.rulebook_id != 0)
    return TRUE;
  /* There is no rulebook to freeze on the record. */
  if (reason != NULL)
    *reason = GRAM_AUTO_REASON_NO_TARGET;
  return FALSE;
}

/* One page: reads the records and judges them. */
static gboolean
judge_page (GramCall *call,
            const GramAutoJudge *judge,
            const gint64 *ids,
            guint n_ids,
            GArray *taken,
            GError **error)
{
  g_autoptr (GPtrArray) records = gram_vehicle_table_page (call->store, ids, n_ids, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const GramVehicleRecord *vehicle = records->pdata[i];

      if (gram_auto_judge_accepts (judge, vehicle, NULL))
        g_array_append_val (taken, vehicle->id);
    }
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
  g_autoptr (GArray) taken = NULL;

  if (judge->switches == GRAM_AUTO_ACCEPT_OFF)
    return TRUE;
  taken = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gsize at = 0; at < n_ids; at += PAGE)
    if (!judge_page (call, judge, ids + at, (guint)MIN (PAGE, n_ids - at), taken, error)
        || !gram_call_progress (call, (gint64)at, (gint64)n_ids, (gint64)at, error))
      return FALSE;
  sums->skipped += (gint64)n_ids - taken->len;
  return taken->len == 0 || gram_auto_accept_taken (call, judge, taken, &sums->accepted, error);
}

gboolean
gram_auto_accept_taken (GramCall *call,
                        const GramAutoJudge *judge,
                        const GArray *taken,
                        GramAccepted *accepted,
                        GError **error)
{
  gint64 records = accepted->records;

  if (!gram_figures_accept_ids (call, &judge->figures, (const gint64 *)taken->data, taken->len,
                                TRUE, accepted, error))
    return FALSE;
  /* What the judge takes is ready and needs no attention, so the table takes it, too. */
  g_assert (accepted->records - records == taken->len);
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
