/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-plan.h"

#include "gram-units.h"

#include "gram-ccts-settlement.h"
#include "gram-identifier.h"
#include "gram-ledger.h"

#include <glib/gi18n-lib.h>

static gboolean
has_allocation (const GramParticipantRow *row)
{
  return row->allocated != 0;
}

/* Leaves the participants that were named; all of them have to be there. */
static gboolean
keep_named (GramYearPlan *self, GVariant *accounts, GramRefusal **refusal)
{
  GPtrArray *lists[] = { self->books.rows, self->books.gone };
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GVariantIter iter;
  const char *text;

  g_variant_iter_init (&iter, accounts);
  if (g_variant_iter_n_children (&iter) == 0)
    return gram_refuse (refusal, "participant.none-named", "CCTS art. 34",
                        _ ("Name at least one participant, or none of them for all of the year"));
  while (g_variant_iter_next (&iter, "&s", &text))
    {
      char number[GRAM_ACCOUNT_NUMBER_BUFFER];

      g_hash_table_add (named,
                        g_strdup (gram_account_number_parse (text, number, NULL) ? number : text));
    }
  for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = lists[list]->len; i > 0; i--)
      if (!g_hash_table_remove (named, ((GramParticipantRow *)lists[list]->pdata[i - 1])->number))
        g_ptr_array_remove_index (lists[list], i - 1);
  if (g_hash_table_size (named) == 0)
    return TRUE;
  {
    GHashTableIter rest;
    gpointer first;

    g_hash_table_iter_init (&rest, named);
    g_hash_table_iter_next (&rest, &first, NULL);
    return gram_refuse (refusal, "participant.none", "CCTS art. 34",
                        _ ("Account %s is no participant of %d"), (const char *)first,
                        self->rehearsal->year);
  }
}

static void
say_what_is_not_held (GramYearPlan *self, GramParticipantRow *row)
{
  gint64 rest = row->posts - row->difference;
  g_autofree char *text = gram_decimal_format_in_locale (rest, 0, 0);

  self->rehearsal->not_held += rest;
  g_free (row->note);
  row->note = g_strdup_printf (_ ("%s allowances cannot be taken back: the account does not hold "
                                  "them any more"),
                               text);
}

static void
plan_row (GramYearPlan *self, GramParticipantRow *row)
{
  row->posts = gram_participant_row_posts (row);
  if (row->posts > 0)
    self->rehearsal->posted += row->posts;
  else
    self->rehearsal->taken_back -= row->posts;
  if (row->measured && !row->has_baseline)
    g_set_str (&row->note, _ ("No baseline is entered; nothing is allocated"));
  else if (row->difference < row->posts)
    say_what_is_not_held (self, row);
  else if (row->difference > row->posts)
    g_set_str (&row->note, _ ("The account is closed; nothing is allocated"));
}

gboolean
gram_year_plan_allocate (GramYearPlan *self,
                         GVariant *arguments,
                         GramRefusal **refusal,
                         GError **error)
{
  g_autoptr (GVariant) accounts
      = g_variant_lookup_value (arguments, "accounts", G_VARIANT_TYPE ("as"));
  GramYearRehearsal *rehearsal = self->rehearsal;

  if (!gram_year_plan_can (self, GRAM_CCTS_YEAR_ALLOCATE, refusal)
      || (accounts != NULL && !keep_named (self, accounts, refusal)))
    return FALSE;
  gram_year_plan_take_rows (self->books.rows, rehearsal->rows, NULL);
  gram_year_plan_take_rows (self->books.gone, rehearsal->gone, has_allocation);
  for (guint i = 0; i < rehearsal->rows->len; i++)
    plan_row (self, rehearsal->rows->pdata[i]);
  for (guint i = 0; i < rehearsal->gone->len; i++)
    plan_row (self, rehearsal->gone->pdata[i]);
  return TRUE;
}

static gboolean
had_shortfall (const GramParticipantRow *row)
{
  return row->shortfall != 0 && !row->accounted;
}

