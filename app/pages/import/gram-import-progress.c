/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-progress.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

#define SOON_US (G_USEC_PER_SEC / 5)

struct _GramImportProgress
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwStatusPage *status;
  GtkProgressBar *bar;
  GtkLabel *rows_label;

  gint64 began;
};

G_DEFINE_FINAL_TYPE (GramImportProgress, gram_import_progress, ADW_TYPE_BIN)

static void
gram_import_progress_class_init (GramImportProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/import/gram-import-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, GramImportProgress, status);
  gtk_widget_class_bind_template_child (widget_class, GramImportProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, GramImportProgress, rows_label);
}

static void
gram_import_progress_init (GramImportProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gram_import_progress_start (GramImportProgress *self, const char *title, const char *note)
{
  g_return_if_fail (GRAM_IS_IMPORT_PROGRESS (self));

  self->began = g_get_monotonic_time ();
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, note);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_label_set_text (self->rows_label, "");
}

gint64
gram_import_rows_per_second (gint64 rows, gint64 elapsed_us)
{
  gint64 rate;

  if (elapsed_us < SOON_US || __builtin_mul_overflow (rows, (gint64)G_USEC_PER_SEC, &rate))
    return 0;

  return rate / elapsed_us;
}

void
gram_import_progress_update (GramImportProgress *self, gint64 done, gint64 total, gint64 rows)
{
  gint64 rate;
  g_autofree char *count = gram_format_count (rows);
  g_autofree char *speed = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GRAM_IS_IMPORT_PROGRESS (self));

  rate = gram_import_rows_per_second (rows, g_get_monotonic_time () - self->began);
  speed = gram_format_count (rate);
  if (total > 0 && done >= total)
    /* Translators: %s is a number; the whole file was read, what remains is writing it down */
    text = g_strdup_printf (_ ("%s rows · finishing…"), count);
  else if (rate > 0)
    /* Translators: the first %s is a number of rows so far, the second how many in a second */
    text = g_strdup_printf (_ ("%s rows · %s rows per second"), count, speed);
  else
    /* Translators: %s is a number of rows so far */
    text = g_strdup_printf (_ ("%s rows"), count);

  gtk_label_set_text (self->rows_label, text);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, (double)MIN (done, total) / (double)total);
  else
    gtk_progress_bar_pulse (self->bar);
}

void
gram_import_progress_stopping (GramImportProgress *self)
{
  g_return_if_fail (GRAM_IS_IMPORT_PROGRESS (self));

  gtk_label_set_text (self->rows_label, _ ("Stopping…"));
}
