/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-request-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramRequestRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "act", GRAM_FIELD_WORD, AT (act), FALSE, "act", NULL },
  { "command", GRAM_FIELD_TEXT, AT (command), FALSE, NULL, NULL },
  { "arguments", GRAM_FIELD_TEXT, AT (arguments), FALSE, NULL, NULL },
  { "prepared_by", GRAM_FIELD_INT64, AT (prepared_by), FALSE, NULL, NULL },
  { "prepared_at", GRAM_FIELD_INT64, AT (prepared_at), FALSE, NULL, NULL },
  { "lapses_at", GRAM_FIELD_INT64, AT (lapses_at), FALSE, NULL, NULL },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "request-state", NULL },
  { "decided_by", GRAM_FIELD_REFERENCE, AT (decided_by), TRUE, NULL, NULL },
  { "decided_at", GRAM_FIELD_INT64, AT (decided_at), TRUE, NULL, NULL },
  { "reason", GRAM_FIELD_TEXT, AT (reason), TRUE, NULL, NULL },
  { "p.name", GRAM_FIELD_JOINED, AT (preparer), FALSE, NULL, NULL },
  { "p.email", GRAM_FIELD_JOINED, AT (preparer_email), FALSE, NULL, NULL },
  { "d.name", GRAM_FIELD_JOINED, AT (decider), FALSE, NULL, NULL },
  { "d.email", GRAM_FIELD_JOINED, AT (decider_email), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "request",
  .from
  = "request t JOIN person p ON p.id = t.prepared_by LEFT JOIN person d ON d.id = t.decided_by"
    " JOIN account a ON a.id = t.account_id",
  .size = sizeof (GramRequestRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_request_record_free,
};

GramRequestRecord *
gram_request_record_new (void)
{
  GramRequestRecord *self = _gram_shape_new (&shape);

  self->act = GRAM_ACT_TRANSFER;
  self->state = GRAM_REQUEST_PENDING;
  return self;
}

GramRequestRecord *
gram_request_record_copy (const GramRequestRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_request_record_free (GramRequestRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_request_table_insert (GramUnit *unit, GramRequestRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_request_table_update (GramUnit *unit,
                           const GramRequestRecord *before,
                           const GramRequestRecord *after,
                           GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_request_table_get (GramStore *store, gint64 id, GramRequestRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_request_table_list (GramStore *store, gint64 account_id, guint limit, GError **error)
{
  return _gram_shape_list_some_of (
      &shape, store, "WHERE t.account_id = $1 ORDER BY t.state <> 'pending', t.id DESC LIMIT $2",
      account_id, limit, error);
}

GPtrArray *
gram_request_table_list_pending (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE t.account_id = $1 AND t.state = 'pending' ORDER BY t.id",
                                   error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_shape_all (&shape, statement, error);
}
