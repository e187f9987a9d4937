/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-explain-ccs-private.h"

#include "gram-credit-balances.h"
#include "gram-fleet-years.h"
#include "gram-queries-ccs-private.h"
#include "gram-queries-people-private.h"
#include "gram-units.h"
#include "gram-waiting-forecast.h"

#include "gram-ccs-credits.h"
#include "gram-ledger-walk.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

GramExplanationLine *
_gram_explain_grams (GPtrArray *lines,
                     const char *name,
                     const char *title,
                     gint64 grams,
                     const char *article)
{
  GramExplanationLine *line
      = gram_explanation_add_number (lines, name, title, grams, GRAM_UNIT_CREDIT_SCALE,
                                     GRAM_UNIT_CREDIT_SCALE, article);

  g_set_str (&line->unit, "g");
  return line;
}

GramExplanationLine *
_gram_explain_money (GPtrArray *lines,
                     const char *name,
                     const char *title,
                     gint64 cents,
                     const char *article)
{
  GramExplanationLine *line
      = gram_explanation_add_number (lines, name, title, cents, GRAM_DECIMAL_SCALE_MONEY,
                                     GRAM_DECIMAL_SCALE_MONEY, article);

  g_set_str (&line->unit, "NZ$");
  return line;
}

void
_gram_explain_set_vehicles (GramExplanationLine *line, const GramAccountRecord *account, int year)
{
  line->account_id = account->id;
  g_set_str (&line->account, account->number);
  line->year = year;
}

