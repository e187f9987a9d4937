/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-signing-key-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramSigningKeyRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "public_key", GRAM_FIELD_TEXT, AT (public_key), FALSE, NULL, NULL },
  { "since", GRAM_FIELD_INT64, AT (since), FALSE, NULL, NULL },
  { "ended_at", GRAM_FIELD_INT64, AT (ended_at), TRUE, NULL, NULL },
  { "(t.private_key IS NOT NULL)", GRAM_FIELD_JOINED_INT64, AT (is_own), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "signing_key",
  .from = "signing_key t",
  .size = sizeof (GramSigningKeyRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_signing_key_record_free,
};

GramSigningKeyRecord *
gram_signing_key_record_new (void)
{
  return _gram_shape_new (&shape);
}

GramSigningKeyRecord *
gram_signing_key_record_copy (const GramSigningKeyRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_signing_key_record_free (GramSigningKeyRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_signing_key_table_update (GramUnit *unit,
                               const GramSigningKeyRecord *before,
                               const GramSigningKeyRecord *after,
                               GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_signing_key_table_get (GramStore *store,
                            gint64 id,
                            GramSigningKeyRecord **record,
                            GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_signing_key_table_live (GramStore *store,
                             gint64 account_id,
                             GramSigningKeyRecord **record,
                             GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_of (&shape, store, "WHERE t.account_id = $1 AND t.ended_at = 0",
                             account_id, (gpointer *)record, error);
}

GPtrArray *
gram_signing_key_table_list (GramStore *store, gint64 account_id, GError **error)
{
  return _gram_shape_list_of (&shape, store, "WHERE t.account_id = $1 ORDER BY t.id DESC",
                              account_id, error);
}

gboolean
gram_signing_key_table_insert (GramUnit *unit,
                               GramSigningKeyRecord *record,
                               GBytes *private_key,
                               GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  record->is_own = private_key != NULL;
  return _gram_shape_insert (&shape, unit, record, error)
         && (private_key == NULL
             || _gram_table_keep_content (unit,
                                          "UPDATE signing_key SET private_key = $2 WHERE id = $1",
                                          record->id, private_key, error));
}

gboolean
gram_signing_key_table_private (GramStore *store, gint64 id, GBytes **private_key, GError **error)
{
  g_return_val_if_fail (private_key != NULL, FALSE);

  return _gram_table_content (store, "SELECT private_key FROM signing_key WHERE id = $1", id,
                              private_key, error);
}
