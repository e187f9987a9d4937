/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramCaseRecord:
 * @id: row of the case and its number, 0 before it is stored
 * @account_id: the account
 * @kind: what is to be decided
 * @state: state
 * @outcome: how it was decided, 0 not decided
 * @subject_id: row that it is about: application, measure, closing, vehicle (difference) …; 0 none
 * @label: what lists show: the vehicle, “12 vehicles”, the holder
 * @opened_by: who opened it, 0 the program
 * @opened_at: UTC microseconds
 * @due_on: last day for a decision, ISO; empty none
 * @answer_by: last day for the holder's answer, ISO; empty unless information is asked
 * @asked_at: UTC microseconds of the question, 0 none is open
 * @claimed_by: the claimant, 0 nobody
 * @claimed_at: UTC microseconds, 0 not yet
 * @decided_by: who decided, 0 not decided
 * @decided_at: UTC microseconds, 0 not decided
 * @reason: reason of the decision
 * @reference: document that says so, may be empty
 * @reminded: 0 nothing was told, 1 due soon, 2 overdue
 * @version: 1 for a new case, one more with each change
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): holder of the account
 * @account_kind: kind of the account
 * @opener: (nullable): name of who opened it, %NULL the program
 * @opener_email: (nullable): e-mail of who opened it
 * @claimant: (nullable): name of the claimant
 * @claimant_email: (nullable): e-mail of the claimant
 * @decider: (nullable): name of who decided
 * @dispute_kind: of a dispute or correction, else 0
 * @field: (nullable): disputed field, %NULL without a dispute
 * @vehicles: how many vehicles it is about
 * @vehicle_id: the first of them, 0 none
 * @vehicle: (nullable): its label
 * @make: (nullable): its make
 * @model: (nullable): its model
 *
 * A case as plain data, with what lists show. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  GramCaseKind kind;
  GramCaseState state;
  GramCaseOutcome outcome;
  gint64 subject_id;
  char *label;
  gint64 opened_by;
  gint64 opened_at;
  char *due_on;
  char *answer_by;
  gint64 asked_at;
  gint64 claimed_by;
  gint64 claimed_at;
  gint64 decided_by;
  gint64 decided_at;
  char *reason;
  char *reference;
  int reminded;
  int version;

  char *number;
  char *holder;
  GramAccountKind account_kind;
  char *opener;
  char *opener_email;
  char *claimant;
  char *claimant_email;
  char *decider;
  GramDisputeKind dispute_kind;
  char *field;
  gint64 vehicles;
  gint64 vehicle_id;
  char *vehicle;
  char *make;
  char *model;
} GramCaseRecord;

/**
 * gram_case_record_new:
 *
 * Makes an empty record: a dispute, open.
 *
 * Returns: (transfer full): the record; free with gram_case_record_free()
 */
GramCaseRecord *gram_case_record_new (void);

/**
 * gram_case_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramCaseRecord *gram_case_record_copy (const GramCaseRecord *self);

/**
 * gram_case_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_case_record_free (GramCaseRecord *self);

/**
 * gram_case_record_is_decided:
 * @self: a record
 *
 * Returns: whether it is decided or withdrawn, and with that frozen
 */
gboolean gram_case_record_is_decided (const GramCaseRecord *self);

/**
 * gram_case_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Opens a case. A second undecided one of the same kind about the same subject is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_table_insert (GramUnit *unit, GramCaseRecord *record, GError **error);

/**
 * gram_case_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change and raises the version. The case has moved on since @before was read, or is decided:
 * %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_table_update (GramUnit *unit,
                                 const GramCaseRecord *before,
                                 const GramCaseRecord *after,
                                 GError **error);

/**
 * gram_case_table_get:
 * @store: a store
 * @id: number of a case
 * @record: (out) (nullable) (transfer full): the case, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_table_get (GramStore *store, gint64 id, GramCaseRecord **record, GError **error);

/**
 * gram_case_table_page:
 * @store: a store
 * @ids: numbers of cases
 * @n_ids: how many, at most 1000
 * @error: return location
 *
 * Cases by number, in the order of @ids; one that is not there is left out.
 *
 * Returns: (transfer full) (element-type GramCaseRecord) (nullable): the cases
 */
GPtrArray *gram_case_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error);

/**
 * gram_case_table_live:
 * @store: a store
 * @kind: kind of case
 * @subject_id: what it is about, not 0
 * @record: (out) (nullable) (transfer full): the case, or %NULL if there is none
 * @error: return location
 *
 * The undecided case about a subject.
 *
 * Returns: %FALSE on error
 */
gboolean gram_case_table_live (GramStore *store,
                               GramCaseKind kind,
                               gint64 subject_id,
                               GramCaseRecord **record,
                               GError **error);

/**
 * gram_case_table_list:
 * @store: a store
 * @account_id: an account
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Cases of an account, the newest first.
 *
 * Returns: (transfer full) (element-type GramCaseRecord) (nullable): the cases
 */
GPtrArray *gram_case_table_list (GramStore *store, gint64 account_id, guint limit, GError **error);

/**
 * gram_case_table_list_subject:
 * @store: a store
 * @kind: kind of case
 * @subject_id: what they are about, not 0
 * @error: return location
 *
 * Cases about a subject, decided or not, the newest first.
 *
 * Returns: (transfer full) (element-type GramCaseRecord) (nullable): the cases
 */
GPtrArray *gram_case_table_list_subject (GramStore *store,
                                         GramCaseKind kind,
                                         gint64 subject_id,
                                         GError **error);

/**
 * gram_case_table_to_remind:
 * @store: a store
 * @by_ccs: a day in the zone of the CCS, ISO
 * @by_ccts: a day in the zone of the CCTS, ISO
 * @reminded: what is told: 1 due soon, 2 overdue
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Undecided cases that are due on that day of their scheme or earlier and of which @reminded was not told yet. While
 * information is asked the clock stands: they are not among them.
 *
 * Returns: (transfer full) (element-type GramCaseRecord) (nullable): the cases, the most urgent first
 */
GPtrArray *gram_case_table_to_remind (GramStore *store,
                                      const char *by_ccs,
                                      const char *by_ccts,
                                      int reminded,
                                      guint limit,
                                      GError **error);

/**
 * gram_case_table_without_due:
 * @store: a store
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Undecided cases without a day by which they are due: those that the migration to version 3 opened, as SQL knows no
 * working days.
 *
 * Returns: (transfer full) (element-type GramCaseRecord) (nullable): the cases, by number
 */
GPtrArray *gram_case_table_without_due (GramStore *store, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCaseRecord, gram_case_record_free)

G_END_DECLS
