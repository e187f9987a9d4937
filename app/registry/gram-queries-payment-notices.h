/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-accounting-table.h"
#include "gram-allows.h"
#include "gram-ccts-notice.h"
#include "gram-document-table.h"
#include "gram-payment-notice-table.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about payment notices (art. 39) and about the documents that the registry made and keeps. %NULL or %FALSE comes
 * with exactly one of @refusal and @error set. Money is pence.
 */

/**
 * GramPaymentNoticeRow:
 * @record: the notice, with number and holder of its account; @record->id is the argument `notice`
 * @state: where it stands today
 * @left: what is still owed, pence; 0 of one that is withdrawn
 * @forwarded: what was paid into the consolidated fund (39(7))
 * @days_left: days until the last day to pay; negative after it
 *
 * A payment notice as a list shows it.
 */
typedef struct
{
  GramPaymentNoticeRecord *record;
  GramPaymentNoticeState state;
  gint64 left;
  gint64 forwarded;
  gint64 days_left;
} GramPaymentNoticeRow;

/**
 * gram_registry_payment_notices:
 * @self: a registry
 * @actor: who asks: who may view the account; with account 0 the administrator's side
 * @account_id: an account, 0 all
 * @year: scheme year, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramPaymentNoticeRow) (nullable): the notices, the newest first
 */
GPtrArray *gram_registry_payment_notices (GramRegistry *self,
                                          GramActor *actor,
                                          gint64 account_id,
                                          int year,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_payment_notice_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_payment_notice_row_free (GramPaymentNoticeRow *self);

/**
 * GramPaymentNoticeDetail:
 * @row: the notice as a list shows it
 * @accounting: what was accounted: activity, surrendered, shortfall, payment
 * @document: the notice as a document, with its hash
 * @to_forward: paid and not in the consolidated fund yet, pence
 * @in_favour: pence that stand in the holder's favour, of whatever notice
 * @payments: (element-type GramNoticePaymentRecord): money, oldest first
 * @allows: (element-type GramAllow): its verbs
 *
 * A payment notice as its view shows it.
 */
typedef struct
{
  GramPaymentNoticeRow *row;
  GramAccountingRecord *accounting;
  GramDocumentRecord *document;
  gint64 to_forward;
  gint64 in_favour;
  GPtrArray *payments;
  GPtrArray *allows;
} GramPaymentNoticeDetail;

/**
 * gram_registry_payment_notice:
 * @self: a registry
 * @actor: who asks: who may view its account
 * @notice_id: a payment notice
 * @refusal: (out) (optional): `payment-notice.unknown`, also for one of an account that who asks may not see
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the notice in detail
 */
GramPaymentNoticeDetail *gram_registry_payment_notice (GramRegistry *self,
                                                       GramActor *actor,
                                                       gint64 notice_id,
                                                       GramRefusal **refusal,
                                                       GError **error);

/**
 * gram_payment_notice_detail_free:
 * @self: (nullable): a detail
 *
 * Frees it.
 */
void gram_payment_notice_detail_free (GramPaymentNoticeDetail *self);

/**
 * gram_payment_notice_detail_get_refusal:
 * @self: a detail
 * @command: a verb of payment notices
 *
 * Returns: (transfer none) (nullable): why who asked cannot send it now, for the tooltip; %NULL if they can
 */
const GramRefusal *
gram_payment_notice_detail_get_refusal (const GramPaymentNoticeDetail *self, const char *command);

/**
 * GramPaymentNoticeDraft:
 * @amount: what the notice would ask for
 * @activity: thousandths
 * @surrendered: allowances
 * @shortfall: thousandths
 * @calculation: how the amount is calculated, one translated line (39(5)(a))
 * @given_on: today, ISO
 * @due_on: the earliest last day to pay (39(5)(b)), ISO
 * @notice_days: so many days at least
 * @payable_to: what the last notice said, empty if there is none
 * @how_to_pay: likewise
 * @appeal_rights: likewise
 *
 * What the form of a payment notice begins with. Strings are owned.
 */
typedef struct
{
  gint64 amount;
  gint64 activity;
  gint64 surrendered;
  gint64 shortfall;
  char *calculation;
  char *given_on;
  char *due_on;
  int notice_days;
  char *payable_to;
  char *how_to_pay;
  char *appeal_rights;
} GramPaymentNoticeDraft;

/**
 * gram_registry_payment_notice_draft:
 * @self: a registry
 * @actor: who asks: who could issue one
 * @account_id: an account
 * @year: scheme year
 * @refusal: (out) (optional): `year.not-accounted`, `payment-notice.nothing-to-pay`, `payment-notice.stands` …
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the draft
 */
GramPaymentNoticeDraft *gram_registry_payment_notice_draft (GramRegistry *self,
                                                            GramActor *actor,
                                                            gint64 account_id,
                                                            int year,
                                                            GramRefusal **refusal,
                                                            GError **error);

/**
 * gram_payment_notice_draft_free:
 * @self: (nullable): a draft
 *
 * Frees it.
 */
void gram_payment_notice_draft_free (GramPaymentNoticeDraft *self);

/**
 * gram_registry_documents:
 * @self: a registry
 * @actor: who asks: who may view the account; with account 0 the administrator's side
 * @account_id: an account, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramDocumentRecord) (nullable): the documents, the newest first
 */
GPtrArray *gram_registry_documents (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_registry_document_content:
 * @self: a registry
 * @actor: who asks: who may view its account; a publication is for everybody who is signed in
 * @document_id: a document
 * @record: (out) (optional) (transfer full): what it is
 * @refusal: (out) (optional): `document.unknown`, also for one of an account that who asks may not see
 * @error: return location; %GRAM_STORE_ERROR_CORRUPT if the content is not what was hashed
 *
 * Reads a document; it is hashed again on the way.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *gram_registry_document_content (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 document_id,
                                        GramDocumentRecord **record,
                                        GramRefusal **refusal,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentNoticeRow, gram_payment_notice_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentNoticeDetail, gram_payment_notice_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentNoticeDraft, gram_payment_notice_draft_free)

G_END_DECLS
