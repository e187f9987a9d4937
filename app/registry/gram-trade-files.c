/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-files.h"

#include "gram-attachments.h"
#include "gram-handlers-trades.h"
#include "gram-texts.h"
#include "gram-trade-parties.h"

#include "gram-case-rules.h"
#include "gram-decimal.h"
#include "gram-signing-key-table.h"
#include "gram-trade-file.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static GramTradeFile *
read_file (GramCall *call, GramRefusal **refusal, GError **error)
{
  const GramCaseRules *rules = gram_case_rules_default (GRAM_SCHEME_CCTS);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) why = NULL;
  const char *text;
  gsize length;
  GramTradeFile *file;

  bytes
      = gram_attachment_read_file (gram_call_get_string (call, "file"), rules, call->progress,
                                   call->progress_data, call->cancellable, &sha256, refusal, error);
  if (bytes == NULL)
    return NULL;
  gram_call_note (call, "file-sha256", sha256);
  text = g_bytes_get_data (bytes, &length);
  file = gram_trade_file_read (text, (gssize)length, &why);
  if (file != NULL)
    return file;
  if (g_error_matches (why, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SIGNATURE))
    gram_refuse (
        refusal, "trade.file-changed", GRAM_TRADE_ARTICLE "(7)",
        _ ("The signature of the file does not fit what stands in it: the file was changed "
           "or damaged. Ask the party to send it again"));
  else
    gram_refuse (refusal, "trade.file", NULL, _ ("This is no notification of a trade: %s"),
                 why->message);
  return NULL;
}

/* The account that the notifying party says it is. */
static gboolean
find_account (GramCall *call,
              const GramTradeNotification *notification,
              GramAccountRecord **account,
              GramRefusal **refusal,
              GError **error)
{
  const char *number = notification->side == GRAM_TRADE_TRANSFEROR
                           ? notification->transferor_number
                           : notification->transferee_number;

  if (!gram_account_table_get_by_number (call->store, number, account, error))
    return FALSE;
  return *account != NULL
         || gram_refuse (refusal, "trade.file-account", GRAM_TRADE_ARTICLE "(3)",
                         _ ("The file is of account %s, which is not in this registry"), number);
}

/* Only the key that the party gave the administrator says that the file is the party's. */
static gboolean
check_signature (GramCall *call,
                 const GramTradeFile *file,
                 const GramAccountRecord *account,
                 GramRefusal **refusal,
                 GError **error)
{
  g_autoptr (GramSigningKeyRecord) key = NULL;

  if (!gram_signing_key_table_live (call->store, account->id, &key, error))
    return FALSE;
  if (key == NULL)
    return gram_refuse (refusal, "trade.no-key", GRAM_TRADE_ARTICLE "(7)",
                        _ ("Account %s has no key to check the signature with; enter the one that "
                           "the party gave you"),
                        account->number);
  return gram_trade_file_is_signed_by (file, key->public_key)
         || gram_refuse (refusal, "trade.other-key", GRAM_TRADE_ARTICLE "(7)",
                         _ ("The file is not signed with the key of account %s; ask the party "
                            "whether it has a new one"),
                         account->number);
}

/* The party's own name, too, is what it notified: its own words, which nobody has checked in this registry. */
static const GramText name_rule
    = { .name = "name", .title = N_ ("Name in the file"), .max_length = 200, .needed = TRUE };

/* What stands in the file goes the way of what is typed. */
static GramTradeNotification *
check_again (GramCall *call,
             const GramTradeNotification *from,
             const GramAccountRecord *account,
             GramRefusal **refusal,
             GError **error)
{
  gboolean gives = from->side == GRAM_TRADE_TRANSFEROR;
  g_autofree char *quantity = g_strdup_printf ("%" PRId64, from->quantity);
  g_autofree char *price
      = gram_decimal_format (from->price, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);
  g_autofree char *agreed_on = gram_date_format (from->agreed_on);
  const GramTradeForm form = {
    .year = from->year,
    .side = gram_word_for ("trade-side", (int)from->side),
    .name = gives ? from->transferee_name : from->transferor_name,
    .number = gives ? from->transferee_number : from->transferor_number,
    .quantity = quantity,
    .price = price,
    .price_in_all = TRUE,
    .price_reason = from->price_reason,
    .agreed_on = agreed_on,
  };
  g_autoptr (GramTradeNotification) notification
      = gram_trade_check (call->registry, account, &form, NULL, TRUE, refusal, error);
  g_autofree char *name = NULL;

  if (notification == NULL
      || !gram_text_check (&name_rule, gives ? from->transferor_name : from->transferee_name, &name,
                           refusal))
    return NULL;
  g_set_str (gives ? &notification->transferor_name : &notification->transferee_name, name);
  return g_steal_pointer (&notification);
}

