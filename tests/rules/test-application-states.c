/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application-form.h"

#define DRAFT GRAM_APPLICATION_DRAFT
#define SUBMITTED GRAM_APPLICATION_SUBMITTED
#define ASKED GRAM_APPLICATION_INFORMATION_ASKED
#define APPROVED GRAM_APPLICATION_APPROVED
#define DECLINED GRAM_APPLICATION_DECLINED
#define WITHDRAWN GRAM_APPLICATION_WITHDRAWN
#define SUSPENDED GRAM_APPLICATION_SUSPENDED
#define REVOKED GRAM_APPLICATION_REVOKED

/* CCS facts §3, states: what each verb makes of each state; 0: refused. Reg 21, s 167C. */
static const struct
{
  const char *verb;
  GramApplicationState to[9];
} moves[] = {
  { "save", { [DRAFT] = DRAFT, [ASKED] = ASKED } },
  { "submit", { [DRAFT] = SUBMITTED, [ASKED] = SUBMITTED } },
  { "withdraw", { [DRAFT] = WITHDRAWN, [SUBMITTED] = WITHDRAWN, [ASKED] = WITHDRAWN } },
  { "ask", { [SUBMITTED] = ASKED } },
  { "approve", { [SUBMITTED] = APPROVED } },
  { "decline", { [SUBMITTED] = DECLINED, [ASKED] = DECLINED } },
  { "suspend", { [APPROVED] = SUSPENDED } },
  { "resume", { [SUSPENDED] = APPROVED } },
  { "revoke", { [APPROVED] = REVOKED, [SUSPENDED] = REVOKED } },
  { "reopen", { 0 } },
};

static void
test_moves (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    for (int state = DRAFT; state <= REVOKED; state++)
      {
        g_autoptr (GramRefusal) refusal = NULL;
        GramApplicationState to = 0;
        gboolean allowed
            = gram_application_move ((GramApplicationState)state, moves[i].verb, &to, &refusal);

        g_assert_cmpint (to, ==, moves[i].to[state]);
        g_assert_true (allowed == (moves[i].to[state] != 0));
        g_assert_true (allowed == (refusal == NULL));
        if (refusal == NULL)
          continue;
        g_assert_cmpstr (refusal->id, ==, "application.state");
        g_assert_nonnull (refusal->article);
        g_assert_false (g_str_has_suffix (refusal->message, "."));
      }
}

static GramDate
day (const char *text)
{
  GramDate date = GRAM_DATE_NONE;

  if (text != NULL)
    g_assert_true (gram_date_parse (text, GRAM_DATE_ISO, &date, NULL));
  return date;
}

/* CCS facts §3: a change takes effect on 1 January only. */
static const struct
{
  const char *today;
  gboolean recorded;
  gint64 year;
  const char *id;
} years[] = {
  { "2026-11-22", FALSE, 2027, NULL },
  { "2026-11-22", FALSE, 2026, "application.year-past" },
  { "2026-11-22", TRUE, 2026, NULL },
  { "2026-11-22", TRUE, 2025, "application.year-past" },
  { "2027-01-01", FALSE, 2027, NULL },
  { "2027-01-02", FALSE, 2027, "application.year-past" },
  { "2026-11-22", FALSE, 2032, NULL },
  { "2026-11-22", FALSE, 2033, "application.year-far" },
  { "2026-11-22", FALSE, G_MAXINT64, "application.year-far" },
  { "2026-11-22", TRUE, G_MININT64, "application.year-past" },
};

static void
test_years (void)
{
  const GramAccountRules *rules = gram_account_rules_default (GRAM_SCHEME_CCS);
  g_autofree char *start = gram_date_format (gram_application_valid_from (rules, 2027));

  g_assert_cmpstr (start, ==, "2027-01-01");
  g_assert_cmpint (gram_application_next_year (rules, day ("2026-11-22")), ==, 2027);
  g_assert_cmpint (gram_application_next_year (rules, day ("2027-01-01")), ==, 2027);
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean allowed = gram_application_check_year (rules, day (years[i].today),
                                                      years[i].recorded, years[i].year, &refusal);

      g_assert_true (allowed == (years[i].id == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, years[i].id);
    }
}

/* CCS facts §3: PAYG by default; on revocation what was accepted before stays Fleet Average. */
static const struct
{
  GramApplicationState state;
  const char *valid_from;
  const char *ended_on;
  const char *day;
  GramChargeScheme scheme;
} schemes[] = {
  { 0, NULL, NULL, "2027-03-01", GRAM_CHARGE_SCHEME_PAYG },
  { SUBMITTED, NULL, NULL, "2027-03-01", GRAM_CHARGE_SCHEME_PAYG },
  { APPROVED, "2027-01-01", NULL, "2026-12-31", GRAM_CHARGE_SCHEME_PAYG },
  { APPROVED, "2027-01-01", NULL, "2027-01-01", GRAM_CHARGE_SCHEME_FLEET_AVERAGE },
  { APPROVED, "2027-01-01", NULL, "2031-07-01", GRAM_CHARGE_SCHEME_FLEET_AVERAGE },
  { APPROVED, NULL, NULL, "2027-03-01", GRAM_CHARGE_SCHEME_PAYG },
  { SUSPENDED, "2027-01-01", NULL, "2027-03-01", GRAM_CHARGE_SCHEME_PAYG },
  { REVOKED, "2027-01-01", "2028-05-10", "2028-05-09", GRAM_CHARGE_SCHEME_FLEET_AVERAGE },
  { REVOKED, "2027-01-01", "2028-05-10", "2028-05-10", GRAM_CHARGE_SCHEME_PAYG },
  { REVOKED, "2027-01-01", "2026-12-01", "2027-03-01", GRAM_CHARGE_SCHEME_PAYG },
  { DECLINED, NULL, NULL, "2027-03-01", GRAM_CHARGE_SCHEME_PAYG },
};

static void
test_schemes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    g_assert_cmpint (gram_application_charge_scheme (schemes[i].state, day (schemes[i].valid_from),
                                                     day (schemes[i].ended_on),
                                                     day (schemes[i].day)),
                     ==, schemes[i].scheme);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application-states/moves", test_moves);
  g_test_add_func ("/application-states/years", test_years);
  g_test_add_func ("/application-states/schemes", test_schemes);

  return g_test_run ();
}
