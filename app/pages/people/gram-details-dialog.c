/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-details-dialog.h"

#include "gram-person-texts.h"
#include "gram-pressable.h"

struct _GramDetailsDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  GtkLabel *heading_label;
  GtkLabel *description_label;
  AdwPreferencesGroup *lines_group;
  AdwPreferencesGroup *actions_group;
};

G_DEFINE_FINAL_TYPE (GramDetailsDialog, gram_details_dialog, ADW_TYPE_DIALOG)

/* What an action calls; goes with its row. */
typedef struct
{
  GramDetailsDialog *dialog;
  void (*callback) (GramDetailsDialog *dialog, gpointer user_data);
  gpointer user_data;
} Action;

static void
activated_cb (const Action *action)
{
  action->callback (action->dialog, action->user_data);
}

static void
gram_details_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GRAM_TYPE_DETAILS_DIALOG);

  G_OBJECT_CLASS (gram_details_dialog_parent_class)->dispose (object);
}

static void
gram_details_dialog_class_init (GramDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_details_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramDetailsDialog, heading_label);
  gtk_widget_class_bind_template_child (widget_class, GramDetailsDialog, description_label);
  gtk_widget_class_bind_template_child (widget_class, GramDetailsDialog, lines_group);
  gtk_widget_class_bind_template_child (widget_class, GramDetailsDialog, actions_group);
}

static void
gram_details_dialog_init (GramDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_details_dialog_new (const char *title, const char *heading, const char *description)
{
  GramDetailsDialog *self;

  g_return_val_if_fail (title != NULL && heading != NULL, NULL);

  self = g_object_new (GRAM_TYPE_DETAILS_DIALOG, "title", title, NULL);
  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->description_label, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), description != NULL);

  return ADW_DIALOG (self);
}

void
gram_details_dialog_add_line (GramDetailsDialog *self, const char *title, const char *value)
{
  GtkWidget *row;

  g_return_if_fail (GRAM_IS_DETAILS_DIALOG (self));
  g_return_if_fail (title != NULL && value != NULL);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 8);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->lines_group, row);
}

void
gram_details_dialog_add_action (GramDetailsDialog *self,
                                const GramDetailsAction *action,
                                GCallback callback,
                                gpointer user_data)
{
  GtkWidget *row;
  Action *what;

  g_return_if_fail (GRAM_IS_DETAILS_DIALOG (self));
  g_return_if_fail (action != NULL && action->title != NULL && callback != NULL);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), action->title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gram_person_row_forbid (ADW_ACTION_ROW (row), action->subtitle, action->reason);
  if (action->destructive)
    gtk_widget_add_css_class (row, "error");
  gram_pressable_install (row);

  what = g_new0 (Action, 1);
  what->dialog = self;
  what->callback = (void (*) (GramDetailsDialog *, gpointer))callback;
  what->user_data = user_data;
  g_signal_connect_data (row, "activated", G_CALLBACK (activated_cb), what,
                         (GClosureNotify)(void (*) (void))g_free, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->actions_group, row);
}
