/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-queue.h"

#include "gram-case-queue-private.h"
#include "gram-failure.h"
#include "gram-questions-cases.h"

#include <glib/gi18n-lib.h>

/* What a chip narrows down. */
typedef enum
{
  GROUP_ALL,
  GROUP_WHOSE,
  GROUP_DUE,
  GROUP_STATE,
  GROUP_KIND,
} Group;

/* The chips before the kinds: what they say, and their words in the settings. */
static const struct
{
  Group group;
  guint bit;
  const char *title;
  const char *word;
  gboolean keep;
} chips[] = {
  { GROUP_ALL, 0, N_ ("All Undecided"), NULL, TRUE },
  { GROUP_WHOSE, GRAM_CASE_WHOSE_MINE, N_ ("Mine"), "mine", TRUE },
  { GROUP_WHOSE, GRAM_CASE_WHOSE_NOBODYS, N_ ("Unclaimed"), "unclaimed", TRUE },
  { GROUP_DUE, 1u << GRAM_CASE_DUE_OVERDUE, N_ ("Overdue"), "overdue", TRUE },
  { GROUP_DUE, 1u << GRAM_CASE_DUE_TODAY, N_ ("Due Today"), "today", FALSE },
  { GROUP_DUE, 1u << GRAM_CASE_DUE_WEEK, N_ ("Due in Seven Days"), "week", FALSE },
  { GROUP_STATE, GRAM_CASE_INFORMATION_ASKED, N_ ("Information Asked"), "information-asked",
    FALSE },
  { GROUP_STATE, GRAM_CASE_DECIDED, N_ ("Decided"), "decided", FALSE },
};

static GramCaseDue
due_of (guint bits)
{
  const int bit = g_bit_nth_lsf (bits, -1);

  return bit < 0 ? GRAM_CASE_DUE_ANY : (GramCaseDue)bit;
}

static guint
states_of (guint bits)
{
  if (bits == 0)
    return GRAM_CASE_UNDECIDED;

  return bits | ((bits & GRAM_CASE_DECIDED) != 0 ? GRAM_CASE_WITHDRAWN : 0);
}

void
_gram_case_queue_fill_query (GramCaseQueue *self, char *search, GramCaseQuery *query)
{
  guint whose = gram_chips_get (self->chips, GROUP_WHOSE);

  *query = (GramCaseQuery){
    .search = search,
    .kinds = gram_chips_get (self->chips, GROUP_KIND),
    .states = states_of (gram_chips_get (self->chips, GROUP_STATE)),
    .due = due_of (gram_chips_get (self->chips, GROUP_DUE)),
  };
  query->order = (GramCaseOrder)gram_table_get_order (self->table, &query->descending);
  /* Whose id that is, the registry fills in. */
  if (whose == GRAM_CASE_WHOSE_MINE)
    query->claimant = GRAM_CASE_CLAIMANT_PERSON;
  else if (whose == GRAM_CASE_WHOSE_NOBODYS)
    query->claimant = GRAM_CASE_CLAIMANT_NONE;
}

/* How many a chip of these groups leads to by itself, within the kinds. */
static gint64
count_plain (const GramCaseCounts *counts, Group group, guint bit, guint kinds)
{
  switch (group)
    {
    case GROUP_WHOSE:
      return gram_case_counts_select (bit == GRAM_CASE_WHOSE_MINE ? counts->mine
                                                                  : counts->unclaimed,
                                      kinds);
    case GROUP_DUE:
      return gram_case_counts_select (bit == 1u << GRAM_CASE_DUE_OVERDUE ? counts->overdue
                                      : bit == 1u << GRAM_CASE_DUE_TODAY ? counts->today
                                                                         : counts->week,
                                      kinds);
    case GROUP_STATE:
      return gram_case_counts_cells (counts, kinds, states_of (bit));
    case GROUP_ALL:
    case GROUP_KIND:
    default:
      return gram_case_counts_cells (counts, kinds, GRAM_CASE_UNDECIDED);
    }
}

