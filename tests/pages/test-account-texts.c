/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-conditions.h"
#include "gram-account-scheme-group.h"
#include "gram-auto-accept-texts.h"
#include "gram-command.h"
#include "gram-decisions.h"
#include "gram-effects.h"

/* 2026-03-16 at noon, and the days after it. */
#define NOON G_GINT64_CONSTANT (1773662400000000)

typedef struct
{
  GramAccountDetail detail;
  GramAccountRecord account;
  GramMeasureRecord measure;
  GramClosingRecord closing;
  GramApplicationRecord application;
} Facts;

static void
begin (Facts *self, GramAccountState state)
{
  *self = (Facts){ .account = { .kind = GRAM_ACCOUNT_CCS_USED, .state = state },
                   .detail = { .state = state,
                               .effects = { GRAM_EFFECT_ALL, GRAM_EFFECT_VIEW, GRAM_EFFECT_VIEW,
                                            GRAM_EFFECT_VIEW, GRAM_EFFECT_VIEW } } };
  self->detail.account = &self->account;
  self->detail.measures = g_ptr_array_new ();
}

static void
end (Facts *self)
{
  g_ptr_array_unref (self->detail.measures);
}

/* What stands on top of the page, by what the registry says. */
static const struct
{
  const char *article;
  GramAccountState state;
  GramMeasureKind kind;
  GramMeasureState measure;
  GramClosingState closing;
  gint64 objected_at;
  const char *title;
  const char *until;
  const char *command;
} conditions[] = {
  { "CCS s 192", GRAM_ACCOUNT_OPEN, 0, 0, 0, 0, NULL, NULL, NULL },
  { "CCS s 192", GRAM_ACCOUNT_OPEN, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_NOTIFIED, 0, 0,
    "Notice before a suspension, given on 16 March 2026", "30 April 2026", "account.drop-notice" },
  { "CCS s 192", GRAM_ACCOUNT_SUSPENDED, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_IN_FORCE, 0, 0,
    "Suspended since 16 March 2026", "30 June 2027", "account.reinstate" },
  { "CCS s 192", GRAM_ACCOUNT_OPEN, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_ENDED, 0, 0, NULL, NULL,
    NULL },
  { "CCTS art. 93", GRAM_ACCOUNT_BLOCKED, GRAM_MEASURE_BLOCK, GRAM_MEASURE_IN_FORCE, 0, 0,
    "Blocked since 16 March 2026", "30 June 2027", "account.unblock" },
  { "CCS s 190", GRAM_ACCOUNT_CLOSING, 0, 0, GRAM_CLOSING_REQUESTED, 0,
    "Closing was asked for on 16 March 2026", NULL, "account.withdraw-closing" },
  { "CCS s 191", GRAM_ACCOUNT_OPEN, 0, 0, GRAM_CLOSING_NOTIFIED, 0,
    "Notice of closing, given on 16 March 2026", "30 April 2026", "account.object-to-closing" },
  { "CCS s 191", GRAM_ACCOUNT_OPEN, 0, 0, GRAM_CLOSING_NOTIFIED, NOON,
    "Notice of closing, given on 16 March 2026", "30 April 2026", "account.object-to-closing" },
  { "CCS s 190", GRAM_ACCOUNT_CLOSED, 0, 0, GRAM_CLOSING_DONE, 0, "Closed since 16 March 2026",
    NULL, NULL },
};

