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
 * gram_window_open_notice:
 * @self: a window
 * @person: e-mail of the person whom the notice is for
 * @notice_id: the notice, 0 the whole inbox
 *
 * Marks the notice as read and shows exactly what it is about, as soon as @person is signed in and the window not locked.
 */
void gram_window_open_notice (GramWindow *self, const char *person, gint64 notice_id);

/**
 * gram_window_export_deadlines:
 * @self: a window with somebody signed in
 * @file: where to; what is there is replaced
 *
 * Writes the deadlines of all accounts that the person may see, for a calendar, and says how many there are.
 */
void gram_window_export_deadlines (GramWindow *self, GFile *file);

/**
 * gram_window_export_answers:
 * @self: a window with somebody of the administrator's side signed in
 * @account_id: an account
 * @file: where to; what is there is replaced
 *
 * Writes how the disputes of the account were decided, for its holder, and says how many answers there are.
 */
void gram_window_export_answers (GramWindow *self, gint64 account_id, GFile *file);

/**
 * gram_window_is_of:
 * @self: a window
 * @path: a registry file
 * @person: e-mail of a person
 *
 * Returns: whether the window has this registry open, with this person signed in
 */
gboolean gram_window_is_of (GramWindow *self, const char *path, const char *person);

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
