/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-cases.h"

G_BEGIN_DECLS

/* What writing into a case and attaching to it share: the lane, and who is told. */

/**
 * gram_case_thread_begin:
 * @call: a call with the argument `case`
 * @verb: what it does with the case
 * @record: (out) (transfer full): the case
 * @refusal: (out) (optional): `case.unknown`, or what gram_case_move() says
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_case_thread_begin (GramCall *call,
                                 GramCaseVerb verb,
                                 GramCaseRecord **record,
                                 GramRefusal **refusal,
                                 GError **error);

/**
 * gram_case_thread_read_lane:
 * @call: a call, perhaps with the argument `lane`
 * @lane: (out): the lane; the holder's if none was given
 * @refusal: (out) (optional): `case.lane`, `case.lane-internal`: members know the holder's lane only
 *
 * Reads who shall read it. What is internal does not get into the history of the account either.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_case_thread_read_lane (GramCall *call, GramLane *lane, GramRefusal **refusal);

/**
 * gram_case_thread_tell:
 * @call: a call
 * @record: the case
 * @lane: who may read what was written or attached
 * @error: return location
 *
 * Tells the other side that there is something new in the thread: the members who may dispute, or the claimant. What it
 * says is read in the thread, by who may.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_case_thread_tell (GramCall *call, const GramCaseRecord *record, GramLane lane, GError **error);

G_END_DECLS
