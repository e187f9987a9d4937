/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-selection.h"

#include "gram-calendar.h"
#include "gram-identifier.h"

#include <glib/gi18n-lib.h>

/* Records that are read at a time. */
#define PAGE 1000

static gboolean
read_words (GVariant *value,
            const char *key,
            const char *vocabulary,
            guint *bits,
            GramRefusal **refusal)
{
  g_autofree const char **words = NULL;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return gram_refuse (refusal, "filter.type", NULL, _ ("“%s” of a filter is a list of words"),
                        key);
  words = g_variant_get_strv (value, NULL);
  for (const char **word = words; *word != NULL; word++)
    {
      int bit;

      if (!gram_word_parse (vocabulary, *word, &bit))
        return gram_refuse (refusal, "filter.word", NULL,
                            _ ("“%s” is not a word for “%s” of a filter"), *word, key);
      *bits |= 1u << bit;
    }
  return TRUE;
}

static gboolean
read_text (GVariant *value, const char *key, char **text, GramRefusal **refusal)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return gram_refuse (refusal, "filter.type", NULL, _ ("“%s” of a filter is a text"), key);
  g_free (*text);
  *text = g_strstrip (g_variant_dup_string (value, NULL));
  return TRUE;
}

static gboolean
read_number (GVariant *value, const char *key, gint64 *number, GramRefusal **refusal)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) && g_variant_get_int64 (value) > 0)
    {
      *number = g_variant_get_int64 (value);
      return TRUE;
    }
  return gram_refuse (refusal, "filter.type", NULL, _ ("“%s” of a filter is a number above 0"),
                      key);
}

static gboolean
read_year (GVariant *value, const char *key, int *year, GramRefusal **refusal)
{
  gint64 number;

  if (!read_number (value, key, &number, refusal))
    return FALSE;
  *year = (int)MIN (number, G_MAXINT);
  return TRUE;
}

static gboolean
read_flag (GVariant *value, const char *key, gboolean *flag, GramRefusal **refusal)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return gram_refuse (refusal, "filter.type", NULL, _ ("“%s” of a filter is yes or no"), key);
  *flag = g_variant_get_boolean (value);
  return TRUE;
}

static gboolean
read_scheme (GVariant *value, const char *key, GramChargeScheme *scheme, GramRefusal **refusal)
{
  int word;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
      && gram_word_parse ("charge-scheme", g_variant_get_string (value, NULL), &word))
    {
      *scheme = (GramChargeScheme)word;
      return TRUE;
    }
  return gram_refuse (refusal, "filter.word", NULL,
                      _ ("“%s” of a filter is the word for a scheme of charges"), key);
}

/* What a member of a filter is. */
typedef enum
{
  MEMBER_TEXT,
  MEMBER_NUMBER,
  MEMBER_YEAR,
  MEMBER_FLAG,
  MEMBER_SCHEME,
} MemberType;

#define AT(member) G_STRUCT_OFFSET (GramVehicleQuery, member)

static const struct
{
  const char *key;
  MemberType type;
  gsize offset;
} members[] = {
  { "search", MEMBER_TEXT, AT (search) },
  { "registered-from", MEMBER_TEXT, AT (registered_from) },
  { "registered-to", MEMBER_TEXT, AT (registered_to) },
  { "posting", MEMBER_NUMBER, AT (posting_id) },
  { "obligation-year", MEMBER_YEAR, AT (obligation_year) },
  { "accepted-period", MEMBER_YEAR, AT (accepted_period) },
  { "charge-scheme", MEMBER_SCHEME, AT (scheme) },
  { "make", MEMBER_TEXT, AT (make) },
  { "model", MEMBER_TEXT, AT (model) },
  { "excluded", MEMBER_FLAG, AT (excluded) },
};

