/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "acceptance-fixture.h"

#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-vehicle-details.h"
#include "gram-vehicles-page-private.h"

static GtkWidget *
present (AccountFixture *self, const char *label, int width)
{
  GtkWidget *dialog = gram_vehicle_details_new_for_id (self->session, acceptance_vehicle (label));

  acceptance_present (self, dialog, width, 1100);
  gram_test_await (dialog, ADW_TYPE_PREFERENCES_GROUP, NULL);
  gram_test_await (dialog, ADW_TYPE_ACTION_ROW, "Chassis number");
  return dialog;
}

/* The group that a title heads, NULL if there is none. */
static GtkWidget *
group_called (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_GROUP (root)
      && g_str_equal (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = group_called (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
value_in (GtkWidget *group, const char *title)
{
  GtkWidget *row = gram_test_await (group, ADW_TYPE_ACTION_ROW, title);

  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* A vehicle that waits: what it would bring today, and from October on from 1 January (§15 rows 3 and 9). */
static void
test_forecast (AccountFixture *self, gconstpointer data)
{
  GtkWidget *dialog = present (self, ACCEPTANCE_OVER, 1200);
  GtkWidget *now = group_called (dialog, "Forecast");
  GtkWidget *next = group_called (dialog, "From 1 January 2027");

  g_assert_nonnull (now);
  g_assert_cmpstr (value_in (now, "Target"), ==, "105.19 g/km");
  g_assert_cmpstr (value_in (now, "Over the target"), ==, "26.81 g/km");
  g_assert_cmpstr (value_in (now, "Charge"), ==, "NZ$160.86");
  g_assert_nonnull (next);
  g_assert_cmpstr (value_in (next, "Charge"), ==, "NZ$207.42");
  g_assert_cmpstr (value_in (next, "Difference"), ==, "NZ$46.56 more to pay than today");
  g_assert_null (group_called (dialog, "Charge"));
  account_fixture_picture (self, "details-forecast-1200");
  present (self, ACCEPTANCE_OVER, 400);
  account_fixture_picture (self, "details-forecast-400");
}

/* An accepted one: what was frozen, with its rulebook, and the charge that it is part of. */
static void
test_accepted (AccountFixture *self, gconstpointer data)
{
  GtkWidget *dialog = present (self, ACCEPTANCE_CHARGED, 1200);
  GtkWidget *row;

  g_assert_nonnull (group_called (dialog, "Target"));
  g_assert_null (group_called (dialog, "From 1 January 2027"));
  row = gram_test_await (dialog, ADW_TYPE_ACTION_ROW, "Charge 1");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Overdue: NZ$60.00 to be paid");
  account_fixture_picture (self, "details-accepted-1200");
}

/* Outside the standard: the reason and no figures; and why a type is a type. */
static void
test_excluded (AccountFixture *self, gconstpointer data)
{
  GtkWidget *dialog = present (self, ACCEPTANCE_EXCLUDED, 1200);
  GtkWidget *group = group_called (dialog, "Outside the Standard");

  g_assert_nonnull (group);
  g_assert_cmpstr (value_in (group, "Reason"), !=, "");
  g_assert_null (group_called (dialog, "Forecast"));
  account_fixture_picture (self, "details-excluded-1200");
  dialog = present (self, ACCEPTANCE_WITHOUT, 1200);
  g_assert_cmpstr (value_in (group_called (dialog, "Forecast"), "No target"), !=, "");
  g_assert_null (group_called (dialog, "From 1 January 2027"));
  g_assert_cmpuint (strlen (value_in (dialog, "Type")), >, 1);
  account_fixture_picture (self, "details-without-1200");
}

static gboolean
is_settled (gpointer data)
{
  GramVehiclesPage *page = data;

  return page->n_vehicles >= 0 && !gram_paged_list_get_loading (GRAM_PAGED_LIST (page->list));
}

static guint
n_matching (GramVehiclesPage *page)
{
  gram_test_settle ();
  gram_test_wait_until (is_settled, page);
  return gram_paged_list_get_n_matching (GRAM_PAGED_LIST (page->list));
}

/* What figures lead to, and what the menu offers: exactly these vehicles, until the button takes it away. */
static void
test_narrow (AccountFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *filter;
    guint n;
  } rows[] = {
    { "{'excluded': <true>}", 1 },
    { "{'accepted-period': <int64 202609>}", 2 },
    { "{'accepted-period': <int64 202610>}", 0 },
    { "{'obligation-year': <int64 2026>}", 2 },
    { "{'obligation-year': <int64 2026>, 'statuses': <['ready']>}", 0 },
    { "{'make': <'Honda'>, 'model': <'NSX'>}", 1 },
    { "{'charge-scheme': <'fleet-average'>}", 0 },
  };
  GramVehiclesPage *page
      = GRAM_VEHICLES_PAGE (acceptance_show (self, GRAM_TYPE_VEHICLES_PAGE, 1200, 800));

  g_assert_cmpuint (n_matching (page), ==, 7);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->narrow_button)));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      GVariant *filter
          = g_variant_parse (G_VARIANT_TYPE_VARDICT, rows[i].filter, NULL, NULL, &error);

      g_assert_no_error (error);
      gram_vehicles_page_show_where (page, "These", filter);
      g_variant_unref (filter);
      g_assert_cmpuint (n_matching (page), ==, rows[i].n);
      g_assert_true (gtk_widget_get_visible (page->days_button));
    }
  gram_vehicles_page_show_where (page, "Accepted in September 2026",
                                 g_variant_new_parsed ("{'accepted-period': <int64 202609>}"));
  n_matching (page);
  account_fixture_picture (self, "vehicles-narrowed-1200");
  g_signal_emit_by_name (page->days_button, "clicked");
  g_assert_cmpuint (n_matching (page), ==, 7);
  gtk_menu_button_popup (page->narrow_button);
  gram_test_settle ();
  account_fixture_picture (self, "vehicles-narrow-menu-1200");
  gtk_menu_button_popdown (page->narrow_button);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add ("/vehicle-details/" path, AccountFixture, GINT_TO_POINTER (ACCEPTANCE_PAYG),         \
              acceptance_set_up, test, acceptance_tear_down)
  ADD ("forecast", test_forecast);
  ADD ("accepted", test_accepted);
  ADD ("excluded", test_excluded);
  ADD ("narrow", test_narrow);
#undef ADD

  status = g_test_run ();
  acceptance_end ();
  return status;
}
