/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-conversion.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about the allowances of a CCTS account, scheme year by scheme year. What somebody may not know is refused; %NULL
 * or %FALSE comes with exactly one of @refusal and @error set. Allowances are whole, activity and shortfall thousandths, CRTS
 * units tenths, money pence.
 */

/**
 * GramCrtsStanding:
 * @known: a CRTS position of the year was entered; without one all numbers are 0 and nothing can be converted
 * @position: it
 * @converted: CRTS allowances converted into CCTS allowances so far, tenths
 * @source: (nullable): where the position is from
 * @dated_on: (nullable): its day, ISO
 * @tests: (nullable) (element-type GramCctsTestResult): the three tests of art. 35(1) with their numbers; %NULL unless @known
 * @most: what can still be converted; its @most is 0 if a test fails
 * @ratio: CCTS allowances for one CRTS allowance
 * @credit_ratio: CCTS allowances for one CRTS credit (art. 23)
 * @credits: CRTS credits made so far, whole
 * @credit_cap: CRTS credits that the cap of the year leaves room for, whole; -1 if art. 23 knows no conversion in this year
 *
 * Where a participant stands in the CRTS. Strings are owned.
 */
typedef struct
{
  gboolean known;
  GramCrtsPosition position;
  gint64 converted;
  char *source;
  char *dated_on;
  GPtrArray *tests;
  GramCctsConversion most;
  gint64 ratio;
  gint64 credit_ratio;
  gint64 credits;
  gint64 credit_cap;
} GramCrtsStanding;

/**
 * GramAllowanceYear:
 * @account_id: the account
 * @year: scheme year
 * @measured: the year was measured; else all about participation and activity is provisional
 * @participant: it is a participant of the year, measured or as it looks
 * @pool_id: pool that it stands for, 0 none
 * @pool: (nullable): name of that pool
 * @member_of: number of the account that a granted pool nominated, if this account is a member of it; empty none. What it
 *   has of the year stands there then
 * @cars: N
 * @activity: thousandths
 * @allocated: allowances allocated (art. 34)
 * @acquired: made from CRTS allowances (art. 35)
 * @traded_in: got by trades that were registered
 * @traded_out: given by trades that were registered
 * @available: what it can trade, convert or surrender now
 * @reserved: promised in trades that are not registered
 * @surrendered: surrendered (art. 38)
 * @converted: turned into CRTS credits (art. 23)
 * @lapsed: expired with the year (art. 40(b))
 * @surrender_limit: allowances that can still be surrendered: up to the activity rounded up, whether it has them or not
 * @shortfall: activity that is not accounted for yet, thousandths
 * @shortfall_left: what is missing even if all that is available is surrendered, thousandths; after the last day of surrender
 *   the same as @shortfall
 * @payment: payment for @shortfall_left, pence
 * @accounted: the year was accounted for; @shortfall and @payment are then what was found
 * @closed: the year is closed
 * @window: first and last day of the trading window
 * @surrender_by: last day of surrender
 * @window_open: the window is open today
 * @days_left: days until @surrender_by, 0 on the day; negative after it
 * @window_in: days until the window opens, 0 or less once it did
 * @notice_id: payment notice that stands, 0 none
 * @crts: where it stands in the CRTS
 *
 * What an account has, needs and can do in one scheme year. Strings are owned.
 */
typedef struct
{
  gint64 account_id;
  int year;
  gboolean measured;
  gboolean participant;
  gint64 pool_id;
  char *pool;
  char *member_of;
  gint64 cars;
  gint64 activity;
  gint64 allocated;
  gint64 acquired;
  gint64 traded_in;
  gint64 traded_out;
  gint64 available;
  gint64 reserved;
  gint64 surrendered;
  gint64 converted;
  gint64 lapsed;
  gint64 surrender_limit;
  gint64 shortfall;
  gint64 shortfall_left;
  gint64 payment;
  gboolean accounted;
  gboolean closed;
  GramDateRange window;
  GramDate surrender_by;
  gboolean window_open;
  gint64 days_left;
  gint64 window_in;
  gint64 notice_id;
  GramCrtsStanding crts;
} GramAllowanceYear;

/**
 * gram_registry_allowance_years:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @refusal: (out) (optional): `account.unknown`, `ccts.other-scheme`, `rulebook.none`
 * @error: return location
 *
 * Every scheme year in which the account has cars, allowances or a standing.
 *
 * Returns: (transfer full) (element-type GramAllowanceYear) (nullable): the years, the newest first
 */
