/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-explain-ccts-private.h"

#include "gram-explanation-lines.h"
#include "gram-queries-people-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Scale of thousandths of a unit times pence, in pounds. */
#define SCALE_RAW (GRAM_CCTS_SCALE_ACTIVITY + GRAM_DECIMAL_SCALE_MONEY)

static void
add_crts (const GramCrtsStanding *crts, GPtrArray *lines)
{
  static const struct
  {
    const char *name;
    GramCrtsField field;
    gsize offset;
    const char *article;
  } fields[] = {
    { "crts-allocated", GRAM_CRTS_ALLOCATED, G_STRUCT_OFFSET (GramCrtsPosition, allocated),
      "CCTS art. 13" },
    { "crts-activity", GRAM_CRTS_ACTIVITY, G_STRUCT_OFFSET (GramCrtsPosition, activity),
      "CCTS art. 24" },
    { "crts-held", GRAM_CRTS_HELD, G_STRUCT_OFFSET (GramCrtsPosition, held), NULL },
    { "crts-borrowed", GRAM_CRTS_BORROWED, G_STRUCT_OFFSET (GramCrtsPosition, borrowed),
      "CCTS art. 15" },
    { "crts-required", GRAM_CRTS_REQUIRED, G_STRUCT_OFFSET (GramCrtsPosition, required),
      "CCTS art. 27(1)" },
  };
  g_autofree char *day = gram_explanation_dup_day (crts->dated_on);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GramExplanationLine *line
          = gram_explanation_add_number (lines, fields[i].name,
                                         gram_crts_field_title (fields[i].field),
                                         G_STRUCT_MEMBER (gint64, &crts->position,
                                                          fields[i].offset),
                                         GRAM_CCTS_SCALE_CRTS, 0, fields[i].article);

      gram_explanation_set_formula (line, _ ("Entered: %s, %s"), crts->source, day);
    }
  gram_explanation_add_number (lines, "crts-converted", _ ("Converted so far"), crts->converted,
                               GRAM_CCTS_SCALE_CRTS, 0, "CCTS art. 35(1)");
}

static gboolean
explain_conversion (const GramSettlement *standing,
                    const GramAllowanceYear *year,
                    GPtrArray *lines,
                    GramRefusal **refusal,
                    GError **error)
{
  static const char *const names[] = { "test-a", "test-b", "test-c" };
  const GramCrtsStanding *crts = &year->crts;
  GramExplanationLine *line;

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == GRAM_CCTS_TEST_N);

  if (!gram_settlement_check_position (standing, "CCTS art. 35(1)", refusal))
    return FALSE;
  add_crts (crts, lines);
  for (guint i = 0; i < crts->tests->len; i++)
    {
      const GramCctsTestResult *test = crts->tests->pdata[i];

      line = gram_explanation_add_text (lines, names[test->test], test->title,
                                        test->ok ? _ ("met") : _ ("not met"), test->article);
      gram_explanation_set_formula (line, "%s", test->sentence);
    }
  line
      = gram_explanation_add_whole (lines, "crts-most", _ ("CRTS allowances that can be converted"),
                                    crts->most.most, "CCTS art. 35(2)(b)");
  gram_explanation_set_formula (line, "%s", _ ("Held − borrowed − required − converted"));
  gram_explanation_set_rounding (line, GRAM_ROUND_TRUNCATE, 0);
  line = gram_explanation_add_whole (lines, "allowances", _ ("CCTS allowances for them"),
                                     crts->most.allowances, "CCTS art. 35(1)");
  gram_explanation_set_formula (line, "%" PRId64 " × %" PRId64, crts->most.most, crts->ratio);
  return TRUE;
}

