/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-corrections.h"

#include "gram-correction-money.h"
#include "gram-figure-postings.h"

#include "gram-identifier.h"
#include "gram-correction-table.h"
#include "gram-case-vehicle-table.h"
#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>

gboolean
gram_correction_stays (const GramCorrection *self)
{
  return self->account != NULL && self->account_after != NULL
         && self->account->id == self->account_after->id;
}

/* A change of the make moves no figure; a vehicle that was accepted before figures were kept stays without one then. */
static gboolean
touches_figures (const GramCorrection *correction)
{
  const GramVehicleField *fields = gram_vehicle_fields ();

  if (!gram_correction_stays (correction))
    return TRUE;
  for (guint i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    if (gram_vehicle_field_has_figures (&fields[i], correction->account->kind)
        && gram_vehicle_field_differs (&fields[i], correction->vehicle, correction->after))
      return TRUE;
  return FALSE;
}

static gboolean
same_share (const GramCcsShare *a, const GramCcsShare *b)
{
  return a->year == b->year && a->difference == b->difference && a->credit == b->credit
         && a->charge == b->charge;
}

gboolean
gram_correction_figures_init (GramCorrectionFigures *self,
                              const GramCorrection *correction,
                              GramRegistry *registry,
                              GHashTable *rulebooks,
                              GError **error)
{
  const GramVehicleRecord *vehicle = correction->vehicle;

  *self = (GramCorrectionFigures){ 0 };
  if (vehicle == NULL || vehicle->status != GRAM_VEHICLE_ACCEPTED
      || gram_account_kind_scheme (correction->account->kind) != GRAM_SCHEME_CCS)
    return TRUE;
  self->before = gram_ccs_share_of_row (vehicle->obligation_year, vehicle->difference,
                                        vehicle->charge, vehicle->posting_id != 0);
  if (!touches_figures (correction))
    {
      self->after = self->before;
      return TRUE;
    }
  if (!gram_figures_init_frozen (&self->figures, registry, correction->account, vehicle, rulebooks,
                                 error))
    return FALSE;
  if (gram_correction_stays (correction))
    gram_figures_of (&self->figures, correction->after, &self->after);
  self->changes = !same_share (&self->before, &self->after);
  /* Only what was posted by Pay As You Go can be short; the rate is then that of the year. */
  if (self->before.credit > 0
      && !gram_rulebook_ccs_rate (self->figures.rulebook, self->before.year,
                                  correction->account->kind, FALSE, &self->short_rate))
    {
      g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                   _ ("The rulebook that was frozen has no rate for %d"), self->before.year);
      return FALSE;
    }
  return TRUE;
}

void
gram_correction_figures_clear (GramCorrectionFigures *self)
{
  gram_figures_clear (&self->figures);
}

gboolean
gram_correction_figures_moves (const GramCorrectionFigures *self,
                               const GramCorrection *correction,
                               gint64 credits,
                               GramCcsCorrection *moves,
                               GramRefusal **refusal)
{
  g_return_val_if_fail (self->figures.rulebook != NULL, FALSE);

  return gram_ccs_correct (self->figures.rulebook->ccs, &self->before, &self->after,
                           gram_correction_stays (correction), credits, self->short_rate, moves,
                           refusal);
}

static gboolean
post_figures (GramCall *call,
              const GramCorrection *correction,
              const GramCorrectionFigures *figures,
              GramCorrectionRecord *record,
              GramRefusal **refusal,
              GError **error)
{
  GramFigureStanding standing;
  GramCcsCorrection moves;
  GramCorrectionPosted posted;

  record->year_before = figures->before.year;
  record->difference_before = figures->before.difference;
  record->charge_before = figures->before.charge;
  record->year_after = figures->after.year;
  record->difference_after = figures->after.difference;
  record->charge_after = figures->after.charge;
  if (!figures->changes)
    return TRUE;
  record->reverses = correction->vehicle->posting_id;
  if (!gram_figure_postings_standing (call->store, correction->account->id,
                                      correction->account->kind, figures->before.year, &standing,
                                      error)
      || !gram_correction_figures_moves (figures, correction, standing.credits, &moves, refusal)
      || !gram_correction_money_post (call, correction, figures, &moves, &posted, error))
    return FALSE;
  record->posting = posted.posting;
  record->reversal = posted.reversal;
  return TRUE;
}

