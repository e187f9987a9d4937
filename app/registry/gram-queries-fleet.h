/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-allows.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about Fleet Average years and borrowing (LTA 1998 s 179, s 182; CCS facts §3, §6, §7). The administrator's side
 * is told of every account, the people of an account of their own. %NULL comes with exactly one of @refusal and @error set.
 * Grams and credits are hundredths of a gram, money is NZ cents, rates are cents for each gram. Strings are owned by the row.
 */

/**
 * GramFleetYearRow:
 * @account_id: the account
 * @number: its number
 * @holder: its holder
 * @kind: its kind
 * @year: obligation year
 * @state: `growing`, `over`, `invoiced`, `overdue` or `settled`
 * @vehicles: vehicles accepted under Fleet Average, as they stand now
 * @net: plain sum of their differences as they stand now; above 0 credits, below 0 a shortfall
 * @rate: cents for each gram of a shortfall
 * @amount: what the year comes to as it stands now, the rest of what was borrowed included, cents; 0 nothing
 * @credits: credits that the year comes to as it stands now; 0 if there are none
 * @carried_in: grams borrowed from the year before
 * @carried_met: of these, grams that the net makes good as it stands now
 * @runs: how often the year was settled
 * @settled_credits: credits posted by the settlements so far
 * @settled_amount: what the settlements charged so far, corrections taken off
 * @outstanding: of the charges of this year's settlements, what is not paid
 * @due_on: last day to pay, ISO
 * @overdue_days: days since then while something is outstanding, 0 none
 * @settled_at: last settlement, UTC microseconds, 0 never
 * @document_id: invoice or statement of the last settlement, 0 none
 * @differs: the year was settled and stands otherwise now: settling again posts the difference
 *
 * A Fleet Average year of an account.
 */
typedef struct
{
  gint64 account_id;
  char *number;
  char *holder;
  GramAccountKind kind;
  int year;
  char *state;
  gint64 vehicles;
  gint64 net;
  gint64 rate;
  gint64 amount;
  gint64 credits;
  gint64 carried_in;
  gint64 carried_met;
  gint64 runs;
  gint64 settled_credits;
  gint64 settled_amount;
  gint64 outstanding;
  char *due_on;
  gint64 overdue_days;
  gint64 settled_at;
  gint64 document_id;
  gboolean differs;
} GramFleetYearRow;

/**
 * gram_fleet_year_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_fleet_year_row_free (GramFleetYearRow *self);

/**
 * gram_registry_fleet_years:
 * @self: a registry
 * @actor: who asks: the administrator's side, or who may view the account
 * @account_id: an account; 0 all that @actor may see
 * @year: years of this number, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * The years in which vehicles were accepted under Fleet Average or a borrowed shortfall waits, and the running year of an
 * account whose approval counts today.
 *
 * Returns: (transfer full) (element-type GramFleetYearRow) (nullable): the newest year first, then by account number
 */
