/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-explanation-lines.h"

#include "gram-calendar.h"

#include <glib/gi18n-lib.h>

void
gram_explanation_line_free (GramExplanationLine *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->value);
  g_free (self->unit);
  g_free (self->formula);
  g_free (self->article);
  g_free (self->rounding);
  g_free (self->account);
  g_free (self);
}

GramFigureExplanation *
gram_figure_explanation_new (const char *figure, const char *title, const char *rulebook)
{
  GramFigureExplanation *self = g_new0 (GramFigureExplanation, 1);

  self->figure = figure;
  self->title = g_strdup (title);
  self->rulebook = g_strdup (rulebook);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_explanation_line_free);
  return self;
}

void
gram_figure_explanation_free (GramFigureExplanation *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->rulebook);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

GramExplanationLine *
gram_explanation_add_text (GPtrArray *lines,
                           const char *name,
                           const char *title,
                           const char *value,
                           const char *article)
{
  GramExplanationLine *line = g_new0 (GramExplanationLine, 1);

  line->name = g_strdup (name);
  line->title = g_strdup (title);
  line->value = g_strdup (value);
  line->unit = g_strdup ("");
  line->formula = g_strdup ("");
  line->article = g_strdup (article != NULL ? article : "");
  line->rounding = g_strdup ("");
  line->account = g_strdup ("");
  g_ptr_array_add (lines, line);
  return line;
}

GramExplanationLine *
gram_explanation_add_number (GPtrArray *lines,
                             const char *name,
                             const char *title,
                             gint64 amount,
                             guint scale,
                             guint min_decimals,
                             const char *article)
{
  char text[GRAM_DECIMAL_BUFFER];
  GramExplanationLine *line
      = gram_explanation_add_text (lines, name, title,
                                   gram_decimal_print (text, amount, scale, min_decimals), article);

  line->is_number = TRUE;
  line->amount = amount;
  line->scale = scale;
  line->min_decimals = min_decimals;
  return line;
}

GramExplanationLine *
gram_explanation_add_whole (GPtrArray *lines,
                            const char *name,
                            const char *title,
                            gint64 amount,
                            const char *article)
{
  return gram_explanation_add_number (lines, name, title, amount, 0, 0, article);
}

void
gram_explanation_set_formula (GramExplanationLine *line, const char *format, ...)
{
  va_list arguments;

  g_free (line->formula);
  va_start (arguments, format);
  line->formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

char *
gram_explanation_dup_day (const char *iso)
{
  GramDate day;

  return iso != NULL && gram_date_parse (iso, GRAM_DATE_ISO, &day, NULL)
             ? gram_date_format_for_people (day)
             : g_strdup (iso);
}

static char *
words_of_whole (GramRounding rounding)
{
  switch (rounding)
    {
    case GRAM_ROUND_HALF_UP:
      return g_strdup (_ ("To the nearest whole number; a half goes up"));
    case GRAM_ROUND_HALF_EVEN:
      return g_strdup (_ ("To the nearest whole number; a half goes to the even one"));
    case GRAM_ROUND_TRUNCATE:
      return g_strdup (_ ("Whole part; the rest is cut off"));
    default:
      g_assert_not_reached ();
    }
}

static char *
words_of_decimals (GramRounding rounding, guint decimals)
{
  switch (rounding)
    {
    case GRAM_ROUND_HALF_UP:
      return g_strdup_printf (_ ("To %u decimals; a half goes up"), decimals);
    case GRAM_ROUND_HALF_EVEN:
      return g_strdup_printf (_ ("To %u decimals; a half goes to the even one"), decimals);
    case GRAM_ROUND_TRUNCATE:
      return g_strdup_printf (_ ("Cut off after %u decimals"), decimals);
    default:
      g_assert_not_reached ();
    }
}

void
gram_explanation_set_rounding (GramExplanationLine *line, GramRounding rounding, guint decimals)
{
  g_free (line->rounding);
  line->rounding
      = decimals == 0 ? words_of_whole (rounding) : words_of_decimals (rounding, decimals);
}
