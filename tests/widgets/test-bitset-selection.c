/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bitset-selection.h"

/* A list of any length that counts the items that it makes. */

#define COUNTING_TYPE_LIST (counting_list_get_type ())
G_DECLARE_FINAL_TYPE (CountingList, counting_list, COUNTING, LIST, GObject)

struct _CountingList
{
  GObject parent_instance;
  guint n_items;
  guint n_made;
};

static GType
counting_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
counting_list_get_n_items (GListModel *model)
{
  return COUNTING_LIST (model)->n_items;
}

static gpointer
counting_list_get_item (GListModel *model, guint position)
{
  COUNTING_LIST (model)->n_made++;
  return position < COUNTING_LIST (model)->n_items ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
counting_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = counting_list_get_item_type;
  iface->get_n_items = counting_list_get_n_items;
  iface->get_item = counting_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CountingList,
                               counting_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, counting_list_iface_init))

static void
counting_list_class_init (CountingListClass *klass)
{
}

static void
counting_list_init (CountingList *self)
{
}

static CountingList *
counting_list_new (guint n_items)
{
  CountingList *self = g_object_new (COUNTING_TYPE_LIST, NULL);

  self->n_items = n_items;
  return self;
}

static void
resize (CountingList *self, guint position, guint removed, guint added)
{
  self->n_items = self->n_items - removed + added;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
changed_cb (GString *said, guint position, guint n_items)
{
  g_string_append_printf (said, "%u+%u ", position, n_items);
}

static void
test_select_all (void)
{
  CountingList *list = counting_list_new (1000000);
  GramBitsetSelection *selection = gram_bitset_selection_new (g_object_ref (G_LIST_MODEL (list)));
  g_autoptr (GString) said = g_string_new (NULL);

  g_signal_connect_swapped (selection, "selection-changed", G_CALLBACK (changed_cb), said);
  g_assert_false (gram_bitset_selection_is_all (selection));
  g_assert_true (gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection)));
  g_assert_true (gram_bitset_selection_is_all (selection));
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (selection), ==, 1000000);
  g_assert_cmpstr (said->str, ==, "0+1000000 ");
  /* Nothing is said if nothing changes. */
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  g_assert_cmpstr (said->str, ==, "0+1000000 ");
  g_assert_cmpuint (list->n_made, ==, 0);

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (selection));
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (selection), ==, 0);
  g_assert_finalize_object (selection);
  g_assert_finalize_object (list);
}

static void
test_single (void)
{
  CountingList *list = counting_list_new (10);
  GramBitsetSelection *selection = gram_bitset_selection_new (g_object_ref (G_LIST_MODEL (list)));
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
  g_autoptr (GString) said = g_string_new (NULL);

  g_signal_connect_swapped (selection, "selection-changed", G_CALLBACK (changed_cb), said);
  gtk_selection_model_select_item (model, 3, TRUE);
  gtk_selection_model_select_item (model, 7, FALSE);
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (selection), ==, 2);
  gtk_selection_model_select_item (model, 5, TRUE);
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (selection), ==, 1);
  gtk_selection_model_unselect_item (model, 5);
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (selection), ==, 0);
  /* A place that is not there. */
  gtk_selection_model_select_range (model, 8, 5, TRUE);
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (selection), ==, 2);
  g_assert_cmpstr (said->str, ==, "3+1 7+1 3+5 5+1 8+2 ");
  g_assert_finalize_object (selection);
  g_assert_finalize_object (list);
}

/* What is selected moves with the items. */
static void
test_items_changed (void)
{
  CountingList *list = counting_list_new (10);
  GramBitsetSelection *selection = gram_bitset_selection_new (g_object_ref (G_LIST_MODEL (list)));
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);

  gtk_selection_model_select_range (model, 4, 3, TRUE);
  resize (list, 0, 2, 0);
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  g_assert_false (gtk_selection_model_is_selected (model, 5));
  resize (list, 4, 4, 0);
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (selection), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 4);
  gram_bitset_selection_set_model (selection, NULL);
  g_assert_cmpuint (gram_bitset_selection_get_n_selected (selection), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 0);
  g_assert_finalize_object (selection);
  g_assert_finalize_object (list);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/bitset-selection/select-all", test_select_all);
  g_test_add_func ("/bitset-selection/single", test_single);
  g_test_add_func ("/bitset-selection/items-changed", test_items_changed);

  return g_test_run ();
}
