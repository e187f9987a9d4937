/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-permission-chooser.h"

#include "gram-permissions.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

#define MAX_PRESETS 8
#define MAX_PERMISSIONS 8

/* A preset, or “one by one”, for which there is no preset. */
typedef struct
{
  AdwActionRow *row;
  GtkCheckButton *button;
  const GramPresetRow *preset; /* NULL: one by one */
} PresetChoice;

struct _GramPermissionChooser
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwPreferencesGroup *presets_group;
  AdwPreferencesGroup *permissions_group;

  /* Borrowed References: rows of the groups */
  PresetChoice presets[MAX_PRESETS];
  guint n_presets;
  AdwSwitchRow *switches[MAX_PERMISSIONS];

  guint granter;
  guint before;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GramPermissionChooser, gram_permission_chooser, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
may_choose (GramPermissionChooser *self, guint permissions)
{
  return gram_permissions_lacking (self->granter, self->before, permissions) == 0;
}

/* Brings the presets in line with the switches. */
static void
update_presets (GramPermissionChooser *self)
{
  guint permissions = gram_permission_chooser_get_permissions (self);
  GramPreset preset = gram_permissions_preset (permissions, FALSE);

  self->updating = TRUE;
  for (guint i = 0; i < self->n_presets; i++)
    {
      const GramPresetRow *row = self->presets[i].preset;

      gtk_check_button_set_active (self->presets[i].button, row != NULL
                                                                ? row->preset == preset
                                                                : preset == GRAM_PRESET_NONE);
    }
  self->updating = FALSE;
}

static void
switch_cb (GramPermissionChooser *self)
{
  g_assert (GRAM_IS_PERMISSION_CHOOSER (self));

  if (self->updating)
    return;

  update_presets (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
preset_cb (GtkCheckButton *button, GramPermissionChooser *self)
{
  g_assert (GRAM_IS_PERMISSION_CHOOSER (self));

  if (self->updating || !gtk_check_button_get_active (button))
    return;

  for (guint i = 0; i < self->n_presets; i++)
    if (self->presets[i].button == button && self->presets[i].preset != NULL)
      gram_permission_chooser_set_permissions (self, self->presets[i].preset->permissions);
}

static void
add_preset (GramPermissionChooser *self, const GramPresetRow *preset)
{
  PresetChoice *choice = &self->presets[self->n_presets];
  const char *title = preset != NULL ? _ (preset->title) : C_ ("permissions", "One by One");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  g_assert (self->n_presets < MAX_PRESETS);

  if (self->n_presets > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->presets[0].button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (preset_cb), self, G_CONNECT_DEFAULT);
  gram_pressable_install (button);
  adw_preferences_group_add (self->presets_group, row);

  choice->row = ADW_ACTION_ROW (row);
  choice->button = GTK_CHECK_BUTTON (button);
  choice->preset = preset;
  self->n_presets++;
}

static void
add_switch (GramPermissionChooser *self, guint i, const GramPermissionRow *permission)
{
  GtkWidget *row = adw_switch_row_new ();

  g_assert (i < MAX_PERMISSIONS);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (permission->title));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switch_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->permissions_group, row);
  self->switches[i] = ADW_SWITCH_ROW (row);
}

static void
update_preset_row (GramPermissionChooser *self, const PresetChoice *choice)
{
  const GramPresetRow *preset = choice->preset;
  gboolean may = preset == NULL || may_choose (self, preset->permissions);
  g_autofree char *lacking = NULL;
  g_autofree char *reason = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (choice->row), may);
  if (may)
    {
      adw_action_row_set_subtitle (choice->row, preset != NULL
                                                    ? _ (preset->sentence)
                                                    : _ ("As the switches below have it."));
      return;
    }

  lacking = gram_permissions_format (
      gram_permissions_lacking (self->granter, self->before, preset->permissions));
  /* Translators: %s is a list of permissions, for example “transfer credits, edit account details” */
  reason = g_strdup_printf (_ ("You cannot grant this, since you lack: %s."), lacking);
  adw_action_row_set_subtitle (choice->row, reason);
}

