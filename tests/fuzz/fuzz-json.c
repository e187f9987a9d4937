/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fuzz.h"
#include "gram-json-variant.h"

/* What is read and has no doubles and nulls is written canonically, and canonical text stays as
   it is. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (JsonNode) node = gram_json_parse ((const char *)data, (gssize)size, NULL);
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) second = NULL;
  g_autofree char *text = NULL;
  g_autofree char *indented = NULL;
  g_autofree char *twice = NULL;
  g_autoptr (GError) error = NULL;
  GramJson root;

  if (node == NULL)
    return 0;
  root = gram_json_root (node);
  value = gram_json_to_variant (&root, NULL, NULL);
  if (value == NULL)
    return 0;
  text = gram_json_from_variant (value);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  indented = gram_json_from_variant_indented (value);
  again = gram_json_parse (indented, -1, &error);
  g_assert_no_error (error);
  root = gram_json_root (again);
  second = gram_json_to_variant (&root, NULL, &error);
  g_assert_no_error (error);
  twice = gram_json_from_variant (second);
  g_assert_cmpstr (text, ==, twice);
  return 0;
}
