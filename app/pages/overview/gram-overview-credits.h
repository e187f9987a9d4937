/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-figure.h"
#include "gram-queries-accounts.h"

G_BEGIN_DECLS

/**
 * gram_overview_credits:
 * @detail: (nullable): an account in detail
 *
 * The credits of an account, a figure for each year in which they were earned: what is free and what is promised, of
 * new and of used vehicles. Years without credits are left out.
 *
 * Returns: (transfer full) (element-type GramFigure): the figures, the oldest year first
 */
GPtrArray *gram_overview_credits (const GramAccountDetail *detail);

G_END_DECLS
