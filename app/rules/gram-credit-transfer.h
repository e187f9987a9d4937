/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-words.h"
#include "gram-ccs-credits.h"
#include "gram-ccs-words.h"
#include "gram-identifier.h"

G_BEGIN_DECLS

/*
 * Transfers of credits (LTA 1998 s 180, s 184; CCS facts §7): offered by one holder, accepted by the other. There is no price.
 */

/**
 * GramCreditTransferField:
 * @GRAM_CREDIT_TRANSFER_DIRECTION: of a recorded one: `in` or `out`
 * @GRAM_CREDIT_TRANSFER_NUMBER: account number of the other holder
 * @GRAM_CREDIT_TRANSFER_NAME: of a recorded one: name of the other account
 * @GRAM_CREDIT_TRANSFER_KIND: of a recorded one: kind of the other account
 * @GRAM_CREDIT_TRANSFER_CREDITS: credits that the sender gives
 * @GRAM_CREDIT_TRANSFER_YEARS: credits by year of origin, where somebody chose
 * @GRAM_CREDIT_TRANSFER_REFERENCE: free text that both read
 *
 * The fields of the form, in its order. Vocabulary `credit-transfer-field`: the names of the command's arguments.
 */
typedef enum
{
  GRAM_CREDIT_TRANSFER_DIRECTION = 1,
  GRAM_CREDIT_TRANSFER_NUMBER,
  GRAM_CREDIT_TRANSFER_NAME,
  GRAM_CREDIT_TRANSFER_KIND,
  GRAM_CREDIT_TRANSFER_CREDITS,
  GRAM_CREDIT_TRANSFER_YEARS,
  GRAM_CREDIT_TRANSFER_REFERENCE,
} GramCreditTransferField;

/**
 * GRAM_CREDIT_TRANSFER_FIELD_N:
 *
 * How many fields there are.
 */
#define GRAM_CREDIT_TRANSFER_FIELD_N GRAM_CREDIT_TRANSFER_REFERENCE

/**
 * GramCreditTransferDirection:
 * @GRAM_CREDIT_TRANSFER_OUT: the account of the registry gives
 * @GRAM_CREDIT_TRANSFER_IN: it gets
 *
 * Which way a recorded transfer goes. Vocabulary `credit-transfer-direction`.
 */
typedef enum
{
  GRAM_CREDIT_TRANSFER_OUT = 1,
  GRAM_CREDIT_TRANSFER_IN,
} GramCreditTransferDirection;

/**
 * GramCreditTransferForm:
 * @recorded: an own registry records it; else it is offered here
 * @direction: (nullable): word of the vocabulary `credit-transfer-direction`; recorded ones only
 * @number: (nullable): account number of the other holder, as typed
 * @name: (nullable): name of the other account; recorded ones only
 * @kind: (nullable): word of the vocabulary `account-kind`; recorded ones only
 * @credits: (nullable): credits that the sender gives, as typed, with `.` as separator
 * @years: (nullable) (array zero-terminated=1): as gram_ccs_credits_parse()
 * @reference: (nullable): free text
 *
 * What somebody filled in. The texts are borrowed.
 */
typedef struct
{
  gboolean recorded;
  const char *direction;
  const char *number;
  const char *name;
  const char *kind;
  const char *credits;
  const char *const *years;
  const char *reference;
} GramCreditTransferForm;

/**
 * GramCreditTransfer:
 * @direction: which way
 * @number: account number of the other holder, eight digits
 * @name: name of the other account; empty unless recorded
 * @kind: kind of the other account; 0 unless recorded
 * @credits: credits that the sender gives, hundredths
 * @chosen: (element-type GramCcsCredits): what somebody chose; none: oldest first
 * @reference: free text; may be empty
 *
 * What is offered or recorded, read and checked as far as the form alone tells.
 */
typedef struct
{
  GramCreditTransferDirection direction;
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  char *name;
  GramAccountKind kind;
  gint64 credits;
  GArray *chosen;
  char *reference;
} GramCreditTransfer;

/**
 * GramCreditTransferLine:
 * @year: year of origin, which the credits keep, and so their last day
 * @credits: what the sender gives, hundredths
 * @received: what the receiver gets, hundredths, at the rulebook's ratio
 *
 * Credits of one year that go over.
 */
typedef struct
{
  int year;
  gint64 credits;
  gint64 received;
} GramCreditTransferLine;

