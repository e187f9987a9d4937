/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-figures.h"

#include "rulebooks.h"

/* The published figures, CCS facts §4.2: targets in tenths of a gram, slopes in 1/10,000. */
static const struct
{
  int year;
  char type;
  int tenths;
  int mean_kg;
  int slope;
  gboolean verified;
} targets[] = {
  { 2023, 'A', 1450, 0, -1, TRUE },     { 2023, 'B', 2183, 0, -1, TRUE },
  { 2024, 'A', 1339, 0, -1, FALSE },    { 2024, 'B', 2019, 0, -1, FALSE },
  { 2025, 'A', 1126, 0, -1, TRUE },     { 2025, 'B', 2230, 0, -1, TRUE },
  { 2026, 'A', 1080, 1482, 343, TRUE }, { 2026, 'B', 2070, 2098, 526, TRUE },
  { 2027, 'A', 1030, 1549, 374, TRUE }, { 2027, 'B', 1750, 2174, 486, TRUE },
  { 2028, 'A', 760, 1549, 374, TRUE },  { 2028, 'B', 1440, 2174, 486, TRUE },
  { 2029, 'A', 650, 0, -1, TRUE },      { 2029, 'B', 1310, 0, -1, TRUE },
};

static void
test_ccs_targets (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  g_assert_cmpuint (rulebook->ccs->n_years, ==, G_N_ELEMENTS (targets) / 2);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      const GramCcsTarget *target
          = gram_rulebook_ccs_target (rulebook, targets[i].year, targets[i].type);

      g_assert_nonnull (target);
      g_assert_cmpint (target->target_micro, ==, targets[i].tenths * 100000);
      g_assert_cmpint (target->has_weights, ==, targets[i].slope >= 0);
      g_assert_cmpint (target->mean_weight_kg, ==, targets[i].mean_kg);
      g_assert_cmpint (target->slope_micro, ==, MAX (targets[i].slope, 0) * 100);
      g_assert_cmpint (target->provenance.verified, ==, targets[i].verified);
    }

  g_assert_null (gram_rulebook_ccs_year (rulebook, 2022));
  g_assert_null (gram_rulebook_ccs_year (rulebook, 2030));
  g_assert_null (gram_rulebook_ccs_target (rulebook, 2026, 'C'));
}

/* Charges for each gram in cents, CCS facts §5 (LTA 1998 s 177, s 182). */
static const struct
{
  int year;
  int payg_used;
  int payg_new;
  int fleet_used;
  int fleet_new;
} rates[] = {
  { 2023, 1800, 3600, 2250, 4500 }, { 2024, 1800, 3600, 2250, 4500 },
  { 2025, 2700, 5400, 3375, 6750 }, { 2026, 600, 1200, 750, 1500 },
  { 2027, 600, 1200, 750, 1500 },   { 2028, 2700, 5400, 3375, 6750 },
  { 2029, 2700, 5400, 3375, 6750 },
};

static void
test_ccs_rates (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  gint64 cents = 4711;

  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      const int expected[]
          = { rates[i].payg_used, rates[i].payg_new, rates[i].fleet_used, rates[i].fleet_new };

      for (int j = 0; j < 4; j++)
        {
          GramAccountKind kind = j % 2 == 0 ? GRAM_ACCOUNT_CCS_USED : GRAM_ACCOUNT_CCS_NEW;

          g_assert_true (gram_rulebook_ccs_rate (rulebook, rates[i].year, kind, j >= 2, &cents));
          g_assert_cmpint (cents, ==, expected[j]);
        }
    }

  g_assert_false (gram_rulebook_ccs_rate (rulebook, 2022, GRAM_ACCOUNT_CCS_NEW, FALSE, &cents));
}

static void
test_ccs_settings (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  const GramCcsRules *rules = rulebook->ccs;
  g_autofree char *floor = gram_date_format (rules->credit_lapse_floor);
  g_autofree char *from = gram_date_format (rulebook->valid_from);

  g_assert_cmpint (rulebook->scheme, ==, GRAM_SCHEME_CCS);
  g_assert_null (rulebook->ccts);
  g_assert_cmpstr (rulebook->version, ==, "ccs-2027-01");
  g_assert_cmpstr (from, ==, "2023-01-01");
  g_assert_cmpint (rules->missing_weights, ==, GRAM_CCS_MISSING_WEIGHTS_REFUSE);
  g_assert_cmpuint (rules->target_decimals, ==, 2);
  g_assert_cmpint (rules->target_rounding, ==, GRAM_ROUND_HALF_UP);
  g_assert_cmpint (rules->money_rounding, ==, GRAM_ROUND_HALF_UP);
  g_assert_cmpint (rules->credit_life_years, ==, 4);
  g_assert_cmpstr (floor, ==, "2028-12-31");
  g_assert_cmpint (rules->used_per_new, ==, 2);
  g_assert_cmpint (rules->fleet_settlement_month, ==, 3);
  g_assert_cmpint (rules->fleet_settlement_day, ==, 31);
  g_assert_cmpint (gram_rulebook_ready_warning_days (rulebook), ==, 60);
  /* What is not established is never shown as law. */
  g_assert_false (rules->rounding_provenance.verified);
  g_assert_false (rules->credit_provenance.verified);
  g_assert_true (rules->transfer_provenance.verified);
  g_assert_cmpstr (rules->rounding_provenance.source, !=, "");
}

