/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-invitation-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramInvitationRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "email", GRAM_FIELD_TEXT, AT (email), FALSE, NULL, NULL },
  { "permissions", GRAM_FIELD_INT, AT (permissions), TRUE, NULL, NULL },
  { "code_hash", GRAM_FIELD_TEXT, AT (code_hash), TRUE, NULL, NULL },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "invitation-state", NULL },
  { "invited_by", GRAM_FIELD_INT64, AT (invited_by), TRUE, NULL, NULL },
  { "invited_at", GRAM_FIELD_INT64, AT (invited_at), FALSE, NULL, NULL },
  { "lapses_at", GRAM_FIELD_INT64, AT (lapses_at), TRUE, NULL, NULL },
  { "times_sent", GRAM_FIELD_INT, AT (times_sent), TRUE, NULL, NULL },
  { "used_by", GRAM_FIELD_REFERENCE, AT (used_by), TRUE, NULL, NULL },
  { "decided_at", GRAM_FIELD_INT64, AT (decided_at), TRUE, NULL, NULL },
  { "by_person.name", GRAM_FIELD_JOINED, AT (inviter), FALSE, NULL, NULL },
  { "by_person.email", GRAM_FIELD_JOINED, AT (inviter_email), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "invitation",
  .from = "invitation t JOIN person by_person ON by_person.id = t.invited_by"
          " JOIN account a ON a.id = t.account_id",
  .size = sizeof (GramInvitationRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_invitation_record_free,
};

GramInvitationRecord *
gram_invitation_record_new (void)
{
  GramInvitationRecord *self = _gram_shape_new (&shape);

  self->state = GRAM_INVITATION_PENDING;
  self->times_sent = 1;
  return self;
}

GramInvitationRecord *
gram_invitation_record_copy (const GramInvitationRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_invitation_record_free (GramInvitationRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_invitation_table_insert (GramUnit *unit, GramInvitationRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_invitation_table_update (GramUnit *unit,
                              const GramInvitationRecord *before,
                              const GramInvitationRecord *after,
                              GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_invitation_table_get (GramStore *store,
                           gint64 id,
                           GramInvitationRecord **record,
                           GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

gboolean
gram_invitation_table_get_by_code (GramStore *store,
                                   const char *code_hash,
                                   GramInvitationRecord **record,
                                   GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (code_hash != NULL && record != NULL, FALSE);

  statement = _gram_shape_prepare (&shape, store, "", "WHERE t.code_hash = $1", error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, code_hash);
  return _gram_shape_one (&shape, statement, (gpointer *)record, error);
}

gboolean
gram_invitation_table_get_pending (GramStore *store,
                                   gint64 account_id,
                                   const char *email,
                                   GramInvitationRecord **record,
                                   GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (email != NULL && record != NULL, FALSE);

  statement
      = _gram_shape_prepare (&shape, store, "",
                             "WHERE t.account_id = $1 AND t.email = $2 AND t.state = 'pending'",
                             error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_text (statement, 2, email);
  return _gram_shape_one (&shape, statement, (gpointer *)record, error);
}

GPtrArray *
gram_invitation_table_list (GramStore *store, gint64 account_id, guint limit, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE t.account_id = $1 ORDER BY t.state <> 'pending',"
                                   " t.id DESC LIMIT $2",
                                   error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  gram_statement_bind_int64 (statement, 2, _gram_table_limit (limit));
  return _gram_shape_all (&shape, statement, error);
}

GPtrArray *
gram_invitation_table_list_pending (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement
      = _gram_shape_prepare (&shape, store, "",
                             "WHERE t.account_id = $1 AND t.state = 'pending' ORDER BY t.id DESC",
                             error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_shape_all (&shape, statement, error);
}

GPtrArray *
gram_invitation_table_list_for_email (GramStore *store, const char *email, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (email != NULL, NULL);

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE t.email = $1 AND t.state = 'pending'"
                                   " ORDER BY a.holder COLLATE NOCASE, a.number",
                                   error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_text (statement, 1, email);
  return _gram_shape_all (&shape, statement, error);
}
