/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-figures.h"

#include "gram-rulebook-figures-private.h"

#include <glib/gi18n-lib.h>

void
gram_rulebook_figure_free (GramRulebookFigure *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->group);
  g_free (self->title);
  g_free (self->text);
  g_free (self->unit);
  g_free (self->source);
  g_free (self);
}

gboolean
gram_rulebook_figure_equal (const GramRulebookFigure *a, const GramRulebookFigure *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->known != b->known)
    return FALSE;
  if (!a->known)
    return TRUE;

  return g_strcmp0 (a->text, b->text) == 0 && a->amount == b->amount && a->scale == b->scale;
}

static GramRulebookFigure *
add (const GramFigureGroup *group, const char *name, const char *title, const char *unit)
{
  GramRulebookFigure *figure = g_new0 (GramRulebookFigure, 1);

  figure->path = g_strconcat (group->path, ".", name, NULL);
  figure->group = g_strdup (group->group);
  figure->title = g_strdup (title);
  figure->unit = g_strdup (unit);
  figure->known = TRUE;
  figure->verified = group->provenance->verified;
  figure->source = g_strdup (group->provenance->source);
  g_ptr_array_add (group->figures, figure);

  return figure;
}

GramRulebookFigure *
_gram_figure_add_amount (const GramFigureGroup *group,
                         const char *name,
                         const char *title,
                         gint64 amount,
                         guint scale,
                         const char *unit)
{
  GramRulebookFigure *figure = add (group, name, title, unit);

  figure->amount = amount;
  figure->scale = scale;
  figure->decimals = scale == GRAM_DECIMAL_SCALE_MONEY ? scale : 0;

  return figure;
}

void
_gram_figure_add_text (const GramFigureGroup *group,
                       const char *name,
                       const char *title,
                       const char *text)
{
  add (group, name, title, "")->text = g_strdup (text);
}

static const char *
rounding_name (GramRounding rounding)
{
  switch (rounding)
    {
    case GRAM_ROUND_HALF_UP:
      return _ ("to the nearest, a tie away from zero");
    case GRAM_ROUND_HALF_EVEN:
      return _ ("to the nearest, a tie to the even neighbour");
    case GRAM_ROUND_TRUNCATE:
      return _ ("cut off");
    default:
      g_assert_not_reached ();
    }
}

void
_gram_figure_add_month_day (const GramFigureGroup *group,
                            const char *name,
                            const char *title,
                            guint8 month,
                            guint8 day)
{
  g_autofree char *text = g_strdup_printf ("%02u-%02u", month, day);

  _gram_figure_add_text (group, name, title, text);
}

static void
add_date (const GramFigureGroup *group, const char *name, const char *title, GramDate date)
{
  g_autofree char *text = gram_date_format_for_people (date);

  _gram_figure_add_text (group, name, title, text);
}

static void
add_target (GPtrArray *figures, int year, char type, const GramCcsTarget *target)
{
  g_autofree char *path = g_strdup_printf ("years[%d].targets.%c", year, type);
  /* Translators: heading of figures, such as “2026, type A” */
  g_autofree char *heading = g_strdup_printf (_ ("%d, type %c"), year, type);
  GramFigureGroup group = { figures, path, heading, &target->provenance };
  GramRulebookFigure *mean;
  GramRulebookFigure *slope;

  _gram_figure_add_amount (&group, "target", _ ("Annual target"), target->target_micro,
                           GRAM_DECIMAL_SCALE_CO2, _ ("g/km"));
  mean = _gram_figure_add_amount (&group, "mean_weight", _ ("Mean weight"), target->mean_weight_kg,
                                  0, _ ("kg"));
  mean->known = target->mean_weight_kg > 0;
  slope = _gram_figure_add_amount (&group, "slope", _ ("Slope"), target->slope_micro,
                                   GRAM_DECIMAL_SCALE_CO2, _ ("g/km per kg"));
  slope->known = target->has_weights;
}

