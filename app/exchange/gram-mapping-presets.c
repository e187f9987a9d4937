/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-mapping-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GramField field;
  GramCombine combine;
  const char *prefix;
  const char *columns[GRAM_MAPPING_MAX_PARTS];
} PresetSource;

typedef struct
{
  const char *name;
  const char *title;
  /* Columns by which a file is known; of the second list one is enough. */
  const char *all_of[6];
  const char *one_of[6];
  const PresetSource *sources;
  const char *identity[GRAM_MAPPING_MAX_IDENTITY + 1];
  gboolean row_keys;
  gboolean guarded;
} Preset;

static const PresetSource eea_sources[] = {
  { GRAM_FIELD_REGISTER_KEY, GRAM_COMBINE_KEY, "eea", { "year", "ID" } },
  { GRAM_FIELD_MAKE, GRAM_COMBINE_FIRST, NULL, { "Mk", "Mh", "Man" } },
  { GRAM_FIELD_MODEL, GRAM_COMBINE_FIRST, NULL, { "Cn" } },
  { GRAM_FIELD_VARIANT, GRAM_COMBINE_JOIN, NULL, { "T", "Va", "Ve" } },
  { GRAM_FIELD_CLASS, GRAM_COMBINE_FIRST, NULL, { "Cr", "Ct" } },
  { GRAM_FIELD_FUEL, GRAM_COMBINE_FIRST, NULL, { "Ft" } },
  { GRAM_FIELD_ENGINE_CC, GRAM_COMBINE_FIRST, NULL, { "ec (cm3)" } },
  { GRAM_FIELD_MASS_KG, GRAM_COMBINE_FIRST, NULL, { "m (kg)" } },
  { GRAM_FIELD_CO2, GRAM_COMBINE_FIRST, NULL, { "Ewltp (g/km)" } },
  { GRAM_FIELD_SAVING, GRAM_COMBINE_FIRST, NULL, { "Erwltp (g/km)" } },
  { GRAM_FIELD_ECO_CODES, GRAM_COMBINE_FIRST, NULL, { "IT" } },
  { GRAM_FIELD_UNITS, GRAM_COMBINE_FIRST, NULL, { "r" } },
  { GRAM_FIELD_REGISTERED_ON, GRAM_COMBINE_FIRST, NULL, { "Date of registration" } },
  { 0, 0, NULL, { NULL } },
};

/* No CO₂, no weight, no VIN: see GramMapping in the header. */
static const PresetSource mvr_sources[] = {
  { GRAM_FIELD_REGISTER_KEY, GRAM_COMBINE_KEY, "mvr", { "OBJECTID" } },
  { GRAM_FIELD_MAKE, GRAM_COMBINE_FIRST, NULL, { "MAKE" } },
  { GRAM_FIELD_MODEL, GRAM_COMBINE_FIRST, NULL, { "MODEL" } },
  { GRAM_FIELD_VARIANT, GRAM_COMBINE_FIRST, NULL, { "SUBMODEL" } },
  { GRAM_FIELD_CLASS, GRAM_COMBINE_FIRST, NULL, { "CLASS" } },
  { GRAM_FIELD_CONDITION, GRAM_COMBINE_FIRST, NULL, { "IMPORT_STATUS" } },
  { GRAM_FIELD_MADE_YEAR, GRAM_COMBINE_FIRST, NULL, { "VEHICLE_YEAR" } },
  { GRAM_FIELD_FUEL, GRAM_COMBINE_FIRST, NULL, { "MOTIVE_POWER" } },
  { GRAM_FIELD_ENGINE_CC, GRAM_COMBINE_FIRST, NULL, { "CC_RATING" } },
  { 0, 0, NULL, { NULL } },
};

static const Preset presets[] = {
  { "gram",
    N_ ("Gram’s own template"),
    { "co2_g_km", NULL },
    { "vin", "chassis", "identifier", "register_key", NULL },
    NULL,
    { NULL },
    FALSE,
    TRUE },
  { "eea",
    N_ ("EEA CO₂ monitoring file"),
    { "Mk", "Cn", "r", "Ewltp (g/km)", NULL },
    { NULL },
    eea_sources,
    { "Country", "MS", "VFN", "Mp", "Mh", "Man", "TAN", "Ct", "Fm", "year", "Status", NULL },
    TRUE,
    FALSE },
  { "nz-mvr",
    N_ ("New Zealand Motor Vehicle Register, open data"),
    { "MAKE", "MODEL", "VEHICLE_YEAR", "MOTIVE_POWER", NULL },
    { "OBJECTID", "VIN11", "CHASSIS7", NULL },
    mvr_sources,
    { "VIN11", "CHASSIS7", "FIRST_NZ_REGISTRATION_YEAR", "FIRST_NZ_REGISTRATION_MONTH", NULL },
    TRUE,
    FALSE },
};

static const char *const names[] = { "gram", "eea", "nz-mvr", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (presets) + 1);

static const Preset *
find_preset (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_strcmp0 (presets[i].name, name) == 0)
      return &presets[i];
  return NULL;
}

static void
set_source (GramMapping *self, const PresetSource *preset)
{
  GramSource *source = &self->sources[preset->field];

  source->combine = preset->combine;
  source->prefix = g_strdup (preset->prefix);
  source->optional = TRUE;
  for (guint i = 0; i < GRAM_MAPPING_MAX_PARTS && preset->columns[i] != NULL; i++)
    source->columns[source->n_columns++] = g_strdup (preset->columns[i]);
}

GramMapping *
gram_mapping_new_preset (const char *name)
{
  const Preset *preset = find_preset (name);
  GramMapping *self;

  if (preset == NULL)
    return NULL;
  self = gram_mapping_new ();
  g_set_str (&self->name, preset->name);
  self->row_keys = preset->row_keys;
  self->guarded = preset->guarded;
  self->identity = g_strdupv ((char **)preset->identity);
  for (guint i = 0; preset->sources != NULL && preset->sources[i].columns[0] != NULL; i++)
    set_source (self, &preset->sources[i]);
  for (guint field = 0; preset->sources == NULL && field < GRAM_N_FIELDS; field++)
    set_source (self,
                &(PresetSource){ .field = field, .columns = { gram_field_info (field)->key } });
  return self;
}

const char *const *
gram_mapping_presets (void)
{
  return names;
}

const char *
gram_mapping_preset_title (const char *preset)
{
  const Preset *found = find_preset (preset);

  return found == NULL ? _ ("Own mapping") : _ (found->title);
}

const char *
gram_mapping_detect (const char *const *columns)
{
  g_return_val_if_fail (columns != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      gboolean all = TRUE;
      gboolean one = presets[i].one_of[0] == NULL;

      for (guint j = 0; all && presets[i].all_of[j] != NULL; j++)
        all = _gram_mapping_find_column (columns, presets[i].all_of[j]) >= 0;
      for (guint j = 0; all && !one && presets[i].one_of[j] != NULL; j++)
        one = _gram_mapping_find_column (columns, presets[i].one_of[j]) >= 0;
      if (all && one)
        return presets[i].name;
    }
  return NULL;
}

gboolean
gram_mapping_fits (const GramMapping *self, const char *const *columns)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (columns != NULL, FALSE);

  for (guint field = 0; field < GRAM_N_FIELDS; field++)
    for (guint i = 0; i < self->sources[field].n_columns; i++)
      if (_gram_mapping_find_column (columns, self->sources[field].columns[i]) >= 0)
        return TRUE;
  return FALSE;
}
