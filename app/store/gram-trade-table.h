/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramTradeNotificationRecord:
 * @id: row, 0 before it is stored
 * @year: scheme year
 * @side: what the notifying party is
 * @account_id: account of the notifying party
 * @state: state
 * @transferor_name: (a): name of the transferor
 * @transferor_number: (a): its account number
 * @transferee_name: (b): name of the transferee
 * @transferee_number: (b): its account number
 * @quantity: (c): allowances
 * @price: (d): price in all, pence
 * @price_reason: why the price is zero
 * @agreed_on: day on which it was agreed, ISO
 * @note: the party's own note, which nobody else reads
 * @other_id: notification of the other party, differing or matched; 0 none
 * @trade_id: the trade that both are, 0 none
 * @exchange_key: SHA-256 of the signed file that brought it; %NULL or empty: none
 * @notified_by: who notified
 * @notified_at: UTC microseconds
 * @ended_at: UTC microseconds, 0 live
 * @end_reason: why it ended
 * @version: 1, one more with each change
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @notifier: (nullable): name of who notified
 * @notifier_email: (nullable): e-mail of who notified
 * @other_state: state of the other party's notification, 0 none
 * @other_account_id: account of the other party's notification, 0 none
 *
 * What one party says about a trade (art. 37(3)). Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  int year;
  GramTradeSide side;
  gint64 account_id;
  GramTradeState state;
  char *transferor_name;
  char *transferor_number;
  char *transferee_name;
  char *transferee_number;
  gint64 quantity;
  gint64 price;
  char *price_reason;
  char *agreed_on;
  char *note;
  gint64 other_id;
  gint64 trade_id;
  char *exchange_key;
  gint64 notified_by;
  gint64 notified_at;
  gint64 ended_at;
  char *end_reason;
  int version;
  char *number;
  char *holder;
  char *notifier;
  char *notifier_email;
  GramTradeState other_state;
  gint64 other_account_id;
} GramTradeNotificationRecord;

/**
 * gram_trade_notification_record_new:
 *
 * Makes an empty record: of a transferor, waiting.
 *
 * Returns: (transfer full): the record; free with gram_trade_notification_record_free()
 */
GramTradeNotificationRecord *gram_trade_notification_record_new (void);

/**
 * gram_trade_notification_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramTradeNotificationRecord *
gram_trade_notification_record_copy (const GramTradeNotificationRecord *self);

/**
 * gram_trade_notification_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_trade_notification_record_free (GramTradeNotificationRecord *self);

/**
 * gram_trade_notification_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a notification. One with the same exchange key is there: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_notification_table_insert (GramUnit *unit,
                                               GramTradeNotificationRecord *record,
                                               GError **error);

/**
 * gram_trade_notification_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @journal_id: the journal entry that causes it
 * @error: return location
 *
 * Writes what can change, raises the version and keeps the old values in the history. It has moved on since @before was
 * read, or is over: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_notification_table_update (GramUnit *unit,
                                               const GramTradeNotificationRecord *before,
                                               const GramTradeNotificationRecord *after,
                                               gint64 journal_id,
                                               GError **error);

/**
 * gram_trade_notification_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the notification, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_notification_table_get (GramStore *store,
                                            gint64 id,
                                            GramTradeNotificationRecord **record,
                                            GError **error);

/**
 * gram_trade_notification_table_past:
 * @store: a store
 * @last_year: last scheme year whose window is over
 * @limit: at most so many
 * @error: return location
 *
 * Notifications that wait or differ although their window is over, the oldest first.
 *
 * Returns: (transfer full) (element-type GramTradeNotificationRecord) (nullable): the rows
 */
GPtrArray *gram_trade_notification_table_past (GramStore *store,
                                               gint64 last_year,
                                               gint64 limit,
                                               GError **error);

/**
 * gram_trade_notification_table_live:
 * @store: a store
 * @year: scheme year
 * @error: return location
 *
 * Live notifications of a year, the oldest first.
 *
 * Returns: (transfer full) (element-type GramTradeNotificationRecord) (nullable): the rows
 */
GPtrArray *gram_trade_notification_table_live (GramStore *store, gint64 year, GError **error);

