/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-settlement-arguments.h"

#include "gram-decimal.h"

char *
gram_settlement_dup_argument (GramCall *call, const char *name)
{
  g_autoptr (GVariant) value = gram_call_dup_value (call, name);

  if (value == NULL)
    return g_strdup ("");
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return gram_decimal_format (g_variant_get_int64 (value), 0, 0);
  return g_variant_dup_string (value, NULL);
}

void
gram_settlement_answer_decimal (GramCall *call, const char *name, gint64 value, guint scale)
{
  char text[GRAM_DECIMAL_BUFFER];

  gram_call_answer_string (call, name, gram_decimal_print (text, value, scale, scale));
}

void
gram_settlement_answer_whole (GramCall *call, const char *name, gint64 value)
{
  gram_settlement_answer_decimal (call, name, value, 0);
}
