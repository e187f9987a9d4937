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

static const GramTableColumn columns[] = {
  { "holder", TRUE, FALSE, FALSE },   { "number", TRUE, FALSE, FALSE },
  { "kind", TRUE, FALSE, FALSE },     { "scheme", TRUE, FALSE, FALSE },
  { "contact", FALSE, FALSE, FALSE }, { "waiting", TRUE, FALSE, TRUE },
  { "state", TRUE, TRUE, FALSE },
};

/* Words of the orders: in the menu, in the settings, and as ids of the columns. */
static const char *const orders[] = {
  [GRAM_ACCOUNT_ORDER_HOLDER] = "holder",
  [GRAM_ACCOUNT_ORDER_NUMBER] = "number",
  [GRAM_ACCOUNT_ORDER_NEWEST] = "newest",
  NULL,
};

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

static gboolean
is_filtered (GramAccountsPage *self)
{
  g_autofree char *search = gram_table_dup_search (self->table);
  guint kinds;
  guint states;
  guint schemes;

  gram_account_chips_get_filter (self->chips, &kinds, &states, &schemes);

  return kinds != 0 || states != 0 || schemes != 0 || search != NULL;
}

static void
update_subtitle (GramAccountsPage *self)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (!gram_table_get_n_matching (self->table, &n))
    return;

  number = gram_format_count (n);
  text = g_strdup_printf (ngettext ("%s account", "%s accounts", n), number);
  adw_window_title_set_subtitle (self->window_title, n > 0 ? text : "");
}

static void
show_state (GramAccountsPage *self)
{
  const char *name;

  if (self->table == NULL)
    return;

  name = gram_table_show_state (self->table, is_filtered (self) ? "nothing" : "empty");
  gtk_widget_set_visible (self->filter_box, !g_str_equal (name, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), g_str_equal (name, "list"));
  update_subtitle (self);
  _gram_accounts_page_actions_update (self);
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
  g_autofree char *search = gram_table_dup_search (self->table);
  const guint schemes[2] = { 0, 1u << GRAM_CHARGE_SCHEME_FLEET_AVERAGE };

  /* Counts for what was typed before would be mixed with these. */
  g_cancellable_cancel (self->counting);
  g_set_object (&self->counting, NULL);
  self->counting = g_cancellable_new ();
  self->n_counted = 0;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      const GramAccountQuery query = { .search = search, .charge_schemes = schemes[i] };
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
  g_autofree char *search = NULL;
  GramAccountQuery query = { 0 };

  if (self->table == NULL)
    return;

  search = gram_table_dup_search (self->table);
  query.search = search;
  query.order = (GramAccountOrder)gram_table_get_order (self->table, &query.descending);
  gram_account_chips_get_filter (self->chips, &query.kinds, &query.states, &query.charge_schemes);
  gram_account_list_set_query (self->list, &query);
  show_state (self);
}

/* The list follows the session by itself. */
static void
gram_accounts_page_refresh (GramPage *page)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (page);

  if (gram_paged_list_get_query (GRAM_PAGED_LIST (self->list)) == NULL)
    _gram_accounts_page_requery (self);
  count (self);
  show_state (self);
}

static void
search_changed_cb (GramAccountsPage *self)
{
  g_assert (GRAM_IS_ACCOUNTS_PAGE (self));

  if (self->table != NULL)
    count (self);
}

static void
filter_changed_cb (GramAccountsPage *self)
{
  _gram_accounts_page_requery (self);
}

static void
open_cb (GramAccountsPage *self, gint64 account_id)
{
  g_assert (GRAM_IS_ACCOUNTS_PAGE (self));

  _gram_accounts_page_open (self, account_id);
}

static void
retry_cb (GramAccountsPage *self)
{
  _gram_accounts_page_requery (self);
  gram_page_queue_refresh (GRAM_PAGE (self));
}

static void
make_table (GramAccountsPage *self)
{
  self->table = gram_table_new (&(GramTableParts){
      .page = GTK_WIDGET (self),
      .prefix = "accounts",
      .view = self->view,
      .search_entry = self->search_entry,
      .stack = self->stack,
      .failed_status = self->failed_status,
      .window_title = self->window_title,
      .medium = self->medium_breakpoint,
      .narrow = self->narrow_breakpoint,
      .single = TRUE,
      .row_menu = self->row_menu,
      .columns = columns,
      .n_columns = G_N_ELEMENTS (columns),
      .orders = orders,
      .fallback = GRAM_ACCOUNT_ORDER_HOLDER,
      .settings = self->settings,
      .order_key = "account-order",
  });
  g_signal_connect_object (self->table, "requery", G_CALLBACK (_gram_accounts_page_requery), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
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

  make_table (self);
  self->list = gram_account_list_new (session);
  gram_table_set_list (self->table, GRAM_PAGED_LIST (self->list));
  gram_permit_tip_install (self->open_button, session, "account.open");
}

static void
gram_accounts_page_dispose (GObject *object)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (object);

  gram_table_dispose (&self->table);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
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
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, medium_breakpoint);
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, narrow_breakpoint);
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
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  _gram_accounts_page_actions_class_init (widget_class);
}

static void
gram_accounts_page_init (GramAccountsPage *self)
{
  self->settings = gram_settings_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
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
