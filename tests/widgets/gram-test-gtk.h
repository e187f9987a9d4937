/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* First line of main (): the test framework with folders of its own, the toolkit, no animations. */
void gram_test_gtk_init (int *argc, char ***argv);

/* A window with @child that is shown; its size is what is asked for. */
GtkWindow *gram_test_gtk_window_new (GtkWidget *child, int width, int height);

/* Destroys the window and waits until nothing is left of it. */
void gram_test_gtk_window_destroy (GtkWindow *window);

/* Shows a widget in a window, takes it down again, and fails if it stays alive. Takes a floating reference. */
void gram_test_assert_finalizes (GtkWidget *widget);

/* The first widget of @type below @root whose accessible name or title is @name; NULL for any name. */
GtkWidget *gram_test_find (GtkWidget *root, GType type, const char *name);

/* Waits until a widget is there, as above. */
GtkWidget *gram_test_await (GtkWidget *root, GType type, const char *name);

G_END_DECLS
