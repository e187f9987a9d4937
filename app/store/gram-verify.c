/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include "gram-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
finding_free (gpointer data)
{
  GramVerifyFinding *finding = data;

  g_free (finding->where);
  g_free (finding->message);
  g_free (finding);
}

void
gram_verify_report_free (GramVerifyReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/* Notes what does not fit; takes @where. */
void
_gram_verifier_find (GramVerifier *self, char *where, const char *message)
{
  GramVerifyFinding *finding;

  if (self->report->findings->len >= GRAM_VERIFY_MAX_FINDINGS)
    {
      g_free (where);
      return;
    }
  finding = g_new0 (GramVerifyFinding, 1);
  finding->where = where;
  finding->message = g_strdup (message);
  g_ptr_array_add (self->report->findings, finding);
}

/* FALSE, and zeros, if the column holds no hash at all. */
gboolean
_gram_verifier_read_hash (GramStatement *row, guint column, guint8 *hash)
{
  const guint8 *bytes;
  gsize size;

  bytes = gram_statement_bytes (row, column, &size);
  if (size != GRAM_HASH_SIZE)
    {
      memset (hash, 0, GRAM_HASH_SIZE);
      return FALSE;
    }
  memcpy (hash, bytes, GRAM_HASH_SIZE);
  return TRUE;
}

/* Each row of a PRAGMA that answers what is wrong. */
static gboolean
ask_engine (GramVerifier *self, const char *sql, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (self->store, sql, error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      const char *answer = gram_statement_text (statement, 0);

      if (g_strcmp0 (answer, "ok") != 0)
        _gram_verifier_find (self, g_strdup ("file"), answer);
    }
  return step == GRAM_STEP_DONE;
}

static gboolean
check_foreign_keys (GramVerifier *self, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (self->store, "PRAGMA foreign_key_check", error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      g_autofree char *message = NULL;

      message = g_strdup_printf (_ ("The row of “%s” that it refers to is missing."),
                                 gram_statement_text (statement, 2));
      _gram_verifier_find (self,
                           g_strdup_printf ("%s %" G_GINT64_FORMAT,
                                            gram_statement_text (statement, 0),
                                            gram_statement_int64 (statement, 1)),
                           message);
    }
  return step == GRAM_STEP_DONE;
}

/* The engine's own checks: pages, indexes against their tables, the schema's rules; then references. */
gboolean
_gram_verify_file (GramVerifier *self, GError **error)
{
  return ask_engine (self, "PRAGMA integrity_check", error) && check_foreign_keys (self, error);
}

/* The journal says what was published. One that was written by something else than the registry says nothing. */
static gboolean
journal_has_digests (GramVerifier *self, gboolean *has, GError **error)
{
  gint64 n_entries = 0;

  if (!_gram_store_pragma_int64 (self->store,
                                 "SELECT count(*) FROM journal WHERE command = 'registry.create'"
                                 " AND instr (result, '\"rulebooks-sha256\"') > 0",
                                 &n_entries, error))
    return FALSE;
  *has = n_entries > 0;
  return TRUE;
}

static gboolean
check_rulebook (GramVerifier *self, gint64 id, const char *content, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (
      self->store,
      "SELECT 1 FROM journal WHERE command IN ('registry.create', 'rulebook.publish')"
      " AND instr (result, $1) > 0 LIMIT 1",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_static_text (statement, 1, digest);
  step = gram_statement_step (statement, error);
  if (step == GRAM_STEP_DONE)
    _gram_verifier_find (self, g_strdup_printf ("rulebook %" G_GINT64_FORMAT, id),
                         _ ("The rulebook’s text is not the one that was published."));
  return step != GRAM_STEP_ERROR;
}

/* Rates are law: the text of each rulebook is the one whose digest stands in the journal. */
static gboolean
check_rulebooks (GramVerifier *self, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  gboolean has = FALSE;
  GramStep step;

  if (!journal_has_digests (self, &has, error))
    return FALSE;
  if (!has)
    return TRUE;
  statement
      = gram_statement_prepare (self->store, "SELECT id, content FROM rulebook ORDER BY id", error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      const char *content = gram_statement_text (statement, 1);

      if (!check_rulebook (self, gram_statement_int64 (statement, 0),
                           content != NULL ? content : "", error))
        return FALSE;
    }
  return step == GRAM_STEP_DONE;
}

/*
 * A part that cannot read on because the file is damaged is a finding like others; the next parts may still read
 * theirs.
 */
static gboolean
run_part (GramVerifier *self,
          const char *where,
          gboolean (*part) (GramVerifier *self, GError **error),
          GError **error)
{
  g_autoptr (GError) local = NULL;

  if (part (self, &local))
    return TRUE;
  if (g_error_matches (local, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT))
    {
      _gram_verifier_find (self, g_strdup (where), local->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
run_parts (GramVerifier *self, GError **error)
{
  return run_part (self, "journal", _gram_verify_journal, error)
         && run_part (self, "ledger_entry", _gram_verify_ledger, error)
         && run_part (self, "vehicle_total", _gram_verify_totals, error)
         && run_part (self, "rulebook", check_rulebooks, error)
         && run_part (self, "vehicle_search", _gram_verify_search, error)
         && run_part (self, "account", _gram_verify_people, error)
         && run_part (self, "case_file", _gram_verify_cases, error)
         && run_part (self, "vehicle_correction", _gram_verify_figures, error)
         && run_part (self, "scheme_year", _gram_verify_ccts, error)
         && run_part (self, "charge", _gram_verify_ccs, error)
         && run_part (self, "attachment", _gram_verify_evidence, error)
         && run_part (self, "account_history", _gram_verify_history, error)
         && run_part (self, "schema", _gram_verify_schema, error)
         && run_part (self, "file", _gram_verify_file, error);
}

/* Rows that the parts will step over. */
static gboolean
count_rows (GramVerifier *self, GError **error)
{
  return self->progress == NULL
         || _gram_store_pragma_int64 (self->store,
                                      "SELECT (SELECT count(*) FROM journal)"
                                      " + (SELECT count(*) FROM ledger_posting)"
                                      " + (SELECT count(*) FROM ledger_entry)"
                                      " + (SELECT count(*) FROM attachment)"
                                      " + (SELECT count(*) FROM document)"
                                      " + 2 * (SELECT count(*) FROM vehicle)",
                                      &self->total, error);
}

static gboolean
check_rule (GramVerifier *self, const GramVerifyRule *rule, GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (self->store, rule->sql, error);
  GramStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    _gram_verifier_find (self, gram_statement_dup_text (statement, 0), _ (rule->message));
  return step == GRAM_STEP_DONE;
}

gboolean
_gram_verifier_check (GramVerifier *self,
                      const GramVerifyRule *rules,
                      gsize n_rules,
                      GError **error)
{
  for (gsize i = 0; i < n_rules; i++)
    if (!check_rule (self, &rules[i], error))
      return FALSE;
  return TRUE;
}

void
_gram_verifier_step (GramVerifier *self)
{
  gint64 now;

  self->done++;
  if (self->progress == NULL || self->done % 256 != 0)
    return;
  now = g_get_monotonic_time ();
  if (now - self->told_at < G_USEC_PER_SEC / 10)
    return;
  self->told_at = now;
  self->progress (self->done, self->total, self->done, self->data);
}

GramVerifyReport *
gram_verify (GramStore *store, GCancellable *cancellable, GError **error)
{
  return gram_verify_full (store, NULL, NULL, cancellable, error);
}

GramVerifyReport *
gram_verify_full (GramStore *store,
                  GramVerifyProgress progress,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GCancellable) watched = NULL;
  g_autoptr (GramVerifyReport) report = g_new0 (GramVerifyReport, 1);
  GramVerifier self = { .store = store, .report = report, .progress = progress, .data = data };
  gboolean done;

  _gram_store_assert_thread (store);
  report->findings = g_ptr_array_new_with_free_func (finding_free);

  /* One state of the registry from the first row to the last, whoever writes meanwhile. */
  if (!gram_store_begin_read (store, error))
    return NULL;
  g_set_object (&watched, store->cancellable);
  if (cancellable != NULL)
    gram_store_watch (store, cancellable);
  done = count_rows (&self, error) && run_parts (&self, error);
  gram_store_watch (store, watched);
  gram_store_end_read (store);
  return done ? g_steal_pointer (&report) : NULL;
}
