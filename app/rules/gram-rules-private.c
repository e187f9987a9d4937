/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rules-private.h"

#include "gram-decimal.h"

#include <locale.h>

/* What a locale has may be empty or in another character set. */
static const char *
of_locale (const char *text, const char *otherwise)
{
  return text != NULL && *text != '\0' && g_utf8_validate (text, -1, NULL) ? text : otherwise;
}

GramDate
_gram_days_later (GramDate day, int days)
{
  GramDate later;

  if (!gram_date_add_days (day, days, &later))
    return gram_date_make (9999, 12, 31);

  return later;
}

char *
_gram_amount_for_people (gint64 value, guint scale)
{
  const struct lconv *locale = localeconv ();

  /* The C locale has no grouping; a thin space is what the SI wants. */
  return gram_decimal_format_for_people (value, scale, scale,
                                         of_locale (locale->decimal_point, "."),
                                         of_locale (locale->thousands_sep, "\u202f"));
}
