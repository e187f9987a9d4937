/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_WINDOW (gram_window_get_type ())
G_DECLARE_FINAL_TYPE (GramWindow, gram_window, GRAM, WINDOW, AdwApplicationWindow)

/**
 * gram_window_new:
 * @application: the application
 *
 * A window has at most one registry open. Without one it shows the start page; with one and nobody signed in, the sign-in
 * page; else the account switcher, the destinations and the destination chosen.
 *
 * Returns: (transfer floating): the window
 */
GramWindow *gram_window_new (GtkApplication *application);

/**
 * gram_window_set_today:
 * @self: a window
 * @today: (nullable): ISO date
 *
 * Gives the practice registries that this window opens from now on another date (`--today`); other kinds take no notice.
 */
void gram_window_set_today (GramWindow *self, const char *today);

/**
 * gram_window_open:
 * @self: a window
 * @path: a registry file
 *
 * Closes what is open and opens @path.
 */
void gram_window_open (GramWindow *self, const char *path);

/**
 * gram_window_open_practice:
 * @self: a window
 * @afresh: make it again, even if there is one
 *
 * Opens the practice registry of this person, and makes it first if need be.
 */
void gram_window_open_practice (GramWindow *self, gboolean afresh);

/**
 * gram_window_take_session:
 * @self: a window
 * @session: (transfer full): an open session
 *
 * Closes what is open and shows @session: signed in, or to be signed in.
 */
void gram_window_take_session (GramWindow *self, GramSession *session);

/**
 * gram_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): its session
 */
GramSession *gram_window_get_session (GramWindow *self);

/**
 * gram_window_go:
 * @self: a window
 * @name: name of a destination
 *
 * Shows a destination.
 *
 * Returns: (transfer none) (nullable): its page; %NULL if nobody is signed in or there is no such destination
 */
GtkWidget *gram_window_go (GramWindow *self, const char *name);

/**
 * gram_window_get_destination:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): name of the destination shown
 */
const char *gram_window_get_destination (GramWindow *self);

/**
 * gram_window_get_view:
 * @self: a window
 *
 * Returns: (transfer none): `start`, `busy`, `sign-in`, `lock` or `registry`
 */
const char *gram_window_get_view (GramWindow *self);

G_END_DECLS
