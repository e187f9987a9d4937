/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/**
 * gram_rulebooks_publish_folder:
 * @call: a call
 * @folder: (nullable): a folder with `*.json`; %NULL for the rulebooks that come with Gram
 * @refusal: (out) (optional): `rulebook.*`
 * @error: return location
 *
 * Publishes every rulebook of a folder, in the order of the files' names. The call answers their versions as `rulebooks`
 * and the digests of their texts, which verify holds them against, as `rulebooks-sha256`.
 *
 * Returns: %FALSE if refused or on error
 */
gboolean gram_rulebooks_publish_folder (GramCall *call,
                                        const char *folder,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_rulebooks_in_force:
 * @store: a store
 * @kind: a kind of account, whose scheme has the rulebook
 * @today: day in the scheme's own zone, ISO
 * @id: (out): id of the rulebook, 0 if there is none
 * @rulebook: (out) (nullable) (transfer full): the rulebook, %NULL if there is none
 * @error: return location
 *
 * Reads the rulebook that is in force on a day.
 *
 * Returns: %FALSE on error
 */
gboolean gram_rulebooks_in_force (GramStore *store,
                                  GramAccountKind kind,
                                  const char *today,
                                  gint64 *id,
                                  GramRulebook **rulebook,
                                  GError **error);

/**
 * gram_rulebooks_table_new:
 *
 * Returns: (transfer full) (element-type gint64 GramRulebook): an empty table of rulebooks by their row
 */
GHashTable *gram_rulebooks_table_new (void);

/**
 * gram_rulebooks_read:
 * @store: a store
 * @id: row of a rulebook
 * @known: (nullable) (element-type gint64 GramRulebook): made by gram_rulebooks_table_new(); rulebooks that were read before,
 *   for who asks for many
 * @rulebook: (out) (nullable) (transfer full): the rulebook, %NULL if there is none
 * @error: return location
 *
 * Reads a rulebook that something was worked out by, in force or not.
 *
 * Returns: %FALSE on error
 */
gboolean gram_rulebooks_read (GramStore *store,
                              gint64 id,
                              GHashTable *known,
                              GramRulebook **rulebook,
                              GError **error);

/**
 * gram_registry_use_resource:
 *
 * Makes the files that come with the registry (rulebooks, practice) known to GResource; once for the process.
 */
void gram_registry_use_resource (void);

G_END_DECLS
