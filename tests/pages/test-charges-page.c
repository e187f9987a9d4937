/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charges-world.h"

#include "gram-charge-view.h"
#include "gram-charge-texts.h"
#include "gram-offset-dialog.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

static AccountFixture world;

static guint
n_shown (GramChargesPage *page)
{
  gram_test_wait_until (charges_world_is_known, page);
  gram_test_settle ();

  return gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->charges_view->list));
}

/* Each chip leads to what it counts; above the list stands what is pending (CCS facts §5). */
static void
test_list (void)
{
  static const struct
  {
    guint states;
    guint n;
  } rows[] = {
    { 0, 3 },
    { GRAM_CHARGE_OVERDUE, 1 },
    { GRAM_CHARGE_DUE, 1 },
    { GRAM_CHARGE_SETTLED, 1 },
    { GRAM_CHARGE_DUE | GRAM_CHARGE_OVERDUE, 2 },
  };
  GramChargesPage *page;

  charges_world_set_up (&world, CHARGES_PAYG, CHARGES_OWNER, 1, CHARGES_TODAY);
  page = charges_world_show (&world, 1200, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gram_charges_page_show (page, rows[i].states);
      g_assert_cmpuint (n_shown (page), ==, rows[i].n);
    }
  gram_charges_page_show (page, 0);
  g_assert_cmpuint (n_shown (page), ==, 3);
  g_assert_true (gtk_widget_get_visible (page->charges_view->standing_list));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (
                                ADW_PREFERENCES_ROW (page->charges_view->standing_row)),
                            "to pay"));
  g_assert_true (
      g_str_has_prefix (adw_action_row_get_subtitle (page->charges_view->standing_row), "Of it "));
  account_fixture_picture (&world, "charges-1200");
  page = charges_world_show (&world, 400, 800);
  account_fixture_picture (&world, "charges-400");
  page = charges_world_show (&world, 800, 700);
  account_fixture_picture (&world, "charges-800");
  charges_world_tear_down (&world);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  charges_world_begin (CHARGES_PAYG);
  g_test_add_func ("/charges-page/list", test_list);
  status = g_test_run ();
  charges_world_end ();

  return status;
}
