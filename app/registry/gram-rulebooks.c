/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebooks.h"

#include "gram-handlers.h"
#include "gram-registry-resource.h"
#include "gram-rulebook-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RULEBOOKS_PATH "/io/github/gramledger/Gram/rulebooks/"
/* A rulebook has some kilobytes; a larger file is a mistake. */
#define MAX_RULEBOOK_BYTES (1024 * 1024)

/* Publishes one text; @from names it in a refusal. */
static gboolean
publish_text (GramCall *call,
              const char *text,
              const char *from,
              GramRulebook **published,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GramRulebookRecord) record = gram_rulebook_record_new ();
  g_autoptr (GPtrArray) present = NULL;
  g_autoptr (GError) problem = NULL;

  rulebook = gram_rulebook_parse (text, -1, &problem);
  if (rulebook == NULL)
    return gram_refuse (refusal, "rulebook.invalid", NULL, _ ("%s is not a rulebook: %s"), from,
                        problem->message);

  present = gram_rulebook_table_list (call->store, error);
  if (present == NULL)
    return FALSE;
  record->scheme = g_strdup (gram_word_for ("scheme", (int)rulebook->scheme));
  for (guint i = 0; i < present->len; i++)
    {
      const GramRulebookRecord *other = present->pdata[i];

      if (g_str_equal (other->scheme, record->scheme)
          && g_str_equal (other->version, rulebook->version))
        return gram_refuse (refusal, "rulebook.version-taken", NULL,
                            _ ("The rulebook %s is published already; give the new one another "
                               "version, it is superseded, never edited"),
                            rulebook->version);
    }

  record->version = g_strdup (rulebook->version);
  record->valid_from = gram_date_format (rulebook->valid_from);
  record->content = g_strdup (text);
  record->published_at = call->now;
  if (!gram_rulebook_table_insert (call->unit, record, error))
    return FALSE;
  *published = g_steal_pointer (&rulebook);
  return TRUE;
}

static GBytes *
load_file (const char *path, GramRefusal **refusal)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *data = g_malloc (MAX_RULEBOOK_BYTES + 1);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) problem = NULL;
  gsize n_bytes = 0;

  /* Another kind of file than one on the disk may have no end, or keep us waiting. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      gram_refuse (refusal, "file.unreadable", NULL, _ ("“%s” is not a file"), base);
      return NULL;
    }
  stream = g_file_read (file, NULL, &problem);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), data, MAX_RULEBOOK_BYTES + 1, &n_bytes,
                                   NULL, &problem))
    {
      gram_refuse (refusal, "file.unreadable", NULL, _ ("The file “%s” cannot be read: %s"), base,
                   problem->message);
      return NULL;
    }
  if (n_bytes > MAX_RULEBOOK_BYTES)
    {
      gram_refuse (refusal, "rulebook.invalid", NULL,
                   _ ("The file “%s” is too large for a rulebook"), base);
      return NULL;
    }
  if (memchr (data, '\0', n_bytes) != NULL)
    {
      gram_refuse (refusal, "rulebook.invalid", NULL, _ ("The file “%s” is not text"), base);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), n_bytes);
}

static char *
text_of (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data != NULL ? data : "", size);
}

gboolean
gram_rulebooks_publish (GramCall *call, GramRefusal **refusal, GError **error)
{
  const char *content = gram_call_get_string (call, "content");
  const char *path = gram_call_get_string (call, "file");
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autofree char *valid_from = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *text = NULL;

  if ((content == NULL) == (path == NULL))
    return gram_refuse (refusal, "argument.missing", NULL,
                        _ ("rulebook.publish needs either “content” or “file”"));
  if (path != NULL)
    {
      g_autoptr (GBytes) bytes = load_file (path, refusal);

      if (bytes == NULL)
        return FALSE;
      text = text_of (bytes);
      content = text;
    }
  if (!publish_text (call, content, _ ("The text"), &rulebook, refusal, error))
    return FALSE;

  valid_from = gram_date_format (rulebook->valid_from);
  gram_call_answer_string (call, "scheme", gram_word_for ("scheme", (int)rulebook->scheme));
  gram_call_answer_string (call, "version", rulebook->version);
  gram_call_answer_string (call, "valid-from", valid_from);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  gram_call_answer_string (call, "sha256", digest);
  return TRUE;
}

void
gram_registry_use_resource (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      gram_registry_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* Names of what a folder holds, sorted; of the built-in ones for NULL. */
static GStrv
list_names (const char *folder, GramRefusal **refusal)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) problem = NULL;
  GStrv names;

  if (folder == NULL)
    {
      g_auto (GStrv) children = NULL;

      gram_registry_use_resource ();
      children = g_resources_enumerate_children (RULEBOOKS_PATH, 0, NULL);
      if (children != NULL)
        g_strv_builder_addv (builder, (const char **)children);
    }
  else
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, &problem);
      const char *name;

      if (dir == NULL)
        {
          gram_refuse (refusal, "file.unreadable", NULL, _ ("The rulebooks cannot be read: %s"),
                       problem->message);
          return NULL;
        }
      while ((name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".json"))
          g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

