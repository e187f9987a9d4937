/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-disputes-page.h"

#include "gram-disputes-page-private.h"

#include <glib/gi18n-lib.h>

/* What a chip narrows down. */
typedef enum
{
  GROUP_ALL,
  GROUP_STATE,
  GROUP_KIND,
} Group;

/* All that an account has to do with: what happens to itself stands on its own page. */
#define KINDS (GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION | GRAM_CASE_DIFFERENCE)

static const struct
{
  Group group;
  guint bit;
  gboolean keep;
} chips[] = {
  { GROUP_ALL, 0, TRUE },
  { GROUP_STATE, GRAM_CASE_INFORMATION_ASKED, FALSE },
  { GROUP_STATE, GRAM_CASE_OPEN, TRUE },
  { GROUP_STATE, GRAM_CASE_CLAIMED, TRUE },
  { GROUP_STATE, GRAM_CASE_DECIDED, TRUE },
  { GROUP_STATE, GRAM_CASE_WITHDRAWN, FALSE },
  { GROUP_KIND, GRAM_CASE_DISPUTE, FALSE },
  { GROUP_KIND, GRAM_CASE_CORRECTION, FALSE },
  { GROUP_KIND, GRAM_CASE_DIFFERENCE, FALSE },
};

static const char *
title_of (gsize i)
{
  if (chips[i].group == GROUP_STATE)
    return gram_case_state_title ((GramCaseState)chips[i].bit);
  if (chips[i].group == GROUP_KIND)
    return gram_case_kind_title ((GramCaseKind)chips[i].bit);

  return C_ ("disputes", "All");
}

/* As the settings remember it; NULL for the chip that chooses nothing. */
static const char *
word_of (gsize i)
{
  if (chips[i].group == GROUP_ALL)
    return NULL;

  return gram_word_for (chips[i].group == GROUP_STATE ? "case-state" : "case-kind",
                        (int)chips[i].bit);
}

static guint
kinds_of (guint bits)
{
  return bits != 0 ? bits : KINDS;
}

void
_gram_disputes_page_filter_init (GramDisputesPage *self)
{
  g_auto (GStrv) words = g_settings_get_strv (self->settings, "dispute-filter");
  guint chosen[GRAM_CHIPS_N_GROUPS] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      gram_chips_add (self->chips, chips[i].group, chips[i].bit, title_of (i), chips[i].keep);
      if (word_of (i) != NULL && g_strv_contains ((const char *const *)words, word_of (i)))
        chosen[chips[i].group] |= chips[i].bit;
    }
  gram_chips_set (self->chips, chosen);
}

void
_gram_disputes_page_filter_fill (GramDisputesPage *self, GramCaseQuery *query)
{
  query->states = gram_chips_get (self->chips, GROUP_STATE);
  query->kinds = kinds_of (gram_chips_get (self->chips, GROUP_KIND));
}

void
_gram_disputes_page_filter_remember (GramDisputesPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    if (word_of (i) != NULL && (gram_chips_get (self->chips, chips[i].group) & chips[i].bit) != 0)
      g_strv_builder_add (builder, word_of (i));
  words = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "dispute-filter", (const char *const *)words);
}

gint64
_gram_disputes_page_count_all (GramDisputesPage *self)
{
  return self->counted ? gram_case_counts_cells (&self->counts, KINDS, 0) : -1;
}

gint64
_gram_disputes_page_count_kinds (GramDisputesPage *self)
{
  return self->counted
             ? gram_case_counts_cells (&self->counts,
                                       kinds_of (gram_chips_get (self->chips, GROUP_KIND)), 0)
             : -1;
}

/* How many a chip leads to, given the choice in the other group. */
void
_gram_disputes_page_filter_update (GramDisputesPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      guint kinds = kinds_of (
          chips[i].group == GROUP_KIND ? chips[i].bit : gram_chips_get (self->chips, GROUP_KIND));
      guint states = chips[i].group == GROUP_STATE ? chips[i].bit
                                                   : gram_chips_get (self->chips, GROUP_STATE);
      gint64 count = chips[i].group == GROUP_ALL
                         ? _gram_disputes_page_count_all (self)
                         : gram_case_counts_cells (&self->counts, kinds, states);

      gram_chips_set_count (self->chips, chips[i].group, chips[i].bit, self->counted ? count : -1);
    }
}

void
gram_disputes_page_show (GramDisputesPage *self, guint states, guint kinds)
{
  const guint chosen[GRAM_CHIPS_N_GROUPS] = {
    [GROUP_STATE] = states,
    [GROUP_KIND] = kinds,
  };

  g_return_if_fail (GRAM_IS_DISPUTES_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gram_chips_set (self->chips, chosen);
}
