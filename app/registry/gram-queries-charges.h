/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-allows.h"
#include "gram-charge-query.h"
#include "gram-payment-query.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about charges and what settles them (LTA 1998 s 177, s 182; CCS facts §5, §7). Members see those of their
 * accounts, the administrator's side all of them. %NULL comes with exactly one of @refusal and @error set. Grams and credits
 * are hundredths of a gram, money is NZ cents, rates are cents for each gram. Strings are owned.
 */

/**
 * GramChargeRow:
 * @id: number of the charge, the argument `charge`
 * @record: the charge, with number and holder of its account
 * @account_kind: kind of its account
 * @state: due, overdue or settled today
 * @overdue_days: days since its due day while something is outstanding, 0 none
 * @among_others: in a list of many accounts: it says whose it is
 *
 * A charge as a list shows it. The window makes a model item of it, so @id comes first.
 */
typedef struct
{
  gint64 id;
  GramChargeRecord *record;
  GramAccountKind account_kind;
  GramChargeState state;
  gint64 overdue_days;
  gboolean among_others;
} GramChargeRow;

/**
 * gram_registry_charge_ids:
 * @self: a registry
 * @actor: who asks
 * @query: filter and order; members are kept to their accounts, and today is set here
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): numbers of the charges that match, in order
 */
