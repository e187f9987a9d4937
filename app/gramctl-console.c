/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-console.h"

#include "gram-due.h"
#include "gram-json-variant.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define MAX_PASSWORD_LINE 1024

GramctlExit
gramctl_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "gramctl: %s\n", message);
  return GRAMCTL_USAGE;
}

GramctlExit
gramctl_refused (GramRefusal *refusal)
{
  g_auto (GVariantDict) inner = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&inner, "id", "s", refusal->id);
  g_variant_dict_insert (&inner, "message", "s", refusal->message);
  if (refusal->article != NULL)
    g_variant_dict_insert (&inner, "article", "s", refusal->article);
  gramctl_print (g_variant_new_parsed ("{'refused': <%@a{sv}>}", g_variant_dict_end (&inner)));
  fprintf (stderr, "gramctl: %s\n", refusal->message);
  gram_refusal_free (refusal);
  return GRAMCTL_REFUSED;
}

GramctlExit
gramctl_failed (GError *error)
{
  g_autoptr (GError) owned = error;

  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return gramctl_refused (
        gram_refusal_new ("command.cancelled", NULL, _ ("Cancelled; nothing was changed")));
  fprintf (stderr, "gramctl: %s\n", owned->message);
  return GRAMCTL_FAILED;
}

GramctlExit
gramctl_no (GramRefusal *refusal, GError *error)
{
  return refusal != NULL ? gramctl_refused (refusal) : gramctl_failed (error);
}

void
gramctl_print (GVariant *value)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (value);
  g_autofree char *text = gram_json_from_variant (sunk);

  puts (text);
}

void
gramctl_print_indented (GVariant *value)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (value);
  g_autofree char *text = gram_json_from_variant_indented (sunk);

  fputs (text, stdout);
}

/* Reads a line from the terminal without showing it. */
static gboolean
read_hidden (const char *prompt, char **line)
{
  g_autofd int terminal = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  struct termios shown;
  struct termios hidden;
  char buffer[MAX_PASSWORD_LINE];
  ssize_t size;

  if (terminal < 0 || tcgetattr (terminal, &shown) != 0)
    return FALSE;
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t)ECHO;
  hidden.c_lflag |= ECHONL;
  if (tcsetattr (terminal, TCSAFLUSH, &hidden) != 0)
    return FALSE;
  dprintf (terminal, "%s ", prompt);
  do
    size = read (terminal, buffer, sizeof buffer - 1);
  while (size < 0 && errno == EINTR);
  tcsetattr (terminal, TCSAFLUSH, &shown);
  if (size <= 0)
    return FALSE;

  buffer[size] = '\0';
  buffer[strcspn (buffer, "\r\n")] = '\0';
  *line = g_strdup (buffer);
  explicit_bzero (buffer, sizeof buffer);
  return TRUE;
}

gboolean
gramctl_ask_password (gboolean again, char **password)
{
  const char *given = g_getenv ("GRAM_PASSWORD");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (given != NULL)
    {
      *password = g_strdup (given);
      return TRUE;
    }
  if (!read_hidden (_ ("Password:"), &first))
    {
      gramctl_usage (_ ("set GRAM_PASSWORD: there is no terminal to ask for the password"));
      return FALSE;
    }
  if (again && (!read_hidden (_ ("Again:"), &second) || !g_str_equal (first, second)))
    {
      gramctl_usage (_ ("the two passwords are not the same"));
      return FALSE;
    }
  *password = g_steal_pointer (&first);
  return TRUE;
}

gboolean
gramctl_open (Gramctl *self, GramctlExit *exit)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  self->registry = gram_registry_open (self->registry_path, GRAM_STORE_READ_WRITE, &error);
  if (self->registry == NULL)
    {
      *exit = gramctl_failed (error);
      return FALSE;
    }
  if (self->today != NULL && !gram_registry_set_today (self->registry, self->today, &refusal))
    {
      *exit = gramctl_refused (refusal);
      return FALSE;
    }
  return TRUE;
}

/*
 * What time alone brings about has come about for whoever looks now. It can wait while another process writes for long,
 * and a look at another day of a practice registry does not bring it about; to send a command on that day does.
 */
static gboolean
run_due (Gramctl *self, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if ((self->today != NULL && !self->acts) || gram_registry_run_due (self->registry, NULL, &problem)
      || g_error_matches (problem, GRAM_STORE_ERROR, GRAM_STORE_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
gramctl_sign_in (Gramctl *self, GramctlExit *exit)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;

  if (self->registry_path == NULL || self->user == NULL)
    {
      *exit = gramctl_usage (_ ("name the registry with -r FILE and yourself with -u EMAIL"));
      return FALSE;
    }
  if (!gramctl_open (self, exit))
    return FALSE;
  if (gram_registry_get_kind (self->registry) != GRAM_REGISTRY_PRACTICE
      && !gramctl_ask_password (FALSE, &self->password))
    {
      *exit = GRAMCTL_USAGE;
      return FALSE;
    }
  if (gram_registry_sign_in (self->registry, self->user, self->password, &self->actor, &refusal,
                             &error)
          == GRAM_OUTCOME_DONE
      && run_due (self, &error))
    return TRUE;
  *exit = gramctl_no (refusal, error);
  return FALSE;
}

/* Waits for the signals that all threads block; the only place that hears them. */
static gpointer
wait_for_signals (gpointer data)
{
  GCancellable *cancellable = data;
  sigset_t set;
  int number;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  while (sigwait (&set, &number) == 0)
    g_cancellable_cancel (cancellable);
  return NULL;
}

GCancellable *
gramctl_cancellable (void)
{
  static GCancellable *cancellable;
  sigset_t set;

  if (cancellable != NULL)
    return cancellable;
  cancellable = g_cancellable_new ();
  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, cancellable));
  return cancellable;
}

static gint64 progress_began;
static gboolean progress_shown;

void
gramctl_begin_progress (void)
{
  progress_began = g_get_monotonic_time ();
}

void
gramctl_show_progress (gint64 done, gint64 total, gint64 rows, gpointer data)
{
  gint64 now = g_get_monotonic_time ();
  gint64 per_second;

  if (!isatty (STDERR_FILENO))
    return;
  progress_shown = TRUE;
  per_second = rows * G_USEC_PER_SEC / MAX (now - progress_began, 1);
  fputc ('\r', stderr);
  if (total > 0)
    /* Translators: how much of the file is read, the rows so far, and the rows in a second */
    fprintf (stderr, _ ("%3d %%, %" PRId64 " rows, %" PRId64 " rows/s "), (int)(done * 100 / total),
             rows, per_second);
  else
    fprintf (stderr, _ ("%" PRId64 " rows, %" PRId64 " rows/s "), rows, per_second);
}

void
gramctl_end_progress (void)
{
  if (progress_shown)
    fputs ("\r\033[K", stderr);
  progress_shown = FALSE;
}
