/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-year.h"

#include "gram-rules-private.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

#define EXPIRY "CCTS art. 40"
#define MEASURING "CCTS art. 36(1)"
#define NO_COUNT 0

#define STATE(state) (1u << (state))
#define VERB(verb) (1u << (verb))
#define UNTIL_CLOSED (STATE (GRAM_CCTS_YEAR_CLOSED) - 1)

#define COUNT(member) G_STRUCT_OFFSET (GramCctsYearFacts, member)

/* Something that can be missing: from which facts it is seen, in which states it is told, and which verbs it blocks. */
typedef struct
{
  GramCctsYearNeed need;
  gboolean (*is_missing) (const GramCctsRules *rules,
                          const GramCctsYearFacts *facts,
                          GramDate today);
  gsize count;
  guint told;
  guint blocks;
  GramCctsYearVerb verb;
  const char *article;
  const char *sentence;
} Need;

static gboolean
is_not_over (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today)
{
  return gram_date_compare (today, gram_ccts_year_range (rules, facts->year).last) <= 0;
}

static gboolean
is_not_measured (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today)
{
  return !facts->measured;
}

/* A year without participants has nothing to allocate. */
static gboolean
is_not_allocated (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today)
{
  return !facts->allocated && facts->participants > 0;
}

static gboolean
is_window_not_over (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today)
{
  return gram_date_compare (today, gram_ccts_window (rules, facts->year).last) <= 0;
}

static gboolean
is_not_accounted (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today)
{
  return !facts->accounted || facts->accounts_differ > 0;
}

static gboolean
is_not_published (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today)
{
  return !facts->published;
}