/* How many a chip leads to, given the choice in the other groups; -1 where the counts do not tell. */
static gint64
count_of (GramCaseQueue *self, Group group, guint bit)
{
  static const Group narrowing[] = { GROUP_WHOSE, GROUP_DUE, GROUP_STATE };
  guint kinds = group == GROUP_KIND ? bit : gram_chips_get (self->chips, GROUP_KIND);
  Group by = group;
  guint by_bit = bit;
  guint n = group == GROUP_WHOSE || group == GROUP_DUE || group == GROUP_STATE;

  if (group == GROUP_ALL)
    return count_plain (&self->counts, GROUP_ALL, 0, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (narrowing); i++)
    {
      guint chosen = gram_chips_get (self->chips, narrowing[i]);

      if (narrowing[i] == group || chosen == 0)
        continue;
      by = narrowing[i];
      by_bit = chosen;
      n++;
    }

  return n <= 1 ? count_plain (&self->counts, by, by_bit, kinds) : -1;
}

static void
show_counts (GramCaseQueue *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    gram_chips_set_count (self->chips, chips[i].group, chips[i].bit,
                          self->counted ? count_of (self, chips[i].group, chips[i].bit) : -1);
  for (guint kind = 1; kind <= GRAM_CASE_ALL_KINDS; kind <<= 1)
    gram_chips_set_count (self->chips, GROUP_KIND, kind,
                          self->counted ? count_of (self, GROUP_KIND, kind) : 0);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCaseQueue) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramCaseCounts *counts
      = gram_session_case_counts_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* Without counts the chips say their names; the list tells what is wrong. An answer may also come too late. */
  if (counts == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  self->counts = *counts;
  self->counted = TRUE;
  show_counts (self);
}

void
_gram_case_queue_count (GramCaseQueue *self)
{
  g_autofree char *search = NULL;
  GramCaseQuery query = { 0 };

  show_counts (self);
  if (self->table == NULL)
    return;

  search = gram_table_dup_search (self->table);
  query.search = search;
  /* Counts for what was typed before would be mixed with these. */
  g_cancellable_cancel (self->counting);
  g_set_object (&self->counting, NULL);
  self->counting = g_cancellable_new ();
  gram_session_case_counts_async (self->session, &query, self->counting, counted_cb,
                                  g_object_ref (self));
}

/* What is chosen when the program starts again: not the decided ones, which nobody works on. */
void
_gram_case_queue_remember_filter (GramCaseQueue *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    if (chips[i].word != NULL && chips[i].bit != GRAM_CASE_DECIDED
        && (gram_chips_get (self->chips, chips[i].group) & chips[i].bit) != 0)
      g_strv_builder_add (builder, chips[i].word);
  for (guint kind = 1; kind <= GRAM_CASE_ALL_KINDS; kind <<= 1)
    if ((gram_chips_get (self->chips, GROUP_KIND) & kind) != 0)
      g_strv_builder_add (builder, gram_word_for ("case-kind", (int)kind));
  words = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "case-filter", (const char *const *)words);
}

static void
restore_filter (GramCaseQueue *self)
{
  g_auto (GStrv) words = g_settings_get_strv (self->settings, "case-filter");
  guint chosen[GRAM_CHIPS_N_GROUPS] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    if (chips[i].word != NULL && g_strv_contains ((const char *const *)words, chips[i].word))
      chosen[chips[i].group] |= chips[i].bit;
  for (guint kind = 1; kind <= GRAM_CASE_ALL_KINDS; kind <<= 1)
    if (g_strv_contains ((const char *const *)words, gram_word_for ("case-kind", (int)kind)))
      chosen[GROUP_KIND] |= kind;
  gram_chips_set (self->chips, chosen);
}

void
_gram_case_queue_filter_init (GramCaseQueue *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    gram_chips_add (self->chips, chips[i].group, chips[i].bit, _ (chips[i].title), chips[i].keep);
  for (guint kind = 1; kind <= GRAM_CASE_ALL_KINDS; kind <<= 1)
    gram_chips_add (self->chips, GROUP_KIND, kind, gram_case_kind_title ((GramCaseKind)kind),
                    FALSE);
  restore_filter (self);
  show_counts (self);
}

void
gram_case_queue_show (GramCaseQueue *self, guint whose, guint due, guint kinds)
{
  const guint chosen[GRAM_CHIPS_N_GROUPS]
      = { [GROUP_WHOSE] = whose, [GROUP_DUE] = due, [GROUP_KIND] = kinds };

  g_return_if_fail (GRAM_IS_CASE_QUEUE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gram_chips_set (self->chips, chosen);
}
