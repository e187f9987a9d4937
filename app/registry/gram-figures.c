/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-figures.h"

#include "gram-charge-scheme.h"
#include "gram-charges.h"
#include "gram-figure-postings.h"
#include "gram-rulebooks.h"
#include "gram-units.h"

#include "gram-ccs-charge.h"
#include "gram-decimal.h"

#include <glib/gi18n-lib.h>

gboolean
gram_figures_init (GramFigures *self,
                   GramRegistry *registry,
                   const GramAccountRecord *account,
                   GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, account->kind);
  GramDate day;

  *self = (GramFigures){ .account_id = account->id, .kind = account->kind };
  if (!gram_date_parse (today, GRAM_DATE_ISO, &day, error)
      || !gram_charge_scheme_today (registry, account, &self->charge_scheme, error))
    return FALSE;
  self->year = gram_date_scheme_year (day);
  return gram_rulebooks_in_force (gram_registry_get_store (registry), account->kind, today,
                                  &self->rulebook_id, &self->rulebook, error);
}

/* The scheme was frozen with the figures: an approval that began or ended meanwhile changes nothing. Only what has none tells
   by the day, as of vehicles of before version 5, or of those outside the standard. */
static gboolean
read_frozen_scheme (GramFigures *self,
                    GramRegistry *registry,
                    const GramAccountRecord *account,
                    const GramVehicleRecord *vehicle,
                    GError **error)
{
  self->charge_scheme
      = vehicle->fleet_average ? GRAM_CHARGE_SCHEME_FLEET_AVERAGE : GRAM_CHARGE_SCHEME_PAYG;
  return vehicle->fleet_average || vehicle->posting_id != 0
         || gram_charge_scheme_at (registry, account, vehicle->accepted_at, &self->charge_scheme,
                                   error);
}

gboolean
gram_figures_init_frozen (GramFigures *self,
                          GramRegistry *registry,
                          const GramAccountRecord *account,
                          const GramVehicleRecord *vehicle,
                          GHashTable *rulebooks,
                          GError **error)
{
  GramDate day;

  g_return_val_if_fail (vehicle->accepted_at > 0, FALSE);

  *self = (GramFigures){
    .account_id = account->id,
    .kind = account->kind,
    .rulebook_id = vehicle->rulebook_id,
  };
  day = gram_date_from_instant (vehicle->accepted_at,
                                gram_zone_of_scheme (gram_account_kind_scheme (account->kind)));
  self->year = gram_date_scheme_year (day);
  return read_frozen_scheme (self, registry, account, vehicle, error)
         && gram_rulebooks_read (gram_registry_get_store (registry), vehicle->rulebook_id,
                                 rulebooks, &self->rulebook, error);
}

void
gram_figures_clear (GramFigures *self)
{
  g_clear_pointer (&self->rulebook, gram_rulebook_unref);
}

gboolean
gram_figures_explain (const GramFigures *self,
                      const GramVehicleRecord *vehicle,
                      GramCcsFigure *figure,
                      GramRefusal **refusal)
{
  const GramCcsFacts facts = {
    .year = self->year,
    .kind = self->kind,
    .fleet_average = self->charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE,
    .type = vehicle->type,
    .mass_kg = vehicle->mass_kg,
    .co2_micro = vehicle->co2_micro,
  };

  g_return_val_if_fail (self->rulebook != NULL, FALSE);
  g_return_val_if_fail (self->rulebook->ccs != NULL, FALSE);

  if (*vehicle->excluded != '\0')
    return gram_refuse (refusal, "vehicle.excluded", NULL,
                        _ ("The vehicle is outside the standard, so it has no target"));
  return gram_ccs_figure (self->rulebook, &facts, figure, refusal);
}

gboolean
gram_figures_of (const GramFigures *self, const GramVehicleRecord *vehicle, GramCcsShare *share)
{
  GramCcsFigure figure;
  GramCcsShare one;

  *share = (GramCcsShare){ 0 };
  if (self->rulebook == NULL || self->rulebook->ccs == NULL
      || !gram_figures_explain (self, vehicle, &figure, NULL))
    return FALSE;
  one = gram_ccs_share_of_figure (&figure, self->charge_scheme);
  /* What does not fit is no figure either: a person has to look at such a vehicle. */
  if (!gram_decimal_multiply (one.difference, vehicle->units, &one.difference)
      || !gram_decimal_multiply (one.credit, vehicle->units, &one.credit)
      || !gram_decimal_multiply (one.charge, vehicle->units, &one.charge))
    return FALSE;
  *share = one;
  return TRUE;
}

gboolean
gram_figures_rate (const GramFigures *self, gint64 *rate, GError **error)
{
  gboolean fleet_average = self->charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;

  if (self->rulebook != NULL
      && gram_rulebook_ccs_rate (self->rulebook, self->year, self->kind, fleet_average, rate))
    return TRUE;
  g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
               _ ("The rulebook that was frozen has no rate for %d"), self->year);
  return FALSE;
}

