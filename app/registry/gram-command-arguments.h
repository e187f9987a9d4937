/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command-arguments-accounts.h"
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
extern const GramArgument gram_arguments_user_set_role[];
extern const GramArgument gram_arguments_person[];
extern const GramArgument gram_arguments_user_change_password[];
extern const GramArgument gram_arguments_user_use_code[];
extern const GramArgument gram_arguments_invitation_create[];
extern const GramArgument gram_arguments_invitation[];
extern const GramArgument gram_arguments_invitation_accept[];
extern const GramArgument gram_arguments_invitation_join[];
extern const GramArgument gram_arguments_member_set_permissions[];
extern const GramArgument gram_arguments_request_approve[];
extern const GramArgument gram_arguments_request_decline[];
extern const GramArgument gram_arguments_request_withdraw[];
extern const GramArgument gram_arguments_account_set_four_eyes[];
extern const GramArgument gram_arguments_rulebook_publish[];
extern const GramArgument gram_arguments_account_open[];
extern const GramArgument gram_arguments_account_edit[];
extern const GramArgument gram_arguments_account_set_auto_accept[];
extern const GramArgument gram_arguments_vehicle_import[];
extern const GramArgument gram_arguments_vehicle_enter[];
extern const GramArgument gram_arguments_vehicle_mark_ready[];
extern const GramArgument gram_arguments_vehicle_accept[];

G_END_DECLS
