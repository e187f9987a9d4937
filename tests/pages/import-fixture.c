/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

#include "gram-import-count.h"
#include "gram-import-date-row.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#include <glib/gstdio.h>

static const ImportLook default_look = { "ccs-used", 1200, FALSE };

static gboolean
has_account (gpointer data)
{
  return gram_session_get_account (data) != NULL;
}

static void
open_account (GramSession *session, const char *kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GVariant) arguments
      = g_variant_ref_sink (g_variant_new_parsed ("{'kind': <%s>, "
                                                  "'holder': <'Harbour Street Imports Ltd'>, "
                                                  "'contact-name': <'Ngaire Tamahori'>, "
                                                  "'contact-email': <'ngaire@example.org'>}",
                                                  kind));

  gram_session_perform_async (session, "account.open", arguments, NULL, NULL, NULL,
                              gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  g_assert_cmpint (gram_session_perform_finish (session, result, NULL, &refusal, NULL), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_wait_until (has_account, session);
}

/* What an earlier test had remembered would be proposed again. */
static void
forget_mappings (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "gram", "mappings", NULL);
  g_autoptr (GDir) mappings = g_dir_open (folder, 0, NULL);
  const char *name;

  while (mappings != NULL && (name = g_dir_read_name (mappings)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

void
import_fixture_init (GramTestDir *home)
{
  g_autofree char *config = gram_test_dir_file (home, "config");
  g_autofree char *cache = gram_test_dir_file (home, "cache");

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

void
import_fixture_set_up (ImportFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  forget_mappings ();
  self->look = data != NULL ? data : &default_look;
  self->dir = gram_test_dir_new ();
  path = gram_test_dir_file (self->dir, "harbour.gram");
  self->session = gram_test_own_new (path);
  open_account (self->session, self->look->kind);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      self->look->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                       : ADW_COLOR_SCHEME_FORCE_LIGHT);
  self->window = gram_test_window_new (gtk_label_new ("Gram"), self->look->width, 800);
  import_fixture_present (self);
}

void
import_fixture_tear_down (ImportFixture *self, gconstpointer data)
{
  if (self->dialog != NULL)
    import_fixture_close (self);
  gram_test_window_close (self->window);
  gram_test_practice_close (self->session);
  gram_test_dir_free (self->dir);
}

void
import_fixture_present (ImportFixture *self)
{
  g_assert_null (self->dialog);

  g_set_weak_pointer (&self->dialog, GRAM_IMPORT_DIALOG (gram_import_dialog_new (self->session)));
  adw_dialog_present (ADW_DIALOG (self->dialog), GTK_WIDGET (self->window));
}

static gboolean
is_gone (gpointer data)
{
  return ((ImportFixture *)data)->dialog == NULL;
}

void
import_fixture_close (ImportFixture *self)
{
  adw_dialog_close (ADW_DIALOG (self->dialog));
  gram_test_wait_until (is_gone, self);
}

static gboolean
is_idle (gpointer data)
{
  return !gram_import_dialog_is_busy (((ImportFixture *)data)->dialog);
}

void
import_fixture_wait_idle (ImportFixture *self)
{
  gram_test_settle ();
  gram_test_wait_until (is_idle, self);
  gram_test_settle ();
}

void
import_fixture_choose (ImportFixture *self, const char *name, const char *content)
{
  g_autofree char *path = gram_test_dir_write (self->dir, name, content);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gram_import_dialog_open_file (self->dialog, file);
  import_fixture_wait_idle (self);
}

void
import_fixture_choose_fixture (ImportFixture *self, const char *name)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "tests", "fixtures", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gram_import_dialog_open_file (self->dialog, file);
  import_fixture_wait_idle (self);
}

void
import_fixture_picture (ImportFixture *self, const char *name)
{
  g_autofree char *whole = g_strdup_printf ("import-%s-%d%s", name, self->look->width,
                                            self->look->dark ? "-dark" : "");

  gram_test_picture (self->window, whole);
}

void
import_fixture_act (ImportFixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), action, NULL);
  import_fixture_wait_idle (self);
}

static GtkWidget *
find_below (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static AdwNavigationView *
view_of (ImportFixture *self)
{
  return ADW_NAVIGATION_VIEW (find_below (GTK_WIDGET (self->dialog), ADW_TYPE_NAVIGATION_VIEW));
}

void
import_fixture_back (ImportFixture *self)
{
  adw_navigation_view_pop (view_of (self));
  gram_test_settle ();
}

static GtkWidget *
visible_page (ImportFixture *self)
{
  return GTK_WIDGET (adw_navigation_view_get_visible_page (view_of (self)));
}

GtkWidget *
import_fixture_find (ImportFixture *self, GType type)
{
  GtkWidget *found = find_below (visible_page (self), type);

  g_assert_nonnull (found);

  return found;
}

void
import_fixture_scroll_down (ImportFixture *self)
{
  GtkWidget *view = import_fixture_find (self, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
import_fixture_row (ImportFixture *self, const char *title)
{
  GtkWidget *found = find_row (visible_page (self), title);

  g_assert_nonnull (found);

  return found;
}

void
import_fixture_choose_dates (ImportFixture *self, guint place)
{
  GtkWidget *row = import_fixture_find (self, GRAM_TYPE_IMPORT_DATE_ROW);

  g_assert_true (gtk_widget_get_visible (row));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), place);
}

static GramImportCount *
find_count (GtkWidget *widget, const char *caption)
{
  if (GRAM_IS_IMPORT_COUNT (widget))
    {
      g_autofree char *own = NULL;

      g_object_get (widget, "caption", &own, NULL);
      if (g_str_equal (own, caption))
        return GRAM_IMPORT_COUNT (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GramImportCount *found = find_count (child, caption);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gint64
import_fixture_count (ImportFixture *self, const char *caption)
{
  GramImportCount *count = find_count (visible_page (self), caption);

  g_assert_nonnull (count);

  return gram_import_count_get_count (count);
}
