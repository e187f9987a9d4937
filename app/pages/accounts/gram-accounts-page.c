/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accounts-page.h"

#include "gram-account-texts.h"
#include "gram-accounts-page-private.h"
#include "gram-cell.h"
#include "gram-formats.h"
#include "gram-permit-tip.h"
#include "gram-questions-accounts.h"
#include "gram-registry-banner.h"
#include "gram-settings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GramAccountsPage, gram_accounts_page, GRAM_TYPE_PAGE)

/* A question for counts, and which of the two it is. */
typedef struct
{
  GramAccountsPage *page;
  guint index;
} Counting;

GramSession *
_gram_accounts_page_get_session (GramAccountsPage *self)
{
  return gram_page_get_session (GRAM_PAGE (self));
}

static GramPagedList *
list_of (GramAccountsPage *self)
{
  return GRAM_PAGED_LIST (self->list);
}

static const char *
search_text (GramAccountsPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static gboolean
is_filtered (GramAccountsPage *self)
{
  guint kinds;
  guint states;
  guint schemes;

  gram_account_chips_get_filter (self->chips, &kinds, &states, &schemes);

  return kinds != 0 || states != 0 || schemes != 0 || *search_text (self) != '\0';
}

/* While an answer is awaited, what is shown stays: a spinner at each keystroke would only flash. */
static const char *
find_state (GramAccountsPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (self->list == NULL)
    return "loading";
  if (gram_paged_list_get_error_message (list_of (self)) != NULL)
    return "failed";
  if (gram_paged_list_get_n_matching (list_of (self)) > 0)
    return "list";
  if (gram_paged_list_get_loading (list_of (self)))
    return g_str_equal (name, "list") || g_str_equal (name, "nothing") ? name : "loading";

  return is_filtered (self) ? "nothing" : "empty";
}

static void
update_subtitle (GramAccountsPage *self)
{
  guint n = self->list != NULL ? gram_paged_list_get_n_matching (list_of (self)) : 0;
  g_autofree char *number = gram_format_count (n);
  g_autofree char *text = NULL;

  if (self->list == NULL || gram_paged_list_get_loading (list_of (self)))
    return;

  text = g_strdup_printf (ngettext ("%s account", "%s accounts", n), number);
  adw_window_title_set_subtitle (self->window_title, n > 0 ? text : "");
}

static void
show_state (GramAccountsPage *self)
{
  const char *name = find_state (self);

  if (g_str_equal (name, "failed"))
    adw_status_page_set_description (self->failed_status,
                                     gram_paged_list_get_error_message (list_of (self)));
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->filter_box, !g_str_equal (name, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), g_str_equal (name, "list"));
  update_subtitle (self);
  _gram_accounts_page_actions_update (self);
}

/* What was typed; a number may be typed in the groups in which it is shown. */
static char *
dup_search (GramAccountsPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (search_text (self)));
  g_auto (GStrv) groups = NULL;

  if (strspn (text, "0123456789 ") < strlen (text))
    return g_steal_pointer (&text);

  groups = g_strsplit (text, " ", -1);

  return g_strjoinv ("", groups);
}

static void
fill_query (GramAccountsPage *self, char *search, GramAccountQuery *query)
{
  *query = (GramAccountQuery){ .search = *search != '\0' ? search : NULL,
                               .order = (GramAccountOrder)gram_table_order_get (self->order),
                               .descending = gram_table_order_get_descending (self->order) };
  gram_account_chips_get_filter (self->chips, &query->kinds, &query->states,
                                 &query->charge_schemes);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Counting *counting = user_data;
  g_autoptr (GramAccountsPage) self = counting->page;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree GramAccountCounts *counts
      = gram_session_account_counts_finish (GRAM_SESSION (object), result, &refusal, &error);

  /* Without counts the chips say their names; the list tells what is wrong. An answer may also come too late. */
  if (counts == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_assert (counting->index < G_N_ELEMENTS (self->counts));

  self->counts[counting->index] = *counts;
  self->n_counted |= 1u << counting->index;
  if (self->n_counted == 3)
    gram_account_chips_set_counts (self->chips, &self->counts[0], &self->counts[1]);
}

/* Once for all accounts that the search finds, once for those on Fleet Average. */
static void
count (GramAccountsPage *self)
{
  g_autofree char *search = dup_search (self);
  const guint schemes[2] = { 0, 1u << GRAM_CHARGE_SCHEME_FLEET_AVERAGE };

  /* Counts for what was typed before would be mixed with these. */
  g_cancellable_cancel (self->counting);
  g_set_object (&self->counting, NULL);
  self->counting = g_cancellable_new ();
  self->n_counted = 0;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      const GramAccountQuery query
          = { .search = *search != '\0' ? search : NULL, .charge_schemes = schemes[i] };
      Counting *counting = g_new0 (Counting, 1);

      counting->page = g_object_ref (self);
      counting->index = i;
      gram_session_account_counts_async (_gram_accounts_page_get_session (self), &query,
                                         self->counting, counted_cb, counting);
    }
}

