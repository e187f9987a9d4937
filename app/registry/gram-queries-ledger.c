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

/* An entry that is about many accounts tells the members of one that it was, and nothing of the others. */
static void
narrow (GPtrArray *entries, const GramJournalQuery *query)
{
  for (guint i = entries->len; i > 0; i--)
    {
      GramJournalEntry *entry = entries->pdata[i - 1];

      if (entry->account_id == query->account_id)
        continue;
      if (query->text != NULL && *query->text != '\0')
        {
          g_ptr_array_remove_index (entries, i - 1);
          continue;
        }
      g_set_str (&entry->arguments, "{}");
      g_set_str (&entry->result, "{}");
    }
}

/* Reads on until the page is full: what is left out is no end of the journal. */
static GPtrArray *
read_page (GramRegistry *self,
           GramJournalQuery *query,
           guint limit,
           gboolean members,
           GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_journal_entry_free);
  guint n_read;
  guint n_asked;

  do
    {
      g_autoptr (GPtrArray) page = NULL;

      n_asked = limit > 0 ? limit - entries->len : 0;
      page = gram_journal_query (self->store, query, n_asked, error);
      if (page == NULL)
        return NULL;
      n_read = page->len;
      if (n_read > 0)
        query->before = ((const GramJournalEntry *)page->pdata[n_read - 1])->id;
      if (members)
        narrow (page, query);
      if (!hide_from (page, query->text, members, error))
        return NULL;
      g_ptr_array_extend_and_steal (entries, g_steal_pointer (&page));
    }
  while (limit > 0 && n_read == n_asked && entries->len < limit);
  return g_steal_pointer (&entries);
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
  GramOutcome administers;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (may_read_journal (self, actor, query->account_id, refusal, error) != GRAM_OUTCOME_DONE)
    return NULL;
  administers = gram_registry_administers (self, actor, NULL, error);
  if (administers == GRAM_OUTCOME_FAILED)
    return NULL;
  page = gram_journal_query_copy (query);
  page->before = before;
  return read_page (self, page, limit, administers == GRAM_OUTCOME_REFUSED, error);
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
