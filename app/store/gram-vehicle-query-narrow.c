/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-query.h"

#include "gram-id-list.h"

/* So that a condition does not lead away from the index that is walked. */
#define LEADS(leads) ((leads) ? " AND " : " AND +")

static gboolean
has_acceptance (const GramVehicleQuery *query)
{
  return query->obligation_year != 0 || query->accepted_period != 0 || query->scheme != 0;
}

gboolean
_gram_vehicle_query_is_narrow (const GramVehicleQuery *query)
{
  return _gram_vehicle_query_has_days (query) || query->posting_id != 0 || query->excluded
         || query->make != NULL || query->model != NULL || has_acceptance (query);
}

/* Both as the list of models has them, and as the index does. */
static void
add_model (GramSql *sql, const GramVehicleQuery *query, gboolean leads)
{
  if (query->make != NULL)
    {
      _gram_sql_add_text (sql, leads ? " AND make = " : " AND +make = ", query->make, "");
      _gram_sql_add_text (sql, " AND make COLLATE BINARY = ", query->make, "");
    }
  if (query->model != NULL)
    {
      _gram_sql_add_text (sql, leads ? " AND model = " : " AND +model = ", query->model, "");
      _gram_sql_add_text (sql, " AND model COLLATE BINARY = ", query->model, "");
    }
}

static void
add_acceptance (GramSql *sql, const GramVehicleQuery *query, gboolean leads)
{
  _gram_sql_add (sql, LEADS (leads));
  _gram_sql_add (sql, "accepted_period > 0");
  if (query->obligation_year != 0)
    {
      _gram_sql_add (sql, LEADS (leads));
      _gram_sql_add_int64 (sql, "obligation_year = ", query->obligation_year, "");
    }
  if (query->accepted_period != 0)
    {
      _gram_sql_add (sql, LEADS (leads));
      _gram_sql_add_int64 (sql, "accepted_period = ", query->accepted_period, "");
    }
  if (query->scheme == 0)
    return;
  _gram_sql_add_int64 (sql, " AND fleet_average = ",
                       query->scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE ? 1 : 0,
                       " AND obligation_year > 0");
}

static void
add_days (GramSql *sql, const GramVehicleQuery *query, gboolean leads)
{
  _gram_sql_add (sql, LEADS (leads));
  _gram_sql_add_text (sql, "registered_on BETWEEN ", query->registered_from, "");
  _gram_sql_add_text (sql, " AND ", query->registered_to, "");
}

/* The first of the filters, in this order, is the one whose index is walked. */
GramSql *
_gram_vehicle_query_narrow_sql (const GramVehicleQuery *query)
{
  GramSql *sql = _gram_sql_new ("SELECT id FROM vehicle WHERE true");
  gboolean leads = TRUE;

  if (query->posting_id != 0)
    {
      _gram_sql_add_int64 (sql, " AND posting_id = ", query->posting_id, " AND charge > 0");
      leads = FALSE;
    }
  _gram_sql_add (sql, LEADS (leads));
  _gram_sql_add_int64 (sql, "account_id = ", query->account_id, "");
  if (query->excluded)
    {
      _gram_sql_add (sql, LEADS (leads));
      _gram_sql_add (sql, "excluded <> ''");
      leads = FALSE;
    }
  if (query->make != NULL || query->model != NULL)
    {
      add_model (sql, query, leads && query->make != NULL);
      leads = leads && query->make == NULL;
    }
  if (has_acceptance (query))
    {
      add_acceptance (sql, query, leads);
      leads = FALSE;
    }
  if (_gram_vehicle_query_has_days (query))
    add_days (sql, query, leads);
  _gram_sql_add_int64 (sql, " AND ((", _gram_vehicle_query_statuses (query),
                       " >> +status) & 1) = 1");
  _gram_sql_add_int64 (sql, " AND ((", _gram_vehicle_query_attentions (query),
                       " >> +attention) & 1) = 1");
  return sql;
}

/* Ids that the filter selects, upwards. */
static GArray *
read_narrow (GramStore *store, const GramVehicleQuery *query, GError **error)
{
  g_autoptr (GramSql) sql = _gram_vehicle_query_narrow_sql (query);
  GArray *ids = _gram_sql_read_ids (sql, store, error);

  if (ids != NULL)
    g_array_sort (ids, _gram_id_compare);
  return ids;
}

/* Of @ids, in their order, those that are @among, which goes upwards; at most @limit. */
static GArray *
pick (const GArray *ids, const GArray *among, guint limit)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len && (limit == 0 || picked->len < limit); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (g_array_binary_search ((GArray *)among, &id, _gram_id_compare, NULL))
        g_array_append_val (picked, id);
    }
  return picked;
}

/* The newest are the last. */
static GArray *
newest (const GArray *found, const GramVehicleQuery *query, guint limit)
{
  guint length = limit > 0 ? MIN (limit, found->len) : found->len;
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), length);

  for (guint i = 0; i < length; i++)
    g_array_append_val (ids,
                        g_array_index (found, gint64, query->descending ? i : found->len - 1 - i));
  return ids;
}

GArray *
_gram_vehicle_query_of_narrow (GramStore *store,
                               const GramVehicleQuery *query,
                               const GramVehicleSearch *search,
                               gint64 all,
                               guint limit,
                               GError **error)
{
  g_autoptr (GArray) found = read_narrow (store, query, error);
  g_autoptr (GArray) ids = NULL;
  GramVehicleQuery whole = { 0 };

  if (found == NULL)
    return NULL;
  if ((gint64)found->len * GRAM_VEHICLE_SORT_FACTOR < all)
    return _gram_vehicle_query_among (store, query, search, found, limit, error);
  if (search == NULL && query->order == GRAM_VEHICLE_ORDER_NEWEST)
    return newest (found, query, limit);
  whole = (GramVehicleQuery){
    .account_id = query->account_id,
    .statuses = query->statuses,
    .attentions = query->attentions,
    .search = query->search,
    .order = query->order,
    .descending = query->descending,
  };
  ids = gram_vehicle_table_ids (store, &whole, 0, error);
  return ids != NULL ? pick (ids, found, limit) : NULL;
}
