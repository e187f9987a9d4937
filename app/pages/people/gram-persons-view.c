/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-persons-view.h"

#include "gram-cell.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-person-detail.h"
#include "gram-person-list.h"
#include "gram-person-texts.h"
#include "gram-questions.h"
#include "gram-table-order.h"

#include <glib/gi18n-lib.h>

/* One of them is on. */
static const struct
{
  const char *title;
  guint roles;
  GramPersonActive active;
} chips[] = {
  { N_ ("All"), 0, GRAM_PERSON_ACTIVE },
  { N_ ("Officers"), GRAM_ROLE_OFFICER, GRAM_PERSON_ACTIVE },
  { N_ ("Administrators"), GRAM_ROLE_ADMINISTRATOR, GRAM_PERSON_ACTIVE },
  { N_ ("Case handlers"), GRAM_ROLE_CASE_HANDLER, GRAM_PERSON_ACTIVE },
  { N_ ("Decision makers"), GRAM_ROLE_DECISION_MAKER, GRAM_PERSON_ACTIVE },
  { N_ ("Readers"), GRAM_ROLE_READER, GRAM_PERSON_ACTIVE },
  { N_ ("Removed"), 0, GRAM_PERSON_REMOVED },
};

struct _GramPersonsView
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkSearchEntry *search_entry;
  AdwWrapBox *chips_box;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  GtkColumnView *view;

  /* Borrowed References */
  GtkToggleButton *chips[G_N_ELEMENTS (chips)];

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable; /* of the page: goes with each refresh */
  GCancellable *opening;
  GramPersonList *list;
  GramTableOrder *order;
};

G_DEFINE_FINAL_TYPE (GramPersonsView, gram_persons_view, ADW_TYPE_BIN)

/* The words of the orders, which are also the ids of their columns. */
static const char *const orders[] = {
  [GRAM_PERSON_ORDER_NAME] = "name",
  [GRAM_PERSON_ORDER_EMAIL] = "email",
  [GRAM_PERSON_ORDER_NEWEST] = "newest",
  NULL,
};

/* Closures of the template */

static char *
person_role (GObject *object, guint role, gboolean active)
{
  /* Zero while nothing is known yet of the place. */
  if (role == 0)
    return g_strdup ("");
  if (!active)
    /* Translators: role of a person who was removed */
    return g_strdup_printf (_ ("%s, removed"), gram_role_title ((GramRole)role));

  return g_strdup (gram_role_title ((GramRole)role));
}

static char *
person_accounts (GObject *object, gint64 n_accounts)
{
  return n_accounts > 0 ? gram_format_count (n_accounts) : g_strdup ("–");
}

static char *
person_sign_in (GObject *object, gboolean loading, gint64 last_sign_in)
{
  if (loading)
    return g_strdup ("");

  return last_sign_in != 0 ? gram_format_day_of_instant (last_sign_in)
                           : g_strdup (C_ ("signed in", "Never"));
}

static gsize
active_chip (GramPersonsView *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    if (gtk_toggle_button_get_active (self->chips[i]))
      return i;

  return 0;
}

static char *
dup_search (GramPersonsView *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
}

static void
show_state (GramPersonsView *self)
{
  GramPagedList *list = GRAM_PAGED_LIST (self->list);
  const char *failure;

  if (list == NULL)
    return;

  failure = gram_paged_list_get_error_message (list);
  if (failure != NULL)
    {
      adw_status_page_set_description (self->failed_status, failure);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  else if (gram_paged_list_get_n_matching (list) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      gram_paged_list_get_loading (list) ? "loading" : "nobody");
}

static void
requery (GramPersonsView *self)
{
  g_autofree char *search = dup_search (self);
  gsize chip = active_chip (self);
  GramPersonQuery query = { .search = *search != '\0' ? search : NULL,
                            .roles = chips[chip].roles,
                            .active = chips[chip].active,
                            .order = (GramPersonOrder)gram_table_order_get (self->order),
                            .descending = gram_table_order_get_descending (self->order) };

  if (self->list == NULL)
    return;

  gram_person_list_set_query (self->list, &query);
  show_state (self);
}

static void
set_count (GramPersonsView *self, gsize chip, const GramPersonCounts *counts)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  number = gram_format_count (
      gram_person_counts_select (counts, chips[chip].roles, chips[chip].active));
  /* Translators: a filter, and how many match */
  text = g_strdup_printf (_ ("%s %s"), _ (chips[chip].title), number);
  gtk_button_set_label (GTK_BUTTON (self->chips[chip]), text);
}

