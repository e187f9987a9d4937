/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-texts.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const GramYearStep steps[] = {
  { GRAM_CCTS_YEAR_MEASURE, "year.measure", "years.measure", N_ ("Measure"), N_ ("Measure Again"), N_ ("_Measure…"),
    N_ ("Takes down who is a participant, how many cars count and what activity has to be accounted for. It can be "
        "done again until the year is closed.") },
  { GRAM_CCTS_YEAR_ALLOCATE, "allocation.post", "years.allocate", N_ ("Allocate"), N_ ("Allocate Again"),
    N_ ("_Allocate…"),
    N_ ("Gives every participant its number of cars times its baseline. What is allocated already stays; only the "
        "difference is posted.") },
  { GRAM_CCTS_YEAR_ACCOUNT, "year.account", "years.account", N_ ("Account for the Year"),
    N_ ("Account Again"), N_ ("_Account…"),
    N_ ("Takes down what every participant has surrendered, what it has not accounted for, and the payment for "
        "that.") },
  { GRAM_CCTS_YEAR_ISSUE_NOTICE, "payment-notice.issue", "years.issue-notices", N_ ("Issue Payment Notices"),
    N_ ("Issue Payment Notices"), N_ ("Show _Participants"),
    N_ ("Every participant with a payment is given a payment notice in writing.") },
  { GRAM_CCTS_YEAR_CLOSE, "year.close", "years.close", N_ ("Close the Year"), N_ ("Close the Year"), N_ ("_Close…"),
    N_ ("What was not surrendered lapses, and the books of every participant are balanced. This cannot be undone.") },
  { GRAM_CCTS_YEAR_PUBLISH, "year.publish", "years.publish", N_ ("Publish"), N_ ("Publish Again"), N_ ("_Publish"),
    N_ ("Makes the table of the year as a document that the registry keeps.") },
};

#define PARTICIPANTS N_ ("Participants")

static const GramYearNeedText needs[] = {
  { GRAM_CCTS_YEAR_NOT_OVER, N_ ("The year is not over"), NULL, NULL },
  { GRAM_CCTS_YEAR_CARS_WITHOUT_CO2, N_ ("Cars without a CO₂ value"), PARTICIPANTS,
    "years.show-participants('cars-unknown')" },
  { GRAM_CCTS_YEAR_POOLS_UNDECIDED, N_ ("Pools to decide"), N_ ("Pools"), "years.show('pools')" },
  { GRAM_CCTS_YEAR_NOT_MEASURED, N_ ("Not measured"), N_ ("Measure"), "years.measure" },
  { GRAM_CCTS_YEAR_CHANGED, N_ ("Changed since it was measured"), N_ ("Measure Again"), "years.measure" },
  { GRAM_CCTS_YEAR_BASELINES_MISSING, N_ ("Baselines missing"), PARTICIPANTS,
    "years.show-participants('baseline-missing')" },
  { GRAM_CCTS_YEAR_NOT_ALLOCATED, N_ ("Nothing allocated"), N_ ("Allocate"), "years.allocate" },
  { GRAM_CCTS_YEAR_ALLOCATION_DIFFERS, N_ ("Allocation differs"), N_ ("Allocate Again"), "years.allocate" },
  { GRAM_CCTS_YEAR_WINDOW_NOT_OVER, N_ ("The trading window is not over"), NULL, NULL },
  { GRAM_CCTS_YEAR_NOTIFICATIONS_LIVE, N_ ("Notifications without a match"), N_ ("Trades"), "win.go-trades" },
  { GRAM_CCTS_YEAR_TRADES_MATCHED, N_ ("Matched trades to register"), N_ ("Trades"), "win.go-trades" },
  { GRAM_CCTS_YEAR_NOT_ACCOUNTED, N_ ("Not accounted"), N_ ("Account for the Year"), "years.account" },
  { GRAM_CCTS_YEAR_NOTICES_MISSING, N_ ("Payment notices missing"), PARTICIPANTS,
    "years.show-participants('notice-missing')" },
  { GRAM_CCTS_YEAR_NOT_PUBLISHED, N_ ("Not published"), N_ ("Publish"), "years.publish" },
};
/* clang-format on */