/* In the order of the year. */
static const Need needs[] = {
  { GRAM_CCTS_YEAR_NOT_OVER, is_not_over, NO_COUNT, STATE (GRAM_CCTS_YEAR_COLLECTING),
    VERB (GRAM_CCTS_YEAR_MEASURE), 0, MEASURING,
    N_ ("The scheme year is not over; measure it when it is") },
  { GRAM_CCTS_YEAR_CARS_WITHOUT_CO2, NULL, COUNT (cars_unknown),
    STATE (GRAM_CCTS_YEAR_COLLECTING) | STATE (GRAM_CCTS_YEAR_MEASURED), 0, 0, "CCTS art. 36(2)",
    N_ ("Cars without a CO₂ value add nothing to the activity; complete them first") },
  { GRAM_CCTS_YEAR_POOLS_UNDECIDED, NULL, COUNT (pools_undecided),
    STATE (GRAM_CCTS_YEAR_COLLECTING) | STATE (GRAM_CCTS_YEAR_MEASURED), 0, 0, "CCTS art. 32(2)",
    N_ ("Applications of pools are not decided; a pool that is granted changes who takes part") },
  { GRAM_CCTS_YEAR_NOT_MEASURED, is_not_measured, NO_COUNT, STATE (GRAM_CCTS_YEAR_COLLECTING),
    VERB (GRAM_CCTS_YEAR_ALLOCATE) | VERB (GRAM_CCTS_YEAR_ACCOUNT)
        | VERB (GRAM_CCTS_YEAR_ISSUE_NOTICE) | VERB (GRAM_CCTS_YEAR_CLOSE)
        | VERB (GRAM_CCTS_YEAR_PUBLISH),
    GRAM_CCTS_YEAR_MEASURE, MEASURING, N_ ("The year is not measured yet; measure it first") },
  { GRAM_CCTS_YEAR_CHANGED, NULL, COUNT (changed),
    UNTIL_CLOSED & ~STATE (GRAM_CCTS_YEAR_COLLECTING), VERB (GRAM_CCTS_YEAR_CLOSE),
    GRAM_CCTS_YEAR_MEASURE, MEASURING,
    N_ ("Cars have changed since the year was measured; measure it again") },
  { GRAM_CCTS_YEAR_BASELINES_MISSING, NULL, COUNT (baselines_missing),
    UNTIL_CLOSED & ~STATE (GRAM_CCTS_YEAR_COLLECTING),
    VERB (GRAM_CCTS_YEAR_ACCOUNT) | VERB (GRAM_CCTS_YEAR_ISSUE_NOTICE)
        | VERB (GRAM_CCTS_YEAR_CLOSE),
    0, "CCTS Sch. 1",
    N_ ("Participants have no baseline, so that nothing is allocated to them; enter it") },
  { GRAM_CCTS_YEAR_NOT_ALLOCATED, is_not_allocated, NO_COUNT,
    UNTIL_CLOSED & ~STATE (GRAM_CCTS_YEAR_COLLECTING),
    VERB (GRAM_CCTS_YEAR_ACCOUNT) | VERB (GRAM_CCTS_YEAR_CLOSE), GRAM_CCTS_YEAR_ALLOCATE,
    "CCTS art. 34(1)", N_ ("Nothing is allocated yet; allocate first") },
  { GRAM_CCTS_YEAR_ALLOCATION_DIFFERS, NULL, COUNT (allocations_differ),
    UNTIL_CLOSED & ~STATE (GRAM_CCTS_YEAR_COLLECTING), VERB (GRAM_CCTS_YEAR_CLOSE),
    GRAM_CCTS_YEAR_ALLOCATE, "CCTS art. 34(1)",
    N_ ("What is allocated is not what follows from cars and baselines; allocate the "
        "difference") },
  { GRAM_CCTS_YEAR_WINDOW_NOT_OVER, is_window_not_over, NO_COUNT,
    STATE (GRAM_CCTS_YEAR_ALLOCATED) | STATE (GRAM_CCTS_YEAR_WINDOW_OPEN),
    VERB (GRAM_CCTS_YEAR_ACCOUNT) | VERB (GRAM_CCTS_YEAR_ISSUE_NOTICE)
        | VERB (GRAM_CCTS_YEAR_CLOSE),
    0, "CCTS art. 38(1)",
    N_ ("Participants can surrender allowances until the trading window is over; wait for it") },
  { GRAM_CCTS_YEAR_NOTIFICATIONS_LIVE, NULL, COUNT (notifications),
    UNTIL_CLOSED & ~STATE (GRAM_CCTS_YEAR_COLLECTING),
    VERB (GRAM_CCTS_YEAR_ACCOUNT) | VERB (GRAM_CCTS_YEAR_CLOSE), 0, "CCTS art. 37(7)",
    N_ ("Notifications of trades wait for the other party or differ; they are void when the "
        "trading window is over") },
  { GRAM_CCTS_YEAR_TRADES_MATCHED, NULL, COUNT (trades_matched),
    UNTIL_CLOSED & ~STATE (GRAM_CCTS_YEAR_COLLECTING),
    VERB (GRAM_CCTS_YEAR_ACCOUNT) | VERB (GRAM_CCTS_YEAR_CLOSE), 0, "CCTS art. 37(6)",
    N_ ("Matched trades are not decided; register or refuse them") },
  { GRAM_CCTS_YEAR_NOT_ACCOUNTED, is_not_accounted, COUNT (accounts_differ),
    STATE (GRAM_CCTS_YEAR_WINDOW_CLOSED) | STATE (GRAM_CCTS_YEAR_ACCOUNTED)
        | STATE (GRAM_CCTS_YEAR_NOTICES),
    VERB (GRAM_CCTS_YEAR_ISSUE_NOTICE) | VERB (GRAM_CCTS_YEAR_CLOSE), GRAM_CCTS_YEAR_ACCOUNT,
    "CCTS art. 39(1)",
    N_ ("What participants have not accounted for is not worked out, or not any more; account "
        "for the year") },
  { GRAM_CCTS_YEAR_NOTICES_MISSING, NULL, COUNT (notices_missing), STATE (GRAM_CCTS_YEAR_ACCOUNTED),
    VERB (GRAM_CCTS_YEAR_CLOSE), GRAM_CCTS_YEAR_ISSUE_NOTICE, "CCTS art. 39(4)",
    N_ ("Payment notices are missing, or ask for another amount than is due; withdraw those, and "
        "give the ones that are missing") },
  { GRAM_CCTS_YEAR_NOT_PUBLISHED, is_not_published, NO_COUNT, STATE (GRAM_CCTS_YEAR_CLOSED), 0,
    GRAM_CCTS_YEAR_PUBLISH, "CCTS art. 80(1)",
    N_ ("The final information is not published yet; publish it") },
};

