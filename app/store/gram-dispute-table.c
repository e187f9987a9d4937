/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramDisputeRecord, member)

static const GramField fields[] = {
  { "kind", GRAM_FIELD_WORD, AT (kind), FALSE, "dispute-kind", NULL },
  { "field", GRAM_FIELD_TEXT, AT (field), FALSE, NULL, NULL },
  { "stated", GRAM_FIELD_TEXT, AT (stated), FALSE, NULL, NULL },
  { "claimed", GRAM_FIELD_TEXT, AT (claimed), FALSE, NULL, NULL },
  { "reason", GRAM_FIELD_TEXT, AT (reason), FALSE, NULL, NULL },
  { "citation", GRAM_FIELD_TEXT, AT (citation), FALSE, NULL, NULL },
  { "right_account", GRAM_FIELD_TEXT, AT (right_account), FALSE, NULL, NULL },
  { "vin", GRAM_FIELD_TEXT, AT (vin), FALSE, NULL, NULL },
  { "chassis", GRAM_FIELD_TEXT, AT (chassis), FALSE, NULL, NULL },
  { "details", GRAM_FIELD_TEXT, AT (details), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (case_id) == 0);

static const GramShape shape = {
  .table = "dispute",
  .from = "dispute t",
  .size = sizeof (GramDisputeRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_dispute_record_free,
  .key = "case_id",
};

GramDisputeRecord *
gram_dispute_record_new (void)
{
  GramDisputeRecord *self = _gram_shape_new (&shape);

  self->kind = GRAM_DISPUTE_VALUE;
  return self;
}

GramDisputeRecord *
gram_dispute_record_copy (const GramDisputeRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_dispute_record_free (GramDisputeRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_dispute_table_insert (GramUnit *unit, const GramDisputeRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL && record->case_id > 0, FALSE);

  return _gram_shape_insert (&shape, unit, (gpointer)record, error);
}

gboolean
gram_dispute_table_get (GramStore *store,
                        gint64 case_id,
                        GramDisputeRecord **record,
                        GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, case_id, (gpointer *)record, error);
}

gboolean
gram_dispute_table_find_missing (GramStore *store,
                                 gint64 account_id,
                                 const char *vin,
                                 const char *chassis,
                                 gint64 *case_id,
                                 GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (case_id != NULL, FALSE);

  statement = gram_statement_prepare (
      store,
      "SELECT coalesce (min (c.id), 0) FROM case_file c JOIN dispute d ON d.case_id = c.id"
      " WHERE c.account_id = $1 AND c.kind = 'dispute'"
      " AND c.state IN ('open', 'claimed', 'information-asked') AND d.kind = 'missing'"
      " AND (d.vin <> '' AND d.vin = $2"
      " OR d.chassis <> '' AND replace (d.chassis, '-', '') = replace ($3, '-', ''))",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_text (statement, 2, _gram_text (vin));
  gram_statement_bind_text (statement, 3, _gram_text (chassis));
  return _gram_table_int64 (statement, case_id, error);
}
