/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-vehicle-cache.h"
#include "gram-vehicle-list.h"

G_BEGIN_DECLS

/*
 * The list is cut in two: gram-vehicle-list.c is the list model with its places, gram-vehicle-list-read.c asks the
 * reader and hears the answers.
 */

/* Ids that are asked for at once, before the whole snapshot: more than the some 205 rows that a list view makes, since
 * to grow from fewer costs it a rebuild. */
#define GRAM_VEHICLE_LIST_FIRST 256

/* Records are fetched in pages of so many, which start at multiples of it. */
#define GRAM_VEHICLE_LIST_PAGE 128

struct _GramVehicleList
{
  GObject parent_instance;

  /* Owned References */
  GramWorker *reader;   /* NULL if the list follows a session */
  GramSession *session; /* NULL in tests */
  GramVehicleQuery *query;
  GArray *ids; /* of gint64: what the places show, as far as known */
  GramVehicleCache *cache;
  GHashTable *live;       /* position → GramVehicleItem, weak */
  GCancellable *asking;   /* the question for ids under way */
  GCancellable *fetching; /* the pages under way */
  char *error_message;

  /* Borrowed References */
  const GramVehicleReads *reads;

  guint n_items;
  guint generation;   /* of the query */
  guint record_age;   /* rises when the registry changes: pages asked for before are old then */
  guint fetch_source; /* idle that looks for places without a record */
  gboolean loading;
  gboolean moved; /* the last ids are not those before with others at the end */
  gboolean stale; /* changed while a question was under way: ask again */
};

const GramVehicleReads *_gram_vehicle_reads_of_registry (void);
GramWorker *_gram_vehicle_list_get_reader (GramVehicleList *self);
void _gram_vehicle_list_ask (GramVehicleList *self, gboolean first);
void _gram_vehicle_list_queue_fetch (GramVehicleList *self);
void _gram_vehicle_list_stop (GramVehicleList *self);

void _gram_vehicle_list_set_loading (GramVehicleList *self, gboolean loading);
void _gram_vehicle_list_set_error (GramVehicleList *self, const GError *error);
void _gram_vehicle_list_take_ids (GramVehicleList *self, GArray *ids, gboolean complete);
void _gram_vehicle_list_show_loaded (GramVehicleList *self);
void _gram_vehicle_list_emit_requeried (GramVehicleList *self);
void _gram_vehicle_list_emit_refreshed (GramVehicleList *self);

G_END_DECLS
