/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of trades; see gram-command-arguments.h. */

extern const GramArgument gram_arguments_trade_notify[];
extern const GramArgument gram_arguments_trade_amend[];
extern const GramArgument gram_arguments_trade_withdraw[];
extern const GramArgument gram_arguments_trade_decide[];
extern const GramArgument gram_arguments_trade_import[];
extern const GramArgument gram_arguments_trade_set_key[];

G_END_DECLS
