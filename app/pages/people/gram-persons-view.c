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
#include "gram-table.h"

#include <glib/gi18n-lib.h>

/* Of the chips one is on: a role, or those that were removed. */
#define GROUP_WHO 1
#define REMOVED (1u << GRAM_ROLES)

static const struct
{
  guint group;
  guint bit;
  const char *title;
  gboolean keep;
} chips[] = {
  { 0, 0, N_ ("All"), TRUE },
  { GROUP_WHO, GRAM_ROLE_OFFICER, N_ ("Officers"), TRUE },
  { GROUP_WHO, GRAM_ROLE_ADMINISTRATOR, N_ ("Administrators"), TRUE },
  { GROUP_WHO, GRAM_ROLE_CASE_HANDLER, N_ ("Case handlers"), FALSE },
  { GROUP_WHO, GRAM_ROLE_DECISION_MAKER, N_ ("Decision makers"), FALSE },
  { GROUP_WHO, GRAM_ROLE_READER, N_ ("Readers"), FALSE },
  { GROUP_WHO, REMOVED, N_ ("Removed"), FALSE },
};

struct _GramPersonsView
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwBreakpoint *narrow_breakpoint;
  GtkSearchEntry *search_entry;
  GramChips *chips;
  GtkStack *stack;
  AdwStatusPage *failed_status;
  GtkColumnView *view;

  /* Owned References */
  GramSession *session;
  GCancellable *cancellable; /* of the page: goes with each refresh */
  GCancellable *opening;
  GramPersonList *list;
  GramTable *table;
};

G_DEFINE_FINAL_TYPE (GramPersonsView, gram_persons_view, ADW_TYPE_BIN)

static const GramTableColumn columns[] = {
  { "name", TRUE, FALSE, FALSE },         { "email", TRUE, FALSE, FALSE },
  { "role", TRUE, TRUE, FALSE },          { "accounts", TRUE, FALSE, FALSE },
  { "last-sign-in", TRUE, FALSE, FALSE },
};

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

static char *
dup_found (guint n)
{
  g_autofree char *number = gram_format_count (n);

  return g_strdup_printf (ngettext ("%s person", "%s people", n), number);
}

static guint
roles_of (guint bits)
{
  return bits & ~REMOVED;
}

static GramPersonActive
active_of (guint bits)
{
  return (bits & REMOVED) != 0 ? GRAM_PERSON_REMOVED : GRAM_PERSON_ACTIVE;
}

static void
show_state (GramPersonsView *self)
{
  if (self->table != NULL)
    gram_table_show_state (self->table, "nothing");
}

static void
requery (GramPersonsView *self)
{
  g_autofree char *search = NULL;
  guint bits = gram_chips_get (self->chips, GROUP_WHO);
  GramPersonQuery query = { .roles = roles_of (bits), .active = active_of (bits) };

  if (self->table == NULL)
    return;

  search = gram_table_dup_search (self->table);
  query.search = search;
  query.order = (GramPersonOrder)gram_table_get_order (self->table, &query.descending);
  gram_person_list_set_query (self->list, &query);
  show_state (self);
}

static void
counts_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPersonsView) self = user_data;
  g_autofree GramPersonCounts *counts = NULL;
  g_autoptr (GError) error = NULL;

  /* Without counts the chips say their names; the list tells what is wrong. */
  counts = gram_session_person_counts_finish (GRAM_SESSION (object), result, NULL, &error);
  if (counts == NULL || self->table == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    gram_chips_set_count (self->chips, chips[i].group, chips[i].bit,
                          gram_person_counts_select (counts, roles_of (chips[i].bit),
                                                     active_of (chips[i].bit)));
}

static void
count (GramPersonsView *self)
{
  g_autofree char *search = NULL;

  if (self->table == NULL)
    return;

  search = gram_table_dup_search (self->table);
  gram_session_person_counts_async (self->session, search, self->cancellable, counts_cb,
                                    g_object_ref (self));
}

static void
search_changed_cb (GramPersonsView *self)
{
  g_assert (GRAM_IS_PERSONS_VIEW (self));

  count (self);
}

static void
filter_changed_cb (GramPersonsView *self)
{
  g_assert (GRAM_IS_PERSONS_VIEW (self));

  requery (self);
}

static void
retry_cb (GramPersonsView *self)
{
  g_assert (GRAM_IS_PERSONS_VIEW (self));

  requery (self);
  count (self);
}

static void
clear_cb (GramPersonsView *self)
{
  const guint none[GRAM_CHIPS_N_GROUPS] = { 0 };

  g_assert (GRAM_IS_PERSONS_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gram_chips_set (self->chips, none);
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
open_cb (GramPersonsView *self, gint64 id)
{
  g_assert (GRAM_IS_PERSONS_VIEW (self));

  g_cancellable_cancel (self->opening);
  g_set_object (&self->opening, NULL);
  self->opening = g_cancellable_new ();
  gram_session_person_detail_async (self->session, id, self->opening, detail_cb,
                                    g_object_ref (self));
}

static void
gram_persons_view_dispose (GObject *object)
{
  GramPersonsView *self = (GramPersonsView *)object;

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  gram_table_dispose (&self->table);
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
  g_type_ensure (GRAM_TYPE_CHIPS);
  g_type_ensure (GRAM_TYPE_PERSON_ITEM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-persons-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, narrow_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, chips);
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, stack);
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramPersonsView, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_role);
  gtk_widget_class_bind_template_callback (widget_class, person_accounts);
  gtk_widget_class_bind_template_callback (widget_class, person_sign_in);
}

static void
gram_persons_view_init (GramPersonsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    gram_chips_add (self->chips, chips[i].group, chips[i].bit, _ (chips[i].title), chips[i].keep);
}

static void
take_session (GramPersonsView *self, GramSession *session)
{
  self->session = g_object_ref (session);
  self->table = gram_table_new (&(GramTableParts){
      .page = GTK_WIDGET (self),
      .prefix = "persons",
      .view = self->view,
      .search_entry = self->search_entry,
      .stack = self->stack,
      .failed_status = self->failed_status,
      .dup_found = dup_found,
      .chips = self->chips,
      .narrow = self->narrow_breakpoint,
      .single = TRUE,
      .columns = columns,
      .n_columns = G_N_ELEMENTS (columns),
      .orders = orders,
      .fallback = GRAM_PERSON_ORDER_NAME,
  });
  g_signal_connect_object (self->table, "requery", G_CALLBACK (requery), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  self->list = gram_person_list_new (session);
  gram_table_set_list (self->table, GRAM_PAGED_LIST (self->list));
  requery (self);
}

void
gram_persons_view_refresh (GramPersonsView *self, GramSession *session, GCancellable *cancellable)
{
  g_return_if_fail (GRAM_IS_PERSONS_VIEW (self));
  g_return_if_fail (GRAM_IS_SESSION (session));
  g_return_if_fail (self->session == NULL || session == self->session);

  g_set_object (&self->cancellable, cancellable);
  if (self->table == NULL)
    take_session (self, session);
  count (self);
}

void
gram_persons_view_find (GramPersonsView *self)
{
  g_return_if_fail (GRAM_IS_PERSONS_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
