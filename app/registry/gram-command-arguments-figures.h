/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of decisions about vehicles; see gram-command-arguments.h. */

extern const GramArgument gram_arguments_dispute_uphold[];
extern const GramArgument gram_arguments_dispute_decline[];
extern const GramArgument gram_arguments_difference_take[];
extern const GramArgument gram_arguments_difference_keep[];

G_END_DECLS
