/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-figure-postings.h"

#include "gram-units.h"

#include "gram-ledger.h"

/* Two pairs of lines at most. */
#define MAX_LINES 4

typedef struct
{
  GramLedgerLine lines[MAX_LINES];
  gsize n_lines;
} Lines;

static void
add (Lines *self, gint64 account_id, const char *role, const char *unit, gint64 amount)
{
  if (amount == 0)
    return;
  g_assert (self->n_lines < MAX_LINES);
  self->lines[self->n_lines++] = (GramLedgerLine){ account_id, role, unit, amount };
}

gboolean
gram_figure_posting_post (GramCall *call,
                          const char *meaning,
                          const GramFigurePosting *self,
                          gint64 *posting_id,
                          GError **error)
{
  g_autofree char *credit = NULL;
  Lines lines = { 0 };

  *posting_id = 0;
  if (self->credits != 0)
    credit = gram_unit_make_credit (self->kind, self->year);
  add (&lines, 0, "issue", credit, -self->credits);
  add (&lines, self->account_id, "holding", credit, self->credits);
  add (&lines, 0, "charge", GRAM_MONEY_CCS, -self->charges);
  add (&lines, self->account_id, GRAM_ROLE_CHARGES, GRAM_MONEY_CCS, self->charges);
  if (lines.n_lines == 0)
    return TRUE;
  return gram_ledger_post (call->unit, call->journal_id, meaning, lines.lines, lines.n_lines,
                           posting_id, error);
}

gboolean
gram_figure_posting_pay (GramCall *call,
                         const char *money,
                         gint64 paid,
                         gint64 in_favour,
                         gint64 *posting_id,
                         GError **error)
{
  gint64 account_id = call->account->id;
  Lines lines = { 0 };

  add (&lines, account_id, GRAM_ROLE_CHARGES, money, -paid);
  add (&lines, 0, "payment", money, paid);
  add (&lines, account_id, GRAM_ROLE_IN_FAVOUR, money, in_favour);
  add (&lines, 0, "due-back", money, -in_favour);
  return gram_ledger_post (call->unit, call->journal_id, "payment", lines.lines, lines.n_lines,
                           posting_id, error);
}

gboolean
gram_figure_postings_standing (GramStore *store,
                               gint64 account_id,
                               GramAccountKind kind,
                               int year,
                               GramFigureStanding *standing,
                               GError **error)
{
  g_autofree char *credit = year != 0 ? gram_unit_make_credit (kind, year) : NULL;

  *standing = (GramFigureStanding){ 0 };
  if (credit != NULL
      && !gram_ledger_balance (store, account_id, "holding", credit, &standing->credits, error))
    return FALSE;
  return gram_ledger_balance (store, account_id, GRAM_ROLE_CHARGES, GRAM_MONEY_CCS,
                              &standing->charges, error);
}
