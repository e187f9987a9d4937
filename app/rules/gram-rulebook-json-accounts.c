/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-rules-private.h"
#include "gram-rulebook-json-reader.h"

#include <glib/gi18n-lib.h>

#define MAX_DAYS 3650
#define MAX_YEARS 100
#define TRADING (GRAM_EFFECT_TRANSFER_OUT | GRAM_EFFECT_RECEIVE | GRAM_EFFECT_CONVERT)
#define ACCEPTING (GRAM_EFFECT_ACCEPT | GRAM_EFFECT_AUTO_ACCEPT)
#define SECTION_CLOSING "CO₂ account, Closing/suspending accounts"

/* What no rulebook can change, as the source text itself says it; in the order of the states. */
static const struct
{
  GramAccountState state;
  guint needed;
  guint ruled_out;
  const char *article;
} bounds[] = {
  { GRAM_ACCOUNT_OPEN, GRAM_EFFECT_VIEW, 0, "CO₂ account, Settings and administration" },
  { GRAM_ACCOUNT_SUSPENDED, GRAM_EFFECT_VIEW, ACCEPTING, SECTION_CLOSING },
  { GRAM_ACCOUNT_BLOCKED, GRAM_EFFECT_VIEW | GRAM_EFFECT_SURRENDER | GRAM_EFFECT_PAY, TRADING,
    "art. 93" },
  { GRAM_ACCOUNT_CLOSING, GRAM_EFFECT_VIEW | GRAM_EFFECT_PAY, 0, SECTION_CLOSING },
  { GRAM_ACCOUNT_CLOSED, GRAM_EFFECT_VIEW, GRAM_EFFECT_ALL & ~GRAM_EFFECT_VIEW, SECTION_CLOSING },
};

G_STATIC_ASSERT (G_N_ELEMENTS (bounds) == GRAM_ACCOUNT_STATE_N);

static char *
words_of (const char *vocabulary, guint flags)
{
  g_autofree const char **words = gram_words_of_set (vocabulary, flags);

  return g_strjoinv (", ", (char **)words);
}

static void
fail_missing (GramRulebookSection *self,
              const char *name,
              const char *vocabulary,
              guint flags,
              const char *article)
{
  g_autofree char *words = words_of (vocabulary, flags);
  /* Translators: the first %s are words of a rulebook, the second an article */
  g_autofree char *problem = g_strdup_printf (_ ("has to have %s (%s)"), words, article);

  _gram_rulebook_section_fail (self, name, GRAM_RULES_ERROR_RULEBOOK_VALUE, problem);
}

static void
fail_ruled_out (GramRulebookSection *self,
                const char *name,
                const char *vocabulary,
                guint flags,
                const char *article)
{
  g_autofree char *words = words_of (vocabulary, flags);
  /* Translators: the first %s are words of a rulebook, the second an article */
  g_autofree char *problem = g_strdup_printf (_ ("cannot have %s (%s)"), words, article);

  _gram_rulebook_section_fail (self, name, GRAM_RULES_ERROR_RULEBOOK_VALUE, problem);
}

static void
read_state (GramRulebookSection *states, gsize i, GramStateEffects *state)
{
  const char *name = gram_word_for ("account-state", (int)bounds[i].state);
  GramRulebookSection self = _gram_rulebook_section_object (states, name);
  guint missing;
  guint ruled_out;

  state->effects = _gram_rulebook_section_set (&self, "effects", "effect");
  missing = bounds[i].needed & ~state->effects;
  ruled_out = bounds[i].ruled_out & state->effects;
  if (ruled_out != 0)
    fail_ruled_out (&self, "effects", "effect", ruled_out, bounds[i].article);
  if (missing != 0)
    fail_missing (&self, "effects", "effect", missing, bounds[i].article);
  if ((state->effects & ACCEPTING) == GRAM_EFFECT_AUTO_ACCEPT)
    fail_missing (&self, "effects", "effect", GRAM_EFFECT_ACCEPT, "CCS facts §9.2");

  state->provenance = _gram_rulebook_section_provenance (&self);
  _gram_rulebook_section_close (&self);
}

