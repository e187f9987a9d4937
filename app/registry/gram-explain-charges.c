/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-explain-ccs-private.h"

#include "gram-charge-sheets.h"
#include "gram-queries-people-private.h"
#include "gram-units.h"

#include "gram-ccs-words.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Charges that are told one by one. */
#define MOST_CHARGES 30

/* What settles a charge, added up. */
typedef struct
{
  gint64 grams;
  gint64 grams_back;
  gint64 amount;
  gint64 amount_back;
  gint64 credits;
  gint64 discharged;
  gint64 money;
  gint64 carried;
  gint64 outstanding;
} Sums;

static gboolean
add_charge (GramStore *store, const GramChargeRecord *charge, Sums *sums, GError **error)
{
  g_autoptr (GramChargeSheet) sheet
      = gram_charge_sheet_read (store, gram_charge_record_copy (charge), error);

  if (sheet == NULL)
    return FALSE;
  sums->grams += charge->grams;
  sums->grams_back += charge->grams_back;
  sums->amount += charge->amount;
  sums->amount_back += charge->amount_back;
  sums->credits += charge->credits;
  sums->outstanding += charge->outstanding;
  sums->money += sheet->facts.money;
  sums->carried += sheet->facts.carried;
  sums->discharged += charge->amount - charge->amount_back - charge->outstanding
                      - sheet->facts.money - sheet->facts.carried;
  return TRUE;
}

/* What was charged, what came off it, and what is left. */
static void
add_sums (GPtrArray *lines, const Sums *sums)
{
  GramExplanationLine *line;

  if (sums->amount_back > 0)
    {
      _gram_explain_grams (lines, "grams-back", _ ("Grams that corrections took back"),
                           sums->grams_back, NULL);
      _gram_explain_money (lines, "amount-back", _ ("Taken back by corrections"), sums->amount_back,
                           NULL);
    }
  line = _gram_explain_grams (lines, "credits", _ ("Credits set against it"), sums->credits,
                              GRAM_EXPLAIN_CREDITS);
  gram_explanation_set_formula (line, "%s", _ ("1 credit offsets 1 gram"));
  line = _gram_explain_money (lines, "discharged", _ ("Discharged by credits"), sums->discharged,
                              GRAM_EXPLAIN_CREDITS);
  gram_explanation_set_formula (
      line, "%s",
      _ ("Amount − amount for the grams that the credits leave; the last hundredth "
         "of a gram discharges what is left"));
  gram_explanation_set_rounding (line, GRAM_ROUND_HALF_UP, GRAM_DECIMAL_SCALE_MONEY);
  _gram_explain_money (lines, "money", _ ("Paid with money"), sums->money, NULL);
  if (sums->carried != 0)
    _gram_explain_money (lines, "carried", _ ("Borrowed: carried into the next year"),
                         sums->carried, "LTA 1998 s 179");
  line = _gram_explain_money (lines, "outstanding", _ ("Outstanding"), sums->outstanding,
                              GRAM_EXPLAIN_CHARGES);
  gram_explanation_set_formula (line, "%s",
                                _ ("Amount − taken back − discharged − paid − carried, never "
                                   "below 0"));
}

static char *
charge_title (const GramChargeRecord *charge)
{
  /* Translators: number of a charge, kind of it, obligation year */
  return g_strdup_printf (_ ("Charge %" PRId64 ": %s, %d"), charge->id,
                          gram_charge_kind_title (charge->kind), charge->year);
}

static void
lead_to_charge (GramExplanationLine *line, const GramChargeRecord *charge)
{
  line->charge_id = charge->id;
  line->account_id = charge->account_id;
  g_set_str (&line->account, charge->number);
  line->year = charge->year;
}

gboolean
_gram_explain_charges (const GramCcsReading *self,
                       GramFigureExplanation *explanation,
                       GramRefusal **refusal,
                       GError **error)
{
  g_autoptr (GPtrArray) charges = gram_charge_table_live (self->store, self->account->id, error);
  gint64 others = 0;
  gint64 all = 0;

  for (guint i = 0; charges != NULL && i < charges->len; i++)
    {
      const GramChargeRecord *charge = charges->pdata[i];
      g_autofree char *title = charge_title (charge);
      g_autofree char *due = gram_explanation_dup_day (charge->due_on);
      GramExplanationLine *line;

      all += charge->outstanding;
      if (i >= MOST_CHARGES)
        {
          others += charge->outstanding;
          continue;
        }
      line = _gram_explain_money (explanation->lines, "charge", title, charge->outstanding,
                                  GRAM_EXPLAIN_CHARGES);
      gram_explanation_set_formula (line, _ ("Due on %s"), due);
      lead_to_charge (line, charge);
    }
  if (charges == NULL)
    return FALSE;
  if (others > 0)
    _gram_explain_money (explanation->lines, "others", _ ("All other charges"), others, NULL);
  gram_explanation_set_formula (_gram_explain_money (explanation->lines, "charges",
                                                     _ ("Pending charges"), all,
                                                     GRAM_EXPLAIN_CHARGES),
                                "%s", _ ("Sum of what is outstanding"));
  return TRUE;
}

