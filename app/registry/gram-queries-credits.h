/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-allows.h"
#include "gram-ccs-words.h"
#include "gram-credit-transfer-query.h"
#include "gram-queries-accounts.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about credits (CCS facts §7): what an account holds by year of origin, when it lapses, and transfers. Members see
 * what is of their accounts, the administrator's side all. Nobody is told how the account of another holder stands: its
 * state, its AML verification and its balances are for the administrator's side alone. %NULL comes with exactly one of
 * @refusal and @error set. Credits are hundredths of a gram. Strings are owned.
 */

/**
 * GramCreditYear:
 * @year: year of origin
 * @unit: unit of the ledger
 * @available: held and not promised
 * @reserved: promised in transfers that wait
 * @last_day: last day of these credits, ISO; they lapse at its end
 * @days_left: days until @last_day, 0 on that day
 * @warning: 90 or 30 (as the rulebook has it) if so many days or fewer are left, 0 not yet
 *
 * Credits of one year of origin that an account holds.
 */
typedef struct
{
  int year;
  char *unit;
  gint64 available;
  gint64 reserved;
  char *last_day;
  gint64 days_left;
  int warning;
} GramCreditYear;

/**
 * GramCreditLapse:
 * @on: last day, ISO
 * @credits: what lapses at its end, reserved credits among them
 * @first_year: oldest year of origin among them
 * @last_year: newest one
 * @days_left: days until @on, 0 on that day
 * @warning: 90 or 30 (as the rulebook has it) if so many days or fewer are left, 0 not yet
 * @warned_on: first day of the first warning, ISO
 *
 * A day of the lapse calendar.
 */
typedef struct
{
  char *on;
  gint64 credits;
  int first_year;
  int last_year;
  gint64 days_left;
  int warning;
  char *warned_on;
} GramCreditLapse;

/**
 * GramCredits:
 * @account: the account, in the state that counts today
 * @today: date in New Zealand, ISO
 * @years: (element-type GramCreditYear): by year of origin, oldest first; none that is empty
 * @lapses: (element-type GramCreditLapse): the lapse calendar, first day first
 * @available: sum over @years
 * @reserved: sum over @years
 * @to_accept: transfers offered to the account that wait for an answer
 * @offered: transfers of the account that wait for the answer of the other holder
 * @allows: (element-type GramAllow): `transfer.offer`, and in an own registry `transfer.record`
 *
 * The credits of an account.
 */
typedef struct
{
  GramAccountRecord *account;
  char *today;
  GPtrArray *years;
  GPtrArray *lapses;
  gint64 available;
  gint64 reserved;
  gint64 to_accept;
  gint64 offered;
  GPtrArray *allows;
} GramCredits;

/**
 * gram_registry_credits:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account of the Clean Car Standard
 * @refusal: (out) (optional): `account.other-scheme`, `rulebook.none`, or why the account cannot be viewed
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its credits
 */
