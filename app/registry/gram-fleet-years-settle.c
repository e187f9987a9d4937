/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-years-private.h"

#include "gram-account-life.h"
#include "gram-borrowings.h"
#include "gram-charges.h"
#include "gram-documents.h"
#include "gram-figure-postings.h"
#include "gram-handlers-fleet.h"
#include "gram-notices-ccs.h"
#include "gram-texts.h"
#include "gram-units.h"

#include "gram-ledger.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define ARTICLE "LTA 1998 s 182"
#define MEANING "fleet-average"

/* What is under way. */
typedef struct
{
  GramCall *call;
  GramFleetPlan plan;
  char *reference;
  char *payable_to;
  char *how_to_pay;
  char *number;
  gint64 document_id;
  gint64 posting_id;
  gint64 charge_id;
} Work;

static void
work_clear (Work *self)
{
  gram_fleet_plan_clear (&self->plan);
  g_clear_pointer (&self->reference, g_free);
  g_clear_pointer (&self->payable_to, g_free);
  g_clear_pointer (&self->how_to_pay, g_free);
  g_clear_pointer (&self->number, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* What was looked at has to be what happens. */
static gboolean
check_expected (Work *self, GramRefusal **refusal)
{
  const char *expect = gram_call_get_string (self->call, "expect");

  return expect == NULL || g_str_equal (expect, self->plan.digest)
         || gram_refuse (refusal, "fleet-year.preview-changed", NULL,
                         _ ("What settling would do has changed since you looked at it; look at "
                            "the preview again"));
}

/* Who is asked to pay has to be told whom and how. */
static gboolean
read_texts (Work *self, GramRefusal **refusal)
{
  gboolean asks = gram_fleet_plan_charges (&self->plan) > 0;
  const GramText payable_to = { .name = "payable-to",
                                .title = N_ ("Payable to"),
                                .max_length = 200,
                                .needed = asks,
                                .lines = TRUE };
  const GramText how_to_pay = { .name = "how-to-pay",
                                .title = N_ ("How to pay"),
                                .max_length = 2000,
                                .needed = asks,
                                .lines = TRUE };

  return gram_life_read_text (self->call, "reference", &self->reference, refusal)
         && gram_text_check (&payable_to, gram_call_get_string (self->call, "payable-to"),
                             &self->payable_to, refusal)
         && gram_text_check (&how_to_pay, gram_call_get_string (self->call, "how-to-pay"),
                             &self->how_to_pay, refusal);
}

/* The invoices of a year are numbered as they are made. */
static gboolean
make_number (Work *self, GError **error)
{
  int year = self->plan.standing.year;
  gint64 count;

  if (!gram_fleet_year_table_count (self->call->store, year, &count, error))
    return FALSE;
  self->number = g_strdup_printf ("FA-%d-%04" PRId64, year, count + 1);
  return TRUE;
}

static gboolean
keep_paper (Work *self, GError **error)
{
  const GramFleetSheet sheet = {
    .number = self->number,
    .payable_to = self->payable_to,
    .how_to_pay = self->how_to_pay,
    .reference = *self->reference != '\0' ? self->reference : NULL,
  };
  g_autoptr (GBytes) pdf = _gram_fleet_years_paper (&self->plan, &sheet, error);
  g_autofree char *name = NULL;

  if (pdf == NULL)
    return FALSE;
  name = g_strdup_printf ("invoice-%s.pdf", self->number);
  return gram_documents_keep (self->call, self->call->account->id, GRAM_DOCUMENT_INVOICE, name,
                              "application/pdf", pdf, &self->document_id, error);
}

/* What was borrowed is settled: its rest is charged anew, what the net made good is set off. */
static gboolean
post_carried (Work *self, GError **error)
{
  const GramFleetStanding *standing = &self->plan.standing;
  gint64 value = standing->facts.carried.value - standing->carried_value;
  gint64 rest = standing->difference.carried_amount_new - standing->difference.carried_amount_back;
  const GramLedgerLine all[] = {
    { 0, "carry", GRAM_MONEY_CCS, -value },
    { 0, "charge", GRAM_MONEY_CCS, rest },
    { 0, "offset", GRAM_MONEY_CCS, value - rest },
  };
  GramLedgerLine lines[G_N_ELEMENTS (all)];
  gsize n_lines = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].amount != 0)
      lines[n_lines++] = all[i];
  return n_lines == 0
         || gram_ledger_post (self->call->unit, self->call->journal_id, "carry", lines, n_lines,
                              NULL, error);
}

static gboolean
post (Work *self, GError **error)
{
  const GramFleetStanding *standing = &self->plan.standing;
  const GramFigurePosting posting = {
    .account_id = standing->account->id,
    .kind = standing->account->kind,
    .year = standing->year,
    .credits = standing->difference.credits_new - self->plan.credits_taken,
    .charges = gram_fleet_plan_charges (&self->plan),
  };

  return gram_figure_posting_post (self->call, MEANING, &posting, &self->posting_id, error)
         && post_carried (self, error);
}

