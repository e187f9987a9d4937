/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ccts-conversion.h"

#include "gram-ccts-activity.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define FRACTION "CCTS art. 35(2)(b)"
#define UNUSED "CCTS art. 35(1)(b)"
#define CREDITS "CCTS art. 23"
#define TENTHS 10

typedef struct
{
  const char *title;
  const char *article;
  const char *id;
  char *(*say) (gboolean ok, const char *left, const char *right);
} Test;

static char *
say_allocation (gboolean ok, const char *activity, const char *allocated)
{
  if (ok)
    /* Translators: both %s are numbers */
    return g_strdup_printf (_ ("Activity of %s does not exceed the %s CRTS allowances that were "
                               "allocated"),
                            activity, allocated);

  /* Translators: both %s are numbers */
  return g_strdup_printf (
      _ ("Activity of %s exceeds the %s CRTS allowances that were allocated, so "
         "that nothing can be converted for this year"),
      activity, allocated);
}

static char *
say_unused (gboolean ok, const char *held, const char *required)
{
  if (ok)
    /* Translators: both %s are numbers */
    return g_strdup_printf (_ ("%s CRTS allowances are held, %s are required"), held, required);

  /* Translators: both %s are numbers */
  return g_strdup_printf (_ ("%s CRTS allowances are held and %s are required, so that none is "
                             "unused"),
                          held, required);
}

static char *
say_borrowed (gboolean ok, const char *unused, const char *borrowed)
{
  if (ok)
    /* Translators: both %s are numbers */
    return g_strdup_printf (_ ("%s CRTS allowances are unused, %s of those held are borrowed"),
                            unused, borrowed);

  /* Translators: both %s are numbers */
  return g_strdup_printf (
      _ ("%s CRTS allowances are unused, but %s of those held are borrowed, and "
         "borrowed ones cannot be converted"),
      unused, borrowed);
}

static const Test tests[GRAM_CCTS_TEST_N] = {
  [GRAM_CCTS_TEST_ALLOCATION]
  = { N_ ("CRTS activity is not above what was allocated"), "CCTS art. 35(1)(a)",
      "conversion.over-allocation", say_allocation },
  [GRAM_CCTS_TEST_UNUSED] = { N_ ("More CRTS allowances are held than required"), UNUSED,
                              "conversion.none-unused", say_unused },
  [GRAM_CCTS_TEST_BORROWED] = { N_ ("Unused CRTS allowances were not borrowed"),
                                "CCTS art. 35(1)(c)", "conversion.borrowed", say_borrowed },
};

/* What is left of @a after @b, or the smallest number if it does not fit. */
static gint64
less (gint64 a, gint64 b)
{
  gint64 difference;

  return gram_decimal_subtract (a, b, &difference) ? difference : G_MININT64;
}

void
gram_ccts_test_result_free (GramCctsTestResult *self)
{
  if (self == NULL)
    return;

  g_free (self->sentence);
  g_free (self);
}

static GramCctsTestResult *
result_new (GramCctsConversionTest test, gboolean ok, gint64 left, gint64 right)
{
  GramCctsTestResult *self = g_new0 (GramCctsTestResult, 1);
  g_autofree char *first = _gram_number_for_people (left, GRAM_CCTS_SCALE_CRTS);
  g_autofree char *second = _gram_number_for_people (right, GRAM_CCTS_SCALE_CRTS);

  self->test = test;
  self->title = _ (tests[test].title);
  self->article = tests[test].article;
  self->ok = ok;
  self->left = left;
  self->right = right;
  self->sentence = tests[test].say (ok, first, second);

  return self;
}

GPtrArray *
gram_ccts_conversion_tests (const GramCrtsPosition *position, gint64 converted)
{
  GPtrArray *results;
  gint64 held;
  gint64 unused;

  g_return_val_if_fail (position != NULL, NULL);

  held = less (position->held, converted);
  unused = less (held, position->required);
  results = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_ccts_test_result_free);
  g_ptr_array_add (results,
                   result_new (GRAM_CCTS_TEST_ALLOCATION, position->activity <= position->allocated,
                               position->activity, position->allocated));
  g_ptr_array_add (results,
                   result_new (GRAM_CCTS_TEST_UNUSED, unused > 0, held, position->required));
  g_ptr_array_add (results, result_new (GRAM_CCTS_TEST_BORROWED,
                                        position->borrowed == 0 || unused > position->borrowed,
                                        MAX (unused, 0), position->borrowed));

  return results;
}

/* The first test that is not met. */
static const GramCctsTestResult *
first_failed (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const GramCctsTestResult *result = results->pdata[i];

      if (!result->ok)
        return result;
    }

  return NULL;
}

void
gram_ccts_conversion_most (const GramCctsRules *rules,
                           const GramCrtsPosition *position,
                           gint64 converted,
                           GramCctsConversion *conversion)
{
  g_autoptr (GPtrArray) results = NULL;

  g_return_if_fail (rules != NULL);
  g_return_if_fail (position != NULL);
  g_return_if_fail (conversion != NULL);

  results = gram_ccts_conversion_tests (position, converted);
  *conversion = (GramCctsConversion){ .ratio = rules->allowances_per_crts,
                                      .ok = first_failed (results) == NULL };
  conversion->unused
      = MAX (less (less (less (position->held, converted), position->required), position->borrowed),
             0);
  if (!conversion->ok)
    return;

  conversion->most = conversion->unused / TENTHS;
  /* A surplus that gives more allowances than fit is capped where they end. */
  if (!gram_decimal_multiply (conversion->most, conversion->ratio, &conversion->allowances))
    {
      conversion->most = G_MAXINT64 / conversion->ratio;
      conversion->allowances = conversion->most * conversion->ratio;
    }
}

