/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_PROGRESS (gram_import_progress_get_type ())
G_DECLARE_FINAL_TYPE (GramImportProgress, gram_import_progress, GRAM, IMPORT_PROGRESS, AdwBin)

/**
 * GramImportProgress:
 *
 * How far reading a file is: a bar, rows so far, rows per second, and the button that stops it (`import.cancel`).
 */

/**
 * gram_import_progress_start:
 * @self: progress
 * @title: translated: what is done
 * @note: translated: what it means, for example that nothing is changed
 *
 * Begins anew; the clock starts.
 */
void gram_import_progress_start (GramImportProgress *self, const char *title, const char *note);

/**
 * gram_import_progress_update:
 * @self: progress
 * @done: bytes read
 * @total: of so many, 0 unknown
 * @rows: rows so far
 *
 * Shows how far it is.
 */
void gram_import_progress_update (GramImportProgress *self, gint64 done, gint64 total, gint64 rows);

/**
 * gram_import_progress_stopping:
 * @self: progress
 *
 * Says that it is being stopped; the button is insensitive from then on.
 */
void gram_import_progress_stopping (GramImportProgress *self);

/**
 * gram_import_rows_per_second:
 * @rows: rows
 * @elapsed_us: in so many microseconds
 *
 * Returns: rows per second, 0 before a fifth of a second has passed
 */
gint64 gram_import_rows_per_second (gint64 rows, gint64 elapsed_us);

G_END_DECLS
