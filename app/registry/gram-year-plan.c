/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-plan.h"

#include "gram-ccts-year.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

void
gram_year_rehearsal_free (GramYearRehearsal *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_free (self->digest);
  g_free (self);
}

void
gram_year_plan_clear (GramYearPlan *self)
{
  gram_year_books_clear (&self->books);
  g_clear_pointer (&self->rehearsal, gram_year_rehearsal_free);
}

static GramYearRehearsal *
rehearsal_new (const char *command, int year)
{
  GramYearRehearsal *self = g_new0 (GramYearRehearsal, 1);

  self->command = gram_command_find (command)->name;
  self->year = year;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_participant_row_free);
  self->gone = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_participant_row_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
add_sentence (GramYearPlan *self, char *sentence)
{
  g_ptr_array_add (self->rehearsal->sentences, sentence);
}

gboolean
gram_year_plan_can (const GramYearPlan *self, GramCctsYearVerb verb, GramRefusal **refusal)
{
  return gram_year_books_can (&self->books, verb, refusal);
}

void
gram_year_plan_take_rows (GPtrArray *from, GPtrArray *to, GramYearRowFunc wanted)
{
  while (from->len > 0)
    {
      GramParticipantRow *row = g_ptr_array_steal_index (from, 0);

      if (wanted == NULL || wanted (row))
        g_ptr_array_add (to, row);
      else
        gram_participant_row_free (row);
    }
}

static void
add_totals (GramYearPlan *self)
{
  for (guint i = 0; i < self->rehearsal->rows->len; i++)
    gram_year_totals_add (&self->rehearsal->totals, self->rehearsal->rows->pdata[i]);
}

/* What a row was by the last measuring; it is gone from the books when it was found. */
static void
take_before (GramYearPlan *self, GramParticipantRow *row)
{
  GPtrArray *before = self->books.rows;

  for (guint i = 0; self->books.facts.measured && i < before->len; i++)
    {
      const GramParticipantRow *one = before->pdata[i];

      if (one->account_id != row->account_id || one->pool_id != row->pool_id)
        continue;
      row->before_cars = one->cars;
      row->before_activity = one->activity;
      g_ptr_array_remove_index (before, i);
      return;
    }
}

static void
say_what_measuring_lacks (GramYearPlan *self)
{
  const GramCctsYearFacts *facts = &self->books.facts;
  gint64 unknown = 0;

  for (guint i = 0; i < self->rehearsal->rows->len; i++)
    unknown += ((GramParticipantRow *)self->rehearsal->rows->pdata[i])->cars_unknown;
  if (unknown > 0)
    add_sentence (self, g_strdup_printf (
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%" PRId64 " car has no CO₂ value: it counts in N and "
                                         "adds nothing to the activity",
                                         "%" PRId64 " cars have no CO₂ value: they count in N and "
                                         "add nothing to the activity",
                                         (gulong)unknown),
                            unknown));
  if (facts->pools_undecided > 0)
    add_sentence (self, g_strdup_printf (
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%" PRId64 " application of a pool is not decided: its "
                                         "members count each for itself",
                                         "%" PRId64 " applications of pools are not decided: their "
                                         "members count each for itself",
                                         (gulong)facts->pools_undecided),
                            facts->pools_undecided));
}

gboolean
gram_year_plan_measure (GramYearPlan *self,
                        GVariant *arguments,
                        GramRefusal **refusal,
                        GError **error)
{
  if (!gram_year_plan_can (self, GRAM_CCTS_YEAR_MEASURE, refusal))
    return FALSE;
  for (guint i = 0; i < self->books.live->len; i++)
    {
      const GramParticipant *live = &g_array_index (self->books.live, GramParticipant, i);
      GramParticipantRow *row;

      if (!gram_participant_is (live))
        continue;
      if (!gram_year_books_row_new (&self->books, live, &row, error))
        return FALSE;
      take_before (self, row);
      g_ptr_array_add (self->rehearsal->rows, row);
    }
  g_ptr_array_sort (self->rehearsal->rows, gram_participant_row_compare);
  if (self->books.facts.measured)
    gram_year_plan_take_rows (self->books.rows, self->rehearsal->gone, NULL);
  say_what_measuring_lacks (self);
  return TRUE;
}

static void
digest_number (GChecksum *checksum, gint64 number)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" PRId64 ";", number);
  g_checksum_update (checksum, (const guchar *)text, -1);
}

/* All that any of the commands writes of a row. */
static void
digest_rows (GChecksum *checksum, const GPtrArray *rows)
{
  digest_number (checksum, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const GramParticipantRow *row = rows->pdata[i];
      const gint64 numbers[] = {
        row->account_id, row->pool_id,     row->cars,        row->cars_zero,   row->co2_sum,
        row->saving_sum, row->activity,    row->before_cars, row->baseline_id, row->due,
        row->posts,      row->surrendered, row->shortfall,   row->payment,     row->lapsed,
      };

      for (gsize n = 0; n < G_N_ELEMENTS (numbers); n++)
        digest_number (checksum, numbers[n]);
    }
}

static char *
dup_digest (const GramYearPlan *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *)self->rehearsal->command, -1);
  digest_number (checksum, self->rehearsal->year);
  digest_number (checksum, self->books.rulebook_id);
  digest_rows (checksum, self->rehearsal->rows);
  digest_rows (checksum, self->rehearsal->gone);
  return g_strdup (g_checksum_get_string (checksum));
}

/* How each command is worked out. */
static const struct
{
  const char *command;
  gboolean (*work_out) (GramYearPlan *self,
                        GVariant *arguments,
                        GramRefusal **refusal,
                        GError **error);
} plans[] = {
  { "year.measure", gram_year_plan_measure },
  { "allocation.post", gram_year_plan_allocate },
  { "year.account", gram_year_plan_account },
  { "year.close", gram_year_plan_close },
};

gboolean
gram_year_plan_knows (const char *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    if (g_str_equal (plans[i].command, command))
      return TRUE;
  return FALSE;
}

static gboolean
work_out (GramYearPlan *self, GVariant *arguments, GramRefusal **refusal, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    if (g_str_equal (plans[i].command, self->rehearsal->command))
      return plans[i].work_out (self, arguments, refusal, error);
  g_assert_not_reached ();
}

gboolean
gram_year_plan_init (GramYearPlan *self,
                     GramRegistry *registry,
                     const char *command,
                     GVariant *arguments,
                     GramRefusal **refusal,
                     GError **error)
{
  gint64 year = 0;

  *self = (GramYearPlan){ 0 };
  g_variant_lookup (arguments, "year", "x", &year);
  if (!gram_year_books_read (&self->books, registry, year, refusal, error))
    return FALSE;
  self->rehearsal = rehearsal_new (command, self->books.year);
  if (!work_out (self, arguments, refusal, error))
    return FALSE;
  add_totals (self);
  self->rehearsal->digest = dup_digest (self);
  return TRUE;
}

gboolean
gram_year_plan_init_expected (GramYearPlan *self,
                              GramCall *call,
                              GramRefusal **refusal,
                              GError **error)
{
  const char *expect = gram_call_get_string (call, "expect");

  if (!gram_year_plan_init (self, call->registry, call->command->name, call->arguments, refusal,
                            error))
    return FALSE;
  if (expect == NULL || g_str_equal (expect, self->rehearsal->digest))
    return TRUE;
  return gram_refuse (refusal, "year.preview-changed", NULL,
                      _ ("What this would do has changed since you looked at it; look at the "
                         "preview again"));
}