/* What the callbacks of the store are given. */
typedef struct
{
  GramCall *call;
  const GramFigures *figures;
  GramAccepted *accepted;
} Work;

static void
work_out (const GramVehicleRecord *facts, GramCcsShare *share, gpointer data)
{
  const Work *work = data;

  gram_figures_of (work->figures, facts, share);
}

/* What these vehicles are over is one charge (CCS facts §5). */
static gboolean
make_charge (const Work *work, const GramFigureSums *sums, gint64 posting_id, GError **error)
{
  const GramFigures *figures = work->figures;
  const GramCcsRules *rules = figures->rulebook->ccs;
  GramDate today = gram_date_from_instant (work->call->now, GRAM_ZONE_AUCKLAND);
  GramChargeDraft draft = {
    .account_id = figures->account_id,
    .kind = GRAM_CHARGE_PAYG,
    .year = figures->year,
    .vehicles = sums->charged,
    .grams = sums->grams,
    .amount = sums->charges,
    .due_on = gram_ccs_charge_due_on (rules, GRAM_CHARGE_PAYG, figures->year, today),
    .rulebook_id = figures->rulebook_id,
    .posting_id = posting_id,
  };

  return sums->charges == 0
         || (gram_figures_rate (figures, &draft.rate, error)
             && gram_charges_make (work->call, &draft, &work->accepted->charge_id, error));
}

static gboolean
post (const GramFigureSums *sums, gint64 *posting_id, gpointer data, GError **error)
{
  const Work *work = data;
  const GramFigurePosting posting = {
    .account_id = work->figures->account_id,
    .kind = work->figures->kind,
    .year = work->figures->year,
    .credits = sums->credits,
    .charges = sums->charges,
  };

  *posting_id = 0;
  if (sums->credits == 0 && sums->charges == 0)
    return TRUE;
  if (!gram_figure_posting_post (work->call, "acceptance", &posting, posting_id, error)
      || !make_charge (work, sums, *posting_id, error))
    return FALSE;
  work->accepted->credits += sums->credits;
  work->accepted->charges += sums->charges;
  work->accepted->posting_id = *posting_id;
  return TRUE;
}

/* The month of an instant in New Zealand. */
static int
period_of (gint64 instant)
{
  GramDate day = gram_date_from_instant (instant, GRAM_ZONE_AUCKLAND);

  return day.year * 100 + day.month;
}

static void
acceptance_init (GramAcceptance *acceptance, Work *work, gboolean automatically)
{
  *acceptance = (GramAcceptance){
    .at = work->call->now,
    .person_id = gram_call_person_id (work->call),
    .automatically = automatically,
    .rulebook_id = work->figures->rulebook_id,
  };
  if (gram_account_kind_scheme (work->figures->kind) != GRAM_SCHEME_CCS)
    return;
  acceptance->period = period_of (work->call->now);
  acceptance->fleet_average = work->figures->charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  acceptance->figure = work_out;
  acceptance->post = post;
  acceptance->data = work;
}

gboolean
gram_figures_accept_query (GramCall *call,
                           const GramFigures *self,
                           const GramVehicleQuery *query,
                           gboolean automatically,
                           GramAccepted *accepted,
                           GError **error)
{
  Work work = { call, self, accepted };
  GramAcceptance acceptance;
  gint64 records;
  gint64 units;

  acceptance_init (&acceptance, &work, automatically);
  if (!gram_vehicle_table_accept_query (call->unit, query, &acceptance, &records, &units, error))
    return FALSE;
  accepted->records += records;
  accepted->units += units;
  return TRUE;
}

gboolean
gram_figures_accept_ids (GramCall *call,
                         const GramFigures *self,
                         const gint64 *ids,
                         gsize n_ids,
                         gboolean automatically,
                         GramAccepted *accepted,
                         GError **error)
{
  Work work = { call, self, accepted };
  GramAcceptance acceptance;
  gint64 records;
  gint64 units;

  acceptance_init (&acceptance, &work, automatically);
  if (!gram_vehicle_table_accept_ids (call->unit, self->account_id, ids, n_ids, &acceptance,
                                      &records, &units, error))
    return FALSE;
  accepted->records += records;
  accepted->units += units;
  return TRUE;
}

void
gram_accepted_answer (const GramAccepted *self, GramCall *call)
{
  g_autofree char *credits
      = gram_decimal_format (self->credits, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
  g_autofree char *charges
      = gram_decimal_format (self->charges, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);

  if (self->posting_id == 0)
    return;
  gram_call_answer_int64 (call, "posting", self->posting_id);
  gram_call_answer_string (call, "credits", credits);
  gram_call_answer_string (call, "charges", charges);
  if (self->charge_id != 0)
    gram_call_answer_int64 (call, "charge", self->charge_id);
}
