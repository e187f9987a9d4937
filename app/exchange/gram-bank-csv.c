/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-bank-amount.h"
#include "gram-bank-statement-private.h"
#include "gram-table-sniff.h"

/* Lines before the names of the columns: some banks write who and what the file is of. */
#define MAX_PREAMBLE 30
#define CURRENCY "NZD"

typedef enum
{
  COLUMN_DATE,
  COLUMN_AMOUNT,
  COLUMN_CREDIT,
  COLUMN_DEBIT,
  COLUMN_DIRECTION,
  COLUMN_CURRENCY,
  COLUMN_PAYER,
  COLUMN_IDENTITY,
  COLUMN_TEXT,
  N_COLUMNS,
} Column;

/* What banks call them, in small letters and digits only. The first that a file has counts; of the texts all. */
static const struct
{
  const char *name;
  Column column;
} names[] = {
  { "date", COLUMN_DATE },
  { "transactiondate", COLUMN_DATE },
  { "trandate", COLUMN_DATE },
  { "bookingdate", COLUMN_DATE },
  { "posteddate", COLUMN_DATE },
  { "processeddate", COLUMN_DATE },
  { "dateprocessed", COLUMN_DATE },
  { "valuedate", COLUMN_DATE },
  { "amount", COLUMN_AMOUNT },
  { "amountnzd", COLUMN_AMOUNT },
  { "transactionamount", COLUMN_AMOUNT },
  { "credit", COLUMN_CREDIT },
  { "amountcredit", COLUMN_CREDIT },
  { "creditamount", COLUMN_CREDIT },
  { "credits", COLUMN_CREDIT },
  { "deposit", COLUMN_CREDIT },
  { "deposits", COLUMN_CREDIT },
  { "moneyin", COLUMN_CREDIT },
  { "paidin", COLUMN_CREDIT },
  { "debit", COLUMN_DEBIT },
  { "amountdebit", COLUMN_DEBIT },
  { "debitamount", COLUMN_DEBIT },
  { "debits", COLUMN_DEBIT },
  { "withdrawal", COLUMN_DEBIT },
  { "withdrawals", COLUMN_DEBIT },
  { "moneyout", COLUMN_DEBIT },
  { "paidout", COLUMN_DEBIT },
  { "debitcredit", COLUMN_DIRECTION },
  { "creditdebit", COLUMN_DIRECTION },
  { "drcr", COLUMN_DIRECTION },
  { "crdr", COLUMN_DIRECTION },
  { "currency", COLUMN_CURRENCY },
  { "ccy", COLUMN_CURRENCY },
  { "payer", COLUMN_PAYER },
  { "payee", COLUMN_PAYER },
  { "payerpayee", COLUMN_PAYER },
  { "otherparty", COLUMN_PAYER },
  { "otherpartyname", COLUMN_PAYER },
  { "opname", COLUMN_PAYER },
  { "counterparty", COLUMN_PAYER },
  { "from", COLUMN_PAYER },
  { "uniqueid", COLUMN_IDENTITY },
  { "transactionid", COLUMN_IDENTITY },
  { "bankreference", COLUMN_IDENTITY },
  { "serial", COLUMN_IDENTITY },
  { "id", COLUMN_IDENTITY },
  { "description", COLUMN_TEXT },
  { "transactiondescription", COLUMN_TEXT },
  { "details", COLUMN_TEXT },
  { "memo", COLUMN_TEXT },
  { "memodescription", COLUMN_TEXT },
  { "narrative", COLUMN_TEXT },
  { "particulars", COLUMN_TEXT },
  { "code", COLUMN_TEXT },
  { "reference", COLUMN_TEXT },
  { "payerreference", COLUMN_TEXT },
  { "otherpartyreference", COLUMN_TEXT },
  { "oppart", COLUMN_TEXT },
  { "opcode", COLUMN_TEXT },
  { "opref", COLUMN_TEXT },
  { "tppart", COLUMN_TEXT },
  { "tpcode", COLUMN_TEXT },
  { "tpref", COLUMN_TEXT },
};

/* How a file is written, as far as all of its rows together tell. */
typedef struct
{
  GramTableLayout layout;
  GBytes *bytes; /* from the names of the columns on */
  gint64 lines_before;
  char **columns;
  Column *meanings; /* of each column; N_COLUMNS: none */
  char separator;   /* of decimals */
  GramDateOrder order;
} Shape;

static void
shape_clear (Shape *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->meanings, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shape, shape_clear)

static char *
fold (const char *name)
{
  GString *folded = g_string_new ("");

  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (folded, g_ascii_tolower (*at));

  return g_string_free_and_steal (folded);
}

static Column
meaning_of (const char *name)
{
  g_autofree char *folded = fold (name);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, folded) == 0)
      return names[i].column;

  return N_COLUMNS;
}

