/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-practice-data.h"
#include "gram-registry.h"

G_BEGIN_DECLS

/**
 * GramPracticeLife:
 *
 * What the arguments of life.csv can name, beside plain values:
 *
 * - `@` the number of the step's account, `@FLEET` that of another one;
 * - `@entered:N:WORDS`, `@ready:N:WORDS`, `@accepted:N:WORDS` the Nth vehicle of the account in that state that a search
 *   for the words finds, by label; it is not disputed and lacks nothing;
 * - `@case:KIND` an undecided case of that kind on the account, `@cases:KIND` all of them;
 * - `$NAME` what an earlier step kept under that name;
 * - `/NAME` a file of data/practice/evidence/.
 */
typedef struct _GramPracticeLife GramPracticeLife;

/**
 * gram_practice_life_new:
 * @registry: the registry that is made
 * @data: its inputs
 * @numbers: (array zero-terminated=1): numbers of the accounts, in the order of @data
 * @folder: folder for files of evidence, there as long as this is
 *
 * Returns: (transfer full): nothing kept yet; the arguments are borrowed
 */
GramPracticeLife *gram_practice_life_new (GramRegistry *registry,
                                          const GramPracticeData *data,
                                          char **numbers,
                                          const char *folder);

/**
 * gram_practice_life_free:
 * @self: (nullable): a life
 *
 * Frees it and removes its files.
 */
void gram_practice_life_free (GramPracticeLife *self);

/**
 * gram_practice_life_read:
 * @self: a life
 * @step: a step
 * @error: return location
 *
 * Reads the arguments of a step, with all that they name.
 *
 * Returns: (transfer full) (nullable): `a{sv}`, not floating
 */
GVariant *
gram_practice_life_read (GramPracticeLife *self, const GramPracticeStep *step, GError **error);

/**
 * gram_practice_life_keep:
 * @self: a life
 * @step: a step that was done
 * @result: `a{sv}`, what its command answered
 *
 * Keeps the case, message or code that the step made, if it has a name for it.
 */
void
gram_practice_life_keep (GramPracticeLife *self, const GramPracticeStep *step, GVariant *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPracticeLife, gram_practice_life_free)

G_END_DECLS
