/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-practice-life.h"

#include "gram-case-query.h"
#include "gram-json-variant.h"
#include "gram-vehicle-table.h"

#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>

#define EVIDENCE_PATH "/io/github/gramledger/Gram/practice/evidence/"

struct _GramPracticeLife
{
  GramRegistry *registry;
  const GramPracticeData *data;
  char **numbers;
  const char *folder;
  /* name -> JSON text */
  GHashTable *kept;
  /* paths of files that were written */
  GPtrArray *files;
};

/* A step whose arguments are read. */
typedef struct
{
  GramPracticeLife *life;
  const GramPracticeStep *step;
  GError **error;
} Reading;

static void
remove_file (gpointer path)
{
  g_unlink (path);
  g_free (path);
}

GramPracticeLife *
gram_practice_life_new (GramRegistry *registry,
                        const GramPracticeData *data,
                        char **numbers,
                        const char *folder)
{
  GramPracticeLife *self = g_new0 (GramPracticeLife, 1);

  self->registry = registry;
  self->data = data;
  self->numbers = numbers;
  self->folder = folder;
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->files = g_ptr_array_new_with_free_func (remove_file);
  return self;
}

void
gram_practice_life_free (GramPracticeLife *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->kept);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static guint
place_of (const GramPracticeLife *self, const char *fleet)
{
  for (guint i = 0; i < self->data->accounts->len; i++)
    if (g_str_equal (((const GramPracticeAccount *)self->data->accounts->pdata[i])->fleet, fleet))
      return i;
  g_error ("life.csv names a fleet “%s” that is not there", fleet);
}

/* Accounts have their rows in the order in which they were opened. */
static gint64
account_id (const Reading *reading)
{
  return place_of (reading->life, reading->step->fleet) + 1;
}

static gboolean
append_account (Reading *reading, const char *fleet, GString *text)
{
  guint place = place_of (reading->life, *fleet != '\0' ? fleet : reading->step->fleet);

  gram_json_append_string (text, reading->life->numbers[place], -1);
  return TRUE;
}

/* `N:WORDS`, in one state. */
static gboolean
append_vehicle (Reading *reading, const char *which, int status, GString *text)
{
  const char *words = strchr (which, ':');
  guint number = (guint)g_ascii_strtoull (which, NULL, 10);
  const GramVehicleQuery query = { .account_id = account_id (reading),
                                   .statuses = 1u << status,
                                   .attentions = 1u << GRAM_ATTENTION_NONE,
                                   .order = GRAM_VEHICLE_ORDER_LABEL,
                                   .search = words != NULL ? (char *)words + 1 : NULL };
  g_autoptr (GArray) ids
      = gram_vehicle_table_ids (gram_registry_get_store (reading->life->registry), &query, number,
                                reading->error);

  if (ids == NULL)
    return FALSE;
  if (number == 0 || ids->len < number)
    g_error ("life.csv names a vehicle “%s” that is not there", which);
  g_string_append_printf (text, "%" PRId64, g_array_index (ids, gint64, number - 1));
  return TRUE;
}

static gboolean
append_cases (Reading *reading, const char *kind, gboolean all, GString *text)
{
  GramCaseQuery query = { .account_id = account_id (reading),
                          .states = GRAM_CASE_UNDECIDED,
                          .order = GRAM_CASE_ORDER_NUMBER };
  g_autoptr (GArray) ids = NULL;
  int value;

  if (!gram_word_parse ("case-kind", kind, &value))
    g_error ("life.csv names a kind of case “%s” that there is not", kind);
  query.kinds = (guint)value;
  ids = gram_case_table_ids (gram_registry_get_store (reading->life->registry), &query, 0,
                             reading->error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    g_error ("life.csv names a case “%s” that is not there", kind);
  g_string_append (text, all ? "[" : "");
  for (guint i = 0; i < (all ? ids->len : 1); i++)
    g_string_append_printf (text, "%s%" PRId64, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append (text, all ? "]" : "");
  return TRUE;
}

static gboolean
append_named (Reading *reading, const char *name, GString *text)
{
  static const struct
  {
    const char *prefix;
    int status;
  } states[] = {
    { "entered:", GRAM_VEHICLE_ENTERED },
    { "ready:", GRAM_VEHICLE_READY },
    { "accepted:", GRAM_VEHICLE_ACCEPTED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_has_prefix (name, states[i].prefix))
      return append_vehicle (reading, name + strlen (states[i].prefix), states[i].status, text);
  if (g_str_has_prefix (name, "case:"))
    return append_cases (reading, name + strlen ("case:"), FALSE, text);
  if (g_str_has_prefix (name, "cases:"))
    return append_cases (reading, name + strlen ("cases:"), TRUE, text);
  return append_account (reading, name, text);
}

static gboolean
append_kept (Reading *reading, const char *name, GString *text)
{
  const char *json = g_hash_table_lookup (reading->life->kept, name);

  if (json == NULL)
    g_error ("life.csv names “%s” before it is kept", name);
  g_string_append (text, json);
  return TRUE;
}

static gboolean
append_file (Reading *reading, const char *name, GString *text)
{
  g_autofree char *resource = g_strconcat (EVIDENCE_PATH, name, NULL);
  char *path = g_build_filename (reading->life->folder, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, 0, reading->error);

  /* It is removed in the end, whatever comes of it. */
  g_ptr_array_add (reading->life->files, path);
  gram_json_append_string (text, path, -1);
  return bytes != NULL
         && g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                 (gssize)g_bytes_get_size (bytes), reading->error);
}

/* One string of the arguments. */
static gboolean
append_string (Reading *reading, const char *string, GString *text)
{
  switch (*string)
    {
    case '@':
      return append_named (reading, string + 1, text);
    case '$':
      return append_kept (reading, string + 1, text);
    case '/':
      return append_file (reading, string + 1, text);
    default:
      gram_json_append_string (text, string, -1);
      return TRUE;
    }
}

/* Every second part between apostrophes is a string. */
GVariant *
gram_practice_life_read (GramPracticeLife *self, const GramPracticeStep *step, GError **error)
{
  Reading reading = { self, step, error };
  g_auto (GStrv) parts = g_strsplit (step->arguments, "'", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;
  GramJson root;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i % 2 == 0)
        g_string_append (text, parts[i]);
      else if (!append_string (&reading, parts[i], text))
        return NULL;
    }
  node = gram_json_parse (text->str, -1, error);
  if (node == NULL)
    return NULL;
  root = gram_json_root (node);
  return gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, error);
}

void
gram_practice_life_keep (GramPracticeLife *self, const GramPracticeStep *step, GVariant *result)
{
  static const char *const members[]
      = { "code", "case", "cases", "message", "pool", "notice", "transfer" };
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) first = NULL;

  if (*step->keep == '\0')
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (members) && value == NULL; i++)
    value = g_variant_lookup_value (result, members[i], NULL);
  if (value == NULL)
    g_error ("life.csv keeps “%s”, but %s makes nothing to keep", step->keep, step->command);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY))
    first = g_variant_get_child_value (value, 0);
  g_hash_table_insert (self->kept, step->keep,
                       gram_json_from_variant (first != NULL ? first : value));
}
