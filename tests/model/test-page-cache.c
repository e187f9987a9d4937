/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-page-cache.h"
#include "gram-vehicle-record.h"

static GPtrArray *
make_page (gint64 first, guint n, int version)
{
  GPtrArray *page = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_vehicle_record_free);

  for (guint i = 0; i < n; i++)
    {
      GramVehicleRecord *record = gram_vehicle_record_new ();

      record->id = first + i;
      record->version = version;
      g_ptr_array_add (page, record);
    }
  return page;
}

static void
add (GramPageCache *cache, gint64 first, guint n, int version)
{
  g_autoptr (GPtrArray) page = make_page (first, n, version);

  gram_page_cache_add (cache, page);
}

/* Version of the record that stands for a vehicle, 0 none. */
static int
find (GramPageCache *cache, gint64 id)
{
  GPtrArray *page = NULL;
  const GramVehicleRecord *record = gram_page_cache_find (cache, id, &page);

  g_assert_true ((record != NULL) == (page != NULL));
  return record != NULL ? record->version : 0;
}

static void
test_least_recently_used (void)
{
  g_autoptr (GramPageCache) cache = gram_page_cache_new (3);

  add (cache, 1, 10, 1);
  add (cache, 11, 10, 1);
  add (cache, 21, 10, 1);
  g_assert_cmpuint (gram_page_cache_get_n_rows (cache), ==, 30);
  g_assert_cmpint (find (cache, 5), ==, 1);

  add (cache, 31, 10, 1);
  g_assert_cmpuint (gram_page_cache_get_n_rows (cache), ==, 30);
  g_assert_cmpint (find (cache, 5), ==, 1);
  g_assert_cmpint (find (cache, 15), ==, 0);
  g_assert_cmpint (find (cache, 40), ==, 1);
}

/* The newest page stands for a vehicle; when an older one goes, the vehicle stays. */
static void
test_overlap (void)
{
  g_autoptr (GramPageCache) cache = gram_page_cache_new (2);

  add (cache, 1, 10, 1);
  add (cache, 6, 10, 2);
  g_assert_cmpint (find (cache, 3), ==, 1);
  g_assert_cmpint (find (cache, 8), ==, 2);
  g_assert_cmpint (find (cache, 6), ==, 2);

  add (cache, 100, 1, 3);
  g_assert_cmpint (find (cache, 3), ==, 0);
  g_assert_cmpint (find (cache, 8), ==, 2);
  g_assert_cmpuint (gram_page_cache_get_n_rows (cache), ==, 11);
}

static void
test_clear (void)
{
  g_autoptr (GramPageCache) cache = gram_page_cache_new (2);
  g_autoptr (GPtrArray) page = make_page (1, 4, 1);
  g_autoptr (GPtrArray) nothing = make_page (1, 0, 1);

  gram_page_cache_add (cache, page);
  gram_page_cache_add (cache, nothing);
  gram_page_cache_clear (cache);
  g_assert_cmpint (find (cache, 1), ==, 0);
  g_assert_cmpuint (gram_page_cache_get_n_rows (cache), ==, 0);
  /* Somebody else still holds the page. */
  g_assert_cmpuint (page->len, ==, 4);
  gram_page_cache_add (cache, page);
  g_assert_cmpint (find (cache, 4), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/page-cache/least-recently-used", test_least_recently_used);
  g_test_add_func ("/page-cache/overlap", test_overlap);
  g_test_add_func ("/page-cache/clear", test_clear);

  return g_test_run ();
}
