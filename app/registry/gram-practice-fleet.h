/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-practice-data.h"

G_BEGIN_DECLS

/**
 * gram_practice_fleet_file:
 * @data: the inputs
 * @account: whose vehicles
 * @delivery: which of the deliveries, from 0
 *
 * What the register sends on that day: vehicles that are new, and some that it sent before and that have been inspected,
 * corrected or completed since. The account of the EEA's rows gets their file, the others Gram's template. The same
 * inputs always give the same text.
 *
 * Returns: (transfer full): CSV text
 */
char *gram_practice_fleet_file (const GramPracticeData *data,
                                const GramPracticeAccount *account,
                                guint delivery);

/**
 * gram_practice_fleet_is_eea:
 * @account: an account
 *
 * Returns: whether its files are those of the EEA, whose rows stand for several cars
 */
gboolean gram_practice_fleet_is_eea (const GramPracticeAccount *account);

G_END_DECLS