/* Figures of the Order, with the article of each. */
static void
test_ccts (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCTS_RULEBOOK);
  const GramCctsRules *rules = rulebook->ccts;

  g_assert_cmpint (rulebook->scheme, ==, GRAM_SCHEME_CCTS);
  g_assert_null (rulebook->ccs);
  g_assert_cmpint (rules->participant_threshold, ==, 999);              /* art. 32(1) */
  g_assert_cmpint (rules->allocation_rounding, ==, GRAM_ROUND_HALF_UP); /* art. 34(2), Q1 */
  g_assert_cmpuint (rules->baseline_decimals, ==, 6);
  g_assert_cmpint (rules->allowances_per_crts, ==, 135); /* art. 35(1) */
  g_assert_true (rules->conversion_provenance.verified);
  g_assert_cmpuint (rules->activity_decimals, ==, 3);                  /* art. 36(4) */
  g_assert_cmpint (rules->activity_rounding, ==, GRAM_ROUND_TRUNCATE); /* Q2 */
  g_assert_true (rules->reduce_corrected);                             /* Q4 */
  g_assert_false (rules->activity_provenance.verified);
  g_assert_cmpint (rules->payment_pence, ==, 8600);                  /* art. 39(2) */
  g_assert_cmpint (rules->payment_rounding, ==, GRAM_ROUND_HALF_UP); /* art. 39(3) */
  g_assert_cmpint (rules->notice_days, ==, 30);                      /* art. 39(5)(b) */
  /* Art. 23 is not in the source text. */
  g_assert_cmpint (rules->allowances_per_crts_credit, ==, 167);
  g_assert_false (rules->crts_provenance.verified);
  g_assert_cmpuint (rules->n_crts_caps, ==, 3);
  g_assert_cmpint (rules->crts_caps[2].year, ==, 2026);
  g_assert_cmpint (rules->crts_caps[2].share_micro, ==, 82500);
  g_assert_cmpint (gram_rulebook_ready_warning_days (rulebook), ==, 60);
}

static void
test_years (void)
{
  static const struct
  {
    const char *rulebook;
    const char *day;
    int scheme_year;
    int trading_year;
  } rows[] = {
    { CCS_RULEBOOK, "2022-12-31", 0, 0 },
    { CCS_RULEBOOK, "2023-01-01", 2023, 0 },
    { CCS_RULEBOOK, "2029-12-31", 2029, 0 },
    { CCS_RULEBOOK, "2030-01-01", 0, 0 },
    /* The trading period began on 3 January 2024. */
    { CCTS_RULEBOOK, "2024-01-02", 0, 0 },
    { CCTS_RULEBOOK, "2024-01-03", 2024, 0 },
    { CCTS_RULEBOOK, "2024-11-15", 2024, 0 },
    { CCTS_RULEBOOK, "2025-10-31", 2025, 0 },
    { CCTS_RULEBOOK, "2025-11-01", 2025, 2024 },
    { CCTS_RULEBOOK, "2025-12-31", 2025, 2024 },
    { CCTS_RULEBOOK, "2026-01-01", 2026, 0 },
    { CCTS_RULEBOOK, "2031-12-31", 0, 2030 },
    { CCTS_RULEBOOK, "2032-12-01", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (rows[i].rulebook);
      GramDate day = GRAM_DATE_NONE;
      int year = 0;

      g_assert_true (gram_date_parse (rows[i].day, GRAM_DATE_ISO, &day, NULL));
      g_assert_true (gram_rulebook_scheme_year (rulebook, day, &year)
                     == (rows[i].scheme_year != 0));
      g_assert_cmpint (year, ==, rows[i].scheme_year);
      if (rulebook->scheme == GRAM_SCHEME_CCS)
        continue;

      year = 0;
      g_assert_true (gram_rulebook_trading_year (rulebook, day, &year)
                     == (rows[i].trading_year != 0));
      g_assert_cmpint (year, ==, rows[i].trading_year);
    }
}

static void
test_references (void)
{
  GramRulebook *rulebook = load_rulebook (CCTS_RULEBOOK);
  GramRulebook *again = gram_rulebook_ref (rulebook);

  g_assert_true (again == rulebook);
  gram_rulebook_unref (rulebook);
  g_assert_cmpstr (again->version, ==, "ccts-2027-01");
  gram_rulebook_unref (again);
  gram_rulebook_unref (NULL);
}

static const GramRulebookFigure *
find_figure (GPtrArray *figures, const char *path)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const GramRulebookFigure *figure = g_ptr_array_index (figures, i);

      if (g_str_equal (figure->path, path))
        return figure;
    }

  g_error ("no figure %s", path);
}

