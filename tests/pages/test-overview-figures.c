/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-world.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/overview/days-left", test_days_left);
  g_test_add_func ("/overview/acceptance", test_acceptance);

  return g_test_run ();
}
