/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-thread.h"

#include "gram-form.h"
#include "gram-formats.h"
#include "gram-thread-item.h"

#include <glib/gi18n-lib.h>

struct _GramThread
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkWidget *empty_label;
  GtkBox *messages_box;
  GtkLabel *closed_label;
  GtkWidget *composer_box;
  AdwToggleGroup *lane_group;
  GtkWidget *editing_box;
  GtkLabel *editing_label;
  GtkTextView *text_view;
  GtkLabel *refusal_label;
  GtkImage *lane_icon;
  GtkLabel *lane_label;
  GtkButton *send_button;

  /* Owned References */
  GramSession *session;
  char *account;
  char *holder;
  char *kept; /* what was being written when an edit began */

  GramThreadMode mode;
  gint64 case_id;
  gint64 editing; /* message that is being edited, 0 none */
  gint64 editing_version;
  gboolean editing_internal;
  gboolean sending;
};

G_DEFINE_FINAL_TYPE (GramThread, gram_thread, ADW_TYPE_BIN)

enum
{
  SENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (GramThread *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
set_text (GramThread *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text != NULL ? text : "",
                            -1);
}

/* Whether what is being written is for the administrator's side alone. */
static gboolean
is_internal (GramThread *self)
{
  if (self->editing != 0)
    return self->editing_internal;

  return self->mode == GRAM_THREAD_ADMINISTRATOR
         && g_strcmp0 (adw_toggle_group_get_active_name (self->lane_group), "internal") == 0;
}

static char *
dup_readers (GramThread *self)
{
  if (is_internal (self))
    /* Translators: %s is the holder of the account */
    return g_strdup_printf (_ ("Only the administrator’s side reads this. %s never does."),
                            self->holder);
  if (self->mode == GRAM_THREAD_ADMINISTRATOR)
    return g_strdup_printf (_ ("%s and the administrator’s side read this."), self->holder);

  return g_strdup_printf (_ ("The administrator’s side and everyone of %s read this."),
                          self->holder);
}

static const char *
verb (GramThread *self)
{
  if (self->editing != 0)
    return _ ("_Save");
  if (is_internal (self))
    return _ ("Keep _Note");

  return self->mode == GRAM_THREAD_ANSWER ? _ ("Send _Answer") : _ ("Send _Message");
}

/* What is being written; who reads it stands beside it. */
static void
name_text (GramThread *self, gboolean internal)
{
  const char *name = internal                           ? _ ("Internal note")
                     : self->mode == GRAM_THREAD_ANSWER ? _ ("Answer")
                                                        : _ ("Message");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
update (GramThread *self)
{
  gboolean internal = is_internal (self);
  gboolean open = self->mode != GRAM_THREAD_CLOSED;
  g_autofree char *readers = open ? dup_readers (self) : NULL;
  g_autofree char *text = dup_text (self);

  gtk_widget_set_visible (self->composer_box, open);
  gtk_widget_set_visible (GTK_WIDGET (self->closed_label),
                          !open && *gtk_label_get_label (self->closed_label) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->lane_group),
                          self->mode == GRAM_THREAD_ADMINISTRATOR && self->editing == 0);
  gtk_widget_set_visible (self->editing_box, self->editing != 0);
  gtk_image_set_from_icon_name (self->lane_icon,
                                internal ? "changes-prevent-symbolic" : "mail-unread-symbolic");
  gtk_label_set_label (self->lane_label, readers != NULL ? readers : "");
  gtk_button_set_label (self->send_button, verb (self));
  name_text (self, internal);
  if (internal)
    gtk_widget_add_css_class (self->composer_box, "internal");
  else
    gtk_widget_remove_css_class (self->composer_box, "internal");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thread.send",
                                 open && !self->sending && *text != '\0');
}

static void
lane_changed_cb (GramThread *self)
{
  g_assert (GRAM_IS_THREAD (self));

  update (self);
}

