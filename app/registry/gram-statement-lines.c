/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-statement-lines.h"

#include "gram-posting-sentences.h"
#include "gram-units.h"

#include "gram-case-table.h"
#include "gram-charge-table.h"
#include "gram-correction-table.h"
#include "gram-credit-transfer-query.h"
#include "gram-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Transfers that are read at once. */
#define PAGE 500

void
gram_statement_line_free (GramStatementLine *self)
{
  if (self == NULL)
    return;
  g_free (self->day);
  g_free (self->command);
  g_free (self->person);
  g_free (self->meaning);
  g_free (self->role);
  g_free (self->unit);
  g_free (self->unit_title);
  g_free (self->amount_text);
  g_free (self->balance_text);
  g_free (self->sentence);
  g_free (self->reference);
  g_free (self);
}

/* What both holders of a transfer read of it. */
typedef struct
{
  char *other;
  char *reference;
} Party;

static void
party_free (Party *self)
{
  g_free (self->other);
  g_free (self->reference);
  g_free (self);
}

void
gram_statement_maker_clear (GramStatementMaker *self)
{
  g_clear_pointer (&self->parties, g_hash_table_unref);
  g_clear_pointer (&self->reference, g_free);
}

static void
add_party (GramStatementMaker *self, const GramCreditTransferRecord *transfer)
{
  const gint64 postings[] = { transfer->posting_id, transfer->end_posting_id };
  gboolean sent = transfer->from_account == self->account_id;

  for (gsize i = 0; i < G_N_ELEMENTS (postings); i++)
    {
      Party *party;

      if (postings[i] == 0)
        continue;
      party = g_new0 (Party, 1);
      /* Translators: name of a holder and number of the account */
      party->other = g_strdup_printf (_ ("%s (%s)"), sent ? transfer->to_name : transfer->from_name,
                                      sent ? transfer->to_number : transfer->from_number);
      party->reference = g_strdup (transfer->reference);
      g_hash_table_insert (self->parties, g_memdup2 (&postings[i], sizeof postings[i]), party);
    }
}

static gboolean
read_parties (GramStatementMaker *self, GError **error)
{
  const GramCreditTransferQuery query = { .account_id = self->account_id };
  g_autoptr (GArray) ids = gram_credit_transfer_table_ids (self->store, &query, 0, error);

  self->parties
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)party_free);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i += PAGE)
    {
      g_autoptr (GPtrArray) page
          = gram_credit_transfer_table_page (self->store, &g_array_index (ids, gint64, i),
                                             MIN (PAGE, ids->len - i), error);

      if (page == NULL)
        return FALSE;
      for (guint j = 0; j < page->len; j++)
        add_party (self, page->pdata[j]);
    }
  return TRUE;
}

/* The other party of a transfer, NULL none. */
static gboolean
find_party (GramStatementMaker *self,
            const GramLedgerEntryLine *entry,
            const Party **party,
            GError **error)
{
  static const char *const meanings[] = { "reserve", "release", "transfer", NULL };

  *party = NULL;
  if (!gram_unit_is_credit (entry->unit) || !g_strv_contains (meanings, entry->meaning))
    return TRUE;
  if (self->parties == NULL && !read_parties (self, error))
    return FALSE;
  *party = g_hash_table_lookup (self->parties, &entry->posting_id);
  return TRUE;
}

/* The reference that a command was given, from its entry in the journal. Of a command on another account, such as the other
 * party's of a trade, members do not read it. */
static gboolean
read_reference (GramStatementMaker *self,
                const GramLedgerStep *step,
                gboolean elsewhere,
                GError **error)
{
  g_autoptr (JsonNode) node = NULL;

  if (self->journal_id == step->line->journal_id)
    return TRUE;
  self->journal_id = step->line->journal_id;
  g_set_str (&self->reference, "");
  if (elsewhere || step->arguments == NULL || strstr (step->arguments, "\"reference\"") == NULL)
    return TRUE;
  node = gram_json_parse (step->arguments, -1, error);
  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    g_set_str (&self->reference,
               json_object_get_string_member_with_default (json_node_get_object (node), "reference",
                                                           ""));
  return TRUE;
}

/* What a correction of a vehicle posted names its case, and what it takes back. */
static gboolean
read_correction (const GramStatementMaker *self, GramStatementLine *line, GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  gint64 reverses;

  if (!g_str_equal (line->meaning, "reversal") && !g_str_equal (line->meaning, "correction"))
    return TRUE;
  if (!gram_correction_table_of_posting (self->store, line->posting, &line->case_id, &reverses,
                                         error)
      || !gram_case_table_get (self->store, line->case_id, &record, error))
    return FALSE;
  if (!self->administrators_side && (record == NULL || record->account_id != self->account_id))
    line->case_id = 0;
  if (reverses != 0)
    line->reverses = reverses;
  return TRUE;
}

/* A posting that made a charge says of how many vehicles, or of which year. */
static gboolean
read_charge (const GramStatementMaker *self,
             GramPostingFacts *facts,
             gint64 posting_id,
             GError **error)
{
  g_autoptr (GramChargeRecord) charge = NULL;

  if (facts->amount < 0 || !g_str_equal (facts->role, "charges"))
    return TRUE;
  if (!gram_charge_table_of_posting (self->store, posting_id, &charge, error))
    return FALSE;
  if (charge != NULL)
    {
      facts->year = charge->year;
      facts->vehicles = charge->vehicles;
    }
  return TRUE;
}

static GramStatementLine *
line_new (const GramStatementMaker *self, const GramLedgerEntryLine *from, gboolean elsewhere)
{
  GramStatementLine *line = g_new0 (GramStatementLine, 1);

  line->entry = from->id;
  line->posting = from->posting_id;
  line->journal_id = from->journal_id;
  line->at = from->at;
  line->day = gram_date_format (gram_date_from_instant (from->at, self->zone));
  line->command = g_strdup (from->command);
  line->person = elsewhere ? NULL : g_strdup (from->person);
  line->meaning = g_strdup (from->meaning);
  line->reverses = from->reverses;
  line->role = g_strdup (from->role);
  line->unit = g_strdup (from->unit);
  line->unit_title = gram_posting_unit_title (from->role, from->unit);
  line->year = gram_unit_year (from->unit);
  line->amount = from->amount;
  line->balance_after = from->balance_after;
  line->amount_text = gram_unit_format (from->unit, from->amount);
  line->balance_text = gram_unit_format (from->unit, from->balance_after);
  return line;
}

GramStatementLine *
gram_statement_maker_line (GramStatementMaker *self, const GramLedgerStep *step, GError **error)
{
  gboolean elsewhere
      = !self->administrators_side && step->account_id != 0 && step->account_id != self->account_id;
  g_autoptr (GramStatementLine) line = line_new (self, step->line, elsewhere);
  GramPostingFacts facts = {
    .meaning = line->meaning,
    .role = line->role,
    .unit = line->unit,
    .amount = line->amount,
  };
  const Party *party;

  if (!read_reference (self, step, elsewhere, error) || !read_correction (self, line, error)
      || !find_party (self, step->line, &party, error)
      || !read_charge (self, &facts, line->posting, error))
    return NULL;
  facts.other = party != NULL ? party->other : NULL;
  line->sentence = gram_posting_sentence (&facts);
  line->reference
      = g_strdup (*self->reference == '\0' && party != NULL ? party->reference : self->reference);
  return g_steal_pointer (&line);
}
