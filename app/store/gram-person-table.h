/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramPersonRecord:
 * @id: row of the person, 0 before it is stored
 * @email: e-mail address, as the registry normalised it; unique
 * @name: name
 * @password_hash: crypt(5) text; never leaves the registry floor
 * @role: role in the registry
 * @failed_tries: wrong passwords since the last right one
 * @locked_until: UTC microseconds until which sign-in waits, 0 not locked
 * @last_sign_in: UTC microseconds, 0 never
 * @created_at: UTC microseconds
 * @active: may sign in; one that was removed may not
 * @reset_hash: SHA-256 of a one-time code for a new password, hexadecimal; empty none
 * @reset_lapses_at: UTC microseconds from which that code is worth nothing
 *
 * A person as plain data. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  char *email;
  char *name;
  char *password_hash;
  GramRole role;
  int failed_tries;
  gint64 locked_until;
  gint64 last_sign_in;
  gint64 created_at;
  gboolean active;
  char *reset_hash;
  gint64 reset_lapses_at;
} GramPersonRecord;

/**
 * gram_person_record_new:
 *
 * Makes an empty record: an active officer.
 *
 * Returns: (transfer full): the record; free with gram_person_record_free()
 */
GramPersonRecord *gram_person_record_new (void);

/**
 * gram_person_record_free:
 * @self: (nullable): a record
 *
 * Overwrites the hashes of password and code and frees the record.
 */
void gram_person_record_free (GramPersonRecord *self);

/**
 * gram_person_table_insert:
 * @unit: a unit of work
 * @record: the person; @record->id is set
 * @error: return location
 *
 * Inserts a person. An e-mail that is taken is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_person_table_insert (GramUnit *unit, GramPersonRecord *record, GError **error);

/**
 * gram_person_table_get:
 * @store: a store
 * @id: id of a person
 * @record: (out) (nullable) (transfer full): the person, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_person_table_get (GramStore *store, gint64 id, GramPersonRecord **record, GError **error);

/**
 * gram_person_table_get_by_email:
 * @store: a store
 * @email: an e-mail address, normalised
 * @record: (out) (nullable) (transfer full): the person, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_person_table_get_by_email (GramStore *store,
                                         const char *email,
                                         GramPersonRecord **record,
                                         GError **error);

/**
 * gram_person_table_list:
 * @store: a store
 * @error: return location
 *
 * All persons, by name, then e-mail.
 *
 * Returns: (transfer full) (element-type GramPersonRecord) (nullable): the persons
 */
GPtrArray *gram_person_table_list (GramStore *store, GError **error);

/**
 * gram_person_table_list_roles:
 * @store: a store
 * @roles: #GramRole flags
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramPersonRecord) (nullable): those who can sign in and have one of the roles, by
 *   name
 */
GPtrArray *gram_person_table_list_roles (GramStore *store, guint roles, GError **error);

/**
 * gram_person_table_update_sign_in:
 * @unit: a unit of work
 * @record: a person; @failed_tries, @locked_until and @last_sign_in are written
 * @error: return location
 *
 * Writes what a try to sign in changes.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_person_table_update_sign_in (GramUnit *unit, const GramPersonRecord *record, GError **error);

/**
 * gram_person_table_update_password:
 * @unit: a unit of work
 * @id: a person
 * @password_hash: crypt(5) text
 * @error: return location
 *
 * Writes a new password, ends a lock and takes a one-time code back.
 *
 * Returns: %FALSE on error
 */
gboolean gram_person_table_update_password (GramUnit *unit,
                                            gint64 id,
                                            const char *password_hash,
                                            GError **error);

/**
 * gram_person_table_update:
 * @unit: a unit of work
 * @before: the person as it was read
 * @after: name, role, activity and one-time code as they shall be
 * @error: return location
 *
 * Writes name, role, @active, @reset_hash and @reset_lapses_at; e-mail and password stay. The row is not as @before any
 * more in these and in its password: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_person_table_update (GramUnit *unit,
                                   const GramPersonRecord *before,
                                   const GramPersonRecord *after,
                                   GError **error);

/**
 * gram_person_table_count_role:
 * @store: a store
 * @role: a role
 * @n_persons: (out): active persons that have it
 * @error: return location
 *
 * For the rule that the last administrator stays.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_person_table_count_role (GramStore *store, GramRole role, gint64 *n_persons, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPersonRecord, gram_person_record_free)

G_END_DECLS
