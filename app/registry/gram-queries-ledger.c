/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-check.h"
#include "gram-queries-balances.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"
#include "gram-units.h"

#include "gram-case-table.h"
#include "gram-correction-table.h"
#include "gram-json.h"
#include "gram-ledger-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GramBalance *
balance_new (const GramLedgerBalance *from)
{
  GramBalance *self = g_new0 (GramBalance, 1);

  self->role = g_strdup (from->role);
  self->unit = g_strdup (from->unit);
  self->year = gram_unit_year (from->unit);
  self->amount = from->balance;
  self->text = gram_unit_format (from->unit, from->balance);
  return self;
}

void
gram_balance_free (GramBalance *self)
{
  if (self == NULL)
    return;
  g_free (self->role);
  g_free (self->unit);
  g_free (self->text);
  g_free (self);
}

/* What is owed first, as somebody has to pay it; then what is in favour, what is held, what is promised. */
static const char *const roles[] = { "charges", "in-favour", "holding", "reserved" };

GPtrArray *
_gram_queries_balances (const GPtrArray *balances)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_balance_free);

  for (gsize role = 0; role < G_N_ELEMENTS (roles); role++)
    for (guint i = 0; i < balances->len; i++)
      {
        const GramLedgerBalance *balance = balances->pdata[i];

        if (g_str_equal (balance->role, roles[role]))
          g_ptr_array_add (list, balance_new (balance));
      }
  return list;
}

static void
statement_line_free (GramStatementLine *self)
{
  g_free (self->command);
  g_free (self->person);
  g_free (self->meaning);
  g_free (self->role);
  g_free (self->unit);
  g_free (self->amount_text);
  g_free (self->balance_text);
  g_free (self->reference);
  g_free (self);
}

static GramStatementLine *
statement_line_new (const GramLedgerEntryLine *from)
{
  GramStatementLine *self = g_new0 (GramStatementLine, 1);

  self->posting = from->posting_id;
  self->journal_id = from->journal_id;
  self->at = from->at;
  self->command = g_strdup (from->command);
  self->person = g_strdup (from->person);
  self->meaning = g_strdup (from->meaning);
  self->reverses = from->reverses;
  self->role = g_strdup (from->role);
  self->unit = g_strdup (from->unit);
  self->year = gram_unit_year (from->unit);
  self->amount = from->amount;
  self->balance_after = from->balance_after;
  self->amount_text = gram_unit_format (from->unit, from->amount);
  self->balance_text = gram_unit_format (from->unit, from->balance_after);
  return self;
}

void
gram_account_statement_free (GramAccountStatement *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->opening, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->closing, g_ptr_array_unref);
  g_free (self);
}

/* Who asks for a statement: members are told what was done to their account, not what another one's case says. */
typedef struct
{
  GramStore *store;
  gint64 account_id;
  gboolean administrators_side;
} Asker;

/* The reference that a command was given, from its entry in the journal. Of a command on another account, such as the other
 * party's of a trade, members read neither the reference nor who sent it. */
static gboolean
read_entry (const Asker *asker, GramStatementLine *line, GError **error)
{
  g_autoptr (GPtrArray) entries
      = gram_journal_list (asker->store, 0, line->journal_id + 1, 1, error);
  g_autoptr (JsonNode) node = NULL;
  const char *text = NULL;

  if (entries == NULL)
    return FALSE;
  if (entries->len > 0 && !asker->administrators_side)
    {
      gint64 account_id = ((const GramJournalEntry *)entries->pdata[0])->account_id;

      if (account_id != 0 && account_id != asker->account_id)
        {
          g_ptr_array_set_size (entries, 0);
          g_clear_pointer (&line->person, g_free);
        }
    }
  if (entries->len > 0)
    node = gram_json_parse (((const GramJournalEntry *)entries->pdata[0])->arguments, -1, error);
  if (entries->len > 0 && node == NULL)
    return FALSE;
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    text
        = json_object_get_string_member_with_default (json_node_get_object (node), "reference", "");
  line->reference = g_strdup (text != NULL ? text : "");
  return TRUE;
}

/* What a correction of a vehicle posted names its case, and what it takes back. */
static gboolean
read_correction (const Asker *asker, GramStatementLine *line, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  gint64 reverses;

  if (!g_str_equal (line->meaning, "reversal") && !g_str_equal (line->meaning, "correction"))
    return TRUE;
  if (!gram_correction_table_of_posting (asker->store, line->posting, &line->case_id, &reverses,
                                         error)
      || !gram_case_table_get (asker->store, line->case_id, &record, error))
    return FALSE;
  if (!asker->administrators_side && (record == NULL || record->account_id != asker->account_id))
    line->case_id = 0;
  if (reverses != 0)
    line->reverses = reverses;
  return TRUE;
}

