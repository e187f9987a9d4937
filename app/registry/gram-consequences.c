/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-consequences-private.h"

#include "gram-correction-money.h"
#include "gram-exclusions.h"

#include "gram-ccs.h"
#include "gram-ledger.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

static void
ledger_clear (gpointer data)
{
  g_free (((GramConsequenceLedger *)data)->number);
}

static void
field_clear (GramConsequenceField *self)
{
  g_free (self->before);
  g_free (self->after);
}

static gboolean
work_init (GramConsequenceWork *self, const GramDecisionPlan *plan, GError **error)
{
  *self = (GramConsequenceWork){ .plan = plan };
  self->ledgers = g_array_new (FALSE, FALSE, sizeof (GramConsequenceLedger));
  g_array_set_clear_func (self->ledgers, ledger_clear);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_charge_sheet_free);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->exclusions = gram_exclusions_titles (plan->registry, plan->account->kind, error);
  return self->exclusions != NULL
         && gram_figures_init (&self->today, plan->registry, plan->account, error);
}

static void
work_clear (GramConsequenceWork *self)
{
  for (guint i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    field_clear (&self->fields[i]);
  field_clear (&self->account);
  g_clear_pointer (&self->ledgers, g_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  gram_figures_clear (&self->today);
  gram_figures_clear (&self->today_after);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_clear_pointer (&self->exclusions, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramConsequenceWork, work_clear)

static void
digest_text (GramConsequenceWork *work, const char *text)
{
  /* With its end, so that "ab" "c" is not "a" "bc". */
  g_checksum_update (work->checksum, (const guchar *)text, (gssize)strlen (text) + 1);
}

static void
digest_number (GramConsequenceWork *work, gint64 number)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" PRId64, number);
  digest_text (work, text);
}

static void
digest_share (GramConsequenceWork *work, const GramCcsShare *share)
{
  digest_number (work, share->year);
  digest_number (work, share->difference);
  digest_number (work, share->credit);
  digest_number (work, share->charge);
}

/* The first vehicle says what it is; one that says something else makes it several. */
static void
note_values (GramConsequenceField *field, const char *before, const char *after, gboolean changes)
{
  field->changes |= changes;
  if (field->after == NULL)
    {
      field->before = g_strdup (before);
      field->after = g_strdup (after);
    }
  else if (!g_str_equal (field->before, before) || !g_str_equal (field->after, after))
    field->mixed = TRUE;
}

static void
note_fields (GramConsequenceWork *work, const GramCorrection *correction)
{
  const GramVehicleField *fields = gram_vehicle_fields ();

  for (guint i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    {
      gboolean creates = correction->vehicle == NULL;
      g_autofree char *before
          = creates ? g_strdup ("") : gram_vehicle_field_get (&fields[i], correction->vehicle);
      g_autofree char *after = gram_vehicle_field_get (&fields[i], correction->after);
      gboolean changes = creates ? gram_vehicle_field_says_something (&fields[i], correction->after)
                                 : gram_vehicle_field_differs (&fields[i], correction->vehicle,
                                                               correction->after);

      note_values (&work->fields[i], before, after, changes);
      if (!changes)
        continue;
      digest_text (work, fields[i].name);
      digest_text (work, before);
      digest_text (work, after);
    }
}

static void
note_account (GramConsequenceWork *work, const GramCorrection *correction)
{
  const GramAccountRecord *to = correction->account_after;
  gboolean to_nobody = to == NULL || to->unassigned;

  work->facts.to_nobody |= to_nobody;
  digest_number (work, to_nobody ? 0 : to->id);
  if (correction->account == NULL || gram_correction_stays (correction))
    return;
  note_values (&work->account, correction->account->number,
               to_nobody ? _ ("nobody’s yet") : to->number, TRUE);
}

/* What the vehicle would get if it were accepted today where it goes. */
static gboolean
figures_where_it_goes (GramConsequenceWork *work,
                       const GramCorrection *correction,
                       const GramFigures **figures,
                       GError **error)
{
  const GramAccountRecord *to = correction->account_after;

  if (to == NULL || to->id == work->plan->account->id)
    {
      *figures = &work->today;
      return TRUE;
    }
  *figures = &work->today_after;
  if (work->today_after_account == to->id)
    return TRUE;
  gram_figures_clear (&work->today_after);
  work->today_after_account = to->id;
  return gram_figures_init (&work->today_after, work->plan->registry, to, error);
}

static void
add_side (GramConsequenceSide *side,
          const GramVehicleRecord *vehicle,
          const GramCcsShare *share,
          const GramFigures *figures)
{
  gint64 co2 = gram_vehicle_record_effective_co2 (vehicle);
  GramCcsFigure figure;

  side->units += vehicle->units;
  if (co2 >= 0)
    side->activity += vehicle->units * co2;
  side->share.difference += share->difference;
  side->share.credit += share->credit;
  side->share.charge += share->charge;
  if (figures == NULL || figures->rulebook == NULL || figures->rulebook->ccs == NULL
      || !gram_figures_explain (figures, vehicle, &figure, NULL))
    return;
  side->target = figure.target;
  side->targets++;
}

/* A vehicle that is not accepted: what it would be charged or credited today. */
static gboolean
add_forecast (GramConsequenceWork *work, const GramCorrection *correction, GError **error)
{
  const GramFigures *figures;
  GramCcsShare share;

  if (!figures_where_it_goes (work, correction, &figures, error))
    return FALSE;
  if (correction->vehicle != NULL)
    {
      gram_figures_of (&work->today, correction->vehicle, &share);
      add_side (&work->sides[0], correction->vehicle, &share, &work->today);
      digest_share (work, &share);
    }
  gram_figures_of (figures, correction->after, &share);
  add_side (&work->sides[1], correction->after, &share, figures);
  digest_share (work, &share);
  return TRUE;
}

/* What was moved of the account's money before, whatever the year. */
static void
follow_money (const GramConsequenceWork *work, GramConsequenceLedger *ledger)
{
  for (guint i = 0; i < work->ledgers->len; i++)
    {
      const GramConsequenceLedger *one = &g_array_index (work->ledgers, GramConsequenceLedger, i);

      if (one->account_id != ledger->account_id)
        continue;
      ledger->after.charges = one->after.charges;
      ledger->in_favour_after = one->in_favour_after;
    }
}

/* The ledger of an account and year, as the cases before left it. */
static GramConsequenceLedger *
find_ledger (GramConsequenceWork *work, const GramAccountRecord *account, int year, GError **error)
{
  GramStore *store = gram_registry_get_store (work->plan->registry);
  GramConsequenceLedger ledger = { .account_id = account->id, .year = year };

  for (guint i = 0; i < work->ledgers->len; i++)
    {
      GramConsequenceLedger *one = &g_array_index (work->ledgers, GramConsequenceLedger, i);

      if (one->account_id == account->id && one->year == year)
        return one;
    }
  if (!gram_figure_postings_standing (store, account->id, account->kind, year, &ledger.before,
                                      error)
      || !gram_ledger_balance (store, account->id, GRAM_ROLE_IN_FAVOUR, GRAM_MONEY_CCS,
                               &ledger.in_favour_before, error))
    return NULL;
  ledger.number = g_strdup (account->number);
  ledger.after = ledger.before;
  ledger.in_favour_after = ledger.in_favour_before;
  follow_money (work, &ledger);
  g_array_append_val (work->ledgers, ledger);
  return &g_array_index (work->ledgers, GramConsequenceLedger, work->ledgers->len - 1);
}

/* Charges and what is in favour are the account's, whatever the year. */
static void
share_money (GramConsequenceWork *work, const GramConsequenceLedger *changed)
{
  for (guint i = 0; i < work->ledgers->len; i++)
    {
      GramConsequenceLedger *one = &g_array_index (work->ledgers, GramConsequenceLedger, i);

      if (one->account_id != changed->account_id)
        continue;
      one->after.charges = changed->after.charges;
      one->in_favour_after = changed->in_favour_after;
    }
}

/* Credits that had paid what is not owed any more, each in the ledger of its year. */
static gboolean
move_credits (GramConsequenceWork *work,
              const GramAccountRecord *account,
              const GArray *credits,
              GError **error)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const GramCcsCredits *line = &g_array_index (credits, GramCcsCredits, i);
      GramConsequenceLedger *ledger
          = line->credits != 0 ? find_ledger (work, account, line->year, error) : NULL;

      if (line->credits == 0)
        continue;
      if (ledger == NULL)
        return FALSE;
      ledger->after.credits += line->credits;
      work->facts.credits_back += line->credits;
      digest_number (work, line->year);
      digest_number (work, line->credits);
    }
  return TRUE;
}

static gboolean
move_ledger (GramConsequenceWork *work,
             const GramCorrection *correction,
             const GramCorrectionFigures *figures,
             GramRefusal **refusal,
             GError **error)
{
  int year = figures->before.year != 0 ? figures->before.year : figures->after.year;
  GramConsequenceLedger *ledger = find_ledger (work, correction->account, year, error);
  g_auto (GramCorrectionMoney) money = { 0 };
  GramCcsCorrection moves;

  if (ledger == NULL
      || !gram_correction_figures_moves (figures, correction, ledger->after.credits, &moves,
                                         refusal)
      || !gram_correction_money_work_out (&money, work->plan->registry, work->sheets, correction,
                                          figures, error))
    return FALSE;
  ledger->after.credits += moves.credit_new - moves.credit_back;
  ledger->after.charges += moves.short_amount + money.charges;
  ledger->in_favour_after += money.in_favour;
  share_money (work, ledger);
  work->facts.credit_short += moves.credit_short;
  work->facts.short_amount += moves.short_amount;
  work->facts.in_favour += money.in_favour;
  if (moves.credit_short > 0)
    work->facts.short_year = figures->before.year;
  digest_number (work, moves.short_amount);
  digest_number (work, money.charges);
  digest_number (work, money.in_favour);
  return move_credits (work, correction->account, money.credits, error);
}

static gboolean
add_accepted (GramConsequenceWork *work,
              const GramCorrection *correction,
              GramRefusal **refusal,
              GError **error)
{
  g_auto (GramCorrectionFigures) figures = { 0 };
  const GramFigures *frozen;

  if (!gram_correction_figures_init (&figures, correction, work->plan->registry,
                                     work->plan->rulebooks, error))
    return FALSE;
  digest_share (work, &figures.before);
  digest_share (work, &figures.after);
  frozen = figures.changes ? &figures.figures : NULL;
  add_side (&work->sides[0], correction->vehicle, &figures.before, frozen);
  if (!gram_correction_stays (correction))
    {
      work->facts.left_accepted++;
      return !figures.changes || move_ledger (work, correction, &figures, refusal, error);
    }
  add_side (&work->sides[1], correction->after, &figures.after, frozen);
  if (!figures.changes)
    return TRUE;
  work->facts.unposted += figures.before.year == 0;
  work->facts.fleet_average += figures.figures.charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  if (figures.after.year != 0 && figures.after.year < work->today.year)
    work->facts.earlier_year = figures.after.year;
  return move_ledger (work, correction, &figures, refusal, error);
}

static gboolean
add_one (const GramCorrection *correction, gpointer data, GramRefusal **refusal, GError **error)
{
  GramConsequenceWork *work = data;

  work->facts.vehicles++;
  digest_number (work, correction->case_id);
  digest_number (work, correction->vehicle != NULL ? correction->vehicle->id : 0);
  note_fields (work, correction);
  note_account (work, correction);
  if (correction->vehicle != NULL && correction->vehicle->status == GRAM_VEHICLE_ACCEPTED)
    {
      work->facts.corrected++;
      return add_accepted (work, correction, refusal, error);
    }
  work->facts.waiting++;
  work->facts.created += correction->vehicle == NULL;
  return add_forecast (work, correction, error);
}

GramConsequences *
_gram_consequences_of (const GramDecisionPlan *plan,
                       const GPtrArray *records,
                       GramRefusal **refusal,
                       GError **error)
{
  g_auto (GramConsequenceWork) work = { 0 };
  GramConsequences *self;

  if (!work_init (&work, plan, error))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GramDecisionCase) one
          = gram_decision_case_read (plan, records->pdata[i], refusal, error);

      if (one == NULL || !gram_decision_case_each (plan, one, add_one, &work, refusal, error))
        return NULL;
    }
  self = g_new0 (GramConsequences, 1);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_consequence_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->vehicles = work.facts.vehicles;
  self->digest = g_strdup (g_checksum_get_string (work.checksum));
  _gram_consequences_write (&work, self);
  return self;
}

void
gram_consequence_free (GramConsequence *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->before);
  g_free (self->after);
  g_free (self->unit);
  g_free (self);
}

void
gram_consequences_free (GramConsequences *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_free (self->digest);
  g_free (self);
}
