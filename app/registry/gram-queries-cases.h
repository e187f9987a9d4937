/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-attachment-table.h"
#include "gram-case-message-table.h"
#include "gram-case-query.h"
#include "gram-case-rules.h"
#include "gram-case-words.h"
#include "gram-correction-table.h"
#include "gram-difference-table.h"
#include "gram-dispute-table.h"
#include "gram-queries.h"

G_BEGIN_DECLS

/*
 * Questions about cases. The administrator's side sees all of them; everybody else those of their accounts, the holder lane
 * only. If one answers %NULL, exactly one of @refusal and @error is set.
 */

/**
 * GramCaseRow:
 * @id: number of the case
 * @record: the case, with the number and holder of its account and the names of its people
 * @urgency: how urgent it is today
 * @days_left: calendar days until the last day; negative: so many days over; 0 also if there is none
 * @age_days: working days since it was opened, until it was decided
 * @mine: who asks holds it
 *
 * A row of the list of cases.
 */
typedef struct
{
  gint64 id;
  GramCaseRecord *record;
  GramCaseUrgency urgency;
  int days_left;
  int age_days;
  gboolean mine;
} GramCaseRow;

/**
 * gram_registry_case_ids:
 * @self: a registry
 * @actor: who asks
 * @query: filter and order; its days are filled in, and members are kept to their accounts
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): numbers of the cases that match, in order
 */
GArray *gram_registry_case_ids (GramRegistry *self,
                                GramActor *actor,
                                const GramCaseQuery *query,
                                guint limit,
                                GramRefusal **refusal,
                                GError **error);

/**
 * gram_registry_case_rows:
 * @self: a registry
 * @actor: who asks
 * @ids: numbers of cases
 * @n_ids: how many
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Rows in the order of @ids; one that is not there, or not for who asks, is left out.
 *
 * Returns: (transfer full) (element-type GramCaseRow) (nullable): the rows
 */