static gboolean
make_charge (Work *self, GramChargeKind kind, gint64 grams, gint64 amount, GError **error)
{
  const GramFleetStanding *standing = &self->plan.standing;
  gboolean carried = kind == GRAM_CHARGE_CARRIED;
  gboolean own = gram_registry_get_kind (standing->registry) == GRAM_REGISTRY_OWN;
  const GramChargeDraft draft = {
    .account_id = standing->account->id,
    .kind = kind,
    .year = standing->year,
    .vehicles = kind == GRAM_CHARGE_FLEET_AVERAGE ? standing->facts.vehicles : 0,
    .grams = grams,
    .rate = carried ? standing->facts.carried.rate : standing->now.rate,
    .amount = amount,
    .due_on = self->plan.due_on,
    /* What is recorded for the administrator has the number that stands on their invoice. */
    .reference = own ? self->reference : self->number,
    .document_id = self->document_id,
    .rulebook_id = standing->rulebook_id,
    .posting_id = self->posting_id,
  };
  gint64 id;

  if (amount == 0)
    return TRUE;
  if (!gram_charges_make (self->call, &draft, &id, error))
    return FALSE;
  if (self->charge_id == 0)
    self->charge_id = id;
  return TRUE;
}

static gboolean
make_charges (Work *self, GError **error)
{
  const GramFleetDifference *difference = &self->plan.standing.difference;

  return make_charge (self, GRAM_CHARGE_FLEET_AVERAGE, difference->grams_new,
                      difference->amount_new, error)
         && make_charge (self, GRAM_CHARGE_CARRIED, difference->carried_grams_new,
                         difference->carried_amount_new, error)
         && make_charge (self, GRAM_CHARGE_SHORT, self->plan.short_grams, self->plan.short_amount,
                         error);
}

static gboolean
take_back (Work *self, GError **error)
{
  for (guint i = 0; i < self->plan.takes->len; i++)
    {
      const GramFleetTake *take = &g_array_index (self->plan.takes, GramFleetTake, i);
      GramChargesTakenBack taken;

      if (!gram_charges_take_back (self->call, MEANING, take->charge_id, take->grams, take->amount,
                                   &taken, error))
        return FALSE;
      if (self->posting_id == 0)
        self->posting_id = taken.posting_id;
    }
  return TRUE;
}

static gboolean
insert (Work *self, gint64 *id, GError **error)
{
  const GramFleetStanding *standing = &self->plan.standing;
  g_autoptr (GramFleetYearRecord) record = gram_fleet_year_record_new ();

  record->account_id = standing->account->id;
  record->year = standing->year;
  record->vehicles = standing->facts.vehicles;
  record->net = standing->now.net;
  record->carried_in = standing->facts.carried.grams;
  record->carried_met = standing->now.carried_met;
  record->credits = standing->now.credits;
  record->grams = standing->now.grams;
  record->amount = standing->now.amount;
  record->rate = standing->now.rate;
  g_free (record->due_on);
  record->due_on = gram_date_format (self->plan.due_on);
  g_set_str (&record->reference, *self->reference != '\0' ? self->reference : self->number);
  record->document_id = self->document_id;
  record->posting_id = self->posting_id;
  record->rulebook_id = standing->rulebook_id;
  record->journal_id = self->call->journal_id;
  record->settled_at = self->call->now;
  if (!gram_fleet_year_table_insert (self->call->unit, record, error))
    return FALSE;
  *id = record->id;
  gram_call_touches (self->call, "fleet-year", record->id);
  gram_call_answer_int64 (self->call, "fleet-year", record->id);
  return TRUE;
}

static void
answer_decimal (Work *self, const char *name, gint64 value)
{
  g_autofree char *text = gram_decimal_format (value, 2, 2);

  gram_call_answer_string (self->call, name, text);
}

static void
answer (Work *self)
{
  g_autofree char *due_on = gram_date_format (self->plan.due_on);

  gram_call_answer_string (self->call, "number", self->number);
  answer_decimal (self, "credits",
                  self->plan.standing.difference.credits_new - self->plan.credits_taken);
  answer_decimal (self, "amount", gram_fleet_plan_charges (&self->plan));
  answer_decimal (self, "taken-back", self->plan.taken_back);
  gram_call_answer_string (self->call, "due-on", due_on);
  if (self->charge_id != 0)
    gram_call_answer_int64 (self->call, "charge", self->charge_id);
  if (self->posting_id != 0)
    gram_call_answer_int64 (self->call, "posting", self->posting_id);
}

static gboolean
tell (Work *self, GError **error)
{
  const GramFleetStanding *standing = &self->plan.standing;
  g_autofree char *due_on = gram_date_format (self->plan.due_on);

  return gram_notices_tell_fleet_year (self->call, standing->account->id, standing->year,
                                       standing->now.credits,
                                       standing->now.amount + standing->now.carried_amount, due_on,
                                       error);
}

gboolean
gram_fleet_years_settle (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 year = gram_call_get_int64 (call, "year", 0);
  g_auto (Work) work = { .call = call };
  gint64 id = 0;

  if (!gram_fleet_years_check (year, refusal)
      || !gram_fleet_plan_init (&work.plan, call->registry, call->account, (int)year, refusal,
                                error)
      || !check_expected (&work, refusal) || !read_texts (&work, refusal))
    return FALSE;
  if (!make_number (&work, error) || !keep_paper (&work, error) || !post (&work, error)
      || !make_charges (&work, error) || !take_back (&work, error) || !insert (&work, &id, error)
      || !gram_borrowings_settle (call, &work.plan.standing, id, error))
    return FALSE;
  answer (&work);
  return tell (&work, error);
}
