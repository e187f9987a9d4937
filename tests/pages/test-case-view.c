/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"
#include "gram-case-view-private.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"

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
#undef ADD

  status = g_test_run ();
  cases_fixture_end ();

  return status;
}
