/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-trades-private.h"

#include "gram-queries-people-private.h"
#include "gram-queries-private.h"
#include "gram-trade-files.h"

#include "gram-member-table.h"
#include "gram-signing-key-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A live notification of an account for which the asker may transfer. */
static gboolean
find_own (GramRegistry *self,
          GramActor *actor,
          gint64 id,
          GramTradeNotificationRecord **record,
          GramRefusal **refusal,
          GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramMember) member = NULL;

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE
      || !gram_trade_notification_table_get (self->store, id, record, error)
      || (*record != NULL
          && !gram_member_table_get (self->store, (*record)->account_id, person->id, &member,
                                     error)))
    return FALSE;
  if (member == NULL)
    return gram_trade_refuse_unknown (id, refusal);
  if ((member->permissions & GRAM_PERMISSION_TRANSFER) == 0)
    return gram_refuse (refusal, "permission.missing", NULL,
                        _ ("You need the permission to transfer credits of this account"));
  return ((*record)->state & GRAM_TRADE_LIVE) != 0
         || gram_refuse (refusal, "trade.over", GRAM_TRADE_ARTICLE "(3)",
                         _ ("The notification is over: %s; there is nothing left to notify"),
                         gram_trade_state_title ((*record)->state));
}

/* The registry of a party makes keys for it the first time that it signs. */
static gboolean
make_key (GramRegistry *self,
          GramActor *actor,
          const GramTradeNotificationRecord *record,
          GramRefusal **refusal,
          GError **error)
{
  const GramSender sender = { .actor = actor, .internal = TRUE };
  g_autoptr (GramSigningKeyRecord) key = NULL;
  g_autoptr (GramRefusal) why = NULL;
  g_autoptr (GVariant) arguments = NULL;
  GramOutcome outcome;

  if (gram_registry_get_kind (self) == GRAM_REGISTRY_ADMINISTRATOR)
    return gram_refuse (refusal, "trade.no-key", GRAM_TRADE_ARTICLE "(3)",
                        _ ("The administrator has this notification already, and this registry "
                           "signs for nobody; files are made in the party’s own registry"));
  if (!gram_signing_key_table_live (self->store, record->account_id, &key, error))
    return FALSE;
  if (key != NULL && key->is_own != 0)
    return TRUE;
  arguments = g_variant_ref_sink (g_variant_new_parsed ("{'account': <%s>}", record->number));
  outcome = _gram_registry_send (self, &sender, "key.create", arguments, NULL, &why, error);
  /* Another window has been quicker. */
  if (outcome == GRAM_OUTCOME_DONE || (why != NULL && g_str_equal (why->id, "trade.key-same")))
    return TRUE;
  if (why != NULL && refusal != NULL)
    *refusal = g_steal_pointer (&why);
  return FALSE;
}

gboolean
gram_registry_write_trade_file (GramRegistry *self,
                                GramActor *actor,
                                gint64 notification_id,
                                GOutputStream *stream,
                                GCancellable *cancellable,
                                GramRefusal **refusal,
                                GError **error)
{
  g_autoptr (GramTradeNotificationRecord) record = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (actor != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  if (!find_own (self, actor, notification_id, &record, refusal, error)
      || !make_key (self, actor, record, refusal, error))
    return FALSE;
  text = gram_trade_files_write (self->store, record, refusal, error);
  return text != NULL
         && g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

gboolean
gram_registry_trade_key (GramRegistry *self,
                         GramActor *actor,
                         gint64 account_id,
                         char **public_key,
                         GramRefusal **refusal,
                         GError **error)
{
  g_autoptr (GramSigningKeyRecord) key = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (actor != NULL, FALSE);
  g_return_val_if_fail (public_key != NULL, FALSE);

  *public_key = NULL;
  if (!_gram_query_view (self, actor, account_id, NULL, NULL, refusal, error)
      || !gram_signing_key_table_live (self->store, account_id, &key, error))
    return FALSE;
  if (key != NULL)
    *public_key = g_strdup (key->public_key);
  return TRUE;
}