static gboolean
read_typed (MemberType type,
            const char *key,
            GVariant *value,
            gpointer place,
            GramRefusal **refusal)
{
  switch (type)
    {
    case MEMBER_NUMBER:
      return read_number (value, key, place, refusal);
    case MEMBER_YEAR:
      return read_year (value, key, place, refusal);
    case MEMBER_FLAG:
      return read_flag (value, key, place, refusal);
    case MEMBER_SCHEME:
      return read_scheme (value, key, place, refusal);
    case MEMBER_TEXT:
    default:
      return read_text (value, key, place, refusal);
    }
}

static gboolean
read_member (const char *key, GVariant *value, GramVehicleQuery *query, GramRefusal **refusal)
{
  if (g_str_equal (key, "statuses"))
    return read_words (value, key, "vehicle-status", &query->statuses, refusal);
  if (g_str_equal (key, "attentions"))
    return read_words (value, key, "attention", &query->attentions, refusal);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (key, members[i].key))
      return read_typed (members[i].type, key, value, G_STRUCT_MEMBER_P (query, members[i].offset),
                         refusal);
  return gram_refuse (refusal, "filter.unknown", NULL,
                      _ ("A filter has statuses, attentions, search, registered-from and "
                         "registered-to, posting, obligation-year, accepted-period, charge-scheme, "
                         "make, model and excluded, not “%s”"),
                      key);
}

/* Both days of registration or none, and each a day. */
static gboolean
check_days (const GramVehicleQuery *query, GramRefusal **refusal)
{
  GramDate from;
  GramDate to;

  if (query->registered_from == NULL && query->registered_to == NULL)
    return TRUE;
  if (query->registered_from != NULL && query->registered_to != NULL
      && gram_date_parse (query->registered_from, GRAM_DATE_ISO, &from, NULL)
      && gram_date_parse (query->registered_to, GRAM_DATE_ISO, &to, NULL))
    return TRUE;
  return gram_refuse (
      refusal, "filter.days", NULL,
      _ ("A filter by registration has both registered-from and registered-to, as 2026-01-31"));
}

gboolean
gram_filter_read (GVariant *filter, GramVehicleQuery *query, GramRefusal **refusal)
{
  GVariantIter iter;
  const char *key;
  GVariant *value;
  gboolean good = TRUE;

  g_return_val_if_fail (filter != NULL, FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  g_variant_iter_init (&iter, filter);
  while (good && g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      good = read_member (key, value, query, refusal);
      g_variant_unref (value);
    }
  return good && check_days (query, refusal);
}

gboolean
gram_vehicle_find_on_account (GramStore *store,
                              gint64 account_id,
                              const char *text,
                              gint64 *id,
                              GError **error)
{
  g_autoptr (GramVehicleRecord) wanted = gram_vehicle_record_new ();
  g_autoptr (GramVehicleRecord) found = NULL;
  GramIdentifier identifier;
  gint64 by_vin;
  gint64 by_other;

  *id = 0;
  wanted->account_id = account_id;
  if (!gram_identifier_parse (text, &identifier, NULL))
    wanted->register_key = g_strdup (text);
  else if (identifier.kind == GRAM_IDENTIFIER_VIN)
    wanted->vin = g_strdup (identifier.text);
  else
    wanted->chassis = g_strdup (identifier.text);

  if (!gram_vehicle_table_find (store, wanted, &by_vin, &by_other, error))
    return FALSE;
  if (by_vin == 0)
    by_vin = by_other;
  if (by_vin == 0)
    return TRUE;
  if (!gram_vehicle_table_get (store, by_vin, &found, error))
    return FALSE;
  if (found != NULL && found->account_id == account_id)
    *id = by_vin;
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a;
  gint64 other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

/* Sorts, so that rows are written in the order in which they lie; the same vehicle named twice counts once. */
static void
sort_and_unite (GArray *ids)
{
  guint kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (kept == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, kept - 1))
      g_array_index (ids, gint64, kept++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, kept);
}

static gboolean
read_named (GramSelection *self,
            GramCall *call,
            GVariant *vehicles,
            GramRefusal **refusal,
            GError **error)
{
  gsize n_vehicles = g_variant_n_children (vehicles);
  g_autofree const char **texts = NULL;

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_vehicles == 0)
    return gram_refuse (refusal, "vehicle.none-named", NULL, _ ("No vehicle is selected"));
  if (g_variant_is_of_type (vehicles, G_VARIANT_TYPE ("ax")))
    {
      const gint64 *ids = g_variant_get_fixed_array (vehicles, &n_vehicles, sizeof (gint64));

      g_array_append_vals (self->ids, ids, (guint)n_vehicles);
      sort_and_unite (self->ids);
      return TRUE;
    }

  texts = g_variant_get_strv (vehicles, NULL);
  for (gsize i = 0; i < n_vehicles; i++)
    {
      gint64 id;

      if (!gram_vehicle_find_on_account (call->store, call->account->id, texts[i], &id, error))
        return FALSE;
      if (id == 0)
        return gram_refuse (refusal, "vehicle.unknown", NULL,
                            _ ("There is no vehicle %s on account %s"), texts[i],
                            call->account->number);
      g_array_append_val (self->ids, id);
    }
  sort_and_unite (self->ids);
  return TRUE;
}

