/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-create-dialog.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-password-group.h"
#include "gram-pressable.h"
#include "gram-session.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _GramCreateDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkWidget *form;
  GtkWidget *create_button;
  GtkStack *button_stack;
  AdwPreferencesGroup *registry_group;
  AdwEntryRow *title_row;
  AdwActionRow *folder_row;
  AdwEntryRow *name_row;
  AdwEntryRow *email_row;
  GramPasswordGroup *password_group;

  /* Owned References */
  GFile *folder;
  GCancellable *cancellable;

  GramRegistryKind kind;
};

G_DEFINE_FINAL_TYPE (GramCreateDialog, gram_create_dialog, ADW_TYPE_DIALOG)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A sandboxed program has no documents folder of the person's. */
static GFile *
default_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (documents != NULL && g_access (documents, W_OK) == 0)
    return g_file_new_for_path (documents);

  return g_file_new_build_filename (g_get_user_data_dir (), "gram", NULL);
}

/* The title as a file name: what file systems do not like becomes a dash. */
static char *
dup_file_name (GramCreateDialog *self)
{
  g_autofree char *title = gram_form_dup_text (GTK_WIDGET (self->title_row));
  g_autofree char *stem = NULL;

  if (*title == '\0')
    return g_strdup (_ ("Registry.gram"));

  stem = g_strdelimit (g_steal_pointer (&title), "/\\:*?\"<>|", '-');
  if (*stem == '.')
    *stem = '-';

  return g_strconcat (stem, ".gram", NULL);
}

static void
update_place_cb (GramCreateDialog *self)
{
  g_autofree char *name = dup_file_name (self);
  g_autofree char *folder = g_file_get_parse_name (self->folder);
  g_autofree char *subtitle = NULL;

  /* Translators: where a file goes: its name, then its folder */
  subtitle = g_strdup_printf (_ ("%s in %s"), name, folder);
  adw_action_row_set_subtitle (self->folder_row, subtitle);
  gram_form_set_error (GTK_WIDGET (self->folder_row), NULL);
  gram_form_set_error (GTK_WIDGET (self->title_row), NULL);
}

static void
row_changed_cb (GtkWidget *row)
{
  gram_form_set_error (row, NULL);
}

static gboolean
require (GtkWidget *row, const char *sentence)
{
  g_autofree char *text = gram_form_dup_text (row);

  gram_form_set_error (row, *text == '\0' ? sentence : NULL);

  return *text != '\0';
}

static gboolean
check_email (GramCreateDialog *self)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  const char *at = strchr (email, '@');
  gboolean good = at != NULL && at != email && at[1] != '\0' && strchr (at + 1, '@') == NULL;

  gram_form_set_error (
      GTK_WIDGET (self->email_row),
      good ? NULL : _ ("Enter an e-mail address, such as you@example.org; you sign in with it."));

  return good;
}

static gboolean
check_passwords (GramCreateDialog *self)
{
  g_autofree char *email = gram_form_dup_text (GTK_WIDGET (self->email_row));

  return gram_password_group_check (self->password_group, email);
}

/* All fields are checked, so that all sentences are seen at once. */
static gboolean
check_form (GramCreateDialog *self)
{
  gboolean good = TRUE;

  good &= require (GTK_WIDGET (self->title_row), _ ("Enter a name; it is shown in the window."));
  good &= require (GTK_WIDGET (self->name_row),
                   _ ("Enter your name; the journal keeps who did what."));
  good &= check_email (self);
  good &= check_passwords (self);

  return good;
}

static void
set_working (GramCreateDialog *self, gboolean working)
{
  /* An entry that has the focus must not lose it by becoming insensitive. */
  gtk_widget_set_can_target (self->form, !working);
  gtk_widget_set_sensitive (self->create_button, !working);
  gtk_stack_set_visible_child_name (self->button_stack, working ? "working" : "idle");
}

static GtkWidget *
row_of_refusal (GramCreateDialog *self, const GramRefusal *refusal)
{
  if (strstr (refusal->id, "email") != NULL)
    return GTK_WIDGET (self->email_row);
  if (strstr (refusal->id, "name") != NULL)
    return GTK_WIDGET (self->name_row);

  return GTK_WIDGET (self->title_row);
}

