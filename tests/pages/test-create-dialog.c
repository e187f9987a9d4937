/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-create-dialog.h"
#include "gram-form.h"
#include "gram-test-dir.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

typedef struct
{
  GramTestDir *dir;
  GtkWindow *window;
  AdwDialog *dialog;
  GramSession *session;
} Fixture;

static void
created_cb (GramCreateDialog *dialog, GramSession *session, Fixture *self)
{
  self->session = g_object_ref (session);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = NULL;

  self->dir = gram_test_dir_new ();
  folder = g_file_new_for_path (gram_test_dir_get_path (self->dir));
  self->window = gram_test_gtk_window_new (gtk_label_new ("behind"), 900, 900);
  self->dialog = gram_create_dialog_new (GRAM_REGISTRY_OWN);
  gram_create_dialog_set_folder (GRAM_CREATE_DIALOG (self->dialog), folder);
  g_signal_connect (self->dialog, "created", G_CALLBACK (created_cb), self);
  adw_dialog_present (self->dialog, GTK_WIDGET (self->window));
  gram_test_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gram_test_gtk_window_destroy (self->window);
  if (self->session != NULL)
    gram_test_practice_close (self->session);
  gram_test_dir_free (self->dir);
}

static GtkWidget *
row (Fixture *self, const char *title)
{
  return gram_test_await (GTK_WIDGET (self->window), ADW_TYPE_PREFERENCES_ROW, title);
}

static void
type (Fixture *self, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row (self, title)), text);
}

static void
press_create (Fixture *self)
{
  g_signal_emit_by_name (adw_dialog_get_default_widget (self->dialog), "clicked");
}

static const char *const titles[] = {
  "Name of the _Organisation", "Na_me", "_E-mail", "_Password", "Password _Again",
};

static void
fill (Fixture *self)
{
  static const char *const values[] = {
    "Harbour Street / Imports", "Ngaire Tamahori",       "ngaire@example.org",
    "correct horse battery",    "correct horse battery",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    type (self, titles[i], values[i]);
}

/* What is wrong is said at each field, all at once, and nothing is made. */
static void
test_validation (Fixture *self, gconstpointer data)
{
  press_create (self);
  for (guint i = 0; i < 4; i++)
    g_assert_nonnull (gram_form_get_error (row (self, titles[i])));

  fill (self);
  type (self, "Password _Again", "correct horse batterie");
  press_create (self);
  for (guint i = 0; i < 4; i++)
    g_assert_null (gram_form_get_error (row (self, titles[i])));
  g_assert_nonnull (gram_form_get_error (row (self, "Password _Again")));
  g_assert_null (self->session);
}

static gboolean
has_session (gpointer data)
{
  const Fixture *self = data;

  return self->session != NULL;
}

static void
test_create (Fixture *self, gconstpointer data)
{
  g_autofree char *path = gram_test_dir_file (self->dir, "Harbour Street - Imports.gram");

  fill (self);
  press_create (self);
  gram_test_wait_until (has_session, self);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpstr (gram_session_get_title (self->session), ==, "Harbour Street / Imports");
  g_assert_true (gram_session_get_signed_in (self->session));
}

static gboolean
has_place_error (gpointer data)
{
  return gram_form_get_error (data) != NULL;
}

/* Gram never writes over a file. */
static void
test_exists (Fixture *self, gconstpointer data)
{
  g_autofree char *path
      = gram_test_dir_write (self->dir, "Harbour Street - Imports.gram", "precious");
  g_autofree char *content = NULL;

  fill (self);
  press_create (self);
  gram_test_wait_until (has_place_error, row (self, "File"));
  g_assert_null (self->session);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "precious");
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/create-dialog/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("validation", test_validation);
  ADD ("create", test_create);
  ADD ("exists", test_exists);
#undef ADD

  return g_test_run ();
}
