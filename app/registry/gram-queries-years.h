/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-notice.h"
#include "gram-ccts-year.h"
#include "gram-queries-year-lists.h"

G_BEGIN_DECLS

/*
 * Questions about scheme years of the CCTS: the administrator's side; in an own or practice registry also who may view an
 * account of the CCTS there. If one answers %NULL, exactly one of @refusal and @error is set. Strings are owned by the rows.
 * What one participant is told about its own year stands in gram-queries-allowances.h.
 */

/**
 * GramYearDocument:
 * @id: number of the document
 * @name: file name
 * @media_type: media type
 * @size: bytes
 * @sha256: digest of its content
 * @made_at: UTC microseconds
 *
 * A publication that the registry keeps.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *media_type;
  gint64 size;
  char *sha256;
  gint64 made_at;
} GramYearDocument;

/**
 * GramParticipantMember:
 * @account_id: account of the member
 * @number: its number
 * @holder: its name
 * @cars: its NZE cars as the vehicles stand now
 * @cars_zero: its cars that meet the zero-emission conditions
 * @activity: its units of activity as the vehicles stand now, thousandths
 *
 * A member of the pool that a participant stands for.
 */
typedef struct
{
  gint64 account_id;
  char *number;
  char *holder;
  gint64 cars;
  gint64 cars_zero;
  gint64 activity;
} GramParticipantMember;

/**
 * GramParticipantRow:
 * @account_id: account of the participant
 * @number: its number
 * @holder: its name
 * @pool_id: pool that it stands for, 0 none
 * @pool_name: (nullable): name of that pool
 * @members: (nullable) (element-type GramParticipantMember): its members, the nominated manufacturer among them
 * @measured: it is a participant by the last measuring; otherwise all figures of it are provisional, or it is one no more
 * @participant_id: row of that measuring, 0 none
 * @closed: the account is closed
 * @cars: N by the last measuring, before it as the vehicles stand now
 * @live_cars: N as the vehicles stand now
 * @cars_unknown: NZE cars without a CO₂ value
 * @cars_zero: cars that meet the zero-emission conditions
 * @co2_sum: sum of emissions, millionths of g/km
 * @saving_sum: savings that were taken off, millionths of g/km
 * @activity: units of activity, thousandths, by the last measuring, before it as the vehicles stand now
 * @live_activity: units of activity as the vehicles stand now, thousandths
 * @has_baseline: a baseline is entered for it, or for the pool that it stands for
 * @baseline_id: row of the baseline, 0 none
 * @baseline: B, millionths of g/km
 * @baseline_source: (nullable): source of the baseline
 * @baseline_dated_on: (nullable): day of the source, ISO
 * @product: N × B unrounded, millionths; 0 without a baseline
 * @due: allowances that art. 34 gives it; 0 without a baseline
 * @allocated: allowances allocated so far
 * @difference: @due − @allocated: what an allocation run would post
 * @acquired: allowances made of CRTS allowances (art. 35)
 * @converted: allowances made into CRTS credits (art. 23)
 * @traded_in: allowances of registered trades that came in
 * @traded_out: allowances of registered trades that went out
 * @held: allowances in its holding
 * @reserved: allowances reserved for its notifications of trades
 * @surrendered: allowances surrendered (art. 38)
 * @lapsed: allowances that lapsed (art. 40(b))
 * @shortfall: units not accounted for, thousandths: as accounted, before it as it stands now
 * @payment: payment for them, pence (art. 39(2)–(3))
 * @accounted: the year was accounted for it after everything that changed
 * @has_position: its position in the CRTS is entered
 * @accounting_id: row of its last accounting, 0 none
 * @notice_needed: it is to pay and has no payment notice, or has one over another amount; an appeal that was allowed needs
 *   none
 * @notice_id: its live payment notice, 0 none
 * @notice_number: (nullable): number of that notice
 * @notice_state: state of that notice today, 0 none
 * @notice_due_on: (nullable): its last day to pay, ISO
 * @notice_amount: what it asks for, pence
 * @notice_paid: what was paid of it, pence
 * @posts: in a rehearsal: allowances that would be posted (allocation; negative takes back) or lapse (closing)
 * @before_cars: in a rehearsal of measuring: N before, −1 none
 * @before_activity: in a rehearsal of measuring: activity before, thousandths, −1 none
 * @note: (nullable): in a rehearsal: what a person should know about this row, translated
 *
 * A participant of a year with all figures of the year.
 */
