/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-settlement.h"

#include "gram-accounting-table.h"
#include "gram-ccts-notice.h"
#include "gram-payment-notice-table.h"

G_BEGIN_DECLS

/* What the commands about payment notices (art. 39) and the questions about them share. */

/**
 * gram_payment_notices_facts:
 * @record: a payment notice
 *
 * Returns: what its state follows from
 */
GramPaymentNoticeFacts gram_payment_notices_facts (const GramPaymentNoticeRecord *record);

/**
 * gram_payment_notices_left:
 * @record: a payment notice
 *
 * Returns: what is still owed, pence; 0 of one that is withdrawn
 */
gint64 gram_payment_notices_left (const GramPaymentNoticeRecord *record);

/**
 * gram_payment_notices_forwarded:
 * @payments: (element-type GramNoticePaymentRecord): money of a notice
 *
 * Returns: what was paid into the consolidated fund of it and not reversed, pence
 */
gint64 gram_payment_notices_forwarded (const GPtrArray *payments);

/**
 * gram_payment_notices_to_forward:
 * @record: a payment notice
 * @payments: (element-type GramNoticePaymentRecord): its money
 *
 * Returns: what was received for it and has to go on into the consolidated fund (39(7)), pence. What is more than was owed, or
 *   was paid for a notice that is withdrawn, is the holder's and is none of it
 */
gint64
gram_payment_notices_to_forward (const GramPaymentNoticeRecord *record, const GPtrArray *payments);

/**
 * gram_payment_notices_find:
 * @call: a call on an account with the argument `notice`
 * @verb: what somebody wants to do with it
 * @record: (out) (transfer full): the notice
 * @refusal: (out) (optional): `payment-notice.unknown`, also for one of another account; `payment-notice.state`
 * @error: return location
 *
 * Reads the notice of a command, and asks whether the command is possible where it stands.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_payment_notices_find (GramCall *call,
                                    GramPaymentNoticeVerb verb,
                                    GramPaymentNoticeRecord **record,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_payment_notices_update:
 * @call: a call
 * @before: a notice as it was read
 * @after: as it shall be
 * @error: return location
 *
 * Writes a notice and puts the entry of the journal on its timeline. The call answers `state`, and `left`, what is still owed.
 *
 * Returns: %FALSE on error
 */
gboolean gram_payment_notices_update (GramCall *call,
                                      const GramPaymentNoticeRecord *before,
                                      const GramPaymentNoticeRecord *after,
                                      GError **error);

/**
 * gram_payment_notices_accounting:
 * @standing: where an account stands
 * @accounting: (out) (transfer full): what was accounted for it
 * @refusal: (out) (optional): `year.not-accounted`, `payment-notice.stands`
 * @error: return location
 *
 * What a payment notice asks for: the last accounting, if it still is that of the last measuring and of the rulebook in force,
 * and if no other notice stands.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_payment_notices_accounting (const GramSettlement *standing,
                                          GramAccountingRecord **accounting,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_payment_notices_paper:
 * @standing: where an account stands
 * @accounting: what was accounted
 * @form: what the notice says
 * @number: its number
 * @reference: document that said so, may be empty
 * @refusal: (out) (optional): why its figures cannot be derived
 * @error: return location
 *
 * Makes the notice as a document, with the derivation of its figures (39(5)(a)) as an annex.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *gram_payment_notices_paper (const GramSettlement *standing,
                                    const GramAccountingRecord *accounting,
                                    const GramPaymentNoticeForm *form,
                                    const char *number,
                                    const char *reference,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_payment_notices_withdraw_it:
 * @call: a call
 * @before: a notice as it was read
 * @after: as it shall be, but for the withdrawal
 * @reason: why it is withdrawn
 * @refusal: (out) (optional): `payment-notice.forwarded`
 * @error: return location
 *
 * Withdraws a notice: the charge is reversed, and what was paid for it stands in the holder's favour. The members are told.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_payment_notices_withdraw_it (GramCall *call,
                                           const GramPaymentNoticeRecord *before,
                                           GramPaymentNoticeRecord *after,
                                           const char *reason,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * _gram_payment_notices_run_due_all:
 * @self: a registry, open for writing
 * @error: return location
 *
 * Tells of the payment notices that are overdue, once each, with the program's command `payment-notice.run-due`. Nothing
 * overdue: nothing is written.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_payment_notices_run_due_all (GramRegistry *self, GError **error);

G_END_DECLS
