/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of scheme years, baselines, positions in the CRTS, notices about eco-innovations and allocation; see
 * gram-command-arguments.h. */

extern const GramArgument gram_arguments_year_measure[];
extern const GramArgument gram_arguments_year_account[];
extern const GramArgument gram_arguments_year_close[];
extern const GramArgument gram_arguments_year_set_standing_rule[];
extern const GramArgument gram_arguments_year_publish[];
extern const GramArgument gram_arguments_allocation_post[];
extern const GramArgument gram_arguments_baseline_set[];
extern const GramArgument gram_arguments_baseline_import[];
extern const GramArgument gram_arguments_crts_set_position[];
extern const GramArgument gram_arguments_crts_import_positions[];
extern const GramArgument gram_arguments_eco_notice_record[];
extern const GramArgument gram_arguments_eco_notice_withdraw[];

G_END_DECLS