GramCredits *gram_registry_credits (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_credits_free:
 * @self: (nullable): credits
 *
 * Frees them.
 */
void gram_credits_free (GramCredits *self);

/**
 * gram_credits_get_refusal:
 * @self: credits
 * @command: `transfer.offer` or `transfer.record`
 *
 * Returns: (transfer none) (nullable): why who asked cannot send it now, for the tooltip; %NULL if they can
 */
const GramRefusal *gram_credits_get_refusal (const GramCredits *self, const char *command);

/**
 * GramCreditTransferRow:
 * @id: number of the transfer, the argument `transfer`
 * @record: the transfer
 * @outgoing: the account that it was asked for gives (a list of all accounts: always)
 * @other_name: name of the other holder
 * @other_number: number of its account
 * @days_left: while it waits: days until the last day to accept it, 0 on that day; else -1
 *
 * A transfer as a list shows it. The window makes a model item of it, so @id comes first. @other_name and @other_number
 * belong to @record.
 */
typedef struct
{
  gint64 id;
  GramCreditTransferRecord *record;
  gboolean outgoing;
  const char *other_name;
  const char *other_number;
  gint64 days_left;
} GramCreditTransferRow;

/**
 * gram_registry_credit_transfer_ids:
 * @self: a registry
 * @actor: who asks
 * @query: filter and order; members are kept to their accounts
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): numbers of the transfers that match, in order
 */
GArray *gram_registry_credit_transfer_ids (GramRegistry *self,
                                           GramActor *actor,
                                           const GramCreditTransferQuery *query,
                                           guint limit,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * gram_registry_credit_transfer_rows:
 * @self: a registry
 * @actor: who asks
 * @account_id: the account from whose side they are shown; 0: from that of who gives, or of the member who asks
 * @ids: (array length=n_ids): numbers of transfers
 * @n_ids: how many
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Rows in the order of @ids; one that is not there, or not for who asks, is left out.
 *
 * Returns: (transfer full) (element-type GramCreditTransferRow) (nullable): the rows
 */
GPtrArray *gram_registry_credit_transfer_rows (GramRegistry *self,
                                               GramActor *actor,
                                               gint64 account_id,
                                               const gint64 *ids,
                                               guint n_ids,
                                               GramRefusal **refusal,
                                               GError **error);

/**
 * gram_credit_transfer_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_credit_transfer_row_free (GramCreditTransferRow *self);

/**
 * gram_registry_credit_transfer_counts:
 * @self: a registry
 * @actor: who asks
 * @query: a filter; its states do not count
 * @counts: (out caller-allocates): transfers by state
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * What chips and badges count.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_credit_transfer_counts (GramRegistry *self,
                                                  GramActor *actor,
                                                  const GramCreditTransferQuery *query,
                                                  GramCreditTransferCounts *counts,
                                                  GramRefusal **refusal,
                                                  GError **error);

/**
 * GramCreditTransferDetail:
 * @row: the transfer as a list shows it
 * @lines: (element-type GramCreditTransferLine): credits by year of origin, oldest first
 * @last_days: (array zero-terminated=1): for each of @lines the last day of these credits, ISO; they keep it
 * @used_per_new: how many used credits stand for a new one in this transfer, 0 if both accounts are of one kind
 * @from: (nullable): the account that gives, for who may see it: its members and the administrator's side
 * @to: (nullable): the account that gets, likewise
 * @obstacles: (element-type GramRefusal): while it waits, for the administrator's side only: what stands in the way of
 *   accepting it now, each exact; for members it is empty
 * @offered_by: (nullable): who offered it, for members of the giving account and the administrator's side
 * @ended_by: (nullable): who ended it, for members of that side and the administrator's side
 * @allows: (element-type GramAllow): `transfer.accept`, `transfer.decline`, `transfer.cancel`
 *
 * A transfer as its view shows it.
 */
typedef struct
{
  GramCreditTransferRow *row;
  GArray *lines;
  GStrv last_days;
  gint64 used_per_new;
  GramAccountRecord *from;
  GramAccountRecord *to;
  GPtrArray *obstacles;
  char *offered_by;
  char *ended_by;
  GPtrArray *allows;
} GramCreditTransferDetail;

/**
 * gram_registry_credit_transfer_detail:
 * @self: a registry
 * @actor: who asks
 * @account_id: the account from whose side it is shown, 0 as in gram_registry_credit_transfer_rows()
 * @transfer_id: a transfer
 * @refusal: (out) (optional): `transfer.unknown`, also for one that who asks may not see, or `rulebook.none`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the transfer in detail
 */
GramCreditTransferDetail *gram_registry_credit_transfer_detail (GramRegistry *self,
                                                                GramActor *actor,
                                                                gint64 account_id,
                                                                gint64 transfer_id,
                                                                GramRefusal **refusal,
                                                                GError **error);

/**
 * gram_credit_transfer_detail_free:
 * @self: (nullable): a detail
 *
 * Frees it.
 */
void gram_credit_transfer_detail_free (GramCreditTransferDetail *self);

/**
 * gram_credit_transfer_detail_get_refusal:
 * @self: a detail
 * @command: `transfer.accept`, `transfer.decline` or `transfer.cancel`
 *
 * Returns: (transfer none) (nullable): why who asked cannot send it now, for the tooltip; %NULL if they can
 */
const GramRefusal *
gram_credit_transfer_detail_get_refusal (const GramCreditTransferDetail *self, const char *command);

/**
 * GramCreditOfferLine:
 * @year: year of origin
 * @available: held and not promised
 * @most: what of it can go over at most: whole credits that live, even numbers of them if the receiver's kind asks for it; as
 *   to the same kind as long as nobody is named
 * @credits: what the offer takes of it
 * @received: what the other holder gets for it, 0 as long as nobody is named
 * @last_day: last day of these credits, ISO
 *
 * A year of an offer before it is sent.
 */
typedef struct
{
  int year;
  gint64 available;
  gint64 most;
  gint64 credits;
  gint64 received;
  char *last_day;
} GramCreditOfferLine;

/**
 * GramCreditOffer:
 * @lines: (element-type GramCreditOfferLine): every year that the account has credits of, oldest first
 * @credits: given in all
 * @received: got in all, 0 as long as nobody is named
 * @to_kind: kind of the receiving account, 0 as long as nobody is named
 * @lapses_on: last day to accept it if it is offered today, ISO
 * @refusal: (nullable): what transfer.offer would refuse now; the lines are there as far as they can be told
 *
 * An offer before anybody signs it.
 */
typedef struct
{
  GPtrArray *lines;
  gint64 credits;
  gint64 received;
  GramAccountKind to_kind;
  char *lapses_on;
  GramRefusal *refusal;
} GramCreditOffer;

/**
 * gram_registry_preview_credit_transfer:
 * @self: a registry
 * @actor: who asks: who may offer for the account
 * @account_id: the account that gives
 * @arguments: the arguments of transfer.offer as they would be sent: `number`, `credits`, `years` (optional), `reference`; what
 *   is not filled in yet may be missing. A floating reference is consumed
 * @refusal: (out) (optional): why there is no preview at all
 * @error: return location
 *
 * What an offer would do; nothing is written.
 *
 * Returns: (transfer full) (nullable): the preview, perhaps with a refusal in it
 */
GramCreditOffer *gram_registry_preview_credit_transfer (GramRegistry *self,
                                                        GramActor *actor,
                                                        gint64 account_id,
                                                        GVariant *arguments,
                                                        GramRefusal **refusal,
                                                        GError **error);

/**
 * gram_credit_offer_free:
 * @self: (nullable): a preview
 *
 * Frees it.
 */
void gram_credit_offer_free (GramCreditOffer *self);

/**
 * GramCreditReceiver:
 *
 * An entry of the directory, for who chooses whom to offer credits to. Its kind tells whether credits change theirs.
 */
typedef GramDirectoryEntry GramCreditReceiver;

/**
 * gram_registry_credit_receivers:
 * @self: a registry
 * @actor: who asks: anybody who is signed in
 * @account_id: an account that is left out: who gives does not choose itself; 0 none
 * @search: (nullable): words in holder, number or contact
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Open accounts of the Clean Car Standard whose holders agreed to be listed (CCS s 188; CCS Account Register, facts §7).
 *
 * Returns: (transfer full) (element-type GramCreditReceiver) (nullable): by holder and number
 */
GPtrArray *gram_registry_credit_receivers (GramRegistry *self,
                                           GramActor *actor,
                                           gint64 account_id,
                                           const char *search,
                                           guint limit,
                                           GramRefusal **refusal,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCredits, gram_credits_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCreditTransferRow, gram_credit_transfer_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCreditTransferDetail, gram_credit_transfer_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCreditOffer, gram_credit_offer_free)

G_END_DECLS
