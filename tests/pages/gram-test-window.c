/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-window.h"

#include "gram-test-loop.h"

GramSession *
gram_test_practice_new (const char *path, const char *email)
{
  g_autoptr (GAsyncResult) making = NULL;
  g_autoptr (GAsyncResult) signing = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GramSession *session;

  gram_session_create_practice_async (path, NULL, NULL, NULL, gram_test_keep_result, &making);
  gram_test_wait_result (&making);
  session = gram_session_create_finish (making, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (session);

  gram_session_sign_in_async (session, email, NULL, NULL, gram_test_keep_result, &signing);
  gram_test_wait_result (&signing);
  g_assert_cmpint (gram_session_sign_in_finish (session, signing, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  return session;
}

GramSession *
gram_test_own_new (const char *path)
{
  g_autoptr (GAsyncResult) making = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rulebooks
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data", "rulebooks", NULL);
  const GramSetup setup = { .kind = GRAM_REGISTRY_OWN,
                            .title = "Harbour Street Imports Ltd",
                            .email = "ngaire@example.org",
                            .name = "Ngaire Tamahori",
                            .password = "correct horse battery",
                            .rulebook_folder = rulebooks };
  GramSession *session;

  gram_session_create_async (path, &setup, NULL, gram_test_keep_result, &making);
  gram_test_wait_result (&making);
  session = gram_session_create_finish (making, &refusal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (session);
  return session;
}

void
gram_test_practice_close (GramSession *session)
{
  gram_test_settle ();
  gram_session_close (session);
  gram_test_settle ();
  gram_test_unref_and_wait (session);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/* What the application does by its resource path. */
static void
load_style (void)
{
  static gboolean loaded = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (loaded)
    return;
  loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/gramledger/Gram/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/gramledger/Gram/icons");
}

GtkWindow *
gram_test_window_new (GtkWidget *content, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  load_style ();
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  gram_test_wait_until (is_mapped, content);
  return GTK_WINDOW (window);
}

void
gram_test_window_close (GtkWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (window);
  gram_test_wait_gone (&weak);
}

static gboolean
set_flag_cb (gpointer user_data)
{
  gboolean *flag = user_data;

  *flag = TRUE;
  return G_SOURCE_REMOVE;
}

void
gram_test_picture (GtkWindow *window, const char *name)
{
  gram_test_picture_of (GTK_WIDGET (window), name);
}

void
gram_test_picture_of (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("GRAM_PICTURES");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL;
  gboolean later = FALSE;

  if (folder == NULL)
    return;

  g_timeout_add (400, set_flag_cb, &later);
  gram_test_wait_for (&later);
  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  /* Just being laid out again; a picture is not worth a failed test. */
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, NULL);
  file = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, file));
}

GtkWidget *
gram_test_find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gram_test_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
gram_test_find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gram_test_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}
