/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-correction-money.h"

#include "gram-charge-back.h"
#include "gram-charge-postings.h"
#include "gram-figure-postings.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The charge of which the vehicle is. */
static gboolean
read_charge (GramStore *store,
             const GramVehicleRecord *vehicle,
             GramChargeSheet **sheet,
             GError **error)
{
  GramChargeRecord *record = NULL;

  if (!gram_charge_table_of_posting (store, vehicle->posting_id, &record, error))
    return FALSE;
  if (record == NULL)
    {
      g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                   _ ("Vehicle %" PRId64 " has a charge that the registry does not have"),
                   vehicle->id);
      return FALSE;
    }
  *sheet = gram_charge_sheet_read (store, record, error);
  return *sheet != NULL;
}

static GramChargeSheet *
find_sheet (GPtrArray *sheets, GramStore *store, const GramVehicleRecord *vehicle, GError **error)
{
  GramChargeSheet *sheet = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      sheet = sheets->pdata[i];
      if (sheet->record->posting_id == vehicle->posting_id)
        return sheet;
    }
  if (!read_charge (store, vehicle, &sheet, error))
    return NULL;
  g_ptr_array_add (sheets, sheet);
  return sheet;
}

static void
add_credits (GArray *credits, int year, gint64 amount)
{
  const GramCcsCredits line = { year, amount };

  for (guint i = 0; i < credits->len; i++)
    if (g_array_index (credits, GramCcsCredits, i).year == year)
      {
        g_array_index (credits, GramCcsCredits, i).credits += amount;
        return;
      }
  g_array_append_val (credits, line);
}

static gboolean
work_out_back (GramCorrectionMoney *self,
               GramRegistry *registry,
               const GramCcsRules *rules,
               GPtrArray *sheets,
               const GramCorrection *correction,
               const GramCorrectionFigures *figures,
               GramChargeBack *back,
               GError **error)
{
  GramChargeSheet *sheet = find_sheet (sheets, registry->store, correction->vehicle, error);
  g_autoptr (GramRefusal) no = NULL;

  if (sheet == NULL)
    return FALSE;
  if (!gram_charge_sheet_take_back (sheet, rules, -figures->before.difference,
                                    figures->before.charge, back, &no))
    {
      g_set_error_literal (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT, no->message);
      return FALSE;
    }
  self->charges -= back->back.dropped;
  self->in_favour += back->back.money_back;
  for (guint i = 0; i < back->credits->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (back->credits, GramCcsCredits, i);

      add_credits (self->credits, line->year, line->credits);
    }
  return TRUE;
}

static gboolean
work_out_new (GramCorrectionMoney *self,
              const GramCcsRules *rules,
              const GramCorrectionFigures *figures,
              const GramChargeBack *back,
              GError **error)
{
  GramChargeRecord *record = gram_charge_record_new ();
  g_autoptr (GramChargeSheet) sheet = NULL;
  g_auto (GramChargeAgain) again = { 0 };

  record->grams = -figures->after.difference;
  record->amount = record->outstanding = figures->after.charge;
  if (!gram_figures_rate (&figures->figures, &record->rate, error))
    {
      gram_charge_record_free (record);
      return FALSE;
    }
  sheet = gram_charge_sheet_new (record);
  if (back->credits != NULL)
    {
      gram_charge_sheet_settle_again (sheet, rules, back, &again);
      self->in_favour -= again.money;
      for (guint i = 0; i < again.offsets->len; i++)
        {
          const GramCcsOffset *offset = &g_array_index (again.offsets, GramCcsOffset, i);

          add_credits (self->credits, offset->year, -offset->credits);
        }
    }
  self->charges += sheet->record->outstanding;
  return TRUE;
}

gboolean
gram_correction_money_work_out (GramCorrectionMoney *self,
                                GramRegistry *registry,
                                GPtrArray *sheets,
                                const GramCorrection *correction,
                                const GramCorrectionFigures *figures,
                                GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_auto (GramChargeBack) back = { 0 };
  const GramCcsRules *rules = gram_charge_rules (registry, &rulebook, error);

  *self = (GramCorrectionMoney){
    .credits = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits)),
  };
  return rules != NULL
         && (figures->before.charge == 0
             || work_out_back (self, registry, rules, sheets, correction, figures, &back, error))
         && (figures->after.charge == 0 || work_out_new (self, rules, figures, &back, error));
}

