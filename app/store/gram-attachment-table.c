/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-attachment-table.h"

#include "gram-lane-private.h"

#include <glib/gi18n-lib.h>

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

static gboolean
insert_content (GramUnit *unit, gint64 id, GBytes *content, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (content, &size);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO attachment_content (attachment_id, content) VALUES ($1, $2)", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  gram_statement_bind_bytes (statement, 2, bytes, size);
  return gram_statement_run (statement, error);
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
         && insert_content (unit, record->id, content, error);
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

static GBytes *
read_content (GramStore *store, gint64 id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  const guint8 *bytes;
  gsize size = 0;

  statement
      = gram_statement_prepare (store,
                                "SELECT content FROM attachment_content WHERE attachment_id = $1",
                                error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, id);
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_ROW:
      bytes = gram_statement_bytes (statement, 0, &size);
      return g_bytes_new (bytes, size);
    case GRAM_STEP_DONE:
      return g_bytes_new_static ("", 0);
    case GRAM_STEP_ERROR:
    default:
      return NULL;
    }
}

GBytes *
gram_attachment_table_read (GramStore *store, const GramAttachmentRecord *record, GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  content = read_content (store, record->id, error);
  if (content == NULL)
    return NULL;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if ((gint64)g_bytes_get_size (content) == record->size && g_strcmp0 (sha256, record->sha256) == 0)
    return g_steal_pointer (&content);
  g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
               _ ("The content of “%s” is not what was attached."), record->name);
  return NULL;
}
