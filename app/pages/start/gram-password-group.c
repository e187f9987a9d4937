/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-password-group.h"

#include "gram-form.h"
#include "gram-password-strength.h"
#include "gram-password.h"

#include <glib/gi18n-lib.h>

struct _GramPasswordGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template Widgets */
  AdwPasswordEntryRow *password_row;
  AdwPasswordEntryRow *repeat_row;
  GtkLevelBar *strength_bar;
  GtkLabel *strength_label;
};

G_DEFINE_FINAL_TYPE (GramPasswordGroup, gram_password_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
password_changed_cb (GramPasswordGroup *self)
{
  guint strength = gram_password_strength (gram_password_group_get_password (self));

  g_assert (GRAM_IS_PASSWORD_GROUP (self));

  gram_form_set_error (GTK_WIDGET (self->password_row), NULL);
  gtk_level_bar_set_value (self->strength_bar, strength);
  set_css_class (GTK_WIDGET (self->strength_bar), "weak", strength <= 1);
  set_css_class (GTK_WIDGET (self->strength_bar), "fair", strength == 2);
  gtk_label_set_text (self->strength_label, gram_password_strength_hint (strength));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
repeat_changed_cb (GramPasswordGroup *self)
{
  g_assert (GRAM_IS_PASSWORD_GROUP (self));

  gram_form_set_error (GTK_WIDGET (self->repeat_row), NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
gram_password_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GRAM_TYPE_PASSWORD_GROUP);

  G_OBJECT_CLASS (gram_password_group_parent_class)->dispose (object);
}

static void
gram_password_group_class_init (GramPasswordGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_password_group_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/start/gram-password-group.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPasswordGroup, password_row);
  gtk_widget_class_bind_template_child (widget_class, GramPasswordGroup, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, GramPasswordGroup, strength_bar);
  gtk_widget_class_bind_template_child (widget_class, GramPasswordGroup, strength_label);
  gtk_widget_class_bind_template_callback (widget_class, password_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, repeat_changed_cb);
}

static void
gram_password_group_init (GramPasswordGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  password_changed_cb (self);
}

void
gram_password_group_set_new (GramPasswordGroup *self)
{
  g_return_if_fail (GRAM_IS_PASSWORD_GROUP (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->password_row), _ ("_New Password"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->repeat_row), _ ("New Password _Again"));
}

const char *
gram_password_group_get_password (GramPasswordGroup *self)
{
  g_return_val_if_fail (GRAM_IS_PASSWORD_GROUP (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->password_row));
}

gboolean
gram_password_group_is_filled_in (GramPasswordGroup *self)
{
  g_return_val_if_fail (GRAM_IS_PASSWORD_GROUP (self), FALSE);

  return *gram_password_group_get_password (self) != '\0'
         && *gtk_editable_get_text (GTK_EDITABLE (self->repeat_row)) != '\0';
}

gboolean
gram_password_group_check (GramPasswordGroup *self, const char *email)
{
  g_autoptr (GramRefusal) refusal = NULL;
  const char *password;

  g_return_val_if_fail (GRAM_IS_PASSWORD_GROUP (self), FALSE);
  g_return_val_if_fail (email != NULL, FALSE);

  password = gram_password_group_get_password (self);
  if (!gram_password_check (password, email, &refusal))
    {
      gram_form_set_error (GTK_WIDGET (self->password_row), refusal->message);
      return FALSE;
    }
  if (!g_str_equal (password, gtk_editable_get_text (GTK_EDITABLE (self->repeat_row))))
    {
      gram_form_set_error (GTK_WIDGET (self->repeat_row),
                           _ ("The two passwords differ. Type the same one again."));
      return FALSE;
    }

  return TRUE;
}

void
gram_password_group_refuse (GramPasswordGroup *self, const char *sentence)
{
  g_return_if_fail (GRAM_IS_PASSWORD_GROUP (self));
  g_return_if_fail (sentence != NULL);

  gram_form_set_error (GTK_WIDGET (self->password_row), sentence);
}

void
gram_password_group_clear (GramPasswordGroup *self)
{
  g_return_if_fail (GRAM_IS_PASSWORD_GROUP (self));

  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->repeat_row), "");
}
