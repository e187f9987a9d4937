/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_queries_outcome:
 * @good: whether it went well
 * @refusal: (nullable): the refusal if there is one
 *
 * Returns: the outcome
 */
GramOutcome _gram_queries_outcome (gboolean good, const GramRefusal *refusal);

/**
 * _gram_queries_find_person:
 * @self: a registry
 * @actor: who asks
 * @person: (out) (transfer full) (nullable): who asks, as the registry has them now
 * @refusal: (out) (optional): `session.ended`
 * @error: return location
 *
 * Questions about no account start here: whether @actor is still in the registry.
 *
 * Returns: the outcome
 */
GramOutcome _gram_queries_find_person (GramRegistry *self,
                                       GramActor *actor,
                                       GramPersonRecord **person,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * _gram_queries_view_account:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @account: (out) (transfer full) (nullable): the account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Reads an account for somebody who may view it.
 *
 * Returns: the outcome
 */
GramOutcome _gram_queries_view_account (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 account_id,
                                        GramAccountRecord **account,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * GramQueriesAdd:
 * @self: a registry
 * @person: who asks
 * @ids: (array length=n_ids): at most %GRAM_QUERIES_PAGE ids
 * @n_ids: how many
 * @rows: where the rows go that @person may see, in this order
 * @error: return location
 *
 * Reads a page of rows.
 *
 * Returns: whether it went well
 */
typedef gboolean (*GramQueriesAdd) (GramRegistry *self,
                                    const GramPersonRecord *person,
                                    const gint64 *ids,
                                    guint n_ids,
                                    GPtrArray *rows,
                                    GError **error);

#define GRAM_QUERIES_PAGE 1000

/**
 * _gram_queries_rows:
 * @self: a registry
 * @actor: who asks
 * @ids: (array length=n_ids) (nullable): ids, however many
 * @n_ids: how many
 * @add: reads a page
 * @row_free: frees a row
 * @refusal: (out) (optional): `session.ended`
 * @error: return location
 *
 * Reads the rows of a list by their ids, page by page.
 *
 * Returns: (transfer full) (nullable): the rows
 */
GPtrArray *_gram_queries_rows (GramRegistry *self,
                               GramActor *actor,
                               const gint64 *ids,
                               guint n_ids,
                               GramQueriesAdd add,
                               GDestroyNotify row_free,
                               GramRefusal **refusal,
                               GError **error);

/* Functions of a table that read the ids of a query, and count what it finds. */
typedef GArray *(*GramQueriesIds) (GramStore *store,
                                   gconstpointer query,
                                   guint limit,
                                   GError **error);
typedef gboolean (*GramQueriesCounts) (GramStore *store,
                                       gconstpointer query,
                                       gpointer counts,
                                       GError **error);

/**
 * GramQueriesList:
 * @query_for: the query as a person may ask it today; (transfer full); %NULL asks for everything
 * @query_free: frees such a query
 * @ids: reads the ids that it finds, in order
 * @counts: (nullable): counts what it finds
 *
 * A list that everybody may ask for, of which members see what belongs to their accounts.
 */
typedef struct
{
  gpointer (*query_for) (GramRegistry *self, const GramPersonRecord *person, gconstpointer query);
  GDestroyNotify query_free;
  GramQueriesIds ids;
  GramQueriesCounts counts;
} GramQueriesList;

/**
 * _gram_queries_ids:
 * @self: a registry
 * @actor: who asks
 * @list: a list
 * @query: (nullable): its query
 * @limit: at most so many, 0 all
 * @refusal: (out) (optional): `session.ended`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the ids that @actor's query finds
 */
GArray *_gram_queries_ids (GramRegistry *self,
                           GramActor *actor,
                           const GramQueriesList *list,
                           gconstpointer query,
                           guint limit,
                           GramRefusal **refusal,
                           GError **error);

/**
 * _gram_queries_counts:
 * @self: a registry
 * @actor: who asks
 * @list: a list
 * @query: (nullable): its query
 * @counts: (out caller-allocates): counts of the list
 * @refusal: (out) (optional): `session.ended`
 * @error: return location
 *
 * Counts what @actor's query finds.
 *
 * Returns: the outcome
 */
GramOutcome _gram_queries_counts (GramRegistry *self,
                                  GramActor *actor,
                                  const GramQueriesList *list,
                                  gconstpointer query,
                                  gpointer counts,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * GramQueriesSight:
 *
 * What was found out last about who sees an account: rows of one account mostly stand together. Starts as `{ 0 }`.
 */
typedef struct
{
  gint64 account_id;
  gboolean sees;
} GramQueriesSight;

/**
 * _gram_queries_sees:
 * @self: a registry
 * @person: who asks
 * @account_id: an account
 * @sight: (inout): what was found out last, then about @account_id
 * @error: return location
 *
 * Whether a person sees what belongs to an account: its members do, and the administrator's side.
 *
 * Returns: whether it could be read
 */
gboolean _gram_queries_sees (GramRegistry *self,
                             const GramPersonRecord *person,
                             gint64 account_id,
                             GramQueriesSight *sight,
                             GError **error);

/**
 * _gram_queries_among_others:
 * @self: a registry
 * @person: who asks
 *
 * Returns: whether the lists of @person are of many accounts: the administrator's side sees all of them, unless the registry is of one
 *   organisation's own
 */
gboolean _gram_queries_among_others (GramRegistry *self, const GramPersonRecord *person);

G_END_DECLS
