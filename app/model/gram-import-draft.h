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
 * Properties, all read and write: `file` (#GFile), `preset` (word of a preset, empty: `mapping` is used), `encoding`
 * (`utf-8`, `utf-16`, `windows-1252`), `delimiter` (`comma`, `semicolon`, `tab`), `date-order` (`iso`, `dmy`, `mdy`;
 * empty: not chosen yet, which is asked, never guessed), `decimal` (`point`, `comma`), `status` (uint,
 * #GramVehicleStatus that new vehicles get), `skip-rejected` (boolean).
 */

/**
 * GramImportPreview:
 * @headers: (array zero-terminated=1): header cells as the file has them
 * @rows: (element-type GStrv): the first rows, as text
 * @presets: (array zero-terminated=1): words of the presets whose headers fit, best first
 * @fingerprint: SHA-256 of the header without case and outer blanks
 * @remembered: a mapping was remembered for this header, and the draft has it now
 *
 * The beginning of a file.
 */
typedef struct
{
  char **headers;
  GPtrArray *rows;
  char **presets;
  char *fingerprint;
  gboolean remembered;
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
void gram_import_draft_set_file (GramImportDraft *self,
                                 GFile *file);

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
GramImportPreview *gram_import_draft_preview_finish (GramImportDraft *self,
                                                     GAsyncResult *result,
                                                     GError **error);

/**
 * gram_import_draft_set_column:
 * @self: a draft
 * @field: a field of a vehicle, see gram_import_draft_fields()
 * @header: (nullable): the file's column that holds it, %NULL none
 *
 * Maps a field to a column; `preset` becomes empty.
 */
void gram_import_draft_set_column (GramImportDraft *self,
                                   const char *field,
                                   const char *header);

/**
 * gram_import_draft_get_column:
 * @self: a draft
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the column that holds it
 */
const char *gram_import_draft_get_column (GramImportDraft *self,
                                          const char *field);

/**
 * GramImportField:
 * @name: name of the field, as in a mapping
 * @title: translated (N_()) title
 * @needed: one of those without which a row makes no sense
 *
 * A field that a column can be mapped to.
 */
typedef struct
{
  const char *name;
  const char *title;
  gboolean needed;
} GramImportField;

/**
 * gram_import_draft_fields:
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): the fields, in the order in which a form shows them
 */
const GramImportField *gram_import_draft_fields (gsize *n_fields);

/**
 * gram_import_draft_is_ready:
 * @self: a draft
 *
 * Returns: whether a dry run can start: file, preset or mapping with an identifier, encoding, date order if dates occur
 */
gboolean gram_import_draft_is_ready (GramImportDraft *self);

/**
 * gram_import_draft_remember:
 * @self: a draft whose preview was read
 * @error: return location
 *
 * Remembers the mapping for files with the same header.
 *
 * Returns: %FALSE on error
 */
gboolean gram_import_draft_remember (GramImportDraft *self,
                                     GError **error);

/**
 * gram_import_draft_to_arguments:
 * @self: a draft that is ready
 * @account_number: the account
 *
 * Returns: (transfer floating): `a{sv}` for `vehicle.import` and gram_session_import_dry_run_async()
 */
GVariant *gram_import_draft_to_arguments (GramImportDraft *self,
                                          const char *account_number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramImportPreview, gram_import_preview_free)

G_END_DECLS
