/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fuzz.h"
#include "gram-mapping.h"

/* A mapping that is read is written, and that is read again to the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const columns[] = { "vin", "a", "Mk", "", NULL };
  g_autofree char *input = g_strndup ((const char *)data, size);
  g_autoptr (GramMapping) mapping = gram_mapping_from_json (input, NULL);
  g_autoptr (GramMapping) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *twice = NULL;
  g_autoptr (GError) error = NULL;

  if (mapping == NULL)
    return 0;
  gram_mapping_check (mapping, columns, GRAM_ACCOUNT_CCTS, NULL);
  text = gram_mapping_to_json (mapping);
  again = gram_mapping_from_json (text, &error);
  g_assert_no_error (error);
  twice = gram_mapping_to_json (again);
  g_assert_cmpstr (text, ==, twice);
  return 0;
}
