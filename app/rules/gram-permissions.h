/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-words.h"

G_BEGIN_DECLS

/**
 * GramPermissionRow:
 * @permission: the permission
 * @title: translatable name (N_()), in the words of the source text, for example “View account”
 * @name: the same inside a sentence (N_()), “view account”
 * @sentence: translatable sentence (N_()) that says what it allows
 *
 * One of the five permissions as people see it (source text, “Settings and administration”).
 */
typedef struct
{
  GramPermission permission;
  const char *title;
  const char *name;
  const char *sentence;
} GramPermissionRow;

/**
 * GramPresetRow:
 * @preset: the preset
 * @permissions: #GramPermission flags
 * @title: translatable name (N_())
 * @sentence: translatable sentence (N_()) that says whom it is for
 *
 * A named set of permissions as people see it.
 */
typedef struct
{
  GramPreset preset;
  guint permissions;
  const char *title;
  const char *sentence;
} GramPresetRow;

/**
 * gram_permission_rows:
 * @n_rows: (out): how many
 *
 * The five permissions in the order of the source text.
 *
 * Returns: (transfer none) (array length=n_rows): the rows
 */
const GramPermissionRow *gram_permission_rows (gsize *n_rows);

/**
 * gram_preset_rows:
 * @n_rows: (out): how many
 *
 * The presets, from the one with most permissions to the one with fewest. The owner's cannot be granted, only handed over.
 *
 * Returns: (transfer none) (array length=n_rows): the rows
 */
const GramPresetRow *gram_preset_rows (gsize *n_rows);

/**
 * gram_preset_permissions:
 * @preset: a preset
 *
 * Returns: #GramPermission flags; 0 for %GRAM_PRESET_NONE
 */
guint gram_preset_permissions (GramPreset preset);

/**
 * gram_permissions_preset:
 * @permissions: #GramPermission flags
 * @owner: the person is the owner of the account
 *
 * The preset that somebody with these permissions has. All permissions without the ownership are no preset.
 *
 * Returns: the preset, %GRAM_PRESET_NONE if there is none
 */
GramPreset gram_permissions_preset (guint permissions, gboolean owner);

/**
 * gram_permissions_normalise:
 * @permissions: #GramPermission flags
 *
 * Adds what is implied: every permission implies *view* (CCS facts §11). The empty set stays empty, unknown bits go.
 *
 * Returns: #GramPermission flags
 */
guint gram_permissions_normalise (guint permissions);

/**
 * gram_permissions_lacking:
 * @granter: permissions of the one who grants
 * @before: permissions that the other one has
 * @after: permissions that the other one would have
 *
 * Nobody grants what they lack (CCS facts §11). What is taken away, and what the other one had already, does not count.
 *
 * Returns: #GramPermission flags that are newly granted and that the granter lacks; 0 if the change is allowed
 */
guint gram_permissions_lacking (guint granter, guint before, guint after);

/**
 * gram_permissions_format:
 * @permissions: #GramPermission flags
 *
 * Names permissions in a sentence, translated and separated by commas, for example “view account, transfer credits”.
 *
 * Returns: (transfer full): the text, empty for the empty set
 */
char *gram_permissions_format (guint permissions);

G_END_DECLS
