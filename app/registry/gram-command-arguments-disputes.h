/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of disputes and of the thread of a case; see gram-command-arguments.h. */

extern const GramArgument gram_arguments_dispute_open[];
extern const GramArgument gram_arguments_correction_open[];
extern const GramArgument gram_arguments_case_write[];
extern const GramArgument gram_arguments_case_edit_message[];
extern const GramArgument gram_arguments_case_attach[];
extern const GramArgument gram_arguments_case_answer[];
extern const GramArgument gram_arguments_account_case[];
extern const GramArgument gram_arguments_dispute_import_answers[];

G_END_DECLS
