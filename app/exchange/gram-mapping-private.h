/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-mapping.h"

G_BEGIN_DECLS

/**
 * GRAM_MAPPING_MAX_IDENTITY:
 *
 * Most columns that tell rows without a key apart, beside those that are mapped.
 */
#define GRAM_MAPPING_MAX_IDENTITY 12

/**
 * GramCombine:
 * @GRAM_COMBINE_FIRST: the first part that is not empty
 * @GRAM_COMBINE_JOIN: the parts that are not empty, with `/` between them
 * @GRAM_COMBINE_KEY: the prefix and all parts with `:` between them; nothing if one is empty
 *
 * How a field is made of several columns. Words: `first`, `join`, `key`.
 */
typedef enum
{
  GRAM_COMBINE_FIRST = 0,
  GRAM_COMBINE_JOIN,
  GRAM_COMBINE_KEY,
} GramCombine;

/**
 * GramSource:
 * @columns: names of columns
 * @n_columns: how many, 0 if the field is not mapped
 * @combine: how they make the field
 * @prefix: (nullable): what stands in front of a key, without its `:`
 * @optional: the file may lack them
 *
 * Where a field comes from.
 */
typedef struct
{
  char *columns[GRAM_MAPPING_MAX_PARTS];
  guint n_columns;
  GramCombine combine;
  char *prefix;
  gboolean optional;
} GramSource;

struct _GramMapping
{
  char *name;
  GramSource sources[GRAM_N_FIELDS];
  GramDateOrder date_order;
  char decimal_separator;
  char *only_column;
  char *only_value;

  /* Rows without a key get one from what they hold: the mapped columns that describe the car, and these. */
  gboolean row_keys;
  char **identity;

  /* Gram wrote the file with GRAM_CSV_GUARD. */
  gboolean guarded;
};

/* Folds and compares names of columns; -1 if there is none, -2 if there are two. */
int _gram_mapping_find_column (const char *const *columns, const char *name);

void _gram_source_clear (GramSource *source);

gboolean _gram_mapping_combine_parse (const char *word, GramCombine *combine);

const char *_gram_mapping_combine_word (GramCombine combine);

G_END_DECLS
