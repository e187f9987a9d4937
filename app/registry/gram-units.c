/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-units.h"

#include "gram-decimal.h"

#include <string.h>

#define CREDIT_PREFIX "ccs-credit/"
#define ALLOWANCE_PREFIX "ccts/"

/* Decimals of a unit by how it begins; what is not here is counted in whole ones. */
static const struct
{
  const char *prefix;
  guint scale;
} scales[] = {
  { CREDIT_PREFIX, GRAM_UNIT_CREDIT_SCALE },
  { "crts/", 1 },
  { "NZD", GRAM_DECIMAL_SCALE_MONEY },
  { "GBP", GRAM_DECIMAL_SCALE_MONEY },
};

char *
gram_unit_make_credit (GramAccountKind kind, int year)
{
  g_return_val_if_fail (gram_account_kind_scheme (kind) == GRAM_SCHEME_CCS, NULL);

  return g_strdup_printf (CREDIT_PREFIX "%s/%d", kind == GRAM_ACCOUNT_CCS_NEW ? "new" : "used",
                          year);
}

char *
gram_unit_make_allowance (int year)
{
  return g_strdup_printf (ALLOWANCE_PREFIX "%d", year);
}

gboolean
gram_unit_is_credit (const char *unit)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  return g_str_has_prefix (unit, CREDIT_PREFIX);
}

gboolean
gram_unit_is_allowance (const char *unit)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  return g_str_has_prefix (unit, ALLOWANCE_PREFIX);
}

int
gram_unit_year (const char *unit)
{
  const char *slash;
  gint64 year;

  g_return_val_if_fail (unit != NULL, 0);

  slash = strrchr (unit, '/');
  if (slash == NULL || !g_ascii_string_to_signed (slash + 1, 10, 1, 9999, &year, NULL))
    return 0;
  return (int)year;
}

char *
gram_unit_format (const char *unit, gint64 amount)
{
  g_return_val_if_fail (unit != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_str_has_prefix (unit, scales[i].prefix))
      return gram_decimal_format (amount, scales[i].scale, scales[i].scale);
  return gram_decimal_format (amount, 0, 0);
}