static void
update_switch_row (GramPermissionChooser *self,
                   AdwSwitchRow *row,
                   const GramPermissionRow *permission)
{
  const char *subtitle = _ (permission->sentence);
  gboolean may = may_choose (self, permission->permission);

  if (permission->permission == GRAM_PERMISSION_VIEW)
    {
      subtitle = _ ("Every member has this permission.");
      may = FALSE;
    }
  else if (!may)
    subtitle = _ ("You cannot grant this permission, since you do not have it yourself.");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_sensitive (GTK_WIDGET (row), may);
}

static void
gram_permission_chooser_class_init (GramPermissionChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-permission-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPermissionChooser, presets_group);
  gtk_widget_class_bind_template_child (widget_class, GramPermissionChooser, permissions_group);
}

static void
gram_permission_chooser_init (GramPermissionChooser *self)
{
  gsize n_presets;
  gsize n_permissions;
  const GramPresetRow *presets = gram_preset_rows (&n_presets);
  const GramPermissionRow *permissions = gram_permission_rows (&n_permissions);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  for (gsize i = 0; i < n_presets; i++)
    if (presets[i].preset != GRAM_PRESET_OWNER)
      add_preset (self, &presets[i]);
  add_preset (self, NULL);
  for (gsize i = 0; i < n_permissions; i++)
    add_switch (self, (guint)i, &permissions[i]);
  self->updating = FALSE;
  gram_permission_chooser_set_bounds (self, GRAM_PERMISSION_ALL, 0);
}

GtkWidget *
gram_permission_chooser_new (void)
{
  return g_object_new (GRAM_TYPE_PERMISSION_CHOOSER, NULL);
}

void
gram_permission_chooser_set_bounds (GramPermissionChooser *self, guint granter, guint before)
{
  gsize n_permissions;
  const GramPermissionRow *permissions = gram_permission_rows (&n_permissions);

  g_return_if_fail (GRAM_IS_PERMISSION_CHOOSER (self));

  self->granter = granter;
  self->before = before;
  for (guint i = 0; i < self->n_presets; i++)
    update_preset_row (self, &self->presets[i]);
  for (gsize i = 0; i < n_permissions; i++)
    update_switch_row (self, self->switches[i], &permissions[i]);
  gram_permission_chooser_set_permissions (self, before);
}

void
gram_permission_chooser_set_permissions (GramPermissionChooser *self, guint permissions)
{
  gsize n_permissions;
  const GramPermissionRow *rows = gram_permission_rows (&n_permissions);

  g_return_if_fail (GRAM_IS_PERMISSION_CHOOSER (self));

  permissions |= GRAM_PERMISSION_VIEW;
  permissions &= ~gram_permissions_lacking (self->granter, self->before, permissions)
                 | GRAM_PERMISSION_VIEW;
  self->updating = TRUE;
  for (gsize i = 0; i < n_permissions; i++)
    adw_switch_row_set_active (self->switches[i], (permissions & rows[i].permission) != 0);
  self->updating = FALSE;
  update_presets (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
gram_permission_chooser_get_permissions (GramPermissionChooser *self)
{
  gsize n_permissions;
  const GramPermissionRow *rows = gram_permission_rows (&n_permissions);
  guint permissions = GRAM_PERMISSION_VIEW;

  g_return_val_if_fail (GRAM_IS_PERMISSION_CHOOSER (self), GRAM_PERMISSION_VIEW);

  for (gsize i = 0; i < n_permissions; i++)
    if (adw_switch_row_get_active (self->switches[i]))
      permissions |= rows[i].permission;

  return permissions;
}

GVariant *
gram_permission_chooser_to_variant (guint permissions)
{
  g_autofree const char **words = gram_words_of_set ("permission", permissions);

  return g_variant_new_strv (words, -1);
}
