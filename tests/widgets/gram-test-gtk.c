/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-gtk.h"

#include "gram-test-dir.h"
#include "gram-test-loop.h"

#include <glib/gstdio.h>
#include <locale.h>

static GramTestDir *home;

static void
remove_home (void)
{
  g_clear_pointer (&home, gram_test_dir_free);
}

/* Folders of its own for what the person keeps; the system's stay, since icons are found there. */
static void
isolate (void)
{
  static const struct
  {
    const char *variable;
    const char *folder;
  } folders[] = {
    { "HOME", "home" },          { "XDG_CACHE_HOME", "cache" }, { "XDG_CONFIG_HOME", "config" },
    { "XDG_DATA_HOME", "data" }, { "XDG_STATE_HOME", "state" },
  };

  home = gram_test_dir_new ();
  atexit (remove_home);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = gram_test_dir_file (home, folders[i].folder);

      g_mkdir (path, 0700);
      g_setenv (folders[i].variable, path, TRUE);
    }
}

void
gram_test_gtk_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  isolate ();
  g_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/gramledger/Gram/icons");
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

GtkWindow *
gram_test_gtk_window_new (GtkWidget *child, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  gtk_widget_set_size_request (window, width, height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gram_test_wait_until (is_mapped, window);

  return GTK_WINDOW (window);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

void
gram_test_gtk_window_destroy (GtkWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (window);
  gram_test_wait_until (is_gone, &left);
}

void
gram_test_assert_finalizes (GtkWidget *widget)
{
  gpointer left = widget;
  GtkWindow *window;

  g_object_add_weak_pointer (G_OBJECT (widget), &left);
  if (GTK_IS_WINDOW (widget))
    {
      gtk_window_present (GTK_WINDOW (widget));
      gram_test_wait_until (is_mapped, widget);
      gtk_window_destroy (GTK_WINDOW (widget));
    }
  else if (ADW_IS_DIALOG (widget))
    {
      window = gram_test_gtk_window_new (gtk_label_new ("behind"), 800, 600);
      adw_dialog_present (ADW_DIALOG (widget), GTK_WIDGET (window));
      gram_test_wait_until (is_mapped, widget);
      adw_dialog_force_close (ADW_DIALOG (widget));
      gram_test_wait_until (is_gone, &left);
      gram_test_gtk_window_destroy (window);
    }
  else
    {
      window = gram_test_gtk_window_new (widget, 600, 600);
      gram_test_gtk_window_destroy (window);
    }
  gram_test_wait_until (is_gone, &left);
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  const char *label = NULL;

  if (name == NULL)
    return TRUE;
  if (ADW_IS_PREFERENCES_ROW (widget))
    label = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  else if (GTK_IS_BUTTON (widget))
    label = gtk_button_get_label (GTK_BUTTON (widget)) != NULL
                ? gtk_button_get_label (GTK_BUTTON (widget))
                : gtk_widget_get_tooltip_text (widget);
  else if (GTK_IS_LABEL (widget))
    label = gtk_label_get_text (GTK_LABEL (widget));

  return g_strcmp0 (label, name) == 0;
}

GtkWidget *
gram_test_find (GtkWidget *root, GType type, const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root)
      && has_name (root, name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gram_test_find (child, type, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  GtkWidget *root;
  GType type;
  const char *name;
} Wanted;

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return gram_test_find (wanted->root, wanted->type, wanted->name) != NULL;
}

GtkWidget *
gram_test_await (GtkWidget *root, GType type, const char *name)
{
  Wanted wanted = { root, type, name };

  gram_test_wait_until (is_there, &wanted);

  return gram_test_find (root, type, name);
}
