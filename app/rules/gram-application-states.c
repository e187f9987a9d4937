/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application-form.h"

#include <glib/gi18n-lib.h>

#define APPROVAL "SL 2022/285 reg 21"
#define REVOCATION "LTA 1998 s 167C"
#define SWITCHING "CCS facts §3"
/* Nobody plans further ahead; a larger year is a mistype. */
#define YEARS_AHEAD 5

static const struct
{
  const char *verb;
  GramApplicationState from;
  GramApplicationState to;
} moves[] = {
  { "save", GRAM_APPLICATION_DRAFT, GRAM_APPLICATION_DRAFT },
  { "save", GRAM_APPLICATION_INFORMATION_ASKED, GRAM_APPLICATION_INFORMATION_ASKED },
  { "submit", GRAM_APPLICATION_DRAFT, GRAM_APPLICATION_SUBMITTED },
  { "submit", GRAM_APPLICATION_INFORMATION_ASKED, GRAM_APPLICATION_SUBMITTED },
  { "withdraw", GRAM_APPLICATION_DRAFT, GRAM_APPLICATION_WITHDRAWN },
  { "withdraw", GRAM_APPLICATION_SUBMITTED, GRAM_APPLICATION_WITHDRAWN },
  { "withdraw", GRAM_APPLICATION_INFORMATION_ASKED, GRAM_APPLICATION_WITHDRAWN },
  { "ask", GRAM_APPLICATION_SUBMITTED, GRAM_APPLICATION_INFORMATION_ASKED },
  { "approve", GRAM_APPLICATION_SUBMITTED, GRAM_APPLICATION_APPROVED },
  { "decline", GRAM_APPLICATION_SUBMITTED, GRAM_APPLICATION_DECLINED },
  { "decline", GRAM_APPLICATION_INFORMATION_ASKED, GRAM_APPLICATION_DECLINED },
  { "suspend", GRAM_APPLICATION_APPROVED, GRAM_APPLICATION_SUSPENDED },
  { "resume", GRAM_APPLICATION_SUSPENDED, GRAM_APPLICATION_APPROVED },
  { "revoke", GRAM_APPLICATION_APPROVED, GRAM_APPLICATION_REVOKED },
  { "revoke", GRAM_APPLICATION_SUSPENDED, GRAM_APPLICATION_REVOKED },
};

/* What an application in a state waits for, as the answer to whatever is not possible in it. */
static const struct
{
  GramApplicationState state;
  const char *article;
  const char *message;
} refusals[] = {
  { GRAM_APPLICATION_DRAFT, APPROVAL,
    N_ ("The application is a draft; it has to be submitted first") },
  { GRAM_APPLICATION_SUBMITTED, APPROVAL,
    N_ ("The application is submitted and waits for the decision; to change it, withdraw it and "
        "write a new one") },
  { GRAM_APPLICATION_INFORMATION_ASKED, APPROVAL,
    N_ ("More information was asked; the applicant has to add it and submit the application again") },
  { GRAM_APPLICATION_APPROVED, REVOCATION,
    N_ ("The application is approved; the approval can only be suspended or revoked") },
  { GRAM_APPLICATION_DECLINED, APPROVAL, N_ ("The application was declined; write a new one") },
  { GRAM_APPLICATION_WITHDRAWN, APPROVAL, N_ ("The application was withdrawn; write a new one") },
  { GRAM_APPLICATION_SUSPENDED, REVOCATION,
    N_ ("The approval is suspended; it can only be resumed or revoked") },
  { GRAM_APPLICATION_REVOKED, REVOCATION,
    N_ ("The approval was revoked; write a new application") },
};

gboolean
gram_application_move (GramApplicationState from,
                       const char *verb,
                       GramApplicationState *to,
                       GramRefusal **refusal)
{
  g_return_val_if_fail (verb != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].from == from && g_str_equal (moves[i].verb, verb))
      {
        if (to != NULL)
          *to = moves[i].to;
        return TRUE;
      }

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].state == from)
      return gram_refuse (refusal, "application.state", refusals[i].article, "%s",
                          _ (refusals[i].message));

  g_return_val_if_reached (FALSE);
}

GramDate
gram_application_valid_from (const GramAccountRules *rules, int year)
{
  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);
  g_return_val_if_fail (rules->fleet_starts_month != 0, GRAM_DATE_NONE);

  return gram_date_make (year, rules->fleet_starts_month, rules->fleet_starts_day);
}

int
gram_application_next_year (const GramAccountRules *rules, GramDate today)
{
  GramDate start = gram_application_valid_from (rules, today.year);

  return gram_date_compare (start, today) >= 0 ? today.year : today.year + 1;
}

gboolean
gram_application_check_year (const GramAccountRules *rules,
                             GramDate today,
                             gboolean recorded,
                             gint64 year,
                             GramRefusal **refusal)
{
  int next = gram_application_next_year (rules, today);
  int first = recorded ? MIN (next, today.year) : next;

  if (year < first)
    return gram_refuse (
        refusal, "application.year-past", SWITCHING,
        /* Translators: both %d are years */
        _ ("A change of scheme takes effect at the beginning of a year, so %d is the "
           "first that is possible; choose %d or a later year"),
        first, first);
  if (year > next + YEARS_AHEAD)
    return gram_refuse (refusal, "application.year-far", SWITCHING,
                        /* Translators: %d is a year */
                        _ ("That is too far ahead; choose %d at the latest"), next + YEARS_AHEAD);

  return TRUE;
}

GramChargeScheme
gram_application_charge_scheme (GramApplicationState state,
                                GramDate valid_from,
                                GramDate ended_on,
                                GramDate day)
{
  gboolean began = gram_date_is_valid (valid_from) && gram_date_compare (day, valid_from) >= 0;

  switch (state)
    {
    case GRAM_APPLICATION_APPROVED:
      return began ? GRAM_CHARGE_SCHEME_FLEET_AVERAGE : GRAM_CHARGE_SCHEME_PAYG;

    case GRAM_APPLICATION_REVOKED:
      return began && gram_date_is_valid (ended_on) && gram_date_compare (day, ended_on) < 0
                 ? GRAM_CHARGE_SCHEME_FLEET_AVERAGE
                 : GRAM_CHARGE_SCHEME_PAYG;

    case GRAM_APPLICATION_DRAFT:
    case GRAM_APPLICATION_SUBMITTED:
    case GRAM_APPLICATION_INFORMATION_ASKED:
    case GRAM_APPLICATION_DECLINED:
    case GRAM_APPLICATION_WITHDRAWN:
    case GRAM_APPLICATION_SUSPENDED:
    default:
      return GRAM_CHARGE_SCHEME_PAYG;
    }
}
