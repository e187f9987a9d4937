/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-switcher.h"

#include "gram-account-label.h"

#include <glib/gi18n-lib.h>

#define NAME "gram-account-name"

struct _GramAccountSwitcher
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkMenuButton *button;
  GtkLabel *holder_label;
  GtkLabel *detail_label;
  GtkPopover *popover;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkFilterListModel *filter_model;
  GtkWidget *all_button;

  /* Owned References */
  GramSession *session;
  GtkCustomFilter *filter;
  GSignalGroup *account_signals;
};

G_DEFINE_FINAL_TYPE (GramAccountSwitcher, gram_account_switcher, ADW_TYPE_BIN)

typedef enum
{
  PROP_SESSION = 1,
} GramAccountSwitcherProps;

static GParamSpec *properties[PROP_SESSION + 1];

/* A search is worth its room from so many accounts on. */
#define SEARCH_FROM 8

/* The administrator's side sees all accounts of the registry; the list has the few that were visited. */
static gboolean
sees_all (GramAccountSwitcher *self)
{
  return self->session != NULL && gram_session_get_signed_in (self->session)
         && (gram_session_get_person_role (self->session) & ~(guint)GRAM_ROLE_OFFICER) != 0;
}

static void
update (GramAccountSwitcher *self)
{
  GramAccount *account = self->session != NULL ? gram_session_get_account (self->session) : NULL;
  g_autofree char *detail = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *label = NULL;

  if (account != NULL)
    {
      detail = gram_account_label_describe (account);
      lines = gram_account_label_describe_in_lines (account);
      gtk_label_set_text (self->holder_label, gram_account_get_holder (account));
    }
  else if (sees_all (self))
    {
      detail = g_strdup (_ ("Choose one of all accounts"));
      gtk_label_set_text (self->holder_label, _ ("No Account Chosen"));
    }
  else
    {
      detail = g_strdup (_ ("Set one up to begin"));
      gtk_label_set_text (self->holder_label, _ ("No Account Yet"));
    }
  gtk_label_set_text (self->detail_label, lines != NULL ? lines : detail);
  /* Translators: how a screen reader names the account switcher: holder, then kind and number */
  label = g_strdup_printf (_ ("Account: %s, %s"), gtk_label_get_text (self->holder_label), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
account_changed_cb (GramAccountSwitcher *self)
{
  g_signal_group_set_target (self->account_signals, gram_session_get_account (self->session));
  update (self);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  GramAccountSwitcher *self = user_data;
  g_autofree char *wanted = NULL;
  g_autofree char *holder = NULL;
  g_auto (GStrv) groups = NULL;
  g_autofree char *digits = NULL;

  g_assert (GRAM_IS_ACCOUNT (item));

  wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  g_strstrip (wanted);
  holder = g_utf8_casefold (gram_account_get_holder (item), -1);
  if (*wanted == '\0' || strstr (holder, wanted) != NULL)
    return TRUE;

  groups = g_strsplit (wanted, " ", -1);
  digits = g_strjoinv ("", groups);

  return strstr (gram_account_get_number (item), digits) != NULL;
}

static void
search_changed_cb (GramAccountSwitcher *self)
{
  g_assert (GRAM_IS_ACCOUNT_SWITCHER (self));

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->filter_model)) > 0
                                        ? "accounts"
                                        : "nothing");
}

static void
choose (GramAccountSwitcher *self, GramAccount *account)
{
  gtk_popover_popdown (self->popover);
  if (account != NULL && self->session != NULL)
    gram_session_set_account (self->session, account);
}

/* All accounts, with what was typed here as their search. */
static void
all_cb (GramAccountSwitcher *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.find-account", "s", g_strstrip (text));
}

static void
activated_cb (GramAccountSwitcher *self, guint position)
{
  g_autoptr (GramAccount) account = NULL;

  g_assert (GRAM_IS_ACCOUNT_SWITCHER (self));

  account = g_list_model_get_item (G_LIST_MODEL (self->filter_model), position);
  choose (self, account);
}

static void
search_activated_cb (GramAccountSwitcher *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filter_model)) > 0)
    activated_cb (self, 0);
  else if (sees_all (self))
    all_cb (self);
}

