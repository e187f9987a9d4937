/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "acceptance-fixture.h"

#include "gram-accept-dialog.h"
#include "gram-questions-standing.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-vehicle-choice.h"

/* The dialog over all vehicles that are ready. */
static GtkWidget *
present (AccountFixture *self, int width, int height)
{
  const GramVehicleQuery query
      = { .account_id = acceptance_account (), .statuses = 1u << GRAM_VEHICLE_READY };
  g_autoptr (GramVehicleChoice) choice = gram_vehicle_choice_new_query (&query);
  GtkWidget *dialog = gram_accept_dialog_new (self->session, choice);

  acceptance_present (self, dialog, width, height);
  return dialog;
}

static GtkWidget *
find_numeric (GtkWidget *root)
{
  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, "numeric"))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_numeric (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The figure at the end of a row, "" if the row is not shown. */
static const char *
value_of (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = gram_test_find (dialog, ADW_TYPE_ACTION_ROW, title);

  return row != NULL ? gtk_label_get_label (GTK_LABEL (find_numeric (row))) : "";
}

typedef struct
{
  GtkWidget *dialog;
  const char *title;
  const char *value;
} Wanted;

static gboolean
says_so (gpointer data)
{
  const Wanted *wanted = data;

  return g_str_equal (value_of (wanted->dialog, wanted->title), wanted->value);
}

static void
await_value (GtkWidget *dialog, const char *title, const char *value)
{
  Wanted wanted = { dialog, title, value };

  gram_test_wait_until (says_so, &wanted);
}

/* Credits by year, grams and money; the bill follows what is chosen (CCS facts §15, row 21). */
static void
test_pay (AccountFixture *self, gconstpointer data)
{
  GtkWidget *dialog = present (self, 1200, 900);
  GtkWidget *row;

  await_value (dialog, "To pay with money", "NZ$160.86");
  g_assert_cmpstr (value_of (dialog, "Vehicles"), ==, "4");
  g_assert_cmpstr (value_of (dialog, "Credits earned"), ==, "23.21 g");
  g_assert_cmpstr (value_of (dialog, "Over target"), ==, "26.81 g");
  g_assert_cmpstr (value_of (dialog, "Charge"), ==, "NZ$160.86");
  g_assert_cmpstr (value_of (dialog, "Without a figure"), ==, "1");
  g_assert_cmpstr (value_of (dialog, "Data are missing"), ==, "1");
  g_assert_cmpstr (value_of (dialog, "Besides: earlier charges"), ==, "NZ$60.00");
  g_assert_cmpstr (value_of (dialog, "Mean CO₂"), ==, "");
  account_fixture_picture (self, "accept-money-1200");

  account_fixture_activate (self, "Credits, the oldest first");
  await_value (dialog, "To pay with money", "NZ$0.00");
  g_assert_cmpstr (value_of (dialog, "Credits set off"), ==, "26.81 g");
  account_fixture_picture (self, "accept-oldest-1200");

  account_fixture_activate (self, "Credits that you choose");
  row = account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "Of 2024, at most 5.00 g");
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  row = account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "Of 2026, at most 31.21 g");
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  row = account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "Of 2025, at most 20.00 g");
  gtk_editable_set_text (GTK_EDITABLE (row), "15.55");
  await_value (dialog, "To pay with money", "NZ$67.56");
  account_fixture_picture (self, "accept-chosen-1200");

  /* More than there is cannot be accepted, and the sentence stands at the year. */
  gtk_editable_set_text (GTK_EDITABLE (row), "99");
  await_value (dialog, "To pay with money", "–");
  g_assert_false (gtk_widget_is_sensitive (gram_test_await (dialog, GTK_TYPE_BUTTON, "_Accept")));
  account_fixture_picture (self, "accept-refused-1200");
  gtk_editable_set_text (GTK_EDITABLE (row), "15.55");
  await_value (dialog, "To pay with money", "NZ$67.56");
  account_fixture_wait_ready (self, "_Accept");
  account_fixture_press (self, "_Accept");
  account_fixture_wait_closed (self);

  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GramDashboard) dashboard = NULL;

    gram_session_dashboard_async (self->session, NULL, gram_test_keep_result, &result);
    gram_test_wait_result (&result);
    dashboard = gram_session_dashboard_finish (self->session, result, NULL, NULL);
    g_assert_cmpint (dashboard->outstanding, ==, 6000 + 6756);
    g_assert_cmpint (dashboard->credit_total, ==, 500 + 2000 - 1555 + 800 + 2321);
  }
}

static void
test_narrow (AccountFixture *self, gconstpointer data)
{
  GtkWidget *dialog = present (self, 400, 1100);

  await_value (dialog, "To pay with money", "NZ$160.86");
  account_fixture_activate (self, "Credits that you choose");
  account_fixture_await (self, ADW_TYPE_ENTRY_ROW, "Of 2025, at most 20.00 g");
  account_fixture_picture (self, "accept-chosen-400");
}

/* Who may accept and not transfer sees why credits cannot be chosen. */
static void
test_without_permission (AccountFixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  acceptance_become (self, ACCEPTANCE_ACCEPTER);
  dialog = present (self, 1200, 900);
  await_value (dialog, "To pay with money", "NZ$160.86");
  row = gram_test_await (dialog, ADW_TYPE_ACTION_ROW, "Credits, the oldest first");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_false (gtk_widget_is_sensitive (row));
  g_assert_nonnull (gtk_widget_get_tooltip_text (row));
  account_fixture_picture (self, "accept-without-permission-1200");
  account_fixture_wait_ready (self, "_Accept");
  acceptance_close_dialogs (self);
}

/* Nothing is due with an acceptance: it moves the year. */
static void
test_fleet_average (AccountFixture *self, gconstpointer data)
{
  GtkWidget *dialog = present (self, 1200, 900);

  /* By the rules of 2027: 34.57 (row 9) and 25.05. */
  await_value (dialog, "Over target", "59.62 g");
  g_assert_nonnull (gram_test_find (dialog, ADW_TYPE_ACTION_ROW, "Below target"));
  g_assert_cmpstr (value_of (dialog, "To pay with money"), ==, "");
  g_assert_null (gram_test_find (dialog, ADW_TYPE_ACTION_ROW, "Charge"));
  account_fixture_picture (self, "accept-fleet-average-1200");
  acceptance_close_dialogs (self);
}

int
main (int argc, char **argv)
{
  int status;

  gram_test_gtk_init (&argc, &argv);

#define ADD(path, stand, test)                                                                     \
  g_test_add ("/accept-dialog/" path, AccountFixture, GINT_TO_POINTER (stand), acceptance_set_up,  \
              test, acceptance_tear_down)
  ADD ("pay", ACCEPTANCE_PAYG, test_pay);
  ADD ("narrow", ACCEPTANCE_PAYG, test_narrow);
  ADD ("without-permission", ACCEPTANCE_PAYG, test_without_permission);
  ADD ("fleet-average", ACCEPTANCE_FLEET_AVERAGE, test_fleet_average);
#undef ADD

  status = g_test_run ();
  acceptance_end ();
  return status;
}
