/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tidy-source.h"

G_BEGIN_DECLS

/**
 * TidyCheck:
 * @sources: (element-type TidySource): the whole tree
 * @complaints: where the check writes one line for everything that is not as it should be
 *
 * A check of the whole tree.
 */
typedef void (*TidyCheck) (GPtrArray *sources, GString *complaints);

/* Who may know whom. */
void tidy_check_layers (GPtrArray *sources, GString *complaints);
void tidy_check_database (GPtrArray *sources, GString *complaints);
void tidy_check_toolkit (GPtrArray *sources, GString *complaints);
void tidy_check_templates (GPtrArray *sources, GString *complaints);

/* How it is written. */
void tidy_check_file_length (GPtrArray *sources, GString *complaints);
void tidy_check_function_length (GPtrArray *sources, GString *complaints);
void tidy_check_banned_calls (GPtrArray *sources, GString *complaints);
void tidy_check_floating_point (GPtrArray *sources, GString *complaints);

/* What must be there. */
void tidy_check_translations (GPtrArray *sources, GString *complaints);
void tidy_check_comments (GPtrArray *sources, GString *complaints);

G_END_DECLS
