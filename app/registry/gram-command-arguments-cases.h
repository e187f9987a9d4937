/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-command.h"

G_BEGIN_DECLS

/* The arguments of the commands about cases and about the inbox; each ends with a %NULL name. */
extern const GramArgument gram_arguments_case_claim[];
extern const GramArgument gram_arguments_case_release[];
extern const GramArgument gram_arguments_case_assign[];
extern const GramArgument gram_arguments_case_ask[];
extern const GramArgument gram_arguments_inbox_mark[];
extern const GramArgument gram_arguments_inbox_set_event[];
extern const GramArgument gram_arguments_snippet_save[];
extern const GramArgument gram_arguments_snippet_remove[];

G_END_DECLS
