/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-pools.h"

#include "gram-pool-table.h"
#include "gram-registry-private.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/* Who asks about a pool, and what may be told. */
typedef struct
{
  /* Borrowed References */
  GramRegistry *registry;

  /* Owned References */
  GramPersonRecord *person;
  GramPoolRecord *pool;
  GPtrArray *members;
  gboolean *views;
  GramRulebook *rulebook;

  int year;
  gboolean administers;
  gboolean told;
} GramPoolAsker;

/* Reads a pool for somebody who may know of it. Year 0 is the first of the pool. */
gboolean _gram_pool_asker_init (GramPoolAsker *self,
                                GramRegistry *registry,
                                GramActor *actor,
                                gint64 pool_id,
                                int year,
                                GramRefusal **refusal,
                                GError **error);

void _gram_pool_asker_clear (GramPoolAsker *self);

/* Whether the person may look at an account. */
gboolean _gram_pool_asker_views (const GramPoolAsker *self,
                                 const GramAccountRecord *account,
                                 gboolean *views,
                                 GError **error);

/* What accounts come to together; the baseline is given, -1 none. */
gboolean _gram_pool_figures (const GramPoolAsker *self,
                             const gint64 *account_ids,
                             guint n_accounts,
                             gint64 baseline,
                             GramPoolFigures *figures,
                             GramRefusal **refusal,
                             GError **error);

/* The baseline that is recorded for an account, or for a pool; -1 none. */
gboolean _gram_pool_baseline (const GramPoolAsker *self,
                              gint64 account_id,
                              gint64 pool_id,
                              gint64 *baseline,
                              GError **error);

/* A member with its own figures. */
GramPoolMemberRow *_gram_pool_member_row (const GramPoolAsker *self,
                                          guint place,
                                          GramRefusal **refusal,
                                          GError **error);

/* All members together, with the pool's baseline. */
gboolean _gram_pool_sum (const GramPoolAsker *self,
                         GramPoolFigures *figures,
                         GramRefusal **refusal,
                         GError **error);

/* Fills in what the person may do with the pool, each with the reason if not. */
gboolean _gram_pool_fill_allows (const GramPoolAsker *self, GramPoolDetail *detail, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramPoolAsker, _gram_pool_asker_clear)

G_END_DECLS
