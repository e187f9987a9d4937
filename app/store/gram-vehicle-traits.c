/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-traits.h"

#include "gram-statement.h"
#include "gram-store-private.h"

#include <string.h>

/* Characters of a label: shorter words than the full-text index can find. */
#define START 2

/* The last number says no more than that there is a vehicle. */
#define MANY G_MAXUINT16

typedef struct
{
  char *make;
  char *model;
} Model;

struct _GramVehicleTraits
{
  gint64 account_id;

  /* State of the full-text index, which every change of a text changes. */
  GBytes *version;

  /* Read amid a unit, which may yet be undone. */
  gboolean in_unit;

  GArray *models;
  GPtrArray *starts;
  GArray *traits;
};

static void
clear_model (gpointer data)
{
  Model *model = data;

  g_free (model->make);
  g_free (model->model);
}

static GramVehicleTraits *
traits_new (gint64 account_id, GBytes *version, gboolean in_unit)
{
  GramVehicleTraits *self = g_new0 (GramVehicleTraits, 1);

  self->account_id = account_id;
  self->version = g_bytes_ref (version);
  self->in_unit = in_unit;
  self->models = g_array_new (FALSE, FALSE, sizeof (Model));
  g_array_set_clear_func (self->models, clear_model);
  self->starts = g_ptr_array_new_with_free_func (g_free);
  self->traits = g_array_new (FALSE, TRUE, sizeof (GramVehicleTrait));
  return self;
}

void
_gram_vehicle_traits_free (GramVehicleTraits *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->version);
  g_array_unref (self->models);
  g_ptr_array_unref (self->starts);
  g_array_unref (self->traits);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleTraits, _gram_vehicle_traits_free)

/* The engine's record of the index's segments counts each write. */
static GBytes *
read_version (GramStore *store, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  const guint8 *bytes;
  gsize size;

  statement = gram_statement_prepare (store, "SELECT block FROM vehicle_search_data WHERE id = 10",
                                      error);
  if (statement == NULL)
    return NULL;
  switch (gram_statement_step (statement, error))
    {
    case GRAM_STEP_ROW:
      bytes = gram_statement_bytes (statement, 0, &size);
      return g_bytes_new (bytes, size);
    case GRAM_STEP_DONE:
      return g_bytes_new (NULL, 0);
    case GRAM_STEP_ERROR:
    default:
      return NULL;
    }
}

static GramVehicleTrait *
trait_of (GramVehicleTraits *self, gint64 id, GError **error)
{
  if (id <= 0 || id >= self->traits->len)
    {
      g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                   "vehicle has the id %" G_GINT64_FORMAT, id);
      return NULL;
    }
  return &g_array_index (self->traits, GramVehicleTrait, id);
}

/* Room for the traits of every id that there is. */
static gboolean
make_room (GramVehicleTraits *self, GramStore *store, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  gint64 last;

  statement = gram_statement_prepare (store, "SELECT coalesce (max (id), 0) FROM vehicle", error);
  if (statement == NULL || gram_statement_step (statement, error) != GRAM_STEP_ROW)
    return FALSE;
  last = gram_statement_int64 (statement, 0);
  if (last >= G_MAXUINT32 / (gint64)sizeof (GramVehicleTrait))
    {
      g_set_error (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT,
                   "vehicle has the id %" G_GINT64_FORMAT, last);
      return FALSE;
    }
  g_array_set_size (self->traits, (guint)last + 1);
  return TRUE;
}

static GramStatement *
prepare (GramVehicleTraits *self, GramStore *store, const char *sql, GError **error)
{
  g_autoptr (GramStatement) statement = gram_statement_prepare (store, sql, error);

  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, self->account_id);
  return g_steal_pointer (&statement);
}

/* In the order of the index, so that equal ones follow one another. */
static gboolean
read_models (GramVehicleTraits *self, GramStore *store, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  Model last = { NULL, NULL };
  GramStep step;

  statement = prepare (self, store,
                       "SELECT id, make, model FROM vehicle WHERE account_id = $1"
                       " ORDER BY make, model, id",
                       error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      const char *make = gram_statement_text (statement, 1);
      const char *model = gram_statement_text (statement, 2);
      GramVehicleTrait *trait = trait_of (self, gram_statement_int64 (statement, 0), error);

      if (trait == NULL)
        return FALSE;
      if (last.make == NULL || g_ascii_strcasecmp (last.model, model) != 0
          || g_ascii_strcasecmp (last.make, make) != 0)
        {
          last = (Model){ g_strdup (make), g_strdup (model) };
          g_array_append_val (self->models, last);
        }
      trait->model = (guint16)MIN (self->models->len, MANY);
    }
  return step == GRAM_STEP_DONE;
}

static gsize
start_length (const char *label)
{
  const char *end = label;

  for (int i = 0; i < START && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return (gsize)(end - label);
}

static gboolean
read_starts (GramVehicleTraits *self, GramStore *store, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  const char *last = NULL;
  gsize length = 0;
  GramStep step;

  statement = prepare (self, store,
                       "SELECT id, label FROM vehicle WHERE account_id = $1"
                       " ORDER BY label, id",
                       error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      const char *label = gram_statement_text (statement, 1);
      GramVehicleTrait *trait = trait_of (self, gram_statement_int64 (statement, 0), error);

      if (trait == NULL)
        return FALSE;
      if (last == NULL || g_ascii_strncasecmp (label, last, length) != 0
          || start_length (label) != length)
        {
          char *start;

          length = start_length (label);
          start = g_strndup (label, length);
          last = start;
          g_ptr_array_add (self->starts, start);
        }
      trait->start = (guint16)MIN (self->starts->len, MANY);
    }
  return step == GRAM_STEP_DONE;
}

const GramVehicleTraits *
_gram_vehicle_traits_get (GramStore *store, gint64 account_id, GError **error)
{
  const GramVehicleTraits *kept = store->traits;
  g_autoptr (GBytes) version = read_version (store, error);
  g_autoptr (GramVehicleTraits) self = NULL;

  if (version == NULL)
    return NULL;
  if (kept != NULL && kept->account_id == account_id && !kept->in_unit
      && g_bytes_equal (kept->version, version))
    return kept;
  g_clear_pointer (&store->traits, _gram_vehicle_traits_free);
  self = traits_new (account_id, version, store->unit != NULL);
  if (!make_room (self, store, error) || !read_models (self, store, error)
      || !read_starts (self, store, error))
    return NULL;
  return store->traits = g_steal_pointer (&self);
}

const GramVehicleTrait *
_gram_vehicle_traits_by_id (const GramVehicleTraits *self, guint *end)
{
  *end = self->traits->len;
  return &g_array_index (self->traits, GramVehicleTrait, 0);
}

guint
_gram_vehicle_traits_last_model (const GramVehicleTraits *self)
{
  return MIN (self->models->len, MANY - 1);
}

const char *
_gram_vehicle_traits_make (const GramVehicleTraits *self, guint number)
{
  return g_array_index (self->models, Model, number - 1).make;
}

const char *
_gram_vehicle_traits_model (const GramVehicleTraits *self, guint number)
{
  return g_array_index (self->models, Model, number - 1).model;
}

guint
_gram_vehicle_traits_last_start (const GramVehicleTraits *self)
{
  return MIN (self->starts->len, MANY - 1);
}

const char *
_gram_vehicle_traits_start (const GramVehicleTraits *self, guint number)
{
  return g_ptr_array_index (self->starts, number - 1);
}
