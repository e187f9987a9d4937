/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-world.h"

#include "gram-ccs-words.h"

/* What stands on a dashboard, and what is told of it. */
typedef struct
{
  const char *name;
  gint64 outstanding;
  gint64 overdue;
  gboolean warned;
  int open_year;
  gboolean member;
  const char *id; /* NULL: nothing is told */
  GramWorkGroup group;
  GramNewsTarget target;
  guint states;
  const char *title;
  const char *due; /* NULL: no day */
} Row;

static const Row rows[] = {
  { "nothing", 0, 0, FALSE, 0, TRUE, NULL, GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT, 0, NULL, NULL },
  { "due", 16086, 0, FALSE, 0, TRUE, "charges-due", GRAM_WORK_TO_DO, GRAM_NEWS_CHARGES,
    GRAM_CHARGE_DUE, "Charges of NZ$160.86 are to be paid", "2027-03-31" },
  { "overdue", 6000, 6000, FALSE, 0, TRUE, "charges-overdue", GRAM_WORK_TO_DO, GRAM_NEWS_CHARGES,
    GRAM_CHARGE_OVERDUE, "Charges of NZ$60.00 are overdue", NULL },
  { "overdue-elsewhere", 6000, 6000, FALSE, 0, FALSE, "charges-overdue", GRAM_WORK_IN_PROGRESS,
    GRAM_NEWS_CHARGES, GRAM_CHARGE_OVERDUE, "Charges of NZ$60.00 are overdue", NULL },
  { "lapse", 0, 0, TRUE, 0, TRUE, "credits-lapse", GRAM_WORK_TO_DO, GRAM_NEWS_CREDITS, 0,
    "Credits of 2022 lapse: 15.55 g", "2026-12-31" },
  { "no-lapse-yet", 0, 0, FALSE, 0, TRUE, NULL, GRAM_WORK_TO_DO, GRAM_NEWS_ACCOUNT, 0, NULL, NULL },
  { "year-over", 0, 0, FALSE, 2025, TRUE, "fleet-year-over", GRAM_WORK_IN_PROGRESS,
    GRAM_NEWS_CHARGES, 0, "Fleet Average 2025 is over", NULL },
};

static void
test_news (gconstpointer data)
{
  const Row *row = data;
  GramDashboardCredit credit = { .year = 2022,
                                 .amount = 1000,
                                 .reserved = 555,
                                 .lapses_on = (char *)"2026-12-31",
                                 .days_left = 39,
                                 .warned = row->warned };
  g_autoptr (GPtrArray) credits = g_ptr_array_new ();
  GramDashboard dashboard = { .credits = credits,
                              .outstanding = row->outstanding,
                              .overdue = row->overdue,
                              .overdue_since = (char *)"2026-09-15",
                              .next_due_on = (char *)"2027-03-31",
                              .open_year = row->open_year };
  g_autoptr (GPtrArray) news = NULL;
  World world;

  g_ptr_array_add (credits, &credit);
  world_set_up (&world);
  world.reading.dashboard = &dashboard;
  world.reading.member = row->member;
  news = gram_overview_news (&world.reading);
  g_assert_cmpuint (news->len, ==, row->id != NULL ? 1 : 0);
  if (row->id != NULL)
    {
      const GramNews *told = news->pdata[0];

      g_assert_cmpstr (told->id, ==, row->id);
      g_assert_cmpint (told->group, ==, row->group);
      g_assert_cmpint (told->target, ==, row->target);
      g_assert_cmpuint (told->states, ==, row->states);
      g_assert_cmpstr (told->title, ==, row->title);
      g_assert_cmpstr (told->due, ==, row->due);
      g_assert_true ((told->due != NULL) == (told->deadline != NULL));
    }
  world_tear_down (&world);
}

/* Each offer of a transfer is a day to keep in mind. */
static void
test_transfer (void)
{
  g_autoptr (GPtrArray) credits = g_ptr_array_new ();
  GramDashboard dashboard = { .credits = credits };
  GramDeadline deadline = { .uid = (char *)"transfer-1",
                            .on = (char *)"2026-12-05",
                            .title = (char *)"Accept or decline the credits offered",
                            .subject = "transfer",
                            .subject_id = 1 };
  g_autoptr (GPtrArray) news = NULL;
  const GramNews *told;
  World world;

  world_set_up (&world);
  world.reading.dashboard = &dashboard;
  g_ptr_array_add (world.reading.deadlines, &deadline);
  news = gram_overview_news (&world.reading);
  g_assert_cmpuint (news->len, ==, 1);
  told = news->pdata[0];
  g_assert_cmpint (told->target, ==, GRAM_NEWS_CREDITS);
  g_assert_cmpstr (told->due, ==, "2026-12-05");
  g_assert_cmpstr (told->title, ==, deadline.title);
  world_tear_down (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/overview-news-ccs/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_news);
    }
  g_test_add_func ("/overview-news-ccs/transfer", test_transfer);

  return g_test_run ();
}