static void
read_states (GramRulebookSection *self, GramAccountRules *rules)
{
  GramRulebookSection states = _gram_rulebook_section_object (self, "states");

  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    if ((gram_account_states_of (rules->scheme) & (guint)bounds[i].state) != 0)
      read_state (&states, i, &rules->states[i]);
  _gram_rulebook_section_close (&states);
}

static void
read_closing (GramRulebookSection *self, GramAccountRules *rules)
{
  GramRulebookSection closing = _gram_rulebook_section_object (self, "closing");
  guint kept;
  guint strange;

  rules->closing_needs = _gram_rulebook_section_set (&closing, "needs", "closing-need");
  /* What is promised to somebody else, and what does not lapse with the account, cannot stay behind in it. */
  kept = (GRAM_CLOSING_NEED_NO_TRANSFERS | GRAM_CLOSING_NEED_ALLOWANCES_SETTLED)
         & gram_closing_needs_of (rules->scheme) & ~rules->closing_needs;
  strange = rules->closing_needs & ~gram_closing_needs_of (rules->scheme);
  if (strange != 0)
    {
      g_autofree char *words = words_of ("closing-need", strange);
      /* Translators: %s are words of a rulebook */
      g_autofree char *problem = g_strdup_printf (_ ("cannot have %s in this scheme"), words);

      _gram_rulebook_section_fail (&closing, "needs", GRAM_RULES_ERROR_RULEBOOK_VALUE, problem);
    }
  if ((rules->closing_needs & GRAM_CLOSING_NEED_CHARGES_PAID) == 0)
    fail_missing (&closing, "needs", "closing-need", GRAM_CLOSING_NEED_CHARGES_PAID,
                  SECTION_CLOSING);
  if (kept != 0)
    fail_missing (&closing, "needs", "closing-need", kept, "CCS s 190, CCTS art. 38");
  rules->closing_provenance = _gram_rulebook_section_provenance (&closing);
  _gram_rulebook_section_close (&closing);
}

static void
read_fleet (GramRulebookSection *self, GramAccountRules *rules)
{
  GramRulebookSection fleet = _gram_rulebook_section_object (self, "fleet_average");

  _gram_rulebook_section_month_day (&fleet, "starts", &rules->fleet_starts_month,
                                    &rules->fleet_starts_day);
  _gram_rulebook_section_month_day (&fleet, "submit_by", &rules->fleet_submit_by_month,
                                    &rules->fleet_submit_by_day);
  rules->fleet_provenance = _gram_rulebook_section_provenance (&fleet);
  _gram_rulebook_section_close (&fleet);
}

GramAccountRules *
_gram_rulebook_read_accounts (GramRulebookSection *self, GramScheme scheme)
{
  GramRulebookSection section;
  GramAccountRules *rules;

  if (!_gram_rulebook_section_has (self, "accounts"))
    return _gram_account_rules_copy (gram_account_rules_default (scheme));

  rules = _gram_account_rules_new (scheme);
  section = _gram_rulebook_section_object (self, "accounts");
  read_states (&section, rules);
  rules->invitation_days
      = _gram_rulebook_section_number (&section, "invitation", "lapses_after_days", MAX_DAYS,
                                       &rules->invitation_provenance);
  rules->handover_days = _gram_rulebook_section_number (&section, "handover", "lapses_after_days",
                                                        MAX_DAYS, &rules->handover_provenance);
  rules->request_days = _gram_rulebook_section_number (&section, "four_eyes", "lapses_after_days",
                                                       MAX_DAYS, &rules->request_provenance);
  rules->suspension_max_years
      = _gram_rulebook_section_number (&section, "suspension", "max_years", MAX_YEARS,
                                       &rules->suspension_provenance);
  rules->remedy_days = _gram_rulebook_section_number (&section, "notice", "remedy_days", MAX_DAYS,
                                                      &rules->remedy_provenance);
  read_closing (&section, rules);
  rules->objection_days
      = _gram_rulebook_section_number (&section, "closing_notice", "objection_days", MAX_DAYS,
                                       &rules->objection_provenance);
  if (scheme == GRAM_SCHEME_CCS)
    read_fleet (&section, rules);
  _gram_rulebook_section_close (&section);

  return rules;
}
