/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-import-pass.h"

#include "gram-import-table.h"
#include "gram-exclusions.h"
#include "gram-import-work.h"
#include "gram-total-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Between two looks at the clock and at the cancellable. */
#define ROWS_PER_LOOK 256
#define PROGRESS_INTERVAL_US (100 * 1000)

void
gram_import_report_free (GramImportReport *self)
{
  if (self == NULL)
    return;
  g_free (self->sha256);
  g_clear_pointer (&self->rejects, gram_reject_spool_unref);
  g_free (self);
}

static gboolean
registry_is_empty (GramStore *store, gboolean *empty, GError **error)
{
  g_autoptr (GPtrArray) accounts = gram_account_table_list (store, 0, error);

  *empty = TRUE;
  for (guint i = 0; accounts != NULL && i < accounts->len && *empty; i++)
    {
      const GramAccountRecord *account = accounts->pdata[i];
      GramTotalSums sums;

      if (!gram_total_table_sums (store, account->id, &sums, error))
        return FALSE;
      *empty = gram_total_sums_select (&sums, 0, 0).records == 0;
    }
  return accounts != NULL;
}

static gboolean
work_init (GramImportWork *work,
           const GramImportPass *pass,
           const char *const *columns,
           GramRefusal **refusal,
           GError **error)
{
  g_autofree char *today = gram_registry_dup_today (pass->registry, pass->account->kind);
  g_auto (GStrv) exclusions = NULL;
  g_autoptr (GError) problem = NULL;

  *work = (GramImportWork){
    .pass = pass,
    .report = g_new0 (GramImportReport, 1),
    .row = gram_vehicle_record_new (),
    .problems = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_row_problem_free),
    .named = g_byte_array_new (),
    .taken = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .now = _gram_registry_now (pass->registry),
    .applies = pass->call != NULL,
    .scope = gram_import_merge_scope (pass->options->mapping, columns),
  };
  work->rows = gram_row_context_new (pass->options->mapping, columns, pass->account->kind, today,
                                     &problem);
  if (work->rows == NULL)
    return gram_refuse (refusal, "import.mapping", NULL, "%s", problem->message);
  exclusions = gram_exclusions_words (pass->registry, pass->account->kind, error);
  if (exclusions == NULL)
    return FALSE;
  gram_row_context_set_exclusions (work->rows, (const char *const *)exclusions);
  work->has_status = gram_row_context_has_status (work->rows);
  if (!work->applies)
    {
      work->report->rejects = gram_reject_spool_new (error);
      if (work->report->rejects == NULL)
        return FALSE;
    }
  return registry_is_empty (gram_registry_get_store (pass->registry), &work->begins_empty, error)
         && gram_auto_judge_init (&work->judge, pass->registry, pass->account,
                                  pass->account->auto_accept, error);
}

static void
work_clear (GramImportWork *work)
{
  g_clear_pointer (&work->report, gram_import_report_free);
  g_clear_pointer (&work->rows, gram_row_context_free);
  g_clear_pointer (&work->row, gram_vehicle_record_free);
  g_clear_pointer (&work->problems, g_ptr_array_unref);
  g_clear_pointer (&work->named, g_byte_array_unref);
  g_clear_pointer (&work->taken, g_array_unref);
  g_clear_pointer (&work->first_problem, g_free);
  g_clear_pointer (&work->difference_due, g_free);
  gram_auto_judge_clear (&work->judge);
}

static void
fill_import (GramImportRecord *record, const GramImportWork *work)
{
  const GramImportReport *report = work->report;

  record->id = work->import_id;
  record->account_id = work->pass->account->id;
  record->journal_id = work->pass->call->journal_id;
  g_set_str (&record->file_name, work->pass->options->base_name);
  g_set_str (&record->sha256, report->sha256 != NULL ? report->sha256 : "");
  g_set_str (&record->format, gram_mapping_get_name (work->pass->options->mapping));
  record->rows_read = report->rows_read;
  record->rows_new = report->rows_new;
  record->rows_changed = report->rows_changed;
  record->rows_unchanged = report->rows_unchanged;
  record->rows_differing = report->rows_differing;
  record->rows_rejected = report->rows_rejected;
}

/* The row of the import stands before the first that names it. */
static gboolean
begin_import (GramImportWork *work, GError **error)
{
  g_autoptr (GramImportRecord) record = gram_import_record_new ();
  GramUnit *unit = work->pass->call->unit;

  if (!gram_import_table_next_id (unit, &work->import_id, error))
    return FALSE;
  fill_import (record, work);
  return gram_import_table_insert (unit, record, error);
}