static void
text_changed_cb (GramThread *self)
{
  g_assert (GRAM_IS_THREAD (self));

  gram_form_refuse (self->refusal_label, NULL, NULL);
  update (self);
}

static void
stop_editing (GramThread *self)
{
  g_autofree char *kept = g_steal_pointer (&self->kept);

  self->editing = 0;
  set_text (self, kept);
  update (self);
}

static void
cancel_edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramThread *self = GRAM_THREAD (widget);

  if (self->editing == 0)
    return;

  stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
edit_cb (GramThread *self, GramThreadItem *item)
{
  g_autofree char *hour = NULL;
  g_autofree char *title = NULL;

  if (self->sending || self->mode == GRAM_THREAD_CLOSED)
    return;

  if (self->editing == 0)
    self->kept = dup_text (self);
  self->editing = gram_thread_item_get_id (item);
  self->editing_version = gram_thread_item_get_version (item);
  self->editing_internal = gram_thread_item_get_internal (item);
  hour = gram_format_time_of_instant (gram_thread_item_get_written_at (item));
  /* Translators: a time of day */
  title = g_strdup_printf (self->editing_internal ? _ ("You edit your note of %s")
                                                  : _ ("You edit your message of %s"),
                           hour);
  gtk_label_set_label (self->editing_label, title);
  set_text (self, gram_thread_item_get_text (item));
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static const char *
command_of (GramThread *self)
{
  if (self->editing != 0)
    return "case.edit-message";

  return self->mode == GRAM_THREAD_ANSWER ? "case.answer" : "case.write";
}

static GVariant *
arguments_of (GramThread *self, const char *text)
{
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "account", "s", self->account);
  g_variant_dict_insert (&arguments, "case", "x", self->case_id);
  g_variant_dict_insert (&arguments, "text", "s", text);
  if (self->editing != 0)
    {
      g_variant_dict_insert (&arguments, "message", "x", self->editing);
      g_variant_dict_insert (&arguments, "version", "x", self->editing_version);
    }
  else if (self->mode != GRAM_THREAD_ANSWER)
    g_variant_dict_insert (&arguments, "lane", "s", is_internal (self) ? "internal" : "holder");

  return g_variant_dict_end (&arguments);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramThread) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error);

  self->sending = FALSE;
  gtk_text_view_set_editable (self->text_view, TRUE);
  if (outcome != GRAM_OUTCOME_DONE)
    {
      update (self);
      gram_form_refuse (self->refusal_label, refusal, error);
      return;
    }

  if (self->editing != 0)
    stop_editing (self);
  else
    set_text (self, "");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Sent"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_signal_emit (self, signals[SENT], 0);
}

static void
send_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramThread *self = GRAM_THREAD (widget);
  g_autofree char *text = dup_text (self);

  if (self->sending || self->mode == GRAM_THREAD_CLOSED || *text == '\0')
    return;

  self->sending = TRUE;
  gtk_text_view_set_editable (self->text_view, FALSE);
  gram_form_refuse (self->refusal_label, NULL, NULL);
  update (self);
  gram_session_perform_async (self->session, command_of (self), arguments_of (self, text), NULL,
                              NULL, NULL, sent_cb, g_object_ref (self));
}

static void
gram_thread_finalize (GObject *object)
{
  GramThread *self = GRAM_THREAD (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->holder, g_free);
  g_clear_pointer (&self->kept, g_free);

  G_OBJECT_CLASS (gram_thread_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramThread, empty_label);
  gtk_widget_class_bind_template_child (widget_class, GramThread, messages_box);
  gtk_widget_class_bind_template_child (widget_class, GramThread, closed_label);
  gtk_widget_class_bind_template_child (widget_class, GramThread, composer_box);
  gtk_widget_class_bind_template_child (widget_class, GramThread, lane_group);
  gtk_widget_class_bind_template_child (widget_class, GramThread, editing_box);
  gtk_widget_class_bind_template_child (widget_class, GramThread, editing_label);
  gtk_widget_class_bind_template_child (widget_class, GramThread, text_view);
  gtk_widget_class_bind_template_child (widget_class, GramThread, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GramThread, lane_icon);
  gtk_widget_class_bind_template_child (widget_class, GramThread, lane_label);
  gtk_widget_class_bind_template_child (widget_class, GramThread, send_button);
}

