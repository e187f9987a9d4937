/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gram-mapping-private.h"

/* Names as people write them, without blanks, signs and case. The first column that has one of
   them wins. */
static const struct
{
  GramField field;
  const char *name;
} plain_names[] = {
  { GRAM_FIELD_VIN, "vin" },
  { GRAM_FIELD_VIN, "vinnumber" },
  { GRAM_FIELD_VIN, "vinno" },
  { GRAM_FIELD_VIN, "vehicleidentificationnumber" },
  { GRAM_FIELD_VIN, "fahrgestellnummer" },
  { GRAM_FIELD_VIN, "fin" },
  { GRAM_FIELD_CHASSIS, "chassis" },
  { GRAM_FIELD_CHASSIS, "chassisno" },
  { GRAM_FIELD_CHASSIS, "chassisnumber" },
  { GRAM_FIELD_CHASSIS, "frameno" },
  { GRAM_FIELD_CHASSIS, "framenumber" },
  { GRAM_FIELD_IDENTIFIER, "identifier" },
  { GRAM_FIELD_IDENTIFIER, "vinorchassis" },
  { GRAM_FIELD_IDENTIFIER, "vinchassis" },
  { GRAM_FIELD_REGISTER_KEY, "registerkey" },
  { GRAM_FIELD_MAKE, "make" },
  { GRAM_FIELD_MAKE, "brand" },
  { GRAM_FIELD_MAKE, "marke" },
  { GRAM_FIELD_MODEL, "model" },
  { GRAM_FIELD_MODEL, "modelname" },
  { GRAM_FIELD_MODEL, "commercialname" },
  { GRAM_FIELD_VARIANT, "variant" },
  { GRAM_FIELD_VARIANT, "submodel" },
  { GRAM_FIELD_CLASS, "class" },
  { GRAM_FIELD_CLASS, "vehicleclass" },
  { GRAM_FIELD_TYPE, "type" },
  { GRAM_FIELD_TYPE, "vehicletypeab" },
  { GRAM_FIELD_CONDITION, "condition" },
  { GRAM_FIELD_CONDITION, "newused" },
  { GRAM_FIELD_MADE_YEAR, "madeyear" },
  { GRAM_FIELD_MADE_YEAR, "yearofmanufacture" },
  { GRAM_FIELD_MADE_YEAR, "manufactureyear" },
  { GRAM_FIELD_FUEL, "fuel" },
  { GRAM_FIELD_FUEL, "fueltype" },
  { GRAM_FIELD_FUEL, "motivepower" },
  { GRAM_FIELD_ENGINE_CC, "enginecc" },
  { GRAM_FIELD_ENGINE_CC, "ccrating" },
  { GRAM_FIELD_ENGINE_CC, "enginecapacity" },
  { GRAM_FIELD_MASS_KG, "masskg" },
  { GRAM_FIELD_MASS_KG, "tareweight" },
  { GRAM_FIELD_MASS_KG, "tareweightkg" },
  { GRAM_FIELD_MASS_KG, "tare" },
  { GRAM_FIELD_MASS_KG, "massinrunningorder" },
  { GRAM_FIELD_TEST_CYCLE, "testcycle" },
  { GRAM_FIELD_CO2_SOURCE, "co2source" },
  { GRAM_FIELD_CO2, "co2" },
  { GRAM_FIELD_CO2, "co2gkm" },
  { GRAM_FIELD_CO2, "co2wltp" },
  { GRAM_FIELD_CO2, "co2wltpgkm" },
  { GRAM_FIELD_CO2, "co2emissionsgkm" },
  { GRAM_FIELD_CO2, "specificco2" },
  { GRAM_FIELD_SAVING, "savinggkm" },
  { GRAM_FIELD_SAVING, "ecoinnovationsavings" },
  { GRAM_FIELD_CORRECTED, "correctedgkm" },
  { GRAM_FIELD_ECO_CODES, "ecocodes" },
  { GRAM_FIELD_ECO_CODES, "ecoinnovationcodes" },
  { GRAM_FIELD_ZERO_EMISSION, "zeroemission" },
  { GRAM_FIELD_ZERO_EMISSION, "zeroemissioncar" },
  { GRAM_FIELD_ZERO_EMISSION, "zecar" },
  { GRAM_FIELD_EXCLUDED, "excluded" },
  { GRAM_FIELD_EXCLUDED, "exclusion" },
  { GRAM_FIELD_EXCLUDED, "exclusionreason" },
  { GRAM_FIELD_UNITS, "units" },
  { GRAM_FIELD_UNITS, "numberofcars" },
  { GRAM_FIELD_REGISTERED_ON, "registeredon" },
  { GRAM_FIELD_REGISTERED_ON, "dateofregistration" },
  { GRAM_FIELD_REGISTERED_ON, "dateoffirstregistration" },
  { GRAM_FIELD_REGISTERED_ON, "firstregistration" },
  { GRAM_FIELD_REGISTERED_ON, "registrationdate" },
  { GRAM_FIELD_STATUS, "status" },
};

/* Letters and digits of a name; the 2 of CO₂ counts as one. */
static char *
plain_name (const char *name)
{
  g_autofree char *folded = gram_column_fold (name);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);

  for (const char *at = normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isalnum (character))
        g_string_append_unichar (plain, character);
    }
  return g_string_free_and_steal (plain);
}

GramMapping *
gram_mapping_new_proposal (const char *const *columns)
{
  GramMapping *self;

  g_return_val_if_fail (columns != NULL, NULL);

  self = gram_mapping_new ();
  for (gsize i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *plain = plain_name (columns[i]);

      for (gsize j = 0; j < G_N_ELEMENTS (plain_names); j++)
        if (strcmp (plain_names[j].name, plain) == 0
            && self->sources[plain_names[j].field].n_columns == 0)
          gram_mapping_set_column (self, plain_names[j].field, columns[i]);
    }
  return self;
}
