/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-state-group.h"

#include "gram-account-conditions.h"
#include "gram-command-row.h"

#include <glib/gi18n-lib.h>

struct _GramAccountStateGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  GramSession *session;
  const GramAccountDetail *detail;

  /* Owned References */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (GramAccountStateGroup, gram_account_state_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (GramAccountStateGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_head (GramAccountStateGroup *self, const GramAccountCondition *condition)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (condition->icon_name);

  gtk_widget_add_css_class (icon, condition->style);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (row, "condition");
  gtk_widget_add_css_class (row, condition->style);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), condition->title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  add_row (self, row);
}

static void
add_line (GramAccountStateGroup *self, const char *title, const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;

  row = adw_action_row_new ();
  gtk_widget_add_css_class (row, "property");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  add_row (self, row);
}

static void
activated_cb (GramAccountStateGroup *self, GtkWidget *row)
{
  g_assert (GRAM_IS_ACCOUNT_STATE_GROUP (self));

  gram_command_present (GTK_WIDGET (self), self->session, gram_command_row_get_command (row),
                        self->detail);
}

static void
add_condition (GramAccountStateGroup *self, const GramAccountCondition *condition)
{
  add_head (self, condition);
  add_line (self, _ ("Why"), condition->why);
  add_line (self, _ ("Until"), condition->until);
  add_line (self, _ ("Possible now"), condition->possible);
  add_line (self, _ ("What to do next"), condition->next);
  for (guint i = 0; condition->commands[i] != NULL; i++)
    {
      GtkWidget *row = gram_command_row_new (condition->commands[i]);

      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self,
                               G_CONNECT_SWAPPED);
      gram_command_row_update (row, self->session, self->detail);
      add_row (self, row);
    }
}

static void
gram_account_state_group_finalize (GObject *object)
{
  g_clear_pointer (&GRAM_ACCOUNT_STATE_GROUP (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_account_state_group_parent_class)->finalize (object);
}

static void
gram_account_state_group_class_init (GramAccountStateGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_account_state_group_finalize;
}

static void
gram_account_state_group_init (GramAccountStateGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

guint
gram_account_state_group_show (GramAccountStateGroup *self,
                               GramSession *session,
                               const GramAccountDetail *detail)
{
  g_autoptr (GPtrArray) conditions = NULL;

  g_return_val_if_fail (GRAM_IS_ACCOUNT_STATE_GROUP (self), 0);
  g_return_val_if_fail (detail != NULL, 0);

  self->session = session;
  self->detail = detail;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  conditions = gram_account_conditions (detail);
  for (guint i = 0; i < conditions->len; i++)
    add_condition (self, conditions->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), conditions->len > 0);

  return conditions->len;
}
