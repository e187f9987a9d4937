/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-people-page.h"

#include "gram-invite-dialog.h"
#include "gram-permission-chooser.h"
#include "gram-rights-list.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "people-fixture.h"

typedef struct
{
  PeopleFixture people;
  GramSession *session; /* of who looks */
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static void
show (Fixture *self, const char *email)
{
  GtkWidget *view = adw_navigation_view_new ();

  self->session = people_fixture_open (&self->people, email);
  self->page = g_object_new (GRAM_TYPE_PEOPLE_PAGE, "session", self->session, NULL);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (self->page));
  self->window = gram_test_window_new (view, 1000, 900);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  people_fixture_init (&self->people, (GramRegistryKind)GPOINTER_TO_UINT (data));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  AdwDialog *open;

  while ((open = adw_window_get_visible_dialog (ADW_WINDOW (self->window))) != NULL)
    adw_dialog_force_close (open);
  gram_test_window_close (self->window);
  gram_test_practice_close (self->session);
  people_fixture_clear (&self->people);
}

static AdwDialog *
dialog (Fixture *self)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

static gboolean
has_dialog (gpointer data)
{
  return dialog (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return dialog (data) == NULL;
}

static gboolean
is_question (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (dialog (data));
}

/* Activates a row of the page, or of the dialog, and waits for what it opens. */
static void
activate (GtkWidget *row)
{
  g_assert_true (gtk_widget_get_sensitive (row));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  gram_test_settle ();
}

static void
open_row (Fixture *self, const char *title)
{
  activate (people_row (self->page, title));
  gram_test_wait_until (has_dialog, self);
}

static void
close_dialog (Fixture *self)
{
  adw_dialog_force_close (dialog (self));
  gram_test_wait_until (has_no_dialog, self);
}

static const char *
subtitle (GtkWidget *row)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* Everything that waits stands on the page, and leads to a dialog. */
static void
test_waiting (Fixture *self, gconstpointer data)
{
  static const char *const long_address = "maximiliane.freifrau-von-wolkenstein@example.org";
  g_autoptr (GVariant) invited = NULL;
  g_autoptr (GVariant) offered = NULL;

  show (self, "ngaire@example.org");
  invited = people_do (self->session, "invitation.create",
                       "{'account': <%s>, 'email': <%s>, 'permissions': <['view', 'transfer']>}",
                       self->people.account, long_address);
  offered = people_do (self->session, "owner.offer",
                       "{'account': <%s>, 'person': <'lena@example.org'>}", self->people.account);
  people_row (self->page, long_address);
  g_assert_nonnull (strstr (subtitle (people_row (self->page, long_address)), "14 days left"));
  g_assert_nonnull (strstr (subtitle (people_row (self->page, "Ngaire Tamahori (you)")), "Owner"));
  people_pictures (self->window, "people-own");

  open_row (self, long_address);
  people_row (dialog (self), "Make a _New Code…");
  people_row (dialog (self), "_Revoke the Invitation…");
  people_pictures (self->window, "people-invitation");
  close_dialog (self);
}

/* The owner cannot leave, be removed or changed, and each says why. */
static void
test_owner (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *word;
  } rows[] = {
    { "_Change Permissions", "hand over the ownership" },
    { "Offer the _Ownership…", "owner already" },
    { "_Remove From the Account…", "only replaced" },
  };
  GtkWidget *leave;

  show (self, "ngaire@example.org");
  people_row (self->page, "Lena Marsh");
  leave = people_row (self->page, "_Leave This Account…");
  g_assert_false (gtk_widget_get_sensitive (leave));
  g_assert_nonnull (strstr (subtitle (leave), "offer the ownership"));

  open_row (self, "Ngaire Tamahori (you)");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = people_row (dialog (self), rows[i].title);

      g_assert_false (gtk_widget_get_sensitive (row));
      g_assert_nonnull (strstr (subtitle (row), rows[i].word));
    }
  people_pictures (self->window, "people-member-owner");
  close_dialog (self);
}

/* What changes is said before it is saved, and it is saved. */
static void
test_change (Fixture *self, gconstpointer data)
{
  GtkWidget *chooser;

  show (self, "ngaire@example.org");
  open_row (self, "Lena Marsh");
  people_pictures (self->window, "people-member");
  activate (people_row (dialog (self), "_Change Permissions"));
  people_row (dialog (self), "Trader");
  people_pictures (self->window, "people-permissions");
  chooser = gram_test_find_type (GTK_WIDGET (dialog (self)), GRAM_TYPE_PERMISSION_CHOOSER);
  g_assert_nonnull (chooser);
  gram_permission_chooser_set_permissions (GRAM_PERMISSION_CHOOSER (chooser),
                                           GRAM_PERMISSION_VIEW | GRAM_PERMISSION_TRANSFER);
  people_press (dialog (self), "_Save");
  gram_test_wait_until (has_no_dialog, self);
  people_await_subtitle (self->page, "Lena Marsh", "Trader");
}

