/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-code-card.h"

#include "gram-failure.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

struct _GramCodeCard
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkLabel *code_label;
  GtkLabel *lapses_label;
  GtkWidget *save_button;

  /* Owned References */
  char *file_name;
  char *file_text;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (GramCodeCard, gram_code_card, ADW_TYPE_BIN)

static void
copy_cb (GramCodeCard *self)
{
  g_assert (GRAM_IS_CODE_CARD (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_text (self->code_label));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Code copied"));
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCodeCard) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("File saved"));
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Save the File"), NULL, error);
}

static void
file_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCodeCard) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  if (file == NULL)
    {
      if (!gram_failure_is_cancelled (error))
        gram_failure_present (GTK_WIDGET (self), _ ("Could Not Save the File"), NULL, error);
      return;
    }

  bytes = g_bytes_new (self->file_text, strlen (self->file_text));
  /* The code is in it: for the eyes of its owner only. */
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                       self->cancellable, written_cb, g_object_ref (self));
}

static void
save_cb (GramCodeCard *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_assert (GRAM_IS_CODE_CARD (self));

  gtk_file_dialog_set_title (dialog, _ ("Save the Invitation"));
  gtk_file_dialog_set_initial_name (dialog, self->file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (root), self->cancellable, file_chosen_cb,
                        g_object_ref (self));
}

static void
gram_code_card_dispose (GObject *object)
{
  GramCodeCard *self = (GramCodeCard *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (gram_code_card_parent_class)->dispose (object);
}

static void
gram_code_card_finalize (GObject *object)
{
  GramCodeCard *self = (GramCodeCard *)object;

  g_free (self->file_name);
  g_free (self->file_text);

  G_OBJECT_CLASS (gram_code_card_parent_class)->finalize (object);
}

static void
gram_code_card_class_init (GramCodeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_code_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = gram_code_card_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-code-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GramCodeCard, code_label);
  gtk_widget_class_bind_template_child (widget_class, GramCodeCard, lapses_label);
  gtk_widget_class_bind_template_child (widget_class, GramCodeCard, save_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
gram_code_card_init (GramCodeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
gram_code_card_show (GramCodeCard *self, const char *code, gint64 lapses_at)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GRAM_IS_CODE_CARD (self));
  g_return_if_fail (code != NULL);

  day = gram_format_day_of_instant (lapses_at);
  time = gram_format_time_of_instant (lapses_at);
  /* Translators: a day, then a time of day */
  text = g_strdup_printf (_ ("Valid until %s, %s"), day, time);
  gtk_label_set_text (self->code_label, code);
  gtk_label_set_text (self->lapses_label, text);
}

void
gram_code_card_set_file (GramCodeCard *self, const char *name, const char *text)
{
  g_return_if_fail (GRAM_IS_CODE_CARD (self));
  g_return_if_fail (name != NULL && text != NULL);

  g_set_str (&self->file_name, name);
  g_set_str (&self->file_text, text);
  gtk_widget_set_visible (self->save_button, TRUE);
}
