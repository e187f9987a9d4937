/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-statement.h"

#include "gram-check.h"
#include "gram-queries-balances.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"
#include "gram-statement-lines.h"

#include <glib/gi18n-lib.h>

void
gram_account_statement_free (GramAccountStatement *self)
{
  if (self == NULL)
    return;
  g_free (self->holder);
  g_free (self->number);
  g_free (self->from);
  g_free (self->to);
  g_free (self->made_on);
  g_clear_pointer (&self->opening, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->closing, g_ptr_array_unref);
  g_free (self->hash);
  g_free (self);
}

/* Who asks for a statement. */
typedef struct
{
  GramRegistry *registry;
  GramStatementMaker maker;
  const GramStatementReader *reader;
  gpointer data;
} Asker;

static void
asker_clear (Asker *self)
{
  gram_statement_maker_clear (&self->maker);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asker, asker_clear)

static gboolean
step_cb (const GramLedgerStep *step, gpointer data, GError **error)
{
  Asker *self = data;
  g_autoptr (GramStatementLine) line = gram_statement_maker_line (&self->maker, step, error);

  return line != NULL && self->reader->line (line, self->data, error);
}

/* A period as instants; @end is the first one that is too late. 0 has no end on that side. */
static gboolean
read_period (GramZone zone,
             const char *from,
             const char *to,
             gint64 *first,
             gint64 *end,
             GramRefusal **refusal)
{
  GramDate from_day = GRAM_DATE_NONE;
  GramDate to_day = GRAM_DATE_NONE;
  GramDate after = GRAM_DATE_NONE;

  *first = *end = 0;
  if ((from != NULL && !gram_date_parse (from, GRAM_DATE_ISO, &from_day, NULL))
      || (to != NULL && !gram_date_parse (to, GRAM_DATE_ISO, &to_day, NULL))
      || (to != NULL && !gram_date_add_days (to_day, 1, &after)))
    return gram_refuse (refusal, "statement.period", NULL,
                        _ ("A period has dates like 2026-03-31"));
  if (from != NULL && to != NULL && gram_date_compare (from_day, to_day) > 0)
    return gram_refuse (refusal, "statement.period", NULL,
                        _ ("The period ends before it begins; choose a later last day"));
  if (from != NULL)
    *first = gram_date_first_instant (from_day, zone);
  if (to != NULL)
    *end = gram_date_first_instant (after, zone);
  return TRUE;
}

static GPtrArray *
read_balances (const Asker *self, gint64 entry_id, GError **error)
{
  g_autoptr (GPtrArray) rows
      = gram_ledger_balances_after (self->maker.store, self->maker.account_id, entry_id, error);

  return rows != NULL ? _gram_queries_balances (rows) : NULL;
}

/* The stretch of the ledger that the period is, and all of the statement but its lines. */
static GramAccountStatement *
read_head (Asker *self,
           const GramAccountRecord *account,
           const char *from,
           const char *to,
           gint64 *after,
           gint64 *last,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GramAccountStatement) head = g_new0 (GramAccountStatement, 1);
  gint64 first;
  gint64 end;

  head->account_id = account->id;
  head->holder = g_strdup (account->holder);
  head->number = g_strdup (account->number);
  head->kind = account->kind;
  head->from = g_strdup (from);
  head->to = g_strdup (to);
  head->made_on = gram_registry_dup_today (self->registry, account->kind);
  *after = 0;
  if (!read_period (self->maker.zone, from, to, &first, &end, refusal)
      || (first != 0 && !gram_ledger_last_before (self->maker.store, first, after, error))
      || !gram_ledger_last_before (self->maker.store, end, last, error))
    return NULL;
  head->opening = read_balances (self, *after, error);
  if (head->opening == NULL)
    return NULL;
  head->closing = read_balances (self, *last, error);
  if (head->closing == NULL
      || !gram_ledger_count (self->maker.store, self->maker.account_id, *after, *last,
                             &head->n_lines, error)
      || !gram_journal_head (self->maker.store, &head->entries, &head->hash, error))
    return NULL;
  return g_steal_pointer (&head);
}

