/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-values.h"

#include "gram-table-private.h"

/* Who and what stands behind a journal entry j. */
#define SOURCE "j.id, j.command, j.account_id, j.person_id, p.name, p.email"

/* A vehicle's first values came with a file, or with the decision that it was missing. */
#define FIRST                                                                                      \
  "SELECT 1, v.entered_at, " SOURCE ", v.import_id, i.file_name, NULL, c.id, c.kind, '', '', ''"   \
  " FROM vehicle v LEFT JOIN import i ON i.id = v.import_id"                                       \
  " LEFT JOIN case_file c ON c.id = (SELECT min (n.case_id) FROM case_vehicle n"                   \
  " JOIN dispute d ON d.case_id = n.case_id JOIN case_file k ON k.id = n.case_id"                  \
  " WHERE n.vehicle_id = v.id AND d.kind = 'missing' AND k.state = 'decided'"                      \
  " AND v.import_id IS NULL)"                                                                      \
  " LEFT JOIN journal j ON j.id = coalesce (i.journal_id, (SELECT max (s.journal_id)"              \
  " FROM journal_subject s WHERE s.subject = 'case' AND s.subject_id = c.id))"                     \
  " LEFT JOIN person p ON p.id = j.person_id WHERE v.id = $1"

/* The case of a change is the one that its journal entry touches and that names the vehicle. */
#define CHANGES                                                                                    \
  "SELECT h.version, j.at, " SOURCE ", h.import_id, i.file_name, h.import_row, c.id, c.kind,"      \
  " h.field, h.old_value, h.new_value"                                                             \
  " FROM vehicle_history h JOIN journal j ON j.id = h.journal_id"                                  \
  " LEFT JOIN person p ON p.id = j.person_id LEFT JOIN import i ON i.id = h.import_id"             \
  " LEFT JOIN case_file c ON c.id = (SELECT max (n.case_id) FROM case_vehicle n"                   \
  " JOIN journal_subject s ON s.subject = 'case' AND s.subject_id = n.case_id"                     \
  " AND s.journal_id = h.journal_id WHERE n.vehicle_id = h.vehicle_id)"                            \
  " WHERE h.vehicle_id = $1 ORDER BY h.id"

void
gram_vehicle_value_free (GramVehicleValue *self)
{
  if (self == NULL)
    return;
  g_free (self->command);
  g_free (self->person);
  g_free (self->person_email);
  g_free (self->file_name);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

static gpointer
read_value (GramStatement *statement, GError **error)
{
  g_autoptr (GramVehicleValue) value = g_new0 (GramVehicleValue, 1);
  int kind = 0;

  value->version = (int)gram_statement_int64 (statement, 0);
  value->at = gram_statement_int64 (statement, 1);
  value->journal_id = gram_statement_int64 (statement, 2);
  value->command = gram_statement_dup_text (statement, 3);
  value->account_id = gram_statement_int64 (statement, 4);
  value->person_id = gram_statement_int64 (statement, 5);
  value->person = gram_statement_dup_text (statement, 6);
  value->person_email = gram_statement_dup_text (statement, 7);
  value->import_id = gram_statement_int64 (statement, 8);
  value->file_name = gram_statement_dup_text (statement, 9);
  value->import_row = gram_statement_int64 (statement, 10);
  value->case_id = gram_statement_int64 (statement, 11);
  if (!gram_statement_is_null (statement, 12)
      && !_gram_table_word (statement, 12, "case-kind", &kind, error))
    return NULL;
  value->case_kind = (GramCaseKind)kind;
  value->field = gram_statement_dup_text (statement, 13);
  value->old_value = gram_statement_dup_text (statement, 14);
  value->new_value = gram_statement_dup_text (statement, 15);
  return g_steal_pointer (&value);
}

static gboolean
append (GPtrArray *values, GramStore *store, const char *sql, gint64 vehicle_id, GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, sql, error);
  g_autoptr (GPtrArray) more = NULL;

  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, vehicle_id);
  more = _gram_table_all (statement, read_value, (GDestroyNotify)gram_vehicle_value_free, error);
  if (more == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (values, g_steal_pointer (&more));
  return TRUE;
}

GPtrArray *
gram_vehicle_table_values (GramStore *store, gint64 vehicle_id, GError **error)
{
  g_autoptr (GPtrArray) values = NULL;
  gboolean done;

  /* Two questions, one state. */
  if (!gram_store_begin_read (store, error))
    return NULL;
  values = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_vehicle_value_free);
  done = append (values, store, FIRST, vehicle_id, error)
         && append (values, store, CHANGES, vehicle_id, error);
  gram_store_end_read (store);
  return done ? g_steal_pointer (&values) : NULL;
}
