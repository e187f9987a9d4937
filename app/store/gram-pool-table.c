/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-pool-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramPoolRecord, member)

static const GramField fields[] = {
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "pool-state", NULL },
  { "name", GRAM_FIELD_TEXT, AT (name), TRUE, NULL, NULL },
  { "account_id", GRAM_FIELD_INT64, AT (account_id), TRUE, NULL, NULL },
  { "contact_name", GRAM_FIELD_TEXT, AT (contact_name), TRUE, NULL, NULL },
  { "contact_email", GRAM_FIELD_TEXT, AT (contact_email), TRUE, NULL, NULL },
  { "first_year", GRAM_FIELD_INT, AT (first_year), FALSE, NULL, NULL },
  { "last_year", GRAM_FIELD_INT, AT (last_year), TRUE, NULL, NULL },
  { "applied_by", GRAM_FIELD_INT64, AT (applied_by), FALSE, NULL, NULL },
  { "applied_at", GRAM_FIELD_INT64, AT (applied_at), TRUE, NULL, NULL },
  { "decided_by", GRAM_FIELD_REFERENCE, AT (decided_by), TRUE, NULL, NULL },
  { "decided_at", GRAM_FIELD_INT64, AT (decided_at), TRUE, NULL, NULL },
  { "reason", GRAM_FIELD_TEXT, AT (reason), TRUE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, AT (reference), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, AT (version), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
  { "f.name", GRAM_FIELD_JOINED, AT (applier), FALSE, NULL, NULL },
  { "d.name", GRAM_FIELD_JOINED, AT (decider), FALSE, NULL, NULL },
  { "(SELECT count (*) FROM pool_member n WHERE n.pool_id = t.id)", GRAM_FIELD_JOINED_INT64,
    AT (members), FALSE, NULL, NULL },
  { "(SELECT count (n.agreed_by) FROM pool_member n WHERE n.pool_id = t.id)",
    GRAM_FIELD_JOINED_INT64, AT (agreed), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "pool",
  .from
  = "pool t JOIN account a ON a.id = t.account_id JOIN person f ON f.id = t.applied_by LEFT JOIN person d ON d.id = t.decided_by",
  .size = sizeof (GramPoolRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_pool_record_free,
};

GramPoolRecord *
gram_pool_record_new (void)
{
  GramPoolRecord *self = _gram_shape_new (&shape);

  self->state = GRAM_POOL_GATHERING;
  self->version = 1;
  return self;
}

GramPoolRecord *
gram_pool_record_copy (const GramPoolRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_pool_record_free (GramPoolRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_pool_table_insert (GramUnit *unit, GramPoolRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_pool_table_update (GramUnit *unit,
                        const GramPoolRecord *before,
                        const GramPoolRecord *after,
                        GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_pool_table_get (GramStore *store, gint64 id, GramPoolRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_pool_table_list (GramStore *store, gint64 account_id, int year, guint states, GError **error)
{
  g_autofree char *set = _gram_table_word_set ("pool-state", states, GRAM_POOL_ALL_STATES);
  g_autofree char *rest
      = g_strconcat ("WHERE ($1 = 0 OR t.account_id = $1"
                     " OR t.id IN (SELECT pool_id FROM pool_member WHERE account_id = $1))"
                     " AND ($2 = 0 OR $2 BETWEEN t.first_year AND t.last_year) AND t.state IN ",
                     set, " ORDER BY t.id DESC", NULL);

  return _gram_shape_list_by (&shape, store, rest, (const gint64[]){ account_id, year }, 2, error);
}
