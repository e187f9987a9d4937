/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-refusal.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PASSWORD_GROUP (gram_password_group_get_type ())
G_DECLARE_FINAL_TYPE (GramPasswordGroup,
                      gram_password_group,
                      GRAM,
                      PASSWORD_GROUP,
                      AdwPreferencesGroup)

/**
 * GramPasswordGroup:
 *
 * The part of a form where a new password is chosen: twice, with a meter of how strong it is. Signal `changed ()`.
 */

/**
 * gram_password_group_set_new:
 * @self: a group
 *
 * Calls the entries “New Password”, where an old one is asked for beside them.
 */
void gram_password_group_set_new (GramPasswordGroup *self);

/**
 * gram_password_group_get_password:
 * @self: a group
 *
 * Returns: (transfer none): what was typed
 */
const char *gram_password_group_get_password (GramPasswordGroup *self);

/**
 * gram_password_group_is_filled_in:
 * @self: a group
 *
 * Returns: whether something stands in both entries
 */
gboolean gram_password_group_is_filled_in (GramPasswordGroup *self);

/**
 * gram_password_group_check:
 * @self: a group
 * @email: e-mail of the person, which is no password
 *
 * Checks what was typed and says at the entry what is wrong with it.
 *
 * Returns: whether it may be sent
 */
gboolean gram_password_group_check (GramPasswordGroup *self, const char *email);

/**
 * gram_password_group_refuse:
 * @self: a group
 * @sentence: translated: why the registry does not take it
 *
 * Says so at the first entry.
 */
void gram_password_group_refuse (GramPasswordGroup *self, const char *sentence);

/**
 * gram_password_group_clear:
 * @self: a group
 *
 * Empties both entries.
 */
void gram_password_group_clear (GramPasswordGroup *self);

G_END_DECLS
