/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-private.h"

#include "gram-identifier.h"

#define AT(member) G_STRUCT_OFFSET (GramAccountRecord, member)

static const GramField fields[] = {
  { "number", GRAM_FIELD_TEXT, AT (number), FALSE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, AT (kind), FALSE, "account-kind", NULL },
  { "opened_at", GRAM_FIELD_INT64, AT (opened_at), FALSE, NULL, NULL },
  { "holder", GRAM_FIELD_TEXT, AT (holder), TRUE, NULL, "holder" },
  { "contact_name", GRAM_FIELD_TEXT, AT (contact_name), TRUE, NULL, "contact-name" },
  { "contact_email", GRAM_FIELD_TEXT, AT (contact_email), TRUE, NULL, "contact-email" },
  { "contact_phone", GRAM_FIELD_TEXT, AT (contact_phone), TRUE, NULL, "contact-phone" },
  { "address", GRAM_FIELD_TEXT, AT (address), TRUE, NULL, "address" },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "account-state", "state" },
  { "auto_accept", GRAM_FIELD_INT, AT (auto_accept), TRUE, NULL, "auto-accept" },
  { "four_eyes", GRAM_FIELD_INT, AT (four_eyes), TRUE, NULL, "four-eyes" },
  { "listed", GRAM_FIELD_INT, AT (listed), TRUE, NULL, "listed" },
  { "aml", GRAM_FIELD_WORD, AT (aml), TRUE, "aml", "aml" },
  { "aml_on", GRAM_FIELD_TEXT, AT (aml_on), TRUE, NULL, "aml-on" },
  { "aml_until", GRAM_FIELD_TEXT, AT (aml_until), TRUE, NULL, "aml-until" },
  { "unassigned", GRAM_FIELD_INT, AT (unassigned), FALSE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, AT (version), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

const GramShape _gram_account_shape
    = { "account", "account t", sizeof (GramAccountRecord), fields, G_N_ELEMENTS (fields), TRUE };

GramAccountRecord *
gram_account_record_new (void)
{
  GramAccountRecord *self = _gram_shape_new (&_gram_account_shape);

  self->kind = GRAM_ACCOUNT_CCS_USED;
  self->state = GRAM_ACCOUNT_OPEN;
  self->aml = GRAM_AML_NONE;
  self->version = 1;
  return self;
}

GramAccountRecord *
gram_account_record_copy (const GramAccountRecord *self)
{
  GramAccountRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = _gram_shape_copy (&_gram_account_shape, self);
  copy->fleet_average_from = g_strdup (self->fleet_average_from);
  return copy;
}

void
gram_account_record_free (GramAccountRecord *self)
{
  if (self != NULL)
    g_free (self->fleet_average_from);
  _gram_shape_free (&_gram_account_shape, self);
}

static gpointer
read_record (GramStatement *statement, GError **error)
{
  return _gram_shape_read (&_gram_account_shape, statement, error);
}

static gpointer
read_record_of_member (GramStatement *statement, GError **error)
{
  GramAccountRecord *record = read_record (statement, error);
  guint next = _gram_shape_next_column (&_gram_account_shape);

  if (record == NULL)
    return NULL;
  record->permissions = (guint)gram_statement_int64 (statement, next);
  record->owner = gram_statement_int64 (statement, next + 1) != 0;
  return record;
}

gboolean
gram_account_table_insert (GramUnit *unit, GramAccountRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&_gram_account_shape, unit, record, error);
}

