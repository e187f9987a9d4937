/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

/* What tests of pages share: a practice registry, a window, and a picture of it for eyes. */

/* Makes the practice registry in a folder of the test and signs somebody in. */
GramSession *gram_test_practice_new (const char *path, const char *email);

/* Makes a registry of one's own, without an account; its first person is signed in. */
GramSession *gram_test_own_new (const char *path);

/* Closes a session and waits until it is gone. */
void gram_test_practice_close (GramSession *session);

/* Shows a page in a window of its own and waits until it is painted. Animations are off. */
GtkWindow *gram_test_window_new (GtkWidget *content, int width, int height);

/* Destroys the window and waits until it is gone. */
void gram_test_window_close (GtkWindow *window);

/* If GRAM_PICTURES names a folder, waits a moment and writes NAME.png there. */
void gram_test_picture (GtkWindow *window, const char *name);

/* Likewise of a widget, such as a popover, which no picture of its window shows. */
void gram_test_picture_of (GtkWidget *widget, const char *name);

/* The first widget of a type below @root, itself included; NULL if there is none. */
GtkWidget *gram_test_find_type (GtkWidget *root, GType type);

/* The first button with a label, underscore included; NULL if there is none. */
GtkWidget *gram_test_find_button (GtkWidget *root, const char *label);

G_END_DECLS
