/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-changes.h"
#include "gram-test-loop.h"
#include "gram-vehicle-list.h"

/*
 * The list is tested over readers of our own: account n has n vehicles, of which a search for "even" finds every second
 * one; descending turns them round. The make says how often the registry has changed.
 */

static gint edition;       /* changed by a test, read on the reader's thread */
static gint n_ids_asked;   /* questions for ids */
static gint n_pages_asked; /* questions for records */
static gint n_rows_read;
static gint fail_next;

static GArray *
fake_ids (GramRegistry *registry,
          GramActor *actor,
          gconstpointer asked,
          guint limit,
          GramRefusal **refusal,
          GError **error)
{
  const GramVehicleQuery *query = asked;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 step = query->search != NULL ? 2 : 1;
  gint64 n = query->account_id / step;

  g_atomic_int_inc (&n_ids_asked);
  if (g_atomic_int_compare_and_exchange (&fail_next, 1, 0))
    {
      g_array_unref (ids);
      g_set_error_literal (error, GRAM_STORE_ERROR, GRAM_STORE_ERROR_CORRUPT, "Damaged");
      return NULL;
    }
  for (gint64 i = 0; i < n && (limit == 0 || i < limit); i++)
    {
      gint64 id = (query->descending ? n - i : i + 1) * step;

      g_array_append_val (ids, id);
    }
  return ids;
}

static GPtrArray *
fake_page (GramRegistry *registry,
           GramActor *actor,
           gconstpointer asked,
           const gint64 *ids,
           guint n_ids,
           GramRefusal **refusal,
           GError **error)
{
  GPtrArray *page = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_vehicle_record_free);

  g_assert_cmpuint (n_ids, <=, 1000);
  g_atomic_int_inc (&n_pages_asked);
  g_atomic_int_add (&n_rows_read, (gint)n_ids);
  for (guint i = 0; i < n_ids; i++)
    {
      GramVehicleRecord *record = gram_vehicle_record_new ();

      record->id = ids[i];
      g_free (record->label);
      record->label = g_strdup_printf ("V%07" G_GINT64_FORMAT, ids[i]);
      g_free (record->make);
      record->make = g_strdup_printf ("edition %d", g_atomic_int_get (&edition));
      g_ptr_array_add (page, record);
    }
  return page;
}

static const GramPagedReads fake_reads = { fake_ids, fake_page };

typedef struct
{
  GramWorker *reader;
  GramVehicleList *list;
  guint n_requeried;
  guint n_refreshed;
  gboolean moved;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
refreshed_cb (Fixture *self, gboolean moved)
{
  self->n_refreshed++;
  self->moved = moved;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_atomic_int_set (&edition, 1);
  g_atomic_int_set (&n_ids_asked, 0);
  g_atomic_int_set (&n_pages_asked, 0);
  g_atomic_int_set (&n_rows_read, 0);
  self->reader = gram_worker_new ("test-reader");
  self->list = gram_paged_list_new_with_reads (GRAM_TYPE_VEHICLE_LIST, self->reader, &fake_reads);
  g_signal_connect_swapped (self->list, "requeried", G_CALLBACK (count_cb), &self->n_requeried);
  g_signal_connect_swapped (self->list, "refreshed", G_CALLBACK (refreshed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gram_test_settle ();
  g_assert_finalize_object (self->list);
  gram_worker_shutdown (self->reader);
  gram_test_settle ();
  g_assert_finalize_object (self->reader);
}

static gboolean
is_loaded (gpointer data)
{
  return !gram_paged_list_get_loading (GRAM_PAGED_LIST (data));
}

static void
ask (Fixture *self, gint64 n, const char *search, gboolean descending)
{
  const GramVehicleQuery query
      = { .account_id = n, .search = (char *)search, .descending = descending };

  gram_vehicle_list_set_query (self->list, &query);
}

static void
ask_and_wait (Fixture *self, gint64 n, const char *search, gboolean descending)
{
  ask (self, n, search, descending);
  gram_test_wait_until (is_loaded, self->list);
}

static gboolean
has_record (gpointer data)
{
  return !gram_place_get_loading (GRAM_PLACE (data));
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (self->list)) == GRAM_TYPE_VEHICLE_ITEM);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (self->list), 0));
  g_assert_false (gram_paged_list_get_loading (GRAM_PAGED_LIST (self->list)));
  gram_paged_list_refresh (GRAM_PAGED_LIST (self->list));
  gram_test_settle ();
  g_assert_cmpint (g_atomic_int_get (&n_ids_asked), ==, 0);
}