/* Writes the headings, and a + for each row that says yes, a - for each that says no. */
static void
describe_rights (GtkWidget *widget, GString *into)
{
  if (ADW_IS_PREFERENCES_GROUP (widget))
    g_string_append_printf (into, " %s:",
                            adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)));
  if (ADW_IS_ACTION_ROW (widget))
    {
      GtkWidget *image = gram_test_find_type (widget, GTK_TYPE_IMAGE);
      const char *icon = gtk_image_get_icon_name (GTK_IMAGE (image));

      g_string_append_c (into, g_str_equal (icon, "object-select-symbolic") ? '+' : '-');
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    describe_rights (child, into);
}

/* The group that a row stands in. */
static const char *
group_title (GtkWidget *row)
{
  GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

  return adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group));
}

/* The row of the matrix, by subject: what may be done, then what not; each no has its reason. */
static void
test_rights (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *subject;
  } rows[] = {
    { "Accepts vehicles as the holder’s, with correct details", "Vehicles" },
    { "Withdraws a dispute or a correction", "Disputes and Cases" },
    { "Switches auto-accept on or off", "Account" },
    { "Invites a person into an account", "People" },
    { "Ends one’s own membership", "People" },
    { "Declines the ownership of an account", "People" },
    { "Submits the application", "Fleet Average" },
    { "Declines what somebody else prepared", "Four Eyes" },
    { "Carries in a balance of credits from before Gram", "Credits" },
  };
  g_autoptr (GString) found = g_string_new (NULL);

  show (self, "ngaire@example.org");
  open_row (self, "Lena Marsh");
  activate (people_row (dialog (self), "_What Can This Person Do?"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (group_title (people_row (dialog (self), rows[i].title)), ==, rows[i].subject);
  g_assert_cmpstr (subtitle (people_row (dialog (self), "Switches auto-accept on or off")), !=, "");
  describe_rights (gram_test_find_type (GTK_WIDGET (dialog (self)), GRAM_TYPE_RIGHTS_LIST), found);
  g_test_message ("%s", found->str);
  g_assert_true (g_regex_match_simple ("^ Vehicles:[+]+-+ Disputes and Cases:[+]+-* "
                                       "Account:[+]+-+ People:[+]+-+ Fleet Average:[+]+-+ "
                                       "Four Eyes:[+]+ Credits:[+]+-+( [A-Za-z ]+:-+)*$",
                                       found->str, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
  people_pictures (self->window, "people-rights");
  close_dialog (self);
}

/* Who may not invite sees the button, and why it does not go. */
static void
test_forbidden (Fixture *self, gconstpointer data)
{
  GtkWidget *button;

  show (self, "lena@example.org");
  people_row (self->page, "Lena Marsh (you)");
  /* It is called by its tooltip, which says why not. */
  button = gram_test_await (self->page, GTK_TYPE_BUTTON,
                            gram_session_get_permit (self->session, "invitation.create").reason);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), !=, "Invite a Person");
  open_row (self, "Ngaire Tamahori");
  g_assert_false (
      gtk_widget_get_sensitive (people_row (dialog (self), "_Remove From the Account…")));
  people_pictures (self->window, "people-member-forbidden");
  close_dialog (self);
}

/* Address, permissions, code: and the invitation stands on the page. */
static void
test_invite (Fixture *self, gconstpointer data)
{
  GtkWidget *label;

  show (self, "ngaire@example.org");
  people_row (self->page, "Lena Marsh");
  g_signal_emit_by_name (gram_test_await (self->page, GTK_TYPE_BUTTON, "Invite a Person"),
                         "clicked");
  gram_test_wait_until (has_dialog, self);
  people_press (dialog (self), "_Next");
  g_assert_cmpstr (gram_invite_dialog_get_step (GRAM_INVITE_DIALOG (dialog (self))), ==, "address");
  people_pictures (self->window, "people-invite-address");
  people_type (dialog (self), "_E-mail", "tomasz@example.org");
  people_press (dialog (self), "_Next");
  people_row (dialog (self), "Compliance officer");
  people_pictures (self->window, "people-invite-permissions");
  people_press (dialog (self), "_Invite");
  label = people_await_button (dialog (self), "_Copy Code");
  g_assert_nonnull (label);
  people_pictures (self->window, "people-invite-done");
  close_dialog (self);
  people_row (self->page, "tomasz@example.org");
}

/* Four eyes: the one who prepared it sees that they cannot approve it, the other one can. */
static void
test_request (Fixture *self, gconstpointer data)
{
  g_autoptr (GVariant) eyes = NULL;
  g_autoptr (GVariant) asked = NULL;
  g_autoptr (GVariant) carried = NULL;
  static const char *const title = "Asks for the account to be closed";
  GtkWidget *approve;

  people_fixture_join (&self->people, "tomasz@example.org", "Tomasz Nowak",
                       "['view', 'grant', 'accept', 'transfer', 'edit']");
  show (self, "ngaire@example.org");
  carried = people_do (self->session, "credit.carry-in",
                       "{'account': <%s>, 'year': <int64 2025>, 'amount': <'1250.4'>, "
                       "'reference': <'S-7'>}",
                       self->people.account);
  eyes = people_do (self->session, "account.set-four-eyes",
                    "{'account': <%s>, 'acts': <['closing']>}", self->people.account);
  asked = people_do (
      self->session, "account.request-closing",
      "{'account': <%s>, 'reason': <'No more imports'>, 'delete-credits': <'1250.40'>, "
      "'password': <%s>}",
      self->people.account, PEOPLE_PASSWORD);
  people_row (self->page, title);
  people_pictures (self->window, "people-request");
  open_row (self, title);
  approve = people_row (dialog (self), "_Approve…");
  g_assert_false (gtk_widget_get_sensitive (approve));
  g_assert_cmpstr (subtitle (approve), !=, "");
  /* As the closing dialog writes it: grouped, with the unit. */
  g_assert_cmpstr (subtitle (people_row (dialog (self), "Credits to Be Deleted")), ==,
                   "1\u202f250.40 g");
  people_pictures (self->window, "people-request-own");
  activate (people_row (dialog (self), "_Withdraw…"));
  gram_test_wait_until (is_question, self);
  people_pictures (self->window, "people-request-withdraw");
}

/* Where the hand-over stands: above the members. */
static GtkWidget *
first_group (Fixture *self)
{
  GtkWidget *label = gram_test_await (self->page, GTK_TYPE_LABEL, "Hand-Over in Progress");

  return gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_GROUP);
}

