/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-effects-in-force.h"

#include "gram-registry-private.h"
#include "gram-rulebook-table.h"

struct _GramRulebookCache
{
  /* Owned References */
  GramRulebook *rulebook;

  gint64 id;
  gint64 published_at;
};

void
_gram_rulebook_cache_free (GramRulebookCache *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rulebook, gram_rulebook_unref);
  g_free (self);
}

/* The parsed rulebook of that row, from the cache if it is the one asked for last. */
static GramRulebook *
cached_rulebook (GramRulebookCache **cache, const GramRulebookRecord *record, GError **error)
{
  GramRulebookCache *kept = *cache;
  GramRulebook *rulebook;

  /* A row is never edited; one whose transaction was rolled back could come again under the same id. */
  if (kept != NULL && kept->id == record->id && kept->published_at == record->published_at
      && g_str_equal (kept->rulebook->version, record->version))
    return kept->rulebook;

  rulebook = gram_rulebook_parse (record->content, -1, error);
  if (rulebook == NULL)
    return NULL;
  _gram_rulebook_cache_free (kept);
  kept = g_new0 (GramRulebookCache, 1);
  kept->rulebook = rulebook;
  kept->id = record->id;
  kept->published_at = record->published_at;
  *cache = kept;
  return rulebook;
}

/* The rulebook that counts today, NULL none; FALSE on error. */
static gboolean
rulebook_in_force (GramRegistry *registry,
                   GramAccountKind kind,
                   GramRulebook **found,
                   GramRulebook **rulebook,
                   GError **error)
{
  GramScheme scheme = gram_account_kind_scheme (kind);
  GramRulebookCache **cache = &registry->rulebooks[scheme == GRAM_SCHEME_CCTS ? 1 : 0];
  g_autofree char *today = gram_registry_dup_today (registry, kind);
  g_autoptr (GramRulebookRecord) record = NULL;

  *found = NULL;
  if (rulebook != NULL)
    *rulebook = NULL;
  if (!gram_rulebook_table_newest (registry->store, gram_word_for ("scheme", (int)scheme), today,
                                   &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  *found = cached_rulebook (cache, record, error);
  if (*found == NULL)
    return FALSE;
  if (rulebook != NULL)
    *rulebook = gram_rulebook_ref (*found);
  return TRUE;
}

const GramAccountRules *
gram_account_rules_in_force (GramRegistry *registry,
                             GramAccountKind kind,
                             GramRulebook **rulebook,
                             GError **error)
{
  GramRulebook *found;

  if (!rulebook_in_force (registry, kind, &found, rulebook, error))
    return NULL;
  return found != NULL ? found->accounts
                       : gram_account_rules_default (gram_account_kind_scheme (kind));
}

const GramCaseRules *
gram_case_rules_in_force (GramRegistry *registry,
                          GramAccountKind kind,
                          GramRulebook **rulebook,
                          GError **error)
{
  GramRulebook *found;

  if (!rulebook_in_force (registry, kind, &found, rulebook, error))
    return NULL;
  return found != NULL ? found->cases : gram_case_rules_default (gram_account_kind_scheme (kind));
}

gboolean
gram_effects_in_force (GramRegistry *registry,
                       GramAccountKind kind,
                       GramAccountState state,
                       guint *effects,
                       GError **error)
{
  const GramAccountRules *rules = gram_account_rules_in_force (registry, kind, NULL, error);

  if (rules == NULL)
    return FALSE;
  *effects = gram_effects_of (rules, state);
  return TRUE;
}