static void
test_small (Fixture *self, gconstpointer data)
{
  g_autoptr (GramTestChanges) changes = gram_test_changes_new (G_LIST_MODEL (self->list));
  g_autoptr (GramVehicleItem) item = NULL;

  ask_and_wait (self, 3, NULL, FALSE);
  gram_test_assert_changes (changes, "0+3");
  g_assert_cmpuint (self->n_requeried, ==, 1);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)), ==, 3);
  /* All that matches came with the first answer. */
  g_assert_cmpint (g_atomic_int_get (&n_ids_asked), ==, 1);

  item = g_list_model_get_item (G_LIST_MODEL (self->list), 1);
  g_assert_false (gram_place_get_loading (GRAM_PLACE (item)));
  g_assert_cmpint (gram_place_get_id (GRAM_PLACE (item)), ==, 2);
  g_assert_cmpuint (gram_place_get_position (GRAM_PLACE (item)), ==, 1);
  g_assert_cmpstr (gram_vehicle_item_get_record (item)->label, ==, "V0000002");
  g_assert_cmpint (g_atomic_int_get (&n_pages_asked), ==, 1);

  gram_vehicle_list_set_query (self->list, NULL);
  gram_test_assert_changes (changes, "0-3");
}

static void
test_million (Fixture *self, gconstpointer data)
{
  g_autoptr (GramTestChanges) changes = gram_test_changes_new (G_LIST_MODEL (self->list));
  g_autoptr (GramVehicleItem) first = NULL;
  g_autoptr (GramVehicleItem) far = NULL;
  guint position = 0;

  ask_and_wait (self, 1000000, NULL, FALSE);
  /* The first ids at once, then the whole snapshot. */
  gram_test_assert_changes (changes, "0+256, 256+999744");
  g_assert_cmpuint (self->n_refreshed, ==, 1);
  g_assert_false (self->moved);
  g_assert_cmpint (g_atomic_int_get (&n_ids_asked), ==, 2);

  first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
  g_assert_false (gram_place_get_loading (GRAM_PLACE (first)));

  far = g_list_model_get_item (G_LIST_MODEL (self->list), 777777);
  g_assert_true (gram_place_get_loading (GRAM_PLACE (far)));
  g_assert_cmpint (gram_paged_list_get_id (GRAM_PAGED_LIST (self->list), 777777), ==, 777778);
  gram_test_wait_until (has_record, far);
  g_assert_cmpint (gram_place_get_id (GRAM_PLACE (far)), ==, 777778);
  /* A page of 128 beside the first 256, not more. */
  g_assert_cmpint (g_atomic_int_get (&n_rows_read), ==, 256 + 128);

  g_assert_true (gram_paged_list_find (GRAM_PAGED_LIST (self->list), 777778, &position));
  g_assert_cmpuint (position, ==, 777777);
  g_assert_false (gram_paged_list_find (GRAM_PAGED_LIST (self->list), 1000001, &position));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (self->list), 1000000));
}

static void
notify_cb (guint *count)
{
  (*count)++;
}

