/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-table.h"
#include "gram-shape-private.h"

G_BEGIN_DECLS

/* What a charge looks like, for the pages of its list. */
extern const GramShape _gram_charge_shape;

G_END_DECLS
