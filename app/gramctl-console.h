/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"

G_BEGIN_DECLS

/**
 * GramctlExit:
 * @GRAMCTL_DONE: done
 * @GRAMCTL_REFUSED: refused, or at least one line of a batch was
 * @GRAMCTL_USAGE: wrong usage
 * @GRAMCTL_FAILED: the store failed
 *
 * Exit status of gramctl.
 */
typedef enum
{
  GRAMCTL_DONE = 0,
  GRAMCTL_REFUSED = 1,
  GRAMCTL_USAGE = 2,
  GRAMCTL_FAILED = 3,
} GramctlExit;

/**
 * Gramctl:
 * @registry_path: (nullable): `-r`
 * @user: (nullable): `-u`
 * @today: (nullable): `--today`
 * @request_id: (nullable): `--request`
 * @administrator: (nullable): `--administrator`
 * @kind: (nullable): `--kind`
 * @name: (nullable): `--name`
 * @title: (nullable): `--title`
 * @where: (nullable): `--where`, any number
 * @search: (nullable): `--search`
 * @order: (nullable): `--order`
 * @format: (nullable): `--format`
 * @rejects: (nullable): `--rejects`
 * @limit: `--limit`
 * @acts: it sends commands; else it only looks
 * @dry_run: `--dry-run`
 * @empty: `--empty`
 * @matrix: `--matrix`
 * @password: (nullable): what was typed to sign in; signs the commands that are signed
 * @registry: (nullable): the registry, once it is open
 * @actor: (nullable): who is signed in
 *
 * What the command line said, and what came of it.
 */
typedef struct
{
  char *registry_path;
  char *user;
  char *today;
  char *request_id;
  char *administrator;
  char *kind;
  char *name;
  char *title;
  char **where;
  char *search;
  char *order;
  char *format;
  char *rejects;
  int limit;
  gboolean acts;
  gboolean dry_run;
  gboolean empty;
  gboolean matrix;
  char *password;
  GramRegistry *registry;
  GramActor *actor;
} Gramctl;

/**
 * gramctl_usage:
 * @format: printf format of a translated sentence
 * @...: its arguments
 *
 * Says on standard error what is wrong with the command line.
 *
 * Returns: %GRAMCTL_USAGE
 */
GramctlExit gramctl_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * gramctl_failed:
 * @error: (transfer full): what went wrong
 *
 * Says it on standard error. A cancelled command is told like a refusal.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_failed (GError *error);

/**
 * gramctl_refused:
 * @refusal: (transfer full): the refusal
 *
 * Prints `{"refused": …}` on standard output and the sentence on standard error.
 *
 * Returns: %GRAMCTL_REFUSED
 */
GramctlExit gramctl_refused (GramRefusal *refusal);

/**
 * gramctl_no:
 * @refusal: (transfer full) (nullable): the refusal
 * @error: (transfer full) (nullable): or the error
 *
 * Whichever of the two is set.
 *
 * Returns: the exit status
 */
GramctlExit gramctl_no (GramRefusal *refusal, GError *error);

/**
 * gramctl_print:
 * @value: `a{sv}`; a floating reference is consumed
 *
 * Prints one line of JSON on standard output.
 */
void gramctl_print (GVariant *value);

/**
 * gramctl_print_indented:
 * @value: `a{sv}` or `aa{sv}`; a floating reference is consumed
 *
 * Prints JSON for people on standard output.
 */
void gramctl_print_indented (GVariant *value);

/**
 * gramctl_ask_password:
 * @again: ask a second time and compare
 * @password: (out) (transfer full): the password
 *
 * Takes the password from `GRAM_PASSWORD`, else asks for it on the terminal without showing it.
 *
 * Returns: %FALSE if there is none
 */
gboolean gramctl_ask_password (gboolean again, char **password);

/**
 * gramctl_open:
 * @self: the command line
 * @exit: (out): exit status if it did not work
 *
 * Opens the registry for writing without signing in.
 *
 * Returns: %FALSE if it did not work; why has been said
 */
gboolean gramctl_open (Gramctl *self, GramctlExit *exit);

/**
 * gramctl_sign_in:
 * @self: the command line
 * @exit: (out): exit status if it did not work
 *
 * Opens the registry for writing and signs in.
 *
 * Returns: %FALSE if it did not work; why has been said
 */
gboolean gramctl_sign_in (Gramctl *self, GramctlExit *exit);

/**
 * gramctl_cancellable:
 *
 * From now on Ctrl-C and SIGTERM cancel the command under way instead of ending the program.
 *
 * Returns: (transfer none): what they cancel
 */
GCancellable *gramctl_cancellable (void);

/**
 * gramctl_begin_progress:
 *
 * A long command begins: rows per second count from here.
 */
void gramctl_begin_progress (void);

/**
 * gramctl_show_progress:
 * @done: so much
 * @total: of so much, 0 unknown
 * @rows: rows so far
 * @data: unused
 *
 * Shows progress on standard error, if that is a terminal.
 */
void gramctl_show_progress (gint64 done, gint64 total, gint64 rows, gpointer data);

/**
 * gramctl_end_progress:
 *
 * Takes the line with the progress away.
 */
void gramctl_end_progress (void);

G_END_DECLS
