/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-conflict.h"

#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

struct _GramAccountConflict
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  GtkWidget *buttons[2];

  /* Owned References: theirs, yours */
  char *texts[2];
};

G_DEFINE_FINAL_TYPE (GramAccountConflict, gram_account_conflict, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GramAccountConflict *self)
{
  g_assert (GRAM_IS_ACCOUNT_CONFLICT (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
gram_account_conflict_finalize (GObject *object)
{
  GramAccountConflict *self = GRAM_ACCOUNT_CONFLICT (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (gram_account_conflict_parent_class)->finalize (object);
}

static void
gram_account_conflict_class_init (GramAccountConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_account_conflict_finalize;

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_ACCOUNT_CONFLICT, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gram_account_conflict_init (GramAccountConflict *self)
{
}

static const char *
shown (const char *text)
{
  return text != NULL && *text != '\0' ? text : _ ("nothing");
}

static void
add_choice (GramAccountConflict *self, guint i, const char *field, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: a field, and whose value it is, for example “Holder: yours” */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), field, title);

  self->buttons[i] = gtk_check_button_new ();
  gtk_widget_set_valign (self->buttons[i], GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (self->buttons[i]),
                                GTK_CHECK_BUTTON (self->buttons[0]));
  gtk_widget_add_css_class (row, "property");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown (self->texts[i]));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->buttons[i]);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->buttons[i]);
  gram_pressable_set_name (row, name);
  gram_pressable_install (row);
  gram_pressable_install (self->buttons[i]);
  g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

GtkWidget *
gram_account_conflict_new (const char *title,
                           const char *before,
                           const char *theirs,
                           const char *who,
                           const char *yours)
{
  GramAccountConflict *self;
  g_autofree char *was = NULL;
  g_autofree char *by = NULL;

  g_return_val_if_fail (title != NULL && before != NULL, NULL);
  g_return_val_if_fail (theirs != NULL && yours != NULL, NULL);

  self = g_object_new (GRAM_TYPE_ACCOUNT_CONFLICT, "title", title, NULL);
  /* Translators: %s is the value of a field before */
  was = g_strdup_printf (_ ("Before: %s"), shown (before));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), was);
  self->texts[0] = g_strdup (theirs);
  self->texts[1] = g_strdup (yours);
  /* Translators: %s is the name of a person */
  by = who != NULL ? g_strdup_printf (_ ("Theirs, by %s"), who) : g_strdup (_ ("Theirs"));
  add_choice (self, 0, title, by);
  add_choice (self, 1, title, _ ("Yours"));

  return GTK_WIDGET (self);
}

const char *
gram_account_conflict_get_chosen (GramAccountConflict *self)
{
  g_return_val_if_fail (GRAM_IS_ACCOUNT_CONFLICT (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->buttons[i])))
      return self->texts[i];

  return NULL;
}