/* Which column means what; a second date or amount means nothing. */
static gboolean
take_columns (Shape *self, char **columns)
{
  gboolean has[N_COLUMNS + 1] = { FALSE };
  gsize n = g_strv_length (columns);

  g_clear_pointer (&self->meanings, g_free);
  self->meanings = g_new (Column, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      Column meaning = meaning_of (columns[i]);

      self->meanings[i] = meaning != COLUMN_TEXT && has[meaning] ? N_COLUMNS : meaning;
      has[meaning] = TRUE;
    }
  for (gsize i = 0; has[COLUMN_CREDIT] && i < n; i++)
    if (self->meanings[i] == COLUMN_AMOUNT)
      self->meanings[i] = N_COLUMNS;

  return has[COLUMN_DATE] && (has[COLUMN_AMOUNT] || has[COLUMN_CREDIT]);
}

/* Where the next line begins; 0 at the end. */
static gsize
next_line (GBytes *bytes, gsize start)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = start < length ? memchr (text + start, '\n', length - start) : NULL;

  return end != NULL ? (gsize)(end - text) + 1 : 0;
}

/* Every name of a column of days has this in it; what has not, is not looked at twice. */
static gboolean
can_be_names (GBytes *bytes, gsize start)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize end = next_line (bytes, start);
  g_autofree char *line
      = g_ascii_strdown (text + start, (gssize)((end != 0 ? end : length) - start));

  return strstr (line, "date") != NULL;
}

/* An error says that it is no text at all. */
static gboolean
try_columns (GBytes *bytes, gsize start, Shape *shape, GError **error)
{
  g_autoptr (GBytes) rest = g_bytes_new_from_bytes (bytes, start, g_bytes_get_size (bytes) - start);
  g_autoptr (GramTableSniff) sniff = gram_table_sniff_bytes (rest, error);

  if (sniff == NULL || sniff->layout.format != GRAM_TABLE_CSV
      || !take_columns (shape, sniff->columns))
    return FALSE;

  shape->layout = sniff->layout;
  shape->bytes = g_steal_pointer (&rest);
  shape->columns = g_steal_pointer (&sniff->columns);
  return TRUE;
}

static gboolean
find_columns (GBytes *bytes, Shape *shape, GError **error)
{
  GError *failed = NULL;
  gsize start = 0;

  for (int i = 0; i < MAX_PREAMBLE; i++)
    {
      if ((i == 0 || can_be_names (bytes, start))
          && try_columns (bytes, start, shape, i == 0 ? &failed : NULL))
        {
          shape->lines_before = i;
          return TRUE;
        }
      if (failed != NULL)
        {
          g_propagate_error (error, failed);
          return FALSE;
        }
      start = next_line (bytes, start);
      if (start == 0 || start >= g_bytes_get_size (bytes))
        break;
    }

  g_set_error_literal (
      error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
      _ ("The file has no column for the date and none for the amount. Choose a "
         "statement that the bank gave out, as CAMT.053 or as CSV with the columns "
         "Date and Amount, or Date, Credit and Debit."));
  return FALSE;
}

static const char *
field_of (const Shape *shape, const GramTableRow *row, Column column, const char **name)
{
  for (gsize i = 0; i < row->n_fields; i++)
    if (shape->meanings[i] == column)
      {
        if (name != NULL)
          *name = shape->columns[i];
        return row->fields[i].text;
      }

  return NULL;
}

/* All rows together say which separator decimals have, and which comes first, day or month. */
static gboolean
look (Shape *shape, GramBankStatement *statement, GError **error)
{
  g_autoptr (GramTableReader) reader
      = gram_table_reader_new_for_bytes (shape->bytes, &shape->layout, error);
  static const Column amounts[] = { COLUMN_AMOUNT, COLUMN_CREDIT, COLUMN_DEBIT };
  GramBankWriting writing = { 0 };
  const GramTableRow *row;
  GramTableStep step = GRAM_TABLE_ERROR;

  while (reader != NULL && (step = gram_table_reader_next (reader, &row, error)) == GRAM_TABLE_ROW)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
        gram_bank_writing_amount (&writing, field_of (shape, row, amounts[i], NULL));
      gram_bank_writing_date (&writing, field_of (shape, row, COLUMN_DATE, NULL));
    }
  if (step == GRAM_TABLE_ERROR)
    return FALSE;

  return gram_bank_writing_decide (&writing, &shape->separator, &shape->order,
                                   &statement->day_first, error);
}

typedef struct
{
  GramBankReading *reading;
  const Shape *shape;
  const GramTableRow *row;
  gint64 number; /* line of the file */
} Here;

