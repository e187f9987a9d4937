/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "years-fixture.h"

#include "gram-checklist.h"
#include "gram-state-track.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

#define STAND(name) GUINT_TO_POINTER (YEARS_##name)

static void
both_sizes (AccountFixture *self,
            const char *name,
            void (*prepare) (AccountFixture *, GramYearsPage *))
{
  static const struct
  {
    int width;
    int height;
  } sizes[] = { { 1200, 1300 }, { 400, 1500 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GramYearsPage *page = years_show (self, sizes[i].width, sizes[i].height);
      g_autofree char *file = g_strdup_printf ("years-%s-%d", name, sizes[i].width);

      if (prepare != NULL)
        prepare (self, page);
      account_fixture_picture (self, file);
    }
}

static void
show_participants (AccountFixture *self, GramYearsPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page->year_view), "years.show", "s", "participants");
  gram_test_settle ();
}

static void
show_pools (AccountFixture *self, GramYearsPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page->year_view), "years.show", "s", "pools");
  gram_test_settle ();
}

static void
test_pictures (AccountFixture *self, gconstpointer data)
{
  static const char *const names[]
      = { "collected", "measured", "allocated", "over", "accounted", "many" };
  const char *name = names[GPOINTER_TO_UINT (data)];
  g_autofree char *participants = g_strdup_printf ("%s-participants", name);
  g_autofree char *pools = g_strdup_printf ("%s-pools", name);

  both_sizes (self, name, NULL);
  both_sizes (self, participants, show_participants);
  both_sizes (self, pools, show_pools);
}

int
main (int argc, char **argv)
{
  int result;

  gram_test_gtk_init (&argc, &argv);

#define TEST(path, stand, func)                                                                    \
  g_test_add ("/years/" path, AccountFixture, STAND (stand), years_set_up, func, years_tear_down)

  TEST ("pictures/collected", COLLECTED, test_pictures);
  TEST ("pictures/measured", MEASURED, test_pictures);
  TEST ("pictures/allocated", ALLOCATED, test_pictures);
  TEST ("pictures/over", OVER, test_pictures);
  TEST ("pictures/accounted", ACCOUNTED, test_pictures);
  TEST ("pictures/many", MANY, test_pictures);

  result = g_test_run ();
  years_end ();

  return result;
}
