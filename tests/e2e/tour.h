/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-at.h"

G_BEGIN_DECLS

/**
 * Tour:
 *
 * A walk through the program that takes pictures on its way.
 */
typedef struct
{
  GramAt *at;
  const char *folder;
  int height;
  guint n_pictures;
} Tour;

/* Pictures of what is on screen: light and dark, 1200 and 400 pixels wide. */
gboolean tour_stop (Tour *tour, const char *name);

/* Opens a row of the table that is shown: the first one; or the first whose name has both texts in it, one after the
 * other, in the language of the window. */
gboolean tour_open_first_row (Tour *tour);
gboolean tour_open_row (Tour *tour, const char *text, const char *then);

/* Presses a filter chip by its text before the count. */
gboolean tour_press_chip (Tour *tour, const char *text);

/* Presses a tile by what it begins with, and shows how its figure comes about. */
gboolean tour_stop_at_tile (Tour *tour, const char *text, const char *name);

/* A dialog from what opens it: a stop, and closed again. */
gboolean tour_stop_at_dialog (Tour *tour,
                              const char *role,
                              const char *opener,
                              const char *dialog,
                              const char *name);

/* Out of a form: what was filled in is discarded. */
gboolean tour_leave_form (Tour *tour, gboolean filled);

/* The walks. Each starts the program, and leaves it running. FALSE: a page was not reached. */
gboolean tour_walk_first_start (Tour *tour);
gboolean tour_walk_import (Tour *tour);
gboolean tour_walk_sign_in (Tour *tour);
gboolean tour_walk_practice (Tour *tour);
gboolean tour_walk_vehicles (Tour *tour);
gboolean tour_walk_manufacturer (Tour *tour);
gboolean tour_walk_administrator (Tour *tour);
gboolean tour_walk_people (Tour *tour);
gboolean tour_walk_accounts (Tour *tour);
gboolean tour_walk_disputes (Tour *tour);
gboolean tour_walk_told (Tour *tour);
gboolean tour_walk_cases (Tour *tour);
gboolean tour_walk_life (Tour *tour);
gboolean tour_walk_allowances (Tour *tour);
gboolean tour_walk_trades (Tour *tour);
gboolean tour_walk_years (Tour *tour);
gboolean tour_walk_standard (Tour *tour);
gboolean tour_walk_credits (Tour *tour);
gboolean tour_walk_charges (Tour *tour);
gboolean tour_walk_fleet (Tour *tour);

G_END_DECLS
