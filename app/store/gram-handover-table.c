/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handover-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramHandoverRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "to_person", GRAM_FIELD_INT64, AT (to_person), FALSE, NULL, NULL },
  { "offered_by", GRAM_FIELD_INT64, AT (offered_by), FALSE, NULL, NULL },
  { "offered_at", GRAM_FIELD_INT64, AT (offered_at), FALSE, NULL, NULL },
  { "lapses_at", GRAM_FIELD_INT64, AT (lapses_at), FALSE, NULL, NULL },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "handover-state", NULL },
  { "decided_at", GRAM_FIELD_INT64, AT (decided_at), TRUE, NULL, NULL },
  { "to_person.name", GRAM_FIELD_JOINED, AT (to_name), FALSE, NULL, NULL },
  { "to_person.email", GRAM_FIELD_JOINED, AT (to_email), FALSE, NULL, NULL },
  { "by_person.name", GRAM_FIELD_JOINED, AT (by_name), FALSE, NULL, NULL },
  { "by_person.email", GRAM_FIELD_JOINED, AT (by_email), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "handover",
  .from
  = "handover t JOIN person to_person ON to_person.id = t.to_person"
    " JOIN person by_person ON by_person.id = t.offered_by JOIN account a ON a.id = t.account_id",
  .size = sizeof (GramHandoverRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_handover_record_free,
};

GramHandoverRecord *
gram_handover_record_new (void)
{
  GramHandoverRecord *self = _gram_shape_new (&shape);

  self->state = GRAM_HANDOVER_PENDING;
  return self;
}

GramHandoverRecord *
gram_handover_record_copy (const GramHandoverRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_handover_record_free (GramHandoverRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_handover_table_insert (GramUnit *unit, GramHandoverRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_handover_table_update (GramUnit *unit,
                            const GramHandoverRecord *before,
                            const GramHandoverRecord *after,
                            GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_handover_table_get (GramStore *store, gint64 id, GramHandoverRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_handover_table_get_pending (GramStore *store,
                                 gint64 account_id,
                                 GramHandoverRecord **record,
                                 GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_of (&shape, store, "WHERE t.account_id = $1 AND t.state = 'pending'",
                             account_id, (gpointer *)record, error);
}

GPtrArray *
gram_handover_table_list (GramStore *store, gint64 account_id, guint limit, GError **error)
{
  return _gram_shape_list_some_of (&shape, store,
                                   "WHERE t.account_id = $1 ORDER BY t.id DESC LIMIT $2",
                                   account_id, limit, error);
}

GPtrArray *
gram_handover_table_list_for_person (GramStore *store, gint64 person_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE t.to_person = $1 AND t.state = 'pending'"
                                   " ORDER BY a.holder COLLATE NOCASE, a.number",
                                   error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, person_id);
  return _gram_shape_all (&shape, statement, error);
}
