/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GramAt:
 *
 * The real program as its user has it: a child process with folders and settings of its own, driven by the names that
 * a screen reader says (AT-SPI), by keys and by the mouse, and looked at on the X display.
 *
 * Everything waits for what it asks for, up to a deadline. What does not come is a failure, and the first one is the last:
 * it prints what was wanted and the tree that was there, keeps a picture, and makes every later call do nothing, so that
 * a walk is written as a list of steps and asked once, at its end, by gram_at_get_failure().
 *
 * Names are the message ids of the sources ("_Next"): they are translated into the language of the program, and
 * lose their mnemonic. One with a context is written as a catalogue has it: `"trade\004Matched"`.
 */
typedef struct _GramAt GramAt;

/* Makes the folders; starts nothing. @language is a locale like `de_DE.UTF-8`, or NULL. Several may run at a time, each
 * with a process and folders of its own, as on the desks of several people. */
GramAt *gram_at_new (const char *language);
void gram_at_free (GramAt *self);

/* Folder of this program: its home, and a place for files. */
const char *gram_at_get_folder (GramAt *self);

/* What did not come; NULL if all did. Forgets it, and lets calls do something again. */
char *gram_at_take_failure (GramAt *self);
const char *gram_at_get_failure (GramAt *self);
void gram_at_fail (GramAt *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Where pictures of failures go. */
void gram_at_set_failure_folder (GramAt *self, const char *folder);

/* The program. Settings last from one start to the next; one that is set while it runs takes effect at once. */
gboolean gram_at_start (GramAt *self, const char *const *arguments);
gboolean gram_at_quit (GramAt *self);

/* Runs it from its start to its end, without looking. TRUE: it ended well. */
gboolean gram_at_run (GramAt *self, const char *const *arguments);
void gram_at_set_setting (GramAt *self, const char *key, const char *value);

/* A node by role (`button`; NULL: any) and name (NULL: any), on screen, the first from the top. Waits. */
AtspiAccessible *gram_at_find (GramAt *self, const char *role, const char *name);
AtspiAccessible *
gram_at_find_in (GramAt *self, AtspiAccessible *root, const char *role, const char *name);

/* The same for a name that only begins like this. */
AtspiAccessible *gram_at_find_prefix (GramAt *self, const char *role, const char *prefix);

/* The same for a name that a regular expression matches. */
AtspiAccessible *gram_at_find_matching (GramAt *self, const char *role, const char *pattern);

AtspiAccessible *gram_at_find_matching_in (GramAt *self,
                                           AtspiAccessible *root,
                                           const char *role,
                                           const char *pattern);

/* Whether it is there now; does not wait and cannot fail. */
gboolean gram_at_has (GramAt *self, const char *role, const char *name);

/* A name as the program says it: in its language, without mnemonic. */
char *gram_at_dup_translated (GramAt *self, const char *id);

/* Waits until it is there, or gone. */
gboolean gram_at_wait (GramAt *self, const char *role, const char *name);
gboolean gram_at_wait_gone (GramAt *self, const char *role, const char *name);

/* Waits until there is a node whose name or text has @text in it. */
gboolean gram_at_wait_text (GramAt *self, const char *text);

/* Waits until a notification of the desktop has @text in its title or body. Only the first program of a test has a
 * desktop. */
gboolean gram_at_wait_notification (GramAt *self, const char *text);

/* Name, and the text of a text node. */
char *gram_at_dup_name (AtspiAccessible *node);
char *gram_at_dup_text (AtspiAccessible *node);

/* Does the one thing that a person does with it: click, press, toggle, row.open. Waits until it can be done. */
gboolean gram_at_press (GramAt *self, const char *role, const char *name);
gboolean gram_at_press_node (GramAt *self, AtspiAccessible *node);

/* Does an action of the window or of a page by its name, for example `win.go-rules`. */
gboolean gram_at_do (GramAt *self, const char *action);
gboolean gram_at_can (GramAt *self, const char *action);

/* Waits until it can be used; or until it is there, cannot be used, and @reason
 * stands in its name, its description (the tooltip) or below it (the subtitle of a row). */
gboolean gram_at_wait_allowed (GramAt *self, const char *role, const char *name);
gboolean
gram_at_wait_forbidden (GramAt *self, const char *role, const char *name, const char *reason);

/* What a screen reader says besides the name: the tooltip, the subtitle of a row. */
char *gram_at_dup_description (AtspiAccessible *node);

/* Turns a switch or check button on or off. */
gboolean gram_at_toggle (GramAt *self, const char *name, gboolean on);
gboolean gram_at_is_on (GramAt *self, const char *name, gboolean *on);

/* Writes into the entry named like this. */
gboolean gram_at_write (GramAt *self, const char *name, const char *text);

/* Chooses in a combo row: opens it, and goes down to the choice by keyboard; the first one is 0. */
gboolean gram_at_choose (GramAt *self, const char *combo, guint choice);

/* Selects the row of a list that is named like this. */
gboolean gram_at_select (GramAt *self, const char *list, const char *row);

/* Closes the dialog on top, and waits until it is gone. */
gboolean gram_at_close_dialog (GramAt *self, const char *title);

/* Types a path into the file dialog and presses Return. */
gboolean gram_at_choose_file (GramAt *self, const char *title, const char *path);

/* Keys and text as xdotool names them: `ctrl+f`, `Return`. They go to the topmost window. */
gboolean gram_at_key (GramAt *self, const char *keys);
gboolean gram_at_type (GramAt *self, const char *text);

/* A click into the middle of a node. */
gboolean gram_at_click (GramAt *self, AtspiAccessible *node);

/* Which of its windows everything is about from now on: the first is 0; -1 stands for all of them, as at first. Waits
 * until there are so many. Keys and the mouse still go to the topmost one. */
gboolean gram_at_use_window (GramAt *self, int window);

/* The main window, in pixels. */
gboolean gram_at_resize (GramAt *self, int width, int height);

/* Dark or light, at once, while it runs. */
gboolean gram_at_set_dark (GramAt *self, gboolean dark);

/* A picture of the window and what stands above it, as soon as it stands still. */
gboolean gram_at_picture (GramAt *self, const char *path);

/* The tree as text, one node a line. */
char *gram_at_dump (GramAt *self);

/* Lets the accessibility bus and the main loop run for a while. */
void gram_at_pause (guint milliseconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAt, gram_at_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiSelection, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

G_END_DECLS
