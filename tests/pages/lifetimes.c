/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lifetimes.h"

#include "gram-session-private.h"
#include "gram-test-dir.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

/* How many answers may follow from one another. */
#define DEPTH 8

static GramTestDir *dir;
static GramSession *session;
static GtkWindow *window;
static char *person;

/* After how many steps it is ended. */
static const guint cuts[] = { 0, 1, 3 };

void
lifetimes_begin (void)
{
  g_autofree char *path = NULL;

  dir = gram_test_dir_new ();
  path = gram_test_dir_file (dir, "practice.gram");
  session = gram_test_practice_new (path, LIFETIMES_ADMINISTRATOR);
  person = g_strdup (LIFETIMES_ADMINISTRATOR);
}

void
lifetimes_end (void)
{
  if (window != NULL)
    lifetimes_close_window (NULL);
  gram_test_practice_close (g_steal_pointer (&session));
  g_clear_pointer (&person, g_free);
  g_clear_pointer (&dir, gram_test_dir_free);
}

GramSession *
lifetimes_session (void)
{
  return session;
}

typedef struct
{
  GMutex lock;
  GCond come;
  gboolean here;
} Barrier;

static void
come_here (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  Barrier *barrier = g_task_get_task_data (task);

  g_mutex_lock (&barrier->lock);
  barrier->here = TRUE;
  g_cond_signal (&barrier->come);
  g_mutex_unlock (&barrier->lock);
  g_task_return_boolean (task, TRUE);
}

/* The reader answers what it was asked; nobody has heard it yet. */
static void
let_answer (void)
{
  GTask *task = g_task_new (session, NULL, NULL, NULL);
  Barrier barrier = { .here = FALSE };

  g_mutex_init (&barrier.lock);
  g_cond_init (&barrier.come);
  g_task_set_task_data (task, &barrier, NULL);
  gram_worker_push (session->reader, task, come_here);
  g_mutex_lock (&barrier.lock);
  while (!barrier.here)
    g_cond_wait (&barrier.come, &barrier.lock);
  g_mutex_unlock (&barrier.lock);
  g_mutex_clear (&barrier.lock);
  g_cond_clear (&barrier.come);
}

static void
step (void)
{
  let_answer ();
  g_main_context_iteration (NULL, FALSE);
}

/* All answers, and what they ask on, come. */
static void
settle (void)
{
  for (guint i = 0; i < DEPTH; i++)
    {
      let_answer ();
      gram_test_settle ();
    }
}

void
lifetimes_become (const char *email)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_set_str (&person, email))
    return;

  gram_session_sign_in_async (session, email, NULL, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_sign_in_finish (session, result, NULL, &error), ==,
                   GRAM_OUTCOME_DONE);
  settle ();
}

GtkWidget *
lifetimes_place (void)
{
  if (window == NULL)
    window = gram_test_window_new (adw_bin_new (), 1000, 700);

  return adw_window_get_content (ADW_WINDOW (window));
}

gpointer
lifetimes_show (gpointer widget)
{
  GtkWidget *parent = lifetimes_place ();
  GtkWidget *child = widget;

  if (ADW_IS_DIALOG (widget))
    {
      adw_dialog_present (widget, parent);
      return widget;
    }

  if (ADW_IS_NAVIGATION_PAGE (widget))
    {
      child = adw_navigation_view_new ();
      adw_navigation_view_add (ADW_NAVIGATION_VIEW (child), widget);
    }
  /* GTK loses a reference of what goes with the focus in it before the window was painted. */
  gtk_window_set_focus (window, NULL);
  adw_bin_set_child (ADW_BIN (parent), child);

  return widget;
}

gpointer
lifetimes_dialog (void)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (window));
}

void
lifetimes_close (gpointer widget)
{
  if (ADW_IS_DIALOG (widget))
    adw_dialog_force_close (widget);
  else
    lifetimes_show (NULL);
}

void
lifetimes_close_window (gpointer widget)
{
  gram_test_window_close (g_steal_pointer (&window));
}

/* What a test opened above all is closed; a page may have opened something of its own. */
static void
clear_window (void)
{
  AdwDialog *dialog;

  if (window == NULL)
    return;
  while ((dialog = lifetimes_dialog ()) != NULL)
    adw_dialog_force_close (dialog);
  lifetimes_show (NULL);
}

static void
keep_children (GtkWidget *widget, GPtrArray *kept)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_ptr_array_add (kept, g_object_ref (child));
      keep_children (child, kept);
    }
}

static void
cut (gpointer widget, guint steps, LifetimesEnd end, LifetimesKeep keep)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  gpointer left = widget;

  g_test_message ("%s after %u steps", G_OBJECT_TYPE_NAME (widget), steps);
  g_object_add_weak_pointer (widget, &left);
  for (guint i = 0; i < steps; i++)
    step ();
  if (keep == LIFETIMES_WIDGET)
    g_ptr_array_add (kept, g_object_ref (widget));
  else if (keep == LIFETIMES_CHILDREN)
    keep_children (widget, kept);

  /* What was answered by now has not been heard. */
  let_answer ();
  end (widget);
  settle ();
  clear_window ();
  settle ();
  g_ptr_array_set_size (kept, 0);
  gram_test_wait_gone (&left);
}

void
lifetimes_cut (LifetimesMake make, gconstpointer data, LifetimesEnd end, LifetimesKeep keep)
{
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    cut (make (data), cuts[i], end, keep);
}