/* What is not accounted for: activity less what was surrendered, and before the deadline what is available. */
static void
add_shortfall (const GramAllowanceYear *year, GPtrArray *lines)
{
  g_autofree char *activity = NULL;
  g_autofree char *surrendered = NULL;
  g_autofree char *available = NULL;
  gboolean over = year->accounted || year->days_left < 0;
  GramExplanationLine *line;

  line = gram_explanation_add_number (lines, "activity", _ ("Activity"), year->activity,
                                      GRAM_CCTS_SCALE_ACTIVITY, GRAM_CCTS_SCALE_ACTIVITY,
                                      "CCTS art. 36");
  line->account_id = year->account_id;
  line->year = year->year;
  gram_explanation_add_whole (lines, "surrendered", _ ("Surrendered"), year->surrendered,
                              "CCTS art. 38");
  if (!over)
    gram_explanation_add_whole (lines, "available", _ ("Available, not surrendered yet"),
                                year->available, NULL);
  line = gram_explanation_add_number (lines, "shortfall", _ ("Shortfall"), year->shortfall_left,
                                      GRAM_CCTS_SCALE_ACTIVITY, GRAM_CCTS_SCALE_ACTIVITY,
                                      "CCTS art. 39(2)");
  activity = gram_decimal_format_in_locale (year->activity, GRAM_CCTS_SCALE_ACTIVITY,
                                            GRAM_CCTS_SCALE_ACTIVITY);
  surrendered = gram_decimal_format_in_locale (year->surrendered, 0, 0);
  available = gram_decimal_format_in_locale (year->available, 0, 0);
  if (!year->participant)
    gram_explanation_set_formula (
        line, "%s", _ ("No participant of this year: there is nothing to account for"));
  else if (over)
    gram_explanation_set_formula (line, _ ("%s − %s, never below 0"), activity, surrendered);
  else
    gram_explanation_set_formula (line, _ ("%s − %s − %s, never below 0"), activity, surrendered,
                                  available);
}

static gboolean
explain_payment (const GramSettlement *standing,
                 const GramAllowanceYear *year,
                 GPtrArray *lines,
                 GramRefusal **refusal,
                 GError **error)
{
  const GramCctsRules *rules = standing->rulebook->ccts;
  g_autofree char *shortfall
      = gram_decimal_format_in_locale (year->shortfall_left, GRAM_CCTS_SCALE_ACTIVITY,
                                       GRAM_CCTS_SCALE_ACTIVITY);
  g_autofree char *each
      = gram_decimal_format_in_locale (rules->payment_pence, GRAM_DECIMAL_SCALE_MONEY,
                                       GRAM_DECIMAL_SCALE_MONEY);
  g_autofree char *exact = NULL;
  GramExplanationLine *line;
  gint64 raw;

  if (!gram_decimal_multiply (year->shortfall_left, rules->payment_pence, &raw))
    return gram_refuse (refusal, "payment.too-large", "CCTS art. 39(2)",
                        _ ("The payment is too large; check the cars of the year"));
  add_shortfall (year, lines);
  line = gram_explanation_add_number (lines, "per-unit", _ ("Payment for each unit"),
                                      rules->payment_pence, GRAM_DECIMAL_SCALE_MONEY,
                                      GRAM_DECIMAL_SCALE_MONEY, "CCTS art. 39(2)");
  g_set_str (&line->unit, "£");
  exact = gram_decimal_format_in_locale (raw, SCALE_RAW, GRAM_DECIMAL_SCALE_MONEY);
  line = gram_explanation_add_number (lines, "payment", _ ("Payment"), year->payment,
                                      GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY,
                                      "CCTS art. 39(2)–(3)");
  g_set_str (&line->unit, "£");
  gram_explanation_set_formula (line, "%s × £%s = £%s", shortfall, each, exact);
  gram_explanation_set_rounding (line, rules->payment_rounding, GRAM_DECIMAL_SCALE_MONEY);
  return TRUE;
}

