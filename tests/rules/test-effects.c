/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-effects.h"

#include "rulebooks.h"

#include <string.h>

#define OPEN GRAM_ACCOUNT_OPEN
#define SUSPENDED GRAM_ACCOUNT_SUSPENDED
#define BLOCKED GRAM_ACCOUNT_BLOCKED
#define CLOSING GRAM_ACCOUNT_CLOSING
#define CLOSED GRAM_ACCOUNT_CLOSED

/* The effects table by row: in which states an effect is possible, and where that is from. */
static const struct
{
  GramEffect effect;
  guint states;
  const char *article;
} table[] = {
  { GRAM_EFFECT_VIEW, OPEN | SUSPENDED | BLOCKED | CLOSING | CLOSED, "CCS facts §10" },
  { GRAM_EFFECT_EDIT, OPEN | SUSPENDED | BLOCKED | CLOSING, "CCS facts §10" },
  { GRAM_EFFECT_PEOPLE, OPEN | SUSPENDED | BLOCKED | CLOSING, "CCS facts §10" },
  { GRAM_EFFECT_ENTER, OPEN | SUSPENDED | BLOCKED | CLOSING, "CCS facts §9.1" },
  { GRAM_EFFECT_ACCEPT, OPEN | BLOCKED, "source text, Closing/suspending; art. 93" },
  { GRAM_EFFECT_AUTO_ACCEPT, OPEN | BLOCKED, "CCS facts §9.2, §10" },
  { GRAM_EFFECT_DISPUTE, OPEN | SUSPENDED | BLOCKED | CLOSING, "CCS facts §10" },
  { GRAM_EFFECT_TRANSFER_OUT, OPEN | CLOSING, "CCS facts §10; art. 93" },
  { GRAM_EFFECT_RECEIVE, OPEN, "CCS facts §10; art. 93" },
  { GRAM_EFFECT_CONVERT, OPEN, "art. 35, art. 93" },
  { GRAM_EFFECT_SURRENDER, OPEN | SUSPENDED | BLOCKED | CLOSING, "art. 38, art. 93" },
  { GRAM_EFFECT_PAY, OPEN | SUSPENDED | BLOCKED | CLOSING, "CCS facts §10; art. 39, art. 93" },
};

static void
check_table (const GramAccountRules *rules)
{
  guint all = gram_account_states_of (rules->scheme);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s: %s", gram_word_for ("effect", (int)table[i].effect), table[i].article);
      g_assert_cmphex (gram_effects_states (rules, table[i].effect), ==, table[i].states & all);
      for (guint state = OPEN; state <= CLOSED; state <<= 1)
        if ((state & all) != 0)
          g_assert_true (
              ((gram_effects_of (rules, (GramAccountState)state) & (guint)table[i].effect) != 0)
              == ((state & table[i].states) != 0));
    }
}

static void
test_table (void)
{
  static const char *const names[] = { CCS_RULEBOOK, CCTS_RULEBOOK };

  g_assert_cmpuint (G_N_ELEMENTS (table), ==, 12);
  check_table (gram_account_rules_default (GRAM_SCHEME_CCS));
  check_table (gram_account_rules_default (GRAM_SCHEME_CCTS));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (names[i]);

      check_table (rulebook->accounts);
    }
}

/* Design §6: every forbidden action says why; the article of the state that forbids it. */
static const struct
{
  GramAccountState state;
  GramEffect effect;
  const char *id;
  const char *article;
} checks[] = {
  { OPEN, GRAM_EFFECT_ACCEPT, NULL, NULL },
  { SUSPENDED, GRAM_EFFECT_PAY, NULL, NULL },
  { SUSPENDED, GRAM_EFFECT_ACCEPT, "account.suspended", "CCS s 192" },
  { SUSPENDED, GRAM_EFFECT_RECEIVE, "account.suspended", "CCS s 192" },
  { BLOCKED, GRAM_EFFECT_SURRENDER, NULL, NULL },
  { BLOCKED, GRAM_EFFECT_CONVERT, "account.blocked", "CCTS art. 93" },
  { CLOSING, GRAM_EFFECT_TRANSFER_OUT, NULL, NULL },
  { CLOSING, GRAM_EFFECT_RECEIVE, "account.closing", "CCS s 190" },
  { CLOSED, GRAM_EFFECT_VIEW, NULL, NULL },
  { CLOSED, GRAM_EFFECT_EDIT, "account.closed", "CCS s 190" },
};

