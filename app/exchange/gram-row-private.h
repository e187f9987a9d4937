/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-key-counts.h"
#include "gram-mapping-private.h"
#include "gram-row-vehicle.h"

G_BEGIN_DECLS

/* A source bound to places in the rows of one file. */
typedef struct
{
  guint n_places;
  guint places[GRAM_MAPPING_MAX_PARTS];
  const GramSource *source;
} GramBoundSource;

struct _GramRowContext
{
  GramMapping *mapping;
  GramAccountKind account_kind;
  GramDate today;
  char **columns;
  /* What a row can give as a reason to be outside the standard; NULL: any word. */
  char **exclusions;
  GramBoundSource fields[GRAM_N_FIELDS];
  int only_place;
  char *only_value;

  /* Rows without a key: the places that tell them apart, sorted, and how often each was seen. */
  GArray *identity;
  GChecksum *checksum;
  GramKeyCounts *occurrences;

  /* In which row an identifier was first. */
  GramKeyCounts *seen;

  /* Text of a field that is made of several columns, or that lost its guard; used again for each field. */
  GString *text;

  /* The current row. */
  const GramTableRow *row;
  GPtrArray *problems;
};

/* The column that a problem with @field names. */
const char *_gram_row_column (GramRowContext *self, GramField field);

/* Trimmed text of a field; empty if it is not mapped. Valid until the next call. */
GramSlice _gram_row_text (GramRowContext *self, GramField field);

void _gram_row_problem (GramRowContext *self,
                        GramField field,
                        const char *rule,
                        const char *value,
                        const char *message,
                        const char *suggestion);

/* Each reads one field, answers FALSE and adds a problem if it is wrong; an empty field leaves the value alone. */
gboolean _gram_row_read_grams (GramRowContext *self, GramField field, gint64 *micro);

gboolean _gram_row_read_integer (GramRowContext *self, GramField field, int *value);

gboolean _gram_row_read_date (GramRowContext *self, GramField field, GramDate *date);

gboolean _gram_row_read_word (GramRowContext *self, GramField field, const char **word);

gboolean _gram_row_read_text (GramRowContext *self, GramField field, char **text);

/* VIN, chassis number, register key and label; rejects what the file has already had. */
gboolean _gram_row_read_identifiers (GramRowContext *self, GramVehicleRecord *record);

/* Puts the identifiers of a row that is taken among those seen. */
void _gram_row_remember_identifiers (GramRowContext *self, const GramVehicleRecord *record);

/* Sets a string without allocating where it stays the same. */
void _gram_row_set (char **place, const char *text);

G_END_DECLS
