/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-people-page.h"

#include "gram-members-view.h"
#include "gram-permit-tip.h"
#include "gram-person-dialog.h"
#include "gram-persons-view.h"
#include "gram-registry-banner.h"

struct _GramPeoplePage
{
  GramPage parent_instance;

  /* Template Widgets */
  GtkWidget *invite_button;
  GtkWidget *add_button;
  GtkWidget *switcher;
  AdwViewStack *view_stack;
  AdwViewStackPage *registry_page;
  GramMembersView *members_view;
  GramPersonsView *persons_view;

  gboolean chosen; /* which view comes first was decided */
};

G_DEFINE_FINAL_TYPE (GramPeoplePage, gram_people_page, GRAM_TYPE_PAGE)

static gboolean
shows (GramPeoplePage *self, const char *name)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), name) == 0;
}

static void
update_buttons (GramPeoplePage *self)
{
  GramSession *session = gram_page_get_session (GRAM_PAGE (self));

  if (session == NULL)
    return;

  gtk_widget_set_visible (self->invite_button,
                          shows (self, "account") && gram_session_get_account (session) != NULL);
  gtk_widget_set_visible (self->add_button, shows (self, "registry"));
  gtk_widget_set_sensitive (self->invite_button,
                            gram_session_get_permit (session, "invitation.create").allowed);
  gtk_widget_set_sensitive (self->add_button,
                            gram_session_get_permit (session, "user.create").allowed);
}

static void
view_changed_cb (GramPeoplePage *self)
{
  g_assert (GRAM_IS_PEOPLE_PAGE (self));

  update_buttons (self);
}

/* The administrator's side has the registry, and an account only where it looks at one. */
static void
update_views (GramPeoplePage *self, GramSession *session)
{
  GramRole role = gram_session_get_person_role (session);
  gboolean administers = role != GRAM_ROLE_OFFICER;
  gboolean administrator = gram_session_get_kind (session) == GRAM_REGISTRY_ADMINISTRATOR;
  gboolean account = gram_session_get_account (session) != NULL || !administers;

  adw_view_stack_page_set_visible (self->registry_page, administers);
  adw_view_stack_page_set_visible (adw_view_stack_get_page (self->view_stack,
                                                            GTK_WIDGET (self->members_view)),
                                   account);
  gtk_widget_set_visible (self->switcher, administers && account);
  if (!administers)
    adw_view_stack_set_visible_child_name (self->view_stack, "account");
  else if (!account || (!self->chosen && administrator))
    adw_view_stack_set_visible_child_name (self->view_stack, "registry");
  self->chosen = TRUE;
}

static void
gram_people_page_refresh (GramPage *page)
{
  GramPeoplePage *self = GRAM_PEOPLE_PAGE (page);
  GramSession *session = gram_page_get_session (page);

  update_views (self, session);
  update_buttons (self);
  gram_members_view_refresh (self->members_view, session, gram_page_get_cancellable (page));
  if (gram_session_get_person_role (session) != GRAM_ROLE_OFFICER)
    gram_persons_view_refresh (self->persons_view, session, gram_page_get_cancellable (page));
}

static void
invite_cb (GramPeoplePage *self)
{
  g_assert (GRAM_IS_PEOPLE_PAGE (self));

  gram_members_view_invite (self->members_view);
}

static void
add_cb (GramPeoplePage *self)
{
  g_assert (GRAM_IS_PEOPLE_PAGE (self));

  adw_dialog_present (gram_person_dialog_new (gram_page_get_session (GRAM_PAGE (self))),
                      GTK_WIDGET (self));
}

static void
gram_people_page_constructed (GObject *object)
{
  GramPeoplePage *self = GRAM_PEOPLE_PAGE (object);
  GramSession *session;

  G_OBJECT_CLASS (gram_people_page_parent_class)->constructed (object);

  session = gram_page_get_session (GRAM_PAGE (self));
  if (session == NULL)
    return;

  gram_permit_tip_install (self->invite_button, session, "invitation.create");
  gram_permit_tip_install (self->add_button, session, "user.create");
}

static void
gram_people_page_class_init (GramPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = gram_people_page_constructed;
  GRAM_PAGE_CLASS (klass)->refresh = gram_people_page_refresh;

  g_type_ensure (GRAM_TYPE_MEMBERS_VIEW);
  g_type_ensure (GRAM_TYPE_PERSONS_VIEW);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/people/gram-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, invite_button);
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, add_button);
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, registry_page);
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, members_view);
  gtk_widget_class_bind_template_child (widget_class, GramPeoplePage, persons_view);
  gtk_widget_class_bind_template_callback (widget_class, invite_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
gram_people_page_init (GramPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
gram_people_page_find (GramPeoplePage *self)
{
  g_return_val_if_fail (GRAM_IS_PEOPLE_PAGE (self), FALSE);

  if (!shows (self, "registry"))
    return FALSE;

  gram_persons_view_find (self->persons_view);
  return TRUE;
}