static void
counts_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPersonsView) self = user_data;
  g_autofree GramPersonCounts *counts = NULL;
  g_autoptr (GError) error = NULL;

  /* Without counts the chips say their names; the list tells what is wrong. */
  counts = gram_session_person_counts_finish (GRAM_SESSION (object), result, NULL, &error);
  for (gsize i = 0; counts != NULL && i < G_N_ELEMENTS (chips); i++)
    set_count (self, i, counts);
}

static void
count (GramPersonsView *self)
{
  g_autofree char *search = dup_search (self);

  if (self->session != NULL)
    gram_session_person_counts_async (self->session, *search != '\0' ? search : NULL,
                                      self->cancellable, counts_cb, g_object_ref (self));
}

static void
search_changed_cb (GramPersonsView *self)
{
  g_assert (GRAM_IS_PERSONS_VIEW (self));

  requery (self);
  count (self);
}

static void
stop_search_cb (GramPersonsView *self)
{
  g_assert (GRAM_IS_PERSONS_VIEW (self));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clear_cb (GramPersonsView *self)
{
  g_assert (GRAM_IS_PERSONS_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_toggle_button_set_active (self->chips[0], TRUE);
}

static void
chip_cb (GramPersonsView *self, GtkToggleButton *chip)
{
  g_assert (GRAM_IS_PERSONS_VIEW (self));

  if (gtk_toggle_button_get_active (chip))
    requery (self);
}

static void
requeried_cb (GramPersonsView *self)
{
  if (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  show_state (self);
}

/* Says the result of a search to who does not see it. */
static void
loading_cb (GramPersonsView *self)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint n = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list));

  show_state (self);
  if (gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list))
      || *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    return;

  number = gram_format_count (n);
  text = g_strdup_printf (ngettext ("%s person", "%s people", n), number);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
detail_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPersonsView) self = user_data;
  g_autoptr (GramPersonDetail) detail = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  detail = gram_session_person_detail_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (detail != NULL)
    gram_person_detail_present (GTK_WIDGET (self), GRAM_SESSION (object), detail);
  else
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Read the Person"), refusal, error);
}

static void
activate_cb (GramPersonsView *self, guint position)
{
  gint64 id;

  g_assert (GRAM_IS_PERSONS_VIEW (self));

  id = gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), position);
  if (id == 0)
    return;

  g_cancellable_cancel (self->opening);
  g_set_object (&self->opening, NULL);
  self->opening = g_cancellable_new ();
  gram_session_person_detail_async (self->session, id, self->opening, detail_cb,
                                    g_object_ref (self));
}

static void
add_chips (GramPersonsView *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      GtkWidget *chip = gtk_toggle_button_new_with_label (_ (chips[i].title));

      gtk_widget_add_css_class (chip, "chip");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), self->chips[0]);
      self->chips[i] = GTK_TOGGLE_BUTTON (chip);
      adw_wrap_box_append (self->chips_box, chip);
    }
  gtk_toggle_button_set_active (self->chips[0], TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    g_signal_connect_object (self->chips[i], "toggled", G_CALLBACK (chip_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
gram_persons_view_dispose (GObject *object)
{
  GramPersonsView *self = (GramPersonsView *)object;

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  gram_table_order_dispose (&self->order);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (gram_persons_view_parent_class)->dispose (object);
}

static void
gram_persons_view_class_init (GramPersonsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_persons_view_dispose;

  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_PERSON_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-persons-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, chips_box);
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_role);
  gtk_widget_class_bind_template_callback (widget_class, person_accounts);
  gtk_widget_class_bind_template_callback (widget_class, person_sign_in);
}

static void
gram_persons_view_init (GramPersonsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->view));
  add_chips (self);
  self->order = gram_table_order_new (self->view, orders, GRAM_PERSON_ORDER_NAME, NULL, NULL);
  gram_table_order_install (self->order, GTK_WIDGET (self), "persons");
  g_signal_connect_object (self->order, "changed", G_CALLBACK (requery), self, G_CONNECT_SWAPPED);
}

static void
take_session (GramPersonsView *self, GramSession *session)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_set_object (&self->session, session);
  g_clear_object (&self->list);
  self->list = gram_person_list_new (session);
  g_signal_connect_object (self->list, "requeried", G_CALLBACK (requeried_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refreshed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error-message", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self->list));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  requery (self);
}

void
gram_persons_view_refresh (GramPersonsView *self, GramSession *session, GCancellable *cancellable)
{
  g_return_if_fail (GRAM_IS_PERSONS_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session));

  g_set_object (&self->cancellable, cancellable);
  if (session != self->session)
    take_session (self, session);
  count (self);
}

void
gram_persons_view_find (GramPersonsView *self)
{
  g_return_if_fail (GRAM_IS_PERSONS_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
