/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-effects.h"
#include "gram-rulebook-figures.h"

#include "rulebooks.h"

#include <string.h>

#define MEMBER(name) G_STRUCT_OFFSET (GramAccountRules, name)

/* The numbers of the section “accounts”: CCS facts §10, §11; the same for both schemes. */
static const struct
{
  gsize number;
  int value;
  gsize provenance;
  gboolean ccs_verified;
  const char *law;
} numbers[] = {
  { MEMBER (invitation_days), 14, MEMBER (invitation_provenance), FALSE, "§11" },
  { MEMBER (handover_days), 14, MEMBER (handover_provenance), FALSE, "§11" },
  { MEMBER (request_days), 7, MEMBER (request_provenance), FALSE, "issue 3" },
  { MEMBER (suspension_max_years), 5, MEMBER (suspension_provenance), TRUE, "s 192" },
  { MEMBER (remedy_days), 20, MEMBER (remedy_provenance), FALSE, "s 192, §10" },
  { MEMBER (objection_days), 20, MEMBER (objection_provenance), FALSE, "s 191, §10" },
};

static void
test_numbers (void)
{
  g_autoptr (GramRulebook) ccs = load_rulebook (CCS_RULEBOOK);
  g_autoptr (GramRulebook) ccts = load_rulebook (CCTS_RULEBOOK);
  const GramAccountRules *rules[] = { ccs->accounts, ccts->accounts };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (rules); j++)
      {
        const GramProvenance *provenance = G_STRUCT_MEMBER_P (rules[j], numbers[i].provenance);

        g_test_message ("%s", numbers[i].law);
        g_assert_cmpint (G_STRUCT_MEMBER (int, rules[j], numbers[i].number), ==, numbers[i].value);
        g_assert_true (provenance->verified == (numbers[i].ccs_verified && j == 0));
        g_assert_cmpstr (provenance->source, !=, NULL);
      }
  g_assert_false (ccs->accounts->built_in);
  g_assert_cmpint (ccs->accounts->scheme, ==, GRAM_SCHEME_CCS);
  g_assert_cmpint (ccts->accounts->scheme, ==, GRAM_SCHEME_CCTS);
}

/* CCS facts §10 and §3; the list of needs of each scheme. */
static void
test_closing_and_fleet (void)
{
  g_autoptr (GramRulebook) ccs = load_rulebook (CCS_RULEBOOK);
  g_autoptr (GramRulebook) ccts = load_rulebook (CCTS_RULEBOOK);

  g_assert_cmphex (ccs->accounts->closing_needs, ==, gram_closing_needs_of (GRAM_SCHEME_CCS));
  g_assert_cmphex (ccts->accounts->closing_needs, ==, gram_closing_needs_of (GRAM_SCHEME_CCTS));
  g_assert_true (ccs->accounts->closing_needs & GRAM_CLOSING_NEED_FLEET_AVERAGE_SETTLED);
  g_assert_false (ccs->accounts->closing_needs & GRAM_CLOSING_NEED_ALLOWANCES_SETTLED);
  g_assert_cmpint (ccs->accounts->fleet_starts_month, ==, 1);
  g_assert_cmpint (ccs->accounts->fleet_starts_day, ==, 1);
  g_assert_cmpint (ccs->accounts->fleet_submit_by_month, ==, 10);
  g_assert_cmpint (ccs->accounts->fleet_submit_by_day, ==, 31);
  g_assert_cmpint (ccts->accounts->fleet_starts_month, ==, 0);
}

