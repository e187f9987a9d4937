/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trades-page.h"

#include "gram-ccts-words.h"
#include "gram-trades-page-private.h"

#include <glib/gi18n-lib.h>

#define GROUP_ALL 0
#define GROUP_STATE 1

/* The states, as the chips have them: what somebody has to do something about first. */
static const struct
{
  GramTradeState state;
  gboolean keep;
} chips[] = {
  { GRAM_TRADE_DIFFERING, FALSE }, { GRAM_TRADE_WAITING, TRUE },  { GRAM_TRADE_MATCHED, TRUE },
  { GRAM_TRADE_REGISTERED, TRUE }, { GRAM_TRADE_REFUSED, FALSE }, { GRAM_TRADE_WITHDRAWN, FALSE },
  { GRAM_TRADE_VOID, FALSE },
};

#define KEY "trade-filter"

void
_gram_trades_page_filter_init (GramTradesPage *self)
{
  g_auto (GStrv) words = g_settings_get_strv (self->settings, KEY);
  guint chosen[GRAM_CHIPS_N_GROUPS] = { 0 };

  gram_chips_add (self->chips, GROUP_ALL, 0, C_ ("trades", "All"), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      const char *word = gram_word_for ("trade-state", (int)chips[i].state);

      gram_chips_add (self->chips, GROUP_STATE, chips[i].state,
                      gram_trade_state_title (chips[i].state), chips[i].keep);
      if (g_strv_contains ((const char *const *)words, word))
        chosen[GROUP_STATE] |= chips[i].state;
    }
  gram_chips_set (self->chips, chosen);
}

guint
_gram_trades_page_filter_get (GramTradesPage *self)
{
  return gram_chips_get (self->chips, GROUP_STATE);
}

void
_gram_trades_page_filter_remember (GramTradesPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  guint chosen = _gram_trades_page_filter_get (self);

  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    if ((chosen & chips[i].state) != 0)
      g_strv_builder_add (builder, gram_word_for ("trade-state", (int)chips[i].state));
  words = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, KEY, (const char *const *)words);
}

gint64
_gram_trades_page_count_all (GramTradesPage *self)
{
  return self->counted ? gram_trade_counts_select (&self->standing.counts, 0) : -1;
}

void
_gram_trades_page_filter_update (GramTradesPage *self)
{
  gram_chips_set_count (self->chips, GROUP_ALL, 0, _gram_trades_page_count_all (self));
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    gram_chips_set_count (self->chips, GROUP_STATE, chips[i].state,
                          self->counted
                              ? gram_trade_counts_select (&self->standing.counts, chips[i].state)
                              : -1);
}

void
gram_trades_page_show (GramTradesPage *self, guint states)
{
  const guint chosen[GRAM_CHIPS_N_GROUPS] = { [GROUP_STATE] = states };

  g_return_if_fail (GRAM_IS_TRADES_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gram_chips_set (self->chips, chosen);
}
