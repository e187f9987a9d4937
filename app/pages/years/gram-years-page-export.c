/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-years-page.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-questions-years.h"
#include "gram-session-export.h"
#include "gram-years-page-private.h"

#include <glib/gi18n-lib.h>

/* The files of a year. */
static const struct
{
  const char *action;
  const char *title;
  /* In the name that is proposed. */
  const char *stem;
  void (*write) (GramYearsPage *self, GFile *file);
} files[] = {
  { "years.export-csv", N_ ("Export the Table"), "participants", gram_years_page_export_csv },
  { "years.export-vehicles", N_ ("Export the Vehicles"), "vehicles",
    gram_years_page_export_vehicles },
};

static GramSession *
session_of (GramYearsPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

/* Where a table goes. */
typedef struct
{
  GramYearsPage *page;
  GFile *file;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->page);
  g_object_unref (self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramYearsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Table exported"));
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Export the Table"), NULL, error);
}

static void
csv_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = gram_session_publication_csv_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (bytes != NULL)
    g_file_replace_contents_bytes_async (export->file, bytes, NULL, FALSE,
                                         G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                         g_object_ref (export->page));
  else
    gram_failure_present (GTK_WIDGET (export->page), _ ("Could Not Export the Table"), refusal,
                          error);
}

void
gram_years_page_export_csv (GramYearsPage *self, GFile *file)
{
  Export *export;

  g_return_if_fail (GRAM_IS_YEARS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  export = g_new0 (Export, 1);
  export->page = g_object_ref (self);
  export->file = g_object_ref (file);
  gram_session_publication_csv_async (session_of (self), self->year, NULL, csv_cb, export);
}

/* How much it was; and whether it still is what the year was measured by. */
static char *
dup_written (const GramPublishedVehicles *published)
{
  g_autofree char *count = gram_format_count (published->records);
  g_autofree char *rows
      = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong)published->records), count);
  g_autofree char *number = gram_format_count (published->changed);
  g_autofree char *changed = g_strdup_printf (
      ngettext ("The cars of %s participant have changed since the year was measured",
                "The cars of %s participants have changed since the year was measured",
                (gulong)published->changed),
      number);

  return published->changed > 0 ? g_strjoin (" · ", rows, changed, NULL) : g_steal_pointer (&rows);
}

static void
vehicles_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramYearsPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GramPublishedVehicles published;
  g_autoptr (GFile) file = gram_session_export_vehicles_finish (GRAM_SESSION (object), result,
                                                                &published, &refusal, &error);

  /* The page is gone. */
  if (self->exporting == NULL)
    return;

  g_clear_object (&self->exporting);
  _gram_years_page_exports_update (self);
  if (gram_failure_is_cancelled (error))
    {
      gram_task_bar_hide (self->task_bar);
      return;
    }
  if (file != NULL)
    text = dup_written (&published);
  else
    text = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  gram_task_bar_finish (self->task_bar, file != NULL,
                        file != NULL ? _ ("Vehicles exported")
                                     : _ ("Could Not Export the Vehicles"),
                        text);
}

static void
progress_cb (GramSession *session, gint64 done, gint64 total, gint64 rows, gpointer user_data)
{
  GramYearsPage *self = user_data;
  g_autofree char *count = gram_format_count (rows);
  g_autofree char *text = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong)rows), count);

  if (self->exporting != NULL)
    gram_task_bar_set_progress (self->task_bar, done, total, text);
}

void
gram_years_page_export_vehicles (GramYearsPage *self, GFile *file)
{
  g_return_if_fail (GRAM_IS_YEARS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->exporting != NULL)
    return;

  self->exporting = g_cancellable_new ();
  _gram_years_page_exports_update (self);
  gram_task_bar_work (self->task_bar, _ ("Exporting the vehicles"));
  /* The answer comes last, with the reference that the progress needs, too. */
  gram_session_export_vehicles_async (session_of (self), self->year, file, progress_cb, self,
                                      self->exporting, vehicles_cb, g_object_ref (self));
}

static void
export_cancelled_cb (GramYearsPage *self)
{
  g_assert (GRAM_IS_YEARS_PAGE (self));

  g_cancellable_cancel (self->exporting);
}

/* A file that is to be chosen, and for what. */
typedef struct
{
  GramYearsPage *page;
  void (*write) (GramYearsPage *self, GFile *file);
} Choice;

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr (GramYearsPage) self = choice->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (file != NULL)
    choice->write (self, file);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Choose a File"), NULL, error);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramYearsPage *self = GRAM_YEARS_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  Choice *choice = g_new0 (Choice, 1);

  choice->page = g_object_ref (self);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_str_equal (files[i].action, action_name))
      {
        choice->write = files[i].write;
        name = g_strdup_printf ("ccts-%d-%s.csv", self->year, files[i].stem);
        gtk_file_dialog_set_title (dialog, _ (files[i].title));
      }
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, choice);
}

void
_gram_years_page_class_exports_init (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    gtk_widget_class_install_action (widget_class, files[i].action, NULL, export_action);
  gtk_widget_class_bind_template_callback (widget_class, export_cancelled_cb);
}

void
_gram_years_page_exports_update (GramYearsPage *self)
{
  gboolean measured = self->detail != NULL && self->detail->row->measured_at != 0;

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), files[i].action,
                                   measured
                                       && (files[i].write != gram_years_page_export_vehicles
                                           || self->exporting == NULL));
}
