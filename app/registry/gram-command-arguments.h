/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/*
 * The arguments of the commands, each list named after its command: those of people and of what issue 2 built stand in
 * gram-command-arguments.c, those of the life of an account in gram-command-arguments-accounts.c.
 */

/* Lists that several commands share. */
extern const GramArgument gram_arguments_none[];
extern const GramArgument gram_arguments_account[];
extern const GramArgument gram_arguments_account_person[];
extern const GramArgument gram_arguments_decision[];

extern const GramArgument gram_arguments_registry_create[];
extern const GramArgument gram_arguments_session_refuse[];
extern const GramArgument gram_arguments_user_create[];
extern const GramArgument gram_arguments_rulebook_publish[];
extern const GramArgument gram_arguments_account_open[];
extern const GramArgument gram_arguments_account_edit[];
extern const GramArgument gram_arguments_account_set_auto_accept[];
extern const GramArgument gram_arguments_vehicle_import[];
extern const GramArgument gram_arguments_vehicle_enter[];
extern const GramArgument gram_arguments_vehicle_mark_ready[];
extern const GramArgument gram_arguments_vehicle_accept[];

G_END_DECLS
