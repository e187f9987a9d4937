/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rights-dialog.h"

#include "gram-failure.h"
#include "gram-questions.h"
#include "gram-rights-list.h"

struct _GramRightsDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GramRightsList *rights_list;

  /* Owned References */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (GramRightsDialog, gram_rights_dialog, ADW_TYPE_DIALOG)

static void
rights_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramRightsDialog) self = user_data;
  g_autoptr (GPtrArray) rights = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  rights = gram_session_rights_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->rights_list == NULL)
    return;

  if (rights != NULL)
    {
      gram_rights_list_set_rights (self->rights_list, rights);
      return;
    }

  sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gram_rights_list_set_failure (self->rights_list, sentence);
}

static void
gram_rights_dialog_dispose (GObject *object)
{
  GramRightsDialog *self = (GramRightsDialog *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_RIGHTS_DIALOG);

  G_OBJECT_CLASS (gram_rights_dialog_parent_class)->dispose (object);
}

static void
gram_rights_dialog_class_init (GramRightsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_rights_dialog_dispose;

  g_type_ensure (GRAM_TYPE_RIGHTS_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-rights-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramRightsDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramRightsDialog, rights_list);
}

static void
gram_rights_dialog_init (GramRightsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

AdwDialog *
gram_rights_dialog_new (GramSession *session,
                        gint64 person_id,
                        const char *name,
                        gboolean on_account)
{
  GramRightsDialog *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (GRAM_TYPE_RIGHTS_DIALOG, NULL);
  adw_window_title_set_subtitle (self->window_title, name);
  gram_session_rights_async (session, person_id, on_account, self->cancellable, rights_cb,
                             g_object_ref (self));

  return ADW_DIALOG (self);
}
