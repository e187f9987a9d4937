/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-query.h"

#include "gram-id-list.h"
#include "gram-table-private.h"
#include "gram-total-table.h"
#include "gram-vehicle-order.h"
#include "gram-vehicle-sql.h"
#include "gram-vehicle-traits.h"

#define ALL_STATUSES ((1u << GRAM_TOTAL_STATUSES) - 1)
#define ALL_ATTENTIONS ((1u << GRAM_TOTAL_ATTENTIONS) - 1)

/* The closed set of orders; each has its index. */
static const struct
{
  const char *ascending;
  const char *descending;
} orders[] = {
  [GRAM_VEHICLE_ORDER_NEWEST] = { "id DESC", "id" },
  [GRAM_VEHICLE_ORDER_LABEL] = { "label, id", "label DESC, id DESC" },
  [GRAM_VEHICLE_ORDER_MAKE] = { "make, model, id", "make DESC, model DESC, id DESC" },
  [GRAM_VEHICLE_ORDER_CO2] = { "co2, id", "co2 DESC, id DESC" },
  [GRAM_VEHICLE_ORDER_STATUS] = { "status, attention, id", "status DESC, attention DESC, id DESC" },
};

#define BITS " AND (($2 >> status) & 1) = 1 AND (($3 >> attention) & 1) = 1"
#define BITS_OF_ROW " AND (($2 >> +status) & 1) = 1 AND (($3 >> +attention) & 1) = 1"

GramVehicleQuery *
gram_vehicle_query_copy (const GramVehicleQuery *self)
{
  GramVehicleQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  copy->registered_from = g_strdup (self->registered_from);
  copy->registered_to = g_strdup (self->registered_to);
  copy->make = g_strdup (self->make);
  copy->model = g_strdup (self->model);
  return copy;
}

void
gram_vehicle_query_free (GramVehicleQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self->registered_from);
  g_free (self->registered_to);
  g_free (self->make);
  g_free (self->model);
  g_free (self);
}

guint
_gram_vehicle_query_statuses (const GramVehicleQuery *query)
{
  return query->statuses != 0 ? query->statuses & ALL_STATUSES : ALL_STATUSES;
}

guint
_gram_vehicle_query_attentions (const GramVehicleQuery *query)
{
  return query->attentions != 0 ? query->attentions & ALL_ATTENTIONS : ALL_ATTENTIONS;
}

char *
_gram_vehicle_query_sql (const GramVehicleQuery *query,
                         const GramVehicleSearch *search,
                         GramVehicleSelect select)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  const char *order;

  g_assert (query->order < G_N_ELEMENTS (orders));

  order = query->descending ? orders[query->order].descending : orders[query->order].ascending;
  switch (select)
    {
    case GRAM_VEHICLE_WALK_AND_CHECK:
      g_string_append (sql, ", ");
      _gram_vehicle_search_append (search, sql, 5);
      g_string_append (sql, " FROM vehicle WHERE account_id = $1" BITS);
      break;
    case GRAM_VEHICLE_WALK:
      g_string_append (sql, " FROM vehicle WHERE account_id = $1" BITS);
      break;
    case GRAM_VEHICLE_AMONG:
      g_string_append (sql, " FROM vehicle WHERE id IN (SELECT value FROM " GRAM_SQL_IDS (
                                "5") ")"
                                     " AND +account_id = $1" BITS_OF_ROW);
      if (search != NULL)
        {
          g_string_append (sql, " AND ");
          _gram_vehicle_search_append (search, sql, 6);
        }
      break;
    case GRAM_VEHICLE_CELL:
      g_string_append (sql,
                       " FROM vehicle WHERE account_id = $1 AND status = $2 AND attention = $3");
      break;
    default:
      g_assert_not_reached ();
    }
  g_string_append_printf (sql, " ORDER BY %s LIMIT $4", order);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

GramStatement *
_gram_vehicle_query_prepare (GramStore *store,
                             const GramVehicleQuery *query,
                             const GramVehicleSearch *search,
                             GramVehicleSelect select,
                             guint limit,
                             GError **error)
{
  g_autofree char *sql = _gram_vehicle_query_sql (query, search, select);
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, query->account_id);
  gram_statement_bind_int64 (statement, 2, _gram_vehicle_query_statuses (query));
  gram_statement_bind_int64 (statement, 3, _gram_vehicle_query_attentions (query));
  gram_statement_bind_int64 (statement, 4, _gram_table_limit (limit));
  if (search != NULL)
    _gram_vehicle_search_bind (search, statement, select == GRAM_VEHICLE_AMONG ? 6 : 5);
  return g_steal_pointer (&statement);
}