/* The line is a problem now; if there are too many of them, an error is set as well. */
static gboolean
fail (const Here *here, const char *field, const char *value, const char *message, GError **error)
{
  _gram_bank_reading_fail (here->reading, here->number, field != NULL ? field : "", value, message,
                           error);
  return FALSE;
}

/* Reads an amount with its sign; one that is not there is 0. */
static gboolean
read_column (const Here *here, Column column, gint64 *cents, GError **error)
{
  const char *name = NULL;
  const char *text = field_of (here->shape, here->row, column, &name);
  g_autoptr (GError) why = NULL;

  *cents = 0;
  if (text == NULL || *text == '\0')
    return TRUE;
  return gram_bank_amount_parse (text, here->shape->separator, cents, &why)
         || fail (here, name, text, why->message, error);
}

static gboolean
read_amount (const Here *here, gint64 *cents, gboolean *out, GError **error)
{
  const char *name = NULL;
  const char *direction = field_of (here->shape, here->row, COLUMN_DIRECTION, NULL);
  const char *text = field_of (here->shape, here->row, COLUMN_AMOUNT, &name);
  gint64 amount;
  gint64 credit;
  gint64 debit;

  if (!read_column (here, COLUMN_AMOUNT, &amount, error)
      || !read_column (here, COLUMN_CREDIT, &credit, error)
      || !read_column (here, COLUMN_DEBIT, &debit, error))
    return FALSE;
  /* Banks write debits with a minus, or without. */
  if (amount == 0)
    amount = credit - ABS (debit);
  if (amount == 0)
    return fail (here, name, text, _ ("there is no amount; ask the bank what the line is"), error);
  if (direction != NULL && (*direction == 'D' || *direction == 'd'))
    amount = -ABS (amount);

  *out = amount < 0;
  *cents = ABS (amount);
  return TRUE;
}

static gboolean
read_date (const Here *here, GramDate *date, GError **error)
{
  const char *name = NULL;
  const char *text = field_of (here->shape, here->row, COLUMN_DATE, &name);
  g_autoptr (GError) why = NULL;

  return gram_bank_date_parse (text, here->shape->order, date, &why)
         || fail (here, name, text, why->message, error);
}

static gboolean
check_currency (const Here *here, GError **error)
{
  const char *name = NULL;
  const char *text = field_of (here->shape, here->row, COLUMN_CURRENCY, &name);

  return text == NULL || *text == '\0' || g_ascii_strcasecmp (text, CURRENCY) == 0
         || fail (here, name, text,
                  _ ("this is not in NZD; charges are paid in NZD, so record the payment by hand"),
                  error);
}

static gboolean
check_row (const Here *here, GError **error)
{
  return here->row->damage == GRAM_TABLE_SOUND
         || fail (here, "", NULL,
                  _ ("the line is damaged: it has too few or too many fields, or characters that "
                     "are none; ask the bank for the file again"),
                  error);
}

/* Sets an error only if reading has to stop. */
static void
read_row (const Here *here, GError **error)
{
  g_autoptr (GString) payer = g_string_new ("");
  g_autoptr (GString) text = g_string_new ("");
  GramBankStatementLine line = { .row = here->number };

  if (!check_row (here, error) || !check_currency (here, error)
      || !read_date (here, &line.date, error)
      || !read_amount (here, &line.amount, &line.out, error))
    return;

  _gram_bank_text_append (payer, field_of (here->shape, here->row, COLUMN_PAYER, NULL));
  for (gsize i = 0; i < here->row->n_fields; i++)
    if (here->shape->meanings[i] == COLUMN_TEXT)
      _gram_bank_text_append (text, here->row->fields[i].text);
  line.payer = payer->str;
  line.text = text->str;
  _gram_bank_reading_add (here->reading, &line,
                          field_of (here->shape, here->row, COLUMN_IDENTITY, NULL), error);
}

gboolean
_gram_bank_read_csv (GramBankReading *self, GBytes *bytes, GError **error)
{
  g_auto (Shape) shape = { 0 };
  g_autoptr (GramTableReader) reader = NULL;
  const GramTableRow *row;
  GramTableStep step;

  if (!find_columns (bytes, &shape, error) || !look (&shape, self->statement, error))
    return FALSE;

  reader = gram_table_reader_new_for_bytes (shape.bytes, &shape.layout, error);
  if (reader == NULL)
    return FALSE;
  while ((step = gram_table_reader_next (reader, &row, error)) == GRAM_TABLE_ROW)
    {
      Here here = { self, &shape, row, row->line + shape.lines_before };
      GError *stop = NULL;

      read_row (&here, &stop);
      if (stop != NULL)
        {
          g_propagate_error (error, stop);
          return FALSE;
        }
    }

  return step == GRAM_TABLE_DONE;
}
