/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of charges and payments of the Clean Car Standard; see gram-command-arguments.h. */

extern const GramArgument gram_arguments_charge_offset[];
extern const GramArgument gram_arguments_payment_record[];
extern const GramArgument gram_arguments_payment_reverse[];
extern const GramArgument gram_arguments_payment_use_in_favour[];
extern const GramArgument gram_arguments_payment_pay_back[];

G_END_DECLS
