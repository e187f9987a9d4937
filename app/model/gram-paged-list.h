/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-place.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_PAGED_LIST (gram_paged_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (GramPagedList, gram_paged_list, GRAM, PAGED_LIST, GObject)

/**
 * GramPagedList:
 *
 * A #GListModel of #GramPlace over any number of rows, abstract: a subclass says what a query is, how the reader answers
 * it and what stands in a place. It keeps the ids of the query in order (8 bytes each) and fetches what is looked at: the
 * first 256 ids with their rows at once, then the whole snapshot; rows in pages of 128 by their ids, on the session's
 * reader; a few thousand stay in memory. Items are kept by weak reference, so what is on screen keeps its identity.
 *
 * Another query, or a change in the registry, keeps the places, emits `items-changed` for the tail only, and notifies
 * the places alive as their rows arrive (anchors §8). Nothing is emitted for `items_changed (0, n, n)`.
 *
 * Properties, read-only: `loading` (the snapshot is under way), `n-matching` (uint: how many match, as far as known),
 * `error-message` (nullable: the last question failed). Signals: `requeried ()`: another query's first results are
 * there; the view scrolls to the top and clears its selection, since a selection belongs to a query. `refreshed (moved)`:
 * the whole snapshot is there, or the same query was asked again; if @moved, places stand for other rows than before
 * and a selection of places has lost its meaning.
 */

/**
 * GramPagedReads:
 * @ids: ids in order, at most @limit, 0 all; on the reader's thread
 * @rows: rows of some ids, in any order, one that is gone left out; an array that frees its elements, each of which
 *   begins with its `gint64 id`; on the reader's thread
 *
 * Where a list reads from; tests put their own in. Like a registry query, each answers %NULL with exactly one of
 * @refusal and @error set.
 */
typedef struct
{
  GArray *(*ids) (GramRegistry *registry,
                  GramActor *actor,
                  gconstpointer query,
                  guint limit,
                  GramRefusal **refusal,
                  GError **error);
  GPtrArray *(*rows) (GramRegistry *registry,
                      GramActor *actor,
                      gconstpointer query,
                      const gint64 *ids,
                      guint n_ids,
                      GramRefusal **refusal,
                      GError **error);
} GramPagedReads;

/**
 * GramPagedListClass:
 * @place_type: type of its items, a subclass of #GramPlace
 * @copy_query: copies a query
 * @free_query: frees a query
 * @reads: (nullable): where it reads from in a registry; a constant
 *
 * What a subclass says in its class_init.
 */
struct _GramPagedListClass
{
  GObjectClass parent_class;

  GType place_type;
  gpointer (*copy_query) (gconstpointer query);
  void (*free_query) (gpointer query);
  const GramPagedReads *reads;
};

/**
 * gram_paged_list_new:
 * @type: a type of list
 * @session: a session
 *
 * Makes a list that is empty until gram_paged_list_set_query(), and follows the session's `changed`.
 *
 * Returns: (transfer full): the list
 */
gpointer gram_paged_list_new (GType type, GramSession *session);

/**
 * gram_paged_list_new_with_reads:
 * @type: a type of list
 * @reader: a worker
 * @reads: where to read from; a constant
 *
 * Makes a list without a session.
 *
 * Returns: (transfer full): the list
 */
gpointer
gram_paged_list_new_with_reads (GType type, GramWorker *reader, const GramPagedReads *reads);

/**
 * gram_paged_list_set_query:
 * @self: a list
 * @query: (nullable): filter and order, copied; %NULL for an empty list
 *
 * Shows what @query finds. The question before is cancelled. Subclasses have a function that knows their type of query.
 */
void gram_paged_list_set_query (GramPagedList *self, gconstpointer query);

/**
 * gram_paged_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the query
 */
gconstpointer gram_paged_list_get_query (GramPagedList *self);

/**
 * gram_paged_list_refresh:
 * @self: a list
 *
 * Asks the same query again; the places stay.
 */
void gram_paged_list_refresh (GramPagedList *self);

/**
 * gram_paged_list_get_loading:
 * @self: a list
 *
 * Returns: whether the snapshot of ids is under way
 */
gboolean gram_paged_list_get_loading (GramPagedList *self);

/**
 * gram_paged_list_get_n_matching:
 * @self: a list
 *
 * Returns: how many rows match, as far as known
 */
guint gram_paged_list_get_n_matching (GramPagedList *self);

/**
 * gram_paged_list_get_error_message:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the last question failed
 */
const char *gram_paged_list_get_error_message (GramPagedList *self);

/**
 * gram_paged_list_get_id:
 * @self: a list
 * @position: a place
 *
 * The row at a place, whether or not it is loaded; no item is made.
 *
 * Returns: its id, 0 past the end
 */
gint64 gram_paged_list_get_id (GramPagedList *self, guint position);

/**
 * gram_paged_list_find:
 * @self: a list
 * @id: id of a row
 * @position: (out): where it is
 *
 * Looks through the snapshot: a millisecond for a million.
 *
 * Returns: %FALSE if it is not in the list
 */
gboolean gram_paged_list_find (GramPagedList *self, gint64 id, guint *position);

G_END_DECLS
