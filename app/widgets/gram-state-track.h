/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GramStepState:
 * @GRAM_STEP_DONE: it lies behind
 * @GRAM_STEP_NOW: this is where things stand
 * @GRAM_STEP_COMING: it comes later
 *
 * Where a step of a track stands.
 */
typedef enum
{
  GRAM_STEP_DONE,
  GRAM_STEP_NOW,
  GRAM_STEP_COMING,
} GramStepState;

#define GRAM_TYPE_STATE_TRACK (gram_state_track_get_type ())
G_DECLARE_FINAL_TYPE (GramStateTrack, gram_state_track, GRAM, STATE_TRACK, AdwBin)

/**
 * GramStateTrack:
 *
 * The states that something goes through, from the first to the last, with what is behind, what is now and what comes. In
 * a row where there is room, below each other on a narrow window. What is done has a tick and what is now a ring, so that
 * nobody has to tell colours apart; a screen reader hears each step with its state in words.
 */

/**
 * gram_state_track_new:
 *
 * Returns: (transfer floating): a track without a step
 */
GtkWidget *gram_state_track_new (void);

/**
 * gram_state_track_clear:
 * @self: a track
 *
 * Takes all steps away.
 */
void gram_state_track_clear (GramStateTrack *self);

/**
 * gram_state_track_add:
 * @self: a track
 * @title: translated: what the state is called
 * @detail: (nullable): when it was or will be; "" keeps the room
 * @state: where it stands
 *
 * Adds a step at the end.
 */
void gram_state_track_add (GramStateTrack *self,
                           const char *title,
                           const char *detail,
                           GramStepState state);

/**
 * gram_state_track_set_narrow:
 * @self: a track
 * @narrow: whether the steps stand below each other
 *
 * On a narrow window there is no room for a row.
 */
void gram_state_track_set_narrow (GramStateTrack *self, gboolean narrow);

/**
 * gram_state_track_count:
 * @self: a track
 * @n_done: (out) (optional): how many steps lie behind
 *
 * Returns: how many steps there are
 */
guint gram_state_track_count (GramStateTrack *self, guint *n_done);

G_END_DECLS
