/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramHandoverRecord:
 * @id: row of the hand-over, 0 before it is stored
 * @account_id: the account whose ownership is offered
 * @to_person: who shall be the owner
 * @offered_by: who offered it: the owner or the administrator
 * @offered_at: UTC microseconds
 * @lapses_at: UTC microseconds from which it cannot be accepted
 * @state: state
 * @decided_at: UTC microseconds of its end; 0 pending
 * @to_name: (nullable): name of @to_person; read, not written
 * @to_email: (nullable): e-mail of @to_person; read, not written
 * @by_name: (nullable): name of @offered_by; read, not written
 * @by_email: (nullable): e-mail of @offered_by; read, not written
 * @number: (nullable): number of the account; read, not written
 * @holder: (nullable): holder of the account; read, not written
 *
 * A hand-over of the ownership as plain data. Strings are owned by the record.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  gint64 to_person;
  gint64 offered_by;
  gint64 offered_at;
  gint64 lapses_at;
  GramHandoverState state;
  gint64 decided_at;
  char *to_name;
  char *to_email;
  char *by_name;
  char *by_email;
  char *number;
  char *holder;
} GramHandoverRecord;

/**
 * gram_handover_record_new:
 *
 * Makes an empty record, pending.
 *
 * Returns: (transfer full): the record; free with gram_handover_record_free()
 */
GramHandoverRecord *gram_handover_record_new (void);

/**
 * gram_handover_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramHandoverRecord *gram_handover_record_copy (const GramHandoverRecord *self);

/**
 * gram_handover_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_handover_record_free (GramHandoverRecord *self);

/**
 * gram_handover_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a hand-over. A second pending one of the same account is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_handover_table_insert (GramUnit *unit, GramHandoverRecord *record, GError **error);

/**
 * gram_handover_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT, and nothing is written.
 *
 * Returns: %FALSE on error
 */
gboolean gram_handover_table_update (GramUnit *unit,
                                     const GramHandoverRecord *before,
                                     const GramHandoverRecord *after,
                                     GError **error);

/**
 * gram_handover_table_get:
 * @store: a store
 * @id: id of a hand-over
 * @record: (out) (nullable) (transfer full): the hand-over, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_handover_table_get (GramStore *store, gint64 id, GramHandoverRecord **record, GError **error);

/**
 * gram_handover_table_get_pending:
 * @store: a store
 * @account_id: an account
 * @record: (out) (nullable) (transfer full): the hand-over, or %NULL if none is pending
 * @error: return location
 *
 * The hand-over of an account that waits; it may have lapsed by now.
 *
 * Returns: %FALSE on error
 */
gboolean gram_handover_table_get_pending (GramStore *store,
                                          gint64 account_id,
                                          GramHandoverRecord **record,
                                          GError **error);

/**
 * gram_handover_table_list:
 * @store: a store
 * @account_id: an account
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Hand-overs of an account, the newest first.
 *
 * Returns: (transfer full) (element-type GramHandoverRecord) (nullable): the hand-overs
 */
GPtrArray *
gram_handover_table_list (GramStore *store, gint64 account_id, guint limit, GError **error);

/**
 * gram_handover_table_list_for_person:
 * @store: a store
 * @person_id: a person
 * @error: return location
 *
 * Hand-overs that wait for a person, in any account, by holder.
 *
 * Returns: (transfer full) (element-type GramHandoverRecord) (nullable): the hand-overs
 */
GPtrArray *gram_handover_table_list_for_person (GramStore *store, gint64 person_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramHandoverRecord, gram_handover_record_free)

G_END_DECLS