/* Asks for what search, filters and order say. */
void
_gram_accounts_page_requery (GramAccountsPage *self)
{
  g_autofree char *search = dup_search (self);
  GramAccountQuery query;

  if (self->list == NULL)
    return;

  fill_query (self, search, &query);
  gram_account_list_set_query (self->list, &query);
  show_state (self);
}

static void
requeried_cb (GramAccountsPage *self)
{
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (gram_paged_list_get_n_matching (list_of (self)) > 0)
    gtk_column_view_scroll_to (self->view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  show_state (self);
}

static void
refreshed_cb (GramAccountsPage *self, gboolean moved)
{
  if (moved)
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  show_state (self);
}

/* Says the result of a search to who does not see it. */
static void
loading_cb (GramAccountsPage *self)
{
  show_state (self);
  if (!gram_paged_list_get_loading (list_of (self)) && *search_text (self) != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self),
                             adw_window_title_get_subtitle (self->window_title),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The list follows the session by itself. */
static void
gram_accounts_page_refresh (GramPage *page)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (page);

  if (gram_paged_list_get_query (list_of (self)) == NULL)
    _gram_accounts_page_requery (self);
  count (self);
  show_state (self);
}

static void
search_changed_cb (GramAccountsPage *self)
{
  _gram_accounts_page_requery (self);
  if (self->list != NULL)
    count (self);
}

static void
stop_search_cb (GramAccountsPage *self)
{
  if (*search_text (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Return opens what was found, if it is the only one; else the list has it. */
static void
search_activated_cb (GramAccountsPage *self)
{
  if (gram_paged_list_get_n_matching (list_of (self)) == 1
      && !gram_paged_list_get_loading (list_of (self)))
    _gram_accounts_page_open (self, 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
filter_changed_cb (GramAccountsPage *self)
{
  _gram_accounts_page_requery (self);
}

static void
activate_cb (GramAccountsPage *self, guint position)
{
  _gram_accounts_page_open (self, position);
}

static void
retry_cb (GramAccountsPage *self)
{
  _gram_accounts_page_requery (self);
  gram_page_queue_refresh (GRAM_PAGE (self));
}

static void
set_width (GramAccountsPage *self, gboolean medium, gboolean narrow)
{
  self->medium = medium;
  self->narrow = narrow;
  _gram_accounts_page_columns_update (self);
}

static void
narrow_cb (GramAccountsPage *self)
{
  set_width (self, FALSE, TRUE);
}

static void
medium_cb (GramAccountsPage *self)
{
  set_width (self, TRUE, FALSE);
}

static void
wide_cb (GramAccountsPage *self)
{
  set_width (self, FALSE, FALSE);
}

static void
gram_accounts_page_constructed (GObject *object)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (object);
  GramSession *session;

  G_OBJECT_CLASS (gram_accounts_page_parent_class)->constructed (object);

  session = _gram_accounts_page_get_session (self);
  if (session == NULL)
    return;

  self->list = gram_account_list_new (session);
  g_signal_connect_object (self->list, "requeried", G_CALLBACK (requeried_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error-message", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  gram_permit_tip_install (self->open_button, session, "account.open");
}

static void
gram_accounts_page_dispose (GObject *object)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (object);

  gram_table_order_dispose (&self->order);
  gram_row_menu_dispose (&self->menu);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gram_accounts_page_parent_class)->dispose (object);
}

static void
gram_accounts_page_class_init (GramAccountsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = gram_accounts_page_constructed;
  object_class->dispose = gram_accounts_page_dispose;
  GRAM_PAGE_CLASS (klass)->refresh = gram_accounts_page_refresh;

  g_type_ensure (GRAM_TYPE_ACCOUNT_CHIPS);
  g_type_ensure (GRAM_TYPE_ACCOUNT_ITEM);
  g_type_ensure (GRAM_TYPE_CELL);
  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/accounts/gram-accounts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, chips);
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, view);
  gram_account_texts_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, medium_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  _gram_accounts_page_actions_class_init (widget_class);
  _gram_accounts_page_columns_class_init (widget_class);
}

static void
gram_accounts_page_init (GramAccountsPage *self)
{
  self->settings = gram_settings_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->selection, "notify::selected",
                           G_CALLBACK (_gram_accounts_page_actions_update), self,
                           G_CONNECT_SWAPPED);
  /* Who types in the list searches. */
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->view));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  self->menu = gram_row_menu_new (GTK_WIDGET (self), self->view, self->row_menu);
  _gram_accounts_page_columns_init (self);
  show_state (self);
}

void
gram_accounts_page_show (GramAccountsPage *self, guint kinds, guint states, guint charge_schemes)
{
  g_return_if_fail (GRAM_IS_ACCOUNTS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gram_account_chips_set_filter (self->chips, kinds, states, charge_schemes);
}

void
gram_accounts_page_find (GramAccountsPage *self, const char *text)
{
  g_return_if_fail (GRAM_IS_ACCOUNTS_PAGE (self));

  if (text != NULL)
    {
      gram_account_chips_set_filter (self->chips, 0, 0, 0);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
