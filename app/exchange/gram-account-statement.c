/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-statement.h"

#include <inttypes.h>

#include "gram-csv-writer.h"

struct _GramAccountStatementCsv
{
  GramCsvWriter *writer;
  const GramStatementPaper *paper;
  gboolean begun;
};

/* The columns. A row has those that mean something for it. */
enum
{
  COLUMN_ROW,
  COLUMN_DAY,
  COLUMN_AT,
  COLUMN_SENTENCE,
  COLUMN_MEANING,
  COLUMN_ROLE,
  COLUMN_UNIT,
  COLUMN_AMOUNT,
  COLUMN_BALANCE,
  COLUMN_REFERENCE,
  COLUMN_POSTING,
  COLUMN_ENTRY,
  COLUMN_REVERSES,
  COLUMN_CASE,
  N_COLUMNS,
};

static const char *const columns[N_COLUMNS] = {
  "row",    "day",     "at",        "sentence", "meaning", "role",     "unit",
  "amount", "balance", "reference", "posting",  "entry",   "reverses", "case",
};

GramStatementPaperBalance *
gram_statement_paper_balance_new (const char *title,
                                  const char *unit,
                                  const char *role,
                                  const char *amount)
{
  GramStatementPaperBalance *self = g_new0 (GramStatementPaperBalance, 1);

  self->title = g_strdup (title);
  self->unit = g_strdup (unit);
  self->role = g_strdup (role);
  self->amount = g_strdup (amount);

  return self;
}

void
gram_statement_paper_balance_free (GramStatementPaperBalance *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->unit);
  g_free (self->role);
  g_free (self->amount);
  g_free (self);
}

GramAccountStatementCsv *
gram_account_statement_csv_new (GOutputStream *stream, const GramStatementPaper *paper)
{
  GramAccountStatementCsv *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (paper != NULL, NULL);

  self = g_new0 (GramAccountStatementCsv, 1);
  self->writer = gram_csv_writer_new (stream, GRAM_CSV_BOM | GRAM_CSV_GUARD);
  self->paper = paper;

  return self;
}

void
gram_account_statement_csv_free (GramAccountStatementCsv *self)
{
  if (self == NULL)
    return;

  gram_csv_writer_free (self->writer);
  g_free (self);
}

static gboolean
write_row (GramAccountStatementCsv *self,
           const char *const cells[N_COLUMNS],
           GCancellable *cancellable,
           GError **error)
{
  for (gsize i = 0; i < N_COLUMNS; i++)
    gram_csv_writer_add (self->writer, cells[i]);

  return gram_csv_writer_end_row (self->writer, cancellable, error);
}

/* A fact of the statement as a whole: its name, and its text. */
static gboolean
write_fact (GramAccountStatementCsv *self,
            const char *name,
            const char *text,
            GCancellable *cancellable,
            GError **error)
{
  const char *cells[N_COLUMNS]
      = { [COLUMN_ROW] = "statement", [COLUMN_MEANING] = name, [COLUMN_SENTENCE] = text };

  return write_row (self, cells, cancellable, error);
}

static gboolean
write_balances (GramAccountStatementCsv *self,
                const char *row,
                GramDate day,
                GPtrArray *balances,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *on = gram_date_format (day);

  for (guint i = 0; balances != NULL && i < balances->len; i++)
    {
      const GramStatementPaperBalance *balance = balances->pdata[i];
      const char *cells[N_COLUMNS] = { [COLUMN_ROW] = row,
                                       [COLUMN_DAY] = on,
                                       [COLUMN_SENTENCE] = balance->title,
                                       [COLUMN_ROLE] = balance->role,
                                       [COLUMN_UNIT] = balance->unit,
                                       [COLUMN_BALANCE] = balance->amount };

      if (!write_row (self, cells, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
kind_of_registry (const GramStatementPaper *paper)
{
  if (paper->practice)
    return "practice";
  return paper->recorded ? "own" : "administrator";
}

static gboolean
begin (GramAccountStatementCsv *self, GCancellable *cancellable, GError **error)
{
  const GramStatementPaper *paper = self->paper;
  g_autofree char *from = gram_date_format (paper->from);
  g_autofree char *to = gram_date_format (paper->to);
  g_autofree char *made_on = gram_date_format (paper->made_on);
  const struct
  {
    const char *name;
    const char *text;
  } facts[] = {
    { "registry", paper->registry },
    { "registry-kind", kind_of_registry (paper) },
    { "administrator", paper->administrator },
    { "account", paper->holder },
    { "number", paper->number },
    { "kind", paper->kind },
    { "from", from },
    { "to", to },
    { "made-on", made_on },
  };

  if (self->begun)
    return TRUE;

  self->begun = TRUE;
  if (!write_row (self, columns, cancellable, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (!write_fact (self, facts[i].name, facts[i].text, cancellable, error))
      return FALSE;

  return write_balances (self, "opening", paper->from, paper->opening, cancellable, error);
}

static char *
dup_number (gint64 number)
{
  return number != 0 ? g_strdup_printf ("%" PRId64, number) : g_strdup ("");
}

gboolean
gram_account_statement_csv_add (GramAccountStatementCsv *self,
                                const GramStatementPaperLine *line,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *at = NULL;
  g_autofree char *posting = NULL;
  g_autofree char *entry = NULL;
  g_autofree char *reverses = NULL;
  g_autofree char *of_case = NULL;

  g_return_val_if_fail (self != NULL && line != NULL, FALSE);

  if (!begin (self, cancellable, error))
    return FALSE;

  day = gram_date_format (line->day);
  at = gram_instant_format (line->at);
  posting = dup_number (line->posting);
  entry = dup_number (line->entry);
  reverses = dup_number (line->reverses);
  of_case = dup_number (line->case_id);
  {
    const char *cells[N_COLUMNS] = {
      [COLUMN_ROW] = "entry",
      [COLUMN_DAY] = day,
      [COLUMN_AT] = at,
      [COLUMN_SENTENCE] = line->sentence,
      [COLUMN_MEANING] = line->meaning,
      [COLUMN_ROLE] = line->role,
      [COLUMN_UNIT] = line->unit,
      [COLUMN_AMOUNT] = line->amount,
      [COLUMN_BALANCE] = line->balance,
      [COLUMN_REFERENCE] = line->reference,
      [COLUMN_POSTING] = posting,
      [COLUMN_ENTRY] = entry,
      [COLUMN_REVERSES] = reverses,
      [COLUMN_CASE] = of_case,
    };

    return write_row (self, cells, cancellable, error);
  }
}

gboolean
gram_account_statement_csv_finish (GramAccountStatementCsv *self,
                                   GCancellable *cancellable,
                                   GError **error)
{
  const GramStatementPaper *paper;
  g_autofree char *entries = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  paper = self->paper;
  entries = dup_number (paper->entries);
  {
    const char *cells[N_COLUMNS]
        = { [COLUMN_ROW] = "journal", [COLUMN_ENTRY] = entries, [COLUMN_REFERENCE] = paper->hash };

    return begin (self, cancellable, error)
           && write_balances (self, "closing",
                              gram_date_is_valid (paper->to) ? paper->to : paper->made_on,
                              paper->closing, cancellable, error)
           && write_row (self, cells, cancellable, error)
           && gram_csv_writer_finish (self->writer, cancellable, error);
  }
}