GArray *gram_registry_charge_ids (GramRegistry *self,
                                  GramActor *actor,
                                  const GramChargeQuery *query,
                                  guint limit,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_registry_charge_rows:
 * @self: a registry
 * @actor: who asks
 * @ids: (array length=n_ids): numbers of charges
 * @n_ids: how many
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Rows in the order of @ids; one that is not there, or not for who asks, is left out.
 *
 * Returns: (transfer full) (element-type GramChargeRow) (nullable): the rows
 */
GPtrArray *gram_registry_charge_rows (GramRegistry *self,
                                      GramActor *actor,
                                      const gint64 *ids,
                                      guint n_ids,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_charge_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_charge_row_free (GramChargeRow *self);

/**
 * gram_registry_charge_counts:
 * @self: a registry
 * @actor: who asks
 * @query: filter; its states do not count, nor for the kinds its kinds
 * @counts: (out caller-allocates): charges by state, and by kind
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * What chips and the heading of the list count.
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_charge_counts (GramRegistry *self,
                                         GramActor *actor,
                                         const GramChargeQuery *query,
                                         GramChargeCounts *counts,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * GramChargeDetail:
 * @row: the charge as a list shows it
 * @settlements: (element-type GramChargeSettlementRecord): what settled it, or opened it again, in this order
 * @money: cents of money that settle it
 * @credits_to_clear: credits that would settle all that is outstanding; 0 if nothing is, or money alone can
 * @in_favour: cents that stand in favour of its account
 * @document: (nullable): name of the invoice
 * @allows: (element-type GramAllow): `charge.offset`, `payment.record`, `payment.use-in-favour`, `payment.pay-back`
 *
 * A charge as its view shows it. The vehicles that it is of are the filter `charge` of the list of vehicles.
 */
typedef struct
{
  GramChargeRow *row;
  GPtrArray *settlements;
  gint64 money;
  gint64 credits_to_clear;
  gint64 in_favour;
  char *document;
  GPtrArray *allows;
} GramChargeDetail;

/**
 * gram_registry_charge_detail:
 * @self: a registry
 * @actor: who asks: who may view its account
 * @charge_id: a charge
 * @refusal: (out) (optional): `charge.unknown`, also for one of an account that who asks may not see
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the charge in detail
 */
GramChargeDetail *gram_registry_charge_detail (GramRegistry *self,
                                               GramActor *actor,
                                               gint64 charge_id,
                                               GramRefusal **refusal,
                                               GError **error);

/**
 * gram_charge_detail_free:
 * @self: (nullable): a detail
 *
 * Frees it.
 */
void gram_charge_detail_free (GramChargeDetail *self);

/**
 * gram_charge_detail_get_refusal:
 * @self: a detail
 * @command: a verb of charges
 *
 * Returns: (transfer none) (nullable): why who asked cannot send it now, for the tooltip; %NULL if they can
 */
const GramRefusal *
gram_charge_detail_get_refusal (const GramChargeDetail *self, const char *command);

/**
 * GramPaymentRow:
 * @id: number of the payment, the argument `payment`
 * @record: the payment, with number and holder of its account
 * @account_kind: kind of its account
 * @refusal: (nullable): why who asks cannot reverse it, %NULL if they can
 * @among_others: in a list of many accounts: it says whose it is
 *
 * A movement of money as a list shows it.
 */
typedef struct
{
  gint64 id;
  GramPaymentRecord *record;
  GramAccountKind account_kind;
  GramRefusal *refusal;
  gboolean among_others;
} GramPaymentRow;

/**
 * gram_registry_payment_ids:
 * @self: a registry
 * @actor: who asks
 * @query: filter and order; members are kept to their accounts
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): numbers of the movements of money that match, in order
 */
GArray *gram_registry_payment_ids (GramRegistry *self,
                                   GramActor *actor,
                                   const GramPaymentQuery *query,
                                   guint limit,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * gram_registry_payment_rows:
 * @self: a registry
 * @actor: who asks
 * @ids: (array length=n_ids): numbers of movements of money
 * @n_ids: how many
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Rows in the order of @ids; one that is not there, or not for who asks, is left out.
 *
 * Returns: (transfer full) (element-type GramPaymentRow) (nullable): the rows
 */
GPtrArray *gram_registry_payment_rows (GramRegistry *self,
                                       GramActor *actor,
                                       const gint64 *ids,
                                       guint n_ids,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_payment_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_payment_row_free (GramPaymentRow *self);

/**
 * GramChargeBalance:
 * @year: year of origin
 * @lapses_on: last day of these credits, ISO
 * @held: credits that the account holds and has not promised, the ones that the selection earns among them
 * @earned: of these, credits that the selection earns
 * @used: credits that would be set off
 *
 * Credits of one year that charges could be paid with.
 */
typedef struct
{
  int year;
  char *lapses_on;
  gint64 held;
  gint64 earned;
  gint64 used;
} GramChargeBalance;

/**
 * gram_charge_balance_free:
 * @self: (nullable): a balance
 *
 * Frees it.
 */
void gram_charge_balance_free (GramChargeBalance *self);

/**
 * GramAcceptBill:
 * @fleet_average: nothing is posted with each vehicle: the year is settled as a whole. @excess and @credits say what counts
 * @year: obligation year of today
 * @rate: cents for each gram over target
 * @asked: vehicles that the selection has
 * @vehicles: of these, vehicles that would be accepted now
 * @without_figure: of @vehicles, those without a figure: excluded ones, or a year without published weights
 * @credit_vehicles: of @vehicles, those below their target
 * @charge_vehicles: of @vehicles, those over their target
 * @credits: credits that the selection earns
 * @excess: grams over target
 * @amount: cents for them, each vehicle rounded on its own as it is charged
 * @balances: (element-type GramChargeBalance): credits that could be used, the oldest first
 * @offset: credits that the chosen way of paying sets off
 * @discharged: cents that they discharge
 * @outstanding: cents that are left to pay with money
 * @due_on: when they are due, ISO; empty under the CCTS
 * @pending: what is outstanding of earlier charges
 * @in_favour: cents that stand in favour
 * @digest: of all this; another one says that something changed meanwhile
 * @credits_refusal: (nullable): why who asks cannot pay with credits, %NULL if they can
 * @refusal: (nullable): why these vehicles cannot be accepted by who asks, %NULL if they can
 *
 * What accepting a selection would cost and bring, exactly.
 */
typedef struct
{
  gboolean fleet_average;
  int year;
  gint64 rate;
  gint64 asked;
  gint64 vehicles;
  gint64 without_figure;
  gint64 credit_vehicles;
  gint64 charge_vehicles;
  gint64 credits;
  gint64 excess;
  gint64 amount;
  GPtrArray *balances;
  gint64 offset;
  gint64 discharged;
  gint64 outstanding;
  char *due_on;
  gint64 pending;
  gint64 in_favour;
  char *digest;
  GramRefusal *credits_refusal;
  GramRefusal *refusal;
} GramAcceptBill;

/**
 * gram_registry_query_accept_bill:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @arguments: (transfer none): the arguments of `vehicle.accept` as they would be sent: `account`, `vehicles` or `filter`,
 *   `skip`, `credits`, `credit-years`
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): why not: `argument.*`, `vehicle.unknown`, `filter.*`, `rulebook.none`, and how credits were
 *   chosen: `charge.credits-*`
 * @error: return location
 *
 * Works the bill of a selection out, without a change. Off the main loop: it reads all vehicles of the selection.
 *
 * Returns: (transfer full) (nullable): the bill
 */
GramAcceptBill *gram_registry_query_accept_bill (GramRegistry *self,
                                                 GramActor *actor,
                                                 GVariant *arguments,
                                                 GCancellable *cancellable,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * gram_accept_bill_free:
 * @self: (nullable): a bill
 *
 * Frees it.
 */
void gram_accept_bill_free (GramAcceptBill *self);

/**
 * GramOffsetBill:
 * @outstanding_before: what is outstanding of the charges meant
 * @balances: (element-type GramChargeBalance): credits that could be used, the oldest first; @earned is 0
 * @offset: credits that would be set off
 * @discharged: cents that they discharge
 * @outstanding: cents that are left then
 *
 * What paying charges with credits would do.
 */
typedef struct
{
  gint64 outstanding_before;
  GPtrArray *balances;
  gint64 offset;
  gint64 discharged;
  gint64 outstanding;
} GramOffsetBill;

/**
 * gram_registry_query_offset_bill:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @arguments: (transfer none): the arguments of `charge.offset` as they would be sent, without `password`
 * @refusal: (out) (optional): why not: `charge.unknown`, `charge.settled`, `charge.credits-*`
 * @error: return location
 *
 * Works out what `charge.offset` would do, without a change.
 *
 * Returns: (transfer full) (nullable): the bill
 */
GramOffsetBill *gram_registry_query_offset_bill (GramRegistry *self,
                                                 GramActor *actor,
                                                 GVariant *arguments,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * gram_offset_bill_free:
 * @self: (nullable): a bill
 *
 * Frees it.
 */
void gram_offset_bill_free (GramOffsetBill *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramChargeRow, gram_charge_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramChargeDetail, gram_charge_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPaymentRow, gram_payment_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAcceptBill, gram_accept_bill_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramOffsetBill, gram_offset_bill_free)

G_END_DECLS