static gboolean
account_row (GramYearPlan *self, GramParticipantRow *row, GramRefusal **refusal)
{
  row->shortfall = gram_ccts_shortfall (row->activity, row->surrendered);
  return gram_ccts_payment (self->books.rulebook->ccts, row->shortfall, &row->payment, refusal);
}

gboolean
gram_year_plan_account (GramYearPlan *self,
                        GVariant *arguments,
                        GramRefusal **refusal,
                        GError **error)
{
  GramYearRehearsal *rehearsal = self->rehearsal;

  if (!gram_year_plan_can (self, GRAM_CCTS_YEAR_ACCOUNT, refusal))
    return FALSE;
  gram_year_plan_take_rows (self->books.rows, rehearsal->rows, NULL);
  /* Who was accounted for and is no participant any more owes nothing. */
  gram_year_plan_take_rows (self->books.gone, rehearsal->gone, had_shortfall);
  for (guint i = 0; i < rehearsal->rows->len; i++)
    if (!account_row (self, rehearsal->rows->pdata[i], refusal))
      return FALSE;
  for (guint i = 0; i < rehearsal->gone->len; i++)
    if (!account_row (self, rehearsal->gone->pdata[i], refusal))
      return FALSE;
  return TRUE;
}

/* What came into the account is what went out of it and what is left. */
static gboolean
check_account (const GramParticipantRow *row, int year, GramRefusal **refusal)
{
  g_autofree char *by = NULL;
  gint64 in;
  gint64 out;

  if (gram_decimal_add (row->allocated, row->acquired, &in)
      && gram_decimal_add (in, row->traded_in, &in)
      && gram_decimal_add (row->traded_out, row->surrendered, &out)
      && gram_decimal_add (out, row->converted, &out) && gram_decimal_add (out, row->held, &out)
      && in == out && row->reserved == 0)
    return TRUE;
  by = gram_decimal_format_in_locale (in > out ? in - out : out - in, 0, 0);
  if (row->reserved != 0)
    return gram_refuse (refusal, "year.does-not-balance", "CCTS art. 40",
                        _ ("%d cannot be closed: allowances of account %s are reserved for a trade "
                           "that is not decided"),
                        year, row->number);
  return gram_refuse (refusal, "year.does-not-balance", "CCTS art. 40",
                      _ ("%d cannot be closed: the books of account %s differ by %s allowances; "
                         "run verify"),
                      year, row->number, by);
}

/* The vintage in the ledger: what was made of it is what ended, with what lapses now. */
static gboolean
check_vintage (GramYearPlan *self, GramRefusal **refusal, GError **error)
{
  static const char *const roles[] = { "issue", "acquisition", "surrender", "conversion" };
  GramStore *store = gram_registry_get_store (self->books.registry);
  g_autofree char *unit = gram_unit_make_allowance (self->rehearsal->year);
  gint64 balances[G_N_ELEMENTS (roles)];

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (!gram_ledger_balance (store, 0, roles[i], unit, &balances[i], error))
      return FALSE;
  return gram_ccts_year_check_balance (self->rehearsal->year, -balances[0], -balances[1],
                                       balances[2], balances[3], self->rehearsal->posted, refusal);
}

gboolean
gram_year_plan_close (GramYearPlan *self,
                      GVariant *arguments,
                      GramRefusal **refusal,
                      GError **error)
{
  GramYearRehearsal *rehearsal = self->rehearsal;

  if (!gram_year_plan_can (self, GRAM_CCTS_YEAR_CLOSE, refusal))
    return FALSE;
  gram_year_plan_take_rows (self->books.rows, rehearsal->rows, NULL);
  gram_year_plan_take_rows (self->books.gone, rehearsal->rows, NULL);
  for (guint i = 0; i < rehearsal->rows->len; i++)
    {
      GramParticipantRow *row = rehearsal->rows->pdata[i];

      if (!check_account (row, rehearsal->year, refusal))
        return FALSE;
      row->posts = row->held;
      row->lapsed = row->held;
      row->held = 0;
      rehearsal->posted += row->posts;
    }
  return check_vintage (self, refusal, error);
}
