/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-words.h"
#include "gram-refusal.h"

G_BEGIN_DECLS

/**
 * GramCaseVerb:
 * @GRAM_CASE_CLAIM: claim it, or take it over from somebody
 * @GRAM_CASE_RELEASE: give it back
 * @GRAM_CASE_ASSIGN: give it to somebody
 * @GRAM_CASE_WRITE: write into its thread, edit an own message
 * @GRAM_CASE_ATTACH: attach evidence
 * @GRAM_CASE_ASK: ask the holder for information
 * @GRAM_CASE_ANSWER: give it
 * @GRAM_CASE_DECIDE: decide it
 * @GRAM_CASE_WITHDRAW: withdraw it
 *
 * What can be done to a case.
 */
typedef enum
{
  GRAM_CASE_CLAIM = 1,
  GRAM_CASE_RELEASE,
  GRAM_CASE_ASSIGN,
  GRAM_CASE_WRITE,
  GRAM_CASE_ATTACH,
  GRAM_CASE_ASK,
  GRAM_CASE_ANSWER,
  GRAM_CASE_DECIDE,
  GRAM_CASE_WITHDRAW,
} GramCaseVerb;

/**
 * GRAM_CASE_VERB_N:
 *
 * How many verbs there are.
 */
#define GRAM_CASE_VERB_N GRAM_CASE_WITHDRAW

/**
 * GramCaseActor:
 * @GRAM_CASE_BY_HOLDER: a member of the account with the permission
 * @GRAM_CASE_BY_HANDLER: a person of the administrator's side, by role
 * @GRAM_CASE_BY_ADMINISTRATOR: likewise, with the role that may also release what others claimed
 * @GRAM_CASE_BY_RECORDER: a member who records in an own registry what the administrator decided; needs no claim
 * @GRAM_CASE_BY_PROGRAM: the program, because the subject of the case came to an end
 *
 * Who does it.
 */
typedef enum
{
  GRAM_CASE_BY_HOLDER = 1,
  GRAM_CASE_BY_HANDLER,
  GRAM_CASE_BY_ADMINISTRATOR,
  GRAM_CASE_BY_RECORDER,
  GRAM_CASE_BY_PROGRAM,
} GramCaseActor;

/**
 * GramCaseFacts:
 * @kind: kind of the case
 * @state: its state
 * @claimed: somebody has claimed it; also while information is asked
 * @mine: that is the person who asks
 * @released: it was released, taken over or assigned before, so that claiming it again needs a comment
 * @claimant: (nullable): name of who has claimed it, for sentences
 *
 * What decides what can be done to a case.
 */
typedef struct
{
  GramCaseKind kind;
  GramCaseState state;
  gboolean claimed;
  gboolean mine;
  gboolean released;
  const char *claimant;
} GramCaseFacts;

/**
 * GramCaseNext:
 * @state: the state after it
 * @claims: the person who did it has claimed the case after it
 * @unclaims: nobody has claimed it after it
 * @needs_comment: it needs a comment; see gram_case_check_comment()
 *
 * What follows from a verb. Neither @claims nor @unclaims: the claimant stays.
 */
typedef struct
{
  GramCaseState state;
  gboolean claims;
  gboolean unclaims;
  gboolean needs_comment;
} GramCaseNext;

/**
 * gram_case_claims_itself:
 * @kind: kind of a case
 *
 * Kinds whose decisions existed before the queue (application, AML, suspension, closing): deciding or asking claims an
 * unclaimed case on the way. The others have to be claimed first.
 *
 * Returns: %TRUE if so
 */
gboolean gram_case_claims_itself (GramCaseKind kind);

/**
 * gram_case_move:
 * @facts: the case
 * @verb: what somebody wants to do
 * @actor: who
 * @next: (out) (optional): what follows
 * @refusal: (out) (optional): why not: `case.decided`, `case.withdrawn`, `case.not-claimed`, `case.claimed-by-other`,
 *   `case.already-claimed`, `case.not-asked`, `case.not-withdrawable`, `case.not-yours`
 *
 * The state machine of a case. Withdrawn until decided, and only disputes and corrections; decided only by its claimant,
 * or by a member who records a decision; a decided case is frozen.
 *
 * Returns: %TRUE if @verb is possible
 */
gboolean gram_case_move (const GramCaseFacts *facts,
                         GramCaseVerb verb,
                         GramCaseActor actor,
                         GramCaseNext *next,
                         GramRefusal **refusal);

/**
 * gram_case_check_comment:
 * @next: what follows from a verb
 * @comment: (nullable): the comment
 * @refusal: (out) (optional): `case.comment-needed`
 *
 * Returns: %TRUE if the comment is there, or is not needed
 */
gboolean
gram_case_check_comment (const GramCaseNext *next, const char *comment, GramRefusal **refusal);

/**
 * gram_case_outcomes_of:
 * @kind: kind of a case
 * @good: (out) (optional): the outcome that grants it (upheld, approved, done)
 * @bad: (out) (optional): the other one (not upheld, declined, dropped)
 *
 * How cases of a kind can be decided.
 */
void gram_case_outcomes_of (GramCaseKind kind, GramCaseOutcome *good, GramCaseOutcome *bad);

G_END_DECLS
