/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-lock-page.h"

#include "gram-form.h"
#include "gram-session-person.h"

struct _GramLockPage
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwAvatar *avatar;
  GtkLabel *name_label;
  AdwPasswordEntryRow *password_row;
  GtkLabel *refusal_label;
  GtkWidget *unlock_button;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable;

  gboolean working;
};

G_DEFINE_FINAL_TYPE (GramLockPage, gram_lock_page, ADW_TYPE_BIN)

enum
{
  UNLOCKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (GramLockPage *self)
{
  gtk_widget_set_sensitive (self->unlock_button,
                            !self->working
                                && *gtk_editable_get_text (GTK_EDITABLE (self->password_row))
                                       != '\0');
}

static void
password_changed_cb (GramLockPage *self)
{
  g_assert (GRAM_IS_LOCK_PAGE (self));

  update (self);
}

static void
unlocked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramLockPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramOutcome outcome;

  outcome = gram_session_unlock_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->session != GRAM_SESSION (object))
    return;

  self->working = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  if (outcome == GRAM_OUTCOME_DONE)
    {
      g_signal_emit (self, signals[UNLOCKED], 0);
      return;
    }

  gram_form_refuse (self->refusal_label, refusal, error);
  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}

static void
unlock_cb (GramLockPage *self)
{
  const char *password;

  g_assert (GRAM_IS_LOCK_PAGE (self));

  password = gtk_editable_get_text (GTK_EDITABLE (self->password_row));
  if (self->session == NULL || self->working || *password == '\0')
    return;

  self->working = TRUE;
  update (self);
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gram_session_unlock_async (self->session, password, self->cancellable, unlocked_cb,
                             g_object_ref (self));
}

static void
gram_lock_page_dispose (GObject *object)
{
  GramLockPage *self = (GramLockPage *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gram_lock_page_parent_class)->dispose (object);
}

static void
gram_lock_page_class_init (GramLockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_lock_page_dispose;

  signals[UNLOCKED] = g_signal_new ("unlocked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/start/gram-lock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramLockPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, GramLockPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, GramLockPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, GramLockPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GramLockPage, unlock_button);
  gtk_widget_class_bind_template_callback (widget_class, password_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
}

static void
gram_lock_page_init (GramLockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gram_lock_page_set_session (GramLockPage *self, GramSession *session)
{
  g_return_if_fail (GRAM_IS_LOCK_PAGE (self));
  g_return_if_fail (session == NULL || GRAM_IS_SESSION (session));

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->working = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  gram_form_refuse (self->refusal_label, NULL, NULL);
  g_set_object (&self->session, session);
  update (self);
  if (session == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  adw_avatar_set_text (self->avatar, gram_session_get_person_name (session));
  gtk_label_set_text (self->name_label, gram_session_get_person_name (session));
  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}