/**
 * gram_trade_notification_table_of_trade:
 * @store: a store
 * @trade_id: a trade
 * @error: return location
 *
 * Notifications of a trade, the transferor's first.
 *
 * Returns: (transfer full) (element-type GramTradeNotificationRecord) (nullable): the rows
 */
GPtrArray *
gram_trade_notification_table_of_trade (GramStore *store, gint64 trade_id, GError **error);

/**
 * gram_trade_notification_table_page:
 * @store: a store
 * @ids: ids of notifications
 * @n_ids: how many, at most 1000
 * @error: return location
 *
 * Notifications by id, in the order of @ids; one that is not there is left out.
 *
 * Returns: (transfer full) (element-type GramTradeNotificationRecord) (nullable): the notifications
 */
GPtrArray *gram_trade_notification_table_page (GramStore *store,
                                               const gint64 *ids,
                                               guint n_ids,
                                               GError **error);

/**
 * gram_trade_notification_table_find_exchange:
 * @store: a store
 * @exchange_key: SHA-256 of a signed file
 * @record: (out) (nullable) (transfer full): the notification that it brought, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_notification_table_find_exchange (GramStore *store,
                                                      const char *exchange_key,
                                                      GramTradeNotificationRecord **record,
                                                      GError **error);

/**
 * gram_trade_notification_table_candidates:
 * @store: a store
 * @year: scheme year
 * @transferor_number: account number of the transferor
 * @transferee_number: account number of the transferee
 * @side: side of those looked for: the opposite of the notification at hand
 * @states: set of #GramTradeState; 0 means all
 * @error: return location
 *
 * Notifications of the other side that name the same two accounts, the oldest first.
 *
 * Returns: (transfer full) (element-type GramTradeNotificationRecord) (nullable): the notifications
 */
GPtrArray *gram_trade_notification_table_candidates (GramStore *store,
                                                     int year,
                                                     const char *transferor_number,
                                                     const char *transferee_number,
                                                     GramTradeSide side,
                                                     guint states,
                                                     GError **error);

/**
 * gram_trade_notification_table_naming:
 * @store: a store
 * @year: scheme year, 0 all
 * @number: an account number
 * @account_id: the account that has it
 * @states: set of #GramTradeState; 0 means all
 * @error: return location
 *
 * Notifications of others that name an account as the other party, the oldest first.
 *
 * Returns: (transfer full) (element-type GramTradeNotificationRecord) (nullable): the notifications
 */
GPtrArray *gram_trade_notification_table_naming (GramStore *store,
                                                 int year,
                                                 const char *number,
                                                 gint64 account_id,
                                                 guint states,
                                                 GError **error);

/**
 * gram_trade_notification_table_reserved:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @quantity: (out): what its live notifications as transferor promise
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_notification_table_reserved (GramStore *store,
                                                 int year,
                                                 gint64 account_id,
                                                 gint64 *quantity,
                                                 GError **error);

/**
 * gram_trade_notification_table_count_live:
 * @store: a store
 * @year: scheme year, 0 all
 * @account_id: an account, 0 all
 * @count: (out): its live notifications
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_notification_table_count_live (GramStore *store,
                                                   int year,
                                                   gint64 account_id,
                                                   gint64 *count,
                                                   GError **error);

/**
 * GramTradeChange:
 * @id: row
 * @journal_id: the journal entry that caused it
 * @at: UTC microseconds of that
 * @person: (nullable): who, %NULL the program
 * @version: the version that it made
 * @field: name of the field
 * @old_value: canonical text before
 * @new_value: canonical text after
 *
 * A change of a notification. Strings are owned.
 */
typedef struct
{
  gint64 id;
  gint64 journal_id;
  gint64 at;
  char *person;
  int version;
  char *field;
  char *old_value;
  char *new_value;
} GramTradeChange;

/**
 * gram_trade_change_free:
 * @self: (nullable): a change
 *
 * Frees it.
 */
void gram_trade_change_free (GramTradeChange *self);

/**
 * gram_trade_notification_table_history:
 * @store: a store
 * @id: a notification
 * @error: return location
 *
 * Changes of a notification, the oldest first.
 *
 * Returns: (transfer full) (element-type GramTradeChange) (nullable): the changes
 */
