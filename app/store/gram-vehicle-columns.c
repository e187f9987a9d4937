/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-columns.h"

#include "gram-decimal.h"
#include "gram-table-private.h"
#include "gram-unit-private.h"

#include <string.h>

#define AT(member) G_STRUCT_OFFSET (GramVehicleRecord, member)

static const GramVehicleColumn columns[] = {
  { "account_id", "account", GRAM_COLUMN_ACCOUNT, AT (account_id), FALSE },
  { "vin", "vin", GRAM_COLUMN_NAME, AT (vin), TRUE },
  { "chassis", "chassis", GRAM_COLUMN_NAME, AT (chassis), TRUE },
  { "chassis_key", NULL, GRAM_COLUMN_CHASSIS_KEY, AT (chassis), TRUE },
  { "register_key", "register_key", GRAM_COLUMN_NAME, AT (register_key), TRUE },
  { "label", NULL, GRAM_COLUMN_LABEL, AT (label), FALSE },
  { "make", "make", GRAM_COLUMN_TEXT, AT (make), TRUE },
  { "model", "model", GRAM_COLUMN_TEXT, AT (model), TRUE },
  { "variant", "variant", GRAM_COLUMN_TEXT, AT (variant), FALSE },
  { "vehicle_class", "vehicle_class", GRAM_COLUMN_TEXT, AT (vehicle_class), FALSE },
  { "type", "type", GRAM_COLUMN_LETTER, AT (type), FALSE },
  { "made_year", "made_year", GRAM_COLUMN_INT, AT (made_year), FALSE },
  { "fuel", "fuel", GRAM_COLUMN_TEXT, AT (fuel), FALSE },
  { "engine_cc", "engine", GRAM_COLUMN_INT, AT (engine_cc), FALSE },
  { "mass_kg", "mass", GRAM_COLUMN_INT, AT (mass_kg), FALSE },
  { "test_cycle", "test_cycle", GRAM_COLUMN_TEXT, AT (test_cycle), FALSE },
  { "co2_source", "co2_source", GRAM_COLUMN_TEXT, AT (co2_source), FALSE },
  { "co2", "co2", GRAM_COLUMN_MICRO, AT (co2_micro), FALSE },
  { "saving", "saving", GRAM_COLUMN_MICRO, AT (saving_micro), FALSE },
  { "corrected", "corrected", GRAM_COLUMN_MICRO, AT (corrected_micro), FALSE },
  { "eco_codes", "eco_codes", GRAM_COLUMN_TEXT, AT (eco_codes), FALSE },
  { "zero_emission", "zero_emission", GRAM_COLUMN_INT, AT (zero_emission), FALSE },
  { "units", "units", GRAM_COLUMN_INT, AT (units), FALSE },
  { "registered_on", "registered_on", GRAM_COLUMN_NAME, AT (registered_on), FALSE },
  { "period", NULL, GRAM_COLUMN_PERIOD, AT (registered_on), FALSE },
  { "status", NULL, GRAM_COLUMN_INT, AT (status), FALSE },
  { "attention", NULL, GRAM_COLUMN_INT, AT (attention), FALSE },
  { "missing", NULL, GRAM_COLUMN_INT, AT (missing), FALSE },
  { "entered_at", NULL, GRAM_COLUMN_INT64, AT (entered_at), FALSE },
  { "ready_at", NULL, GRAM_COLUMN_INT64, AT (ready_at), FALSE },
  { "accepted_at", NULL, GRAM_COLUMN_INT64, AT (accepted_at), FALSE },
  { "accepted_automatically", NULL, GRAM_COLUMN_INT, AT (accepted_automatically), FALSE },
  { "rulebook_id", NULL, GRAM_COLUMN_REFERENCE, AT (rulebook_id), FALSE },
  { "obligation_year", NULL, GRAM_COLUMN_INT, AT (obligation_year), FALSE },
  { "difference", NULL, GRAM_COLUMN_INT64, AT (difference), FALSE },
  { "charge", NULL, GRAM_COLUMN_INT64, AT (charge), FALSE },
  { "excluded", "excluded", GRAM_COLUMN_TEXT, AT (excluded), FALSE },
  { "fleet_average", NULL, GRAM_COLUMN_INT, AT (fleet_average), FALSE },
  { "accepted_period", NULL, GRAM_COLUMN_INT, AT (accepted_period), FALSE },
  { "posting_id", NULL, GRAM_COLUMN_REFERENCE, AT (posting_id), FALSE },
  { "version", NULL, GRAM_COLUMN_INT, AT (version), FALSE },
};

