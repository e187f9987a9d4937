/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accept-bill.h"

#include "gram-charge-postings.h"
#include "gram-check.h"

#include "gram-acceptance.h"
#include "gram-ccs.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

gboolean
gram_accept_check_vehicle (GramCall *call,
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

gboolean
gram_accept_read_figures (GramCall *call,
                          GramFigures *figures,
                          GramRefusal **refusal,
                          GError **error)
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

gboolean
gram_accept_check_credits (GramCall *call,
                           const GramChargeWish *wish,
                           GramRefusal **refusal,
                           GError **error)
{
  return wish->wish.use == GRAM_CREDIT_USE_NONE
         || _gram_check_allowed (call->registry, gram_command_find ("charge.offset"), call->person,
                                 call->account, refusal, error);
}

/* What the callback of the store adds up. */
typedef struct
{
  const GramFigures *figures;
  GramAcceptBill *bill;
} Sums;

static void
add_vehicle (const GramVehicleRecord *facts, GramCcsShare *share, gpointer data)
{
  Sums *sums = data;
  GramAcceptBill *bill = sums->bill;

  if (!gram_figures_of (sums->figures, facts, share))
    {
      bill->without_figure++;
      return;
    }
  bill->credit_vehicles += share->difference > 0;
  bill->charge_vehicles += share->difference < 0;
  bill->credits += MAX (share->difference, 0);
  bill->excess += MAX (-share->difference, 0);
}

static void
add_ccts_vehicle (const GramVehicleRecord *facts, GramCcsShare *share, gpointer data)
{
  Sums *sums = data;

  *share = (GramCcsShare){ 0 };
  sums->bill->without_figure++;
}

static gboolean
add_up (GramCall *call,
        const GramVehicleQuery *query,
        const GArray *ids,
        const GramFigures *figures,
        GramAcceptBill *bill,
        GError **error)
{
  gboolean ccs = gram_account_kind_scheme (figures->kind) == GRAM_SCHEME_CCS;
  Sums sums = { figures, bill };
  GramFigureSums posted;

  if (!gram_vehicle_table_figure (call->store, query,
                                  ids != NULL ? (const gint64 *)ids->data : NULL,
                                  ids != NULL ? ids->len : 0, ccs ? add_vehicle : add_ccts_vehicle,
                                  &sums, &posted, error))
    return FALSE;
  bill->vehicles = posted.records;
  bill->amount = posted.charges;
  return TRUE;
}

/* Those that are named: all of them, or the ones that will do if the rest is to be left out. */
static gboolean
add_named (GramCall *call,
           const GArray *ids,
           const GramFigures *figures,
           GramAcceptBill *bill,
           GramRefusal **refusal,
           GError **error)
{
  const GramVehicleQuery query = { .account_id = call->account->id };
  gboolean skip = gram_call_get_boolean (call, "skip");
  g_autoptr (GArray) kept = NULL;

  bill->asked = ids->len;
  if (!add_up (call, &query, ids, figures, bill, error))
    return FALSE;
  if (bill->vehicles == ids->len || skip)
    return TRUE;
  /* One of them will not do: the command says which, and why. */
  kept = gram_selection_check (call, ids, gram_accept_check_vehicle, NULL, FALSE, &bill->refusal,
                               error);
  if (kept != NULL)
    return gram_selection_refuse_unknown (call, refusal);
  return bill->refusal != NULL;
}

/* All that match is meant of those that are ready; what needs attention is left to a person. */
static gboolean
add_matching (GramCall *call,
              const GramVehicleQuery *query,
              const GramFigures *figures,
              GramAcceptBill *bill,
              GError **error)
{
  g_autoptr (GramVehicleQuery) ready = gram_vehicle_query_copy (query);
  GramVehicleSums asked = { 0 };

  if (query->statuses != 0 && (query->statuses & (1u << GRAM_VEHICLE_READY)) == 0)
    return TRUE;
  ready->statuses = 1u << GRAM_VEHICLE_READY;
  if (!gram_vehicle_table_sums (call->store, ready, &asked, error)
      || !add_up (call, ready, NULL, figures, bill, error))
    return FALSE;
  bill->asked = asked.records;
  return TRUE;
}

GPtrArray *
gram_charge_balances (const GramCcsRules *rules,
                      const GArray *holdings,
                      int earned_year,
                      gint64 earned,
                      const GArray *offsets)
{
  GPtrArray *balances = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_charge_balance_free);

  for (guint i = 0; i < holdings->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (holdings, GramCcsCredits, i);
      GramChargeBalance *balance = g_new0 (GramChargeBalance, 1);

      balance->year = line->year;
      balance->lapses_on = gram_date_format (gram_ccs_credit_lapse (rules, line->year));
      balance->held = line->credits;
      balance->earned = line->year == earned_year ? earned : 0;
      for (guint k = 0; k < offsets->len; k++)
        {
          const GramCcsOffset *offset = &g_array_index (offsets, GramCcsOffset, k);

          balance->used += offset->year == line->year ? offset->credits : 0;
        }
      g_ptr_array_add (balances, balance);
    }
  return balances;
}

