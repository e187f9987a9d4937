/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-auto-accept.h"
#include "gram-calendar.h"
#include "gram-call.h"

G_BEGIN_DECLS

/* What the commands of an account's life share: reading their arguments, moving the state, taking up auto-accept again. */

/**
 * gram_life_today:
 * @call: a call on an account
 *
 * Returns: today in the zone of the account's scheme
 */
GramDate gram_life_today (GramCall *call);

/**
 * gram_life_date:
 * @text: (nullable): an ISO date from the registry, empty none
 *
 * Returns: the day, %GRAM_DATE_NONE if there is none
 */
GramDate gram_life_date (const char *text);

/**
 * gram_life_read_text:
 * @call: a call
 * @name: argument `reason`, `reference` or `text`
 * @text: (out) (transfer full): what it says, empty if it was not given and is not needed
 * @refusal: (out) (optional): `text.*`
 *
 * Returns: %FALSE if refused
 */
gboolean gram_life_read_text (GramCall *call, const char *name, char **text, GramRefusal **refusal);

/**
 * gram_life_read_date:
 * @call: a call
 * @name: name of an argument
 * @date: (out): the day, %GRAM_DATE_NONE if it was not given
 * @refusal: (out) (optional): `date.form`
 *
 * Returns: %FALSE if refused
 */
gboolean
gram_life_read_date (GramCall *call, const char *name, GramDate *date, GramRefusal **refusal);

/**
 * gram_life_update:
 * @call: a call on an account
 * @after: the account as it shall be
 * @error: return location
 *
 * Writes what differs, with its history, and reads the account anew into the call. Once a command, so that a version is a
 * journal entry.
 *
 * Returns: %FALSE on error
 */
gboolean gram_life_update (GramCall *call, const GramAccountRecord *after, GError **error);

/**
 * gram_life_move:
 * @call: a call on an account
 * @state: the state that the account moves to
 * @since: UTC microseconds from which the state that it leaves was in force
 * @error: return location
 *
 * Moves the state. If auto-accept stood still in the old state and goes on in the new one, it takes exactly what it
 * would have taken meanwhile, by the switches as they were when each vehicle became ready, and once; what had been left to
 * a person is left still. The call answers `accepted`, `units` and
 * `skipped` then.
 *
 * Returns: %FALSE on error
 */
gboolean gram_life_move (GramCall *call, GramAccountState state, gint64 since, GError **error);

G_END_DECLS
