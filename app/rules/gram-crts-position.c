/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-conversion.h"

#include "gram-ccts-words.h"
#include "gram-words-private.h"

#include <glib/gi18n-lib.h>

#define POSITION "CCTS art. 35(1)"

/* The figures of a position: where they stand, how many decimals they have, and their names. */
static const struct
{
  gsize offset;
  guint scale;
  const char *title;
} rows[GRAM_CRTS_FIELD_N + 1] = {
  [GRAM_CRTS_CARS] = { G_STRUCT_OFFSET (GramCrtsPosition, cars), 0, N_ ("All cars of the year") },
  [GRAM_CRTS_ALLOCATED] = { G_STRUCT_OFFSET (GramCrtsPosition, allocated), GRAM_CCTS_SCALE_CRTS,
                            N_ ("CRTS allowances allocated") },
  [GRAM_CRTS_ACTIVITY]
  = { G_STRUCT_OFFSET (GramCrtsPosition, activity), GRAM_CCTS_SCALE_CRTS, N_ ("CRTS activity") },
  [GRAM_CRTS_HELD]
  = { G_STRUCT_OFFSET (GramCrtsPosition, held), GRAM_CCTS_SCALE_CRTS, N_ ("CRTS allowances held") },
  [GRAM_CRTS_REQUIRED] = { G_STRUCT_OFFSET (GramCrtsPosition, required), GRAM_CCTS_SCALE_CRTS,
                           N_ ("CRTS allowances required") },
  [GRAM_CRTS_BORROWED] = { G_STRUCT_OFFSET (GramCrtsPosition, borrowed), GRAM_CCTS_SCALE_CRTS,
                           N_ ("CRTS allowances borrowed") },
};

const char *
gram_crts_field_title (GramCrtsField field)
{
  g_return_val_if_fail (field >= 1 && field <= GRAM_CRTS_FIELD_N, "");

  return _ (rows[field].title);
}

gboolean
gram_crts_position_set (GramCrtsPosition *self,
                        GramCrtsField field,
                        const char *text,
                        GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field >= 1 && field <= GRAM_CRTS_FIELD_N, FALSE);

  if (!gram_decimal_parse (text, rows[field].scale, &value, &error))
    /* Translators: the first %s names a field of a form, the second says what is wrong with it */
    return gram_refuse (refusal, "position.value", POSITION, _ ("%s: %s"), _ (rows[field].title),
                        error->message);
  if (value < 0)
    return gram_refuse (refusal, "position.value", POSITION, _ ("%s: %s"), _ (rows[field].title),
                        _ ("this cannot be negative"));

  G_STRUCT_MEMBER (gint64, self, rows[field].offset) = value;
  return TRUE;
}

char *
gram_crts_position_get (const GramCrtsPosition *self, GramCrtsField field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field >= 1 && field <= GRAM_CRTS_FIELD_N, NULL);

  return gram_decimal_format (G_STRUCT_MEMBER (gint64, self, rows[field].offset), rows[field].scale,
                              0);
}

gboolean
gram_crts_position_check (const GramCrtsPosition *self, GramRefusal **refusal)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->borrowed <= self->held)
    return TRUE;

  return gram_refuse (refusal, "position.borrowed", "CCTS art. 35(1)(c)",
                      _ ("Borrowed CRTS allowances are among those held; no more can be borrowed "
                         "than held"));
}
