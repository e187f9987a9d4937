/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-words.h"

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_DRAFT (gram_import_draft_get_type ())
G_DECLARE_FINAL_TYPE (GramImportDraft, gram_import_draft, GRAM, IMPORT_DRAFT, GObject)

/**
 * GramImportDraft:
 *
 * What the import dialog's pages edit together: a file and how it is read. Setting `file` and calling
 * gram_import_draft_preview_async() finds out the encoding, the delimiter and the preset by the header; a mapping that
 * was used before for the same header (its fingerprint) is proposed again.
 *
 * Properties, all read and write: `file` (#GFile), `account-kind` (uint, #GramAccountKind), `preset` (`gram`, `eea`,
 * `nz-mvr`; empty: columns mapped by hand), `format` (`csv`, `jsonl`), `encoding` (`utf-8`, `utf-16le`, `utf-16be`,
 * `windows-1252`), `delimiter` (`comma`, `semicolon`, `tab`), `date-order` (word of the vocabulary `date-order`; never
 * guessed: ISO until a person chooses), `decimal` (`point`, `comma`), `status` (uint, #GramVehicleStatus that new
 * vehicles get), `only-column`, `only-value` (take only rows that have this value there; empty: all),
 * `skip-rejected` (boolean). Read-only: `ready`, as gram_import_draft_is_ready().
 *
 * Words of encodings, delimiters and separators are those of app/exchange.
 */

/**
 * GramImportPreview:
 * @headers: (array zero-terminated=1): header cells as the file has them
 * @rows: (element-type GStrv): the first rows, as text
 * @preset: (nullable): the preset whose columns the file has
 * @fingerprint: SHA-256 of the header without case and outer blanks
 * @remembered: a mapping was remembered for this header, and the draft has it now
 * @encoding_certain: a byte order mark or plain ASCII leaves no doubt about the encoding
 *
 * The beginning of a file.
 */
typedef struct
{
  char **headers;
  GPtrArray *rows;
  const char *preset;
  char *fingerprint;
  gboolean remembered;
  gboolean encoding_certain;
} GramImportPreview;

/**
 * gram_import_preview_free:
 * @self: (nullable): a preview
 *
 * Frees it.
 */
void gram_import_preview_free (GramImportPreview *self);

/**
 * gram_import_draft_new:
 * @folder: (nullable): where mappings are remembered; %NULL for the person's configuration folder
 *
 * Returns: (transfer full): an empty draft
 */
GramImportDraft *gram_import_draft_new (const char *folder);

GFile *gram_import_draft_get_file (GramImportDraft *self);

/**
 * gram_import_draft_set_file:
 * @self: a draft
 * @file: (nullable): the file
 *
 * Chooses a file. How the one before was written says nothing about this one, so that is found out anew.
 */
void gram_import_draft_set_file (GramImportDraft *self, GFile *file);

/**
 * gram_import_draft_preview_async:
 * @self: a draft with a file
 * @n_rows: so many rows
 * @cancellable: (nullable): to stop it
 * @callback: when it was read
 * @user_data: closure of @callback
 *
 * Reads the beginning of the file as the draft says; what the draft does not say yet is found out and set.
 */
void gram_import_draft_preview_async (GramImportDraft *self,
                                      guint n_rows,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * gram_import_draft_preview_finish:
 * @self: a draft
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the preview
 */
GramImportPreview *
gram_import_draft_preview_finish (GramImportDraft *self, GAsyncResult *result, GError **error);

/**
 * gram_import_draft_set_column:
 * @self: a draft
 * @field: a field of a vehicle, see gram_import_draft_list_fields()
 * @header: (nullable): the file's column that holds it, %NULL none
 *
 * Maps a field to a column; `preset` becomes empty.
 */
void gram_import_draft_set_column (GramImportDraft *self, const char *field, const char *header);

/**
 * gram_import_draft_get_column:
 * @self: a draft
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the column that holds it
 */
const char *gram_import_draft_get_column (GramImportDraft *self, const char *field);

/**
 * gram_import_draft_dup_source:
 * @self: a draft
 * @field: a field
 *
 * Returns: (transfer full) (nullable): what a person reads: `Cn`, or `T / Va / Ve` where a preset makes a field of
 *   several columns
 */
char *gram_import_draft_dup_source (GramImportDraft *self, const char *field);

/**
 * GramImportField:
 * @name: name of the field, as in a mapping
 * @title: what a person reads, translated
 * @hint: one line about what stands in it, translated
 * @needed: acceptance needs it on an account of the draft's kind
 *
 * A field that a column can be mapped to.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *hint;
  gboolean needed;
} GramImportField;

/**
 * gram_import_draft_list_fields:
 * @self: a draft
 *
 * Returns: (transfer full) (element-type GramImportField): the fields that an account of the draft's kind uses, in the
 *   order in which a form shows them
 */
GArray *gram_import_draft_list_fields (GramImportDraft *self);

/**
 * gram_import_draft_is_ready:
 * @self: a draft
 *
 * Returns: whether a dry run can start: the beginning was read and gram_import_draft_check() finds nothing
 */
gboolean gram_import_draft_is_ready (GramImportDraft *self);

/**
 * gram_import_draft_check:
 * @self: a draft whose preview was read
 *
 * Returns: (transfer full) (nullable): a translated sentence that says what the mapping still lacks, %NULL if nothing
 */
char *gram_import_draft_check (GramImportDraft *self);

/**
 * gram_import_draft_remember:
 * @self: a draft whose preview was read
 * @error: return location
 *
 * Remembers the mapping for files with the same header.
 *
 * Returns: %FALSE on error
 */
gboolean gram_import_draft_remember (GramImportDraft *self, GError **error);

/**
 * gram_import_draft_to_arguments:
 * @self: a draft that is ready
 * @account_number: the account
 *
 * Returns: (transfer floating): `a{sv}` for `vehicle.import` and gram_session_import_dry_run_async()
 */
GVariant *gram_import_draft_to_arguments (GramImportDraft *self, const char *account_number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramImportPreview, gram_import_preview_free)

G_END_DECLS
