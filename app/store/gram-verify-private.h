/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-verify.h"

#include "gram-chain.h"
#include "gram-shape-private.h"

G_BEGIN_DECLS

/* More findings than this say nothing new. */
#define GRAM_VERIFY_MAX_FINDINGS 1000

typedef struct
{
  GramStore *store;
  GramVerifyReport *report;

  /* Who is told, and how far it is. */
  GramVerifyProgress progress;
  gpointer data;
  gint64 done;
  gint64 total;
  gint64 told_at;
} GramVerifier;

/* What always holds: a SELECT that names the rows that break it. */
typedef struct
{
  const char *sql;
  /* N_() */
  const char *message;
} GramVerifyRule;

/* Finds what breaks the rules. */
gboolean _gram_verifier_check (GramVerifier *self,
                               const GramVerifyRule *rules,
                               gsize n_rules,
                               GError **error);

/* A row more was looked at. */
void _gram_verifier_step (GramVerifier *self);

void _gram_verifier_find (GramVerifier *self, char *where, const char *message);
gboolean _gram_verifier_read_hash (GramStatement *row, guint column, guint8 *hash);

/* A row of a history (id, row, field, old value, new value) goes on from the one before; notes its new value. */
void _gram_verifier_go_on (GramVerifier *self,
                           const char *table,
                           GramStatement *row,
                           GHashTable *values);

/* Is a record as its history says last of each field? */
gboolean _gram_verifier_matches (const GramShape *shape, gconstpointer record, GHashTable *values);

/* The parts, in the order in which they are run. */
gboolean _gram_verify_file (GramVerifier *self, GError **error);
gboolean _gram_verify_journal (GramVerifier *self, GError **error);
gboolean _gram_verify_ledger (GramVerifier *self, GError **error);
gboolean _gram_verify_totals (GramVerifier *self, GError **error);
gboolean _gram_verify_people (GramVerifier *self, GError **error);
gboolean _gram_verify_cases (GramVerifier *self, GError **error);
gboolean _gram_verify_figures (GramVerifier *self, GError **error);
gboolean _gram_verify_ccts (GramVerifier *self, GError **error);
gboolean _gram_verify_ccs (GramVerifier *self, GError **error);
gboolean _gram_verify_evidence (GramVerifier *self, GError **error);
gboolean _gram_verify_history (GramVerifier *self, GError **error);
gboolean _gram_verify_schema (GramVerifier *self, GError **error);
gboolean _gram_verify_search (GramVerifier *self, GError **error);

G_END_DECLS
