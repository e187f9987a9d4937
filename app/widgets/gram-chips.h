/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_CHIPS (gram_chips_get_type ())
G_DECLARE_FINAL_TYPE (GramChips, gram_chips, GRAM, CHIPS, AdwBin)

/**
 * GRAM_CHIPS_N_GROUPS:
 *
 * One more than the highest group of chips.
 */
#define GRAM_CHIPS_N_GROUPS 6

/**
 * GramChips:
 *
 * Filters of a list as chips. Each stands for a bit of a group: within a group one is chosen by hand (or any set, by
 * gram_chips_set()); groups narrow each other down. A chip of group 0 chooses nothing, that is all. A chip may tell how
 * many it leads to; one that leads nowhere and is not chosen hides, unless it is kept.
 *
 * Signal `changed ()`: something else is chosen. Whoever counts, counts anew then.
 */

/**
 * gram_chips_new:
 *
 * Returns: (transfer floating): the widget, without a chip
 */
GtkWidget *gram_chips_new (void);

/**
 * gram_chips_add:
 * @self: the chips
 * @group: 1 to %GRAM_CHIPS_N_GROUPS - 1; 0 for the chip that chooses nothing
 * @bit: the bit it stands for; 0 for that of group 0
 * @title: what it says
 * @keep: it stays even if it leads nowhere
 *
 * Adds a chip at the end.
 */
void gram_chips_add (GramChips *self, guint group, guint bit, const char *title, gboolean keep);

/**
 * gram_chips_set_narrow:
 * @self: the chips
 * @narrow: whether they share one line that scrolls sideways; otherwise they wrap
 *
 * On a narrow window many chips would take the room of the list.
 */
void gram_chips_set_narrow (GramChips *self, gboolean narrow);

/**
 * gram_chips_get:
 * @self: the chips
 * @group: a group
 *
 * Returns: the bits chosen, 0 all
 */
guint gram_chips_get (GramChips *self, guint group);

/**
 * gram_chips_set:
 * @self: the chips
 * @chosen: (array fixed-size=6): the bits by group
 *
 * Chooses; emits `changed` if it is something else.
 */
void gram_chips_set (GramChips *self, const guint chosen[GRAM_CHIPS_N_GROUPS]);

/**
 * gram_chips_is_chosen:
 * @self: the chips
 *
 * Returns: whether anything is chosen in any group
 */
gboolean gram_chips_is_chosen (GramChips *self);

/**
 * gram_chips_set_count:
 * @self: the chips
 * @group: group of a chip
 * @bit: its bit
 * @count: how many it leads to, -1 not known
 *
 * Lets a chip tell its count.
 */
void gram_chips_set_count (GramChips *self, guint group, guint bit, gint64 count);

G_END_DECLS
