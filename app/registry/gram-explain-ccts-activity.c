/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-explain-ccts-private.h"

#include "gram-explanation-lines.h"

#include "gram-baseline-table.h"
#include "gram-registration-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define CO2_UNIT _ ("g CO₂/km")

/* The cars of a participant as they stand now: of each account, and of all together. */
typedef struct
{
  const GramSettlement *standing;

  /* Owned References */
  GArray *accounts;
  GramCctsSavingsOff *off;
  GramCctsMeasurer *all;

  GramCctsActivity now;
} Fleet;

static void
fleet_clear (Fleet *self)
{
  g_clear_pointer (&self->accounts, g_array_unref);
  g_clear_pointer (&self->all, gram_ccts_measurer_free);
  g_clear_pointer (&self->off, gram_ccts_savings_off_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fleet, fleet_clear)

/* Adds the kept totals of an account to @one and to the fleet. */
static gboolean
fleet_add (Fleet *self, gint64 account_id, GramCctsMeasurer *one, GError **error)
{
  const GramSettlement *standing = self->standing;
  GramDateRange days = gram_ccts_year_range (standing->rulebook->ccts, standing->year);
  g_autofree char *first = gram_date_format (days.first);
  g_autofree char *last = gram_date_format (days.last);
  g_autoptr (GPtrArray) rows
      = gram_registration_table_sums (standing->registry->store, account_id, first, last, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const GramRegistrationTotal *row = rows->pdata[i];
      GramCctsTotals totals;

      gram_participants_totals (&row->amount, &totals);
      gram_ccts_measurer_add (one, row->eco_codes, &totals);
      gram_ccts_measurer_add (self->all, row->eco_codes, &totals);
    }
  return rows != NULL;
}

static gboolean
fleet_init (Fleet *self, const GramSettlement *standing, GError **error)
{
  GramStore *store = standing->registry->store;

  *self = (Fleet){ .standing = standing };
  self->accounts
      = gram_participants_accounts (store, standing->year, &standing->participant, error);
  if (self->accounts == NULL)
    return FALSE;
  self->off
      = gram_participants_savings_off (store, standing->rulebook->ccts, standing->year, error);
  if (self->off == NULL)
    return FALSE;
  self->all = gram_ccts_measurer_new (self->off);
  return TRUE;
}

/* The vehicles that a line counts: the list with this filter shows exactly them. */
static void
set_vehicles (GramExplanationLine *line, const GramAccountRecord *account, int year)
{
  line->account_id = account->id;
  g_set_str (&line->account, account->number);
  line->year = year;
}

/* The cars of a member of a pool, and what they add. */
static gboolean
add_member (Fleet *self,
            gint64 account_id,
            gboolean show,
            GPtrArray *lines,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramCctsMeasurer) measurer = gram_ccts_measurer_new (self->off);
  g_autoptr (GramAccountRecord) account = NULL;
  g_autofree char *title = NULL;
  g_autofree char *activity = NULL;
  GramExplanationLine *line;
  GramCctsActivity own;

  if (!fleet_add (self, account_id, measurer, error))
    return FALSE;
  if (!show)
    return TRUE;
  if (!gram_account_table_get (self->standing->registry->store, account_id, &account, error)
      || !gram_ccts_measurer_end (measurer, &own, refusal))
    return FALSE;
  g_assert (account != NULL);
  title = g_strdup_printf (_ ("NZE cars of %s"), account->holder);
  activity = gram_decimal_format_in_locale (own.activity, GRAM_CCTS_SCALE_ACTIVITY,
                                            GRAM_CCTS_SCALE_ACTIVITY);
  line = gram_explanation_add_whole (lines, "member-cars", title, own.totals.cars,
                                     "CCTS art. 32(2)");
  gram_explanation_set_formula (line, _ ("Member of the pool; activity of its own cars: %s"),
                                activity);
  set_vehicles (line, account, self->standing->year);
  return TRUE;
}

/* Reads the cars; those of a pool are told member by member. */
static gboolean
read_fleet (Fleet *self, GPtrArray *lines, GramRefusal **refusal, GError **error)
{
  for (guint i = 0; i < self->accounts->len; i++)
    if (!add_member (self, g_array_index (self->accounts, gint64, i), self->accounts->len > 1,
                     lines, refusal, error))
      return FALSE;
  return gram_ccts_measurer_end (self->all, &self->now, refusal);
}

