/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-eco-notice-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramEcoNoticeRecord, member)

static const GramField fields[] = {
  { "code", GRAM_FIELD_TEXT, AT (code), FALSE, NULL, NULL },
  { "given_on", GRAM_FIELD_TEXT, AT (given_on), FALSE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, AT (reference), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, AT (journal_id), FALSE, NULL, NULL },
  { "withdrawn_at", GRAM_FIELD_INT64, AT (withdrawn_at), TRUE, NULL, NULL },
  { "j.at", GRAM_FIELD_JOINED_INT64, AT (at), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, AT (person), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "eco_notice",
  .from
  = "eco_notice t JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id",
  .size = sizeof (GramEcoNoticeRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_eco_notice_record_free,
};

GramEcoNoticeRecord *
gram_eco_notice_record_new (void)
{
  return _gram_shape_new (&shape);
}

GramEcoNoticeRecord *
gram_eco_notice_record_copy (const GramEcoNoticeRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_eco_notice_record_free (GramEcoNoticeRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_eco_notice_table_insert (GramUnit *unit, GramEcoNoticeRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_eco_notice_table_update (GramUnit *unit,
                              const GramEcoNoticeRecord *before,
                              const GramEcoNoticeRecord *after,
                              GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_eco_notice_table_get (GramStore *store,
                           gint64 id,
                           GramEcoNoticeRecord **record,
                           GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_eco_notice_table_list (GramStore *store, GError **error)
{
  return _gram_shape_list_by (&shape, store, "ORDER BY t.given_on DESC, t.id DESC", NULL, 0, error);
}

GPtrArray *
gram_eco_notice_table_of_year (GramStore *store, gint64 year, GError **error)
{
  return _gram_shape_list_of (
      &shape, store,
      "WHERE t.given_on >= $1 || '-01-01' AND t.given_on <= $1 || '-12-31' AND"
      " t.withdrawn_at = 0 ORDER BY t.code, t.given_on",
      year, error);
}
