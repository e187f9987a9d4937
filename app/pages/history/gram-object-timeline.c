/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-object-timeline.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-journal-sentences.h"
#include "gram-questions-journal.h"
#include "gram-timeline.h"

#include <glib/gi18n-lib.h>

/* More than any one thing goes through; longer stories are on the History page. */
#define LIMIT 200

struct _GramObjectTimeline
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References: a child */
  GramTimeline *timeline;

  /* Owned References */
  GramSession *session;
  char *subject;
  GCancellable *asking;

  gint64 subject_id;
};

G_DEFINE_FINAL_TYPE (GramObjectTimeline, gram_object_timeline, ADW_TYPE_PREFERENCES_GROUP)

static char *
when_of (const GramJournalEntry *entry)
{
  g_autofree char *day = gram_format_day_of_instant (entry->at);
  g_autofree char *time = gram_format_time_of_instant (entry->at);

  /* Translators: a date, a time of day, and a person */
  return g_strdup_printf (_ ("%s, %s · %s"), day, time,
                          entry->person != NULL ? entry->person : _ ("Gram itself"));
}

static void
timeline_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramObjectTimeline) self = user_data;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramRegistryKind kind = gram_session_get_kind (GRAM_SESSION (object));

  entries = gram_session_timeline_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)))
      || gram_failure_is_cancelled (error))
    return;

  gram_timeline_clear (self->timeline);
  for (guint i = entries != NULL ? entries->len : 0; i > 0; i--)
    {
      const GramJournalEntry *entry = g_ptr_array_index (entries, i - 1);
      g_autofree char *when = when_of (entry);
      g_autofree char *detail = NULL;
      g_autofree char *sentence = gram_journal_sentence (entry, kind, &detail);

      gram_timeline_append (self->timeline, sentence, detail, when);
    }
  /* Who may not read it sees the dialog without it. */
  gtk_widget_set_visible (GTK_WIDGET (self), entries != NULL && entries->len > 0);
}

static void
ask (GramObjectTimeline *self)
{
  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  if (self->session == NULL || self->subject == NULL)
    {
      gram_timeline_clear (self->timeline);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  self->asking = g_cancellable_new ();
  gram_session_timeline_async (self->session, self->subject, self->subject_id, LIMIT, self->asking,
                               timeline_cb, g_object_ref (self));
}

static void
gram_object_timeline_dispose (GObject *object)
{
  GramObjectTimeline *self = (GramObjectTimeline *)object;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->subject, g_free);

  G_OBJECT_CLASS (gram_object_timeline_parent_class)->dispose (object);
}

static void
gram_object_timeline_class_init (GramObjectTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gram_object_timeline_dispose;
}

static void
gram_object_timeline_init (GramObjectTimeline *self)
{
  GtkWidget *timeline = gram_timeline_new ();

  self->timeline = GRAM_TIMELINE (timeline);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("History"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), timeline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (timeline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
gram_object_timeline_new (GramSession *session, const char *subject, gint64 subject_id)
{
  GramObjectTimeline *self = g_object_new (GRAM_TYPE_OBJECT_TIMELINE, NULL);

  gram_object_timeline_set_subject (self, session, subject, subject_id);

  return GTK_WIDGET (self);
}

void
gram_object_timeline_set_subject (GramObjectTimeline *self,
                                  GramSession *session,
                                  const char *subject,
                                  gint64 subject_id)
{
  g_return_if_fail (GRAM_IS_OBJECT_TIMELINE (self));
  g_return_if_fail (session == NULL || GRAM_IS_SESSION (session));

  if (self->session != session)
    {
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_data (self->session, self);
      g_set_object (&self->session, session);
      if (session != NULL)
        g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
    }
  g_set_str (&self->subject, subject);
  self->subject_id = subject_id;
  ask (self);
}
