/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-scenario.h"

#include "gram-ccts-activity.h"
#include "gram-ccts-settlement.h"
#include "gram-rules-private.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

#define BUYING "CCTS art. 37(1)"
#define CONVERTING "CCTS art. 35"
#define POOLING "CCTS art. 32(2), Sch. 5"
#define PAYING "CCTS art. 39"
#define NO_LIMIT (-1)
/* Pounds at GRAM_SCENARIO_SCALE_PRICE are pence with two more decimals. */
#define PRICE_PER_PENNY 100

/* What a scenario is reckoned from. */
typedef struct
{
  const GramCctsRules *rules;
  const GramScenarioFacts *facts;
  const GramScenario *scenario;
  GramScenarioResult *result;
} Work;

static const GramTitle way_titles[] = {
  { GRAM_SCENARIO_WAY_BUY, N_ ("Buy allowances") },
  { GRAM_SCENARIO_WAY_CONVERT, N_ ("Convert CRTS allowances") },
  { GRAM_SCENARIO_WAY_POOL, N_ ("Pool with another manufacturer") },
  { GRAM_SCENARIO_WAY_PAY, N_ ("Pay") },
};

const char *
gram_scenario_way_title (GramScenarioWay way)
{
  return GRAM_TITLE (NULL, way_titles, way);
}

static void
line_free (GramScenarioLine *self)
{
  g_free (self->sentence);
  g_free (self);
}

void
gram_scenario_result_free (GramScenarioResult *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_free (self);
}

static GramScenarioLine *
add_line (Work *work, GramScenarioWay way, const char *article)
{
  GramScenarioLine *line = g_new0 (GramScenarioLine, 1);

  line->way = way;
  line->article = article;
  line->most = NO_LIMIT;
  g_ptr_array_add (work->result->lines, line);

  return line;
}

/* What the state of the account, a block for example, leaves not open is so on every day. */
static void
set_refused (Work *work, GramScenarioLine *line)
{
  if (work->facts->refused[line->way] == NULL)
    return;

  line->possible = FALSE;
  g_set_str (&line->sentence, work->facts->refused[line->way]);
}

/* Until when, and that the window is open or yet to open; after it the sentence is the refusal's. */
static void
set_window (Work *work, GramScenarioLine *line, GramCctsAct act)
{
  GramDateRange window = gram_ccts_window (work->rules, work->facts->year);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autofree char *day = NULL;

  line->first_day = window.first;
  line->last_day = window.last;
  line->possible = gram_date_compare (work->facts->today, window.last) <= 0;
  if (!gram_ccts_check_act (work->rules, work->facts->year, act, work->facts->today, &refusal))
    {
      line->sentence = g_strdup (refusal->message);
      return;
    }

  day = gram_date_format_for_people (window.last);
  /* Translators: %s is a day */
  line->sentence = g_strdup_printf (_ ("Possible until the end of %s"), day);
}

static gboolean
add_buy (Work *work)
{
  const GramScenario *s = work->scenario;
  GramScenarioLine *line = add_line (work, GRAM_SCENARIO_WAY_BUY, BUYING);

  line->used = s->buy > 0;
  set_window (work, line, GRAM_CCTS_ACT_TRADE);
  set_refused (work, line);

  return gram_decimal_multiply (s->buy, GRAM_CCTS_THOUSAND, &line->units)
         && gram_decimal_multiply_divide (s->buy, s->buy_price, PRICE_PER_PENNY, GRAM_ROUND_HALF_UP,
                                          &line->cost);
}

/* Whether so many can be converted by the position; %FALSE puts the sentence that says why not. */
static gboolean
check_position (Work *work, GramScenarioLine *line)
{
  const GramScenarioFacts *f = work->facts;
  g_autoptr (GramRefusal) refusal = NULL;
  gint64 allowances;

  if (f->position == NULL)
    {
      g_set_str (&line->sentence, _ ("The position in the CRTS is not known; it has to be entered "
                                     "first"));
      return FALSE;
    }
  if (gram_ccts_conversion_check (work->rules, f->position, f->converted,
                                  MAX (work->scenario->convert, 1), &allowances, &refusal))
    return TRUE;

  g_set_str (&line->sentence, refusal->message);
  return FALSE;
}

static gboolean
add_convert (Work *work)
{
  const GramScenarioFacts *f = work->facts;
  GramScenarioLine *line = add_line (work, GRAM_SCENARIO_WAY_CONVERT, CONVERTING);
  GramCctsConversion conversion = { 0 };
  gint64 allowances;

  line->used = work->scenario->convert > 0;
  set_window (work, line, GRAM_CCTS_ACT_CONVERT);
  line->possible = line->possible && check_position (work, line);
  set_refused (work, line);
  if (f->position != NULL)
    gram_ccts_conversion_most (work->rules, f->position, f->converted, &conversion);

  return gram_decimal_multiply (conversion.allowances, GRAM_CCTS_THOUSAND, &line->most)
         && gram_decimal_multiply (work->scenario->convert, work->rules->allowances_per_crts,
                                   &allowances)
         && gram_decimal_multiply (allowances, GRAM_CCTS_THOUSAND, &line->units);
}

