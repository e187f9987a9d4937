/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of the commands of an account's life; see gram-command-arguments.h. */

extern const GramArgument gram_arguments_account_set_directory[];
extern const GramArgument gram_arguments_account_set_aml[];
extern const GramArgument gram_arguments_account_give_notice[];
extern const GramArgument gram_arguments_account_suspend[];
extern const GramArgument gram_arguments_account_block[];
extern const GramArgument gram_arguments_account_request_closing[];
extern const GramArgument gram_arguments_account_give_closing_notice[];
extern const GramArgument gram_arguments_account_object_to_closing[];
extern const GramArgument gram_arguments_account_close[];
extern const GramArgument gram_arguments_application_ask[];
extern const GramArgument gram_arguments_application_approve[];
extern const GramArgument gram_arguments_credit_carry_in[];
extern const GramArgument gram_arguments_application_save[];

G_END_DECLS
