/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-inbox-page.h"

#include "gram-cell.h"
#include "gram-formats.h"
#include "gram-inbox-page-private.h"
#include "gram-notice-label.h"
#include "gram-notice-words.h"
#include "gram-registry-banner.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramInboxPage, gram_inbox_page, GRAM_TYPE_PAGE)

/* The one group of chips. */
#define GROUP_SHOW 1

static const char *const columns[GRAM_INBOX_N_COLUMNS] = {
  "notice_column",
  "account_column",
  "when_column",
};

/* What each view says when it has nothing. */
static const struct
{
  const char *icon_name;
  const char *title;
  const char *description;
} empties[] = {
  [GRAM_INBOX_ALL] = { "gram-inbox-symbolic", N_ ("Nothing New"),
                       N_ ("You are told here when vehicles become ready, when a case is decided, "
                           "and the like. The preferences say of what.") },
  [GRAM_INBOX_UNREAD]
  = { "object-select-symbolic", N_ ("All Read"), N_ ("There is nothing that you have not read") },
  [GRAM_INBOX_ARCHIVED]
  = { "gram-inbox-symbolic", N_ ("Nothing Archived"),
      N_ ("What is done with can be archived; it is kept here, and can be moved back") },
};

GramSession *
_gram_inbox_page_get_session (GramInboxPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

GramInboxShow
_gram_inbox_page_get_show (GramInboxPage *self)
{
  guint bits = gram_chips_get (self->chips, GROUP_SHOW);

  if ((bits & (1u << GRAM_INBOX_UNREAD)) != 0)
    return GRAM_INBOX_UNREAD;
  return (bits & (1u << GRAM_INBOX_ARCHIVED)) != 0 ? GRAM_INBOX_ARCHIVED : GRAM_INBOX_ALL;
}

static const char *
find_state (GramInboxPage *self)
{
  GramPagedList *list = GRAM_PAGED_LIST (self->list);
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (gram_paged_list_get_error_message (list) != NULL)
    return "failed";
  if (gram_paged_list_get_n_matching (list) > 0)
    return "list";
  /* While an answer is awaited, what is shown stays. */
  if (gram_paged_list_get_loading (list))
    return name;

  return "empty";
}

static void
show_empty (GramInboxPage *self)
{
  GramInboxShow show = _gram_inbox_page_get_show (self);

  adw_status_page_set_icon_name (self->empty_status, empties[show].icon_name);
  adw_status_page_set_title (self->empty_status, _ (empties[show].title));
  adw_status_page_set_description (self->empty_status, _ (empties[show].description));
  gtk_widget_set_visible (self->preferences_button, show == GRAM_INBOX_ALL);
}

static void
show_unread (GramInboxPage *self)
{
  GramSession *session = _gram_inbox_page_get_session (self);
  gint64 unread = 0;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  g_object_get (session, "unread", &unread, NULL);
  number = gram_format_count (unread);
  /* Translators: how many notices were not read */
  text = g_strdup_printf (ngettext ("%s unread", "%s unread", (gulong)unread), number);
  adw_window_title_set_subtitle (self->window_title, unread > 0 ? text : "");
  gram_chips_set_count (self->chips, GROUP_SHOW, 1u << GRAM_INBOX_UNREAD, unread);
  _gram_inbox_page_actions_update (self);
}

static void
show_state (GramInboxPage *self)
{
  const char *name;

  if (self->list == NULL)
    return;

  name = find_state (self);
  if (g_str_equal (name, "failed"))
    adw_status_page_set_description (self->failed_status, gram_paged_list_get_error_message (
                                                              GRAM_PAGED_LIST (self->list)));
  if (g_str_equal (name, "empty"))
    show_empty (self);
  gtk_stack_set_visible_child_name (self->stack, name);
  _gram_inbox_page_actions_update (self);
}

static void
requery (GramInboxPage *self)
{
  GramInboxShow show = _gram_inbox_page_get_show (self);
  const GramNoticeQuery query
      = { .unread = show == GRAM_INBOX_UNREAD, .archived = show == GRAM_INBOX_ARCHIVED };

  if (self->list == NULL)
    return;

  gram_notice_list_set_query (self->list, &query);
  show_state (self);
}

static void
requeried_cb (GramInboxPage *self)
{
  self->next_position = GTK_INVALID_LIST_POSITION;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  if (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  show_state (self);
}

/* Who archives one after the other goes on with the one that took its place. */
static void
select_next (GramInboxPage *self)
{
  guint n = gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list));
  guint position = self->next_position;

  self->next_position = GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION && n > 0)
    gtk_column_view_scroll_to (self->view, MIN (position, n - 1), NULL,
                               GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static void
refreshed_cb (GramInboxPage *self, gboolean moved)
{
  if (moved)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  show_state (self);
  if (moved)
    select_next (self);
}

static void
gram_inbox_page_refresh (GramPage *page)
{
  GramInboxPage *self = GRAM_INBOX_PAGE (page);

  show_unread (self);
  show_state (self);
}

static void
show_changed_cb (GramInboxPage *self)
{
  requery (self);
}

static void
retry_cb (GramInboxPage *self)
{
  requery (self);
  gram_page_queue_refresh (GRAM_PAGE (self));
}

void
_gram_inbox_page_open (GramInboxPage *self, guint position)
{
  gint64 id = gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), position);

  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-notice", "x", id);
}

