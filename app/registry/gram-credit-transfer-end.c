/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-transfers.h"

#include "gram-credit-transfer-postings.h"
#include "gram-notices-ccs.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

gboolean
gram_credit_transfer_refuse_unknown (gint64 id, GramRefusal **refusal)
{
  return gram_refuse (refusal, "transfer.unknown", NULL,
                      _ ("There is no transfer %" PRId64 ", or it is none of yours"), id);
}

/* Which sides an end is told: not the one that brought it about. */
static const struct
{
  GramCreditTransferState state;
  GramEvent event;
  gboolean sender;
  gboolean receiver;
} told[] = {
  { GRAM_CREDIT_TRANSFER_ACCEPTED, GRAM_EVENT_TRANSFER_DECIDED, TRUE, FALSE },
  { GRAM_CREDIT_TRANSFER_DECLINED, GRAM_EVENT_TRANSFER_DECIDED, TRUE, FALSE },
  { GRAM_CREDIT_TRANSFER_CANCELLED, GRAM_EVENT_TRANSFER_DECIDED, FALSE, TRUE },
  { GRAM_CREDIT_TRANSFER_LAPSED, GRAM_EVENT_TRANSFER_LAPSED, TRUE, TRUE },
};

static gboolean
tell (GramCall *call, const GramCreditTransferRecord *record, GError **error)
{
  const char *word = gram_word_for ("credit-transfer-state", (int)record->state);

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      if (told[i].state != record->state)
        continue;
      if (told[i].sender
          && !gram_notices_tell_transfer (call, told[i].event, record->from_account, record->id,
                                          record->to_number, record->credits, word,
                                          record->lapses_on, error))
        return FALSE;
      if (told[i].receiver
          && !gram_notices_tell_transfer (call, told[i].event, record->to_account, record->id,
                                          record->from_number, record->received, word,
                                          record->lapses_on, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_credit_transfer_end (GramCall *call,
                          const GramCreditTransferRecord *before,
                          const GArray *lines,
                          GramCreditTransferState state,
                          const char *reason,
                          GError **error)
{
  g_autoptr (GramCreditTransferRecord) after = gram_credit_transfer_record_copy (before);

  after->state = state;
  after->ended_by = gram_call_person_id (call);
  after->ended_at = call->now;
  g_set_str (&after->end_reason, reason != NULL ? reason : "");
  gram_call_touches (call, "transfer", before->id);
  if (state == GRAM_CREDIT_TRANSFER_ACCEPTED
          ? !gram_credit_transfer_post (call, before, lines, &after->end_posting_id, error)
          : !gram_credit_transfer_reserve (call, before, lines, TRUE, &after->end_posting_id,
                                           error))
    return FALSE;
  return gram_credit_transfer_table_update (call->unit, before, after, error)
         && tell (call, after, error);
}
