/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-ccts-activity.h"
#include "gram-ccts.h"
#include "gram-registration-table.h"

G_BEGIN_DECLS

/*
 * Who is a CCTS participant of a scheme year, and with which figures. A participant is an account: the manufacturer's own
 * (art. 32(1)), or the one that a granted pool nominated (art. 32(2), 37(5)); the members of such a pool are then none
 * themselves. What counts is the last measuring of the year (`year.measure`). Before it there are provisional figures, from
 * the totals that the writes keep; nothing is allocated, traded, converted or surrendered on them.
 */

/**
 * GramParticipation:
 * @GRAM_PARTICIPATION_NONE: no participant: the cars do not exceed the threshold
 * @GRAM_PARTICIPATION_OWN: manufacturer that is a participant itself (art. 32(1))
 * @GRAM_PARTICIPATION_POOL: account that a pool participant nominated (art. 32(2), art. 37(5))
 * @GRAM_PARTICIPATION_MEMBER: member of a granted pool; the pool's account acts for it
 *
 * What an account is in a scheme year.
 */
typedef enum
{
  GRAM_PARTICIPATION_NONE = 0,
  GRAM_PARTICIPATION_OWN,
  GRAM_PARTICIPATION_POOL,
  GRAM_PARTICIPATION_MEMBER,
} GramParticipation;

/**
 * GramParticipant:
 * @id: row of the last measuring, 0 if the figures are provisional or the account is no participant
 * @year: scheme year
 * @account_id: the account; of a member of a pool: its own
 * @participation: what the account is
 * @pool_id: granted pool of the account in this year, 0 none
 * @pool_account_id: account that the pool nominated, 0 none
 * @cars: N, NZE cars registered in the year (art. 34(1)(a)); of a pool, those of all its members
 * @cars_unknown: of these, cars without a CO₂ value; 0 once measured
 * @cars_zero: cars that meet the zero-emission conditions; they are none of the CCTS
 * @co2_sum: sum of the specific emissions, corrected where a correction exists, millionths of g/km
 * @saving_sum: eco-innovation savings that were taken off, millionths of g/km (art. 36(3))
 * @activity: units of activity, thousandths, as art. 36(4) cuts them
 *
 * An account in a scheme year. Plain data.
 */
typedef struct
{
  gint64 id;
  int year;
  gint64 account_id;
  GramParticipation participation;
  gint64 pool_id;
  gint64 pool_account_id;
  gint64 cars;
  gint64 cars_unknown;
  gint64 cars_zero;
  gint64 co2_sum;
  gint64 saving_sum;
  gint64 activity;
} GramParticipant;

/**
 * gram_participant_is:
 * @self: an account in a year
 *
 * Returns: whether it is a participant: itself, or for the pool that nominated it
 */
gboolean gram_participant_is (const GramParticipant *self);

/**
 * gram_participants_measured:
 * @store: a store
 * @year: a scheme year
 * @account_id: an account
 * @measured: (out) (optional): whether the year has been measured
 * @participant: (out caller-allocates): what the account is by the last measuring; all but year, account and pool is 0
 *   where it is no participant
 * @error: return location
 *
 * Looks an account up in the last measuring of a year. Two look-ups by key.
 *
 * Returns: %FALSE on error
 */
gboolean gram_participants_measured (GramStore *store,
                                     int year,
                                     gint64 account_id,
                                     gboolean *measured,
                                     GramParticipant *participant,
                                     GError **error);

/**
 * gram_participants_provisional:
 * @store: a store
 * @rules: rules of the CCTS in force
 * @year: a scheme year
 * @account_id: an account
 * @participant: (out caller-allocates): figures as the vehicles stand now; of a member of a pool its own cars; of the
 *   account that a pool nominated the sums of its members
 * @refusal: (out) (optional): `activity.too-large`, `activity.negative`
 * @error: return location
 *
 * Works out from the kept totals what an account would be if the year were measured now; @participant has figures also
 * where the account is no participant.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_participants_provisional (GramStore *store,
                                        const GramCctsRules *rules,
                                        int year,
                                        gint64 account_id,
                                        GramParticipant *participant,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_participants_together:
 * @store: a store
 * @rules: rules of the CCTS in force
 * @year: a scheme year
 * @account_ids: (array length=n_accounts): accounts, none twice
 * @n_accounts: how many; one alone is well, too
 * @participant: (out caller-allocates): their figures as the vehicles stand now
 * @refusal: (out) (optional): `activity.too-large`, `activity.negative`
 * @error: return location
 *
 * What accounts would be if they, and nobody else, were one manufacturer, whatever pools there are.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_participants_together (GramStore *store,
                                     const GramCctsRules *rules,
                                     int year,
                                     const gint64 *account_ids,
                                     guint n_accounts,
                                     GramParticipant *participant,
                                     GramRefusal **refusal,
                                     GError **error);

/**
 * gram_participants_list:
 * @store: a store
 * @year: a scheme year
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramParticipant) (nullable): the participants by the last measuring, by holder;
 *   empty before the year is measured
 */