/* What is there to pay with: what is held, and what the selection earns. */
static GArray *
holdings_with (GramCall *call, int year, gint64 earned, GError **error)
{
  GArray *holdings = gram_charge_holdings (call->store, call->account, error);
  const GramCcsCredits line = { year, earned };
  guint i = 0;

  if (holdings == NULL || earned == 0)
    return holdings;
  while (i < holdings->len && g_array_index (holdings, GramCcsCredits, i).year < year)
    i++;
  if (i < holdings->len && g_array_index (holdings, GramCcsCredits, i).year == year)
    g_array_index (holdings, GramCcsCredits, i).credits += earned;
  else
    g_array_insert_val (holdings, i, line);
  return holdings;
}

/* The charge that these vehicles would make, as a sheet. */
static GPtrArray *
sheets_of (const GramAcceptBill *bill)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_charge_sheet_free);
  GramChargeRecord *record = gram_charge_record_new ();

  record->grams = bill->excess;
  record->rate = bill->rate;
  record->amount = bill->amount;
  record->outstanding = bill->amount;
  g_ptr_array_add (sheets, gram_charge_sheet_new (record));
  return sheets;
}

static gboolean
pay (GramCall *call,
     const GramFigures *figures,
     const GramChargeWish *wish,
     GramAcceptBill *bill,
     GramRefusal **refusal,
     GError **error)
{
  gint64 earned = bill->fleet_average ? 0 : bill->credits;
  g_autoptr (GArray) holdings = holdings_with (call, figures->year, earned, error);
  g_autoptr (GPtrArray) sheets = sheets_of (bill);
  g_autoptr (GArray) offsets = NULL;
  GramChargeOffsetSums sums = { 0 };

  if (holdings == NULL)
    return FALSE;
  if (wish->wish.use != GRAM_CREDIT_USE_NONE && bill->amount > 0)
    offsets
        = gram_charge_offsets_plan (call->registry, sheets, holdings, wish, &sums, refusal, error);
  else
    offsets = g_array_new (FALSE, FALSE, sizeof (GramCcsOffset));
  if (offsets == NULL)
    return FALSE;
  bill->balances
      = gram_charge_balances (figures->rulebook->ccs, holdings, figures->year, earned, offsets);
  bill->offset = sums.credits;
  bill->discharged = sums.discharged;
  bill->outstanding = bill->amount - sums.discharged;
  return gram_charges_outstanding (call->store, call->account->id, &bill->pending, &bill->in_favour,
                                   error);
}

/* Another bill has another digest: other vehicles, figures, credits. */
static void
make_digest (const GramFigures *figures, GramAcceptBill *bill)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%" PRId64 " %" PRId64 " %d %d", figures->account_id,
                          figures->rulebook_id, bill->year, bill->fleet_average);
  g_string_append_printf (text, " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64, bill->vehicles,
                          bill->without_figure, bill->credit_vehicles, bill->charge_vehicles);
  g_string_append_printf (text, " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64, bill->credits,
                          bill->excess, bill->amount, bill->outstanding);
  for (guint i = 0; i < bill->balances->len; i++)
    {
      const GramChargeBalance *balance = bill->balances->pdata[i];

      if (balance->used > 0)
        g_string_append_printf (text, " %d %" PRId64, balance->year, balance->used);
    }
  bill->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
}

static gboolean
work_out_ccs (GramCall *call,
              const GramFigures *figures,
              const GramChargeWish *wish,
              GramAcceptBill *bill,
              GramRefusal **refusal,
              GError **error)
{
  const GramCcsRules *rules = figures->rulebook->ccs;
  GramDate today = gram_charge_today (call->registry);

  bill->fleet_average = figures->charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  if (!gram_rulebook_ccs_rate (figures->rulebook, figures->year, figures->kind, bill->fleet_average,
                               &bill->rate))
    bill->rate = 0;
  bill->due_on = gram_date_format (
      gram_ccs_charge_due_on (rules,
                              bill->fleet_average ? GRAM_CHARGE_FLEET_AVERAGE : GRAM_CHARGE_PAYG,
                              figures->year, today));
  return pay (call, figures, wish, bill, refusal, error);
}

GramAcceptBill *
gram_accept_bill_work_out (GramCall *call,
                           const GramSelection *selection,
                           const GramFigures *figures,
                           const GramChargeWish *wish,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GramAcceptBill) bill = g_new0 (GramAcceptBill, 1);

  bill->year = figures->year;
  if (selection->query != NULL ? !add_matching (call, selection->query, figures, bill, error)
                               : !add_named (call, selection->ids, figures, bill, refusal, error))
    return NULL;
  if (gram_account_kind_scheme (figures->kind) != GRAM_SCHEME_CCS)
    {
      bill->due_on = g_strdup ("");
      bill->balances = g_ptr_array_new ();
    }
  else if (!work_out_ccs (call, figures, wish, bill, refusal, error))
    return NULL;
  if (bill->vehicles == 0 && bill->refusal == NULL)
    gram_accept_refuse_none (&bill->refusal);
  make_digest (figures, bill);
  return g_steal_pointer (&bill);
}

gboolean
gram_accept_refuse_none (GramRefusal **refusal)
{
  return gram_refuse (refusal, "vehicle.none-acceptable", NULL,
                      _ ("None of these vehicles can be accepted now"));
}
