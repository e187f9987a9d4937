/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-scheme-year-table.h"

#include "gram-shape-private.h"

#define MEASURING_AT(member) G_STRUCT_OFFSET (GramMeasuringRecord, member)

static const GramField measuring_fields[] = {
  { "year", GRAM_FIELD_INT, MEASURING_AT (year), FALSE, NULL, NULL },
  { "rulebook_id", GRAM_FIELD_INT64, MEASURING_AT (rulebook_id), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, MEASURING_AT (journal_id), FALSE, NULL, NULL },
  { "measured_at", GRAM_FIELD_INT64, MEASURING_AT (measured_at), FALSE, NULL, NULL },
  { "r.version", GRAM_FIELD_JOINED, MEASURING_AT (rulebook), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, MEASURING_AT (person), FALSE, NULL, NULL },
  { "(SELECT count (*) FROM participant n WHERE n.measuring_id = t.id)", GRAM_FIELD_JOINED_INT64,
    MEASURING_AT (participants), FALSE, NULL, NULL },
  { "(SELECT coalesce (sum (n.cars), 0) FROM participant n WHERE n.measuring_id = t.id)",
    GRAM_FIELD_JOINED_INT64, MEASURING_AT (cars), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (MEASURING_AT (id) == 0);

static const GramShape measuring_shape = {
  .table = "measuring",
  .from
  = "measuring t JOIN rulebook r ON r.id = t.rulebook_id JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id",
  .size = sizeof (GramMeasuringRecord),
  .fields = measuring_fields,
  .n_fields = G_N_ELEMENTS (measuring_fields),
  .free_record = (GDestroyNotify)gram_measuring_record_free,
};

GramMeasuringRecord *
gram_measuring_record_new (void)
{
  return _gram_shape_new (&measuring_shape);
}

GramMeasuringRecord *
gram_measuring_record_copy (const GramMeasuringRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&measuring_shape, self);
}

void
gram_measuring_record_free (GramMeasuringRecord *self)
{
  _gram_shape_free (&measuring_shape, self);
}

gboolean
gram_measuring_table_insert (GramUnit *unit, GramMeasuringRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&measuring_shape, unit, record, error);
}

gboolean
gram_measuring_table_get (GramStore *store, gint64 id, GramMeasuringRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&measuring_shape, store, id, (gpointer *)record, error);
}

gboolean
gram_measuring_table_last (GramStore *store,
                           gint64 year,
                           GramMeasuringRecord **record,
                           GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_of (&measuring_shape, store,
                             "WHERE t.year = $1 ORDER BY t.id DESC LIMIT 1", year,
                             (gpointer *)record, error);
}

GPtrArray *
gram_measuring_table_list (GramStore *store, gint64 year, GError **error)
{
  return _gram_shape_list_of (&measuring_shape, store, "WHERE t.year = $1 ORDER BY t.id DESC", year,
                              error);
}

#define PARTICIPANT_AT(member) G_STRUCT_OFFSET (GramParticipantRecord, member)

static const GramField participant_fields[] = {
  { "measuring_id", GRAM_FIELD_INT64, PARTICIPANT_AT (measuring_id), FALSE, NULL, NULL },
  { "account_id", GRAM_FIELD_INT64, PARTICIPANT_AT (account_id), FALSE, NULL, NULL },
  { "pool_id", GRAM_FIELD_REFERENCE, PARTICIPANT_AT (pool_id), FALSE, NULL, NULL },
  { "cars", GRAM_FIELD_INT64, PARTICIPANT_AT (cars), FALSE, NULL, NULL },
  { "cars_zero", GRAM_FIELD_INT64, PARTICIPANT_AT (cars_zero), FALSE, NULL, NULL },
  { "co2_sum", GRAM_FIELD_INT64, PARTICIPANT_AT (co2_sum), FALSE, NULL, NULL },
  { "saving_sum", GRAM_FIELD_INT64, PARTICIPANT_AT (saving_sum), FALSE, NULL, NULL },
  { "activity", GRAM_FIELD_INT64, PARTICIPANT_AT (activity), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, PARTICIPANT_AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, PARTICIPANT_AT (holder), FALSE, NULL, NULL },
  { "p.name", GRAM_FIELD_JOINED, PARTICIPANT_AT (pool), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (PARTICIPANT_AT (id) == 0);

static const GramShape participant_shape = {
  .table = "participant",
  .from
  = "participant t JOIN account a ON a.id = t.account_id LEFT JOIN pool p ON p.id = t.pool_id",
  .size = sizeof (GramParticipantRecord),
  .fields = participant_fields,
  .n_fields = G_N_ELEMENTS (participant_fields),
  .free_record = (GDestroyNotify)gram_participant_record_free,
};

GramParticipantRecord *
gram_participant_record_new (void)
{
  return _gram_shape_new (&participant_shape);
}

GramParticipantRecord *
gram_participant_record_copy (const GramParticipantRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&participant_shape, self);
}

void
gram_participant_record_free (GramParticipantRecord *self)
{
  _gram_shape_free (&participant_shape, self);
}

gboolean
gram_participant_table_insert (GramUnit *unit, GramParticipantRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&participant_shape, unit, record, error);
}

gboolean
gram_participant_table_get (GramStore *store,
                            gint64 id,
                            GramParticipantRecord **record,
                            GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&participant_shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_participant_table_list (GramStore *store, gint64 measuring_id, GError **error)
{
  return _gram_shape_list_of (
      &participant_shape, store,
      "WHERE t.measuring_id = $1 ORDER BY a.holder COLLATE NOCASE, a.number", measuring_id, error);
}

gboolean
gram_participant_table_last (GramStore *store,
                             gint64 year,
                             gint64 account_id,
                             GramParticipantRecord **record,
                             GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get_by (
      &participant_shape, store,
      "WHERE t.account_id = $2 AND t.measuring_id = (SELECT max (id) FROM measuring"
      " WHERE year = $1)",
      (const gint64[]){ year, account_id }, 2, (gpointer *)record, error);
}

GPtrArray *
gram_participant_table_list_last (GramStore *store, gint64 year, GError **error)
{
  return _gram_shape_list_of (
      &participant_shape, store,
      "WHERE t.measuring_id = (SELECT max (id) FROM measuring WHERE year = $1) ORDER BY"
      " a.holder COLLATE NOCASE, a.number",
      year, error);
}