GPtrArray *gram_registry_fleet_years (GramRegistry *self,
                                      GramActor *actor,
                                      gint64 account_id,
                                      int year,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * GramFleetMonth:
 * @period: year * 100 + month
 * @vehicles: vehicles accepted in it
 * @credit: grams below target
 * @excess: grams over target, without sign
 * @net: @credit − @excess
 * @running: net of the year up to the end of this month
 *
 * A month of a Fleet Average year.
 */
typedef struct
{
  int period;
  gint64 vehicles;
  gint64 credit;
  gint64 excess;
  gint64 net;
  gint64 running;
} GramFleetMonth;

/**
 * GramFleetModel:
 * @make: make
 * @model: model
 * @vehicles: vehicles of it
 * @credit: grams below target
 * @excess: grams over target, without sign
 * @net: @credit − @excess
 *
 * A model in a Fleet Average year.
 */
typedef struct
{
  char *make;
  char *model;
  gint64 vehicles;
  gint64 credit;
  gint64 excess;
  gint64 net;
} GramFleetModel;

/**
 * GramFleetForecast:
 * @year: obligation year by whose rules it is
 * @vehicles: vehicles that are entered or ready and have a figure
 * @unknown: vehicles that are entered or ready and have none: something is missing, or @refusal
 * @credit: grams below target
 * @excess: grams over target, without sign
 * @net: @credit − @excess
 * @net_with: net of @year if they were all accepted: what is accepted in that year included
 * @credits_with: credits of @year then, 0 none
 * @amount_with: what @year would come to then, cents, 0 nothing
 * @rate: cents for each gram over
 * @refusal: (nullable): why there are no figures, for example `ccs.weights-unpublished`
 *
 * What vehicles that are not accepted yet would add.
 */
typedef struct
{
  int year;
  gint64 vehicles;
  gint64 unknown;
  gint64 credit;
  gint64 excess;
  gint64 net;
  gint64 net_with;
  gint64 credits_with;
  gint64 amount_with;
  gint64 rate;
  GramRefusal *refusal;
} GramFleetForecast;

/**
 * GramFleetRun:
 * @id: its row
 * @settled_at: UTC microseconds
 * @vehicles: vehicles then
 * @net: net then
 * @carried_in: borrowed from the year before
 * @carried_met: of it, made good by the net
 * @credits: credits of the year in all after it
 * @grams: grams over in all after it
 * @amount: cents for these
 * @rate: cents for each gram
 * @due_on: last day to pay, ISO
 * @reference: reference
 * @document_id: its document, 0 none
 *
 * A settlement of a Fleet Average year.
 */
typedef struct
{
  gint64 id;
  gint64 settled_at;
  gint64 vehicles;
  gint64 net;
  gint64 carried_in;
  gint64 carried_met;
  gint64 credits;
  gint64 grams;
  gint64 amount;
  gint64 rate;
  char *due_on;
  char *reference;
  gint64 document_id;
} GramFleetRun;

/**
 * GramBorrowingRow:
 * @id: the borrowing
 * @account_id: its account
 * @number: number of the account
 * @holder: its holder
 * @charge_id: the charge that is carried over
 * @state: `asked`, `approved`, `declined`, `withdrawn` or `settled`
 * @from_year: the year of the shortfall
 * @grams: grams that are borrowed; while it is asked for, what would be
 * @value: cents that are carried; while it is asked for, what would be
 * @rate: cents for each gram
 * @reason: why it is asked for
 * @asked_name: who asked
 * @asked_at: UTC microseconds
 * @decided_name: (nullable): who decided or withdrew it
 * @decided_at: UTC microseconds, 0 not yet
 * @decision_reason: why so
 * @reference: document that says so
 * @case_id: the case about it, 0 none
 * @met: settled: grams that the next year made good
 * @version: grows with each change
 * @allows: (element-type GramAllow): its verbs; see gram_borrowing_row_get_refusal()
 *
 * A shortfall that is carried into the next year.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  char *number;
  char *holder;
  gint64 charge_id;
  char *state;
  int from_year;
  gint64 grams;
  gint64 value;
  gint64 rate;
  char *reason;
  char *asked_name;
  gint64 asked_at;
  char *decided_name;
  gint64 decided_at;
  char *decision_reason;
  char *reference;
  gint64 case_id;
  gint64 met;
  int version;
  GPtrArray *allows;
} GramBorrowingRow;

/**
 * gram_borrowing_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_borrowing_row_free (GramBorrowingRow *self);

/**
 * gram_borrowing_row_get_refusal:
 * @self: a row
 * @command: one of its verbs
 *
 * Returns: (transfer none) (nullable): why it cannot be sent now, %NULL if it can
 */
const GramRefusal *
gram_borrowing_row_get_refusal (const GramBorrowingRow *self, const char *command);

/**
 * gram_registry_borrowings:
 * @self: a registry
 * @actor: who asks: the administrator's side, or who may view the account
 * @account_id: an account; 0 all that @actor may see
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramBorrowingRow) (nullable): the newest first
 */
GPtrArray *gram_registry_borrowings (GramRegistry *self,
                                     GramActor *actor,
                                     gint64 account_id,
                                     GramRefusal **refusal,
                                     GError **error);

/**
 * GramFleetYearDetail:
 * @row: the year as a list shows it
 * @today: date in New Zealand, ISO
 * @rulebook: version of the rulebook in force
 * @average: mean difference of the vehicles, hundredths of a gram, for display only
 * @average_value: text of @average with four decimals in the locale, `+` in front of what is below target
 * @may_settle: the year is over, or its account is being closed
 * @months: (element-type GramFleetMonth): from January to the last month with vehicles, or to this month
 * @models: (element-type GramFleetModel): models, those with the most grams over target first
 * @forecast: vehicles that are not accepted yet, by the rules of today; for a year that is over all is 0
 * @next: (nullable): likewise by the rules of 1 January, from October on (rulebook)
 * @runs: (element-type GramFleetRun): settlements, the newest first
 * @charges: (element-type gint64): charges of this year's settlements and of what was borrowed for it, oldest first
 * @borrowings: (element-type GramBorrowingRow): borrowings out of this year and into it
 * @borrow_charge: the charge that `borrowing.request` can name, 0 none
 * @missing: (element-type utf8): what is missing to go on, translated; empty if nothing is
 * @payable_to: (nullable): what the last invoice said, of any account
 * @how_to_pay: (nullable): likewise
 * @allows: (element-type GramAllow): its verbs; see gram_fleet_year_detail_get_refusal()
 *
 * A Fleet Average year with all that a page shows of it.
 */
typedef struct
{
  GramFleetYearRow *row;
  char *today;
  char *rulebook;
  gint64 average;
  char *average_value;
  gboolean may_settle;
  GPtrArray *months;
  GPtrArray *models;
  GramFleetForecast forecast;
  GramFleetForecast *next;
  GPtrArray *runs;
  GArray *charges;
  GPtrArray *borrowings;
  gint64 borrow_charge;
  GPtrArray *missing;
  char *payable_to;
  char *how_to_pay;
  GPtrArray *allows;
} GramFleetYearDetail;

/**
 * gram_registry_fleet_year:
 * @self: a registry
 * @actor: who asks: the administrator's side, or who may view the account
 * @account_id: an account of the Clean Car Standard
 * @year: obligation year, 0 the running one
 * @refusal: (out) (optional): `account.unknown`, `fleet-year.scheme`, `rulebook.none`
 * @error: return location
 *
 * Reads kept totals only, however many vehicles were accepted.
 *
 * Returns: (transfer full) (nullable): the year
 */
GramFleetYearDetail *gram_registry_fleet_year (GramRegistry *self,
                                               GramActor *actor,
                                               gint64 account_id,
                                               int year,
                                               GramRefusal **refusal,
                                               GError **error);

/**
 * gram_fleet_year_detail_get_refusal:
 * @self: a year
 * @command: one of its verbs
 *
 * Returns: (transfer none) (nullable): why it cannot be sent now, %NULL if it can
 */
const GramRefusal *
gram_fleet_year_detail_get_refusal (const GramFleetYearDetail *self, const char *command);

/**
 * gram_fleet_year_detail_free:
 * @self: (nullable): a year
 *
 * Frees it.
 */
void gram_fleet_year_detail_free (GramFleetYearDetail *self);

/**
 * GramFleetRehearsal:
 * @row: the year as it stands
 * @early: the year is not over; it may be settled as the account is being closed
 * @credits: credits that would be posted; below 0 taken back
 * @short_amount: of credits that are taken back, what was used already and would be charged, cents
 * @charge: what would be charged on top, cents
 * @taken_back: what would be taken off earlier charges, cents
 * @money_back: of it, money that was paid: it would stand in favour
 * @credits_back: of it, credits that were set against it: they would come back
 * @carried_met: grams of a borrowed shortfall that the net makes good
 * @carried_charge: what the rest of a borrowed shortfall would be charged, cents
 * @due_on: last day to pay, ISO
 * @posts: something would be posted; otherwise settling again changes nothing
 * @lines: (element-type utf8): how it comes about, one sentence a line, translated
 * @digest: SHA-256 over what would be written: the argument `expect` of the command
 *
 * What settling a Fleet Average year would do. Nothing changes.
 */
typedef struct
{
  GramFleetYearRow *row;
  gboolean early;
  gint64 credits;
  gint64 short_amount;
  gint64 charge;
  gint64 taken_back;
  gint64 money_back;
  gint64 credits_back;
  gint64 carried_met;
  gint64 carried_charge;
  char *due_on;
  gboolean posts;
  GPtrArray *lines;
  char *digest;
} GramFleetRehearsal;

/**
 * gram_registry_rehearse_fleet_year:
 * @self: a registry
 * @actor: who asks: who may send `fleet-year.settle`
 * @account_id: an account
 * @year: obligation year
 * @refusal: (out) (optional): what the command would answer
 * @error: return location
 *
 * Rehearses the settlement of a year.
 *
 * Returns: (transfer full) (nullable): the rehearsal
 */
GramFleetRehearsal *gram_registry_rehearse_fleet_year (GramRegistry *self,
                                                       GramActor *actor,
                                                       gint64 account_id,
                                                       int year,
                                                       GramRefusal **refusal,
                                                       GError **error);

/**
 * gram_fleet_rehearsal_free:
 * @self: (nullable): a rehearsal
 *
 * Frees it.
 */
void gram_fleet_rehearsal_free (GramFleetRehearsal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramFleetYearRow, gram_fleet_year_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramBorrowingRow, gram_borrowing_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramFleetYearDetail, gram_fleet_year_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramFleetRehearsal, gram_fleet_rehearsal_free)

G_END_DECLS
