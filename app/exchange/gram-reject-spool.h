/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gram-exchange-error.h"
#include "gram-row-problem.h"

G_BEGIN_DECLS

/**
 * GramRejectSpool:
 *
 * Every problem of every rejected row of a pass, in a temporary CSV file that has no name (it vanishes with the
 * process, also when it crashes) and an index of 8 bytes a line beside it. So a file with a million bad rows neither
 * fills the memory nor loses a line.
 *
 * One thread writes; when it has called gram_reject_spool_seal(), any number of threads may read. Reference counted, so
 * that a report and a list may share it.
 */
typedef struct _GramRejectSpool GramRejectSpool;

/**
 * gram_reject_spool_new:
 * @error: return location
 *
 * Makes an empty spool in the person's cache folder, or in the folder for temporary files if there is none.
 *
 * Returns: (transfer full) (nullable): the spool; drop with gram_reject_spool_unref()
 */
GramRejectSpool *gram_reject_spool_new (GError **error);

/**
 * gram_reject_spool_ref:
 * @self: a spool
 *
 * Returns: (transfer full): @self
 */
GramRejectSpool *gram_reject_spool_ref (GramRejectSpool *self);

/**
 * gram_reject_spool_unref:
 * @self: (nullable): a spool
 *
 * Drops a reference; the last one frees the spool and its file.
 */
void gram_reject_spool_unref (GramRejectSpool *self);

/**
 * gram_reject_spool_add:
 * @self: a spool that is not sealed
 * @problem: a problem
 * @error: return location
 *
 * Adds a problem. Problems of one row are added one after another.
 *
 * Returns: %FALSE on error, for example a full disk
 */
gboolean
gram_reject_spool_add (GramRejectSpool *self, const GramRowProblem *problem, GError **error);

/**
 * gram_reject_spool_add_all:
 * @self: a spool that is not sealed
 * @problems: (element-type GramRowProblem): problems of one row; emptied
 * @error: return location
 *
 * Adds the problems that gram_row_to_vehicle() found and empties the array for the next row.
 *
 * Returns: %FALSE on error
 */
gboolean gram_reject_spool_add_all (GramRejectSpool *self, GPtrArray *problems, GError **error);

/**
 * gram_reject_spool_seal:
 * @self: a spool
 * @error: return location
 *
 * Ends writing. Sealing twice is harmless.
 *
 * Returns: %FALSE on error
 */
gboolean gram_reject_spool_seal (GramRejectSpool *self, GError **error);

/**
 * gram_reject_spool_get_n_rows:
 * @self: a spool
 *
 * Returns: number of rejected rows
 */
gint64 gram_reject_spool_get_n_rows (GramRejectSpool *self);

/**
 * gram_reject_spool_get_n_problems:
 * @self: a spool
 *
 * Returns: number of problems, which is the length of the list
 */
gint64 gram_reject_spool_get_n_problems (GramRejectSpool *self);

/**
 * gram_reject_spool_get:
 * @self: a sealed spool
 * @place: place in the list, from 0
 * @error: return location
 *
 * Reads one problem, at a cost that does not depend on its place.
 *
 * Returns: (transfer full) (nullable): the problem
 */
GramRowProblem *gram_reject_spool_get (GramRejectSpool *self, gint64 place, GError **error);

/**
 * gram_reject_spool_save:
 * @self: a sealed spool
 * @file: where to; replaced as a whole or not at all
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Saves all problems as CSV (UTF-8 with byte order mark, commas, CRLF) with the columns row, line, field, column, rule,
 * value, message, suggestion.
 *
 * Returns: %FALSE on error
 */
gboolean gram_reject_spool_save (GramRejectSpool *self,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRejectSpool, gram_reject_spool_unref)

G_END_DECLS