static const GramTitle state_titles[] = {
  { GRAM_CCTS_YEAR_COLLECTING, NC_ ("scheme year", "Collecting") },
  { GRAM_CCTS_YEAR_MEASURED, NC_ ("scheme year", "Measured") },
  { GRAM_CCTS_YEAR_ALLOCATED, NC_ ("scheme year", "Allocated") },
  { GRAM_CCTS_YEAR_WINDOW_OPEN, NC_ ("scheme year", "Window Open") },
  { GRAM_CCTS_YEAR_WINDOW_CLOSED, NC_ ("scheme year", "Window Closed") },
  { GRAM_CCTS_YEAR_ACCOUNTED, NC_ ("scheme year", "Accounted") },
  { GRAM_CCTS_YEAR_NOTICES, NC_ ("scheme year", "Notices Given") },
  { GRAM_CCTS_YEAR_CLOSED, NC_ ("scheme year", "Closed") },
};

static const GramTitle verb_titles[] = {
  { GRAM_CCTS_YEAR_MEASURE, NC_ ("scheme year", "Measure") },
  { GRAM_CCTS_YEAR_ALLOCATE, NC_ ("scheme year", "Allocate") },
  { GRAM_CCTS_YEAR_ACCOUNT, NC_ ("scheme year", "Account For") },
  { GRAM_CCTS_YEAR_ISSUE_NOTICE, NC_ ("scheme year", "Give Payment Notices") },
  { GRAM_CCTS_YEAR_CLOSE, NC_ ("scheme year", "Close") },
  { GRAM_CCTS_YEAR_PUBLISH, NC_ ("scheme year", "Publish") },
};

/* What comes next in a state; 0: time does. */
static const GramCctsYearVerb next_verbs[GRAM_CCTS_YEAR_STATE_N + 1] = {
  [GRAM_CCTS_YEAR_COLLECTING] = GRAM_CCTS_YEAR_MEASURE,
  [GRAM_CCTS_YEAR_MEASURED] = GRAM_CCTS_YEAR_ALLOCATE,
  [GRAM_CCTS_YEAR_WINDOW_CLOSED] = GRAM_CCTS_YEAR_ACCOUNT,
  [GRAM_CCTS_YEAR_ACCOUNTED] = GRAM_CCTS_YEAR_ISSUE_NOTICE,
  [GRAM_CCTS_YEAR_NOTICES] = GRAM_CCTS_YEAR_CLOSE,
  [GRAM_CCTS_YEAR_CLOSED] = GRAM_CCTS_YEAR_PUBLISH,
};

GramCctsYearState
gram_ccts_year_state (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today)
{
  GramDateRange window;

  g_return_val_if_fail (rules != NULL, GRAM_CCTS_YEAR_COLLECTING);
  g_return_val_if_fail (facts != NULL, GRAM_CCTS_YEAR_COLLECTING);

  if (facts->closed)
    return GRAM_CCTS_YEAR_CLOSED;
  if (facts->accounted)
    return facts->notices_missing > 0 ? GRAM_CCTS_YEAR_ACCOUNTED : GRAM_CCTS_YEAR_NOTICES;
  if (!facts->measured)
    return GRAM_CCTS_YEAR_COLLECTING;
  if (is_not_allocated (rules, facts, today))
    return GRAM_CCTS_YEAR_MEASURED;

  window = gram_ccts_window (rules, facts->year);
  if (gram_date_compare (today, window.first) < 0)
    return GRAM_CCTS_YEAR_ALLOCATED;

  return gram_date_compare (today, window.last) <= 0 ? GRAM_CCTS_YEAR_WINDOW_OPEN
                                                     : GRAM_CCTS_YEAR_WINDOW_CLOSED;
}

const char *
gram_ccts_year_state_title (GramCctsYearState state)
{
  return GRAM_TITLE ("scheme year", state_titles, state);
}

const char *
gram_ccts_year_verb_title (GramCctsYearVerb verb)
{
  return GRAM_TITLE ("scheme year", verb_titles, verb);
}

GramCctsYearVerb
gram_ccts_year_next (GramCctsYearState state)
{
  g_return_val_if_fail (state >= 1 && state <= GRAM_CCTS_YEAR_STATE_N, 0);

  return next_verbs[state];
}

static gint64
count_of (const Need *need, const GramCctsYearFacts *facts)
{
  return need->count == NO_COUNT ? 0 : G_STRUCT_MEMBER (gint64, facts, need->count);
}

