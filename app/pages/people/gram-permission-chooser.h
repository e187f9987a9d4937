/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_PERMISSION_CHOOSER (gram_permission_chooser_get_type ())
G_DECLARE_FINAL_TYPE (GramPermissionChooser,
                      gram_permission_chooser,
                      GRAM,
                      PERMISSION_CHOOSER,
                      AdwBin)

/**
 * GramPermissionChooser:
 *
 * Chooses the permissions of a person in an account: by a preset, or one by one. What the one who grants lacks cannot be
 * granted: it is insensitive and says so. *View* goes with every other. Signal `changed ()`.
 */

/**
 * gram_permission_chooser_new:
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *gram_permission_chooser_new (void);

/**
 * gram_permission_chooser_set_bounds:
 * @self: a chooser
 * @granter: #GramPermission flags of the one who grants
 * @before: #GramPermission flags that the other one has, which may stay; 0 for somebody new
 *
 * Says what may be chosen, and chooses @before, or *view* for somebody new.
 */
void gram_permission_chooser_set_bounds (GramPermissionChooser *self, guint granter, guint before);

/**
 * gram_permission_chooser_set_permissions:
 * @self: a chooser
 * @permissions: #GramPermission flags
 *
 * Chooses them, as far as they may be chosen.
 */
void gram_permission_chooser_set_permissions (GramPermissionChooser *self, guint permissions);

/**
 * gram_permission_chooser_get_permissions:
 * @self: a chooser
 *
 * Returns: the #GramPermission flags chosen
 */
guint gram_permission_chooser_get_permissions (GramPermissionChooser *self);

/**
 * gram_permission_chooser_to_variant:
 * @permissions: #GramPermission flags
 *
 * Returns: (transfer floating): `as`, the words of the permissions, as commands take them
 */
GVariant *gram_permission_chooser_to_variant (guint permissions);

G_END_DECLS