GArray *gram_participants_list (GramStore *store, int year, GError **error);

/**
 * gram_participants_list_provisional:
 * @store: a store
 * @rules: rules of the CCTS in force
 * @year: a scheme year
 * @all: also accounts that would be none, members of pools with their own cars included
 * @refusal: (out) (optional): `activity.too-large`, `activity.negative`
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramParticipant) (nullable): who would be a participant if the year were measured
 *   now, by account
 */
GArray *gram_participants_list_provisional (GramStore *store,
                                            const GramCctsRules *rules,
                                            int year,
                                            gboolean all,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_participants_accounts:
 * @store: a store
 * @year: a scheme year
 * @participant: an account in that year
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the accounts whose cars count for it: its own, or those of the
 *   members of the pool that it stands for
 */
GArray *gram_participants_accounts (GramStore *store,
                                    int year,
                                    const GramParticipant *participant,
                                    GError **error);

/**
 * gram_participants_savings_off:
 * @store: a store
 * @rules: rules of the CCTS in force
 * @year: a scheme year
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the eco-innovations that notices which stand switch off in the year (art. 36(3))
 */
GramCctsSavingsOff *gram_participants_savings_off (GramStore *store,
                                                   const GramCctsRules *rules,
                                                   int year,
                                                   GError **error);

/**
 * gram_participants_totals:
 * @amount: a kept total
 * @totals: (out caller-allocates): the same for the rules
 *
 * What the store keeps, as the measurer of activity takes it.
 */
void gram_participants_totals (const GramRegistrationAmount *amount, GramCctsTotals *totals);

/**
 * gram_participants_check:
 * @store: a store
 * @year: a scheme year
 * @account: an account
 * @participant: (out caller-allocates): the participant
 * @refusal: (out) (optional): `year.not-measured`, `year.measured-before` (its pool was granted or ended since),
 *   `participant.pooled` (its pool's account acts for it), `participant.none`
 * @error: return location
 *
 * What every command on the own allowances of a year asks first: that the account is a participant of it. The sentences
 * are for somebody who may view the account.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_participants_check (GramStore *store,
                                  int year,
                                  const GramAccountRecord *account,
                                  GramParticipant *participant,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_participants_read_rulebook:
 * @registry: a registry
 * @rulebook: (out) (transfer full): rulebook of the CCTS in force
 * @rulebook_id: (out) (optional): its row
 * @refusal: (out) (optional): `rulebook.none`
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_participants_read_rulebook (GramRegistry *registry,
                                          GramRulebook **rulebook,
                                          gint64 *rulebook_id,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_participants_check_year:
 * @registry: a registry
 * @year: a scheme year as it was sent
 * @rulebook: (out) (optional) (transfer full): rulebook of the CCTS in force
 * @rulebook_id: (out) (optional): its row
 * @refusal: (out) (optional): `rulebook.none`, `year.none`: the trading period has no such year (art. 31(1))
 * @error: return location
 *
 * Every command that names a scheme year starts here.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_participants_check_year (GramRegistry *registry,
                                       gint64 year,
                                       GramRulebook **rulebook,
                                       gint64 *rulebook_id,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * gram_participants_check_not_closed:
 * @store: a store
 * @year: a scheme year
 * @refusal: (out) (optional): `year.closed`
 * @error: return location
 *
 * Nothing of a closed year is measured, allocated, traded, converted, surrendered or accounted again.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_participants_check_not_closed (GramStore *store,
                                             int year,
                                             GramRefusal **refusal,
                                             GError **error);

G_END_DECLS