/**
 * GramCreditTransferVerb:
 * @GRAM_CREDIT_TRANSFER_ACCEPT: the other holder accepts
 * @GRAM_CREDIT_TRANSFER_DECLINE: the other holder declines
 * @GRAM_CREDIT_TRANSFER_CANCEL: who offered cancels
 * @GRAM_CREDIT_TRANSFER_LAPSE: its last day is over
 *
 * What happens to an offer. Vocabulary `credit-transfer-verb`.
 */
typedef enum
{
  GRAM_CREDIT_TRANSFER_ACCEPT = 1,
  GRAM_CREDIT_TRANSFER_DECLINE,
  GRAM_CREDIT_TRANSFER_CANCEL,
  GRAM_CREDIT_TRANSFER_LAPSE,
} GramCreditTransferVerb;

/**
 * GramCreditTransferSide:
 * @state: state of the account
 * @aml: verification of its holder under anti-money-laundering law
 *
 * What decides whether an account can take part in a transfer.
 */
typedef struct
{
  GramAccountState state;
  GramAml aml;
} GramCreditTransferSide;

/**
 * GramCreditTransferReader:
 * @GRAM_CREDIT_TRANSFER_READER_SENDER: who gives reads the refusal
 * @GRAM_CREDIT_TRANSFER_READER_RECEIVER: who gets
 * @GRAM_CREDIT_TRANSFER_READER_ADMINISTRATOR: the administrator, who is told exactly
 *
 * Who reads a refusal. A party never learns state or verification of the other one.
 */
typedef enum
{
  GRAM_CREDIT_TRANSFER_READER_SENDER = 1,
  GRAM_CREDIT_TRANSFER_READER_RECEIVER,
  GRAM_CREDIT_TRANSFER_READER_ADMINISTRATOR,
} GramCreditTransferReader;

/**
 * gram_credit_transfer_field_title:
 * @field: a field
 *
 * Returns: (transfer none): translated, for example “Account number of the other holder”
 */
const char *gram_credit_transfer_field_title (GramCreditTransferField field);

/**
 * gram_credit_transfer_check_field:
 * @rules: rules of the Clean Car Standard
 * @form: what somebody filled in
 * @field: which field
 * @own_number: account number of the account that offers or records
 * @refusal: (out) (optional): as gram_credit_transfer_new()
 *
 * Checks one field, for a form that tells at once.
 *
 * Returns: %TRUE if the field is right
 */
gboolean gram_credit_transfer_check_field (const GramCcsRules *rules,
                                           const GramCreditTransferForm *form,
                                           GramCreditTransferField field,
                                           const char *own_number,
                                           GramRefusal **refusal);

/**
 * gram_credit_transfer_new:
 * @rules: rules of the Clean Car Standard
 * @form: what somebody filled in
 * @own_number: account number of the account that offers or records
 * @field: (out) (optional): the field that is wrong
 * @refusal: (out) (optional): `transfer.direction`, `transfer.number`, `transfer.own-account`, `transfer.name`, `transfer.kind`,
 *   `transfer.credits`, `transfer.fraction`, `transfer.years` (they do not add up, or what gram_ccs_credits_parse() refuses),
 *   `transfer.reference`
 *
 * Reads and checks a form.
 *
 * Returns: (transfer full) (nullable): what is offered, or %NULL with a refusal
 */
GramCreditTransfer *gram_credit_transfer_new (const GramCcsRules *rules,
                                              const GramCreditTransferForm *form,
                                              const char *own_number,
                                              GramCreditTransferField *field,
                                              GramRefusal **refusal);

/**
 * gram_credit_transfer_free:
 * @self: (nullable): what is offered
 *
 * Frees it.
 */
void gram_credit_transfer_free (GramCreditTransfer *self);

/**
 * gram_credit_transfer_step:
 * @rules: rules of the Clean Car Standard
 * @from: kind of the account that gives
 * @to: kind of the account that gets
 *
 * Returns: credits go over in multiples of this, hundredths: 100 for whole ones, 200 from used to new at two to one
 */
gint64
gram_credit_transfer_step (const GramCcsRules *rules, GramAccountKind from, GramAccountKind to);

/**
 * gram_credit_transfer_received:
 * @rules: rules of the Clean Car Standard
 * @from: kind of the account that gives
 * @to: kind of the account that gets
 * @credits: a multiple of gram_credit_transfer_step()
 * @received: (out): what the other one gets
 *
 * New to used × the ratio, used to new ÷ it, else as many (§15 rows 23 to 25).
 *
 * Returns: %FALSE if it does not come out even, or does not fit
 */
