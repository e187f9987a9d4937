/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

G_BEGIN_DECLS

/**
 * GRAM_PRACTICE_ADMINISTRATOR:
 *
 * E-mail of the administrator of a practice registry.
 */
#define GRAM_PRACTICE_ADMINISTRATOR "administrator@example.org"

/**
 * gram_practice_create:
 * @path: file to make
 * @progress: (nullable) (scope call): told while it works
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Makes a practice registry from data/practice/: an administrator, importers in New Zealand, manufacturers in the
 * United Kingdom with a scheme year whose trading window is open, and some 20,000 vehicles in all states. It is made by commands only, and the same each time.
 *
 * Returns: (transfer full) (nullable): the registry, open; %NULL with one of @refusal and @error set, and no file left
 */
GramRegistry *gram_practice_create (const char *path,
                                    GramProgressFunc progress,
                                    gpointer progress_data,
                                    GCancellable *cancellable,
                                    GramRefusal **refusal,
                                    GError **error);

G_END_DECLS
