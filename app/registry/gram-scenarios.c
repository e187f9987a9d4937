/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-scenarios.h"

#include "gram-account-life.h"
#include "gram-due.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-settlement.h"
#include "gram-texts.h"

#include "gram-ccts-pool.h"
#include "gram-json-variant.h"
#include "gram-scenario-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Scenarios of an account and year that stand side by side. */
#define MOST_SCENARIOS 50

static const GramText title_rule
    = { .name = "title", .title = N_ ("Title"), .max_length = 100, .needed = TRUE };

/* What the state of the account refuses, way by way; as the commands would. */
static gboolean
check_ways (const GramSettlement *standing,
            GramRefusal *refused[GRAM_SCENARIO_WAY_N + 1],
            GError **error)
{
  const GramAccountRules *rules
      = gram_account_rules_in_force (standing->registry, standing->account->kind, NULL, error);
  GramAccountState state;

  if (rules == NULL || !gram_due_state_today (standing->registry, standing->account, &state, error))
    return FALSE;
  gram_effects_check (rules, state, GRAM_EFFECT_RECEIVE, &refused[GRAM_SCENARIO_WAY_BUY]);
  gram_effects_check (rules, state, GRAM_EFFECT_CONVERT, &refused[GRAM_SCENARIO_WAY_CONVERT]);
  gram_pool_check_account (state, &refused[GRAM_SCENARIO_WAY_POOL]);
  return TRUE;
}

GramScenarioResult *
gram_scenarios_compute (const GramSettlement *standing,
                        const GramScenario *scenario,
                        GramRefusal **refusal,
                        GError **error)
{
  GramRefusal *refused[GRAM_SCENARIO_WAY_N + 1] = { NULL };
  GramScenarioResult *result;
  GramScenarioFacts facts = {
    .year = standing->year,
    .today = standing->today,
    .measured = standing->measured,
    .pooled = standing->participant.pool_id != 0,
    .activity = standing->participant.activity,
    .surrendered = standing->surrendered,
    .available = standing->holding,
    .converted = standing->crts_converted,
  };
  GramCrtsPosition position;

  if (standing->position != NULL)
    {
      position = gram_settlement_crts (standing);
      facts.position = &position;
    }
  if (!check_ways (standing, refused, error))
    return NULL;
  for (gsize way = 0; way < G_N_ELEMENTS (refused); way++)
    facts.refused[way] = refused[way] != NULL ? refused[way]->message : NULL;
  result = gram_scenario_compute (standing->rulebook->ccts, &facts, scenario, refusal);
  for (gsize way = 0; way < G_N_ELEMENTS (refused); way++)
    gram_refusal_free (refused[way]);
  return result;
}

gboolean
gram_scenarios_parse (const char *json, GVariant **content, GError **error)
{
  g_autoptr (JsonNode) node = gram_json_parse (json, -1, error);
  GramJson root;

  if (node == NULL)
    return FALSE;
  root = gram_json_root (node);
  *content = gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, error);
  return *content != NULL;
}

/* The content as the rules read it, and as it is stored: the same scenario is the same text. */
static gboolean
read_content (GramCall *call, char **json, GramRefusal **refusal, GError **error)
{
  g_autoptr (GVariant) given = gram_call_dup_value (call, "content");
  g_autoptr (GVariant) normal = NULL;
  g_auto (GramSettlement) standing = { 0 };
  g_autoptr (GramScenarioResult) result = NULL;
  GramScenario scenario;

  if (!gram_settlement_init (&standing, call->registry, call->account,
                             gram_call_get_int64 (call, "year", 0), refusal, error)
      || !gram_scenario_read (given, &scenario, refusal))
    return FALSE;
  result = gram_scenarios_compute (&standing, &scenario, refusal, error);
  if (result == NULL)
    return FALSE;
  normal = g_variant_ref_sink (gram_scenario_write (&scenario));
  *json = gram_json_from_variant (normal);
  return TRUE;
}

