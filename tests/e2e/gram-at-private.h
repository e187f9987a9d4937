/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-at.h"

#include <X11/Xlib.h>

G_BEGIN_DECLS

struct _GramAt
{
  char *folder;
  char *language;
  char *failure_folder;
  char *failure;
  GKeyFile *settings;

  GSubprocess *program;
  /* Borrowed from the program: its process id, and its node. */
  guint pid;
  AtspiAccessible *application;
  /* Another one has the session bus: this one runs without. */
  gboolean beside;
  /* Which of the windows is looked at; -1: all. */
  int window;

  Display *display;
};

/* How long anything may take: generous, for a slow machine under sanitizers. */
#define GRAM_AT_DEADLINE_US (60 * G_USEC_PER_SEC)

/* Deeper than any window. */
#define GRAM_AT_MAX_DEPTH 60

/* Polls until @done says so. */
typedef gboolean (*GramAtCondition) (GramAt *self, gpointer data);
gboolean _gram_at_wait_until (GramAt *self, GramAtCondition done, gpointer data);

/* The node that is there now, or NULL. Does not wait. */
AtspiAccessible *_gram_at_look (GramAt *self, const char *role, const char *name);

/* Below which everything is looked for: the program, or one of its windows. */
AtspiAccessible *_gram_at_ref_root (GramAt *self);

/* Whether a text stands anywhere below a node. */
gboolean _gram_at_contains (AtspiAccessible *node, const char *text);

gboolean _gram_at_has_state (AtspiAccessible *node, AtspiStateType state);

/* The program, and a launcher with the folders and the environment that are its own. */
char *_gram_at_dup_program (void);
GSubprocessLauncher *_gram_at_launcher_new (GramAt *self);

/* The node of the program on the accessibility bus, as soon as it is there. */
gboolean _gram_at_connect (GramAt *self);
void _gram_at_disconnect (GramAt *self);

/* The main window of the program, and the topmost one; None if there is none. */
Window _gram_at_main_window (GramAt *self);
Window _gram_at_top_window (GramAt *self);
gboolean _gram_at_focus (GramAt *self);

/* A picture of the whole display, at once. */
gboolean _gram_at_picture_of_display (GramAt *self, const char *path);

/* What is looked for: the first node that all the fields fit which are not NULL. */
typedef struct
{
  AtspiAccessible *root;
  const char *role;
  const char *name;
  const char *prefix;
  const char *text;
  const char *pattern;
  const char *action;
  gboolean sensitive;
  int max_depth;
  gboolean last;
  AtspiAccessible *found;
} GramAtSearch;

/* Waits for it; what does not come is a failure. */
AtspiAccessible *_gram_at_search (GramAt *self, GramAtSearch *search);

/* A GramAtCondition about a GramAtSearch: it is there now, and is in its field found. */
gboolean _gram_at_searched (GramAt *self, gpointer data);

/* Position of an action of a node: of this name, or of one that a click does. -1: none. */
int _gram_at_find_action (AtspiAccessible *node, const char *name);

G_END_DECLS
