/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-trade.h"
#include "gram-signing-key.h"

G_BEGIN_DECLS

/*
 * The exchange file of a trade: one notification (art. 37(3)), signed with the party's Ed25519 key, so that a party without
 * access to a registry can notify through its administrator. The signature says who made the file only together with the public
 * key that the administrator holds for the account: gram_trade_file_is_signed_by().
 */

/**
 * GramTradeFile:
 * @notification: what the party notifies; its own note is never in a file
 * @made_at: when the file was made, UTC microseconds
 * @public_key: public key that the signature agrees with, 64 hexadecimal digits in small letters
 * @digest: SHA-256 of what is signed, 64 hexadecimal digits: the same for every copy of the file, so that reading it twice has
 *   one effect
 *
 * A file that was read; its signature agrees with its own public key.
 */
typedef struct
{
  GramTradeNotification *notification;
  gint64 made_at;
  char *public_key;
  char *digest;
} GramTradeFile;

/**
 * gram_trade_file_write:
 * @notification: what the party notifies
 * @made_at: now, UTC microseconds
 * @private_key: the party's private key, of gram_signing_key_new()
 * @error: return location
 *
 * The file as JSON text. The same input gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with a %GRAM_EXCHANGE_ERROR
 */
char *gram_trade_file_write (const GramTradeNotification *notification,
                             gint64 made_at,
                             GBytes *private_key,
                             GError **error);

/**
 * gram_trade_file_read:
 * @text: the file
 * @length: bytes of @text, or -1
 * @error: return location
 *
 * Reads a file strictly: every member is there, none is unknown, and the signature agrees with the public key in it.
 * %GRAM_EXCHANGE_ERROR_SIGNATURE says that it does not: the file was changed or damaged. Whether the notification keeps the
 * rules is the registry's to check again.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with a %GRAM_EXCHANGE_ERROR
 */
GramTradeFile *gram_trade_file_read (const char *text, gssize length, GError **error);

/**
 * gram_trade_file_is_signed_by:
 * @self: a file
 * @public_key: public key that the administrator holds for the account
 *
 * Returns: %TRUE if the file is signed with the key that belongs to @public_key
 */
gboolean gram_trade_file_is_signed_by (const GramTradeFile *self, const char *public_key);

/**
 * gram_trade_file_free:
 * @self: (nullable): a file
 *
 * Frees a file.
 */
void gram_trade_file_free (GramTradeFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTradeFile, gram_trade_file_free)

G_END_DECLS
