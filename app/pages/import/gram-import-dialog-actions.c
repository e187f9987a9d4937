/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-dialog-private.h"

#include <glib/gi18n-lib.h>

static void
choose_file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_import_dialog_choose_file (GRAM_IMPORT_DIALOG (widget));
}

static void
save_template_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_import_dialog_save_template (GRAM_IMPORT_DIALOG (widget));
}

static void
save_rejects_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_import_dialog_save_rejects (GRAM_IMPORT_DIALOG (widget));
}

static void
change_mapping_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_import_dialog_show_step (GRAM_IMPORT_DIALOG (widget), "mapping");
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramImportDialog *self = GRAM_IMPORT_DIALOG (widget);

  if (g_strcmp0 (gram_import_dialog_get_step (self), "settings") == 0
      && gram_import_settings_page_needs_mapping (self->settings_page))
    _gram_import_dialog_show_step (self, "mapping");
  else
    _gram_import_dialog_dry_run (self);
}

static void
retry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_import_dialog_dry_run (GRAM_IMPORT_DIALOG (widget));
}

static void
show_rejects_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_import_dialog_show_step (GRAM_IMPORT_DIALOG (widget), "rejects");
}

static void
apply_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_import_dialog_apply (GRAM_IMPORT_DIALOG (widget));
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _gram_import_dialog_stop (GRAM_IMPORT_DIALOG (widget));
}

static void
again_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramImportDialog *self = GRAM_IMPORT_DIALOG (widget);

  adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]){ "file" }, 1);
}

static void
show_vehicles_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  adw_dialog_close (ADW_DIALOG (widget));
  gtk_widget_activate_action (root, "win.go-vehicles", NULL);
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

void
_gram_import_dialog_class_actions_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "import.choose-file", choose_file_action },
    { "import.save-template", save_template_action },
    { "import.change-mapping", change_mapping_action },
    { "import.next", next_action },
    { "import.retry", retry_action },
    { "import.show-rejects", show_rejects_action },
    { "import.save-rejects", save_rejects_action },
    { "import.apply", apply_action },
    { "import.cancel", cancel_action },
    { "import.again", again_action },
    { "import.show-vehicles", show_vehicles_action },
    { "import.close", close_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

/* Why the step that is shown cannot be left forward yet. */
static const char *
problem_of_step (GramImportDialog *self, const char *step)
{
  if (g_strcmp0 (step, "settings") == 0)
    return gram_import_settings_page_get_problem (self->settings_page);

  return gram_import_mapping_page_get_problem (self->mapping_page);
}

void
_gram_import_dialog_update (GramImportDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *step = gram_import_dialog_get_step (self);
  gboolean idle = self->working == GRAM_IMPORT_IDLE;
  gboolean asks = g_strcmp0 (step, "settings") == 0 || g_strcmp0 (step, "mapping") == 0;
  gboolean rejected = self->report != NULL && self->report->rows_rejected > 0;

  gtk_widget_action_set_enabled (widget, "import.choose-file", idle);
  gtk_widget_action_set_enabled (widget, "import.next",
                                 idle && asks && problem_of_step (self, step) == NULL);
  gtk_widget_action_set_enabled (widget, "import.change-mapping",
                                 idle && g_strcmp0 (step, "settings") == 0);
  gtk_widget_action_set_enabled (widget, "import.retry", idle && g_strcmp0 (step, "dry-run") == 0);
  gtk_widget_action_set_enabled (widget, "import.show-rejects",
                                 idle && rejected && g_strcmp0 (step, "rejects") != 0);
  gtk_widget_action_set_enabled (widget, "import.save-rejects", rejected);
  gtk_widget_action_set_enabled (widget, "import.apply",
                                 idle && self->report != NULL && g_strcmp0 (step, "dry-run") == 0
                                     && !gram_import_report_is_empty (self->report));
  gtk_widget_action_set_enabled (widget, "import.cancel",
                                 (self->working == GRAM_IMPORT_DRY_RUNNING
                                  || self->working == GRAM_IMPORT_APPLYING)
                                     && !g_cancellable_is_cancelled (self->cancellable));
  gtk_widget_action_set_enabled (widget, "import.again", g_strcmp0 (step, "done") == 0);
  gtk_widget_action_set_enabled (widget, "import.show-vehicles", g_strcmp0 (step, "done") == 0);
  gtk_widget_set_visible (self->looking_spinner, self->working == GRAM_IMPORT_LOOKING);
  adw_dialog_set_can_close (ADW_DIALOG (self), self->working != GRAM_IMPORT_APPLYING);
}
