/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-attachment-table.h"

#include "gram-lane-private.h"

#define AT(member) G_STRUCT_OFFSET (GramAttachmentRecord, member)

static const GramField fields[] = {
  { "case_id", GRAM_FIELD_INT64, AT (case_id), FALSE, NULL, NULL },
  { "lane", GRAM_FIELD_WORD, AT (lane), FALSE, "lane", NULL },
  { "name", GRAM_FIELD_TEXT, AT (name), FALSE, NULL, NULL },
  { "media_type", GRAM_FIELD_TEXT, AT (media_type), FALSE, NULL, NULL },
  { "size", GRAM_FIELD_INT64, AT (size), FALSE, NULL, NULL },
  { "sha256", GRAM_FIELD_TEXT, AT (sha256), FALSE, NULL, NULL },
  { "added_by", GRAM_FIELD_INT64, AT (added_by), FALSE, NULL, NULL },
  { "added_at", GRAM_FIELD_INT64, AT (added_at), FALSE, NULL, NULL },
  { "p.name", GRAM_FIELD_JOINED, AT (person), FALSE, NULL, NULL },
  { "p.email", GRAM_FIELD_JOINED, AT (person_email), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "attachment",
  .from = "attachment t JOIN person p ON p.id = t.added_by",
  .size = sizeof (GramAttachmentRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_attachment_record_free,
};

GramAttachmentRecord *
gram_attachment_record_new (void)
{
  GramAttachmentRecord *self = _gram_shape_new (&shape);

  self->lane = GRAM_LANE_HOLDER;
  return self;
}

GramAttachmentRecord *
gram_attachment_record_copy (const GramAttachmentRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_attachment_record_free (GramAttachmentRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_attachment_table_insert (GramUnit *unit,
                              GramAttachmentRecord *record,
                              GBytes *content,
                              GError **error)
{
  g_return_val_if_fail (record != NULL && content != NULL, FALSE);

  record->size = (gint64)g_bytes_get_size (content);
  g_free (record->sha256);
  record->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  return _gram_shape_insert (&shape, unit, record, error)
         && _gram_table_keep_content (
             unit, "INSERT INTO attachment_content (attachment_id, content) VALUES ($1, $2)",
             record->id, content, error);
}

gboolean
gram_attachment_table_get (GramStore *store,
                           gint64 id,
                           GramAttachmentRecord **record,
                           GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_attachment_table_list (GramStore *store, gint64 case_id, guint lanes, GError **error)
{
  return _gram_lane_list (&shape, store, case_id, lanes, error);
}

GBytes *
gram_attachment_table_read (GramStore *store, const GramAttachmentRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, NULL);

  return _gram_table_read_content (
      store, "SELECT content FROM attachment_content WHERE attachment_id = $1", record->id,
      record->size, record->sha256, record->name, error);
}
