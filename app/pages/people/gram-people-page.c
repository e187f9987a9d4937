/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-people-page.h"

#include "gram-failure.h"
#include "gram-person-dialog.h"
#include "gram-person-row.h"
#include "gram-questions.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

struct _GramPeoplePage
{
  GramPage parent_instance;

  /* Template Widgets */
  GtkStack *stack;
  GtkWidget *add_button;
  GtkListView *list_view;
  AdwStatusPage *failed_status;

  /* Owned References */
  GListStore *persons;
};

G_DEFINE_FINAL_TYPE (GramPeoplePage, gram_people_page, GRAM_TYPE_PAGE)

const char *
gram_role_title (GramRole role)
{
  switch (role)
    {
    case GRAM_ROLE_ADMINISTRATOR:
      return _ ("Administrator");
    case GRAM_ROLE_CASE_HANDLER:
      return _ ("Case handler");
    case GRAM_ROLE_DECISION_MAKER:
      return _ ("Decision maker");
    case GRAM_ROLE_READER:
      return _ ("Reader");
    case GRAM_ROLE_OFFICER:
      return _ ("Officer");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
people_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramPeoplePage) self = user_data;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  people = gram_session_people_finish (GRAM_SESSION (object), result, &refusal, &error);
  if (people == NULL)
    {
      g_autofree char *sentence = NULL;

      if (refusal == NULL && gram_failure_is_cancelled (error))
        return;
      sentence = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
      adw_status_page_set_description (self->failed_status, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < people->len; i++)
    {
      const GramPersonRecord *person = people->pdata[i];

      g_ptr_array_add (items, gram_person_item_new (person->name, person->email,
                                                    gram_role_title (person->role)));
    }
  g_list_store_splice (self->persons, 0, g_list_model_get_n_items (G_LIST_MODEL (self->persons)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, "people");
}

static void
gram_people_page_refresh (GramPage *page)
{
  GramPeoplePage *self = GRAM_PEOPLE_PAGE (page);
  GramSession *session = gram_page_get_session (page);
  GramPermit permit = gram_session_get_permit (session, "user.create");

  gtk_widget_set_sensitive (self->add_button, permit.allowed);
  gtk_widget_set_tooltip_text (self->add_button,
                               permit.reason != NULL ? permit.reason : _ ("Add a Person"));
  gram_session_people_async (session, gram_page_get_cancellable (page), people_cb,
                             g_object_ref (self));
}

static void
add_cb (GramPeoplePage *self)
{
  g_assert (GRAM_IS_PEOPLE_PAGE (self));

  adw_dialog_present (gram_person_dialog_new (gram_page_get_session (GRAM_PAGE (self))),
                      GTK_WIDGET (self));
}

static void
gram_people_page_dispose (GObject *object)
{
  GramPeoplePage *self = (GramPeoplePage *)object;

  g_clear_object (&self->persons);

  G_OBJECT_CLASS (gram_people_page_parent_class)->dispose (object);
}

static void
gram_people_page_class_init (GramPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_people_page_dispose;
  GRAM_PAGE_CLASS (klass)->refresh = gram_people_page_refresh;

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, add_button);
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, list_view);
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, failed_status);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, gram_page_queue_refresh);
}

static void
gram_people_page_init (GramPeoplePage *self)
{
  g_autoptr (GtkListItemFactory) factory = gram_person_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->persons = g_list_store_new (GRAM_TYPE_PERSON_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->persons)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}