static gboolean
explain_holdings (const GramSettlement *standing,
                  const GramAllowanceYear *year,
                  GPtrArray *lines,
                  GramRefusal **refusal,
                  GError **error)
{
  static const struct
  {
    const char *name;
    const char *title;
    gsize offset;
    const char *article;
  } rows[] = {
    { "allocated", N_ ("Allocated"), G_STRUCT_OFFSET (GramAllowanceYear, allocated),
      "CCTS art. 34" },
    { "acquired", N_ ("Made of CRTS allowances"), G_STRUCT_OFFSET (GramAllowanceYear, acquired),
      "CCTS art. 35" },
    { "traded-in", N_ ("Got in trades"), G_STRUCT_OFFSET (GramAllowanceYear, traded_in),
      "CCTS art. 37(6)" },
    { "traded-out", N_ ("Given in trades"), G_STRUCT_OFFSET (GramAllowanceYear, traded_out),
      "CCTS art. 37(6)" },
    { "converted", N_ ("Turned into CRTS credits"), G_STRUCT_OFFSET (GramAllowanceYear, converted),
      "CCTS art. 40(c)" },
    { "surrendered", N_ ("Surrendered"), G_STRUCT_OFFSET (GramAllowanceYear, surrendered),
      "CCTS art. 40(a)" },
    { "lapsed", N_ ("Lapsed"), G_STRUCT_OFFSET (GramAllowanceYear, lapsed), "CCTS art. 40(b)" },
    { "reserved", N_ ("Reserved for trades"), G_STRUCT_OFFSET (GramAllowanceYear, reserved),
      "CCTS art. 37(3)" },
  };
  GramExplanationLine *line;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gram_explanation_add_whole (lines, rows[i].name, _ (rows[i].title),
                                G_STRUCT_MEMBER (gint64, year, rows[i].offset), rows[i].article);
  line = gram_explanation_add_whole (lines, "available", _ ("Available"), year->available,
                                     "CCTS art. 33");
  gram_explanation_set_formula (line, "%s",
                                _ ("Allocated + made + got − given − turned into credits − "
                                   "surrendered − lapsed − reserved"));
  return TRUE;
}

static const struct
{
  const char *figure;
  const char *title;
  GramExplainFunc explain;
} figures[] = {
  { "allocation", N_ ("Allocation"), _gram_explain_allocation },
  { "activity", N_ ("Activity"), _gram_explain_activity },
  { "conversion", N_ ("Conversion of CRTS allowances"), explain_conversion },
  { "payment", N_ ("Payment"), explain_payment },
  { "holdings", N_ ("Holdings"), explain_holdings },
};

const char *const *
gram_registry_ccts_figures (void)
{
  static const char *const names[]
      = { "allocation", "activity", "conversion", "payment", "holdings", NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (figures) + 1);

  return names;
}

GramFigureExplanation *
_gram_explain_ccts (const GramSettlement *standing,
                    const char *figure,
                    GramRefusal **refusal,
                    GError **error)
{
  g_autoptr (GramFigureExplanation) explanation = NULL;
  g_autoptr (GramAllowanceYear) year = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].figure, figure))
      break;
  if (i == G_N_ELEMENTS (figures))
    {
      gram_refuse (refusal, "explain.unknown", NULL, _ ("There is no figure “%s”"), figure);
      return NULL;
    }
  year = _gram_allowance_year_of (standing, refusal, error);
  if (year == NULL)
    return NULL;
  explanation = gram_figure_explanation_new (figures[i].figure, _ (figures[i].title),
                                             standing->rulebook->version);
  explanation->provisional = !standing->measured;
  if (!figures[i].explain (standing, year, explanation->lines, refusal, error))
    return NULL;
  return g_steal_pointer (&explanation);
}

GramFigureExplanation *
gram_registry_explain_ccts (GramRegistry *self,
                            GramActor *actor,
                            const char *figure,
                            gint64 account_id,
                            int year,
                            GramRefusal **refusal,
                            GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramSettlement) standing = { 0 };
  GramFigureExplanation *explanation = NULL;

  g_return_val_if_fail (self != NULL && actor != NULL && figure != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_query_view (self, actor, account_id, NULL, &account, refusal, error)
      && gram_settlement_init (&standing, self, account, year, refusal, error))
    explanation = _gram_explain_ccts (&standing, figure, refusal, error);
  gram_store_end_read (self->store);
  return explanation;
}
