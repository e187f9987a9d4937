/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of the commands about pools, and of art. 32(3); each ends with a %NULL name. */
extern const GramArgument gram_arguments_pool_apply[];
extern const GramArgument gram_arguments_pool_agree[];
extern const GramArgument gram_arguments_pool_withdraw[];
extern const GramArgument gram_arguments_pool_decision[];
extern const GramArgument gram_arguments_pool_end[];
extern const GramArgument gram_arguments_pool_update[];
extern const GramArgument gram_arguments_window_due[];
extern const GramArgument gram_arguments_vehicle_identify[];

G_END_DECLS