typedef struct
{
  gint64 account_id;
  char *number;
  char *holder;
  gint64 pool_id;
  char *pool_name;
  GPtrArray *members;
  gboolean measured;
  gint64 participant_id;
  gboolean closed;
  gint64 cars;
  gint64 live_cars;
  gint64 cars_unknown;
  gint64 cars_zero;
  gint64 co2_sum;
  gint64 saving_sum;
  gint64 activity;
  gint64 live_activity;
  gboolean has_baseline;
  gint64 baseline_id;
  gint64 baseline;
  char *baseline_source;
  char *baseline_dated_on;
  gint64 product;
  gint64 due;
  gint64 allocated;
  gint64 difference;
  gint64 acquired;
  gint64 converted;
  gint64 traded_in;
  gint64 traded_out;
  gint64 held;
  gint64 reserved;
  gint64 surrendered;
  gint64 lapsed;
  gint64 shortfall;
  gint64 payment;
  gboolean accounted;
  gboolean has_position;
  gint64 accounting_id;
  gboolean notice_needed;
  gint64 notice_id;
  char *notice_number;
  GramPaymentNoticeState notice_state;
  char *notice_due_on;
  gint64 notice_amount;
  gint64 notice_paid;
  gint64 posts;
  gint64 before_cars;
  gint64 before_activity;
  char *note;
} GramParticipantRow;

/**
 * gram_participant_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_participant_row_free (GramParticipantRow *self);

/**
 * GramYearTotals:
 * @participants: participants
 * @pools: of these, pools
 * @cars: NZE cars of them
 * @cars_zero: their cars that meet the zero-emission conditions
 * @activity: their units of activity, thousandths
 * @due: allowances that art. 34 gives them
 * @allocated: allocated so far
 * @acquired: made of CRTS allowances
 * @converted: made into CRTS credits
 * @traded: moved by registered trades
 * @held: in their holdings
 * @reserved: reserved for notifications
 * @surrendered: surrendered
 * @lapsed: lapsed
 * @shortfall: not accounted for, thousandths
 * @payment: payments for it, pence
 * @paid: what was paid of the notices, pence
 *
 * Sums over the participants of a year.
 */
typedef struct
{
  gint64 participants;
  gint64 pools;
  gint64 cars;
  gint64 cars_zero;
  gint64 activity;
  gint64 due;
  gint64 allocated;
  gint64 acquired;
  gint64 converted;
  gint64 traded;
  gint64 held;
  gint64 reserved;
  gint64 surrendered;
  gint64 lapsed;
  gint64 shortfall;
  gint64 payment;
  gint64 paid;
} GramYearTotals;

/**
 * GramYearRow:
 * @year: scheme year
 * @state: its state today
 * @facts: what state and missing things are made from
 * @missing: (element-type GramCctsYearLine): what is missing to go on
 * @window: its trading window; the last day is also the last day of surrender (art. 37(1), art. 38(1))
 * @publication: day of its publication (art. 80(1))
 * @auto_register: matched trades are registered at once, by the program
 * @participants: participants by the last measuring, before it as the vehicles stand now
 * @cars: NZE cars of these
 * @measured_at: last measuring, UTC microseconds, 0 never; likewise the others
 * @allocated_at: last allocation run
 * @accounted_at: last accounting
 * @closed_at: closing
 * @published_at: last publication
 *
 * A row of the list of scheme years.
 */
typedef struct
{
  int year;
  GramCctsYearState state;
  GramCctsYearFacts facts;
  GPtrArray *missing;
  GramDateRange window;
  GramDate publication;
  gboolean auto_register;
  gint64 participants;
  gint64 cars;
  gint64 measured_at;
  gint64 allocated_at;
  gint64 accounted_at;
  gint64 closed_at;
  gint64 published_at;
} GramYearRow;

/**
 * gram_registry_years:
 * @self: a registry
 * @actor: who asks
 * @refusal: (out) (optional): `permission.role`, `rulebook.none`
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramYearRow) (nullable): the scheme years from the first of the trading period to
 *   the year of today, the newest first
 */
GPtrArray *
gram_registry_years (GramRegistry *self, GramActor *actor, GramRefusal **refusal, GError **error);

/**
 * gram_year_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_year_row_free (GramYearRow *self);

/**
 * GramYearAllow:
 * @command: name of a command of the year
 * @refusal: (nullable): why who asks cannot send it now, %NULL if they can
 *
 * One verb of a scheme year: `year.measure`, `allocation.post`, `year.account`, `payment-notice.issue`, `year.close`,
 * `year.publish`, `year.set-standing-rule`, `baseline.set`, `baseline.import`, `crts.set-position`, `crts.import-positions`,
 * `eco-notice.record`.
 */