/* What the row freezes after it. */
static void
freeze (GramVehicleRecord *after,
        const GramCorrectionFigures *figures,
        const GramCorrectionRecord *record)
{
  after->obligation_year = figures->after.year;
  after->difference = figures->after.difference;
  after->charge = figures->after.charge;
  if (!figures->changes)
    return;
  after->posting_id = record->posting;
  after->fleet_average = figures->after.year > 0
                         && figures->figures.charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
}

static gboolean
create (GramCall *call, const GramCorrection *correction, GError **error)
{
  GramVehicleRecord *after = correction->after;

  return gram_vehicle_table_insert (call->unit, after, 0, error)
         && gram_case_vehicle_table_add (call->unit, correction->case_id, &after->id, 1, FALSE,
                                         error);
}

static gboolean
change_accepted (GramCall *call,
                 const GramCorrection *correction,
                 GHashTable *rulebooks,
                 GramCorrectionSums *sums,
                 GramRefusal **refusal,
                 GError **error)
{
  const GramVehicleRecord *vehicle = correction->vehicle;
  g_auto (GramCorrectionFigures) figures = { 0 };
  GramCorrectionRecord record = {
    .vehicle_id = vehicle->id,
    .case_id = correction->case_id,
    .journal_id = call->journal_id,
    .version = vehicle->version + 1,
    .account_before = vehicle->account_id,
    .account_after = correction->after->account_id,
  };

  if (!gram_correction_figures_init (&figures, correction, call->registry, rulebooks, error)
      || !post_figures (call, correction, &figures, &record, refusal, error))
    return FALSE;
  freeze (correction->after, &figures, &record);
  sums->postings += (record.reversal != 0) + (record.posting != 0);
  return gram_vehicle_table_update (call->unit, vehicle, correction->after, call->journal_id, 0, 0,
                                    error)
         && gram_correction_table_insert (call->unit, &record, error);
}

gboolean
gram_corrections_apply (GramCall *call,
                        const GramCorrection *correction,
                        GHashTable *rulebooks,
                        GramCorrectionSums *sums,
                        GramRefusal **refusal,
                        GError **error)
{
  const GramVehicleRecord *vehicle = correction->vehicle;

  g_return_val_if_fail (correction->account_after != NULL, FALSE);

  sums->vehicles++;
  correction->after->account_id = correction->account_after->id;
  if (vehicle == NULL)
    return create (call, correction, error);
  if (vehicle->status == GRAM_VEHICLE_ACCEPTED)
    return change_accepted (call, correction, rulebooks, sums, refusal, error);
  return gram_vehicle_table_update (call->unit, vehicle, correction->after, call->journal_id, 0, 0,
                                    error);
}

gboolean
gram_corrections_make_unassigned (GramCall *call,
                                  GramAccountKind kind,
                                  GramAccountRecord **account,
                                  GError **error)
{
  g_autoptr (GramAccountRecord) made = NULL;
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  gint64 serial;

  if (!gram_account_table_get_unassigned (call->store, kind, account, error))
    return FALSE;
  if (*account != NULL)
    return TRUE;
  if (!gram_account_table_next_serial (call->store, &serial, error)
      || !gram_account_number_make (serial, number, error))
    return FALSE;
  made = gram_account_record_new ();
  made->kind = kind;
  made->number = g_strdup (number);
  made->holder = g_strdup (_ ("Unassigned vehicles"));
  made->opened_at = call->now;
  made->unassigned = TRUE;
  if (!gram_account_table_insert (call->unit, made, error))
    return FALSE;
  *account = g_steal_pointer (&made);
  return TRUE;
}