static void
activate_cb (GramInboxPage *self, guint position)
{
  _gram_inbox_page_open (self, position);
}

static void
update_columns (GramInboxPage *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_column_view_column_set_visible (self->columns[i], !self->narrow);
  gtk_column_view_column_set_visible (self->narrow_column, self->narrow);
  /* One column explains itself. */
  gtk_widget_set_visible (header, !self->narrow);
  _gram_inbox_page_actions_update (self);
}

static void
narrow_cb (GramInboxPage *self)
{
  self->narrow = TRUE;
  update_columns (self);
}

static void
wide_cb (GramInboxPage *self)
{
  self->narrow = FALSE;
  update_columns (self);
}

static void
gram_inbox_page_constructed (GObject *object)
{
  GramInboxPage *self = GRAM_INBOX_PAGE (object);
  GramSession *session;

  G_OBJECT_CLASS (gram_inbox_page_parent_class)->constructed (object);

  session = _gram_inbox_page_get_session (self);
  if (session == NULL)
    return;

  self->list = gram_notice_list_new (session);
  g_signal_connect_object (self->list, "requeried", G_CALLBACK (requeried_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error-message", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::unread", G_CALLBACK (show_unread), self,
                           G_CONNECT_SWAPPED);
  gram_bitset_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  requery (self);
}

static void
gram_inbox_page_dispose (GObject *object)
{
  GramInboxPage *self = GRAM_INBOX_PAGE (object);

  gram_row_menu_dispose (&self->menu);
  if (self->selection != NULL)
    gram_bitset_selection_set_model (self->selection, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (gram_inbox_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, chips);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, empty_status);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, preferences_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, view);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, narrow_column);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, select_all_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, read_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, unread_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, archive_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, unarchive_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, row_menu);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i], FALSE,
                                               (gssize)(G_STRUCT_OFFSET (GramInboxPage, columns)
                                                        + i * sizeof (gpointer)));
}

static void
gram_inbox_page_class_init (GramInboxPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gram_inbox_page_constructed;
  object_class->dispose = gram_inbox_page_dispose;
  GRAM_PAGE_CLASS (klass)->refresh = gram_inbox_page_refresh;

  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_CHIPS);
  g_type_ensure (GRAM_TYPE_NOTICE_ITEM);
  g_type_ensure (GRAM_TYPE_NOTICE_LABEL);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/inbox/gram-inbox-page.ui");
  bind_children (widget_class);
  gram_notice_words_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, show_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  _gram_inbox_page_actions_class_init (widget_class);
}

static void
gram_inbox_page_init (GramInboxPage *self)
{
  self->selection = gram_bitset_selection_new (NULL);
  self->next_position = GTK_INVALID_LIST_POSITION;

  gtk_widget_init_template (GTK_WIDGET (self));

  gram_chips_add (self->chips, 0, 0, C_ ("notices", "Inbox"), TRUE);
  gram_chips_add (self->chips, GROUP_SHOW, 1u << GRAM_INBOX_UNREAD, C_ ("notices", "Unread"), TRUE);
  gram_chips_add (self->chips, GROUP_SHOW, 1u << GRAM_INBOX_ARCHIVED, C_ ("notices", "Archive"),
                  TRUE);
  g_signal_connect_object (self->selection, "notify::n-selected",
                           G_CALLBACK (_gram_inbox_page_actions_update), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  self->menu = gram_row_menu_new (GTK_WIDGET (self), self->view, self->row_menu);
  update_columns (self);
}

void
gram_inbox_page_show (GramInboxPage *self, GramInboxShow show)
{
  const guint chosen[GRAM_CHIPS_N_GROUPS]
      = { [GROUP_SHOW] = show == GRAM_INBOX_ALL ? 0 : 1u << show };

  g_return_if_fail (GRAM_IS_INBOX_PAGE (self));

  gram_chips_set (self->chips, chosen);
}
