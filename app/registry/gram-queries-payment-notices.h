/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about payment notices (art. 39) and about the documents that the registry made and keeps. %NULL or %FALSE comes
 * with exactly one of @refusal and @error set. Money is pence.
 */

/**
 * GramPaymentNoticeRow:
 * @id: its row, the argument `notice`
 * @number: its number
 * @year: scheme year
 * @account_id: account
 * @account: number of the account
 * @holder: its holder
 * @state: word of vocabulary `notice-state`: `issued`, `part-paid`, `paid`, `overdue`, `appealed`, `withdrawn`; a constant
 * @state_title: the state, translated
 * @amount: what has to be paid (39(5)(a))
 * @paid: what was paid of it
 * @forwarded: what was paid into the consolidated fund (39(7))
 * @given_on: day on which it was given, ISO
 * @due_on: last day to pay, ISO
 * @days_left: days until that; negative after it
 * @document_id: the notice itself
 * @case_id: case of the appeal, 0 none
 * @version: grows with each change
 *
 * A payment notice as a list shows it. Strings but @state are owned.
 */
typedef struct
{
  gint64 id;
  char *number;
  int year;
  gint64 account_id;
  char *account;
  char *holder;
  const char *state;
  char *state_title;
  gint64 amount;
  gint64 paid;
  gint64 forwarded;
  char *given_on;
  char *due_on;
  gint64 days_left;
  gint64 document_id;
  gint64 case_id;
  int version;
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
 * GramNoticePayment:
 * @id: its row, the argument `payment`
 * @kind: `payment`, `reversal` or `onward`; a constant
 * @amount: pence
 * @in_favour: of it: more than was owed
 * @paid_on: day, ISO
 * @reference: what the bank says
 * @reverses: payment that it reverses, 0 none
 * @reversed: it was reversed
 * @posting_id: its posting
 *
 * Money that came, went back or went on. Strings but @kind are owned.
 */
typedef struct
{
  gint64 id;
  const char *kind;
  gint64 amount;
  gint64 in_favour;
  char *paid_on;
  char *reference;
  gint64 reverses;
  gboolean reversed;
  gint64 posting_id;
} GramNoticePayment;

/**
 * GramPaymentNoticeAllow:
 * @command: `payment-notice.record-payment` …
 * @refusal: (nullable): why who asks cannot send it now, %NULL if they can
 *
 * One verb of a payment notice.
 */
typedef struct
{
  const char *command;
  GramRefusal *refusal;
} GramPaymentNoticeAllow;

/**
 * GramPaymentNoticeDetail:
 * @row: the notice as a list shows it
 * @activity: what had to be accounted for, thousandths
 * @surrendered: allowances that were surrendered
 * @shortfall: what was not accounted for, thousandths
 * @payable_to: who is paid (39(5)(c))
 * @how_to_pay: how (39(5)(d))
 * @appeal_rights: what the notice says about appeals (39(5)(e))
 * @reference: document that said so, may be empty
 * @appealed_on: ISO, empty never
 * @appeal_text: what the appeal says
 * @appeal_ended_on: ISO, empty it runs
 * @withdrawn_on: ISO, empty it stands
 * @withdrawn_reason: why it was withdrawn
 * @to_forward: received and not paid into the consolidated fund yet
 * @in_favour: pence that stand in the holder's favour, of whatever year
 * @payments: (element-type GramNoticePayment): money, oldest first
 * @sha256: hash of the document, hexadecimal
 * @allows: (element-type GramPaymentNoticeAllow): its verbs
 *
 * A payment notice as its view shows it. Strings are owned.
 */
typedef struct
{
  GramPaymentNoticeRow *row;
  gint64 activity;
  gint64 surrendered;
  gint64 shortfall;
  char *payable_to;
  char *how_to_pay;
  char *appeal_rights;
  char *reference;
  char *appealed_on;
  char *appeal_text;
  char *appeal_ended_on;
  char *withdrawn_on;
  char *withdrawn_reason;
  gint64 to_forward;
  gint64 in_favour;
  GPtrArray *payments;
  char *sha256;
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
 * @refusal: (out) (optional): `year.not-accounted`, `payment-notice.nothing-owed`, `payment-notice.stands` …
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
 * GramDocumentRow:
 * @id: its row
 * @account_id: account that it is about, 0 the registry
 * @account: number of the account, empty none
 * @kind: `payment-notice` or `publication`
 * @name: name of the file
 * @media_type: for example `application/pdf`
 * @size: bytes
 * @sha256: hash, hexadecimal
 * @made_at: UTC microseconds
 *
 * A document that the registry made and keeps. Strings are owned.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  char *account;
  char *kind;
  char *name;
  char *media_type;
  gint64 size;
  char *sha256;
  gint64 made_at;
} GramDocumentRow;

/**
 * gram_registry_documents:
 * @self: a registry
 * @actor: who asks: who may view the account; with account 0 the administrator's side
 * @account_id: an account, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramDocumentRow) (nullable): the documents, the newest first
 */
GPtrArray *gram_registry_documents (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_document_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_document_row_free (GramDocumentRow *self);

/**
 * gram_registry_document_content:
 * @self: a registry
 * @actor: who asks: who may view its account; a publication is for everybody who is signed in
 * @document_id: a document
 * @row: (out) (optional) (transfer full): what it is
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
                                        GramDocumentRow **row,
                                        GramRefusal **refusal,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentNoticeRow, gram_payment_notice_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentNoticeDetail, gram_payment_notice_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentNoticeDraft, gram_payment_notice_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDocumentRow, gram_document_row_free)

G_END_DECLS
