/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramApplicationRecord:
 * @id: row of the application, 0 before it is stored
 * @account_id: the account
 * @state: state
 * @content: the form's fields as JSON, see gram-application.h
 * @saved_by: who saved it last
 * @saved_at: UTC microseconds
 * @submitted_at: UTC microseconds of the last submission, 0 never
 * @question: what more was asked
 * @valid_from: 1 January from which it is approved, ISO; empty before
 * @decided_by: who decided last, 0 nobody
 * @decided_at: UTC microseconds of that
 * @reason: why
 * @reference: document that says so, may be empty
 * @ended_on: revoked: the day, ISO
 * @version: 1 for the first content, one more with each change
 * @saver: (nullable): name of @saved_by; read, not written
 * @decider: (nullable): name of @decided_by; read, not written
 * @number: (nullable): number of the account; read, not written
 * @holder: (nullable): holder of the account; read, not written
 *
 * An application for Fleet Average as plain data. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  GramApplicationState state;
  char *content;
  gint64 saved_by;
  gint64 saved_at;
  gint64 submitted_at;
  char *question;
  char *valid_from;
  gint64 decided_by;
  gint64 decided_at;
  char *reason;
  char *reference;
  char *ended_on;
  int version;
  char *saver;
  char *decider;
  char *number;
  char *holder;
} GramApplicationRecord;

/**
 * gram_application_record_new:
 *
 * Makes an empty record: a draft, version 1.
 *
 * Returns: (transfer full): the record; free with gram_application_record_free()
 */
GramApplicationRecord *gram_application_record_new (void);

/**
 * gram_application_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramApplicationRecord *gram_application_record_copy (const GramApplicationRecord *self);

/**
 * gram_application_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_application_record_free (GramApplicationRecord *self);

/**
 * gram_application_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts an application. A second live one (draft to approved or suspended) is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_application_table_insert (GramUnit *unit, GramApplicationRecord *record, GError **error);

/**
 * gram_application_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change and raises the version. The row has moved on since @before was read: %GRAM_STORE_ERROR_CONSTRAINT,
 * and nothing is written.
 *
 * Returns: %FALSE on error
 */
gboolean gram_application_table_update (GramUnit *unit,
                                        const GramApplicationRecord *before,
                                        const GramApplicationRecord *after,
                                        GError **error);

/**
 * gram_application_table_get:
 * @store: a store
 * @id: id of an application
 * @record: (out) (nullable) (transfer full): the application, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_application_table_get (GramStore *store,
                                     gint64 id,
                                     GramApplicationRecord **record,
                                     GError **error);

/**
 * gram_application_table_live:
 * @store: a store
 * @account_id: an account
 * @record: (out) (nullable) (transfer full): the application, or %NULL if there is none
 * @error: return location
 *
 * The application of an account that is a draft, under way, approved or suspended.
 *
 * Returns: %FALSE on error
 */
gboolean gram_application_table_live (GramStore *store,
                                      gint64 account_id,
                                      GramApplicationRecord **record,
                                      GError **error);

/**
 * gram_application_table_list:
 * @store: a store
 * @account_id: an account, 0 all
 * @states: bit set `1 << GramApplicationState`; 0 means all
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Applications, the newest first. For the charge scheme of a day: those of the account that were ever approved.
 *
 * Returns: (transfer full) (element-type GramApplicationRecord) (nullable): the applications
 */
GPtrArray *gram_application_table_list (GramStore *store,
                                        gint64 account_id,
                                        guint states,
                                        guint limit,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramApplicationRecord, gram_application_record_free)

G_END_DECLS
