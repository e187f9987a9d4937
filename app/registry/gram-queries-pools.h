/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about pools (art. 32(2), Schedule 5). The administrator's side is told everything. The people of an account
 * are told of the pools that name it: all of a pool that their account was nominated for, and of another one the sums and
 * what is their own. Of an account that has not agreed yet, its number is all that is told. What somebody may not know is
 * refused; %NULL comes with exactly one of @refusal and @error set. Strings are owned by the row.
 */

/**
 * GramPoolFigures:
 * @cars: N, the non-zero-emission cars of the year
 * @cars_unknown: of these, cars without a CO₂ value
 * @cars_zero: cars that meet the zero-emission conditions; none of N
 * @activity: thousandths of g/km, as art. 36(4) cuts it
 * @baseline: millionths of g/km; -1 if none is recorded
 * @allocation: allowances by N × B; -1 without a baseline
 *
 * What a manufacturer, or a pool, comes to in a year, by the vehicles as they are now.
 */
typedef struct
{
  gint64 cars;
  gint64 cars_unknown;
  gint64 cars_zero;
  gint64 activity;
  gint64 baseline;
  gint64 allocation;
} GramPoolFigures;

/**
 * GramPoolMemberRow:
 * @account_id: the account; 0 if who asks may not see it
 * @number: its number
 * @holder: its holder; empty until it has agreed, for who may not see it otherwise
 * @nominated: its account is the pool's (Schedule 5 para 5(c)(i))
 * @agreed: it has agreed
 * @agreed_name: (nullable): who agreed for it
 * @agreed_at: UTC microseconds, 0 not yet
 * @told: @figures are told to who asks
 * @figures: its own figures, with the baseline recorded for itself
 *
 * A member of a pool.
 */
typedef struct
{
  gint64 account_id;
  char *number;
  char *holder;
  gboolean nominated;
  gboolean agreed;
  char *agreed_name;
  gint64 agreed_at;
  gboolean told;
  GramPoolFigures figures;
} GramPoolMemberRow;

/**
 * GramPoolRow:
 * @id: the pool
 * @state: word of the vocabulary `pool-state`
 * @name: its name
 * @account_id: the nominated account
 * @number: its number
 * @holder: its holder
 * @contact_name: contact
 * @contact_email: e-mail of the contact
 * @first_year: first scheme year
 * @last_year: last scheme year
 * @n_members: how many
 * @n_agreed: how many have agreed
 * @case_id: the case about its application, 0 none
 * @applied_name: who applied
 * @applied_at: UTC microseconds
 * @decided_name: (nullable): who decided last, %NULL nobody
 * @decided_at: UTC microseconds, 0 not yet
 * @reason: why
 * @reference: document that says so
 * @version: grows with each change
 *
 * A pool in a list.
 */
typedef struct
{
  gint64 id;
  char *state;
  char *name;
  gint64 account_id;
  char *number;
  char *holder;
  char *contact_name;
  char *contact_email;
  int first_year;
  int last_year;
  gint64 n_members;
  gint64 n_agreed;
  gint64 case_id;
  char *applied_name;
  gint64 applied_at;
  char *decided_name;
  gint64 decided_at;
  char *reason;
  char *reference;
  int version;
} GramPoolRow;

/**
 * GramPoolDetail:
 * @pool: the pool
 * @year: scheme year of the figures
 * @members: (element-type GramPoolMemberRow): its members, the nominated one first, then by number
 * @told: the sums are told to who asks
 * @sum: the members together, with the baseline recorded for the pool
 * @participant: they are above the threshold of @year together (art. 32(2))
 * @threshold: NZE cars that a participant has to exceed
 * @agree: (nullable): why who asks cannot agree for an account of theirs, %NULL if they can
 * @agree_account: (nullable): number of the account for which who asks can agree
 * @withdraw: (nullable): likewise for pool.withdraw
 * @grant: (nullable): likewise for pool.grant
 * @decline: (nullable): likewise for pool.decline
 * @end: (nullable): likewise for pool.end
 * @update: (nullable): likewise for pool.update
 *
 * A pool with its members, for the group of the Allowances page and for the administrator.
 */
