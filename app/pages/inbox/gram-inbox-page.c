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

static const GramTableColumn columns[] = {
  { "notice", TRUE, FALSE, FALSE },
  { "account", TRUE, FALSE, FALSE },
  { "when", TRUE, FALSE, FALSE },
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

/* While an answer is awaited, what is said stays, too. */
static void
show_state (GramInboxPage *self)
{
  const char *name;
  guint n;

  if (self->table == NULL)
    return;

  name = gram_table_show_state (self->table, "nothing");
  if (g_str_equal (name, "nothing") && gram_table_get_n_matching (self->table, &n))
    show_empty (self);
  _gram_inbox_page_actions_update (self);
}

static void
requery (GramInboxPage *self)
{
  GramInboxShow show = _gram_inbox_page_get_show (self);
  const GramNoticeQuery query
      = { .unread = show == GRAM_INBOX_UNREAD, .archived = show == GRAM_INBOX_ARCHIVED };

  if (self->table == NULL)
    return;

  gram_notice_list_set_query (self->list, &query);
  show_state (self);
}

static void
requeried_cb (GramInboxPage *self)
{
  self->next_position = GTK_INVALID_LIST_POSITION;
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
_gram_inbox_page_open (GramInboxPage *self, gint64 notice_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-notice", "x", notice_id);
}

static void
open_cb (GramInboxPage *self, gint64 notice_id)
{
  g_assert (GRAM_IS_INBOX_PAGE (self));

  _gram_inbox_page_open (self, notice_id);
}

static void
make_table (GramInboxPage *self)
{
  self->table = gram_table_new (&(GramTableParts){
      .page = GTK_WIDGET (self),
      .view = self->view,
      .stack = self->stack,
      .failed_status = self->failed_status,
      .chips = self->chips,
      .narrow = self->narrow_breakpoint,
      .row_menu = self->row_menu,
      .columns = columns,
      .n_columns = G_N_ELEMENTS (columns),
  });
  g_signal_connect_object (self->table, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
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

  make_table (self);
  self->list = gram_notice_list_new (session);
  gram_table_set_list (self->table, GRAM_PAGED_LIST (self->list));
  /* After the table, which lets go of the selection. */
  g_signal_connect_object (self->list, "requeried", G_CALLBACK (requeried_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::unread", G_CALLBACK (show_unread), self,
                           G_CONNECT_SWAPPED);
  requery (self);
}

static void
gram_inbox_page_dispose (GObject *object)
{
  GramInboxPage *self = GRAM_INBOX_PAGE (object);

  gram_table_dispose (&self->table);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (gram_inbox_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, narrow_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, chips);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, empty_status);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, preferences_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, view);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, select_all_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, read_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, unread_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, archive_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, unarchive_button);
  gtk_widget_class_bind_template_child (widget_class, GramInboxPage, row_menu);
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
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  _gram_inbox_page_actions_class_init (widget_class);
}

static void
gram_inbox_page_init (GramInboxPage *self)
{
  self->next_position = GTK_INVALID_LIST_POSITION;

  gtk_widget_init_template (GTK_WIDGET (self));

  gram_chips_add (self->chips, 0, 0, C_ ("notices", "Inbox"), TRUE);
  gram_chips_add (self->chips, GROUP_SHOW, 1u << GRAM_INBOX_UNREAD, C_ ("notices", "Unread"), TRUE);
  gram_chips_add (self->chips, GROUP_SHOW, 1u << GRAM_INBOX_ARCHIVED, C_ ("notices", "Archive"),
                  TRUE);
}

void
gram_inbox_page_show (GramInboxPage *self, GramInboxShow show)
{
  const guint chosen[GRAM_CHIPS_N_GROUPS]
      = { [GROUP_SHOW] = show == GRAM_INBOX_ALL ? 0 : 1u << show };

  g_return_if_fail (GRAM_IS_INBOX_PAGE (self));

  gram_chips_set (self->chips, chosen);
}