gboolean
gram_account_table_get (GramStore *store, gint64 id, GramAccountRecord **record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = _gram_shape_prepare (&_gram_account_shape, store, "", "WHERE t.id = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, id);
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

gboolean
gram_account_table_get_by_number (GramStore *store,
                                  const char *number,
                                  GramAccountRecord **record,
                                  GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (number != NULL && record != NULL, FALSE);

  statement = _gram_shape_prepare (&_gram_account_shape, store, "", "WHERE t.number = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, number);
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

gboolean
gram_account_table_get_unassigned (GramStore *store,
                                   GramAccountKind kind,
                                   GramAccountRecord **record,
                                   GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = _gram_shape_prepare (&_gram_account_shape, store, "",
                                   "WHERE t.unassigned = 1 AND t.kind = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_static_text (statement, 1, gram_word_for ("account-kind", (int)kind));
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

GPtrArray *
gram_account_table_list (GramStore *store, gint64 person_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  if (person_id == 0)
    statement = _gram_shape_prepare (&_gram_account_shape, store, "",
                                     "ORDER BY t.holder COLLATE NOCASE, t.number", error);
  else
    statement = _gram_shape_prepare (&_gram_account_shape, store, ", m.permissions, m.owner",
                                     "JOIN membership m ON m.account_id = t.id"
                                     " WHERE m.person_id = $1"
                                     " ORDER BY t.holder COLLATE NOCASE, t.number",
                                     error);
  if (statement == NULL)
    return NULL;
  if (person_id != 0)
    gram_statement_bind_int64 (statement, 1, person_id);
  return _gram_table_all (statement, person_id == 0 ? read_record : read_record_of_member,
                          (GDestroyNotify)gram_account_record_free, error);
}

static gboolean
is_same (const GramAccountRecord *before, const GramAccountRecord *after)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].changes && !_gram_field_equal (&fields[i], before, after))
      return FALSE;
  return TRUE;
}

#define TELL(table)                                                                                \
  "UPDATE " table " SET changed = (SELECT coalesce (max (changed), 0) + 1 FROM " table ")"         \
  " WHERE account_id = $1"

/* Lists of cases, charges and payments show and search the holder. */
static gboolean
tell_lists (GramUnit *unit, gint64 account_id, GError **error)
{
  static const char *const lists[] = { TELL ("case_file"), TELL ("charge"), TELL ("payment") };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GramStatement) statement
          = gram_statement_prepare (gram_unit_get_store (unit), lists[i], error);

      if (statement == NULL)
        return FALSE;
      gram_statement_bind_int64 (statement, 1, account_id);
      if (!gram_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_account_table_update (GramUnit *unit,
                           const GramAccountRecord *before,
                           const GramAccountRecord *after,
                           gint64 journal_id,
                           GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL && before->id == after->id, FALSE);

  if (is_same (before, after))
    return TRUE;
  return _gram_shape_update (&_gram_account_shape, unit, before, after, error)
         && (g_strcmp0 (before->holder, after->holder) == 0 || tell_lists (unit, before->id, error))
         && _gram_shape_add_history (
             &_gram_account_shape, unit,
             "INSERT INTO account_history (account_id, journal_id, field, old_value, new_value)"
             " VALUES ($1, $2, $3, $4, $5)",
             before, after, journal_id, error);
}

gboolean
gram_account_table_next_serial (GramStore *store, gint64 *serial, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (serial != NULL, FALSE);

  statement = gram_statement_prepare (
      store, "SELECT coalesce (max (CAST (number AS BIGINT) / 10), $1) - $1 + 1 FROM account",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, GRAM_ACCOUNT_NUMBER_BASE);
  return _gram_table_int64 (statement, serial, error);
}

void
gram_account_change_free (GramAccountChange *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->command);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

static gpointer
read_change (GramStatement *statement, GError **error)
{
  GramAccountChange *change = g_new0 (GramAccountChange, 1);

  change->at = gram_statement_int64 (statement, 0);
  change->person = gram_statement_dup_text (statement, 1);
  change->command = gram_statement_dup_text (statement, 2);
  change->field = gram_statement_dup_text (statement, 3);
  change->old_value = gram_statement_dup_text (statement, 4);
  change->new_value = gram_statement_dup_text (statement, 5);
  change->journal_id = gram_statement_int64 (statement, 6);
  return change;
}

GPtrArray *
gram_account_table_history (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store,
      "SELECT j.at, p.name, j.command, h.field, h.old_value, h.new_value, j.id"
      " FROM account_history h JOIN journal j ON j.id = h.journal_id"
      " LEFT JOIN person p ON p.id = j.person_id"
      " WHERE h.account_id = $1 ORDER BY h.id",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_table_all (statement, read_change, (GDestroyNotify)gram_account_change_free, error);
}
