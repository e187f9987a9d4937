/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-cases-page.h"

#include <glib/gi18n-lib.h>

struct _GramCasesPage
{
  GramPage parent_instance;

  /* Template Widgets */
  AdwNavigationView *navigation;
  GramCaseQueue *queue;

  /* Owned References */
  GramCaseView *view; /* NULL until a case is opened */

  gint64
      next; /* what follows the case that is shown, as the list stood when it was opened or stood still */
};

G_DEFINE_FINAL_TYPE (GramCasesPage, gram_cases_page, GRAM_TYPE_PAGE)

static gboolean
is_open (GramCasesPage *self)
{
  return self->view != NULL
         && adw_navigation_view_get_visible_page (self->navigation)
                == ADW_NAVIGATION_PAGE (self->view);
}

/* Where one can go from the case that is shown. The list may leave it out by now: what followed it is remembered. */
static void
update_neighbours (GramCasesPage *self)
{
  GramCaseList *list = gram_case_queue_get_list (self->queue);
  gint64 id = self->view != NULL ? gram_case_view_get_case (self->view) : 0;
  guint position;

  if (id == 0 || list == NULL)
    return;

  if (gram_paged_list_find (GRAM_PAGED_LIST (list), id, &position))
    self->next = gram_case_queue_get_neighbour (self->queue, id, 1);
  gram_case_view_set_neighbours (self->view,
                                 gram_case_queue_get_neighbour (self->queue, id, -1) != 0,
                                 self->next != 0);
}

static void
step_to (GramCasesPage *self, gint64 case_id)
{
  self->next = 0;
  gram_case_view_show (self->view, case_id);
  update_neighbours (self);
}

static void
step_cb (GramCasesPage *self, int step)
{
  gint64 id;

  g_assert (GRAM_IS_CASES_PAGE (self));

  update_neighbours (self);
  id = step > 0
           ? self->next
           : gram_case_queue_get_neighbour (self->queue, gram_case_view_get_case (self->view), -1);
  if (id != 0)
    step_to (self, id);
}

/* The next case of the same filter opens; after the last one the queue says what is left. */
static void
decided_cb (GramCasesPage *self)
{
  g_assert (GRAM_IS_CASES_PAGE (self));

  update_neighbours (self);
  if (self->next != 0)
    step_to (self, self->next);
  else
    adw_navigation_view_pop (self->navigation);
}

static void
open_case_cb (GramCasesPage *self, gint64 case_id)
{
  g_assert (GRAM_IS_CASES_PAGE (self));

  step_to (self, case_id);
}

static void
ensure_view (GramCasesPage *self)
{
  if (self->view != NULL)
    return;

  self->view = g_object_ref_sink (gram_case_view_new (gram_page_get_session (GRAM_PAGE (self))));
  g_signal_connect_object (self->view, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "open-case", G_CALLBACK (open_case_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
open_cb (GramCasesPage *self, gint64 case_id)
{
  g_assert (GRAM_IS_CASES_PAGE (self));

  gram_cases_page_open (self, case_id);
}

/* Back in the queue, the row of the case has the focus. */
static void
popped_cb (GramCasesPage *self)
{
  g_assert (GRAM_IS_CASES_PAGE (self));

  if (self->view != NULL)
    gram_case_queue_select (self->queue, gram_case_view_get_case (self->view));
}

static void
gram_cases_page_refresh (GramPage *page)
{
  GramCasesPage *self = GRAM_CASES_PAGE (page);

  gram_case_queue_refresh (self->queue);
  if (!is_open (self))
    return;

  gram_case_view_refresh (self->view);
  update_neighbours (self);
}

static void
gram_cases_page_constructed (GObject *object)
{
  GramCasesPage *self = GRAM_CASES_PAGE (object);
  GramSession *session = gram_page_get_session (GRAM_PAGE (self));

  G_OBJECT_CLASS (gram_cases_page_parent_class)->constructed (object);

  if (session == NULL)
    return;

  gram_case_queue_set_session (self->queue, session);
  g_signal_connect_object (gram_case_queue_get_list (self->queue), "refreshed",
                           G_CALLBACK (update_neighbours), self, G_CONNECT_SWAPPED);
}

static void
gram_cases_page_dispose (GObject *object)
{
  GramCasesPage *self = (GramCasesPage *)object;

  g_clear_object (&self->view);

  G_OBJECT_CLASS (gram_cases_page_parent_class)->dispose (object);
}

static void
gram_cases_page_class_init (GramCasesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gram_cases_page_constructed;
  object_class->dispose = gram_cases_page_dispose;
  GRAM_PAGE_CLASS (klass)->refresh = gram_cases_page_refresh;

  g_type_ensure (GRAM_TYPE_CASE_QUEUE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/cases/gram-cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramCasesPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, GramCasesPage, queue);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
}

static void
gram_cases_page_init (GramCasesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gram_cases_page_show (GramCasesPage *self, guint whose, guint due, guint kinds)
{
  g_return_if_fail (GRAM_IS_CASES_PAGE (self));

  adw_navigation_view_pop_to_tag (self->navigation, "queue");
  gram_case_queue_show (self->queue, whose, due, kinds);
}

void
gram_cases_page_open (GramCasesPage *self, gint64 case_id)
{
  g_return_if_fail (GRAM_IS_CASES_PAGE (self));
  g_return_if_fail (case_id != 0);

  ensure_view (self);
  if (!is_open (self))
    adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->view));
  step_to (self, case_id);
}

void
gram_cases_page_find (GramCasesPage *self)
{
  g_return_if_fail (GRAM_IS_CASES_PAGE (self));

  adw_navigation_view_pop_to_tag (self->navigation, "queue");
  gram_case_queue_find (self->queue);
}

void
gram_cases_page_act (GramCasesPage *self, const char *verb)
{
  static const struct
  {
    const char *verb;
    const char *in_case[2];
    const char *in_queue[2];
  } table[] = {
    { "next", { "case.next", NULL }, { "queue.open", NULL } },
    { "previous", { "case.previous", NULL }, { NULL, NULL } },
    { "claim", { "case.claim", NULL }, { "queue.claim", NULL } },
    { "release", { "case.release", NULL }, { "queue.release", NULL } },
    { "ask", { "case.ask", NULL }, { NULL, NULL } },
    { "uphold", { "case.uphold", "case.take" }, { "queue.take", NULL } },
    { "decline", { "case.decline", "case.keep" }, { "queue.decline", "queue.keep" } },
    { "message", { "case.message", NULL }, { NULL, NULL } },
    { "note", { "case.note", NULL }, { NULL, NULL } },
  };
  gboolean open;

  g_return_if_fail (GRAM_IS_CASES_PAGE (self));

  open = is_open (self);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint k = 0; g_str_equal (table[i].verb, verb) && k < 2; k++)
      {
        const char *action = open ? table[i].in_case[k] : table[i].in_queue[k];

        /* An action that is not allowed does nothing. */
        if (action != NULL)
          gtk_widget_activate_action (open ? GTK_WIDGET (self->view) : GTK_WIDGET (self->queue),
                                      action, NULL);
      }
}

void
gram_cases_page_back (GramCasesPage *self)
{
  g_return_if_fail (GRAM_IS_CASES_PAGE (self));

  if (is_open (self))
    adw_navigation_view_pop (self->navigation);
}

gint64
gram_cases_page_get_case (GramCasesPage *self)
{
  g_return_val_if_fail (GRAM_IS_CASES_PAGE (self), 0);

  return is_open (self) ? gram_case_view_get_case (self->view) : 0;
}