const GramYearStep *
gram_year_steps (guint *n_steps)
{
  g_return_val_if_fail (n_steps != NULL, NULL);

  *n_steps = G_N_ELEMENTS (steps);

  return steps;
}

const GramYearStep *
gram_year_step_find (GramCctsYearVerb verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].verb == verb)
      return &steps[i];

  return NULL;
}

gint64
gram_year_step_done_at (const GramYearStep *step, const GramYearRow *row)
{
  g_return_val_if_fail (step != NULL && row != NULL, 0);

  switch (step->verb)
    {
    case GRAM_CCTS_YEAR_MEASURE:
      return row->measured_at;
    case GRAM_CCTS_YEAR_ALLOCATE:
      return row->allocated_at;
    case GRAM_CCTS_YEAR_ACCOUNT:
      return row->accounted_at;
    case GRAM_CCTS_YEAR_CLOSE:
      return row->closed_at;
    case GRAM_CCTS_YEAR_PUBLISH:
      return row->published_at;
    case GRAM_CCTS_YEAR_ISSUE_NOTICE:
    default:
      return 0;
    }
}

const GramYearNeedText *
gram_year_need_find (GramCctsYearNeed need)
{
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if (needs[i].need == need)
      return &needs[i];

  g_return_val_if_reached (&needs[0]);
}

char *
gram_year_dup_title (int year)
{
  /* Translators: %d is a year */
  return g_strdup_printf (_ ("Scheme Year %d"), year);
}

char *
gram_year_dup_day (GramDate day)
{
  g_autofree char *iso = gram_date_is_valid (day) ? gram_date_format (day) : NULL;

  return gram_format_date (iso);
}

static char *
dup_instant (gint64 at)
{
  return at != 0 ? gram_format_day_of_instant (at) : g_strdup ("");
}

/* Translators: %s is a day */
static char *
dup_after (GramDate day)
{
  g_autofree char *text = gram_year_dup_day (day);

  return g_strdup_printf (_ ("after %s"), text);
}

char *
gram_year_dup_state_day (const GramYearRow *row, GramCctsYearState state)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  switch (state)
    {
    case GRAM_CCTS_YEAR_COLLECTING:
      return gram_year_dup_day (gram_date_make (row->year, 12, 31));
    case GRAM_CCTS_YEAR_MEASURED:
      return dup_instant (row->measured_at);
    case GRAM_CCTS_YEAR_ALLOCATED:
      return dup_instant (row->allocated_at);
    case GRAM_CCTS_YEAR_WINDOW_OPEN:
      return gram_year_dup_day (row->window.first);
    case GRAM_CCTS_YEAR_WINDOW_CLOSED:
      return gram_year_dup_day (row->window.last);
    case GRAM_CCTS_YEAR_ACCOUNTED:
      return row->accounted_at != 0 ? dup_instant (row->accounted_at)
                                    : dup_after (row->window.last);
    case GRAM_CCTS_YEAR_CLOSED:
      if (row->closed_at != 0)
        return dup_instant (row->closed_at);
      day = gram_year_dup_day (row->publication);
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("published by %s"), day);
    case GRAM_CCTS_YEAR_NOTICES:
    default:
      return g_strdup ("");
    }
}

char *
gram_year_dup_waiting (const GramYearRow *row)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  switch (row->state)
    {
    case GRAM_CCTS_YEAR_ALLOCATED:
      day = gram_year_dup_day (row->window.first);
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("Nothing to do until the trading window opens on %s."), day);
    case GRAM_CCTS_YEAR_WINDOW_OPEN:
      day = gram_year_dup_day (row->window.last);
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("Participants trade, convert and surrender until %s."), day);
    case GRAM_CCTS_YEAR_CLOSED:
      return g_strdup (_ ("The year is closed. Its books are balanced and stay as they are."));
    case GRAM_CCTS_YEAR_COLLECTING:
    case GRAM_CCTS_YEAR_MEASURED:
    case GRAM_CCTS_YEAR_WINDOW_CLOSED:
    case GRAM_CCTS_YEAR_ACCOUNTED:
    case GRAM_CCTS_YEAR_NOTICES:
    default:
      return g_strdup (_ ("Nothing to do now."));
    }
}
