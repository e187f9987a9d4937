/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-figures-private.h"

#include "gram-effects.h"

#include <glib/gi18n-lib.h>

static const struct
{
  GramClosingNeed need;
  const char *name;
} needs[] = {
  { GRAM_CLOSING_NEED_CHARGES_PAID, N_ ("charges paid") },
  { GRAM_CLOSING_NEED_NO_VEHICLES_WAITING, N_ ("no vehicles waiting") },
  { GRAM_CLOSING_NEED_NO_DISPUTES, N_ ("no open disputes") },
  { GRAM_CLOSING_NEED_NO_REQUESTS, N_ ("no pending requests") },
  { GRAM_CLOSING_NEED_NO_TRANSFERS, N_ ("no open transfers or trades") },
  { GRAM_CLOSING_NEED_ALLOWANCES_SETTLED, N_ ("allowances surrendered, converted or expired") },
  { GRAM_CLOSING_NEED_FLEET_AVERAGE_SETTLED, N_ ("Fleet Average settled") },
};

static void
append (GString *list, const char *word)
{
  if (list->len > 0)
    g_string_append (list, _ (", "));
  g_string_append (list, word);
}

static char *
name_effects (GramScheme scheme, guint effects)
{
  guint all = gram_effects_of_scheme (scheme);
  GString *list = g_string_new (NULL);
  gsize n_rows;
  const GramEffectRow *rows = gram_effect_rows (&n_rows);

  if ((effects & all) == all)
    return g_string_free_and_steal (g_string_append (list, _ ("everything")));

  for (gsize i = 0; i < n_rows; i++)
    if ((effects & all & (guint)rows[i].effect) != 0)
      append (list, _ (rows[i].title));

  return g_string_free_and_steal (list);
}

static char *
name_needs (guint flags)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if ((flags & (guint)needs[i].need) != 0)
      append (list, _ (needs[i].name));

  return g_string_free_and_steal (list);
}

static void
add_states (GPtrArray *figures, const GramAccountRules *rules)
{
  for (gsize i = 0; i < GRAM_ACCOUNT_STATE_N; i++)
    {
      GramAccountState state = (GramAccountState)(1u << i);
      const char *word = gram_word_for ("account-state", (int)state);
      g_autofree char *path = g_strconcat ("accounts.states.", word, NULL);
      g_autofree char *possible = NULL;
      GramFigureGroup group
          = { figures, path, _ ("What an account can do"), &rules->states[i].provenance };

      if ((gram_account_states_of (rules->scheme) & (guint)state) == 0)
        continue;
      possible = name_effects (rules->scheme, gram_effects_of (rules, state));
      _gram_figure_add_text (&group, "effects", gram_account_state_title (state), possible);
    }
}

static void
add_days (GPtrArray *figures,
          const char *path,
          const char *heading,
          const char *name,
          const char *title,
          int days,
          const GramProvenance *provenance)
{
  GramFigureGroup group = { figures, path, heading, provenance };

  _gram_figure_add_amount (&group, name, title, days, 0, _gram_figure_days (days));
}

static void
add_people (GPtrArray *figures, const GramAccountRules *rules)
{
  const char *heading = _ ("People");

  add_days (figures, "accounts.invitation", heading, "lapses_after_days",
            _ ("An invitation lapses after"), rules->invitation_days,
            &rules->invitation_provenance);
  add_days (figures, "accounts.handover", heading, "lapses_after_days",
            _ ("The offer of a hand-over lapses after"), rules->handover_days,
            &rules->handover_provenance);
  add_days (figures, "accounts.four_eyes", heading, "lapses_after_days",
            _ ("A request for a second person lapses after"), rules->request_days,
            &rules->request_provenance);
}

static void
add_life (GPtrArray *figures, const GramAccountRules *rules)
{
  const char *suspension = _ ("Suspension");
  const char *closing = _ ("Closing");
  GramFigureGroup years
      = { figures, "accounts.suspension", suspension, &rules->suspension_provenance };
  GramFigureGroup list = { figures, "accounts.closing", closing, &rules->closing_provenance };
  g_autofree char *asked = name_needs (rules->closing_needs);

  _gram_figure_add_amount (&years, "max_years", _ ("Lasts at most"), rules->suspension_max_years, 0,
                           _gram_figure_years (rules->suspension_max_years));
  add_days (figures, "accounts.notice", suspension, "remedy_days",
            _ ("Time to remedy after a notice, at least"), rules->remedy_days,
            &rules->remedy_provenance);
  _gram_figure_add_text (&list, "needs", _ ("Needs"), asked);
  add_days (figures, "accounts.closing_notice", closing, "objection_days",
            _ ("Time to object after a notice, at least"), rules->objection_days,
            &rules->objection_provenance);
}

static void
add_fleet (GPtrArray *figures, const GramAccountRules *rules)
{
  GramFigureGroup group = { figures, "accounts.fleet_average", _ ("Application for Fleet Average"),
                            &rules->fleet_provenance };

  _gram_figure_add_month_day (&group, "starts", _ ("An approval takes effect on"),
                              rules->fleet_starts_month, rules->fleet_starts_day);
  _gram_figure_add_month_day (&group, "submit_by", _ ("To be submitted in the year before by"),
                              rules->fleet_submit_by_month, rules->fleet_submit_by_day);
}

void
_gram_figures_add_accounts (GPtrArray *figures, const GramAccountRules *rules)
{
  guint first = figures->len;

  add_states (figures, rules);
  add_people (figures, rules);
  add_life (figures, rules);
  if (rules->scheme == GRAM_SCHEME_CCS)
    add_fleet (figures, rules);

  if (rules->built_in)
    _gram_figures_translate_sources (figures, first);
}