/* The same places, other vehicles: nothing but the tail is said to have changed. */
static void
test_requery_keeps_places (Fixture *self, gconstpointer data)
{
  g_autoptr (GramTestChanges) changes = gram_test_changes_new (G_LIST_MODEL (self->list));
  g_autoptr (GramVehicleItem) item = NULL;
  g_autoptr (GramVehicleItem) again = NULL;
  guint n_labels = 0;

  ask_and_wait (self, 1000, NULL, FALSE);
  gram_test_assert_changes (changes, "0+256, 256+744");
  item = g_list_model_get_item (G_LIST_MODEL (self->list), 5);
  g_signal_connect_swapped (item, "notify::label", G_CALLBACK (notify_cb), &n_labels);
  g_assert_cmpint (gram_place_get_id (GRAM_PLACE (item)), ==, 6);

  ask_and_wait (self, 1000, NULL, TRUE);
  gram_test_assert_changes (changes, "");
  g_assert_false (self->moved);
  g_assert_cmpint (gram_place_get_id (GRAM_PLACE (item)), ==, 995);
  g_assert_cmpuint (n_labels, ==, 1);

  ask_and_wait (self, 1000, "even", FALSE);
  gram_test_assert_changes (changes, "500-500");
  g_assert_cmpint (gram_place_get_id (GRAM_PLACE (item)), ==, 12);
  again = g_list_model_get_item (G_LIST_MODEL (self->list), 5);
  g_assert_true (again == item);

  ask_and_wait (self, 1200, NULL, FALSE);
  gram_test_assert_changes (changes, "500+700");
  g_assert_cmpuint (self->n_requeried, ==, 4);
  g_assert_cmpuint (self->n_refreshed, ==, 4);
}

/* A place that fell off the end is no place any more, even if somebody still holds it. */
static void
test_lost_place (Fixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleItem) lost = NULL;
  g_autoptr (GramVehicleItem) other = NULL;

  ask_and_wait (self, 10, NULL, FALSE);
  lost = g_list_model_get_item (G_LIST_MODEL (self->list), 9);
  ask_and_wait (self, 5, NULL, FALSE);
  ask_and_wait (self, 10, NULL, TRUE);
  other = g_list_model_get_item (G_LIST_MODEL (self->list), 9);
  g_assert_true (other != lost);
  g_assert_cmpint (gram_place_get_id (GRAM_PLACE (lost)), ==, 10);
  g_assert_cmpint (gram_place_get_id (GRAM_PLACE (other)), ==, 1);
}

static void
test_place_outlives_list (void)
{
  g_autoptr (GramWorker) reader = gram_worker_new ("test-reader");
  GramVehicleList *list
      = gram_paged_list_new_with_reads (GRAM_TYPE_VEHICLE_LIST, reader, &fake_reads);
  const GramVehicleQuery query = { .account_id = 3 };
  g_autoptr (GramVehicleItem) item = NULL;

  gram_vehicle_list_set_query (list, &query);
  gram_test_wait_until (is_loaded, list);
  item = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_finalize_object (list);
  g_assert_cmpint (gram_place_get_id (GRAM_PLACE (item)), ==, 3);
  gram_worker_shutdown (reader);
}

/* Only the last of several questions counts, whenever the others are answered. */
static void
test_last_query_wins (Fixture *self, gconstpointer data)
{
  for (gint64 n = 1; n <= 20; n++)
    ask (self, n * 1000, NULL, FALSE);
  gram_test_wait_until (is_loaded, self->list);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)), ==, 20000);
  gram_test_settle ();
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)), ==, 20000);
  g_assert_cmpuint (self->n_requeried, ==, 1);
}

static gboolean
shows_second_edition (gpointer data)
{
  const GramVehicleRecord *record = gram_vehicle_item_get_record (data);

  return record != NULL && g_str_equal (record->make, "edition 2");
}

/* A change in the registry: the places keep showing what they show until the news is there. */
static void
test_refresh (Fixture *self, gconstpointer data)
{
  g_autoptr (GramTestChanges) changes = gram_test_changes_new (G_LIST_MODEL (self->list));
  g_autoptr (GramVehicleItem) item = NULL;
  guint n_loading = 0;

  ask_and_wait (self, 1000, NULL, FALSE);
  gram_test_assert_changes (changes, "0+256, 256+744");
  item = g_list_model_get_item (G_LIST_MODEL (self->list), 300);
  gram_test_wait_until (has_record, item);
  g_signal_connect_swapped (item, "notify::loading", G_CALLBACK (notify_cb), &n_loading);

  g_atomic_int_set (&edition, 2);
  gram_paged_list_refresh (GRAM_PAGED_LIST (self->list));
  gram_paged_list_refresh (GRAM_PAGED_LIST (self->list));
  gram_test_wait_until (shows_second_edition, item);
  gram_test_wait_until (is_loaded, self->list);
  gram_test_assert_changes (changes, "");
  g_assert_cmpuint (n_loading, ==, 0);
  g_assert_cmpuint (self->n_requeried, ==, 1);
}