static char *
dup_grams (gint64 grams)
{
  return gram_decimal_format_in_locale (grams, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
}

/* What was borrowed from the year before is met by a net above 0 first. */
static void
add_carried (const GramFleetStanding *standing, GPtrArray *lines)
{
  const GramFleetPosition *now = &standing->now;
  GramExplanationLine *line;

  if (standing->facts.carried.grams == 0)
    return;
  _gram_explain_grams (lines, "carried", _ ("Borrowed from the year before"),
                       standing->facts.carried.grams, "LTA 1998 s 179");
  line = _gram_explain_grams (lines, "carried-met", _ ("Of these, made good by this year"),
                              now->carried_met, "LTA 1998 s 179");
  gram_explanation_set_formula (line, "%s", _ ("At most the net position, if it is above 0"));
  line = _gram_explain_money (lines, "carried-amount", _ ("Charged for what is not made good"),
                              now->carried_amount, "LTA 1998 s 179");
  gram_explanation_set_formula (line, "%s", _ ("At the rate of the year that it is from"));
}

static void
add_position (const GramCcsReading *self, const GramFleetStanding *standing, GPtrArray *lines)
{
  const GramFleetPosition *now = &standing->now;
  g_autofree char *grams = dup_grams (now->grams);
  g_autofree char *rate = gram_decimal_format_in_locale (now->rate, GRAM_DECIMAL_SCALE_MONEY,
                                                         GRAM_DECIMAL_SCALE_MONEY);
  GramExplanationLine *line;

  line = gram_explanation_add_number (lines, "average", _ ("Average of the vehicles"),
                                      now->average_micro, GRAM_DECIMAL_SCALE_CO2, 0, NULL);
  g_set_str (&line->unit, "g");
  gram_explanation_set_formula (line, "%s", _ ("For display only: the sum counts"));
  gram_explanation_set_rounding (line, GRAM_ROUND_HALF_UP, GRAM_DECIMAL_SCALE_CO2);
  add_carried (standing, lines);
  if (now->net >= 0)
    {
      _gram_explain_grams (lines, "credits", _ ("Credits"), now->credits, GRAM_EXPLAIN_CREDITS);
      return;
    }
  _gram_explain_money (lines, "rate", _ ("Rate for each gram"), now->rate, GRAM_EXPLAIN_CHARGES);
  line = _gram_explain_money (lines, "amount", _ ("Charge"), now->amount, GRAM_EXPLAIN_CHARGES);
  gram_explanation_set_formula (line, "%s × NZ$%s", grams, rate);
  gram_explanation_set_rounding (line, GRAM_ROUND_HALF_UP, GRAM_DECIMAL_SCALE_MONEY);
}

static gboolean
explain_fleet_average (const GramCcsReading *self,
                       GramFigureExplanation *explanation,
                       GramRefusal **refusal,
                       GError **error)
{
  const GramAcceptanceFilter filter = {
    .account_id = self->account->id,
    .year = self->year,
    .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE,
  };
  g_auto (GramFleetStanding) standing = { 0 };
  GPtrArray *lines = explanation->lines;
  GramAcceptanceAmount amount;
  GramExplanationLine *line;

  if (!gram_fleet_standing_init (&standing, self->registry, self->account, self->year, error)
      || !gram_acceptance_table_sums (self->store, &filter, &amount, error))
    return FALSE;
  if (standing.no_figures != NULL)
    return gram_refuse (refusal, standing.no_figures->id, standing.no_figures->article, "%s",
                        standing.no_figures->message);
  explanation->provisional = gram_fleet_standing_last (&standing) == NULL;
  g_set_str (&explanation->rulebook, standing.rulebook->version);
  line = gram_explanation_add_whole (lines, "vehicles", _ ("Vehicles accepted in the year"),
                                     amount.records, GRAM_EXPLAIN_CHARGES);
  _gram_explain_set_vehicles (line, self->account, self->year);
  line = _gram_explain_grams (lines, "below", _ ("Grams below their targets"), amount.credit,
                              GRAM_EXPLAIN_TARGET);
  gram_explanation_set_formula (line, "%s", _ ("Sum of the differences above 0"));
  line = _gram_explain_grams (lines, "over", _ ("Grams over their targets"), amount.excess,
                              GRAM_EXPLAIN_TARGET);
  gram_explanation_set_formula (line, "%s", _ ("Sum of the differences below 0"));
  line = _gram_explain_grams (lines, "net", _ ("Net position"), standing.facts.net,
                              GRAM_EXPLAIN_CHARGES);
  {
    g_autofree char *below = dup_grams (amount.credit);
    g_autofree char *over = dup_grams (amount.excess);

    gram_explanation_set_formula (line, "%s − %s", below, over);
  }
  add_position (self, &standing, lines);
  return TRUE;
}

/* What brought credits of a year and what took them; reserving and releasing moves them within the account. */
static const struct
{
  const char *meaning;
  const char *name_in;
  const char *in;
  const char *name_out;
  const char *out;
  const char *article;
} movements[] = {
  { "carry-in", "carried-in", N_ ("Carried in from before Gram"), NULL, NULL, NULL },
  { "acceptance", "earned", N_ ("Earned with vehicles"), NULL, NULL, GRAM_EXPLAIN_CREDITS },
  { "fleet-average", "settled", N_ ("Earned with a Fleet Average year"), "settled-back",
    N_ ("Taken back with a Fleet Average year"), GRAM_EXPLAIN_CREDITS },
  { "correction", "corrected", N_ ("Credits after a correction"), "corrected-back",
    N_ ("Credits taken back by a correction"), NULL },
  { "reversal", "given-back", N_ ("Credits given back by a correction"), "taken-back",
    N_ ("Credits taken back by a correction"), NULL },
  { "transfer", "transferred-in", N_ ("Got by transfer"), "transferred-out",
    N_ ("Given by transfer"), "LTA 1998 s 180, s 184" },
  { "offset", NULL, NULL, "offset", N_ ("Set off against charges"), GRAM_EXPLAIN_CREDITS },
  { "lapse", NULL, NULL, "lapsed", N_ ("Lapsed at the end of their last day"),
    GRAM_EXPLAIN_CREDITS },
  { "deletion", NULL, NULL, "deleted", N_ ("Deleted with the closing of the account"),
    "LTA 1998 s 190" },
};

static void
add_movement (const GramCcsReading *self, const GramLedgerMeaningSum *sum, GPtrArray *lines)
{
  for (gsize i = 0; i < G_N_ELEMENTS (movements); i++)
    {
      GramExplanationLine *line;

      if (!g_str_equal (movements[i].meaning, sum->meaning))
        continue;
      if (sum->came > 0 && movements[i].in != NULL)
        {
          line = _gram_explain_grams (lines, movements[i].name_in, _ (movements[i].in), sum->came,
                                      movements[i].article);
          if (g_str_equal (sum->meaning, "acceptance"))
            _gram_explain_set_vehicles (line, self->account, self->year);
        }
      if (sum->went > 0 && movements[i].out != NULL)
        _gram_explain_grams (lines, movements[i].name_out, _ (movements[i].out), -sum->went,
                             movements[i].article);
    }
}

static gboolean
explain_credit (const GramCcsReading *self,
                GramFigureExplanation *explanation,
                GramRefusal **refusal,
                GError **error)
{
  const GramCcsRules *rules = self->figures->rulebook->ccs;
  g_autofree char *unit = gram_unit_make_credit (self->account->kind, self->year);
  g_autofree char *last = gram_date_format (gram_ccs_credit_lapse (rules, self->year));
  g_autoptr (GPtrArray) sums = gram_ledger_sums (self->store, self->account->id, unit, error);
  g_autoptr (GArray) held = NULL;
  g_autoptr (GArray) reserved = NULL;
  GPtrArray *lines = explanation->lines;
  GramExplanationLine *line;

  if (sums == NULL)
    return FALSE;
  held = gram_credit_balances_read (self->store, self->account, "holding", error);
  if (held == NULL)
    return FALSE;
  reserved = gram_credit_balances_read (self->store, self->account, "reserved", error);
  if (reserved == NULL)
    return FALSE;
  for (guint i = 0; i < sums->len; i++)
    add_movement (self, sums->pdata[i], lines);
  _gram_explain_grams (lines, "reserved", _ ("Reserved for transfers"),
                       -gram_credit_balances_of (reserved, self->year), NULL);
  line = gram_explanation_add_text (lines, "lapses-on", _ ("Last day"), last, GRAM_EXPLAIN_CREDITS);
  gram_explanation_set_formula (line, "%s",
                                _ ("31 December, so many years after they were earned, and never "
                                   "before the first day on which credits lapse at all"));
  line = _gram_explain_grams (lines, "credit", _ ("Credits available"),
                              gram_credit_balances_of (held, self->year), GRAM_EXPLAIN_CREDITS);
  gram_explanation_set_formula (line, "%s", _ ("What came − what went − what is reserved"));
  return TRUE;
}

static gboolean
explain_waiting (const GramCcsReading *self,
                 GramFigureExplanation *explanation,
                 GramRefusal **refusal,
                 GError **error)
{
  gboolean fleet_average = self->figures->charge_scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
  g_autoptr (GArray) groups = gram_vehicle_table_waiting (self->store, self->account->id, error);
  g_auto (GramWaitingSums) sums = { 0 };
  GPtrArray *lines = explanation->lines;
  GramExplanationLine *line;

  if (groups == NULL)
    return FALSE;
  explanation->provisional = TRUE;
  gram_waiting_sums_init (&sums, groups, self->figures->rulebook, self->account->kind,
                          fleet_average, self->figures->year);
  gram_explanation_add_whole (lines, "vehicles", _ ("Vehicles with a forecast"), sums.records,
                              NULL);
  gram_explanation_add_whole (lines, "unknown", _ ("Vehicles without one: data are missing"),
                              sums.unknown, NULL);
  gram_explanation_add_whole (lines, "below-vehicles", _ ("Of these, below target"),
                              sums.credit_records, GRAM_EXPLAIN_TARGET);
  _gram_explain_grams (lines, "below", _ ("Grams below their targets"), sums.credit,
                       GRAM_EXPLAIN_TARGET);
  gram_explanation_add_whole (lines, "over-vehicles", _ ("Of these, over target"),
                              sums.charge_records, GRAM_EXPLAIN_TARGET);
  _gram_explain_grams (lines, "over", _ ("Grams over their targets"), sums.excess,
                       GRAM_EXPLAIN_TARGET);
  line = _gram_explain_money (lines, "amount", _ ("Charges if all were accepted today"),
                              sums.amount, GRAM_EXPLAIN_CHARGES);
  gram_explanation_set_formula (
      line, "%s",
      fleet_average ? _ ("Each vehicle by itself, for information: the year is settled as a whole")
                    : _ ("Each vehicle by itself: grams × rate"));
  gram_explanation_set_rounding (line, GRAM_ROUND_HALF_UP, GRAM_DECIMAL_SCALE_MONEY);
  return TRUE;
}

static const struct
{
  const char *figure;
  const char *title;
  gboolean (*explain) (const GramCcsReading *self,
                       GramFigureExplanation *explanation,
                       GramRefusal **refusal,
                       GError **error);
} figures[] = {
  { "charges", N_ ("Pending charges"), _gram_explain_charges },
  { "charge", N_ ("Charges of a year"), _gram_explain_charges_of_year },
  { "fleet-average", N_ ("Fleet Average net position"), explain_fleet_average },
  { "credit", N_ ("Credits of a year"), explain_credit },
  { "waiting", N_ ("Forecast of waiting vehicles"), explain_waiting },
};

const char *const *
gram_registry_ccs_figures (void)
{
  static const char *const names[]
      = { "charges", "charge", "fleet-average", "credit", "waiting", NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (figures) + 1);

  return names;
}

static GramFigureExplanation *
explain (GramCcsReading *self, const char *figure, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramFigureExplanation) explanation = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      if (!g_str_equal (figures[i].figure, figure))
        continue;
      explanation = gram_figure_explanation_new (figures[i].figure, _ (figures[i].title),
                                                 self->figures->rulebook->version);
      return figures[i].explain (self, explanation, refusal, error) ? g_steal_pointer (&explanation)
                                                                    : NULL;
    }
  gram_refuse (refusal, "explain.unknown", NULL, _ ("There is no figure “%s”"), figure);
  return NULL;
}

GramFigureExplanation *
gram_registry_explain_ccs (GramRegistry *self,
                           GramActor *actor,
                           const char *figure,
                           gint64 account_id,
                           int year,
                           GramRefusal **refusal,
                           GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramFigures) today = { 0 };
  GramFigureExplanation *explanation = NULL;

  g_return_val_if_fail (self != NULL && actor != NULL && figure != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_query_view (self, actor, account_id, NULL, &account, refusal, error)
      && _gram_query_ccs (account, refusal) && gram_figures_init (&today, self, account, error)
      && _gram_query_rulebook (today.rulebook, refusal))
    {
      GramCcsReading reading = {
        .registry = self,
        .store = self->store,
        .account = account,
        .figures = &today,
        .year = year != 0 ? year : today.year,
      };

      explanation = explain (&reading, figure, refusal, error);
    }
  gram_store_end_read (self->store);
  return explanation;
}
