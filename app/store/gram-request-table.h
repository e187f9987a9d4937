/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramRequestRecord:
 * @id: row of the request, 0 before it is stored
 * @account_id: the account
 * @act: kind of act that the account asks four eyes for
 * @command: name of the command that waits
 * @arguments: its arguments as JSON, without secrets
 * @prepared_by: who prepared it, and may never approve it
 * @prepared_at: UTC microseconds
 * @lapses_at: UTC microseconds from which it cannot be approved
 * @state: state
 * @decided_by: who approved, declined or withdrew it; 0 nobody
 * @decided_at: UTC microseconds of its end; 0 pending
 * @reason: why it was declined or withdrawn
 * @preparer: (nullable): name of @prepared_by; read, not written
 * @preparer_email: (nullable): e-mail of @prepared_by; read, not written
 * @decider: (nullable): name of @decided_by; read, not written
 * @decider_email: (nullable): e-mail of @decided_by; read, not written
 * @number: (nullable): number of the account; read, not written
 *
 * A command that waits for a second person, as plain data. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  GramAct act;
  char *command;
  char *arguments;
  gint64 prepared_by;
  gint64 prepared_at;
  gint64 lapses_at;
  GramRequestState state;
  gint64 decided_by;
  gint64 decided_at;
  char *reason;
  char *preparer;
  char *preparer_email;
  char *decider;
  char *decider_email;
  char *number;
} GramRequestRecord;

/**
 * gram_request_record_new:
 *
 * Makes an empty record, pending.
 *
 * Returns: (transfer full): the record; free with gram_request_record_free()
 */
GramRequestRecord *gram_request_record_new (void);

/**
 * gram_request_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramRequestRecord *gram_request_record_copy (const GramRequestRecord *self);

/**
 * gram_request_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_request_record_free (GramRequestRecord *self);

/**
 * gram_request_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a request.
 *
 * Returns: %FALSE on error
 */
gboolean gram_request_table_insert (GramUnit *unit, GramRequestRecord *record, GError **error);

/**
 * gram_request_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT, and nothing is written.
 *
 * Returns: %FALSE on error
 */
gboolean gram_request_table_update (GramUnit *unit,
                                    const GramRequestRecord *before,
                                    const GramRequestRecord *after,
                                    GError **error);

/**
 * gram_request_table_get:
 * @store: a store
 * @id: id of a request
 * @record: (out) (nullable) (transfer full): the request, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_request_table_get (GramStore *store, gint64 id, GramRequestRecord **record, GError **error);

/**
 * gram_request_table_list:
 * @store: a store
 * @account_id: an account
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Requests of an account: those that wait first, the newest first.
 *
 * Returns: (transfer full) (element-type GramRequestRecord) (nullable): the requests
 */
GPtrArray *
gram_request_table_list (GramStore *store, gint64 account_id, guint limit, GError **error);

/**
 * gram_request_table_list_pending:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * Requests of an account that wait, lapsed or not, the oldest first.
 *
 * Returns: (transfer full) (element-type GramRequestRecord) (nullable): the requests
 */
GPtrArray *gram_request_table_list_pending (GramStore *store, gint64 account_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRequestRecord, gram_request_record_free)

G_END_DECLS