static gboolean
owns (gpointer data)
{
  GramAccount *account = gram_session_get_account (data);

  return account != NULL && gram_account_is_owner (account);
}

/* The ownership goes to who accepts it. */
static void
test_handover (Fixture *self, gconstpointer data)
{
  g_autoptr (GVariant) offered = NULL;
  GramSession *owner = people_fixture_open (&self->people, "ngaire@example.org");

  offered = people_do (owner, "owner.offer", "{'account': <%s>, 'person': <'lena@example.org'>}",
                       self->people.account);
  gram_test_practice_close (owner);
  show (self, "lena@example.org");
  gram_test_await (self->page, GTK_TYPE_LABEL, "Hand-Over in Progress");
  people_pictures (self->window, "people-handover");
  activate (gram_test_find (first_group (self), ADW_TYPE_ACTION_ROW, "Lena Marsh"));
  gram_test_wait_until (has_dialog, self);
  g_assert_false (gtk_widget_get_sensitive (people_row (dialog (self), "_Withdraw the Offer…")));
  people_pictures (self->window, "people-handover-dialog");
  activate (people_row (dialog (self), "_Accept the Ownership…"));
  gram_test_wait_until (is_question, self);
  people_respond (dialog (self), "do");
  gram_test_wait_until (owns, self->session);
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

#define OWN GUINT_TO_POINTER (GRAM_REGISTRY_OWN)
#define ADMINISTRATOR GUINT_TO_POINTER (GRAM_REGISTRY_ADMINISTRATOR)
#define ADD(name, kind, func)                                                                      \
  g_test_add ("/people-page/" name, Fixture, kind, set_up, func, tear_down)
  ADD ("waiting", OWN, test_waiting);
  ADD ("owner", OWN, test_owner);
  ADD ("change", OWN, test_change);
  ADD ("rights", ADMINISTRATOR, test_rights);
  ADD ("forbidden", ADMINISTRATOR, test_forbidden);
  ADD ("invite", ADMINISTRATOR, test_invite);
  ADD ("request", OWN, test_request);
  ADD ("handover", ADMINISTRATOR, test_handover);
#undef ADD

  return g_test_run ();
}