/* A pool has to be granted before the year is measured; whether it is granted nobody knows here. */
static gboolean
add_pool (Work *work)
{
  const GramScenario *s = work->scenario;
  GramScenarioLine *line = add_line (work, GRAM_SCENARIO_WAY_POOL, POOLING);
  g_autofree char *day = NULL;

  line->used = s->pool_surplus > 0;
  line->units = s->pool_surplus;
  line->cost = s->pool_cost;
  line->last_day = gram_ccts_apply_by (work->rules, work->facts->year);
  line->possible = !work->facts->measured && !work->facts->pooled;
  day = gram_date_format_for_people (line->last_day);
  if (work->facts->pooled)
    line->sentence = g_strdup (_ ("The account is in a pool of this year already"));
  else if (work->facts->measured)
    line->sentence = g_strdup (_ ("The year is measured; ask the administrator whether a pool can "
                                  "still be granted"));
  else if (gram_date_compare (work->facts->today, line->last_day) > 0)
    /* Translators: %s is a day */
    line->sentence = g_strdup_printf (_ ("Applications were due by %s; ask the administrator "
                                         "whether a pool can still be granted"),
                                      day);
  else
    /* Translators: %s is a day */
    line->sentence
        = g_strdup_printf (_ ("Possible if the administrator grants it; apply by %s"), day);
  set_refused (work, line);

  return TRUE;
}

/* Paying is always open, and has no day before the notice names one. */
static gboolean
add_pay (Work *work)
{
  GramScenarioResult *r = work->result;
  GramScenarioLine *line = add_line (work, GRAM_SCENARIO_WAY_PAY, PAYING);

  line->used = r->left > 0;
  line->possible = TRUE;
  line->units = r->left;
  line->cost = r->payment_left;
  line->first_day = gram_ccts_last_surrender_day (work->rules, work->facts->year);
  line->sentence
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "Due %d day after the payment notice at the earliest",
                                      "Due %d days after the payment notice at the earliest",
                                      (gulong)work->rules->notice_days),
                         work->rules->notice_days);

  return TRUE;
}

static gboolean
reckon_before (Work *work, gint64 *covered)
{
  const GramScenarioFacts *f = work->facts;
  GramScenarioResult *r = work->result;
  gint64 allowances;

  if (!gram_decimal_add (f->surrendered, f->available, &allowances)
      || !gram_decimal_multiply (allowances, GRAM_CCTS_THOUSAND, covered))
    return FALSE;
  r->shortfall = gram_ccts_shortfall (f->activity, allowances);

  return gram_ccts_payment (work->rules, r->shortfall, &r->payment, NULL);
}

/* The price of one allowance at which buying what is missing costs as much as paying for it. */
static gboolean
reckon_break_even (Work *work)
{
  GramScenarioResult *r = work->result;
  gint64 needed = r->shortfall / GRAM_CCTS_THOUSAND + (r->shortfall % GRAM_CCTS_THOUSAND != 0);

  return needed == 0
         || gram_decimal_multiply_divide (r->payment, PRICE_PER_PENNY, needed, GRAM_ROUND_TRUNCATE,
                                          &r->break_even);
}

/* What the ways give and cost together, and what is left to pay or to lapse. */
static gboolean
reckon_after (Work *work, gint64 covered)
{
  GramScenarioResult *r = work->result;

  for (guint i = 0; i < r->lines->len; i++)
    {
      const GramScenarioLine *line = r->lines->pdata[i];

      if (!gram_decimal_add (covered, line->units, &covered)
          || !gram_decimal_add (r->cost, line->cost, &r->cost))
        return FALSE;
      r->possible = r->possible && (!line->used || line->possible);
    }
  r->left = MAX (work->facts->activity - covered, 0);
  r->spare = MAX (covered - work->facts->activity, 0);

  return gram_ccts_payment (work->rules, r->left, &r->payment_left, NULL)
         && gram_decimal_add (r->cost, r->payment_left, &r->cost)
         && gram_decimal_subtract (r->payment, r->cost, &r->saved);
}

GramScenarioResult *
gram_scenario_compute (const GramCctsRules *rules,
                       const GramScenarioFacts *facts,
                       const GramScenario *scenario,
                       GramRefusal **refusal)
{
  g_autoptr (GramScenarioResult) result = g_new0 (GramScenarioResult, 1);
  Work work = { rules, facts, scenario, result };
  gint64 covered = 0;

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (facts != NULL && facts->activity >= 0, NULL);
  g_return_val_if_fail (scenario != NULL, NULL);

  result->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  result->possible = TRUE;
  if (!gram_ccts_year_check (rules, facts->year, refusal))
    return NULL;
  if (!reckon_before (&work, &covered) || !reckon_break_even (&work) || !add_buy (&work)
      || !add_convert (&work) || !add_pool (&work) || !reckon_after (&work, covered)
      || !add_pay (&work))
    {
      gram_refuse (refusal, "scenario.too-large", PAYING,
                   _ ("A number of the scenario is too large to be true; correct it"));
      return NULL;
    }

  return g_steal_pointer (&result);
}
