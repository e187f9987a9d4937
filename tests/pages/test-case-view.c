/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "gram-case-view-private.h"
#include "gram-snippets-dialog.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

static GramCaseView *
view_of (CasesFixture *self)
{
  return GRAM_CASE_VIEW (gram_test_find_type (GTK_WIDGET (self->window), GRAM_TYPE_CASE_VIEW));
}

/* Every kind of case, as it looks before anybody decided. */
static void
test_kinds (CasesFixture *self, gconstpointer data)
{
  const struct
  {
    gint64 id;
    const char *name;
  } cases[] = {
    { self->value, "value" },           { self->shared, "shared" },
    { self->not_ours, "not-ours" },     { self->missing, "missing" },
    { self->correction, "correction" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("case-%s-%d", cases[i].name, GPOINTER_TO_INT (data));

      cases_fixture_open (self, cases[i].id);
      g_assert_true (gtk_widget_get_visible (view_of (self)->claim_button));
      g_assert_true (gtk_widget_get_visible (view_of (self)->uphold_button));
      g_assert_false (gtk_widget_is_sensitive (view_of (self)->uphold_button));
      g_assert_nonnull (gtk_widget_get_tooltip_text (view_of (self)->uphold_button));
      cases_fixture_picture (self, name);
    }
}

static void
claim (CasesFixture *self, gint64 case_id)
{
  cases_fixture_open (self, case_id);
  gram_cases_page_act (self->page, "claim");
  cases_fixture_wait_ready (self, "_Uphold…");
  g_assert_cmpint (cases_fixture_state (self, case_id), ==, GRAM_CASE_CLAIMED);
}

/* What is upheld stands in the dialog as it is claimed, with what it changes; then the next case opens. */
static void
test_uphold (CasesFixture *self, gconstpointer data)
{
  claim (self, self->value);
  cases_fixture_picture (self, "case-claimed");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == view_of (self)->uphold_button);
  gram_cases_page_act (self->page, "uphold");
  cases_fixture_wait_dialog (self);
  cases_fixture_wait_ready (self, "_Uphold");
  cases_fixture_picture (self, "uphold-value");
  cases_fixture_press (self, "_Uphold");
  cases_fixture_wait_closed (self);
  g_assert_cmpint (cases_fixture_state (self, self->value), ==, GRAM_CASE_DECIDED);
  cases_fixture_wait_case (self, self->shared);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

static void
test_uphold_others (CasesFixture *self, gconstpointer data)
{
  const struct
  {
    gint64 id;
    const char *name;
  } cases[] = {
    { self->not_ours, "not-ours" },
    { self->missing, "missing" },
    { self->correction, "correction" },
    { self->shared, "shared" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("uphold-%s", cases[i].name);
      g_autofree char *after = g_strdup_printf ("decided-%s", cases[i].name);

      claim (self, cases[i].id);
      gram_cases_page_act (self->page, "uphold");
      cases_fixture_wait_dialog (self);
      cases_fixture_wait_ready (self, "_Uphold");
      cases_fixture_picture (self, name);
      cases_fixture_press (self, "_Uphold");
      cases_fixture_wait_closed (self);
      g_assert_cmpint (cases_fixture_state (self, cases[i].id), ==, GRAM_CASE_DECIDED);
      cases_fixture_open (self, cases[i].id);
      gram_test_wait_until (is_hidden, view_of (self)->uphold_button);
      cases_fixture_picture (self, after);
    }
}

/* Ask, answer with other people's programs, decline with a reason that a kept text begins. */
static void
test_ask_and_decline (CasesFixture *self, gconstpointer data)
{
  g_autofree char *answer
      = g_strdup_printf ("{'account': <'10000016'>, 'case': <int64 %" PRId64 ">, "
                         "'text': <'Here it is.'>}",
                         self->value);

  claim (self, self->value);
  gram_cases_page_act (self->page, "ask");
  cases_fixture_wait_dialog (self);
  cases_fixture_press (self, "_Ask");
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  cases_fixture_picture (self, "ask-empty");
  cases_fixture_write (self, "_What You Need to Know",
                       "Please send the certificate of conformity.");
  cases_fixture_press (self, "_Ask");
  cases_fixture_wait_closed (self);
  g_assert_cmpint (cases_fixture_state (self, self->value), ==, GRAM_CASE_INFORMATION_ASKED);
  cases_fixture_picture (self, "case-asked");

  cases_fixture_perform_elsewhere (self, CASES_OFFICER, "case.answer", answer);
  gram_case_view_refresh (view_of (self));
  cases_fixture_wait_ready (self, "_Decline…");
  gram_cases_page_act (self->page, "decline");
  cases_fixture_wait_dialog (self);
  cases_fixture_write (self, "_Reason", "The certificate is of another model.");
  cases_fixture_picture (self, "decline");
  cases_fixture_press (self, "_Decline");
  cases_fixture_wait_closed (self);
  g_assert_cmpint (cases_fixture_state (self, self->value), ==, GRAM_CASE_DECIDED);
  cases_fixture_wait_case (self, self->shared);
}

/* Texts are written, offered where a reason is, and changed. */
static void
test_snippets (CasesFixture *self, gconstpointer data)
{
  GtkWidget *button;
  GtkWidget *dialog;

  claim (self, self->value);
  gtk_widget_activate_action (GTK_WIDGET (view_of (self)), "case.snippets", NULL);
  cases_fixture_wait_dialog (self);
  /* Some are kept in a practice registry from the start. */
  cases_fixture_await (self, ADW_TYPE_ACTION_ROW, "No document");
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  button = GTK_WIDGET (
      gtk_widget_get_template_child (dialog, GRAM_TYPE_SNIPPETS_DIALOG, "add_button"));
  g_signal_emit_by_name (button, "clicked");
  gram_test_settle ();
  cases_fixture_press (self, "_Save");
  cases_fixture_write (self, "_Title", "Another model");
  cases_fixture_write (self, "Te_xt", "The certificate is of another model.");
  cases_fixture_picture (self, "snippets-edit");
  cases_fixture_press (self, "_Save");
  cases_fixture_await (self, ADW_TYPE_ACTION_ROW, "Another model");
  cases_fixture_picture (self, "snippets-list");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  cases_fixture_wait_closed (self);

  gram_cases_page_act (self->page, "decline");
  cases_fixture_wait_dialog (self);
  button = cases_fixture_await (self, GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  button = cases_fixture_await (self, GTK_TYPE_LABEL, "Another model");
  gtk_widget_activate (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
  gram_test_settle ();
  cases_fixture_press (self, "_Decline");
  cases_fixture_wait_closed (self);
  g_assert_cmpint (cases_fixture_state (self, self->value), ==, GRAM_CASE_DECIDED);
}

/* Only the claimant decides: what somebody else holds has its buttons, insensitive, with the refusal. */
static void
test_held_by_another (CasesFixture *self, gconstpointer data)
{
  g_autofree char *theirs = g_strdup_printf ("{'cases': <[int64 %" PRId64 "]>}", self->value);

  cases_fixture_perform_elsewhere (self, CASES_HANDLER, "case.claim", theirs);
  cases_fixture_open (self, self->value);
  cases_fixture_await (self, GTK_TYPE_BUTTON, "_Take Over…");
  g_assert_false (gtk_widget_is_sensitive (view_of (self)->uphold_button));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (view_of (self)->uphold_button), "Callum"));
  gram_cases_page_act (self->page, "uphold");
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  gram_cases_page_act (self->page, "claim");
  cases_fixture_wait_dialog (self);
  cases_fixture_picture (self, "take-over");
  cases_fixture_write (self, "_Why You Take It Over", "Callum is on leave.");
  cases_fixture_press (self, "_Take Over");
  cases_fixture_wait_closed (self);
  cases_fixture_wait_ready (self, "_Uphold…");
}

/* The first of a kind that nobody works on yet. */
static gint64
first_of_kind (CasesFixture *self, GramCaseKind kind)
{
  GramPagedList *list;
  gint64 id = 0;

  gram_cases_page_show (self->page, 0, 0, kind);
  cases_fixture_settle (self);
  list = GRAM_PAGED_LIST (gram_case_queue_get_list (
      GRAM_CASE_QUEUE (gram_test_find_type (GTK_WIDGET (self->window), GRAM_TYPE_CASE_QUEUE))));
  for (guint i = 0; i < gram_paged_list_get_n_matching (list) && id == 0; i++)
    if (cases_fixture_state (self, gram_paged_list_get_id (list, i)) == GRAM_CASE_OPEN)
      id = gram_paged_list_get_id (list, i);
  g_assert_cmpint (id, !=, 0);

  return id;
}

/* A difference is decided side by side: taken with a preview, or kept. */
static void
test_difference (CasesFixture *self, gconstpointer data)
{
  gint64 id = first_of_kind (self, GRAM_CASE_DIFFERENCE);
  gint64 next;

  cases_fixture_open (self, id);
  gram_cases_page_act (self->page, "claim");
  cases_fixture_wait_ready (self, "_Take…");
  cases_fixture_picture (self, "case-difference");
  gram_cases_page_act (self->page, "uphold");
  cases_fixture_wait_dialog (self);
  cases_fixture_wait_ready (self, "_Take");
  cases_fixture_picture (self, "take");
  cases_fixture_press (self, "_Take");
  cases_fixture_wait_closed (self);
  g_assert_cmpint (cases_fixture_state (self, id), ==, GRAM_CASE_DECIDED);

  /* The next of the same filter is there. */
  next = gram_cases_page_get_case (self->page);
  g_assert_cmpint (next, !=, 0);
  g_assert_cmpint (next, !=, id);
  cases_fixture_wait_case (self, next);
  gram_cases_page_act (self->page, "claim");
  cases_fixture_wait_ready (self, "_Keep…");
  gram_cases_page_act (self->page, "decline");
  cases_fixture_wait_dialog (self);
  cases_fixture_press (self, "_Keep");
  cases_fixture_wait_closed (self);
  g_assert_cmpint (cases_fixture_state (self, next), ==, GRAM_CASE_DECIDED);
}

/* A case about an account leads to the dialogs of the Account page, and shows what they decided. */
static void
test_account_cases (CasesFixture *self, gconstpointer data)
{
  static const struct
  {
    GramCaseKind kind;
    const char *name;
    const char *row;
  } cases[] = {
    { GRAM_CASE_APPLICATION, "application", "Decline…" },
    { GRAM_CASE_CLOSING, "closing", "Refuse the Closing…" },
    { GRAM_CASE_AML, "aml", "Record a Verification…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = first_of_kind (self, cases[i].kind);
      g_autofree char *name = g_strdup_printf ("case-%s", cases[i].name);
      GtkWidget *row;

      cases_fixture_open (self, id);
      row = cases_fixture_await (self, ADW_TYPE_ACTION_ROW, cases[i].row);
      gram_test_wait_until (is_sensitive, row);
      cases_fixture_picture (self, name);
      if (cases[i].kind == GRAM_CASE_AML)
        continue;
      gtk_widget_activate_action (row, "widget.press", NULL);
      cases_fixture_wait_dialog (self);
      cases_fixture_write (self, "_Reason", "The declaration is not signed.");
      cases_fixture_press (self,
                           cases[i].kind == GRAM_CASE_CLOSING ? "_Refuse Closing" : "_Decline");
      cases_fixture_wait_closed (self);
      g_assert_cmpint (cases_fixture_state (self, id), ==, GRAM_CASE_DECIDED);
      gram_case_view_refresh (view_of (self));
      cases_fixture_await (self, ADW_TYPE_ACTION_ROW, "Outcome");
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  cases_fixture_begin ();

#define ADD(name, width, func)                                                                     \
  g_test_add ("/case-view/" name, CasesFixture, GINT_TO_POINTER (width), cases_fixture_set_up,     \
              func, cases_fixture_tear_down)
  ADD ("kinds", 1200, test_kinds);
  ADD ("kinds-narrow", 400, test_kinds);
  ADD ("uphold", 1200, test_uphold);
  ADD ("uphold-others", 1200, test_uphold_others);
  ADD ("ask-and-decline", 1200, test_ask_and_decline);
  ADD ("snippets", 900, test_snippets);
  ADD ("held-by-another", 900, test_held_by_another);
  ADD ("difference", 1200, test_difference);
  ADD ("account-cases", 1200, test_account_cases);
#undef ADD

  status = g_test_run ();
  cases_fixture_end ();

  return status;
}