/* N: by the last measuring, before it as the cars stand now. */
static void
add_cars (const Fleet *self, const GramAllowanceYear *year, GPtrArray *lines)
{
  GramExplanationLine *line
      = gram_explanation_add_whole (lines, "cars", _ ("NZE cars registered in the scheme year (N)"),
                                    year->cars, "CCTS art. 31(1), art. 34(1)(a)");

  if (self->accounts->len == 1)
    set_vehicles (line, self->standing->account, year->year);
  else
    gram_explanation_set_formula (line, "%s", _ ("Sum over the members of the pool"));
  if (self->now.totals.cars_zero_emission > 0)
    gram_explanation_add_whole (lines, "cars-zero-emission",
                                _ ("Cars that meet the zero-emission conditions, not counted"),
                                self->now.totals.cars_zero_emission, "CCTS art. 31(1)");
  if (self->now.totals.cars_unknown > 0)
    gram_explanation_add_whole (lines, "cars-unknown",
                                _ ("NZE cars without a CO₂ value, counted with 0"),
                                self->now.totals.cars_unknown, NULL);
}

static GramExplanationLine *
add_co2 (GPtrArray *lines, const char *name, const char *title, gint64 micro, const char *article)
{
  GramExplanationLine *line
      = gram_explanation_add_number (lines, name, title, micro, GRAM_DECIMAL_SCALE_CO2, 0, article);

  g_set_str (&line->unit, CO2_UNIT);
  return line;
}

/* Savings that are not taken off, and why not. */
static void
add_savings_off (const Fleet *self, GPtrArray *lines)
{
  const GramCctsActivity *now = &self->now;
  GramExplanationLine *line;

  if (now->saving_off_micro > 0)
    {
      line = add_co2 (lines, "saving-off", _ ("Eco-innovation savings that notices switch off"),
                      now->saving_off_micro, "CCTS art. 36(3)(a)–(b)");
      gram_explanation_set_formula (line,
                                    _ ("Notices of %d; cars: %" PRId64
                                       ", of these with several codes, whose saving cannot be "
                                       "split: %" PRId64),
                                    self->standing->year - 1, now->cars_off, now->cars_partly_off);
    }
  if (now->saving_kept_corrected_micro > 0)
    add_co2 (lines, "saving-corrected",
             _ ("Savings of corrected cars, not taken off by the rulebook’s setting"),
             now->saving_kept_corrected_micro, "CCTS art. 36(2)");
}

/* The sums that the activity is made of: those that were measured, or those of now. */
static void
add_sums (const Fleet *self, const GramAllowanceYear *year, GPtrArray *lines)
{
  const GramParticipant *participant = &self->standing->participant;
  gboolean measured = year->measured && year->participant;
  gint64 co2 = measured ? participant->co2_sum : self->now.totals.co2_micro;
  gint64 saving = measured ? participant->saving_sum : self->now.saving_taken_micro;
  g_autofree char *co2_text = gram_decimal_format_in_locale (co2, GRAM_DECIMAL_SCALE_CO2, 0);
  g_autofree char *saving_text = gram_decimal_format_in_locale (saving, GRAM_DECIMAL_SCALE_CO2, 0);
  GramExplanationLine *line;

  line = add_co2 (lines, "co2", _ ("Sum of the specific emissions"), co2, "CCTS art. 36(1)–(2)");
  gram_explanation_set_formula (line, "%s",
                                _ ("Of each car its emissions, corrected where a correction "
                                   "exists (Art. 13(3) of Regulation (EU) 2019/631)"));
  add_savings_off (self, lines);
  add_co2 (lines, "saving", _ ("Eco-innovation savings taken off"), saving, "CCTS art. 36(3)");
  line = add_co2 (lines, "exact", _ ("Activity before it is cut"), co2 - saving, "CCTS art. 36(1)");
  gram_explanation_set_formula (line, "%s − %s", co2_text, saving_text);
}