typedef struct
{
  GramPoolRow *pool;
  int year;
  GPtrArray *members;
  gboolean told;
  GramPoolFigures sum;
  gboolean participant;
  gint64 threshold;
  GramRefusal *agree;
  char *agree_account;
  GramRefusal *withdraw;
  GramRefusal *grant;
  GramRefusal *decline;
  GramRefusal *end;
  GramRefusal *update;
} GramPoolDetail;

/**
 * gram_registry_pools:
 * @self: a registry
 * @actor: who asks: the administrator's side, or who may view the account
 * @account_id: pools that name this account, 0 all of the registry
 * @year: pools of this scheme year, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramPoolRow) (nullable): the pools, the newest first
 */
GPtrArray *gram_registry_pools (GramRegistry *self,
                                GramActor *actor,
                                gint64 account_id,
                                int year,
                                GramRefusal **refusal,
                                GError **error);

/**
 * gram_registry_pool:
 * @self: a registry
 * @actor: who asks
 * @pool_id: a pool
 * @year: scheme year of the figures, 0 the first of the pool
 * @refusal: (out) (optional): `pool.unknown`, also for a pool that names no account of @actor
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the pool, its members and their roll-up; free with gram_pool_detail_free()
 */
GramPoolDetail *gram_registry_pool (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 pool_id,
                                    int year,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * GramPoolWhatIf:
 * @year: scheme year
 * @threshold: NZE cars that a participant has to exceed
 * @members: (element-type GramPoolMemberRow): who would be a member, with their own figures
 * @left: (element-type GramPoolMemberRow): who would have left, with their own figures
 * @before: the pool as it is, all 0 if there is none
 * @after: the pool as it would be
 * @participant_before: the pool as it is is a participant
 * @participant_after: the pool as it would be is one
 * @assumed: the baseline of @after is the one that was asked with
 * @unassumed: no baseline can be taken for @after: its members change and none was named; @after has no allocation
 *
 * What a pool would come to if somebody joined or left. Nothing is posted.
 */
typedef struct
{
  int year;
  gint64 threshold;
  GPtrArray *members;
  GPtrArray *left;
  GramPoolFigures before;
  GramPoolFigures after;
  gboolean participant_before;
  gboolean participant_after;
  gboolean assumed;
  gboolean unassumed;
} GramPoolWhatIf;

/**
 * gram_registry_pool_what_if:
 * @self: a registry
 * @actor: who asks: who is told the figures of the pool and may view each account that joins
 * @pool_id: a pool, 0 one that is not there yet
 * @year: scheme year
 * @joins: (nullable) (array zero-terminated=1): numbers of accounts that would join
 * @leaves: (nullable) (array zero-terminated=1): numbers of members that would leave
 * @baseline: (nullable): B that the pool would have, decimal; %NULL the one that is recorded, if the members stay
 * @refusal: (out) (optional): `pool.unknown`, `account.unknown`, `pool.not-a-member`, `pool.member-twice`,
 *   `pool.not-told`, `baseline.value`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it would come to; free with gram_pool_what_if_free()
 */
GramPoolWhatIf *gram_registry_pool_what_if (GramRegistry *self,
                                            GramActor *actor,
                                            gint64 pool_id,
                                            int year,
                                            const char *const *joins,
                                            const char *const *leaves,
                                            const char *baseline,
                                            GramRefusal **refusal,
                                            GError **error);

/**
 * gram_pool_member_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_pool_member_row_free (GramPoolMemberRow *self);

/**
 * gram_pool_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_pool_row_free (GramPoolRow *self);

/**
 * gram_pool_detail_free:
 * @self: (nullable): a detail
 *
 * Frees it.
 */
void gram_pool_detail_free (GramPoolDetail *self);

/**
 * gram_pool_what_if_free:
 * @self: (nullable): what a pool would come to
 *
 * Frees it.
 */
void gram_pool_what_if_free (GramPoolWhatIf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPoolMemberRow, gram_pool_member_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPoolRow, gram_pool_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPoolDetail, gram_pool_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPoolWhatIf, gram_pool_what_if_free)

G_END_DECLS
