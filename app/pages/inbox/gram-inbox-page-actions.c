/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-inbox-page.h"

#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-inbox-page-private.h"

#include <glib/gi18n-lib.h>

/* Of so many selected at most, what was unread is known, and is unread again after Undo. */
#define UNDO_UNREAD_MAX 512

/* Notices that are marked, and what it takes to undo it. */
typedef struct
{
  GramInboxPage *page;
  GArray *unread; /* those that were not read; NULL without undo */
} Marking;

static void
marking_free (Marking *marking)
{
  g_object_unref (marking->page);
  g_clear_pointer (&marking->unread, g_array_unref);
  g_free (marking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Marking, marking_free)

static GVariant *
arguments_new (GVariant *notices, const char *as)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  if (notices != NULL)
    g_variant_dict_insert_value (&dict, "notices", notices);
  else
    g_variant_dict_insert (&dict, "all", "b", TRUE);
  g_variant_dict_insert (&dict, "as", "s", as);
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static GVariant *
ids_to_variant (GArray *ids)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64));
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramInboxPage) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      != GRAM_OUTCOME_DONE)
    gram_failure_present (GTK_WIDGET (self), _ ("Could Not Undo"), refusal, error);
}

static void
perform (GramInboxPage *self,
         GVariant *notices,
         const char *as,
         GAsyncReadyCallback callback,
         gpointer user_data)
{
  g_autoptr (GVariant) arguments = arguments_new (notices, as);

  gram_session_perform_async (_gram_inbox_page_get_session (self), "inbox.mark", arguments, NULL,
                              NULL, NULL, callback, user_data);
}

/* What is archived counts as read; moved back, it is as it was. */
static void
undo_cb (AdwToast *toast, gpointer user_data)
{
  GramInboxPage *self = user_data;
  GVariant *notices = g_object_get_data (G_OBJECT (toast), "gram-notices");
  GArray *unread = g_object_get_data (G_OBJECT (toast), "gram-unread");

  perform (self, notices, "unarchived", undone_cb, g_object_ref (self));
  if (unread != NULL && unread->len > 0)
    perform (self, ids_to_variant (unread), "unread", undone_cb, g_object_ref (self));
}

static void
offer_undo (Marking *marking, GVariant *notices)
{
  gsize n = g_variant_n_children (notices);
  g_autofree char *number = gram_format_count ((gint64)n);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s notice archived", "%s notices archived", (gulong)n), number);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "gram-notices", g_variant_ref (notices),
                          (GDestroyNotify)g_variant_unref);
  g_object_set_data_full (G_OBJECT (toast), "gram-unread", g_steal_pointer (&marking->unread),
                          (GDestroyNotify)g_array_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), marking->page,
                           G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (marking->page->toast_overlay, toast);
}

static void
marked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Marking) marking = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) notices = NULL;
  GramOutcome outcome
      = gram_session_perform_finish (GRAM_SESSION (object), result, &value, &refusal, &error);

  if (outcome != GRAM_OUTCOME_DONE)
    {
      marking->page->next_position = GTK_INVALID_LIST_POSITION;
      gram_failure_present (GTK_WIDGET (marking->page), _ ("Could Not Mark the Notices"), refusal,
                            error);
      return;
    }

  notices = g_variant_lookup_value (value, "notices", G_VARIANT_TYPE ("ax"));
  if (marking->unread != NULL && notices != NULL && g_variant_n_children (notices) > 0)
    offer_undo (marking, notices);
}

/* Of the notices that are selected those that are unread, as far as it can be seen. */
static GArray *
dup_unread (GramInboxPage *self)
{
  g_autoptr (GPtrArray) rows = gram_table_dup_rows (self->table, UNDO_UNREAD_MAX);
  GArray *unread = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      const GramNoticeRow *row = gram_notice_item_get_row (rows->pdata[i]);

      if (row != NULL && !row->read)
        g_array_append_val (unread, row->id);
    }

  return unread;
}

static void
mark (GramInboxPage *self, const char *as, gboolean undo)
{
  g_autoptr (GArray) ids = gram_table_dup_selected (self->table);
  Marking *marking;

  if (ids->len == 0)
    return;

  marking = g_new0 (Marking, 1);
  marking->page = g_object_ref (self);
  if (undo)
    marking->unread = dup_unread (self);
  perform (self, ids_to_variant (ids), as, marked_cb, marking);
}

static void
read_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mark (GRAM_INBOX_PAGE (widget), "read", FALSE);
}

static void
unread_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mark (GRAM_INBOX_PAGE (widget), "unread", FALSE);
}

