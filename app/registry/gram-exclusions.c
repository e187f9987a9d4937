/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-exclusions.h"

#include "gram-registry-private.h"
#include "gram-rulebooks.h"

#include "gram-ccs-exclusion.h"

static gboolean
read_rulebook (GramRegistry *registry,
               GramAccountKind kind,
               GramRulebook **rulebook,
               GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, kind);
  gint64 id;

  *rulebook = NULL;
  return gram_account_kind_scheme (kind) != GRAM_SCHEME_CCS
         || gram_rulebooks_in_force (gram_registry_get_store (registry), kind, today, &id, rulebook,
                                     error);
}

char **
gram_exclusions_words (GramRegistry *registry, GramAccountKind kind, GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GramRulebook) rulebook = NULL;

  if (!read_rulebook (registry, kind, &rulebook, error))
    return NULL;
  if (rulebook != NULL && rulebook->ccs != NULL)
    for (guint i = 0; i < rulebook->ccs->terms->n_exclusions; i++)
      g_strv_builder_add (words, rulebook->ccs->terms->exclusions[i].word);
  return g_strv_builder_end (words);
}

GHashTable *
gram_exclusions_titles (GramRegistry *registry, GramAccountKind kind, GError **error)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GramRulebook) rulebook = NULL;

  if (!read_rulebook (registry, kind, &rulebook, error))
    return NULL;
  if (rulebook != NULL && rulebook->ccs != NULL)
    for (guint i = 0; i < rulebook->ccs->terms->n_exclusions; i++)
      g_hash_table_insert (titles, g_strdup (rulebook->ccs->terms->exclusions[i].word),
                           g_strdup (rulebook->ccs->terms->exclusions[i].title));
  return g_steal_pointer (&titles);
}

char *
gram_exclusions_format (GHashTable *titles, const char *name, const char *text)
{
  const GramVehicleField *field = gram_vehicle_field_find (name);
  const char *title = titles != NULL && field != NULL && field->kind == GRAM_VEHICLE_FIELD_REASON
                          ? g_hash_table_lookup (titles, text)
                          : NULL;

  return title != NULL ? g_strdup (title) : gram_vehicle_field_format_for_people (name, text);
}

gboolean
gram_exclusions_check (GramRegistry *registry,
                       GramAccountKind kind,
                       const GramVehicleField *field,
                       const char *text,
                       GramRefusal **refusal,
                       GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;

  if (field == NULL || field->kind != GRAM_VEHICLE_FIELD_REASON || text == NULL
      || g_str_equal (text, "no"))
    return TRUE;
  if (!read_rulebook (registry, kind, &rulebook, error))
    return FALSE;
  return rulebook == NULL || rulebook->ccs == NULL
         || gram_ccs_exclusion_check (rulebook->ccs, text, refusal);
}
