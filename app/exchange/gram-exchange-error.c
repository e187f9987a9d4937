/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-exchange-error.h"

/* clang-format off: it takes the name for a subtraction */
G_DEFINE_QUARK (gram - exchange - error - quark, gram_exchange_error)
/* clang-format on */
