/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-credit-transfer-table.h"
#include "gram-credit-transfer.h"

G_BEGIN_DECLS

/*
 * What the commands about transfers of credits share (LTA 1998 s 180, s 184; CCS facts §7). The same checks answer a
 * command, a preview before it is sent and the tooltip of a button.
 */

/**
 * GRAM_CREDIT_TRANSFER_ARTICLE:
 *
 * The sections on which the refusals of transfers rest.
 */
#define GRAM_CREDIT_TRANSFER_ARTICLE "LTA 1998 s 180, s 184"

/**
 * GramCreditTransferPlan:
 * @rulebook: the rulebook in force
 * @form: what was filled in, read
 * @other: (nullable): the account of the other holder; %NULL in an own registry
 * @from_kind: kind of the account that gives
 * @to_kind: kind of the account that gets
 * @lines: (element-type GramCreditTransferLine): credits by year, oldest first
 * @received: what is got in all
 * @lapses_on: last day to accept it if it is offered today
 *
 * What a transfer would do.
 */
typedef struct
{
  GramRulebook *rulebook;
  GramCreditTransfer *form;
  GramAccountRecord *other;
  GramAccountKind from_kind;
  GramAccountKind to_kind;
  GArray *lines;
  gint64 received;
  GramDate lapses_on;
} GramCreditTransferPlan;

/**
 * gram_credit_transfer_plan_clear:
 * @self: a plan
 *
 * Frees what it holds.
 */
void gram_credit_transfer_plan_clear (GramCreditTransferPlan *self);

/**
 * gram_credit_transfer_plan:
 * @registry: a registry
 * @account: the account that offers or records
 * @form: what somebody filled in
 * @plan: (out caller-allocates): what it would do; clear it in any case
 * @refusal: (out) (optional): `rulebook.none`, `transfer.elsewhere` and `transfer.two-sided` (own registries), what
 *   gram_credit_transfer_new(), gram_credit_transfer_check_sides() and gram_credit_transfer_lines() say
 * @error: return location
 *
 * All that is asked before a transfer is offered or recorded; nothing is written. One sentence about the account of the
 * other holder, whether it is not there or cannot.
 *
 * Returns: %FALSE with one of @refusal and @error set; @plan has then what was found out before
 */
gboolean gram_credit_transfer_plan (GramRegistry *registry,
                                    const GramAccountRecord *account,
                                    const GramCreditTransferForm *form,
                                    GramCreditTransferPlan *plan,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_credit_transfer_find_kind:
 * @registry: a registry
 * @account: the account that would give
 * @number: (nullable): what somebody filled in as the number of the other account
 * @kind: (out): kind of that account; 0 if it is none that @account could give to now, for whatever reason
 * @error: return location
 *
 * Kind of the other account as soon as its number stands there, whatever else is still missing: how many credits can go over
 * depends on it (CCS facts §7).
 *
 * Returns: %FALSE with @error set
 */
gboolean gram_credit_transfer_find_kind (GramRegistry *registry,
                                         const GramAccountRecord *account,
                                         const char *number,
                                         GramAccountKind *kind,
                                         GError **error);

/**
 * gram_credit_transfer_read_rules:
 * @registry: a registry
 * @rulebook: (out) (transfer full): the rulebook of the Clean Car Standard in force
 * @refusal: (out) (optional): `rulebook.none`
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the rules about accounts, or %NULL with one of @refusal and @error set
 */
const GramAccountRules *gram_credit_transfer_read_rules (GramRegistry *registry,
                                                         GramRulebook **rulebook,
                                                         GramRefusal **refusal,
                                                         GError **error);

/**
 * gram_credit_transfer_check_parties:
 * @registry: a registry
 * @from: (nullable): the account that gives, %NULL elsewhere
 * @to: (nullable): the account that gets, %NULL elsewhere
 * @reader: who reads the refusal
 * @refusal: (out) (optional): what gram_credit_transfer_check_sides() says
 * @error: return location
 *
 * Whether both can take part today, by the states and verifications that count today.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_credit_transfer_check_parties (GramRegistry *registry,
                                             const GramAccountRecord *from,
                                             const GramAccountRecord *to,
                                             GramCreditTransferReader reader,
                                             GramRefusal **refusal,
                                             GError **error);

/**
 * gram_credit_transfer_check_accept:
 * @registry: a registry
 * @record: a transfer
 * @lines: (element-type GramCreditTransferLine): its credits by year
 * @reader: who reads the refusal
 * @refusal: (out) (optional): `transfer.state`, `transfer.lapsed`, `rulebook.none`, what gram_credit_transfer_check_parties() says
 * @error: return location
 *
 * Whether a transfer can be accepted now.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_credit_transfer_check_accept (GramRegistry *registry,
                                            const GramCreditTransferRecord *record,
                                            const GArray *lines,
                                            GramCreditTransferReader reader,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_credit_transfer_last_day:
 * @rules: rules of the Clean Car Standard
 * @record: a transfer
 * @lines: (element-type GramCreditTransferLine): its credits by year
 *
 * The last day on which it can be accepted: as it was offered, but credits that have lapsed go over to nobody.
 *
 * Returns: the day
 */
GramDate gram_credit_transfer_last_day (const GramCcsRules *rules,
                                        const GramCreditTransferRecord *record,
                                        const GArray *lines);

/**
 * gram_credit_transfer_today:
 * @registry: a registry
 *
 * Returns: today in New Zealand
 */
GramDate gram_credit_transfer_today (GramRegistry *registry);

/**
 * gram_credit_transfer_refuse_unknown:
 * @id: number of a transfer
 * @refusal: (out) (optional): `transfer.unknown`
 *
 * One text for what is not there and what is somebody else's.
 *
 * Returns: always %FALSE
 */
gboolean gram_credit_transfer_refuse_unknown (gint64 id, GramRefusal **refusal);

/**
 * gram_credit_transfer_end:
 * @call: a call
 * @before: an offered transfer as it is stored
 * @lines: (element-type GramCreditTransferLine): its credits by year
 * @state: accepted, declined, cancelled or lapsed
 * @reason: (nullable): why it was declined
 * @error: return location
 *
 * Ends a transfer: its credits go over when it is accepted, else they are let go. Tells who has to know.
 *
 * Returns: %FALSE on error
 */
gboolean gram_credit_transfer_end (GramCall *call,
                                   const GramCreditTransferRecord *before,
                                   const GArray *lines,
                                   GramCreditTransferState state,
                                   const char *reason,
                                   GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramCreditTransferPlan, gram_credit_transfer_plan_clear)

G_END_DECLS
