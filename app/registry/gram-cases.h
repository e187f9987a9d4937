/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-case-states.h"
#include "gram-case-table.h"

G_BEGIN_DECLS

/*
 * What everything that needs a decision has in common: a case is opened, claimed, asked about, decided, and frozen then. The
 * commands about one kind of case (a dispute, an application, a closing …) do what is special about it and leave the rest to
 * these functions, inside their own unit of work. Each costs a few look-ups by key, however many cases there are, and puts
 * the entry of the journal on the timeline of the case.
 *
 * Who decides by role has to hold the case. What a command of its own decides (an application, a verification, a suspension, a
 * closing, a trade, a payment, a pool, a borrowing) is claimed on the way
 * if nobody holds them; a dispute, a correction and a difference have to be claimed before. A member who records what the
 * administrator decided (GramCommand.own_permission, outside an administrator's registry) needs no claim.
 */

/**
 * gram_cases_due:
 * @call: a call on an account
 * @kind: kind of case
 * @due_on: (out) (transfer full): last day for a decision, ISO; empty if the rulebook sets none
 * @error: return location
 *
 * By the working days of the rulebook in force, from today in the zone of the account's scheme.
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_due (GramCall *call, GramCaseKind kind, char **due_on, GError **error);

/**
 * gram_cases_are_kept:
 * @call: a call on an account
 * @kind: kind of case
 *
 * Whether registries of this kind keep such cases: an own registry has no queue, so it keeps disputes, corrections and
 * differences only.
 *
 * Returns: whether gram_cases_open() opens one
 */
gboolean gram_cases_are_kept (GramCall *call, GramCaseKind kind);

/**
 * gram_cases_open:
 * @call: a call on an account
 * @kind: kind of case
 * @subject_id: row of the application, measure, closing or vehicle that it is about; 0 none
 * @label: what lists show: the vehicle, "12 vehicles", the holder
 * @case_id: (out) (optional): the case, 0 if this kind of registry keeps no such cases
 * @error: return location
 *
 * Opens a case on the account of the call, by whoever sends it, due as gram_cases_due() says. A second live case about the same subject is
 * %GRAM_STORE_ERROR_CONSTRAINT; see gram_cases_find_subject().
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_open (GramCall *call,
                          GramCaseKind kind,
                          gint64 subject_id,
                          const char *label,
                          gint64 *case_id,
                          GError **error);

/**
 * gram_cases_open_due:
 * @call: a call on an account
 * @kind: kind of case
 * @subject_id: as in gram_cases_open()
 * @label: as in gram_cases_open()
 * @due_on: last day for a decision, ISO; empty none. Who opens many asks gram_cases_due() once
 * @case_id: (out) (optional): as in gram_cases_open()
 * @error: return location
 *
 * gram_cases_open() with a last day that is known.
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_open_due (GramCall *call,
                              GramCaseKind kind,
                              gint64 subject_id,
                              const char *label,
                              const char *due_on,
                              gint64 *case_id,
                              GError **error);

/**
 * gram_cases_open_by_program:
 * @call: a call
 * @account_id: the account that the case stands on, perhaps another than that of the call
 * @kind: kind of case
 * @subject_id: as in gram_cases_open()
 * @label: as in gram_cases_open()
 * @case_id: (out) (optional): as in gram_cases_open()
 * @error: return location
 *
 * Opens a case that follows from what several parties did, so that its account reads nobody's name as who opened it.
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_open_by_program (GramCall *call,
                                     gint64 account_id,
                                     GramCaseKind kind,
                                     gint64 subject_id,
                                     const char *label,
                                     gint64 *case_id,
                                     GError **error);

/**
 * gram_cases_find:
 * @call: a call on an account
 * @case_id: number of a case
 * @record: (out) (transfer full): the case
 * @refusal: (out) (optional): `case.unknown`, also for a case of another account
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_cases_find (GramCall *call,
                          gint64 case_id,
                          GramCaseRecord **record,
                          GramRefusal **refusal,
                          GError **error);

/**
 * gram_cases_read_argument:
 * @call: a call with the argument `cases` (`ax`)
 * @refusal: (out) (optional): `case.none-named`
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the cases named, in their order, none twice; %NULL if refused
 */
GArray *gram_cases_read_argument (GramCall *call, GramRefusal **refusal);