static gboolean
finish_import (GramImportWork *work, GError **error)
{
  g_autoptr (GramImportRecord) record = gram_import_record_new ();

  if (!_gram_import_accept_taken (work, error))
    return FALSE;
  gram_accepted_answer (&work->accepted, work->pass->call);
  fill_import (record, work);
  return gram_import_table_finish (work->pass->call->unit, record, error);
}

static gboolean
look_around (const GramImportWork *work, GramTableReader *reader, gint64 *last_look, GError **error)
{
  const GramImportPass *pass = work->pass;
  gint64 now = g_get_monotonic_time ();

  if (g_cancellable_set_error_if_cancelled (pass->cancellable, error))
    return FALSE;
  if (pass->progress == NULL || now - *last_look < PROGRESS_INTERVAL_US)
    return TRUE;
  *last_look = now;
  pass->progress (gram_table_reader_get_bytes_read (reader),
                  gram_table_reader_get_bytes_total (reader), work->report->rows_read,
                  pass->progress_data);
  return TRUE;
}

static gboolean
take_row (GramImportWork *work, const GramTableRow *row, GError **error)
{
  switch (gram_row_to_vehicle (work->rows, row, work->row, work->problems))
    {
    case GRAM_ROW_PASSED_OVER:
      return TRUE;
    case GRAM_ROW_REJECTED:
      work->report->rows_read++;
      /* The import will be refused: from here on it only counts. */
      if (!work->pass->skip_rejected)
        work->applies = FALSE;
      return _gram_import_reject (work, error);
    case GRAM_ROW_TAKEN:
    default:
      work->report->rows_read++;
      return _gram_import_row (work, row, error);
    }
}

static gboolean
read_rows (GramImportWork *work, GramTableReader *reader, GramRefusal **refusal, GError **error)
{
  gint64 last_look = g_get_monotonic_time ();
  const GramTableRow *row;

  for (guint n = 0;; n++)
    {
      g_autoptr (GError) problem = NULL;
      GramTableStep step = gram_table_reader_next (reader, &row, &problem);

      if (step == GRAM_TABLE_ERROR)
        return gram_import_refuse_file (work->pass->options, "import.file", problem, refusal);
      if (n % ROWS_PER_LOOK == 0 && !look_around (work, reader, &last_look, error))
        return FALSE;
      if (step == GRAM_TABLE_DONE)
        break;
      if (!take_row (work, row, error))
        return FALSE;
    }
  work->report->sha256 = g_strdup (gram_table_reader_get_sha256 (reader));
  return TRUE;
}

static gboolean
check_outcome (const GramImportWork *work, GramRefusal **refusal)
{
  const GramImportPass *pass = work->pass;
  const GramImportReport *report = work->report;

  if (pass->options->sha256 != NULL && g_strcmp0 (pass->options->sha256, report->sha256) != 0)
    return gram_refuse (refusal, "import.file-changed", NULL,
                        _ ("“%s” is not the file that the dry run read; run it again"),
                        pass->options->base_name);
  if (pass->call == NULL)
    return TRUE;
  if (report->rows_rejected > 0 && !pass->skip_rejected)
    /* Translators: two numbers of rows, then the first of them and what is wrong with it */
    return gram_refuse (refusal, "import.rows-rejected", NULL,
                        _ ("Rejected rows: %" PRId64 " of %" PRId64
                           "; the first is %s. Correct the "
                           "file, or choose to bring in the others"),
                        report->rows_rejected, report->rows_read, work->first_problem);
  return TRUE;
}

static gboolean
run (GramImportWork *work, GramTableReader *reader, GramRefusal **refusal, GError **error)
{
  if (work->applies && !begin_import (work, error))
    return FALSE;
  if (!read_rows (work, reader, refusal, error) || !check_outcome (work, refusal))
    return FALSE;
  if (work->pass->call != NULL)
    return finish_import (work, error);
  return gram_reject_spool_seal (work->report->rejects, error);
}

GramImportReport *
gram_import_pass_run (const GramImportPass *self,
                      gint64 *import_id,
                      GramRefusal **refusal,
                      GError **error)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GramTableReader) reader = NULL;
  g_autoptr (GError) problem = NULL;
  GramImportReport *report = NULL;
  GramImportWork work;

  reader = gram_table_reader_open (self->options->path, &self->options->layout, &problem);
  if (reader == NULL)
    {
      gram_import_refuse_file (self->options, "file.unreadable", problem, refusal);
      return NULL;
    }
  if (work_init (&work, self, gram_table_reader_get_columns (reader), refusal, error)
      && run (&work, reader, refusal, error))
    {
      report = g_steal_pointer (&work.report);
      report->seconds_us = g_get_monotonic_time () - began;
      *import_id = work.import_id;
    }
  work_clear (&work);
  return report;
}
