/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application-table.h"

#include "gram-id-list.h"
#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramApplicationRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "application-state", NULL },
  { "content", GRAM_FIELD_TEXT, AT (content), TRUE, NULL, NULL },
  { "saved_by", GRAM_FIELD_INT64, AT (saved_by), TRUE, NULL, NULL },
  { "saved_at", GRAM_FIELD_INT64, AT (saved_at), TRUE, NULL, NULL },
  { "submitted_at", GRAM_FIELD_INT64, AT (submitted_at), TRUE, NULL, NULL },
  { "question", GRAM_FIELD_TEXT, AT (question), TRUE, NULL, NULL },
  { "valid_from", GRAM_FIELD_TEXT, AT (valid_from), TRUE, NULL, NULL },
  { "decided_by", GRAM_FIELD_REFERENCE, AT (decided_by), TRUE, NULL, NULL },
  { "decided_at", GRAM_FIELD_INT64, AT (decided_at), TRUE, NULL, NULL },
  { "reason", GRAM_FIELD_TEXT, AT (reason), TRUE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, AT (reference), TRUE, NULL, NULL },
  { "ended_on", GRAM_FIELD_TEXT, AT (ended_on), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, AT (version), FALSE, NULL, NULL },
  { "p.name", GRAM_FIELD_JOINED, AT (saver), FALSE, NULL, NULL },
  { "d.name", GRAM_FIELD_JOINED, AT (decider), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "application",
  .from
  = "application t JOIN person p ON p.id = t.saved_by LEFT JOIN person d ON d.id = t.decided_by"
    " JOIN account a ON a.id = t.account_id",
  .size = sizeof (GramApplicationRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_application_record_free,
};

GramApplicationRecord *
gram_application_record_new (void)
{
  GramApplicationRecord *self = _gram_shape_new (&shape);

  self->state = GRAM_APPLICATION_DRAFT;
  self->version = 1;
  return self;
}

GramApplicationRecord *
gram_application_record_copy (const GramApplicationRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_application_record_free (GramApplicationRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_application_table_insert (GramUnit *unit, GramApplicationRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_application_table_update (GramUnit *unit,
                               const GramApplicationRecord *before,
                               const GramApplicationRecord *after,
                               GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_application_table_get (GramStore *store,
                            gint64 id,
                            GramApplicationRecord **record,
                            GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_application_table_live (GramStore *store,
                             gint64 account_id,
                             GramApplicationRecord **record,
                             GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = _gram_shape_prepare (
      &shape, store, "",
      "WHERE t.account_id = $1 AND t.state IN"
      " ('draft', 'submitted', 'information-asked', 'approved', 'suspended')",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_shape_one (&shape, statement, (gpointer *)record, error);
}

GPtrArray *
gram_application_table_list (GramStore *store,
                             gint64 account_id,
                             guint states,
                             guint limit,
                             GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autoptr (GramStatement) statement = NULL;

  for (int state = GRAM_APPLICATION_DRAFT; state <= GRAM_APPLICATION_REVOKED; state++)
    if (states == 0 || (states >> state & 1) == 1)
      g_ptr_array_add (words, (gpointer)gram_word_for ("application-state", state));
  g_ptr_array_add (words, NULL);
  list = _gram_text_list_json ((const char *const *)words->pdata);
  statement = _gram_shape_prepare (
      &shape, store, "",
      account_id != 0 ? "WHERE t.account_id = $3 AND t.state IN (SELECT value FROM " GRAM_SQL_IDS (
                            "1") ")"
                                 " ORDER BY t.id DESC LIMIT $2"
                      : "WHERE t.state IN (SELECT value FROM " GRAM_SQL_IDS (
                            "1") ")"
                                 " ORDER BY t.id DESC LIMIT $2",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_text (statement, 1, list);
  gram_statement_bind_int64 (statement, 2, _gram_table_limit (limit));
  if (account_id != 0)
    gram_statement_bind_int64 (statement, 3, account_id);
  return _gram_shape_all (&shape, statement, error);
}
