/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-accounts-button.h"
#include "gram-cases-page.h"
#include "gram-disputes-page.h"
#include "gram-session-person.h"
#include "gram-years-page.h"

/*
 * Cases from everywhere: a case that is named somewhere opens here, a count leads to the queue, and the keys of the window
 * go to the case that is worked on.
 */

#define PREFIX "win.case-"

/* The page of cases, if it is the one that is shown. */
static GramCasesPage *
shown_page (GramWindow *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split_view);

  return GRAM_IS_CASES_PAGE (page) ? GRAM_CASES_PAGE (page) : NULL;
}

/* The administrator's side works on it; who keeps the own books, and the holder, sees it among the disputes. */
static void
open_case_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  GtkWidget *page = NULL;

  if (gram_session_get_kind (self->session) != GRAM_REGISTRY_OWN)
    page = gram_window_go (self, "cases");
  if (page != NULL)
    gram_cases_page_open (GRAM_CASES_PAGE (page), id);
  else if ((page = gram_window_go (self, "disputes")) != NULL)
    gram_disputes_page_open_case (GRAM_DISPUTES_PAGE (page), id);
}

static void
show_cases_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (GRAM_WINDOW (widget), "cases");
  guint whose;
  guint due;
  guint kinds;

  g_variant_get (parameter, "(uuu)", &whose, &due, &kinds);
  if (page != NULL)
    gram_cases_page_show (GRAM_CASES_PAGE (page), whose, due, kinds);
}

static void
case_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramCasesPage *page = shown_page (GRAM_WINDOW (widget));

  if (page != NULL)
    gram_cases_page_act (page, action_name + strlen (PREFIX));
}

/* From a participant to its year, if that is what is shown. */
static gboolean
back_to_year (GramWindow *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split_view);

  return GRAM_IS_YEARS_PAGE (page) && gram_years_page_back (GRAM_YEARS_PAGE (page));
}

/* From a case to the queue, from an account to all. */
static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *self = GRAM_WINDOW (widget);
  GramCasesPage *page = shown_page (self);

  if (page != NULL && gram_cases_page_get_case (page) != 0)
    gram_cases_page_back (page);
  else if (!back_to_year (self))
    gram_window_go (self, "accounts");
}

static const char *const verbs[] = {
  PREFIX "next",   PREFIX "previous", PREFIX "claim",   PREFIX "release", PREFIX "ask",
  PREFIX "uphold", PREFIX "decline",  PREFIX "message", PREFIX "note",
};

void
_gram_window_class_cases_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-case", "x", open_case_action);
  gtk_widget_class_install_action (widget_class, "win.show-cases", "(uuu)", show_cases_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (widget_class, verbs[i], NULL, case_action);
}

void
_gram_window_cases_update (GramWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean signed_in = self->session != NULL && gram_session_get_signed_in (self->session)
                       && !gram_session_get_locked (self->session);
  gboolean administers = signed_in && gram_accounts_administers (self->session);

  gtk_widget_action_set_enabled (widget, "win.open-case", signed_in);
  gtk_widget_action_set_enabled (widget, "win.show-cases", administers);
  gtk_widget_action_set_enabled (widget, "win.back", administers);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_action_set_enabled (widget, verbs[i], administers && shown_page (self) != NULL);
}
