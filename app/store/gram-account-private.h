/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-table.h"
#include "gram-shape-private.h"

G_BEGIN_DECLS

/* The columns of `account`, as t. */
extern const GramShape _gram_account_shape;

G_END_DECLS
