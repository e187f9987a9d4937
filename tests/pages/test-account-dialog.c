/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-dialog.h"
#include "gram-form.h"
#include "gram-test-dir.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

typedef struct
{
  GramTestDir *dir;
  GramSession *session;
  GtkWindow *window;
  GramAccountDialog *dialog;
} Fixture;

static void
present (Fixture *self)
{
  self->dialog = GRAM_ACCOUNT_DIALOG (gram_account_dialog_new (self->session));
  adw_dialog_present (ADW_DIALOG (self->dialog), GTK_WIDGET (self->window));
  gram_test_settle ();
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->dir = gram_test_dir_new ();
  path = gram_test_dir_file (self->dir, "own.gram");
  self->session = gram_test_own_new (path);
  self->window = gram_test_gtk_window_new (gtk_label_new ("behind"), 900, 700);
  present (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gram_test_gtk_window_destroy (self->window);
  gram_test_practice_close (self->session);
  gram_test_dir_free (self->dir);
}

static GtkWidget *
row (Fixture *self, const char *title)
{
  return gram_test_await (GTK_WIDGET (self->dialog), ADW_TYPE_PREFERENCES_ROW, title);
}

static void
press (Fixture *self, const char *label)
{
  GtkWidget *button = gram_test_await (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, label);

  g_signal_emit_by_name (button, "clicked");
  gram_test_settle ();
}

static void
assert_step (Fixture *self, const char *step)
{
  g_assert_cmpstr (gram_account_dialog_get_step (self->dialog), ==, step);
}

static void
type (Fixture *self, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row (self, title)), text);
}

/* What is missing is said at the field, and the page stays. */
static void
test_validation (Fixture *self, gconstpointer data)
{
  type (self, "_Holder", "  ");
  press (self, "_Next");
  assert_step (self, "holder");
  g_assert_nonnull (gram_form_get_error (row (self, "_Holder")));
  type (self, "_Holder", "Harbour Street Imports Ltd");
  g_assert_null (gram_form_get_error (row (self, "_Holder")));
  press (self, "_Next");
  assert_step (self, "kind");

  press (self, "_Next");
  assert_step (self, "kind");
  gram_test_await (GTK_WIDGET (self->dialog), GTK_TYPE_LABEL,
                   "Choose a kind; it decides which law applies.");
  gtk_widget_activate (row (self, "Clean Car Standard, used vehicles"));
  press (self, "_Next");
  assert_step (self, "contact");

  type (self, "_E-mail", "not an address");
  press (self, "_Next");
  assert_step (self, "contact");
  g_assert_nonnull (gram_form_get_error (row (self, "_E-mail")));
}

static GtkWidget *
go_to_auto_accept (Fixture *self, const char *kind)
{
  type (self, "_Holder", "Harbour Street Imports Ltd");
  press (self, "_Next");
  gtk_widget_activate (row (self, kind));
  press (self, "_Next");
  type (self, "Na_me", "Ngaire Tamahori");
  type (self, "_E-mail", "ngaire@example.org");
  press (self, "_Next");
  assert_step (self, "auto-accept");

  return row (self, "Accept vehicles _automatically");
}

static void
go_to_check (Fixture *self)
{
  GtkWidget *auto_row = go_to_auto_accept (self, "Clean Car Standard, used vehicles");

  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (auto_row)),
                                   "As soon as a vehicle at or below its target"));
  gram_test_picture (self->window, "wizard-auto-accept");
  press (self, "_Next");
  assert_step (self, "invite");
  type (self, "Invite by E-_mail (Optional)", "no address");
  press (self, "_Next");
  assert_step (self, "invite");
  g_assert_nonnull (gram_form_get_error (row (self, "Invite by E-_mail (Optional)")));
  type (self, "Invite by E-_mail (Optional)", "lena@example.org");
  press (self, "_Next");
  assert_step (self, "check");
}

static gboolean
is_done (gpointer data)
{
  return g_strcmp0 (gram_account_dialog_get_step (data), "done") == 0;
}

static gboolean
has_account (gpointer data)
{
  return gram_session_get_account (data) != NULL;
}

/* From the first page to the number; an answer can be changed on the way. */
static void
test_open (Fixture *self, gconstpointer data)
{
  GramAccount *account;

  go_to_check (self);
  press (self, "Change");
  assert_step (self, "holder");
  type (self, "_Holder", "Harbour Street Vehicles Ltd");
  press (self, "_Next");
  assert_step (self, "check");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row (self, "Holder"))), ==,
                   "Harbour Street Vehicles Ltd");

  press (self, "_Open Account");
  gram_test_wait_until (is_done, self->dialog);
  gram_test_wait_until (has_account, self->session);
  account = gram_session_get_account (self->session);
  g_assert_cmpstr (gram_account_get_holder (account), ==, "Harbour Street Vehicles Ltd");
  g_assert_cmpint (gram_account_get_kind (account), ==, GRAM_ACCOUNT_CCS_USED);
  g_assert_true (gram_account_is_owner (account));
  /* The colleague of the invitation step gets a code. */
  gram_test_await (GTK_WIDGET (self->dialog), GTK_TYPE_BUTTON, "_Copy Code");
  gram_test_picture (self->window, "wizard-done");

  /* The draft has done its work: the next set-up starts afresh. */
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  gram_test_settle ();
  present (self);
  assert_step (self, "holder");
}

/* Left in the middle, it goes on where it was left. */
static void
test_resume (Fixture *self, gconstpointer data)
{
  type (self, "_Holder", "Harbour Street Imports Ltd");
  press (self, "_Next");
  gtk_widget_activate (row (self, "Clean Car Standard, new vehicles"));
  press (self, "_Next");
  assert_step (self, "contact");
  adw_dialog_close (ADW_DIALOG (self->dialog));
  gram_test_settle ();

  present (self);
  assert_step (self, "contact");
  press (self, "_Next");
  press (self, "_Next");
  press (self, "_Next");
  assert_step (self, "check");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row (self, "Kind"))), ==,
                   "Clean Car Standard, new vehicles");
}

/* Each kind has its own words for the switch, and what it says is what the account gets. */
static void
test_auto_accept (Fixture *self, gconstpointer data)
{
  GtkWidget *auto_row = go_to_auto_accept (self, "Car CO₂ Trading Scheme (CCTS)");
  GramAccount *account;

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (auto_row)), ==,
                   "As soon as a complete vehicle becomes ready, it is accepted");
  adw_switch_row_set_active (ADW_SWITCH_ROW (auto_row), TRUE);
  gram_test_picture (self->window, "wizard-auto-accept-ccts");
  press (self, "_Next");
  press (self, "_Next");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row (self, "Auto-Accept"))), ==,
                   "On from the first vehicle");
  press (self, "_Open Account");
  gram_test_wait_until (is_done, self->dialog);
  gram_test_wait_until (has_account, self->session);
  account = gram_session_get_account (self->session);
  g_assert_cmpint (gram_account_get_kind (account), ==, GRAM_ACCOUNT_CCTS);
  g_assert_cmpuint (gram_account_get_auto_accept (account), ==, GRAM_AUTO_ACCEPT_CREDIT);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/account-dialog/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("validation", test_validation);
  ADD ("open", test_open);
  ADD ("resume", test_resume);
  ADD ("auto-accept", test_auto_accept);
#undef ADD

  return g_test_run ();
}