gboolean
gram_trades_import (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramTradeFile) file = read_file (call, refusal, error);
  g_autoptr (GramTradeNotificationRecord) earlier = NULL;
  g_autoptr (GramTradeNotification) notification = NULL;
  g_autoptr (GramAccountRecord) account = NULL;

  if (file == NULL || !find_account (call, file->notification, &account, refusal, error)
      || !check_signature (call, file, account, refusal, error)
      || !gram_trade_notification_table_find_exchange (call->store, file->digest, &earlier, error))
    return FALSE;
  gram_call_answer (call, "repeated", g_variant_new_boolean (earlier != NULL));
  if (earlier != NULL)
    return gram_trade_answer (call, earlier->id, error);
  notification = check_again (call, file->notification, account, refusal, error);
  return notification != NULL && gram_trade_add (call, account, notification, file->digest, error);
}

/* Puts a key in use and the earlier one, if there is any, out of it. */
static gboolean
put_key (GramCall *call, const char *public_key, GBytes *private_key, GError **error)
{
  g_autoptr (GramSigningKeyRecord) key = gram_signing_key_record_new ();
  g_autoptr (GramSigningKeyRecord) earlier = NULL;
  g_autoptr (GramSigningKeyRecord) ended = NULL;

  if (!gram_signing_key_table_live (call->store, call->account->id, &earlier, error))
    return FALSE;
  if (earlier != NULL)
    {
      ended = gram_signing_key_record_copy (earlier);
      ended->ended_at = call->now;
      if (!gram_signing_key_table_update (call->unit, earlier, ended, error))
        return FALSE;
    }
  key->account_id = call->account->id;
  key->public_key = g_strdup (public_key);
  key->since = call->now;
  gram_call_answer_string (call, "public-key", public_key);
  return gram_signing_key_table_insert (call->unit, key, private_key, error);
}

gboolean
gram_trades_set_key (GramCall *call, GramRefusal **refusal, GError **error)
{
  const char *typed = gram_call_get_string (call, "public-key");
  g_autofree char *public_key = gram_signing_key_normalise (typed);
  g_autoptr (GramSigningKeyRecord) earlier = NULL;

  if (public_key == NULL)
    return gram_refuse (refusal, "trade.key", NULL,
                        _ ("A public key has %d hexadecimal digits; copy it from what the party "
                           "sent"),
                        GRAM_SIGNING_KEY_DIGITS);
  if (!gram_signing_key_table_live (call->store, call->account->id, &earlier, error))
    return FALSE;
  if (earlier != NULL && g_str_equal (earlier->public_key, public_key))
    return gram_refuse (refusal, "trade.key-same", NULL, _ ("Account %s has this key already"),
                        call->account->number);
  return put_key (call, public_key, NULL, error);
}

gboolean
gram_trades_create_key (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramSigningKeyRecord) earlier = NULL;
  g_autoptr (GBytes) private_key = NULL;
  g_autofree char *public_key = NULL;

  if (call->account == NULL)
    return gram_refuse (refusal, "account.unknown", NULL, _ ("There is no such account"));
  if (!gram_signing_key_table_live (call->store, call->account->id, &earlier, error))
    return FALSE;
  /* Another window has been quicker. */
  if (earlier != NULL && earlier->is_own != 0)
    return gram_refuse (refusal, "trade.key-same", NULL, _ ("Account %s has a key already"),
                        call->account->number);
  return gram_signing_key_new (&public_key, &private_key, error)
         && put_key (call, public_key, private_key, error);
}

/* What the party made of the notification last, so that the file of a version is always the same. */
static gboolean
find_made_at (GramStore *store,
              const GramTradeNotificationRecord *record,
              gint64 *made_at,
              GError **error)
{
  g_autoptr (GPtrArray) changes = gram_trade_notification_table_history (store, record->id, error);

  if (changes == NULL)
    return FALSE;
  *made_at = record->notified_at;
  for (guint i = 0; i < changes->len; i++)
    {
      const GramTradeChange *change = changes->pdata[i];

      if (gram_trade_change_is_partys (change))
        *made_at = MAX (*made_at, change->at);
    }
  return TRUE;
}

gboolean
gram_trade_change_is_partys (const GramTradeChange *change)
{
  return !g_str_equal (change->field, "state");
}

char *
gram_trade_files_write (GramStore *store,
                        const GramTradeNotificationRecord *record,
                        GramRefusal **refusal,
                        GError **error)
{
  g_autoptr (GramSigningKeyRecord) key = NULL;
  g_autoptr (GBytes) private_key = NULL;
  GramTradeNotification notification;
  gint64 made_at;

  if (!gram_signing_key_table_live (store, record->account_id, &key, error))
    return NULL;
  if (key == NULL || key->is_own == 0)
    {
      gram_refuse (refusal, "trade.no-key", GRAM_TRADE_ARTICLE "(3)",
                   _ ("This registry has no private key of account %s to sign the file with"),
                   record->number);
      return NULL;
    }
  if (!gram_signing_key_table_private (store, key->id, &private_key, error)
      || !find_made_at (store, record, &made_at, error))
    return NULL;
  gram_trade_notification_borrow (record, &notification);
  return gram_trade_file_write (&notification, made_at, private_key, error);
}
