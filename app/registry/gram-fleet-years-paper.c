/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-years-private.h"

#include "gram-units.h"

#include "gram-acceptance-table.h"
#include "gram-decimal.h"
#include "gram-invoice-pdf.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static char *
dup_grams (gint64 grams)
{
  return gram_decimal_format_in_locale (grams, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
}

/* A month: what its vehicles are below and over target. */
static GramDerivationLine *
line_of (const GramAcceptanceTotal *total)
{
  g_autofree char *net = dup_grams (gram_acceptance_amount_net (&total->amount));
  g_autofree char *credit = dup_grams (total->amount.credit);
  g_autofree char *excess = dup_grams (total->amount.excess);
  g_autofree char *title = NULL;
  g_autofree char *value = g_strdup_printf (_ ("%s g"), net);
  g_autofree char *formula = g_strdup_printf ("%s − %s", credit, excess);

  title = g_strdup_printf (
      /* Translators: a number of vehicles, a month, a year */
      g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " vehicle accepted in %02d/%d",
                   "%" PRId64 " vehicles accepted in %02d/%d", (gulong)total->amount.records),
      total->amount.records, total->period % 100, total->period / 100);
  return gram_derivation_line_new (title, value, formula, "LTA 1998 s 182");
}

static GPtrArray *
read_derivation (const GramFleetStanding *standing, GError **error)
{
  const GramAcceptanceFilter filter = {
    .account_id = standing->account->id,
    .year = standing->year,
    .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE,
  };
  g_autoptr (GPtrArray) months
      = gram_acceptance_table_months (gram_registry_get_store (standing->registry), &filter, error);
  g_autoptr (GPtrArray) lines
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_derivation_line_free);

  for (guint i = 0; months != NULL && i < months->len; i++)
    g_ptr_array_add (lines, line_of (months->pdata[i]));
  return months != NULL ? g_steal_pointer (&lines) : NULL;
}

static const char *
title_of_kind (GramAccountKind kind)
{
  return kind == GRAM_ACCOUNT_CCS_NEW ? _ ("Clean Car Standard, new vehicles")
                                      : _ ("Clean Car Standard, used vehicles");
}

static void
set_figures (GramInvoicePaper *paper, const GramFleetPlan *plan)
{
  const GramFleetStanding *standing = &plan->standing;

  paper->vehicles = standing->facts.vehicles;
  paper->net = standing->now.net;
  paper->carried_in = standing->facts.carried.grams;
  paper->carried_met = standing->now.carried_met;
  paper->carried_rate = standing->facts.carried.rate;
  paper->carried_amount = standing->now.carried_amount;
  paper->credits = standing->now.credits;
  paper->grams = standing->now.grams;
  paper->rate = standing->now.rate;
  paper->amount = standing->now.amount;
  paper->average_micro = standing->now.average_micro;
  paper->credits_before = standing->before.credits;
  paper->before = standing->before.amount + standing->before.carried_amount;
  paper->credits_taken = plan->credits_taken;
  paper->short_grams = plan->short_grams;
  paper->short_amount = plan->short_amount;
  paper->taken_back = plan->taken_back;
  paper->money_back = plan->money_back;
  paper->credits_back = plan->credits_back;
  paper->to_pay = gram_fleet_plan_charges (plan);
  paper->credits_posted = standing->difference.credits_new;
}

GBytes *
_gram_fleet_years_paper (const GramFleetPlan *plan, const GramFleetSheet *sheet, GError **error)
{
  const GramFleetStanding *standing = &plan->standing;
  GramRegistryKind kind = gram_registry_get_kind (standing->registry);
  const char *title = gram_registry_get_title (standing->registry);
  g_autoptr (GPtrArray) derivation = read_derivation (standing, error);
  GramInvoicePaper paper = {
    .number = sheet->number,
    .year = standing->year,
    .administrator
    = kind == GRAM_REGISTRY_OWN && *sheet->payable_to != '\0' ? sheet->payable_to : title,
    .registry = title,
    .practice = kind == GRAM_REGISTRY_PRACTICE,
    .recorded = kind == GRAM_REGISTRY_OWN,
    .holder = standing->account->holder,
    .account_number = standing->account->number,
    .kind = title_of_kind (standing->account->kind),
    .given_on = standing->today,
    .due_on = plan->due_on,
    .payable_to = sheet->payable_to,
    .how_to_pay = sheet->how_to_pay,
    .reference = sheet->reference,
    .rulebook = standing->rulebook->version,
    .derivation = derivation,
  };

  if (derivation == NULL)
    return NULL;
  set_figures (&paper, plan);
  return gram_invoice_pdf (&paper, error);
}
