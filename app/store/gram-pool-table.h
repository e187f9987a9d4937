/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramPoolRecord:
 * @id: row, 0 before it is stored
 * @state: state
 * @name: name of the pool
 * @account_id: account of the nominated manufacturer (Sch. 5 para 5(c)(i)), whose number the pool trades under
 * @contact_name: contact: name
 * @contact_email: contact: e-mail
 * @first_year: first scheme year
 * @last_year: last scheme year
 * @applied_by: who applied
 * @applied_at: UTC microseconds of the application
 * @decided_by: who decided, 0 nobody
 * @decided_at: UTC microseconds, 0 not decided
 * @reason: reason of the decision
 * @reference: document that says so, may be empty
 * @version: 1, one more with each change
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @applier: (nullable): name of who applied
 * @decider: (nullable): name of who decided
 * @members: how many members it has
 * @agreed: how many of them have agreed
 *
 * A pool as plain data (Schedule 5). Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  GramPoolState state;
  char *name;
  gint64 account_id;
  char *contact_name;
  char *contact_email;
  int first_year;
  int last_year;
  gint64 applied_by;
  gint64 applied_at;
  gint64 decided_by;
  gint64 decided_at;
  char *reason;
  char *reference;
  int version;
  char *number;
  char *holder;
  char *applier;
  char *decider;
  gint64 members;
  gint64 agreed;
} GramPoolRecord;

/**
 * gram_pool_record_new:
 *
 * Makes an empty record: gathering its members.
 *
 * Returns: (transfer full): the record; free with gram_pool_record_free()
 */
GramPoolRecord *gram_pool_record_new (void);

/**
 * gram_pool_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramPoolRecord *gram_pool_record_copy (const GramPoolRecord *self);

/**
 * gram_pool_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_pool_record_free (GramPoolRecord *self);

/**
 * gram_pool_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a pool. Its members: gram_pool_table_add_member().
 *
 * Returns: %FALSE on error
 */
gboolean gram_pool_table_insert (GramUnit *unit, GramPoolRecord *record, GError **error);

/**
 * gram_pool_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change and raises the version. The pool has moved on since @before was read:
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_pool_table_update (GramUnit *unit,
                                 const GramPoolRecord *before,
                                 const GramPoolRecord *after,
                                 GError **error);

/**
 * gram_pool_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the pool, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_pool_table_get (GramStore *store, gint64 id, GramPoolRecord **record, GError **error);

/**
 * gram_pool_table_list:
 * @store: a store
 * @account_id: an account that is nominated or a member, 0 all
 * @year: a scheme year among those of the pool, 0 all
 * @states: set of #GramPoolState; 0 means all
 * @error: return location
 *
 * Pools, the newest first.
 *
 * Returns: (transfer full) (element-type GramPoolRecord) (nullable): the pools
 */
GPtrArray *
gram_pool_table_list (GramStore *store, gint64 account_id, int year, guint states, GError **error);

/**
 * GramPoolMember:
 * @pool_id: the pool
 * @account_id: the member
 * @agreed_by: who agreed, 0 nobody yet
 * @agreed_at: UTC microseconds, 0 not yet
 * @number: number of its account
 * @holder: its holder
 * @state: state of the account
 * @agreer: (nullable): name of who agreed
 *
 * A member of a pool. Strings are owned.
 */
typedef struct
{
  gint64 pool_id;
  gint64 account_id;
  gint64 agreed_by;
  gint64 agreed_at;
  char *number;
  char *holder;
  GramAccountState state;
  char *agreer;
} GramPoolMember;

/**
 * gram_pool_member_free:
 * @self: (nullable): a member
 *
 * Frees it.
 */
void gram_pool_member_free (GramPoolMember *self);

/**
 * gram_pool_table_members:
 * @store: a store
 * @pool_id: a pool
 * @error: return location
 *
 * Members of a pool by number of their accounts.
 *
 * Returns: (transfer full) (element-type GramPoolMember) (nullable): the members
 */
GPtrArray *gram_pool_table_members (GramStore *store, gint64 pool_id, GError **error);

/**
 * gram_pool_table_add_member:
 * @unit: a unit of work
 * @pool_id: a pool
 * @account_id: an account that is none of it yet
 * @error: return location
 *
 * Adds a member, which has not agreed yet.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_pool_table_add_member (GramUnit *unit, gint64 pool_id, gint64 account_id, GError **error);

/**
 * gram_pool_table_agree:
 * @unit: a unit of work
 * @pool_id: a pool
 * @account_id: a member
 * @person_id: who agrees for it
 * @at: UTC microseconds
 * @error: return location
 *
 * Notes that a member agrees. It is no member, or has agreed already: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_pool_table_agree (GramUnit *unit,
                                gint64 pool_id,
                                gint64 account_id,
                                gint64 person_id,
                                gint64 at,
                                GError **error);

/**
 * gram_pool_table_add_years:
 * @unit: a unit of work
 * @pool_id: a pool
 * @error: return location
 *
 * Lets a pool stand for all its members in each of its years. One of them is in another pool of that year already:
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_pool_table_add_years (GramUnit *unit, gint64 pool_id, GError **error);

/**
 * gram_pool_table_remove_years:
 * @unit: a unit of work
 * @pool_id: a pool
 * @from_year: first year in which it stands for nobody any more
 * @error: return location
 *
 * Ends a pool for a year and those after it.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_pool_table_remove_years (GramUnit *unit, gint64 pool_id, int from_year, GError **error);

/**
 * gram_pool_table_of_year:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @pool_id: (out): the granted pool that stands for it in that year, 0 none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_pool_table_of_year (GramStore *store,
                                  int year,
                                  gint64 account_id,
                                  gint64 *pool_id,
                                  GError **error);

/**
 * GramPoolYear:
 * @account_id: a member
 * @pool_id: the pool that stands for it
 * @nominated_id: account that the pool nominated
 * @pool: name of the pool
 *
 * Who stands for an account in a year. Strings are owned.
 */
typedef struct
{
  gint64 account_id;
  gint64 pool_id;
  gint64 nominated_id;
  char *pool;
} GramPoolYear;

/**
 * gram_pool_year_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_pool_year_free (GramPoolYear *self);

/**
 * gram_pool_table_years:
 * @store: a store
 * @year: scheme year
 * @error: return location
 *
 * All accounts for which a pool stands in a year, by pool and account.
 *
 * Returns: (transfer full) (element-type GramPoolYear) (nullable): the rows
 */
GPtrArray *gram_pool_table_years (GramStore *store, int year, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPoolRecord, gram_pool_record_free)

G_END_DECLS
