/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notifier.h"

#include "gram-formats.h"
#include "gram-questions-inbox.h"
#include "gram-session-person.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _GramNotifier
{
  GObject parent_instance;

  /* Owned References */
  GApplication *application;
  GramSession *session;
  GCancellable *cancellable;
  char *path;
  char *person;
  GHashTable *shown; /* gint64 *, set */

  gboolean many_shown;
};

G_DEFINE_FINAL_TYPE (GramNotifier, gram_notifier, G_TYPE_OBJECT)

/* No id 0 is a notice's. */
#define MANY G_GINT64_CONSTANT (0)

/* More are not asked about at once. */
#define ASKED_MAX 500

/* The same notice has the same id in whichever window or program. */
static char *
dup_id (GramNotifier *self, gint64 notice_id)
{
  g_autofree char *whole
      = g_strdup_printf ("%s\n%s\n%" PRId64, self->path, self->person, notice_id);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
}

static void
withdraw (GramNotifier *self, gint64 notice_id)
{
  g_autofree char *id = dup_id (self, notice_id);

  g_application_withdraw_notification (self->application, id);
}

static void
send (GramNotifier *self, gint64 notice_id, GNotification *notification)
{
  g_autofree char *id = dup_id (self, notice_id);

  /* Without a session bus there is nobody to show it: the inbox has it all the same. */
  if (g_application_get_dbus_connection (self->application) != NULL)
    g_application_send_notification (self->application, id, notification);
}

/* Which of those that are shown it was asked about. */
typedef struct
{
  GramNotifier *notifier;
  GArray *ids;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->notifier);
  g_array_unref (asked->ids);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static gboolean
is_still_news (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const GramNoticeRow *row = g_ptr_array_index (rows, i);

      if (row->id == id)
        return !row->read && !row->archived;
    }

  return FALSE;
}

static void
rows_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  GramNotifier *self = asked->notifier;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = gram_session_notices_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* What could not be asked is asked again with the next change. */
  if (rows == NULL || self->application == NULL)
    return;

  for (guint i = 0; i < asked->ids->len; i++)
    {
      gint64 id = g_array_index (asked->ids, gint64, i);

      if (!is_still_news (rows, id) && g_hash_table_remove (self->shown, &id))
        withdraw (self, id);
    }
}

/* Something was read here or elsewhere. */
static void
changed_cb (GramNotifier *self)
{
  GHashTableIter iter;
  gpointer key;
  Asked *asked;
  gint64 unread = 0;

  g_object_get (self->session, "unread", &unread, NULL);
  if (self->many_shown && unread == 0)
    {
      withdraw (self, MANY);
      self->many_shown = FALSE;
    }
  if (g_hash_table_size (self->shown) == 0)
    return;

  asked = g_new0 (Asked, 1);
  asked->notifier = g_object_ref (self);
  asked->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->shown);
  while (asked->ids->len < ASKED_MAX && g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (asked->ids, key, 1);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  gram_session_notices_async (self->session, (const gint64 *)asked->ids->data, asked->ids->len,
                              self->cancellable, rows_cb, asked);
}

static void
gram_notifier_dispose (GObject *object)
{
  GramNotifier *self = GRAM_NOTIFIER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->application != NULL)
    gram_notifier_withdraw_all (self);
  g_clear_object (&self->application);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_notifier_parent_class)->dispose (object);
}

static void
gram_notifier_finalize (GObject *object)
{
  GramNotifier *self = GRAM_NOTIFIER (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->shown, g_hash_table_unref);

  G_OBJECT_CLASS (gram_notifier_parent_class)->finalize (object);
}

static void
gram_notifier_class_init (GramNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gram_notifier_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_notifier_finalize;
}

static void
gram_notifier_init (GramNotifier *self)
{
  self->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GramNotifier *
gram_notifier_new (GApplication *application, GramSession *session)
{
  GramNotifier *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (gram_session_get_signed_in (session), NULL);

  self = g_object_new (GRAM_TYPE_NOTIFIER, NULL);
  self->application = g_object_ref (application);
  self->session = g_object_ref (session);
  self->path = g_strdup (gram_session_get_path (session));
  self->person = g_strdup (gram_session_get_person_email (session));
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::unread", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::locked", G_CALLBACK (gram_notifier_withdraw_all), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/* What happened, and to which account. */
static char *
dup_body (const GramNoticeRow *row)
{
  if (row->holder == NULL || *row->holder == '\0')
    return g_strdup (row->sentence);

  return g_strdup_printf ("%s\n%s", row->sentence, row->holder);
}

void
gram_notifier_show (GramNotifier *self, GramNoticeItem *notice)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *body = NULL;
  const GramNoticeRow *row;

  g_return_if_fail (GRAM_IS_NOTIFIER (self));
  g_return_if_fail (GRAM_IS_NOTICE_ITEM (notice));

  row = gram_notice_item_get_row (notice);
  if (row == NULL)
    return;

  body = dup_body (row);
  notification = g_notification_new (row->title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-notice", "(ssx)",
                                                self->path, self->person, row->id);
  g_notification_add_button_with_target (notification, _ ("Mark as Read"), "app.read-notice",
                                         "(ssx)", self->path, self->person, row->id);
  send (self, row->id, notification);
  g_hash_table_add (self->shown, g_memdup2 (&row->id, sizeof (row->id)));
}

void
gram_notifier_show_many (GramNotifier *self, guint n)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (GRAM_IS_NOTIFIER (self));

  number = gram_format_count (n);
  title = g_strdup_printf (ngettext ("%s new notice", "%s new notices", n), number);
  notification = g_notification_new (title);
  g_notification_set_body (notification, _ ("The inbox has them all"));
  g_notification_set_default_action_and_target (notification, "app.open-notice", "(ssx)",
                                                self->path, self->person, MANY);
  send (self, MANY, notification);
  self->many_shown = TRUE;
}

void
gram_notifier_withdraw_all (GramNotifier *self)
{
  GHashTableIter iter;
  gpointer key;

  g_return_if_fail (GRAM_IS_NOTIFIER (self));

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    withdraw (self, *(gint64 *)key);
  g_hash_table_remove_all (self->shown);
  if (self->many_shown)
    withdraw (self, MANY);
  self->many_shown = FALSE;
}
