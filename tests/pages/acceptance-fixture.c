/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "acceptance-fixture.h"

#include "charges-fixture.h"

#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

static const char *const labels[]
    = { ACCEPTANCE_OVER,     ACCEPTANCE_BELOW,   ACCEPTANCE_TYPE_B,  ACCEPTANCE_WITHOUT,
        ACCEPTANCE_EXCLUDED, ACCEPTANCE_CHARGED, ACCEPTANCE_CREDITED };

/* The registries that each test gets a copy of. */
static struct
{
  GramTestDir *dir;
  char *paths[ACCEPTANCE_N_STANDS];
  char *number;
  gint64 account_id;
  gint64 vehicles[G_N_ELEMENTS (labels)];
} made;

static void
copy (const char *from_path, const char *to_path)
{
  g_autoptr (GFile) from = g_file_new_for_path (from_path);
  g_autoptr (GFile) to = g_file_new_for_path (to_path);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A practice registry has a date besides its clock. */
static void
set_day (Fixture *fixture, const char *day)
{
  life_set_day (day);
  g_assert_true (gram_registry_set_today (fixture->registry, day, NULL));
}

/* Everything is in the one file only when it is closed. */
static void
keep (Fixture *fixture, AcceptanceStand stand)
{
  g_clear_pointer (&fixture->registry, gram_registry_close);
  made.paths[stand]
      = gram_test_dir_file (made.dir, stand == ACCEPTANCE_PAYG ? "payg.gram" : "fleet.gram");
  copy (fixture->path, made.paths[stand]);
  life_reopen (fixture);
  set_day (fixture, "2026-11-16");
}

static void
make_vehicles (Fixture *fixture)
{
  charges_enter (fixture, ACCEPTANCE_CREDITED, -8);
  g_assert_cmpstr (charges_accept (fixture, "'" ACCEPTANCE_CREDITED "'", ""), ==, "");
  charges_enter_accepted (fixture, ACCEPTANCE_CHARGED, 10);
  set_day (fixture, "2026-11-16");
  figures_enter (fixture, "@", ACCEPTANCE_OVER, "A", 1400, "132");
  figures_enter (fixture, "@", ACCEPTANCE_BELOW, "A", 1090, "79");
  figures_enter (fixture, "@", ACCEPTANCE_TYPE_B, "B", 1350, "160");
  g_assert_cmpstr (fixture_do (fixture, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'chassis': '" ACCEPTANCE_WITHOUT
                               "', 'make': 'Nissan', 'model': 'Note', 'type': 'A'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (fixture, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '@', 'chassis': '" ACCEPTANCE_EXCLUDED
                               "', 'make': 'Honda', 'model': 'NSX', 'excluded': 'motorsport'}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (fixture, ADMINISTRATOR, "vehicle.mark-ready",
                               "{'account': '@', 'vehicles': ['" ACCEPTANCE_WITHOUT
                               "', '" ACCEPTANCE_EXCLUDED "']}"),
                   ==, "");
}

static void
make (void)
{
  g_autoptr (Fixture) fixture = life_new (GRAM_REGISTRY_PRACTICE);

  made.dir = gram_test_dir_new ();
  made.number = g_strdup (fixture->numbers[1]);
  set_day (fixture, "2026-09-14");
  charges_carry_in (fixture, 2024, "5.00");
  charges_carry_in (fixture, 2025, "20.00");
  make_vehicles (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    made.vehicles[i] = dispute_vehicle (fixture, labels[i]);
  {
    g_autoptr (GramVehicleRecord) record = NULL;
    g_autoptr (GError) error = NULL;

    gram_vehicle_table_get (gram_registry_get_store (fixture->registry), made.vehicles[0], &record,
                            &error);
    g_assert_no_error (error);
    made.account_id = record->account_id;
  }
  keep (fixture, ACCEPTANCE_PAYG);
  figures_switch_to_fleet_average (fixture);
  keep (fixture, ACCEPTANCE_FLEET_AVERAGE);
}

void
acceptance_end (void)
{
  for (guint i = 0; i < ACCEPTANCE_N_STANDS; i++)
    g_clear_pointer (&made.paths[i], g_free);
  g_clear_pointer (&made.number, g_free);
  g_clear_pointer (&made.dir, gram_test_dir_free);
}

void
acceptance_become (AccountFixture *self, const char *email)
{
  g_autoptr (GAsyncResult) signing = NULL;
  g_autoptr (GAsyncResult) visiting = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  gram_session_sign_in_async (self->session, email, NULL, NULL, gram_test_keep_result, &signing);
  gram_test_wait_result (&signing);
  g_assert_cmpint (gram_session_sign_in_finish (self->session, signing, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_session_visit_async (self->session, made.number, NULL, gram_test_keep_result, &visiting);
  gram_test_wait_result (&visiting);
  g_assert_cmpint (gram_session_visit_finish (self->session, visiting, &refusal, &error), ==,
                   GRAM_OUTCOME_DONE);
  gram_test_settle ();
}

void
acceptance_set_up (AccountFixture *self, gconstpointer stand)
{
  static const char *const days[ACCEPTANCE_N_STANDS] = { "2026-11-16", "2027-01-04" };
  AcceptanceStand which = (AcceptanceStand)GPOINTER_TO_INT (stand);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (made.dir == NULL)
    make ();
  self->dir = gram_test_dir_new ();
  self->path = gram_test_dir_file (self->dir, "practice.gram");
  copy (made.paths[which], self->path);
  gram_session_open_async (self->path, NULL, gram_test_keep_result, &result);
  gram_test_wait_result (&result);
  self->session = gram_session_open_finish (result, &error);
  g_assert_no_error (error);
  gram_session_set_today (self->session, days[which]);
  acceptance_become (self, ACCEPTANCE_OWNER);
}

void
acceptance_tear_down (AccountFixture *self, gconstpointer data)
{
  account_fixture_tear_down (self, data);
  *self = (AccountFixture){ 0 };
}

gint64
acceptance_vehicle (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i], label))
      return made.vehicles[i];
  g_assert_not_reached ();
}

gint64
acceptance_account (void)
{
  return made.account_id;
}

GtkWidget *
acceptance_show (AccountFixture *self, GType type, int width, int height)
{
  GtkWidget *page = g_object_new (type, "session", self->session, NULL);
  GtkWidget *view = adw_navigation_view_new ();

  if (self->window != NULL)
    gram_test_window_close (self->window);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  self->window = gram_test_window_new (view, width, height);
  gram_test_settle ();

  return page;
}

void
acceptance_present (AccountFixture *self, GtkWidget *dialog, int width, int height)
{
  if (self->window != NULL)
    gram_test_window_close (self->window);
  self->window = gram_test_window_new (gtk_label_new (NULL), width, height);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->window));
  gram_test_settle ();
}

void
acceptance_close_dialogs (AccountFixture *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      gram_test_settle ();
    }
}