static gboolean
is_missing (const Need *need,
            const GramCctsRules *rules,
            const GramCctsYearFacts *facts,
            GramDate today)
{
  if (need->is_missing != NULL)
    return need->is_missing (rules, facts, today);

  return count_of (need, facts) > 0;
}

void
gram_ccts_year_line_free (GramCctsYearLine *self)
{
  if (self == NULL)
    return;

  g_free (self->sentence);
  g_free (self);
}

GPtrArray *
gram_ccts_year_missing (const GramCctsRules *rules, const GramCctsYearFacts *facts, GramDate today)
{
  GramCctsYearState state = gram_ccts_year_state (rules, facts, today);
  GramCctsYearVerb next = gram_ccts_year_next (state);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_ccts_year_line_free);

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      GramCctsYearLine *line;

      if ((needs[i].told & STATE (state)) == 0 || !is_missing (&needs[i], rules, facts, today))
        continue;

      line = g_new0 (GramCctsYearLine, 1);
      line->need = needs[i].need;
      line->count = count_of (&needs[i], facts);
      line->sentence = g_strdup (_ (needs[i].sentence));
      line->article = needs[i].article;
      line->blocks = (needs[i].blocks & VERB (next)) != 0;
      line->verb = needs[i].verb;
      g_ptr_array_add (lines, line);
    }

  return lines;
}

static gboolean
refuse_closed (int year, GramRefusal **refusal)
{
  return gram_refuse (refusal, "year.closed", EXPIRY,
                      /* Translators: %d is a year */
                      _ ("The scheme year %d is closed; nothing of it is changed any more"), year);
}

gboolean
gram_ccts_year_can (const GramCctsRules *rules,
                    const GramCctsYearFacts *facts,
                    GramDate today,
                    GramCctsYearVerb verb,
                    GramRefusal **refusal)
{
  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  if (!gram_ccts_year_check (rules, facts->year, refusal))
    return FALSE;
  if (facts->closed)
    return verb == GRAM_CCTS_YEAR_PUBLISH || refuse_closed (facts->year, refusal);

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if ((needs[i].blocks & VERB (verb)) != 0 && is_missing (&needs[i], rules, facts, today))
      {
        g_autofree char *id
            = g_strconcat ("year.", gram_word_for ("year-need", (int)needs[i].need), NULL);

        return gram_refuse (refusal, id, needs[i].article, "%s", _ (needs[i].sentence));
      }

  return TRUE;
}

gboolean
gram_ccts_year_allows (const GramCctsRules *rules,
                       const GramCctsYearFacts *facts,
                       gint64 year,
                       GramCctsAct act,
                       GramDate today,
                       GramRefusal **refusal)
{
  g_return_val_if_fail (rules != NULL, FALSE);

  if (!gram_ccts_check_act (rules, year, act, today, refusal))
    return FALSE;
  if (facts != NULL && facts->closed)
    return refuse_closed ((int)year, refusal);
  if (facts != NULL && facts->measured)
    return TRUE;

  return gram_refuse (refusal, "year.not-measured", MEASURING,
                      /* Translators: %d is a year */
                      _ ("The administrator has not measured %d yet, so that nobody is known to "
                         "take part in it; wait until that is done"),
                      (int)year);
}

gboolean
gram_ccts_year_check_balance (int year,
                              gint64 allocated,
                              gint64 acquired,
                              gint64 surrendered,
                              gint64 converted,
                              gint64 lapsed,
                              GramRefusal **refusal)
{
  gint64 made;
  gint64 gone;
  gint64 difference = G_MAXINT64;
  g_autofree char *amount = NULL;

  if (gram_decimal_add (allocated, acquired, &made)
      && gram_decimal_add (surrendered, converted, &gone) && gram_decimal_add (gone, lapsed, &gone)
      && gram_decimal_subtract (made, gone, &difference) && difference == 0)
    return TRUE;

  amount = _gram_number_for_people (difference, 0);
  return gram_refuse (refusal, "year.does-not-balance", EXPIRY,
                      /* Translators: %d is a year, %s a number of allowances */
                      _ ("The books of %d do not balance: allocated and acquired allowances are "
                         "%s more than those surrendered, converted and lapsed; verify the "
                         "registry"),
                      year, amount);
}
