/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-preferences-dialog.h"

#include "gram-events-page.h"
#include "gram-pressable.h"
#include "gram-session-person.h"
#include "gram-settings.h"

#include <glib/gi18n-lib.h>

struct _GramPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* Template Widgets */
  GtkWidget *page;
  AdwComboRow *style_row;
  AdwSwitchRow *reopen_row;
  AdwSwitchRow *lock_row;
  AdwSpinRow *minutes_row;

  /* Owned References */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (GramPreferencesDialog, gram_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static gboolean
style_to_position (GValue *value, GVariant *variant, gpointer user_data)
{
  static const char *const styles[] = { "system", "light", "dark" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), styles[i]))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
position_to_style (const GValue *value, const GVariantType *type, gpointer user_data)
{
  static const char *const styles[] = { "system", "light", "dark" };
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (styles) ? g_variant_new_string (styles[position]) : NULL;
}

static void
toast (GramPreferencesDialog *self, const char *text)
{
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), adw_toast_new (text));
}

static void
reset_columns_cb (GramPreferencesDialog *self)
{
  g_assert (GRAM_IS_PREFERENCES_DIALOG (self));

  g_settings_reset (self->settings, "vehicle-columns");
  g_settings_reset (self->settings, "vehicle-order");
  toast (self, _ ("Columns and order were reset"));
}

static void
forget_recent_cb (GramPreferencesDialog *self)
{
  g_assert (GRAM_IS_PREFERENCES_DIALOG (self));

  g_settings_reset (self->settings, "recent-registries");
  g_settings_reset (self->settings, "last-registry");
  g_settings_reset (self->settings, "last-email");
  toast (self, _ ("Recent registries forgotten; the files stay where they are"));
}

static void
gram_preferences_dialog_dispose (GObject *object)
{
  GramPreferencesDialog *self = (GramPreferencesDialog *)object;

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (gram_preferences_dialog_parent_class)->dispose (object);
}

static void
gram_preferences_dialog_class_init (GramPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/window/gram-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPreferencesDialog, page);
  gtk_widget_class_bind_template_child (widget_class, GramPreferencesDialog, style_row);
  gtk_widget_class_bind_template_child (widget_class, GramPreferencesDialog, reopen_row);
  gtk_widget_class_bind_template_child (widget_class, GramPreferencesDialog, lock_row);
  gtk_widget_class_bind_template_child (widget_class, GramPreferencesDialog, minutes_row);
  gtk_widget_class_bind_template_callback (widget_class, reset_columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_recent_cb);
}

static void
gram_preferences_dialog_init (GramPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The dialog takes its page in when it is shown. */
  gram_pressable_install_all (self->page);

  self->settings = gram_settings_new ();
  g_settings_bind_with_mapping (self->settings, "style", self->style_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, style_to_position, position_to_style, NULL,
                                NULL);
  g_settings_bind (self->settings, "reopen-registry", self->reopen_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "idle-lock", self->lock_row, "active", G_SETTINGS_BIND_DEFAULT);
  /* The row takes a double, as GTK's adjustments do; minutes are whole. */
  g_settings_bind (self->settings, "idle-lock-minutes", self->minutes_row, "value",
                   G_SETTINGS_BIND_DEFAULT);
}

AdwDialog *
gram_preferences_dialog_new (GramSession *session)
{
  AdwDialog *self = g_object_new (GRAM_TYPE_PREFERENCES_DIALOG, NULL);
  GramEventsPage *events;

  g_return_val_if_fail (session == NULL || GRAM_IS_SESSION (session), self);

  if (session == NULL || !gram_session_get_signed_in (session) || gram_session_get_locked (session))
    return self;

  events = g_object_new (GRAM_TYPE_EVENTS_PAGE, NULL);
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (self), ADW_PREFERENCES_PAGE (events));
  gram_events_page_set_session (events, session);

  return self;
}
