/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * To which account, and to which charge, a line of a bank statement belongs. It is proposed, and a person confirms it; between two
 * that fit, nothing is guessed.
 */

/**
 * GramPaymentCertainty:
 * @GRAM_PAYMENT_MATCH_NONE: nothing fits, or more than one does
 * @GRAM_PAYMENT_MATCH_LIKELY: amount or payer fit one only
 * @GRAM_PAYMENT_MATCH_CERTAIN: the text names the account or the invoice
 *
 * How sure a match is. Vocabulary `payment-certainty`.
 */
typedef enum
{
  GRAM_PAYMENT_MATCH_NONE = 1,
  GRAM_PAYMENT_MATCH_LIKELY,
  GRAM_PAYMENT_MATCH_CERTAIN,
} GramPaymentCertainty;

/**
 * GramPaymentReason:
 * @GRAM_PAYMENT_REASON_NOTHING: no number, invoice, amount or payer fits
 * @GRAM_PAYMENT_REASON_SEVERAL: it fits more than one
 * @GRAM_PAYMENT_REASON_CONTRADICTION: number and invoice are of different accounts
 * @GRAM_PAYMENT_REASON_NUMBER: the text has the account number, check digit included
 * @GRAM_PAYMENT_REASON_INVOICE: the text has the number of the invoice
 * @GRAM_PAYMENT_REASON_AMOUNT: one charge alone has exactly this outstanding
 * @GRAM_PAYMENT_REASON_PAYER: one account alone has the payer's name
 *
 * Why a line is matched, or why not. Vocabulary `payment-reason`.
 */
typedef enum
{
  GRAM_PAYMENT_REASON_NOTHING = 1,
  GRAM_PAYMENT_REASON_SEVERAL,
  GRAM_PAYMENT_REASON_CONTRADICTION,
  GRAM_PAYMENT_REASON_NUMBER,
  GRAM_PAYMENT_REASON_INVOICE,
  GRAM_PAYMENT_REASON_AMOUNT,
  GRAM_PAYMENT_REASON_PAYER,
} GramPaymentReason;

/**
 * GramPaymentMatch:
 * @certainty: how sure
 * @reason: why
 * @account: the account, 0 for %GRAM_PAYMENT_MATCH_NONE
 * @charge: the charge that it pays; 0: the oldest due first
 *
 * Where a line belongs.
 */
typedef struct
{
  GramPaymentCertainty certainty;
  GramPaymentReason reason;
  gint64 account;
  gint64 charge;
} GramPaymentMatch;

/**
 * GramPaymentMatcher:
 *
 * Accounts and open charges, indexed by what a bank line can say.
 */
typedef struct _GramPaymentMatcher GramPaymentMatcher;

/**
 * gram_payment_matcher_new:
 *
 * Returns: (transfer full): a matcher without accounts
 */
GramPaymentMatcher *gram_payment_matcher_new (void);

/**
 * gram_payment_matcher_free:
 * @self: (nullable): a matcher
 *
 * Frees a matcher.
 */
void gram_payment_matcher_free (GramPaymentMatcher *self);

/**
 * gram_payment_matcher_add_account:
 * @self: a matcher
 * @account: id
 * @number: account number, eight digits
 * @name: name of the account
 *
 * Adds an account that may be paid to.
 */
void gram_payment_matcher_add_account (GramPaymentMatcher *self,
                                       gint64 account,
                                       const char *number,
                                       const char *name);

/**
 * gram_payment_matcher_add_charge:
 * @self: a matcher
 * @charge: id
 * @account: id of its account
 * @reference: (nullable): number of the invoice, if there is one
 * @outstanding: NZ cents
 *
 * Adds a charge of which something is outstanding.
 */
void gram_payment_matcher_add_charge (GramPaymentMatcher *self,
                                      gint64 charge,
                                      gint64 account,
                                      const char *reference,
                                      gint64 outstanding);

/**
 * gram_payment_matcher_match:
 * @self: a matcher
 * @amount: what came in, NZ cents
 * @text: (nullable): what the line says
 * @payer: (nullable): who paid
 * @match: (out caller-allocates): where it belongs
 *
 * An account number counts with its check digit, as a number of its own (`1234 5678` and `1234-5678` are one, too); an invoice number
 * as a word of its own, in any case. Both of one account: certain. Without them, one charge with exactly @amount outstanding, or one
 * account with the payer's name, is likely.
 */
void gram_payment_matcher_match (GramPaymentMatcher *self,
                                 gint64 amount,
                                 const char *text,
                                 const char *payer,
                                 GramPaymentMatch *match);

/**
 * gram_payment_reason_title:
 * @reason: a reason
 *
 * Returns: (transfer none): translated sentence for the preview of a bank statement
 */
const char *gram_payment_reason_title (GramPaymentReason reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentMatcher, gram_payment_matcher_free)

G_END_DECLS