gboolean
gram_ccts_conversion_parse (const char *text, gint64 *crts, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_return_val_if_fail (crts != NULL, FALSE);

  if (!gram_decimal_parse (text, GRAM_DECIMAL_SCALE_CO2, &value, &error))
    return gram_refuse (refusal, "conversion.quantity", FRACTION,
                        /* Translators: %s says what is wrong with a number */
                        _ ("CRTS allowances: %s"), error->message);
  if (!gram_decimal_parse (text, 0, &value, NULL))
    return gram_refuse (refusal, "conversion.fraction", FRACTION,
                        _ ("Only whole CRTS allowances are converted; write a whole number"));
  if (value < 1)
    return gram_refuse (refusal, "conversion.quantity", FRACTION,
                        _ ("Say how many CRTS allowances are converted, one at least"));

  *crts = value;
  return TRUE;
}

gboolean
gram_ccts_conversion_check (const GramCctsRules *rules,
                            const GramCrtsPosition *position,
                            gint64 converted,
                            gint64 crts,
                            gint64 *allowances,
                            GramRefusal **refusal)
{
  g_autoptr (GPtrArray) results = NULL;
  const GramCctsTestResult *failed;
  GramCctsConversion conversion;
  g_autofree char *most = NULL;

  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (position != NULL, FALSE);
  g_return_val_if_fail (allowances != NULL, FALSE);

  if (crts < 1)
    return gram_refuse (refusal, "conversion.quantity", FRACTION,
                        _ ("Say how many CRTS allowances are converted, one at least"));
  results = gram_ccts_conversion_tests (position, converted);
  failed = first_failed (results);
  if (failed != NULL)
    return gram_refuse (refusal, tests[failed->test].id, failed->article, "%s", failed->sentence);

  gram_ccts_conversion_most (rules, position, converted, &conversion);
  if (crts <= conversion.most)
    return gram_decimal_multiply (crts, conversion.ratio, allowances);

  if (conversion.most == 0)
    return gram_refuse (refusal, "conversion.too-many", FRACTION,
                        _ ("Less than one whole CRTS allowance is unused, so that none can be "
                           "converted"));

  most = _gram_number_for_people (conversion.most, 0);
  return gram_refuse (refusal, "conversion.too-many", UNUSED,
                      /* Translators: %s is a number of CRTS allowances */
                      _ ("%s unused CRTS allowances at most can be converted; ask for no more"),
                      most);
}

gint64
gram_ccts_conversion_needed (const GramCctsRules *rules, gint64 need)
{
  gint64 each;

  g_return_val_if_fail (rules != NULL, 0);

  if (need <= 0)
    return 0;
  each = (gint64)rules->allowances_per_crts * GRAM_CCTS_THOUSAND;

  return need / each + (need % each != 0 ? 1 : 0);
}

static const GramCctsCap *
find_cap (const GramCctsRules *rules, gint64 year)
{
  for (guint i = 0; i < rules->n_crts_caps; i++)
    if (rules->crts_caps[i].year == year)
      return &rules->crts_caps[i];

  return NULL;
}

gboolean
gram_ccts_to_crts_cap (const GramCctsRules *rules,
                       gint64 year,
                       gint64 cars,
                       gint64 *credits,
                       GramRefusal **refusal)
{
  const GramCctsCap *cap;

  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (cars >= 0, FALSE);
  g_return_val_if_fail (credits != NULL, FALSE);

  cap = find_cap (rules, year);
  if (cap == NULL)
    return gram_refuse (refusal, "conversion.no-such-year", CREDITS,
                        /* Translators: %d is a year */
                        _ ("The rulebook knows no conversion into CRTS credits for %d"), (int)year);
  if (!gram_decimal_multiply_divide (cars, cap->share_micro, 1000000, GRAM_ROUND_TRUNCATE, credits))
    return gram_refuse (refusal, "conversion.too-large", CREDITS,
                        _ ("The number of cars is too large to be true; correct it first"));

  return TRUE;
}

gboolean
gram_ccts_to_crts_check (const GramCctsRules *rules,
                         gint64 year,
                         gint64 cars,
                         gint64 converted,
                         gint64 allowances,
                         gint64 *credits,
                         gint64 *used,
                         GramRefusal **refusal)
{
  gint64 cap;
  gint64 made;
  g_autofree char *left = NULL;

  g_return_val_if_fail (rules != NULL, FALSE);
  g_return_val_if_fail (credits != NULL && used != NULL, FALSE);

  if (!gram_ccts_to_crts_cap (rules, year, cars, &cap, refusal))
    return FALSE;
  if (allowances < 1)
    return gram_refuse (refusal, "conversion.quantity", CREDITS,
                        _ ("Say how many allowances are converted, one at least"));
  made = allowances / rules->allowances_per_crts_credit;
  if (made == 0)
    return gram_refuse (refusal, "conversion.too-few", CREDITS,
                        /* Translators: %d is a number of allowances */
                        g_dngettext (GETTEXT_PACKAGE,
                                     "One CRTS credit takes %d allowance; convert more",
                                     "One CRTS credit takes %d allowances; convert more",
                                     (gulong)rules->allowances_per_crts_credit),
                        rules->allowances_per_crts_credit);
  if (made > less (cap, converted))
    {
      left = _gram_number_for_people (MAX (less (cap, converted), 0), 0);
      return gram_refuse (refusal, "conversion.over-cap", CREDITS,
                          /* Translators: %s is a number of CRTS credits, %d a year */
                          _ ("%s more CRTS credits at most can be made of allowances of %d; "
                             "convert fewer"),
                          left, (int)year);
    }

  *credits = made;
  *used = made * rules->allowances_per_crts_credit;
  return TRUE;
}