GPtrArray *gram_registry_allowance_years (GramRegistry *self,
                                          GramActor *actor,
                                          gint64 account_id,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_registry_allowance_year:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @year: scheme year
 * @refusal: (out) (optional): `account.unknown`, `ccts.other-scheme`, `rulebook.none`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the year; all 0 if the account has nothing in it
 */
GramAllowanceYear *gram_registry_allowance_year (GramRegistry *self,
                                                 GramActor *actor,
                                                 gint64 account_id,
                                                 int year,
                                                 GramRefusal **refusal,
                                                 GError **error);

/**
 * gram_allowance_year_free:
 * @self: (nullable): a year
 *
 * Frees it.
 */
void gram_allowance_year_free (GramAllowanceYear *self);

/**
 * GramAllowanceDay:
 * @on: the day, Europe/London
 * @activity: activity of the cars registered up to and with that day, thousandths, cut off
 * @allowances: allowances at the end of that day: available, reserved and surrendered
 *
 * A point of the chart: activity against holdings.
 */
typedef struct
{
  GramDate on;
  gint64 activity;
  gint64 allowances;
} GramAllowanceDay;

/**
 * gram_registry_allowance_days:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account; for a pool the one that it nominated
 * @year: scheme year
 * @refusal: (out) (optional): as in gram_registry_allowance_year()
 * @error: return location
 *
 * The year day by day: only days on which one of the two changes, and today; both stay as they are in between. Cars of the
 * members of a pool count in its account.
 *
 * Returns: (transfer full) (element-type GramAllowanceDay) (nullable): the points, oldest first
 */
GArray *gram_registry_allowance_days (GramRegistry *self,
                                      GramActor *actor,
                                      gint64 account_id,
                                      int year,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * GramSurrenderPreview:
 * @quantity: allowances that would be surrendered
 * @available: what would be left of what is available
 * @shortfall: what would not be accounted for, thousandths
 * @payment: payment for that, pence
 *
 * What a surrender would leave.
 */
typedef struct
{
  gint64 quantity;
  gint64 available;
  gint64 shortfall;
  gint64 payment;
} GramSurrenderPreview;

/**
 * gram_registry_preview_surrender:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @year: scheme year
 * @quantity: the allowances, as typed
 * @preview: (out caller-allocates): what it would leave
 * @refusal: (out) (optional): what allowance.surrender would answer about year and quantity
 * @error: return location
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_registry_preview_surrender (GramRegistry *self,
                                          GramActor *actor,
                                          gint64 account_id,
                                          int year,
                                          const char *quantity,
                                          GramSurrenderPreview *preview,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * GramConversionPreview:
 * @crts: CRTS allowances used up, or credits made; whole
 * @allowances: CCTS allowances got, or used up
 * @left: from-crts: CRTS allowances that could still be converted; to-crts: allowances named that stay as they are
 * @available: CCTS allowances available then
 *
 * What a conversion would do.
 */
typedef struct
{
  gint64 crts;
  gint64 allowances;
  gint64 left;
  gint64 available;
} GramConversionPreview;

/**
 * gram_registry_preview_conversion:
 * @self: a registry
 * @actor: who asks: who may view the account
 * @account_id: an account
 * @year: scheme year
 * @direction: `from-crts` (art. 35) or `to-crts` (art. 23)
 * @quantity: CRTS allowances, or CCTS allowances, as typed
 * @preview: (out caller-allocates): what it would do
 * @refusal: (out) (optional): what conversion.request or conversion.to-crts would answer about year and quantity
 * @error: return location
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_registry_preview_conversion (GramRegistry *self,
                                           GramActor *actor,
                                           gint64 account_id,
                                           int year,
                                           const char *direction,
                                           const char *quantity,
                                           GramConversionPreview *preview,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * GramSettlementRow:
 * @id: its row
 * @kind: `from-crts`, `to-crts` or `surrender`
 * @year: scheme year
 * @account_id: account
 * @account: number of the account
 * @holder: its holder
 * @allowances: allowances got (from-crts), used up (to-crts) or surrendered
 * @crts: CRTS units used up or made, tenths; 0 for a surrender
 * @ratio: allowances for one CRTS unit; 0 for a surrender
 * @reference: document that said so, may be empty
 * @posting_id: its posting
 * @journal_id: its entry in the journal
 * @at: UTC microseconds
 *
 * A conversion or a surrender that was posted. Strings but @kind are owned.
 */
typedef struct
{
  gint64 id;
  const char *kind;
  int year;
  gint64 account_id;
  char *account;
  char *holder;
  gint64 allowances;
  gint64 crts;
  gint64 ratio;
  char *reference;
  gint64 posting_id;
  gint64 journal_id;
  gint64 at;
} GramSettlementRow;

/**
 * gram_registry_settlements:
 * @self: a registry
 * @actor: who asks: who may view the account; with account 0 the administrator's side
 * @account_id: an account, 0 all
 * @year: scheme year, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Conversions and surrenders as they were posted.
 *
 * Returns: (transfer full) (element-type GramSettlementRow) (nullable): the rows, the newest first
 */
GPtrArray *gram_registry_settlements (GramRegistry *self,
                                      GramActor *actor,
                                      gint64 account_id,
                                      int year,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_settlement_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_settlement_row_free (GramSettlementRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAllowanceYear, gram_allowance_year_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramSettlementRow, gram_settlement_row_free)

G_END_DECLS
