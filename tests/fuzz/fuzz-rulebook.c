/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-effects.h"
#include "gram-fuzz.h"
#include "gram-rulebook-figures.h"

#include <string.h>

/* What the source text rules out is in no rulebook that can be read. */
static void
check_accounts (const GramAccountRules *rules)
{
  guint suspended = gram_effects_of (rules, GRAM_ACCOUNT_SUSPENDED);

  g_assert_cmphex (suspended & (GRAM_EFFECT_ACCEPT | GRAM_EFFECT_AUTO_ACCEPT), ==, 0);
  g_assert_cmphex (gram_effects_of (rules, GRAM_ACCOUNT_CLOSED), ==, GRAM_EFFECT_VIEW);
  for (guint state = GRAM_ACCOUNT_OPEN; state <= GRAM_ACCOUNT_CLOSED; state <<= 1)
    {
      guint effects = gram_effects_of (rules, (GramAccountState)state);

      g_assert_true (effects & GRAM_EFFECT_VIEW);
      if ((effects & GRAM_EFFECT_AUTO_ACCEPT) != 0)
        g_assert_true (effects & GRAM_EFFECT_ACCEPT);
    }
  g_assert_true (rules->closing_needs & GRAM_CLOSING_NEED_CHARGES_PAID);
  g_assert_cmpint (rules->invitation_days, >, 0);
  g_assert_cmpint (rules->request_days, >, 0);
  g_assert_cmpint (rules->suspension_max_years, >, 0);
}

/* Any text is a rulebook or an error, and a rulebook has all its figures and a source for each. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GramRulebook) rulebook
      = gram_rulebook_parse ((const char *)data, (gssize)size, &error);
  g_autoptr (GPtrArray) figures = NULL;

  g_assert_true ((rulebook == NULL) == (error != NULL));
  if (rulebook == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  check_accounts (rulebook->accounts);
  figures = gram_rulebook_figures (rulebook);
  for (guint i = 0; i < figures->len; i++)
    {
      const GramRulebookFigure *figure = figures->pdata[i];

      g_assert_cmpstr (figure->source, !=, "");
      g_assert_cmpstr (figure->path, !=, "");
    }
  return 0;
}
