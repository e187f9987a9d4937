/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"

#include "gram-vehicle-table.h"

#include <stdio.h>
#include <time.h>

#define N_SEARCHES 200
#define FIRST 200
#define N_PAGES 300

static const struct
{
  const char *name;
  GramVehicleOrder order;
} orders[] = {
  { "newest", GRAM_VEHICLE_ORDER_NEWEST }, { "label", GRAM_VEHICLE_ORDER_LABEL },
  { "make", GRAM_VEHICLE_ORDER_MAKE },     { "co2", GRAM_VEHICLE_ORDER_CO2 },
  { "status", GRAM_VEHICLE_ORDER_STATUS },
};

/* What is asked for besides random parts: nothing matches, everything does, several words. */
static const char *const extremes[] = {
  "no such car", "qqq",    "toyota prius 7A", "7AT",           "7A",
  "7",           "nhp10",  "toyota",          "Škoda",         "000",
  "ferrari 7a",  "ford w", "prius zz",        "7at toyota 00",
};

static GramStore *
open_registry (Bench *bench)
{
  g_autofree char *path = bench_file (bench, "tables.gram");
  g_autoptr (GError) error = NULL;
  GramStore *store = gram_store_open (path, GRAM_STORE_READ_ONLY, &error);

  bench_check (store != NULL, error);
  return store;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a;
  gint64 y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

static void
print_spread (const char *name, GArray *times)
{
  g_autofree char *median = g_strconcat (name, "-median", NULL);
  g_autofree char *p99 = g_strconcat (name, "-p99", NULL);
  g_autofree char *worst = g_strconcat (name, "-worst", NULL);

  g_array_sort (times, compare);
  bench_figure (median, g_array_index (times, gint64, times->len / 2));
  bench_figure (p99, g_array_index (times, gint64, times->len * 99 / 100 - 1));
  bench_figure (worst, g_array_index (times, gint64, times->len - 1));
}

static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* First results: the first ids and the records of the first page that a window shows. */
static gint64
time_search (GramStore *store, const GramVehicleQuery *query, gint64 *processor)
{
  gint64 start = g_get_monotonic_time ();
  gint64 processor_start = processor_time ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GError) error = NULL;
  gint64 end;

  ids = gram_vehicle_table_ids (store, query, FIRST, &error);
  bench_check (ids != NULL, error);
  page = gram_vehicle_table_page (store, &g_array_index (ids, gint64, 0), MIN (ids->len, 64),
                                  &error);
  bench_check (page != NULL, error);
  end = g_get_monotonic_time ();
  *processor = processor_time () - processor_start;
  if (g_getenv ("GRAM_BENCH_VERBOSE") != NULL)
    fprintf (stderr,
             "%6" G_GINT64_FORMAT " us %6" G_GINT64_FORMAT " us of processor %4u"
             "  order %d%s  “%s”\n",
             end - start, *processor, ids->len, query->order, query->descending ? " down" : "",
             query->search);
  return end - start;
}

typedef struct
{
  GArray *times;
  GArray *processor_times;
} Times;

