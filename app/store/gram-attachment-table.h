/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramAttachmentRecord:
 * @id: row of the attachment, 0 before it is stored
 * @case_id: the case
 * @lane: who may read it
 * @name: safe name of the file
 * @media_type: media type by the name
 * @size: bytes
 * @sha256: SHA-256 of the content, hexadecimal
 * @added_by: who
 * @added_at: UTC microseconds
 * @person: (nullable): name of who added it; read, not written
 * @person_email: (nullable): e-mail of who added it; read, not written
 *
 * A file in evidence, without its content. Strings are owned by the record.
 */
typedef struct
{
  gint64 id;
  gint64 case_id;
  GramLane lane;
  char *name;
  char *media_type;
  gint64 size;
  char *sha256;
  gint64 added_by;
  gint64 added_at;
  char *person;
  char *person_email;
} GramAttachmentRecord;

/**
 * gram_attachment_record_new:
 *
 * Makes an empty record in the holder's lane.
 *
 * Returns: (transfer full): the record; free with gram_attachment_record_free()
 */
GramAttachmentRecord *gram_attachment_record_new (void);

/**
 * gram_attachment_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramAttachmentRecord *gram_attachment_record_copy (const GramAttachmentRecord *self);

/**
 * gram_attachment_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_attachment_record_free (GramAttachmentRecord *self);

/**
 * gram_attachment_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id, @record->size and @record->sha256 are set from the content
 * @content: the content, at most 26,214,400 bytes and not empty
 * @error: return location
 *
 * Keeps a file as evidence. It is never changed nor deleted.
 *
 * Returns: %FALSE on error
 */
gboolean gram_attachment_table_insert (GramUnit *unit,
                                       GramAttachmentRecord *record,
                                       GBytes *content,
                                       GError **error);

/**
 * gram_attachment_table_get:
 * @store: a store
 * @id: id of an attachment
 * @record: (out) (nullable) (transfer full): the attachment, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_attachment_table_get (GramStore *store,
                                    gint64 id,
                                    GramAttachmentRecord **record,
                                    GError **error);

/**
 * gram_attachment_table_list:
 * @store: a store
 * @case_id: a case
 * @lanes: bit set `1 << GramLane` of what the asker may read; 0 reads nothing
 * @error: return location
 *
 * Attachments of a case, the oldest first, without content.
 *
 * Returns: (transfer full) (element-type GramAttachmentRecord) (nullable): the attachments
 */
GPtrArray *
gram_attachment_table_list (GramStore *store, gint64 case_id, guint lanes, GError **error);

/**
 * gram_attachment_table_read:
 * @store: a store
 * @record: an attachment as it was read
 * @error: return location
 *
 * Reads the content and checks it: it does not fit size and hash, or is gone: %GRAM_STORE_ERROR_CORRUPT.
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
gram_attachment_table_read (GramStore *store, const GramAttachmentRecord *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAttachmentRecord, gram_attachment_record_free)

G_END_DECLS
