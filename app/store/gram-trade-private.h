/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-shape-private.h"
#include "gram-trade-table.h"

G_BEGIN_DECLS

/* What a notification looks like, for the check of its history. */
extern const GramShape _gram_trade_notification_shape;

G_END_DECLS
