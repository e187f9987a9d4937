/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handlers.h"
#include "gram-persons.h"
#include "gram-rulebooks.h"
#include "gram-texts.h"

#include "gram-calendar.h"

#include <glib/gi18n-lib.h>

static const GramText title_rule
    = { .name = "title", .title = N_ ("Title of the registry"), .max_length = 100, .needed = TRUE };

static gboolean
read_kind (GramCall *call, GramRegistryRecord *record, GramRefusal **refusal)
{
  const char *word = gram_call_get_string (call, "kind");
  const char *today = gram_call_get_string (call, "practice-today");
  GramDate date;
  int kind;

  if (!gram_word_parse ("registry-kind", word, &kind))
    return gram_refuse (refusal, "registry.kind", NULL,
                        _ ("“%s” is not a kind of registry: administrator, own or practice"), word);
  record->kind = (GramRegistryKind)kind;
  if (today == NULL)
    return TRUE;
  if (record->kind != GRAM_REGISTRY_PRACTICE)
    return gram_refuse (refusal, "registry.no-practice", NULL,
                        _ ("Only a practice registry has a date of its own"));
  if (!gram_date_parse (today, GRAM_DATE_ISO, &date, NULL))
    return gram_refuse (refusal, "registry.bad-date", NULL,
                        _ ("“%s” is not a date like 2026-03-31"), today);
  record->practice_today = gram_date_format (date);
  return TRUE;
}

/* The first person of a registry is its administrator. Rulebooks come with it, so that it can work at once. */
gboolean
gram_setup_registry_create (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramRegistryRecord) record = g_new0 (GramRegistryRecord, 1);
  g_autoptr (GramRegistryRecord) present = NULL;
  g_autoptr (GramPersonRecord) person = gram_person_record_new ();

  if (!gram_registry_table_get (call->store, &present, error))
    return FALSE;
  if (present != NULL)
    return gram_refuse (refusal, "registry.exists", NULL, _ ("The registry is set up already"));

  person->role = GRAM_ROLE_ADMINISTRATOR;
  person->created_at = call->now;
  if (!read_kind (call, record, refusal)
      || !gram_text_check (&title_rule, gram_call_get_string (call, "title"), &record->title,
                           refusal)
      || !gram_persons_fill (call, record->kind, person, refusal, error))
    return FALSE;

  record->created_at = call->now;
  if (!gram_registry_table_insert (call->unit, record, error)
      || !gram_person_table_insert (call->unit, person, error))
    return FALSE;
  if (!gram_rulebooks_publish_folder (call, gram_call_get_string (call, "rulebook-folder"), refusal,
                                      error))
    return FALSE;

  gram_call_answer_int64 (call, "person", person->id);
  return TRUE;
}
