/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-people-page.h"

#include "gram-code-card.h"
#include "gram-person-item.h"
#include "gram-persons-view.h"
#include "gram-test-gtk.h"
#include "gram-test-loop.h"
#include "gram-test-window.h"
#include "people-fixture.h"

/* The administrator's side of the People page. */

typedef struct
{
  PeopleFixture people;
  GtkWidget *page;
  GtkWindow *window;
  GListModel *list;
} Fixture;

static gboolean
is_listed (gpointer data)
{
  Fixture *self = data;
  GtkWidget *view = gram_test_find_type (self->page, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model
      = view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;

  self->list = G_LIST_MODEL (model);

  return model != NULL && g_list_model_get_n_items (self->list) > 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *view = adw_navigation_view_new ();

  people_fixture_init (&self->people, GRAM_REGISTRY_ADMINISTRATOR);
  self->page = g_object_new (GRAM_TYPE_PEOPLE_PAGE, "session", self->people.session, NULL);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (self->page));
  self->window = gram_test_window_new (view, 1000, 900);
  gram_test_wait_until (is_listed, self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gram_test_window_close (self->window);
  people_fixture_clear (&self->people);
}

typedef struct
{
  GListModel *list;
  guint n;
} Length;

static gboolean
has_length (gpointer data)
{
  const Length *length = data;

  return g_list_model_get_n_items (length->list) == length->n;
}

static void
await_length (Fixture *self, guint n)
{
  Length length = { self->list, n };

  gram_test_wait_until (has_length, &length);
}

typedef struct
{
  GListModel *list;
  const char *name;
} First;

static gboolean
is_first (gpointer data)
{
  const First *first = data;
  g_autoptr (GramPersonItem) item = g_list_model_get_item (first->list, 0);
  const GramPersonRow *row = item != NULL ? gram_person_item_get_row (item) : NULL;

  return row != NULL && g_strcmp0 (row->name, first->name) == 0;
}

static void
await_first (Fixture *self, const char *name)
{
  First first = { self->list, name };

  gram_test_wait_until (is_first, &first);
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

static void
search (Fixture *self, const char *text)
{
  GtkWidget *entry = gram_test_find_type (self->page, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
open_person (Fixture *self, const char *words)
{
  GtkWidget *view = gram_test_find_type (self->page, GTK_TYPE_COLUMN_VIEW);

  search (self, words);
  await_length (self, 1);
  g_signal_emit_by_name (view, "activate", 0);
  gram_test_wait_until (has_dialog, self);
}

static void
activate (Fixture *self, const char *title)
{
  GtkWidget *row = people_row (dialog (self), title);

  g_assert_true (gtk_widget_get_sensitive (row));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  gram_test_settle ();
}

/* What is typed and which chip is on decide who is listed. */
static void
test_filter (Fixture *self, gconstpointer data)
{
  GtkWidget *view = gram_test_find_type (self->page, GRAM_TYPE_PERSONS_VIEW);

  await_length (self, 3);
  people_pictures (self->window, "persons");
  await_first (self, "Lena Marsh");
  g_assert_true (gtk_widget_activate_action (view, "persons.reverse", NULL));
  await_first (self, "Oona Reyes");
  g_assert_true (gtk_widget_activate_action (view, "persons.sort", "s", "email"));
  await_first (self, "Lena Marsh");
  search (self, "marsh");
  await_length (self, 1);
  search (self, "nobody of that name");
  await_length (self, 0);
  people_pictures (self->window, "persons-nobody");
  people_press (self->page, "_Clear Filters");
  await_length (self, 3);
}

/* The search of the page is the one that Ctrl+F finds; whoever goes from it comes into the list. */
static void
test_find (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = gram_test_find_type (self->page, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *view = gram_test_find_type (self->page, GTK_TYPE_COLUMN_VIEW);

  gtk_window_set_focus (self->window, NULL);
  g_assert_true (gram_people_page_find (GRAM_PEOPLE_PAGE (self->page)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (self->window), entry));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (self->window), view));
}

/* A new password goes by a code that is shown once. */
static void
test_reset (Fixture *self, gconstpointer data)
{
  open_person (self, "lena");
  people_pictures (self->window, "person-detail");
  activate (self, "Reset the _Password…");
  gram_test_picture (self->window, "person-reset-question");
  people_respond (dialog (self), "do");
  people_await_button (self->window, "_Copy Code");
  g_assert_nonnull (gram_test_find_type (GTK_WIDGET (dialog (self)), GRAM_TYPE_CODE_CARD));
  people_pictures (self->window, "person-reset-code");
  adw_dialog_force_close (dialog (self));
  gram_test_wait_until (has_no_dialog, self);
}

/* Somebody who was removed is found under Removed, and restored. */
static void
test_remove (Fixture *self, gconstpointer data)
{
  open_person (self, "lena");
  activate (self, "_Remove From the Registry…");
  people_respond (dialog (self), "do");
  gram_test_wait_until (has_no_dialog, self);
  await_length (self, 0);
}

static void
test_role (Fixture *self, gconstpointer data)
{
  g_autoptr (GVariant) made = NULL;

  made = people_do (self->people.session, "user.create",
                    "{'name': <'Sefa Ioane'>, 'email': <'sefa@example.org'>, 'role': <'officer'>, "
                    "'password': <%s>}",
                    PEOPLE_PASSWORD);
  open_person (self, "sefa");
  activate (self, "Change the _Role…");
  people_row (dialog (self), "Case handler");
  people_pictures (self->window, "person-role");
  adw_dialog_force_close (dialog (self));
  gram_test_settle ();
  activate (self, "_What Can This Person Do?");
  people_row (dialog (self), "Adds a person to the registry");
  people_pictures (self->window, "person-rights");
}

int
main (int argc, char **argv)
{
  gram_test_gtk_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/persons-view/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("filter", test_filter);
  ADD ("find", test_find);
  ADD ("reset", test_reset);
  ADD ("remove", test_remove);
  ADD ("role", test_role);
#undef ADD

  return g_test_run ();
}
