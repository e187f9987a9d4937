/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-registry-private.h"

#include "gram-calendar.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static GramRegistry *
registry_new (GramStore *store)
{
  GramRegistry *self = g_new0 (GramRegistry, 1);

  self->store = store;
  return self;
}

gboolean
_gram_registry_reload (GramRegistry *self, GError **error)
{
  g_autoptr (GramRegistryRecord) record = NULL;

  if (!gram_registry_table_get (self->store, &record, error))
    return FALSE;
  if (record == NULL)
    {
      g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_NOT_A_REGISTRY,
                   _ ("The set-up of “%s” was never finished. Remove the file and set it up again"),
                   gram_store_get_path (self->store));
      return FALSE;
    }
  g_clear_pointer (&self->record, gram_registry_record_free);
  self->record = g_steal_pointer (&record);
  return TRUE;
}

void
_gram_registry_remove_files (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static void
insert_text (GVariantDict *dict, const char *name, const char *value)
{
  if (value != NULL)
    g_variant_dict_insert (dict, name, "s", value);
}

static GVariant *
setup_arguments (const GramSetup *setup)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  insert_text (&dict, "kind", gram_word_for ("registry-kind", (int)setup->kind));
  insert_text (&dict, "title", setup->title);
  insert_text (&dict, "email", setup->email);
  insert_text (&dict, "name", setup->name);
  insert_text (&dict, "password", setup->password);
  insert_text (&dict, "practice-today", setup->practice_today);
  insert_text (&dict, "rulebook-folder", setup->rulebook_folder);
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

GramRegistry *
gram_registry_create (const char *path,
                      const GramSetup *setup,
                      GramRefusal **refusal,
                      GError **error)
{
  GramSender sender = { .internal = TRUE };
  g_autoptr (GVariant) arguments = NULL;
  g_autoptr (GramRegistry) self = NULL;
  GramStore *store;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (setup != NULL, NULL);

  store = gram_store_create (path, error);
  if (store == NULL)
    return NULL;

  self = registry_new (store);
  /* The first entry of a practice registry's journal lies on its date, too. */
  self->today = g_strdup (setup->practice_today);
  arguments = setup_arguments (setup);
  if (_gram_registry_send (self, &sender, "registry.create", arguments, NULL, refusal, error)
          == GRAM_OUTCOME_DONE
      && _gram_registry_reload (self, error))
    {
      g_clear_pointer (&self->today, g_free);
      return g_steal_pointer (&self);
    }

  g_clear_pointer (&self, gram_registry_close);
  _gram_registry_remove_files (path);
  return NULL;
}

GramRegistry *
gram_registry_open (const char *path, GramStoreMode mode, GError **error)
{
  g_autoptr (GramRegistry) self = NULL;
  GramStore *store;

  g_return_val_if_fail (path != NULL, NULL);

  store = gram_store_open (path, mode, error);
  if (store == NULL)
    return NULL;
  self = registry_new (store);
  return _gram_registry_reload (self, error) ? g_steal_pointer (&self) : NULL;
}

void
gram_registry_close (GramRegistry *self)
{
  if (self == NULL)
    return;
  gram_store_close (self->store);
  gram_registry_record_free (self->record);
  for (gsize i = 0; i < G_N_ELEMENTS (self->rulebooks); i++)
    _gram_rulebook_cache_free (self->rulebooks[i]);
  g_free (self->today);
  g_free (self);
}

GramRegistryKind
gram_registry_get_kind (GramRegistry *self)
{
  g_return_val_if_fail (self != NULL, GRAM_REGISTRY_ADMINISTRATOR);

  return self->record->kind;
}

const char *
gram_registry_get_title (GramRegistry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record->title;
}

GramStore *
gram_registry_get_store (GramRegistry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->store;
}

gint64
_gram_registry_clock (GramRegistry *self)
{
  if (self->moment != 0)
    return self->moment;
  return self->clock != NULL ? self->clock (self->clock_data) : g_get_real_time ();
}

void
_gram_registry_set_clock (GramRegistry *self, GramClockFunc clock, gpointer data)
{
  self->clock = clock;
  self->clock_data = data;
}

/* The date of a practice registry: of this instance, else of the file; NULL: the real one. */
static const char *
practice_today (GramRegistry *self)
{
  if (self->today != NULL)
    return self->today;
  return self->record != NULL ? self->record->practice_today : NULL;
}

gint64
_gram_registry_now (GramRegistry *self)
{
  gint64 now = _gram_registry_clock (self);
  const char *today = practice_today (self);
  GramDate date;

  if (today == NULL || !gram_date_parse (today, GRAM_DATE_ISO, &date, NULL))
    return now;
  /* Noon in Auckland and London lies on the same UTC day but for the hours after; so this day is told within the first
     hour of UTC of that one, and what comes later is later there, too. */
  return gram_date_first_instant (date, GRAM_ZONE_UTC)
         + now % G_TIME_SPAN_DAY / (G_TIME_SPAN_DAY / G_TIME_SPAN_HOUR);
}

char *
gram_registry_dup_today (GramRegistry *self, GramAccountKind kind)
{
  const char *today;

  g_return_val_if_fail (self != NULL, NULL);

  today = practice_today (self);
  if (today != NULL)
    return g_strdup (today);
  return gram_date_format (
      gram_date_from_instant (_gram_registry_clock (self),
                              gram_zone_of_scheme (gram_account_kind_scheme (kind))));
}

gboolean
gram_registry_set_today (GramRegistry *self, const char *today, GramRefusal **refusal)
{
  GramDate date;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (today != NULL, FALSE);

  if (self->record->kind != GRAM_REGISTRY_PRACTICE)
    return gram_refuse (refusal, "registry.no-practice", NULL,
                        _ ("Only a practice registry has a date of its own"));
  if (!gram_date_parse (today, GRAM_DATE_ISO, &date, NULL))
    return gram_refuse (refusal, "registry.bad-date", NULL,
                        _ ("“%s” is not a date like 2026-03-31"), today);
  g_free (self->today);
  self->today = gram_date_format (date);
  return TRUE;
}

GramActor *
_gram_actor_new (const GramPersonRecord *person)
{
  GramActor *self = g_new0 (GramActor, 1);

  g_atomic_ref_count_init (&self->references);
  self->person_id = person->id;
  self->previous_sign_in = person->last_sign_in;
  self->failed_tries = person->failed_tries;
  self->name = g_strdup (person->name);
  self->email = g_strdup (person->email);
  return self;
}

gint64
gram_actor_get_previous_sign_in (const GramActor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->previous_sign_in;
}

int
gram_actor_get_failed_tries (const GramActor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->failed_tries;
}

gint64
gram_actor_get_person_id (const GramActor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->person_id;
}

const char *
gram_actor_get_name (const GramActor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
gram_actor_get_email (const GramActor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->email;
}

GramActor *
gram_actor_ref (GramActor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
gram_actor_unref (GramActor *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->name);
  g_free (self->email);
  g_free (self);
}
