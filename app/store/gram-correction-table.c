/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-correction-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramCorrectionRecord, member)

static const GramField fields[] = {
  { "vehicle_id", GRAM_FIELD_INT64, AT (vehicle_id), FALSE, NULL, NULL },
  { "case_id", GRAM_FIELD_INT64, AT (case_id), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, AT (journal_id), FALSE, NULL, NULL },
  { "version", GRAM_FIELD_INT, AT (version), FALSE, NULL, NULL },
  { "account_before", GRAM_FIELD_INT64, AT (account_before), FALSE, NULL, NULL },
  { "account_after", GRAM_FIELD_INT64, AT (account_after), FALSE, NULL, NULL },
  { "reverses", GRAM_FIELD_REFERENCE, AT (reverses), FALSE, NULL, NULL },
  { "reversal", GRAM_FIELD_REFERENCE, AT (reversal), FALSE, NULL, NULL },
  { "posting", GRAM_FIELD_REFERENCE, AT (posting), FALSE, NULL, NULL },
  { "year_before", GRAM_FIELD_INT, AT (year_before), FALSE, NULL, NULL },
  { "difference_before", GRAM_FIELD_INT64, AT (difference_before), FALSE, NULL, NULL },
  { "charge_before", GRAM_FIELD_INT64, AT (charge_before), FALSE, NULL, NULL },
  { "year_after", GRAM_FIELD_INT, AT (year_after), FALSE, NULL, NULL },
  { "difference_after", GRAM_FIELD_INT64, AT (difference_after), FALSE, NULL, NULL },
  { "charge_after", GRAM_FIELD_INT64, AT (charge_after), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  "vehicle_correction",          "vehicle_correction t",
  sizeof (GramCorrectionRecord), fields,
  G_N_ELEMENTS (fields),         .free_record = (GDestroyNotify)gram_correction_record_free,
};

void
gram_correction_record_free (GramCorrectionRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_correction_table_insert (GramUnit *unit, GramCorrectionRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

GPtrArray *
gram_correction_table_of_vehicle (GramStore *store, gint64 vehicle_id, GError **error)
{
  return _gram_shape_list_of (&shape, store, "WHERE t.vehicle_id = $1 ORDER BY t.id", vehicle_id,
                              error);
}

GPtrArray *
gram_correction_table_of_case (GramStore *store, gint64 case_id, GError **error)
{
  return _gram_shape_list_of (&shape, store, "WHERE t.case_id = $1 ORDER BY t.id", case_id, error);
}

gboolean
gram_correction_table_of_posting (GramStore *store,
                                  gint64 posting_id,
                                  gint64 *case_id,
                                  gint64 *reverses,
                                  GError **error)
{
  g_autoptr (GramCorrectionRecord) correction = NULL;

  g_return_val_if_fail (case_id != NULL && reverses != NULL, FALSE);

  *case_id = *reverses = 0;
  if (!_gram_shape_get_of (&shape, store, "WHERE t.reversal = $1 OR t.posting = $1 LIMIT 1",
                           posting_id, (gpointer *)&correction, error))
    return FALSE;
  if (correction != NULL)
    {
      *case_id = correction->case_id;
      *reverses = correction->reversal == posting_id ? correction->reverses : 0;
    }
  return TRUE;
}
