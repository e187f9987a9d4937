/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-decimal.h"

G_BEGIN_DECLS

/**
 * _gram_decimal_power:
 * @exponent: at most %GRAM_DECIMAL_MAX_SCALE
 *
 * Returns: 10 to the power of @exponent
 */
gint64 _gram_decimal_power (guint exponent);

G_END_DECLS