static void
gram_thread_class_init (GramThreadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gram_thread_finalize;

  signals[SENT] = g_signal_new ("sent", GRAM_TYPE_THREAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/gramledger/Gram/widgets/gram-thread.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, lane_changed_cb);
  gtk_widget_class_install_action (widget_class, "thread.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "thread.cancel-edit", NULL, cancel_edit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "thread.send", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "thread.send", NULL);
}

static void
gram_thread_init (GramThread *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

GtkWidget *
gram_thread_new (void)
{
  return g_object_new (GRAM_TYPE_THREAD, NULL);
}

void
gram_thread_set_case (GramThread *self,
                      GramSession *session,
                      const char *account,
                      gint64 case_id,
                      const char *holder,
                      GramThreadMode mode)
{
  g_return_if_fail (GRAM_IS_THREAD (self));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (account != NULL && holder != NULL);

  g_set_object (&self->session, session);
  g_set_str (&self->account, account);
  g_set_str (&self->holder, holder);
  self->mode = mode;
  if (self->case_id != case_id)
    {
      self->case_id = case_id;
      self->editing = 0;
      g_clear_pointer (&self->kept, g_free);
      set_text (self, "");
      gram_form_refuse (self->refusal_label, NULL, NULL);
    }
  update (self);
}

void
gram_thread_set_closed_reason (GramThread *self, const char *reason)
{
  g_return_if_fail (GRAM_IS_THREAD (self));

  gtk_label_set_label (self->closed_label, reason != NULL ? reason : "");
  update (self);
}

static gboolean
shows (GtkWidget *child, const GramThreadMessage *message)
{
  GramThreadItem *item = GRAM_THREAD_ITEM (child);

  return gram_thread_item_get_id (item) == message->id
         && gram_thread_item_get_version (item) == message->version
         && gram_thread_item_get_editable (item) == message->editable;
}

/* What is shown already stays, with the focus and whatever is open in it. */
static void
fill (GramThread *self, const GramThreadMessage *messages, gsize n_messages)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->messages_box));
  gsize i = 0;

  for (; child != NULL && i < n_messages && shows (child, &messages[i]); i++)
    child = gtk_widget_get_next_sibling (child);
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (self->messages_box, child);
      child = next;
    }
  for (; i < n_messages; i++)
    {
      GtkWidget *item = gram_thread_item_new (self->session, &messages[i]);

      g_signal_connect_object (item, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->messages_box, item);
    }
}

void
gram_thread_set_messages (GramThread *self, const GramThreadMessage *messages, gsize n_messages)
{
  gboolean still = FALSE;

  g_return_if_fail (GRAM_IS_THREAD (self));
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (messages != NULL || n_messages == 0);

  fill (self, messages, n_messages);
  for (gsize i = 0; i < n_messages; i++)
    still = still || (messages[i].id == self->editing && messages[i].editable);
  gtk_widget_set_visible (self->empty_label, n_messages == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->messages_box), n_messages > 0);
  if (self->editing != 0 && !still)
    stop_editing (self);
}

gboolean
gram_thread_get_unsent (GramThread *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (GRAM_IS_THREAD (self), FALSE);

  text = dup_text (self);

  return self->mode != GRAM_THREAD_CLOSED && *text != '\0';
}

void
gram_thread_set_draft (GramThread *self, const char *text)
{
  g_return_if_fail (GRAM_IS_THREAD (self));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->text_view), text, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

void
gram_thread_focus (GramThread *self, gboolean internal)
{
  g_return_if_fail (GRAM_IS_THREAD (self));

  if (self->mode == GRAM_THREAD_ADMINISTRATOR)
    adw_toggle_group_set_active_name (self->lane_group, internal ? "internal" : "holder");
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}
