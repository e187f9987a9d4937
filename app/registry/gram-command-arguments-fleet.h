/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of commands about Fleet Average years, borrowing and bank statements. */

extern const GramArgument gram_arguments_fleet_year_settle[];
extern const GramArgument gram_arguments_borrowing_request[];
extern const GramArgument gram_arguments_borrowing_withdraw[];
extern const GramArgument gram_arguments_borrowing_decision[];
extern const GramArgument gram_arguments_payment_import[];

G_END_DECLS
