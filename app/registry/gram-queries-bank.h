/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * What a bank statement file would bring in: the preview of `payment.import`. Money is NZ cents. Strings are owned by the
 * line. Who keeps an own registry is told only of lines for accounts of theirs.
 */

/**
 * GramBankLineState:
 * @GRAM_BANK_LINE_CERTAIN: the line names an account, an invoice or exactly one charge: it is taken as proposed
 * @GRAM_BANK_LINE_LIKELY: there is one account that it may be for: a person has to choose it. So it is with a line whose payment
 *   was reversed, whatever it names
 * @GRAM_BANK_LINE_UNKNOWN: nothing tells whose it is: a person may choose an account
 * @GRAM_BANK_LINE_KNOWN: it was brought in before, and the payment stands
 * @GRAM_BANK_LINE_OUT: money that went out: never brought in
 *
 * What a line of a bank statement is to the registry.
 */
typedef enum
{
  GRAM_BANK_LINE_CERTAIN = 1,
  GRAM_BANK_LINE_LIKELY,
  GRAM_BANK_LINE_UNKNOWN,
  GRAM_BANK_LINE_KNOWN,
  GRAM_BANK_LINE_OUT,
} GramBankLineState;

/**
 * gram_bank_line_state_to_word:
 * @state: a state
 *
 * Returns: (transfer none): `certain`, `likely`, `unknown`, `known` or `out`
 */
const char *gram_bank_line_state_to_word (GramBankLineState state);

/**
 * GramBankLine:
 * @key: tells it apart from all lines of all statements; the left side of an item of `lines`. A line whose payment was reversed
 *   has a new one, so that sending again what was sent before does not record it anew
 * @row: its place in the file, counted from 1
 * @paid_on: day, ISO
 * @amount: cents, always above 0
 * @payer: who paid, empty if the file does not say
 * @text: what the payer wrote
 * @state: what it is to the registry
 * @account_id: account that it is proposed for, 0 none
 * @number: (nullable): its number
 * @holder: (nullable): its holder
 * @outstanding: what that account owes, cents
 * @charge_id: charge that it would settle first, 0 none is meant
 * @payment_id: the payment that was recorded of it before, 0 none
 * @choice: (nullable): item of `lines` that takes the proposal: `key=number` or `key=number/charge`
 * @why: one sentence that says what the proposal rests on, or what a person has to do, translated
 *
 * A line of a bank statement.
 */
typedef struct
{
  char *key;
  gint64 row;
  char *paid_on;
  gint64 amount;
  char *payer;
  char *text;
  GramBankLineState state;
  gint64 account_id;
  char *number;
  char *holder;
  gint64 outstanding;
  gint64 charge_id;
  gint64 payment_id;
  char *choice;
  char *why;
} GramBankLine;

/**
 * GramBankProblem:
 * @row: place in the file, counted from 1
 * @field: column or element
 * @value: what stands there
 * @message: what is wrong and what to do, translated
 *
 * A line that cannot be read. It is left out.
 */
typedef struct
{
  gint64 row;
  char *field;
  char *value;
  char *message;
} GramBankProblem;

/**
 * GramBankPreview:
 * @file_name: base name of the file
 * @format: `camt.053` or `csv`
 * @lines: (element-type GramBankLine): its lines in their order
 * @problems: (element-type GramBankProblem): lines that cannot be read and are left out
 * @n_states: how many lines of each #GramBankLineState
 * @amounts: cents of the lines of each #GramBankLineState
 * @from: (nullable): first day, ISO
 * @to: (nullable): last day, ISO
 * @digest: SHA-256 over the file: the argument `expect` of `payment.import`
 * @note: (nullable): what the file left open, how it was read, and what to do if that is wrong, translated
 *
 * What a bank statement would bring in. Nothing changes.
 */
typedef struct
{
  char *file_name;
  char *format;
  GPtrArray *lines;
  GPtrArray *problems;
  gint64 n_states[GRAM_BANK_LINE_OUT + 1];
  gint64 amounts[GRAM_BANK_LINE_OUT + 1];
  char *from;
  char *to;
  char *digest;
  char *note;
} GramBankPreview;

/**
 * gram_registry_bank_preview:
 * @self: a registry
 * @actor: who asks: who may send `payment.import`
 * @file: path of the statement, CAMT.053 or CSV
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): `bank.file`: the file as a whole cannot be read
 * @error: return location
 *
 * Reads a statement and proposes an account for each line that came in.
 *
 * Returns: (transfer full) (nullable): the preview
 */
GramBankPreview *gram_registry_bank_preview (GramRegistry *self,
                                             GramActor *actor,
                                             const char *file,
                                             GCancellable *cancellable,
                                             GramRefusal **refusal,
                                             GError **error);

/**
 * gram_bank_preview_free:
 * @self: (nullable): a preview
 *
 * Frees it.
 */
void gram_bank_preview_free (GramBankPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramBankPreview, gram_bank_preview_free)

G_END_DECLS