/**
 * gram_cases_find_subject:
 * @call: a call
 * @kind: kind of case
 * @subject_id: row that it is about
 * @record: (out) (transfer full) (nullable): the undecided case, %NULL none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_find_subject (GramCall *call,
                                  GramCaseKind kind,
                                  gint64 subject_id,
                                  GramCaseRecord **record,
                                  GError **error);

/**
 * gram_cases_actor:
 * @call: a call
 *
 * Who sends the command, as the state machine of cases sees it: by their role; as a member who records what the
 * administrator decided; as a member; or the program.
 *
 * Returns: the actor
 */
GramCaseActor gram_cases_actor (const GramCall *call);

/**
 * gram_cases_actor_of:
 * @registry: a registry
 * @command: a row of the command table
 * @person: (nullable): who would send it; %NULL the program
 *
 * Returns: the actor, as gram_cases_actor() would say
 */
GramCaseActor gram_cases_actor_of (GramRegistry *registry,
                                   const GramCommand *command,
                                   const GramPersonRecord *person);

/**
 * gram_cases_check_recorder:
 * @registry: a registry
 * @command: `case.ask`, or another row of the command table
 * @record: a case
 * @person: who would send it
 * @refusal: (out) (optional): `permission.missing`
 * @error: return location
 *
 * A member who may accept and dispute records what is decided and asked about vehicles; what is asked about the account
 * itself is for a member who may edit it.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_cases_check_recorder (GramRegistry *registry,
                                    const GramCommand *command,
                                    const GramCaseRecord *record,
                                    const GramPersonRecord *person,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_cases_facts:
 * @record: a case
 * @person_id: who looks at it
 *
 * Returns: what the state machine asks about a case; its texts are those of @record
 */
GramCaseFacts gram_cases_facts (const GramCaseRecord *record, gint64 person_id);

/**
 * gram_cases_move:
 * @call: a call
 * @record: a case
 * @verb: what the sender wants to do with it
 * @next: (out) (optional): what follows
 * @refusal: (out) (optional): as in gram_case_move()
 *
 * gram_case_move() for the sender of a command.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_cases_move (GramCall *call,
                          const GramCaseRecord *record,
                          GramCaseVerb verb,
                          GramCaseNext *next,
                          GramRefusal **refusal);

/**
 * gram_cases_copy_moved:
 * @call: a call
 * @record: a case
 * @next: what follows from a verb
 *
 * Returns: (transfer full): the case in the state that the verb leads to, claimed by the sender or by nobody if that goes
 *   with it
 */
GramCaseRecord *
gram_cases_copy_moved (GramCall *call, const GramCaseRecord *record, const GramCaseNext *next);