/* Everything that GRAM_COLUMN_INT reads and writes has the size of an int. */
G_STATIC_ASSERT (sizeof (GramVehicleStatus) == sizeof (int));
G_STATIC_ASSERT (sizeof (GramAttention) == sizeof (int));
G_STATIC_ASSERT (sizeof (gboolean) == sizeof (int));

const GramVehicleColumn *
_gram_vehicle_columns (gsize *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

const char *
_gram_vehicle_select (void)
{
  static char *sql;

  if (g_once_init_enter_pointer (&sql))
    {
      GString *text = g_string_new ("SELECT v.id");

      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        g_string_append_printf (text, ", v.%s", columns[i].name);
      g_string_append (text, ", p.name FROM vehicle v LEFT JOIN person p ON p.id = v.accepted_by");
      g_once_init_leave_pointer (&sql, g_string_free_and_steal (text));
    }
  return sql;
}

const char *
_gram_vehicle_insert (void)
{
  static char *sql;

  if (g_once_init_enter_pointer (&sql))
    {
      GString *names = g_string_new ("INSERT INTO vehicle (");
      GString *values = g_string_new (") VALUES (");

      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          g_string_append_printf (names, "%s, ", columns[i].name);
          g_string_append_printf (values, "$%" G_GSIZE_FORMAT ", ", i + 1);
        }
      g_string_append_printf (names, "import_id%s$%" G_GSIZE_FORMAT ")", values->str,
                              G_N_ELEMENTS (columns) + 1);
      g_string_free (values, TRUE);
      g_once_init_leave_pointer (&sql, g_string_free_and_steal (names));
    }
  return sql;
}

static const char *
text_of (const GramVehicleColumn *column, const GramVehicleRecord *record)
{
  return G_STRUCT_MEMBER (char *, record, column->offset);
}

static int
int_of (const GramVehicleColumn *column, const GramVehicleRecord *record)
{
  return G_STRUCT_MEMBER (int, record, column->offset);
}

static gint64
int64_of (const GramVehicleColumn *column, const GramVehicleRecord *record)
{
  return G_STRUCT_MEMBER (gint64, record, column->offset);
}

static const char *
label_of (const GramVehicleRecord *record)
{
  if (record->vin != NULL)
    return record->vin;
  if (record->chassis != NULL)
    return record->chassis;
  return _gram_text (record->register_key);
}

static int
period_of (const GramVehicleRecord *record)
{
  const char *day = record->registered_on;

  if (day == NULL || strlen (day) < 7)
    return 0;
  for (int i = 0; i < 7; i++)
    if (i == 4 ? day[i] != '-' : !g_ascii_isdigit (day[i]))
      return 0;
  return (day[0] - '0') * 100000 + (day[1] - '0') * 10000 + (day[2] - '0') * 1000
         + (day[3] - '0') * 100 + (day[5] - '0') * 10 + (day[6] - '0');
}

/* A chassis number is compared and found without its dash (CCS facts, section 14). */
static char *
without_dash (const char *chassis)
{
  char *key = g_strdup (_gram_text (chassis));
  char *end = key;

  for (const char *c = key; *c != '\0'; c++)
    if (*c != '-')
      *end++ = *c;
  *end = '\0';
  return key;
}

static void
bind_chassis_key (const char *chassis, GramStatement *statement, guint parameter)
{
  g_autofree char *key = NULL;

  if (chassis == NULL || strchr (chassis, '-') == NULL)
    {
      gram_statement_bind_static_text (statement, parameter, chassis);
      return;
    }
  key = without_dash (chassis);
  gram_statement_bind_text (statement, parameter, key);
}

static void
bind_letter (char letter, GramStatement *statement, guint parameter)
{
  const char text[] = { letter, '\0' };

  gram_statement_bind_text (statement, parameter, text);
}