static void
created_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCreateDialog) self = user_data;
  g_autoptr (GramSession) session = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  session = gram_session_create_finish (result, &refusal, &error);
  if (session != NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[CREATED], 0, session);
      return;
    }

  set_working (self, FALSE);
  if (refusal != NULL && strstr (refusal->id, "password") != NULL)
    gram_password_group_refuse (self->password_group, refusal->message);
  else if (refusal != NULL)
    gram_form_set_error (row_of_refusal (self, refusal), refusal->message);
  else if (!gram_failure_is_cancelled (error))
    {
      g_autofree char *sentence = gram_failure_sentence (error);

      gram_form_set_error (GTK_WIDGET (self->folder_row), sentence);
    }
}

static void
create_cb (GramCreateDialog *self)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  g_autofree char *file_name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  GramSetup setup = { 0 };

  g_assert (GRAM_IS_CREATE_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->create_button) || !check_form (self))
    return;

  file_name = dup_file_name (self);
  file = g_file_get_child (self->folder, file_name);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      gram_form_set_error (GTK_WIDGET (self->folder_row),
                           _ ("Choose a folder on this computer, not one on the network."));
      return;
    }

  title = gram_form_dup_text (GTK_WIDGET (self->title_row));
  name = gram_form_dup_text (GTK_WIDGET (self->name_row));
  email = gram_form_dup_text (GTK_WIDGET (self->email_row));
  setup.kind = self->kind;
  setup.title = title;
  setup.name = name;
  setup.email = email;
  setup.password = gram_password_group_get_password (self->password_group);

  /* A folder of our own may not be there yet; if it cannot be made, the store says so. */
  g_file_make_directory_with_parents (self->folder, NULL, NULL);
  set_working (self, TRUE);
  gram_session_create_async (path, &setup, self->cancellable, created_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramCreateDialog) self = user_data;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;

  folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, &error);
  if (folder != NULL)
    gram_create_dialog_set_folder (self, folder);
  else if (!gram_failure_is_cancelled (error))
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose the Folder"), NULL, error);
}

static void
choose_folder_cb (GramCreateDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_assert (GRAM_IS_CREATE_DIALOG (self));

  gtk_file_dialog_set_title (dialog, _ ("Folder of the Registry"));
  gtk_file_dialog_set_initial_folder (dialog, self->folder);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (root), self->cancellable, folder_chosen_cb,
                                 g_object_ref (self));
}

static void
gram_create_dialog_closed (AdwDialog *dialog)
{
  GramCreateDialog *self = GRAM_CREATE_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
}

static void
gram_create_dialog_dispose (GObject *object)
{
  GramCreateDialog *self = (GramCreateDialog *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->folder);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_CREATE_DIALOG);

  G_OBJECT_CLASS (gram_create_dialog_parent_class)->dispose (object);
}

static void
gram_create_dialog_class_init (GramCreateDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_create_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = gram_create_dialog_closed;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GRAM_TYPE_SESSION);

  g_type_ensure (GRAM_TYPE_PASSWORD_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/start/gram-create-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramCreateDialog, form);
  gtk_widget_class_bind_template_child (widget_class, GramCreateDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, GramCreateDialog, button_stack);
  gtk_widget_class_bind_template_child (widget_class, GramCreateDialog, registry_group);
  gtk_widget_class_bind_template_child (widget_class, GramCreateDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, GramCreateDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, GramCreateDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, GramCreateDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, GramCreateDialog, password_group);
  gtk_widget_class_bind_template_callback (widget_class, update_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
}

static void
gram_create_dialog_init (GramCreateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  self->folder = default_folder ();
  update_place_cb (self);
}

AdwDialog *
gram_create_dialog_new (GramRegistryKind kind)
{
  GramCreateDialog *self = g_object_new (GRAM_TYPE_CREATE_DIALOG, NULL);

  g_return_val_if_fail (kind == GRAM_REGISTRY_OWN || kind == GRAM_REGISTRY_ADMINISTRATOR, NULL);

  self->kind = kind;
  if (kind == GRAM_REGISTRY_ADMINISTRATOR)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _ ("New Administrator’s Registry"));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title_row),
                                     _ ("Name of the _Authority"));
      adw_preferences_group_set_description (
          self->registry_group, _ ("Kept for many holders. You are its first administrator and "
                                   "add the officers, who open accounts."));
    }

  return ADW_DIALOG (self);
}

void
gram_create_dialog_set_folder (GramCreateDialog *self, GFile *folder)
{
  g_return_if_fail (GRAM_IS_CREATE_DIALOG (self));
  g_return_if_fail (G_IS_FILE (folder));

  if (g_set_object (&self->folder, folder))
    update_place_cb (self);
}
