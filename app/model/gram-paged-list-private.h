/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page-cache.h"
#include "gram-paged-list.h"

G_BEGIN_DECLS

/*
 * The list is cut in two: gram-paged-list.c is the list model with its places, gram-paged-list-read.c asks the reader
 * and hears the answers.
 */

/* Ids that are asked for at once, before the whole snapshot: more than the some 205 rows that a list view makes, since
 * to grow from fewer costs it a rebuild. */
#define GRAM_PAGED_LIST_FIRST 256

/* Rows are fetched in pages of so many, which start at multiples of it. */
#define GRAM_PAGED_LIST_PAGE 128

typedef struct
{
  /* Owned References */
  GramWorker *reader;   /* NULL if the list follows a session */
  GramSession *session; /* NULL in tests */
  gpointer query;
  GArray *ids; /* of gint64: what the places show, as far as known */
  GramPageCache *cache;
  GHashTable *live;       /* position → GramPlace, weak */
  GHashTable *under_way;  /* numbers of the pages that are being fetched */
  GCancellable *asking;   /* the question for ids under way */
  GCancellable *fetching; /* the pages under way */
  char *error_message;

  /* Borrowed References */
  const GramPagedReads *reads;

  guint n_items;
  guint generation; /* of the query */
  guint row_age;    /* rises when the registry changes: pages asked for before are old then */
  gboolean loading;
  gboolean moved; /* the last ids are not those before with others at the end */
  gboolean stale; /* changed while a question was under way: ask again */
} GramPagedListPrivate;

GramPagedListPrivate *_gram_paged_list_get_private (GramPagedList *self);
GramWorker *_gram_paged_list_get_reader (GramPagedList *self);
void _gram_paged_list_ask (GramPagedList *self, gboolean first);
void _gram_paged_list_want (GramPagedList *self, guint position);
void _gram_paged_list_stop (GramPagedList *self);

void _gram_paged_list_set_loading (GramPagedList *self, gboolean loading);
void _gram_paged_list_set_error (GramPagedList *self, const char *message);
void _gram_paged_list_take_ids (GramPagedList *self, GArray *ids, gboolean complete);
void _gram_paged_list_show_loaded (GramPagedList *self);
void _gram_paged_list_emit_requeried (GramPagedList *self);
void _gram_paged_list_emit_refreshed (GramPagedList *self);

G_END_DECLS