static void
test_conditions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      const GramAccountCondition *condition;
      g_autoptr (GPtrArray) found = NULL;
      Facts facts;

      g_test_message ("%s: %s", conditions[i].article,
                      conditions[i].title != NULL ? conditions[i].title : "nothing");
      begin (&facts, conditions[i].state);
      facts.measure = (GramMeasureRecord){ .kind = conditions[i].kind,
                                           .state = conditions[i].measure,
                                           .reason = (char *)"Records are missing",
                                           .reference = (char *)"S-7",
                                           .notified_at = NOON,
                                           .began_at = NOON,
                                           .remedy_by = (char *)"2026-04-30",
                                           .until = (char *)"2027-06-30" };
      facts.closing = (GramClosingRecord){ .state = conditions[i].closing,
                                           .reason = (char *)"The business was sold",
                                           .opened_at = NOON,
                                           .object_by = (char *)"2026-04-30",
                                           .objection = (char *)"A shipment arrives in May",
                                           .objected_at = conditions[i].objected_at,
                                           .decided_at = NOON,
                                           .delete_credits = 1200 };
      if (conditions[i].measure != 0)
        g_ptr_array_add (facts.detail.measures, &facts.measure);
      if (conditions[i].closing != 0)
        facts.detail.closing = &facts.closing;

      found = gram_account_conditions (&facts.detail);
      g_assert_cmpuint (found->len, ==, conditions[i].title != NULL ? 1 : 0);
      if (found->len > 0)
        {
          condition = found->pdata[0];
          g_assert_cmpstr (condition->title, ==, conditions[i].title);
          g_assert_cmpstr (condition->until, ==, conditions[i].until);
          g_assert_cmpstr (condition->commands[0], ==, conditions[i].command);
          g_assert_nonnull (condition->next);
          g_assert_true (conditions[i].objected_at == 0
                         || strstr (condition->next, "A shipment arrives in May") != NULL);
        }
      end (&facts);
    }
}

/* The application and what comes next (CCS facts §3). */
static const struct
{
  GramApplicationState state;
  const char *text;
} applications[] = {
  { GRAM_APPLICATION_DRAFT, "Draft, saved on 16 March 2026; go on where it was left" },
  { GRAM_APPLICATION_SUBMITTED,
    "Submitted on 16 March 2026; the administrator decides, which takes some weeks" },
  { GRAM_APPLICATION_INFORMATION_ASKED, "The administrator asks: Which parties?" },
  { GRAM_APPLICATION_APPROVED, "Approved from 1 January 2027" },
  { GRAM_APPLICATION_DECLINED, "Declined: Forecast is missing. A new one can be made." },
  { GRAM_APPLICATION_WITHDRAWN, "Withdrawn; a new one can be made" },
  { GRAM_APPLICATION_SUSPENDED, "Approval suspended: Forecast is missing" },
  { GRAM_APPLICATION_REVOKED,
    "Approval revoked: Forecast is missing. A new application can be made." },
};

static void
test_applications (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (applications); i++)
    {
      g_autofree char *text = NULL;
      Facts facts;

      begin (&facts, GRAM_ACCOUNT_OPEN);
      facts.application = (GramApplicationRecord){ .state = applications[i].state,
                                                   .saved_at = NOON,
                                                   .submitted_at = NOON,
                                                   .question = (char *)"Which parties?",
                                                   .valid_from = (char *)"2027-01-01",
                                                   .reason = (char *)"Forecast is missing" };
      facts.detail.application = &facts.application;
      text = gram_account_application_text (&facts.detail);
      g_assert_cmpstr (text, ==, applications[i].text);
      end (&facts);
    }
}

/* The verification of the holder with its days. */
static const struct
{
  GramAml aml;
  const char *until;
  const char *text;
} verifications[] = {
  { GRAM_AML_NONE, "", "Not verified; transfers will need it" },
  { GRAM_AML_VERIFIED, "", "Verified on 16 March 2026" },
  { GRAM_AML_VERIFIED, "2028-03-31", "Verified on 16 March 2026, until 31 March 2028" },
  { GRAM_AML_REFUSED, "", "Refused on 16 March 2026" },
  { GRAM_AML_EXPIRED, "2028-03-31",
    "Expired after 31 March 2028; the holder has to be verified again" },
};

static void
test_verifications (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verifications); i++)
    {
      g_autofree char *text = NULL;
      Facts facts;

      begin (&facts, GRAM_ACCOUNT_OPEN);
      facts.detail.aml = verifications[i].aml;
      facts.account.aml_on = (char *)"2026-03-16";
      facts.account.aml_until = (char *)verifications[i].until;
      text = gram_account_aml_text (&facts.detail);
      g_assert_cmpstr (text, ==, verifications[i].text);
      end (&facts);
    }
}

static gboolean
takes (const GramCommand *command, const char *name)
{
  const GramArgument *argument = NULL;

  while ((argument = gram_command_next_argument (command, argument)) != NULL)
    if (g_str_equal (argument->name, name))
      return TRUE;

  return FALSE;
}