void
gram_correction_money_clear (GramCorrectionMoney *self)
{
  g_clear_pointer (&self->credits, g_array_unref);
}

/* A charge that a correction makes: due as one that comes up today. */
static gboolean
make_charge (GramCall *call,
             const GramCorrection *correction,
             const GramCorrectionFigures *figures,
             GramChargeDraft *draft,
             gint64 *charge_id,
             GError **error)
{
  draft->account_id = correction->account->id;
  draft->due_on = gram_ccs_charge_due_on (figures->figures.rulebook->ccs, draft->kind, draft->year,
                                          gram_charge_today (call->registry));
  draft->rulebook_id = figures->figures.rulebook_id;
  return gram_charges_make (call, draft, charge_id, error);
}

static gboolean
post_new (GramCall *call,
          const GramCorrection *correction,
          const GramCorrectionFigures *figures,
          const GramCcsCorrection *moves,
          gint64 *posting_id,
          gint64 *charge_id,
          GError **error)
{
  const GramFigurePosting in = {
    .account_id = correction->account->id,
    .kind = correction->account->kind,
    .year = figures->after.year,
    .credits = moves->credit_new,
    .charges = moves->charge_new,
  };
  GramChargeDraft draft = {
    .kind = GRAM_CHARGE_PAYG,
    .year = figures->after.year,
    .vehicles = 1,
    .grams = -figures->after.difference,
    .amount = moves->charge_new,
  };

  if (!gram_figure_posting_post (call, "correction", &in, posting_id, error))
    return FALSE;
  draft.posting_id = *posting_id;
  return moves->charge_new == 0
         || (gram_figures_rate (&figures->figures, &draft.rate, error)
             && make_charge (call, correction, figures, &draft, charge_id, error));
}

/* Credits that it had earned: what was used of them is owed. */
static gboolean
post_credits_back (GramCall *call,
                   const GramCorrection *correction,
                   const GramCorrectionFigures *figures,
                   const GramCcsCorrection *moves,
                   gint64 *posting_id,
                   GError **error)
{
  const GramFigurePosting back = {
    .account_id = correction->account->id,
    .kind = correction->account->kind,
    .year = figures->before.year,
    .credits = -moves->credit_back,
    .charges = moves->short_amount,
  };
  GramChargeDraft draft = {
    .kind = GRAM_CHARGE_SHORT,
    .year = figures->before.year,
    .grams = moves->credit_short,
    .rate = figures->short_rate,
    .amount = moves->short_amount,
  };

  if (!gram_figure_posting_post (call, "reversal", &back, posting_id, error))
    return FALSE;
  draft.posting_id = *posting_id;
  return moves->short_amount == 0 || make_charge (call, correction, figures, &draft, NULL, error);
}

static gboolean
post_charge_back (GramCall *call,
                  const GramCorrection *correction,
                  const GramCorrectionFigures *figures,
                  GramChargeBack *back,
                  gint64 *posting_id,
                  GError **error)
{
  g_autoptr (GramChargeSheet) sheet = NULL;

  return read_charge (call->store, correction->vehicle, &sheet, error)
         && gram_charges_take_back_sheet (call, "reversal", sheet, correction->account,
                                          -figures->before.difference, figures->before.charge, back,
                                          posting_id, error);
}

gboolean
gram_correction_money_post (GramCall *call,
                            const GramCorrection *correction,
                            const GramCorrectionFigures *figures,
                            const GramCcsCorrection *moves,
                            GramCorrectionPosted *posted,
                            GError **error)
{
  g_auto (GramChargeBack) back = { 0 };
  gint64 charge_id = 0;

  *posted = (GramCorrectionPosted){ 0 };
  if (!post_new (call, correction, figures, moves, &posted->posting, &charge_id, error))
    return FALSE;
  if (figures->before.charge == 0)
    return post_credits_back (call, correction, figures, moves, &posted->reversal, error);
  return post_charge_back (call, correction, figures, &back, &posted->reversal, error)
         && (charge_id == 0 || gram_charges_settle_again (call, charge_id, &back, error));
}
