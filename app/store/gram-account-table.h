/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramAccountRecord:
 * @id: row of the account, 0 before it is stored
 * @number: account number, digits with a check digit
 * @kind: scheme and condition of its vehicles
 * @holder: name of the holder
 * @contact_name: name of the contact
 * @contact_email: e-mail of the contact
 * @contact_phone: telephone of the contact, may be empty
 * @address: postal address, may be empty
 * @state: state
 * @auto_accept: bit set of #GramAutoAccept
 * @opened_at: UTC microseconds
 * @version: 1 for the first values, one more with each change
 * @four_eyes: bit set of #GramAct that need a second person
 * @listed: in the account directory
 * @aml: AML verification of the holder
 * @aml_on: day of its result, ISO; empty none
 * @aml_until: last day on which it counts, ISO; empty without an end
 * @unassigned: it holds vehicles of nobody whom the registry knows; it has no member and no auto-accept
 * @waiting: vehicle records that are ready for acceptance; only set by gram_account_table_page()
 * @fleet_average_from: (nullable): 1 January from which Fleet Average is approved, %NULL not approved; only set likewise
 * @permissions: bit set of #GramPermission of the person asked for; only set by gram_account_table_list() with a person
 * @owner: that person is the owner; only set likewise
 *
 * An account as plain data, for every floor and any thread. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  char *number;
  GramAccountKind kind;
  char *holder;
  char *contact_name;
  char *contact_email;
  char *contact_phone;
  char *address;
  GramAccountState state;
  guint auto_accept;
  gint64 opened_at;
  int version;
  guint four_eyes;
  gboolean listed;
  GramAml aml;
  char *aml_on;
  char *aml_until;
  gboolean unassigned;
  gint64 waiting;
  char *fleet_average_from;
  guint permissions;
  gboolean owner;
} GramAccountRecord;

/**
 * gram_account_record_new:
 *
 * Makes an empty record: state open, auto-accept off, AML none, version 1.
 *
 * Returns: (transfer full): the record; free with gram_account_record_free()
 */
GramAccountRecord *gram_account_record_new (void);

/**
 * gram_account_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramAccountRecord *gram_account_record_copy (const GramAccountRecord *self);

/**
 * gram_account_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_account_record_free (GramAccountRecord *self);

/**
 * gram_account_table_insert:
 * @unit: a unit of work
 * @record: the account with its number; @record->id is set
 * @error: return location
 *
 * Inserts an account. A number that is taken is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_table_insert (GramUnit *unit, GramAccountRecord *record, GError **error);

/**
 * gram_account_table_get:
 * @store: a store
 * @id: id of an account
 * @record: (out) (nullable) (transfer full): the account, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_account_table_get (GramStore *store, gint64 id, GramAccountRecord **record, GError **error);

/**
 * gram_account_table_get_unassigned:
 * @store: a store
 * @kind: kind of account
 * @record: (out) (nullable) (transfer full): the account of vehicles of nobody, or %NULL if there is none yet
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_table_get_unassigned (GramStore *store,
                                            GramAccountKind kind,
                                            GramAccountRecord **record,
                                            GError **error);

/**
 * gram_account_table_get_by_number:
 * @store: a store
 * @number: an account number, digits only
 * @record: (out) (nullable) (transfer full): the account, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_table_get_by_number (GramStore *store,
                                           const char *number,
                                           GramAccountRecord **record,
                                           GError **error);

/**
 * gram_account_table_list:
 * @store: a store
 * @person_id: only accounts that this person is a member of, with permissions and owner flag; 0 all accounts
 * @error: return location
 *
 * Accounts by holder, then number. For many accounts gram_account_table_ids() and gram_account_table_page().
 *
 * Returns: (transfer full) (element-type GramAccountRecord) (nullable): the accounts
 */
GPtrArray *gram_account_table_list (GramStore *store, gint64 person_id, GError **error);

/**
 * gram_account_table_update:
 * @unit: a unit of work
 * @before: the account as it stands
 * @after: the account as it shall be, same id and number
 * @journal_id: the journal entry that causes it
 * @error: return location
 *
 * Updates the fields that differ (kind, number and opening never do), writes an account_history row for each, and
 * raises the version. Nothing differs: nothing is written. The account has moved on since @before was read:
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_table_update (GramUnit *unit,
                                    const GramAccountRecord *before,
                                    const GramAccountRecord *after,
                                    gint64 journal_id,
                                    GError **error);

/**
 * gram_account_table_next_serial:
 * @store: a store, inside the unit that inserts the account
 * @serial: (out): 1 + the highest serial given so far, 1 in an empty registry
 * @error: return location
 *
 * The serial that gram_account_number_make() makes a number of. Numbers of closed accounts count: none is used again.
 *
 * Returns: %FALSE on error
 */
gboolean gram_account_table_next_serial (GramStore *store, gint64 *serial, GError **error);

/**
 * GramAccountChange:
 * @at: UTC microseconds
 * @journal_id: the journal entry that caused it
 * @person: (nullable): name of the person
 * @command: name of the command that made it
 * @field: field: `holder`, `contact-name`, `contact-email`, `contact-phone`, `address`, `aml-on`, `aml-until`, `state`,
 *   `auto-accept`, `four-eyes`, `listed` (0 or 1), `aml`
 * @old_value: canonical text before
 * @new_value: canonical text after
 *
 * One line of an account's history.
 */
typedef struct
{
  gint64 at;
  gint64 journal_id;
  char *person;
  char *command;
  char *field;
  char *old_value;
  char *new_value;
} GramAccountChange;

/**
 * gram_account_table_history:
 * @store: a store
 * @account_id: an account
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramAccountChange) (nullable): the changes, oldest first
 */
GPtrArray *gram_account_table_history (GramStore *store, gint64 account_id, GError **error);

/**
 * gram_account_change_free:
 * @self: (nullable): a change
 *
 * Frees a change.
 */
void gram_account_change_free (GramAccountChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAccountRecord, gram_account_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAccountChange, gram_account_change_free)

G_END_DECLS
