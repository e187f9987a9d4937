/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-dry-run-page.h"

#include "gram-formats.h"
#include "gram-import-count.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

struct _GramImportDryRunPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GramImportProgress *progress;
  GramImportCount *new_count;
  GramImportCount *changed_count;
  GramImportCount *unchanged_count;
  GramImportCount *differing_count;
  GramImportCount *rejected_count;
  GramImportCount *auto_count;
  AdwPreferencesGroup *notes_group;
  AdwActionRow *rejected_row;
  AdwActionRow *differing_row;
  AdwActionRow *auto_row;
  GtkWidget *bottom_bar;
  GtkLabel *left_out_label;
  GtkButton *apply_button;
  AdwStatusPage *nothing_status;
  GtkWidget *nothing_rejects_button;
  AdwStatusPage *failed_status;
};

G_DEFINE_FINAL_TYPE (GramImportDryRunPage, gram_import_dry_run_page, ADW_TYPE_NAVIGATION_PAGE)

gboolean
gram_import_report_is_empty (const GramImportReport *report)
{
  g_return_val_if_fail (report != NULL, TRUE);

  return report->rows_new == 0 && report->rows_changed == 0 && report->rows_differing == 0;
}

/* What the button does, in so many words. */
static char *
dup_act (const GramImportReport *report)
{
  gint64 n_vehicles = report->rows_new + report->rows_changed;
  g_autofree char *count = gram_format_count (n_vehicles);
  g_autofree char *differing = gram_format_count (report->rows_differing);

  if (report->rows_new > 0)
    /* Translators: the label of a button; %s is a number */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Bring In %s Vehicle",
                                         "_Bring In %s Vehicles", (gulong)n_vehicles),
                            count);
  if (n_vehicles > 0)
    /* Translators: the label of a button; %s is a number */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Update %s Vehicle",
                                         "_Update %s Vehicles", (gulong)n_vehicles),
                            count);

  /* Translators: the label of a button; %s is a number */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Keep %s Difference on Record",
                                       "_Keep %s Differences on Record",
                                       (gulong)report->rows_differing),
                          differing);
}

static char *
dup_left_out (const GramImportReport *report)
{
  g_autofree char *count = gram_format_count (report->rows_rejected);

  if (report->rows_rejected == 0)
    return NULL;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s rejected row is left out",
                                       "%s rejected rows are left out",
                                       (gulong)report->rows_rejected),
                          count);
}

static void
show_counts (GramImportDryRunPage *self, const GramImportReport *report)
{
  gram_import_count_set_count (self->new_count, report->rows_new);
  gram_import_count_set_count (self->changed_count, report->rows_changed);
  gram_import_count_set_count (self->unchanged_count, report->rows_unchanged);
  gram_import_count_set_count (self->differing_count, report->rows_differing);
  gram_import_count_set_count (self->rejected_count, report->rows_rejected);
  gram_import_count_set_count (self->auto_count, report->auto_accepted);

  gtk_widget_set_visible (GTK_WIDGET (self->rejected_row), report->rows_rejected > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->differing_row), report->rows_differing > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->auto_row), report->auto_accepted > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), report->rows_rejected > 0
                                                              || report->rows_differing > 0
                                                              || report->auto_accepted > 0);
}