/* A period as instants; @to is the first one that is too late. 0 has no end on that side. */
static gboolean
read_period (GramAccountKind kind,
             const char *from,
             const char *to,
             gint64 *first,
             gint64 *end,
             GramRefusal **refusal)
{
  GramZone zone = gram_zone_of_scheme (gram_account_kind_scheme (kind));
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

static gboolean
read_balances_before (GramStore *store,
                      gint64 account_id,
                      gint64 at,
                      GPtrArray **balances,
                      GError **error)
{
  g_autoptr (GPtrArray) rows = at != 0 ? gram_ledger_balances_before (store, account_id, at, error)
                                       : gram_ledger_balances (store, account_id, error);

  if (rows == NULL)
    return FALSE;
  *balances = _gram_queries_balances (rows);
  return TRUE;
}

static gboolean
read_lines (const Asker *asker, gint64 first, gint64 end, GPtrArray *lines, GError **error)
{
  g_autoptr (GPtrArray) rows
      = gram_ledger_list (asker->store, asker->account_id, first, end, 0, 0, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = rows->len; i > 0; i--)
    {
      GramStatementLine *line = statement_line_new (rows->pdata[i - 1]);

      g_ptr_array_add (lines, line);
      if (!read_entry (asker, line, error) || !read_correction (asker, line, error))
        return FALSE;
    }
  return TRUE;
}

static GramAccountStatement *
read_statement (GramRegistry *self,
                GramActor *actor,
                gint64 account_id,
                const char *from,
                const char *to,
                GramRefusal **refusal,
                GError **error)
{
  g_autoptr (GramAccountStatement) statement = g_new0 (GramAccountStatement, 1);
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  Asker asker = { .store = self->store, .account_id = account_id };
  gint64 first;
  gint64 end;

  if (!_gram_query_view (self, actor, account_id, &person, &account, refusal, error)
      || !read_period (account->kind, from, to, &first, &end, refusal))
    return NULL;
  asker.administrators_side = _gram_check_administrators_side (person);
  statement->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)statement_line_free);
  if (first == 0)
    statement->opening = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_balance_free);
  else if (!read_balances_before (self->store, account_id, first, &statement->opening, error))
    return NULL;
  if (!read_balances_before (self->store, account_id, end, &statement->closing, error)
      || !read_lines (&asker, first, end, statement->lines, error))
    return NULL;
  return g_steal_pointer (&statement);
}

GramAccountStatement *
gram_registry_statement (GramRegistry *self,
                         GramActor *actor,
                         gint64 account_id,
                         const char *from,
                         const char *to,
                         GramRefusal **refusal,
                         GError **error)
{
  GramAccountStatement *statement;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  statement = read_statement (self, actor, account_id, from, to, refusal, error);
  gram_store_end_read (self->store);
  return statement;
}

/* An account's own journal is for who may view it; the whole of it for the administrator's side. */
static GramOutcome
may_read_journal (GramRegistry *self,
                  GramActor *actor,
                  gint64 account_id,
                  GramRefusal **refusal,
                  GError **error)
{
  return account_id != 0 ? gram_registry_may_view (self, actor, account_id, refusal, error)
                         : gram_registry_administers (self, actor, refusal, error);
}

/* What stands in an entry and is not for everybody who reads it. */
static const struct
{
  const char *command;
  const char *argument;
  gboolean from_members;
} hidden[] = {
  /* Which account a decision brought the vehicle to is the administrator's side's to know, whoever had named one before. */
  { "dispute.uphold", "right-account", TRUE },
  /* The note of a notification is the party's own. */
  { "trade.notify", "note", FALSE },
  { "trade.amend", "note", FALSE },
};

/* The argument is not there for who asks; @hidden_now says that it was. */
static gboolean
hide_argument (GramJournalEntry *entry, const char *argument, gboolean *hidden_now, GError **error)
{
  g_autoptr (JsonNode) node = gram_json_parse (entry->arguments, -1, error);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node)
      || !json_object_has_member (json_node_get_object (node), argument))
    return TRUE;
  json_object_remove_member (json_node_get_object (node), argument);
  g_free (entry->arguments);
  entry->arguments = json_to_string (node, FALSE);
  *hidden_now = TRUE;
  return TRUE;
}

static gboolean
says (const GramJournalEntry *entry, const char *text)
{
  g_autofree char *arguments = g_ascii_strdown (entry->arguments, -1);
  g_autofree char *result = g_ascii_strdown (entry->result, -1);
  g_autofree char *wanted = g_ascii_strdown (text, -1);

  return strstr (arguments, wanted) != NULL || strstr (result, wanted) != NULL;
}

/* The entries as one of the two sides reads them; nobody finds one by the words in it that are hidden. */
static gboolean
hide_from (GPtrArray *entries, const char *text, gboolean members, GError **error)
{
  for (guint i = entries->len; i > 0; i--)
    {
      GramJournalEntry *entry = entries->pdata[i - 1];
      gboolean hidden_now = FALSE;

      for (gsize row = 0; row < G_N_ELEMENTS (hidden); row++)
        if (hidden[row].from_members == members && g_str_equal (entry->command, hidden[row].command)
            && !hide_argument (entry, hidden[row].argument, &hidden_now, error))
          return FALSE;
      if (hidden_now && text != NULL && *text != '\0' && !says (entry, text))
        g_ptr_array_remove_index (entries, i - 1);
    }
  return TRUE;
}

GPtrArray *
gram_registry_journal (GramRegistry *self,
                       GramActor *actor,
                       const GramJournalQuery *query,
                       gint64 before,
                       guint limit,
                       GramRefusal **refusal,
                       GError **error)
{
  g_autoptr (GramJournalQuery) page = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (may_read_journal (self, actor, query->account_id, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  page = gram_journal_query_copy (query);
  page->before = before;
  entries = gram_journal_query (self->store, page, limit, error);
  if (entries == NULL)
    return NULL;
  switch (gram_registry_administers (self, actor, NULL, error))
    {
    case GRAM_OUTCOME_DONE:
      return hide_from (entries, query->text, FALSE, error) ? g_steal_pointer (&entries) : NULL;
    case GRAM_OUTCOME_REFUSED:
      return hide_from (entries, query->text, TRUE, error) ? g_steal_pointer (&entries) : NULL;
    case GRAM_OUTCOME_FAILED:
    default:
      return NULL;
    }
}

GPtrArray *
gram_registry_journal_persons (GramRegistry *self,
                               GramActor *actor,
                               gint64 account_id,
                               GramRefusal **refusal,
                               GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (may_read_journal (self, actor, account_id, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  return gram_journal_persons (self->store, account_id, error);
}