static void
times_init (Times *self)
{
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->processor_times = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
times_add (Times *self, GramStore *store, const GramVehicleQuery *query)
{
  gint64 processor;
  gint64 time = time_search (store, query, &processor);

  g_array_append_val (self->times, time);
  g_array_append_val (self->processor_times, processor);
}

static void
times_finish (Times *self, const char *name)
{
  g_autofree char *processor = g_strconcat (name, "-processor", NULL);

  print_spread (name, self->times);
  print_spread (processor, self->processor_times);
  g_array_unref (self->times);
  g_array_unref (self->processor_times);
}

/* Each search up and down the order. */
static void
search_order (Bench *bench, GramStore *store, gsize order)
{
  g_autofree char *extreme = g_strconcat (orders[order].name, "-extreme", NULL);
  GramVehicleQuery query = { .account_id = 1, .order = orders[order].order };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = NULL;
  Times random;
  Times fixed;

  /* The list stands on the screen before anybody types. */
  all = gram_vehicle_table_ids (store, &query, 0, &error);
  bench_check (all != NULL, error);
  times_init (&random);
  times_init (&fixed);
  for (int down = 0; down < 2; down++)
    {
      query.descending = down == 1;
      for (guint64 n = 0; n < N_SEARCHES; n++)
        {
          g_autofree char *text = gram_test_fleet_search (&bench->fleet, bench->n_rows, n);

          query.search = text;
          times_add (&random, store, &query);
        }
      for (gsize n = 0; n < G_N_ELEMENTS (extremes); n++)
        {
          query.search = (char *)extremes[n];
          times_add (&fixed, store, &query);
        }
    }
  times_finish (&random, orders[order].name);
  times_finish (&fixed, extreme);
}

static void
search (Bench *bench)
{
  g_autoptr (GramStore) store = open_registry (bench);

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    search_order (bench, store, i);
}

static void
list (Bench *bench)
{
  g_autoptr (GramStore) store = open_registry (bench);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) all = NULL;
  gint64 slowest = 0;
  g_autoptr (GError) error = NULL;
  gint64 start;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    for (guint attentions = 0; attentions < 3; attentions++)
      {
        const GramVehicleQuery query
            = { .account_id = 1, .attentions = attentions, .order = orders[i].order };

        gint64 processor;

        slowest = MAX (slowest, time_search (store, &query, &processor));
      }
  bench_figure ("first", slowest);
  start = g_get_monotonic_time ();
  all = gram_vehicle_table_ids (
      store, &(GramVehicleQuery){ .account_id = 1, .order = GRAM_VEHICLE_ORDER_MAKE }, 0, &error);
  bench_check (all != NULL && all->len == bench->n_rows, error);
  bench_figure ("all", g_get_monotonic_time () - start);
  for (guint64 i = 0; i < N_PAGES; i++)
    {
      guint64 place = gram_test_random (1, i, all->len - 128);
      g_autoptr (GPtrArray) page = NULL;
      gint64 time;

      start = g_get_monotonic_time ();
      page = gram_vehicle_table_page (store, &g_array_index (all, gint64, place), 128, &error);
      bench_check (page != NULL && page->len == 128, error);
      time = g_get_monotonic_time () - start;
      g_array_append_val (times, time);
    }
  print_spread ("page", times);
}

static void
run (Bench *bench)
{
  g_autoptr (BenchResult) lists = bench_run (bench, "list");
  g_autoptr (BenchResult) searches = bench_run (bench, "search");

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *median = g_strconcat (orders[i].name, "-median", NULL);
      g_autofree char *p99 = g_strconcat (orders[i].name, "-p99", NULL);
      g_autofree char *processor = g_strconcat (orders[i].name, "-processor-p99", NULL);
      g_autofree char *worst = g_strconcat (orders[i].name, "-worst", NULL);
      g_autofree char *extreme = g_strconcat (orders[i].name, "-extreme-worst", NULL);
      g_autofree char *title = g_strdup_printf ("first results of %d searches by %s: median",
                                                2 * N_SEARCHES, orders[i].name);

      bench_add_time (bench, title, bench_result_get (searches, median), 0);
      bench_add_time (bench, "  p99", bench_result_get (searches, p99), 16000);
      bench_add_time (bench, "  p99 of processor time", bench_result_get (searches, processor),
                      16000);
      bench_add_time (bench, "  worst", bench_result_get (searches, worst), 0);
      bench_add_time (bench, "  worst of nothing, of everything, of several words",
                      bench_result_get (searches, extreme), 0);
    }
  bench_add_memory (bench, "peak memory of the searches", searches->peak_kib, 0);
  bench_add_time (bench, "first results of a list, slowest order and filter",
                  bench_result_get (lists, "first"), 16000);
  bench_add_time (bench, "all ids of a list, in order", bench_result_get (lists, "all"), 0);
  bench_add_time (bench, "page of 128 at a random place: median",
                  bench_result_get (lists, "page-median"), 0);
  bench_add_time (bench, "  p99", bench_result_get (lists, "page-p99"), 0);
  bench_add_memory (bench, "peak memory with all ids", lists->peak_kib, 0);
}

static const BenchPartInfo parts[] = { { "list", list }, { "search", search }, { NULL } };

const BenchSuiteInfo bench_search = { "search", run, parts };