static void
test_check (void)
{
  const GramAccountRules *rules = gram_account_rules_default (GRAM_SCHEME_CCTS);

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      gboolean possible = gram_effects_check (rules, checks[i].state, checks[i].effect, &refusal);

      g_assert_true (possible == (checks[i].id == NULL));
      g_assert_true (possible == (refusal == NULL));
      if (refusal == NULL)
        continue;
      g_assert_cmpstr (refusal->id, ==, checks[i].id);
      g_assert_cmpstr (refusal->article, ==, checks[i].article);
      g_assert_false (g_str_has_suffix (refusal->message, "."));
    }
}

/* A rulebook may leave something out in an open account, too; then the refusal cannot speak of another state. */
static void
test_open_without (void)
{
  GramAccountRules rules = *gram_account_rules_default (GRAM_SCHEME_CCS);
  g_autoptr (GramRefusal) refusal = NULL;

  rules.states[0].effects &= ~(guint)GRAM_EFFECT_CONVERT;
  g_assert_false (gram_effects_check (&rules, OPEN, GRAM_EFFECT_CONVERT, &refusal));
  g_assert_cmpstr (refusal->id, ==, "account.state");
}

static void
test_rows (void)
{
  static const struct
  {
    GramScheme scheme;
    const char *other;
  } schemes[] = { { GRAM_SCHEME_CCS, "CCTS" }, { GRAM_SCHEME_CCTS, "CCS " } };
  gsize n_rows;
  const GramEffectRow *rows = gram_effect_rows (&n_rows);
  guint seen = 0;

  for (gsize i = 0; i < n_rows; i++)
    {
      g_assert_cmpuint (seen & (guint)rows[i].effect, ==, 0);
      seen |= (guint)rows[i].effect;
      g_assert_cmpstr (gram_word_for ("effect", (int)rows[i].effect), !=, "");
      g_assert_true (g_str_has_suffix (rows[i].sentence, "."));
      /* Each scheme names its own article, and none where the act means nothing. */
      for (guint k = 0; k < G_N_ELEMENTS (schemes); k++)
        {
          const char *article = gram_effect_article (&rows[i], schemes[k].scheme);

          g_assert_true ((article != NULL)
                         == ((gram_effects_of_scheme (schemes[k].scheme) & rows[i].effect) != 0));
          g_assert_true (article == NULL || strstr (article, schemes[k].other) == NULL);
        }
      g_assert_cmpstr (rows[i].title, !=, "");
    }
  g_assert_cmphex (seen, ==, GRAM_EFFECT_ALL);
  g_assert_cmphex (gram_effects_of_scheme (GRAM_SCHEME_CCTS), ==, GRAM_EFFECT_ALL);
  g_assert_false (gram_effects_of_scheme (GRAM_SCHEME_CCS) & GRAM_EFFECT_SURRENDER);
}

/* Refuses by default: what is no state, or a set of them, leaves nothing possible. */
static void
test_no_state (void)
{
  if (g_test_subprocess ())
    {
      gram_effects_of (gram_account_rules_default (GRAM_SCHEME_CCS),
                       (GramAccountState)(OPEN | SUSPENDED));
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/effects/table", test_table);
  g_test_add_func ("/effects/check", test_check);
  g_test_add_func ("/effects/open-without", test_open_without);
  g_test_add_func ("/effects/rows", test_rows);
  g_test_add_func ("/effects/no-state", test_no_state);

  return g_test_run ();
}
