/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-arguments.h"
#include "gram-check.h"
#include "gram-handlers.h"
#include "gram-identifier.h"
#include "gram-import-pass.h"
#include "gram-notices.h"

#include <glib/gi18n-lib.h>

/* Brings a file in, whole or not at all. */
gboolean
gram_imports_import (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_auto (GramImportOptions) options = { 0 };
  g_autoptr (GramImportReport) report = NULL;
  GramImportPass pass = {
    .registry = call->registry,
    .account = call->account,
    .options = &options,
    .call = call,
    .skip_rejected = gram_call_get_boolean (call, "skip-rejected"),
    .progress = call->progress,
    .progress_data = call->progress_data,
    .cancellable = call->cancellable,
  };
  gint64 import_id;

  if (!gram_import_options_read (&options, call->arguments, refusal))
    return FALSE;
  report = gram_import_pass_run (&pass, &import_id, refusal, error);
  if (report == NULL)
    return FALSE;

  gram_call_note (call, "file-sha256", report->sha256);
  gram_call_answer_int64 (call, "import", import_id);
  gram_call_answer_int64 (call, "rows", report->rows_read);
  gram_call_answer_int64 (call, "new", report->rows_new);
  gram_call_answer_int64 (call, "changed", report->rows_changed);
  gram_call_answer_int64 (call, "unchanged", report->rows_unchanged);
  gram_call_answer_int64 (call, "differing", report->rows_differing);
  gram_call_answer_int64 (call, "rejected", report->rows_rejected);
  gram_call_answer_int64 (call, "auto-accepted", report->auto_accepted);
  gram_call_answer_string (call, "sha256", report->sha256);
  return gram_notices_tell_vehicles (call, GRAM_EVENT_VEHICLE_READY, report->waiting, 0, error)
         && gram_notices_tell_vehicles (call, GRAM_EVENT_AUTO_ACCEPTED, report->auto_accepted, 0,
                                        error);
}

/* The same checks that the command would go through, in the same order. */
static gboolean
check_dry_run (GramRegistry *self,
               GramActor *actor,
               GVariant *arguments,
               GramAccountRecord **account,
               GramRefusal **refusal,
               GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  const char *typed = NULL;

  g_variant_lookup (arguments, "account", "&s", &typed);
  if (!gram_person_table_get (self->store, actor->person_id, &person, error)
      || (gram_account_number_parse (typed, number, NULL)
          && !gram_account_table_get_by_number (self->store, number, account, error)))
    return FALSE;
  return _gram_check_allowed (self, gram_command_find ("vehicle.import"), person, *account, refusal,
                              error);
}

GramImportReport *
gram_registry_import_dry_run (GramRegistry *self,
                              GramActor *actor,
                              GVariant *arguments,
                              GramProgressFunc progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GramRefusal **refusal,
                              GError **error)
{
  g_auto (GramImportOptions) options = { 0 };
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramImportReport) report = NULL;
  g_autoptr (GVariant) sunk = NULL;
  g_autoptr (GVariant) fitting = NULL;
  GramImportPass pass = {
    .registry = self,
    .options = &options,
    .skip_rejected = TRUE,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
  };
  gint64 import_id;
  gboolean allowed;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);
  g_return_val_if_fail (arguments != NULL, NULL);

  sunk = g_variant_ref_sink (arguments);
  fitting = gram_arguments_check (gram_command_find ("vehicle.import"), sunk, refusal);
  if (fitting == NULL || !gram_store_begin_read (self->store, error))
    return NULL;
  allowed = check_dry_run (self, actor, fitting, &account, refusal, error)
            && gram_import_options_read (&options, fitting, refusal);
  if (allowed)
    {
      pass.account = account;
      gram_store_watch (self->store, cancellable);
      report = gram_import_pass_run (&pass, &import_id, refusal, error);
      gram_store_watch (self->store, NULL);
    }
  gram_store_end_read (self->store);
  return g_steal_pointer (&report);
}
