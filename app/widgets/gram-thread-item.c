/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-thread-item.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions-disputes.h"
#include "gram-timeline.h"

#include <glib/gi18n-lib.h>

struct _GramThreadItem
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkWidget *lane_icon;
  GtkLabel *author_label;
  GtkLabel *kind_label;
  GtkLabel *text_label;
  GtkLabel *when_label;
  GtkWidget *edits_button;
  GtkPopover *edits_popover;
  GtkWidget *edit_button;

  /* Borrowed References */
  GtkWidget *timeline;

  /* Owned References */
  GramSession *session;

  gint64 id;
  gint64 version;
  gint64 written_at;
  gboolean internal;
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (GramThreadItem, gram_thread_item, ADW_TYPE_BIN)

enum
{
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_moment (gint64 at)
{
  g_autofree char *day = gram_format_day_of_instant (at);
  g_autofree char *hour = gram_format_time_of_instant (at);

  /* Translators: a day and a time of day */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, hour);
}

static void
edit_cb (GramThreadItem *self)
{
  g_assert (GRAM_IS_THREAD_ITEM (self));

  g_signal_emit (self, signals[EDIT], 0);
}

/* What it said before, the newest first. */
static void
show_edits (GramThreadItem *self, GPtrArray *edits)
{
  gram_timeline_clear (GRAM_TIMELINE (self->timeline));
  for (guint i = edits->len; i > 0; i--)
    {
      const GramCaseMessageEdit *edit = edits->pdata[i - 1];
      g_autofree char *moment = dup_moment (edit->at);
      /* Translators: when a message was edited, which until then said something else */
      g_autofree char *when = g_strdup_printf (_ ("Until %s"), moment);

      gram_timeline_append (GRAM_TIMELINE (self->timeline), edit->old_text, NULL, when);
    }
}

static void
edits_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramThreadItem) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits
      = gram_session_message_edits_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (edits != NULL)
    show_edits (self, edits);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Read What It Said Before"), refusal,
                          error);
}

static void
show_edits_cb (GramThreadItem *self)
{
  g_assert (GRAM_IS_THREAD_ITEM (self));

  gram_session_message_edits_async (self->session, self->id, NULL, edits_cb, g_object_ref (self));
}

static void
make_popover (GramThreadItem *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->timeline = gram_timeline_new ();
  gtk_widget_set_margin_start (self->timeline, 6);
  gtk_widget_set_margin_end (self->timeline, 6);
  gtk_widget_set_margin_top (self->timeline, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_widget_set_size_request (scrolled, 260, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->timeline);
  gtk_popover_set_child (self->edits_popover, scrolled);
}

static const char *
kind_text (const GramThreadMessage *message)
{
  if (*message->kind != '\0')
    return message->kind;

  return message->internal ? _ ("Internal note") : "";
}

static void
name (GramThreadItem *self, const GramThreadMessage *message, const char *moment)
{
  const char *kind = kind_text (message);
  g_autofree char *heard = NULL;

  /* Translators: what a message is, who wrote it, when, and what it says, for a screen reader */
  heard = g_strdup_printf (_ ("%1$s by %2$s, %3$s: %4$s"), *kind != '\0' ? kind : _ ("Message"),
                           message->author, moment, message->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
}

static void
gram_thread_item_finalize (GObject *object)
{
  g_clear_object (&GRAM_THREAD_ITEM (object)->session);

  G_OBJECT_CLASS (gram_thread_item_parent_class)->finalize (object);
}

static void
gram_thread_item_class_init (GramThreadItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_thread_item_finalize;

  signals[EDIT] = g_signal_new ("edit", GRAM_TYPE_THREAD_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "threaditem");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-thread-item.ui");
  gtk_widget_class_bind_template_child (widget_class, GramThreadItem, lane_icon);
  gtk_widget_class_bind_template_child (widget_class, GramThreadItem, author_label);
  gtk_widget_class_bind_template_child (widget_class, GramThreadItem, kind_label);
  gtk_widget_class_bind_template_child (widget_class, GramThreadItem, text_label);
  gtk_widget_class_bind_template_child (widget_class, GramThreadItem, when_label);
  gtk_widget_class_bind_template_child (widget_class, GramThreadItem, edits_button);
  gtk_widget_class_bind_template_child (widget_class, GramThreadItem, edits_popover);
  gtk_widget_class_bind_template_child (widget_class, GramThreadItem, edit_button);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_edits_cb);
}

static void
gram_thread_item_init (GramThreadItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gram_thread_item_new (GramSession *session, const GramThreadMessage *message)
{
  GramThreadItem *self;
  g_autofree char *moment = NULL;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_object_new (GRAM_TYPE_THREAD_ITEM, NULL);
  self->session = g_object_ref (session);
  self->id = message->id;
  self->version = message->version;
  self->written_at = message->written_at;
  self->internal = message->internal;
  self->editable = message->editable;

  moment = dup_moment (message->written_at);
  gtk_label_set_label (self->author_label, message->author);
  gtk_label_set_label (self->kind_label, kind_text (message));
  gtk_label_set_label (self->text_label, message->text);
  gtk_label_set_label (self->when_label, moment);
  gtk_widget_set_visible (self->lane_icon, message->internal);
  gtk_widget_set_visible (self->edit_button, message->editable);
  if (message->internal)
    gtk_widget_add_css_class (GTK_WIDGET (self), "internal");
  if (message->mine)
    gtk_widget_add_css_class (GTK_WIDGET (self), "mine");
  if (message->edited_at != 0)
    {
      make_popover (self);
      gtk_widget_set_visible (self->edits_button, TRUE);
    }
  name (self, message, moment);

  return GTK_WIDGET (self);
}

gint64
gram_thread_item_get_id (GramThreadItem *self)
{
  return self->id;
}

gint64
gram_thread_item_get_version (GramThreadItem *self)
{
  return self->version;
}

gint64
gram_thread_item_get_written_at (GramThreadItem *self)
{
  return self->written_at;
}

gboolean
gram_thread_item_get_internal (GramThreadItem *self)
{
  return self->internal;
}

gboolean
gram_thread_item_get_editable (GramThreadItem *self)
{
  return self->editable;
}

const char *
gram_thread_item_get_text (GramThreadItem *self)
{
  return gtk_label_get_label (self->text_label);
}