gboolean
_gram_explain_charges_of_year (const GramCcsReading *self,
                               GramFigureExplanation *explanation,
                               GramRefusal **refusal,
                               GError **error)
{
  g_autoptr (GPtrArray) charges
      = gram_charge_table_list (self->store, self->account->id, self->year, error);
  GPtrArray *lines = explanation->lines;
  GramExplanationLine *line;
  Sums sums = { 0 };

  for (guint i = 0; charges != NULL && i < charges->len; i++)
    {
      const GramChargeRecord *charge = charges->pdata[i];
      g_autofree char *title = charge_title (charge);

      if (!add_charge (self->store, charge, &sums, error))
        return FALSE;
      if (i >= MOST_CHARGES)
        continue;
      line = _gram_explain_money (lines, "charge", title, charge->amount, GRAM_EXPLAIN_CHARGES);
      lead_to_charge (line, charge);
    }
  if (charges == NULL)
    return FALSE;
  line = _gram_explain_grams (lines, "grams", _ ("Grams over target"), sums.grams,
                              GRAM_EXPLAIN_CHARGES);
  _gram_explain_set_vehicles (line, self->account, self->year);
  gram_explanation_set_formula (_gram_explain_money (lines, "amount", _ ("Charged"), sums.amount,
                                                     GRAM_EXPLAIN_CHARGES),
                                "%s", _ ("Each charge by its own rate"));
  add_sums (lines, &sums);
  return TRUE;
}

static void
add_amount (GPtrArray *lines, const GramChargeRecord *charge)
{
  g_autofree char *grams = gram_decimal_format_in_locale (charge->grams, GRAM_UNIT_CREDIT_SCALE, 2);
  g_autofree char *rate = gram_decimal_format_in_locale (charge->rate, GRAM_DECIMAL_SCALE_MONEY,
                                                         GRAM_DECIMAL_SCALE_MONEY);
  GramExplanationLine *line;

  if (charge->vehicles > 0)
    {
      line = gram_explanation_add_whole (lines, "vehicles", _ ("Vehicles over target"),
                                         charge->vehicles, GRAM_EXPLAIN_CHARGES);
      lead_to_charge (line, charge);
    }
  if (charge->grams > 0)
    {
      line = _gram_explain_grams (lines, "grams", _ ("Grams over target"), charge->grams,
                                  GRAM_EXPLAIN_TARGET);
      lead_to_charge (line, charge);
      _gram_explain_money (lines, "rate", _ ("Rate for each gram"), charge->rate,
                           GRAM_EXPLAIN_CHARGES);
    }
  line = _gram_explain_money (lines, "amount", _ ("Charged"), charge->amount, GRAM_EXPLAIN_CHARGES);
  if (charge->grams == 0)
    return;
  /* Pay As You Go charges each vehicle: each amount is rounded for itself. */
  if (charge->kind == GRAM_CHARGE_PAYG && charge->vehicles > 1)
    gram_explanation_set_formula (line, _ ("Sum over the vehicles of grams × NZ$%s"), rate);
  else
    gram_explanation_set_formula (line, "%s × NZ$%s", grams, rate);
  gram_explanation_set_rounding (line, GRAM_ROUND_HALF_UP, GRAM_DECIMAL_SCALE_MONEY);
}

/* A charge that is not there, and one that the actor may not see, get the same answer. */
static GramChargeRecord *
view_charge (GramRegistry *self,
             GramActor *actor,
             gint64 charge_id,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramChargeRecord) charge = NULL;
  g_autoptr (GramRefusal) why = NULL;

  if (!gram_charge_table_get (self->store, charge_id, &charge, error))
    return NULL;
  if (charge != NULL && _gram_query_view (self, actor, charge->account_id, NULL, NULL, &why, error))
    return g_steal_pointer (&charge);
  if (charge != NULL && why == NULL)
    return NULL;
  gram_refuse (refusal, "charge.unknown", NULL, _ ("There is no charge %" PRId64), charge_id);
  return NULL;
}

static GramFigureExplanation *
explain_charge (GramRegistry *self,
                GramActor *actor,
                gint64 charge_id,
                GramRefusal **refusal,
                GError **error)
{
  g_autoptr (GramChargeRecord) charge = view_charge (self, actor, charge_id, refusal, error);
  g_autoptr (GramFigureExplanation) explanation = NULL;
  g_autofree char *title = NULL;
  Sums sums = { 0 };

  if (charge == NULL || !add_charge (self->store, charge, &sums, error))
    return NULL;
  title = charge_title (charge);
  explanation = gram_figure_explanation_new ("charge", title,
                                             charge->rulebook != NULL ? charge->rulebook : "");
  add_amount (explanation->lines, charge);
  add_sums (explanation->lines, &sums);
  return g_steal_pointer (&explanation);
}

GramFigureExplanation *
gram_registry_explain_charge (GramRegistry *self,
                              GramActor *actor,
                              gint64 charge_id,
                              GramRefusal **refusal,
                              GError **error)
{
  GramFigureExplanation *explanation;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  explanation = explain_charge (self, actor, charge_id, refusal, error);
  gram_store_end_read (self->store);
  return explanation;
}