static void
add_rates (GPtrArray *figures, const GramCcsYear *year)
{
  g_autofree char *path = g_strdup_printf ("years[%d].rates", year->year);
  /* Translators: heading of figures, %d is a year */
  g_autofree char *heading = g_strdup_printf (_ ("%d, charge for each gram"), year->year);
  GramFigureGroup group = { figures, path, heading, &year->rates.provenance };
  const struct
  {
    const char *name;
    const char *title;
    gint64 cents;
  } rows[] = {
    { "payg_used", _ ("Pay As You Go, used vehicles"), year->rates.payg_used },
    { "payg_new", _ ("Pay As You Go, new vehicles"), year->rates.payg_new },
    { "fleet_average_used", _ ("Fleet Average, used vehicles"), year->rates.fleet_average_used },
    { "fleet_average_new", _ ("Fleet Average, new vehicles"), year->rates.fleet_average_new },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    _gram_figure_add_amount (&group, rows[i].name, rows[i].title, rows[i].cents,
                             GRAM_DECIMAL_SCALE_MONEY, _ ("NZD"));
}

void
_gram_figures_translate_sources (GPtrArray *figures, guint first)
{
  for (guint i = first; i < figures->len; i++)
    {
      GramRulebookFigure *figure = figures->pdata[i];
      g_autofree char *source = g_steal_pointer (&figure->source);

      figure->source = g_strdup (_ (source));
    }
}

const char *
_gram_figure_days (int n)
{
  return g_dngettext (GETTEXT_PACKAGE, "day", "days", (gulong)n);
}

const char *
_gram_figure_years (int n)
{
  return g_dngettext (GETTEXT_PACKAGE, "year", "years", (gulong)n);
}

static void
add_ready (GPtrArray *figures, int days, const GramProvenance *provenance)
{
  GramFigureGroup group = { figures, "ready", _ ("Waiting for acceptance"), provenance };

  _gram_figure_add_amount (&group, "warn_after_days", _ ("Warn after"), days, 0,
                           _gram_figure_days (days));
}

static void
add_ccs (GPtrArray *figures, const GramCcsRules *rules)
{
  GramFigureGroup rounding = { figures, "rounding", _ ("Rounding"), &rules->rounding_provenance };
  GramFigureGroup credits = { figures, "credits", _ ("Credits"), &rules->credit_provenance };
  GramFigureGroup transfers
      = { figures, "transfers", _ ("Transfers"), &rules->transfer_provenance };
  GramFigureGroup fleet
      = { figures, "fleet_average", _ ("Fleet Average"), &rules->fleet_provenance };

  for (guint i = 0; i < rules->n_years; i++)
    {
      add_target (figures, rules->years[i].year, 'A', &rules->years[i].type_a);
      add_target (figures, rules->years[i].year, 'B', &rules->years[i].type_b);
      add_rates (figures, &rules->years[i]);
    }

  _gram_figure_add_text (&rounding, "missing_weights", _ ("Years without published weights"),
                         rules->missing_weights == GRAM_CCS_MISSING_WEIGHTS_MEAN
                             ? _ ("take the mean weight")
                             : _ ("have no target"));
  _gram_figure_add_amount (&rounding, "target_decimals", _ ("Decimals of a target"),
                           rules->target_decimals, 0, "");
  _gram_figure_add_text (&rounding, "target", _ ("Targets are rounded"),
                         rounding_name (rules->target_rounding));
  _gram_figure_add_text (&rounding, "money", _ ("Amounts are rounded"),
                         rounding_name (rules->money_rounding));
  _gram_figure_add_amount (&credits, "life_years",
                           _ ("Life after the year in which they were earned"),
                           rules->credit_life_years, 0,
                           _gram_figure_years (rules->credit_life_years));
  add_date (&credits, "never_before", _ ("They never lapse before"), rules->credit_lapse_floor);
  _gram_figure_add_amount (&transfers, "used_per_new", _ ("Used credits for one new credit"),
                           rules->used_per_new, 0, "");
  _gram_figure_add_month_day (&fleet, "settled_by", _ ("Settled in the following year by"),
                              rules->fleet_settlement_month, rules->fleet_settlement_day);
  add_ready (figures, rules->ready_warning_days, &rules->ready_provenance);
}

static void
add_ccts_time (GPtrArray *figures, const GramCctsRules *rules)
{
  GramFigureGroup period
      = { figures, "trading_period", _ ("Trading period"), &rules->period_provenance };
  GramFigureGroup window
      = { figures, "trading_window", _ ("Trading window"), &rules->window_provenance };
  const GramYearWindow *days = &rules->trading_window;

  add_date (&period, "first", _ ("First day"), rules->period.first);
  add_date (&period, "last", _ ("Last day"), rules->period.last);
  _gram_figure_add_amount (&window, "years_after", _ ("After the scheme year"), days->years_after,
                           0, _gram_figure_years (days->years_after));
  _gram_figure_add_month_day (&window, "first", _ ("First day"), days->first_month,
                              days->first_day);
  _gram_figure_add_month_day (&window, "last", _ ("Last day"), days->last_month, days->last_day);
}

static void
add_ccts_activity (GPtrArray *figures, const GramCctsRules *rules)
{
  GramFigureGroup participant
      = { figures, "participant", _ ("Participants"), &rules->participant_provenance };
  GramFigureGroup allocation
      = { figures, "allocation", _ ("Allocation"), &rules->allocation_provenance };
  GramFigureGroup activity = { figures, "activity", _ ("Activity"), &rules->activity_provenance };

  _gram_figure_add_amount (&participant, "more_than", _ ("Registered in the year, more than"),
                           rules->participant_threshold, 0,
                           g_dngettext (GETTEXT_PACKAGE, "car", "cars",
                                        (gulong)rules->participant_threshold));
  _gram_figure_add_amount (&allocation, "baseline_decimals", _ ("Decimals of a baseline"),
                           rules->baseline_decimals, 0, "");
  _gram_figure_add_text (&allocation, "rounding", _ ("Allowances are rounded"),
                         rounding_name (rules->allocation_rounding));
  _gram_figure_add_amount (&activity, "decimals", _ ("Decimals of the activity"),
                           rules->activity_decimals, 0, "");
  _gram_figure_add_text (&activity, "rounding", _ ("Further decimals are"),
                         rounding_name (rules->activity_rounding));
  _gram_figure_add_text (&activity, "reduce_corrected", _ ("Savings reduce a corrected value"),
                         rules->reduce_corrected ? _ ("yes") : _ ("no"));
}

static void
add_ccts_payment (GPtrArray *figures, const GramCctsRules *rules)
{
  GramFigureGroup conversion = { figures, "conversion", _ ("Conversion into CCTS allowances"),
                                 &rules->conversion_provenance };
  GramFigureGroup payment = { figures, "payment", _ ("Payment"), &rules->payment_provenance };
  GramFigureGroup crts = { figures, "conversion_to_crts", _ ("Conversion into CRTS credits"),
                           &rules->crts_provenance };

  _gram_figure_add_amount (&conversion, "allowances_per_crts",
                           _ ("CCTS allowances for one CRTS allowance"), rules->allowances_per_crts,
                           0, "");
  _gram_figure_add_amount (&payment, "per_unit", _ ("For each unit not accounted for"),
                           rules->payment_pence, GRAM_DECIMAL_SCALE_MONEY, _ ("GBP"));
  _gram_figure_add_text (&payment, "rounding", _ ("Amounts are rounded"),
                         rounding_name (rules->payment_rounding));
  _gram_figure_add_amount (&payment, "notice_days", _ ("Time to pay, at least"), rules->notice_days,
                           0, _gram_figure_days (rules->notice_days));
  _gram_figure_add_amount (&crts, "allowances_per_credit",
                           _ ("CCTS allowances for one CRTS credit"),
                           rules->allowances_per_crts_credit, 0, "");
  for (guint i = 0; i < rules->n_crts_caps; i++)
    {
      g_autofree char *name = g_strdup_printf ("caps[%d].share", rules->crts_caps[i].year);
      /* Translators: %d is a year */
      g_autofree char *title
          = g_strdup_printf (_ ("At most in %d, of all cars"), rules->crts_caps[i].year);

      /* A share in millionths is a percentage in ten thousandths. */
      _gram_figure_add_amount (&crts, name, title, rules->crts_caps[i].share_micro, 4, _ ("%"));
    }
  add_ready (figures, rules->ready_warning_days, &rules->ready_provenance);
}

GPtrArray *
gram_rulebook_figures (const GramRulebook *rulebook)
{
  GPtrArray *figures;

  g_return_val_if_fail (rulebook != NULL, NULL);

  figures = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_rulebook_figure_free);
  if (rulebook->ccs != NULL)
    {
      add_ccs (figures, rulebook->ccs);
      _gram_figures_add_terms (figures, rulebook->ccs->terms);
    }
  if (rulebook->ccts != NULL)
    {
      add_ccts_time (figures, rulebook->ccts);
      add_ccts_activity (figures, rulebook->ccts);
      add_ccts_payment (figures, rulebook->ccts);
      _gram_figures_add_choices (figures, rulebook->ccts->choices);
    }
  _gram_figures_add_accounts (figures, rulebook->accounts);
  _gram_figures_add_cases (figures, rulebook->cases);

  return figures;
}
