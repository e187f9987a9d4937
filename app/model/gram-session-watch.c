/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-session.h"

#include "gram-due.h"
#include "gram-session-private.h"

/* How often another process's commits, and the date, are looked for: what they change is here within a second. */
#define POLL_MS 500

/* Looks until what is due is tried again, if the store failed. */
#define DUE_AGAIN 120

typedef struct
{
  gint64 version;
  char *days;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->days);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
run_due (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  gint64 n_accounts = 0;
  GError *error = NULL;

  if (gram_registry_run_due (registry, &n_accounts, &error))
    g_task_return_int (task, n_accounts);
  else
    g_task_return_error (task, error);
}

static void
due_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (GError) error = NULL;
  gssize n_accounts = g_task_propagate_int (G_TASK (result), &error);

  if (error != NULL)
    self->due_wait = DUE_AGAIN;
  else if (n_accounts > 0)
    _gram_session_queue_change (self);
}

/* What the day alone brings about: suspensions that end, for example. */
static void
start_due (GramSession *self)
{
  GTask *task = g_task_new (self, NULL, due_cb, NULL);

  self->due_wait = 0;
  g_task_set_static_name (task, "[gram] what is due");
  gram_worker_push (self->writer, task, run_due);
}

/* Auckland and London change their date at different times. */
static char *
dup_days (GramRegistry *registry)
{
  g_autofree char *auckland = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCS_USED);
  g_autofree char *london = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCTS);

  return g_strdup_printf ("%s %s", auckland, london);
}

static void
look (GramWorker *worker, GramRegistry *registry, GTask *task, GCancellable *cancellable)
{
  Look *seen = g_new0 (Look, 1);

  seen->version = gram_store_data_version (gram_registry_get_store (registry));
  seen->days = dup_days (registry);
  g_task_return_pointer (task, seen, look_free);
}

/* On opening, and whenever the date changes, also that of a practice registry. */
static void
see_days (GramSession *self, const char *days)
{
  gboolean changed = self->days != NULL;

  if (!g_set_str (&self->days, days))
    {
      if (self->due_wait > 0 && --self->due_wait == 0)
        start_due (self);
      return;
    }
  start_due (self);
  if (changed)
    _gram_session_queue_change (self);
}

static void
look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GramSession *self = GRAM_SESSION (source);
  g_autoptr (Look) seen = g_task_propagate_pointer (G_TASK (result), NULL);

  self->polling = FALSE;
  if (seen == NULL || self->writer == NULL)
    return;
  see_days (self, seen->days);
  if (seen->version != self->data_version && !self->refreshing)
    _gram_session_queue_change (self);
}

static void
start_look (GramSession *self)
{
  GTask *task = g_task_new (self, NULL, look_cb, NULL);

  self->polling = TRUE;
  g_task_set_static_name (task, "[gram] version and date of the registry");
  gram_worker_push (self->reader, task, look);
}

static gboolean
poll_cb (gpointer user_data)
{
  GramSession *self = user_data;

  if (!self->polling && !self->refreshing)
    start_look (self);
  return G_SOURCE_CONTINUE;
}

void
_gram_session_start_polling (GramSession *self)
{
  g_assert (self->poll_source == 0);

  self->poll_source = g_timeout_add (POLL_MS, poll_cb, self);
  start_look (self);
}
