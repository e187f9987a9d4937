/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-trade.h"
#include "gram-queries-cases.h"
#include "gram-trade-query.h"
#include "gram-trade-table.h"

G_BEGIN_DECLS

/*
 * Questions about trades (CCTS art. 37). A list is one of notifications: members see those of their accounts, the
 * administrator's side all of them, or with GramTradeQuery.pairs each trade once. What the other party says is told to nobody but the administrator's
 * side: a party learns that there is another notification and which fields differ. If one answers %NULL, exactly one of
 * @refusal and @error is set. Strings are owned.
 */

/**
 * GramTradeRow:
 * @id: number of the notification
 * @record: the notification, with number and holder of its account; without its note for who is not the party's
 * @other_name: name of the other party, as the notification says
 * @other_number: account number of the other party, as the notification says
 * @days_left: while it is waiting or differing: days until the last day of the window, 0 on that day; else -1
 * @window_ends: last day of the window of its year, ISO
 *
 * A row of the list of notifications. The window makes a model item of it, so @id comes first.
 */
typedef struct
{
  gint64 id;
  GramTradeNotificationRecord *record;
  const char *other_name;
  const char *other_number;
  int days_left;
  char *window_ends;
} GramTradeRow;

/**
 * gram_registry_trade_ids:
 * @self: a registry
 * @actor: who asks
 * @query: filter and order; members are kept to their accounts
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): numbers of the notifications that match, in order
 */
GArray *gram_registry_trade_ids (GramRegistry *self,
                                 GramActor *actor,
                                 const GramTradeQuery *query,
                                 guint limit,
                                 GramRefusal **refusal,
                                 GError **error);

/**
 * gram_registry_trade_rows:
 * @self: a registry
 * @actor: who asks
 * @ids: numbers of notifications
 * @n_ids: how many
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Rows in the order of @ids; one that is not there, or not for who asks, is left out.
 *
 * Returns: (transfer full) (element-type GramTradeRow) (nullable): the rows
 */
GPtrArray *gram_registry_trade_rows (GramRegistry *self,
                                     GramActor *actor,
                                     const gint64 *ids,
                                     guint n_ids,
                                     GramRefusal **refusal,
                                     GError **error);

/**
 * gram_trade_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_trade_row_free (GramTradeRow *self);

/**
 * gram_registry_trade_counts:
 * @self: a registry
 * @actor: who asks
 * @query: (nullable): a filter; its states do not count
 * @counts: (out): the counts
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_trade_counts (GramRegistry *self,
                                        GramActor *actor,
                                        const GramTradeQuery *query,
                                        GramTradeCounts *counts,
                                        gint64 *naming,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * GramTradeOther:
 * @GRAM_TRADE_OTHER_NONE: the other party has not notified this trade
 * @GRAM_TRADE_OTHER_DIFFERS: it has, and something differs
 * @GRAM_TRADE_OTHER_SAME: both say the same
 *
 * All that a party is told about the other notification.
 */
typedef enum
{
  GRAM_TRADE_OTHER_NONE = 0,
  GRAM_TRADE_OTHER_DIFFERS,
  GRAM_TRADE_OTHER_SAME,
} GramTradeOther;

/**
 * GramTradeDetail:
 * @row: the notification as a list shows it
 * @account: its account, in the state that counts today
 * @today: date in London, ISO
 * @administrators_side: who asks sees both notifications
 * @is_party: who asks is a member of its account, so they see its note
 * @other: what there is of the other party's notification
 * @differing: #GramTradeField flags: what differs; the titles are gram_trade_field_title()
 * @other_record: (nullable): the other notification, for the administrator's side only; without its note
 * @trade: (nullable): the trade, once two notifications match or one was recorded: for a party without who decided
 * @case_id: the case that decides it, for who may see it, 0 none
 * @available: allowances of the account that are not promised, for members and the administrator's side
 * @reserved: allowances of the account that all its notifications of that year promise
 * @changes: (element-type GramTradeChange): what the party changed of what it says, oldest first
 * @allows: (element-type GramCaseAllow): trade.amend, trade.withdraw, trade.register, trade.refuse; see
 *   gram_trade_detail_get_refusal()
 *
 * A notification as its view shows it.
 */
typedef struct
{
  GramTradeRow *row;
  GramAccountRecord *account;
  char *today;
  gboolean administrators_side;
  gboolean is_party;
  GramTradeOther other;
  guint differing;
  GramTradeNotificationRecord *other_record;
  GramTradeRecord *trade;
  gint64 case_id;
  gint64 available;
  gint64 reserved;
  GPtrArray *changes;
  GPtrArray *allows;
} GramTradeDetail;

/**
 * gram_registry_trade_detail:
 * @self: a registry
 * @actor: who asks
 * @notification_id: number of a notification
 * @refusal: (out) (optional): `trade.unknown`, also for a notification that who asks may not see
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the notification in detail
 */