/* The built-in rules are those of the rulebooks that come with Gram, but nobody vouches for them. */
static void
test_built_in (void)
{
  static const char *const names[][2] = { { NO_CASES_CCS_RULEBOOK, OLD_CCS_RULEBOOK },
                                          { NO_CASES_CCTS_RULEBOOK, OLD_CCTS_RULEBOOK } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (names[i][0]);
      g_autoptr (GramRulebook) old = load_rulebook (names[i][1]);
      g_autoptr (GPtrArray) figures = gram_rulebook_figures (rulebook);
      g_autoptr (GPtrArray) old_figures = gram_rulebook_figures (old);
      guint n = 0;

      g_assert_true (old->accounts->built_in);
      g_assert_cmpint (old->accounts->scheme, ==, old->scheme);
      g_assert_cmpuint (figures->len, ==, old_figures->len);
      for (guint j = 0; j < figures->len; j++)
        {
          const GramRulebookFigure *figure = figures->pdata[j];
          const GramRulebookFigure *before = old_figures->pdata[j];

          g_assert_cmpstr (figure->path, ==, before->path);
          g_assert_true (gram_rulebook_figure_equal (figure, before));
          if (!g_str_has_prefix (figure->path, "accounts."))
            continue;
          n++;
          g_assert_false (before->verified);
          g_assert_nonnull (strstr (before->source, "built into Gram"));
          g_assert_null (strstr (figure->source, "built into Gram"));
        }
      g_assert_cmpuint (n, ==, i == 0 ? 13 : 12);
    }
}

/* A change in the rulebook changes what a state leaves possible, and nothing else does. */
static void
test_changed (void)
{
  g_autofree char *right = read_rulebook (CCS_RULEBOOK);
  g_autoptr (GString) changed = g_string_new (right);
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (changed, "\"dispute\", \"surrender\", \"pay\"]",
                                      "\"dispute\", \"receive\", \"pay\"]", 1),
                    ==, 1);
  rulebook = gram_rulebook_parse (changed->str, -1, &error);
  g_assert_no_error (error);
  g_assert_cmphex (gram_effects_of (rulebook->accounts, GRAM_ACCOUNT_SUSPENDED)
                       ^ gram_effects_of (gram_account_rules_default (GRAM_SCHEME_CCS),
                                          GRAM_ACCOUNT_SUSPENDED),
                   ==, GRAM_EFFECT_RECEIVE | GRAM_EFFECT_SURRENDER);
}

static const struct
{
  const char *rulebook;
  const char *path;
  const char *text;
  int amount;
  const char *unit;
} shown[] = {
  { CCS_RULEBOOK, "accounts.states.open.effects", "everything", 0, "" },
  { CCS_RULEBOOK, "accounts.states.suspended.effects",
    "View, Edit, People, Enter vehicles, Dispute, Pay", 0, "" },
  { CCTS_RULEBOOK, "accounts.states.blocked.effects",
    "View, Edit, People, Enter vehicles, Accept vehicles, Auto-accept, Dispute, Surrender, Pay", 0,
    "" },
  { CCS_RULEBOOK, "accounts.states.closed.effects", "View", 0, "" },
  { CCS_RULEBOOK, "accounts.invitation.lapses_after_days", NULL, 14, "days" },
  { CCS_RULEBOOK, "accounts.suspension.max_years", NULL, 5, "years" },
  { CCTS_RULEBOOK, "accounts.closing.needs",
    "charges paid, no vehicles waiting, no open disputes, no pending requests, no open transfers or "
    "trades, allowances surrendered, converted or expired",
    0, "" },
  { CCS_RULEBOOK, "accounts.fleet_average.starts", "01-01", 0, "" },
};

static void
test_figures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (shown[i].rulebook);
      g_autoptr (GPtrArray) figures = gram_rulebook_figures (rulebook);
      const GramRulebookFigure *found = NULL;

      for (guint j = 0; j < figures->len; j++)
        {
          const GramRulebookFigure *figure = figures->pdata[j];

          if (g_str_equal (figure->path, shown[i].path))
            found = figure;
        }
      g_assert_nonnull (found);
      g_assert_cmpstr (found->text, ==, shown[i].text);
      g_assert_cmpint (found->amount, ==, shown[i].amount);
      g_assert_cmpstr (found->unit, ==, shown[i].unit);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rulebook/accounts/numbers", test_numbers);
  g_test_add_func ("/rulebook/accounts/closing-and-fleet", test_closing_and_fleet);
  g_test_add_func ("/rulebook/accounts/built-in", test_built_in);
  g_test_add_func ("/rulebook/accounts/changed", test_changed);
  g_test_add_func ("/rulebook/accounts/figures", test_figures);

  return g_test_run ();
}