gboolean gram_credit_transfer_received (const GramCcsRules *rules,
                                        GramAccountKind from,
                                        GramAccountKind to,
                                        gint64 credits,
                                        gint64 *received) G_GNUC_WARN_UNUSED_RESULT;

/**
 * gram_credit_transfer_lines:
 * @rules: rules of the Clean Car Standard
 * @from: kind of the account that gives
 * @to: kind of the account that gets
 * @credits: credits to give, hundredths
 * @chosen: (array length=n_chosen) (nullable): credits by year that somebody chose
 * @n_chosen: how many; 0: oldest first
 * @holdings: (array length=n_holdings): what the sender holds, not reserved
 * @n_holdings: how many
 * @today: today; credits that have lapsed do not go over
 * @refusal: (out) (optional): `transfer.credits`, `transfer.fraction`, `transfer.odd` (names the nearest numbers that work),
 *   `transfer.not-held` (names the most that can go over), `credits.lapsed`, `transfer.years`, `transfer.too-large`
 *
 * What goes over, year by year: of each year a multiple of gram_credit_transfer_step().
 *
 * Returns: (transfer full) (nullable) (element-type GramCreditTransferLine): by year ascending, or %NULL with a refusal
 */
GArray *gram_credit_transfer_lines (const GramCcsRules *rules,
                                    GramAccountKind from,
                                    GramAccountKind to,
                                    gint64 credits,
                                    const GramCcsCredits *chosen,
                                    gsize n_chosen,
                                    const GramCcsCredits *holdings,
                                    gsize n_holdings,
                                    GramDate today,
                                    GramRefusal **refusal);

/**
 * gram_credit_transfer_most:
 * @rules: rules of the Clean Car Standard
 * @from: kind of the account that gives
 * @to: kind of the account that gets
 * @holdings: (array length=n_holdings): what the sender holds, not reserved
 * @n_holdings: how many
 * @today: today
 *
 * Returns: the most that can go over, hundredths: of each year the multiples of gram_credit_transfer_step()
 */
gint64 gram_credit_transfer_most (const GramCcsRules *rules,
                                  GramAccountKind from,
                                  GramAccountKind to,
                                  const GramCcsCredits *holdings,
                                  gsize n_holdings,
                                  GramDate today);

/**
 * gram_credit_transfer_lapses_on:
 * @rules: rules of the Clean Car Standard
 * @lines: (array length=n_lines): what is offered
 * @n_lines: how many
 * @offered_on: day of the offer
 *
 * Returns: the last day for the other holder: as the rulebook says, but never after the last day of the credits themselves
 */
GramDate gram_credit_transfer_lapses_on (const GramCcsRules *rules,
                                         const GramCreditTransferLine *lines,
                                         gsize n_lines,
                                         GramDate offered_on);

/**
 * gram_credit_transfer_check_sides:
 * @rules: rules of accounts
 * @sender: (nullable): who gives; %NULL: elsewhere, in an own registry
 * @receiver: (nullable): who gets; %NULL: elsewhere
 * @reader: who reads the refusal
 * @refusal: (out) (optional): about the reader's own account `account.suspended` and the like, `transfer.aml`; about the other one
 *   `transfer.other-cannot`, one sentence whatever the reason; the administrator reads exactly which
 *
 * Both holders are verified, and the states of both accounts leave it possible: at the offer, and again when it is accepted.
 *
 * Returns: %TRUE if credits can go over
 */
gboolean gram_credit_transfer_check_sides (const GramAccountRules *rules,
                                           const GramCreditTransferSide *sender,
                                           const GramCreditTransferSide *receiver,
                                           GramCreditTransferReader reader,
                                           GramRefusal **refusal);

/**
 * gram_credit_transfer_move:
 * @from: state of the offer
 * @verb: what somebody wants to do
 * @lapses_on: its last day
 * @today: today
 * @to: (out) (optional): the state that it leads to
 * @refusal: (out) (optional): `transfer.state`, `transfer.lapsed` (its last day is over), `transfer.not-lapsed`
 *
 * Returns: %FALSE if state or day do not let it
 */
gboolean gram_credit_transfer_move (GramCreditTransferState from,
                                    GramCreditTransferVerb verb,
                                    GramDate lapses_on,
                                    GramDate today,
                                    GramCreditTransferState *to,
                                    GramRefusal **refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCreditTransfer, gram_credit_transfer_free)

G_END_DECLS
