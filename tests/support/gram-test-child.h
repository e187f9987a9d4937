/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GramTestTask:
 * @name: name of the task
 * @run: what the child process does; answers its exit status
 *
 * A test program is its own child process: it starts itself with `--child NAME ARGUMENT…` to hold a lock, or to be
 * killed at a random moment.
 */
typedef struct
{
  const char *name;
  int (*run) (int n_arguments, char **arguments);
} GramTestTask;

/* First line of main (): TRUE if this process is the child; @status is its exit status. */
gboolean
gram_test_child_main (int argc, char **argv, const GramTestTask *tasks, gsize n_tasks, int *status);

typedef struct _GramTestChild GramTestChild;

/* Starts the child; its standard output is a pipe to us. */
GramTestChild *gram_test_child_new (const char *task, const char *const *arguments);

/* Next line that the child wrote, without its end; NULL at the end of its output. Waits. */
char *gram_test_child_read_line (GramTestChild *self);

/* Sends SIGKILL. What the child wrote before can still be read. */
void gram_test_child_kill (GramTestChild *self);

/* Waits for the end; exit status, or minus the signal that ended it. Frees the child. */
int gram_test_child_wait (GramTestChild *self);

/*
 * Starts the child, kills it @delay_us later and answers the whole lines that it wrote: what it said was done, is done.
 * @status is as of gram_test_child_wait(): -SIGKILL unless it was quicker.
 */
GPtrArray *gram_test_child_kill_after (const char *task,
                                       const char *const *arguments,
                                       gulong delay_us,
                                       int *status);

/* For children: writes a line at once. */
void gram_test_child_say (const char *line);

/* Lets permissions count for this process even if it is root. For children. */
void gram_test_obey_permissions (void);

G_END_DECLS