GPtrArray *gram_registry_case_rows (GramRegistry *self,
                                    GramActor *actor,
                                    const gint64 *ids,
                                    guint n_ids,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_case_row_free:
 * @self: (nullable): a row
 *
 * Frees it.
 */
void gram_case_row_free (GramCaseRow *self);

/**
 * gram_registry_case_counts:
 * @self: a registry
 * @actor: who asks
 * @query: (nullable): a filter; what the counts are by does not count in it
 * @counts: (out): what the chips count
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: the outcome
 */
GramOutcome gram_registry_case_counts (GramRegistry *self,
                                       GramActor *actor,
                                       const GramCaseQuery *query,
                                       GramCaseCounts *counts,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * GramCaseAllow:
 * @command: name of a command about this case
 * @refusal: (nullable): why who asks cannot send it now, %NULL if they can
 * @needs_comment: it is sent with a comment: the case changes hands
 *
 * One verb of a case.
 */
typedef struct
{
  const char *command;
  GramRefusal *refusal;
  gboolean needs_comment;
} GramCaseAllow;

/**
 * GramCaseDetail:
 * @row: the case as a list shows it
 * @account: its account, in the state that counts today
 * @today: date in the zone of the account's scheme, ISO
 * @administrators_side: who asks handles cases by role: they see both lanes
 * @dispute: (nullable): what a dispute or a correction says
 * @vehicles: (element-type GramVehicleRecord): vehicles that it is about, the first hundred
 * @n_vehicles: how many it is about
 * @messages: (element-type GramCaseMessageRecord): the thread, oldest first, of the lanes that who asks may see
 * @edits: (element-type GramCaseMessageEdit): earlier texts of @messages, message by message, the oldest first
 * @attachments: (element-type GramAttachmentRecord): its evidence, oldest first, of the same lanes
 * @differences: (element-type GramDifferenceRecord): register file against registry, field by field
 * @corrections: (element-type GramCorrectionRecord): what its decision moved, vehicle by vehicle
 * @allows: (element-type GramCaseAllow): the verbs of this kind of case; see gram_case_detail_get_refusal()
 * @exclusions: (element-type utf8 utf8): see gram_case_detail_format()
 *
 * A case as its view shows it.
 */
typedef struct
{
  GramCaseRow *row;
  GramAccountRecord *account;
  char *today;
  gboolean administrators_side;
  GramDisputeRecord *dispute;
  GPtrArray *vehicles;
  gint64 n_vehicles;
  GPtrArray *messages;
  GPtrArray *edits;
  GPtrArray *attachments;
  GPtrArray *differences;
  GPtrArray *corrections;
  GPtrArray *allows;
  GHashTable *exclusions;
} GramCaseDetail;

/**
 * gram_case_detail_format:
 * @self: a case
 * @field: field of a vehicle
 * @text: canonical text of a value
 *
 * A value for people; the reason why a vehicle is outside the standard with the title that the rulebook gives it.
 *
 * Returns: (transfer full): the text
 */
char *gram_case_detail_format (const GramCaseDetail *self, const char *field, const char *text);

/**
 * GRAM_CASE_DETAIL_VEHICLES:
 *
 * How many vehicles a #GramCaseDetail holds at most.
 */
#define GRAM_CASE_DETAIL_VEHICLES 100

/**
 * gram_registry_case_detail:
 * @self: a registry
 * @actor: who asks
 * @case_id: number of a case
 * @refusal: (out) (optional): `case.unknown`, also for a case of an account that who asks may not see
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the case in detail
 */
GramCaseDetail *gram_registry_case_detail (GramRegistry *self,
                                           GramActor *actor,
                                           gint64 case_id,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * gram_case_detail_free:
 * @self: (nullable): a detail
 *
 * Frees it.
 */
void gram_case_detail_free (GramCaseDetail *self);

/**
 * gram_case_detail_has_verb:
 * @self: a detail
 * @command: name of a command, for example `case.claim` or `dispute.uphold`
 *
 * Returns: whether cases of this kind know the command at all, so that a control for it is shown
 */
gboolean gram_case_detail_has_verb (const GramCaseDetail *self, const char *command);

/**
 * gram_case_detail_get_refusal:
 * @self: a detail
 * @command: name of a command that gram_case_detail_has_verb() knows
 *
 * Returns: (transfer none) (nullable): why who asked cannot send it now, for the tooltip; %NULL if they can
 */
const GramRefusal *gram_case_detail_get_refusal (const GramCaseDetail *self, const char *command);

/**
 * gram_case_detail_needs_comment:
 * @self: a detail
 * @command: name of a command that gram_case_detail_has_verb() knows
 *
 * Returns: whether the command needs a comment: the case was claimed before
 */
gboolean gram_case_detail_needs_comment (const GramCaseDetail *self, const char *command);

/**
 * gram_registry_case_handlers:
 * @self: a registry
 * @actor: who asks, of the administrator's side
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramPersonRecord) (nullable): those whom a case can be assigned to, by name
 */
GPtrArray *gram_registry_case_handlers (GramRegistry *self,
                                        GramActor *actor,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * GramDeadline:
 * @uid: what it is, the same each time it is asked for, for example `case-12-due`
 * @on: the day, ISO
 * @title: what has to be done by then, translated
 * @account_id: account, 0 none
 * @account: number of the account
 * @holder: holder of the account
 * @subject: what it is about: `case`, `measure`, `closing`, `account`, `year`, `payment-notice`, `transfer`, `credits`, `charge`
 *   or `fleet-year`
 * @subject_id: its row; the scheme year or the obligation year; for `credits` the account
 *
 * A day that somebody has to keep in mind. Strings are owned.
 */
typedef struct
{
  char *uid;
  char *on;
  char *title;
  gint64 account_id;
  char *account;
  char *holder;
  const char *subject;
  gint64 subject_id;
} GramDeadline;

/**
 * gram_registry_deadlines:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account, 0 all that who asks may see
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Days that are still to come or were missed: for who works cases the last days of those that they hold; for a member the
 * last days for answers, for remedies and for objections, and the end of a suspension, of a block and of a verification;
 * of an account of the CCTS also the last days of trading and surrender, and to pay what is owed.
 * With @account_id the administrator's side is told the same of that account.
 *
 * Returns: (transfer full) (element-type GramDeadline) (nullable): the deadlines, by day
 */
GPtrArray *gram_registry_deadlines (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_deadline_free:
 * @self: (nullable): a deadline
 *
 * Frees it.
 */
void gram_deadline_free (GramDeadline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCaseRow, gram_case_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCaseDetail, gram_case_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDeadline, gram_deadline_free)

G_END_DECLS