static void
test_failure (Fixture *self, gconstpointer data)
{
  g_autofree char *message = NULL;
  g_autofree char *later = NULL;

  ask_and_wait (self, 10, NULL, FALSE);
  g_atomic_int_set (&fail_next, 1);
  ask_and_wait (self, 20, NULL, FALSE);
  g_object_get (self->list, "error-message", &message, NULL);
  g_assert_cmpstr (message, ==, "Damaged");
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)), ==, 0);

  ask_and_wait (self, 20, NULL, FALSE);
  g_object_get (self->list, "error-message", &later, NULL);
  g_assert_null (later);
  g_assert_cmpuint (gram_paged_list_get_n_matching (GRAM_PAGED_LIST (self->list)), ==, 20);
}

static void
test_dropped_while_asking (void)
{
  g_autoptr (GramWorker) reader = gram_worker_new ("test-reader");
  GramVehicleList *list
      = gram_paged_list_new_with_reads (GRAM_TYPE_VEHICLE_LIST, reader, &fake_reads);
  const GramVehicleQuery query = { .account_id = 1000000 };

  gram_vehicle_list_set_query (list, &query);
  g_assert_finalize_object (list);
  gram_worker_shutdown (reader);
  gram_test_settle ();
}

/* What was looked at does not stay for good: scrolling through a million rows keeps a few thousand. */
static void
test_bounded (Fixture *self, gconstpointer data)
{
  g_autoptr (GramVehicleItem) back = NULL;
  int before;

  ask_and_wait (self, 1000000, NULL, FALSE);
  for (guint position = 0; position < 1000000; position += 20000)
    {
      g_autoptr (GramVehicleItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->list), position);

      gram_test_wait_until (has_record, item);
    }
  before = g_atomic_int_get (&n_rows_read);
  g_assert_cmpint (before, ==, 256 + 49 * 128);

  /* The last is still there, the first had to go. */
  g_clear_object (&back);
  back = g_list_model_get_item (G_LIST_MODEL (self->list), 980000);
  g_assert_false (gram_place_get_loading (GRAM_PLACE (back)));
  g_clear_object (&back);
  back = g_list_model_get_item (G_LIST_MODEL (self->list), 20000);
  g_assert_true (gram_place_get_loading (GRAM_PLACE (back)));
  gram_test_wait_until (has_record, back);
}

/* What is scrolled past is not fetched; where it stops is, however much was passed. */
static void
test_scrolled_past (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) screen = g_ptr_array_new_with_free_func (g_object_unref);
  int before;

  ask_and_wait (self, 1000000, NULL, FALSE);
  before = g_atomic_int_get (&n_pages_asked);
  for (guint position = 10000; position < 510000; position += 5000)
    {
      g_autoptr (GramVehicleItem) passed
          = g_list_model_get_item (G_LIST_MODEL (self->list), position);

      g_assert_true (gram_place_get_loading (GRAM_PLACE (passed)));
    }
  for (guint i = 0; i < 205; i++)
    g_ptr_array_add (screen, g_list_model_get_item (G_LIST_MODEL (self->list), 700000 + i));
  for (guint i = 0; i < screen->len; i++)
    gram_test_wait_until (has_record, g_ptr_array_index (screen, i));
  /* Three pages on the way, and the two or three of the screen. */
  g_assert_cmpint (g_atomic_int_get (&n_pages_asked) - before, <=, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/vehicle-list/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("small", test_small);
  ADD ("million", test_million);
  ADD ("requery-keeps-places", test_requery_keeps_places);
  ADD ("lost-place", test_lost_place);
  ADD ("last-query-wins", test_last_query_wins);
  ADD ("refresh", test_refresh);
  ADD ("failure", test_failure);
  ADD ("bounded", test_bounded);
  ADD ("scrolled-past", test_scrolled_past);
#undef ADD
  g_test_add_func ("/vehicle-list/place-outlives-list", test_place_outlives_list);
  g_test_add_func ("/vehicle-list/dropped-while-asking", test_dropped_while_asking);

  return g_test_run ();
}