/* The row stands in the popover of its switcher. */
static void
row_opened_cb (GramAccountLabel *row)
{
  GtkWidget *switcher = gtk_widget_get_ancestor (GTK_WIDGET (row), GRAM_TYPE_ACCOUNT_SWITCHER);

  g_assert (GRAM_IS_ACCOUNT_SWITCHER (switcher));

  choose (GRAM_ACCOUNT_SWITCHER (switcher), gram_account_label_get_account (row));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = g_object_new (GRAM_TYPE_ACCOUNT_LABEL, NULL);

  g_signal_connect (row, "opened", G_CALLBACK (row_opened_cb), NULL);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GramAccount *account = gtk_list_item_get_item (item);

  gram_account_label_set_account (GRAM_ACCOUNT_LABEL (gtk_list_item_get_child (item)), account);
  /* The name goes with the holder for as long as the row stands for this account. */
  g_object_set_data (G_OBJECT (item), NAME,
                     g_object_bind_property (account, "holder", item, "accessible-label",
                                             G_BINDING_SYNC_CREATE));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GBinding *name = g_object_steal_data (G_OBJECT (item), NAME);

  g_binding_unbind (name);
  gram_account_label_set_account (GRAM_ACCOUNT_LABEL (gtk_list_item_get_child (item)), NULL);
}

static void
shown_cb (GramAccountSwitcher *self)
{
  guint n;

  g_assert (GRAM_IS_ACCOUNT_SWITCHER (self));

  n = self->session != NULL ? g_list_model_get_n_items (gram_session_get_accounts (self->session))
                            : 0;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), n >= SEARCH_FROM || sees_all (self));
  gtk_widget_set_visible (self->all_button, sees_all (self));
  gtk_widget_set_visible (GTK_WIDGET (self->stack), n > 0);
  search_changed_cb (self);
}

static void
gram_account_switcher_dispose (GObject *object)
{
  GramAccountSwitcher *self = (GramAccountSwitcher *)object;

  gram_account_switcher_set_session (self, NULL);
  g_clear_object (&self->account_signals);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (gram_account_switcher_parent_class)->dispose (object);
}

static void
gram_account_switcher_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  GramAccountSwitcher *self = GRAM_ACCOUNT_SWITCHER (object);

  switch ((GramAccountSwitcherProps)prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_account_switcher_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  GramAccountSwitcher *self = GRAM_ACCOUNT_SWITCHER (object);

  switch ((GramAccountSwitcherProps)prop_id)
    {
    case PROP_SESSION:
      gram_account_switcher_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_account_switcher_class_init (GramAccountSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_account_switcher_dispose;
  object_class->get_property = gram_account_switcher_get_property;
  object_class->set_property = gram_account_switcher_set_property;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, GRAM_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/widgets/gram-account-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSwitcher, holder_label);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSwitcher, detail_label);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSwitcher, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSwitcher, stack);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSwitcher, filter_model);
  gtk_widget_class_bind_template_child (widget_class, GramAccountSwitcher, all_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
gram_account_switcher_init (GramAccountSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (matches, self, NULL);
  gtk_filter_list_model_set_filter (self->filter_model, GTK_FILTER (self->filter));
  self->account_signals = g_signal_group_new (GRAM_TYPE_ACCOUNT);
  g_signal_group_connect_swapped (self->account_signals, "notify", G_CALLBACK (update), self);
  update (self);
}

GtkWidget *
gram_account_switcher_new (void)
{
  return g_object_new (GRAM_TYPE_ACCOUNT_SWITCHER, NULL);
}

void
gram_account_switcher_set_session (GramAccountSwitcher *self, GramSession *session)
{
  g_return_if_fail (GRAM_IS_ACCOUNT_SWITCHER (self));
  g_return_if_fail (session == NULL || GRAM_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  gtk_filter_list_model_set_model (self->filter_model,
                                   session != NULL ? gram_session_get_accounts (session) : NULL);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::account", G_CALLBACK (account_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::person-role", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_group_set_target (self->account_signals,
                             session != NULL ? gram_session_get_account (session) : NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
gram_account_switcher_popup (GramAccountSwitcher *self)
{
  g_return_if_fail (GRAM_IS_ACCOUNT_SWITCHER (self));

  gtk_menu_button_popup (self->button);
}
