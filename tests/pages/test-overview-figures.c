/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-world.h"

#include "gram-overview-credits.h"

static void
test_days_left (void)
{
  static const struct
  {
    const char *due;
    const char *left;
  } days[] = {
    { "2026-11-21", "The day is over" },
    { "2026-11-22", "Today is the last day" },
    { "2026-11-23", "1 day left" },
    { "2026-12-12", "20 days left" },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *left = gram_overview_days_left ("2026-11-22", days[i].due);

      g_assert_cmpstr (left, ==, days[i].left);
    }
}

/* What cannot be accepted, or not by this person, is no invitation to accept. */
static void
test_acceptance (void)
{
  gsize n_rows;
  const GramWorkRow *table = gram_work_get_table (&n_rows);
  World world;

  world_set_up (&world);
  g_assert_true (table[0].accepts);
  g_assert_cmpint (gram_work_group_now (&table[0], &world.reading), ==, GRAM_WORK_TO_DO);
  world.reading.may_accept = FALSE;
  world.reading.accept_reason = (char *)"You need a permission";
  g_assert_cmpint (gram_work_group_now (&table[0], &world.reading), ==, GRAM_WORK_IN_PROGRESS);
  g_assert_cmpint (gram_work_group_now (&table[1], &world.reading), ==, GRAM_WORK_TO_DO);
  world_suspend (&world);
  g_assert_cmpstr (
      gram_work_accept_reason (&world.reading), ==,
      "They wait for the reinstatement: nothing is accepted while the account is suspended");
  world.detail.state = GRAM_ACCOUNT_OPEN;
  world.reading.member = FALSE;
  g_assert_null (gram_work_accept_reason (&world.reading));
  g_assert_cmpint (gram_work_group_now (&table[1], &world.reading), ==, GRAM_WORK_IN_PROGRESS);
  world_tear_down (&world);
}

/* A figure for each year; allowances and money are none. */
static void
test_credits (void)
{
  GramBalance balances[] = {
    { (char *)"holding", (char *)"ccs-credit/used/2025", 2025, 125000, (char *)"1250.00" },
    { (char *)"holding", (char *)"ccs-credit/used/2024", 2024, 1240, (char *)"12.40" },
    { (char *)"reserved", (char *)"ccs-credit/used/2025", 2025, 5000, (char *)"50.00" },
    { (char *)"holding", (char *)"NZD", 0, 700, (char *)"7.00" },
  };
  World world;
  g_autoptr (GPtrArray) figures = NULL;

  world_set_up (&world);
  for (guint i = 0; i < G_N_ELEMENTS (balances); i++)
    g_ptr_array_add (world.detail.balances, &balances[i]);
  figures = gram_overview_credits (&world.detail);
  g_assert_cmpuint (figures->len, ==, 2);
  g_assert_cmpstr (gram_figure_get_caption (figures->pdata[0]), ==, "Credits of 2024");
  g_assert_cmpstr (gram_figure_get_value (figures->pdata[0]), ==, "12.40");
  g_assert_cmpuint (gram_figure_get_n_inputs (figures->pdata[1]), ==, 2);
  world_tear_down (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/overview/days-left", test_days_left);
  g_test_add_func ("/overview/acceptance", test_acceptance);
  g_test_add_func ("/overview/credits", test_credits);

  return g_test_run ();
}
