/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-table.h"

#include "gram-identifier.h"
#include "gram-statement.h"
#include "gram-table-private.h"

#define COLUMNS                                                                                    \
  "a.id, a.number, a.kind, a.holder, a.contact_name, a.contact_email, a.contact_phone, a.address," \
  " a.state, a.auto_accept, a.opened_at, a.version"

/* The texts of an account that can change; the words of the history stand beside them. */
static const struct
{
  const char *field;
  gsize offset;
} account_texts[] = {
  { "holder", G_STRUCT_OFFSET (GramAccountRecord, holder) },
  { "contact-name", G_STRUCT_OFFSET (GramAccountRecord, contact_name) },
  { "contact-email", G_STRUCT_OFFSET (GramAccountRecord, contact_email) },
  { "contact-phone", G_STRUCT_OFFSET (GramAccountRecord, contact_phone) },
  { "address", G_STRUCT_OFFSET (GramAccountRecord, address) },
};

static const char *
text_of (const GramAccountRecord *record, gsize i)
{
  return _gram_text (G_STRUCT_MEMBER (char *, record, account_texts[i].offset));
}

GramAccountRecord *
gram_account_record_new (void)
{
  GramAccountRecord *self = g_new0 (GramAccountRecord, 1);

  self->kind = GRAM_ACCOUNT_CCS_USED;
  self->state = GRAM_ACCOUNT_OPEN;
  self->version = 1;
  return self;
}

GramAccountRecord *
gram_account_record_copy (const GramAccountRecord *self)
{
  GramAccountRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->number = g_strdup (self->number);
  for (gsize i = 0; i < G_N_ELEMENTS (account_texts); i++)
    {
      char **text = G_STRUCT_MEMBER_P (copy, account_texts[i].offset);

      *text = g_strdup (*text);
    }
  return copy;
}

void
gram_account_record_free (GramAccountRecord *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (account_texts); i++)
    g_free (G_STRUCT_MEMBER (char *, self, account_texts[i].offset));
  g_free (self->number);
  g_free (self);
}

static gpointer
read_record (GramStatement *statement, GError **error)
{
  GramAccountRecord *record;
  int kind;
  int state;

  if (!_gram_table_word (statement, 2, "account-kind", &kind, error)
      || !_gram_table_word (statement, 8, "account-state", &state, error))
    return NULL;
  record = gram_account_record_new ();
  record->id = gram_statement_int64 (statement, 0);
  record->number = gram_statement_dup_text (statement, 1);
  record->kind = (GramAccountKind)kind;
  record->holder = gram_statement_dup_text (statement, 3);
  record->contact_name = gram_statement_dup_text (statement, 4);
  record->contact_email = gram_statement_dup_text (statement, 5);
  record->contact_phone = gram_statement_dup_text (statement, 6);
  record->address = gram_statement_dup_text (statement, 7);
  record->state = (GramAccountState)state;
  record->auto_accept = (guint)gram_statement_int64 (statement, 9);
  record->opened_at = gram_statement_int64 (statement, 10);
  record->version = (int)gram_statement_int64 (statement, 11);
  return record;
}

static gpointer
read_record_of_member (GramStatement *statement, GError **error)
{
  GramAccountRecord *record = read_record (statement, error);

  if (record == NULL)
    return NULL;
  record->permissions = (guint)gram_statement_int64 (statement, 12);
  record->owner = gram_statement_int64 (statement, 13) != 0;
  return record;
}

/* Parameters 1 to 7: what can change. */
static void
bind_changeable (GramStatement *statement, const GramAccountRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (account_texts); i++)
    gram_statement_bind_text (statement, (guint)i + 1, text_of (record, i));
  gram_statement_bind_text (statement, 6, gram_word_for ("account-state", (int)record->state));
  gram_statement_bind_int64 (statement, 7, record->auto_accept);
}

