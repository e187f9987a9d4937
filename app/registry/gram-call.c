/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-call.h"

const char *
gram_call_get_string (GramCall *self, const char *name)
{
  const char *value = NULL;

  return g_variant_lookup (self->arguments, name, "&s", &value) ? value : NULL;
}

gint64
gram_call_get_int64 (GramCall *self, const char *name, gint64 otherwise)
{
  gint64 value = otherwise;

  g_variant_lookup (self->arguments, name, "x", &value);
  return value;
}

gboolean
gram_call_get_boolean (GramCall *self, const char *name)
{
  gboolean value = FALSE;

  g_variant_lookup (self->arguments, name, "b", &value);
  return value;
}

GVariant *
gram_call_dup_value (GramCall *self, const char *name)
{
  return g_variant_lookup_value (self->arguments, name, NULL);
}

GArray *
gram_call_dup_ids (GramCall *self, const char *name)
{
  g_autoptr (GVariant) value = gram_call_dup_value (self, name);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 *named = NULL;
  gsize n_named = 0;

  if (value != NULL)
    named = g_variant_get_fixed_array (value, &n_named, sizeof (gint64));
  for (gsize i = 0; i < n_named; i++)
    if (g_hash_table_add (seen, (gpointer)&named[i]))
      g_array_append_val (ids, named[i]);
  return ids;
}

gint64
gram_call_person_id (const GramCall *self)
{
  return self->person != NULL ? self->person->id : 0;
}

char *
gram_call_dup_today (GramCall *self)
{
  g_assert (self->account != NULL);

  return gram_registry_dup_today (self->registry, self->account->kind);
}

void
gram_call_answer_string (GramCall *self, const char *name, const char *value)
{
  gram_call_answer (self, name, g_variant_new_string (value));
}

void
gram_call_answer_int64 (GramCall *self, const char *name, gint64 value)
{
  gram_call_answer (self, name, g_variant_new_int64 (value));
}

void
gram_call_answer (GramCall *self, const char *name, GVariant *value)
{
  g_variant_dict_insert_value (&self->result, name, value);
}

void
gram_call_answer_secret (GramCall *self, const char *name, const char *value)
{
  g_variant_dict_insert (&self->secrets, name, "s", value);
}

void
gram_call_touches (GramCall *self, const char *subject, gint64 subject_id)
{
  GramCallSubject touched = { subject, subject_id };

  if (self->subjects == NULL)
    self->subjects = g_array_new (FALSE, FALSE, sizeof (GramCallSubject));
  g_array_append_val (self->subjects, touched);
}

void
gram_call_keep_internal (GramCall *self)
{
  self->internal = TRUE;
}

void
gram_call_note (GramCall *self, const char *name, const char *value)
{
  g_variant_dict_insert (&self->notes, name, "s", value);
}

gboolean
gram_call_progress (GramCall *self, gint64 done, gint64 total, gint64 rows, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->progress != NULL)
    self->progress (done, total, rows, self->progress_data);
  return TRUE;
}
