/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of transfers and of the lapse of credits; see gram-command-arguments.h. */

extern const GramArgument gram_arguments_transfer_offer[];
extern const GramArgument gram_arguments_transfer_accept[];
extern const GramArgument gram_arguments_transfer_decline[];
extern const GramArgument gram_arguments_transfer_cancel[];
extern const GramArgument gram_arguments_transfer_record[];
extern const GramArgument gram_arguments_credit_run_due[];

G_END_DECLS