GPtrArray *gram_trade_notification_table_history (GramStore *store, gint64 id, GError **error);

/**
 * GramTradeRecord:
 * @id: row, 0 before it is stored
 * @year: scheme year
 * @state: matched, registered or refused
 * @transferor_id: account of the transferor, 0 not in this registry
 * @transferee_id: account of the transferee, 0 not in this registry
 * @transferor_notification: its notification, 0 not in this registry
 * @transferee_notification: the other one, 0 not in this registry
 * @quantity: allowances
 * @price: price in all, pence
 * @matched_at: UTC microseconds
 * @case_id: case in which it is decided, 0 none
 * @decided_by: who decided, 0 nobody, or by the standing rule
 * @decided_at: UTC microseconds, 0 not decided
 * @reason: reason of the decision
 * @reference: document that says so, may be empty
 * @posting_id: its posting, 0 none
 * @transferor_number: number of the transferor; read, not written, as are all below
 * @transferor: name of the transferor
 * @transferee_number: number of the transferee
 * @transferee: name of the transferee
 * @decider: (nullable): name of who decided
 *
 * What two matching notifications are together; in an own registry the other party's may be missing. Strings are owned
 * by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  int year;
  GramTradeState state;
  gint64 transferor_id;
  gint64 transferee_id;
  gint64 transferor_notification;
  gint64 transferee_notification;
  gint64 quantity;
  gint64 price;
  gint64 matched_at;
  gint64 case_id;
  gint64 decided_by;
  gint64 decided_at;
  char *reason;
  char *reference;
  gint64 posting_id;
  char *transferor_number;
  char *transferor;
  char *transferee_number;
  char *transferee;
  char *decider;
} GramTradeRecord;

/**
 * gram_trade_record_new:
 *
 * Makes an empty record: matched.
 *
 * Returns: (transfer full): the record; free with gram_trade_record_free()
 */
GramTradeRecord *gram_trade_record_new (void);

/**
 * gram_trade_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramTradeRecord *gram_trade_record_copy (const GramTradeRecord *self);

/**
 * gram_trade_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_trade_record_free (GramTradeRecord *self);

/**
 * gram_trade_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a trade. A notification is in another one already: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_table_insert (GramUnit *unit, GramTradeRecord *record, GError **error);

/**
 * gram_trade_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change. The row is not as @before any more, or is decided: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_table_update (GramUnit *unit,
                                  const GramTradeRecord *before,
                                  const GramTradeRecord *after,
                                  GError **error);

/**
 * gram_trade_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the trade, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_trade_table_get (GramStore *store, gint64 id, GramTradeRecord **record, GError **error);

/**
 * gram_trade_table_of_notification:
 * @store: a store
 * @notification_id: a notification
 * @record: (out) (nullable) (transfer full): the trade, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_table_of_notification (GramStore *store,
                                           gint64 notification_id,
                                           GramTradeRecord **record,
                                           GError **error);

/**
 * gram_trade_table_of_case:
 * @store: a store
 * @case_id: a case
 * @error: return location
 *
 * Trades that are decided in a case, by id.
 *
 * Returns: (transfer full) (element-type GramTradeRecord) (nullable): the rows
 */
GPtrArray *gram_trade_table_of_case (GramStore *store, gint64 case_id, GError **error);

/**
 * gram_trade_table_list:
 * @store: a store
 * @year: scheme year, 0 all
 * @account_id: an account that is a party, 0 all
 * @states: set of #GramTradeState; 0 means all
 * @error: return location
 *
 * Trades, the newest first.
 *
 * Returns: (transfer full) (element-type GramTradeRecord) (nullable): the trades
 */
GPtrArray *
gram_trade_table_list (GramStore *store, int year, gint64 account_id, guint states, GError **error);

/**
 * gram_trade_table_sums:
 * @store: a store
 * @year: scheme year
 * @account_id: an account
 * @in: (out) (optional): allowances that registered trades brought
 * @out: (out) (optional): allowances that they took
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_trade_table_sums (GramStore *store,
                                int year,
                                gint64 account_id,
                                gint64 *in,
                                gint64 *out,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTradeNotificationRecord, gram_trade_notification_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTradeRecord, gram_trade_record_free)

G_END_DECLS