static gboolean
find (GramCall *call, GramScenarioRecord **record, GramRefusal **refusal, GError **error)
{
  gint64 id = gram_call_get_int64 (call, "scenario", 0);
  g_autoptr (GramScenarioRecord) found = NULL;

  if (!gram_scenario_table_get (call->store, id, &found, error))
    return FALSE;
  if (found == NULL || !found->active || found->account_id != call->account->id)
    return gram_refuse (refusal, "scenario.unknown", NULL,
                        _ ("There is no scenario %" PRId64 " of this account"), id);
  *record = g_steal_pointer (&found);
  return TRUE;
}

/* Somebody else may have changed it since it was looked at. */
static gboolean
check_version (GramCall *call, const GramScenarioRecord *record, GramRefusal **refusal)
{
  return gram_call_get_int64 (call, "version", record->version) == record->version
         || gram_refuse (refusal, "scenario.changed", NULL,
                         _ ("“%s” has been changed since you looked at it; look again"),
                         record->title);
}

static gboolean
check_room (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) scenarios
      = gram_scenario_table_list (call->store, gram_call_get_int64 (call, "year", 0),
                                  call->account->id, error);

  if (scenarios == NULL)
    return FALSE;
  return scenarios->len < MOST_SCENARIOS
         || gram_refuse (refusal, "scenario.too-many", NULL,
                         _ ("At most %d scenarios of a year are kept; remove one first"),
                         MOST_SCENARIOS);
}

static gboolean
insert (GramCall *call, const char *title, const char *json, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramScenarioRecord) record = gram_scenario_record_new ();

  if (!check_room (call, refusal, error))
    return FALSE;
  record->account_id = call->account->id;
  record->year = (int)gram_call_get_int64 (call, "year", 0);
  g_set_str (&record->title, title);
  g_set_str (&record->content, json);
  record->saved_by = gram_call_person_id (call);
  record->saved_at = call->now;
  if (!gram_scenario_table_insert (call->unit, record, error))
    return FALSE;
  gram_call_answer_int64 (call, "scenario", record->id);
  gram_call_answer_int64 (call, "version", record->version);
  return TRUE;
}

static gboolean
update (GramCall *call, const char *title, const char *json, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramScenarioRecord) before = NULL;
  g_autoptr (GramScenarioRecord) after = NULL;

  if (!find (call, &before, refusal, error) || !check_version (call, before, refusal))
    return FALSE;
  if (before->year != gram_call_get_int64 (call, "year", 0))
    return gram_refuse (refusal, "scenario.year", NULL,
                        _ ("“%s” is a scenario of %d; save a new one for another year"),
                        before->title, before->year);
  after = gram_scenario_record_copy (before);
  g_set_str (&after->title, title);
  g_set_str (&after->content, json);
  after->saved_by = gram_call_person_id (call);
  after->saved_at = call->now;
  if (!gram_scenario_table_update (call->unit, before, after, error))
    return FALSE;
  gram_call_answer_int64 (call, "scenario", before->id);
  gram_call_answer_int64 (call, "version", before->version + 1);
  return TRUE;
}

gboolean
gram_scenarios_save (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GVariant) scenario = gram_call_dup_value (call, "scenario");
  g_autofree char *title = NULL;
  g_autofree char *json = NULL;

  if (!gram_text_check (&title_rule, gram_call_get_string (call, "title"), &title, refusal)
      || !read_content (call, &json, refusal, error))
    return FALSE;
  return scenario != NULL ? update (call, title, json, refusal, error)
                          : insert (call, title, json, refusal, error);
}

gboolean
gram_scenarios_remove (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramScenarioRecord) before = NULL;
  g_autoptr (GramScenarioRecord) after = NULL;

  if (!find (call, &before, refusal, error))
    return FALSE;
  after = gram_scenario_record_copy (before);
  after->active = FALSE;
  return gram_scenario_table_update (call->unit, before, after, error);
}
