/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-checklist.h"

#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

#define ID "gram-checklist-id"

struct _GramChecklist
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  GPtrArray *lines;

  guint n_open;
};

G_DEFINE_FINAL_TYPE (GramChecklist, gram_checklist, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  FIX,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (GramChecklist *self, GtkWidget *row)
{
  g_assert (GRAM_IS_CHECKLIST (self));

  g_signal_emit (self, signals[FIX], 0, g_object_get_data (G_OBJECT (row), ID));
}

static GtkWidget *
mark_new (gboolean done)
{
  GtkWidget *mark
      = gtk_image_new_from_icon_name (done ? "object-select-symbolic" : "dialog-warning-symbolic");

  gtk_widget_add_css_class (mark, done ? "success" : "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  return mark;
}

static char *
dup_subtitle (const char *sentence, const char *article)
{
  if (sentence == NULL || *sentence == '\0')
    return g_strdup (article != NULL ? article : "");
  if (article == NULL || *article == '\0')
    return g_strdup (sentence);

  return g_strdup_printf ("%s (%s)", sentence, article);
}

/* What can be mended is a row that leads there. */
static void
add_fix (GramChecklist *self, GtkWidget *row, const char *fix)
{
  GtkWidget *label = gtk_label_new (fix);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gram_pressable_install (row);
}

static void
gram_checklist_finalize (GObject *object)
{
  g_clear_pointer (&GRAM_CHECKLIST (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_checklist_parent_class)->finalize (object);
}

static void
gram_checklist_class_init (GramChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_checklist_finalize;

  signals[FIX] = g_signal_new ("fix", GRAM_TYPE_CHECKLIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gram_checklist_init (GramChecklist *self)
{
  self->lines = g_ptr_array_new ();
}

GtkWidget *
gram_checklist_new (void)
{
  return g_object_new (GRAM_TYPE_CHECKLIST, NULL);
}

void
gram_checklist_add (GramChecklist *self,
                    const char *id,
                    const char *title,
                    const char *sentence,
                    const char *article,
                    gboolean done,
                    const char *fix)
{
  GtkWidget *row;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GRAM_IS_CHECKLIST (self));
  g_return_if_fail (id != NULL && title != NULL);

  row = adw_action_row_new ();
  subtitle = dup_subtitle (sentence, article);
  name = g_strdup_printf (done ? _ ("Done: %s") : _ ("Not done: %s"), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark_new (done));
  gram_pressable_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), ID, g_strdup (id), g_free);
  if (!done && fix != NULL)
    add_fix (self, row, fix);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->lines, row);
  if (!done)
    self->n_open++;
}

void
gram_checklist_clear (GramChecklist *self)
{
  g_return_if_fail (GRAM_IS_CHECKLIST (self));

  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->lines->pdata[i]);
  g_ptr_array_set_size (self->lines, 0);
  self->n_open = 0;
}

guint
gram_checklist_count (GramChecklist *self, guint *n_open)
{
  g_return_val_if_fail (GRAM_IS_CHECKLIST (self), 0);

  if (n_open != NULL)
    *n_open = self->n_open;

  return self->lines->len;
}
