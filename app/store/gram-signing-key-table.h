/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramSigningKeyRecord:
 * @id: row, 0 before it is stored
 * @account_id: the account
 * @public_key: public key (Ed25519): 32 bytes, hexadecimal
 * @since: UTC microseconds
 * @ended_at: UTC microseconds, 0 in use
 * @is_own: the private key is here too; read, not written
 *
 * A key with which a party signs exchange files. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  char *public_key;
  gint64 since;
  gint64 ended_at;
  gint64 is_own;
} GramSigningKeyRecord;

/**
 * gram_signing_key_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_signing_key_record_free()
 */
GramSigningKeyRecord *gram_signing_key_record_new (void);

/**
 * gram_signing_key_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramSigningKeyRecord *gram_signing_key_record_copy (const GramSigningKeyRecord *self);

/**
 * gram_signing_key_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_signing_key_record_free (GramSigningKeyRecord *self);

/**
 * gram_signing_key_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Ends it; nothing else can change. The row is not as @before any more: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_signing_key_table_update (GramUnit *unit,
                                        const GramSigningKeyRecord *before,
                                        const GramSigningKeyRecord *after,
                                        GError **error);

/**
 * gram_signing_key_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the key, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_signing_key_table_get (GramStore *store,
                                     gint64 id,
                                     GramSigningKeyRecord **record,
                                     GError **error);

/**
 * gram_signing_key_table_live:
 * @store: a store
 * @account_id: an account
 * @record: (out) (nullable) (transfer full): the key, or %NULL if there is none
 * @error: return location
 *
 * The key of an account that is in use.
 *
 * Returns: %FALSE on error
 */
gboolean gram_signing_key_table_live (GramStore *store,
                                      gint64 account_id,
                                      GramSigningKeyRecord **record,
                                      GError **error);

/**
 * gram_signing_key_table_list:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * Keys of an account, the newest first.
 *
 * Returns: (transfer full) (element-type GramSigningKeyRecord) (nullable): the rows
 */
GPtrArray *gram_signing_key_table_list (GramStore *store, gint64 account_id, GError **error);

/**
 * gram_signing_key_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @private_key: (nullable): the private key, of an own registry's own account only
 * @error: return location
 *
 * Inserts a key. The account has one in use: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_signing_key_table_insert (GramUnit *unit,
                                        GramSigningKeyRecord *record,
                                        GBytes *private_key,
                                        GError **error);

/**
 * gram_signing_key_table_private:
 * @store: a store
 * @id: id of a key
 * @private_key: (out) (nullable) (transfer full): its private key, or %NULL if it is not here
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_signing_key_table_private (GramStore *store, gint64 id, GBytes **private_key, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramSigningKeyRecord, gram_signing_key_record_free)

G_END_DECLS
