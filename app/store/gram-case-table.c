/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-table.h"

#include "gram-shape-private.h"

#include <string.h>

#define MAX_PAGE 1000
#define AT(member) G_STRUCT_OFFSET (GramCaseRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_INT64, AT (account_id), FALSE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, AT (kind), FALSE, "case-kind", NULL },
  { "state", GRAM_FIELD_WORD, AT (state), TRUE, "case-state", NULL },
  { "outcome", GRAM_FIELD_WORD, AT (outcome), TRUE, "case-outcome", NULL },
  { "subject_id", GRAM_FIELD_INT64, AT (subject_id), FALSE, NULL, NULL },
  { "label", GRAM_FIELD_TEXT, AT (label), TRUE, NULL, NULL },
  { "opened_by", GRAM_FIELD_REFERENCE, AT (opened_by), FALSE, NULL, NULL },
  { "opened_at", GRAM_FIELD_INT64, AT (opened_at), FALSE, NULL, NULL },
  { "due_on", GRAM_FIELD_TEXT, AT (due_on), TRUE, NULL, NULL },
  { "answer_by", GRAM_FIELD_TEXT, AT (answer_by), TRUE, NULL, NULL },
  { "asked_at", GRAM_FIELD_INT64, AT (asked_at), TRUE, NULL, NULL },
  { "claimed_by", GRAM_FIELD_REFERENCE, AT (claimed_by), TRUE, NULL, NULL },
  { "claimed_at", GRAM_FIELD_INT64, AT (claimed_at), TRUE, NULL, NULL },
  { "decided_by", GRAM_FIELD_REFERENCE, AT (decided_by), TRUE, NULL, NULL },
  { "decided_at", GRAM_FIELD_INT64, AT (decided_at), TRUE, NULL, NULL },
  { "reason", GRAM_FIELD_TEXT, AT (reason), TRUE, NULL, NULL },
  { "reference", GRAM_FIELD_TEXT, AT (reference), TRUE, NULL, NULL },
  { "reminded", GRAM_FIELD_INT, AT (reminded), TRUE, NULL, NULL },
  { "version", GRAM_FIELD_VERSION, AT (version), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
  { "a.kind", GRAM_FIELD_JOINED_WORD, AT (account_kind), FALSE, "account-kind", NULL },
  { "o.name", GRAM_FIELD_JOINED, AT (opener), FALSE, NULL, NULL },
  { "o.email", GRAM_FIELD_JOINED, AT (opener_email), FALSE, NULL, NULL },
  { "c.name", GRAM_FIELD_JOINED, AT (claimant), FALSE, NULL, NULL },
  { "c.email", GRAM_FIELD_JOINED, AT (claimant_email), FALSE, NULL, NULL },
  { "d.name", GRAM_FIELD_JOINED, AT (decider), FALSE, NULL, NULL },
  { "s.kind", GRAM_FIELD_JOINED_WORD, AT (dispute_kind), FALSE, "dispute-kind", NULL },
  { "s.field", GRAM_FIELD_JOINED, AT (field), FALSE, NULL, NULL },
  { "(SELECT count (*) FROM case_vehicle n WHERE n.case_id = t.id)", GRAM_FIELD_JOINED_INT64,
    AT (vehicles), FALSE, NULL, NULL },
  { "v.id", GRAM_FIELD_JOINED_INT64, AT (vehicle_id), FALSE, NULL, NULL },
  { "v.label", GRAM_FIELD_JOINED, AT (vehicle), FALSE, NULL, NULL },
  { "v.make", GRAM_FIELD_JOINED, AT (make), FALSE, NULL, NULL },
  { "v.model", GRAM_FIELD_JOINED, AT (model), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "case_file",
  .from = "case_file t JOIN account a ON a.id = t.account_id"
          " LEFT JOIN person o ON o.id = t.opened_by LEFT JOIN person c ON c.id = t.claimed_by"
          " LEFT JOIN person d ON d.id = t.decided_by LEFT JOIN dispute s ON s.case_id = t.id"
          " LEFT JOIN vehicle v ON v.id"
          " = (SELECT min (n.vehicle_id) FROM case_vehicle n WHERE n.case_id = t.id)",
  .size = sizeof (GramCaseRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .counts_changes = TRUE,
  .free_record = (GDestroyNotify)gram_case_record_free,
};

GramCaseRecord *
gram_case_record_new (void)
{
  GramCaseRecord *self = _gram_shape_new (&shape);

  self->kind = GRAM_CASE_DISPUTE;
  self->state = GRAM_CASE_OPEN;
  self->version = 1;
  return self;
}

GramCaseRecord *
gram_case_record_copy (const GramCaseRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_case_record_free (GramCaseRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_case_record_is_decided (const GramCaseRecord *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->state & GRAM_CASE_UNDECIDED) == 0;
}

gboolean
gram_case_table_insert (GramUnit *unit, GramCaseRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

gboolean
gram_case_table_update (GramUnit *unit,
                        const GramCaseRecord *before,
                        const GramCaseRecord *after,
                        GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  return _gram_shape_update (&shape, unit, before, after, error);
}

gboolean
gram_case_table_get (GramStore *store, gint64 id, GramCaseRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_case_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error)
{
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);
  g_return_val_if_fail (n_ids <= MAX_PAGE, NULL);

  return _gram_shape_page (&shape, store, ids, n_ids, error);
}

/* Cases of a kind about a subject: @rest goes on. */
static GramStatement *
prepare_about (GramStore *store,
               GramCaseKind kind,
               gint64 subject_id,
               const char *rest,
               GError **error)
{
  g_autofree char *where
      = g_strconcat ("WHERE t.kind = $1 AND t.subject_id = $2 AND t.subject_id <> 0", rest, NULL);
  g_autoptr (GramStatement) statement = _gram_shape_prepare (&shape, store, "", where, error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_text (statement, 1, gram_word_for ("case-kind", (int)kind));
  gram_statement_bind_int64 (statement, 2, subject_id);
  return g_steal_pointer (&statement);
}

gboolean
gram_case_table_live (GramStore *store,
                      GramCaseKind kind,
                      gint64 subject_id,
                      GramCaseRecord **record,
                      GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  statement = prepare_about (store, kind, subject_id,
                             " AND t.state IN ('open', 'claimed', 'information-asked')", error);
  return statement != NULL && _gram_shape_one (&shape, statement, (gpointer *)record, error);
}

GPtrArray *
gram_case_table_list (GramStore *store, gint64 account_id, guint limit, GError **error)
{
  return _gram_shape_list_some_of (&shape, store,
                                   "WHERE t.account_id = $1 ORDER BY t.id DESC LIMIT $2",
                                   account_id, limit, error);
}

GPtrArray *
gram_case_table_list_subject (GramStore *store,
                              GramCaseKind kind,
                              gint64 subject_id,
                              GError **error)
{
  g_autoptr (GramStatement) statement
      = prepare_about (store, kind, subject_id, " ORDER BY t.id DESC", error);

  return statement != NULL ? _gram_shape_all (&shape, statement, error) : NULL;
}

GPtrArray *
gram_case_table_to_remind (GramStore *store,
                           const char *by_ccs,
                           const char *by_ccts,
                           int reminded,
                           guint limit,
                           GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (by_ccs != NULL && by_ccts != NULL, NULL);

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE t.state IN ('open', 'claimed', 'information-asked')"
                                   " AND t.state <> 'information-asked' AND t.reminded IN (0, $1)"
                                   " AND t.due_on > '' AND t.due_on <= $2"
                                   " AND t.due_on <= CASE a.kind WHEN 'ccts' THEN $3 ELSE $4 END"
                                   " ORDER BY t.due_on, t.id LIMIT $5",
                                   error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, reminded - 1);
  /* The later of the two days bounds the look-up in the index. */
  gram_statement_bind_text (statement, 2, strcmp (by_ccs, by_ccts) > 0 ? by_ccs : by_ccts);
  gram_statement_bind_text (statement, 3, by_ccts);
  gram_statement_bind_text (statement, 4, by_ccs);
  gram_statement_bind_int64 (statement, 5, _gram_table_limit (limit));
  return _gram_shape_all (&shape, statement, error);
}

GPtrArray *
gram_case_table_without_due (GramStore *store, guint limit, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = _gram_shape_prepare (&shape, store, "",
                                   "WHERE t.state IN ('open', 'claimed', 'information-asked')"
                                   " AND t.reminded = 0 AND t.due_on = '' ORDER BY t.id LIMIT $1",
                                   error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, _gram_table_limit (limit));
  return _gram_shape_all (&shape, statement, error);
}