gboolean
gram_selection_read (GramSelection *self, GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GVariant) vehicles = gram_call_dup_value (call, "vehicles");
  g_autoptr (GVariant) filter = gram_call_dup_value (call, "filter");

  *self = (GramSelection){ 0 };
  if ((vehicles == NULL) == (filter == NULL))
    return gram_refuse (refusal, "argument.missing", NULL,
                        _ ("%s needs either “vehicles” or “filter”"), call->command->name);
  if (vehicles != NULL)
    return read_named (self, call, vehicles, refusal, error);
  self->query = g_new0 (GramVehicleQuery, 1);
  self->query->account_id = call->account->id;
  return gram_filter_read (filter, self->query, refusal);
}

gboolean
gram_selection_refuse_unknown (GramCall *call, GramRefusal **refusal)
{
  return gram_refuse (refusal, "vehicle.unknown", NULL,
                      _ ("A vehicle of the selection is not on account %s"), call->account->number);
}

/* Puts the vehicle in front of what is wrong with it. */
static gboolean
refuse_vehicle (const GramVehicleRecord *vehicle, const GramRefusal *why, GramRefusal **refusal)
{
  return gram_refuse (refusal, why->id, why->article, "%s: %s", vehicle->label, why->message);
}

static gboolean
check_page (GramCall *call,
            const GPtrArray *records,
            GramSelectionCheck check,
            gpointer data,
            gboolean skip,
            GArray *kept,
            GramRefusal **refusal)
{
  for (guint i = 0; i < records->len; i++)
    {
      const GramVehicleRecord *vehicle = records->pdata[i];
      g_autoptr (GramRefusal) why = NULL;

      if (vehicle == NULL || vehicle->account_id != call->account->id)
        return gram_selection_refuse_unknown (call, refusal);
      if (check (call, vehicle, data, &why))
        g_array_append_val (kept, vehicle->id);
      else if (!skip)
        return refuse_vehicle (vehicle, why, refusal);
    }
  return TRUE;
}

GArray *
gram_selection_check (GramCall *call,
                      const GArray *ids,
                      GramSelectionCheck check,
                      gpointer data,
                      gboolean skip,
                      GramRefusal **refusal,
                      GError **error)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);

  for (guint at = 0; at < ids->len; at += PAGE)
    {
      guint n_ids = MIN (PAGE, ids->len - at);
      g_autoptr (GPtrArray) records
          = gram_vehicle_table_page (call->store, &g_array_index (ids, gint64, at), n_ids, error);

      if (records == NULL)
        return NULL;
      if (records->len < n_ids)
        {
          gram_selection_refuse_unknown (call, refusal);
          return NULL;
        }
      if (!check_page (call, records, check, data, skip, kept, refusal)
          || !gram_call_progress (call, at, ids->len, at, error))
        return NULL;
    }
  return g_steal_pointer (&kept);
}

void
gram_selection_clear (GramSelection *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->query, gram_vehicle_query_free);
}
