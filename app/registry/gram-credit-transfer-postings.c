/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-transfer-postings.h"

#include "gram-units.h"

#include "gram-decimal.h"
#include "gram-ledger.h"

#include <glib/gi18n-lib.h>

/* Lines of a posting, and the names of units that they borrow. */
typedef struct
{
  GArray *lines;
  GPtrArray *units;
} Posting;

static void
posting_init (Posting *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (GramLedgerLine));
  self->units = g_ptr_array_new_with_free_func (g_free);
}

static void
posting_clear (Posting *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Posting, posting_clear)

static void
posting_add (Posting *self,
             gint64 account_id,
             const char *role,
             GramAccountKind kind,
             int year,
             gint64 amount)
{
  char *unit = gram_unit_make_credit (kind, year);
  const GramLedgerLine line = { account_id, role, unit, amount };

  g_ptr_array_add (self->units, unit);
  g_array_append_val (self->lines, line);
}

static gboolean
posting_post (Posting *self, GramCall *call, const char *meaning, gint64 *posting, GError **error)
{
  return gram_ledger_post (call->unit, call->journal_id, meaning,
                           (const GramLedgerLine *)self->lines->data, self->lines->len, posting,
                           error);
}

gboolean
gram_credit_transfer_reserve (GramCall *call,
                              const GramCreditTransferRecord *record,
                              const GArray *lines,
                              gboolean release,
                              gint64 *posting,
                              GError **error)
{
  g_auto (Posting) entry = { 0 };

  posting_init (&entry);
  for (guint i = 0; i < lines->len; i++)
    {
      const GramCreditTransferLine *line = &g_array_index (lines, GramCreditTransferLine, i);
      gint64 amount = release ? -line->credits : line->credits;

      posting_add (&entry, record->from_account, "holding", record->from_kind, line->year, -amount);
      posting_add (&entry, record->from_account, "reserved", record->from_kind, line->year, amount);
    }
  return posting_post (&entry, call, release ? "release" : "reserve", posting, error);
}

/* What one year does: from here, to there, and in between if the kinds differ. */
static void
add_line (Posting *entry,
          const GramCreditTransferRecord *record,
          const GramCreditTransferLine *line)
{
  gboolean here = record->from_account != 0 && record->to_account != 0;
  gboolean converts = here && record->from_kind != record->to_kind;

  if (record->from_account != 0)
    posting_add (entry, record->from_account, here ? "reserved" : "holding", record->from_kind,
                 line->year, -line->credits);
  else
    posting_add (entry, 0, "transfer", record->to_kind, line->year, -line->received);
  if (converts)
    {
      posting_add (entry, 0, "conversion", record->from_kind, line->year, line->credits);
      posting_add (entry, 0, "conversion", record->to_kind, line->year, -line->received);
    }
  if (record->to_account != 0)
    posting_add (entry, record->to_account, "holding", record->to_kind, line->year, line->received);
  else
    posting_add (entry, 0, "transfer", record->from_kind, line->year, line->credits);
}

gboolean
gram_credit_transfer_check_room (GramStore *store,
                                 const GramCreditTransferRecord *record,
                                 const GArray *lines,
                                 GramRefusal **refusal,
                                 GError **error)
{
  for (guint i = 0; record->to_account != 0 && i < lines->len; i++)
    {
      const GramCreditTransferLine *line = &g_array_index (lines, GramCreditTransferLine, i);
      g_autofree char *unit = gram_unit_make_credit (record->to_kind, line->year);
      gint64 held;

      if (!gram_ledger_balance (store, record->to_account, "holding", unit, &held, error))
        return FALSE;
      if (!gram_decimal_add (held, line->received, &held))
        return gram_refuse (refusal, "transfer.too-large", NULL,
                            _ ("So many credits cannot be counted; transfer fewer"));
    }
  return TRUE;
}

gboolean
gram_credit_transfer_post (GramCall *call,
                           const GramCreditTransferRecord *record,
                           const GArray *lines,
                           gint64 *posting,
                           GError **error)
{
  g_auto (Posting) entry = { 0 };

  posting_init (&entry);
  for (guint i = 0; i < lines->len; i++)
    add_line (&entry, record, &g_array_index (lines, GramCreditTransferLine, i));
  return posting_post (&entry, call, "transfer", posting, error);
}
