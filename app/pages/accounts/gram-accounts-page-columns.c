/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-accounts-page.h"

#include "gram-accounts-page-private.h"

typedef enum
{
  PROP_ORDER = 1,
  PROP_DESCENDING,
} GramAccountsPageProp;

static GParamSpec *properties[PROP_DESCENDING + 1];

/* The columns, in the order of the table; the figures are right-aligned. */
static const struct
{
  const char *child;
  gboolean medium; /* there is room for it in a window of middling width */
  gboolean narrow; /* and in a narrow one, beside the column of two lines */
  gboolean figures;
} columns[GRAM_ACCOUNTS_N_COLUMNS] = {
  { "holder_column", TRUE, FALSE, FALSE },   { "number_column", TRUE, FALSE, FALSE },
  { "kind_column", TRUE, FALSE, FALSE },     { "scheme_column", TRUE, FALSE, FALSE },
  { "contact_column", FALSE, FALSE, FALSE }, { "waiting_column", TRUE, FALSE, TRUE },
  { "state_column", TRUE, TRUE, FALSE },
};

/* Words of the orders: in the menu, in the settings, and as ids of the columns. */
static const struct
{
  const char *word;
  GramAccountOrder order;
} orders[] = {
  { "holder", GRAM_ACCOUNT_ORDER_HOLDER },
  { "number", GRAM_ACCOUNT_ORDER_NUMBER },
  { "newest", GRAM_ACCOUNT_ORDER_NEWEST },
};

static const char *
word_of (GramAccountOrder order)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].order == order)
      return orders[i].word;

  return orders[0].word;
}

static gboolean
parse_order (const char *word, GramAccountOrder *order)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (orders[i].word, word) == 0)
      {
        *order = orders[i].order;
        return TRUE;
      }

  return FALSE;
}

void
_gram_accounts_page_columns_update (GramAccountsPage *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_column_view_column_set_visible (self->columns[i], self->narrow   ? columns[i].narrow
                                                          : self->medium ? columns[i].medium
                                                                         : TRUE);
  gtk_column_view_column_set_visible (self->narrow_column, self->narrow);
  gtk_widget_set_visible (header, !self->narrow);
}

/* A title stands over its figures. GTK has no property for that; where a title is made differently one day, it stays at
 * the start. */
static void
align_titles (GramAccountsPage *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = gtk_widget_get_first_child (header);

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      GtkWidget *box = gtk_widget_get_first_child (title);

      for (gsize j = 0; j < G_N_ELEMENTS (columns); j++)
        if (self->columns[j] == column && columns[j].figures && GTK_IS_BOX (box))
          gtk_widget_set_halign (box, GTK_ALIGN_END);
    }
}

static GtkColumnViewColumn *
column_of_order (GramAccountsPage *self)
{
  const char *word = word_of (self->order);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (gtk_column_view_column_get_id (self->columns[i]), word) == 0)
      return self->columns[i];

  return NULL;
}

/* Shows the order on the headers. That makes them say it again, which is not a person's choice. */
static void
show_order (GramAccountsPage *self)
{
  GtkColumnViewColumn *column = column_of_order (self);

  self->ordering = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (column != NULL)
    gtk_column_view_sort_by_column (self->view, column,
                                    self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->ordering = FALSE;
}

static void
take_order (GramAccountsPage *self, GramAccountOrder order, gboolean descending)
{
  if (self->order == order && self->descending == descending)
    return;

  self->order = order;
  self->descending = descending;
  g_settings_set (self->settings, "account-order", "(sb)", word_of (order), descending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
  _gram_accounts_page_requery (self);
}

static void
sorter_changed_cb (GramAccountsPage *self)
{
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *column;
  GramAccountOrder order = GRAM_ACCOUNT_ORDER_HOLDER;
  gboolean descending;

  if (self->ordering)
    return;

  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  descending = column != NULL
               && gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  if (column != NULL)
    parse_order (gtk_column_view_column_get_id (column), &order);
  take_order (self, order, descending);
}

static void
gram_accounts_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (object);

  switch ((GramAccountsPageProp)prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, word_of (self->order));
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gram_accounts_page_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  GramAccountsPage *self = GRAM_ACCOUNTS_PAGE (object);
  GramAccountOrder order;

  switch ((GramAccountsPageProp)prop_id)
    {
    case PROP_ORDER:
      if (!parse_order (g_value_get_string (value), &order) || order == self->order)
        return;
      take_order (self, order, FALSE);
      break;
    case PROP_DESCENDING:
      take_order (self, self->order, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  show_order (self);
}

void
_gram_accounts_page_columns_class_init (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gram_accounts_page_get_property;
  object_class->set_property = gram_accounts_page_set_property;
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "holder", flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i].child, FALSE,
                                               (gssize)(G_STRUCT_OFFSET (GramAccountsPage, columns)
                                                        + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, GramAccountsPage, narrow_column);
  gtk_widget_class_install_property_action (widget_class, "accounts.sort", "order");
  gtk_widget_class_install_property_action (widget_class, "accounts.reverse", "descending");
}

void
_gram_accounts_page_columns_init (GramAccountsPage *self)
{
  g_autofree char *word = NULL;

  g_settings_get (self->settings, "account-order", "(sb)", &word, &self->descending);
  if (!parse_order (word, &self->order))
    self->order = GRAM_ACCOUNT_ORDER_HOLDER;

  align_titles (self);
  show_order (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  _gram_accounts_page_columns_update (self);
}
