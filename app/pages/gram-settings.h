/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * gram_settings_new:
 *
 * The program's settings.
 *
 * Returns: (transfer full): the settings
 */
GSettings *gram_settings_new (void);

/**
 * gram_settings_note_registry:
 * @settings: the settings
 * @path: file of a registry that was opened
 * @title: what it is called
 *
 * Puts a registry first among the recent ones, of which the newest eight are kept, and makes it the last one.
 */
void gram_settings_note_registry (GSettings *settings, const char *path, const char *title);

/**
 * gram_settings_forget_registry:
 * @settings: the settings
 * @path: file of a registry
 *
 * Takes a registry from the recent ones; the file stays.
 */
void gram_settings_forget_registry (GSettings *settings, const char *path);

G_END_DECLS
