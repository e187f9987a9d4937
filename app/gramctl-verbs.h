/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gramctl-console.h"

G_BEGIN_DECLS

/* What gramctl can be told. @words are the words after the verb. */

GramctlExit gramctl_verb_init (Gramctl *self, char **words);
GramctlExit gramctl_verb_commands (Gramctl *self, char **words);
GramctlExit gramctl_verb_do (Gramctl *self, char **words);
GramctlExit gramctl_verb_batch (Gramctl *self, char **words);
GramctlExit gramctl_verb_list (Gramctl *self, char **words);
GramctlExit gramctl_verb_show (Gramctl *self, char **words);
GramctlExit gramctl_verb_save (Gramctl *self, char **words);
GramctlExit gramctl_verb_explain (Gramctl *self, char **words);
GramctlExit gramctl_verb_confirm (Gramctl *self, char **words);
GramctlExit gramctl_verb_join (Gramctl *self, char **words);
GramctlExit gramctl_verb_use_code (Gramctl *self, char **words);
GramctlExit gramctl_verb_template (Gramctl *self, char **words);
GramctlExit gramctl_verb_verify (Gramctl *self, char **words);

G_END_DECLS