GramTradeDetail *gram_registry_trade_detail (GramRegistry *self,
                                             GramActor *actor,
                                             gint64 notification_id,
                                             GramRefusal **refusal,
                                             GError **error);

/**
 * gram_trade_detail_free:
 * @self: (nullable): a detail
 *
 * Frees it.
 */
void gram_trade_detail_free (GramTradeDetail *self);

/**
 * gram_trade_detail_get_refusal:
 * @self: a detail
 * @command: `trade.amend`, `trade.withdraw`, `trade.register` or `trade.refuse`
 *
 * Returns: (transfer none) (nullable): why who asked cannot send it now, for the tooltip; %NULL if they can
 */
const GramRefusal *gram_trade_detail_get_refusal (const GramTradeDetail *self, const char *command);

/**
 * GramTradeSheet:
 * @trade: the trade
 * @transferor: (nullable): the transferor's notification; without its note for who is not the party's
 * @transferee: (nullable): the transferee's, likewise
 * @obstacles: (element-type GramRefusal): what stands in the way of registering it now, each exact; none: it can be
 *   registered. For members it is empty
 *
 * A trade as its case shows it: both notifications, which say the same of art. 37(3). For members of one party: theirs
 * only.
 */
typedef struct
{
  GramTradeRecord *trade;
  GramTradeNotificationRecord *transferor;
  GramTradeNotificationRecord *transferee;
  GPtrArray *obstacles;
} GramTradeSheet;

/**
 * gram_registry_trade_sheet:
 * @self: a registry
 * @actor: who asks
 * @trade_id: a trade: the subject of a case of kind %GRAM_CASE_TRADE
 * @refusal: (out) (optional): `trade.unknown`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the trade
 */
GramTradeSheet *gram_registry_trade_sheet (GramRegistry *self,
                                           GramActor *actor,
                                           gint64 trade_id,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * gram_trade_sheet_free:
 * @self: (nullable): a sheet
 *
 * Frees it.
 */
void gram_trade_sheet_free (GramTradeSheet *self);

/**
 * GramTradeYear:
 * @year: scheme year
 * @first: first day of its window, ISO
 * @last: last day of its window, ISO
 * @days_left: days until @last, 0 on that day; -1 if the window is not open
 * @available: allowances that the account can still promise
 * @reserved: allowances that its notifications promise
 * @transferor: (nullable): why the account cannot notify as transferor now, %NULL if it can
 * @transferee: (nullable): why it cannot notify as transferee now, %NULL if it can
 *
 * A scheme year as the form of a notification offers it.
 */
typedef struct
{
  int year;
  char *first;
  char *last;
  int days_left;
  gint64 available;
  gint64 reserved;
  GramRefusal *transferor;
  GramRefusal *transferee;
} GramTradeYear;

/**
 * gram_registry_trade_years:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account of the CCTS
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramTradeYear) (nullable): the years of the registry and the one whose window is
 *   open, the newest first
 */
GPtrArray *gram_registry_trade_years (GramRegistry *self,
                                      GramActor *actor,
                                      gint64 account_id,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_trade_year_free:
 * @self: (nullable): a year
 *
 * Frees it.
 */
void gram_trade_year_free (GramTradeYear *self);

/**
 * gram_registry_check_trade:
 * @self: a registry
 * @actor: who asks: who may notify for the account
 * @account_id: the notifying account
 * @notification_id: the notification that would be amended, 0 a new one
 * @form: what was filled in
 * @refusal: (out) (optional): what trade.notify or trade.amend would refuse now
 * @error: return location
 *
 * Checks a form before anybody signs it; nothing is written.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_registry_check_trade (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    gint64 notification_id,
                                    const GramTradeForm *form,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_registry_write_trade_file:
 * @self: a registry, open for writing: the first file of an account makes its keys
 * @actor: who asks: a member of the account who may transfer
 * @notification_id: one of the account's live notifications
 * @stream: where the file goes; it is not closed
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): why not: `trade.unknown`, `trade.over`, `trade.no-key` in an administrator's registry, which
 *   has notifications already and holds nobody's private key
 * @error: return location
 *
 * Writes the signed exchange file of a notification, which trade.import reads.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_registry_write_trade_file (GramRegistry *self,
                                         GramActor *actor,
                                         gint64 notification_id,
                                         GOutputStream *stream,
                                         GCancellable *cancellable,
                                         GramRefusal **refusal,
                                         GError **error);

/**
 * gram_registry_trade_key:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @public_key: (out) (transfer full) (nullable): the account's key, 64 hexadecimal digits; %NULL it has none yet
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * The key that the account's exchange files are signed with: a party gives it to the administrator (trade.set-key).
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_registry_trade_key (GramRegistry *self,
                                  GramActor *actor,
                                  gint64 account_id,
                                  char **public_key,
                                  GramRefusal **refusal,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTradeRow, gram_trade_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTradeDetail, gram_trade_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTradeSheet, gram_trade_sheet_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTradeYear, gram_trade_year_free)

G_END_DECLS
