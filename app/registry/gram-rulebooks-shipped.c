/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebooks-shipped.h"

#include "gram-registry-private.h"
#include "gram-rulebook.h"
#include "gram-rulebooks.h"

#include <stdlib.h>

#define RULEBOOKS_PATH "/io/github/gramledger/Gram/rulebooks/"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static GramRulebookRecord *
load (const char *name)
{
  g_autofree char *path = g_strconcat (RULEBOOKS_PATH, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GramRulebook) rulebook = NULL;
  GramRulebookRecord *record;
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  rulebook = gram_rulebook_parse (data, (gssize)size, NULL);
  g_return_val_if_fail (rulebook != NULL, NULL);

  record = gram_rulebook_record_new ();
  record->scheme = g_strdup (gram_word_for ("scheme", (int)rulebook->scheme));
  record->version = g_strdup (rulebook->version);
  record->valid_from = gram_date_format (rulebook->valid_from);
  record->content = g_strndup (data, size);

  return record;
}

GPtrArray *
gram_rulebooks_shipped (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_rulebook_record_free);
  g_auto (GStrv) names = NULL;

  gram_registry_use_resource ();
  names = g_resources_enumerate_children (RULEBOOKS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (names == NULL)
    return records;

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (char **name = names; *name != NULL; name++)
    {
      GramRulebookRecord *record = load (*name);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }

  return records;
}

/* Which of two of one scheme would be in force after the other. */
static int
compare_age (const GramRulebookRecord *a, const GramRulebookRecord *b)
{
  int order = g_strcmp0 (a->valid_from, b->valid_from);

  return order != 0 ? order : g_strcmp0 (a->version, b->version);
}

const GramRulebookRecord *
gram_rulebooks_newest (const GPtrArray *published, const char *scheme)
{
  const GramRulebookRecord *newest = NULL;

  g_return_val_if_fail (published != NULL && scheme != NULL, NULL);

  for (guint i = 0; i < published->len; i++)
    {
      const GramRulebookRecord *record = published->pdata[i];

      if (g_str_equal (record->scheme, scheme)
          && (newest == NULL || compare_age (record, newest) > 0))
        newest = record;
    }

  return newest;
}

GPtrArray *
gram_rulebooks_offered (const GPtrArray *shipped, const GPtrArray *published)
{
  GPtrArray *offered = g_ptr_array_new ();

  g_return_val_if_fail (shipped != NULL && published != NULL, offered);

  for (guint i = 0; i < shipped->len; i++)
    {
      GramRulebookRecord *record = shipped->pdata[i];
      const GramRulebookRecord *newest = gram_rulebooks_newest (published, record->scheme);

      if (newest == NULL || compare_age (record, newest) > 0)
        g_ptr_array_add (offered, record);
    }

  return offered;
}