static gboolean
read_statement (Asker *self,
                GramActor *actor,
                const char *from,
                const char *to,
                guint limit,
                GCancellable *cancellable,
                GramRefusal **refusal,
                GError **error)
{
  g_autoptr (GramAccountStatement) head = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  gint64 after;
  gint64 last;

  if (!_gram_query_view (self->registry, actor, self->maker.account_id, &person, &account, refusal,
                         error))
    return FALSE;
  self->maker.administrators_side = _gram_check_administrators_side (person);
  self->maker.zone = gram_zone_of_scheme (gram_account_kind_scheme (account->kind));
  head = read_head (self, account, from, to, &after, &last, refusal, error);
  if (head == NULL || !self->reader->begin (head, self->data, error))
    return FALSE;
  if (limit > 0 && head->n_lines > (gint64)limit
      && !gram_ledger_shorten (self->maker.store, self->maker.account_id, &after, last, limit,
                               error))
    return FALSE;
  return gram_ledger_walk (self->maker.store, self->maker.account_id, after, last, step_cb, self,
                           cancellable, error);
}

static gboolean
read_within (Asker *self,
             GramActor *actor,
             const char *from,
             const char *to,
             guint limit,
             GCancellable *cancellable,
             GramRefusal **refusal,
             GError **error)
{
  gboolean good;

  if (!gram_store_begin_read (self->maker.store, error))
    return FALSE;
  good = read_statement (self, actor, from, to, limit, cancellable, refusal, error);
  gram_store_end_read (self->maker.store);
  return good;
}

GramOutcome
gram_registry_read_statement (GramRegistry *self,
                              GramActor *actor,
                              gint64 account_id,
                              const char *from,
                              const char *to,
                              const GramStatementReader *reader,
                              gpointer data,
                              GCancellable *cancellable,
                              GramRefusal **refusal,
                              GError **error)
{
  g_autoptr (GramRefusal) why = NULL;
  g_auto (Asker) asker = { 0 };
  GramOutcome outcome;
  gboolean good;

  g_return_val_if_fail (self != NULL && actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (reader != NULL, GRAM_OUTCOME_FAILED);

  asker = (Asker){ .registry = self,
                   .maker = { .store = self->store, .account_id = account_id },
                   .reader = reader,
                   .data = data };
  good = read_within (&asker, actor, from, to, 0, cancellable, &why, error);
  outcome = _gram_queries_outcome (good, why);
  if (refusal != NULL)
    *refusal = g_steal_pointer (&why);
  return outcome;
}

/* A statement that is held as a whole. */
static gboolean
keep_head (const GramAccountStatement *head, gpointer data, GError **error)
{
  GramAccountStatement *self = data;

  self->account_id = head->account_id;
  self->holder = g_strdup (head->holder);
  self->number = g_strdup (head->number);
  self->kind = head->kind;
  self->from = g_strdup (head->from);
  self->to = g_strdup (head->to);
  self->made_on = g_strdup (head->made_on);
  self->opening = g_ptr_array_ref (head->opening);
  self->closing = g_ptr_array_ref (head->closing);
  self->n_lines = head->n_lines;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_statement_line_free);
  self->entries = head->entries;
  self->hash = g_strdup (head->hash);
  return TRUE;
}

static gboolean
keep_line (const GramStatementLine *line, gpointer data, GError **error)
{
  GramAccountStatement *self = data;
  GramStatementLine *copy = g_memdup2 (line, sizeof *line);
  char **const texts[]
      = { &copy->day,          &copy->command,  &copy->person,     &copy->meaning,
          &copy->role,         &copy->unit,     &copy->unit_title, &copy->amount_text,
          &copy->balance_text, &copy->sentence, &copy->reference };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup (*texts[i]);
  g_ptr_array_add (self->lines, copy);
  return TRUE;
}

GramAccountStatement *
gram_registry_statement (GramRegistry *self,
                         GramActor *actor,
                         gint64 account_id,
                         const char *from,
                         const char *to,
                         guint limit,
                         GramRefusal **refusal,
                         GError **error)
{
  static const GramStatementReader keep = { keep_head, keep_line };
  g_autoptr (GramAccountStatement) statement = g_new0 (GramAccountStatement, 1);
  g_auto (Asker) asker = { 0 };

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  asker = (Asker){ .registry = self,
                   .maker = { .store = self->store, .account_id = account_id },
                   .reader = &keep,
                   .data = statement };
  return read_within (&asker, actor, from, to, limit, NULL, refusal, error)
             ? g_steal_pointer (&statement)
             : NULL;
}