static void
show_nothing (GramImportDryRunPage *self, const GramImportReport *report)
{
  g_autofree char *unchanged = gram_format_count (report->rows_unchanged);
  g_autofree char *rejected = gram_format_count (report->rows_rejected);
  g_autofree char *text = NULL;

  if (report->rows_read == 0)
    text = g_strdup (_ ("The file has no rows to bring in. If only some rows were chosen, check "
                        "the column and its value."));
  else if (report->rows_rejected == 0)
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%s row was read; the account has it already, with the same data.",
                     "%s rows were read; the account has them all already, with the same data.",
                     (gulong)report->rows_unchanged),
        unchanged);
  else if (report->rows_unchanged == 0)
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%s row was read and rejected. See what is wrong, correct the file or how it "
                     "is read, and try again.",
                     "All %s rows are rejected. See what is wrong, correct the file or how it is "
                     "read, and try again.",
                     (gulong)report->rows_rejected),
        rejected);
  else
    /* Translators: both %s are numbers of rows */
    text = g_strdup_printf (_ ("Rows that the account has already, with the same data: %s. "
                               "Rejected rows: %s."),
                            unchanged, rejected);

  adw_status_page_set_icon_name (self->nothing_status, report->rows_rejected > 0
                                                           ? "dialog-warning-symbolic"
                                                           : "object-select-symbolic");
  adw_status_page_set_description (self->nothing_status, text);
  gtk_widget_set_visible (self->nothing_rejects_button, report->rows_rejected > 0);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_view_cb (GramImportDryRunPage *self)
{
  gtk_widget_set_visible (self->bottom_bar,
                          g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "report")
                              == 0);
}

static void
gram_import_dry_run_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GRAM_TYPE_IMPORT_DRY_RUN_PAGE);

  G_OBJECT_CLASS (gram_import_dry_run_page_parent_class)->dispose (object);
}

static void
gram_import_dry_run_page_class_init (GramImportDryRunPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_import_dry_run_page_dispose;

  g_type_ensure (GRAM_TYPE_IMPORT_COUNT);
  g_type_ensure (GRAM_TYPE_IMPORT_PROGRESS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/import/gram-import-dry-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, progress);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, new_count);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, changed_count);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, unchanged_count);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, differing_count);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, rejected_count);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, auto_count);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, notes_group);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, rejected_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, differing_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, auto_row);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, left_out_label);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, apply_button);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, nothing_status);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, nothing_rejects_button);
  gtk_widget_class_bind_template_child (widget_class, GramImportDryRunPage, failed_status);
  gtk_widget_class_bind_template_callback (widget_class, show_view_cb);
}

static void
gram_import_dry_run_page_init (GramImportDryRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gram_pressable_install_all (GTK_WIDGET (self));
  show_view_cb (self);
}

GramImportProgress *
gram_import_dry_run_page_start (GramImportDryRunPage *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_DRY_RUN_PAGE (self), NULL);

  gram_import_progress_start (self->progress, _ ("Reading the File…"),
                              _ ("A dry run: nothing is changed"));
  gtk_stack_set_visible_child_name (self->stack, "progress");

  return self->progress;
}

void
gram_import_dry_run_page_show_report (GramImportDryRunPage *self, const GramImportReport *report)
{
  g_autofree char *act = NULL;
  g_autofree char *left_out = NULL;

  g_return_if_fail (GRAM_IS_IMPORT_DRY_RUN_PAGE (self));
  g_return_if_fail (report != NULL);

  if (gram_import_report_is_empty (report))
    {
      show_nothing (self, report);
      return;
    }

  act = dup_act (report);
  left_out = dup_left_out (report);
  show_counts (self, report);
  gtk_button_set_label (self->apply_button, act);
  gtk_label_set_text (self->left_out_label, left_out != NULL ? left_out : "");
  gtk_widget_set_visible (GTK_WIDGET (self->left_out_label), left_out != NULL);
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_widget_grab_focus (GTK_WIDGET (self->apply_button));
}

void
gram_import_dry_run_page_show_failure (GramImportDryRunPage *self,
                                       const char *heading,
                                       const char *sentence)
{
  g_return_if_fail (GRAM_IS_IMPORT_DRY_RUN_PAGE (self));

  adw_status_page_set_title (self->failed_status, heading);
  adw_status_page_set_description (self->failed_status, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

const char *
gram_import_dry_run_page_get_view (GramImportDryRunPage *self)
{
  g_return_val_if_fail (GRAM_IS_IMPORT_DRY_RUN_PAGE (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
