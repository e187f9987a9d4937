/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-measure-rules.h"

#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>

#define SUSPENSION "CCS s 192"
#define BLOCK "CCTS art. 93"

GramDate
gram_suspension_latest_end (const GramAccountRules *rules, GramDate first)
{
  GramDate anniversary;

  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);
  g_return_val_if_fail (gram_date_is_valid (first), GRAM_DATE_NONE);

  anniversary = gram_date_make (first.year + rules->suspension_max_years, first.month, first.day);
  /* In most years 29 February has its anniversary on 1 March: the day before it is 28 February. */
  if (!gram_date_is_valid (anniversary))
    anniversary = gram_date_make (first.year + rules->suspension_max_years, 3, 1);
  if (!gram_date_is_valid (anniversary))
    return gram_date_make (9999, 12, 31);

  return _gram_days_later (anniversary, -1);
}

static gboolean
check_not_past (GramDate today, GramDate until, const char *article, GramRefusal **refusal)
{
  if (gram_date_is_valid (until) && gram_date_compare (until, today) >= 0)
    return TRUE;

  return gram_refuse (refusal, "measure.until-past", article,
                      _ ("The last day cannot be before today; choose a later one"));
}

gboolean
gram_suspension_check_until (const GramAccountRules *rules,
                             GramDate today,
                             GramDate until,
                             GramRefusal **refusal)
{
  GramDate latest;
  g_autofree char *day = NULL;

  g_return_val_if_fail (rules != NULL, FALSE);

  if (!check_not_past (today, until, SUSPENSION, refusal))
    return FALSE;

  latest = gram_suspension_latest_end (rules, today);
  if (gram_date_compare (until, latest) <= 0)
    return TRUE;

  day = gram_date_format_for_people (latest);
  return gram_refuse (refusal, "measure.too-long", SUSPENSION,
                      g_dngettext (GETTEXT_PACKAGE,
                                   /* Translators: %d is a number of years, %s a day */
                                   "A suspension lasts %d year at most; choose %s or a day before",
                                   "A suspension lasts %d years at most; choose %s or a day before",
                                   (gulong)rules->suspension_max_years),
                      rules->suspension_max_years, day);
}

static gboolean
check_notice (GramDate remedy_by, GramDate today, GramRefusal **refusal)
{
  g_autofree char *day = NULL;

  if (!gram_date_is_valid (remedy_by))
    return gram_refuse (
        refusal, "measure.notice-missing", SUSPENSION,
        _ ("A suspension for a failure to comply needs a written notice and time to "
           "put it right; give notice first"));
  if (gram_date_compare (today, remedy_by) > 0)
    return TRUE;

  day = gram_date_format_for_people (remedy_by);
  return gram_refuse (refusal, "measure.remedy-running", SUSPENSION,
                      /* Translators: %s is a day */
                      _ ("The holder can put it right until the end of %s; suspend after that day"),
                      day);
}

gboolean
gram_suspension_check_ground (GramMeasureGround ground,
                              GramDate remedy_by,
                              GramDate today,
                              GramRefusal **refusal)
{
  switch (ground)
    {
    case GRAM_MEASURE_GROUND_CONVICTION:
      return TRUE;

    case GRAM_MEASURE_GROUND_FAILURE:
      return check_notice (remedy_by, today, refusal);

    case GRAM_MEASURE_GROUND_NONE:
    case GRAM_MEASURE_GROUND_PENALTY:
    default:
      return gram_refuse (refusal, "measure.ground", SUSPENSION,
                          _ ("A suspension rests on a failure to comply or on a conviction; say "
                             "which of the two it is"));
    }
}

GramDate
gram_remedy_earliest (const GramAccountRules *rules, GramDate today)
{
  g_return_val_if_fail (rules != NULL, GRAM_DATE_NONE);

  return _gram_days_later (today, rules->remedy_days);
}

gboolean
gram_remedy_check (const GramAccountRules *rules,
                   GramDate today,
                   GramDate remedy_by,
                   GramRefusal **refusal)
{
  GramDate earliest = gram_remedy_earliest (rules, today);
  g_autofree char *day = NULL;

  if (gram_date_is_valid (remedy_by) && gram_date_compare (remedy_by, earliest) >= 0)
    return TRUE;

  day = gram_date_format_for_people (earliest);
  return gram_refuse (refusal, "measure.remedy-too-short", SUSPENSION,
                      g_dngettext (GETTEXT_PACKAGE,
                                   /* Translators: %d is a number of days, %s a day */
                                   "The holder gets %d day at least; choose %s or a day after",
                                   "The holder gets %d days at least; choose %s or a day after",
                                   (gulong)rules->remedy_days),
                      rules->remedy_days, day);
}

gboolean
gram_block_check_until (GramDate today, GramDate until, GramRefusal **refusal)
{
  /* %GRAM_DATE_NONE has the year 0; anything else that is no day is refused below. */
  if (until.year == 0)
    return TRUE;

  return check_not_past (today, until, BLOCK, refusal);
}

gboolean
gram_measure_is_over (GramDate until, GramDate today)
{
  return gram_date_is_valid (until) && gram_date_compare (today, until) > 0;
}
