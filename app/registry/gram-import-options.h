/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-mapping.h"
#include "gram-refusal.h"
#include "gram-table-reader.h"

G_BEGIN_DECLS

/**
 * GramImportOptions:
 * @path: the file
 * @base_name: its name without its folder
 * @layout: how it is written
 * @mapping: what goes where
 * @status: status of vehicles whose row has none
 * @sha256: (nullable): the file's digest as the dry run had it
 *
 * How a file is to be read.
 */
typedef struct
{
  char *path;
  char *base_name;
  GramTableLayout layout;
  GramMapping *mapping;
  GramVehicleStatus status;
  char *sha256;
} GramImportOptions;

/**
 * gram_import_options_read:
 * @self: (out caller-allocates): the options
 * @arguments: arguments of `vehicle.import`
 * @refusal: (out) (optional): `import.word`, `import.mapping`, `import.no-preset`, `file.unreadable`
 *
 * Reads the arguments. What they leave open is found out from the file, except how it writes dates.
 *
 * Returns: %FALSE if refused
 */
gboolean
gram_import_options_read (GramImportOptions *self, GVariant *arguments, GramRefusal **refusal);

/**
 * gram_import_refuse_file:
 * @options: what was to be read
 * @id: id of the refusal
 * @problem: what the reader said
 * @refusal: (out) (optional): place for the refusal
 *
 * An unreadable file is something that a person can act on: a refusal, not an error.
 *
 * Returns: %FALSE
 */
gboolean gram_import_refuse_file (const GramImportOptions *options,
                                  const char *id,
                                  const GError *problem,
                                  GramRefusal **refusal);

/**
 * gram_import_options_clear:
 * @self: options
 *
 * Frees what they hold.
 */
void gram_import_options_clear (GramImportOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramImportOptions, gram_import_options_clear)

G_END_DECLS
