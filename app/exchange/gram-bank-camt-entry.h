/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-bank-statement-private.h"

G_BEGIN_DECLS

/*
 * An entry of CAMT.053, as texts while it is read, and as lines of a statement once it is whole. Private to the reader of bank
 * statements.
 */

/* The one currency, and where the transactions of a batch stand. */
#define GRAM_CAMT_CURRENCY "NZD"
#define GRAM_CAMT_DETAILS "Ntry/NtryDtls/TxDtls"

/* An entry, or one of the transactions that a batch entry is made of. */
typedef struct
{
  char *amount;
  char *currency;
  char *direction;
  char *payer;
  char *payer_beyond;
  char *reference;
  char *end_to_end;
  GString *text;
} GramCamtPart;

/* What an entry has besides. */
typedef struct
{
  GramCamtPart own;
  GPtrArray *parts;
  char *status;
  char *reversal;
  char *booked;
  char *valued;
} GramCamtEntry;

/**
 * _gram_camt_part_new:
 *
 * Returns: (transfer full): an empty transaction, for the parts of an entry
 */
GramCamtPart *_gram_camt_part_new (void);

/**
 * _gram_camt_entry_new:
 *
 * Returns: (transfer full): an empty entry
 */
GramCamtEntry *_gram_camt_entry_new (void);

/**
 * _gram_camt_entry_free:
 * @self: (nullable): an entry
 *
 * Frees an entry.
 */
void _gram_camt_entry_free (GramCamtEntry *self);

/**
 * _gram_camt_entry_finish:
 * @entry: a whole entry
 * @reading: where its lines, or its problem, go
 * @row: its number
 * @error: return location
 *
 * Reads what an entry says. An error is set if reading has to stop.
 */
void _gram_camt_entry_finish (GramCamtEntry *entry,
                              GramBankReading *reading,
                              gint64 row,
                              GError **error);

G_END_DECLS
