/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-people.h"
#include "gram-session.h"

G_BEGIN_DECLS

/*
 * What the screens about people say, and the rows that they share.
 */

/**
 * gram_role_title:
 * @role: a role
 *
 * Returns: (transfer none): translated title of the role
 */
const char *gram_role_title (GramRole role);

/**
 * gram_person_text_role:
 * @permissions: #GramPermission flags in an account
 * @owner: the person is the owner
 *
 * Returns: (transfer full): title of the preset, or the permissions one by one
 */
char *gram_person_text_role (guint permissions, gboolean owner);

/**
 * gram_person_text_sign_in:
 * @last_sign_in: UTC microseconds, 0 never
 *
 * Returns: (transfer full): for example “Last signed in on 3 November 2026”
 */
char *gram_person_text_sign_in (gint64 last_sign_in);

/**
 * gram_person_text_instant:
 * @utc_us: UTC microseconds, 0 never
 *
 * Returns: (transfer full): day and time, or “Never”
 */
char *gram_person_text_instant (gint64 utc_us);

/**
 * gram_person_text_time_left:
 * @session: the session, whose registry may have a date of its own
 * @lapses_at: UTC microseconds
 *
 * Returns: (transfer full): how many days are left, for example “12 days left”
 */
char *gram_person_text_time_left (GramSession *session, gint64 lapses_at);

/**
 * gram_person_text_permissions:
 * @permissions: #GramPermission flags
 *
 * Returns: (transfer full): their names, as a sentence begins
 */
char *gram_person_text_permissions (guint permissions);

/**
 * gram_person_row_new:
 * @name: name, or e-mail address, of the person; its initials stand in the avatar
 * @title: (nullable): title, if it is another
 * @subtitle: what stands below it
 * @button: TRUE if a click leads somewhere
 *
 * A row with an avatar, for a group.
 *
 * Returns: (transfer floating): an #AdwActionRow
 */
GtkWidget *
gram_person_row_new (const char *name, const char *title, const char *subtitle, gboolean button);

/**
 * gram_person_row_forbid:
 * @row: an #AdwActionRow that acts
 * @subtitle: (nullable): what stands below the title while it is allowed
 * @reason: (nullable): translated: why it is not, %NULL if it is
 *
 * Makes a row sensitive, or insensitive with the reason below its title and as its tooltip.
 */
void gram_person_row_forbid (AdwActionRow *row, const char *subtitle, const char *reason);

/**
 * gram_person_arguments:
 * @session: a session with an account
 * @key: (nullable): a key beside `account`
 * @value: (nullable) (transfer floating): its value
 *
 * Begins the arguments of a command on the current account.
 *
 * Returns: (transfer floating): `a{sv}`
 */
GVariant *gram_person_arguments (GramSession *session, const char *key, GVariant *value);

G_END_DECLS