typedef struct
{
  const char *command;
  GramRefusal *refusal;
} GramYearAllow;

/**
 * GramYearDetail:
 * @row: the year as a list shows it
 * @today: date in Europe/London, ISO
 * @rulebook: version of the rulebook in force
 * @participants: (element-type GramParticipantRow): its participants, by holder; before it is measured, those that would be
 * @totals: sums over them
 * @live: notifications of trades that are not over: waiting or differing
 * @matched: matched trades that are not registered
 * @eco_codes: (element-type utf8): eco-innovations whose reduction is off in the year (art. 36(3))
 * @documents: (element-type GramYearDocument): its publications, the newest first
 * @allows: (element-type GramYearAllow): its verbs; see gram_year_detail_get_refusal()
 *
 * A scheme year as its page shows it.
 */
typedef struct
{
  GramYearRow *row;
  char *today;
  char *rulebook;
  GPtrArray *participants;
  GramYearTotals totals;
  gint64 live;
  gint64 matched;
  GPtrArray *eco_codes;
  GPtrArray *documents;
  GPtrArray *allows;
} GramYearDetail;

/**
 * gram_registry_year:
 * @self: a registry
 * @actor: who asks
 * @year: a scheme year
 * @refusal: (out) (optional): `permission.role`, `rulebook.none`, `year.none`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the year
 */
GramYearDetail *gram_registry_year (GramRegistry *self,
                                    GramActor *actor,
                                    int year,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_year_detail_get_refusal:
 * @self: a year
 * @command: one of its verbs
 *
 * Returns: (transfer none) (nullable): why it cannot be sent now, %NULL if it can
 */
const GramRefusal *gram_year_detail_get_refusal (const GramYearDetail *self, const char *command);

/**
 * gram_year_detail_free:
 * @self: (nullable): a year
 *
 * Frees it.
 */
void gram_year_detail_free (GramYearDetail *self);

/**
 * GramYearRehearsal:
 * @command: `year.measure`, `allocation.post`, `year.account` or `year.close`
 * @year: the year
 * @rows: (element-type GramParticipantRow): the participants that the command is about, as they would be afterwards
 * @gone: (element-type GramParticipantRow): measuring: who would be a participant no more; allocation: from whom everything is taken back
 * @totals: sums over @rows
 * @posted: allowances that would be posted: given out (allocation), lapsed (closing)
 * @taken_back: allowances that would be taken back (allocation)
 * @not_held: allowances that cannot be taken back as they are not held any more (allocation)
 * @sentences: (element-type utf8): what a person should know besides, translated
 * @digest: SHA-256 over what would be written: the argument `expect` of the command
 *
 * What a command of a scheme year would do. Nothing changes.
 */
typedef struct
{
  const char *command;
  int year;
  GPtrArray *rows;
  GPtrArray *gone;
  GramYearTotals totals;
  gint64 posted;
  gint64 taken_back;
  gint64 not_held;
  GPtrArray *sentences;
  char *digest;
} GramYearRehearsal;

/**
 * gram_registry_rehearse_year:
 * @self: a registry
 * @actor: who asks: who may send the command
 * @command: `year.measure`, `allocation.post`, `year.account` or `year.close`
 * @arguments: the arguments that the command would get: `year`, `accounts`; the others are ignored. A floating reference is
 *   consumed
 * @refusal: (out) (optional): what the command would answer
 * @error: return location
 *
 * Rehearses a command of a scheme year.
 *
 * Returns: (transfer full) (nullable): the rehearsal
 */
GramYearRehearsal *gram_registry_rehearse_year (GramRegistry *self,
                                                GramActor *actor,
                                                const char *command,
                                                GVariant *arguments,
                                                GramRefusal **refusal,
                                                GError **error);

/**
 * gram_year_rehearsal_free:
 * @self: (nullable): a rehearsal
 *
 * Frees it.
 */
void gram_year_rehearsal_free (GramYearRehearsal *self);

/**
 * gram_registry_publication_csv:
 * @self: a registry
 * @actor: who asks
 * @year: a measured scheme year
 * @refusal: (out) (optional): `year.not-measured`
 * @error: return location
 *
 * What is published of a year (art. 80): a row for each participant.
 *
 * Returns: (transfer full) (nullable): the table as CSV
 */
GBytes *gram_registry_publication_csv (GramRegistry *self,
                                       GramActor *actor,
                                       int year,
                                       GramRefusal **refusal,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramYearDetail, gram_year_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramYearRehearsal, gram_year_rehearsal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramParticipantRow, gram_participant_row_free)

G_END_DECLS