static GBytes *
load_named (const char *folder, const char *name, GramRefusal **refusal, GError **error)
{
  g_autofree char *path = g_build_filename (folder != NULL ? folder : RULEBOOKS_PATH, name, NULL);

  return folder != NULL ? load_file (path, refusal) : g_resources_lookup_data (path, 0, error);
}

static void
take_answer (GramCall *call, const char *name, GStrvBuilder *builder)
{
  g_auto (GStrv) texts = g_strv_builder_end (builder);

  gram_call_answer (call, name, g_variant_new_strv ((const char *const *)texts, -1));
}

gboolean
gram_rulebooks_publish_folder (GramCall *call,
                               const char *folder,
                               GramRefusal **refusal,
                               GError **error)
{
  g_auto (GStrv) names = list_names (folder, refusal);
  g_autoptr (GStrvBuilder) versions = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) digests = g_strv_builder_new ();

  if (names == NULL)
    return FALSE;
  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (GBytes) bytes = load_named (folder, *name, refusal, error);
      g_autoptr (GramRulebook) rulebook = NULL;
      g_autofree char *text = NULL;

      if (bytes == NULL)
        return FALSE;
      text = text_of (bytes);
      if (!publish_text (call, text, *name, &rulebook, refusal, error))
        return FALSE;
      g_strv_builder_add (versions, rulebook->version);
      g_strv_builder_take (digests, g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1));
    }
  take_answer (call, "rulebooks", versions);
  take_answer (call, "rulebooks-sha256", digests);
  return TRUE;
}

GHashTable *
gram_rulebooks_table_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                (GDestroyNotify)gram_rulebook_unref);
}

gboolean
gram_rulebooks_read (GramStore *store,
                     gint64 id,
                     GHashTable *known,
                     GramRulebook **rulebook,
                     GError **error)
{
  g_autoptr (GramRulebookRecord) record = NULL;
  GramRulebook *before = known != NULL ? g_hash_table_lookup (known, &id) : NULL;

  *rulebook = before != NULL ? gram_rulebook_ref (before) : NULL;
  if (before != NULL)
    return TRUE;
  if (!gram_rulebook_table_get (store, id, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  *rulebook = gram_rulebook_parse (record->content, -1, error);
  if (*rulebook != NULL && known != NULL)
    g_hash_table_insert (known, g_memdup2 (&id, sizeof id), gram_rulebook_ref (*rulebook));
  return *rulebook != NULL;
}

gboolean
gram_rulebooks_in_force (GramStore *store,
                         GramAccountKind kind,
                         const char *today,
                         gint64 *id,
                         GramRulebook **rulebook,
                         GError **error)
{
  const char *scheme = gram_word_for ("scheme", (int)gram_account_kind_scheme (kind));
  g_autoptr (GramRulebookRecord) record = NULL;

  *id = 0;
  *rulebook = NULL;
  if (!gram_rulebook_table_newest (store, scheme, today, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  *rulebook = gram_rulebook_parse (record->content, -1, error);
  *id = record->id;
  return *rulebook != NULL;
}