void
_gram_vehicle_bind (const GramVehicleColumn *column,
                    const GramVehicleRecord *record,
                    GramStatement *statement,
                    guint parameter)
{
  switch (column->kind)
    {
    case GRAM_COLUMN_TEXT:
      gram_statement_bind_static_text (statement, parameter, _gram_text (text_of (column, record)));
      break;
    case GRAM_COLUMN_NAME:
      gram_statement_bind_static_text (statement, parameter, text_of (column, record));
      break;
    case GRAM_COLUMN_LETTER:
      bind_letter (G_STRUCT_MEMBER (char, record, column->offset), statement, parameter);
      break;
    case GRAM_COLUMN_INT:
      gram_statement_bind_int64 (statement, parameter, int_of (column, record));
      break;
    case GRAM_COLUMN_INT64:
    case GRAM_COLUMN_ACCOUNT:
    case GRAM_COLUMN_MICRO:
      gram_statement_bind_int64 (statement, parameter, int64_of (column, record));
      break;
    case GRAM_COLUMN_REFERENCE:
      _gram_table_bind_reference (statement, parameter, int64_of (column, record));
      break;
    case GRAM_COLUMN_LABEL:
      gram_statement_bind_static_text (statement, parameter, label_of (record));
      break;
    case GRAM_COLUMN_CHASSIS_KEY:
      bind_chassis_key (record->chassis, statement, parameter);
      break;
    case GRAM_COLUMN_PERIOD:
      gram_statement_bind_int64 (statement, parameter, period_of (record));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
read_column (const GramVehicleColumn *column,
             GramVehicleRecord *record,
             GramStatement *statement,
             guint i)
{
  gpointer field = G_STRUCT_MEMBER_P (record, column->offset);
  const char *text;

  switch (column->kind)
    {
    case GRAM_COLUMN_TEXT:
    case GRAM_COLUMN_NAME:
    case GRAM_COLUMN_LABEL:
      g_free (*(char **)field);
      *(char **)field = gram_statement_dup_text (statement, i);
      break;
    case GRAM_COLUMN_LETTER:
      text = gram_statement_text (statement, i);
      *(char *)field = text != NULL ? *text : '\0';
      break;
    case GRAM_COLUMN_INT:
      *(int *)field = (int)gram_statement_int64 (statement, i);
      break;
    case GRAM_COLUMN_INT64:
    case GRAM_COLUMN_ACCOUNT:
    case GRAM_COLUMN_MICRO:
    case GRAM_COLUMN_REFERENCE:
      *(gint64 *)field = gram_statement_int64 (statement, i);
      break;
    case GRAM_COLUMN_CHASSIS_KEY:
    case GRAM_COLUMN_PERIOD:
      break;
    default:
      g_assert_not_reached ();
    }
}

GramVehicleRecord *
_gram_vehicle_read (GramStatement *statement)
{
  GramVehicleRecord *record = gram_vehicle_record_new ();

  record->id = gram_statement_int64 (statement, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    read_column (&columns[i], record, statement, (guint)i + 1);
  g_free (record->accepted_by);
  record->accepted_by = gram_statement_dup_text (statement, G_N_ELEMENTS (columns) + 1);
  return record;
}

gboolean
_gram_vehicle_column_equal (const GramVehicleColumn *column,
                            const GramVehicleRecord *a,
                            const GramVehicleRecord *b)
{
  switch (column->kind)
    {
    case GRAM_COLUMN_TEXT:
      return strcmp (_gram_text (text_of (column, a)), _gram_text (text_of (column, b))) == 0;
    case GRAM_COLUMN_NAME:
    case GRAM_COLUMN_CHASSIS_KEY:
      return g_strcmp0 (text_of (column, a), text_of (column, b)) == 0;
    case GRAM_COLUMN_LABEL:
      return strcmp (label_of (a), label_of (b)) == 0;
    case GRAM_COLUMN_LETTER:
      return G_STRUCT_MEMBER (char, a, column->offset) == G_STRUCT_MEMBER (char, b, column->offset);
    case GRAM_COLUMN_INT:
      return int_of (column, a) == int_of (column, b);
    case GRAM_COLUMN_INT64:
    case GRAM_COLUMN_ACCOUNT:
    case GRAM_COLUMN_MICRO:
    case GRAM_COLUMN_REFERENCE:
      return int64_of (column, a) == int64_of (column, b);
    case GRAM_COLUMN_PERIOD:
      return period_of (a) == period_of (b);
    default:
      g_assert_not_reached ();
    }
}

char *
_gram_vehicle_column_text (const GramVehicleColumn *column, const GramVehicleRecord *record)
{
  switch (column->kind)
    {
    case GRAM_COLUMN_TEXT:
    case GRAM_COLUMN_NAME:
      return g_strdup (_gram_text (text_of (column, record)));
    case GRAM_COLUMN_LABEL:
      return g_strdup (label_of (record));
    case GRAM_COLUMN_LETTER:
      return g_strndup (&G_STRUCT_MEMBER (char, record, column->offset), 1);
    case GRAM_COLUMN_INT:
      return g_strdup_printf ("%d", int_of (column, record));
    case GRAM_COLUMN_MICRO:
      if (int64_of (column, record) == GRAM_CO2_UNKNOWN)
        return g_strdup ("");
      return gram_decimal_format (int64_of (column, record), GRAM_DECIMAL_SCALE_CO2, 0);
    case GRAM_COLUMN_INT64:
    case GRAM_COLUMN_ACCOUNT:
    case GRAM_COLUMN_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, int64_of (column, record));
    case GRAM_COLUMN_CHASSIS_KEY:
      return without_dash (record->chassis);
    case GRAM_COLUMN_PERIOD:
      return g_strdup_printf ("%d", period_of (record));
    default:
      g_assert_not_reached ();
    }
}

void
_gram_vehicle_bind_chassis_key (const GramVehicleRecord *record,
                                GramStatement *statement,
                                guint parameter)
{
  bind_chassis_key (record->chassis, statement, parameter);
}

static void
make_total (const GramVehicleRecord *record, GramTotalKey *key, GramTotalAmount *amount)
{
  gint64 co2 = gram_vehicle_record_effective_co2 (record);

  key->account_id = record->account_id;
  key->period = period_of (record);
  key->status = (int)record->status;
  key->attention = (int)record->attention;
  amount->records = 1;
  amount->units = record->units;
  amount->units_co2 = co2 >= 0 ? record->units : 0;
  amount->co2_sum = co2 >= 0 ? record->units * co2 : 0;
}

/* Cars of the CCTS by day of registration: N and the sums of art. 36 are made from them. */
static void
add_registration (GramUnit *unit, const GramVehicleRecord *record, int sign)
{
  GramRegistrationKey key = { record->account_id, record->registered_on, record->eco_codes };
  gint64 units = (gint64)record->units * sign;
  gboolean is_corrected = record->corrected_micro >= 0;
  gint64 co2 = is_corrected ? record->corrected_micro : record->co2_micro;
  GramRegistrationAmount amount = { .records = sign };

  if (record->registered_on == NULL || !_gram_unit_is_ccts (unit, record->account_id))
    return;
  if (record->zero_emission)
    amount.units_zero = units;
  else
    {
      gint64 saving = units * CLAMP (record->saving_micro, 0, MAX (co2, 0));

      amount.units = units;
      amount.units_unknown = co2 < 0 ? units : 0;
      amount.co2_sum = units * MAX (co2, 0);
      amount.saving_sum = is_corrected ? 0 : saving;
      amount.saving_corrected = is_corrected ? saving : 0;
    }
  gram_unit_add_registration (unit, &key, &amount);
}

/* Accepted vehicles of the CCS by month and model: credits, charges, and the net position of a year are made from them. */
static void
add_acceptance (GramUnit *unit, const GramVehicleRecord *record, int sign)
{
  const GramAcceptanceKey key = {
    .account_id = record->account_id,
    .year = record->obligation_year,
    .period = record->accepted_period,
    .fleet_average = record->fleet_average,
    .make = _gram_text (record->make),
    .model = _gram_text (record->model),
  };
  const GramAcceptanceAmount amount = {
    .records = sign,
    .credit = MAX (record->difference, 0) * sign,
    .excess = MAX (-record->difference, 0) * sign,
    .charge = record->charge * sign,
  };

  if (record->obligation_year > 0)
    gram_unit_add_acceptance (unit, &key, &amount);
}

void
_gram_vehicle_add_total (GramUnit *unit, const GramVehicleRecord *record, int sign)
{
  GramTotalKey key;
  GramTotalAmount amount;

  make_total (record, &key, &amount);
  amount.records *= sign;
  amount.units *= sign;
  amount.units_co2 *= sign;
  amount.co2_sum *= sign;
  gram_unit_add_total (unit, &key, &amount);
  add_registration (unit, record, sign);
  add_acceptance (unit, record, sign);
}