static GArray *
walk (GramStore *store, const GramVehicleQuery *query, guint limit, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  statement = _gram_vehicle_query_prepare (store, query, NULL, GRAM_VEHICLE_WALK, limit, error);
  if (statement == NULL || !_gram_id_list_read (statement, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

GArray *
_gram_vehicle_query_among (GramStore *store,
                           const GramVehicleQuery *query,
                           const GramVehicleSearch *search,
                           const GArray *candidates,
                           guint limit,
                           GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  statement = _gram_vehicle_query_prepare (store, query, search, GRAM_VEHICLE_AMONG, limit, error);
  if (statement == NULL)
    return NULL;
  _gram_id_list_bind (statement, 5, &g_array_index (candidates, gint64, 0), candidates->len);
  if (!_gram_id_list_read (statement, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static gboolean
read_cell (GramStore *store,
           const GramVehicleQuery *query,
           guint status,
           guint attention,
           guint limit,
           GArray *ids,
           GError **error)
{
  const GramVehicleQuery by_id = {
    .order = GRAM_VEHICLE_ORDER_NEWEST,
    .descending
    = query->order == GRAM_VEHICLE_ORDER_NEWEST ? query->descending : !query->descending,
  };
  g_autofree char *sql = _gram_vehicle_query_sql (&by_id, NULL, GRAM_VEHICLE_CELL);
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, query->account_id);
  gram_statement_bind_int64 (statement, 2, status);
  gram_statement_bind_int64 (statement, 3, attention);
  gram_statement_bind_int64 (statement, 4, _gram_table_limit (limit));
  return _gram_id_list_read (statement, ids, error);
}

GArray *
_gram_vehicle_query_cells (GramStore *store,
                           const GramVehicleQuery *query,
                           guint limit,
                           GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean down = query->descending && query->order == GRAM_VEHICLE_ORDER_STATUS;
  const guint last = GRAM_TOTAL_STATUSES * GRAM_TOTAL_ATTENTIONS - 1;

  for (guint i = 0; i <= last; i++)
    {
      guint cell = down ? last - i : i;
      guint status = cell / GRAM_TOTAL_ATTENTIONS;
      guint attention = cell % GRAM_TOTAL_ATTENTIONS;

      if ((_gram_vehicle_query_statuses (query) >> status & 1) == 1
          && (_gram_vehicle_query_attentions (query) >> attention & 1) == 1
          && !read_cell (store, query, status, attention, limit, ids, error))
        return NULL;
    }
  return g_steal_pointer (&ids);
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  return _gram_id_compare (b, a);
}

static GArray *
cut (GArray *ids, guint limit)
{
  if (ids != NULL && limit > 0 && ids->len > limit)
    g_array_set_size (ids, limit);
  return ids;
}

/* What a filter selects stands together in the index of statuses: the newest or oldest of each cell, merged. */
static GArray *
newest_of_cells (GramStore *store, const GramVehicleQuery *query, guint limit, GError **error)
{
  GArray *ids = _gram_vehicle_query_cells (store, query, limit, error);

  if (ids != NULL)
    g_array_sort (ids, query->descending ? _gram_id_compare : compare_down);
  return cut (ids, limit);
}

static GArray *
list_filtered (GramStore *store,
               const GramVehicleQuery *query,
               gint64 selected,
               gint64 all,
               guint limit,
               GError **error)
{
  gint64 walked = all;

  if (query->order == GRAM_VEHICLE_ORDER_STATUS)
    return cut (_gram_vehicle_query_cells (store, query, limit, error), limit);
  if (query->order == GRAM_VEHICLE_ORDER_NEWEST && limit > 0)
    return newest_of_cells (store, query, limit, error);
  if (limit > 0 && selected > limit)
    walked = all / selected * limit;
  if (selected * GRAM_VEHICLE_SORT_FACTOR < walked)
    {
      g_autoptr (GArray) candidates = _gram_vehicle_query_cells (store, query, 0, error);

      return candidates != NULL
                 ? _gram_vehicle_query_among (store, query, NULL, candidates, limit, error)
                 : NULL;
    }
  return walk (store, query, limit, error);
}

/* The order is kept and what vehicles share is read, as a search may follow. */
static GArray *
list_all (GramStore *store, const GramVehicleQuery *query, guint limit, GError **error)
{
  const GramVehicleTraits *traits;
  const GArray *order;
  GArray *ids;

  if (limit > 0)
    return walk (store, query, limit, error);
  traits = _gram_vehicle_traits_get (store, query->account_id, error);
  if (traits == NULL)
    return NULL;
  order = _gram_vehicle_order_get (store, query, error);
  if (order == NULL)
    return NULL;
  _gram_vehicle_order_traits (store, traits);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), order->len);
  for (guint i = 0; i < order->len; i++)
    {
      guint place = query->descending ? order->len - 1 - i : i;
      gint64 id = g_array_index (order, guint32, place);

      g_array_append_val (ids, id);
    }
  return ids;
}

static GArray *
list (GramStore *store, const GramVehicleQuery *query, guint limit, GError **error)
{
  g_autoptr (GramVehicleSearch) search = _gram_vehicle_search_new (query->search);
  GramTotalSums sums;
  gint64 selected;

  if (search == NULL && !_gram_vehicle_query_is_narrow (query)
      && _gram_vehicle_query_statuses (query) == ALL_STATUSES
      && _gram_vehicle_query_attentions (query) == ALL_ATTENTIONS)
    return list_all (store, query, limit, error);

  /* Inside a unit the totals are as they were before it: good enough to choose a way by. */
  if (!gram_total_table_sums (store, query->account_id, &sums, error))
    return NULL;
  if (_gram_vehicle_query_is_narrow (query))
    return _gram_vehicle_query_of_narrow (store, query, search,
                                          gram_total_sums_select (&sums, 0, 0).records, limit,
                                          error);
  selected = gram_total_sums_select (&sums, query->statuses, query->attentions).records;
  if (search != NULL)
    return _gram_vehicle_query_search (store, query, search, selected, limit, error);
  return list_filtered (store, query, selected, gram_total_sums_select (&sums, 0, 0).records, limit,
                        error);
}

GArray *
gram_vehicle_table_ids (GramStore *store,
                        const GramVehicleQuery *query,
                        guint limit,
                        GError **error)
{
  GArray *ids;

  g_return_val_if_fail (query != NULL, NULL);

  /* Several questions, one answer: all of them see the same state. */
  if (!gram_store_begin_read (store, error))
    return NULL;
  ids = list (store, query, limit, error);
  gram_store_end_read (store);
  return ids;
}
