/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "disputes-fixture.h"

#include "gram-dispute-dialog.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "gram-vehicle-choice.h"
#include "gram-vehicle-list.h"

AccountFixture world;

static guint taken;

static gboolean
has_loaded (gpointer data)
{
  return !gram_paged_list_get_loading (data);
}

gint64
disputes_take_vehicle (GramVehicleStatus status)
{
  g_autoptr (GramVehicleList) list = gram_vehicle_list_new (world.session);
  const GramVehicleQuery query
      = { .account_id = gram_account_get_id (gram_session_get_account (world.session)),
          .statuses = 1u << status,
          .attentions = 1u << GRAM_ATTENTION_NONE };
  gint64 id;

  gram_vehicle_list_set_query (list, &query);
  gram_test_wait_until (has_loaded, list);
  id = gram_paged_list_get_id (GRAM_PAGED_LIST (list), 20 + taken++);
  g_assert_cmpint (id, !=, 0);

  return id;
}

gboolean
disputes_is_known (gpointer data)
{
  GramDisputesPage *page = data;

  return page->counted && !gram_paged_list_get_loading (GRAM_PAGED_LIST (page->list));
}

GramDisputesPage *
disputes_show_page (int width, int height)
{
  GtkWidget *page = g_object_new (GRAM_TYPE_DISPUTES_PAGE, "session", world.session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (world.window != NULL)
    gram_test_window_close (world.window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  world.window = gram_test_window_new (view, width, height);
  gram_test_wait_until (disputes_is_known, page);
  gram_test_settle ();

  return GRAM_DISPUTES_PAGE (page);
}

void
disputes_present (AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (world.window));
  gram_test_settle ();
}

void
disputes_close_dialogs (void)
{
  AdwDialog *dialog;

  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (world.window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      gram_test_settle ();
    }
  account_fixture_wait_closed (&world);
}

void
disputes_present_dispute (gint64 vehicle_id)
{
  g_autoptr (GramVehicleChoice) choice = gram_vehicle_choice_new_one (vehicle_id);

  disputes_present (gram_dispute_dialog_new (world.session, choice));
}

GtkWidget *
disputes_await (GType type, const char *name)
{
  return account_fixture_await (&world, type, name);
}

int
disputes_run (int argc, char **argv, const DisputesTest *tests, gsize n_tests)
{
  int status;

  gram_test_gtk_init (&argc, &argv);
  account_fixture_set_up (&world, NULL);
  for (gsize i = 0; i < n_tests; i++)
    g_test_add_func (tests[i].path, tests[i].test);
  status = g_test_run ();
  account_fixture_tear_down (&world, NULL);

  return status;
}
