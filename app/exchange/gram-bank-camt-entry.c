/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bank-camt-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-decimal.h"

#define CURRENCY GRAM_CAMT_CURRENCY
#define DETAILS GRAM_CAMT_DETAILS

static void
part_clear (GramCamtPart *self)
{
  g_free (self->amount);
  g_free (self->currency);
  g_free (self->direction);
  g_free (self->payer);
  g_free (self->payer_beyond);
  g_free (self->reference);
  g_free (self->end_to_end);
  g_string_free (self->text, TRUE);
}

static void
part_free (gpointer data)
{
  part_clear (data);
  g_free (data);
}

GramCamtPart *
_gram_camt_part_new (void)
{
  GramCamtPart *self = g_new0 (GramCamtPart, 1);

  self->text = g_string_new ("");

  return self;
}

GramCamtEntry *
_gram_camt_entry_new (void)
{
  GramCamtEntry *self = g_new0 (GramCamtEntry, 1);

  self->own.text = g_string_new ("");
  self->parts = g_ptr_array_new_with_free_func (part_free);

  return self;
}

void
_gram_camt_entry_free (GramCamtEntry *self)
{
  if (self == NULL)
    return;

  part_clear (&self->own);
  g_ptr_array_unref (self->parts);
  g_free (self->status);
  g_free (self->reversal);
  g_free (self->booked);
  g_free (self->valued);
  g_free (self);
}

/* An entry, and where it stands. */
typedef struct
{
  GramBankReading *reading;
  GramCamtEntry *entry;
  gint64 row;
} Here;

/* The entry is a problem now; if there are too many of them, an error is set as well. */
static gboolean
fail (const Here *self, const char *field, const char *value, const char *message, GError **error)
{
  _gram_bank_reading_fail (self->reading, self->row, field, value, message, error);
  return FALSE;
}

static gboolean
read_amount (const Here *self,
             const GramCamtPart *part,
             const char *field,
             gint64 *cents,
             GError **error)
{
  g_autoptr (GError) why = NULL;

  if (part->currency != NULL && strcmp (part->currency, CURRENCY) != 0)
    return fail (self, field, part->currency,
                 _ ("this is not in NZD; charges are paid in NZD, so record the payment by hand"),
                 error);
  if (!gram_decimal_parse (part->amount, GRAM_DECIMAL_SCALE_MONEY, cents, &why))
    return fail (self, field, part->amount, why->message, error);
  return *cents > 0
         || fail (self, field, part->amount,
                  _ ("the amount is not above 0; ask the bank what the entry is"), error);
}

static gboolean
read_direction (const Here *self, const char *direction, gboolean *out, GError **error)
{
  *out = g_strcmp0 (direction, "DBIT") == 0;
  return *out || g_strcmp0 (direction, "CRDT") == 0
         || fail (self, "Ntry/CdtDbtInd", direction,
                  _ ("it does not say CRDT or DBIT; ask the bank whether the money came in"),
                  error);
}

static gboolean
read_date (const Here *self, GramDate *date, GError **error)
{
  g_autoptr (GError) why = NULL;
  const char *written = self->entry->booked != NULL ? self->entry->booked : self->entry->valued;
  /* Of a date with time the day counts, as the bank wrote it. */
  g_autofree char *day = written != NULL ? g_strndup (written, strlen ("2026-01-31")) : NULL;

  return gram_date_parse (day, GRAM_DATE_ISO, date, &why)
         || fail (self, "Ntry/BookgDt", written, why->message, error);
}

static gboolean
add_line (const Here *self,
          const GramBankStatementLine *entry_line,
          GramCamtPart *part,
          gsize place,
          GError **error)
{
  const GramCamtPart *own = &self->entry->own;
  GramBankStatementLine line = *entry_line;
  g_autoptr (GString) said = g_string_new ("");
  g_autoptr (GString) payer = g_string_new ("");
  g_autofree char *identity = NULL;

  if (part != NULL)
    {
      _gram_bank_text_append (said, part->text->str);
      /* Banks write this where a payer gave nothing. */
      if (g_strcmp0 (part->end_to_end, "NOTPROVIDED") != 0)
        _gram_bank_text_append (said, part->end_to_end);
      _gram_bank_text_append (payer, part->payer != NULL ? part->payer : part->payer_beyond);
    }
  _gram_bank_text_append (said, own->text->str);
  if (own->reference != NULL || (part != NULL && part->reference != NULL))
    identity
        = g_strdup_printf ("%s/%s/%zu", own->reference != NULL ? own->reference : "",
                           part != NULL && part->reference != NULL ? part->reference : "", place);
  line.payer = payer->str;
  line.text = said->str;
  return _gram_bank_reading_add (self->reading, &line, identity, error);
}

/* The transactions of a batch have to add up to the entry. */
static gboolean
read_parts (const Here *self, gint64 amount, gint64 *amounts, GError **error)
{
  GPtrArray *parts = self->entry->parts;
  gboolean fits = TRUE;
  gint64 sum = 0;

  for (guint i = 0; i < parts->len; i++)
    if (!read_amount (self, parts->pdata[i], DETAILS "/Amt", &amounts[i], error))
      return FALSE;
    else if (!gram_decimal_add (sum, amounts[i], &sum))
      fits = FALSE;

  return (fits && sum == amount)
         || fail (self, DETAILS, self->entry->own.amount,
                  _ ("its transactions do not add up to the entry; record the payments by hand"),
                  error);
}

static void
add_parts (const Here *self, const GramBankStatementLine *entry_line, GError **error)
{
  GPtrArray *parts = self->entry->parts;
  g_autofree gint64 *amounts = g_new0 (gint64, parts->len);

  if (!read_parts (self, entry_line->amount, amounts, error))
    return;

  for (guint i = 0; i < parts->len; i++)
    {
      GramBankStatementLine line = *entry_line;
      GramCamtPart *part = parts->pdata[i];

      line.amount = amounts[i];
      /* One that goes the other way brings nothing in. */
      if (part->direction != NULL && g_strcmp0 (part->direction, self->entry->own.direction) != 0)
        line.out = TRUE;
      if (!add_line (self, &line, part, i, error))
        return;
    }
}

void
_gram_camt_entry_finish (GramCamtEntry *entry, GramBankReading *reading, gint64 row, GError **error)
{
  const Here here = { reading, entry, row };
  GramBankStatementLine line = { .row = row };

  if (entry->status != NULL && strcmp (entry->status, "BOOK") != 0)
    fail (&here, "Ntry/Sts", entry->status,
          _ ("the bank has not booked this entry; import a later statement that has it"), error);
  else if (read_amount (&here, &entry->own, "Ntry/Amt", &line.amount, error)
           && read_direction (&here, entry->own.direction, &line.out, error)
           && read_date (&here, &line.date, error))
    {
      /* The reversal of what had gone out brings money back, but no payment. */
      if (g_strcmp0 (entry->reversal, "true") == 0 || g_strcmp0 (entry->reversal, "1") == 0)
        line.out = TRUE;
      if (entry->parts->len > 1)
        add_parts (&here, &line, error);
      else
        add_line (&here, &line, entry->parts->len == 1 ? entry->parts->pdata[0] : NULL, 0, error);
    }
}
