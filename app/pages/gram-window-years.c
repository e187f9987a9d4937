/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-private.h"

#include "gram-failure.h"
#include "gram-questions-years.h"
#include "gram-session-person.h"
#include "gram-vehicles-page.h"
#include "gram-year-texts.h"

#include <glib/gi18n-lib.h>

/*
 * From a figure to the vehicles that it counts: their account is visited, and the list shows them.
 */

/* Whose vehicles of which year. */
typedef struct
{
  GramWindow *window;
  GramYearDays *days;
  char *number;
  int year;
} Counted;

static void
counted_free (Counted *self)
{
  g_object_unref (self->window);
  gram_year_days_free (self->days);
  g_free (self->number);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Counted, counted_free)

static void
visited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Counted) self = user_data;
  g_autofree char *title = gram_year_dup_title (self->year);
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  if (gram_session_visit_finish (GRAM_SESSION (object), result, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    {
      gram_failure_present (GTK_WIDGET (self->window), _ ("Could Not Open the Account"), refusal,
                            error);
      return;
    }
  if (self->window->session != GRAM_SESSION (object))
    return;

  page = gram_window_go (self->window, "vehicles");
  if (page != NULL)
    gram_vehicles_page_show_days (GRAM_VEHICLES_PAGE (page), title, self->days->first,
                                  self->days->last);
}

static void
days_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Counted) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  const char *number;

  self->days = gram_session_year_days_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (self->days == NULL)
    {
      gram_failure_present (GTK_WIDGET (self->window), _ ("Could Not Show the Vehicles"), refusal,
                            error);
      return;
    }
  number = self->number;
  gram_session_visit_async (GRAM_SESSION (object), number, NULL, visited_cb,
                            g_steal_pointer (&self));
}

static void
show_year_vehicles_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *window = GRAM_WINDOW (widget);
  Counted *self = g_new0 (Counted, 1);

  self->window = g_object_ref (window);
  g_variant_get (parameter, "(si)", &self->number, &self->year);
  gram_session_year_days_async (window->session, self->year, NULL, days_cb, self);
}

/* Which vehicles of whom. */
typedef struct
{
  GramWindow *window;
  GVariant *parameter;
} Narrowed;

static void
narrowed_free (Narrowed *self)
{
  g_object_unref (self->window);
  g_variant_unref (self->parameter);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Narrowed, narrowed_free)

static void
show_where (GramWindow *window, GVariant *parameter)
{
  GtkWidget *page = gram_window_go (window, "vehicles");
  g_autoptr (GVariant) filter = NULL;
  const char *title;

  g_variant_get (parameter, "(&s&s@a{sv})", NULL, &title, &filter);
  if (page != NULL)
    gram_vehicles_page_show_where (GRAM_VEHICLES_PAGE (page), title, filter);
}

static void
visited_where_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Narrowed) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_visit_finish (GRAM_SESSION (object), result, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    gram_failure_present (GTK_WIDGET (self->window), _ ("Could Not Open the Account"), refusal,
                          error);
  else if (self->window->session == GRAM_SESSION (object))
    show_where (self->window, self->parameter);
}

static void
show_vehicles_where_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramWindow *window = GRAM_WINDOW (widget);
  const char *number;
  Narrowed *self;

  g_variant_get_child (parameter, 0, "&s", &number);
  if (*number == '\0')
    {
      show_where (window, parameter);
      return;
    }
  self = g_new0 (Narrowed, 1);
  self->window = g_object_ref (window);
  self->parameter = g_variant_ref (parameter);
  gram_session_visit_async (window->session, number, NULL, visited_where_cb, self);
}

void
_gram_window_class_years_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-year-vehicles", "(si)",
                                   show_year_vehicles_action);
  gtk_widget_class_install_action (widget_class, "win.show-vehicles-where", "(ssa{sv})",
                                   show_vehicles_where_action);
}

void
_gram_window_years_update (GramWindow *self)
{
  gboolean signed_in = self->session != NULL && gram_session_get_signed_in (self->session)
                       && !gram_session_get_locked (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-year-vehicles", signed_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-vehicles-where", signed_in);
}
