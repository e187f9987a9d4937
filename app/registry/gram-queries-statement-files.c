/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-statement.h"

#include "gram-posting-sentences.h"
#include "gram-queries-private.h"

#include "gram-account-statement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Lines between two reports of progress. */
#define REPORT 2000

G_STATIC_ASSERT (GRAM_STATEMENT_PDF_LINES == GRAM_ACCOUNT_STATEMENT_PDF_LINES);

/* A statement on its way into a file. */
typedef struct
{
  GramRegistry *registry;
  GramStatementFormat format;
  GOutputStream *stream;
  GramProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;

  /* What the file borrows until it is finished. */
  GramStatementPaper paper;
  char *holder;
  char *number;
  char *hash;
  GPtrArray *opening;
  GPtrArray *closing;

  GramAccountStatementCsv *csv;
  GramAccountStatementPdf *pdf;
  gint64 written;
  gboolean too_long;
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->csv, gram_account_statement_csv_free);
  g_clear_pointer (&self->pdf, gram_account_statement_pdf_free);
  g_clear_pointer (&self->opening, g_ptr_array_unref);
  g_clear_pointer (&self->closing, g_ptr_array_unref);
  g_free (self->holder);
  g_free (self->number);
  g_free (self->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static GPtrArray *
paper_balances (const GPtrArray *balances)
{
  GPtrArray *list
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_statement_paper_balance_free);

  for (guint i = 0; i < balances->len; i++)
    {
      const GramBalance *balance = balances->pdata[i];
      g_autofree char *title = gram_posting_unit_title (balance->role, balance->unit);

      g_ptr_array_add (list, gram_statement_paper_balance_new (title, balance->unit, balance->role,
                                                               balance->text));
    }
  return list;
}

/* A day that was checked before; none stands for an open end. */
static GramDate
day_of (const char *iso)
{
  GramDate day = GRAM_DATE_NONE;

  if (iso != NULL && !gram_date_parse (iso, GRAM_DATE_ISO, &day, NULL))
    g_assert_not_reached ();
  return day;
}

static void
fill_paper (Writing *self, const GramAccountStatement *head)
{
  GramRegistryKind kind = gram_registry_get_kind (self->registry);
  const char *title = gram_registry_get_title (self->registry);

  self->holder = g_strdup (head->holder);
  self->number = g_strdup (head->number);
  self->hash = g_strdup (head->hash);
  self->opening = paper_balances (head->opening);
  self->closing = paper_balances (head->closing);
  self->paper = (GramStatementPaper){
    .registry = title,
    .administrator = title,
    .practice = kind == GRAM_REGISTRY_PRACTICE,
    .recorded = kind == GRAM_REGISTRY_OWN,
    .holder = self->holder,
    .number = self->number,
    .kind = gram_account_kind_title (head->kind),
    .from = day_of (head->from),
    .to = day_of (head->to),
    .made_on = day_of (head->made_on),
    .opening = self->opening,
    .closing = self->closing,
    .lines = head->n_lines,
    .entries = head->entries,
    .hash = self->hash,
  };
}

static gboolean
begin_cb (const GramAccountStatement *head, gpointer data, GError **error)
{
  Writing *self = data;

  fill_paper (self, head);
  if (self->format == GRAM_STATEMENT_CSV)
    {
      self->csv = gram_account_statement_csv_new (self->stream, &self->paper);
      return TRUE;
    }
  self->too_long = head->n_lines > GRAM_STATEMENT_PDF_LINES;
  if (self->too_long)
    {
      /* Not told to anybody: it becomes a refusal. */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "too long");
      return FALSE;
    }
  self->pdf = gram_account_statement_pdf_new (&self->paper);
  return TRUE;
}

static gboolean
line_cb (const GramStatementLine *line, gpointer data, GError **error)
{
  Writing *self = data;
  const GramStatementPaperLine paper = {
    .day = day_of (line->day),
    .at = line->at,
    .posting = line->posting,
    .entry = line->entry,
    .reverses = line->reverses,
    .case_id = line->case_id,
    .sentence = line->sentence,
    .reference = line->reference,
    .meaning = line->meaning,
    .role = line->role,
    .unit = line->unit,
    .unit_title = line->unit_title,
    .amount = line->amount_text,
    .balance = line->balance_text,
  };

  self->written++;
  if (self->progress != NULL && self->written % REPORT == 0)
    self->progress (self->written, self->paper.lines, self->written, self->progress_data);
  if (self->csv != NULL)
    return gram_account_statement_csv_add (self->csv, &paper, self->cancellable, error);
  gram_account_statement_pdf_add (self->pdf, &paper);
  return TRUE;
}

static gboolean
finish (Writing *self, GError **error)
{
  g_autoptr (GBytes) file = NULL;

  if (self->csv != NULL)
    return gram_account_statement_csv_finish (self->csv, self->cancellable, error);
  /* How long the drawing takes is not known. */
  if (self->progress != NULL)
    self->progress (self->written, 0, self->written, self->progress_data);
  file = gram_account_statement_pdf_finish (self->pdf, self->cancellable, error);
  return file != NULL
         && g_output_stream_write_all (self->stream, g_bytes_get_data (file, NULL),
                                       g_bytes_get_size (file), NULL, self->cancellable, error);
}

GramOutcome
gram_registry_save_statement (GramRegistry *self,
                              GramActor *actor,
                              gint64 account_id,
                              const char *from,
                              const char *to,
                              GramStatementFormat format,
                              GOutputStream *stream,
                              GramProgressFunc progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GramRefusal **refusal,
                              GError **error)
{
  static const GramStatementReader reader = { begin_cb, line_cb };
  g_auto (Writing) writing = { 0 };
  g_autoptr (GError) failed = NULL;
  GramOutcome outcome;

  g_return_val_if_fail (self != NULL && actor != NULL, GRAM_OUTCOME_FAILED);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), GRAM_OUTCOME_FAILED);

  writing = (Writing){ .registry = self,
                       .format = format,
                       .stream = stream,
                       .progress = progress,
                       .progress_data = progress_data,
                       .cancellable = cancellable };
  outcome = gram_registry_read_statement (self, actor, account_id, from, to, &reader, &writing,
                                          cancellable, refusal, &failed);
  if (writing.too_long)
    {
      gram_refuse (refusal, "statement.too-long", NULL,
                   _ ("The period has %" PRId64
                      " entries, too many for a PDF; choose a shorter period, or CSV"),
                   writing.paper.lines);
      return GRAM_OUTCOME_REFUSED;
    }
  if (outcome == GRAM_OUTCOME_DONE && !finish (&writing, &failed))
    outcome = GRAM_OUTCOME_FAILED;
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return outcome;
}