/* Every dialog sends a command that there is, with arguments that it takes, and asks for all that it needs. */
static void
test_decisions (void)
{
  gsize n_decisions;
  const GramDecision *decisions = gram_decisions_get_table (&n_decisions);

  for (gsize i = 0; i < n_decisions; i++)
    {
      const GramCommand *command = gram_command_find (decisions[i].command);
      const GramArgument *argument = NULL;

      g_test_message ("%s", decisions[i].command);
      g_assert_nonnull (command);
      g_assert_true (gram_decision_find (decisions[i].command) == &decisions[i]);
      for (guint k = 0; decisions[i].fields[k].argument != NULL; k++)
        g_assert_true (takes (command, decisions[i].fields[k].argument));
      while ((argument = gram_command_next_argument (command, argument)) != NULL)
        {
          gboolean asked = g_str_equal (argument->name, "account");

          for (guint k = 0; decisions[i].fields[k].argument != NULL; k++)
            asked = asked || g_str_equal (decisions[i].fields[k].argument, argument->name);
          g_assert_true (asked || (argument->flags & GRAM_ARGUMENT_REQUIRED) == 0);
        }
    }
}

/* Where a notice of closing stands again, the toast does not say that all is open. */
static void
test_done (void)
{
  static const struct
  {
    const char *command;
    const char *notice;
    const char *done;
  } rows[] = {
    { "account.withdraw-closing", NULL, "Request withdrawn; the account is open" },
    { "account.withdraw-closing", "notice",
      "Request withdrawn; the notice of closing stands again" },
    { "account.refuse-closing", NULL, "Closing refused; the account is open" },
    { "account.refuse-closing", "notice", "Closing refused; the notice of closing stands again" },
    { "account.suspend", NULL, "Account suspended" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
      g_autoptr (GVariant) answer = NULL;

      if (rows[i].notice != NULL)
        g_variant_dict_insert (&dict, rows[i].notice, "x", G_GINT64_CONSTANT (7));
      answer = g_variant_ref_sink (g_variant_dict_end (&dict));
      g_assert_cmpstr (gram_decision_get_done (gram_decision_find (rows[i].command), answer), ==,
                       rows[i].done);
    }
  g_assert_cmpstr (gram_decision_get_done (gram_decision_find ("account.block"), NULL), ==,
                   "Account blocked");
}

/* One switch, and two under Fleet Average only. */
static void
test_auto_accept (void)
{
  static const struct
  {
    GramAccountKind kind;
    GramChargeScheme scheme;
    guint n_switches;
    const char *states[4]; /* off, below, above, both */
  } rows[] = {
    { GRAM_ACCOUNT_CCS_USED, GRAM_CHARGE_SCHEME_PAYG, 1, { "Off", "On", "On", "On" } },
    { GRAM_ACCOUNT_CCS_NEW,
      GRAM_CHARGE_SCHEME_FLEET_AVERAGE,
      2,
      { "Off", "On for vehicles at or below their target", "On for vehicles above their target",
        "On" } },
    { GRAM_ACCOUNT_CCTS, GRAM_CHARGE_SCHEME_PAYG, 1, { "Off", "On", "On", "On" } },
    { GRAM_ACCOUNT_CCTS, GRAM_CHARGE_SCHEME_FLEET_AVERAGE, 1, { "Off", "On", "On", "On" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *below;
      const char *above;

      g_assert_nonnull (
          gram_auto_accept_text (rows[i].kind, rows[i].scheme, GRAM_AUTO_ACCEPT_CREDIT, &below));
      g_assert_nonnull (below);
      gram_auto_accept_text (rows[i].kind, rows[i].scheme, GRAM_AUTO_ACCEPT_CHARGE, &above);
      g_assert_cmpuint (above != NULL ? 2 : 1, ==, rows[i].n_switches);
      for (guint switches = 0; switches < G_N_ELEMENTS (rows[i].states); switches++)
        g_assert_cmpstr (gram_auto_accept_state (rows[i].kind, rows[i].scheme, switches), ==,
                         rows[i].states[switches]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/account-texts/conditions", test_conditions);
  g_test_add_func ("/account-texts/applications", test_applications);
  g_test_add_func ("/account-texts/verifications", test_verifications);
  g_test_add_func ("/account-texts/decisions", test_decisions);
  g_test_add_func ("/account-texts/done", test_done);
  g_test_add_func ("/account-texts/auto-accept", test_auto_accept);

  return g_test_run ();
}
