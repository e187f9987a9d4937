/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramCaseMessageRecord:
 * @id: row of the message, 0 before it is stored
 * @case_id: the case
 * @lane: who may read it: holder and administrator, or the administrator's side alone
 * @kind: kind
 * @text: text, never empty
 * @written_by: who
 * @written_at: UTC microseconds
 * @edited_at: UTC microseconds of the last edit, 0 never
 * @version: 1 for the first text, one more with each edit
 * @writer: (nullable): name of who wrote it; read, not written
 * @writer_email: (nullable): e-mail of who wrote it; read, not written
 *
 * A message in the thread of a case. Strings are owned by the record.
 */
typedef struct
{
  gint64 id;
  gint64 case_id;
  GramLane lane;
  GramMessageKind kind;
  char *text;
  gint64 written_by;
  gint64 written_at;
  gint64 edited_at;
  int version;
  char *writer;
  char *writer_email;
} GramCaseMessageRecord;

/**
 * gram_case_message_record_new:
 *
 * Makes an empty record: a message in the holder's lane.
 *
 * Returns: (transfer full): the record; free with gram_case_message_record_free()
 */
GramCaseMessageRecord *gram_case_message_record_new (void);

/**
 * gram_case_message_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramCaseMessageRecord *gram_case_message_record_copy (const GramCaseMessageRecord *self);

/**
 * gram_case_message_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_case_message_record_free (GramCaseMessageRecord *self);

/**
 * gram_case_message_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Adds a message to the thread of its case.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_case_message_table_insert (GramUnit *unit, GramCaseMessageRecord *record, GError **error);

/**
 * gram_case_message_table_edit:
 * @unit: a unit of work
 * @before: the message as it was read
 * @text: the new text, not empty
 * @at: UTC microseconds
 * @journal_id: the journal entry that causes it
 * @error: return location
 *
 * Changes the text, keeps the old one in the history and raises the version. The message has moved on since @before was
 * read: %GRAM_STORE_ERROR_CONSTRAINT. The same text: nothing is written.
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_message_table_edit (GramUnit *unit,
                                       const GramCaseMessageRecord *before,
                                       const char *text,
                                       gint64 at,
                                       gint64 journal_id,
                                       GError **error);

/**
 * gram_case_message_table_get:
 * @store: a store
 * @id: id of a message
 * @record: (out) (nullable) (transfer full): the message, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_message_table_get (GramStore *store,
                                      gint64 id,
                                      GramCaseMessageRecord **record,
                                      GError **error);

/**
 * gram_case_message_table_list:
 * @store: a store
 * @case_id: a case
 * @lanes: bit set `1 << GramLane` of what the asker may read; 0 reads nothing
 * @error: return location
 *
 * The thread of a case, the oldest first. The lane is asked of the engine, so that an internal note never leaves it.
 *
 * Returns: (transfer full) (element-type GramCaseMessageRecord) (nullable): the messages
 */
GPtrArray *
gram_case_message_table_list (GramStore *store, gint64 case_id, guint lanes, GError **error);

/**
 * GramCaseMessageEdit:
 * @id: row of the edit
 * @message_id: the message
 * @at: UTC microseconds of the edit
 * @person: (nullable): name of who edited
 * @old_text: the text before it
 *
 * One edit of a message. Strings are owned.
 */
typedef struct
{
  gint64 id;
  gint64 message_id;
  gint64 at;
  char *person;
  char *old_text;
} GramCaseMessageEdit;

/**
 * gram_case_message_edit_free:
 * @self: (nullable): an edit
 *
 * Frees an edit.
 */
void gram_case_message_edit_free (GramCaseMessageEdit *self);

/**
 * gram_case_message_table_history:
 * @store: a store
 * @message_id: a message
 * @error: return location
 *
 * Edits of a message, the oldest first. May the asker read the message? Ask first.
 *
 * Returns: (transfer full) (element-type GramCaseMessageEdit) (nullable): the edits
 */
GPtrArray *gram_case_message_table_history (GramStore *store, gint64 message_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCaseMessageRecord, gram_case_message_record_free)

G_END_DECLS