/* What changed since the year was measured: measuring it anew would take it up. */
static void
add_now (const Fleet *self, const GramAllowanceYear *year, GPtrArray *lines)
{
  GramExplanationLine *line;

  if (!year->measured || !year->participant
      || (self->now.activity == year->activity && self->now.totals.cars == year->cars))
    return;
  line = gram_explanation_add_number (lines, "activity-now", _ ("Activity as the cars stand now"),
                                      self->now.activity, GRAM_CCTS_SCALE_ACTIVITY,
                                      GRAM_CCTS_SCALE_ACTIVITY, NULL);
  gram_explanation_set_formula (line,
                                _ ("Cars: %" PRId64 "; it counts once the year is measured anew"),
                                self->now.totals.cars);
}

gboolean
_gram_explain_activity (const GramSettlement *standing,
                        const GramAllowanceYear *year,
                        GPtrArray *lines,
                        GramRefusal **refusal,
                        GError **error)
{
  const GramCctsRules *rules = standing->rulebook->ccts;
  g_auto (Fleet) fleet = { 0 };
  GramExplanationLine *line;

  if (!fleet_init (&fleet, standing, error) || !read_fleet (&fleet, lines, refusal, error))
    return FALSE;
  add_cars (&fleet, year, lines);
  add_sums (&fleet, year, lines);
  add_now (&fleet, year, lines);
  line = gram_explanation_add_number (lines, "activity", _ ("Activity"), year->activity,
                                      GRAM_CCTS_SCALE_ACTIVITY, GRAM_CCTS_SCALE_ACTIVITY,
                                      "CCTS art. 36(4)");
  gram_explanation_set_rounding (line, rules->activity_rounding, rules->activity_decimals);
  return TRUE;
}

static gboolean
read_baseline (const GramSettlement *standing,
               GramBaselineRecord **baseline,
               GramRefusal **refusal,
               GError **error)
{
  if (!gram_baseline_table_last (standing->registry->store, standing->year, standing->account->id,
                                 standing->participant.pool_id, baseline, error))
    return FALSE;
  return *baseline != NULL
         || gram_refuse (refusal, "baseline.missing", "CCTS Sch. 1",
                         _ ("No baseline of %d is entered for this account; the administrator has "
                            "to enter it"),
                         standing->year);
}

static void
add_baseline (const GramBaselineRecord *baseline, GPtrArray *lines)
{
  g_autofree char *day = gram_explanation_dup_day (baseline->dated_on);
  GramExplanationLine *line
      = add_co2 (lines, "baseline", _ ("Baseline (B)"), baseline->value, "CCTS Sch. 1");

  gram_explanation_set_formula (line, _ ("Entered: %s, %s"), baseline->source, day);
}

static void
add_product (const GramCctsAllocation *allocation, const GramCctsRules *rules, GPtrArray *lines)
{
  g_autofree char *cars = gram_decimal_format_in_locale (allocation->cars, 0, 0);
  g_autofree char *baseline
      = gram_decimal_format_in_locale (allocation->baseline_micro, GRAM_DECIMAL_SCALE_CO2, 0);
  GramExplanationLine *line
      = gram_explanation_add_number (lines, "product", "N × B", allocation->product_micro,
                                     GRAM_DECIMAL_SCALE_CO2, 0, "CCTS art. 34(1)");

  gram_explanation_set_formula (line, "%s × %s", cars, baseline);
  line = gram_explanation_add_whole (lines, "due", _ ("Allowances that are due"),
                                     allocation->allowances, "CCTS art. 34(2)");
  gram_explanation_set_rounding (line, rules->allocation_rounding, 0);
}

gboolean
_gram_explain_allocation (const GramSettlement *standing,
                          const GramAllowanceYear *year,
                          GPtrArray *lines,
                          GramRefusal **refusal,
                          GError **error)
{
  const GramCctsRules *rules = standing->rulebook->ccts;
  g_autoptr (GramBaselineRecord) baseline = NULL;
  g_auto (Fleet) fleet = { 0 };
  GramCctsAllocation allocation;

  if (!read_baseline (standing, &baseline, refusal, error)
      || !gram_ccts_allocation (rules, year->cars, baseline->value, &allocation, refusal)
      || !fleet_init (&fleet, standing, error) || !read_fleet (&fleet, lines, refusal, error))
    return FALSE;
  add_cars (&fleet, year, lines);
  add_baseline (baseline, lines);
  add_product (&allocation, rules, lines);
  gram_explanation_add_whole (lines, "allocated", _ ("Allocated so far"), year->allocated,
                              "CCTS art. 34");
  return TRUE;
}