/* What leaves the list lets its neighbour be the next. */
static void
remember_position (GramInboxPage *self)
{
  g_autoptr (GArray) ids = gram_table_dup_selected (self->table);

  if (ids->len != 1
      || !gram_paged_list_find (GRAM_PAGED_LIST (self->list), g_array_index (ids, gint64, 0),
                                &self->next_position))
    self->next_position = GTK_INVALID_LIST_POSITION;
}

static void
archive_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  remember_position (GRAM_INBOX_PAGE (widget));
  mark (GRAM_INBOX_PAGE (widget), "archived", TRUE);
}

static void
unarchive_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  remember_position (GRAM_INBOX_PAGE (widget));
  mark (GRAM_INBOX_PAGE (widget), "unarchived", FALSE);
}

static void
read_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramInboxPage *self = GRAM_INBOX_PAGE (widget);
  Marking *marking = g_new0 (Marking, 1);

  marking->page = g_object_ref (self);
  perform (self, NULL, "read", marked_cb, marking);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramInboxPage *self = GRAM_INBOX_PAGE (widget);
  g_autoptr (GArray) ids = gram_table_dup_selected (self->table);

  if (ids->len == 1)
    _gram_inbox_page_open (self, g_array_index (ids, gint64, 0));
}

static void
select_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_select_all (GRAM_INBOX_PAGE (widget)->table, TRUE);
}

static void
select_none_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_select_all (GRAM_INBOX_PAGE (widget)->table, FALSE);
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gram_table_popup_menu (GRAM_INBOX_PAGE (widget)->table);
}

static void
update_bar (GramInboxPage *self, guint n_selected, guint n_items)
{
  gboolean archive = _gram_inbox_page_get_show (self) == GRAM_INBOX_ARCHIVED;
  gboolean narrow = gram_table_get_narrow (self->table);
  g_autofree char *number = gram_format_count (n_selected);
  g_autofree char *all = gram_format_count (n_items);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), number);
  /* Translators: %s is how many notices there are */
  g_autofree char *select_all = g_strdup_printf (_ ("Select All %s"), all);

  gtk_label_set_label (self->selection_label, narrow ? number : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->selection_label), text);
  gtk_button_set_label (GTK_BUTTON (self->select_all_button), select_all);
  gtk_widget_set_visible (self->select_all_button, n_selected < n_items && !narrow);
  gtk_widget_set_visible (self->read_button, !archive);
  gtk_widget_set_visible (self->unread_button, !archive && !narrow);
  gtk_widget_set_visible (self->archive_button, !archive);
  gtk_widget_set_visible (self->unarchive_button, archive);
  gtk_action_bar_set_revealed (self->action_bar, n_selected > 0);
}

void
_gram_inbox_page_actions_update (GramInboxPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GramSession *session = _gram_inbox_page_get_session (self);
  gboolean archive = _gram_inbox_page_get_show (self) == GRAM_INBOX_ARCHIVED;
  guint n_selected;
  guint n_items;
  gint64 unread = 0;

  if (self->table == NULL)
    return;

  n_selected = gram_table_get_n_selected (self->table);
  gram_table_get_n_matching (self->table, &n_items);
  g_object_get (session, "unread", &unread, NULL);
  update_bar (self, n_selected, n_items);
  gtk_widget_action_set_enabled (widget, "inbox.open", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "inbox.read", n_selected > 0 && !archive);
  gtk_widget_action_set_enabled (widget, "inbox.unread", n_selected > 0 && !archive);
  gtk_widget_action_set_enabled (widget, "inbox.archive", n_selected > 0 && !archive);
  gtk_widget_action_set_enabled (widget, "inbox.unarchive", n_selected > 0 && archive);
  gtk_widget_action_set_enabled (widget, "inbox.read-all", unread > 0);
  gtk_widget_action_set_enabled (widget, "inbox.select-all", n_selected < n_items);
  gtk_widget_action_set_enabled (widget, "inbox.select-none", n_selected > 0);
}

void
_gram_inbox_page_actions_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "inbox.open", open_action },
    { "inbox.read", read_action },
    { "inbox.unread", unread_action },
    { "inbox.archive", archive_action },
    { "inbox.unarchive", unarchive_action },
    { "inbox.read-all", read_all_action },
    { "inbox.select-all", select_all_action },
    { "inbox.select-none", select_none_action },
    { "inbox.menu", menu_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "inbox.archive", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "inbox.archive", NULL);
  gram_row_menu_bind_keys (widget_class, "inbox.menu");
}
