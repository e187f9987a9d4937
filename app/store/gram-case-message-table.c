/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-message-table.h"

#include "gram-lane-private.h"

#define AT(member) G_STRUCT_OFFSET (GramCaseMessageRecord, member)
#define AT_EDIT(member) G_STRUCT_OFFSET (GramCaseMessageEdit, member)

static const GramField fields[] = {
  { "case_id", GRAM_FIELD_INT64, AT (case_id), FALSE, NULL, NULL },
  { "lane", GRAM_FIELD_WORD, AT (lane), FALSE, "lane", NULL },
  { "kind", GRAM_FIELD_WORD, AT (kind), FALSE, "message-kind", NULL },
  { "text", GRAM_FIELD_TEXT, AT (text), TRUE, NULL, NULL },
  { "written_by", GRAM_FIELD_INT64, AT (written_by), FALSE, NULL, NULL },
  { "written_at", GRAM_FIELD_INT64, AT (written_at), FALSE, NULL, NULL },
  { "edited_at", GRAM_FIELD_INT64, AT (edited_at), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, AT (version), FALSE, NULL, NULL },
  { "p.name", GRAM_FIELD_JOINED, AT (writer), FALSE, NULL, NULL },
  { "p.email", GRAM_FIELD_JOINED, AT (writer_email), FALSE, NULL, NULL },
};

static const GramField edit_fields[] = {
  { "message_id", GRAM_FIELD_INT64, AT_EDIT (message_id), FALSE, NULL, NULL },
  { "old_text", GRAM_FIELD_TEXT, AT_EDIT (old_text), FALSE, NULL, NULL },
  { "j.at", GRAM_FIELD_JOINED_INT64, AT_EDIT (at), FALSE, NULL, NULL },
  { "p.name", GRAM_FIELD_JOINED, AT_EDIT (person), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);
G_STATIC_ASSERT (AT_EDIT (id) == 0);

static const GramShape shape = {
  .table = "case_message",
  .from = "case_message t JOIN person p ON p.id = t.written_by",
  .size = sizeof (GramCaseMessageRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_case_message_record_free,
};

static const GramShape edit_shape = {
  .table = "case_message_history",
  .from = "case_message_history t JOIN journal j ON j.id = t.journal_id"
          " LEFT JOIN person p ON p.id = j.person_id",
  .size = sizeof (GramCaseMessageEdit),
  .fields = edit_fields,
  .n_fields = G_N_ELEMENTS (edit_fields),
  .free_record = (GDestroyNotify)gram_case_message_edit_free,
};

GramCaseMessageRecord *
gram_case_message_record_new (void)
{
  GramCaseMessageRecord *self = _gram_shape_new (&shape);

  self->lane = GRAM_LANE_HOLDER;
  self->kind = GRAM_MESSAGE_PLAIN;
  self->version = 1;
  return self;
}

GramCaseMessageRecord *
gram_case_message_record_copy (const GramCaseMessageRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_case_message_record_free (GramCaseMessageRecord *self)
{
  _gram_shape_free (&shape, self);
}

void
gram_case_message_edit_free (GramCaseMessageEdit *self)
{
  _gram_shape_free (&edit_shape, self);
}

gboolean
gram_case_message_table_insert (GramUnit *unit, GramCaseMessageRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

static gboolean
keep_text (GramUnit *unit, const GramCaseMessageRecord *before, gint64 journal_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO case_message_history (message_id, journal_id, old_text) VALUES ($1, $2, $3)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, before->id);
  gram_statement_bind_int64 (statement, 2, journal_id);
  gram_statement_bind_text (statement, 3, before->text);
  return gram_statement_run (statement, error);
}

gboolean
gram_case_message_table_edit (GramUnit *unit,
                              const GramCaseMessageRecord *before,
                              const char *text,
                              gint64 at,
                              gint64 journal_id,
                              GError **error)
{
  g_autoptr (GramCaseMessageRecord) after = NULL;

  g_return_val_if_fail (before != NULL && text != NULL, FALSE);

  if (g_strcmp0 (before->text, text) == 0)
    return TRUE;
  after = gram_case_message_record_copy (before);
  g_set_str (&after->text, text);
  after->edited_at = at;
  return _gram_shape_update (&shape, unit, before, after, error)
         && keep_text (unit, before, journal_id, error);
}

gboolean
gram_case_message_table_get (GramStore *store,
                             gint64 id,
                             GramCaseMessageRecord **record,
                             GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_case_message_table_list (GramStore *store, gint64 case_id, guint lanes, GError **error)
{
  return _gram_lane_list (&shape, store, case_id, lanes, error);
}

GPtrArray *
gram_case_message_table_history (GramStore *store, gint64 message_id, GError **error)
{
  return _gram_shape_list_of (&edit_shape, store, "WHERE t.message_id = $1 ORDER BY t.id",
                              message_id, error);
}
