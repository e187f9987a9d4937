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

G_END_DECLS