/* Every figure has a path of its own, a name and a source; what nobody vouches for says so. */
static void
test_figures (void)
{
  static const char *const names[]
      = { CCS_RULEBOOK, CCTS_RULEBOOK, OLD_CCS_RULEBOOK, OLD_CCTS_RULEBOOK };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (names[i]);
      g_autoptr (GPtrArray) figures = gram_rulebook_figures (rulebook);
      g_autoptr (GHashTable) paths = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; j < figures->len; j++)
        {
          const GramRulebookFigure *figure = g_ptr_array_index (figures, j);

          g_assert_true (g_hash_table_add (paths, figure->path));
          g_assert_cmpstr (figure->group, !=, "");
          g_assert_cmpstr (figure->title, !=, "");
          g_assert_cmpstr (figure->source, !=, "");
          g_assert_nonnull (figure->unit);
          g_assert_true (gram_rulebook_figure_equal (figure, figure));
        }
    }
}

static void
test_figure_values (void)
{
  g_autoptr (GramRulebook) ccs = load_rulebook (CCS_RULEBOOK);
  g_autoptr (GramRulebook) ccts = load_rulebook (CCTS_RULEBOOK);
  g_autoptr (GPtrArray) ccs_figures = gram_rulebook_figures (ccs);
  g_autoptr (GPtrArray) ccts_figures = gram_rulebook_figures (ccts);
  const GramRulebookFigure *slope = find_figure (ccs_figures, "years[2026].targets.A.slope");
  const GramRulebookFigure *unknown = find_figure (ccs_figures, "years[2025].targets.A.slope");
  const GramRulebookFigure *rate = find_figure (ccs_figures, "years[2028].rates.fleet_average_new");
  const GramRulebookFigure *window = find_figure (ccts_figures, "trading_window.first");
  const GramRulebookFigure *cap = find_figure (ccts_figures, "conversion_to_crts.caps[2024].share");
  g_autofree char *cap_text = gram_decimal_format (cap->amount, cap->scale, cap->decimals);

  g_assert_true (slope->known);
  g_assert_cmpint (slope->amount, ==, 34300);
  g_assert_cmpstr (slope->group, ==, "2026, type A");
  g_assert_false (unknown->known);
  g_assert_false (gram_rulebook_figure_equal (slope, unknown));
  g_assert_cmpint (rate->amount, ==, 6750);
  g_assert_false (rate->verified);
  g_assert_cmpstr (window->text, ==, "11-01");
  g_assert_true (window->verified);
  g_assert_cmpstr (cap_text, ==, "14.3");
  g_assert_false (gram_rulebook_figure_equal (window, cap));
}

/* Whatever lies in the folder is a rulebook and bears its own name. */
static void
test_folder (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("GRAM_SOURCE_ROOT"), "data", "rulebooks", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GramRulebook) rulebook = load_rulebook (name);
      g_autofree char *expected = g_strconcat (rulebook->version, ".json", NULL);

      g_assert_cmpstr (name, ==, expected);
      n++;
    }

  g_assert_cmpuint (n, >=, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rulebook/ccs-targets", test_ccs_targets);
  g_test_add_func ("/rulebook/ccs-rates", test_ccs_rates);
  g_test_add_func ("/rulebook/ccs-settings", test_ccs_settings);
  g_test_add_func ("/rulebook/ccts", test_ccts);
  g_test_add_func ("/rulebook/years", test_years);
  g_test_add_func ("/rulebook/references", test_references);
  g_test_add_func ("/rulebook/figures", test_figures);
  g_test_add_func ("/rulebook/figure-values", test_figure_values);
  g_test_add_func ("/rulebook/folder", test_folder);

  return g_test_run ();
}
