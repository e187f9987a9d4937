/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of conversion, surrender, payment notices and scenarios; see gram-command-arguments.h. */

extern const GramArgument gram_arguments_conversion_request[];
extern const GramArgument gram_arguments_conversion_to_crts[];
extern const GramArgument gram_arguments_allowance_surrender[];
extern const GramArgument gram_arguments_payment_notice_issue[];
extern const GramArgument gram_arguments_payment_notice_record_payment[];
extern const GramArgument gram_arguments_payment_notice_reverse_payment[];
extern const GramArgument gram_arguments_payment_notice_forward[];
extern const GramArgument gram_arguments_payment_notice_appeal[];
extern const GramArgument gram_arguments_payment_notice_end_appeal[];
extern const GramArgument gram_arguments_payment_notice_withdraw[];
extern const GramArgument gram_arguments_scenario_save[];
extern const GramArgument gram_arguments_scenario_remove[];

G_END_DECLS
