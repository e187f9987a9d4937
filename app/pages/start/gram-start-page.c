/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-start-page.h"

#include "gram-pressable.h"
#include "gram-settings.h"

#include <glib/gi18n-lib.h>

#define MAX_SHOWN 5

struct _GramStartPage
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwPreferencesGroup *recent_group;

  /* Owned References */
  GSettings *settings;
  GPtrArray *recent_rows;
};

G_DEFINE_FINAL_TYPE (GramStartPage, gram_start_page, ADW_TYPE_BIN)

static void
recent_activated_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "win.open-path", "s", gtk_widget_get_name (row));
}

static void
forget_cb (GtkWidget *button)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, GRAM_TYPE_START_PAGE);
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  gram_settings_forget_registry (GRAM_START_PAGE (page)->settings, gtk_widget_get_name (row));
}

/* A path as a person reads it: from the home folder on, and without the file itself. */
static char *
folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (folder, home) && (folder[strlen (home)] == '/' || !folder[strlen (home)]))
    return g_strdup_printf ("~%s", folder + strlen (home));

  return g_steal_pointer (&folder);
}

static GtkWidget *
recent_row_new (const char *path, const char *title)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = folder_of (path);
  g_autofree char *subtitle = g_strdup_printf ("%s — %s", name, folder);
  g_autofree char *forget = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  /* Translators: %s is the title of a registry */
  forget = g_strdup_printf (_ ("Forget “%s”"), title);
  gtk_widget_set_name (row, path);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_tooltip_text (button, forget);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect (button, "clicked", G_CALLBACK (forget_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (recent_activated_cb), NULL);
  gram_pressable_install (row);

  return row;
}

static void
update_recent (GramStartPage *self)
{
  g_autoptr (GVariant) recent = g_settings_get_value (self->settings, "recent-registries");
  GVariantIter iter;
  const char *path;
  const char *title;
  gint64 at;

  for (guint i = 0; i < self->recent_rows->len; i++)
    adw_preferences_group_remove (self->recent_group, self->recent_rows->pdata[i]);
  g_ptr_array_set_size (self->recent_rows, 0);

  g_variant_iter_init (&iter, recent);
  while (self->recent_rows->len < MAX_SHOWN
         && g_variant_iter_next (&iter, "(&s&sx)", &path, &title, &at))
    {
      GtkWidget *row = recent_row_new (path, title);

      adw_preferences_group_add (self->recent_group, row);
      g_ptr_array_add (self->recent_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), self->recent_rows->len > 0);
}

static void
gram_start_page_dispose (GObject *object)
{
  GramStartPage *self = (GramStartPage *)object;

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gram_start_page_parent_class)->dispose (object);
}

static void
gram_start_page_finalize (GObject *object)
{
  GramStartPage *self = (GramStartPage *)object;

  g_clear_pointer (&self->recent_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_start_page_parent_class)->finalize (object);
}

static void
gram_start_page_class_init (GramStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_start_page_dispose;
  object_class->finalize = gram_start_page_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/start/gram-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramStartPage, recent_group);
}

static void
gram_start_page_init (GramStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));

  self->recent_rows = g_ptr_array_new ();
  self->settings = gram_settings_new ();
  g_signal_connect_object (self->settings, "changed::recent-registries", G_CALLBACK (update_recent),
                           self, G_CONNECT_SWAPPED);
  update_recent (self);
}

GtkWidget *
gram_start_page_new (void)
{
  return g_object_new (GRAM_TYPE_START_PAGE, NULL);
}