gboolean
gram_account_table_insert (GramUnit *unit, GramAccountRecord *record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO account (holder, contact_name, contact_email, contact_phone, address, state, auto_accept,"
      " number, kind, opened_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      error);
  if (statement == NULL)
    return FALSE;
  bind_changeable (statement, record);
  gram_statement_bind_text (statement, 8, _gram_text (record->number));
  gram_statement_bind_text (statement, 9, gram_word_for ("account-kind", (int)record->kind));
  gram_statement_bind_int64 (statement, 10, record->opened_at);
  gram_statement_bind_int64 (statement, 11, record->version);
  return _gram_table_insert (unit, statement, &record->id, error);
}

gboolean
gram_account_table_get (GramStore *store, gint64 id, GramAccountRecord **record, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement
      = gram_statement_prepare (store, "SELECT " COLUMNS " FROM account a WHERE a.id = $1", error);
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

  statement
      = gram_statement_prepare (store, "SELECT " COLUMNS " FROM account a WHERE a.number = $1",
                                error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, number);
  return _gram_table_one (statement, read_record, (gpointer *)record, error);
}

GPtrArray *
gram_account_table_list (GramStore *store, gint64 person_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  if (person_id == 0)
    statement
        = gram_statement_prepare (store,
                                  "SELECT " COLUMNS " FROM account a ORDER BY a.holder, a.number",
                                  error);
  else
    statement = gram_statement_prepare (store,
                                        "SELECT " COLUMNS ", m.permissions, m.owner"
                                        " FROM membership m JOIN account a ON a.id = m.account_id"
                                        " WHERE m.person_id = $1 ORDER BY a.holder, a.number",
                                        error);
  if (statement == NULL)
    return NULL;
  if (person_id != 0)
    gram_statement_bind_int64 (statement, 1, person_id);
  return _gram_table_all (statement, person_id == 0 ? read_record : read_record_of_member,
                          (GDestroyNotify)gram_account_record_free, error);
}

static gboolean
add_change (GramStatement *statement,
            const GramAccountRecord *record,
            gint64 journal_id,
            const char *field,
            const char *old_value,
            const char *new_value,
            GError **error)
{
  gram_statement_bind_int64 (statement, 1, record->id);
  gram_statement_bind_int64 (statement, 2, journal_id);
  gram_statement_bind_text (statement, 3, field);
  gram_statement_bind_text (statement, 4, old_value);
  gram_statement_bind_text (statement, 5, new_value);
  return gram_statement_run (statement, error);
}

static gboolean
add_history (GramUnit *unit,
             const GramAccountRecord *before,
             const GramAccountRecord *after,
             gint64 journal_id,
             GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  char old_value[16];
  char new_value[16];

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO account_history (account_id, journal_id, field, old_value,"
      " new_value) VALUES ($1, $2, $3, $4, $5)",
      error);
  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (account_texts); i++)
    if (g_strcmp0 (text_of (before, i), text_of (after, i)) != 0
        && !add_change (statement, before, journal_id, account_texts[i].field, text_of (before, i),
                        text_of (after, i), error))
      return FALSE;
  if (before->state != after->state
      && !add_change (statement, before, journal_id, "state",
                      gram_word_for ("account-state", (int)before->state),
                      gram_word_for ("account-state", (int)after->state), error))
    return FALSE;
  if (before->auto_accept == after->auto_accept)
    return TRUE;
  g_snprintf (old_value, sizeof old_value, "%u", before->auto_accept);
  g_snprintf (new_value, sizeof new_value, "%u", after->auto_accept);
  return add_change (statement, before, journal_id, "auto-accept", old_value, new_value, error);
}

static gboolean
is_same (const GramAccountRecord *before, const GramAccountRecord *after)
{
  for (gsize i = 0; i < G_N_ELEMENTS (account_texts); i++)
    if (g_strcmp0 (text_of (before, i), text_of (after, i)) != 0)
      return FALSE;
  return before->state == after->state && before->auto_accept == after->auto_accept;
}

gboolean
gram_account_table_update (GramUnit *unit,
                           const GramAccountRecord *before,
                           const GramAccountRecord *after,
                           gint64 journal_id,
                           GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (before != NULL && after != NULL && before->id == after->id, FALSE);

  if (is_same (before, after))
    return TRUE;
  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "UPDATE account SET holder = $1, contact_name = $2, contact_email = $3, contact_phone = $4,"
      " address = $5, state = $6, auto_accept = $7, version = version + 1 WHERE id = $8 AND version = $9",
      error);
  if (statement == NULL)
    return FALSE;
  bind_changeable (statement, after);
  gram_statement_bind_int64 (statement, 8, before->id);
  gram_statement_bind_int64 (statement, 9, before->version);
  return _gram_table_change_one (unit, statement, "account", error)
         && add_history (unit, before, after, journal_id, error);
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
  return change;
}

GPtrArray *
gram_account_table_history (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement
      = gram_statement_prepare (store,
                                "SELECT j.at, p.name, j.command, h.field, h.old_value, h.new_value"
                                " FROM account_history h JOIN journal j ON j.id = h.journal_id"
                                " LEFT JOIN person p ON p.id = j.person_id"
                                " WHERE h.account_id = $1 ORDER BY h.id",
                                error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_table_all (statement, read_change, (GDestroyNotify)gram_account_change_free, error);
}