/**
 * gram_cases_update:
 * @call: a call
 * @before: a case as it was read
 * @after: the case as it shall be
 * @error: return location
 *
 * Writes a case and puts the entry of the journal on its timeline.
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_update (GramCall *call,
                            const GramCaseRecord *before,
                            const GramCaseRecord *after,
                            GError **error);

/**
 * gram_cases_take:
 * @call: a call
 * @record: a case
 * @refusal: (out) (optional): `case.not-claimed`, `case.claimed-by-other`, `case.decided`, `case.withdrawn`
 *
 * Whether who sends the command may decide the case now. See above for who has to hold it.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_cases_take (GramCall *call, const GramCaseRecord *record, GramRefusal **refusal);

/**
 * gram_cases_take_subject:
 * @call: a call
 * @kind: kind of case
 * @subject_id: row that it is about
 * @refusal: (out) (optional): as in gram_cases_take()
 * @error: return location
 *
 * gram_cases_take() for commands that know no case number. That there is no undecided case is well, too.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_cases_take_subject (GramCall *call,
                                  GramCaseKind kind,
                                  gint64 subject_id,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_cases_decide:
 * @call: a call
 * @record: a case that gram_cases_take() let through
 * @outcome: how it is decided
 * @reason: (nullable): why
 * @reference: (nullable): document that says so
 * @error: return location
 *
 * Decides a case; it is frozen then. Nobody is told: see gram_cases_tell_decided(). It writes no message into the thread:
 * the case itself says by whom, when and why.
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_decide (GramCall *call,
                            const GramCaseRecord *record,
                            GramCaseOutcome outcome,
                            const char *reason,
                            const char *reference,
                            GError **error);

/**
 * gram_cases_decide_subject:
 * @call: a call
 * @kind: kind of case
 * @subject_id: row that it is about
 * @outcome: how it is decided
 * @reason: (nullable): why
 * @reference: (nullable): document that says so
 * @refusal: (out) (optional): as in gram_cases_take()
 * @error: return location
 *
 * gram_cases_take_subject() and gram_cases_decide() in one, for the commands that decide an application, a closing, a
 * measure or a verification. Send it before anything is written. That there is no undecided case is well, too.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_cases_decide_subject (GramCall *call,
                                    GramCaseKind kind,
                                    gint64 subject_id,
                                    GramCaseOutcome outcome,
                                    const char *reason,
                                    const char *reference,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_cases_withdraw:
 * @call: a call
 * @record: a case
 * @refusal: (out) (optional): `case.decided`, `case.withdrawn`
 * @error: return location
 *
 * Withdraws a case; it is frozen then.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_cases_withdraw (GramCall *call,
                              const GramCaseRecord *record,
                              GramRefusal **refusal,
                              GError **error);

/**
 * gram_cases_withdraw_subject:
 * @call: a call
 * @kind: kind of case
 * @subject_id: row that it is about
 * @error: return location
 *
 * gram_cases_withdraw() for commands that know no case number. That there is no undecided case is well, too.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_cases_withdraw_subject (GramCall *call, GramCaseKind kind, gint64 subject_id, GError **error);

/**
 * gram_cases_ask:
 * @call: a call
 * @record: a case that gram_cases_take() let through
 * @text: (nullable): the question, as the holder reads it in the thread; %NULL it stands elsewhere
 * @answer_by: (nullable): last day for the answer, ISO; %NULL by the rulebook's working days
 * @reference: (nullable): document that asked it, empty none
 * @refusal: (out) (optional): `case.not-claimed` …
 * @error: return location
 *
 * Asks the holder for information. The clock of the case stands until the answer, and those of the account who may accept
 * and dispute are told.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_cases_ask (GramCall *call,
                         const GramCaseRecord *record,
                         const char *text,
                         const char *answer_by,
                         const char *reference,
                         GramRefusal **refusal,
                         GError **error);

/**
 * gram_cases_answer:
 * @call: a call
 * @record: a case
 * @refusal: (out) (optional): `case.not-asked` …
 * @error: return location
 *
 * The holder has answered: the case is back with its claimant, who is told, and its last day moves on by the working days
 * that the clock stood. The text of the answer is the caller's to write into the thread.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_cases_answer (GramCall *call,
                            const GramCaseRecord *record,
                            GramRefusal **refusal,
                            GError **error);

/**
 * gram_cases_end_all:
 * @call: a call on an account that is being closed
 * @reason: why they end
 * @error: return location
 *
 * Withdraws every undecided case of the account, whoever holds it: there is nothing left to decide.
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_end_all (GramCall *call, const char *reason, GError **error);

/**
 * gram_cases_tell_decided:
 * @call: a call on an account
 * @case_ids: the cases that this command decided
 * @n_cases: how many, at least 1
 * @outcome: how
 * @error: return location
 *
 * Tells those of the account who may accept and dispute that disputes or corrections were decided: once a command.
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_tell_decided (GramCall *call,
                                  const gint64 *case_ids,
                                  guint n_cases,
                                  GramCaseOutcome outcome,
                                  GError **error);

/**
 * gram_cases_check_live:
 * @record: a case
 * @refusal: (out) (optional): `case.decided`, `case.withdrawn`
 *
 * Returns: %FALSE if the case is frozen
 */
gboolean gram_cases_check_live (const GramCaseRecord *record, GramRefusal **refusal);

/**
 * gram_cases_write:
 * @call: a call
 * @case_id: a case
 * @lane: who reads it
 * @kind: what it is
 * @text: (nullable): text as it was checked; with %NULL or none nothing is written
 * @message_id: (out) (optional): the message, 0 none
 * @error: return location
 *
 * Writes a message of the sender into the thread of a case. Nobody is told.
 *
 * Returns: %FALSE on error
 */
gboolean gram_cases_write (GramCall *call,
                           gint64 case_id,
                           GramLane lane,
                           GramMessageKind kind,
                           const char *text,
                           gint64 *message_id,
                           GError **error);

/**
 * gram_cases_answer_subject:
 * @call: a call
 * @kind: kind of case
 * @subject_id: row that it is about
 * @error: return location
 *
 * gram_cases_answer() for commands that know no case number: an application that is submitted again. That no information is
 * asked is well, too.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_cases_answer_subject (GramCall *call, GramCaseKind kind, gint64 subject_id, GError **error);

G_END_DECLS
